"""Several papers of one body → one answer: its minutes, the paper its office wrote, and where it stands by them together.

Part of the room ``archive``. A body that is asked often sends two papers: its own minutes, which say what it decided, and
its office's statement, which says why. Together they are one answer. They are joined only where nothing speaks against it:
the same bodies, minutes on one side and another kind of paper on the other, and the paper no later than the minutes. Two
extracts from one meeting are one answer too.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.archive.senders import Answer
from generator.model import Draft, Fact, NumberedStance, Passage, Remark, Section, StanceFact, Status

MINUTES = "protokollsutdrag"
_APART = 400  # days between an office's statement and the minutes that take it up; what is further apart is another matter
_ISSUED = 31  # days after the meeting on which its paper may be dated: some are dated when they are sent out
FORWARDED = "instansen sände vidare sina tjänstepersoners utlåtande som sitt svar"


@dataclass(frozen=True, slots=True)
class Joined:
    """An answer with all of its papers, the one that speaks for the body first."""

    papers: tuple[Answer, ...]

    @property
    def main(self) -> Answer:
        """The paper that speaks for the body: its minutes, where there are any."""
        return self.papers[0]


def join(answers: Sequence[Answer]) -> tuple[Joined, ...]:
    """``answers`` in their order, each with the papers of the same body that belong to it."""
    of_body: defaultdict[frozenset[str], list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.draft.role == "answer" and answer.sender.bodies:
            of_body[frozenset(body.id for body in answer.sender.bodies)].append(answer)
    behind: dict[tuple[str, int], list[Answer]] = {}
    taken: set[tuple[str, int]] = set()
    for same in of_body.values():
        meetings: dict[str, Answer] = {}
        days = {_day(one) for one in same if _decides(one.draft) and _day(one)}
        for one in same:
            if not _decides(one.draft):
                continue
            # A leaf of a bundle without a day is of the body's only meeting in it.
            leaf = one.draft.document.part is not None and len(days) == 1 and not _day(one)
            day = next(iter(days)) if leaf else _day(one) or one.draft.document.key
            main = meetings.setdefault(str(day), one)
            if main is not one:
                behind.setdefault(main.draft.document.key, []).append(one)
                taken.add(one.draft.document.key)
        minutes = sorted(meetings.values(), key=lambda one: _day(one) or "9999")
        for paper in same:
            if _decides(paper.draft):
                continue
            took = _taken_up(paper.draft, minutes)
            if took:
                behind.setdefault(took.draft.document.key, []).append(paper)
                taken.add(paper.draft.document.key)
    return tuple(
        Joined((answer, *behind.get(answer.draft.document.key, ())))
        for answer in answers
        if answer.draft.document.key not in taken
    )


def _decides(draft: Draft) -> bool:
    """Whether a paper is minutes: what the body itself decided."""
    return draft.document_type == MINUTES


def _day(answer: Answer) -> str:
    return answer.draft.date.value if answer.draft.date else ""


def _taken_up(paper: Draft, minutes: Sequence[Answer]) -> Answer | None:
    """Those of ``minutes``, earliest first, that can have taken ``paper`` up; None where it speaks against all of them."""
    before = next((one for one in minutes if _within(paper, one.draft, 0, _APART)), None)
    return before or next((one for one in minutes if _within(paper, one.draft, -_ISSUED, 0)), None)


def _within(paper: Draft, minutes: Draft, least: int, most: int) -> bool:
    """Whether the meeting was from ``least`` to ``most`` days after the paper's date; a date that is not known speaks against nothing."""
    if not paper.date or not minutes.date:
        return True
    try:
        wrote, met = (datetime.date.fromisoformat(one.date.value) for one in (paper, minutes) if one.date)
    except ValueError:
        return False
    return least <= (met - wrote).days <= most


