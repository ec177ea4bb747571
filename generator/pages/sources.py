"""Sources: every file that came in, what became of it and what should be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator import addresses
from generator.labels import statement_name
from generator.model import Finding, Page, Source, SourcePart
from generator.pages import words
from generator.pages.context import Context
from generator.pages.paged import NAMES, sheets
from generator.pages.render import render
from generator.pages.shelf import Shelved
from generator.pages.statement import enclosure_name

FEW: Final = 40  # files not published, and remarks about the whole archive, that stand on the first page


@dataclass(frozen=True, slots=True)
class PartRow:
    """One document of a file that holds many: its lines, what it is, and its page or why it has none."""

    extent: str
    kind: str
    name: str
    target: str
    why: str
    accounted: float | None = None


@dataclass(frozen=True, slots=True)
class KeptBack:
    """A file that is not published, and the address of its row."""

    source: Source
    row: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One file, with what it is used as and what is to be said about it."""

    source: Source
    id: str
    original: str
    used: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    parts: tuple[PartRow, ...] = ()
    outer: str = ""  # the file that this one lay in, with the slash after it
    members: int = 0  # how many files lay in this one
    goes_on: bool = False  # more of the file in the row before; ``id`` is then ""
    before: int = 0  # how many of its documents stand in the rows before

    @property
    def name(self) -> str:
        """The file's name within what it lay in, or its path."""
        return self.source.file[len(self.outer) :]


def pages(context: Context) -> Iterator[Page]:
    """``/om/kallor/`` on as many pages as it needs; findings about no file, or one that is not a source, stand apart.

    What is not published stands first, on a list of its own where it is long, and so do remarks about the whole archive.
    """
    general = [finding for finding in context.findings if finding.file is None or finding.file not in context.sources]
    members = Counter(outer for file in context.sources if (outer := _outer(context, file)))
    kept_back = [KeptBack(source, context.source_row(source.file)) for source in context.archive.sources if source.outcome != "published"]
    ends, figures = outcomes(context), totals(context)
    for sheet in context.shelf:
        yield render(
            "sources",
            sheet.address,
            context,
            sheet.titled("Källor och kvalitet"),
            "Varje fil som kom in till arkivet, och vad som blev av den.",
            sheet=sheet,
            rows=[_row(context, one, members[f"{one.source.file}/"]) for one in sheet.items],
            general=general[:FEW],
            more_general=len(general) if len(general) > FEW else 0,
            kept_back=kept_back if len(kept_back) <= FEW else [],
            outcomes=ends,
            many_kept_back=len(kept_back) if len(kept_back) > FEW else 0,
            totals=figures,
        )
    if len(kept_back) > FEW:
        for part in sheets(kept_back, addresses.UNPUBLISHED, NAMES):
            yield render("sources-kept-back", part.address, context, part.titled("Filer som inte är publicerade"), "Filer som kom in men inte visas, och vad som hände med dem.", sheet=part, count=len(kept_back), outcomes=ends)
    if len(general) > FEW:
        for told in sheets(general, addresses.REMARKS, NAMES):
            yield render("sources-remarks", told.address, context, told.titled("Anmärkningar om hela arkivet"), "Det som är att säga om arkivet som helhet.", sheet=told, count=len(general))


def outcomes(context: Context) -> list[tuple[str, str]]:
    """How many files came to each end, in words, those that are not published; none where all are."""
    counts = Counter[str](source.outcome for source in context.archive.sources)
    return [(words.OUTCOMES_OF_SOURCES[outcome], words.grouped(counts[outcome])) for outcome in words.OUTCOMES_OF_SOURCES if outcome != "published" and counts[outcome]]


def totals(context: Context) -> list[tuple[str, str]]:
    """The figures at the top: files, published files, words, restored words."""
    sources = context.archive.sources
    restored = sum(source.restored_words for source in sources)
    total = sum(source.words for source in sources)
    return [
        ("Filer", words.grouped(len(sources))),
        ("Publicerade", words.grouped(sum(source.outcome == "published" for source in sources))),
        ("Ord", words.grouped(total)),
        ("Återställda ord", f"{words.grouped(restored)} ({words.percent(restored / total)})" if total else "0"),
    ]


def _row(context: Context, shelved: Shelved, members: int) -> SourceRow:
    source = shelved.source
    used = () if source.parts or shelved.goes_on else tuple(page for name in source.used_as if (page := _page(context, name)))
    return SourceRow(
        source,
        "" if shelved.goes_on else addresses.source_row(source.file).partition("#")[2],
        source.original.address if source.original else "",
        used,
        shelved.findings,
        tuple(_part(context, part) for part in shelved.parts),
        _outer(context, source.file),
        members,
        shelved.goes_on,
        shelved.before,
    )


def _outer(context: Context, file: str) -> str:
    """The path of the message or archive that a file lay in, with a slash; "" for a file of the content folder."""
    outer = file.rpartition("/")[0]
    while outer and outer not in context.sources:
        outer = outer.rpartition("/")[0]
    return f"{outer}/" if outer else ""


def _part(context: Context, row: SourcePart) -> PartRow:
    name, target = _page(context, row.id) or ("", "")
    return PartRow(context.extent(row.part), words.PARTS[row.part.kind], name, target, words.FATES.get(row.fate, ""), row.accounted)


def _page(context: Context, name: str) -> tuple[str, str] | None:
    """The name and address of the page with the id ``name``; None if there is none."""
    if name in context.responses:
        return context.sender(context.responses[name]), addresses.response(name)
    if name in context.motions:
        return f"Motionen ”{context.motions[name].title.value}”", addresses.motion(name)
    motion = context.motions.get(name.partition("/")[0])
    if motion is None:
        return None
    for statement in motion.statements:
        if statement.id == name:
            return statement_name(statement.kind, statement.by), addresses.statement(name)
    for enclosure in motion.enclosures:
        if enclosure.id == name:
            return enclosure_name(enclosure), addresses.statement(name)
    return None
