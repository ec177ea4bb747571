"""A motion: what it asks for, who was asked and what they said, how the case went, where the sources differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator import addresses
from generator.labels import statement_name
from generator.model import Discrepancy, Document, Fact, Motion, Page, Place
from generator.pages import words
from generator.pages.context import Context, state_in_words
from generator.pages.render import render
from generator.pages.roll import count_in_words, roll_call
from generator.pages.statement import enclosure_name
from generator.pages.timeline import timeline
from generator.pages.words import distinct


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
            roll=roll,
            count=count_in_words(roll),
            answers=context.answers(motion),
            timeline=timeline(context, motion),
            discrepancies=[
                (words.DISCREPANCIES.get(one.kind, one.kind), side_by_side(one)) for one in motion.discrepancies
            ],
            owner_at=owners(context, motion),
            statement_name=statement_name,
            documents=_documents(context, motion),
        )


def side_by_side(discrepancy: Discrepancy) -> list[tuple[str, list[Fact]]]:
    """The values that differ, each once and as a reader would write it, with every fact that gives it."""
    values: dict[str, list[Fact]] = {}
    for fact in discrepancy.values:
        values.setdefault(words.date(fact.value) if discrepancy.kind == "deadline" else fact.value, []).append(fact)
    return list(values.items())


def owners(context: Context, motion: Motion) -> Callable[[Place], tuple[str, str] | None]:
    """Whose document a place lies in, with its page: a file may hold many documents, told apart by their lines."""
    held = [
        (response.document, context.sender(response), addresses.response(response.id))
        for response in context.by_motion.get(motion.id, ())
    ]
    if motion.document:
        held.append((motion.document, "motionen", addresses.motion(motion.id)))

    def owner(place: Place) -> tuple[str, str] | None:
        return next(((name, target) for document, name, target in held if _holds(document, place)), None)

    return owner


def _holds(document: Document, place: Place) -> bool:
    if document.file != place.file:
        return False
    if document.part is None or place.line is None:
        return True
    first, last = document.part.first, document.part.last
    return (first.page or 0, first.line or 0) <= (place.page or 0, place.line) <= (last.page or 0, last.line or 0)


def _documents(context: Context, motion: Motion) -> list[tuple[str, str, Document]]:
    made = [("Motionen", "", motion.document)] if motion.document else []
    made += [
        (
            f"{context.sender(response)}, {words.DOCUMENT_TYPES[response.document_type]}",
            addresses.response(response.id),
            response.document,
        )
        for response in context.by_motion.get(motion.id, ())
    ]
    made += [
        (statement_name(one.kind, one.by), addresses.statement(one.id), one.document)
        for one in motion.statements
        if one.id and one.document
    ]
    return made + [(enclosure_name(one), addresses.statement(one.id), one.document) for one in motion.enclosures]
