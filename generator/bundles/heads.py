"""The head of a table of answers that was set with spaces, tabs or bars: its cells, and where its columns begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.bundles.asked import Names
from generator.bundles.grids import GAP, Cell, strips
from generator.parse.tableheads import STAND, WHO, columns_of

# It begins its line, or was run into the sentence before it.
_HEAD = re.compile(rf"(?:^\s*|(?<=[.:]) )(?P<who>{WHO}) {{2,}}(?P<stand>{STAND})(?: {{2,}}(?P<more>\S.*)|(?P<run>\s\S.*))?\s*$", re.IGNORECASE)
_COMMENT = re.compile(r"(?:kommentar(?:er)?|motivering(?:ar)?|synpunkter|skäl|sammanfattning|övrigt|anmärkning(?:ar)?)\b", re.IGNORECASE)
_SIGN = re.compile(r"\t|\s?\|\s?")
_LONGEST = 60  # characters of the head of the last column
_SHORTEST = 10  # characters of a head


@dataclass(frozen=True, slots=True)
class Head:
    """Where the columns begin, counted from ``indent``; the text after ``end`` on its line was run into it."""

    indent: int
    columns: tuple[int, ...]
    cells: tuple[Cell, ...]
    end: int


def is_head(text: str) -> bool:
    """Whether a line holds the head of a table of answers, at its beginning or after a sentence."""
    if len(text.strip()) < _SHORTEST:
        return False
    return bool(_HEAD.search(text)) or (bool(_SIGN.search(text)) and columns_of(pieces(text)) is not None)


def head_of(text: str, index: int, names: Names, columns: Sequence[int] = ()) -> Head | None:
    """The head that a line holds; None where it holds none. ``columns``: those of the table that it repeats."""
    match = _HEAD.search(text)
    if not match:
        return None
    indent = match.start("who")
    found = [0, match.start("stand") - indent, *([match.start("more") - indent] if match["more"] else [])]
    cells = [Cell(0, index, *match.span("who")), Cell(1, index, *match.span("stand"))]
    end = len(text.rstrip())
    if match["more"]:
        start = match.start("more")
        stop = _last_cell(text, index, start, tuple(columns) or tuple(found), names)
        cells.append(Cell(2, index, start, stop))
        end = stop + len(text[stop:]) - len(text[stop:].lstrip())
    elif match["run"]:
        end = match.start("run") + 1
    return Head(indent, tuple(found), tuple(cells), end)


def _last_cell(text: str, index: int, start: int, columns: Sequence[int], names: Names) -> int:
    """Where the head's last cell ends: before the first line of the table, where that was run into it."""
    end = len(text.rstrip())
    if not GAP.search(text, start, end):
        known = _COMMENT.match(text, start)
        return known.end() if known and end - start > _LONGEST else end
    found = strips(index, text, start, columns, names, "")
    if not found:
        return end
    first = found[0].cells[0]
    return first.end if first.column == len(columns) - 1 else first.start


def pieces(text: str) -> list[str]:
    """The cells of a line with a tab or a bar between them."""
    return [text[start:end].strip() for start, end in spans(text)]


def spans(text: str) -> list[tuple[int, int]]:
    """The stretches between the tabs or bars of a line; a bar at either edge bounds no cell."""
    sign = "|" if "|" in text else "\t"
    edges = [-1, *(at for at, char in enumerate(text) if char == sign), len(text)]
    made = [(start + 1, end) for start, end in pairwise(edges)]
    if sign == "|" and not text[made[0][0] : made[0][1]].strip():
        made = made[1:]
    if sign == "|" and made and not text[made[-1][0] : made[-1][1]].strip():
        made = made[:-1]
    return made
