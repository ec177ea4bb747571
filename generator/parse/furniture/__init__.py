"""Lines that belong to the page or the file rather than to the text, each with a name by which a reader is told of it.

A kind of furniture is a function from the lines to the indexes it claims; a new kind is one function and one line in
``KINDS``. Where two claim a line, the first in the table has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.model import Line
from generator.parse.furniture.contact import contacts
from generator.parse.furniture.contents import contents
from generator.parse.furniture.marks import drawn, retold, word_errors
from generator.parse.furniture.message import addressed
from generator.parse.furniture.minutes import certified, continued, continued_heads, sign_lines
from generator.parse.furniture.pages import footers, headers, numbered, page_heads
from generator.parse.furniture.signing import stamps

__all__ = ["BETWEEN_PAGES", "KINDS", "furniture"]

Rule = Callable[[Sequence[Line]], Iterable[int]]

KINDS: tuple[tuple[str, Rule], ...] = (
    ("referat", retold),
    ("sidhuvud", page_heads),
    ("sidhuvud", headers),
    ("sidhuvud", continued_heads),
    ("sidfot", footers),
    ("sidnummer", numbered),
    ("justeringsrad", sign_lines),
    ("utdragsbestyrkande", certified),
    ("fortsättningsrad", continued),
    ("e-underskrift", stamps),
    ("innehållsförteckning", contents),
    ("kontaktuppgifter", contacts),
    ("adressrad", addressed),
    ("felrad från Word", word_errors),
    ("linje", drawn),
)
# What stands between the text of two pages and ends no paragraph.
BETWEEN_PAGES = frozenset(
    {"sidhuvud", "sidfot", "sidnummer", "justeringsrad", "utdragsbestyrkande", "fortsättningsrad", "e-underskrift"}
)


def furniture(lines: Sequence[Line]) -> dict[int, str]:
    """The kind of furniture by index in ``lines``, for those that are furniture; blank lines never are."""
    claimed: dict[int, str] = {}
    for name, rule in KINDS:
        for index in rule(lines):
            claimed.setdefault(index, name)
    return claimed
