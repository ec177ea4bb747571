"""Text from documents is data: the one place where it becomes part of a page.

``escape`` writes every character that could mean something to Markdown, HTML, YAML or a template as a numeric entity,
so that the built page shows exactly the letters that stood in the source. å, ä, ö, digits and plain punctuation stay
readable.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from markupsafe import Markup

# First the characters that open, close or escape something in Markdown and its extensions, in HTML, YAML or Jinja. Then
# what has a meaning only where it stands: a list marker or a number at the start, a rule or ``--8<--``, ``www.``, runs of
# spaces and everything that ends a line.
_MEANS: Final = re.compile(
    r"[&<>\"'`*_#\[\]{}\\|~!+=^$@:%]"
    r"|(?<!\w)-|-(?!\w)"  # a hyphen that does not join two words
    r"|(?<=\d)[.)](?=\s|$)"  # "1. ", "1) "
    r"|(?<=[wW])\.(?<=[wW]{3}\.)"
    r"|\?(?=\?)|(?<=\?)\?"  # "???" opens a block in an extension
    r"|^[?/;]"
    r"|^\s|\s(?=\s|$)|(?<=\s)\s|[^\S ]"  # outer space, spaces in a row, every space but the plain one
)
# Controls (but for line feed, return and tab), marks and overrides of direction, surrogates and noncharacters.
_NO_FORM: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def visible(text: str) -> str:
    """``text`` with every character that has no form of its own, or that turns the reading direction, by its number.

    Control characters (C0, C1, NUL), lone surrogates, noncharacters and bidirectional controls come out as
    ”⟨U+202E⟩”; line feeds, carriage returns and tabs stay. Nothing is lost, and nothing can hide or reorder what
    stands around it.
    """
    return _NO_FORM.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def escape(value: object) -> Markup:
    """``value`` as text that stays text in Markdown, HTML (also in a quoted attribute) and a quoted YAML scalar.

    A value that already is markup (it has ``__html__``) comes back unchanged; None becomes the empty string.
    """
    if value is None:
        return Markup("")
    if hasattr(value, "__html__"):
        return Markup(value.__html__())  # noqa: S704 - the value says itself that it is markup
    return _escaped(str(value))


@lru_cache(maxsize=8192)  # titles, names and labels stand on many pages
def _escaped(text: str) -> Markup:
    # This is the one place where text becomes markup.
    return Markup(_MEANS.sub(_entity, visible(text)))  # noqa: S704 - nothing is left that means anything


def _entity(found: re.Match[str]) -> str:
    return "&amp;" if found[0] == "&" else f"&#{ord(found[0])};"
