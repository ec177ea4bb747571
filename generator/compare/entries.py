"""The cells of the comparison: what an answer says on each point, how that is known and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator import labels
from generator.compare.cells import DECISION, PROPOSAL, SIGNED, STANCE, Column, Entry, Nearest, Note
from generator.compare.excerpt import excerpt
from generator.compare.matrix import anchor_of
from generator.compare.rows import Row
from generator.model import DemandStance, Fact, Motion, Referral, Response, StanceFact, Status


@dataclass(frozen=True, slots=True)
class Case:
    """What the cells of one motion's comparison are made from."""

    motion: Motion
    names: Mapping[str, str]
    responses: Mapping[str, Response]
    columns: tuple[Column, ...]


def written(case: Case, response: Response) -> Iterator[Entry]:
    """The cells of a body whose answer is here, or is told of by another paper, one a column."""
    stances = {one.demand: one for one in response.demand_stances}
    whole = _stance(case, case.columns[0], response)
    for column in case.columns:
        if column.key == STANCE:
            yield whole
        elif column.demand:
            yield _demand(column, stances.get(column.demand), response, whole)
        elif column.key == PROPOSAL:
            yield _proposal(column, response)
        elif column.key == DECISION:
            yield _decision(column, response)
        elif column.key == SIGNED:
            editor = next((one.editor for one in response.signatories if one.editor), None)
            yield replace(_known(column, editor), signatories=response.signatories)
        else:
            yield replace(_known(column, response.date), date=response.date)


def _stance(case: Case, column: Column, response: Response) -> Entry:
    stance = response.stance
    told = next((one for one in response.reports if stance.status is Status.INFERRED and one.quote == stance.quote), None)
    notes = tuple(
        Note(f"{labels.told_by(_office(case, one.source), capital=True)}: ”{excerpt(one.words)}”", one.source, one.passage)
        for one in response.reports
        if one is not told
    )
    if told:
        basis, page, passage = labels.told_by(_office(case, told.source)), told.source, told.passage
        whole = " · ".join(filter(None, (told.words, told.comment)))  # two cells of a row are no sentence
    else:
        basis, page, passage, whole = _basis(stance), response.id, stance.passage, stance.quote
    return Entry(
        column,
        stance.value,
        labels.STANCES[stance.value],
        basis,
        stance.reason or "" if stance.status is Status.CURATED else "",
        stance.date or "",
        excerpt(whole),
        whole,
        page if whole else "",
        passage if whole else "",
        notes=notes,
    )


def _basis(stance: StanceFact) -> str:
    if stance.status is Status.CURATED:
        return labels.CURATED
    return (stance.reason or labels.INFERRED) if stance.status is Status.INFERRED else ""


def _office(case: Case, source: str) -> str:
    """The name of the body whose paper sums the answers up; "" where the paper does not say."""
    response = case.responses.get(source)
    return labels.listed(case.names.get(body, body) for body in response.bodies) if response else ""


def _demand(column: Column, said: DemandStance | None, response: Response, whole: Entry) -> Entry:
    """The stance on one demand and the sentence nearest to it; ``whole`` is the cell of the stance on the whole motion."""
    if said is None:
        return Entry(column, "unclear", labels.STANCES["unclear"])
    entry = Entry(column, said.value, labels.STANCES[said.value], score=said.score)
    if said.status is Status.CURATED:
        # An editor's word has no quotation; what the answer itself says nearest to the demand stands all the same.
        near = _nearest(said.answer, said.answer_passage, response) or _nearest(said.quote, said.passage, response)
        return replace(
            entry, basis=labels.CURATED, reason=said.reason or "", reason_date=said.date or "", nearest=near
        )
    if said.value == "unclear":
        return replace(entry, nearest=_nearest(said.quote, said.passage, response))
    nearest = _nearest(said.answer, said.answer_passage, response)
    if said.status is Status.INFERRED and said.quote == response.stance.quote:
        # The words are those of the stance's own cell: they are pointed at and not repeated.
        return replace(entry, basis=labels.WHOLE_MOTION, page=whole.page, passage=whole.passage, nearest=nearest)
    basis = labels.INFERRED if said.status is Status.INFERRED else ""
    page = response.id if said.quote else ""
    return replace(
        entry, basis=basis, quote=excerpt(said.quote), whole=said.quote, page=page, passage=said.passage, nearest=nearest
    )


def _nearest(whole: str, passage: str, response: Response) -> Nearest | None:
    return Nearest(excerpt(whole), whole, response.id, passage) if whole else None


def _known(column: Column, fact: Fact | None) -> Entry:
    """An entry that says only how a fact is known, where the document does not state it."""
    if fact is None or fact.status is Status.STATED:
        return Entry(column)
    if fact.status is Status.CURATED:
        return Entry(column, basis=labels.CURATED, reason=fact.reason or "", reason_date=fact.date or "")
    return Entry(column, basis=labels.INFERRED)


def _fact(column: Column, fact: Fact | None, response: Response) -> Entry:
    """An entry with the words of a fact; an editor's words are no quotation and stand on no page of the answer."""
    entry = _known(column, fact)
    if fact is None:
        return entry
    if fact.status is Status.CURATED:
        return replace(entry, quote=excerpt(fact.value), whole=fact.value, verbatim=False)
    whole = fact.quote or fact.value
    return replace(
        entry, quote=excerpt(whole), whole=whole, page=response.id, passage=anchor_of(fact, response.sections)
    )


def _proposal(column: Column, response: Response) -> Entry:
    advice = response.advice
    entry = _fact(column, response.proposed_decision, response)
    if advice is None or advice.value == "unclear":
        return entry
    if not entry.quote:
        entry = replace(
            entry, quote=excerpt(advice.quote), whole=advice.quote, page=response.id, passage=advice.passage
        )
    return replace(entry, stance=advice.value, word=labels.STANCES[advice.value])


def _decision(column: Column, response: Response) -> Entry:
    notes = (Note(labels.statement_name(one.kind, one.by), response.id, one.passage) for one in response.remarks)
    return replace(_fact(column, response.board_decision, response), notes=tuple(dict.fromkeys(notes)))


# --- the cells of a body without an answer here ---------------------------------------------------------------------


def missing(case: Case, row: Row) -> Iterator[Entry]:
    """The cells of a body without an answer here: what became of the question, and nothing else."""
    referral = next(
        (one for one in case.motion.referrals if one.body in row.bodies and not one.response and one.round == row.round),
        None,
    )
    for column in case.columns:
        yield _state(case, column, row, referral) if column.key == STANCE else Entry(column)


def _state(case: Case, column: Column, row: Row, referral: Referral | None) -> Entry:
    said = labels.editors_state(referral) if referral else None
    entry = replace(
        _known(column, said),
        stance="declined" if row.state == "declined" else None,
        word=labels.BY_EDITOR.get(row.state, labels.STATES[row.state]) if said else labels.STATES[row.state],
    )
    if referral is None or said:
        return entry  # an editor's word is no quotation
    page, passage = _told_where(case, referral)
    return replace(entry, quote=excerpt(referral.quote), whole=referral.quote, page=page, passage=passage)


def _told_where(case: Case, referral: Referral) -> tuple[str, str]:
    """The paragraph that says what became of the question: the page it is on and its anchor, "" where none is found."""
    place = referral.quote_place
    if not referral.quote or place is None:
        return "", ""
    fact = Fact(referral.quote, Status.STATED, referral.quote, place)
    for response in case.responses.values():
        if response.document.file == place.file and (passage := anchor_of(fact, response.sections)):
            return response.id, passage
    return "", ""
