"""The table of openings: the forms by which municipal papers show that a new document begins.

An opening is a line that names its sort of paper in the manner of a letterhead ("Tjänsteutlåtande   Handläggare …", "Utdrag
ur protokoll   Sammanträdesdatum …"), with the sender's name, an attachment's number or a date on the lines before it. The
forms were read off 36 council bundles of one city and the printed forms of other municipalities; none of them names a
place. A sentence that only speaks of such a paper opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.bundles.letterheads import (
    ATTACHED,
    COLUMNS,
    DATE,
    DATED,
    LABEL,
    LABELLED,
    PARTIES,
    SHORT,
    SIGNERS,
    Opening,
    Row,
    head_above,
    is_attached,
    is_sender,
    is_turned,
    lead,
)
from generator.bundles.pagetops import page_top
from generator.bundles.parties import party_paper
from generator.parse.headings import heading_kind

ASKED = re.compile(
    r"\b(?:föreslår|föreslås|yrkar|hemställer|förslag till beslut|att-satser)\b|\bfullmäktige\b.{0,30}\bbesluta", re.IGNORECASE
)
_COUNCIL = re.compile(
    r"^(?:Bilaga \w+\s+)?(?:Handling(?:ar)? (?:\d{4} nr \d+\w?|nr \d+[/:]\d{4}|till kommunfullmäktige)|"
    r"Utlåtande \d{4}:\d+|Kommunfullmäktiges handlingar \d{4})",
)
_OFFICE = re.compile(
    r"^(?:Gemensamt |Kompletterande )?(?P<name>tjänsteutlåtande|tjänsteskrivelse|beslutsunderlag|styrelsehandling|styrelseärende|"
    r"ärendeskrivelse|skrivelse)\b",
    re.IGNORECASE,
)
_OFFICE_INSIDE = re.compile(
    r"^(?P<sender>[^.]{3,60}?)\s+(?:Handläggare:?\s+)?(?P<name>(?i:tjänsteutlåtande|tjänsteskrivelse)|Beslutsunderlag|Styrelsehandling)\b"
)
_OFFICE_LABEL = re.compile(
    r"\b(?:handläggare|utfärda[td]|datum|diarienummer|diarienr|dnr|ärendenummer|telefon|e-post)\b", re.IGNORECASE
)
_WEAK = frozenset({"beslutsunderlag", "skrivelse"})  # words that other lines begin with too
_MANY_LABELS = 3
_MINUTES = re.compile(
    r"^(?:(?:protokolls)?utdrag ur (?:[\w:-]+ ){0,4}?\w*protokoll|protokollsutdrag|(?:sammanträdes|styrelse|besluts)?protokoll)(?![\w-]*(?:skickas|bilaga))\b",
    re.IGNORECASE,
)
_MINUTES_INSIDE = re.compile(
    rf"^(?P<sender>[^.:]{{3,80}}?)\s{{2,}}(?:(?:protokolls)?utdrag ur protokoll|protokollsutdrag|(?:sammanträdes)?protokoll)\b.{{0,160}}?{DATE}",
    re.IGNORECASE,
)
_TURNED = re.compile(r"\bdag för justering\b|\bjusteringsdag\b", re.IGNORECASE)  # the last page of minutes carries their name too
_FORWARDED = re.compile(r"^protokollsutdrag\w*\s+(?:skickas|sänds|till|riktighet)|^\w+ riktighet", re.IGNORECASE)
_MET = re.compile(rf"\b(?:sammanträdes|mötes)?datum\b|\bsammanträdestid\b|\bstyrelsemöte\b| fört vid |\bdatum:?\s*{DATE}", re.IGNORECASE)
_ONLY_NUMBERS = re.compile(rf"[\s,.:;()–-]*(?:(?:nr|nummer|§|§§|[A-ZÅÄÖ]{{1,4}}|{DATE}|[\d/:-]+[a-zA-Z]?)[\s,.:;()–-]*)*")
_ANSWER = re.compile(r"^(?:remissvar|remissyttrande|yttrande|svar på (?:remiss|motion))\b", re.IGNORECASE)
_ANSWER_TITLE = re.compile(r"^(?:[A-ZÅÄÖ]+[ -][\d/:-]+\s+)?(?:Remissvar|Remissyttrande|Yttrande|Svar) [^.]{0,80}\b(?:motion|remiss)", re.IGNORECASE)
_LETTER = re.compile(rf"^(?:Dnr|Diarienr|Diarienummer|Vår (?:ref|bet)\w*|Vårt datum)\b.{{0,60}}{DATE}", re.IGNORECASE)
_CASE_NUMBER = re.compile(r"\b(?:dnr|diarienummer|diarienr|ärendenummer)\b", re.IGNORECASE)
_MOTION = re.compile(r"^motion\b(?!ens)", re.IGNORECASE)
_MOTION_TITLE = re.compile(r"^(?:Motion|MOTION)\s+(?:\(?\d[\d:/]*\)?\s+)?(?:till|av|från|om|angående|gällande|rörande)\b")
_MOTION_ALONE = re.compile(
    r"^(?:(?:Till )?\w+fullmäktige\s+)?motion(?:\s+till\s+\w+fullmäktige(?: i [A-ZÅÄÖ][\w-]+(?: \w+)?)?)?$", re.IGNORECASE
)
_PARTY_ALONE = re.compile(rf"(?:För )?(?=.{{4}}){PARTIES}")
_LISTING = re.compile(r"^(?:handling(?:ar)?|underlag|beslutsunderlag)\b.{0,20}$", re.IGNORECASE)
_MOTION_ROWS = 80  # paragraphs within which a motion comes to what it asks for
_LONGEST = 700  # characters of an office's letterhead that was run into one line


def opening_at(rows: Sequence[Row], at: int) -> Opening | None:
    """The opening whose naming line is ``rows[at]``, else None; the head of a paper's further pages is none."""
    style = rows[at].line.style
    if style in {"item", "meta"}:
        return None
    for recognise in _TABLE if style != "row" else _IN_TABLES:
        made = recognise(rows, at)
        if made:
            # An extract of minutes keeps the page numbers of the whole; whether it goes on, its date tells.
            return None if made.sort != "minutes" and is_turned(rows, at) else made
    return None


