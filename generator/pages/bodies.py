"""All bodies: how often each was asked and how often its answer is here."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.model import Body, Page
from generator.pages.context import Context
from generator.pages.render import render
from generator.pages.words import alphabetical


def pages(context: Context) -> Iterator[Page]:
    """One page at ``/instanser/``, with the bodies that the documents speak of."""
    rows = [
        (body, len(context.asked.get(body.id, ())), len(context.by_body.get(body.id, ())))
        for body in sorted(context.archive.bodies, key=lambda body: alphabetical(body.name))
    ]
    yield render(
        "bodies",
        addresses.BODIES,
        context,
        "Instanser",
        "Alla som har tillfrågats om en motion, med antal svar i arkivet.",
        rows=rows,
    )


def predecessors(context: Context, body: Body) -> list[Body]:
    """The bodies whose successor this one is."""
    return [old for old in context.archive.bodies if old.successor == body.id]
