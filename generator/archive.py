"""Drafts, the editor's word and the register → ``Archive``: who is meant, what answers what, what is not here.

Nothing is settled that the documents leave open: a sender nobody can tell stays untold, and values that disagree stand side
by side. A document that cannot be placed becomes a finding and a row among the sources.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.addresses import response_id, slug
from generator.case_findings import case_findings, contradictions
from generator.cases import Keyed, group
from generator.curation import KINDS, STANCES, CaseNote
from generator.discrepancies import discrepancies, referral_fact
from generator.findings import found
from generator.model import (
    Archive,
    Body,
    Decision,
    Demand,
    Draft,
    Fact,
    Finding,
    Motion,
    Place,
    Referral,
    ReferralState,
    Response,
    Settings,
    StanceFact,
    Status,
)
from generator.parse.dates import UNKNOWN_YEAR
from generator.parse.diary import number_key, year_of
from generator.register import Register, register, whole
from generator.senders import Answer, could_be, sender


@dataclass(frozen=True, slots=True)
class Built:
    """The archive with what was found on the way, and the files that could be placed in no case."""

    archive: Archive
    findings: tuple[Finding, ...]
    unplaced: tuple[str, ...]


def make_archive(drafts: Sequence[Draft], notes: Sequence[CaseNote], settings: Settings) -> Built:
    """The archive of ``drafts``. ``Built.unplaced`` names the files that became neither motion nor response."""
    registered = register(settings.bodies)
    drafts = [whole(draft, registered) for draft in drafts]
    keyed, findings, unplaced = _keyed(drafts, notes)
    groups, more, lost = group(keyed)
    findings += [finding for draft in drafts for finding in draft.findings]
    findings += more
    unplaced |= lost
    motions: list[Motion] = []
    responses: list[Response] = []
    bodies: dict[str, Body] = {}
    taken: set[str] = set()
    for members in groups:
        motion, answers, known = _case([one.draft for one in members], notes, registered, taken, findings, unplaced)
        motions.append(motion)
        responses += answers
        bodies.update(known)
    for body in list(bodies.values()):
        # Those that a body of the archive was before, so that its page can say so.
        bodies.update({one.id: one for one in registered.bodies.values() if one.successor == body.id})
    archive = Archive(
        tuple(sorted(motions, key=lambda motion: motion.id)),
        tuple(sorted(responses, key=lambda response: response.id)),
        tuple(sorted(bodies.values(), key=lambda body: body.id)),
    )
    return Built(archive, tuple(findings), tuple(sorted(unplaced)))


def _keyed(drafts: Sequence[Draft], notes: Sequence[CaseNote]) -> tuple[list[Keyed], list[Finding], set[str]]:
    """The drafts that are motions or responses, with the editor's word on kind and case."""
    keyed: list[Keyed] = []
    findings: list[Finding] = []
    unplaced: set[str] = set()
    for read in sorted(drafts, key=lambda one: one.document.file):
        draft, file = read, read.document.file
        stated = _file_facts(file, notes)
        if "typ" in stated:
            kind = KINDS[stated["typ"].value]
            draft = replace(draft, kind=kind, document_type=None if kind == "motion" else draft.document_type or "remissvar")
        if draft.kind == "unknown":
            findings.append(found("F201", file, 1))
            unplaced.add(file)
            continue
        keyed.append(Keyed(draft, stated.get("ärende") or _case_facts(file, notes).get("diarienummer")))
    return keyed, findings, unplaced


def _case(
    drafts: list[Draft],
    notes: Sequence[CaseNote],
    registered: Register,
    taken: set[str],
    findings: list[Finding],
    unplaced: set[str],
) -> tuple[Motion, list[Response], dict[str, Body]]:
    # Where two documents claim to be the motion, one that asks for something is the likelier.
    own = sorted((draft for draft in drafts if draft.kind == "motion"), key=lambda draft: not draft.demands)
    for extra in own[1:]:
        file = extra.document.file
        findings.append(found("F302", file, 1, case=_called(drafts), other=own[0].document.file))
        unplaced.add(file)
    used = [draft for draft in drafts if draft.document.file not in unplaced]
    curated = _case_facts(used[0].document.file, notes)
    asked = _asked(used, registered)
    answers = [_answer(draft, registered, frozenset(asked), notes) for draft in used if draft.kind == "response"]
    motion = _motion(own[0] if own else None, used, curated)
    motion = replace(motion, id=_case_id(motion, taken))
    bodies = {body.id: body for body, _ in asked.values()}
    bodies |= {body.id: body for answer in answers for body in answer.sender.bodies}
    waiting = _unanswered(asked, answers, used, registered)
    responses = _responses(motion, answers, waiting)
    motion = replace(
        motion,
        referrals=_referrals(asked, responses, used, registered),
        responses=tuple(response.id for response in responses),
        decisions=_decisions(used, registered, bodies),
    )
    findings += case_findings(motion, responses, bodies, registered)
    findings += contradictions(motion, answers, used, registered)
    return motion, responses, bodies