def _council(rows: Sequence[Row], at: int) -> Opening | None:
    """A printed paper of the council, by its number in the year's series."""
    if not _COUNCIL.match(rows[at].text) or len(rows[at].text) > SHORT:
        return None
    first, sender = lead(rows, at)
    return Opening("council", first, at, sender) if first < at or rows[at].tops else None


def _office(rows: Sequence[Row], at: int) -> Opening | None:
    """The letterhead of an office's statement: its name with labels for who, when and which number."""
    text = rows[at].text
    if len(text) > _LONGEST:
        return None
    match = _OFFICE.match(text)
    labels = {label.group().lower() for label in _OFFICE_LABEL.finditer(text)}
    if not match:
        inner = _OFFICE_INSIDE.match(text)  # the sender's name was run into the line
        if not inner or len(labels) < _MANY_LABELS or not COLUMNS.search(text) or not DATED.search(text):
            return None
        return Opening("office", lead(rows, at)[0], at, inner["sender"].strip(), inner["name"].lower())
    rest = text[match.end() :]
    first, sender = lead(rows, at)
    name = match["name"].lower()
    told = bool(LABELLED.search(rest)) and (bool(COLUMNS.search(rest)) or bool(DATED.search(rest)))
    told = told and (bool(COLUMNS.search(text)) or len(labels) > 1 or first < at or rows[at].tops)
    if told and (sender or name not in _WEAK or len(labels) >= _MANY_LABELS):
        return Opening("office", first, at, sender, name)
    near = [row.text for row in rows[at + 1 : at + 5] if len(row.text) <= SHORT]
    bare = re.fullmatch(r"[\s\d:().,/-]*(?:nr[\s.:]*[\w:/-]+|, \w+)?", rest, re.IGNORECASE)
    signs = sum(bool(LABELLED.match(one)) or bool(DATED.fullmatch(one)) for one in near)
    if bare and (sender or rows[first].tops) and (signs > 1 or (signs and name not in _WEAK)):
        return Opening("office", first, at, sender, name)
    above = head_above(rows, at) if bare and name not in _WEAK else None
    return Opening("office", above[0], at, above[1], name) if above else None


def _labelled(rows: Sequence[Row], at: int) -> Opening | None:
    """An office's letterhead by its labels alone, whatever the paper is called: who, when and which number.

    They stand in the columns of one line, or in one line or three under the office's name.
    """
    text = rows[at].text
    own = {label.group().lower() for label in _OFFICE_LABEL.finditer(text[:_LONGEST])}
    if len(own) >= _MANY_LABELS and "handläggare" in own and len(text) <= _LONGEST and COLUMNS.search(text) and DATED.search(text):
        return Opening("office", *_placed(rows, at))
    if len(text) > 2 * SHORT or not LABELLED.match(text):
        return None
    starts = [_OFFICE_LABEL.match(row.text) for row in rows[at : at + _MANY_LABELS] if len(row.text) <= SHORT]
    each = {match.group().lower() for match in starts if match}
    if max(len(own), len(each)) < _MANY_LABELS:
        return None
    first, sender = lead(rows, at)
    return Opening("office", first, at, sender) if sender and (rows[first].tops or len(own) >= _MANY_LABELS) else None


def _placed(rows: Sequence[Row], at: int) -> tuple[int, int, str]:
    """Where the letterhead begins, the row that names the paper, and the sender."""
    first, sender = lead(rows, at)
    return first, at, sender


