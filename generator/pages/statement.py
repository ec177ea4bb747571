"""What a bundle holds besides motion and answers, a page each: a party's statement, or an attachment as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.labels import statement_name
from generator.model import Document, Edit, Enclosure, Motion, Page, Statement
from generator.pages import citing, words
from generator.pages.context import Context
from generator.pages.render import render


def pages(context: Context) -> Iterator[Page]:
    """One page for each statement that has an id, and one for each attachment."""
    for motion in context.archive.motions:
        for statement in motion.statements:
            if statement.id and statement.document:
                yield _statement(context, motion, statement)
        for enclosure in motion.enclosures:
            yield _enclosure(context, motion, enclosure)


def _statement(context: Context, motion: Motion, statement: Statement) -> Page:
    name = statement_name(statement.kind, statement.by)
    return render(
        "statement",
        addresses.statement(statement.id),
        context,
        f"{name} om {motion.title.value}",
        f"{name}, {words.date(statement.date)}. Hör till {motion.title.value}.",
        motion=motion,
        name=name,
        s=statement,
        document=statement.document,
        sections=statement.sections,
        edits=_edits(motion, statement.document),
        source=citing.of_statement(motion, name, statement),
    )


def _enclosure(context: Context, motion: Motion, enclosure: Enclosure) -> Page:
    return render(
        "statement",
        addresses.statement(enclosure.id),
        context,
        f"{enclosure_name(enclosure)} till {motion.title.value}",
        f"En bilaga som följde med handlingarna om {motion.title.value}.",
        motion=motion,
        name=enclosure_name(enclosure),
        s=None,
        document=enclosure.document,
        sections=enclosure.sections,
        edits=_edits(motion, enclosure.document),
        source=citing.of_enclosure(motion, enclosure_name(enclosure)),
    )


def _edits(motion: Motion, document: Document | None) -> list[Edit]:
    """What an editor states of one document, among all that is stated of its case."""
    if document is None:
        return []
    name = f"{document.file}, del {document.part.number}" if document.part else document.file
    return [one for one in motion.edits if one.about == name]


def enclosure_name(enclosure: Enclosure) -> str:
    """What an attachment is called: its kind and the first words of its opening."""
    kind = words.PARTS[enclosure.document.part.kind] if enclosure.document.part else words.PARTS["attachment"]
    opening = words.first_sentence(enclosure.title, 80)
    return f"{words.upper_first(kind)}: {opening}" if opening else words.upper_first(kind)