# --- the motion ---------------------------------------------------------------------------------------------------


def _motion(own: Draft | None, drafts: list[Draft], curated: Mapping[str, Fact]) -> Motion:
    titles = tuple(fact for draft in drafts for fact in draft.titles)
    number = curated.get("diarienummer") or _diary_number(own, drafts)
    motion_number = next((draft.motion_number for draft in [*([own] if own else []), *drafts] if draft.motion_number), None)
    return Motion(
        id="",
        title=curated.get("titel") or _title(own, titles, drafts),
        titles=titles,
        number=motion_number,
        diary_numbers=(number,) if number else (),
        filed=curated.get("inlämnad") or _filed(own, number or motion_number),
        proposers=own.proposers if own else (),
        demands=tuple(Demand(one.number, one.text, one.place, one.passage) for one in own.demands) if own else (),
        referral_lists=tuple(fact for draft in drafts if (fact := referral_fact(draft))),
        # The same day in two documents is said twice: each document keeps its own.
        deadlines=tuple(fact for draft in drafts for fact in {one.value: one for one in reversed(draft.deadlines)}.values()),
        discrepancies=discrepancies(drafts),
        sections=own.sections if own else (),
        document=own.document if own else None,
        retold=bool(own and own.retold),
        retold_note=own.retold.quote if own and own.retold else "",
    )


def _title(own: Draft | None, titles: tuple[Fact, ...], drafts: list[Draft]) -> Fact:
    """The motion's own title, else the one most answers give, else its number; never empty."""
    if own and own.titles:
        return own.titles[0]
    if titles:
        counts = Counter(fact.value for fact in titles)
        best = max(titles, key=lambda fact: counts[fact.value])
        return replace(best, status=Status.INFERRED, quote=f"titeln som svaren ger: ”{best.quote}”")
    numbers = [fact for draft in drafts for fact in draft.diary_numbers if fact.of == "case"]
    if numbers:
        return Fact(f"Motion {numbers[0].value}", Status.INFERRED, f"dokumenten ger ingen titel; ”{numbers[0].quote}”", numbers[0].place)
    file = drafts[0].document.file
    return Fact("Motion utan titel", Status.INFERRED, "dokumentet ger ingen titel", Place(file, None, 1))


def _diary_number(own: Draft | None, drafts: list[Draft]) -> Fact | None:
    """The case's number: as the motion states it, else inferred from the answers, in the form most of them use."""
    stated = [fact for fact in own.diary_numbers if fact.of == "case"] if own else []
    if stated:
        return stated[0]
    facts = [fact for draft in drafts for fact in draft.diary_numbers if fact.of == "case"]
    if not facts:
        return None
    keys = Counter(number_key(fact.value) for fact in facts)
    forms = Counter(fact.value for fact in facts)
    best = max(facts, key=lambda fact: (keys[number_key(fact.value)], forms[fact.value]))
    return replace(best, status=Status.INFERRED, quote=f"numret står i svaren: ”{best.quote}”")


def _filed(own: Draft | None, number: Fact | None) -> Fact | None:
    """When the motion was filed; a day without a year takes the year of the case's number, and says so."""
    if own is None or own.filed is None:
        return None
    filed = own.filed
    if not filed.value.startswith(UNKNOWN_YEAR):
        return filed
    year = year_of(number.value) if number else None
    if not number or not year:
        return None
    value = filed.value.replace(UNKNOWN_YEAR, year)
    return Fact(value, Status.INFERRED, f"dagen: ”{filed.quote}”; året ur numret {number.value}", filed.place)


def _case_id(motion: Motion, taken: set[str]) -> str:
    name = motion.diary_numbers[0].value if motion.diary_numbers else motion.title.value
    made, count = slug(name), 1
    while made in taken:
        count += 1
        made = f"{slug(name)}-{count}"
    taken.add(made)
    return made


def _called(drafts: list[Draft]) -> str:
    numbers = [fact.value for draft in drafts for fact in draft.diary_numbers if fact.of == "case"]
    titles = [fact.value for draft in drafts for fact in draft.titles]
    return (numbers or titles or [drafts[0].document.file])[0]


def _decisions(drafts: list[Draft], registered: Register, bodies: dict[str, Body]) -> tuple[Decision, ...]:
    made = []
    for draft in drafts:
        for decision in draft.decisions:
            body = registered.meant(decision.body)
            bodies[body.id] = body
            made.append(replace(decision, body=body.id))
    return tuple(made)


