"""Tables whose lines are as they were set: cells under each other, or with a tab or a bar between them.

A line that has something where no column begins is not of the table, and the table is over; one that never had its columns is
none of these.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.bundles.asked import Names
from generator.bundles.cells import Row, setting
from generator.bundles.grids import Cell, Strip, decides
from generator.bundles.heads import Head, pieces, spans
from generator.bundles.tablerows import Table
from generator.model import Line
from generator.parse.bodynames import is_body
from generator.parse.tableheads import columns_of

_PIECE = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"^[\s|+:=_–—-]+$")
_NEAR = 2  # characters by which a cell may begin elsewhere than its column
_EMPTY = 4  # empty lines after which a table is over


def barred(lines: Sequence[Line], at: int, end: int) -> Table | None:
    """A table with a tab or a bar between its cells, one row a line; None where ``lines[at]`` is no head of one."""
    head = lines[at].text
    columns = columns_of(pieces(head)) if "\t" in head or "|" in head else None
    if columns is None:
        return None
    width = len(spans(head))
    table = Table(setting(lines, at, end, Names()), tuple(range(width)), _cells(lines, at), ordered=True)
    table.taken.add(at)
    for index in range(at + 1, end):
        text = lines[index].text
        if _RULE.match(text) and "|" in head:
            continue
        if not text.strip() or len(spans(text)) != width or ("|" in text) != ("|" in head):
            break
        cells = _cells(lines, index)
        # The columns of a head may stand in any order; the row keeps the head's.
        table.rows.append(Row(index, [cells[0]], [cells[1]], list(cells[2:])))
        table.taken.add(index)
    return table if table.rows else None


def _cells(lines: Sequence[Line], index: int) -> tuple[Cell, ...]:
    return tuple(Cell(column, index, start, stop) for column, (start, stop) in enumerate(spans(lines[index].text)))


def laid(lines: Sequence[Line], at: int, end: int, head: Head, names: Names, aside: Collection[int], over: Sequence[int]) -> Table | None:
    """A table whose head stands alone on its line, its cells under it; None where the lines after it show no such columns.

    ``over`` are the indexes of lines that begin what comes after any table.
    """
    if head.end < len(lines[at].text.rstrip()):
        return None
    table = Table(setting(lines, max(0, at - 60), end, names), head.columns, head.cells, ordered=True)
    table.taken.add(at)
    empty = 0
    for index in range(at + 1, end):
        line = lines[index]
        if not line.text.strip():
            empty += 1
            if empty >= _EMPTY:
                break
            continue
        if index in aside or _RULE.match(line.text):
            continue
        cells = None if index in over or line.style != "text" else _aligned(line.text, index, head)
        if cells is None or not _is_row(table, cells, blank=empty > 0):
            break
        table.add(Strip(tuple(cells), empty > 0 or not table.rows))
        empty = 0
    return table if table.rows and any(row.stand for row in table.rows) else None


def _aligned(text: str, index: int, head: Head) -> list[Cell] | None:
    """The cells of a line by where they begin; None where one begins under no column, or runs over the next."""
    made: list[Cell] = []
    for match in _PIECE.finditer(text):
        offset = match.start() - head.indent
        column = next((number for number, start in enumerate(head.columns) if abs(start - offset) <= _NEAR), None)
        if column is None or (made and column <= made[-1].column):
            if not made or (column is None and match.start() - made[-1].end > _NEAR and made[-1].column < len(head.columns) - 1):
                return None
            made[-1] = Cell(made[-1].column, index, made[-1].start, match.end())
        else:
            made.append(Cell(column, index, match.start(), match.end()))
    for cell in made:
        after = cell.column + 1
        if after < len(head.columns) and cell.end - head.indent > head.columns[after]:
            return None
    return made


def _is_row(table: Table, cells: Sequence[Cell], *, blank: bool) -> bool:
    """Whether a line with these cells can be of the table: after an empty line a lone first cell must name a body."""
    if not table.rows:
        return len(cells) > 1 and cells[0].column == 0
    if cells[0].column or len(cells) > 1 or not blank:
        return True
    text = table.text(cells)
    return is_body(text) or table.names.begins(text) or decides(text)
