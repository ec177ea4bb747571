"""A motion that very much has been said of, in invented words: for the tests of what must not grow with a case."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from generator import addresses
from generator.model import (
    Archive,
    Body,
    Decision,
    Demand,
    DemandStance,
    Discrepancy,
    Motion,
    Passage,
    Place,
    Referral,
    Response,
    Restored,
    Section,
    Signatory,
    Stance,
    StanceFact,
    Statement,
    Status,
)
from generator.pages import words
from tests.sample_archive import document, response, section, stated

from . import sample

BODIES, DEMANDS, STEPS, PASSAGES, DAMAGED = 60, 10, 300, 1000, 400
CASE = "ks-2025-1"
LONG = f"{CASE}/namnd-00"  # a response of sixty pages
BROKEN = f"{CASE}/namnd-01"  # one whose scanner lost every third word
STANCES: tuple[Stance, ...] = tuple(words.STANCES)
SETTINGS = replace(sample.SETTINGS, terms=("brygga", "strand", "ansvar", "plan", "kostnad"))
SAYS = "Nämnden för strandens skötsel och kajernas underhåll svarar på sitt eget sätt om bryggorna, stranden, planen, ansvaret och kostnaden"


def _text(number: int) -> str:
    return f"Stycke {number} handlar om bryggorna, om stranden och om planen för dem, och det säger vem som har ansvar för vilken kostnad."


def _long(count: int, file: str, *, broken: bool = False) -> tuple[Section, ...]:
    made = []
    for number in range(count):
        text = _text(number)
        ends = [at for at, sign in enumerate(text) if sign == " "]
        lost = tuple(Restored(start + 1, end, "br?ggoma") for start, end in zip(ends[::3], ends[1::3], strict=False)) if broken else ()
        place = Place(file, number // 17 + 1, number % 17 * 3 + 1)
        made.append(Passage(addresses.anchor(f"{file} {text}"), text, place, style="item" if number % 10 in (4, 5, 6) else "text", restored=lost))
    return tuple(Section("assessment", f"Avdelning {at // 25 + 1}", tuple(made[at : at + 25]), made[at].place) for at in range(0, count, 25))


def _response(number: int) -> Response:
    name, file = f"namnd-{number:02}", f"{CASE}/namnd-{number:02}.pdf"
    stance = STANCES[number % len(STANCES)]
    quote = f"{SAYS}, punkt {number}."
    own = section("decision", "Förslag till beslut", file, 3, quote)
    said = own.passages[0]
    sections: tuple[Section, ...] = (own,)
    if f"{CASE}/{name}" == LONG:
        sections += _long(PASSAGES, file)
    if f"{CASE}/{name}" == BROKEN:
        sections += _long(DAMAGED, file, broken=True)
    made = response(
        name,
        (name,),
        sections,
        document=replace(document(file), media_type="application/pdf"),
        stance=StanceFact(stance, Status.STATED, quote, said.place, said.id),
        date=stated(f"2025-{number % 12 + 1:02}-17", file, 1),
        proposed_decision=stated(f"{SAYS}.", file, 3),
        board_decision=stated(f"{SAYS}, och beslutar det.", file, 3),
        signatories=tuple(Signatory(f"Ada Holm den {at}:e", "nämndsekreterare", Place(file, None, 30)) for at in range(3)),
        attachments=tuple(stated(f"Bilaga {at}: {SAYS}", file, 40 + at) for at in range(400 if f"{CASE}/{name}" == LONG else 1)),
        demand_stances=tuple(
            DemandStance(at, STANCES[(number + at) % len(STANCES)], Status.STATED, quote, said.place, said.id, 0.5) for at in range(1, DEMANDS + 1)
        ),
    )
    return replace(made, id=f"{CASE}/{name}", motion=CASE)


def _motion(responses: tuple[Response, ...]) -> Motion:
    file = f"{CASE}/motion.txt"
    asks = section("decision", "Yrkanden", file, 5, *(f"Kommunen bygger brygga nummer {at} och sköter den." for at in range(1, DEMANDS + 1)))
    tabled = tuple(
        Decision("board", "namnd-00", "tabled" if at % 2 else "other", f"Ärendet tas upp igen för {at}:e gången.", Place(file, None, 100 + at), stated(f"20{26 + at // 300}-{at // 28 % 12 + 1:02}-{at % 28 + 1:02}", file, 100 + at))
        for at in range(STEPS)
    )
    return Motion(
        id=CASE,
        title=stated("Motion av Ada Holm (Ö) om att bygga bryggor", file, 1),
        diary_numbers=(stated("KS 2025/1", file, 2),),
        demands=tuple(Demand(at + 1, one.text, one.place, one.id) for at, one in enumerate(asks.passages)),
        referrals=tuple(Referral(one.bodies[0], (one.bodies[0],), (Place(file, None, 2),), one.id, "answered") for one in responses)
        + tuple(Referral(f"tyst-{at:02}", (f"tysta nämnden {at}",), (Place(file, None, 2),), None, "not-in-archive") for at in range(BODIES)),
        responses=tuple(one.id for one in responses),
        decisions=tabled,
        statements=tuple(Statement("yrkande", f"Parti {at}", None, Place(file, None, 500 + at)) for at in range(100)),
        discrepancies=tuple(Discrepancy("deadline", (stated("2025-01-01", file, 3), stated(f"2025-02-{at + 1:02}", file, 4))) for at in range(28)),
        sections=(asks, *_long(200, file)),
        document=document(file),
    )


@cache
def archive() -> Archive:
    """Sixty answers to ten demands, one of them very long and one much damaged, and a time line of three hundred steps."""
    responses = tuple(_response(number) for number in range(BODIES))
    bodies = tuple(Body(f"{kind}-{at:02}", f"{name} nämnden {at} för stranden", "namnd") for kind, name in (("namnd", "den svarande"), ("tyst", "den tysta")) for at in range(BODIES))
    return Archive((_motion(responses),), responses, tuple(sorted(bodies, key=lambda body: body.id)), ())
