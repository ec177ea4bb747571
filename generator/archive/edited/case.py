"""An editor's word on a case: its facts, who was asked, and what was decided."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.archive.edited.edits import absent, demand_key, distinct, edit, misspelt, unknown_bodies
from generator.archive.register import Register
from generator.curation import OUTCOMES, STAGES, STATES, Row, Words
from generator.curation.values import votes_of
from generator.findings import found_at
from generator.labels import OUTCOMES as OUTCOME_WORDS
from generator.labels import STATES as STATE_WORDS
from generator.model import (
    Body,
    BodyClaim,
    Decision,
    Demand,
    Document,
    Draft,
    Edit,
    Fact,
    Finding,
    Mention,
    Motion,
    Place,
    Proposer,
    Referral,
    ReferralList,
    Response,
    Stage,
    Status,
    Votes,
)
from generator.parse.dates import UNKNOWN_YEAR
from generator.parse.diary import number_key

_WITH_PARTY: Final = re.compile(r"(?P<name>.+?)\s*\((?P<party>[^()]+)\)")
_USUAL: Final[dict[Stage, str]] = {"board": "Kommunstyrelsen", "council": "Kommunfullmäktige", "proposal": ""}


def case_draft(words: Words, registered: Register) -> Draft | None:
    """What an editor says of who was asked, as a draft of its own beside the documents'; None where nothing is said."""
    rows = [row for row in words.get("remissinstanser", ()) if _state(row) != _REMOVED and not misspelt(_name(row).value, registered)]
    if not rows:
        return None
    place = _place(rows[0].fact)
    names = tuple(Mention(_name(row).value, _name(row).value, _place(row.fact)) for row in rows)
    quote = ", ".join(_name(row).value for row in rows)
    claims = tuple(
        BodyClaim(mention, "declined" if _state(row) == "avstod" else "silent", row.fact.quote)
        for row, mention in zip(rows, names, strict=True)
        if _state(row) in {"avstod", "svarade inte"}
    )
    return Draft(Document(place.file, "", "application/yaml", ()), referrals=(ReferralList(names, quote, place),), body_claims=claims)


def edited_motion(motion: Motion, own: Draft | None, drafts: Sequence[Draft], words: Words) -> Motion:
    """``motion`` with the facts that an editor states of the case; ``own`` is the draft of the motion itself."""
    edits: list[Edit] = []
    if rows := words.get("titel"):
        stated = own.titles[:1] if own and own.titles else distinct(motion.titles)
        edits.append(edit("titel", rows, stated))
        motion = replace(motion, title=rows[0].fact)
    if rows := words.get("diarienummer"):
        stated = distinct(fact for draft in drafts for fact in draft.diary_numbers if fact.of == "case")
        wanted = {number_key(row.fact.value) for row in rows}
        others = [fact for fact in stated if number_key(fact.value) not in wanted]
        edits.append(replace(edit("diarienummer", rows, stated), differs=bool(others)))
        motion = replace(motion, diary_numbers=tuple(replace(row.fact, of="case") for row in rows))
    if rows := words.get("inlämnad"):
        stated = (own.filed,) if own and own.filed else ()
        made = edit("inlämnad", rows, stated)
        unlike = any(not rows[0].fact.value.endswith(fact.value.removeprefix(UNKNOWN_YEAR)) for fact in stated)
        edits.append(replace(made, differs=unlike))
        motion = replace(motion, filed=None if absent(rows) else rows[0].fact)
    if rows := words.get("förslagsställare"):
        motion = _proposers(motion, rows, edits)
    if rows := words.get("yrkanden"):
        motion = _demands(motion, rows, edits)
    if rows := words.get("sista svarsdag"):
        edits.append(edit("sista svarsdag", rows, motion.deadlines))
        motion = replace(motion, deadlines=() if absent(rows) else tuple(row.fact for row in rows))
    if rows := words.get("inte remitterad"):
        asked = [Fact("remitterad", Status.STATED, fact.quote, fact.place) for fact in motion.referral_lists]
        edits.append(replace(edit("inte remitterad", rows, asked[:1]), differs=bool(asked)))
        motion = replace(motion, not_referred=rows[0].fact)
    return replace(motion, edits=(*motion.edits, *edits))


def _proposers(motion: Motion, rows: Sequence[Row], edits: list[Edit]) -> Motion:
    stated = [Fact(_called(one), Status.STATED, _called(one), one.place) for one in motion.proposers]
    said = () if absent(rows) else tuple(_proposer(row) for row in rows)
    unlike = {_called(one).casefold() for one in motion.proposers if not one.struck} != {_called(one).casefold() for one in said}
    made = edit("förslagsställare", rows, stated)
    named = replace(made.said, value=", ".join(_called(one) for one in said) or made.said.value)
    edits.append(replace(made, said=named, differs=bool(stated) and unlike))
    return replace(motion, proposers=said)


