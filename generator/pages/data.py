"""Data: every file that holds what the pages show."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.datafiles import published
from generator.model import Page
from generator.pages.context import Context
from generator.pages.paged import CARDS
from generator.pages.render import render
from generator.reach import is_web, web_link


def pages(context: Context) -> Iterator[Page]:
    """One page at ``/data/``; a long archive's comparisons are reached by way of its motions."""
    motions = context.newest if len(context.newest) <= CARDS else ()
    files = published(context.archive, context.settings)
    licence = context.settings.licence
    yield render(
        "data",
        addresses.DATA,
        context,
        "Data",
        "Arkivets innehåll som filer att hämta.",
        files=files,
        motions=motions,
        licence=licence,
        licence_link=web_link(licence.address) if licence and is_web(licence.address) else "",
    )