# --- what the papers say together -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Whole:
    """What all papers of one answer say. Anchors that two of them share are told apart, the first keeps its own.

    ``advice`` is what the officials proposed, where the body has minutes of its own.
    """

    sections: tuple[Section, ...]
    stance: StanceFact
    advice: StanceFact | None
    demand_stances: tuple[NumberedStance, ...]
    remarks: tuple[Remark, ...]


def whole(joined: Joined) -> Whole:
    """The text, the stance and the remarks of ``joined``."""
    papers = renamed([answer.draft for answer in joined.papers])
    main = papers[0]
    own = [one for one in papers if one is main or _decides(one)]
    officials = [one for one in papers if one not in own]
    stance = _one(own) or StanceFact("unclear")
    advice = _one(officials)
    sends_on = any(one.forwards and one.forwards.value == "office" for one in own)
    numbered = next((one.demand_stances for one in own if one.demand_stances), ())
    if stance.value == "unclear" and stance.status is not Status.CURATED and sends_on and advice and all(one.stance.value != "unclear" for one in officials):
        # What it sends on is its answer: the officials' words are now the body's.
        stance = replace(advice, status=Status.INFERRED, reason=FORWARDED)
    if not numbered and sends_on and len(officials) == 1:
        numbered = officials[0].demand_stances
    return Whole(
        tuple(section for paper in papers for section in paper.sections),
        stance,
        advice,
        numbered,
        tuple(remark for paper in papers for remark in paper.remarks),
    )


def _one(drafts: Sequence[Draft]) -> StanceFact | None:
    """The stance that ``drafts`` state, those that state none aside; None where they state none, or two that differ.

    An editor's word, also that it is unclear, goes before what the papers state.
    """
    curated = next((one.stance for one in drafts if one.stance.status is Status.CURATED), None)
    if curated:
        return curated
    known = [one.stance for one in drafts if one.stance.value != "unclear"]
    return known[0] if len({one.value for one in known}) == 1 else None


def renamed(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """``drafts`` with anchors that no two passages of them share: the second "p-1" becomes "p-1-2", wherever it is named."""
    taken: set[str] = set()
    made = []
    for draft in drafts:
        own = [passage.id for section in draft.sections for passage in section.passages]
        fresh: dict[str, str] = {}
        for name in own:
            fresh[name] = _free(name, taken | (set(own) - {name})) if name in taken else name
        taken |= set(fresh.values())
        made.append(_with_anchors(draft, {old: new for old, new in fresh.items() if old != new}))
    return tuple(made)


def _free(name: str, taken: set[str]) -> str:
    stem, count = "-".join(name.split("-")[:2]), 2  # of "p-1-2", the second of its own paper, the number is left off
    while f"{stem}-{count}" in taken:
        count += 1
    return f"{stem}-{count}"


def _with_anchors(draft: Draft, fresh: Mapping[str, str]) -> Draft:
    if not fresh:
        return draft

    def anchored(passage: Passage) -> Passage:
        return replace(passage, id=fresh.get(passage.id, passage.id))

    def stance(one: StanceFact) -> StanceFact:
        return replace(one, passage=fresh.get(one.passage, one.passage))

    return replace(
        draft,
        sections=tuple(replace(one, passages=tuple(map(anchored, one.passages))) for one in draft.sections),
        stance=stance(draft.stance),
        demand_stances=tuple(replace(one, stance=stance(one.stance)) for one in draft.demand_stances),
        remarks=tuple(replace(one, passage=fresh.get(one.passage, one.passage)) for one in draft.remarks),
    )


def first(facts: Iterable[Fact | None]) -> Fact | None:
    """The first fact that there is."""
    return next((fact for fact in facts if fact), None)


def united(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts of several papers, each value once for each role it has; the most often given first where it is said twice."""
    listed = list(facts)
    counts = Counter((fact.value, fact.of) for fact in listed)
    made: dict[tuple[str, str | None], Fact] = {}
    for fact in listed:
        made.setdefault((fact.value, fact.of), fact)
    return tuple(sorted(made.values(), key=lambda fact: -counts[fact.value, fact.of])) if len(listed) > len(made) else tuple(made.values())
