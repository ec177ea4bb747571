"""Which page of the list of sources each file stands on, so that a link to a file's row finds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from generator import addresses
from generator.model import Finding, Source
from generator.pages.paged import HEAVY, Sheet, sheets

_ROW, _REMARK, _PART, _USE = 900, 90, 170, 130  # bytes of markup of a row, and of each thing in it
_FIRST: Final = 30_000  # for the rows of the first page, where the summary and what is not published stand too


def on_pages(sources: Sequence[Source], findings: Iterable[Finding]) -> tuple[Sheet[Source], ...]:
    """The files in their order, on the pages of ``/om/kallor/``; a row weighs what is to be said of its file."""
    remarks = Counter(finding.file for finding in findings)

    def weigh(source: Source) -> int:
        return _ROW + _REMARK * remarks[source.file] + _PART * len(source.parts) + _USE * len(source.used_as)

    return sheets(sources, addresses.SOURCES, HEAVY, weigh, room=_FIRST)
