"""Where texts say the same: runs of like words, found by short seeds and grown over small differences.

Each text is held against those before it. What a text repeats is not offered as a seed again, so that a formula that
sixty answers share is met once by each of them and not by every pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

SEED: Final = 4  # words in a row that begin a run
RESUME: Final = 3  # words in a row after which a run goes on behind a difference …
CLOSING: Final = 2  # … or as few as this where both texts end with them
GAP: Final = 2  # words that may differ on either side of a difference
FEWEST: Final = 8  # like words that make a run
LIKE: Final = 0.75  # share of a run's words, on either side, that must be like
CROWD: Final = 64  # places that one seed is looked for in; common word pairs stand in hundreds

# Words that turn a sentence round. Two texts that differ in one of them, or in a figure, do not say the same.
_TURNING: Final = frozenset(
    {"inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "utan", "varken", "endast", "bara", "enbart", "ja", "nej"}
    | {"ska", "skall", "bör", "måste", "kan", "får", "helt", "delvis", "positiv", "positivt", "negativ", "negativt"}
    | {"möjligt", "omöjligt"}
)
_TURNING_STEMS: Final = ("tillstyrk", "avstyrk", "bifall", "bifoll", "avsl", "avvis", "instäm", "besvara", "tillgodose")

Piece = tuple[int, int, int]  # first word in the later text, first word in the earlier text, number of words


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text number ``later`` that is like a stretch of the earlier text number ``earlier``, piece by piece."""

    later: int
    earlier: int
    pieces: tuple[Piece, ...]

    @property
    def start(self) -> int:
        """The run's first word in the later text."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """One past the run's last word in the later text."""
        return self.pieces[-1][0] + self.pieces[-1][2]

    @property
    def first(self) -> int:
        """The run's first word in the earlier text."""
        return self.pieces[0][1]

    @property
    def last(self) -> int:
        """One past the run's last word in the earlier text."""
        return self.pieces[-1][1] + self.pieces[-1][2]

    def within(self, first: int, last: int) -> tuple[Piece, ...]:
        """The pieces of the run between two words of the earlier text."""
        made = []
        for later, earlier, count in self.pieces:
            low, high = max(earlier, first), min(earlier + count, last)
            if low < high:
                made.append((later + low - earlier, low, high - low))
        return tuple(made)


def runs(texts: Sequence[Sequence[str]]) -> tuple[Run, ...]:
    """The runs of eight words or more that each text has in common with an earlier one, in the order of the texts.

    ``texts`` are the folded words of each text. A text shorter than a seed has no run.
    """
    seeds: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    made: list[Run] = []
    for number, text in enumerate(texts):
        own = _runs_of(number, text, texts, seeds)
        made += own
        inside = [(run.start, run.end) for run in own]
        for at in range(len(text) - SEED + 1):
            if any(start <= at and at + SEED <= end for start, end in inside):
                continue
            known = seeds.setdefault(tuple(text[at : at + SEED]), [])
            if len(known) < CROWD:
                known.append((number, at))
    return tuple(made)


def _runs_of(
    number: int, text: Sequence[str], texts: Sequence[Sequence[str]], seeds: dict[tuple[str, ...], list[tuple[int, int]]]
) -> list[Run]:
    made: dict[tuple[int, int, int], Run] = {}
    reached: dict[tuple[int, int], int] = {}  # (text, offset between the two) → the word up to which that has been grown
    told: dict[int, int] = {}  # text → the end of the last run with it: one place in it is enough, however often it repeats itself
    for at in range(len(text) - SEED + 1):
        for other, there in seeds.get(tuple(text[at : at + SEED]), ()):
            if told.get(other, -1) > at or reached.get((other, at - there), -1) >= at:
                continue
            pieces = _grown(text, texts[other], at, there)
            for begin, begun, count in pieces:
                reached[other, begin - begun] = begin + count - 1
            if _is_run(pieces):
                run = Run(number, other, pieces)
                made.setdefault((other, run.start, run.first), run)
                told[other] = max(told.get(other, -1), run.end)
    return list(made.values())


def _is_run(pieces: tuple[Piece, ...]) -> bool:
    like = sum(count for _, _, count in pieces)
    here = pieces[-1][0] + pieces[-1][2] - pieces[0][0]
    there = pieces[-1][1] + pieces[-1][2] - pieces[0][1]
    return like >= FEWEST and like >= LIKE * max(here, there)


def _grown(text: Sequence[str], other: Sequence[str], at: int, there: int) -> tuple[Piece, ...]:
    """The pieces of the run around the seed at ``at`` and ``there``, as far as it goes both ways."""
    after = _ahead(text, other, at, there)
    # The same to the left, in mirrored texts.
    behind = _ahead(text[:at][::-1], other[:there][::-1], 0, 0)
    before = [(at - begin - count, there - begun - count, count) for begin, begun, count in reversed(behind) if count]
    if before and before[-1][0] + before[-1][2] == after[0][0] and before[-1][1] + before[-1][2] == after[0][1]:
        begin, begun, count = before.pop()
        after[0] = (begin, begun, count + after[0][2])
    return (*before, *after)


def _ahead(text: Sequence[str], other: Sequence[str], at: int, there: int) -> list[Piece]:
    made: list[Piece] = []
    while True:
        count = 0
        while at + count < len(text) and there + count < len(other) and text[at + count] == other[there + count]:
            count += 1
        made.append((at, there, count))
        at, there = at + count, there + count
        step = _over(text, other, at, there)
        if step is None:
            return made
        at, there = at + step[0], there + step[1]


def _over(text: Sequence[str], other: Sequence[str], at: int, there: int) -> tuple[int, int] | None:
    """How many words to pass by on each side to where the texts are like again; None where they are not."""
    for total in range(1, 2 * GAP + 1):
        for here in range(max(0, total - GAP), min(GAP, total) + 1):
            left, right = at + here, there + total - here
            ahead = text[left : left + RESUME]
            whole = len(ahead) == RESUME or (len(ahead) >= CLOSING and len(text) - left == len(other) - right == len(ahead))
            if whole and ahead == other[right : right + RESUME]:
                passed = (*text[at:left], *other[there:right])
                return None if any(map(_turns, passed)) else (here, total - here)
    return None


def _turns(word: str) -> bool:
    return word in _TURNING or word.startswith(_TURNING_STEMS) or any(char.isdigit() for char in word)
