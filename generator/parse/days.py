"""Which day it is: the one on which a motion was filed, and the one of an answer.

A document names many days. Its own stands under a label, or alone on a line of the opening or of a page header. The day by
which an answer is wanted, the day on which something came in or was printed, the day on which the board will meet and the
day of a paragraph in somebody's minutes are other days.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import Draft, Fact, Status
from generator.parse.bodynames import is_body
from generator.parse.dates import UNKNOWN_YEAR, dated_near, dates, first_date
from generator.parse.diary import diary_numbers
from generator.parse.layout import Block
from generator.parse.reading import Reading, without_label

_FILED = re.compile(
    r"\b(?:inlämna[dt]e?s?|ink(?:om(?:men|met|mit|st)?)?|ankom(?:men|met|mit|st)?|ingiven|väckt(?:es)?|anmäld(?:es)?|registrera[dt]|mottag(?:en|et|its))\b",
    re.IGNORECASE,
)
_FILED_LABELS = {
    "inlämnad", "inlämnat", "inlämnades", "inlämningsdatum", "väckt", "väcktes", "ink", "inkom", "inkommen", "ankom", "ankomst", "ankomstdatum", "datum", "ingiven",
}  # fmt: skip
_DATE_LABELS = {"datum", "date", "daterad", "daterat", "utfärdad", "utfärdat", "dokumentdatum", "beslutsdatum", "upprättad", "upprättat"}
_MEETING_LABELS = {"sammanträdesdatum", "sammanträdesdag", "sammanträde", "mötesdatum", "mötesdag"}
_DATED = re.compile(r"^(?:utfärda[td]|upprätta[td]|daterat|daterad|datum)\s+(?:den\s+)?(?P<date>\d.{5,20})$", re.IGNORECASE)  # no colon in a letterhead
_BOARD_DATED = re.compile(r"^[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)? (?:den )?(?P<date>\d.{5,20}?\d{4})(?: [A-ZÅÄÖ][\wåäö-]+)? \w*styrelse\w*$")
_LABELLED = re.compile(r"(?:^|[\s|])Datum:?\s+(?:den\s+)?(?P<date>\d[^|]{5,20})")  # on a letterhead's line of several labels
_HEAD_LINE = 200  # characters of such a line
_PLACED = re.compile(r"^[A-ZÅÄÖ][a-zåäö]+(?:,)?\s+(?:den\s+)?(?=\d)")
_MINUTES = re.compile(r"^(?:protokoll|sammanträdesprotokoll|utdrag ur protokoll)", re.IGNORECASE)
_MINUTES_LONGEST = 140  # characters of a line that says which meeting the minutes are from
# "Kulturnämnden 2023-03-13 § 45", "2023-03-13 §45", "Sammanträde den 13 mars 2023": where minutes say which meeting they are from.
_MET = re.compile(
    r"^(?:(?P<body>[A-ZÅÄÖ][\wÅÄÖåäö ,&-]{3,60}?)[ ,]+|(?:ordinarie )?(?:sammanträde|möte)\w*(?: med \S+)?[: ]+)?(?:den )?(?P<date>\d.{5,20}?\d)(?:,? ?§§? ?\d[\d–, -]*)?$",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"^(?:(?P<body>[A-ZÅÄÖ][\wÅÄÖåäö ,&-]{3,60}?)[ ,]+)?(?:den )?(?P<date>\d.{5,20}?\d),? ?§§? ?\d{1,4}$")
_IN_PLACE = re.compile(r"\s+i\s+[A-ZÅÄÖ][\wåäö-]+(?:\s+(?:kommun|stad))?$")  # "Byggnadsnämnden i Ekvik"
_SETTLES = re.compile(r"(?:kommun|stads|region|landstings)(?:styrelse|fullmäktige)", re.IGNORECASE)  # an answer may quote their minutes
_TOP = 4  # blocks at the top in which minutes say which meeting they are from
_OTHER_DAY = re.compile(r"§|\b(?:senast|före|önskas|svarsdatum|svarstid|remisstid|sista|utskri\w+|ink|inkom\w*|ankom\w*|mottag\w+|inlämna\w+|väckt\w*|sammanträd\w+|anslag\w*)\b", re.IGNORECASE)
_ALONE = 28  # characters of a line that holds a day and nothing else


def filed(reading: Reading, draft: Draft) -> Draft:
    """Set ``filed`` of a motion from its opening; the year is XXXX where the document leaves it open."""
    if draft.kind != "motion":
        return draft
    blocks = reading.preface[:8]
    for index, block in enumerate(blocks):
        label, value = without_label(block.text)
        said = label in _FILED_LABELS or (len(block.text) < 120 and _FILED.search(block.text))
        if not said:
            continue
        for other in (block, *(near for near in blocks[index + 1 : index + 2] if len(near.text) < 40)):
            day = first_date(f"{label} {value}" if other is block and label else f"{block.text} {other.text}" if other is not block else block.text)
            if day:
                quote = block.text if other is block else f"{block.text} {other.text}"
                return replace(draft, filed=_with_year(Fact(day[0], Status.STATED, quote, other.place), reading))
    return draft


def _with_year(said: Fact, reading: Reading) -> Fact:
    """A day without a year takes that of the day on which the motion was written, where this leaves a single year."""
    if not said.value.startswith(UNKNOWN_YEAR):
        return said
    for _, block in reading.blocks():
        written = first_date(block.text) if len(block.text) <= _ALONE * 2 and _PLACED.match(block.text) else None
        made = dated_near(said.value, written[0]) if written else None
        if made:
            return Fact(made, Status.INFERRED, f"dagen: ”{said.quote}”; året ur motionens datum: ”{block.text}”", said.place)
    return said


def date(reading: Reading, draft: Draft) -> Draft:
    """Set ``date`` of an answer: labelled, or alone on a line of the opening or a page header ("Stockholm den 5 maj 2020")."""
    if draft.kind != "response":
        return draft
    part = reading.document.part
    if part and part.kind == "board-proposal":
        # The board dates its paper at the end, over its name: "Ekvik den 3 maj 2021 Ekviks kommunstyrelse".
        signed = [(block, match) for _, block in reading.blocks() if (match := _BOARD_DATED.match(block.text))]
        for block, match in signed[-1:]:
            if day := first_date(match["date"]):
                return replace(draft, date=Fact(day[0], Status.STATED, block.text, block.place))
    headers = [block for name, block in reading.furniture if name == "sidhuvud"]
    met = _meeting(reading)
    spots = [block for block in sorted((*reading.preface, *headers), key=lambda one: (one.place.page or 0, one.place.line or 0)) if block not in met]
    # The day of the meeting is the day of the minutes, and of what a board wrote; officials write theirs for a meeting to come.
    ways = {"protokollsutdrag": (_of_minutes,), "tjansteutlatande": (_own,)}.get(draft.document_type or "", (_own, _of_meeting, _of_paragraph))
    for way in ways:
        for block, found in way(spots):
            if not found.startswith(UNKNOWN_YEAR):
                return replace(draft, date=Fact(found, Status.STATED, block.text, block.place))
    return draft


def _own(spots: list[Block]) -> Iterator[tuple[Block, str]]:
    """The days that stand as the document's own."""
    for block in spots:
        label, value = without_label(block.text)
        placed = _PLACED.match(block.text)
        if placed and is_body(placed.group().strip(" ,").removesuffix(" den")):
            continue  # the day on which the board will meet
        stated = _DATED.match(block.text) or (_LABELLED.search(block.text) if len(block.text) <= _HEAD_LINE else None)
        if stated and (day := first_date(f"datum {stated['date']}")):
            yield block, day[0]
        elif label in _DATE_LABELS:
            if day := first_date(f"datum {value}"):
                yield block, day[0]
        elif not _OTHER_DAY.search(block.text):
            text = _PLACED.sub("", block.text)
            numbers = [number.opens for number in diary_numbers(text)]
            text = text[: min(numbers)].rstrip(" ,|") if numbers else text
            day = first_date(text)
            if day and day[1] <= len("den ") and len(text) <= _ALONE:
                yield block, day[0]


