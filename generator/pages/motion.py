"""A motion: what it asks for, who was asked and what they said, how the case went, where the sources differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator import addresses
from generator.labels import statement_name
from generator.model import Discrepancy, Document, Fact, Motion, Page, Place, Referral, Response, Votes
from generator.pages import words
from generator.pages.context import Context, stance_quote, state_in_words
from generator.pages.render import render
from generator.pages.statement import enclosure_name
from generator.pages.words import Badge


@dataclass(frozen=True, slots=True)
class RollRow:
    """One body (or one answer without a sender) in the roll-call."""

    name: str
    badge: Badge
    state: str
    body: str = ""
    note: str = ""
    quote: str = ""
    quote_target: str = ""
    retold: bool = False
    response: str = ""
    possible: str = ""
    possible_responses: tuple[str, ...] = ()
    quote_of: str = ""  # what the quote is, where it does not carry the stance
    place: Place | None = None

    @property
    def answered(self) -> bool:
        """Whether an answer is here."""
        return bool(self.response)


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


def pages(context: Context) -> Iterator[Page]:
    """One page for each motion."""
    for motion in context.archive.motions:
        roll = roll_call(context, motion)
        state = state_in_words(context, motion)
        yield render(
            "motion",
            addresses.motion(motion.id),
            context,
            motion.title.value,
            state,
            motion=motion,
            state=state,
            numbers=_distinct(motion.diary_numbers),
            own_passages={passage.id for section in motion.sections for passage in section.passages},
            roll=roll,
            count=count_in_words(roll),
            answers=context.answers(motion),
            timeline=timeline(context, motion),
            discrepancies=[
                (words.DISCREPANCIES.get(one.kind, one.kind), side_by_side(one)) for one in motion.discrepancies
            ],
            owner_at=owners(context, motion),
            statement_name=statement_name,
            documents=_documents(context, motion),
        )


def roll_call(context: Context, motion: Motion) -> tuple[RollRow, ...]:
    """A row for each body that was asked, for each that answered unasked, and for each answer without a sender."""
    rows = [_referral_row(context, referral) for referral in motion.referrals]
    listed = {referral.body for referral in motion.referrals}
    for response in context.answers(motion):
        unasked = [body for body in response.bodies if body not in listed]
        for body in unasked:
            note = "svarade, men står inte bland de tillfrågade i något dokument här" if listed else ""
            rows.append(_answer_row(context, response, body, note))
        if not response.bodies:
            rows.append(_answer_row(context, response, "", ""))
    order = {"answered": 0, "declined": 1, "silent": 2, "not-in-archive": 3}
    return tuple(sorted(rows, key=lambda row: order[row.state]))


def could_be(context: Context, response: Response) -> str:
    """Whose answer one without a sender could be, as a sentence; "" where that is not known either."""
    names = context.body_names(response.possible_bodies, "eller")
    return f"Kan vara från {names}. Arkivet gissar inte." if names else "Dokumentet säger inte vem som svarar."


def _referral_row(context: Context, referral: Referral) -> RollRow:
    name = context.body_name(referral.body)
    others = [written for written in referral.names if written.casefold() != name.casefold()]
    note = f"i dokumenten: {words.listed(others)}" if others else ""
    response = context.responses.get(referral.response or "")
    if response:
        return _answer_row(context, response, referral.body, note)
    return RollRow(
        words.upper_first(name),
        words.STATES[referral.state],
        referral.state,
        referral.body,
        note,
        referral.quote,
        retold=context.is_retold(referral.quote_place),
        possible_responses=tuple(one for one in referral.possible_responses if one in context.responses),
        place=referral.quote_place or (referral.places[0] if referral.places else None),
    )


def _answer_row(context: Context, response: Response, body: str, note: str) -> RollRow:
    _, quote, passage = stance_quote(response)
    target = addresses.response(response.id) + (f"#{passage}" if passage else "")
    together = [context.body_name(other) for other in response.bodies if other != body]
    if together:
        note = f"{note}; " if note else ""
        note += f"gemensamt svar med {words.listed(together)}"
    return RollRow(
        words.upper_first(context.body_name(body)) if body else "Ett svar utan angiven avsändare",
        context.badge(response),
        "answered",
        body,
        note,
        quote,
        target,
        response.retold,
        response.id,
        could_be(context, response) if not body else "",
        quote_of="Förslag till beslut:" if quote and not response.stance.quote else "",
    )


def count_in_words(roll: tuple[RollRow, ...]) -> str:
    """The roll-call in one sentence: "Tre har svarat, en avstod från att svara och två svar saknas i arkivet."."""
    named = sum(row.answered and bool(row.body) for row in roll)
    unnamed = sum(row.answered and not row.body for row in roll)
    declined, silent, missing = (
        sum(row.state == state for row in roll) for state in ("declined", "silent", "not-in-archive")
    )
    said = [
        f"{words.number(named)} har svarat" if named else "",
        f"{words.answers(unnamed)} saknar angiven avsändare" if unnamed else "",
        f"{words.number(declined)} avstod från att svara" if declined else "",
        f"{words.number(silent)} svarade inte, enligt dokumenten" if silent else "",
        f"{words.answers(missing)} saknas i arkivet" if missing else "",
    ]
    return words.upper_first(words.listed(part for part in said if part)) + "." if roll else ""


def timeline(context: Context, motion: Motion) -> tuple[Step, ...]:
    """Filing, deadlines, answers, proposals and decisions by date; what has no date stands last."""
    steps = []
    if motion.filed:
        steps.append(_step(motion.filed, "Motionen lämnades in"))
    if motion.referral_lists:
        asked = words.number(len(motion.referrals))
        steps.append(Step("", words.date(None), f"Skickad på remiss till {asked}", fact=motion.referral_lists[0]))
    for fact in _distinct(motion.deadlines):
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


def side_by_side(discrepancy: Discrepancy) -> list[tuple[str, list[Fact]]]:
    """The values that differ, each once and as a reader would write it, with every fact that gives it."""
    values: dict[str, list[Fact]] = {}
    for fact in discrepancy.values:
        values.setdefault(words.date(fact.value) if discrepancy.kind == "deadline" else fact.value, []).append(fact)
    return list(values.items())


def _step(fact: Fact, what: str) -> Step:
    return Step(words.sortable(fact), words.date(fact.value), what, fact=fact)


def _distinct(facts: tuple[Fact, ...]) -> list[Fact]:
    return list({fact.value: fact for fact in reversed(facts)}.values())[::-1]


def owners(context: Context, motion: Motion) -> Callable[[Place], tuple[str, str] | None]:
    """Whose document a place lies in, with its page: a file may hold many documents, told apart by their lines."""
    held = [
        (response.document, context.sender(response), addresses.response(response.id))
        for response in context.by_motion.get(motion.id, ())
    ]
    if motion.document:
        held.append((motion.document, "motionen", addresses.motion(motion.id)))

    def owner(place: Place) -> tuple[str, str] | None:
        return next(((name, target) for document, name, target in held if _holds(document, place)), None)

    return owner


def _holds(document: Document, place: Place) -> bool:
    if document.file != place.file:
        return False
    if document.part is None or place.line is None:
        return True
    first, last = document.part.first, document.part.last
    return (first.page or 0, first.line or 0) <= (place.page or 0, place.line) <= (last.page or 0, last.line or 0)


def _documents(context: Context, motion: Motion) -> list[tuple[str, str, Document]]:
    made = [("Motionen", "", motion.document)] if motion.document else []
    made += [
        (
            f"{context.sender(response)}, {words.DOCUMENT_TYPES[response.document_type]}",
            addresses.response(response.id),
            response.document,
        )
        for response in context.by_motion.get(motion.id, ())
    ]
    made += [
        (statement_name(one.kind, one.by), addresses.statement(one.id), one.document)
        for one in motion.statements
        if one.id and one.document
    ]
    return made + [(enclosure_name(one), addresses.statement(one.id), one.document) for one in motion.enclosures]
