"""The start page: what this is, the search box, the ways in, what came in last, what is undecided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator import addresses
from generator.model import Page
from generator.pages import words
from generator.pages.browsed import DECIDED, UNDECIDED, is_decided
from generator.pages.context import Context
from generator.pages.holdings import holds
from generator.pages.render import render

SHOWN: Final = 8  # answers; the rest is one link away
CARDS: Final = 6  # motions of each kind


def pages(context: Context) -> Iterator[Page]:
    """One page at ``/``; an empty archive gets one that says how to begin."""
    archive = context.archive
    answers = [response for response in archive.responses if response.role == "answer"]
    newest = sorted(answers, key=lambda response: words.sortable(response.date), reverse=True)
    decided = [motion for motion in context.newest if is_decided(motion)]
    undecided = [motion for motion in context.newest if not is_decided(motion)]
    yield render(
        "start",
        addresses.START,
        context,
        context.settings.site_name,
        introduction(context),
        introduction=introduction(context),
        examples=(context.settings.examples or context.settings.terms)[:3] if archive.motions else (),
        newest=newest[:SHOWN],
        holds=holds(context),
        groups=[
            (heading, found[:CARDS], len(found), addresses.browse("lage", key))
            for heading, found, key in (("Utan slutligt beslut i arkivet", undecided, UNDECIDED), ("Beslutade", decided, DECIDED))
        ],
    )


def introduction(context: Context) -> str:
    """The one sentence on what this is: the site's own, or one made of the municipality's name."""
    if context.settings.introduction:
        return context.settings.introduction
    where = f" i {context.settings.municipality}" if context.settings.municipality else ""
    return f"Här kan du läsa och jämföra vad nämnder och andra svarade när de fick frågan om en motion{where}."