# --- the answers --------------------------------------------------------------------------------------------------


def _answer(draft: Draft, registered: Register, asked: frozenset[str], notes: Sequence[CaseNote]) -> Answer:
    curated = _file_facts(draft.document.file, notes)
    return Answer(draft, sender(draft, registered, asked, curated.get("instans")), curated)


def _responses(motion: Motion, answers: list[Answer], waiting: list[Body]) -> list[Response]:
    taken: set[str] = set()
    made = []
    for answer in answers:
        draft = answer.draft
        bodies = tuple(sorted(body.id for body in answer.sender.bodies))
        name = response_id(motion.id, bodies, taken)
        taken.add(name)
        made.append(
            Response(
                id=name,
                motion=motion.id,
                bodies=bodies,
                body_facts=answer.sender.facts,
                possible_bodies=() if bodies or draft.role == "preparation" else tuple(body.id for body in could_be(draft, waiting)),
                document_type=draft.document_type or "remissvar",
                role=draft.role,
                title=draft.titles[0] if draft.titles else None,
                diary_numbers=draft.diary_numbers,
                cited_numbers=draft.cited_numbers,
                date=answer.curated.get("datum-svar") or draft.date,
                prepared_by=draft.prepared_by,
                proposed_decision=draft.proposed_decision,
                board_decision=draft.board_decision,
                stance=_stance(draft, answer.curated.get("hållning")),
                demand_stances=(),
                signatories=draft.signatories,
                attachments=draft.attachments,
                sections=draft.sections,
                document=draft.document,
                retold=draft.retold is not None,
                retold_note=draft.retold.quote if draft.retold else "",
            )
        )
    return made


def _stance(draft: Draft, curated: Fact | None) -> StanceFact:
    if curated is None:
        return draft.stance
    # The editor's reason is not the body's words: a curated stance has no quote.
    return StanceFact(STANCES[curated.value], Status.CURATED, "", curated.place, "", curated.reason, curated.date)


# --- who was asked ------------------------------------------------------------------------------------------------

_Asked = dict[str, tuple[Body, list[tuple[str, Place]]]]


def _asked(drafts: list[Draft], registered: Register) -> _Asked:
    """Every body that a document says was asked, as the body of today, with the names and places it has there."""
    asked: _Asked = {}
    for draft in drafts:
        for one in draft.referrals:
            for mention in one.names:
                body = registered.meant(mention.full)
                asked.setdefault(body.id, (body, []))[1].append((mention.name, mention.place))
    return asked


def _unanswered(asked: _Asked, answers: list[Answer], drafts: list[Draft], registered: Register) -> list[Body]:
    """The bodies asked whose answer is missing and of which no document says that they sent none."""
    answered = {body.id for answer in answers for body in answer.sender.bodies if answer.draft.role == "answer"}
    answered |= {registered.meant(claim.mention.full).id for draft in drafts for claim in draft.body_claims}
    return [body for key, (body, _) in sorted(asked.items()) if key not in answered]


def _referrals(asked: _Asked, responses: list[Response], drafts: list[Draft], registered: Register) -> tuple[Referral, ...]:
    claims = {
        registered.meant(claim.mention.full).id: claim for draft in drafts for claim in reversed(draft.body_claims)
    }
    made = []
    for key, (body, names) in sorted(asked.items(), key=lambda item: item[1][0].name):
        answer = next((one for one in responses if key in one.bodies and one.role == "answer"), None)
        claim = claims.get(key)
        state: ReferralState = "not-in-archive"
        if answer:
            state = "declined" if answer.stance.value == "declined" else "answered"
        elif claim and claim.state != "answered":
            state = claim.state
        made.append(
            Referral(
                body=body.id,
                names=tuple(dict.fromkeys(name for name, _ in names)),
                places=tuple(dict.fromkeys(place for _, place in names)),
                response=answer.id if answer else None,
                state=state,
                possible_responses=tuple(
                    one.id for one in responses if state == "not-in-archive" and key in one.possible_bodies
                ),
                quote=claim.quote if claim and not answer else "",
                quote_place=claim.mention.place if claim and not answer else None,
            )
        )
    return tuple(made)


# --- the editor's word, and findings -------------------------------------------------------------------------------


def _file_facts(file: str, notes: Sequence[CaseNote]) -> Mapping[str, Fact]:
    return next((note.files[file] for note in notes if file in note.files), {})


def _case_facts(file: str, notes: Sequence[CaseNote]) -> Mapping[str, Fact]:
    """What the ``case.yml`` nearest above a file says of its case."""
    above = [note for note in notes if note.facts and file.startswith(note.folder)]
    return max(above, key=lambda note: len(note.folder)).facts if above else {}
