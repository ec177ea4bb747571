"""The documents an answer is made of, and what its officials proposed beside what the body decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.labels import statement_name
from generator.model import (
    BodyKind,
    Document,
    DocumentType,
    Fact,
    Place,
    Response,
    Section,
    Stance,
    StanceFact,
    Status,
)
from generator.pages import words
from generator.pages.context import Context
from generator.pages.words import Badge

_OWNERS: Final[dict[BodyKind, tuple[str, str, str]]] = {
    # whose minutes, whose officials' paper, who the officials are
    "namnd": ("nämndens", "förvaltningens", "förvaltningen"),
    "stadsdelsnamnd": ("nämndens", "förvaltningens", "förvaltningen"),
    "bolag": ("bolagets", "bolagets", "tjänstepersonerna"),
    "styrelse": ("styrelsens", "tjänstepersonernas", "tjänstepersonerna"),
}
_DECIDERS: Final[dict[BodyKind, str]] = {"namnd": "nämnden", "stadsdelsnamnd": "nämnden", "bolag": "bolagets styrelse", "styrelse": "styrelsen"}
# How a stance is put as a proposal and as a decision; what is unclear is never put in words.
_PROPOSED: Final[dict[Stance, str]] = {
    "support": "att motionen tillstyrks",
    "reject": "att motionen avstyrks",
    "partly": "att motionen tillstyrks till en del",
    "considered-answered": "att motionen ska anses besvarad",
    "already-met": "att motionen ska ses som redan tillgodosedd",
    "no-position": "att inte ta ställning till motionen",
    "declined": "att avstå från att svara",
}
_DECIDED: Final[dict[Stance, str]] = {
    "support": "att tillstyrka den",
    "reject": "att avstyrka den",
    "partly": "att tillstyrka den till en del",
    "considered-answered": "att den ska anses besvarad",
    "already-met": "att den ska ses som redan tillgodosedd",
    "no-position": "att inte ta ställning",
    "declined": "att avstå från att svara",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One of the documents of an answer; ``name`` is what it is called ("nämndens protokoll, 2 maj 2024")."""

    id: str
    name: str
    document: Document
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two sides: who speaks, where they stand, and the words."""

    who: str
    badge: Badge
    stance: StanceFact
    words: Fact | None


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """What a party said inside the body's own paper."""

    name: str
    quote: str
    target: str
    place: Place


def papers(context: Context, response: Response) -> tuple[Paper, ...]:
    """The documents of ``response`` with their sections, the one that speaks for the body first; one as a rule."""
    documents = (response.document, *response.papers)
    kinds = (response.document_type, *response.paper_types)
    own_day = response.date if response.date and holds(response.document, response.date.place) else None
    days = (own_day, *response.paper_dates)
    held: list[list[Section]] = [[] for _ in documents]
    for section in response.sections:
        place = section.passages[0].place if section.passages else section.place
        at = next((index for index, document in enumerate(documents) if holds(document, place)), 0)
        held[at].append(section)
    return tuple(
        Paper(
            f"Handling-{number}",
            _name(context, response, kinds[number - 1] if number <= len(kinds) else None, days[number - 1] if number <= len(days) else None),
            document,
            tuple(held[number - 1]),
        )
        for number, document in enumerate(documents, 1)
    )


def other_paper(context: Context, response: Response, passage: str) -> str:
    """The name of the paper that ``passage`` stands in, where it is not the one that speaks for the body; else ""."""
    return next(
        (
            paper.name
            for paper in papers(context, response)[1:]
            if passage and any(one.id == passage for section in paper.sections for one in section.passages)
        ),
        "",
    )


def _name(context: Context, response: Response, kind: DocumentType | None, day: Fact | None) -> str:
    minutes, officials, _ = _OWNERS.get(_kind(context, response), ("", "", ""))
    if kind == "protokollsutdrag":
        called = f"{minutes} protokoll" if minutes else "protokollet"
    elif kind == "tjansteutlatande":
        called = f"{officials} tjänsteutlåtande" if officials else "tjänsteutlåtandet"
    else:
        called = {"yttrande": "yttrandet", "remissvar": "remissvaret", "sammanstallning": "sammanställningen"}.get(kind or "", "handlingen")
    return f"{called}, {words.date(day.value)}" if day else called


def _kind(context: Context, response: Response) -> BodyKind:
    """The kind of the one body whose answer it is; "other" for a joint answer."""
    body = context.bodies.get(response.bodies[0]) if len(response.bodies) == 1 else None
    return body.kind if body else "other"


def holds(document: Document, place: Place | None) -> bool:
    """Whether ``place`` lies in ``document``: a file may hold many, told apart by their lines."""
    if place is None or document.file != place.file:
        return False
    if document.part is None or place.line is None:
        return True
    first, last = document.part.first, document.part.last
    return (first.page or 0, first.line or 0) <= (place.page or 0, place.line) <= (last.page or 0, last.line or 0)


def sides(context: Context, response: Response) -> tuple[Side, ...]:
    """What the officials proposed and what the body decided, where both are known; () where not."""
    if response.advice is None or response.advice.value == "unclear":
        return ()
    _, _, officials = _OWNERS.get(_kind(context, response), ("", "", "tjänstepersonerna"))
    decider = _DECIDERS.get(_kind(context, response), "instansen")
    return (
        Side(f"{words.upper_first(officials)} föreslog", words.STANCES[response.advice.value], response.advice, response.proposed_decision),
        Side(f"{words.upper_first(decider)} beslutade", context.badge(response), _own_words(response), response.board_decision),
    )


def _own_words(response: Response) -> StanceFact:
    """The body's stance; without its quote where that is what the officials wrote, which the body only made its own."""
    stance = response.stance
    taken_over = stance.status is Status.INFERRED and stance.reason and response.advice and stance.quote == response.advice.quote
    return replace(stance, quote="", place=None, passage="") if taken_over else stance


def advice_in_words(context: Context, response: Response) -> str:
    """How the officials' proposal and the body's decision go together, as a sentence; "" where one of them is not clear."""
    advice, stance = response.advice, response.stance
    if advice is None or "unclear" in {advice.value, stance.value}:
        return ""
    _, _, officials = _OWNERS.get(_kind(context, response), ("", "", "tjänstepersonerna"))
    decider = _DECIDERS.get(_kind(context, response), "instansen")
    if stance.status is Status.INFERRED and stance.reason:
        return f"{words.upper_first(stance.reason)}."
    if advice.value == stance.value == "partly":
        return ""  # two answers in part need not be the same part
    if advice.value == stance.value:
        return f"{words.upper_first(decider)} beslutade i linje med det som {officials} föreslog{', enligt redaktionen' if stance.status is Status.CURATED else ''}."
    by = " (angivet av redaktionen)" if stance.status is Status.CURATED else ""
    return f"{words.upper_first(officials)} föreslog {_PROPOSED[advice.value]}; {decider} beslutade {_DECIDED[stance.value]}{by}."


def remark_rows(response: Response) -> Iterator[RemarkRow]:
    """The reservations and yrkanden inside the body's own papers, as they are listed on the answer's page."""
    for one in response.remarks:
        yield RemarkRow(statement_name(one.kind, one.by), one.quote, f"#{one.passage}" if one.passage else "", one.place)
