"""Paragraphs, notes, headers and tables of an RTF file, on their way to lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from generator.model import LineStyle
from generator.readers.counting import counted, label_of
from generator.readers.gathering import MOST_COLUMNS, Gathering, Piece, note_mark, raised
from generator.readers.rtf.styles import Tables

_SAME_EDGE = 40  # twentieths of a point: less than a millimetre, and no column is that narrow


@dataclass(slots=True)
class _Paragraph:
    """A paragraph in the making, with the properties that stay in force until they are reset."""

    pieces: list[Piece] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)
    label: str = ""
    style: int | None = None
    outline: int | None = None
    level: int = 0
    in_table: bool = False
    shaded: bool = False

    def set(self, word: str, number: int | None) -> bool:
        """Set what a control word says of the paragraph; False if it says nothing of it."""
        if word == "pard":
            self.style = self.outline = None
            self.level, self.in_table, self.shaded = 0, False, False
        elif word == "s":
            self.style = number
        elif word == "outlinelevel":
            self.outline = number
        elif word == "ilvl":
            self.level = max(0, min(number or 0, 8))
        elif word in {"intbl", "itap"}:
            self.in_table = word == "intbl" or bool(number)
        elif word in {"cbpat", "shading"}:
            self.shaded = bool(number)
        else:
            return False
        return True

    def cleared(self) -> _Paragraph:
        """An empty paragraph with the same properties."""
        return _Paragraph(
            style=self.style, outline=self.outline, level=self.level, in_table=self.in_table, shaded=self.shaded
        )


@dataclass(slots=True)
class _Side:
    """A text beside the document's: a note, header, footer or label, with the paragraph that waits for its end."""

    kind: str
    waiting: _Paragraph
    texts: list[str] = field(default_factory=list)
    key: str = ""
    mark: str = ""


