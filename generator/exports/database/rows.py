"""The archive as rows of each table, in the order of their columns; the same rows for the same archive."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator import addresses
from generator.compare.terms import term_index
from generator.exports.clean import link, whole
from generator.exports.senders import names_of, sender
from generator.labels import round_name
from generator.model import Archive, Edit, Fact, Motion, Place, Response, Section, Settings, StanceFact, Status

Value = str | int | float | None
Row = tuple[Value, ...]
SCHEMA: Final = 1
_WORD: Final = re.compile(r"[^\W_]+")
_EDITOR: Final = str(Status.CURATED)
_STATED: Final = str(Status.STATED)


@dataclass(frozen=True, slots=True)
class Keys:
    """What rows point to: the numbers of sources, demands, statements and attachments, and the ids that there are."""

    sources: Mapping[str, int]
    demands: Mapping[tuple[str, int], int]
    motions: frozenset[str]
    responses: frozenset[str]
    bodies: frozenset[str]


def rows(archive: Archive, settings: Settings) -> dict[str, list[Row]]:
    """Every table's rows by the table's name. Tables without a key of their own are numbered from 1."""
    motions = sorted(archive.motions, key=lambda one: one.id)
    responses = sorted((one for one in archive.responses), key=lambda one: one.id)
    sources = sorted(archive.sources, key=lambda one: (one.file, one.sha256))
    numbers = {source.file: number for number, source in enumerate(sources, 1)}
    every = [(motion.id, demand) for motion in motions for demand in sorted(motion.demands, key=lambda one: one.number)]
    keys = Keys(
        numbers,
        {(case, demand.number): number for number, (case, demand) in enumerate(every, 1)},
        frozenset(motion.id for motion in motions),
        frozenset(response.id for response in responses),
        frozenset(body.id for body in archive.bodies),
    )
    names, titles = names_of(archive), {motion.id: motion.title.value for motion in motions}
    made: dict[str, list[Row]] = {
        "metadata": list(_metadata(settings)),
        "sources": [
            (
                number,
                one.file,
                one.sha256 or None,
                one.outcome,
                one.media_type or None,
                one.words,
                one.restored_words,
                None if one.accounted is None else round(one.accounted, 4),
                link(one.original.address, settings) if one.original and one.original.address else None,
                (one.original.withheld or None) if one.original else None,
            )
            for number, one in enumerate(sources, 1)
        ],
        "bodies": [
            (one.id, one.name, one.kind, _in(one.successor, keys.bodies), "\n".join(one.aliases) or None, link(addresses.body(one.id), settings))
            for one in sorted(archive.bodies, key=lambda one: one.id)
        ],
        "motions": [_motion(one, keys, settings) for one in motions],
        "responses": [_response(one, keys, names, titles, settings) for one in responses],
        "proposers": _numbered(
            (motion.id, one.name, one.party, int(one.struck), one.note, _status(one.editor), *_place(one.place)) for motion in motions for one in motion.proposers
        ),
        "demands": _numbered((case, one.number, one.text, one.passage or None, _status(one.editor), *_place(one.place)) for case, one in every),
        "response_bodies": _numbered((one.id, body) for one in responses for body in one.bodies if body in keys.bodies),
        "referrals": _numbered(
            (
                motion.id,
                _in(one.body, keys.bodies),
                one.state,
                _in(one.response, keys.responses),
                one.round,
                _value(one.deadline),
                "\n".join(one.names),
                one.quote or None,
            )
            for motion in motions
            for one in motion.referrals
        ),
        "stances": _numbered(row for one in responses if one.role == "answer" for row in _stances(one, keys, settings)),
        "decisions": _numbered(
            (
                motion.id,
                one.stage,
                one.body,
                _value(one.date),
                _how(one.date),
                one.outcome,
                *((one.votes.yes, one.votes.no, one.votes.abstained) if one.votes else (None, None, None)),
                one.text,
                one.evidence or None,
                _status(one.editor),
                *_place(one.place),
            )
            for motion in motions
            for one in motion.decisions
        ),
        "statements": _numbered(
            (motion.id, one.kind, one.by or None, one.date, *_place(one.place), link(addresses.statement(one.id) if one.id else addresses.motion(motion.id), settings))
            for motion in motions
            for one in motion.statements
        ),
        "enclosures": _numbered(
            (motion.id, one.title or None, *_place(one.place), link(addresses.statement(one.id), settings)) for motion in motions for one in motion.enclosures
        ),
        "signatories": _numbered(
            (response.id, one.name, one.title, _status(one.editor), *_place(one.place)) for response in responses for one in response.signatories
        ),
        "facts": _numbered([*(row for one in motions for row in _facts_of_motion(one)), *(row for one in responses for row in _facts_of_response(one, keys))]),
        "discrepancies": _numbered(
            (motion.id, one.kind, fact.value, fact.quote or None, *_place(fact.place)) for motion in motions for one in motion.discrepancies for fact in one.values
        ),
        "edits": _numbered(
            [*(_edit(motion.id, None, one) for motion in motions for one in motion.edits), *(_edit(_in(response.motion, keys.motions), response.id, one) for response in responses for one in response.edits)]
        ),
        "passages": _numbered(_passages(archive, motions, responses, keys, settings)),
    }
    return {name: [tuple(_clean(value) for value in row) for row in found] for name, found in made.items()}


def _metadata(settings: Settings) -> Iterator[Row]:
    licence = settings.licence
    yield ("schema", SCHEMA)
    yield ("title", settings.site_name)
    yield ("municipality", settings.municipality or None)
    yield ("publisher", settings.publisher or None)
    yield ("licence", licence.name if licence else None)
    yield ("licence_url", (licence.address or None) if licence else None)
    yield ("source_url", settings.address or None)


def _motion(one: Motion, keys: Keys, settings: Settings) -> Row:
    source = keys.sources.get(one.document.file) if one.document else None
    number = one.diary_numbers[0].value if one.diary_numbers else None
    title = one.title
    return (one.id, title.value, str(title.status), number, _value(one.filed), _how(one.filed), int(one.retold), source, link(addresses.motion(one.id), settings))


def _response(one: Response, keys: Keys, names: Mapping[str, str], titles: Mapping[str, str], settings: Settings) -> Row:
    stance = one.stance
    own = next((fact.value for fact in one.diary_numbers if fact.of == "own"), None)
    return (
        one.id,
        f"{sender(one.bodies, names)}: {titles.get(one.motion, one.motion)}",
        _in(one.motion, keys.motions),
        one.document_type,
        one.role,
        _value(one.date),
        _how(one.date),
        own,
        stance.value,
        _known(stance),
        _quote(stance),
        one.advice.value if one.advice else None,
        _value(one.proposed_decision),
        _value(one.board_decision),
        int(one.retold),
        int(one.told),
        round(one.document.text_quality, 4),
        keys.sources.get(one.document.file),
        link(addresses.response(one.id), settings),
    )


def _stances(response: Response, keys: Keys, settings: Settings) -> Iterator[Row]:
    stance, case = response.stance, _in(response.motion, keys.motions)
    told = response.told_by
    owner, passage = (told.source, told.passage) if told else (response.id, stance.passage)
    at = _place(stance.place if stance.value != "unclear" else None)
    yield (response.id, case, None, stance.value, _known(stance), _quote(stance), None, stance.reason, stance.date, *at, _spot(owner, passage, settings))
    for one in sorted(response.demand_stances, key=lambda one: one.demand):
        clear = one.value != "unclear"
        known = str(one.status) if clear or one.status is Status.CURATED else None
        demand = keys.demands.get((response.motion, one.demand))
        if demand is None:
            continue  # a stance on a demand that the motion does not have would read as one on the whole motion
        yield (
            response.id,
            case,
            demand,
            one.value,
            known,
            (one.quote or None) if clear else None,
            round(one.score, 4) if one.passage else None,
            one.reason,
            one.date,
            *_place(one.place if clear else None),
            _spot(response.id, one.passage, settings),
        )


def _passages(archive: Archive, motions: Sequence[Motion], responses: Sequence[Response], keys: Keys, settings: Settings) -> Iterator[Row]:
    """All passages, document by document. Those of an answer that is only told of stand in the paper that tells of it."""
    base = _base_forms(archive)
    statement = enclosure = 0
    for motion in motions:
        yield from _of_sections(motion.sections, (motion.id, None, None, None), addresses.motion(motion.id), base.get(motion.id, {}), settings)
        for one in motion.statements:
            statement += 1
            if one.id:
                yield from _of_sections(one.sections, (motion.id, None, statement, None), addresses.statement(one.id), {}, settings)
        for held in motion.enclosures:
            enclosure += 1
            yield from _of_sections(held.sections, (motion.id, None, None, enclosure), addresses.statement(held.id), {}, settings)
    for response in responses:
        if not response.told:
            owner: Row = (_in(response.motion, keys.motions), response.id, None, None)
            yield from _of_sections(response.sections, owner, addresses.response(response.id), base.get(response.id, {}), settings)


def _of_sections(sections: Iterable[Section], owner: Row, page: str, base: Mapping[str, Sequence[str]], settings: Settings) -> Iterator[Row]:
    for section in sections:
        for one in section.passages:
            here = {word.lower() for word in _WORD.findall(one.text)}
            keys = " ".join(sorted({key for key in base.get(one.id, ()) if key not in here}))
            restored = sum(mark.by == "restoration" for mark in one.restored)
            yield (
                *owner,
                section.kind,
                section.heading or None,
                one.text,
                keys or None,
                one.style,
                int(one.struck),
                restored,
                *_place(one.place),
                link(f"{page}#{one.id}", settings),
            )


def _base_forms(archive: Archive) -> dict[str, dict[str, list[str]]]:
    """What each passage can be found by beside its own words: owner → anchor → base forms, as the pages of words count them."""
    index = term_index(archive)
    made: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    lists: list[list[str]] = []
    for text in index.texts:
        lists.append(made[text.owner].setdefault(text.passage.id, []))
    for key, numbers in index.postings.items():
        for number in numbers:
            lists[number].append(key)
    return made


def _facts_of_motion(motion: Motion) -> Iterator[Row]:
    named: list[tuple[str, Iterable[Fact | None]]] = [
        ("title", (motion.title, *motion.titles)),
        ("number", (motion.number,)),
        ("diary_number", motion.diary_numbers),
        ("filed", (motion.filed,)),
        ("deadline", motion.deadlines),
        ("not_referred", (motion.not_referred,)),
        ("asked_group", motion.asked_groups),
        ("unnamed_silent", (motion.unnamed_silent,)),
    ]
    named += [(f"deadline, {round_name(one.round)}", (one.deadline,)) for one in motion.referrals if one.deadline]
    yield from (_fact(motion.id, None, key, fact) for key, facts in named for fact in dict.fromkeys(facts) if fact)


def _facts_of_response(response: Response, keys: Keys) -> Iterator[Row]:
    named: list[tuple[str, Iterable[Fact | None]]] = [
        ("title", (response.title,)),
        ("body", response.body_facts),
        ("own_diary_number", [fact for fact in response.diary_numbers if fact.of == "own"]),
        ("case_diary_number", [fact for fact in response.diary_numbers if fact.of != "own"]),
        ("cited_number", response.cited_numbers),
        ("date", (response.date,)),
        ("prepared_by", (response.prepared_by,)),
        ("proposed_decision", (response.proposed_decision,)),
        ("board_decision", (response.board_decision,)),
        ("attachment", response.attachments),
    ]
    case = _in(response.motion, keys.motions)
    yield from (_fact(case, response.id, key, fact) for key, facts in named for fact in dict.fromkeys(facts) if fact)


def _fact(motion: Value, response: Value, key: str, fact: Fact) -> Row:
    return (motion, response, key, fact.value, str(fact.status), fact.quote or None, fact.reason, fact.date, *_place(fact.place))


def _edit(motion: Value, response: Value, one: Edit) -> Row:
    stated = "\n".join(fact.value for fact in one.stated) or None
    return (motion, response, one.key, one.said.value, stated, int(one.differs), one.said.reason, one.said.date)


def _numbered(found: Iterable[Row]) -> list[Row]:
    return [(number, *row) for number, row in enumerate(found, 1)]


def _place(at: Place | None) -> Row:
    return (at.file, at.page, at.line) if at else (None, None, None)


def _spot(owner: str, passage: str, settings: Settings) -> str:
    return link(addresses.response(owner) + (f"#{passage}" if passage else ""), settings)


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _how(fact: Fact | None) -> str | None:
    return str(fact.status) if fact else None


def _status(editor: Fact | None) -> str:
    return _EDITOR if editor else _STATED


def _known(stance: StanceFact) -> str | None:
    """How a stance is known; nothing is known of one that is unclear, unless an editor says that it is."""
    return str(stance.status) if stance.value != "unclear" or stance.status is Status.CURATED else None


def _quote(stance: StanceFact) -> str | None:
    return (stance.quote or None) if stance.value != "unclear" else None


def _in(name: str | None, there: frozenset[str]) -> str | None:
    return name if name in there else None


def _clean(value: Value) -> Value:
    return whole(value).replace("\0", "\ufffd") if isinstance(value, str) else value
