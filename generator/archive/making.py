"""Drafts, the editor's word and the register → ``Archive``: who is meant, what answers what, what is not here.

Nothing is settled that the documents leave open: a sender nobody can tell stays untold, and values that disagree stand side
by side. A document that cannot be placed becomes a finding and a row among the sources.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.addresses import slug
from generator.archive.besides import of_the_case
from generator.archive.case_findings import case_findings, shared_findings
from generator.archive.cases import Keyed, group, start
from generator.archive.chain import decisions, unresolved
from generator.archive.contested import contested
from generator.archive.copies import Chosen, choose
from generator.archive.discrepancies import discrepancies, referral_fact
from generator.archive.edited import (
    Edited,
    about,
    case_draft,
    case_notes,
    contradictions,
    edited_decisions,
    edited_drafts,
    edited_motion,
    edited_referrals,
    edited_sender,
    known_demands,
    unknown_bodies,
)
from generator.archive.enclosed import enclosures, source_parts, statements
from generator.archive.extended import extended
from generator.archive.listed import attributed, entries
from generator.archive.localnames import in_case, spelled
from generator.archive.ownwords import by_own_words
from generator.archive.papers import join
from generator.archive.referred import as_told, asked_bodies, referrals, themselves_asked, unanswered
from generator.archive.register import Register, register, whole
from generator.archive.responses import responses
from generator.archive.senders import Answer, Sender, outdated, sender
from generator.archive.told import tellings
from generator.curation import CaseNote, Words
from generator.findings import found_at
from generator.model import (
    Archive,
    Body,
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
from generator.parse.dates import UNKNOWN_YEAR
from generator.parse.diary import number_key, year_of


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
    edited = edited_drafts([whole(draft, registered) for draft in drafts], notes, registered)
    drafts = edited.drafts
    registered = spelled(registered, drafts)
    keyed, findings, unplaced = _keyed(edited)
    groups, more, lost = group(keyed)
    cases = case_notes([[one.draft for one in members] for members in groups], edited.words, notes)
    findings += [finding for draft in drafts for finding in draft.findings]
    findings += [*edited.findings, *cases.findings]
    findings += more
    unplaced |= lost
    motions: list[Motion] = []
    responses: list[Response] = []
    bodies: dict[str, Body] = {}
    copies: dict[tuple[str, int], str] = {}
    taken: set[str] = set()
    for members, said in zip(groups, cases.words, strict=True):
        members_drafts = [one.draft for one in members]
        here = in_case(registered, members_drafts, settings.municipality)
        case = _case(members_drafts, edited, said, here, taken)
        motions.append(case.motion)
        responses += case.responses
        bodies.update(case.bodies)
        # Those that a body of the case was before, so that its page can say so.
        bodies.update({one.id: one for body in case.bodies.values() for one in here.before(body)})
        findings += case.findings
        copies |= {draft.document.key: case.motion.id for draft in case.chosen.copies}
        unplaced |= {draft.document.key for draft in case.chosen.rivals}
    findings += shared_findings(motions, responses)
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
        source_parts(drafts, archive, copies, edited.left_out),
    )


def _keyed(edited: Edited) -> tuple[list[Keyed], list[Finding], set[tuple[str, int]]]:
    """The drafts that are something known, or part of a file that is, with the case that an editor puts them in."""
    keyed: list[Keyed] = []
    findings: list[Finding] = []
    unplaced: set[tuple[str, int]] = set(edited.left_out)
    told = {draft.document.file for draft in edited.drafts if draft.kind != "unknown"}
    for draft in sorted(edited.drafts, key=lambda one: one.document.key):
        key = draft.document.key
        if key in edited.left_out:
            continue
        typed = "typ" in edited.words.get(key, {})
        if draft.kind == "unknown" and not typed and draft.document.part and draft.document.part.head:
            unplaced.add(key)  # another paragraph of a protocol: no matter of this archive
            continue
        if draft.kind == "unknown" and not typed and not (draft.document.part and draft.document.file in told):
            findings.append(found_at("F201", start(draft)))
            unplaced.add(key)
            continue
        keyed.append(Keyed(draft, edited.numbers.get(key)))
    return keyed, findings, unplaced


@dataclass(frozen=True, slots=True)
class _Case:
    motion: Motion
    responses: list[Response]
    bodies: dict[str, Body]
    findings: list[Finding]
    chosen: Chosen


def _case(drafts: list[Draft], edited: Edited, words: Words, registered: Register, taken: set[str]) -> _Case:
    drafts = of_the_case(drafts, registered, [key for key, said in edited.words.items() if {"typ", "instans"} & said.keys()])
    # Where two documents claim to be the motion, one that asks for something is the likelier.
    chosen = choose([draft for draft in drafts if draft.kind == "motion"])
    own = chosen.shown
    findings = [
        found_at("F302", start(extra), case=_called(drafts), other=own.document.file if own else "") for extra in chosen.rivals
    ]
    spoken = [draft for draft in drafts if draft.kind == "response" or draft is own]
    used = spoken or drafts
    # Who an editor says was asked stands beside the lists of the documents.
    spoken_of = [*used, *([stated] if (stated := case_draft(words, registered)) else [])]
    asked = asked_bodies(spoken_of, registered)
    answers = [_answer(draft, registered, frozenset(asked), edited) for draft in used if draft.kind == "response"]
    answers = by_own_words(answers, {key: body for key, (body, _) in asked.items()})
    answers = attributed(answers, entries(used, registered, {key: body for key, (body, _) in asked.items()}))
    asked = themselves_asked(asked, answers)
    told = tellings(used, registered)
    motion = edited_motion(_motion(own, used, words), own, used, words)
    motion = replace(motion, id=_case_id(motion, taken))
    bodies = {body.id: body for body, _ in asked.values()}
    bodies |= {body.id: body for answer in answers for body in answer.sender.bodies}
    waiting = unanswered(asked, answers, spoken_of, registered)
    bodies |= {key: telling.body for key, telling in told.items()}
    made = responses(motion, join(answers), told, waiting)
    made, strange = known_demands(motion, made)
    names = {response.id for response in made}
    motion = replace(
        motion,
        referrals=extended(referrals(asked, made, used, registered), made),
        responses=tuple(response.id for response in made),
        decisions=decisions(used, registered, bodies),
        statements=statements(motion.id, drafts, names),
        enclosures=enclosures(motion.id, drafts, names),
    )
    motion = replace(motion, discrepancies=(*motion.discrepancies, *contested(motion, made, used, registered)))
    beside = (edit for draft in drafts if draft.kind != "response" for edit in edited.edits.get(draft.document.key, ()))
    motion = replace(motion, edits=(*motion.edits, *beside))
    motion, more = edited_referrals(motion, words, registered)
    motion, deciders, others = edited_decisions(motion, words, registered)
    bodies |= deciders
    findings += [*strange, *more, *others]
    findings += unknown_bodies((row.fact for one in drafts for row in edited.words.get(one.document.key, {}).get("instans", ())), registered)
    findings += unresolved(used, motion.decisions)
    findings += outdated(answers, registered)
    findings += case_findings(motion, made, bodies, registered)
    findings += [finding for response in made for finding in contradictions(response.edits)] + contradictions(motion.edits)
    return _Case(motion, made, bodies, findings, chosen)


# --- the motion ---------------------------------------------------------------------------------------------------


def _motion(own: Draft | None, drafts: list[Draft], words: Words) -> Motion:
    titles = tuple(fact for draft in drafts for fact in draft.titles)
    asking = as_told(drafts)
    number = words["diarienummer"][0].fact if "diarienummer" in words else _diary_number(own, drafts)
    motion_number = next((draft.motion_number for draft in [*([own] if own else []), *drafts] if draft.motion_number), None)
    return Motion(
        id="",
        title=_title(own, titles, drafts),
        titles=titles,
        number=motion_number,
        diary_numbers=(number,) if number else (),
        filed=_filed(own, number or motion_number),
        proposers=own.proposers if own else (),
        demands=tuple(Demand(one.number, one.text, one.place, one.passage) for one in own.demands) if own else (),
        referral_lists=tuple(fact for draft in drafts if (fact := referral_fact(draft))),
        # The same day in two documents is said twice: each document keeps its own.
        deadlines=tuple(fact for draft in drafts for fact in {one.value: one for one in reversed(draft.deadlines)}.values()),
        not_referred=asking.not_referred,
        unnamed_silent=asking.unnamed_silent,
        asked_groups=asking.groups,
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


# --- the answers --------------------------------------------------------------------------------------------------


def _answer(draft: Draft, registered: Register, asked: frozenset[str], edited: Edited) -> Answer:
    own, key = sender(draft, registered, asked), draft.document.key
    bodies, facts, edits = edited_sender(edited.words.get(key, {}), own.bodies, own.facts, registered)
    named = tuple(replace(edit, about=about(draft)) for edit in edits)
    return Answer(draft, Sender(bodies, facts), (*named, *edited.edits.get(key, ())))
