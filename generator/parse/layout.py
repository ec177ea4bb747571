"""Lines → blocks: headings, paragraphs, list items, tables, notes and labelled facts, with the page furniture left out.

Where the reader knows how the text is made (``Line.opens``, ``Line.style``), its word holds. Elsewhere the rules were measured
on 93 hand-marked blocks of real answers: a blank line alone is a poor sign of a paragraph (it errs in nine of ten), the length
of the last line and the case of the next letter are good ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Document, Line, Place
from generator.parse.blocks import Block, BlockKind, Layout
from generator.parse.furniture import furniture
from generator.parse.headings import heading_kind, is_attachments
from generator.parse.notes import note_mark, placed
from generator.parse.rows import DEMAND, HEAD_ROWS, INSIDE, ITEM, SENTENCE_END, Row, rows, width
from generator.parse.signatures import signature_lines
from generator.swedish.joining import hyphenated, join, join_rows

__all__ = ["Block", "Layout", "lay_out", "make_block"]

_META = re.compile(r"^[A-ZÅÄÖ][\wåäö /]{1,24}:\s+\S")
# A line that ends in one of these, or in a hyphen, is not the end of anything.
_OPEN_END = re.compile(
    r"\b(?:och|eller|samt|att|är|av|för|i|på|till|med|om|den|det|de|en|ett|som|från|vid|inom|under|mellan|enligt|genom)$|\w-$|\([^()]{0,30}$"
)
# A line that begins so is never the middle of a sentence.
_OWN_LINE = re.compile(
    r"^(?:§\s*\d|(?:Dnr|Diarienr|Diarienummer|Ärendenr|Datum|Väckt|Inlämnad|Ingiven|Inkom)\b|(?:Ert|Er|Vårt|Vår|KS|Kommunstyrelsens|[A-ZÅÄÖ]\w+nämndens) (?:dnr|diarie\w+|referens|beteckning)\b|"
    r"[A-ZÅÄÖ][a-zåäö]+,? (?:den )?(?:\d{1,2} [a-zåäö]{3,9} \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})$|(?:Ink|Ankom|Utfärdat|Daterat)\.?:? \d|"
    r"\d{4}-\d{2}-\d{2}\s+(?:Dnr|Diarie\w+|Ärende\w+|Sida)\b|Beteckning:? [A-ZÅÄÖ\d]|(?:Handläggare|Utredare|Föredragande):?(?: [A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+)?$|"
    r"(?:Svar på (?:remiss|motion)|Remiss från|Remissvar (?:till|på|över)|Yttrande (?:till|över))\b|[A-ZÅÄÖ]{2,5}[ .-]\d{4}[./:-]\d+$|"
    r"(?:Att-?\s?sats|Yrkande|Förslag) \d{1,2}(?::.*)?$)"
)
# Headings that name the document itself where they stand at its top, over its title or number.
_DOCUMENT_NAME = re.compile(r"^(?:remissvar|yttrande)$", re.IGNORECASE)
_SHORT = 0.6  # share of the width below which a line break was meant although no sentence ended
_UNKNOWN_HEADING = 60  # characters


def lay_out(document: Document) -> Layout:
    """The blocks of ``document`` in order, and its furniture. A footnote follows the block that holds its mark."""
    claimed = furniture(document.lines)
    everything = rows(document.lines, claimed)
    found = [row for row in everything if row.line.style != "note"]
    wide = width(found)
    signed = _signed(found)
    whole = hyphenated(document.lines)
    blocks: list[Block] = []
    group: list[Row] = []
    group_kind: BlockKind = "text"

    def close() -> None:
        if group:
            blocks.append(make_block(document.file, group_kind, [row.line for row in group], whole))
            group.clear()

    in_text = attached = False
    for index, row in enumerate(found):
        if index in signed:
            kind: BlockKind = "signature"
        elif _goes_on(row, group, group_kind):
            kind = group_kind
        else:
            listing = group_kind == "item" and bool(group) and bool(DEMAND.match(group[0].text))
            kind = _kind(found, index, wide, in_text=in_text, listing=listing, attached=attached)
            if kind == "text" and listing and DEMAND.match(row.text) and (row.text[0] == "A" or _fits(group[-1], row, wide)):
                kind = "item"  # no mark set the demand apart, but a wrapped line would have had room for its first word
        if not group or _starts_new(group[-1], row, group_kind, kind, wide):
            close()
            group_kind = kind
        group.append(row)
        in_text = in_text or kind == "heading"
        attached = is_attachments(row.text) if kind == "heading" else attached
    close()
    notes = [
        make_block(document.file, "note", lines, whole) for lines in _notes([row for row in everything if row.line.style == "note"])
    ]
    left_out = tuple((claimed[index], document.lines[index]) for index in sorted(claimed))
    return Layout(placed(blocks, notes) if notes else tuple(blocks), left_out)


def make_block(file: str, kind: BlockKind, lines: Sequence[Line], whole: frozenset[str] = frozenset()) -> Block:
    """A block of these lines; ``whole`` are the words that keep their hyphen at a line end. Rows of a table stay rows."""
    joined = join_rows(lines) if kind == "table" else join(lines, whole)
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
        pages=joined.pages,
    )


def _signed(found: Sequence[Row]) -> frozenset[int]:
    """The indexes of the rows of signatures; those of a table only where all its rows are."""
    signed = signature_lines([row.text for row in found], [row.blank_before for row in found])
    told = {row.line.level for index, row in enumerate(found) if row.line.style == "row" and index not in signed}
    return frozenset(index for index in signed if found[index].line.style != "row" or found[index].line.level not in told)


def _notes(found: Sequence[Row]) -> list[list[Line]]:
    """The lines of each footnote. One begins with its mark, or where the reader says so."""
    made: list[list[Line]] = []
    for row in found:
        if made and row.line.opens is not True and not note_mark(row.text):
            made[-1].append(row.line)
        else:
            made.append([row.line])
    return made


def _goes_on(row: Row, group: Sequence[Row], kind: BlockKind) -> bool:
    """Whether the reader knows that a line of running text goes on with the block before."""
    return row.line.opens is False and bool(group) and kind in {"text", "item", "meta"} and row.line.style in {"text", "item"}


def _starts_new(before: Row, row: Row, group_kind: BlockKind, kind: BlockKind, wide: int) -> bool:
    """Whether ``row`` begins a new block after ``before``, the last row of a block of kind ``group_kind``."""
    if kind == "table" or kind != group_kind:
        running = kind == "text" and group_kind == "item"
        return _breaks(before, row, wide) if running else kind != group_kind or before.line.level != row.line.level
    if kind == "signature":
        return False
    if kind == "heading":
        return not _same_heading(before, row)
    if row.line.opens is False:
        return False
    return kind in {"meta", "item"} or _breaks(before, row, wide)


def _kind(found: Sequence[Row], index: int, wide: int, *, in_text: bool, listing: bool, attached: bool = False) -> BlockKind:
    row = found[index]
    if row.line.style == "row":
        return "table"
    if row.line.style == "meta":
        return "meta"
    if not in_text and index < HEAD_ROWS // 2 and _names_document(found, index):
        return "text"
    if attached and ITEM.match(row.text):
        return "item"  # "1. Motionen" among the attachments is one of them
    if row.line.style == "heading" or heading_kind(row.text) or is_attachments(row.text):
        return "heading"
    if row.line.style == "item" or ITEM.match(row.text):
        return "item"
    before = found[index - 1] if index else None
    if DEMAND.match(row.text) and (before is None or row.apart or _opens_demand(before.text, listing=listing)):
        return "item"
    if not in_text and _META.match(row.text) and _labels(found, index, wide):
        return "meta"
    if in_text and _unknown_heading(found, index):
        return "heading"
    return "text"


def _labels(found: Sequence[Row], index: int, wide: int) -> bool:
    """Whether "Ord: …" is a labelled fact: on a line of its own, not where a wrapped sentence happens to break."""
    row, before = found[index], found[index - 1] if index else None
    alone = before is None or row.apart or bool(_META.match(before.text)) or _fits(before, row, wide)
    after = found[index + 1] if index + 1 < len(found) else None
    goes_on = after is not None and not after.apart and after.text[0].islower()
    return alone and not goes_on


def _opens_demand(before: str, *, listing: bool) -> bool:
    """Whether a line that begins with "att" after the line ``before`` is a demand of its own and not wrapped prose."""
    if before.endswith((":", " besluta", " beslutar", " att")):
        return True
    return listing and before.endswith((".", ",", ";", " och", " samt"))


def _unknown_heading(found: Sequence[Row], index: int) -> bool:
    """A short line on its own, in capitals' first letter only, before running text: a heading of the writer's own."""
    row = found[index]
    words = row.text.split()
    if not row.apart or row.line.struck or len(row.text) > _UNKNOWN_HEADING or not 1 <= len(words) <= 7:
        return False
    if not row.text[0].isupper() or not row.text[-1].isalpha() or any(char.isdigit() or char in ",;:()" for char in row.text):
        return False
    if index + 1 >= len(found) or (index and _OPEN_END.search(found[index - 1].text)):
        return False
    following = found[index + 1]
    if following.line.style == "row" or following.line.opens is False or ITEM.match(following.text) or DEMAND.match(following.text):
        return False  # it leads into a list or a table, or its own sentence goes on
    capitals = sum(word[0].isupper() for word in words)
    named = len(words) > 1 and capitals == len(words)
    return not named and len(following.text) > len(row.text) and following.text[0].isupper() and len(following.text) > INSIDE


def _names_document(found: Sequence[Row], index: int) -> bool:
    """Whether a heading at the top only says what the document is: a title or a number follows, not running text."""
    if found[index].line.style == "heading" or not _DOCUMENT_NAME.match(found[index].text) or index + 1 >= len(found):
        return False
    following = found[index + 1].text
    return (len(following) < INSIDE and not SENTENCE_END.search(following)) or following.lower().startswith("motion")


def _same_heading(before: Row, row: Row) -> bool:
    """A Markdown heading has one line and a heading of words never goes on, but a reader may know that one does."""
    both = before.line.style == "heading" and row.line.style == "heading"
    return both and (row.line.opens is False or (row.line.number == before.line.number and row.line.page == before.line.page))


def _breaks(before: Row, row: Row, wide: int) -> bool:
    """Whether ``row`` begins a new paragraph after ``before``."""
    if before.line.struck != row.line.struck:
        return True
    if row.line.opens is not None:
        return row.line.opens
    ended = bool(SENTENCE_END.search(before.text))
    starts_low = row.text[0].islower()
    if _OWN_LINE.match(row.text):
        return True
    if row.page_break:
        brief = len(before.text) < _SHORT * wide / 2 and not _OPEN_END.search(before.text)
        # A full last line is mostly the middle of a paragraph, also where a sentence ends with it.
        meant = ended and (row.line.page is None or _fits(before, row, wide))
        return (meant or brief) and not starts_low
    if row.blank_before:
        return not ((starts_low and not ended) or (not ended and bool(_OPEN_END.search(before.text))))
    if starts_low:
        return False
    if ended:
        return _fits(before, row, wide)
    short = len(before.text) < _SHORT * wide and not _OPEN_END.search(before.text)
    return short and (row.text[0].isupper() or row.text[0].isdigit())


def _fits(before: Row, row: Row, wide: int) -> bool:
    """Whether the first word of ``row`` would have had room on the line before, so that the break was meant."""
    first = row.text.split(maxsplit=1)[0]
    return len(before.text) + 1 + len(first) <= wide - 2
