"""The archive as tables for a spreadsheet: motions, responses and stances, and the change log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator import addresses
from generator.changelog import SORTS, log
from generator.exports.clean import licensed, link
from generator.exports.senders import by_motion, names_of, sender
from generator.labels import OUTCOMES, STANCES
from generator.model import (
    Archive,
    DataFile,
    DemandStance,
    Edit,
    Fact,
    Finding,
    Motion,
    Response,
    Settings,
    Stance,
    StanceFact,
    Status,
)

MOTIONS: Final = (
    "motion", "titel", "nummer", "diarienummer", "inlämnad", "förslagsställare", "antal förslag", "tillfrågade", "svar",
    "avstod från att svara", "svarade inte, enligt dokument", "svar saknas i arkivet", "sista svarsdag", "beslut",
    "beslutsdatum", "referat", "fil", "adress", "angivet av redaktionen",
)  # fmt: skip
RESPONSES: Final = (
    "svar", "motion", "motionens titel", "instans", "instansen är", "roll", "dokumenttyp", "datum", "eget diarienummer",
    "berett av", "förslag till beslut", "nämndens beslut", "hållning", "hållning (kod)", "citat", "tjänstemännens förslag",
    "undertecknare", "textkvalitet", "referat", "endast återgivet", "fil", "fler filer", "adress", "angivet av redaktionen",
)  # fmt: skip
STANCE_ROWS: Final = (
    "motion", "svar", "instans", "förslag", "förslagets text", "hållning", "hållning (kod)", "uppgiften är", "grund",
    "citat", "referat", "likhet", "fil", "sida", "rad", "adress",
)  # fmt: skip
CHANGES: Final = ("datum", "slag", "vad", "uppgifter", "skäl", "adress", "ny adress")
STATUSES: Final = {"stated": "angiven i dokumentet", "inferred": "härledd", "curated": "angiven av redaktionen"}
ROLES: Final = {"answer": "svar", "preparation": "sammanställning"}


def tables(archive: Archive, settings: Settings) -> tuple[DataFile, ...]:
    """data/motions.csv, data/responses.csv and data/stances.csv."""
    return (
        DataFile("data/motions.csv", licensed(MOTIONS, _motions(archive, settings), settings)),
        DataFile("data/responses.csv", licensed(RESPONSES, _responses(archive, settings), settings)),
        DataFile("data/stances.csv", licensed(STANCE_ROWS, _stances(archive, settings), settings)),
    )


def changes_table(archive: Archive, settings: Settings, findings: Iterable[Finding]) -> DataFile:
    """data/changes.csv: the change log, in the order of its page."""
    rows = (
        (
            entry.day or None,
            SORTS[entry.sort],
            entry.what,
            ", ".join(entry.keys) or None,
            entry.reason or None,
            link(entry.page, settings) if entry.page else None,
            link(entry.to, settings) if entry.to else None,
        )
        for entry in log(archive, settings, findings)
    )
    return DataFile("data/changes.csv", licensed(CHANGES, rows, settings))


def _motions(archive: Archive, settings: Settings) -> Iterator[tuple[object, ...]]:
    answers = by_motion(archive)
    for motion in sorted(archive.motions, key=lambda one: one.id):
        states = [referral.state for referral in motion.referrals]
        decided = [decision for decision in motion.decisions if decision.stage == "council"][-1:]
        yield (
            motion.id,
            motion.title.value,
            _value(motion.number),
            _values(motion.diary_numbers),
            _value(motion.filed),
            ", ".join(_proposers(motion)),
            len(motion.demands),
            len(motion.referrals),
            len(answers[motion.id]),
            states.count("declined"),
            states.count("silent"),
            states.count("not-in-archive"),
            _values(motion.deadlines),
            OUTCOMES[decided[0].outcome] if decided else None,
            _value(decided[0].date) if decided else None,
            "ja" if motion.retold else "nej",
            motion.document.file if motion.document else None,
            link(addresses.motion(motion.id), settings),
            _edits(motion.edits),
        )


def _responses(archive: Archive, settings: Settings) -> Iterator[tuple[object, ...]]:
    names = names_of(archive)
    titles = {motion.id: motion.title.value for motion in archive.motions}
    for response in sorted(archive.responses, key=lambda one: one.id):
        stance = response.stance
        yield (
            response.id,
            response.motion,
            titles.get(response.motion),
            sender(response.bodies, names),
            ", ".join(dict.fromkeys(STATUSES[said.status] for said in response.body_facts)) or "inte angiven",
            "remissmissiv" if response.document_type == "missiv" else ROLES[response.role],
            response.document_type,
            _value(response.date),
            _values(tuple(number for number in response.diary_numbers if number.of == "own")),
            _value(response.prepared_by),
            _value(response.proposed_decision),
            _value(response.board_decision),
            STANCES[stance.value],
            stance.value,
            stance.quote or None,
            STANCES[response.advice.value] if response.advice else None,
            "; ".join(f"{one.name}, {one.title}" if one.title else one.name for one in response.signatories),
            _decimal(response.document.text_quality),
            "ja" if response.retold else "nej",
            "ja" if response.told else "nej",
            response.document.file,
            ", ".join(dict.fromkeys(paper.file for paper in response.papers if paper.file != response.document.file)) or None,
            link(addresses.response(response.id), settings),
            _edits(response.edits),
        )


def _stances(archive: Archive, settings: Settings) -> Iterator[tuple[object, ...]]:
    names = names_of(archive)
    demands = {(motion.id, demand.number): demand.text for motion in archive.motions for demand in motion.demands}
    for response in sorted(archive.responses, key=lambda one: one.id):
        if response.role != "answer":
            continue
        who = (response.motion, response.id, sender(response.bodies, names))
        yield (*who, "hela motionen", None, *_stance(response.stance, response, settings))
        for stance in sorted(response.demand_stances, key=lambda one: one.demand):
            text = demands.get((response.motion, stance.demand))
            yield (*who, stance.demand, text, *_stance(stance, response, settings))


def _stance(stance: StanceFact | DemandStance, response: Response, settings: Settings) -> tuple[object, ...]:
    value: Stance = stance.value
    curated = stance.status is Status.CURATED
    # An unclear answer to a demand has a nearest passage, which the address leads to, and no quote.
    place = None if value == "unclear" else stance.place
    score = stance.score if isinstance(stance, DemandStance) and stance.passage else None
    return (
        STANCES[value],
        value,
        None if value == "unclear" and not curated else STATUSES[stance.status],
        stance.reason if value != "unclear" or curated else None,
        None if value == "unclear" else stance.quote or None,
        "ja" if response.retold else "nej",
        None if score is None else _decimal(score),
        place.file if place else None,
        place.page if place else None,
        place.line if place else None,
        link(_address(stance, response), settings),
    )


def _address(stance: StanceFact | DemandStance, response: Response) -> str:
    """Where the words of a stance stand: in the answer, or in the paper that tells of it."""
    told = response.told_by if stance is response.stance else None
    owner, passage = (told.source, told.passage) if told else (response.id, stance.passage)
    return addresses.response(owner) + (f"#{passage}" if passage else "")


def _proposers(motion: Motion) -> Iterator[str]:
    for one in motion.proposers:
        yield one.name + (f" ({one.party})" if one.party else "") + (" (struken)" if one.struck else "")


def _edits(edits: Sequence[Edit]) -> str | None:
    """What an editor states, each with its reason and day: "hållning: avstyrker (Enligt akten., 2026-11-20)"."""
    said = []
    for one in edits:
        why = ", ".join(part for part in (one.said.reason, one.said.date) if part)
        said.append(f"{one.key}: {one.said.value}" + (f" ({why})" if why else ""))
    return "; ".join(said) or None


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _values(facts: tuple[Fact, ...]) -> str:
    return ", ".join(dict.fromkeys(fact.value for fact in facts))


def _decimal(number: float) -> str:
    """A share as Swedish spreadsheets read it: 0,97."""
    return f"{number:.2f}".replace(".", ",")
