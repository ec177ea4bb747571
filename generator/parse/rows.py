"""Lines → rows: the lines with text that are not furniture, each with what stood before it, and the width of the text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Line
from generator.parse.furniture import BETWEEN_PAGES
from generator.parse.headings import heading_kind

ITEM = re.compile(r"^\s*(?:[•·●▪◦–—*-]\s+|\d{1,2}[.)]\s+(?=\D)|[a-z]\)\s+)")
DEMAND = re.compile(r"^att\b:?", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?:][”\"’)]*$")
HEAD_ROWS = 15  # rows with text that an opening may hold
INSIDE = 40  # characters of a line that goes on in the middle of a sentence
COLUMNS = re.compile(r"\s{3,}|\t+")
# What stands in a column of a letterhead: the type of document, a number, a date.
_LETTERHEAD = re.compile(
    r"^(?:tjänsteutlåtande|tjänsteskrivelse|yttrande|remissvar|protokollsutdrag|(?:sammanträdes)?protokoll|utlåtande)$"
    r"|^(?:dnr|diarienr|diarienummer|ärendenummer|(?:sammanträdes)?datum|sida)\b|^(?:19|20)\d{2}-\d{2}-\d{2}$",
    re.IGNORECASE,
)
_DOUBLED = 0.6  # share of the lines with text that an empty line follows, from which the text is double-spaced
_WRAPPED = 5  # lines of at least 40 characters before a text is taken to be wrapped at a width
_USUAL = 65  # characters of a full line of a letter, where a text has too few lines to show its own width
_WHOLE = frozenset({"row", "note"})  # styles of lines that are no part of running text


@dataclass(frozen=True, slots=True)
class Row:
    """A line with text. ``blank_before``: a blank line stood before it; ``page_break``: it is the first of its page."""

    line: Line
    text: str
    blank_before: bool
    page_break: bool

    @property
    def apart(self) -> bool:
        """Whether it is set apart from what comes before, by a blank line or by the reader's word."""
        return self.blank_before or self.line.opens is True


def rows(lines: Sequence[Line], claimed: dict[int, str]) -> list[Row]:
    """The lines with text that are not ``claimed`` as furniture, in order."""
    doubled = _is_doubled(lines)
    spaced = doubled and any(line.text and not line.text.strip() for line in lines)
    made: list[Row] = []
    empties, blank, broken = 0, False, False
    opened = False
    page: int | None = None
    for index, line in enumerate(lines):
        if index in claimed:
            # What belongs to the page stands between two pages: the text goes on after it unless a sentence had ended.
            broken = broken or claimed[index] in BETWEEN_PAGES
            blank = blank or claimed[index] not in BETWEEN_PAGES
            continue
        if not line.text.strip():
            empties += 1
            if not doubled or (line.text if spaced else empties >= 3):
                blank = True
            continue
        paged = line.page is not None
        leading = not paged and line.text.startswith(" ") and not line.text.startswith("  ") and line.number > 1
        turned = paged and page is not None and line.page != page
        page_break = broken or turned or (leading and not ITEM.match(line.text))
        page = line.page if line.style != "note" else page
        # At the top of a page the reader held a line against the page's header, not against the text before.
        known = replace(line, opens=None) if paged and page_break else line
        for part, cell in enumerate(_cells(known, head=len(made) < HEAD_ROWS and not opened)):
            made.append(Row(cell, cell.text.strip(), (blank or not made) and not part, page_break and not part))
        opened = opened or bool(heading_kind(line.text))
        empties, blank, broken = 0, False, False
    return made


def width(found: Sequence[Row]) -> int:
    """The width in characters at which the text is wrapped: what nine lines in ten keep within."""
    lengths = sorted(len(row.text) for row in found if len(row.text) >= INSIDE and row.line.style not in _WHOLE)
    if len(lengths) < _WRAPPED:
        return max([*lengths, _USUAL])  # too few to tell
    return lengths[int(len(lengths) * 0.9)]


def _cells(line: Line, *, head: bool) -> list[Line]:
    """A line of the opening in its columns, where one of them is what letterheads hold; any other line as it is."""
    if not head or line.restored or line.style in _WHOLE:
        return [line]
    pieces = [piece for piece in COLUMNS.split(line.text.strip()) if piece]
    if len(pieces) < 2 or not any(_LETTERHEAD.search(piece) for piece in pieces):
        return [line]
    return [replace(line, text=piece) for piece in pieces]


def _is_doubled(lines: Sequence[Line]) -> bool:
    if any(line.opens is not None for line in lines):
        return False  # the reader knows where paragraphs begin
    pairs = list(itertools.pairwise(lines))
    full = [pair for pair in pairs if pair[0].text.strip() and pair[0].style == "text"]
    if len(full) < 8:
        return False
    followed = sum(1 for _, after in full if not after.text)
    wrapped = sum(1 for line, _ in full if INSIDE <= len(line.text) <= 110)
    if followed <= _DOUBLED * len(full) or wrapped <= len(full) / 5:
        return False
    # Short paragraphs look the same. What tells them apart is whether empty lines stand inside sentences too.
    texts = [(index, line.text.strip()) for index, line in enumerate(lines) if line.text.strip()]
    inside = [
        after - before > 1
        for (before, text), (after, following) in itertools.pairwise(texts)
        if len(text) >= INSIDE and following[0].islower() and not SENTENCE_END.search(text) and not DEMAND.match(following)
    ]
    enough = 1 if wrapped > len(full) / 3 else 3  # a short answer is mostly letterhead and headings
    return len(inside) >= enough and sum(inside) > _DOUBLED * len(inside)
