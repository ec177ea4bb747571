"""Who was asked in a case, under which names, in which round, and what became of the question. Part of the room ``archive``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.archive.register import Register
from generator.archive.rounds import FIRST, SECOND, Rounds, placed, rounds
from generator.archive.senders import Answer
from generator.model import Body, BodyClaim, Draft, Fact, Place, Referral, ReferralState, Response, Status
from generator.parse.asking import again
from generator.parse.claims import all_but
from generator.parse.receivers import is_group

Asked = dict[str, tuple[Body, list[tuple[str, Place]]]]


@dataclass(frozen=True, slots=True)
class Told:
    """What the documents say of the asking as a whole: that nobody was asked, that some were silent, groups that were asked."""

    not_referred: Fact | None
    unnamed_silent: Fact | None
    groups: tuple[Fact, ...]


def asked_bodies(drafts: Sequence[Draft], registered: Register) -> Asked:
    """Every body that a document says was asked, as the body of today, with the names and places it has there.

    Where no document lists them, those are asked who have a row in the office's table of the answers.
    """
    asked: Asked = {}
    for draft in drafts:
        for one in draft.referrals:
            for mention in one.names:
                if not is_group(mention.full) and not own_short(mention.full, draft):
                    body = registered.meant(mention.full)
                    asked.setdefault(body.id, (body, []))[1].append((mention.name, mention.place))
    if any(draft.role == "preparation" and one.names for draft in drafts for one in draft.referrals):
        return asked
    for draft in drafts:
        rows = [(one.mention, one.quote) for one in draft.reported] + [(one.mention, one.quote) for one in draft.body_claims]
        for mention, quote in rows if draft.role == "preparation" else ():
            if "\t" in quote:
                body = registered.meant(mention.full)
                asked.setdefault(body.id, (body, []))[1].append((mention.name, mention.place))
    return asked


def own_short(name: str, draft: Draft) -> bool:
    """Whether an answer calls its own sender so for short: "Socialnämnden" in the paper of Socialnämnden Nordost."""
    lead = f"{name.lower().removesuffix('en')}"
    return draft.role == "answer" and any(
        clue.strength > 1 and re.match(rf"{re.escape(lead)}(?:en)? \S", clue.mention.full.lower())
        for clue in draft.senders
    )


def themselves_asked(asked: Asked, answers: Sequence[Answer]) -> Asked:
    """``asked`` with the senders of those answers whose own text says that whoever writes was asked.

    A heading ("Svar på remiss") says so too, but counts only where no document lists those who were asked: against a list
    that leaves a body out it is too little.
    """
    listed = any(len({mention.full for mention in one.names}) > 1 or answer.draft.role == "preparation" for answer in answers for one in answer.draft.referrals)
    made = {key: (body, list(names)) for key, (body, names) in asked.items()}
    for answer in answers:
        draft = answer.draft
        if draft.role != "answer":
            continue
        besides = next((one for one in draft.referrals if one.besides_sender), None)
        own = draft.asked_kind if draft.asked_kind and (draft.asked_kind.status is Status.STATED or not listed) else None
        place = own.place if own else besides.place if besides else None
        for body in answer.sender.bodies if place else ():
            if body.id not in made and place:
                made[body.id] = (body, [(body.name, place)])
    return made


def as_told(drafts: Sequence[Draft]) -> Told:
    """What ``drafts`` say of the asking as a whole.

    A list that leaves itself open ("m.fl.") is closed by one that holds all its names and is whole; a group stays as its
    words have it, since no document of the case says who belongs to it.
    """
    lists = [(frozenset(mention.full.lower() for mention in one.names if not is_group(mention.full)), one) for draft in drafts for one in draft.referrals]
    whole = [names for names, one in lists if names and not any(is_group(mention.full) for mention in one.names)]
    groups: dict[str, Fact] = {}
    for names, one in lists:
        for mention in one.names:
            if is_group(mention.full) and not any(len(names) < len(other) and names <= other for other in whole):
                groups.setdefault(mention.name.lower(), Fact(mention.name, Status.STATED, one.quote, mention.place))
    # An office that prepares the matter knows of all its answers; another body's word of them comes after.
    order = sorted(drafts, key=lambda draft: draft.role != "preparation")
    # Minutes that bundle a matter may say "utan remiss" of another question; a list of bodies goes before it.
    return Told(
        next((draft.not_referred for draft in order if draft.not_referred), None),
        next((draft.unnamed_silent for draft in order if draft.unnamed_silent), None),
        tuple(groups.values()),
    )


def unanswered(asked: Asked, answers: list[Answer], drafts: list[Draft], registered: Register) -> list[Body]:
    """The bodies asked whose answer is missing and of which no document says that they sent none."""
    answered = {body.id for answer in answers for body in answer.sender.bodies if answer.draft.role == "answer"}
    answered |= {registered.meant(claim.mention.full).id for draft in drafts for claim in draft.body_claims if claim.state != "answered"}
    return [body for key, (body, _) in sorted(asked.items()) if key not in answered]


def referrals(asked: Asked, responses: Sequence[Response], drafts: Sequence[Draft], registered: Register) -> tuple[Referral, ...]:
    """A referral for each body asked, by round and name, with the answer it leads to and its state."""
    known = rounds(drafts)
    numbers = _numbers(asked, drafts, registered, known)
    claims = _claims(drafts, registered, known, numbers)
    own_days = {draft.document.key: draft.deadlines for draft in drafts if draft.kind == "response" and draft.role == "answer"}
    made = []
    for key, (body, names) in sorted(asked.items(), key=lambda item: item[1][0].name):
        answers = [one for one in responses if key in one.bodies and one.role == "answer"]
        by_round = placed(answers, known, numbers[key])
        for number in sorted(numbers[key] | (set(by_round) - {0})):
            answer = min(by_round.get(number, ()), key=_weight, default=None)
            untold = tuple(one.id for one in by_round.get(0, ())) if answer is None else ()
            claim = None if answer or untold else claims.get((key, number))
            spots = _in_round(names, drafts, known, number) or names
            made.append(
                Referral(
                    body=body.id,
                    names=tuple(dict.fromkeys(name for name, _ in spots)),
                    places=tuple(dict.fromkeys(place for _, place in spots)),
                    response=answer.id if answer else None,
                    state=(state := _state(answer, claim)),
                    possible_responses=untold
                    or tuple(one.id for one in responses if state == "not-in-archive" and key in one.possible_bodies),
                    quote=claim.quote if claim else "",
                    quote_place=claim.mention.place if claim else None,
                    round=number,
                    deadline=_deadline(answer, own_days, drafts, known, number),
                )
            )
    return tuple(sorted(made, key=lambda one: one.round))


def _state(answer: Response | None, claim: BodyClaim | None) -> ReferralState:
    """An answer that is only told of ("har svarat") is not here; its sentence is kept all the same."""
    if answer:
        return "declined" if answer.stance.value == "declined" else "answered"
    return claim.state if claim and claim.state != "answered" else "not-in-archive"


def _numbers(asked: Asked, drafts: Sequence[Draft], registered: Register, known: Rounds) -> dict[str, frozenset[int]]:
    """The rounds in which each body was asked."""
    made: dict[str, set[int]] = {key: set() for key in asked}
    for draft in drafts:
        for one in draft.referrals:
            number = SECOND if known.twice and one.again else FIRST
            for mention in one.names:
                if not is_group(mention.full):
                    made.setdefault(registered.meant(mention.full).id, set()).add(number)
    # An answer to the second question that tells of itself alone ("nämnden har på nytt …") has no name in its list.
    if known.twice and known.same:
        made = {key: {*found, SECOND} if FIRST in found else found for key, found in made.items()}
    return {key: frozenset(found or {FIRST}) for key, found in made.items()}


def _claims(
    drafts: Sequence[Draft], registered: Register, known: Rounds, numbers: Mapping[str, frozenset[int]]
) -> dict[tuple[str, int], BodyClaim]:
    """The claim that counts of each body and round: that no answer came goes before that one did, the first before later ones."""
    made: dict[tuple[str, int], BodyClaim] = {}
    order = {"declined": 0, "silent": 0, "answered": 1}
    for draft in drafts:
        for claim in (*draft.body_claims, *_others(draft)):
            key = registered.meant(claim.mention.full).id
            number = SECOND if known.twice and (again(claim.quote) or draft.document.key in known.second) else FIRST
            spot = key, next(iter(asked)) if len(asked := numbers.get(key, frozenset())) == 1 else number
            if spot not in made or order[claim.state] < order[made[spot].state]:
                made[spot] = claim
    return made


def _others(draft: Draft) -> Iterator[BodyClaim]:
    """That the others of its own list answered, where a document says that all did but the ones it names.

    Such a sentence speaks of the bodies as a group, so it is no word against one that says how a single body answered.
    """
    for claim in draft.body_claims:
        if claim.state == "silent" and all_but(claim.quote):
            for one in draft.referrals:
                for mention in one.names:
                    if not is_group(mention.full) and not one.again:
                        yield BodyClaim(replace(mention, place=claim.mention.place), "answered", claim.quote)


def _in_round(names: list[tuple[str, Place]], drafts: Sequence[Draft], known: Rounds, number: int) -> list[tuple[str, Place]]:
    """Those of ``names`` that stand in a list of this round."""
    if not known.twice:
        return names
    held = {(mention.name, mention.place) for draft in drafts for one in draft.referrals for mention in one.names if one.again == (number == SECOND)}
    return [spot for spot in names if spot in held]


def _deadline(
    answer: Response | None, own: dict[tuple[str, int], tuple[Fact, ...]], drafts: Sequence[Draft], known: Rounds, number: int
) -> Fact | None:
    """The day that the body's own answer gives for it; else the round's own, where a second round has one of its own."""
    if answer and not answer.told:
        for key in (answer.document.key, *(paper.key for paper in answer.papers)):
            days = own.get(key, ())
            if len({fact.value for fact in days}) == 1:
                return days[0]
    if not known.twice:
        return None
    facts = [fact for draft in drafts for fact in draft.deadlines if known.of_fact(draft, fact) == number]
    return facts[0] if len({fact.value for fact in facts}) == 1 else None


def _weight(response: Response) -> tuple[bool, bool, bool]:
    """What goes first of several answers: one of its own, one that says where it stands, and minutes before an office's draft."""
    return response.told, response.stance.value == "unclear", response.document_type != "protokollsutdrag"
