"""A motion: what it asks for, who was asked and what they said, how the case went, where the sources differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator import addresses
from generator.labels import statement_name
from generator.model import Discrepancy, Document, Fact, Motion, Page, Place, Response
from generator.pages import citing, words
from generator.pages.context import Context, state_in_words
from generator.pages.counted import count_in_words
from generator.pages.gaps import gaps
from generator.pages.held import aside, held_back
from generator.pages.papers import holds, papers
from generator.pages.render import render
from generator.pages.roll import in_rounds, roll_call
from generator.pages.statement import enclosure_name
from generator.pages.timeline import timeline
from generator.pages.words import distinct

_DAYS = frozenset({"deadline", "filed", "decision-date"})  # kinds of disagreement about a day


def pages(context: Context) -> Iterator[Page]:
    """One page for each motion."""
    for motion in context.archive.motions:
        roll = roll_call(context, motion)
        state = state_in_words(context, motion)
        yield render(
            "motion",
            addresses.motion(motion.id),
            context,
            motion.title.value,
            state,
            motion=motion,
            state=state,
            numbers=distinct(motion.diary_numbers),
            own_passages={passage.id for section in motion.sections for passage in section.passages},
            source=citing.of_motion(motion),
            note=citing.RETOLD if motion.retold else "",
            roll=roll,
            rounds=in_rounds(roll),
            count=count_in_words(motion, roll, len(aside(context, motion))),
            aside=aside(context, motion),
            answers=context.answers(motion),
            timeline=timeline(context, motion),
            discrepancies=[
                (words.DISCREPANCIES.get(one.kind, one.kind), side_by_side(one)) for one in motion.discrepancies
            ],
            gaps=gaps(context, motion),
            owner_at=owners(context, motion),
            statement_name=statement_name,
            documents=_documents(context, motion),
            held=held_back(context, motion),
        )


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
