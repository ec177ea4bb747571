"""What text recognition makes of å ä ö, and what a damaged word may have been.

``confusions.tsv`` says what was read for which letter, how often and where that was seen. From it come the cost of
reading one word for another and the *key* that all words share that could be read as one another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from math import inf, log

from generator.swedish.tables import rows

LOST = frozenset("åäö")
_ANY = "*"


@cache
def confusions() -> Mapping[str, Mapping[str, float]]:
    """For each of å ä ö what may be read for it, with its cost: -ln of its share of all readings of that letter."""
    counts: dict[str, dict[str, float]] = {letter: {} for letter in "åäö"}
    for read, meant, count, _source in rows("confusions.tsv"):
        counts[meant][read] = float(count)
    return {
        letter: {read: -log(count / sum(found.values())) for read, count in found.items()}
        for letter, found in counts.items()
    }


@cache
def confusable() -> frozenset[str]:
    """Every character that may be read for å ä ö, alone or in a pair, and these letters themselves."""
    return LOST | {char for found in confusions().values() for read in found for char in read}


@cache
def _folding() -> tuple[Mapping[int, str], re.Pattern[str]]:
    return str.maketrans(dict.fromkeys(confusable(), _ANY)), re.compile(r"\*+")


def key(word: str) -> str:
    """``word`` (lower case) with each run of confusable characters folded to a star: "förslag", "forslag" → "f*rsl*"."""
    table, run = _folding()
    return run.sub(_ANY, word.translate(table))


def cost(read: str, word: str, change: float) -> float:
    """The cost of ``word`` (lower case) having been read as ``read``; infinite if the table knows no way.

    ``change`` is added for each letter that was lost; a letter that stands as it should costs nothing.
    """
    table = confusions()
    if not len(word) <= len(read) <= 2 * len(word):
        return inf
    here = {0: 0.0}
    for char in word:
        there: dict[int, float] = {}
        for at, so_far in here.items():
            if read.startswith(char, at):
                _keep_least(there, at + 1, so_far)
            for reading, price in table[char].items() if char in LOST else ():
                if read.startswith(reading, at):
                    _keep_least(there, at + len(reading), so_far + price + change)
        if not there:
            return inf
        here = there
    return here.get(len(read), inf)


def _keep_least(costs: dict[int, float], at: int, value: float) -> None:
    if value < costs.get(at, inf):
        costs[at] = value


def cut(read: str, word: str, at: int) -> int | None:
    """How many letters of ``word`` the first ``at`` characters of ``read`` stand for; None if the cut is in a letter."""
    prices = [
        (cost(read[:at], word[:here], 0.0) + cost(read[at:], word[here:], 0.0), here) for here in range(len(word) + 1)
    ]
    price, here = min(prices)
    return here if price < inf else None
