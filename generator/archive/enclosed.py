"""What else a bundle holds than its motion and answers: party statements, attachments, and a row for every part.

Part of the room ``archive``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from generator import addresses
from generator.model import Archive, Document, Draft, Enclosure, Place, SourcePart, Statement, Status

Key = tuple[str, int]


def statements(case: str, drafts: Sequence[Draft], taken: set[str]) -> tuple[Statement, ...]:
    """The parties' statements among ``drafts`` in the order of the documents; their ids are added to ``taken``."""
    made = []
    for draft in drafts:
        if draft.kind != "statement" or draft.statement is None:
            continue
        date = draft.date.value if draft.date else None
        by = draft.parties.value if draft.parties else ""
        name = addresses.statement_id(case, draft.statement, by, date, taken)
        taken.add(name)
        made.append(
            Statement(
                kind=draft.statement,
                by=by,
                date=date,
                place=_first(draft),
                id=name,
                title=draft.titles[0] if draft.titles else None,
                sections=draft.sections,
                signatories=draft.signatories,
                document=draft.document,
                by_fact=draft.parties if draft.parties and draft.parties.status is Status.INFERRED else None,
            )
        )
    return tuple(made)


def enclosures(case: str, drafts: Sequence[Draft], taken: set[str]) -> tuple[Enclosure, ...]:
    """The parts among ``drafts`` that are nothing the archive knows but hold text: nothing readable is left out."""
    made = []
    for draft in drafts:
        if draft.kind != "unknown" or not any(section.passages for section in draft.sections):
            continue
        name = addresses.numbered(f"{case}/{addresses.ENCLOSURE}", taken)
        taken.add(name)
        title = " ".join(draft.document.part.quote.split()) if draft.document.part else ""
        made.append(Enclosure(name, title, _first(draft), draft.sections, draft.document))
    return tuple(made)


def published(archive: Archive) -> Iterator[tuple[str, Document]]:
    """Every document that has a page, with the id of the page; the ids of statements and attachments are their own."""
    for motion in archive.motions:
        if motion.document:
            yield motion.id, motion.document
    for response in archive.responses:
        if not response.told:  # the document that tells of it has a page of its own
            for document in (response.document, *response.papers):
                yield response.id, document
    for motion in archive.motions:
        for statement in motion.statements:
            if statement.document:
                yield statement.id, statement.document
        for enclosure in motion.enclosures:
            yield enclosure.id, enclosure.document


def source_parts(
    drafts: Sequence[Draft], archive: Archive, copies: Mapping[Key, str], left_out: Collection[Key] = ()
) -> Mapping[str, tuple[SourcePart, ...]]:
    """By file, what became of each part of the files that hold many documents.

    ``copies`` gives copies' motions, ``left_out`` are those that an editor says are nothing to show.
    """
    pages = {document.key: name for name, document in published(archive)}
    made: dict[str, list[SourcePart]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda one: one.document.key):
        key, part = draft.document.key, draft.document.part
        if part is None:
            continue
        fate: Literal["page", "copy", "empty", "unplaced", "withdrawn"] = "unplaced"
        if key in pages:
            fate = "page"
        elif key in copies:
            fate = "copy"
        elif key in left_out:
            fate = "withdrawn"
        elif not any(section.passages for section in draft.sections):
            fate = "empty"
        made[part.first.file].append(SourcePart(part, fate, pages.get(key) or copies.get(key, "")))
    return {file: tuple(parts) for file, parts in made.items()}


def _first(draft: Draft) -> Place:
    document = draft.document
    return document.part.first if document.part else Place(document.file, None, 1)
