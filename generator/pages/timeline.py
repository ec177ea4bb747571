"""The time line of a motion: filed, referred, each answer, what was proposed and what was decided, each step with its source.

Days on which the matter was only tabled are told as one step where there are many; each stays within reach in it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator import addresses
from generator.model import Decision, Fact, Motion, Place, Response, Votes
from generator.pages import words
from generator.pages.context import Context
from generator.pages.papers import advice_in_words, holds
from generator.pages.words import Badge, distinct

_MANY = 3  # tablings in a row from which they are told as one
_FIRST = "0000"  # nothing but the filing comes before the referral
_AFTER = "+"  # sorts after the day it follows and before the next
_LATE = "~"  # sorts after whatever belongs to a day
_SETTLES = frozenset({"granted", "rejected", "considered-answered", "partly"})
_SENT = re.compile(
    r"\b(?:sändes|skickades|remitterades|översändes|sänts|skickats|översänts|remitterats)\s+(?:ut\s+)?(?:på\s+remiss\s+)?(?:den\s+)?"
    rf"(?:(?P<iso>\d{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\b|(?P<day>[1-9]|[12]\d|3[01])\s+(?P<month>{'|'.join(words.MONTHS)})\s+(?P<year>\d{{4}})\b)",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:på nytt|ännu en gång|återigen|en andra gång)\b", re.IGNORECASE)
_YES_AND_NO = re.compile(r"\bja\b.*\bnej\b|\bnej\b.*\bja\b|\b(?:ja|nej)-?röst", re.IGNORECASE | re.DOTALL)
_LAST = "9999"  # where a step without a day stands


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the time line. ``sort`` is where it stands: its ISO date, or that of the step it belongs to.

    ``day`` is its date for programs, "" where it has none. ``held`` are steps told as one. ``text`` is a quote, ``notes`` are sentences of the archive's own, ``votes`` the result.
    """

    sort: str
    when: str
    what: str
    target: str = ""
    badge: Badge | None = None
    fact: Fact | None = None
    place: Place | None = None
    text: tuple[str, ...] = ()
    votes: str = ""
    notes: tuple[str, ...] = ()
    tabled: bool = False
    held: tuple[Step, ...] = ()
    day: str = ""


def timeline(context: Context, motion: Motion) -> tuple[Step, ...]:
    """Filing, referral, deadlines, answers, proposals and decisions by date; what has no date stands where it belongs, else last."""
    steps = [*_opening(motion), *_answers(context, motion), *_decisions(context, motion)]
    return _folded(sorted(steps, key=lambda step: step.sort or _LAST))


def _opening(motion: Motion) -> Iterator[Step]:
    """How the matter began: filed, sent out (as often as it was), and by when the answers were wanted."""
    filed = words.sortable(motion.filed)
    if motion.filed:
        yield _step(motion.filed, "Motionen lämnades in")
    if motion.not_referred:
        yield Step(filed or _FIRST, words.date(None), "Motionen skickades inte på remiss", fact=motion.not_referred)
    sent_back = next((one.date.value for one in motion.decisions if one.stage == "council" and one.outcome == "referred-back" and one.date), "")
    lists = list(motion.referral_lists)
    for number in sorted({one.round for one in motion.referrals}):
        asked = words.number(len({one.body for one in motion.referrals if one.round == number}))
        again = " på nytt" if number > 1 else ""
        fact = lists[0] if lists and number == 1 else None
        places = [place for one in motion.referrals if one.round == number for place in one.places]
        # Sent out after it was filed, and again after it was sent back: when, the papers seldom say.
        sort = (filed or _FIRST) if number == 1 else f"{sent_back}{_AFTER}" if sent_back else ""
        day = _sent(fact) if fact else None
        if fact or places:
            yield Step(day or sort, words.date(day), f"Skickad på remiss{again} till {asked}", fact=fact, place=None if fact else places[0], day=words.iso(day))
    for fact in distinct(motion.deadlines):
        yield _step(fact, "Sista dag att svara")


def _sent(listed: Fact) -> str | None:
    """The day on which the motion was sent out, where the sentence that names those asked gives one whole day right after its verb."""
    found = [match for match in _SENT.finditer(listed.quote) if not _AGAIN.search(listed.quote)]
    days = {match["iso"] or f"{match['year']}-{words.MONTHS.index(match['month'].lower()) + 1:02}-{int(match['day']):02}" for match in found}
    return days.pop() if len(days) == 1 else None


def _answers(context: Context, motion: Motion) -> Iterator[Step]:
    """Each answer, with what its officials proposed where the board decided apart, and the statements that prepare the matter."""
    for response in context.by_motion.get(motion.id, ()):
        who = context.sender(response)
        day = response.date
        if response.role == "answer":
            what = f"Svar: {who}" if response.bodies else who
            if response.told:
                what = f"{what}, återgivet i en sammanställning"
            advice = advice_in_words(context, response)
            step = _dated(day, what, addresses.response(response.id), context.badge(response), notes=(advice,) if advice else ())
            yield step if day else replace(step, sort=_ahead_of(context, motion, response))
        elif not _is_shown(response, motion):
            kind = "Protokoll" if response.document_type == "protokollsutdrag" else "Utlåtande"
            what = f"{kind}: {who}" if response.bodies else "Utlåtande som sammanfattar svaren"
            yield _dated(day, what, addresses.response(response.id))


