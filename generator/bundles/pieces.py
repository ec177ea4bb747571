"""A long line cut into pieces: numbered items, bullets, att-clauses, the words that ask, the columns of a letterhead."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from generator.model import LineStyle

_NUMBER = re.compile(r"(?:(?<=\s)|^)(?P<number>\d{1,2})(?P<mark>[.)])\s+(?=\S)")
_BULLET = re.compile(r"(?:(?<=\s)|^)[•●▪○·]\s+(?=\S)")
_CLAUSE_END = re.compile(r"[.,;:!?)”\"]$|\b(?:och|samt)$")
# "Kommunfullmäktige föreslås besluta:", "… beslutar att:": the words that ask, up to their colon.
_ASKS = re.compile(r"\b(?:besluta|beslutar|beslut|uppdrar|föreslår|att)(?: att| om)?:\s+(?=\S)", re.IGNORECASE)
_ATT = re.compile(r"(?<=\s)[Aa]tt\b(?=\s)")
_LABEL = re.compile(
    r"(?<=\S)\s+(?=(?:Utfärda[td]|Handläggare|Diarienummer|Diarienr|Ärendenummer|Dnr|Datum|Telefon|E-post|Tid|Plats|Paragrafer|"
    r"Ärende(?: nr)?|Reviderat)\b:?\s*\S|Särskilt yttrande\b)"
)
_COLUMN = re.compile(r"\s{3,}|\t+")
_DATE = re.compile(r"(?<=\S)(?<!Datum)(?<!Datum:)(?<!Revidera[td])\s+(?=\d{4}-\d{2}-\d{2}\b)")
_PAPER = re.compile(r"(?<=\S)\s+(?=(?:Yrkande|Yttrande|Reservation|Protokollsanteckning)\b)")
_LEFT = re.compile(
    r"^(?:\S*tjänste|\S*beslutsunderlag|styrelsehandling|utfärda|diarie|ärende|dnr|datum|styrelsen|nämnden|[A-ZÅÄÖ]{2,5} \d{4})",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-ZÅÄÖÉ][\w’'-]+(?: [\w’'-]+){0,3} ?\([A-ZÅÄÖa-zåäö]{1,30}\)")
_ASK_LONGEST = 160  # characters before the colon of the words that ask
_LOOKBACK = 40  # characters before a number that tell whether a clause ended there


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line's text, with the style it has as a line of its own."""

    start: int
    end: int
    style: LineStyle = "text"


def items(text: str, start: int, end: int, *, listed: bool = False) -> list[Piece]:
    """``text[start:end]`` cut at its numbers where they run 1, 2, 3, at its bullets, and at its att-clauses.

    In running text a number must stand after the end of a clause; ``listed``: under a heading that a list follows it need not.
    """
    part = text[start:end]
    cuts = _numbers(part, listed=listed) or _bullets(part)
    if not cuts:
        return _asked(text, start, end)
    made: list[Piece] = []
    if cuts[0] > 0 and part[: cuts[0]].strip():
        made.append(Piece(start, start + cuts[0]))
    for at, stop in zip(cuts, [*cuts[1:], len(part)], strict=True):
        made.append(Piece(start + at, start + stop, "item"))
    return made


def _bullets(text: str) -> list[int]:
    """The offsets of the bullets; none where they only stand between the words of an address."""
    cuts = [match.start() for match in _BULLET.finditer(text)]
    before = text[: cuts[0]].rstrip() if cuts else ""
    return cuts if not before or before.endswith((":", ".")) else []


def _numbers(text: str, *, listed: bool) -> list[int]:
    """The offsets of the numbers 1, 2, 3 … in ``text``; empty unless there are two or the text begins with the first."""
    cuts: list[int] = []
    for match in _NUMBER.finditer(text):
        before = text[max(0, match.start() - _LOOKBACK) : match.start()].rstrip()
        follows = not before or listed or bool(_CLAUSE_END.search(before))
        if int(match["number"]) == len(cuts) + 1 and follows:
            cuts.append(match.start())
    return cuts if len(cuts) > 1 or (cuts and cuts[0] == 0) else []


def _asked(text: str, start: int, end: int) -> list[Piece]:
    """A text that asks ("… föreslås besluta: X"): the words that ask apart from what they ask for, each att-clause apart."""
    part = text[start:end]
    asks = _ASKS.search(part)
    if not asks or asks.end() > _ASK_LONGEST:
        return [Piece(start, end)]
    lead = asks.end()
    cuts = [0, lead]
    if part[lead : lead + 4].lower() == "att ":
        for match in _ATT.finditer(part, lead + 4):
            before = part[max(0, match.start() - _LOOKBACK) : match.start()].rstrip()
            if before.endswith((".", ";")) or (match.group()[0] == "A" and not before.endswith(",")):
                cuts.append(match.start())
    return [
        Piece(start + at, start + stop, "item" if number and part[at : at + 4].lower() == "att " else "text")
        for number, (at, stop) in enumerate(zip(cuts, [*cuts[1:], len(part)], strict=True))
    ]


def columns(text: str) -> list[Piece]:
    """The columns of a letterhead that was run into one line: the left one (what, when, number) and then the right one (who)."""
    spans: list[tuple[int, int]] = []
    position = 0
    for gap in [*_COLUMN.finditer(text), None]:
        stop = gap.start() if gap else len(text)
        cuts = [position, *(match.end() for match in _LABEL.finditer(text, position, stop)), stop]
        spans.extend((at, to) for at, to in itertools.pairwise(cuts) if text[at:to].strip())
        position = gap.end() if gap else stop
    left = [span for number, span in enumerate(spans) if number == 0 or _LEFT.match(text[span[0] : span[1]])]
    right = [span for span in spans if span not in left]
    return [Piece(at, to) for at, to in [*left, *right]]


def words_apart(text: str) -> list[Piece]:
    """A party paper's letterhead: its columns, and in them the dates, in the order in which they stand."""
    cuts = [0, *(gap.end() for gap in _COLUMN.finditer(text)), *(gap.end() for gap in _DATE.finditer(text))]
    cuts += [gap.end() for gap in _LABEL.finditer(text)]
    cuts += [gap.end() for gap in _PAPER.finditer(text)]
    edges = sorted({*cuts, len(text)})
    return [Piece(at, to) for at, to in itertools.pairwise(edges) if text[at:to].strip()]


def people(text: str) -> list[Piece]:
    """A line of nothing but names with parties, in columns, as one piece each; empty for any other line."""
    edges = [0, *(gap.end() for gap in _COLUMN.finditer(text)), len(text)]
    made = [Piece(at, to) for at, to in itertools.pairwise(edges) if text[at:to].strip()]
    return made if len(made) > 1 and all(_PERSON.fullmatch(text[one.start : one.end].strip()) for one in made) else []
