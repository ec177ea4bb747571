"""A body: who it is and was, its answers by year, the questions it has no answer to here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator import addresses
from generator.model import Body, Page
from generator.pages import words
from generator.pages.bodies import predecessors
from generator.pages.context import Context
from generator.pages.render import render


def pages(context: Context) -> Iterator[Page]:
    """One page for each body of the archive."""
    for body in context.archive.bodies:
        responses = sorted(
            context.by_body.get(body.id, ()), key=lambda response: words.sortable(response.date), reverse=True
        )
        asked = context.asked.get(body.id, ())
        yield render(
            "body",
            addresses.body(body.id),
            context,
            words.upper_first(body.name),
            f"{words.upper_first(body.name)}: svar på motioner.",
            body=body,
            summary=summary(len(asked), len(responses)),
            predecessors=predecessors(context, body),
            names=_other_names(context, body),
            years=[
                (year, list(group))
                for year, group in groupby(responses, key=lambda response: words.year(response.date))
            ],
            without=[
                (motion, words.STATES[referral.state], referral.possible_responses)
                for motion, referral in asked
                if not referral.response
            ],
        )


def summary(asked: int, answered: int) -> str:
    """How often a body was asked and answered, as a sentence: "Tillfrågad om tre motioner. Två svar finns här."."""
    said = (
        f"Tillfrågad om {words.number(asked)} {'motion' if asked == 1 else 'motioner'}."
        if asked
        else ("Ingen remisslista i arkivet nämner instansen.")
    )
    return f"{said} {words.upper_first(words.answers(answered))} finns här."


def _other_names(context: Context, body: Body) -> list[str]:
    written = {name for _, referral in context.asked.get(body.id, ()) for name in referral.names}
    return sorted(name for name in written if name.casefold() != body.name.casefold())
