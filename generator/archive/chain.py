"""The chain of decisions of one case: what every document tells of them, each once, in the order of their days.

Part of the room ``archive``. The same decision is told in many papers: in the body's own minutes, as "tidigare behandling" in
later ones, in the office's statement. The minutes themselves win over who retells them. A decision by a proposal that
stands elsewhere ("bifaller kommunstyrelsens förslag") has that proposal's outcome if the case holds it, and says so; else
it stays "other".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.archive.register import Register
from generator.findings import found_at
from generator.model import Body, Decision, Draft, Finding, Stage
from generator.places import where

_ORDER: dict[Stage, int] = {"proposal": 0, "board": 1, "council": 2}
_NEVER = "9999"
_SETTLES = frozenset({"granted", "rejected", "considered-answered", "partly"})  # a matter is settled once


@dataclass(frozen=True, slots=True)
class _Told:
    """A decision with the paper that tells of it; ``own`` where that is the body's own minutes of that day."""

    decision: Decision
    draft: Draft
    own: bool


def decisions(drafts: Sequence[Draft], registered: Register, bodies: dict[str, Body]) -> tuple[Decision, ...]:
    """The decisions of one case by day, one without a day before what the paper that tells of it is from; the bodies named are added to ``bodies``."""
    told = []
    for draft in drafts:
        for decision in draft.decisions:
            body = registered.meant(decision.body)
            bodies[body.id] = body
            told.append(_Told(replace(decision, body=body.id), draft, _is_own(decision, draft)))
    resolved = [replace(one, decision=_resolved(one, told)) for one in told]
    return tuple(one.decision for one in sorted(_once(resolved), key=_when))


def unresolved(drafts: Sequence[Draft], made: Sequence[Decision]) -> tuple[Finding, ...]:
    """A finding (F310) for each decision of ``made`` that follows a proposal which settles nothing: it is not here, or they differ."""
    whose = {decision.place: decision.evidence for draft in drafts for decision in draft.decisions if decision.outcome == "other" and decision.evidence}
    return tuple(found_at("F310", one.place, whose=whose[one.place]) for one in made if one.outcome == "other" and not one.evidence and one.place in whose)


def _is_own(decision: Decision, draft: Draft) -> bool:
    minutes = draft.document_type == "protokollsutdrag" and draft.role == "preparation"
    return minutes and draft.date is not None and decision.date is not None and decision.date.value == draft.date.value


def _resolved(one: _Told, told: Sequence[_Told]) -> Decision:
    """``one`` with the outcome of the proposal it was made by; as it is where its own words say, or nobody can tell."""
    decision = one.decision
    if decision.outcome != "other" or not decision.evidence:
        return decision
    whose = decision.evidence.removesuffix("s").removeprefix("kommun").removeprefix("region")
    proposals = [
        other
        for other in told
        if other.decision.stage in {"proposal", "board"}
        and other.decision is not decision
        and other.decision.outcome in _SETTLES
        and not other.decision.evidence
        and whose in other.decision.body
        and _not_after(other.decision, decision)
    ]
    latest = max((other.decision.date.value for other in proposals if other.decision.date), default=None)
    if latest and decision.date:
        # A matter that was sent back comes with a new proposal: the last before the decision was the one.
        proposals = [other for other in proposals if other.decision.date is None or other.decision.date.value == latest]
    if len({other.decision.outcome for other in proposals}) != 1:
        return replace(decision, evidence="")
    proposal = proposals[0].decision
    return replace(decision, outcome=proposal.outcome, evidence=f"{decision.evidence} förslag: ”{_short(proposal.text)}” ({_place(proposal, proposals[0].draft)})")


def _place(decision: Decision, draft: Draft) -> str:
    spot = where(decision.place, draft.document.media_type)
    return f"{decision.place.file}, {spot}" if spot else decision.place.file


def _short(text: str) -> str:
    """The last point of a proposal's words in one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= 240 else f"…{line[-240:].partition(' ')[2]}"


def _not_after(proposal: Decision, decision: Decision) -> bool:
    return not (proposal.date and decision.date) or proposal.date.value <= decision.date.value


def _once(told: Sequence[_Told]) -> list[_Told]:
    """Each decision once: of those that tell the same, the body's own minutes, else the first that gives a vote, else the first."""
    kept: list[_Told] = []
    for one in sorted(told, key=lambda other: (not other.own, other.decision.date is None, other.decision.votes is None)):
        if not any(_same(one.decision, other.decision) for other in kept):
            kept.append(one)
    order = {id(one.decision): at for at, one in enumerate(told)}
    return sorted(kept, key=lambda one: order[id(one.decision)])


def _same(one: Decision, other: Decision) -> bool:
    """Whether two tell of one decision: same stage and body, and the same day, or the same outcome where a day is missing.

    The same words of a proposal are one, also where they are read both as the office's that wrote them and as the board's
    they are meant for.
    """
    if one.stage == other.stage == "proposal" and one.place == other.place and one.outcome == other.outcome:
        return True
    if one.stage != other.stage or one.body != other.body:
        return False
    if one.date and other.date:
        days = one.date.value == other.date.value
        return days and (one.outcome == other.outcome or (one.stage == "council" and "other" in {one.outcome, other.outcome}))
    return one.outcome == other.outcome and (one.outcome in _SETTLES or (one.date is None and other.date is None and one.text == other.text))


def _when(one: _Told) -> tuple[str, int]:
    """By day, and on one day by stage; what has no day stands no later than the paper that tells of it.

    Where that has none either, a proposal comes before everything and a decision of the council after it.
    """
    day = one.decision.date or one.draft.date
    return (day.value if day else _NEVER if one.decision.stage == "council" else "", _ORDER[one.decision.stage])
