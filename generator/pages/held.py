"""What lies among a case's documents but is not published: told on the motion's page, so that nothing is missed in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Document, Motion
from generator.pages import words
from generator.pages.context import Context


@dataclass(frozen=True, slots=True)
class Held:
    """A file, or a part of one, that is not shown, and why in words."""

    file: str
    why: str
    where: str = ""


def held_back(context: Context, motion: Motion) -> tuple[Held, ...]:
    """What was set aside among the documents of ``motion``: in its folder, where that is its alone, and in its own files.

    A file of a folder with several cases may belong to any of them, and is told of on the sources page only.
    """
    files = {document.file for document in _documents(context, motion)}
    folders = {file.rpartition("/")[0] for file in files} - {""}
    others = {document.file.rpartition("/")[0] for other in context.archive.motions if other.id != motion.id for document in _documents(context, other)}
    made = [
        Held(source.file, words.OUTCOMES_OF_SOURCES[source.outcome])
        for source in context.archive.sources
        if source.outcome not in {"published", "duplicate"} and not source.used_as and source.file.rpartition("/")[0] in folders - others
    ]
    for file in sorted(files):
        source = context.sources.get(file)
        for part in source.parts if source else ():
            if part.fate in {"held", "unplaced"}:
                made.append(Held(file, words.FATES.get(part.fate, ""), context.extent(part.part)))
    return tuple(made)


def aside(context: Context, motion: Motion) -> tuple[str, ...]:
    """The files in the folders of ``motion`` that found no place, so that nobody knows what they say of it.

    Those of a folder with several cases too; what lies beside the folders is nobody's.
    """
    folders = {document.file.rpartition("/")[0] for document in _documents(context, motion)} - {""}
    return tuple(
        source.file
        for source in context.archive.sources
        if source.outcome in {"quarantined", "rejected", "unread"} and not source.used_as and source.file.rpartition("/")[0] in folders
    )


def _documents(context: Context, motion: Motion) -> Iterator[Document]:
    if motion.document:
        yield motion.document
    for response in context.by_motion.get(motion.id, ()):
        yield response.document
        yield from response.papers
    yield from (one.document for one in motion.statements if one.document)
    yield from (one.document for one in motion.enclosures)
