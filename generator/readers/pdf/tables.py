"""Rules → tables: a grid of at least two rows and two columns whose lines meet, and the words in its cells.

Cells are where no rule parts two squares of the grid, so that a merged cell is one; its text is given once. A frame around
one text, or boxes one over the other, are no table.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.model import Line
from generator.readers.pdf.glyphs import Box
from generator.readers.pdf.lines import Row, Word
from generator.readers.pdf.objects import Rule

_MEETS = 3.0  # points by which the ends of two rules may miss each other
_SAME = 2.5  # points within which two rules are one
_MOST_LINES = 200  # of a grid, each way
_MOST_RULES = 4_000
_LEAST_FILLED = 0.3  # share of the cells with text in them
_DIVIDED = "\u00ad"  # in a cell's text, until the whole document is known: here a line ended in a hyphen
_DIVISION = re.compile(r"(?P<head>\w+)\u00ad(?P<tail>\w+)")
_HYPHENED = re.compile(r"\w+(?:-\w+)+")
_ALIKE = 4  # letters after the hyphen by which two words are one: att-satsen, att-satserna
_WORDY = 2  # cells with text at least


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's place and its cells: for each row, each cell's box or None where another cell reaches over it."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows of cells as text, and where each row begins on the page."""

    box: Box
    rows: tuple[tuple[str, ...], ...]
    tops: tuple[float, ...]


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """The grids that rules make, from the top."""
    if len(rules) > _MOST_RULES:
        return []
    levels = _joined(rule for rule in rules if rule.level)
    uprights = _joined(rule for rule in rules if not rule.level)
    made = [grid for group in _groups(levels, uprights) if (grid := _grid(*group))]
    return sorted(made, key=lambda grid: (grid.box[1], grid.box[0]))


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one line that touch, made one."""
    made: list[Rule] = []
    ordered = sorted(rules, key=lambda rule: rule.at)
    for _, line in itertools.groupby(_lines(ordered), key=lambda pair: pair[0]):
        pieces = sorted((rule for _, rule in line), key=lambda rule: rule.start)
        at = pieces[0].at
        start, end = pieces[0].start, pieces[0].end
        for rule in pieces[1:]:
            if rule.start <= end + _MEETS:
                end = max(end, rule.end)
            else:
                made.append(Rule(rule.level, at, start, end))
                start, end = rule.start, rule.end
        made.append(Rule(pieces[0].level, at, start, end))
    return made


def _lines(ordered: Sequence[Rule]) -> Iterable[tuple[int, Rule]]:
    number, at = -1, float("-inf")
    for rule in ordered:
        if rule.at - at > _SAME:
            number, at = number + 1, rule.at
        yield number, rule


def _groups(levels: Sequence[Rule], uprights: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that meet, directly or through others."""
    parent = list(range(len(levels) + len(uprights)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, level in enumerate(levels):
        for j, upright in enumerate(uprights):
            if (
                level.start - _MEETS <= upright.at <= level.end + _MEETS
                and upright.start - _MEETS <= level.at <= upright.end + _MEETS
            ):
                parent[root(i)] = root(len(levels) + j)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, level in enumerate(levels):
        found.setdefault(root(i), ([], []))[0].append(level)
    for j, upright in enumerate(uprights):
        found.setdefault(root(len(levels) + j), ([], []))[1].append(upright)
    return list(found.values())


def _grid(levels: Sequence[Rule], uprights: Sequence[Rule]) -> Grid | None:
    ys, xs = _marks(levels), _marks(uprights)
    if not (3 <= len(ys) <= _MOST_LINES and 3 <= len(xs) <= _MOST_LINES):
        return None
    columns, rows = len(xs) - 1, len(ys) - 1
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    cells: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(rows):
        for column in range(columns):
            if (row, column) in owner:
                continue
            right = column
            while right + 1 < columns and (row, right + 1) not in owner and not _parted(uprights, xs[right + 1], ys[row], ys[row + 1]):
                right += 1
            bottom = row
            while bottom + 1 < rows and not _parted(levels, ys[bottom + 1], xs[column], xs[right + 1]):
                bottom += 1
            for i in range(row, bottom + 1):
                for j in range(column, right + 1):
                    owner[i, j] = (row, column)
            cells[row, column] = (bottom, right)
    if not any(column for _, column in cells) or len({row for row, _ in cells}) < 2:
        return None
    made = tuple(
        tuple(
            (xs[column], ys[row], xs[cells[row, column][1] + 1], ys[cells[row, column][0] + 1]) if (row, column) in cells else None
            for column in range(columns)
        )
        for row in range(rows)
    )
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), made)


def _marks(rules: Sequence[Rule]) -> list[float]:
    made: list[float] = []
    for rule in sorted(rules, key=lambda one: one.at):
        if not made or rule.at - made[-1] > _SAME:
            made.append(rule.at)
    return made


