"""Minutes of those who settle a matter: the council's, the executive board's and its committee's. They are never an answer.

Such a paper is known by what it is (minutes, or one paragraph of them: "§ 35") and by whose it is: the body's name over it or
in the head of its pages, or as the one that decides. The first body named decides: a board that sends its own minutes to
the council is no council. Forms read off the minutes of one city and the printed forms of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Fact, Line, Place, Stage, Status
from generator.parse.bodynames import is_body
from generator.parse.dates import dates
from generator.parse.headings import bare_heading
from generator.parse.reading import Reading
from generator.parse.rows import COLUMNS

_MINUTES = re.compile(r"\b(?:sammanträdes|besluts|fullmäktige)?protokoll(?:et)?\b(?!santeckn|sbilag)|\bprotokollsutdrag\b(?!\s+(?:skickas|sänds|till))|\butdrag ur protokoll", re.IGNORECASE)
PARAGRAPH = re.compile(r"^(?:§+\s*(?P<number>\d{1,4})|(?P<before>\d{1,4})\s*§|paragraf\s+(?P<word>\d{1,4}))(?:/\d{2,4})?\b", re.IGNORECASE)
_PLACE = r"(?:\s+(?:i|för)\s+[A-ZÅÄÖ][\wåäö-]+(?:\s+(?:kommun|stad))?)?"
_CITY = r"(?:[A-ZÅÄÖ][\wåäö-]+\s+(?:[Ss]tads?|[Kk]ommuns?|[Rr]egion\w*),?\s+)?"
_BODY = (
    rf"^{_CITY}(?P<body>(?:[Kk]ommun|[Rr]egion|[Ss]tads|[Ll]andstings)?[Ff]ullmäktige|"
    r"(?:[Kk]ommun|[Rr]egion|[Ss]tads|[Ll]andstings)styrelsen?s?\s+(?:(?:[a-zåäö]+\s+)?[a-zåäö]*utskott(?:et)?)|(?:[Kk]ommun|[Rr]egion|[Ss]tads|[Ll]andstings)styrelsen?)s?(?!\w)"
)
# The name alone, or with nothing but what kind of paper it is, a place, a number and a day after it.
_HEAD = re.compile(
    rf"{_BODY}{_PLACE}(?P<rest>(?:[\s,:|–-]*+(?:(?:sammanträdes|besluts)?protokoll(?:sutdrag)?|utdrag ur protokoll|sammanträde|extra|nr|dnr|datum|den|mötesdatum|sammanträdesdatum|(?-i:\b[A-ZÅÄÖ]{{2,4}}\b)|"
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|sida|av|§++|[\d():/.-]++))*+)[\s.,:]*+$",
    re.IGNORECASE,
)
_TURNED_HEAD = re.compile(
    rf"^(?:(?:sammanträdes|besluts)?protokoll(?:sutdrag)?|utdrag ur (?:sammanträdes)?protokoll)(?:et)?\b[\s,:–-]*(?:för|från|fört vid|vid)?\s*(?:sammanträde\s+(?:med|i)\s+)?(?-i:{_BODY[1:]})",
    re.IGNORECASE,
)
_DAY_LABEL = re.compile(r"^(?:sammanträdes|mötes)?(?:datum|dag|tid)\b|\bsammanträd(?:e|esdatum|esdag)\b|\b(?:sammanträdes|besluts)?protokoll\b|\bprotokollsutdrag\b", re.IGNORECASE)
_DECIDES = re.compile(
    r"^(?P<body>(?:kommun|region|stads|landstings)?fullmäktige)s?\s+(?:beslut\b|beslutar\b|beslutade\b|har beslutat\b|bifaller\b|biföll\b|avslår\b|avslog\b|återremitterar\b|bordlägger\b)",
    re.IGNORECASE,
)
_BOARD_DECIDES = re.compile(r"^(?:kommun|region|stads|landstings)styrelsen\s+(?:beslut\b|beslutar\b|beslutade\b|föreslår\b)", re.IGNORECASE)
_DECISION = re.compile(r"^(?:(?P<body>(?:kommun|region|stads|landstings)?(?:fullmäktige|styrelsen))s\s+)?beslut$", re.IGNORECASE)
_DECIDED = re.compile(r"\bbeslu|\bbordl|\båterremi|\b(?:motionen|ärendet)\b.{0,60}\b(?:avslås|bifalls|anses)\b", re.IGNORECASE)
_BY_BOARD = re.compile(r"^(?:enligt|i enlighet med|bifall till)\s+(?:kommun|region|stads|landstings)?styrelsens\s+förslag\b|\bbifaller\s+(?:kommun|region)?styrelsens\s+förslag\b", re.IGNORECASE)
_TO = re.compile(r"^(?:till|kopia|expedieras|skickas|delges|för)\b", re.IGNORECASE)
_OPENING = 10  # lines with text among which a paper names itself and its body
_HEAD_LINES = 40  # lines with text at the top of a protocol among which it says what it is
_NEAR = 3  # lines between a body's name in the head of a page and the line that says it is minutes


@dataclass(frozen=True, slots=True)
class Meeting:
    """Whose minutes a paper is: the body as written, its stage in the matter, where that stands, and the day of the meeting."""

    body: str
    stage: Stage
    quote: str
    place: Place
    day: Fact | None


def meeting(reading: Reading) -> Meeting | None:
    """Whose minutes ``reading`` is, if they are the council's, the executive board's or its committee's; else None."""
    head = reading.document.part.head if reading.document.part else ()
    lines = [line for line in (*head, *reading.document.lines) if line.text.strip()]
    opening = lines[: _OPENING + len(head)]
    if not _is_minutes(opening, lines) or _is_anothers(opening):
        return None
    found = _named(opening) or _in_page_heads(lines) or _deciding(reading)
    if found is None:
        return None
    name, line = found
    body = _nominative(name)
    place = Place(reading.document.file, line.page, line.number)
    return Meeting(body, stage_of(body), line.text.strip(), place, _day(reading, lines))