def _ahead_of(context: Context, motion: Motion, response: Response) -> str:
    """Where an answer without a day stands: before the paper that tells of it, else before what settled the matter, else last.

    Where the motion was sent out more than once, only the paper that tells of the answer shows that it came before anything.
    """
    papers = {one.id: one.date.value for one in context.by_motion.get(motion.id, ()) if one.date and one.role == "preparation"}
    files = {one.document.file: one.date.value for one in context.by_motion.get(motion.id, ()) if one.date and one.role == "preparation"}
    days = [papers[one.source] for one in response.reports if one.source in papers]
    if response.told and response.document.file in files:
        days.append(files[response.document.file])
    once = all(one.round == 1 for one in motion.referrals) and all(one.outcome != "referred-back" for one in motion.decisions)
    if not days and once:
        days = [one.date.value for one in motion.decisions if one.date and one.outcome in _SETTLES]
    return _before(min(days)) if days else ""


def _before(day: str) -> str:
    """What sorts before ``day`` and after everything of the day before it."""
    return f"{day[:-1]}{chr(ord(day[-1]) - 1)}{_LATE}"


def _is_shown(response: Response, motion: Motion) -> bool:
    """Whether a paper that settles or proposes is told of by its decisions: then it is no step of its own."""
    part = response.document.part
    if response.document_type != "protokollsutdrag" and not (part and part.kind == "board-proposal"):
        return False
    same_day = any(
        one.body in response.bodies and one.date and response.date and one.date.value == response.date.value for one in motion.decisions
    )
    return same_day or any(holds(response.document, one.place) for one in motion.decisions)


def _decisions(context: Context, motion: Motion) -> Iterator[Step]:
    """The decisions in the archive's order; one without a day stands before the next that has one."""
    ahead = ""
    made: list[Step] = []
    for decision, before in reversed(list(zip(motion.decisions, (None, *motion.decisions), strict=False))):
        ahead = words.sortable(decision.date) or ahead
        if before and _proposed_by(before, decision):
            continue  # told together with what it proposed
        after = motion.decisions[motion.decisions.index(decision) + 1 :][:1]
        together = after[0] if after and _proposed_by(decision, after[0]) else None
        made.append(_decision(context, motion, decision, together, ahead))
    yield from reversed(made)


def _proposed_by(proposal: Decision, board: Decision) -> bool:
    """Whether ``board`` is how the board came to ``proposal``: the same body, the same day, the same outcome."""
    return (proposal.stage, board.stage) == ("proposal", "board") and proposal.body == board.body and proposal.date == board.date and proposal.outcome == board.outcome


def _decision(context: Context, motion: Motion, decision: Decision, board: Decision | None, sort: str) -> Step:
    name = words.upper_first(context.body_name(decision.body))
    outcome = words.OUTCOMES[decision.outcome]
    what = f"{name} föreslår: {outcome}" if decision.stage == "proposal" else f"{name}: {outcome}"
    votes = (board.votes if board else None) or decision.votes
    paper = next((one for one in context.by_motion.get(motion.id, ()) if holds(one.document, decision.place)), None)
    notes = [_ended(f"Utläst ur {one.evidence}") for one in (decision, board) if one and one.evidence]
    return Step(
        sort,
        words.date(decision.date.value if decision.date else None),
        what,
        addresses.response(paper.id) if paper else "",
        fact=decision.editor,
        place=decision.place,
        text=tuple(text for text in (decision.text, board.text if board else "") if text),
        votes=_votes(votes) if votes else "",
        notes=tuple(notes),
        tabled=decision.outcome == "tabled",
        day=words.iso(decision.date.value if decision.date else None),
    )


def _folded(steps: Sequence[Step]) -> tuple[Step, ...]:
    """``steps`` with many tablings in a row as one step: "Bordlagd sju gånger"."""
    made: list[Step] = []
    for tabled, run in itertools.groupby(steps, key=lambda step: step.tabled):
        held = tuple(run)
        if not tabled or len(held) < _MANY:
            made += held
            continue
        made.append(replace(held[0], when=f"{held[0].when}–{held[-1].when}", what=f"Bordlagd {words.number(len(held))} gånger", target="", place=None, text=(), votes="", notes=(), held=held))
    return tuple(made)


def _ended(said: str) -> str:
    """A sentence with its full stop, which a quote at its end may bring along."""
    return said if said.endswith((".", ".”")) else f"{said}."


def _votes(votes: Votes) -> str:
    """A vote with what its figures were on, in the document's words; where those are not known, that is said.

    Figures without yes and no ("sju röster mot sex") are told as they stand, for who voted for what is in the words beside them.
    """
    abstained = "" if votes.abstained is None else f", {votes.abstained} avstod"
    told = _YES_AND_NO.search(votes.question)
    figures = f"{votes.yes} ja, {votes.no} nej" if told or not votes.question else f"{votes.yes} mot {votes.no}"
    meant = f"{'Så löd frågan' if told else 'Så står det'}: ”{votes.question}”." if votes.question else "Vad ja och nej gällde framgår inte här."
    return f"Röster: {figures}{abstained}. {meant}".replace(".”.", ".”")


def _dated(day: Fact | None, what: str, target: str, badge: Badge | None = None, notes: tuple[str, ...] = ()) -> Step:
    return Step(words.sortable(day), words.date(day.value if day else None), what, target, badge, day, notes=notes, day=words.iso(day.value if day else None))


def _step(fact: Fact, what: str) -> Step:
    return Step(words.sortable(fact), words.date(fact.value), what, fact=fact, day=words.iso(fact.value))
