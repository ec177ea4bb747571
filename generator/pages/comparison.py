"""The comparison of a motion's answers: bodies down, points across; and which words each one uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.compare.matrix import matrix
from generator.compare.rows import Occurrence, Row
from generator.compare.terms import case_terms, listed_terms
from generator.model import Motion, Page
from generator.pages import words
from generator.pages.context import Context
from generator.pages.escape import escape
from generator.pages.marked import escape_part
from generator.pages.render import render
from generator.pages.words import Badge


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: one body (each of them for a joint answer), or one answer without a sender."""

    row: Row
    body: str
    name: str
    note: str
    badge: Badge
    stance: str
    retold: bool
    possible: str

    @property
    def response(self) -> str | None:
        """The id of the answer, None where none is here."""
        return self.row.response


@dataclass(frozen=True, slots=True)
class Owner:
    """A document of the case, as the head of a column."""

    id: str
    name: str
    target: str
    retold: bool = False


@dataclass(frozen=True, slots=True)
class TermRow:
    """A word and, for each document of the case, the places where it stands."""

    word: str
    target: str
    cells: tuple[tuple[Owner, tuple[Occurrence, ...]], ...]


def pages(context: Context) -> Iterator[Page]:
    """One page for each motion."""
    listed = frozenset(listed_terms(context.archive, context.settings))
    for motion in context.archive.motions:
        owners = owners_of(context, motion)
        yield render(
            "comparison",
            addresses.comparison(motion.id),
            context,
            f"Jämförelse: {motion.title.value}",
            f"Vad var och en svarade på {motion.title.value}, sida vid sida.",
            motion=motion,
            rows=[line for row in matrix(context.archive, motion) for line in _lines(context, row)],
            owners=owners,
            terms=[
                TermRow(
                    use.term,
                    addresses.term(use.term) if use.term in listed else "",
                    tuple((owner, use.by_owner(owner.id)) for owner in owners),
                )
                for use in case_terms(context.archive, motion, context.settings)
            ],
            marked=marked,
        )


def owners_of(context: Context, motion: Motion) -> list[Owner]:
    """The motion, if it is here, and every response to it."""
    made = [Owner(motion.id, "Motionen", addresses.motion(motion.id), motion.retold)] if motion.sections else []
    return made + [
        Owner(response.id, context.sender(response), addresses.response(response.id), response.retold)
        for response in context.by_motion.get(motion.id, ())
    ]


def marked(place: Occurrence) -> Markup:
    """The sentence of an occurrence with the word marked."""
    text, start, end = place.sentence, place.start, place.end
    return Markup("{}<mark>{}</mark>{}").format(
        escape_part(text, 0, start), escape(text[start:end]), escape_part(text, end, len(text))
    )


def _lines(context: Context, row: Row) -> Iterator[Line]:
    response = context.responses.get(row.response or "")
    badge = context.badge(response) if response else words.STATES[row.state]
    possible = ""
    if not row.bodies:
        names = context.body_names(row.possible_bodies, "eller")
        possible = f"kan vara från {names}" if names else ""
    for body in row.bodies or ("",):
        together = [context.body_name(other) for other in row.bodies if other != body]
        note = f"gemensamt svar med {words.listed(together)}" if together else ""
        if not row.asked and not note:
            note = "står inte bland de tillfrågade"
        yield Line(
            row,
            body,
            words.upper_first(context.body_name(body)) if body else "Utan angiven avsändare",
            note or possible,
            badge,
            "declined" if row.state == "declined" and not response else "",
            response.retold if response else False,
            possible,
        )
