"""What text recognition makes of å ä ö: the table of what was seen, and a document's own way of losing the letters.

``confusions.tsv`` says what was read for which letter, how often and where that was seen. A ``Channel`` is the table as it
holds for one document, with what that document was seen to do itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import inf, log

from generator.swedish.lostletters import LOST, Index, letters, ways
from generator.swedish.tables import rows

Counts = Mapping[tuple[str, str], float]  # (what is read, the letter meant) → how often

# The cost of a reading in no table, by its length: a letter fallen out, one sign for it, two for it. Estimates.
STRANGE = {0: 7.5, 1: 7.0, 2: 8.5}
_SEEN = 1.5  # so many words must have shown a reading for it to be the document's own
_TABLE = 20.0  # how many readings of each letter the table counts for beside a document's own


@dataclass(frozen=True, slots=True)
class Channel:
    """What is read for å ä ö in one document, with its cost: -ln of its share of the readings of that letter.

    ``change`` is added for each letter that was lost; ``known`` are all readings and ``own`` those that this document was
    seen to have. A letter that stands as it should costs nothing.
    """

    costs: Mapping[str, Mapping[str, float]]
    known: frozenset[str]
    change: float = 0.0
    own: frozenset[str] = frozenset()

    def spans(self, read: str, at: int) -> tuple[str, ...]:
        """What may stand for a lost letter at ``at`` of ``read``."""
        known = self.known
        made: tuple[str, ...] = ("",) if "" in known else ()
        if at < len(read):
            if read[at] in known:
                made = (*made, read[at])
            two = read[at : at + 2]
            if len(two) > 1 and two in known:
                made = (*made, two)
        return made

    def price(self, word: str, spans: tuple[str, ...]) -> float:
        """The cost of the å ä ö of ``word`` having been read as ``spans``; infinite if the channel knows no way."""
        total = 0.0
        for letter, span in zip(letters(word), spans, strict=True):
            if letter != span:
                total += self.costs[letter].get(span, inf) + self.change
        return total

    def readings(self, read: str, found: Index) -> Mapping[str, float]:
        """The words of ``found`` that ``read`` (lower case) may be, each with its least cost."""
        made: dict[str, float] = {}
        for way in ways(read, found, self.spans):
            for word in way.words:
                price = self.price(word, way.spans)
                if price < made.get(word, inf):
                    made[word] = price
        return made

    def cost(self, read: str, word: str) -> float:
        """The cost of ``word`` (lower case) having been read as ``read``; infinite if the channel knows no way."""
        here = {0: 0.0}
        for char in word:
            there: dict[int, float] = {}
            for at, so_far in here.items():
                if read.startswith(char, at):
                    there[at + 1] = min(so_far, there.get(at + 1, inf))
                for reading, price in self.costs[char].items() if char in LOST else ():
                    if read.startswith(reading, at):
                        end = at + len(reading)
                        there[end] = min(so_far + price + self.change, there.get(end, inf))
            here = there
        return here.get(len(read), inf)

    def cut(self, read: str, word: str, at: int) -> int | None:
        """How many letters of ``word`` the first ``at`` characters of ``read`` stand for; None if the cut is in a letter."""
        price, here = min(
            (self.cost(read[:at], word[:here]) + self.cost(read[at:], word[here:]), here)
            for here in range(len(word) + 1)
        )
        return here if price < inf else None


@cache
def table() -> Counts:
    """The table of confusions: (what is read, letter meant) → how often it was seen."""
    return {(read, meant): float(count) for read, meant, count, _source in rows("confusions.tsv")}


def channel(own: Counts, change: float) -> Channel:
    """The table and what a document was seen to do itself (``own``) as one channel."""
    counts: dict[str, dict[str, float]] = {letter: {} for letter in sorted(LOST)}
    for seen, whole in ((table(), _TABLE if own else 0.0), (own, 0.0)):
        for letter, found in counts.items():
            total = sum(count for (_, meant), count in seen.items() if meant == letter)
            scale = whole / total if whole and total else 1.0
            for (read, meant), count in seen.items():
                if meant == letter:
                    found[read] = found.get(read, 0.0) + count * scale
    costs = {
        letter: {read: -log(count / sum(found.values())) for read, count in found.items()}
        for letter, found in counts.items()
    }
    return Channel(
        costs,
        frozenset(read for found in costs.values() for read in found),
        change,
        frozenset(read for (read, _), count in own.items() if count >= _SEEN),
    )


@cache
def usual() -> Channel:
    """The channel of the table alone, with nothing added for a change."""
    return channel({}, 0.0)


@cache
def confusable() -> frozenset[str]:
    """Every character that the table has read for å ä ö, alone or in a pair, and these letters themselves."""
    return LOST | {char for read in usual().known for char in read}
