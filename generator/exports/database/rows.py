"""The archive as rows of each table, in the order of their columns; the same rows for the same archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from generator import addresses
from generator.exports.clean import link
from generator.exports.database.cells import Keys, Row, among, clean, how, numbered, place, value
from generator.exports.database.facts import edit, facts_of_motion, facts_of_response
from generator.exports.database.passages import passages
from generator.exports.senders import names_of, sender
from generator.model import Archive, Fact, Motion, Response, Settings, StanceFact, Status

SCHEMA: Final = 1
_EDITOR: Final = str(Status.CURATED)
_STATED: Final = str(Status.STATED)


def rows(archive: Archive, settings: Settings) -> dict[str, Iterator[Row]]:
    """Every table's rows by the table's name, made as they are asked for. Tables without a key of their own are numbered from 1."""
    motions = sorted(archive.motions, key=lambda one: one.id)
    responses = sorted(archive.responses, key=lambda one: one.id)
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
    made: dict[str, Iterable[Row]] = {
        "metadata": _metadata(settings),
        "sources": (
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
        ),
        "bodies": (
            (one.id, one.name, one.kind, among(one.successor, keys.bodies), "\n".join(one.aliases) or None, link(addresses.body(one.id), settings))
            for one in sorted(archive.bodies, key=lambda one: one.id)
        ),
        "motions": (_motion(one, keys, settings) for one in motions),
        "responses": (_response(one, keys, names, titles, settings) for one in responses),
        "proposers": numbered(
            (motion.id, one.name, one.party, int(one.struck), one.note, _status(one.editor), *place(one.place)) for motion in motions for one in motion.proposers
        ),
        "demands": numbered((case, one.number, one.text, one.passage or None, _status(one.editor), *place(one.place)) for case, one in every),
        "response_bodies": numbered((one.id, body) for one in responses for body in one.bodies if body in keys.bodies),
        "referrals": numbered(
            (
                motion.id,
                among(one.body, keys.bodies),
                one.state,
                among(one.response, keys.responses),
                one.round,
                value(one.deadline),
                "\n".join(one.names),
                one.quote or None,
            )
            for motion in motions
            for one in motion.referrals
        ),
        "stances": numbered(row for one in responses if one.role == "answer" for row in _stances(one, keys, settings)),
        "decisions": numbered(
            (
                motion.id,
                one.stage,
                one.body,
                value(one.date),
                how(one.date),
                one.outcome,
                *((one.votes.yes, one.votes.no, one.votes.abstained) if one.votes else (None, None, None)),
                one.text,
                one.evidence or None,
                _status(one.editor),
                *place(one.place),
            )
            for motion in motions
            for one in motion.decisions
        ),
        "statements": numbered(
            (motion.id, one.kind, one.by or None, one.date, *place(one.place), link(addresses.statement(one.id) if one.id else addresses.motion(motion.id), settings))
            for motion in motions
            for one in motion.statements
        ),
        "enclosures": numbered(
            (motion.id, one.title or None, *place(one.place), link(addresses.statement(one.id), settings)) for motion in motions for one in motion.enclosures
        ),
        "signatories": numbered(
            (response.id, one.name, one.title, _status(one.editor), *place(one.place)) for response in responses for one in response.signatories
        ),
        "facts": numbered(chain((row for one in motions for row in facts_of_motion(one)), (row for one in responses for row in facts_of_response(one, keys)))),
        "discrepancies": numbered(
            (motion.id, one.kind, fact.value, fact.quote or None, *place(fact.place)) for motion in motions for one in motion.discrepancies for fact in one.values
        ),
        "edits": numbered(
            chain(
                (edit(motion.id, None, one) for motion in motions for one in motion.edits),
                (edit(among(response.motion, keys.motions), response.id, one) for response in responses for one in response.edits),
            )
        ),
        "passages": numbered(passages(archive, motions, responses, keys, settings)),
    }
    return {name: (tuple(clean(one) for one in row) for row in found) for name, found in made.items()}


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
    return (one.id, title.value, str(title.status), number, value(one.filed), how(one.filed), int(one.retold), source, link(addresses.motion(one.id), settings))


def _response(one: Response, keys: Keys, names: Mapping[str, str], titles: Mapping[str, str], settings: Settings) -> Row:
    stance = one.stance
    own = next((fact.value for fact in one.diary_numbers if fact.of == "own"), None)
    return (
        one.id,
        f"{sender(one.bodies, names)}: {titles.get(one.motion, one.motion)}",
        among(one.motion, keys.motions),
        one.document_type,
        one.role,
        value(one.date),
        how(one.date),
        own,
        stance.value,
        _known(stance),
        _quote(stance),
        one.advice.value if one.advice else None,
        value(one.proposed_decision),
        value(one.board_decision),
        int(one.retold),
        int(one.told),
        round(one.document.text_quality, 4),
        keys.sources.get(one.document.file),
        link(addresses.response(one.id), settings),
    )


def _stances(response: Response, keys: Keys, settings: Settings) -> Iterator[Row]:
    stance, case = response.stance, among(response.motion, keys.motions)
    told = response.told_by
    owner, passage = (told.source, told.passage) if told else (response.id, stance.passage)
    at = place(stance.place if stance.value != "unclear" else None)
    yield (response.id, case, None, None, stance.value, _known(stance), _quote(stance), None, stance.reason, stance.date, *at, _spot(owner, passage, settings))
    for one in sorted(response.demand_stances, key=lambda one: one.demand):
        clear = one.value != "unclear"
        known = str(one.status) if clear or one.status is Status.CURATED else None
        yield (
            response.id,
            case,
            one.demand,
            keys.demands.get((response.motion, one.demand)),
            one.value,
            known,
            (one.quote or None) if clear else None,
            round(one.score, 4) if one.passage else None,
            one.reason,
            one.date,
            *place(one.place if clear else None),
            _spot(response.id, one.passage, settings),
        )


def _spot(owner: str, passage: str, settings: Settings) -> str:
    return link(addresses.response(owner) + (f"#{passage}" if passage else ""), settings)


def _status(editor: Fact | None) -> str:
    return _EDITOR if editor else _STATED


def _known(stance: StanceFact) -> str | None:
    """How a stance is known; nothing is known of one that is unclear, unless an editor says that it is."""
    return str(stance.status) if stance.value != "unclear" or stance.status is Status.CURATED else None


def _quote(stance: StanceFact) -> str | None:
    return (stance.quote or None) if stance.value != "unclear" else None
