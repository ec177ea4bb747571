"""The comparison of a motion: one row a body, with what it said in every cell that says something."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.compare.rows import Cell, Row
from generator.model import Archive, Demand, Fact, Motion, Passage, Referral, ReferralState, Response, Section
from generator.swedish.folding import fold

_EMPTY: Final = Cell()
_LETTERS: Final = {letter: number for number, letter in enumerate("abcdefghijklmnopqrstuvwxyzåäö")}


def matrix(archive: Archive, motion: Motion) -> tuple[Row, ...]:
    """The rows of a motion's comparison.

    Answers by body name, then answers without a sender, then bodies that declined or kept silent, last those whose answer
    is not in the archive. Statements that sum answers up are no rows.
    """
    names = {body.id: body.name for body in archive.bodies}
    answers = [response for response in archive.answers_to(motion.id) if response.role == "answer"]
    rows = [_answer(response, motion) for response in answers]
    shown = {response.id for response in answers}
    covered = {body for response in answers for body in response.bodies}
    for referral in motion.referrals:
        if referral.response in shown or referral.body in covered:
            continue
        covered.add(referral.body)
        rows.append(_missing(referral, len(motion.demands)))
    return tuple(sorted(rows, key=lambda row: (_group(row), _name(row, names), row.response or "")))


def anchor_of(fact: Fact, sections: Iterable[Section]) -> str:
    """The anchor of the passage a fact stands in; "" where none is found.

    By the fact's words in the sections that decide, else by its words anywhere, else by its line.
    """
    passages = [
        passage
        for section in sorted(sections, key=lambda section: section.kind != "decision")
        for passage in section.passages
    ]
    said = _folded(fact.quote or fact.value)
    if said:
        for passage in passages:
            text = _folded(passage.text)
            if text and (said in text or (said.startswith(text) and len(text.split()) > 1)):
                return passage.id
    return _by_line(fact, passages)


def _answer(response: Response, motion: Motion) -> Row:
    asked = [
        referral
        for referral in motion.referrals
        if referral.response == response.id or referral.body in response.bodies
    ]
    states = {referral.state for referral in asked if referral.response == response.id}
    state: ReferralState = "answered"
    if states == {"declined"} or (not states and response.stance.value == "declined"):
        state = "declined"
    stance = response.stance
    return Row(
        bodies=response.bodies,
        response=response.id,
        state=state,
        decision=_decision(response),
        stance=Cell(stance.quote, stance.passage, stance.value),
        demands=tuple(_demand(demand, response) for demand in motion.demands),
        signatories=response.signatories,
        date=response.date,
        possible_bodies=response.possible_bodies,
        asked=bool(asked) or not response.bodies or not motion.referrals,
    )


def _missing(referral: Referral, demands: int) -> Row:
    return Row(
        bodies=(referral.body,),
        response=None,
        state=referral.state,
        decision=_EMPTY,
        stance=Cell(referral.quote, "", "declined") if referral.state == "declined" else _EMPTY,
        demands=(_EMPTY,) * demands,
    )


def _decision(response: Response) -> Cell:
    fact = response.proposed_decision or response.board_decision
    if fact is None:
        return _EMPTY
    return Cell(fact.quote or fact.value, anchor_of(fact, response.sections))


def _demand(demand: Demand, response: Response) -> Cell:
    for stance in response.demand_stances:
        if stance.demand == demand.number:
            return Cell(stance.quote, stance.passage, stance.value, stance.score)
    return Cell(stance="unclear")


def _group(row: Row) -> int:
    if row.response is not None:
        return 0 if row.bodies else 1
    return 3 if row.state == "not-in-archive" else 2


def _name(row: Row, names: dict[str, str]) -> tuple[tuple[int, ...], ...]:
    """The names of a row's bodies as Swedish sorts them: å ä ö last."""
    return tuple(_order(names.get(body, body)) for body in row.bodies)


def _order(name: str) -> tuple[int, ...]:
    keys = []
    for char in name.lower():
        base = char if char in _LETTERS else fold(char)[:1]
        keys.append(_LETTERS.get(base, -1) + 1)
    return tuple(keys)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _by_line(fact: Fact, passages: Iterable[Passage]) -> str:
    if fact.place is None or fact.place.line is None:
        return ""
    best: tuple[int, str] = (0, "")
    for passage in passages:
        place = passage.place
        if (place.file, place.page) != (fact.place.file, fact.place.page) or place.line is None:
            continue
        if best[0] < place.line <= fact.place.line:
            best = (place.line, passage.id)
    return best[1]
