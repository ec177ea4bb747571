"""Rows that Tesseract read straight across two columns of running text, taken apart into the columns.

Tesseract mostly finds columns itself. Where their gutter is narrow and their lines stand level it reads across: then three
rows or more have a gap at the same place, with much text on both sides. Columns of little text (signatures, a letterhead,
a table without rules) are left on their row, where the gap tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.readers.ocr.words import Row, row_of

_GUTTER = 1.0  # of a font's size: the narrowest gutter; words of a sentence stand closer on most rows
_ROWS = 3  # with text on both sides of the gutter
_LETTERS = 18  # on a row of each side, on the average: three words and more

Gap = tuple[float, float]


def columns(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows in reading order: of a run of rows that have a gutter, first those to its left, then those to its right."""
    made: list[Row] = []
    at = 0
    while at < len(rows):
        end, gutter = _run(rows, at)
        if gutter is None:
            made.append(rows[at])
            at += 1
            continue
        middle = (gutter[0] + gutter[1]) / 2
        left = [side for row in rows[at:end] if (side := _side(row, middle, before=True))]
        right = [side for row in rows[at:end] if (side := _side(row, middle, before=False))]
        made += [*columns(left), *columns(right)]
        at = end
    return tuple(made)


def _run(rows: Sequence[Row], start: int) -> tuple[int, Gap | None]:
    """Where the longest run of rows from ``start`` with one gutter ends, and the gutter; (start, None) if there is none."""
    best: tuple[int, Gap | None] = start, None
    for gap in _gaps(rows[start]):
        low, high = gap
        end = start + 1
        while end < len(rows) and rows[end].baseline > rows[end - 1].baseline:
            open_gaps = [(max(low, left), min(high, right)) for left, right in _open(rows[end])]
            wide = [one for one in open_gaps if one[1] - one[0] >= _GUTTER * rows[end].size]
            if not wide:
                break
            low, high = max(wide, key=lambda one: one[1] - one[0])
            end += 1
        # Rows with text on one side only are the end of the longer column, or what follows the columns: left or right of
        # the gutter they stay in order either way.
        while end > start and not _both(rows[end - 1], (low + high) / 2):
            end -= 1
        if end > best[0] and _is_text(rows[start:end], (low + high) / 2):
            best = end, (low, high)
    return best


def _gaps(row: Row) -> list[Gap]:
    """The gaps between the words of a row that are as wide as a gutter."""
    return [(one.box.right, other.box.left) for one, other in pairwise(row.words) if other.box.left - one.box.right >= _GUTTER * row.size]


def _open(row: Row) -> list[Gap]:
    """The same, with the empty ground to the left and right of the row."""
    return [(-1e9, row.box.left), *_gaps(row), (row.box.right, 1e9)]


def _both(row: Row, middle: float) -> bool:
    return row.box.left < middle < row.box.right


def _is_text(rows: Sequence[Row], middle: float) -> bool:
    """Whether both sides of the gutter hold running text."""
    both = [row for row in rows if _both(row, middle)]
    if len(both) < _ROWS:
        return False
    left = sum(len(word.text) for row in both for word in row.words if word.box.right <= middle)
    right = sum(len(word.text) for row in both for word in row.words if word.box.left >= middle)
    return min(left, right) >= _LETTERS * len(both)


def _side(row: Row, middle: float, *, before: bool) -> Row | None:
    words = [word for word in row.words if (word.box.middle[0] < middle) is before]
    return row_of(words) if words else None
