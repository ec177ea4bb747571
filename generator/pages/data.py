"""Data: every file that holds what the pages show."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.model import Page
from generator.pages.context import Context
from generator.pages.paged import CARDS
from generator.pages.render import render

FILES = (
    ("archive.json", addresses.ARCHIVE_JSON, "hela arkivet: varje uppgift med sin källa"),
    ("archive.schema.json", "/data/archive.schema.json", "vad fälten i archive.json betyder (JSON Schema)"),
    ("motions.csv", "/data/motions.csv", "en rad för varje motion; öppnas i Excel"),
    ("responses.csv", "/data/responses.csv", "en rad för varje svar"),
    ("stances.csv", "/data/stances.csv", "vem som anser vad om vilken motion"),
    ("feed.xml", addresses.FEED, "flöde (Atom) med det senaste"),
)


def pages(context: Context) -> Iterator[Page]:
    """One page at ``/data/``; a long archive's comparisons are reached by way of its motions."""
    motions = context.newest if len(context.newest) <= CARDS else ()
    yield render("data", addresses.DATA, context, "Data", "Arkivets innehåll som filer att hämta.", files=FILES, motions=motions)