def _parted(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    """Whether a rule at ``at`` covers the middle half of start..end."""
    middle, quarter = (start + end) / 2, (end - start) / 4
    return any(abs(rule.at - at) <= _SAME and rule.start <= middle - quarter and rule.end >= middle + quarter for rule in rules)


def filled(grid: Grid, rows: Sequence[Row]) -> tuple[Table | None, list[Row]]:
    """The grid's table with the words that stand in it, and the rows without them; (None, rows) where it is no table."""
    inside: dict[tuple[int, int], list[Row]] = {}
    left: list[Row] = []
    tops = [next(cell[1] for cell in row if cell) if any(row) else grid.box[1] for row in grid.rows]
    for row in rows:
        parts: dict[tuple[int, int], list[Word]] = {}
        outside: list[Word] = []
        for word in row.words:
            cell = _cell(grid, tops, (word.x0 + word.x1) / 2, word.base - 0.3 * word.size)
            if cell is None:
                outside.append(word)
            else:
                parts.setdefault(cell, []).append(word)
        if outside:
            left.append(Row(tuple(outside)))
        for cell, words in parts.items():
            inside.setdefault(cell, []).append(Row(tuple(words)))
    left += _spilled(grid, inside)
    cells = sum(1 for row in grid.rows for cell in row if cell)
    if len(inside) < max(_WORDY, _LEAST_FILLED * cells) or len({column for _, column in inside}) < 2:
        return None, list(rows)
    made = [
        (texts, tops[number]) for number, row in enumerate(grid.rows) for texts in _texts([inside.get((number, column), []) for column in range(len(row))])
    ]
    made = [(texts, top) for texts, top in made if any(texts)]
    used = [column for column in range(len(grid.rows[0])) if any(texts[column] for texts, _ in made)]
    return Table(grid.box, tuple(tuple(texts[column] for column in used) for texts, _ in made), tuple(top for _, top in made)), left


def _spilled(grid: Grid, inside: dict[tuple[int, int], list[Row]]) -> list[Row]:
    """The rows of cells as wide as the table that hold lines set in columns of their own; they are taken out of ``inside``.

    There the table has rules around its rows but none between them: what stands apart on a line is no one cell's text.
    """
    made: list[Row] = []
    for key, rows in list(inside.items()):
        cell = grid.rows[key[0]][key[1]]
        wide = cell is not None and cell[2] - cell[0] > 0.95 * (grid.box[2] - grid.box[0])
        if wide and sum(len(row.segments) > 1 for row in rows) >= 2:
            made += inside.pop(key)
    return made


def _texts(cells: Sequence[Sequence[Row]]) -> list[tuple[str, ...]]:
    """The texts of a row of cells; more than one row where its lines are figures, level with the lines beside them.

    So look the rows of an account, with a rule around them all and none between: one column has a figure on every line,
    and every line of the others is level with one of those.
    """
    lines = [sorted(cell, key=lambda row: row.base) for cell in cells]
    figures = [column for column, rows in enumerate(lines) if len(rows) >= 2 and all(_is_figure(row) for row in rows)]
    for column in figures:
        bases = [row.base for row in lines[column]]
        at = [[_level(row.base, bases) for row in rows] for rows in lines]
        others = [places for number, places in enumerate(at) if places and number != column]
        if others and all(None not in places and len(set(places)) == len(places) for places in at) and any(len(places) == len(bases) for places in others):
            return [
                tuple(next((row.text for row, place in zip(rows, places, strict=True) if place == number), "") for rows, places in zip(lines, at, strict=True))
                for number in range(len(bases))
            ]
    return [tuple(_text(cell) for cell in cells)]


def _is_figure(row: Row) -> bool:
    text = row.text.replace(" ", "")
    return any(char.isdigit() for char in text) and not any(char.isalpha() for char in text)


def _level(base: float, bases: Sequence[float]) -> int | None:
    return next((number for number, other in enumerate(bases) if abs(other - base) < 2.0), None)


def _cell(grid: Grid, tops: Sequence[float], x: float, y: float) -> tuple[int, int] | None:
    x0, y0, x1, y1 = grid.box
    if not (x0 <= x <= x1 and y0 <= y <= y1):
        return None
    for number in range(bisect.bisect_right(tops, y) - 1, -1, -1):
        for column, cell in enumerate(grid.rows[number]):
            if cell and cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]:
                return number, column
    return None


def _text(rows: Sequence[Row]) -> str:
    """A cell's lines as one text, words divided at a line's end made whole."""
    text = ""
    for row in sorted(rows, key=lambda one: one.base):
        line = " ".join(word.text for word in row.words)
        text = in_one(text, line, _DIVIDED) if text else line
    return text


def in_one(text: str, line: str, instead: str = "") -> str:
    """``text`` and the line after it, a hyphen at the end replaced by ``instead`` where the next line begins with a small letter.

    It stays (KNOWLEDGE, "Lines to paragraphs") before a capital or a figure, after capitals and figures, and, with a space,
    before och, eller and samt.
    """
    if not text.endswith("-") or len(text) < 2 or not text[-2].isalnum() or not line:
        return f"{text} {line}".strip()
    word = text.rpartition(" ")[2][:-1]
    first = line.partition(" ")[0]
    if first in {"och", "eller", "samt", "respektive"}:
        return f"{text} {line}"
    if not first[:1].islower() or word.isupper() or word[-1].isdigit():
        return text + line
    return text[:-1] + instead + line


def settled(lines: Sequence[Line]) -> tuple[Line, ...]:
    """``lines`` with the words that were divided inside cells made whole: with a hyphen where the document writes them so elsewhere."""
    if not any(_DIVIDED in line.text for line in lines):
        return tuple(lines)
    hyphened = sorted({word.lower() for line in lines for word in _HYPHENED.findall(line.text)})

    def whole(found: re.Match[str]) -> str:
        start = f"{found['head']}-{found['tail'][:_ALIKE]}".lower()
        at = bisect.bisect_left(hyphened, start)
        kept = at < len(hyphened) and hyphened[at].startswith(start)
        return f"{found['head']}{'-' if kept else ''}{found['tail']}"

    made = []
    for line in lines:
        if _DIVIDED in line.text:
            text = _DIVISION.sub(whole, line.text).replace(_DIVIDED, "")
            line = replace(line, text=text, cells=tuple(text.split("\t")) if line.cells else ())  # noqa: PLW2901 - the same line, its words whole
        made.append(line)
    return tuple(made)
