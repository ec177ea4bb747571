"""Text from documents is data: the one place where it becomes part of a page.

``escape`` writes every character that could mean something to Markdown, HTML, YAML or a template as a numeric entity, so that
the built page shows exactly the letters that stood in the source. å, ä, ö, digits and plain punctuation stay readable.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from markupsafe import Markup

# Characters that open, close or escape something in Markdown and its extensions, in HTML, YAML or Jinja.
_ALWAYS: Final = frozenset("&<>\"'`*_#[]{}\\|~!+=^$@:%")

# What has a meaning only where it stands: a list marker or a number at the start, a rule or ``--8<--``, ``www.``, runs of
# spaces and everything that ends a line.
_SOMETIMES: Final = re.compile(
    r"(?<!\w)-|-(?!\w)"  # a hyphen that does not join two words
    r"|(?<=\d)[.)](?=\s|$)"  # "1. ", "1) "
    r"|(?<=www)\."
    r"|(?<=\?)\?|\?(?=\?)"  # "???" opens a block in an extension
    r"|^[?/;]"
    r"|^\s|\s$|(?<=\s)\s|[^\S ]",  # outer space, the second of two, every space but the plain one
    re.IGNORECASE,
)
_LINE_ENDS: Final = frozenset("\n\r\t\x0b\x0c\x85\u2028\u2029")
_KEPT: Final = frozenset("\n\r\t")


def visible(text: str) -> str:
    """``text`` with every character that has no form of its own, or that turns the reading direction, shown by its number.

    Control characters (C0, C1, NUL), lone surrogates, noncharacters and bidirectional controls come out as
    ”⟨U+202E⟩”; line feeds, carriage returns and tabs stay. Nothing is lost, and nothing can hide or reorder its surroundings.
    """
    return "".join(char if _has_form(char) else f"⟨U+{ord(char):04X}⟩" for char in text)


def escape(value: object) -> Markup:
    """``value`` as text that stays text in Markdown, in HTML (also within a quoted attribute) and in a quoted YAML scalar.

    A value that already is markup (it has ``__html__``) comes back unchanged; None becomes the empty string.
    """
    if value is None:
        return Markup("")
    if hasattr(value, "__html__"):
        return Markup(value.__html__())
    text = visible(str(value))
    loose = {found.start() for found in _SOMETIMES.finditer(text)}
    return Markup("".join(_entity(char) if char in _ALWAYS or at in loose else char for at, char in enumerate(text)))


def _entity(char: str) -> str:
    return "&amp;" if char == "&" else f"&#{ord(char)};"


def _has_form(char: str) -> bool:
    if " " <= char <= "~" or char in _KEPT:
        return True
    kind = unicodedata.category(char)
    if kind in ("Cc", "Cs") or (ord(char) & 0xFFFE) == 0xFFFE or "\ufdd0" <= char <= "\ufdef":
        return False
    return unicodedata.bidirectional(char) not in _DIRECTIONS and char not in _MARKS


_DIRECTIONS: Final = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_MARKS: Final = frozenset("\u200e\u200f\u061c")
