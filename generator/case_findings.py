"""What staff should know of one case. Part of the room ``archive``."""

from __future__ import annotations

from collections.abc import Mapping

from generator.curation import STANCES
from generator.findings import found, found_at
from generator.labels import DISCREPANCIES
from generator.model import Body, Draft, Fact, Finding, Motion, Place, Response, Status
from generator.parse.diary import number_key
from generator.register import Register
from generator.senders import Answer, sender


def contradictions(motion: Motion, answers: list[Answer], drafts: list[Draft], registered: Register) -> list[Finding]:
    """Where the editor says one thing and a document states another: both are kept, and staff are told."""
    pairs: list[tuple[str, Fact, str]] = []
    for answer in answers:
        said, draft = answer.curated, answer.draft
        stated = sender(draft, registered, frozenset(), None)
        if "instans" in said and stated.facts and registered.meant(said["instans"].value) not in stated.bodies:
            pairs.append(("instans", said["instans"], stated.facts[0].value))
        if "hållning" in said and draft.stance.value not in {"unclear", STANCES[said["hållning"].value]}:
            pairs.append(("hållning", said["hållning"], draft.stance.quote))
        if "datum-svar" in said and draft.date and draft.date.value != said["datum-svar"].value:
            pairs.append(("datum-svar", said["datum-svar"], draft.date.value))
    numbers = [fact for draft in drafts for fact in draft.diary_numbers if fact.of == "case"]
    for fact in motion.diary_numbers:
        number = next((one for one in numbers if number_key(one.value) != number_key(fact.value)), None)
        if fact.status is Status.CURATED and number:
            pairs.append(("diarienummer", fact, number.value))
    title = next((fact.value for draft in drafts if draft.kind == "motion" for fact in draft.titles), None)
    filed = next((draft.filed.value for draft in drafts if draft.kind == "motion" and draft.filed), None)
    for key, said_fact, other in (("titel", motion.title, title), ("inlämnad", motion.filed, filed)):
        if said_fact and said_fact.status is Status.CURATED and other and other.removeprefix("XXXX") not in said_fact.value:
            pairs.append((key, said_fact, other))
    return [
        found_at("F405", fact.place, key=key, value=fact.value, stated=stated)
        for key, fact, stated in pairs
        if fact.place
    ]


def case_findings(
    motion: Motion, responses: list[Response], bodies: Mapping[str, Body], registered: Register
) -> list[Finding]:
    """What staff should know of one case: what is missing in it, who is unknown, and where its sources disagree."""
    made: list[Finding] = []
    if motion.document is None:
        first = motion.title.place or Place(responses[0].document.file)
        case = motion.diary_numbers[0].value if motion.diary_numbers else motion.title.value
        made.append(found_at("F301", first, case=case))
    elif not motion.demands:
        made.append(found("F206", motion.document.file, 1))
    for response in responses:
        if not response.bodies and response.role == "answer":
            names = ", ".join(bodies[key].name for key in response.possible_bodies)
            guess = f" Det kan vara någon av dem som tillfrågades: {names}." if names else ""
            made.append(found("F204", response.document.file, 1, guess=guess))
    places = {referral.body: referral.places[0] for referral in motion.referrals}
    places |= {body: fact.place for one in responses for body, fact in zip(one.bodies, one.body_facts, strict=False) if fact.place}
    for key, body in sorted(bodies.items()):
        if not body.registered and key in places:
            near = registered.nearest(body.name)
            guess = f" Menade du ”{near}”?" if near else ""
            made.append(found_at("F203", places[key], name=body.name, guess=guess))
    for one in motion.discrepancies:
        place = one.values[0].place or Place("")
        made.append(found_at("F303", place, what=DISCREPANCIES[one.kind]))
    return made
