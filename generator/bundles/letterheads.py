"""The lines of a letterhead: who sends a paper, when, under which number, as which attachment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model import Line
from generator.parse.headings import heading_kind

Sort = Literal["council", "office", "minutes", "party", "motion", "answer", "attachment"]

PARTY = (
    r"\b(?:[A-ZÅÄÖ]{1,3}|Fi|Mp|(?:Social|Sverige|Krist)?[Dd]emokraterna(?: i [A-ZÅÄÖ]\w+)?|Vänsterpartiet|Miljöpartiet(?: de gröna)?|"
    r"(?:Nya )?Moderaterna|Liberalerna|Centerpartiet|Folkpartiet(?: liberalerna)?|Feministiskt initiativ|Vägvalet|Partilösa?)\b"
)
PARTIES = rf"\(?{PARTY}\)?(?:(?:,|/|;| och| samt| &)?\s*\(?{PARTY}\)?)*"
_MONTH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
DATE = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} (?:{_MONTH}) \d{{4}})"
LABEL = (
    r"(?:Handläggare|Utfärdat|Utfärdad|Datum|Sammanträdesdatum|Sammanträdestid|Mötesdatum|Diarienummer|Diarienr|Dnr|Ärendenummer|"
    r"Ärendenr|Ärende(?: nr)?|Dokumenttyp|Referens|Vår (?:referens|beteckning)|Sid(?:a|an)?|Telefon|E-post|Paragrafer?|"
    r"Styrelsen|Revider(?:at|ad))"
)
COLUMNS = re.compile(r"\S\s{3,}\S|\t")
DATED = re.compile(DATE)
LABELLED = re.compile(rf"(?:^|\s|\(){LABEL}\b:?", re.IGNORECASE)
ATTACHED = re.compile(r"^(?:protokolls?)?bilag(?:a|or)\s*(?:nr\s*)?(?:\d{1,2}|[A-Z])?\b(?P<rest>.*)$", re.IGNORECASE)
# A line of nothing but names with their parties.
SIGNERS = re.compile(r"(?:[A-ZÅÄÖÉ][\w’'-]+(?:\s[\w’'-]+){1,3}\s?\([A-ZÅÄÖa-zåäö ]{1,30}\)[\s,]*(?:och\s)?)+")
SHORT = 90  # characters of a letterhead's lines

# "Styrelsehandling nr 4 b Bilaga 2 2030-01-02": an attachment's number among those of its paper.
_FILED = re.compile(
    rf"(?:(?:\w*handling|\w*skrivelse|tjänsteutlåtande)(?: nr\.?)? ?[\d:/-]+ ?[a-z]?,? )?bilaga \d{{1,2}}(?: {DATE})?(?: \w+fullmäktige)?", re.IGNORECASE
)
_RULE = re.compile(r"^[_\-–—=*.\s]+$")
_PAGE = re.compile(r"^(?:sida\s+)?\d{1,3}\s*(?:\(\d{1,3}\)|av \d{1,3}|/\d{1,3})?$", re.IGNORECASE)
_PAGED = re.compile(r"(?:^|\s)(?P<page>\d{1,3})\s?(?:\((?=\d{1,3}\))|av |/(?=\d{1,3}$))(?P<of>\d{1,3})\)?\s*$")
_ORGANISED = re.compile(r"\borg(?:anisations)?\.?\s?nr\b", re.IGNORECASE)
_PLACE = re.compile(r"^[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? (?:stad|kommun)$", re.IGNORECASE)
_NUMBERED = re.compile(rf"{LABEL}:?\s*[\w./:-]*\d[\w./:-]*", re.IGNORECASE)
# Words that make a line of a letterhead the name of a body, and words that no such line holds.
_BODY = re.compile(
    r"\b(?:\w*nämnd(?:en)?|\w*styrelsen?|\w*fullmäktige|\w*förvaltning(?:en)?|\w*kontoret|\w*kontor|\w*beredning(?:en)?|"
    r"\w*utskott(?:et)?|\w*råd(?:et)?|\w*förbund(?:et)?|\w*bolag(?:et)?|\w*kansli(?:et)?|\w*musee[tr]|\w*stiftelsen?|"
    r"\w*avdelning(?:en)?|\w*myndighet(?:en)?|\w*revision(?:en|erna)?|\w*service|AB|Kommun|Region|Stad)\b",
    re.IGNORECASE,
)
_NO_BODY = re.compile(
    r"\b(?:skickas|sänds|till|expedieras|beslut\w*|enligt|har|är|ska|från|vid|över|om|att|som|vd|chef|direktör|sekreterare|ordförande|"
    r"handläggare|ledamot|politiker|mvh|hälsning\w*|datum|nr|protokoll\w*|handlingar|motion\w*|yrkande\w*|yttrande\w*|\w+chef|\w+direktör|"
    r"\w+ordförande|förklarar|föreslår|anser|avstyrker|tillstyrker|översänder|bedömer|yrkar|antar|instämmer|fattade|fick)\b",
    re.IGNORECASE,
)
_LOGOTYPE = re.compile(r"[A-ZÅÄÖ][a-zåäö]{3,30}(?:,? (?:och|samt|i|för) [a-zåäö-]{3,30}){0,2}")
# The last words of a list of those who get the minutes: the body after them is no sender.
_ADDRESSED = re.compile(
    r"\b(?:skickas|sänds|expedieras|översänds|delges|överlämnas)(?: till)?:?$|^(?:expediering|kopia|sändlista)\b[^.]{0,40}$|\btill:?$",
    re.IGNORECASE,
)
_LEADS = 5  # lines of a letterhead over the one that names the paper
_HEAD_ROWS = 10  # lines of a letterhead that names the paper last
_NAME_WORDS = 9  # words of a body's name, or of two


@dataclass(frozen=True, slots=True)
class Row:
    """A line with text: its index among the document's lines, its text, whether it begins a page."""

    index: int
    line: Line
    text: str
    tops: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """An opening: the rows from its first to the one that names the paper (``at``); ``sender`` "" where no line names it."""

    sort: Sort
    first: int
    at: int
    sender: str = ""
    name: str = ""


