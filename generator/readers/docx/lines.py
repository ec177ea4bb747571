"""Paragraphs and tables of a Word document → lines, with headings that only their looks show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.model import Line, LineStyle
from generator.readers.docx.blocks import words_of
from generator.readers.docx.numbering import BULLET
from generator.readers.docx.story import PAGE_MARK, Block, Cell, Paragraph, Ready, Segment, Table

_PLAIN_SIZE = 20  # half-points, where a document says nothing (ISO/IEC 29500-1, 17.3.2.38)
_LARGER = 1.15  # from how many times the text's size letters are a heading's
_LONGEST = 80  # characters of a heading that only its looks show
_IN_A_ROW = 2  # bold lines in a row that may be headings; more are an address or a list
_MOSTLY = 0.4  # share of bold letters from which bold is how this document is set
_COLUMN = 80  # characters of a cell that may stand on one line with its neighbours
_ASKED = re.compile(r"(?:remissinstans\w*|instans(?:er)?|(?:nämnd|bolag|styrelse)(?:er)?(?:\W+(?:och |eller )?(?:nämnd|bolag|styrelse)(?:er)?)?)\W*$", re.IGNORECASE)
_ANSWERED = re.compile(r"(?:\w+s )?(?:beslut|ställningstagande|svar|hållning|inställning|yttrande)\W*$", re.IGNORECASE)
_GRID = 3  # rows and columns of a table without lines that is a table all the same
_LETTERHEAD_ROWS = 8
# What stands in a letterhead, alone or before its value.
_LETTERHEAD = re.compile(
    r"^(?:(?:sammanträdes)?datum|dnr|diarienr|diarienummer|ärendenr|ärendenummer|handläggare|tjänsteutlåtande|tjänsteskrivelse|"
    r"protokollsutdrag|sammanträdesprotokoll|remissvar|yttrande|vår referens|er referens|sida)\b.{0,60}$",
    re.IGNORECASE,
)
_MARK = re.compile(r"^(\d{1,2}[.)]|[a-zåäö]\)|[-–—•*])\t+(?=\S)")
_NUMBERS = re.compile(r"\d{3}")
_PAGE = re.compile(
    rf"(?:\b(?:sid(?:an?|nr)?\.?|page)\s*:?\s*)?{PAGE_MARK}(?:\s*(?:\(|/|av\b|of\b)\s*(?:{PAGE_MARK}|\d{{1,4}})\s*\)?)?|\(\s*{PAGE_MARK}\s*\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Face:
    """How a document is set: the size of its text in half-points, whether bold stands out, and its larger sizes."""

    size: int
    bold_stands_out: bool
    sizes: tuple[int, ...] = ()


@dataclass(slots=True)
class _Written:
    """The lines made so far, and how many tables there were."""

    lines: list[Line] = field(default_factory=list)
    tables: int = 0
    opening: bool = True  # no heading and no running text yet

    def add(self, text: str, style: LineStyle = "text", level: int = 0, *, struck: bool = False, cells: tuple[str, ...] = ()) -> None:
        self.opening = self.opening and style not in {"heading", "item", "row"} and len(text) < _COLUMN
        self.lines.append(Line(0, text, style=style, level=level, struck=struck, opens=True, cells=cells))


def body_lines(found: Sequence[Block], base_size: int | None) -> list[Line]:
    """The lines of a document's body, not yet numbered; ``base_size`` is the size of letters that nothing is said about."""
    face = face_of(found, base_size or _PLAIN_SIZE)
    written = _Written()
    _write(written, found, face)
    return written.lines


def edge_lines(found: Iterable[Block], style: LineStyle) -> list[Line]:
    """The lines of a header or footer, without page numbers and empty lines."""
    written = _Written()
    _write(written, tuple(found), Face(0, bold_stands_out=False), edge=True)
    texts = (_PAGE.sub(" ", line.text).strip(" \t|") for line in written.lines)
    kept = (re.sub(r" {2,}", " ", text) for text in texts)
    return [Line(0, text, style=style, opens=True) for text in kept if any(char.isalnum() for char in text)]


