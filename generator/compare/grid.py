"""The comparison as a table of finished cells: the page, the CSV and the JSON all show these, so that they cannot differ.

One line a body, in the order of ``matrix``. Each cell holds its words as they are shown, how they are known and where they
stand; nothing is left for the page or the files to work out but the form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator import labels
from generator.compare.excerpt import excerpt
from generator.compare.matrix import anchor_of, matrix
from generator.compare.rows import Row
from generator.model import (
    Archive,
    DemandStance,
    Fact,
    Motion,
    Referral,
    ReferralState,
    Response,
    Stance,
    StanceFact,
    Status,
)

STANCE: Final = "hallning"
PROPOSAL: Final = "forslag"
DECISION: Final = "beslut"
SIGNED: Final = "undertecknat"
DATE: Final = "datum"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key (part of its cells' addresses), its heading, and the number of the demand it is about (0: none)."""

    key: str
    heading: str
    demand: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """Something beside a cell's own words, with where it stands: a party's reservation, another paper's word of the answer."""

    text: str
    page: str = ""  # the id of the response (or motion) on whose page it stands
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell.

    ``word`` is the word of its stance or state, "" in cells that have none. ``basis`` says how that is known where the answer
    itself does not state it, ``reason`` why. ``quote`` is what is shown, with " …" where it is cut; ``whole`` is all of it.
    ``near``: the quote is the paragraph nearest to the demand and not a stated stance; ``score`` is then how near (0..1).
    """

    column: Column
    stance: Stance | None = None
    word: str = ""
    basis: str = ""
    reason: str = ""
    reason_date: str = ""
    quote: str = ""
    whole: str = ""
    page: str = ""
    passage: str = ""
    score: float = 0.0
    near: bool = False
    people: tuple[str, ...] = ()
    date: Fact | None = None
    notes: tuple[Note, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the cell says nothing."""
        return not (self.word or self.quote or self.people or self.date or self.notes)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: one body (each of them for a joint answer), or one answer without a sender (``body`` is then "")."""

    name: str  # the row's own part of its cells' addresses; no two lines of a motion share it
    body: str
    heading: str
    note: str
    row: Row
    told: bool
    retold: bool
    entries: tuple[Entry, ...]

    @property
    def response(self) -> str | None:
        """The id of the answer, None where none is here."""
        return self.row.response

    @property
    def state(self) -> ReferralState:
        """What became of the question."""
        return self.row.state

    @property
    def answer(self) -> str:
        """What the line is chosen by: the code of its stance or, without an answer, of its state."""
        return self.entries[0].stance or self.row.state


@dataclass(frozen=True, slots=True)
class Grid:
    """A motion's comparison: its columns after the body's own, and its lines, each with an entry a column."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    motion: Motion
    names: Mapping[str, str]
    responses: Mapping[str, Response]
    columns: tuple[Column, ...]


def grid(archive: Archive, motion: Motion) -> Grid:
    """The comparison of ``motion``; a grid without lines where nobody was asked and nobody answered."""
    columns = (
        Column(STANCE, "Hållning"),
        *(Column(f"yrkande-{demand.number}", f"Yrkande {demand.number}", demand.number) for demand in motion.demands),
        Column(PROPOSAL, "Förslag till beslut"),
        Column(DECISION, "Instansens beslut"),
        Column(SIGNED, "Undertecknat av"),
        Column(DATE, "Datum"),
    )
    case = _Case(
        motion,
        {body.id: body.name for body in archive.bodies},
        {response.id: response for response in archive.answers_to(motion.id)},
        columns,
    )
    taken: Counter[str] = Counter()
    lines: list[Line] = []
    for row in matrix(archive, motion):
        response = case.responses.get(row.response or "")
        entries = tuple(_written(case, response)) if response else tuple(_missing(case, row))
        for body in row.bodies or ("",):
            stem = body or (row.response or "").rpartition("/")[2]
            taken[stem] += 1
            lines.append(
                Line(
                    stem if taken[stem] == 1 else f"{stem}-{taken[stem]}",
                    body,
                    labels.upper_first(case.names.get(body, body)) if body else labels.NO_SENDER,
                    _note(case, row, body),
                    row,
                    response.told if response else False,
                    response.retold if response else False,
                    entries,
                )
            )
    return Grid(columns, tuple(lines))


def _note(case: _Case, row: Row, body: str) -> str:
    if not row.bodies:
        names = labels.listed((case.names.get(one, one) for one in row.possible_bodies), "eller")
        return f"kan vara från {names}" if names else ""
    together = [case.names.get(other, other) for other in row.bodies if other != body]
    said = [f"gemensamt svar med {labels.listed(together)}"] if together else []
    if not row.asked:
        said.append("står inte bland de tillfrågade")
    return "; ".join(said)


