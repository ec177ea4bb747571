"""The instructions of a PDF page (ISO 32000-1, 7.8.2): without comments and without the properties of marked content.

Both can carry words that are not drawn: a remark after %, and the text that stands in for a picture or for letters (14.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.originals.withheld import WithheldError

_SPACE: Final = rb"[\x00\t\n\x0c\r ]"
_PLAIN: Final = rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]"
# One token a time; a literal string may hold balanced parentheses and is followed by hand.
_TOKEN: Final = re.compile(
    rb"(?P<space>" + _SPACE + rb"+)|(?P<comment>%[^\r\n]*)|(?P<open><<)|(?P<close>>>)|(?P<hex><[^<>]*>)"
    rb"|(?P<name>/" + _PLAIN + rb"*)|(?P<string>\()|(?P<mark>[\[\]{}])|(?P<word>" + _PLAIN + rb"+)"
)
_PARENS: Final = re.compile(rb"\\.|[()]", re.DOTALL)
_IMAGE_END: Final = re.compile(rb"(?<=[\x00\t\n\x0c\r ])EI(?=[\x00\t\n\x0c\r ]|$)")
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Drawing:
    """Instructions, and every name in them ("/Im1"): what they draw with is among these."""

    content: bytes
    names: frozenset[str]


def cleaned(content: bytes) -> Drawing:
    """The instructions that draw the same; WithheldError for what is no list of instructions."""
    made: list[bytes] = []
    names: set[str] = set()
    property_at = -1  # where in ``made`` the operands of the next instruction begin
    depth = 0
    at = 0
    while at < len(content):
        found = _TOKEN.match(content, at)
        if found is None:
            raise WithheldError("En sida i PDF-filen gick inte att rensa")
        sort, token, at = found.lastgroup, found[0], found.end()
        if sort == "string":
            at = _string_end(content, at)
            token = content[found.start() : at]
        if sort == "name":
            names |= {_name(token), token.decode("latin-1")}
        if sort in {"space", "comment"}:
            made.append(b"\n" if sort == "comment" or b"\n" in token or b"\r" in token else b" ")
            continue
        depth += (sort == "open") - (sort == "close")
        if property_at < 0:
            property_at = len(made)
        made.append(token)
        if sort != "word" or depth or not _is_operator(token):
            continue
        if token in {b"BDC", b"DP"}:
            # Marked content with properties becomes marked content without.
            tag = next((one for one in made[property_at:] if one.startswith(b"/")), b"/Span")
            made[property_at:] = [tag, b" ", b"BMC" if token == b"BDC" else b"MP"]
        elif token == b"ID":
            end = _IMAGE_END.search(content, at + 1)
            if end is None:
                raise WithheldError("En sida i PDF-filen gick inte att rensa")
            made.append(content[at : end.end()])
            at = end.end()
        property_at = -1
    return Drawing(b"".join(made), frozenset(names))


def _name(token: bytes) -> str:
    written = _ESCAPED.sub(lambda one: bytes([int(one[1], 16)]), token)
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return written.decode("latin-1")


def _is_operator(word: bytes) -> bool:
    return not (word[:1] in b"+-.0123456789" or word in {b"true", b"false", b"null"})


def _string_end(content: bytes, at: int) -> int:
    """Where a literal string ends whose opening parenthesis stands before ``at``."""
    depth = 1
    for found in _PARENS.finditer(content, at):
        depth += (found[0] == b"(") - (found[0] == b")")
        if not depth:
            return found.end()
    raise WithheldError("En sida i PDF-filen gick inte att rensa")