def decides(text: str) -> bool:
    """Whether a line, without its number, heads or says what those who settle a matter decide."""
    return bool(_DECISION.match(text) or _DECIDES.match(text) or _BOARD_DECIDES.match(text))


def meeting_head(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a protocol that say whose it is and from which day; none where they do not say it as minutes do."""
    text_lines = [line for line in lines if line.text.strip()]
    found = _named(text_lines[:_HEAD_LINES]) or _in_page_heads(text_lines)
    if found is None or not any(_MINUTES.search(line.text) for line in text_lines[:_HEAD_LINES]):
        return ()
    named = found[1]
    dated = next((line for line in text_lines if _day_in(line)), None)
    if dated is None:
        at = text_lines.index(named)
        dated = next((line for line in text_lines[at : at + 1 + _NEAR] if len(line.text.strip()) < 40 and any(dates(line.text))), None)
    minutes = next(line for line in text_lines if _MINUTES.search(line.text) and len(line.text) < 160)
    return tuple(dict.fromkeys(line for line in (named, minutes, dated) if line is not None))


def _day_in(line: Line) -> bool:
    text = " ".join(line.text.split())
    return len(text) < 120 and bool(_HEAD.match(text) or _TURNED_HEAD.match(text) or _DAY_LABEL.search(text)) and any(not day.startswith("XXXX") for day, _ in dates(text))


def stage_of(body: str) -> Stage:
    """The stage at which a body decides: the council last, the executive board before it; a committee only proposes."""
    low = body.lower()
    if "utskott" in low:
        return "proposal"
    return "council" if "fullmäktige" in low else "board"


def _is_minutes(opening: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether the paper says in its opening that it is minutes or one paragraph of them, and goes on to decide something."""
    said = any(_MINUTES.search(line.text) and len(line.text) < 160 for line in opening)
    numbered = any(PARAGRAPH.match(text) or _numbered_head(text) for text in (" ".join(line.text.split()) for line in opening[:4]))
    return (said or numbered) and any(_DECIDED.search(line.text) for line in lines)


def _numbered_head(text: str) -> bool:
    """Whether a line names the settling body with the day and the paragraph's number after it: "Kommunstyrelsen 2011-11-14 § 190"."""
    found = _HEAD.match(text)
    return found is not None and "§" in (found["rest"] or "")


def _named(opening: Sequence[Line]) -> tuple[str, Line] | None:
    """The settling body where the opening names it on a line of its own."""
    for at, line in enumerate(opening):
        text = " ".join(line.text.split())
        found = _HEAD.match(text) or _TURNED_HEAD.match(text)
        before = opening[at - 1].text.strip().rstrip(":").lower() if at else ""
        if found and not _TO.match(before):
            return found["body"], line
        if _DECISION.match(bare_heading(text)):
            return None
    return None


def _is_anothers(opening: Sequence[Line]) -> bool:
    """Whether the first body that the opening names, before its first paragraph, is one that does not settle the matter."""
    for at, line in enumerate(opening):
        text = " ".join(line.text.split())
        before = opening[at - 1].text.strip().rstrip(":").lower() if at else ""
        if PARAGRAPH.match(text) or _HEAD.match(text) or _TURNED_HEAD.match(text):
            return False
        if any(is_body(column) for column in COLUMNS.split(line.text.strip())) and not _TO.match(text) and not _TO.match(before):
            return True
    return False


def _in_page_heads(lines: Sequence[Line]) -> tuple[str, Line] | None:
    """The body in the head or foot of a page: on one line with the word for minutes, or on a line right before it."""
    for at, line in enumerate(lines):
        text = " ".join(line.text.split())
        found = _HEAD.match(text)
        if not found:
            continue
        if _MINUTES.search(found["rest"] or ""):
            return found["body"], line
        near = [" ".join(other.text.split()) for other in lines[at + 1 : at + 1 + _NEAR]]
        # "Protokollsutdrag skickas till" is a list of receivers, in which the same names stand.
        for other in near:
            if _MINUTES.match(other) and len(other) < 40 and any(_DAY_LABEL.match(one) and any(dates(one)) for one in near):
                return found["body"], line
    return None


def _deciding(reading: Reading) -> tuple[str, Line] | None:
    """The council where it is the one that decides in the paper, or where what is decided follows the executive board's proposal."""
    for part in reading.parts:
        heading = bare_heading(part.heading.text) if part.heading else ""
        named = _DECISION.match(heading)
        if not named:
            continue
        if named["body"] and part.heading:
            return named["body"], part.heading.lines[0]
        for block in part.blocks[:2]:
            decides = _DECIDES.match(block.text)
            if decides:
                return decides["body"], block.lines[0]
            if _BY_BOARD.search(block.text):
                return "Kommunfullmäktige", block.lines[0]
    for sentence in reading.sentences("decision", "preface", "other"):
        if decides := _DECIDES.match(sentence.text):
            return decides["body"], sentence.block.lines[0]
    return None


def _day(reading: Reading, lines: Sequence[Line]) -> Fact | None:
    """The day of the meeting as the paper's head or the head of a page gives it; None where two differ or none is given."""
    found = list(_days(reading, lines))
    values = {fact.value for fact in found}
    return found[0] if len(values) == 1 else None


def _days(reading: Reading, lines: Sequence[Line]) -> Iterator[Fact]:
    for at, line in enumerate(lines):
        text = " ".join(line.text.split())
        headed = _HEAD.match(text) or _TURNED_HEAD.match(text) or _DAY_LABEL.search(text)
        near = at and len(text) < 30 and (_HEAD.match(" ".join(lines[at - 1].text.split())) or (at > 1 and _HEAD.match(" ".join(lines[at - 2].text.split()))))
        if (headed and len(text) < 120) or near:
            for day, _ in dates(text):
                if not day.startswith("XXXX"):
                    yield Fact(day, Status.STATED, text, Place(reading.document.file, line.page, line.number))
                break


def _nominative(name: str) -> str:
    low = name.capitalize() if name.isupper() else name[:1].upper() + name[1:]
    return low if low.endswith(("fullmäktige", "utskottet", "utskott")) else low.removesuffix("s")
