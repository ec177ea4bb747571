"""A table while it is gathered: its columns, its rows, and which line of the document became what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.bundles.asked import Names
from generator.bundles.cells import Row, Setting, separated, stretch
from generator.bundles.grids import Cell, Strip, decides
from generator.model import Line
from generator.parse.bodynames import is_body
from generator.parse.verdicts import FORWARDS, REMARK

_NAME_LINES = 12  # lines that a name may stand on
_LONGEST_NAME = 90  # characters


@dataclass(slots=True)
class Table:
    """``head`` are the cells of its head, ``heads`` those of the heads that later pages repeat, ``taken`` the lines it took.

    ``ordered``: its lines kept their columns, so that a cell may be empty and none hangs on to another.
    """

    place: Setting
    columns: tuple[int, ...]
    head: tuple[Cell, ...]
    rows: list[Row] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    heads: dict[int, tuple[Cell, ...]] = field(default_factory=dict)
    ordered: bool = False
    before: Cell | None = None  # what stands before the head on its line
    after: dict[int, Cell] = field(default_factory=dict)  # what stands after the last row on its line

    @property
    def lines(self) -> Sequence[Line]:
        """The lines of the document that holds it."""
        return self.place.lines

    @property
    def names(self) -> Names:
        """The bodies that were asked."""
        return self.place.names

    @property
    def opened(self) -> str:
        """The name of the last row, as far as it is known."""
        return self.text(self.rows[-1].name[:_NAME_LINES]) if self.rows else ""

    @property
    def last(self) -> int:
        """The number of the last column."""
        return len(self.columns) - 1

    def text(self, cells: Sequence[Cell]) -> str:
        """The words of some cells, as one text."""
        return self.place.text(cells)

    def add(self, strip: Strip) -> None:
        """Add a physical line: as a row of its own, or to the row that stands open; to none where no row does."""
        name = strip.stretch(0)
        if name and (not self.rows or self._opens_row(strip, name)):
            self.rows.append(Row(name.index))
        elif name and self.names and self.names.complete(self.opened) and not self.names.goes_on(self.opened, self.text([name])):
            self.rows[-1].broken = True  # more of a name that was whole: a row began somewhere before
        if not self.rows:
            return
        row = self.rows[-1]
        for cell in strip.cells:
            (row.name if cell.column == 0 else row.stand if cell.column == 1 else row.tails).append(cell)
        self.taken.update(cell.index for cell in strip.cells)

    def whole(self, index: int) -> None:
        """Give a paragraph of one column to the row that stands open: to its decision where it speaks so, else to its last cell."""
        text = self.lines[index].text
        cell = Cell(self.last, index, len(text) - len(text.lstrip()), len(text.rstrip()))
        row = self.rows[-1]
        (row.stand if self.last == 1 or of_decision(text.strip()) else row.tails).append(cell)
        self.taken.add(index)

    def _opens_row(self, strip: Strip, name: Cell) -> bool:
        """Whether a line with something in its first column begins a row, and does not go on with the name of the one before."""
        stand = strip.stretch(1)
        text, opened = self.text([name]), self.opened
        if self.names.goes_on(opened, text) or not text[0].isupper():
            return False
        known = self.names.complete(opened) or is_body(opened)
        if stand is None:
            return self.ordered and strip.first and known and (is_body(text) or self.names.begins(text))
        after = self.text([stand])
        if decides(after) or self.names.begins(text):
            return True
        return (strip.first or is_body(text)) and known and not after[:1].islower()

    def finish(self) -> None:
        """Put words that hang on to other cells' text where they belong; a row that cannot be one is left as it stood."""
        for row in self.rows:
            if not self.ordered and not row.broken:
                separated(self.place, row, len(self.columns))
            name = self.text(row.name)
            row.broken = row.broken or not (name[:1].isupper() and len(name) <= _LONGEST_NAME and (row.stand or self.ordered))
        if all(row.broken for row in self.rows):
            self.rows = []

    def delivered(self, number: int) -> dict[int, tuple[Line, ...]]:
        """By the index of each line that was taken: the rows that begin there. ``number`` is the table's in its document."""
        made: dict[int, list[Line]] = {index: [] for index in self.taken}
        if self.before:
            made[self.before.index].append(self._text([self.before]))
        for index, head in sorted({self.head[0].index: self.head, **self.heads}.items()):
            if head and index in made:
                made[index].append(self._line(index, [[cell] for cell in head], number))
        for row in self.rows:
            columns = [row.name, row.stand, *([cell for cell in row.tails if cell.column == at] for at in range(2, len(self.columns)))]
            made[row.index].append(self._text(row.cells) if row.broken else self._line(row.index, columns, number))
        for index, cell in self.after.items():
            made[index].append(self._text([cell]))
        return {index: tuple(rows) for index, rows in made.items()}

    def _text(self, cells: Sequence[Cell]) -> Line:
        """Stretches as a line of text, in the order in which they stood."""
        pieces = [stretch(self.lines[cell.index], cell) for cell in cells]
        marks, offset = [], 0
        for piece in pieces:
            marks += [replace(mark, start=mark.start + offset, end=mark.end + offset) for mark in piece.restored]
            offset += len(piece.text) + 1
        return replace(pieces[0], text=" ".join(piece.text for piece in pieces), restored=tuple(marks))

    def _line(self, index: int, columns: Sequence[Sequence[Cell]], number: int) -> Line:
        """A row as a line of the document, with the words that were restored in it marked where they are now."""
        cells: list[str] = []
        marks = []
        offset = 0
        for column in columns:
            one = self.place.joined(column)
            marks += [replace(mark, start=mark.start + offset, end=mark.end + offset) for mark in one.restored]
            cells.append(one.text)
            offset += len(one.text) + 1
        return replace(
            self.lines[index], text="\t".join(cells), cells=tuple(cells), style="row", level=number, opens=None, restored=tuple(marks)
        )


def of_decision(text: str) -> bool:
    """Whether a whole paragraph is what stands in a column of decisions: a remark, or whose paper is sent on."""
    return bool(REMARK.match(text)) or bool(FORWARDS.fullmatch(text))
