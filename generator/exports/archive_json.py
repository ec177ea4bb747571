"""data/archive.json: the whole archive in the shape that the outside relies on (``schema`` 1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator import addresses
from generator.exports.clean import Json, json_bytes, licence_json
from generator.model import (
    Archive,
    Body,
    Decision,
    Demand,
    DemandStance,
    Document,
    Edit,
    Enclosure,
    Fact,
    Motion,
    Part,
    Passage,
    Place,
    Proposer,
    Referral,
    Remark,
    Report,
    Response,
    Section,
    Signatory,
    Source,
    StanceFact,
    Statement,
    Status,
)
from generator.model.publishing import Licence

SCHEMA: Final = 1


def archive_json(archive: Archive, licence: Licence | None = None) -> bytes:
    """The archive as JSON: lists sorted by id, path or number, null for what is absent (``licence`` too), the same bytes each time."""
    return json_bytes(
        {
            "schema": SCHEMA,
            "licence": licence_json(licence),
            "motions": [_motion(motion) for motion in sorted(archive.motions, key=lambda one: one.id)],
            "responses": [_response(response) for response in sorted(archive.responses, key=lambda one: one.id)],
            "bodies": [_body(body) for body in sorted(archive.bodies, key=lambda one: one.id)],
            "sources": [_source(source) for source in sorted(archive.sources, key=lambda one: (one.file, one.sha256))],
        }
    )


def place(at: Place | None) -> Json:
    """A place as an object, or null."""
    return None if at is None else {"file": at.file, "page": at.page, "line": at.line}


def fact(said: Fact | None) -> Json:
    """A fact as an object, or null; an editor's fact has its reason and date too."""
    if said is None:
        return None
    made: dict[str, Json] = {
        "value": said.value,
        "status": str(said.status),
        "quote": said.quote,
        "place": place(said.place),
    }
    if said.of:
        made["of"] = said.of
    return made | _editors(said)


def _editors(said: Fact | StanceFact) -> dict[str, Json]:
    return {"reason": said.reason, "date": said.date} if said.status == Status.CURATED else {}


def _by_editor(said: Fact | None) -> dict[str, Json]:
    """An editor's word that something rests on, under a key that is there only then."""
    return {} if said is None else {"editor": fact(said)}


def _edit(one: Edit) -> Json:
    return {"key": one.key, "said": fact(one.said), "stated": _facts(one.stated), "differs": one.differs, "about": one.about or None}


def _facts(said: Iterable[Fact]) -> list[Json]:
    return [fact(one) for one in said]


def _motion(motion: Motion) -> Json:
    return {
        "id": motion.id,
        "url": addresses.motion(motion.id),
        "title": fact(motion.title),
        "number": fact(motion.number),
        "diary_numbers": _facts(motion.diary_numbers),
        "filed": fact(motion.filed),
        "proposers": [_proposer(one) for one in motion.proposers],
        "demands": [_demand(one) for one in sorted(motion.demands, key=lambda one: one.number)],
        "referrals": [_referral(one) for one in motion.referrals],
        "deadlines": _facts(motion.deadlines),
        "not_referred": fact(motion.not_referred),
        "asked_groups": _facts(motion.asked_groups),
        "unnamed_silent": fact(motion.unnamed_silent),
        "decisions": [_decision(one) for one in motion.decisions],
        "statements": [_statement(one, motion) for one in motion.statements],
        "enclosures": [_enclosure(one) for one in motion.enclosures],
        "discrepancies": [{"kind": one.kind, "values": _facts(one.values)} for one in motion.discrepancies],
        "responses": [*sorted(motion.responses)],
        "sections": [_section(one) for one in motion.sections],
        "source": None if motion.document is None else _document(motion.document, retold=motion.retold),
        "edits": [_edit(one) for one in motion.edits],
    }


def _demand(one: Demand) -> Json:
    made: dict[str, Json] = {"number": one.number, "text": one.text, "place": place(one.place), "passage": one.passage or None}
    return made | _by_editor(one.editor)


def _proposer(one: Proposer) -> Json:
    made: dict[str, Json] = {
        "name": one.name,
        "party": one.party,
        "struck": one.struck,
        "note": one.note,
        "place": place(one.place),
    }
    return made | _by_editor(one.editor)


def _referral(one: Referral) -> Json:
    made: dict[str, Json] = {
        "body": one.body,
        "names": list(one.names),
        "places": [place(at) for at in one.places],
        "response": one.response,
        "possible_responses": [*sorted(one.possible_responses)],
        "state": one.state,
        "quote": one.quote or None,
        "quote_place": place(one.quote_place),
        "round": one.round,
        "deadline": fact(one.deadline),
    }
    return made | _by_editor(one.editor)


def _decision(one: Decision) -> Json:
    votes = one.votes
    made: dict[str, Json] = {
        "stage": one.stage,
        "body": one.body,
        "date": fact(one.date),
        "outcome": one.outcome,
        "votes": None if votes is None else {"yes": votes.yes, "no": votes.no, "abstained": votes.abstained, "question": votes.question or None},
        "text": one.text,
        "place": place(one.place),
        "evidence": one.evidence or None,
    }
    return made | _by_editor(one.editor)


def _statement(one: Statement, motion: Motion) -> Json:
    return {
        "kind": one.kind,
        "by": one.by,
        "date": one.date,
        "url": addresses.statement(one.id) if one.id else addresses.motion(motion.id),
        "place": place(one.place),
        "id": one.id or None,
        "title": fact(one.title),
        "signatories": [_signatory(person) for person in one.signatories],
        "sections": [_section(section) for section in one.sections],
        "source": None if one.document is None else _document(one.document, retold=False),
    }


