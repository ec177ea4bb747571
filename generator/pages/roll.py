"""The roll-call of a motion: who was asked, in which round, and what became of the question."""

from __future__ import annotations

from generator import addresses, labels
from generator.labels import round_name
from generator.model import Fact, Motion, Referral, Response, Status
from generator.pages import words
from generator.pages.context import Context, stance_quote
from generator.pages.counted import RollRow

_ORDER = {"answered": 0, "declined": 1, "silent": 2, "not-in-archive": 3}


def roll_call(context: Context, motion: Motion) -> tuple[RollRow, ...]:
    """A row for each body that was asked, for each that answered unasked, and for each answer without a sender.

    In the order of rounds; in each, those that answered come first.
    """
    rows = [_referral_row(context, motion, referral) for referral in motion.referrals]
    listed = {referral.body for referral in motion.referrals}
    for response in context.answers(motion):
        unasked = [body for body in response.bodies if body not in listed]
        for body in unasked:
            note = "svarade, men står inte bland de tillfrågade i något dokument här" if listed else ""
            rows.append(_answer_row(context, response, body, note, asked=False))
        if not response.bodies:
            rows.append(_answer_row(context, response, "", "", asked=False))
    return tuple(sorted(rows, key=lambda row: (row.round, _ORDER[row.state])))


def in_rounds(roll: tuple[RollRow, ...]) -> tuple[tuple[str, tuple[RollRow, ...]], ...]:
    """The rows under the name of their round, "" where there was but one."""
    numbers = sorted({row.round for row in roll})
    return tuple(
        (words.upper_first(round_name(number)) if len(numbers) > 1 else "", tuple(row for row in roll if row.round == number))
        for number in numbers
    )


def could_be(context: Context, response: Response) -> str:
    """Whose answer one without a sender could be, as a sentence; "" where that is not known either."""
    names = context.body_names(response.possible_bodies, "eller")
    return f"Kan vara från {names}. Arkivet gissar inte." if names else "Dokumentet säger inte vem som svarar."


def _referral_row(context: Context, motion: Motion, referral: Referral) -> RollRow:
    name = context.body_name(referral.body)
    others = [written for written in referral.names if written.casefold() != name.casefold()]
    note = f"i dokumenten: {words.listed(others)}" if others else ""
    response = context.responses.get(referral.response or "")
    deadline = referral.deadline if referral.deadline and {fact.value for fact in motion.deadlines} != {referral.deadline.value} else None
    if response:
        return _answer_row(context, response, referral.body, note, round_=referral.round, deadline=deadline, state=referral.state)
    possible = tuple(one for one in referral.possible_responses if one in context.responses)
    own = [one for one in possible if referral.body in context.responses[one].bodies]
    return RollRow(
        words.upper_first(name),
        words.state_of(referral),
        referral.state,
        referral.body,
        note,
        referral.quote,
        retold=context.is_retold(referral.quote_place),
        possible="Ett svar från instansen finns här, men det framgår inte vilken remissomgång det gäller." if own else "",
        possible_responses=possible,
        quote_of=_whose(referral),
        editor=referral.editor,
        place=referral.quote_place or (referral.places[0] if referral.places else None),
        round=referral.round,
        deadline=deadline,
    )


def _whose(referral: Referral) -> str:
    """What is said of an answer that is not here."""
    if referral.state == "not-in-archive" and referral.quote:
        return "Svaret finns inte här, men ett dokument säger att det har kommit:"
    return ""


def _answer_row(
    context: Context,
    response: Response,
    body: str,
    note: str,
    *,
    asked: bool = True,
    round_: int = 1,
    deadline: Fact | None = None,
    state: str = "",
) -> RollRow:
    _, quote, passage = stance_quote(response)
    target = addresses.response(response.id) + (f"#{passage}" if passage else "")
    together = [context.body_name(other) for other in response.bodies if other != body]
    if together:
        note = f"{note}; " if note else ""
        note += f"gemensamt svar med {words.listed(together)}"
    if body and any(fact.status is Status.CURATED for fact in response.body_facts):
        note = f"{note}; {labels.SENDER_BY_EDITOR}" if note else labels.SENDER_BY_EDITOR
    carries = "Förslag till beslut:" if quote and not response.stance.quote else ""
    return RollRow(
        words.upper_first(context.body_name(body)) if body else "Ett svar utan angiven avsändare",
        context.badge(response),
        state or ("declined" if response.stance.value == "declined" and body else "answered"),
        body,
        note,
        quote,
        target,
        response.retold,
        response.id,
        could_be(context, response) if not body else "",
        quote_of=_told_by(context, response) if response.told else carries,
        asked=asked,
        told=response.told,
        round=round_,
        deadline=deadline,
        shared=shared_with(context, response),
        editor=words.editors_stance(response),
    )


def _told_by(context: Context, response: Response) -> str:
    """Whose word it is, where another paper's is all there is of an answer: "Enligt stadskansliets sammanställning …"."""
    sources = dict.fromkeys(report.source for report in response.reports if report.source in context.responses)
    names = [words.genitive(context.sender(context.responses[one])) for one in sources if context.responses[one].bodies]
    return f"Enligt {words.listed(names)} sammanställning; svaret självt finns inte här:" if names else "Enligt en sammanställning; svaret självt finns inte här:"


def shared_with(context: Context, response: Response) -> tuple[str, ...]:
    """The ids of the other motions that the same document answers."""
    source = context.sources.get(response.document.file)
    found = (context.responses.get(one) for one in (source.used_as if source else ()))
    return tuple(
        dict.fromkeys(one.motion for one in found if one and one.motion != response.motion and one.document.key == response.document.key)
    )
