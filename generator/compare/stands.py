"""What an answer's stand on the motion, or on a demand it points out by number, says of each demand.

A stand on the whole motion is one on its only demand. Of several demands it is a stand on each, but inferred: rejecting the
motion rejects every part of it, and so does finding all of it answered or taking no position on any of it. It says nothing
of a single demand where it is partial, where its words are about a part of the motion or its aims, or where the answer tells
the demands apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from generator.model import Demand, DemandStance, Response, StanceFact, Status

OTHERS: Final = 0  # the number that stands for every demand not pointed out

_NUMBERED: Final = (
    r"\b(?:första|andra|tredje|fjärde|femte|sjätte|sista|förra|övriga|punkt(?:en|erna)?|att-sats\w*)\b"
    r"|\b(?:yrkande|förslag|krav|att-sats|punkt)(?:et|en)?\s+(?:nr\s+|nummer\s+)?\d"
)
_ONE_OF: Final = re.compile(_NUMBERED, re.IGNORECASE)
_PART: Final = re.compile(
    _NUMBERED + r"|\b(?:delar|delen|dels|intention\w*|syftet?|ambition\w*|inriktning\w*|andemening\w*|till\s+den\s+del"
    r"|i\s+den\s+del|såvitt\s+avser|delvis)\b",
    re.IGNORECASE,
)
# The motion, all its proposals, or the referral; not "the motion's proposal on this or that".
_WHOLE: Final = re.compile(
    r"\bmotion(?!(?:en|ernas?)?s\s+(?:förslag|yrkande|krav)(?:et)?\s+(?:om|att|på|gällande|avseende|angående|rörande|kring)\b)"
    r"|\b(?:samtliga|båda|alla)\s+(?:\w+\s+)?(?:förslag|yrkanden|punkter)|\bförslagen\b(?!\s+(?:om|att|gällande))|\bremissen\b",
    re.IGNORECASE,
)
# What follows gives the reason, and may well speak of a part.
_REASON: Final = re.compile(
    r"\b(?:med\s+(?:motivering\w*|hänvisning|anledning|hänsyn|de\s+synpunkter)|eftersom|därför\s+att|utifrån|då)\b", re.IGNORECASE
)
_BARE: Final = 3  # words of a verdict that needs no object: what a table's cell says of the answer to the motion


def stands(demands: Sequence[Demand], response: Response) -> dict[int, DemandStance]:
    """The stance on each demand that one is stated on, by number; demands that nothing is said on are not there.

    A number that the motion has no demand for is kept: the text says so.
    """
    numbered = {one.demand: one for one in reversed(response.demand_stances)}
    others = numbered.pop(OTHERS, None)
    if numbered or others:
        if others:
            numbered |= {one.number: replace(others, demand=one.number) for one in demands if one.number not in numbered}
        return numbered
    stance = response.stance
    if response.told_by and not response.told and len(demands) > 1:
        return {}  # a table has one word for an answer; where the answer itself is here and leaves it open, it may tell them apart
    if not _about_all(stance, _verdict(response), alone=len(demands) == 1):
        return {}
    status = stance.status if len(demands) == 1 else Status.INFERRED
    reason, date = (stance.reason, stance.date) if stance.status is Status.CURATED else (None, None)
    return {
        one.number: DemandStance(
            one.number, stance.value, status, stance.quote, stance.place, stance.passage, reason=reason, date=date
        )
        for one in demands
    }


def _verdict(response: Response) -> str:
    """The words of the stance itself: of what another paper's table tells, the cell with the answer; without its reasons."""
    stance = response.stance
    told = next((one.words for one in response.reports if one.quote == stance.quote), None)
    return _REASON.split(stance.quote if told is None else told, maxsplit=1)[0]


def _about_all(stance: StanceFact, verdict: str, *, alone: bool) -> bool:
    """Whether a stance with these words is about everything that the motion asks for; ``alone``: that is one thing."""
    if stance.value == "unclear" or (stance.value == "partly" and not alone):
        return False
    if stance.status is Status.CURATED or stance.value == "declined":
        return True
    if alone:
        return _ONE_OF.search(verdict) is None
    if _PART.search(verdict):
        return False
    return bool(_WHOLE.search(verdict)) or len(verdict.split()) <= _BARE