@dataclass(slots=True)
class Flow:
    """What the text of the file goes through: the paragraph in the making, the texts beside it, the table in the making."""

    gathering: Gathering
    tables: Tables
    roman: bool = False  # whether endnotes have Roman numbers
    paragraph: _Paragraph = field(default_factory=_Paragraph)
    _sides: list[_Side] = field(default_factory=list)
    _cell: list[str] = field(default_factory=list)
    _row: list[str] = field(default_factory=list)
    _row_refs: list[str] = field(default_factory=list)
    _rows: list[list[str]] = field(default_factory=list)
    _edges: list[int] = field(default_factory=list)  # where the cells of the row end, in twentieths of a point
    _rows_edges: list[list[int]] = field(default_factory=list)
    _rows_refs: list[list[str]] = field(default_factory=list)
    _notes: int = 0
    _marks: int = 0
    _ends: int = 0
    _marked: str = ""  # a note's mark that stands in the text, its note still to come

    # --- texts beside the document's --------------------------------------------------------------------------

    def begin_side(self, kind: str) -> None:
        """Begin a note, a header, a footer, a label or a box; what comes next is its text, until ``end_side``."""
        side = _Side(kind, self.paragraph)
        if kind == "note":
            self._notes += 1
            side.key = str(self._notes)
            side.mark = self._marked or self._custom_mark()
            self._marked = ""
            self.paragraph.refs.append(side.key)
        self._sides.append(side)
        self.paragraph = _Paragraph()

    def _custom_mark(self) -> str:
        """The mark that an author has set: what stands last in the paragraph, if it is no word."""
        last = self.paragraph.pieces[-1].text.strip() if self.paragraph.pieces else ""
        return last if 0 < len(last) <= 4 and not any(char.isalpha() for char in last) else ""

    def end_side(self) -> None:
        """End what was begun last, and go on with the paragraph that it stands beside."""
        side = self._sides.pop()
        if side.kind == "label":
            label = label_of(self.gathering.text(self.paragraph.pieces))
            self.paragraph = side.waiting
            self.paragraph.label = label
            return
        self._keep(side)
        self.paragraph = side.waiting
        if side.kind == "note":
            text = " ".join(side.texts)
            self.gathering.note(side.key, side.mark, text.removeprefix(side.mark).lstrip() if side.mark else text)
        elif side.kind == "box":
            self._put_box(side)
        else:
            for text in side.texts:
                (self.gathering.header if side.kind == "header" else self.gathering.footer)(text)

    def _put_box(self, side: _Side) -> None:
        """Put the text of a box where it is anchored: before its paragraph, or into the cell or the text beside."""
        if self._sides:
            self._sides[-1].texts.extend(side.texts)
        elif self.paragraph.in_table:
            self._cell.extend(text.replace("\n", " ").replace("\t", " ") for text in side.texts)
        else:
            self._end_table()
            for text in side.texts:
                self.gathering.paragraph([Piece(text)])

    def _keep(self, side: _Side) -> None:
        """Put the paragraph in the making into the side text."""
        text = self.gathering.text(self.paragraph.pieces)
        if text.strip():
            side.texts.append(f"{self.paragraph.label} {text}" if self.paragraph.label else text)
        self.paragraph = self.paragraph.cleared()

    def note_mark(self) -> None:
        """The automatic mark of a note, in the text or at the beginning of the note itself."""
        if self._sides and self._sides[-1].kind == "note":
            return  # the note's own mark is set before it when it is done
        self._marks += 1
        self._marked = str(self._marks)
        pieces = self.paragraph.pieces
        if pieces:
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip(" "))
        pieces.append(replace(pieces[-1], text=raised(self._marked)) if pieces else Piece(raised(self._marked)))

    def endnote(self) -> None:
        """Turn the note that was begun last into an endnote: these are counted for themselves, often in Roman numbers."""
        side = self._sides[-1] if self._sides else None
        if side is None or side.kind != "note" or not side.mark.isdigit():
            return
        wrong = raised(side.mark)
        self._marks -= 1
        self._ends += 1
        side.mark = counted(self._ends, "i" if self.roman else "1")
        pieces = side.waiting.pieces
        for index in range(len(pieces) - 1, -1, -1):
            if pieces[index].text == wrong:
                pieces[index] = replace(pieces[index], text=note_mark(side.mark))
                break

    def finish(self) -> None:
        """End everything that is still in the making."""
        while self._sides:
            self.end_side()
        self.end_paragraph()
        self._end_table()

    # --- paragraphs and tables --------------------------------------------------------------------------------

    def end_paragraph(self) -> None:
        """End the paragraph in the making."""
        if self._sides:
            self._keep(self._sides[-1])
        elif self.paragraph.in_table:
            self.into_cell()
        else:
            self._end_table()
            done, self.paragraph = self.paragraph, self.paragraph.cleared()
            level = self.tables.level(done.style, done.outline)
            style: LineStyle = "heading" if level else "item" if done.label else "text"
            pieces = done.pieces if not (level and done.label) else [Piece(f"{done.label} "), *done.pieces]
            label = "" if level else done.label
            self.gathering.paragraph(pieces, style, level or (done.level + 1 if label else 0), label, done.refs)

    def into_cell(self) -> None:
        """Add the paragraph in the making to the cell in the making."""
        done, self.paragraph = self.paragraph, self.paragraph.cleared()
        text = self.gathering.text(done.pieces).replace("\n", " ").replace("\t", " ").strip()
        if text:
            self._cell.append(f"{done.label} {text}" if done.label else text)
        self._row_refs.extend(done.refs)

    def begin_row(self) -> None:
        """Begin the definition of a row: where its cells end is told next."""
        self._edges = []

    def edge(self, at: int) -> None:
        """Where the next cell of the row ends."""
        if len(self._edges) < MOST_COLUMNS:
            self._edges.append(at)

    def end_cell(self) -> None:
        """End the cell in the making."""
        if self._sides:  # a table in a header or a text box: its cells are columns of one line
            self.paragraph.pieces.append(Piece("\t"))
            return
        self.into_cell()
        self._row.append(" ".join(self._cell))
        self._cell = []

    def end_row(self) -> None:
        """End the row in the making."""
        if self._sides:
            self._keep(self._sides[-1])
            return
        if self._cell:
            self.end_cell()
        self._rows.append(self._row)
        self._rows_edges.append(self._edges)
        self._rows_refs.append(self._row_refs)
        self._row, self._row_refs = [], []

    def _end_table(self) -> None:
        if self._cell or self._row:
            self.end_row()
        if not self._rows:
            return
        rows, refs, self._rows, self._rows_refs = _in_columns(self._rows, self._rows_edges), self._rows_refs, [], []
        self._rows_edges = []
        if max(len(row) for row in rows) > 1:
            self.gathering.table(rows, refs)
            return
        for row, marks in zip(rows, refs, strict=True):  # a single column is a frame around paragraphs
            self.gathering.paragraph([Piece(text) for text in row], refs=marks)


def _in_columns(rows: list[list[str]], edges: list[list[int]]) -> list[list[str]]:
    """The rows with every cell in the column where it begins, by where the cells end; as they are where that does not add up."""
    if any(len(row) != len(ends) or ends != sorted(ends) for row, ends in zip(rows, edges, strict=True)):
        return rows
    columns: list[int] = []
    for end in sorted({end for ends in edges for end in ends}):
        if not columns or end - columns[-1] > _SAME_EDGE:
            columns.append(end)
    if len(columns) > MOST_COLUMNS or len(columns) > 3 * max(len(row) for row in rows):
        return rows
    placed = []
    for row, ends in zip(rows, edges, strict=True):
        begins = [0, *(bisect_right(columns, end) for end in ends[:-1])] if ends else []
        if len(set(begins)) < len(begins) or max(begins, default=-1) >= len(columns):
            return rows
        made = [""] * len(columns)
        for at, text in zip(begins, row, strict=True):
            made[at] = text
        placed.append(made)
    return placed
