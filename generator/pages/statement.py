"""What a bundle holds besides motion and answers, a page each: a party's statement, or an attachment as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator import addresses
from generator.labels import statement_name
from generator.model import Document, Edit, Enclosure, Motion, Page, Statement
from generator.pages import citing, flow, linked, onward, words
from generator.pages.context import Context
from generator.pages.render import render


def pages(context: Context) -> Iterator[Page]:
    """One page for each statement that has an id, and one for each attachment."""
    for motion in context.archive.motions:
        for statement in motion.statements:
            if statement.id and statement.document:
                yield from _statement(context, motion, statement)
        for enclosure in motion.enclosures:
            yield from _enclosure(context, motion, enclosure)


def _statement(context: Context, motion: Motion, statement: Statement) -> Iterator[Page]:
    name = statement_name(statement.kind, statement.by)
    about = words.quoted(context.headline(motion))
    values = {
        "s": statement,
        "document": statement.document,
        "sections": statement.sections,
        "edits": _edits(motion, statement.document),
        "source": citing.of_statement(motion, name, statement),
    }
    dated = f"{name}, {words.date(statement.date)}" if statement.date else name
    titles = (f"{dated}{_which(motion, statement.id)} om {about}", f"{name}, {words.date(statement.date)}. Hör till {about}.")
    yield from flow.sheets(addresses.statement(statement.id), partial(_page, context, motion, name, addresses.statement(statement.id), titles, values))


def _enclosure(context: Context, motion: Motion, enclosure: Enclosure) -> Iterator[Page]:
    name = enclosure_name(enclosure)
    about = words.quoted(context.headline(motion))
    values = {
        "s": None,
        "document": enclosure.document,
        "sections": enclosure.sections,
        "edits": _edits(motion, enclosure.document),
        "source": citing.of_enclosure(motion, name),
    }
    titles = (f"{name}{_which(motion, enclosure.id)} till {about}", f"En bilaga som följde med handlingarna om {about}.")
    yield from flow.sheets(addresses.statement(enclosure.id), partial(_page, context, motion, name, addresses.statement(enclosure.id), titles, values))


def _page(context: Context, motion: Motion, name: str, address: str, titles: tuple[str, str], values: Mapping[str, object], sheet: flow.Sheet) -> Page:
    title = titles[0] + (f", del {sheet.number}" if sheet.number > 1 else "")
    return render("statement", sheet.address, context, title, titles[1], motion=motion, name=name, sheet=sheet, home=address, ways=onward.of_part(motion), image=addresses.share_image(motion.id), linked=linked.of_page(context, sheet.address, title) if sheet.number > 1 else None, **values)


def _which(motion: Motion, own: str) -> str:
    """What tells a paper from another of the same kind, sender and day in the page's name: " (2)"; "" for the first."""
    ids = {one.id for one in motion.statements} | {one.id for one in motion.enclosures}
    stem, _, number = own.rpartition("-")
    return f" ({number})" if number.isdecimal() and stem in ids else ""


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
