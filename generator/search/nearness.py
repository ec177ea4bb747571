"""How far words are from each other: what "Menade du …" rests on."""

from __future__ import annotations

SHORTEST = 3  # letters of a word for which another is proposed
_SHORT = 5  # letters: a shorter word is only near another by one edit


def nearest(word: str) -> int:
    """How many edits away a word may be and still be proposed for ``word``."""
    return 0 if len(word) < SHORTEST else 1 if len(word) < _SHORT else 2


def distance(left: str, right: str, most: int) -> int:
    """How many letters must be put in, taken out, changed or swapped with their neighbour; ``most + 1`` if more."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
