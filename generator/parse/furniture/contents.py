"""Tables of contents: lines that end in dots and a page number, or in a page number under the heading Innehåll."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Line

_HEADING = re.compile(r"^(?:innehåll|innehållsförteckning)\s*:?$", re.IGNORECASE)
_LEADER = re.compile(r"\S\s?(?:\.\s?){4,}\s*\d{1,4}$|\S\s*…{2,}\s*\d{1,4}$")
_NUMBER = re.compile(r"^[^\W_].{0,110}\S(?:\s+|\t)\d{1,4}$")
_RUNNING = re.compile(r"^(?:innehåll|innehållsförteckning)\s", re.IGNORECASE)
_DOTS = re.compile(r"(?:\.\s?){4,}")
_PAGE = re.compile(r"\s*\d{1,4}(?!\w)")
_LONGEST_ENTRY = 160  # characters of one entry


def contents(lines: Sequence[Line]) -> list[int]:
    """The heading with its entries (two at least), three lines with dots in a row, or a whole table reflowed to one line."""
    full = [index for index, line in enumerate(lines) if line.text.strip() and line.style not in {"row", "note"}]
    texts = [" ".join(lines[index].text.split()) for index in full]
    claimed: list[int] = []
    at = 0
    while at < len(full):
        headed = bool(_HEADING.match(texts[at]))
        end = _entries(texts, at + headed, headed=headed)
        found = end - at - headed
        if found >= (2 if headed else 3):
            claimed += full[at:end]
            at = end
            continue
        if _RUNNING.match(texts[at]) and _runs_on(texts[at]):
            claimed.append(full[at])
        at += 1
    return claimed


def _entries(texts: Sequence[str], start: int, *, headed: bool) -> int:
    """Where the entries that begin at ``start`` end. Page numbers without dots count only under the heading, and never fall."""
    last = 0
    at = start
    while at < len(texts) and len(texts[at]) <= _LONGEST_ENTRY:
        plain = headed and _NUMBER.match(texts[at]) and not texts[at].split()[-2].endswith((".", ",", ":"))
        if not (_LEADER.search(texts[at]) or plain):
            break
        page = int(re.split(r"\D", texts[at])[-1])
        if page < last:
            break
        last, at = page, at + 1
    return at


def _runs_on(text: str) -> bool:
    """Whether a text is entries and nothing else: dots, a page number, the next entry."""
    pieces = _DOTS.split(text)
    numbers = [_PAGE.match(piece) for piece in pieces[1:]]
    return len(pieces) > 3 and all(numbers) and all(len(piece) <= _LONGEST_ENTRY for piece in pieces) and pieces[-1].strip().isdigit()