def _of_meeting(spots: list[Block]) -> Iterator[tuple[Block, str]]:
    """The days that are labelled as the meeting's."""
    for block in spots:
        label, value = without_label(block.text)
        if label in _MEETING_LABELS and (day := first_date(value)):
            yield block, day[0]


def _of_minutes(spots: list[Block]) -> Iterator[tuple[Block, str]]:
    """The days of the meeting that minutes are from, in the order of the document."""
    for block in spots:
        label, value = without_label(block.text)
        if _MINUTES.match(block.text) and len(block.text) <= _MINUTES_LONGEST:
            held = next((day for day, _ in dates(block.text) if not day.startswith(UNKNOWN_YEAR)), None)
            if held:
                yield block, held
                continue
        if label:
            if label in _DATE_LABELS | _MEETING_LABELS and (day := first_date(f"datum {value}")):
                yield block, day[0]
            continue
        met = _MET.match(block.text)
        if met and (day := first_date(f"den {met['date']}")) and (not met["body"] or is_body(met["body"]) or _PLACED.match(block.text)):
            yield block, day[0]


def _of_paragraph(spots: list[Block]) -> Iterator[tuple[Block, str]]:
    """The day beside the paragraph's number under the body's name at the very top: "Byggnadsnämnden", "2023-03-13 § 45"."""
    top = spots[:_TOP]
    for before, block in itertools.pairwise((None, *top)):
        met = _PARAGRAPH.match(block.text) if block else None
        named = met and (met["body"] or (before.text if before else ""))
        if block and met and named and not _SETTLES.match(named) and is_body(_IN_PLACE.sub("", named)) and (day := first_date(f"den {met['date']}")):
            yield block, day[0]


def _meeting(reading: Reading) -> tuple[Block, ...]:
    """Dates that stand right under an addressed body ("Till", the body, the date): the day on which it will meet."""
    made = []
    for to, body, day in zip(reading.preface, reading.preface[1:], reading.preface[2:], strict=False):
        if to.text.strip().rstrip(":").lower() == "till" and is_body(body.text):
            made.append(day)
    for body, day in itertools.pairwise(reading.preface):
        if body.text.lower().startswith("till ") and is_body(body.text[5:]):
            made.append(day)
    return tuple(made)
