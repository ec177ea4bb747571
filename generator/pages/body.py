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
            summary=summary(
                len({motion.id for motion, _ in asked}),
                sum(response.role == "answer" and not response.told for response in responses),
                sum(response.told for response in responses),
                sum(response.role == "preparation" for response in responses),
            ),
            predecessors=predecessors(context, body),
            names=_other_names(context, body),
            years=[
                (year, list(group))
                for year, group in groupby(responses, key=lambda response: words.year(response.date))
            ],
            without=[
                (motion, words.state_of(referral), referral.possible_responses)
                for motion, referral in asked
                if not referral.response
            ],
        )


def summary(asked: int, answered: int, told: int = 0, prepared: int = 0) -> str:
    """How often a body was asked and answered, in sentences: "Tillfrågad om tre motioner. Två svar finns här."."""
    said = [
        f"Tillfrågad om {_motions(asked)}." if asked else "Ingen remisslista i arkivet nämner instansen.",
        f"{words.upper_first(words.answers(answered))} finns här.",
    ]
    if told:
        said.append(f"{words.upper_first(words.answers(told))} återges bara i en sammanställning.")
    if prepared:
        said.append(f"{words.upper_first(words.number(prepared, neuter=True))} utlåtande{'n' if prepared > 1 else ''} som bereder ett ärende.")
    return " ".join(said)


def _motions(count: int) -> str:
    return f"{words.number(count)} {'motion' if count == 1 else 'motioner'}"


def _other_names(context: Context, body: Body) -> list[str]:
    written = {name for _, referral in context.asked.get(body.id, ()) for name in referral.names}
    # What a table calls the body is all that names one whose answer is only told of.
    written |= {fact.quote for response in context.by_body.get(body.id, ()) if response.told for fact in response.body_facts}
    return sorted(name for name in written if name.casefold() != body.name.casefold())
