"""The comparison of a motion's answers: bodies down, points across; which words each one uses; what they say alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator import addresses
from generator.compare.cells import DATE, DECISION, PROPOSAL, SIGNED, STANCE, Entry, Line, Nearest, Note
from generator.compare.grid import grid
from generator.compare.rows import Occurrence
from generator.compare.terms import case_terms, listed_terms
from generator.model import Motion, Page
from generator.pages import citing, flow, linked, onward, words
from generator.pages.alike import alike
from generator.pages.context import Context
from generator.pages.counted import count_in_words
from generator.pages.escape import escape
from generator.pages.held import aside
from generator.pages.marked import escape_part
from generator.pages.papers import other_paper
from generator.pages.render import render
from generator.pages.roll import roll_call
from generator.pages.words import Badge

# How answers are ordered by stance: from yes to no, then what takes no stand, then what is not here.
_ORDER = (
    "support", "partly", "already-met", "considered-answered", "reject", "no-position", "declined", "unclear",
    "silent", "not-in-archive",
)  # fmt: skip


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
    """One page for each motion; more for one with very many answers."""
    listed = frozenset(listed_terms(context.archive, context.settings))
    for motion in context.archive.motions:
        values = _values(context, motion, listed)
        yield from flow.sheets(addresses.comparison(motion.id), partial(_page, context, motion, values), lean_first=False)


def _page(context: Context, motion: Motion, values: Mapping[str, object], sheet: flow.Sheet) -> Page:
    about = words.quoted(context.headline(motion))
    part = f", del {sheet.number}" if sheet.number > 1 else ""
    title = f"Jämförelse av svaren på {about}{part}"
    return render(
        "comparison",
        sheet.address,
        context,
        title,
        f"Vad var och en svarade på {about}, sida vid sida.",
        motion=motion,
        sheet=sheet,
        home=addresses.comparison(motion.id),
        image=addresses.share_image(motion.id),
        linked=linked.of_page(context, sheet.address, title) if sheet.number > 1 else None,
        **values,
    )


def _values(context: Context, motion: Motion, listed: frozenset[str]) -> dict[str, object]:
    """What the page shows, whichever part of it."""
    owners = owners_of(context, motion)
    return {
        "table": grid(context.archive, motion),
        "count": count_in_words(motion, roll_call(context, motion), len(aside(context, motion))),
        "owners": owners,
        "terms": [
            TermRow(
                use.term,
                addresses.term(use.term) if use.term in listed else "",
                tuple((owner, use.by_owner(owner.id)) for owner in owners),
            )
            for use in case_terms(context.archive, motion, context.settings)
        ],
        "alike": alike(context, motion),
        "columns": {"stance": STANCE, "proposal": PROPOSAL, "decision": DECISION, "signed": SIGNED, "date": DATE},
        "badge_of": badge_of,
        "target_of": target_of,
        "sort_key": sort_key,
        "paper_of": lambda near: other_paper(context, context.responses[near.page], near.passage) if near.page in context.responses else "",
        "said_before": said_before,
        "is_retold": lambda entry, line: is_retold(context, entry, line),
        "marked": marked,
        "ways": onward.of_comparison(motion),
        "source": citing.of_comparison(motion),
    }


def owners_of(context: Context, motion: Motion) -> list[Owner]:
    """The motion, if it is here, and every response to it that is here: of an answer only told of, nobody can count the words."""
    made = [Owner(motion.id, "Motionen", addresses.motion(motion.id), motion.retold)] if motion.sections else []
    return made + [
        Owner(response.id, context.sender(response), addresses.response(response.id), response.retold)
        for response in context.by_motion.get(motion.id, ())
        if not response.told
    ]


def badge_of(entry: Entry, line: Line) -> Badge:
    """A cell's stance, or what became of the question, as a badge."""
    return words.STANCES[entry.stance] if entry.stance else words.STATES[line.state]._replace(word=entry.word)


def target_of(said: Entry | Note | Nearest) -> str:
    """Where a cell's words stand; "" where they quote no page of the archive."""
    if not said.page:
        return ""
    return addresses.response(said.page) + (f"#{said.passage}" if said.passage else "")


def sort_key(entry: Entry, line: Line) -> str:
    """What a cell is sorted by: the number of its stance or state, else its date; "" is sorted last."""
    if entry.column.key == DATE:
        return words.sortable(entry.date)
    if entry.column.key == STANCE:
        return f"{_ORDER.index(line.answer):02}"
    return f"{_ORDER.index(entry.stance):02}" if entry.column.demand and entry.stance else ""


def said_before(entry: Entry, line: Line) -> str:
    """The heading of the first column of the row that quotes the very words of this cell; "" where this is the first."""
    for other in line.entries:
        if other is entry:
            return ""
        if other.verbatim and other.quote == entry.quote:
            return other.column.heading
    return ""


def is_retold(context: Context, entry: Entry, line: Line) -> bool:
    """Whether a cell quotes a document in the archive's own words."""
    found = context.responses.get(entry.page)
    return found.retold if found else line.retold


def marked(place: Occurrence) -> Markup:
    """The sentence of an occurrence with the word marked."""
    text, start, end = place.sentence, place.start, place.end
    return Markup("{}<mark>{}</mark>{}").format(
        escape_part(text, 0, start), escape(text[start:end]), escape_part(text, end, len(text))
    )