def rows_of(lines: Sequence[Line]) -> tuple[Row, ...]:
    """The lines with text that are not page furniture by the reader's own word."""
    made: list[Row] = []
    page: int | None = None
    for index, line in enumerate(lines):
        if not line.text.strip() or line.style in {"header", "footer", "note"}:
            continue
        tops = not made or (line.page is not None and line.page != page) or line.text.startswith(" ")
        made.append(Row(index, line, line.text.strip(), tops))
        page = line.page
    return tuple(made)


def is_sender(text: str) -> bool:
    """Whether a line is nothing but the name of a body, as over a letterhead; two columns of such names are too."""
    names = [name.strip("[] ").lstrip(" _-.").rstrip(" _-") for name in re.split(r"\s{3,}|\t+", text.strip())]
    return len(text) <= 2 * SHORT and all(_is_body(name) for name in names)


def is_attached(text: str) -> bool:
    """Whether a line is only the number of an attachment: "Bilaga 2", "Protokollsbilaga 3. Nämnden för … § 12"."""
    match = ATTACHED.match(text)
    if len(text) > SHORT or not text[:1].isupper():
        return False
    if not match:
        return bool(_FILED.fullmatch(text))
    rest = match["rest"].strip(" .:–-")
    if is_sender(rest):
        return True
    number = re.search(r"\d|\b[A-Z]$", text[: match.start("rest")])
    minutes = text.lower().startswith("protokollsbilaga") and bool(re.search(r"§|\d{4}", rest))
    return (not rest and bool(number)) or minutes


def is_turned(rows: Sequence[Row], at: int) -> bool:
    """Whether the line that names a paper, or one right after it, carries the number of a further page: "Sida 2 (3)"."""
    for row in rows[at : at + 3]:
        number = _PAGED.search(row.text) if len(row.text) <= SHORT else None
        if number and 1 < int(number["page"]) <= int(number["of"]):
            return True
    return False


def lead(rows: Sequence[Row], at: int) -> tuple[int, str]:
    """The first row of the letterhead whose naming line is ``rows[at]``, and the sender it names ("" for none)."""
    first, sender = at, ""
    while first > 0 and at - first < _LEADS and not rows[first].tops:
        text = rows[first - 1].text
        addressed = first > 1 and bool(_ADDRESSED.search(rows[first - 2].text[-SHORT:]))
        numbered = ATTACHED.match(text)
        if not sender and numbered and is_sender(numbered["rest"]):
            sender = numbered["rest"].strip(" _-.")
        elif not sender and is_sender(text) and not addressed:
            sender = re.split(r"\s{3,}|\t+", text)[0].strip(" _-.[]")
        elif not (_may_lead(text) or (not sender and not addressed and _is_logotype(text))):
            break
        first -= 1
    while first < at and _PAGE.match(rows[first].text) and not rows[first].tops and not rows[first].text.startswith("1"):
        first += 1  # the last page's number is no part of the letterhead
    return first, sender


def head_above(rows: Sequence[Row], at: int) -> tuple[int, str] | None:
    """The first row with a body's name, and the sender, of a letterhead that tells who and when before it names the paper in ``rows[at]``.

    Up to ten short lines, among them a body's name and two labels or dates; None where the lines are anything else.
    """
    signs = 0
    found: tuple[int, str] | None = None
    for index in range(at - 1, max(at - 1 - _HEAD_ROWS, -1), -1):
        text = rows[index].text
        if len(text) > SHORT or text.endswith(".") or _ADDRESSED.search(text):
            break
        signs += bool(LABELLED.match(text)) + bool(DATED.fullmatch(text))
        if is_sender(text):
            found = (index, found[1] if found else text.strip(" _-"))
        if rows[index].tops:
            found = (index, found[1]) if found else None
            break
    return found if signs > 1 else None


def _is_body(name: str) -> bool:
    if not name or len(name) > SHORT or name[-1] in ".,;:" or not name[0].isupper():
        return False
    if _ORGANISED.search(name):
        return True
    if len(name.split()) > _NAME_WORDS or _NO_BODY.search(name) or any(char.isdigit() or char == "(" for char in name):
        return False
    return bool(_BODY.search(name)) and heading_kind(name) is None


def _may_lead(text: str) -> bool:
    """Whether a line may stand between a paper's top and the line that names it: a date, a number, a rule, a place, a party."""
    if len(text) > SHORT:
        return False
    bare = DATED.sub("", text).strip(" ,.")
    patterns = (_RULE, _PAGE, _PLACE, _FILED)
    party = len(text) > 3 and bool(re.fullmatch(PARTIES, text))  # more than a party’s letters
    return not bare or any(one.fullmatch(text) for one in patterns) or is_attached(text) or bool(_NUMBERED.fullmatch(bare)) or party


def _is_logotype(text: str) -> bool:
    """A word or two over a letterhead, as an office that goes by a short name writes it: "Kultur", "Kultur och fritid"."""
    return bool(_LOGOTYPE.fullmatch(text)) and not _NO_BODY.search(text) and heading_kind(text) is None and not ATTACHED.match(text)
