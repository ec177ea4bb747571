"""All bodies: how often each was asked and how often its answer is here."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.model import Body, Page
from generator.pages.context import Context
from generator.pages.render import render


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


def alphabetical(text: str) -> tuple[tuple[int, str], ...]:
    """A sorting key for Swedish: å, ä and ö after z, without regard to case."""
    last = {"å": 1, "ä": 2, "æ": 2, "ö": 3, "ø": 3}
    return tuple((last.get(char, 0), char) for char in text.lower())


def predecessors(context: Context, body: Body) -> list[Body]:
    """The bodies whose successor this one is."""
    return [old for old in context.archive.bodies if old.successor == body.id]
