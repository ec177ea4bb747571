"""Cases as readable blocks: a title, what is given, and what is expected, with a full stop alone on a line between."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path

from generator.model import Document, Draft
from generator.parse import parse
from generator.readers import read

MARK = "."


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a fixture file; ``line`` is where its title stands."""

    title: str
    given: str
    expected: str
    line: int


def cases(path: Path) -> list[Case]:
    """The cases of a file in order. ValueError, with the line, where a block is not closed."""
    made: list[Case] = []
    lines = path.read_text(encoding="utf-8").split("\n")
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        marks = [index for index in range(at, len(lines)) if lines[index] == MARK][:3]
        if len(marks) < 3 or marks[0] != at + 1:
            raise ValueError(f"{path.name}:{at + 1}")
        given, expected = (lines[start + 1 : end] for start, end in itertools.pairwise(marks))
        made.append(Case(lines[at], "\n".join(given), "\n".join(expected), at + 1))
        at = marks[2] + 1
    return made


def document(text: str, file: str = "dokument.txt") -> Document:
    """``text`` as the readers deliver it."""
    made = read(file, "0" * 64, text.encode("utf-8")).document
    assert made is not None
    return made


def draft_of(text: str, file: str = "dokument.txt") -> Draft:
    """What is read out of ``text``."""
    return parse(document(text, file))
