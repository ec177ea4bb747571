"""What a document's pages are set in: the size of its body, its leading and margins, and the sizes of its headings."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Line
from generator.readers.pdf.lines import Row
from generator.readers.pdf.tables import Table

_BULLETS = "•·●▪◦○■□▫‣∙◆➢►✓\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8\uf02d"
DASHES = "–—-"
_LABEL = re.compile(rf"^(?:[{_BULLETS}]|[{DASHES}]|\d{{1,2}}[.)]|[a-zåäö][.)]|\(\d{{1,2}}\)|[\ue000-\uf8ff])$")
SENTENCE_END = re.compile(r"[.!?:][”\"’)]*[¹²³⁰⁴-⁹]*$")
GAP = 1.22  # of the usual distance between baselines: more is the space between paragraphs
LABEL_GAP = 0.5  # em after a list's label
LARGER = 1.12  # of the body's size: a heading's


@dataclass(frozen=True, slots=True)
class Zone:
    """Rows to be read from first to last.

    ``column``: it is one of a page's columns, with margins of its own. ``aside``: it stands beside the page's text (at an
    angle, or as a stamp), each row by itself.
    """

    rows: tuple[Row, ...]
    column: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in reading order. ``ready`` are lines that came without geometry, from recognition, and ``after`` follows them."""

    number: int
    parts: tuple[Zone | Table, ...] = ()
    ready: tuple[Line, ...] = ()
    height: float = 842.0
    after: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True)
class Measures:
    """What the whole document is set in: its body's size, whether that is bold, its leading in em, and margins by left edge.

    ``spaced``: paragraphs stand apart by more than lines do. ``levels`` maps the sizes of headings to their levels.
    """

    size: float
    bold: bool
    leading: float
    margins: dict[int, float]
    spaced: bool
    levels: dict[float, int]


def measured(sheets: Sequence[Sheet]) -> Measures:
    """The measures of a document with these pages; those of a usual letter where a page has too little text to tell."""
    sizes: Counter[float] = Counter()
    bolds: Counter[bool] = Counter()
    rows = [row for sheet in sheets for part in sheet.parts if isinstance(part, Zone) for row in part.rows]
    for row in rows:
        sizes[rounded(row.size)] += len(row.text)
    size = max(sizes, key=lambda one: (sizes[one], one)) if sizes else 11.0
    for row in rows:
        if rounded(row.size) == size:
            bolds[row.bold] += len(row.text)
    pairs = [
        (before, (after.base - before.base) / before.size, part.column)
        for sheet in sheets
        for part in sheet.parts
        if isinstance(part, Zone)
        for before, after in itertools.pairwise(part.rows)
        if rounded(before.size) == rounded(after.size) == size and not label_on(after)
    ]
    leading = usual([step for _, step, _ in pairs if 0.8 < step < 3])
    ended = [(row, step > GAP * leading) for row, step, column in pairs if not column and 0.8 < step < 3 and SENTENCE_END.search(row.text)]
    apart = sum(gap for _, gap in ended)
    lefts: dict[int, list[float]] = {}
    for sheet in sheets:
        for part in sheet.parts:
            if isinstance(part, Zone) and not part.column:
                for row in part.rows:
                    if rounded(row.size) == size and len(row.segments) == 1:
                        lefts.setdefault(round(row.x0 / 4), []).append(row.x1)
    margins = {left: margin_of(ends) for left, ends in lefts.items() if len(ends) >= 4}
    close = sum(not gap and before.x1 < 0.8 * margins.get(round(before.x0 / 4), 0.0) for before, gap in ended)
    headings = sorted({rounded(row.size) for row in rows if rounded(row.size) >= LARGER * size}, reverse=True)
    levels = {one: min(number, 5) for number, one in enumerate(headings, 1)}
    return Measures(size, bolds[True] > bolds[False], leading, margins, apart > 3 * close, levels)


def rounded(size: float) -> float:
    """A size to half a point: sizes closer than that look the same."""
    return round(size * 2) / 2


def usual(steps: Sequence[float]) -> float:
    """The most frequent step, in em, to a twentieth; the smallest of equals."""
    if not steps:
        return 1.25
    counts = Counter(round(step * 20) for step in steps)
    most = max(counts, key=lambda step: (counts[step] + counts[step - 1] + counts[step + 1], -step))
    near = [step for step in steps if abs(step * 20 - most) <= 1.5]
    return statistics.median(near) if near else most / 20


def margin_of(ends: Sequence[float]) -> float:
    """Where text is wrapped: the furthest that more than a stray line goes."""
    ordered = sorted(ends, reverse=True)
    return ordered[max(1, len(ordered) // 25) if len(ordered) >= 8 else 0]


def label_on(row: Row) -> str:
    """The list's label that a row begins with, "" where it begins otherwise."""
    if len(row.words) < 2:
        return ""
    word = row.words[0].text
    return word if _LABEL.match(word) or (word in {"o", "§"} and is_apart(row)) else ""


def is_apart(row: Row) -> bool:
    """Whether the first word stands further from the second than words do."""
    return row.words[1].spaced >= LABEL_GAP * row.size
