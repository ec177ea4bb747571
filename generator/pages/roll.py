"""The roll-call of a motion: who was asked, what became of the question, and the count in words."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model import Motion, Place, Referral, Response
from generator.pages import words
from generator.pages.context import Context, stance_quote
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
