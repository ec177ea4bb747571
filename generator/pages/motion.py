"""A motion: what it asks for, who was asked and what they said, how the case went, where the sources differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from generator import addresses
from generator.labels import statement_name
from generator.model import Discrepancy, Document, Fact, Motion, Page, Place, Response
from generator.pages import citing, flow, linked, onward, words
from generator.pages.context import Context, state_in_words
from generator.pages.counted import RollRow, count_in_words
from generator.pages.gaps import gaps
from generator.pages.held import aside, held_back
from generator.pages.papers import holds, papers
from generator.pages.render import render
from generator.pages.roll import in_rounds, roll_call
from generator.pages.statement import enclosure_name
from generator.pages.timeline import timeline
from generator.pages.words import Badge, distinct

_DAYS = frozenset({"deadline", "filed", "decision-date"})  # kinds of disagreement about a day


def pages(context: Context) -> Iterator[Page]:
    """One page for each motion; more for one that is too long."""
    for motion in context.archive.motions:
        yield from flow.sheets(addresses.motion(motion.id), partial(_page, context, motion, _values(context, motion)))


def _page(context: Context, motion: Motion, values: Mapping[str, object], sheet: flow.Sheet) -> Page:
    part = f", del {sheet.number}" if sheet.number > 1 else ""
    title, state = f"{context.headline(motion)}{part}", state_in_words(context, motion)
    address = addresses.motion(motion.id)
    return render("motion", sheet.address, context, title, state, motion=motion, state=state, sheet=sheet, home=address, image=addresses.share_image(motion.id), linked=linked.of_page(context, sheet.address, title) if sheet.number > 1 else None, **values)


def _values(context: Context, motion: Motion) -> dict[str, object]:
    """What the page shows, whichever part of it."""
    roll = roll_call(context, motion)
    answers = context.answers(motion)
    return {
        "numbers": distinct(motion.diary_numbers),
        "own_passages": {passage.id for section in motion.sections for passage in section.passages},
        "source": citing.of_motion(motion),
        "note": citing.RETOLD if motion.retold else "",
        "roll": roll,
        "bar": sorted(roll, key=_kind),
        "tally": tally(roll),
        "rounds": in_rounds(roll),
        "count": count_in_words(motion, roll, len(aside(context, motion))),
        "aside": aside(context, motion),
        "answers": answers,
        "timeline": timeline(context, motion),
        "discrepancies": [(words.DISCREPANCIES.get(one.kind, one.kind), side_by_side(one)) for one in motion.discrepancies],
        "gaps": gaps(context, motion),
        "owner_at": owners(context, motion),
        "statement_name": statement_name,
        "documents": _documents(context, motion),
        "held": held_back(context, motion),
        "ways": onward.of_motion(motion, answers),
        "roll_anchor": onward.ROLL,
    }


def tally(roll: Iterable[RollRow]) -> list[tuple[Badge, str, int]]:
    """What stands over the roll-call: each badge, the style of its part of the bar, and how many rows have it."""
    made: dict[tuple[Badge, str], int] = {}
    for row in sorted(roll, key=_kind):
        key = (row.badge, bar_of(row))
        made[key] = made.get(key, 0) + 1
    return [(badge, style, count) for (badge, style), count in made.items()]


def bar_of(row: RollRow) -> str:
    """The style of a row's part of the bar: its stance, or what became of the question."""
    return row.badge.tone if row.answered else row.state


def _kind(row: RollRow) -> tuple[bool, int, str]:
    """Answers before what is not here, and like beside like, in the order that stances are listed everywhere."""
    tones = [badge.tone for badge in words.STANCES.values()]
    return (not row.answered, tones.index(row.badge.tone) if row.badge.tone in tones else len(tones), row.badge.word)


def side_by_side(discrepancy: Discrepancy) -> list[tuple[str, list[Fact]]]:
    """The values that differ, each once and as a reader would write it, with every fact that gives it."""
    values: dict[str, list[Fact]] = {}
    for fact in discrepancy.values:
        values.setdefault(words.date(fact.value) if discrepancy.kind in _DAYS else fact.value, []).append(fact)
    return list(values.items())


def owners(context: Context, motion: Motion) -> Callable[[Place], tuple[str, str] | None]:
    """Whose document a place lies in, with its page: a file may hold many documents, told apart by their lines."""
    held = [
        (document, context.sender(response), addresses.response(response.id))
        for response in context.by_motion.get(motion.id, ())
        if not response.told
        for document in (response.document, *response.papers)
    ]
    if motion.document:
        held.append((motion.document, "motionen", addresses.motion(motion.id)))

    def owner(place: Place) -> tuple[str, str] | None:
        return next(((name, target) for document, name, target in held if holds(document, place)), None)

    return owner


def _called(response: Response, index: int) -> str:
    kinds = (response.document_type, *response.paper_types)
    return words.DOCUMENT_TYPES[kinds[index]] if index < len(kinds) else "handling"


def _documents(context: Context, motion: Motion) -> list[tuple[str, str, Document]]:
    made = [("Motionen", "", motion.document)] if motion.document else []
    made += [
        (f"{context.sender(response)}, {_called(response, index)}", addresses.response(response.id), paper.document)
        for response in context.by_motion.get(motion.id, ())
        if not response.told
        for index, paper in enumerate(papers(context, response))
    ]
    made += [
        (statement_name(one.kind, one.by), addresses.statement(one.id), one.document)
        for one in motion.statements
        if one.id and one.document
    ]
    return made + [(enclosure_name(one), addresses.statement(one.id), one.document) for one in motion.enclosures]
