"""Footnotes: which mark a note has, and the block whose text it belongs to."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import defaultdict
from collections.abc import Sequence

from generator.parse.blocks import Block

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARK = re.compile(rf"^\s*([{_DIGITS}]{{1,3}})")
# A mark stands right after a word or its punctuation; after m, km, cm or dm it is a square or a cube.
_REFERS = re.compile(rf"(?<=[^\s{_DIGITS}])(?<!\bm)(?<!\b[ckd]m)([{_DIGITS}]{{1,3}})(?![{_DIGITS}])")
Spot = tuple[int, int]


def note_mark(text: str) -> str:
    """The mark that a footnote begins with ("¹"), or "" where it has none."""
    found = _MARK.match(text)
    return found.group(1) if found else ""


def placed(blocks: Sequence[Block], notes: Sequence[Block]) -> tuple[Block, ...]:
    """``blocks`` with each note right after the block that holds its mark, notes of one block in their own order.

    Where a mark stands more than once (they begin anew on each page) it is the one on the note's own page, else the
    last one before the note. A note whose mark stands nowhere keeps its place.
    """
    marks: defaultdict[str, list[int]] = defaultdict(list)
    on_page: dict[tuple[str, int | None], int] = {}
    for index, block in enumerate(blocks):
        for found in _REFERS.finditer(block.text):
            marks[found.group(1)].append(index)
            on_page.setdefault((found.group(1), block.place_at(found.start(1)).page), index)
    begins = list(itertools.accumulate((_spot(block) for block in blocks), max))
    after: defaultdict[int, list[Block]] = defaultdict(list)
    for note in notes:
        mark = note_mark(note.text)
        here = on_page.get((mark, note.place.page)) if note.place.page is not None else None
        last = bisect.bisect_right(begins, _spot(note)) - 1
        after[_nearest(marks[mark], last) if here is None else here].append(note)
    made = [*after[-1]]
    for index, block in enumerate(blocks):
        made += [block, *after[index]]
    return tuple(made)


def _nearest(holding: Sequence[int], last: int) -> int:
    """Of the blocks that hold a mark the last that is not after ``last``, else the first; ``last`` where there is none."""
    at = bisect.bisect_right(holding, last)
    return holding[at - 1] if at else (holding[0] if holding else last)


def _spot(block: Block) -> Spot:
    return block.place.page or 0, block.place.line or 0
