"""A document → its parts: where each begins, and which of the openings only go on with the part before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.bundles.figures import measured
from generator.bundles.kinds import part_kind
from generator.bundles.letterheads import COLUMNS, DATED, LABELLED, SHORT, SIGNERS, Opening, Row, rows_of
from generator.bundles.openings import ASKED, opening_at
from generator.bundles.paragraphs import paragraphs
from generator.bundles.tables import tabled
from generator.bundles.unfold import is_reflowed, unfold
from generator.model import Document, Line, Part, Place
from generator.parse.meetings import PARAGRAPH, meeting_head

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2} [a-zåäö]+ \d{4}")
_NUMBERED = re.compile(r"\b(?:dnr|diarienummer|diarienr|ärendenummer)\b:?\s*(\S*\d\S*)", re.IGNORECASE)
_TURNED = re.compile(r"\b(?:vid protokollet|justerande|justeras|omröstning|propositionsordning|protokollsanteckning\w*)\b", re.IGNORECASE)
_FORTH = re.compile(r"\bforts(?:ättning|\.)?(?= |$)|\bforts\.", re.IGNORECASE)  # "§ 4 forts."
_DATUM = re.compile(r"\w*datum\b", re.IGNORECASE)
_ATTACHED_ROWS = 12  # rows after a motion's signatures that are more than a footnote
_HEAD = 8  # rows at the top of a page
_NEAR = 4  # rows of a letterhead
_QUOTE = 300  # characters of an opening that are shown


def split(document: Document) -> tuple[Document, ...]:
    """The documents that ``document`` holds, in order, each with its ``part``; itself alone where it holds one.

    Every line belongs to exactly one part. What stands before the first opening is a part of its own.
    """
    if protocol := paragraphs(document):
        return protocol
    rows = rows_of(document.lines)
    openings = _openings(rows)
    single = sum(one.sort != "attachment" for one in openings) < 2  # two papers make a bundle
    tables = tabled(document.lines, () if single else [rows[one.first].index for one in openings])
    if not is_reflowed(document.lines):
        if single and not tables:
            return (document,)
        lines = tuple(tables.get(index, (line,)) for index, line in enumerate(document.lines))
    else:
        lines = unfold(document.lines, {rows[at].index: one for one in openings for at in _letterhead(rows, one)}, tables)
    if single:
        return (replace(document, lines=tuple(piece for pieces in lines for piece in pieces)),)
    return _cut(document, rows, openings, lines)


def _letterhead(rows: Sequence[Row], opening: Opening) -> list[int]:
    """The rows of a letterhead that may hold columns: the one that names the paper, and a party's next two."""
    more = range(opening.at + 1, min(opening.at + 3, len(rows))) if opening.sort == "party" else ()
    own = [
        at for at in more
        if len(rows[at].text) <= SHORT and COLUMNS.search(rows[at].text) and (DATED.search(rows[at].text) or LABELLED.match(rows[at].text))
    ]  # fmt: skip
    return [opening.at, *own]


def _openings(rows: Sequence[Row]) -> list[Opening]:
    """The openings in order; one that repeats the letterhead of the part before goes on with it."""
    found: list[Opening] = []
    for at in range(len(rows)):
        made = opening_at(rows, at)
        if made is None or (found and made.sort == "attachment" and _in_head(rows, found[-1], made)):
            continue
        while found and found[-1].sort == "attachment" and made.first <= found[-1].at + 1:
            made = replace(made, first=min(made.first, found.pop().first))
        if found and (made.first <= found[-1].at + 1 or _goes_on(rows, found[-1], made)):
            continue
        found.append(made)
    for number in range(len(found) - 1, -1, -1):
        end = found[number + 1].first if number + 1 < len(found) else len(rows)
        opening = found[number]
        texts = [row.text for row in rows[opening.first : end]]
        after = _signed(rows, opening.at, end) if part_kind(opening, texts) == "motion" else None
        if after:
            found.insert(number + 1, Opening("attachment", after, after))
    return found


