"""The change log: what was added, corrected, withdrawn and moved, with days and reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.changelog import SORTS, Entry, log
from generator.labels import statement_name
from generator.model import Page
from generator.pages import words
from generator.pages.context import Context
from generator.pages.paged import LINES, sheets
from generator.pages.render import render
from generator.pages.statement import enclosure_name


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the log as the page shows it: ``name`` is what it is about, ``said`` what was done, ``keys`` the facts in words."""

    entry: Entry
    name: str
    said: str
    keys: str
    to: str


def pages(context: Context) -> Iterator[Page]:
    """The log at ``/om/andringar/``, newest first, in pages of a hundred lines; without a line the page says so."""
    names = _names(context)
    rows = [_row(entry, names) for entry in log(context.archive, context.settings, context.findings)]
    for sheet in sheets(rows, addresses.CHANGES, LINES):
        yield render(
            "changes",
            sheet.address,
            context,
            sheet.titled("Ändringar"),
            "Vad som har tillkommit, rättats, tagits bort och flyttats i arkivet, med datum och skäl.",
            sheet=sheet,
            total=len(rows),
            feed=addresses.feed(addresses.CHANGES),
        )


def _row(entry: Entry, names: dict[str, str]) -> Row:
    name = names.get(entry.page) or entry.what
    keys = words.listed(words.EDITED.get(key, key) for key in entry.keys)
    return Row(entry, name, words.upper_first(SORTS[entry.sort]), keys, names.get(entry.to) or entry.to)


def _names(context: Context) -> dict[str, str]:
    """What each page that the log can lead to is called."""
    made = {addresses.body(body.id): words.upper_first(body.name) for body in context.archive.bodies}
    for motion in context.archive.motions:
        title = context.headline(motion)
        made[addresses.motion(motion.id)] = title
        made[addresses.comparison(motion.id)] = f"Jämförelse: {title}"
        made |= {addresses.statement(one.id): f"{statement_name(one.kind, one.by)}: {title}" for one in motion.statements if one.id}
        made |= {addresses.statement(one.id): f"{enclosure_name(one)}: {title}" for one in motion.enclosures}
    for response in context.archive.responses:
        motion_of = context.motions.get(response.motion)
        about = context.headline(motion_of) if motion_of else response.motion
        made[addresses.response(response.id)] = f"{context.sender(response)}: {about}"
    return made
