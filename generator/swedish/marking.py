"""Changing words of a line and marking each: what stands there now, what the source has, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Line, Restored


@dataclass(frozen=True, slots=True)
class Change:
    """What ``text[start:end]`` of a line becomes; the same ``text`` marks a word that stays and is doubted."""

    start: int
    end: int
    text: str
    sure: bool


def marked(line: Line, changes: Sequence[Change]) -> Line:
    """``line`` with ``changes`` made and marked. Marks that the reader set stay on the words that are not changed.

    A row's cells follow its text. A line without changes is the very same.
    """
    made = [change for change in changes if not (_same(line, change) and _is_marked(line, change))]
    if not made:
        return line
    text, position = "", 0
    marks: list[Restored] = []
    moved: list[tuple[int, int]] = []  # offset in the old text, how far what follows it has moved
    for change in sorted(made, key=lambda change: change.start):
        text += line.text[position : change.start]
        old = line.text[change.start : change.end]
        marks.append(Restored(len(text), len(text) + len(change.text), old, change.sure))
        text += change.text
        position = change.end
        moved.append((position, len(text) - position))
    text += line.text[position:]
    for mark in line.restored:
        if not any(mark.start < change.end and change.start < mark.end for change in made):
            by = next((shift for offset, shift in reversed(moved) if offset <= mark.start), 0)
            marks.append(replace(mark, start=mark.start + by, end=mark.end + by))
    cells = tuple(text.split("\t")) if line.cells and "\t".join(line.cells) == line.text else line.cells
    return replace(line, text=text, restored=tuple(sorted(marks, key=lambda mark: mark.start)), cells=cells)


def _same(line: Line, change: Change) -> bool:
    return line.text[change.start : change.end] == change.text


def _is_marked(line: Line, change: Change) -> bool:
    return any(mark.start < change.end and change.start < mark.end for mark in line.restored)
