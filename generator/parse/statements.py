"""A party's paper: what it calls itself, whose it is and its date, read from its letterhead.

The form is the same in the council bundles and minutes that were read: the board it was put to, then "Yrkande", "Yttrande",
"Reservation" or "Protokollsanteckning" with the parties beside or under it, the date and the matter's place on the agenda,
then the title. A paper is a party's only where parties stand there: a board calls its answer "yttrande" as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Document, Draft, Fact, Line, Place, StatementKind, Status
from generator.parse.dates import dates
from generator.parse.ownvoice import speaking
from generator.parse.reading import Reading

_NAMES: dict[str, StatementKind] = {
    "yrkande": "yrkande",
    "yttrande": "yttrande",
    "reservation": "reservation",
    "protokollsanteckning": "protokollsanteckning",
}
_WORD = re.compile(
    r"^(?:(?:gemensamt|reviderat|reviderad|ändrat|nytt|särskilt|skriftligt|skriftlig|enskilt|ändrings|tilläggs|motivreservation|återremiss|ersättar)\s*-?\s*)?"
    r"(?P<kind>yrkande|yttrande|reservation|protokollsanteckning)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NAME = (
    r"[A-ZÅÄÖ][\wåäö-]*(?:partiet|demokraterna|listan)(?: de gröna)?|Moderata samlingspartiet|(?:Nya )?Moderaterna|Liberalerna|"
    r"Demokraterna|Feministiskt [Ii]nitiativ"
)
_OWN = re.compile(rf"(?P<party>{_NAME})(?: (?:i|på) [A-ZÅÄÖ][\wåäö -]{{1,30}})?")
_NO_NUMBER = r"(?![\w/:-]|\s*\d+[/:]|\s*(?:19|20)\d{2}\b(?!-\d))"  # "KS 2019/1899" is no party
# A party that all know, and what may be one's abbreviation beside such a party.
_KNOWN = re.compile(rf"(?:{_NAME}|(?:S|M|C|V|L|D|MP|KD|SD|FI|FP|Mp|Kd|Sd|Fi|Fp){_NO_NUMBER})")
_SHORT = re.compile(r"(?:[A-ZÅÄÖ]{1,4}|[A-ZÅÄÖ][a-zåäö]{1,3}[A-ZÅÄÖ])" + _NO_NUMBER)
_MARK = re.compile(r"\s+|[,/&()]|(?:och|samt)\b")
_ROLE = re.compile(r"(?:särskilt yttrande|(?:med )?instämmande|från|av)\b", re.IGNORECASE)
_COLUMNS = re.compile(r"\s{3,}|\t+")
_TITLE = re.compile(r"\bmotion\b|\b(?:angående|gällande|avseende|om)\b", re.IGNORECASE)
# What may stand beside the word in a letterhead without parties; a sentence there is told, not headed.
_HEADED = re.compile(r"[\d(–-]|[A-ZÅÄÖ]{2,5}[ -]?\d|(?:angående|gällande|över|ärende|nr|datum|reviderat)\b", re.IGNORECASE)
_REVISED = re.compile(r"\b(?:reviderat|reviderad|rev\.?|justerat)\s*:?\s*$", re.IGNORECASE)
_OPENING = 8  # lines with text of a letterhead, at most
_LONGEST = 120  # characters of a line of a letterhead, when its columns are apart


@dataclass(frozen=True, slots=True)
class Piece:
    """A column of a line of the letterhead, with where it stood."""

    text: str
    line: Line


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a party's letterhead says; ``parties`` and ``date`` are None where it does not."""

    kind: StatementKind
    quote: str
    parties: Fact | None
    date: Fact | None


def _sender(document: Document, above: Sequence[Piece]) -> Fact | None:
    """The party whose own letterhead the paper has: its name alone in a column over the word, with its place or without."""
    for piece in above:
        named = _OWN.fullmatch(piece.text)
        if named:
            return Fact(named["party"], Status.STATED, piece.text, Place(document.file, piece.line.page, piece.line.number))
    return None


