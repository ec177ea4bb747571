"""Ruled tables in a picture: the grid that their rules make, and the words in its cells.

Tesseract names the rules it took away. They tell where a table may be; where its rules really run is then read in the
picture, so that a rule Tesseract missed does not make two rows one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops

from generator.readers.ocr.words import Box, Row, Word, row_of

_DARK = 90  # levels under the paper's that a pixel of a rule has, at the least
_SHARE = 0.8  # of a cell's side that is dark where a rule runs along it
_NEAR = 12  # pixels (a millimetre at 300 dots to the inch) within which two rules meet, or are one
_WIDTH = 8  # pixels to each side of a rule's middle that its ink may reach
_LEAST = 40  # pixels across and down of the smallest cell that holds a word


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the rules of a table run: across the page those between its columns, down the page those between its rows."""

    across: tuple[int, ...]
    down: tuple[int, ...]

    @property
    def box(self) -> Box:
        """The table's own rectangle."""
        return Box(self.across[0], self.down[0], self.across[-1], self.down[-1])

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the table."""
        across, down = word.box.middle
        return self.box.left <= across < self.box.right and self.box.top <= down < self.box.bottom


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its box, and its rows of cells, each with the words in it as rows of text."""

    box: Box
    rows: tuple[tuple[tuple[Row, ...], ...], ...]


def grids(picture: Image.Image, paper: int, rules: Sequence[Box]) -> tuple[Grid, ...]:
    """The grids on a page with at least two columns and two rows, top to bottom; a frame, or a line under a heading, is none."""
    found = [grid for box in _frames(rules) if (grid := _grid(picture, paper, box, rules))]
    return tuple(sorted(found, key=lambda grid: grid.box.top))


def unruled(picture: Image.Image, paper: int, grid: Grid) -> Image.Image:
    """The picture of a table without its rules, of the size of ``grid.box``: beside a rule letters are read wrong."""
    made, box = picture.copy(), grid.box
    for place in grid.across:
        made.paste(paper, (place - _WIDTH, box.top, place + _WIDTH, box.bottom))
    for place in grid.down:
        made.paste(paper, (box.left, place - _WIDTH, box.right, place + _WIDTH))
    return made.crop((box.left, box.top, box.right, box.bottom))


def _frames(rules: Sequence[Box]) -> list[Box]:
    """The boxes around rules that touch each other, where some run across and some down."""
    groups: list[list[Box]] = []
    for rule in rules:
        touching = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([rule, *(other for group in touching for other in group)])
    return [
        Box(min(b.left for b in group), min(b.top for b in group), max(b.right for b in group), max(b.bottom for b in group))
        for group in groups
        if any(b.width > b.height for b in group) and any(b.height > b.width for b in group)
    ]


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left <= other.right + _NEAR
        and other.left <= one.right + _NEAR
        and one.top <= other.bottom + _NEAR
        and other.top <= one.bottom + _NEAR
    )


def _grid(picture: Image.Image, paper: int, box: Box, rules: Sequence[Box]) -> Grid | None:
    inside = [rule for rule in rules if _touch(rule, box)]
    across = _merged([rule.middle[0] for rule in inside if rule.height > rule.width] + [box.left, box.right])
    if len(across) < 3 or box.width < 2 * _LEAST or box.height < 2 * _LEAST:
        return None
    down: list[float] = []
    for left, right in pairwise(across):
        if right - left >= _LEAST:
            down += _rules_down(picture, paper, Box(left + _NEAR // 2, box.top, right - _NEAR // 2, box.bottom))
    edges = _merged([*down, box.top, box.bottom])
    return Grid(tuple(across), tuple(edges)) if len(edges) >= 3 else None


def _rules_down(picture: Image.Image, paper: int, column: Box) -> list[float]:
    """How far down the page rules run through a column, from edge to edge of it."""
    top, bottom = max(0, column.top - _NEAR), min(picture.height, column.bottom + _NEAR)
    strip = picture.crop((column.left, top, column.right, bottom)).point([255 if value < paper - _DARK else 0 for value in range(256)])
    # A rule may slope by a dot or two over the width of a column: a dot counts on the rows above and below it too.
    thick = ImageChops.lighter(strip, ImageChops.lighter(ImageChops.offset(strip, 0, 1), ImageChops.offset(strip, 0, -1)))
    dark = thick.resize((1, thick.height), Image.Resampling.BOX).tobytes()
    return [float(top + at) for at, share in enumerate(dark) if share >= _SHARE * 255]


def _merged(places: Iterable[float]) -> list[int]:
    """Places in order, those within a millimetre of each other as one."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= _NEAR:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [round(sum(group) / len(group)) for group in groups]


def filled(grid: Grid, words: Sequence[Word]) -> Table | None:
    """The table of these words, without rows that hold none; None where fewer than two rows or two columns hold any."""
    across, down = grid.across, grid.down
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        x, y = word.box.middle
        column = _between(across, x)
        row = _between(down, y)
        if column is not None and row is not None:
            cells.setdefault((row, column), []).append(word)
    rows = tuple(
        tuple(_lines(cells.get((row, column), ())) for column in range(len(across) - 1))
        for row in range(len(down) - 1)
        if any((row, column) in cells for column in range(len(across) - 1))
    )
    columns = {column for _, column in cells}
    if len(rows) < 2 or len(columns) < 2:
        return None
    return Table(grid.box, rows)


def _lines(words: Sequence[Word]) -> tuple[Row, ...]:
    """The words of a cell in lines: those that stand at the same height, left to right, whatever block they were given."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.baseline):
        if lines and word.baseline - lines[-1][-1].baseline < 0.5 * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(row_of(sorted(line, key=lambda word: word.box.left)) for line in lines)


def _between(edges: Sequence[int], place: float) -> int | None:
    for index, (first, last) in enumerate(pairwise(edges)):
        if first <= place < last:
            return index
    return None
