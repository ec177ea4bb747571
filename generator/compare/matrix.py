"""The rows of a motion's comparison: one a body, in the order that it is read in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.compare.rows import Row
from generator.model import Archive, Fact, Motion, Passage, ReferralState, Response, Section
from generator.swedish.folding import fold

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
    covered = {(body, 0) for response in answers for body in response.bodies}
    answered = {referral.body for referral in motion.referrals if referral.response in shown}
    for referral in motion.referrals:
        # A body that was asked twice and answered once has an answer missing, if it is known which time it answered.
        key = (referral.body, referral.round if referral.body in answered else 0)
        if referral.response in shown or key in covered:
            continue
        covered.add(key)
        rows.append(Row((referral.body,), None, referral.state, round=referral.round))
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
    rounds = {referral.round for referral in asked if referral.response == response.id}
    return Row(
        bodies=response.bodies,
        response=response.id,
        state=state,
        possible_bodies=response.possible_bodies,
        asked=bool(asked) or not response.bodies or not motion.referrals,
        round=rounds.pop() if len(rounds) == 1 else 0,
    )


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
