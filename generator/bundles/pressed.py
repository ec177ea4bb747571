"""Tables of which only the gaps are left: a page without drawn lines, read so that three spaces stand between any two columns.

How wide a column was is gone. A line with as many pieces as the head has is a row's first where it begins with a body; what a
line with fewer holds is told by the names of the bodies asked and by the phrases of decisions, or the table ends there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.bundles.asked import Names
from generator.bundles.cells import setting
from generator.bundles.grids import Cell, Strip, decides
from generator.bundles.heads import Head
from generator.bundles.tablerows import Table, of_decision
from generator.model import Line
from generator.parse.bodynames import is_body

_GAP = re.compile(r" {3}(?! )")
_OTHER_GAP = re.compile(r" {2}|\t")
_PIECE = re.compile(r"\S+(?: \S+)*")
_ENDED = re.compile(r"[.!?:;][”\"’)]*$")
_BEFORE = 60  # lines before a table in which its words may stand whole


def pressed(lines: Sequence[Line], at: int, end: int, head: Head, names: Names, aside: Collection[int], over: Collection[int]) -> Table | None:
    """The table whose head stands alone on ``lines[at]``; None where other gaps stand in it, or no row is sure."""
    text = lines[at].text.rstrip()
    if head.end < len(text) or _OTHER_GAP.search(_GAP.sub("|", text)):
        return None
    table = Table(setting(lines, max(0, at - _BEFORE), end, names), head.columns, head.cells, ordered=True)
    table.taken.add(at)
    for index in range(at + 1, end):
        line = lines[index]
        if not line.text.strip() or index in aside:
            continue
        pieces = [match.span() for match in _PIECE.finditer(line.text)]
        if index in over or line.style != "text" or _OTHER_GAP.search(_GAP.sub("|", line.text.strip())):
            break
        columns = _columns(table, line, [line.text[start:stop] for start, stop in pieces])
        if not columns:
            if table.rows and names and not names.complete(table.opened):
                table.rows[-1].broken = True  # the line may hold the rest of its name
            break
        table.add(Strip(tuple(Cell(column, index, *span) for column, span in zip(columns, pieces, strict=True)), columns[0] == 0 and len(columns) > 1))
    return table if table.rows and all(row.stand for row in table.rows) else None


def _columns(table: Table, line: Line, texts: Sequence[str]) -> tuple[int, ...]:
    """The column of each piece of a line; empty where they cannot be told."""
    width = table.last + 1
    first = texts[0]
    opens = len(texts) > 1 and first[0].isupper() and (is_body(first) or table.names.begins(first) or decides(texts[1]))
    if opens and len(texts) <= width and not table.names.goes_on(table.opened, first):
        return tuple(range(len(texts)))
    if not table.rows or len(texts) > width:
        return ()
    more = table.names.goes_on(table.opened, first)
    if len(texts) == width:
        return tuple(range(width)) if more else ()
    if len(texts) > 1:
        # Two of three: the rest of a name, or of a decision, beside a comment that goes on.
        return (0, 2) if more else (1, 2) if table.names.complete(table.opened) else ()
    if more:
        return (0,)
    if of_decision(first):
        return (1,)
    last = table.text(table.rows[-1].cells[-1:])
    return (table.last,) if line.opens is False or first[0].islower() or not _ENDED.search(last) else ()
