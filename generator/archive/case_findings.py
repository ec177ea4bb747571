"""What staff should know of one case. Part of the room ``archive``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.archive.register import Register
from generator.findings import found, found_at
from generator.labels import DISCREPANCIES
from generator.model import Body, Finding, Motion, Place, Response
from generator.parse.receivers import MORE


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
            made.append(found_at("F203", places[key], name=body.name, guess=registered.advice(body.name)))
    for one in motion.discrepancies:
        place = one.values[0].place or Place("")
        made.append(found_at("F303", place, what=DISCREPANCIES[one.kind]))
    return made + _gaps(motion, responses, bodies)


def shared_findings(motions: Sequence[Motion], responses: Sequence[Response]) -> list[Finding]:
    """A finding for each document that treats several motions, and each of them of which it is not told what it says."""
    cases: dict[tuple[str, int], set[str]] = {}
    for response in responses:
        if not response.told:
            cases.setdefault(response.document.key, set()).add(response.motion)
    names = {motion.id: motion.title.value for motion in motions}
    return [
        found_at("F314", _start(response), case=names[response.motion])
        for response in responses
        if not response.told and response.role == "answer" and response.stance.value == "unclear" and len(cases[response.document.key]) > 1
    ]


def _gaps(motion: Motion, responses: Sequence[Response], bodies: Mapping[str, Body]) -> list[Finding]:
    """What is missing of the answers; the motion's page tells the same."""
    made: list[Finding] = []
    waiting = [one for one in motion.referrals if one.state == "not-in-archive" and one.places]
    own = {response.id: response for response in responses}
    untold = [one for one in waiting if any(one.body in own[key].bodies for key in one.possible_responses if key in own)]
    missing = [one for one in waiting if one not in untold]
    if missing:
        made.append(found_at("F313", missing[0].places[0], names=", ".join(dict.fromkeys(_named(one.body, bodies) for one in missing))))
    made += [
        found_at("F316", _start(own[one.possible_responses[0]]), name=_named(one.body, bodies)) for one in untold if one.round == 1
    ]
    made += [found_at("F315", fact.place, group=fact.value) for fact in motion.asked_groups if fact.place and fact.value != MORE]
    if motion.unnamed_silent and motion.unnamed_silent.place:
        made.append(found_at("F317", motion.unnamed_silent.place))
    return made


def _named(body: str, bodies: Mapping[str, Body]) -> str:
    return bodies[body].name if body in bodies else body


def _start(response: Response) -> Place:
    document = response.document
    return document.part.first if document.part else Place(document.file, None, 1)
