"""Sources: every file that came in, what became of it and what should be done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.model import Finding, Page, Source
from generator.pages import words
from generator.pages.context import Context
from generator.pages.render import render


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One file, with what it is used as and what is to be said about it."""

    source: Source
    id: str
    original: str
    used: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


def pages(context: Context) -> Iterator[Page]:
    """One page at ``/om/kallor/``; findings about no file, or one that is not a source, stand apart."""
    by_file: defaultdict[str, list[Finding]] = defaultdict(list)
    general: list[Finding] = []
    for finding in context.findings:
        if finding.file is not None and finding.file in context.sources:
            by_file[finding.file].append(finding)
        else:
            general.append(finding)
    yield render(
        "sources",
        addresses.SOURCES,
        context,
        "Källor och kvalitet",
        "Varje fil som kom in till arkivet, och vad som blev av den.",
        rows=[_row(context, source, tuple(by_file[source.file])) for source in context.archive.sources],
        general=general,
        totals=totals(context),
    )


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


def _row(context: Context, source: Source, findings: tuple[Finding, ...]) -> SourceRow:
    used = []
    for name in source.used_as:
        if name in context.responses:
            used.append((context.sender(context.responses[name]), addresses.response(name)))
        elif name in context.motions:
            used.append((f"Motionen ”{context.motions[name].title.value}”", addresses.motion(name)))
    return SourceRow(
        source,
        addresses.source_row(source.file).partition("#")[2],
        addresses.original(source.sha256, source.file) if source.outcome == "published" else "",
        tuple(used),
        findings,
    )
