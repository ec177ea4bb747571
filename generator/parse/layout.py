"""Lines → blocks: headings, paragraphs, list items and labelled facts, with the page furniture left out.

The rules were measured on 93 hand-marked blocks of real answers: a blank line alone is a poor sign of a paragraph (it errs
in nine of ten), the length of the last line and the case of the next letter are good ones.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.model import Document, Line, Place, Restored, place_at
from generator.parse.furniture import furniture
from generator.parse.headings import heading_kind, is_attachments
from generator.parse.signatures import signature_lines
from generator.swedish.joining import hyphenated, join

BlockKind = Literal["heading", "text", "item", "meta", "signature"]

_ITEM = re.compile(r"^\s*(?:[•·●▪◦–—*-]\s+|\d{1,2}[.)]\s+(?=\D)|[a-z]\)\s+)")
_DEMAND = re.compile(r"^att\b:?", re.IGNORECASE)
_META = re.compile(r"^[A-ZÅÄÖ][\wåäö /]{1,24}:\s+\S")
_SENTENCE_END = re.compile(r"[.!?:][”\"’)]*$")
# A line that ends in one of these, or in a hyphen, is not the end of anything.
_OPEN_END = re.compile(
    r"\b(?:och|eller|samt|att|är|av|för|i|på|till|med|om|den|det|de|en|ett|som|från|vid|inom|under|mellan|enligt|genom)$|\w-$|\([^()]{0,30}$"
)
_COLUMNS = re.compile(r"\s{3,}|\t+")
# What stands in a column of a letterhead: the type of document, a number, a date.
_LETTERHEAD = re.compile(
    r"^(?:tjänsteutlåtande|tjänsteskrivelse|yttrande|remissvar|protokollsutdrag|(?:sammanträdes)?protokoll|utlåtande)$"
    r"|^(?:dnr|diarienr|diarienummer|ärendenummer|(?:sammanträdes)?datum|sida)\b|^(?:19|20)\d{2}-\d{2}-\d{2}$",
    re.IGNORECASE,
)
_HEAD_ROWS = 15  # rows with text that an opening may hold
# A line that begins so is never the middle of a sentence.
_OWN_LINE = re.compile(
    r"^(?:§\s*\d|(?:Dnr|Diarienr|Diarienummer|Ärendenr|Datum|Väckt|Inlämnad|Ingiven|Inkom)\b|(?:Ert|Er|Vårt|Vår|KS|Kommunstyrelsens|[A-ZÅÄÖ]\w+nämndens) (?:dnr|diarie\w+|referens|beteckning)\b|"
    r"(?:Svar på (?:remiss|motion)|Remiss från|Remissvar (?:till|på|över)|Yttrande (?:till|över))\b|[A-ZÅÄÖ]{2,5}[ .-]\d{4}[./:-]\d+$)"
)
# Headings that name the document itself where they stand at its top, over its title or number.
_DOCUMENT_NAME = re.compile(r"^(?:remissvar|yttrande)$", re.IGNORECASE)
_DOUBLED = 0.6  # share of the lines with text that an empty line follows, from which the text is double-spaced
_INSIDE = 40  # characters of a line that goes on in the middle of a sentence
_WRAPPED = 5  # lines of at least 40 characters before a text is taken to be wrapped at a width
_USUAL = 65  # characters of a full line of a letter, where a text has too few lines to show its own width
_SHORT = 0.6  # share of the width below which a line break was meant although no sentence ended
_UNKNOWN_HEADING = 60  # characters


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text. ``original`` is its text before restoration, from which its anchor is made."""

    kind: BlockKind
    text: str
    starts: tuple[tuple[int, int], ...]
    place: Place
    restored: tuple[Restored, ...] = ()
    original: str = ""
    level: int = 0
    struck: bool = False
    lines: tuple[Line, ...] = ()

    def place_at(self, offset: int) -> Place:
        """The place of the line on which the character at ``offset`` stood."""
        return place_at(self.place, self.starts, offset)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document in blocks. ``furniture`` holds (kind, line) for every line that is not text of the document."""

    blocks: tuple[Block, ...]
    furniture: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    text: str
    blank_before: bool
    page_break: bool


def lay_out(document: Document) -> Layout:
    """The blocks of ``document`` in order, and its furniture."""
    claimed = furniture(document.lines)
    rows = _rows(document.lines, claimed)
    width = _width(rows)
    signed = signature_lines([row.text for row in rows], [row.blank_before for row in rows])
    whole = hyphenated(document.lines)
    blocks: list[Block] = []
    group: list[_Row] = []
    group_kind: BlockKind = "text"

    def close() -> None:
        if group:
            blocks.append(_block(document.file, group_kind, [row.line for row in group], whole))
            group.clear()

    in_text = attached = False
    for index, row in enumerate(rows):
        if index in signed:
            kind: BlockKind = "signature"
        else:
            listing = group_kind == "item" and bool(group) and bool(_DEMAND.match(group[0].text))
            kind = _kind(rows, index, width, in_text=in_text, listing=listing, attached=attached)
            if kind == "text" and listing and _DEMAND.match(row.text) and (row.text[0] == "A" or _fits(group[-1], row, width)):
                kind = "item"  # no mark set the demand apart, but a wrapped line would have had room for its first word
        starts_new = not group or kind in {"heading", "meta", "item"} or kind != group_kind
        if group and kind == "text" and group_kind in {"text", "item"}:
            starts_new = _breaks(group[-1], row, width)
        if kind == "heading" and group_kind == "heading" and group and _same_heading(group[-1], row):
            starts_new = False
        if kind == "signature" and group_kind == "signature":
            starts_new = False
        if starts_new:
            close()
            group_kind = kind
        group.append(row)
        in_text = in_text or kind == "heading"
        attached = is_attachments(row.text) if kind == "heading" else attached
    close()
    found = tuple((claimed[index], document.lines[index]) for index in sorted(claimed))
    return Layout(tuple(blocks), found)


def _rows(lines: Sequence[Line], claimed: dict[int, str]) -> list[_Row]:
    """The lines with text that are not furniture, each with what stood before it."""
    doubled = _is_doubled(lines)
    spaced = doubled and any(line.text and not line.text.strip() for line in lines)
    rows: list[_Row] = []
    empties, blank, broken = 0, False, False
    opened = False
    for index, line in enumerate(lines):
        if index in claimed:
            # A page header stands between two pages: the text goes on after it unless a sentence had ended.
            broken = broken or claimed[index] == "sidhuvud"
            blank = blank or claimed[index] != "sidhuvud"
            continue
        if not line.text.strip():
            empties += 1
            if not doubled or (line.text if spaced else empties >= 3):
                blank = True
            continue
        leading = line.text.startswith(" ") and not line.text.startswith("  ") and line.number > 1
        page_break = broken or (leading and not _ITEM.match(line.text))
        for part, cell in enumerate(_cells(line, head=len(rows) < _HEAD_ROWS and not opened)):
            rows.append(_Row(cell, cell.text.strip(), (blank or not rows) and not part, page_break and not part))
        opened = opened or bool(heading_kind(line.text))
        empties, blank, broken = 0, False, False
    return rows


def _cells(line: Line, *, head: bool) -> list[Line]:
    """A line of the opening in its columns, where one of them is what letterheads hold; any other line as it is."""
    pieces = [piece for piece in _COLUMNS.split(line.text.strip()) if piece]
    if not head or len(pieces) < 2 or line.restored or not any(_LETTERHEAD.search(piece) for piece in pieces):
        return [line]
    return [replace(line, text=piece) for piece in pieces]


def _is_doubled(lines: Sequence[Line]) -> bool:
    pairs = list(itertools.pairwise(lines))
    full = [pair for pair in pairs if pair[0].text.strip() and pair[0].style == "text"]
    if len(full) < 8:
        return False
    followed = sum(1 for _, after in full if not after.text)
    wrapped = sum(1 for line, _ in full if 40 <= len(line.text) <= 110)
    if followed <= _DOUBLED * len(full) or wrapped <= len(full) / 5:
        return False
    # Short paragraphs look the same. What tells them apart is whether empty lines stand inside sentences too.
    texts = [(index, line.text.strip()) for index, line in enumerate(lines) if line.text.strip()]
    inside = [
        after - before > 1
        for (before, text), (after, following) in itertools.pairwise(texts)
        if len(text) >= _INSIDE and following[0].islower() and not _SENTENCE_END.search(text) and not _DEMAND.match(following)
    ]
    enough = 1 if wrapped > len(full) / 3 else 3  # a short answer is mostly letterhead and headings
    return len(inside) >= enough and sum(inside) > _DOUBLED * len(inside)


def _width(rows: Sequence[_Row]) -> int:
    """The width in characters at which the text is wrapped: what nine lines in ten keep within."""
    lengths = sorted(len(row.text) for row in rows if len(row.text) >= 40)
    if len(lengths) < _WRAPPED:
        return max([*lengths, _USUAL])  # too few to tell
    return lengths[int(len(lengths) * 0.9)]


def _kind(rows: Sequence[_Row], index: int, width: int, *, in_text: bool, listing: bool, attached: bool = False) -> BlockKind:
    row = rows[index]
    if row.line.style == "meta":
        return "meta"
    if not in_text and index < _HEAD_ROWS // 2 and _names_document(rows, index):
        return "text"
    if attached and _ITEM.match(row.text):
        return "item"  # "1. Motionen" among the attachments is one of them
    if row.line.style == "heading" or heading_kind(row.text) or is_attachments(row.text):
        return "heading"
    if row.line.style == "item" or _ITEM.match(row.text):
        return "item"
    before = rows[index - 1] if index else None
    if _DEMAND.match(row.text) and (before is None or row.blank_before or _opens_demand(before.text, listing=listing)):
        return "item"
    if not in_text and _META.match(row.text) and _labels(rows, index, width):
        return "meta"
    if in_text and _unknown_heading(rows, index):
        return "heading"
    return "text"


def _labels(rows: Sequence[_Row], index: int, width: int) -> bool:
    """Whether "Ord: …" is a labelled fact: on a line of its own, not where a wrapped sentence happens to break."""
    row, before = rows[index], rows[index - 1] if index else None
    alone = before is None or row.blank_before or bool(_META.match(before.text)) or _fits(before, row, width)
    after = rows[index + 1] if index + 1 < len(rows) else None
    goes_on = after is not None and not after.blank_before and after.text[0].islower()
    return alone and not goes_on


def _opens_demand(before: str, *, listing: bool) -> bool:
    """Whether a line that begins with "att" after the line ``before`` is a demand of its own and not wrapped prose."""
    if before.endswith((":", " besluta", " beslutar", " att")):
        return True
    return listing and before.endswith((".", ",", ";", " och", " samt"))


def _unknown_heading(rows: Sequence[_Row], index: int) -> bool:
    """A short line on its own, in capitals' first letter only, before running text: a heading of the writer's own."""
    row = rows[index]
    words = row.text.split()
    if not row.blank_before or row.line.struck or len(row.text) > _UNKNOWN_HEADING or not 1 <= len(words) <= 7:
        return False
    if not row.text[0].isupper() or not row.text[-1].isalpha() or any(char.isdigit() or char in ",;:()" for char in row.text):
        return False
    if index + 1 >= len(rows) or (index and _OPEN_END.search(rows[index - 1].text)):
        return False
    following = rows[index + 1]
    if _ITEM.match(following.text) or _DEMAND.match(following.text):
        return False  # it leads into a list
    capitals = sum(word[0].isupper() for word in words)
    named = len(words) > 1 and capitals == len(words)
    return not named and len(following.text) > len(row.text) and following.text[0].isupper() and len(following.text) > 40


def _names_document(rows: Sequence[_Row], index: int) -> bool:
    """Whether a heading at the top only says what the document is: a title or a number follows, not running text."""
    if rows[index].line.style == "heading" or not _DOCUMENT_NAME.match(rows[index].text) or index + 1 >= len(rows):
        return False
    following = rows[index + 1].text
    return (len(following) < _INSIDE and not _SENTENCE_END.search(following)) or following.lower().startswith("motion")


def _same_heading(before: _Row, row: _Row) -> bool:
    """A Markdown heading has one line; a heading of words never goes on."""
    return before.line.style == "heading" and row.line.style == "heading" and row.line.number == before.line.number


def _breaks(before: _Row, row: _Row, width: int) -> bool:
    """Whether ``row`` begins a new paragraph after ``before``."""
    if before.line.struck != row.line.struck:
        return True
    ended = bool(_SENTENCE_END.search(before.text))
    starts_low = row.text[0].islower()
    if _OWN_LINE.match(row.text):
        return True
    if row.page_break:
        return (ended or len(before.text) < _SHORT * width / 2) and not starts_low
    if row.blank_before:
        return not ((starts_low and not ended) or (not ended and bool(_OPEN_END.search(before.text))))
    if starts_low:
        return False
    if ended:
        return _fits(before, row, width)
    short = len(before.text) < _SHORT * width and not _OPEN_END.search(before.text)
    return short and (row.text[0].isupper() or row.text[0].isdigit())


def _fits(before: _Row, row: _Row, width: int) -> bool:
    """Whether the first word of ``row`` would have had room on the line before, so that the break was meant."""
    first = row.text.split(maxsplit=1)[0]
    return len(before.text) + 1 + len(first) <= width - 2


def _block(file: str, kind: BlockKind, lines: list[Line], whole: frozenset[str]) -> Block:
    joined = join(lines, whole)
    return Block(
        kind,
        joined.text,
        joined.starts,
        Place(file, lines[0].page, lines[0].number),
        joined.restored,
        joined.original,
        level=lines[0].level,
        struck=all(line.struck for line in lines),
        lines=tuple(lines),
    )
