"""The queries that speed is measured with, chosen from an archive's own words by how many papers hold them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bench.search.writing import TALK, function_words

RARE: Final = 3  # papers
MIDDLING: Final = 0.01  # of the papers
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Query:
    """A query and what kind it is of; ``words`` tells the one- and two-word queries that the limits hold for from the rest."""

    kind: str
    text: str
    plain: bool = True


def queries(texts: Iterable[str]) -> tuple[Query, ...]:
    """One query of each kind for an archive with these texts; the same for the same texts."""
    held: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    count = 0
    for text in texts:
        count += 1
        found = _WORD.findall(text.lower())
        held.update(set(found))
        pairs.update(pairwise(found))
    stop = set(function_words().words) | TALK
    content = sorted((word for word in held if word not in stop and len(word) > 5), key=lambda word: (-held[word], word))
    common, other = content[0], content[1]
    rare = _nearest(content, held, RARE)
    middling = _nearest(content, held, MIDDLING * count)
    often = set(content[:40])
    phrase = max((pair for pair in pairs if often.issuperset(pair)), key=lambda pair: (pairs[pair], pair))
    return (
        Query("sällsynt ord", rare),
        Query("mellanvanligt ord", middling),
        Query("vanligt ord", common),
        Query("stoppord", "och"),
        Query("två vanliga ord", f"{common} {other}"),
        Query("stoppord och sällsynt ord", f"att {rare}"),
        Query("led i sammansättning", "trafik"),
        Query("fras, två vanliga ord", f'"{phrase[0]} {phrase[1]}"', plain=False),
        Query("fras, två stoppord", '"för att"', plain=False),
        Query("början av ord", f"{common[:4]}*", plain=False),
        Query("felstavat ord", misspelt(other)),
    )


def misspelt(word: str) -> str:
    """A word with two of its letters in each other's place."""
    return f"{word[:3]}{word[4]}{word[3]}{word[5:]}"


def _nearest(words: Sequence[str], held: Counter[str], wanted: float) -> str:
    """The word in the middle of those that are held by most nearly so many papers."""
    nearest = min(abs(held[word] - wanted) for word in words)
    among = sorted(word for word in words if abs(held[word] - wanted) == nearest)
    return among[len(among) // 2]