def numbered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines with running numbers from 1; of empty lines in a row one is kept, and none at either end."""
    made: list[Line] = []
    for line in lines:
        if line.text or (made and made[-1].text):
            made.append(replace(line, number=len(made) + 1))
    while made and not made[-1].text:
        made.pop()
    return tuple(made)


def face_of(found: Iterable[Block], base_size: int) -> Face:
    """The size most letters have, and whether bold is rare enough to mean something."""
    sizes: Counter[int] = Counter()
    letters = bold = 0
    for block in found:
        for segment in block.segments if isinstance(block, Paragraph) and not block.level else ():
            sizes[segment.size or base_size] += len(segment.text)
            letters += len(segment.text)
            bold += len(segment.text) * segment.bold
    size = sizes.most_common(1)[0][0] if sizes else base_size
    larger = tuple(sorted((one for one in sizes if one >= _LARGER * size), reverse=True))
    return Face(size, bold_stands_out=bold < _MOSTLY * letters, sizes=larger)


def _write(written: _Written, found: Sequence[Block], face: Face, *, edge: bool = False) -> None:
    looks = [0] * len(found) if edge else _looks(found, face)
    for block, level in zip(found, looks, strict=True):
        if isinstance(block, Paragraph):
            _paragraph(written, block, block.level or level)
        elif isinstance(block, Ready):
            _ready(written, block)
        else:
            _table(written, block, face, edge=edge)
        for note in () if isinstance(block, Ready) else block.notes:
            written.add(note, "note")


def _paragraph(written: _Written, block: Paragraph, level: int) -> None:
    if not block.segments:
        written.add("")
    for index, segment in enumerate(block.segments):
        text = _MARK.sub(r"\1 ", segment.text)
        if index or not block.label:
            written.add(text, "heading" if level else "text", level, struck=segment.struck)
        elif level:
            written.add(text if block.label == BULLET else f"{block.label} {text}", "heading", level, struck=segment.struck)
        else:
            written.add(f"{block.label} {text}", "item", struck=segment.struck)


def _ready(written: _Written, block: Ready) -> None:
    first = written.tables
    for line in block.lines:
        level = first + line.level if line.style == "row" else line.level
        written.tables = max(written.tables, level if line.style == "row" else 0)
        written.lines.append(replace(line, level=level))


def _table(written: _Written, table: Table, face: Face, *, edge: bool) -> None:
    if edge or _is_layout(table) or (written.opening and _is_letterhead(table)):
        for row in table.rows:
            _layout_row(written, row, face, edge=edge)
        return
    grid = [tuple("" if cell.blocks is None else words_of(cell.blocks) for cell in row) for row in table.rows]
    worded = [texts for texts in grid if any(texts)]
    written.tables += 1 if worded else 0
    for texts in worded:
        written.add("\t".join(texts), "row", written.tables, cells=texts)


def _is_layout(table: Table) -> bool:
    """Whether a table only sets text in place: a single cell across, a single row of longer cells, or no lines and no full grid of cells."""
    width = max((sum(1 for cell in row if cell.blocks is not None) for row in table.rows), default=0)
    alone = len(table.rows) == 1 and any(len(cell.blocks or ()) > 1 for cell in table.rows[0])
    if width <= 1 or alone:
        return True
    if table.ruled or _lists_answers(table):
        return False
    width = max(len(row) for row in table.rows)
    full = all(len(row) == width and all(cell.blocks is None or words_of(cell.blocks) for cell in row) for row in table.rows)
    return not (full and width >= _GRID and len(table.rows) >= _GRID)


def _lists_answers(table: Table) -> bool:
    """Whether the first row says that the others tell who answered what; such a table may be drawn without lines."""
    first = [" ".join(words_of(cell.blocks or ()).split()) for cell in table.rows[0]]
    return len(first) > 1 and bool(_ASKED.match(first[0])) and any(_ANSWERED.match(text) for text in first[1:])


def _is_letterhead(table: Table) -> bool:
    """Whether a small table, before any running text, holds what letterheads hold."""
    blocks = [block for row in table.rows for cell in row for block in cell.blocks or ()]
    texts = [segment.text for block in blocks if isinstance(block, Paragraph) for segment in block.segments]
    return len(table.rows) <= _LETTERHEAD_ROWS and any(_LETTERHEAD.match(text) for text in texts) and all(len(text) < _COLUMN for text in texts)


def _layout_row(written: _Written, row: Sequence[Cell], face: Face, *, edge: bool) -> None:
    """A row that is no table's: short single lines side by side with a tab between, anything else cell by cell."""
    cells = [cell.blocks for cell in row if cell.blocks]
    texts = [list(_short(cell)) for cell in cells]
    texts = [text for text in texts if text]
    if len(texts) > 1 and all(len(text) == 1 and len(text[0]) <= _COLUMN for text in texts):
        written.add("\t".join(text[0] for text in texts))
        for note in (note for cell in cells for block in cell if not isinstance(block, Ready) for note in block.notes):
            written.add(note, "note")
        return
    for cell in cells:
        _write(written, cell, face, edge=edge)


def _short(cell: Sequence[Block]) -> Iterator[str]:
    """The lines of a cell; something too long for one line where there is more than text in it."""
    for block in cell:
        if isinstance(block, Paragraph) and not block.label and not block.level:
            yield from (segment.text for segment in block.segments)
        elif words_of((block,)):
            yield "x" * (_COLUMN + 1)


def _looks(found: Sequence[Block], face: Face) -> list[int]:
    """For each block the level of the heading that its letters make it, 0 for none."""
    alike = [_stands_out(block, face) for block in found]
    made = [0] * len(found)
    texts = [index for index, block in enumerate(found) if not isinstance(block, Paragraph) or block.segments]
    run: list[int] = []
    for index in texts:
        if alike[index]:
            run.append(index)
            continue
        for heading in run if len(run) <= _IN_A_ROW else ():
            made[heading] = alike[heading]
        run = []
    return made  # a line that nothing follows is no heading


def _stands_out(block: Block, face: Face) -> int:
    if not isinstance(block, Paragraph) or block.level or block.listed or len(block.segments) != 1:
        return 0
    segment: Segment = block.segments[0]
    text = segment.text
    if segment.struck or len(text) > _LONGEST or text.endswith((".", ",", ";")) or not (text[0].isupper() or text[0] in "§123456789"):
        return 0
    if "\t" in text or _NUMBERS.search(text) or not any(char.isalpha() for char in text):
        return 0
    if segment.size in face.sizes:
        return min(face.sizes.index(segment.size) + 1, 6)
    return min(len(face.sizes) + 1, 6) if segment.bold and face.bold_stands_out else 0
