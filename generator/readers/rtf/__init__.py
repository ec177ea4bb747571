"""RTF, as Word, LibreOffice and case systems write it: accepted and visible text, with a finding for what was left out."""

from __future__ import annotations

from collections import Counter

from generator.findings import found
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.docx.story import Sort
from generator.readers.docx.told import told
from generator.readers.gathering import Gathering, document
from generator.readers.rtf.flow import Flow
from generator.readers.rtf.styles import Tables
from generator.readers.rtf.tokens import tokens
from generator.readers.rtf.walk import Walk

NAME = "RTF"

_MOST_BYTES = 80_000_000  # pictures stand in it as digits
_START = b"{\\rtf"


def fits(file: str, data: bytes) -> bool:
    """Whether the data begins as RTF does, white space and a byte order mark aside."""
    del file
    return data[:64].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n\x00").startswith(_START)


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """The text of an RTF file; F139 where its last brace is missing.

    Refused: F105 beyond the size limit, F119 where it ends in the middle, F127 without text.
    """
    if len(data) > _MOST_BYTES:
        raise UnreadableError("F105", file, size=len(data) // 1_000_000, limit=_MOST_BYTES // 1_000_000)
    gathering = Gathering(file)
    walk = Walk(file, Flow(gathering, Tables()))
    walk.over(tokens(data))
    # Some programs leave the last brace out; any more than that is a file whose end is missing.
    if walk.left_open > 1:
        raise UnreadableError("F119", file, why="den slutar mitt i")
    tally: Counter[Sort] = Counter({
        "deleted": walk.deleted, "inserted": walk.revised, "comment": walk.comments, "struck": gathering.struck,
        "hidden": walk.hidden, "picture": walk.pictures, "object": walk.objects,
    })  # fmt: skip
    cut = (found("F139", file, why="den saknar sitt slut"),) if walk.left_open else ()
    return Delivery(document(file, sha256, "application/rtf", data, gathering.lines()), (*cut, *told(file, tally)))