# --- the cells of a body whose answer is here -----------------------------------------------------------------------


def _written(case: _Case, response: Response) -> Iterator[Entry]:
    stances = {one.demand: one for one in response.demand_stances}
    for column in case.columns:
        if column.key == STANCE:
            yield _stance(case, column, response)
        elif column.demand:
            yield _demand(column, stances.get(column.demand), response)
        elif column.key == PROPOSAL:
            yield _proposal(column, response)
        elif column.key == DECISION:
            yield _decision(column, response)
        elif column.key == SIGNED:
            people = (f"{one.name}, {one.title}" if one.title else one.name for one in response.signatories)
            yield Entry(column, people=tuple(people))
        else:
            yield Entry(column, date=response.date)


def _stance(case: _Case, column: Column, response: Response) -> Entry:
    stance = response.stance
    told = next((one for one in response.reports if stance.status is Status.INFERRED and one.quote == stance.quote), None)
    notes = tuple(
        Note(f"{labels.told_by(_office(case, one.source), capital=True)}: ”{excerpt(one.words)}”", one.source, one.passage)
        for one in response.reports
        if one is not told
    )
    if told:
        basis, page, passage = labels.told_by(_office(case, told.source)), told.source, told.passage
        whole = f"{told.words}. {told.comment}" if told.comment else told.words
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


def _office(case: _Case, source: str) -> str:
    """The name of the body whose paper sums the answers up; "" where the paper does not say."""
    response = case.responses.get(source)
    return labels.listed(case.names.get(body, body) for body in response.bodies) if response else ""


def _demand(column: Column, said: DemandStance | None, response: Response) -> Entry:
    if said is None:
        return Entry(column, "unclear", labels.STANCES["unclear"])
    stated = said.value != "unclear" and (said.status is not Status.INFERRED or said.quote == response.stance.quote)
    basis = {Status.INFERRED: labels.WHOLE_MOTION, Status.CURATED: labels.CURATED}.get(said.status, "")
    return Entry(
        column,
        said.value,
        labels.STANCES[said.value],
        basis if said.value != "unclear" or said.status is Status.CURATED else "",
        quote=excerpt(said.quote),
        whole=said.quote,
        page=response.id if said.quote else "",
        passage=said.passage,
        score=said.score if said.quote else 0.0,
        near=bool(said.quote) and not stated,
    )


def _proposal(column: Column, response: Response) -> Entry:
    fact, advice = response.proposed_decision, response.advice
    whole = (fact.quote or fact.value) if fact else advice.quote if advice else ""
    passage = anchor_of(fact, response.sections) if fact else advice.passage if advice else ""
    stance = advice.value if advice and advice.value != "unclear" else None
    return Entry(
        column,
        stance,
        labels.STANCES[stance] if stance else "",
        quote=excerpt(whole),
        whole=whole,
        page=response.id if whole else "",
        passage=passage,
    )


def _decision(column: Column, response: Response) -> Entry:
    fact = response.board_decision
    whole = (fact.quote or fact.value) if fact else ""
    notes = (Note(labels.statement_name(one.kind, one.by), response.id, one.passage) for one in response.remarks)
    return Entry(
        column,
        basis=labels.CURATED if fact and fact.status is Status.CURATED else "",
        quote=excerpt(whole),
        whole=whole,
        page=response.id if whole else "",
        passage=anchor_of(fact, response.sections) if fact else "",
        notes=tuple(dict.fromkeys(notes)),
    )


# --- the cells of a body without an answer here ---------------------------------------------------------------------


def _missing(case: _Case, row: Row) -> Iterator[Entry]:
    referral = next((one for one in case.motion.referrals if one.body in row.bodies and not one.response), None)
    for column in case.columns:
        yield _state(case, column, row, referral) if column.key == STANCE else Entry(column)


def _state(case: _Case, column: Column, row: Row, referral: Referral | None) -> Entry:
    whole = referral.quote if referral else ""
    page, passage = _told_where(case, referral) if referral else ("", "")
    return Entry(
        column,
        "declined" if row.state == "declined" else None,
        labels.STATES[row.state],
        quote=excerpt(whole),
        whole=whole,
        page=page,
        passage=passage,
    )


def _told_where(case: _Case, referral: Referral) -> tuple[str, str]:
    """The paragraph that says what became of the question: the page it is on and its anchor, "" where none is found."""
    place = referral.quote_place
    if not referral.quote or place is None:
        return "", ""
    fact = Fact(referral.quote, Status.STATED, referral.quote, place)
    for response in case.responses.values():
        if response.document.file == place.file and (passage := anchor_of(fact, response.sections)):
            return response.id, passage
    return "", ""
