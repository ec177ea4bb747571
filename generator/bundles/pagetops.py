"""The top of a page: a letterhead that names the paper in one of its columns or lines, whatever order they come in.

Only documents with pages have such tops. A page opens a paper where its head names a sort of paper and who sends it, and
differs from the head of the page before; a head that comes again is that of a further page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.bundles.letterheads import (
    DATED,
    LABELLED,
    PARTIES,
    SHORT,
    SIGNERS,
    Opening,
    Row,
    Sort,
    is_sender,
    is_turned,
)

_HEAD = 8  # lines of a page's head
_CELLS = re.compile(r"\s{3,}|\t+")
# What a column of a letterhead says when it names the paper.
_NAMES: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("office", re.compile(r"(?:gemensamt )?(?:tjänsteutlåtande|tjänsteskrivelse|ärendeskrivelse)", re.IGNORECASE)),
    (
        "minutes",
        re.compile(r"(?:sammanträdes|styrelse|besluts)?protokoll|protokollsutdrag|utdrag ur (?:\w+ )?\w*protokoll", re.IGNORECASE),
    ),
    ("answer", re.compile(r"yttrande|remissvar|remissyttrande|svar på remiss", re.IGNORECASE)),
    ("party", re.compile(r"yrkande|reservation|protokollsanteckning|särskilt yttrande", re.IGNORECASE)),
)
_LAST_WORD = re.compile(r"^(?P<sender>.{3,60}?)\s+(?P<name>\w+)$")
_PARTY = re.compile(rf"(?=.{{4}}){PARTIES}(?: (?:i|på) [A-ZÅÄÖ][\wåäö -]{{1,30}})?")
_PROPOSES = re.compile(r"^(?:kommun|region)styrelsens förslag\b|^(?:kommun|region)styrelsen föreslår\b", re.IGNORECASE)
_BOARD = re.compile(r"^(?:kommun|region)styrelsen\b", re.IGNORECASE)
_MOTION = re.compile(r"^motion(?:$|:\s|\s+(?:till|av|från|om|angående|gällande|rörande)\b)", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:föreslår|föreslås|yrkar|hemställer|förslag till beslut|att-satser)\b|^att\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:kommun|stad|region)$", re.IGNORECASE)  # the municipality itself stands over every letterhead of its own
_DIGITS = re.compile(r"\d+")
_FIRST = re.compile(r"\bsid(?:a|an)?\.?\s*1\b|\b1\s*(?:\(\d+\)|av \d+)", re.IGNORECASE)


def page_top(rows: Sequence[Row], at: int) -> Opening | None:
    """The opening of the paper whose first page begins with ``rows[at]``; None in a text without pages, or on a further page."""
    if not rows[at].tops or rows[at].line.page is None or is_turned(rows, at) or _comes_again(rows, at):
        return None
    head = [index for index in range(at, min(at + _HEAD, len(rows))) if rows[index].line.page == rows[at].line.page]
    cells = [(index, cell) for index in head for cell in _CELLS.split(rows[index].text) if len(rows[index].text) <= 2 * SHORT]
    party = any(_PARTY.fullmatch(cell) for _, cell in cells)
    sender = next((cell for _, cell in cells if is_sender(cell) and not _PLACE.search(cell)), "")
    signs = any(DATED.search(cell) or LABELLED.match(cell) for _, cell in cells)
    for index, cell in cells:
        last = _LAST_WORD.match(cell)
        inner = last["sender"] if last and is_sender(last["sender"]) else ""
        for sort, pattern in _NAMES:
            if not (pattern.fullmatch(cell) or (inner and last and pattern.fullmatch(last["name"]))):
                continue
            who = inner or sender
            if signs and (who or party):
                own: Sort = "party" if sort in {"answer", "party"} and party else sort
                return Opening(own, at, index, who, cell.lower()) if own != "party" or party else None
    return _proposal(rows, head, cells, at) or _motion(rows, head, at)


def _comes_again(rows: Sequence[Row], at: int) -> bool:
    """Whether the page's first line is that of the page before, but for numbers; a page that says that it is the first is not."""
    before = next((row for row in reversed(rows[:at]) if row.tops), None)
    same = before is not None and _DIGITS.sub("0", before.text) == _DIGITS.sub("0", rows[at].text)
    return same and not _FIRST.search(rows[at].text)


def _proposal(rows: Sequence[Row], head: Sequence[int], cells: Sequence[tuple[int, str]], at: int) -> Opening | None:
    """The executive board's proposal to the council."""
    board = any(_BOARD.match(cell) for _, cell in cells)
    named = next((index for index in head if _PROPOSES.match(rows[index].text)), None)
    return Opening("council", at, named, "Kommunstyrelsen") if board and named is not None else None


def _motion(rows: Sequence[Row], head: Sequence[int], at: int) -> Opening | None:
    """A motion: its title in the head, and below it what it asks for and who, with their parties, signed."""
    named = next((index for index in head if _MOTION.match(rows[index].text)), None)
    if named is None:
        return None
    end = next((index for index in range(at + 1, len(rows)) if rows[index].tops and not _comes_again(rows, index)), len(rows))
    body = [row.text for row in rows[named + 1 : end]]
    signed = any(SIGNERS.fullmatch(_CELLS.sub(" ", text)) for text in body)
    return Opening("motion", at, named) if signed and any(_ASKED.search(text) for text in body) else None
