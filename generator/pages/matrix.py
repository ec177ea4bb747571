"""Motions against bodies: who was asked about what and how the answer fell, a table for the newest motions and one for each year.

The cells are the rows of each motion's roll-call, so that the two cannot differ. A table has the bodies that occur in it and
no others, and is cut where its markup grows heavy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator import addresses
from generator.model import Motion, Page
from generator.pages import words
from generator.pages.browsed import UNDATED
from generator.pages.context import Context
from generator.pages.paged import Sheet
from generator.pages.render import render
from generator.pages.roll import roll_call
from generator.pages.words import Badge
from generator.pages.years import year_in_words

SHOWN: Final = 25  # motions in the first table
MOST: Final = 60_000  # bytes of markup in a table
_CELL, _EMPTY, _ROW, _COLUMN = 270, 10, 200, 150  # bytes of markup, about, without the links' own length
UNNAMED: Final = ""  # the column of answers that nobody can tell the sender of


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of one question: its badge, the page to read, and a note where the badge is not the answer's own word."""

    badge: Badge
    target: str
    note: str = ""

    @property
    def said(self) -> str:
        """The mark in words, for those who do not see its shape."""
        return f"{self.badge.word}, {self.note}" if self.note else self.badge.word


@dataclass(frozen=True, slots=True)
class Row:
    """A motion with its marks by body id; ``UNNAMED`` for answers without a sender."""

    motion: Motion
    marks: dict[str, tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """A body at the head of a column; ``target`` is "" for answers without a sender."""

    body: str
    name: str
    target: str


def pages(context: Context) -> Iterator[Page]:
    """``/matris/`` with the newest motions, and where there are more the motions of each year on as many pages as they need."""
    rows = [row(context, motion) for motion in context.newest]
    first = _cut(rows[:SHOWN])[0]
    years = [(year, list(group)) for year, group in groupby(rows, key=lambda one: year_in_words(one.motion))]
    linked = [(year or "utan årtal", addresses.matrix(year or UNDATED), len(group)) for year, group in years] if len(first) < len(rows) else []
    yield _page(context, Sheet(first, 1, 1, addresses.MATRIX, addresses.MATRIX), "Motioner mot instanser", _lead(len(first), len(rows)), linked)
    for (year, group), (_, target, _) in zip(years, linked, strict=False):
        cut = _cut(group)
        name = f"Motioner från {year} mot instanser" if year else "Motioner utan årtal mot instanser"
        for number, run in enumerate(cut, 1):
            sheet = Sheet(run, number, len(cut), addresses.paged(target, number), target)
            yield _page(context, sheet, name, "", linked)


def row(context: Context, motion: Motion) -> Row:
    """A motion's roll-call as marks."""
    made: dict[str, list[Mark]] = {}
    for one in roll_call(context, motion):
        target = addresses.response(one.response) if one.response else ""
        note = "enligt en sammanställning" if one.told else ""
        mark = Mark(one.badge, target, note)
        if mark not in made.setdefault(one.body, []):
            made[one.body].append(mark)
    return Row(motion, {body: tuple(marks) for body, marks in made.items()})


def columns(context: Context, rows: Sequence[Row]) -> tuple[Column, ...]:
    """The bodies that occur in ``rows``, by name in Swedish order; answers without a sender last."""
    found = {body for one in rows for body in one.marks}
    made = [Column(body, words.upper_first(context.body_name(body)), addresses.body(body)) for body in found if body]
    made.sort(key=lambda column: (words.alphabetical(column.name), column.body))
    return (*made, *([Column(UNNAMED, "Utan angiven avsändare", "")] if UNNAMED in found else []))


def _cut(rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """``rows`` in runs whose tables weigh at most ``MOST`` each; one at least, empty for no rows."""
    runs: list[tuple[Row, ...]] = []
    run: list[Row] = []
    bodies: set[str] = set()
    marks = 0
    for one in rows:
        own = sum(_CELL + len(mark.target) for cell in one.marks.values() for mark in cell)
        wider = bodies | one.marks.keys()
        height = len(run) + 1
        if run and marks + own + height * (_ROW + len(wider) * _EMPTY) + len(wider) * _COLUMN > MOST:
            runs.append(tuple(run))
            run, wider, marks = [], set(one.marks), 0
        run.append(one)
        bodies, marks = wider, marks + own
    return [*runs, tuple(run)]


def _lead(shown: int, count: int) -> str:
    if not count:
        return "Inga motioner finns i arkivet ännu."
    many = f"{words.number(count)} {'motion' if count == 1 else 'motioner'}"
    if shown < count:
        return f"{'Den senaste' if shown == 1 else f'De {words.number(shown)} senaste'} av {many} i arkivet{', en rad för varje' if shown > 1 else ''}. Övriga finns efter år."
    return f"{words.upper_first(many)} finns i arkivet{', en rad för varje' if count > 1 else ''}."


def _page(context: Context, sheet: Sheet[Row], title: str, lead: str, years: Sequence[tuple[str, str, int]]) -> Page:
    shown = columns(context, sheet.items)
    used = dict.fromkeys(_bare(mark.badge) for one in sheet.items for cell in one.marks.values() for mark in cell)
    order = dict.fromkeys((*words.STANCES.values(), *words.STATES.values(), *used))
    return render(
        "matrix",
        sheet.address,
        context,
        sheet.titled(title),
        "Vem som tillfrågades om vilken motion, och vad svaret blev.",
        sheet=sheet,
        heading=title,
        lead=lead,
        columns=shown,
        years=years,
        legend=[badge for badge in order if badge in used],
    )


def _bare(badge: Badge) -> Badge:
    """A badge as the legend explains it: without who said so."""
    known = (*words.STANCES.values(), *words.STATES.values())
    return next((one for one in known if (one.shape, one.tone) == (badge.shape, badge.tone)), badge)