def _enclosure(one: Enclosure) -> Json:
    return {
        "id": one.id,
        "url": addresses.statement(one.id),
        "title": one.title,
        "place": place(one.place),
        "sections": [_section(section) for section in one.sections],
        "source": _document(one.document, retold=False),
    }


def _response(response: Response) -> Json:
    return {
        "id": response.id,
        "motion": response.motion,
        "url": addresses.response(response.id),
        "bodies": list(response.bodies),
        "body_facts": _facts(response.body_facts),
        "possible_bodies": list(response.possible_bodies),
        "document_type": response.document_type,
        "role": response.role,
        "title": fact(response.title),
        "diary_numbers": _facts(response.diary_numbers),
        "cited_numbers": _facts(response.cited_numbers),
        "date": fact(response.date),
        "prepared_by": fact(response.prepared_by),
        "proposed_decision": fact(response.proposed_decision),
        "board_decision": fact(response.board_decision),
        "stance": _stance(response.stance),
        "advice": None if response.advice is None else _stance(response.advice),
        "demand_stances": [_demand_stance(one) for one in sorted(response.demand_stances, key=lambda one: one.demand)],
        "signatories": [_signatory(one) for one in response.signatories],
        "attachments": _facts(response.attachments),
        "sections": [_section(one) for one in response.sections],
        "source": _document(response.document, retold=response.retold),
        "papers": [_document(one, retold=False) for one in response.papers],
        "reports": [_report(one) for one in response.reports],
        "remarks": [_remark(one) for one in response.remarks],
        "told": response.told,
        "edits": [_edit(one) for one in response.edits],
    }


def _report(one: Report) -> Json:
    return {
        "source": one.source,
        "value": one.value,
        "words": one.words,
        "comment": one.comment or None,
        "quote": one.quote,
        "place": place(one.place),
        "passage": one.passage or None,
    }


def _remark(one: Remark) -> Json:
    return {
        "kind": one.kind,
        "by": one.by,
        "quote": one.quote,
        "place": place(one.place),
        "passage": one.passage or None,
    }


def _stance(one: StanceFact) -> dict[str, Json]:
    """An inferred stance says what it rests on in ``reason``, beside the words it is read from."""
    rests: dict[str, Json] = {"reason": one.reason} if one.status == Status.INFERRED and one.reason else {}
    return rests | {
        "value": one.value,
        "status": str(one.status),
        "quote": one.quote or None,
        "place": place(one.place),
        "passage": one.passage or None,
    } | _editors(one)


def _demand_stance(one: DemandStance) -> Json:
    """An unclear stance has no quote: ``passage`` and ``score`` only say where the answer comes nearest to the demand."""
    clear = one.value != "unclear"
    return {
        "demand": one.demand,
        "value": one.value,
        "status": str(one.status),
        "quote": (one.quote or None) if clear else None,
        "place": place(one.place) if clear else None,
        "passage": one.passage or None,
        "score": round(one.score, 4),
        "answer": one.answer or None,
        "answer_passage": one.answer_passage or None,
    } | ({"reason": one.reason, "date": one.date} if one.status == Status.CURATED else {})


def _signatory(one: Signatory) -> Json:
    return {"name": one.name, "title": one.title, "place": place(one.place)} | _by_editor(one.editor)


def _section(one: Section) -> Json:
    return {
        "kind": one.kind,
        "heading": one.heading,
        "passages": [_passage(passage) for passage in one.passages],
    }


def _passage(one: Passage) -> Json:
    return {
        "id": one.id,
        "text": one.text,
        "place": place(one.place),
        "restored": [[mark.start, mark.end, mark.original] for mark in one.restored if mark.by == "restoration"],
        "unsure": [[mark.start, mark.end] for mark in one.restored if mark.by == "ocr"],
    }


def _document(document: Document, *, retold: bool) -> Json:
    return {
        "file": document.file,
        "lines": _lines(document.part),
        "part": None if document.part is None else {"number": document.part.number, "kind": document.part.kind},
        "sha256": document.sha256,
        "media_type": document.media_type,
        "pages": document.pages,
        "words": document.words,
        "restored_words": document.restored_words,
        "unsure_words": document.unsure_words,
        "recognised_pages": list(document.recognised),
        "unread_pages": list(document.unread),
        "text_quality": round(document.text_quality, 4),
        "retold": retold,
    }


def _lines(part: Part | None) -> Json:
    """The first and last line of a part of a bundle; null for a whole file, and where lines are counted by page."""
    if part is None or part.first.page is not None or part.first.line is None or part.last.line is None:
        return None
    return [part.first.line, part.last.line]


def _body(body: Body) -> Json:
    return {
        "id": body.id,
        "name": body.name,
        "kind": body.kind,
        "aliases": list(body.aliases),
        "successor": body.successor,
        "url": addresses.body(body.id),
    }


def _share(share: float | None) -> Json:
    """A share to four decimals, never 1 for less than all; null where nothing was counted."""
    return None if share is None else 1.0 if share >= 1 else min(round(share, 4), 0.9999)


def _source(source: Source) -> Json:
    return {
        "file": source.file,
        "sha256": source.sha256,
        "outcome": source.outcome,
        "findings": [*sorted(source.findings)],
        "used_as": [*sorted(source.used_as)],
        "original": (source.original.address or None) if source.original else None,
        "original_withheld": (source.original.withheld or None) if source.original else None,
        "accounted": _share(source.accounted),
        "parts": [
            {
                "number": one.part.number,
                "kind": one.part.kind,
                "first": place(one.part.first),
                "last": place(one.part.last),
                "fate": one.fate,
                "id": one.id or None,
                "accounted": _share(one.accounted),
            }
            for one in source.parts
        ],
    }
