"""The ways on from the pages of a motion: to the comparison, to all its answers, to the one before and the one after."""

from __future__ import annotations

from typing import Final

from generator import addresses
from generator.model import Motion, Response
from generator.pages.context import Context
from generator.pages.roll import roll_call

ROLL: Final = "Svaren"  # the anchor of the roll-call on the motion's page
Way = tuple[str, str, str, str]  # its class, what it is, a name where that is another thing, and the address


def in_order(context: Context, motion: Motion) -> tuple[Response, ...]:
    """The responses to ``motion`` as its page lists them: the answers in the roll-call's order, then what prepares the matter."""
    listed = dict.fromkeys(row.response for row in roll_call(context, motion) if row.response)
    order = {name: at for at, name in enumerate(listed)}
    return tuple(sorted(context.by_motion.get(motion.id, ()), key=lambda one: (order.get(one.id, len(order)), one.role != "answer")))


def of_response(context: Context, motion: Motion, order: tuple[Response, ...], response: Response) -> list[Way]:
    """From a response: to the one before and after in ``order``, and to what shows them together."""
    at = order.index(response)
    made = [*of_part(motion)]
    if at:
        made.append(("prev", "Föregående svar" if order[at - 1].role == "answer" else "Föregående handling", context.sender(order[at - 1]), addresses.response(order[at - 1].id)))
    if at + 1 < len(order):
        made.append(("next", "Nästa svar" if order[at + 1].role == "answer" else "Nästa handling", context.sender(order[at + 1]), addresses.response(order[at + 1].id)))
    return made


def of_part(motion: Motion) -> list[Way]:
    """From anything that belongs to a motion."""
    return [
        ("compare", "Jämför svaren", "", addresses.comparison(motion.id)),
        ("up", "Alla svar på motionen", "", f"{addresses.motion(motion.id)}#{ROLL}"),
    ]


def of_motion(motion: Motion, answers: tuple[Response, ...]) -> list[Way]:
    """From the motion itself: to the comparison, to the answers, and to its own text where that is here."""
    made: list[Way] = [("compare", "Jämför svaren", "", addresses.comparison(motion.id))]
    if answers or motion.referrals:
        made.append(("up", "Vem svarade vad", "", f"{addresses.motion(motion.id)}#{ROLL}"))
    if motion.sections:
        first = next((passage.id for section in motion.sections for passage in section.passages), "")
        made.append(("text", "Läs motionens text", "", addresses.motion(motion.id) + (f"#{first}" if first else "")))
    return made


def of_comparison(motion: Motion) -> list[Way]:
    """From the comparison: back to the answers, each to be read whole."""
    return [("up", "Läs svaren ett och ett", "", f"{addresses.motion(motion.id)}#{ROLL}")]
