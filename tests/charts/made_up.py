"""Archives made up by hypothesis: motions and answers of which only what the pictures count is told."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from generator import addresses
from generator.labels import OUTCOMES, STANCES
from generator.model import (
    Archive,
    Body,
    Decision,
    Fact,
    Motion,
    Place,
    Referral,
    ReferralState,
    Response,
    StanceFact,
    Status,
)
from tests.sample_archive import response

NAMES = ("Norra <b>nämnden</b>", "parknämnden *x*", "Äldre & yngre", "ångbåtsbolaget", *(f"nämnd {at}" for at in range(16)))
BODIES = tuple(Body(f"instans-{at}", name, "namnd") for at, name in enumerate(NAMES))
OPEN: tuple[ReferralState, ...] = ("declined", "silent", "not-in-archive")
PLACE = Place("x.txt", None, 1)
DAYS = st.one_of(
    st.none(),
    st.builds(
        Fact,
        st.one_of(st.dates().map(str), st.sampled_from(["XXXX-03-04", "2020", "2021-05", "2021-02-30", "2022-01-01", "2022-06-15", "2023-03-01"])),
        st.sampled_from(list(Status)),
        st.just("q"),
        st.just(PLACE),
    ),
)
NUMBERS = st.lists(st.sampled_from(["KS 2019/1899", "0262/23", "1.6.1-77", "KS 2021/5"]).map(lambda value: Fact(value, Status.STATED, value, PLACE)), max_size=2).map(tuple)
DECISIONS = st.lists(
    st.builds(Decision, st.sampled_from(["proposal", "board", "council"]), st.just("Fullmäktige"), st.sampled_from(sorted(OUTCOMES)), st.just("t"), st.just(PLACE)),
    max_size=3,
).map(tuple)


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """A few motions, their answers and what became of the questions to bodies, in every mix."""
    motions: list[Motion] = []
    responses: list[Response] = []
    for at in range(draw(st.integers(0, 6))):
        case = f"ks-{at}"
        senders = draw(st.lists(st.lists(st.sampled_from(range(len(BODIES))), max_size=2, unique=True).map(lambda found: tuple(f"instans-{one}" for one in sorted(found))), max_size=6))
        taken: set[str] = set()
        own: list[Response] = []
        for bodies in senders:
            made = response(
                "x",
                bodies,
                (),
                stance=StanceFact(draw(st.sampled_from(sorted(STANCES)))),
                date=draw(DAYS),
                role=draw(st.sampled_from(["answer", "answer", "answer", "preparation"])),
                told=draw(st.integers(0, 5)) == 0,
            )
            named = addresses.response_id(case, bodies, taken)
            taken.add(named)
            own.append(replace(made, id=named, motion=case))
        referrals = []
        for body, state in draw(st.dictionaries(st.sampled_from([one.id for one in BODIES]), st.sampled_from(OPEN), max_size=6)).items():
            answer = next((one.id for one in own if body in one.bodies), None)
            referrals.append(Referral(body, (body,), (PLACE,), answer, "answered" if answer else state))
        motions.append(
            Motion(
                case,
                Fact("Motion om bänkar", Status.STATED, "q", PLACE),
                diary_numbers=draw(NUMBERS),
                filed=draw(DAYS),
                referrals=tuple(referrals),
                deadlines=draw(st.one_of(st.just(()), DAYS.map(lambda fact: (fact,) if fact else ()))),
                decisions=draw(DECISIONS),
                responses=tuple(one.id for one in own),
            )
        )
        responses += own
    return Archive(tuple(motions), tuple(responses), BODIES)