def _proposer(row: Row) -> Proposer:
    place = _place(row.fact)
    if row.parts:
        party = row.parts.get("parti")
        return Proposer(row.parts["namn"].value, party.value if party else None, place, editor=row.fact)
    found = _WITH_PARTY.fullmatch(row.fact.value)
    if found:
        return Proposer(found["name"], found["party"].strip(), place, editor=row.fact)
    return Proposer(row.fact.value, None, place, editor=row.fact)


def _called(one: Proposer) -> str:
    return f"{one.name} ({one.party})" if one.party else one.name


def _demands(motion: Motion, rows: Sequence[Row], edits: list[Edit]) -> Motion:
    stated = [Fact(one.text, Status.STATED, one.text, one.place) for one in motion.demands]
    edits.append(edit("yrkanden", rows, stated))
    if absent(rows):
        return replace(motion, demands=())
    # A demand that the editor only repeats keeps its paragraph in the motion.
    known = {" ".join(one.text.split()).casefold(): one.passage for one in motion.demands}
    made = tuple(
        Demand(number, row.fact.value, _place(row.fact), known.get(row.fact.value.casefold(), ""), row.fact)
        for number, row in enumerate(rows, 1)
    )
    return replace(motion, demands=made)


# --- who was asked ------------------------------------------------------------------------------------------------

_REMOVED: Final = "inte tillfrågad"


def edited_referrals(motion: Motion, words: Words, registered: Register) -> tuple[Motion, tuple[Finding, ...]]:
    """``motion`` with what an editor says became of each question; a state that an answer speaks against is a finding (F403)."""
    edits: list[Edit] = []
    findings: list[Finding] = []
    made = list(motion.referrals)
    rows = words.get("remissinstanser", ())
    for row in rows:
        name, state = _name(row), _state(row)
        if misspelt(name.value, registered):
            continue
        body = registered.meant(name.value)
        at = [index for index, one in enumerate(made) if one.body == body.id]
        answered = any(made[index].response for index in at)
        said = replace(row.fact, value=f"{name.value}: {state}" if state else name.value)
        if state == _REMOVED:
            named = [Fact(f"{made[index].names[0]}: tillfrågad", Status.STATED, "", made[index].places[0]) for index in at]
            edits.append(Edit("remissinstans", said, tuple(named), bool(named)))
            made = [one for one in made if one.body != body.id]
            continue
        if answered and state in {"svarade inte", "svar saknas"}:
            why = f"ett svar från {body.name} finns i arkivet; rätta instansen för det dokumentet i stället"
            findings.append(found_at("F403", _place(row.fact), key="läge", why=why))
            continue
        before = [fact for index in at if (fact := _stated(made[index], row))]
        code = STATES[state] if state else None
        # That a body was asked says nothing of whether it answered: only an answer, or a word on it, can be spoken against.
        spoken = [made[index].state for index in at if made[index].response or made[index].quote]
        differs = code is not None and bool(spoken) and code not in spoken
        edits.append(Edit("remissinstans", said, tuple(before), differs))
        for index in at:
            made[index] = _settled(made[index], row, said)
    findings += unknown_bodies((_name(row) for row in rows), registered)
    return replace(motion, referrals=tuple(made), edits=(*motion.edits, *edits)), tuple(findings)


def _stated(referral: Referral, row: Row) -> Fact | None:
    """What the documents say of a body that an editor speaks of; None where only the editor names it."""
    place = next((place for place in referral.places if place.file != _place(row.fact).file), None)
    if place is None:
        return None
    if referral.quote:
        return Fact(STATE_WORDS[referral.state], Status.STATED, referral.quote, referral.quote_place)
    return Fact(f"{referral.names[0]}: tillfrågad", Status.STATED, referral.names[0], place)


def _settled(referral: Referral, row: Row, said: Fact) -> Referral:
    code = STATES[_state(row)] if _state(row) else None
    deadline = row.parts.get("sista svarsdag")
    if deadline:
        referral = replace(referral, deadline=deadline)
    if code is None or (code == "answered" and not referral.response):
        # That it answered brings no answer here: the state stays, and the editor's word stands beside it.
        return replace(referral, editor=said)
    possible = referral.possible_responses if code == "not-in-archive" else ()
    return replace(referral, state=code, editor=said, quote="", quote_place=said.place, possible_responses=possible)


