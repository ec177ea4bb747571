"""Browsing: all the ways into the motions on one page, and a list of motions for each value of each way."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.model import Page
from generator.pages.browsed import Entry, divisions
from generator.pages.context import Context
from generator.pages.paged import CARDS, sheets
from generator.pages.render import render


def pages(context: Context) -> Iterator[Page]:
    """``/bladdra/``, and for each value of each way its motions on as many pages as they need."""
    found = divisions(context)
    yield render(
        "browse",
        addresses.BROWSE,
        context,
        "Bläddra bland motionerna",
        "Motionerna efter år, parti, hållning, beslut och läge.",
        ways=found,
    )
    for way in found:
        for value in way.values:
            for sheet in sheets(value.entries, value.address, CARDS, _weight):
                yield render(
                    "motion-list",
                    sheet.address,
                    context,
                    sheet.titled(value.heading),
                    value.lead,
                    way=way,
                    value=value,
                    sheet=sheet,
                )


def _weight(entry: Entry) -> int:
    """A card counts for one, and for another where it names many answers."""
    return 1 + len(entry.answers) // 8