def _minutes(rows: Sequence[Row], at: int) -> Opening | None:
    """Minutes, or an extract of them: their name with the day of the meeting, not a line of a list of papers."""
    text = rows[at].text
    inner = _MINUTES_INSIDE.match(text)  # the sender's name was run into the line
    if inner and is_sender(inner["sender"].removesuffix(" FÖR").removesuffix(" för")):
        return Opening("minutes", lead(rows, at)[0], at, inner["sender"].strip(), "protokoll")
    match = _MINUTES.match(text)
    if not match or _FORWARDED.match(text) or _TURNED.search(text[: 2 * SHORT]):
        return None
    rest = text[match.end() :]
    first, sender = lead(rows, at)
    near = " ".join(row.text for row in rows[at + 1 : at + 3] if len(row.text) <= SHORT)
    if _TURNED.search(near):
        return None
    made = Opening("minutes", first, at, sender, match.group().lower())
    if sender and re.match(rf".{{0,40}}{LABEL}:?\s*{DATE}", rest, re.IGNORECASE):
        return made
    if len(text) > 2 * SHORT and not COLUMNS.search(text):
        return None
    if _MET.search(text) and (DATED.search(f"{rest} {near}"[: 2 * SHORT]) or "datum" in rest.lower()) and (first < at or not text.endswith(".") or " fört vid " in text):
        return made
    placed = bool(sender) or rows[first].tops or any(is_attached(row.text) for row in rows[first:at])
    if placed and (DATED.search(f"{rest} {near}") or re.search(r"§\s*\d", near)):
        attached = any(is_attached(row.text) for row in rows[first:at])
        return made if attached or _ONLY_NUMBERS.fullmatch(rest) else None
    return None


def _answer(rows: Sequence[Row], at: int) -> Opening | None:
    """A body's own answer as a letter: its name alone or in columns or over the title, a date and a number near."""
    text = rows[at].text
    first, sender = lead(rows, at)
    if _ANSWER_TITLE.match(text) and first == at and at and _LETTER.match(rows[at - 1].text) and len(rows[at - 1].text) <= 2 * SHORT:
        return Opening("answer", at - 1, at, "", "svar")
    match = _ANSWER.match(text)
    if not match:
        return None
    rest = text[match.end() :]
    near = " ".join(row.text for row in rows[at + 1 : at + 4] if len(row.text) <= SHORT)
    alone = not rest.strip() or (bool(COLUMNS.search(text)) and len(text) <= _LONGEST)
    if alone and (sender or rows[first].tops) and not re.search(PARTIES, rest[:SHORT]):
        head = f"{rest[: 2 * SHORT]} {near}"
        if _CASE_NUMBER.search(head) and DATED.search(head):
            return Opening("answer", first, at, sender, match.group().lower())
    return None


def _motion(rows: Sequence[Row], at: int) -> Opening | None:
    """The motion without the council's own number over it: its title where a page begins or after an attachment's number.

    Or a line that says nothing but Motion, with the council's name in it or over it and a title or a date after it.
    """
    text = rows[at].text
    if not _MOTION.match(text) and not _MOTION_ALONE.match(text):
        return None
    first, sender = lead(rows, at)
    if _MOTION_ALONE.match(text):
        near = [row.text for row in rows[at + 1 : at + 4]]
        titled = rows[first].tops or any(_MOTION_TITLE.match(one) or DATED.fullmatch(one) for one in near)
        placed = "fullmäktige" in text.lower() or "fullmäktige" in sender.lower() or rows[first].tops
        return Opening("motion", first, at, sender) if titled and placed and _asks(rows, at) else None
    if not _MOTION_TITLE.match(text):
        return None
    numbered = any(is_attached(row.text) for row in rows[first:at])
    # At the top of a page it may be a heading of an answer: then somebody must have signed as a member of a party.
    signed = numbered or any(SIGNERS.fullmatch(row.text) or _PARTY_ALONE.fullmatch(row.text) for row in rows[at : at + _MOTION_ROWS])
    return Opening("motion", first, at) if (numbered or rows[first].tops) and signed and _asks(rows, at) else None


def _asks(rows: Sequence[Row], at: int) -> bool:
    """Whether somebody asks the council for something not far after the line: a motion is never without."""
    return any(ASKED.search(row.text) for row in rows[at + 1 : at + _MOTION_ROWS])


def _attachment(rows: Sequence[Row], at: int) -> Opening | None:
    """An attachment's number alone on a line, not in a list of attachments."""
    if not is_attached(rows[at].text):
        return None
    before = rows[at - 1].text if at else ""
    after = rows[at + 1].text if at + 1 < len(rows) else ""
    listed = any(ATTACHED.match(one) for one in (before, after)) or heading_kind(before) is not None or bool(_LISTING.match(before))
    return None if listed or not after else Opening("attachment", at, at, name=rows[at].text)


# A letterhead may be set as a table; but a party's name in one tells who moved what.
_IN_TABLES = (_office, _labelled, _minutes)
# One form a line; the first that fits decides.
_TABLE: tuple[Callable[[Sequence[Row], int], Opening | None], ...] = (
    _council,
    _office,
    _labelled,
    _minutes,
    party_paper,
    _answer,
    _motion,
    page_top,
    _attachment,
)