def _name(row: Row) -> Fact:
    return row.parts.get("namn", row.fact)


def _state(row: Row) -> str:
    return row.parts["läge"].value if "läge" in row.parts else ""


# --- what was decided ---------------------------------------------------------------------------------------------


def edited_decisions(motion: Motion, words: Words, registered: Register) -> tuple[Motion, Mapping[str, Body], tuple[Finding, ...]]:
    """``motion`` with the decisions an editor states, and the bodies that took them.

    One takes the place of the documents' decision of the same stage, where the days do not tell them apart.
    """
    rows = words.get("beslut", ())
    edits: list[Edit] = []
    findings: list[Finding] = []
    bodies: dict[str, Body] = {}
    kept = list(motion.decisions)
    for row in rows:
        parts = row.parts
        stage = STAGES[parts["led"].value]
        name = parts["instans"].value if "instans" in parts else _USUAL[stage]
        if misspelt(name, registered):
            continue
        body = registered.meant(name) if name else None
        bodies |= {body.id: body} if body else {}
        votes = Votes(*votes_of(parts["röster"].value)) if "röster" in parts else None
        said = replace(row.fact, value=f"{parts['led'].value}: {parts['utfall'].value}")
        decision = Decision(
            stage, body.id if body else "", OUTCOMES[parts["utfall"].value], parts["text"].value if "text" in parts else "",
            _place(row.fact), parts.get("datum"), votes, editor=said,
        )  # fmt: skip
        same = [one for one in kept if one.editor is None and _one_decision(one, decision)]
        decision = _filled(decision, same)
        if not decision.body:
            findings.append(found_at("F403", _place(row.fact), key="beslut", why="skriv vilken instans som lade fram förslaget"))
            continue
        kept = _placed(kept, same, decision)
        stated = tuple(Fact(OUTCOME_WORDS[one.outcome], Status.STATED, one.text, one.place) for one in same)
        edits.append(Edit("beslut", said, stated, any(one.outcome != decision.outcome for one in same)))
    if not rows:
        return motion, {}, ()
    findings += unknown_bodies((row.parts["instans"] for row in rows if "instans" in row.parts), registered)
    return replace(motion, decisions=tuple(kept), edits=(*motion.edits, *edits)), bodies, tuple(findings)


def _placed(kept: Sequence[Decision], same: Sequence[Decision], decision: Decision) -> list[Decision]:
    """``kept`` with ``decision`` where those that are ``same`` stood, else after what was decided before it."""
    day = decision.date.value if decision.date else "9999"
    before = [at for at, one in enumerate(kept) if one.date and one.date.value <= day]
    at = kept.index(same[0]) if same else (before[-1] + 1 if before else 0) if decision.date else len(kept)
    return [*(one for one in kept[:at] if one not in same), decision, *(one for one in kept[at:] if one not in same)]


def _one_decision(stated: Decision, said: Decision) -> bool:
    days = {one.date.value for one in (stated, said) if one.date}
    return stated.stage == said.stage and len(days) < 2 and (said.stage != "proposal" or not said.body or stated.body == said.body)


def _filled(decision: Decision, same: Sequence[Decision]) -> Decision:
    """``decision`` with the day and the votes of the documents' where the editor gives none and they agree on the outcome."""
    alike = [one for one in same if one.outcome == decision.outcome]
    return replace(
        decision,
        date=decision.date or next((one.date for one in alike if one.date), None),
        votes=decision.votes or next((one.votes for one in alike if one.votes), None),
        body=decision.body or next((one.body for one in alike), ""),
    )


def known_demands(motion: Motion, responses: Sequence[Response]) -> tuple[list[Response], tuple[Finding, ...]]:
    """``responses`` without an editor's stances on demands that the motion does not have; each of them is a finding (F403).

    Where no demand of the motion is known, nothing speaks against them.
    """
    known = {one.number for one in motion.demands}
    if not known:
        return list(responses), ()
    findings: list[Finding] = []
    made = []
    for response in responses:
        strange = [one for one in response.demand_stances if one.status is Status.CURATED and one.demand not in known]
        names = {demand_key(one.demand) for one in strange}
        findings += [
            found_at("F403", one.place, key="yrkanden", why=f"motionen har inget yrkande {one.demand}") for one in strange if one.place
        ]
        made.append(
            replace(
                response,
                demand_stances=tuple(one for one in response.demand_stances if one not in strange),
                edits=tuple(one for one in response.edits if one.key not in names),
            )
            if strange
            else response
        )
    return made, tuple(findings)


def _place(fact: Fact) -> Place:
    return fact.place or Place("")
