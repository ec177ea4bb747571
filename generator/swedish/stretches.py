"""Which lines of a document are damaged: a small damaged part of a long clean document is found, and nothing beside it.

Each line bears witness: words that look damaged speak for damage; å ä ö that still stand, and words that do not look
damaged, against it. The likeliest course through a chain of states, one clean and some with more or less damage, says which
lines are damaged (Viterbi's method). Entering and leaving damage costs so much that names and slips of the pen do not.
Of 36 council documents none opens even at a toll of 1; with every twentieth å ä ö lost 35 of them do at 4, 34 at 6.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

_CLEAN = 0.0005  # the share of å ä ö lost in clean text, as it seems: names, foreign words and misspellings
_RATES = (0.02, 0.06, 0.2, 0.6, 0.98)  # the shares lost that a damaged stretch may have
_SHOWN = 0.15  # words that look damaged, of all words, where every å ä ö is lost; .20 in a scanned answer
_TOLL = 5.0  # the cost of a change between clean and damaged
_SHIFT = 4.0  # the cost of a change between two rates of damage
_AGAIN = 0.3  # what a word that looks damaged counts for after the first time
_FEWEST = 3  # different words that look damaged …
_FEWEST_BESIDE = 4  # … and in a stretch beside clean text
_SWEDISH = 0.01  # the least share of *och, att, av, till* and the like in a Swedish text …
_ENOUGH = 100  # … of so many words
_HIGH = 0.5  # the share lost above which a stretch has sharp ends
_SPREAD = 1.5  # below it a stretch goes on where so many lost letters at most would be expected, and none is seen


@dataclass(frozen=True, slots=True)
class Witness:
    """What one line says: the words that look damaged (lower case), how many å ä ö stand, how many words, and its page.

    ``swedish`` and ``foreign`` count small words that only Swedish has, and that only other languages have; ``continues``
    says that the line goes on in the middle of a sentence.
    """

    hits: tuple[str, ...] = ()
    kept: int = 0
    words: int = 0
    swedish: int = 0
    foreign: int = 0
    page: int | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Damaged lines, by index: ``first`` to before ``end``."""

    first: int
    end: int


def stretches(witnesses: Sequence[Witness]) -> tuple[Stretch, ...]:
    """The damaged stretches in order; () for a clean text.

    Each needs three different words that look damaged, or four where clean text stands beside it.
    """
    if len({hit for witness in witnesses for hit in witness.hits}) < _FEWEST:
        return ()
    states = _course(witnesses)
    made: list[Stretch] = []
    first = 0
    while first < len(states):
        end = first + 1
        while end < len(states) and (states[end] > 0) == (states[first] > 0):
            end += 1
        beside = any(witness.kept for witness in (*witnesses[:first], *witnesses[end:]))
        if states[first] and _counts(witnesses[first:end], _FEWEST_BESIDE if beside else _FEWEST):
            made.append(Stretch(first, end))
        first = end
    return tuple(_widened(witnesses, stretch) for stretch in made)


def _counts(witnesses: Sequence[Witness], fewest: int) -> bool:
    """Whether ``fewest`` different words or more look damaged, in a text that is Swedish."""
    words, swedish, foreign = (
        sum(getattr(witness, name) for witness in witnesses) for name in ("words", "swedish", "foreign")
    )
    if swedish < foreign or (words >= _ENOUGH and swedish < _SWEDISH * words):
        return False
    return len({hit for witness in witnesses for hit in witness.hits}) >= fewest


def _course(witnesses: Sequence[Witness]) -> list[int]:
    """The likeliest state of each line: 0 is clean."""
    rates = (_CLEAN, *_RATES)
    gains = [log(rate / _CLEAN) for rate in rates]
    stands = [log((1 - rate) / (1 - _CLEAN)) for rate in rates]
    whole = [-_SHOWN * (rate - _CLEAN) for rate in rates]
    best = [0.0] + [-_TOLL] * len(_RATES)
    steps: list[tuple[int, ...]] = []
    seen: set[str] = set()
    for witness in witnesses:
        weight = 0.0
        for hit in witness.hits:
            weight += _AGAIN if hit in seen else 1.0
            seen.add(hit)
        came: list[int] = []
        new: list[float] = []
        for state in range(len(rates)):
            value, before = max((best[old] - _step(old, state), -old) for old in range(len(rates)))
            came.append(-before)
            new.append(value + weight * gains[state] + witness.kept * stands[state] + witness.words * whole[state])
        steps.append(tuple(came))
        best = new
    state = max(range(len(rates)), key=lambda at: (best[at], -at))
    states: list[int] = []
    for came_from in reversed(steps):
        states.append(state)
        state = came_from[state]
    return states[::-1]


def _step(old: int, new: int) -> float:
    if old == new:
        return 0.0
    return _SHIFT if old and new else _TOLL


def _widened(witnesses: Sequence[Witness], stretch: Stretch) -> Stretch:
    """The stretch from its first damaged word to its last, and on over lines that say too little to be called clean.

    A sentence that goes on over the edge belongs to it as far as its lines say nothing.
    """
    first, end = stretch.first, stretch.end
    while not witnesses[first].hits:
        first += 1
    while not witnesses[end - 1].hits:
        end -= 1
    hits = sum(len(witness.hits) for witness in witnesses[first:end])
    rate = hits / (hits + sum(witness.kept for witness in witnesses[first:end]))
    before = _reach(witnesses[first - 1 :: -1] if first else (), witnesses[first], rate)
    after = _reach(witnesses[end:], witnesses[end - 1], rate)
    if rate > _HIGH and not before:
        while (
            first - before > 0 and witnesses[first - before].continues and _says_nothing(witnesses[first - before - 1])
        ):
            before += 1
    if rate > _HIGH and not after:
        while (
            end + after < len(witnesses) and witnesses[end + after].continues and _says_nothing(witnesses[end + after])
        ):
            after += 1
    return Stretch(first - before, end + after)


def _says_nothing(witness: Witness) -> bool:
    return not witness.kept and not witness.hits


def _reach(witnesses: Sequence[Witness], edge: Witness, rate: float) -> int:
    """How many of ``witnesses``, from the stretch's edge outwards, belong to it.

    All, to the end of the page or the document, if nothing there speaks against it; else those that would hardly show any
    damage at so low a rate; none where nearly every letter was lost, for there a clean line begins at once.
    """
    expected, reach = 0.0, 0
    for witness in witnesses:
        if witness.page != edge.page:
            break
        expected += rate * witness.kept
        if expected > _SPREAD or (witness.kept and rate > _HIGH) or witness.hits:
            return 0 if rate > _HIGH else reach
        reach += 1
    return reach
