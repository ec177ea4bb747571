"""An archive that fills the overview: many bodies, seven years, answers of every stance, questions with every end."""

from __future__ import annotations

from dataclasses import replace

from generator.labels import OUTCOMES, STANCES
from generator.model import Archive, Body, Decision, Fact, Motion, Place, Referral, ReferralState, StanceFact, Status
from tests.sample_archive import response

PLACE = Place("x.txt", None, 1)
BODIES = tuple(Body(f"namnd-{at}", f"{town}s nämnd för samhällsplanering", "namnd") for at, town in enumerate(("Almby", "Björkby", "Cederby", "Dalby", "Ekeby", "Furuby", "Granby") * 3))
ENDS: tuple[ReferralState, ...] = ("declined", "silent", "not-in-archive")


def _day(text: str) -> Fact:
    return Fact(text, Status.STATED, text, PLACE)


def archive(years: int = 7) -> Archive:
    """Some forty motions a row of years from 2016 on, each put to eight bodies of which six answer."""
    motions, responses = [], []
    for at in range(max(40, 4 * years)):
        case, year = f"ks-{2016 + at % years}-{at}", 2016 + at % years
        referrals: list[Referral] = []
        for one in range(8):
            body = BODIES[(at * one + one) % len(BODIES)]
            if any(body.id == other.body for other in referrals):
                continue
            if one > 5:
                referrals.append(Referral(body.id, (body.name,), (PLACE,), None, ENDS[(at + one) % 3]))
                continue
            made = response("x", (body.id,), (), date=_day(f"{year + one // 3}-{1 + (at + one) % 12:02}-11"), stance=StanceFact(list(STANCES)[(at + one * one) % 8]), told=(at + one) % 9 == 0)
            responses.append(replace(made, id=f"{case}/{body.id}", motion=case))
            referrals.append(Referral(body.id, (body.name,), (PLACE,), f"{case}/{body.id}", "answered"))
        motions.append(
            Motion(
                case,
                _day("Motion om bänkar"),
                filed=_day(f"{year}-01-{1 + at % 28:02}"),
                referrals=tuple(referrals),
                deadlines=(_day(f"{year}-06-01"),),
                decisions=(Decision("council", "kommunfullmaktige", list(OUTCOMES)[at % 7], "t", PLACE),) if at % 3 else (),
            )
        )
    return Archive(tuple(motions), tuple(responses), BODIES)
