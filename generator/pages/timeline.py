"""The time line of a motion: filed, referred, each answer, what was proposed and what was decided."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model import Fact, Motion, Place, Votes
from generator.pages import words
from generator.pages.context import Context
from generator.pages.words import Badge, distinct


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the time line; ``sort`` is its ISO date, or "" for a step without one, which stands last."""

    sort: str
    when: str
    what: str
    target: str = ""
    badge: Badge | None = None
    fact: Fact | None = None
    place: Place | None = None
    text: str = ""
    votes: str = ""


def timeline(context: Context, motion: Motion) -> tuple[Step, ...]:
    """Filing, deadlines, answers, proposals and decisions by date; what has no date stands last."""
    steps = []
    if motion.filed:
        steps.append(_step(motion.filed, "Motionen lämnades in"))
    if motion.referral_lists:
        asked = words.number(len(motion.referrals))
        steps.append(Step("", words.date(None), f"Skickad på remiss till {asked}", fact=motion.referral_lists[0]))
    for fact in distinct(motion.deadlines):
        steps.append(_step(fact, "Sista dag att svara"))
    for response in context.by_motion.get(motion.id, ()):
        what = f"Svar: {context.sender(response)}" if response.bodies else context.sender(response)
        preparation = response.role == "preparation"
        if preparation:
            what = f"Utlåtande: {context.sender(response)}" if response.bodies else "Utlåtande som sammanfattar svaren"
        steps.append(
            Step(
                words.sortable(response.date),
                words.date(response.date.value if response.date else None),
                what,
                addresses.response(response.id),
                None if preparation else context.badge(response),
                response.date,
            )
        )
    for decision in motion.decisions:
        votes = decision.votes
        name = context.body_name(decision.body)
        steps.append(
            Step(
                words.sortable(decision.date),
                words.date(decision.date.value if decision.date else None),
                f"{words.STAGES[decision.stage]}: {words.OUTCOMES[decision.outcome]}"
                + (f" ({name})" if name and decision.stage != "council" else ""),
                place=decision.place,
                text=decision.text,
                votes=_votes(votes) if votes else "",
            )
        )
    return tuple(sorted(steps, key=lambda step: (not step.sort, step.sort)))


def _votes(votes: Votes) -> str:
    abstained = "" if votes.abstained is None else f", {votes.abstained} avstod"
    return f"Röster: {votes.yes} ja, {votes.no} nej{abstained}"


def _step(fact: Fact, what: str) -> Step:
    return Step(words.sortable(fact), words.date(fact.value), what, fact=fact)
