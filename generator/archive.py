"""Drafts, the editor's word and the register → ``Archive``: who is meant, what answers what, what is not here.

Nothing is settled that the documents leave open: a sender nobody can tell stays untold, and values that disagree stand side
by side. A document that cannot be placed becomes a finding and a row among the sources.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.addresses import slug
from generator.case_findings import case_findings, contradictions
from generator.cases import Keyed, group, start
from generator.copies import Chosen, choose
from generator.curation import KINDS, CaseNote
from generator.discrepancies import discrepancies, referral_fact
from generator.enclosed import enclosures, source_parts, statements
from generator.findings import found, found_at
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
    Response,
    Settings,
    SourcePart,
    Status,
)
from generator.papers import join
from generator.parse.dates import UNKNOWN_YEAR
from generator.parse.diary import number_key, year_of
from generator.referred import asked_bodies, referrals, unanswered
from generator.register import Register, register, whole
from generator.responses import responses
from generator.senders import Answer, sender
from generator.told import tellings


@dataclass(frozen=True, slots=True)
class Built:
    """The archive with what was found on the way; ``parts`` tells what became of each document of a file that holds many.

    ``unplaced`` are the files of which nothing could be placed in a case.
    """

    archive: Archive
    findings: tuple[Finding, ...]
    unplaced: tuple[str, ...]
    parts: Mapping[str, tuple[SourcePart, ...]] = field(default_factory=dict)


def make_archive(drafts: Sequence[Draft], notes: Sequence[CaseNote], settings: Settings) -> Built:
    """The archive of ``drafts``. ``Built.unplaced`` names the files that became neither motion nor response."""
    registered = register(settings.bodies)
    drafts = [whole(draft, registered) for draft in drafts]
    keyed, findings, unplaced = _keyed(drafts, notes)
    groups, more, lost = group(keyed)
    findings += [finding for draft in drafts for finding in draft.findings]
    findings += _beyond(drafts, notes)
    findings += more
    unplaced |= lost
    motions: list[Motion] = []
    responses: list[Response] = []
    bodies: dict[str, Body] = {}
    copies: dict[tuple[str, int], str] = {}
    taken: set[str] = set()
    for members in groups:
        case = _case([one.draft for one in members], notes, registered, taken)
        motions.append(case.motion)
        responses += case.responses
        bodies.update(case.bodies)
        findings += case.findings
        copies |= {draft.document.key: case.motion.id for draft in case.chosen.copies}
        unplaced |= {draft.document.key for draft in case.chosen.rivals}
    for body in list(bodies.values()):
        # Those that a body of the archive was before, so that its page can say so.
        bodies.update({one.id: one for one in registered.bodies.values() if one.successor == body.id})
    archive = Archive(
        tuple(sorted(motions, key=lambda motion: motion.id)),
        tuple(sorted(responses, key=lambda response: response.id)),
        tuple(sorted(bodies.values(), key=lambda body: body.id)),
    )
    placed = {draft.document.file for draft in drafts if draft.document.key not in unplaced}
    return Built(
        archive,
        tuple(findings),
        tuple(sorted({file for file, _ in unplaced} - placed)),
        source_parts(drafts, archive, copies),
    )


def _keyed(drafts: Sequence[Draft], notes: Sequence[CaseNote]) -> tuple[list[Keyed], list[Finding], set[tuple[str, int]]]:
    """The drafts that are something known, or part of a file that is, with the editor's word on kind and case."""
    keyed: list[Keyed] = []
    findings: list[Finding] = []
    unplaced: set[tuple[str, int]] = set()
    told = {draft.document.file for draft in drafts if draft.kind != "unknown"}
    for read in sorted(drafts, key=lambda one: one.document.key):
        draft, file = read, read.document.file
        stated = _file_facts(draft, notes)
        if "typ" in stated:
            kind = KINDS[stated["typ"].value]
            draft = replace(draft, kind=kind, document_type=None if kind == "motion" else draft.document_type or "remissvar")
        if draft.kind == "unknown" and not (draft.document.part and file in told):
            findings.append(found_at("F201", start(draft)))
            unplaced.add(draft.document.key)
            continue
        keyed.append(Keyed(draft, stated.get("ärende") or _case_facts(file, notes).get("diarienummer")))
    return keyed, findings, unplaced