def letterhead(document: Document) -> Letterhead | None:
    """The letterhead of a party's paper; None where the document does not open with one."""
    pieces = _pieces(document)
    for at, piece in enumerate(pieces[:6]):
        named = _WORD.match(piece.text)
        if not named:
            continue
        rest = named["rest"].strip()
        following = [*([Piece(rest, piece.line)] if rest else []), *pieces[at + 1 :]]
        parties = _parties(document, following) or _sender(document, pieces[:at])
        if parties is None and (not (document.part and document.part.kind == "statement") or (rest and not _HEADED.match(rest))):
            return None
        return Letterhead(_NAMES[named["kind"].lower()], piece.line.text.strip(), parties, _date(document, following))
    return None


def statement(reading: Reading, draft: Draft) -> Draft:
    """Fill ``statement``, ``parties`` and ``date`` of a party's paper; any other draft comes back as it is."""
    if draft.kind != "statement":
        return draft
    head = letterhead(reading.document)
    if head is None:
        return replace(draft, kind="unknown")
    return replace(draft, statement=head.kind, parties=head.parties or speaking(reading), date=head.date)


def _pieces(document: Document) -> list[Piece]:
    """The columns of the first lines, up to the title or running text."""
    made: list[Piece] = []
    rows: set[int] = set()
    for line in document.lines:
        columns = [column for column in _COLUMNS.split(line.text.strip()) if column]
        rows |= {line.number} if columns else set()
        if columns and (len(rows) > _OPENING or len(columns[0]) > _LONGEST):
            break
        for column in columns:
            named = _WORD.match(column)
            if _TITLE.search(named["rest"] if named else column):
                return made
            made.append(Piece(column, line))
    return made


def _parties(document: Document, pieces: Sequence[Piece]) -> Fact | None:
    """The parties as they are written, of the pieces that begin with them; None where no known party stands there."""
    said: list[str] = []
    held: list[str] = []  # the lines they stand on
    first: Piece | None = None
    known = False
    for piece in pieces:
        end, one_known, any_party = _read(piece.text)
        if not end and said:
            break
        if end:
            said.append(piece.text[:end])
            held.append(piece.line.text.strip())
            known = known or one_known
            first = first or (piece if any_party else None)
    if first is None or not (known or (document.part and document.part.kind == "statement")):
        return None
    place = Place(document.file, first.line.page, first.line.number)
    return Fact(_tidy(" ".join(said)), Status.STATED, " ".join(dict.fromkeys(held)), place)


def _read(text: str) -> tuple[int, bool, bool]:
    """How far into ``text`` parties and the words between them reach; whether one of them is known, and whether any is there."""
    at = end = 0
    known = party = False
    while at < len(text):
        one = _KNOWN.match(text, at) or _SHORT.match(text, at)
        found = one or _ROLE.match(text, at) or _MARK.match(text, at)
        if found is None:
            break
        at = found.end()
        if one:
            known, party = known or bool(_KNOWN.match(one.group())), True
        if not found.group().isspace():
            end = at
    return end, known, party


def _tidy(text: str) -> str:
    """Parties without parentheses and doubled spaces: "(V, MP, S)" → "V, MP, S"; "(L) (M)" → "L, M"."""
    text = re.sub(r"\)\s*\(", ", ", " ".join(text.split()))
    text = text.replace("(", "").replace(")", "")
    return re.sub(r"^(?:från|av)\s+", "", " ".join(text.split()).strip(" ,;"), flags=re.IGNORECASE)


def _date(document: Document, pieces: Sequence[Piece]) -> Fact | None:
    """The first whole date of the letterhead that is not the day of a revision."""
    for piece in pieces:
        for day, offset in dates(piece.text):
            if not day.startswith("XXXX") and not _REVISED.search(piece.text[:offset]):
                place = Place(document.file, piece.line.page, piece.line.number)
                return Fact(day, Status.STATED, piece.text, place)
    return None
