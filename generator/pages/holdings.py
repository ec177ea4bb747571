"""How much the archive holds, in the same words and numbers on every page that says it."""

from __future__ import annotations

from generator.pages import words
from generator.pages.context import Context


def holds(context: Context) -> str:
    """What is here in a sentence, "75 motioner och 225 svar från 38 instanser.", and how many answers more are only told of; "" for an empty archive.

    The answers are those here in papers of their own, the bodies those that they come from: who is only asked or named is not among them.
    """
    motions = len(context.archive.motions)
    if not motions and not context.archive.responses:
        return ""
    own = [response for response in context.archive.responses if response.role == "answer" and not response.told]
    senders = {body for response in own for body in response.bodies}
    by = f" från {words.number(len(senders))} {'instans' if len(senders) == 1 else 'instanser'}" if senders else ""
    said = f"{words.number(motions)} {'motion' if motions == 1 else 'motioner'} och {words.answers(len(own))}{by}."
    told = told_only(context)
    more = f" {words.upper_first(words.answers(told))} till återges bara i en sammanställning." if told else ""
    return f"{words.upper_first(said)}{more}"


def told_only(context: Context) -> int:
    """How many answers are here only as another paper tells of them."""
    return sum(response.role == "answer" and response.told for response in context.archive.responses)
