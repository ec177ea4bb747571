"""Rows → zones in reading order: a page's columns of running text, each read to its end before the next.

A gutter is a strip that no word of many rows in succession crosses. It parts columns only where running text stands on both
sides of it; signatures, letterheads and lists of figures are read row by row, with what stands apart kept apart.
"""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from generator.readers.pdf.lines import Row, Word

_NARROWEST = 0.75  # em: the least gutter
_CLEARLY = 2.0  # times a usual space: a gutter is wider than that
_FEWEST = 3  # lines in each column
_RUNNING = 3.0  # words a line, on the average, in running text
_GOING_ON = 0.25  # share of a column's lines that begin in the middle of a sentence, with a small letter
_FILLED = 0.62  # how much of its column's width a usual line of running text fills
_DEEPEST = 3  # columns of columns


@dataclass(frozen=True, slots=True)
class _Run:
    first: int
    last: int
    left: float
    right: float
    both: int


def zones(rows: Sequence[Row], depth: int = 0) -> list[tuple[list[Row], bool]]:
    """The rows in groups, each to be read from its first to its last, and whether each is a column; a row may be cut in two."""
    run = _best(rows) if depth <= _DEEPEST and len(rows) >= _FEWEST else None
    if run is None:
        return [(list(rows), depth > 0)] if rows else []
    sides = _sides(rows[run.first : run.last + 1], run)
    made: list[tuple[list[Row], bool]] = []
    made += zones(rows[: run.first], depth)
    for side in sides:
        made += zones(side, depth + 1)
    made += zones(rows[run.last + 1 :], depth)
    return made


def _best(rows: Sequence[Row]) -> _Run | None:
    """The longest run of rows with running text on both sides of one gutter; None where there is none."""
    best: _Run | None = None
    seen: set[tuple[int, int, int]] = set()
    for index in range(len(rows)):
        for left, right in _gaps(rows, index):
            run = _grown(rows, index, left, right)
            key = (run.first, run.last, round(run.left))
            if key in seen:
                continue
            seen.add(key)
            run = _trimmed(rows, run)
            if run.last - run.first + 1 >= _FEWEST and (best is None or run.last - run.first > best.last - best.first) and _is_text(rows, run):
                best = run
    return best


def _gaps(rows: Sequence[Row], index: int) -> list[tuple[float, float]]:
    """Where a gutter could go at this row: its own gaps, and the one to a row beside it that is not quite level."""
    row = rows[index]
    least = max(_NARROWEST * row.size, 1.5 * statistics.median(word.spaced for word in row.words[1:])) if len(row.words) > 3 else _NARROWEST * row.size
    gaps = [(a.x1, b.x0) for a, b in itertools.pairwise(row.words) if b.spaced >= least]
    if index + 1 < len(rows):
        other = rows[index + 1]
        if other.base - row.base < 0.9 * row.size:
            if other.x0 - row.x1 >= _NARROWEST * row.size:
                gaps.append((row.x1, other.x0))
            elif row.x0 - other.x1 >= _NARROWEST * row.size:
                gaps.append((other.x1, row.x0))
    return gaps


def _grown(rows: Sequence[Row], index: int, left: float, right: float) -> _Run:
    first = last = index
    while first > 0:
        strip = _strip(rows[first - 1], left, right)
        if strip is None:
            break
        left, right = strip
        first -= 1
    while last + 1 < len(rows):
        strip = _strip(rows[last + 1], left, right)
        if strip is None:
            break
        left, right = strip
        last += 1
    both = sum(row.x0 < left and row.x1 > right for row in rows[first : last + 1])
    return _Run(first, last, left, right, both)


def _strip(row: Row, left: float, right: float) -> tuple[float, float] | None:
    """What is left of the gutter beside ``row``; None where a word stands in its way."""
    need = _NARROWEST * row.size
    middle = (left + right) / 2
    for word in row.words:
        if word.x1 <= middle:
            left = max(left, word.x1)
        elif word.x0 >= middle:
            right = min(right, word.x0)
        else:
            # The word stands over the middle: the gutter may still go on one side of it.
            if right - word.x1 >= word.x0 - left:
                left = max(left, word.x1)
            else:
                right = min(right, word.x0)
            middle = (left + right) / 2
    return (left, right) if right - left >= need else None


def _trimmed(rows: Sequence[Row], run: _Run) -> _Run:
    """The run without rows at its ends that stand apart from the rest or look different, such as a page header over columns."""
    first, last = run.first, run.last
    leading = _leading(rows[first : last + 1], run)
    while first < last and not _near(rows[first], rows[first + 1 : last + 1], run, leading):
        first += 1
    while last > first and not _near(rows[last], rows[first:last][::-1], run, leading):
        last -= 1
    return _Run(first, last, run.left, run.right, run.both)


def _near(row: Row, others: Sequence[Row], run: _Run, leading: float) -> bool:
    """Whether the next row on one of the sides where ``row`` has words stands at the usual distance and in the same size."""
    for left in (True, False):
        own = [word for word in row.words if (word.x1 <= run.left) == left]
        beside = next((both for other in others if (both := [word for word in other.words if (word.x1 <= run.left) == left])), [])
        if not own or not beside:
            continue
        same = abs(beside[0].size - own[0].size) < 0.6 and all(word.bold for word in own) == all(word.bold for word in beside)
        if same and abs(beside[0].base - own[0].base) <= 1.45 * leading:
            return True
    return False


def _leading(rows: Sequence[Row], run: _Run) -> float:
    """The usual distance between lines on one side of the gutter."""
    steps: list[float] = []
    for side in _sides(rows, run):
        steps += [b.base - a.base for a, b in itertools.pairwise(side) if b.base > a.base]
    return statistics.median(steps) if steps else 1.25 * rows[0].size


def _sides(rows: Sequence[Row], run: _Run) -> tuple[list[Row], list[Row]]:
    middle = (run.left + run.right) / 2
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        parts: tuple[list[Word], list[Word]] = ([], [])
        for word in row.words:
            parts[word.x0 >= middle].append(word)
        if parts[0]:
            left.append(Row(tuple(parts[0])))
        if parts[1]:
            first = parts[1][0]
            alone = Word(first.text, first.x0, first.x1, first.base, first.size, first.bold, 0.0, first.opens_raised)
            right.append(Row((alone, *parts[1][1:])))
    return left, right


def _is_text(rows: Sequence[Row], run: _Run) -> bool:
    """Whether running text stands on both sides."""
    sides = _sides(rows[run.first : run.last + 1], run)
    spaces = [word.spaced for side in sides for row in side for word in row.words[1:]]
    if spaces and run.right - run.left < _CLEARLY * statistics.median(spaces):
        return False  # stretched lines whose wide spaces happen to stand over each other
    for side in sides:
        if len(side) < _FEWEST:
            return False
        width = max(row.x1 for row in side) - min(row.x0 for row in side)
        filled = statistics.median((row.x1 - row.x0) / max(width, 1.0) for row in side)
        words = sum(len(row.words) for row in side) / len(side)
        going_on = sum(row.words[0].text[:1].islower() for row in side[1:]) / (len(side) - 1)
        if filled < _FILLED or words < _RUNNING or going_on < _GOING_ON:
            return False
    tops = [side[0].base for side in sides]
    ends = [side[-1].base for side in sides]
    return max(tops) < min(ends)
