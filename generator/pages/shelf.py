"""Which page of the list of sources each file stands on, so that a link to a file's row finds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator import addresses
from generator.model import Finding, Source, SourcePart
from generator.pages.paged import Sheet, sheets

TOGETHER: Final = 150  # documents of one file, and remarks on it, that stand in one row
_ROW, _REMARK, _PART, _USE = 700, 70, 110, 110  # bytes of markup of a row, and of each thing in it
_FULL: Final = 75_000  # for the rows of a page: about a hundred files
_FIRST: Final = 30_000  # for the rows of the first page, where the summary and what is not published stand too


@dataclass(frozen=True, slots=True)
class Shelved:
    """A file in the list, or more of one with many documents or remarks: then ``goes_on`` is True for all but the first.

    ``before``: how many of the file's documents stand in the rows before this one.
    """

    source: Source
    parts: tuple[SourcePart, ...] = ()
    findings: tuple[Finding, ...] = ()
    goes_on: bool = False
    before: int = 0


def on_pages(sources: Sequence[Source], findings: Iterable[Finding]) -> tuple[Sheet[Shelved], ...]:
    """The files in their order, on the pages of ``/om/kallor/``; a row weighs what is to be said of its file."""
    remarks: defaultdict[str | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        remarks[finding.file].append(finding)
    rows = [row for source in sources for row in _rows(source, remarks.get(source.file, ()))]
    return sheets(rows, addresses.SOURCES, _FULL, _weigh, room=_FIRST)


def _rows(source: Source, findings: Sequence[Finding]) -> Iterator[Shelved]:
    for at in range(0, max(len(source.parts), len(findings), 1), TOGETHER):
        yield Shelved(source, source.parts[at : at + TOGETHER], tuple(findings[at : at + TOGETHER]), at > 0, min(at, len(source.parts)))


def _weigh(row: Shelved) -> int:
    uses = 0 if row.goes_on or row.source.parts else len(row.source.used_as)
    return _ROW + _REMARK * len(row.findings) + _PART * len(row.parts) + _USE * uses