@dataclass(frozen=True, slots=True)
class _Case:
    motion: Motion
    responses: list[Response]
    bodies: dict[str, Body]
    findings: list[Finding]
    chosen: Chosen


def _case(drafts: list[Draft], notes: Sequence[CaseNote], registered: Register, taken: set[str]) -> _Case:
    # Where two documents claim to be the motion, one that asks for something is the likelier.
    chosen = choose([draft for draft in drafts if draft.kind == "motion"])
    own = chosen.shown
    findings = [
        found_at("F302", start(extra), case=_called(drafts), other=own.document.file if own else "") for extra in chosen.rivals
    ]
    spoken = [draft for draft in drafts if draft.kind == "response" or draft is own]
    used = spoken or drafts
    curated = _case_facts(used[0].document.file, notes)
    asked = asked_bodies(used, registered)
    answers = [_answer(draft, registered, frozenset(asked), notes) for draft in used if draft.kind == "response"]
    told = tellings(used, registered)
    motion = _motion(own, used, curated)
    motion = replace(motion, id=_case_id(motion, taken))
    bodies = {body.id: body for body, _ in asked.values()}
    bodies |= {body.id: body for answer in answers for body in answer.sender.bodies}
    waiting = unanswered(asked, answers, used, registered)
    bodies |= {key: telling.body for key, telling in told.items()}
    made = responses(motion, join(answers), told, waiting)
    names = {response.id for response in made}
    motion = replace(
        motion,
        referrals=referrals(asked, made, used, registered),
        responses=tuple(response.id for response in made),
        decisions=_decisions(used, registered, bodies),
        statements=statements(motion.id, drafts, names),
        enclosures=enclosures(motion.id, drafts, names),
    )
    findings += case_findings(motion, made, bodies, registered)
    findings += contradictions(motion, answers, used, registered)
    return _Case(motion, made, bodies, findings, chosen)


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
    # The office that prepares the matter files it under the case's number; an answer may name others as well.
    filed = [fact for draft in drafts if _prepares(draft) for fact in draft.diary_numbers if fact.of == "case"]
    facts = filed or facts
    keys = Counter(number_key(fact.value) for fact in facts)
    forms = Counter(fact.value for fact in facts)
    best = max(facts, key=lambda fact: (keys[number_key(fact.value)], forms[fact.value]))
    return replace(best, status=Status.INFERRED, quote=f"numret står {'i handlingarna' if filed else 'i svaren'}: ”{best.quote}”")


def _prepares(draft: Draft) -> bool:
    part = draft.document.part
    return part is not None and part.kind in {"board-proposal", "office-statement"}


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
    curated = _file_facts(draft, notes)
    return Answer(draft, sender(draft, registered, asked, curated.get("instans")), curated)


# --- the editor's word, and findings -------------------------------------------------------------------------------


def _file_facts(draft: Draft, notes: Sequence[CaseNote]) -> Mapping[str, Fact]:
    """What an editor says of a file. Of a file of many documents only the case can be said: the rest is each part's own."""
    file = draft.document.file
    stated = next((note.files[file] for note in notes if file in note.files), {})
    return {key: fact for key, fact in stated.items() if not draft.document.part or key == "ärende"}


def _beyond(drafts: Sequence[Draft], notes: Sequence[CaseNote]) -> list[Finding]:
    """What an editor says of a file of many documents that cannot hold for all of them; it is not used, and staff are told."""
    bundles = {draft.document.file for draft in drafts if draft.document.part}
    said = [(key, fact) for note in notes for file in sorted(bundles & set(note.files)) for key, fact in note.files[file].items()]
    why = "filen innehåller flera dokument, och uppgiften kan inte gälla alla"
    return [found("F403", fact.place.file, fact.place.line, key=key, why=why) for key, fact in said if key != "ärende" and fact.place]


def _case_facts(file: str, notes: Sequence[CaseNote]) -> Mapping[str, Fact]:
    """What the ``case.yml`` nearest above a file says of its case."""
    above = [note for note in notes if note.facts and file.startswith(note.folder)]
    return max(above, key=lambda note: len(note.folder)).facts if above else {}