def _in_head(rows: Sequence[Row], before: Opening, made: Opening) -> bool:
    """Whether an attachment's number stands in the letterhead that ``before`` opened: above its name, or near it on the page's top."""
    page = rows[made.first].line.page
    same = page is not None and rows[before.first].tops and page == rows[before.first].line.page
    return made.first <= before.at or (same and made.first - before.first < _HEAD)


def _goes_on(rows: Sequence[Row], before: Opening, made: Opening) -> bool:
    """Whether ``made`` is the head of a further page of the paper that ``before`` opened."""
    if before.sort != made.sort or made.sort in {"council", "motion", "attachment"}:
        return False
    if before.sender and made.sender and before.sender.lower() != made.sender.lower():
        return False
    days, more = (set(_DATE.findall(_head(rows, opening.at, opening.at + 1))) for opening in (before, made))
    if made.sort == "minutes":
        one, other = (_DATUM.split(rows[opening.at].text)[0].lower() for opening in (before, made))
        further = _head(rows, made.at + 1, made.at + 3)
        return days == more or bool(_FORTH.search(further)) or (not more and bool(made.sender or one == other or _TURNED.search(other)))
    if before.name != made.name:
        return False
    one, other = (_head(rows, opening.first, opening.at + _NEAR) for opening in (before, made))
    numbers, same = set(_NUMBERED.findall(one)) & set(_NUMBERED.findall(other)), set(_DATE.findall(one)) == set(_DATE.findall(other))
    if made.sort == "party":
        return rows[made.first].tops and one == other
    if not numbers:
        return rows[made.first].tops and same and not set(_NUMBERED.findall(other)) - set(_NUMBERED.findall(one))
    return rows[made.first].tops or (same and bool(days))


def _head(rows: Sequence[Row], first: int, end: int) -> str:
    """The lines of a letterhead, as one text."""
    return " ".join(row.text for row in rows[first:end] if len(row.text) <= _QUOTE)


def _signed(rows: Sequence[Row], first: int, end: int) -> int | None:
    """The row after the signatures of the motion in ``rows[first:end]`` where much more follows: what is attached to it."""
    asked = signed = False
    for at in range(first, end):
        text = rows[at].text
        signs = asked and bool(SIGNERS.fullmatch(text))
        if signed and not signs:
            return at if end - at >= _ATTACHED_ROWS else None
        signed = signs
        asked = asked or bool(ASKED.search(text))
    return None


def _cut(
    document: Document, rows: Sequence[Row], openings: Sequence[Opening], lines: Sequence[tuple[Line, ...]]
) -> tuple[Document, ...]:
    """The parts; ``lines`` has for each line of the document what it holds."""
    starts: list[tuple[int, Opening | None]] = [(rows[one.first].index, one) for one in openings]
    if openings[0].first > 0:
        starts.insert(0, (0, None))
    starts[0] = (0, starts[0][1])
    made: list[Document] = []
    for number, (start, opening) in enumerate(starts, 1):
        end = starts[number][0] if number < len(starts) else len(document.lines)
        own = tuple(piece for pieces in lines[start:end] for piece in pieces)
        texts = [line.text.strip() for line in document.lines[start:end] if line.text.strip()]
        quote = " ".join(" ".join(row.text.split()) for row in rows[opening.first : opening.at + 1]) if opening else "".join(texts[:1])
        # A paragraph of minutes goes before what is attached to it; its day may stand in the head of a later page.
        head = meeting_head(document.lines) if opening is None and texts and PARAGRAPH.match(texts[0]) else ()
        kind = "minutes" if head else part_kind(opening, texts)
        part = Part(number, kind, _place(document, document.lines[start]), _place(document, document.lines[end - 1]), quote[:_QUOTE], head)
        made.append(measured(replace(document, lines=own, part=part)))
    return tuple(made)


def _place(document: Document, line: Line) -> Place:
    return Place(document.file, line.page, line.number)
