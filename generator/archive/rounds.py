"""Which time a motion was sent out a list, a day or an answer belongs to. Part of the room ``archive``.

A motion is referred twice only where a document says so in words ("på nytt remitterats"), or where one body has decided on
two answers at least half a year apart. Two deadlines, or two lists that differ, are a disagreement and no second round.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Draft, Fact, Response
from generator.parse.asking import again
from generator.parse.dates import UNKNOWN_YEAR, dates

FIRST, SECOND = 1, 2
_APART = 180  # days between two decided answers of one body from which they answer two questions
_SAME_BODIES = re.compile(r"\bsamma\s+(?:\w*instanser|\w*nämnder|bolag)\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:första|förra|ursprungliga)\s+(?:remiss|omgång|gång)", re.IGNORECASE)

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Rounds:
    """What is known of the second time that a motion was sent out. ``start`` is when, as an ISO date; "" where it is not said.

    ``second`` are the drafts that themselves belong to it; ``same``: it went to those who were asked the first time.
    """

    twice: bool = False
    start: str = ""
    same: bool = False
    second: frozenset[Key] = field(default_factory=frozenset)

    def of_fact(self, draft: Draft, fact: Fact) -> int:
        """The round that a day or a sentence of ``draft`` speaks of: its own words decide, then the document's."""
        if not self.twice or _EARLY.search(fact.quote):
            return FIRST
        listed = next((one for one in draft.referrals if one.quote == fact.quote), None)
        if listed or again(fact.quote):
            return SECOND if again(fact.quote) else FIRST
        return SECOND if draft.document.key in self.second else FIRST


def rounds(drafts: Sequence[Draft]) -> Rounds:
    """The rounds of one case by the words of its documents."""
    lists = [(draft, one) for draft in drafts for one in draft.referrals if one.again]
    second = frozenset(draft.document.key for draft in drafts if draft.role == "answer" and draft.kind == "response" and _answers_again(draft))
    second |= {draft.document.key for draft in drafts if draft.document_type == "missiv" and any(one.again for one in draft.referrals)}
    if not lists and not second:
        return Rounds()
    started = sorted({day for _, one in lists for day, _ in _days(one.quote)})
    return Rounds(True, started[0] if started else "", any(_SAME_BODIES.search(one.quote) for _, one in lists), second)


def placed(answers: Sequence[Response], known: Rounds, asked: frozenset[int]) -> Mapping[int, tuple[Response, ...]]:
    """The answers of one body by round; under 0 those of which nobody can tell. ``asked`` are the rounds it was asked in.

    Without a second round in words, two decided answers far apart are the first and the second.
    """
    if not known.twice:
        return _by_distance(answers)
    made: dict[int, list[Response]] = {}
    later = [one for one in answers if _keys(one) & known.second]
    for one in answers:
        # Who answers anew has been asked before, also where only the second time is told of.
        before = asked == {SECOND} and one not in later and any(_day(one) and _day(one) < _day(other) for other in later)
        made.setdefault(FIRST if before else _round(one, known, asked), []).append(one)
    untold, taken = made.pop(0, []), set(made)
    if len(untold) == 1 and len(taken) == 1 and asked == {FIRST, SECOND}:
        made[next(iter(asked - taken))] = untold  # the other answer is placed
    elif len(untold) == len(asked) == SECOND and not taken and all(_day(one) for one in untold) and _day(untold[0]) != _day(untold[1]):
        for number, one in zip(sorted(asked), sorted(untold, key=_day), strict=True):
            made[number] = [one]
    elif untold:
        made[0] = untold
    return {number: tuple(found) for number, found in made.items()}


def _by_distance(answers: Sequence[Response]) -> Mapping[int, tuple[Response, ...]]:
    decided = sorted((one for one in answers if _decided(one) and _day(one)), key=_day)
    if len(decided) < SECOND or _between(_day(decided[0]), _day(decided[-1])) < _APART:
        return {FIRST: tuple(answers)} if answers else {}
    late = [one for one in decided if _between(_day(decided[0]), _day(one)) >= _APART]
    return {FIRST: tuple(one for one in answers if one not in late), SECOND: tuple(late)}


def _decided(one: Response) -> bool:
    return one.document_type == "protokollsutdrag" or one.board_decision is not None


def _round(one: Response, known: Rounds, asked: frozenset[int]) -> int:
    if _keys(one) & known.second:
        return SECOND
    if len(asked) == 1:
        return next(iter(asked))
    if known.start and _day(one):
        return SECOND if _day(one) >= known.start else FIRST
    return 0


def _keys(one: Response) -> frozenset[Key]:
    return frozenset({one.document.key, *(paper.key for paper in one.papers)})


def _answers_again(draft: Draft) -> bool:
    """Whether an answer says of itself that it answers a second question."""
    if any(again(fact.quote) for fact in draft.titles):
        return True
    opening = [line.text for line in draft.document.lines if line.text.strip()][:8]
    return any(again(text) for text in opening) or any(one.again and not _EARLY.search(one.quote) for one in draft.referrals)


def _days(quote: str) -> list[tuple[str, int]]:
    """The days on which a sentence says that it was sent out: not those by which it wants an answer."""
    return [
        (day, at)
        for day, at in dates(quote)
        if not day.startswith(UNKNOWN_YEAR) and not re.search(r"\b(?:senast|till och med|t\.o\.m\.|före|innan|till)\s+(?:den\s+)?$", quote[:at], re.IGNORECASE)
    ]


def _day(one: Response) -> str:
    return one.date.value if one.date and not one.date.value.startswith(UNKNOWN_YEAR) else ""


def _between(one: str, other: str) -> int:
    try:
        return abs((datetime.date.fromisoformat(other) - datetime.date.fromisoformat(one)).days)
    except ValueError:
        return 0
