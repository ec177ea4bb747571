"""How a vote came out: the figures a document gives, the question that was put, and which of several votes decided.

The forms were read off council minutes of one city and the printed forms of others: "40 Ja mot 41 Nej", "Ja-röster: 45,
Nej-röster: 30", "med sju röster mot sex", a list that ends in its totals. A list of names without a total is never counted.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.model import Outcome, Votes

Sort = Literal["main", "procedure", "counter", "addition", "plain"]

_UNITS = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton",
    "sexton", "sjutton", "arton", "nitton",
)  # fmt: skip
_TENS = {"tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90}
_NONE = frozenset({"ingen", "inga", "noll", "ett", "arton", "aderton"})
_TEN = "|".join(_TENS)
_ONE = "|".join((*_UNITS, "ett", "ingen", "inga", "aderton"))
_N = rf"(?:\d{{1,3}}|(?:{_TEN})(?:{_ONE})?|{_ONE})"
_JA = r"(?:ja|jaröster|ja-röster|ja-röst|jaröst)"
_NEJ = r"(?:nej|nejröster|nej-röster|nej-röst|nejröst)"
# What may stand between a yes and a no in one result.
_BETWEEN = r"[^.\d]{0,40}?"
_RESULTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<yes>{_N})\s+(?:st\.?\s+|ledamöter\s+|röstar\s+|röstade\s+|stycken\s+)*{_JA}\b{_BETWEEN}\b(?P<no>{_N})\s+(?:st\.?\s+|ledamöter\s+|röstar\s+|röstade\s+|stycken\s+)*{_NEJ}\b",
        rf"\b(?:antal\s+)?{_JA}\s*[:=–-]?\s*(?P<yes>{_N})\b(?:\s*(?:röster|st\.?))?[^\d]{{0,40}}?\b(?:antal\s+)?{_NEJ}\s*[:=–-]?\s*(?P<no>{_N})\b",
        rf"\b(?P<yes>{_N})\s+röster\s+för\b[^.\d]{{0,60}}?\b(?P<no>{_N})\s+(?:röster\s+)?(?:emot|mot|för)\b",
        rf"\bmed\s+(?:röstsiffrorna\s+|rösterna\s+|röstetalen\s+)?(?P<yes>{_N})\s+(?:röster\s+)?mot\s+(?P<no>{_N})\b(?!\s+(?:procent|kronor))",
        rf"\b(?:röstsiffrorna|rösterna|röstetalen)\s+(?:är|blev|var|utfaller|utföll)?\s*(?P<yes>{_N})\s*(?:mot|[–-])\s*(?P<no>{_N})\b",
    )
)
_ABSTAINED = re.compile(
    rf"\b(?P<before>{_N})\s+(?:ledamot|ledamöter|personer|person|röster|st\.?|stycken)?\s*(?:som\s+|att\s+)?(?:avstår|avstod|avstått|avstå|nedlagda|lägger ned|lade ned)\b"
    rf"|\b(?:antal\s+)?(?:avstår|avstod|avstående|nedlagda(?:\s+röster)?|avstår från att rösta)\s*[:=–-]?\s*(?P<after>{_N})\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(?:omröstning\w*|votering\w*|huvudvotering\w*|motförslagsvotering\w*|röstning|omröstningsresultat|voteringsresultat|röstsiffror|förberedande votering)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:[”\"“'](?P<quoted>[^”\"“]{0,40}\bja\b[^”\"“]{3,400})[”\"“'])"
    r"|(?P<plain>(?:den|de) som (?:vill|bifaller|stödjer|röstar)\b.{3,200}?röstar? ja\b.{3,200}?röstar? nej\b)"
    r"|(?P<meant>\bja(?:-röst)?(?::(?!\s*\d)|\s+(?:för|innebär|betyder|=|är|röst för))\s*.{3,160}?\bnej(?:-röst)?(?::(?!\s*\d)|\s+(?:för|innebär|betyder|=|är|röst för))\s*[^.\n]{3,160})",
    re.IGNORECASE | re.DOTALL,
)
_PROCEDURE = re.compile(r"\båterremi\w+|\bbordlägg\w*|\bavgör\w*\s+(?:i ?dag|nu|vid dagens)|\bajourner\w*|\bdagens sammanträde\b", re.IGNORECASE)
_COUNTER = re.compile(r"\bmotförslag\w*\s+i\b|\bmotförslagsvotering|\bkontraproposition|\bförberedande\b|\butse\w*\s+(?:till\s+)?motförslag|\bantas\s+som\s+motförslag", re.IGNORECASE)
_ADDITION = re.compile(r"\btilläggs(?:yrkande|förslag|att-sats)\w*|\bändringsyrkande\w*", re.IGNORECASE)
_MAIN = re.compile(r"\bhuvudvotering|\bhuvudomröstning", re.IGNORECASE)
_YES_OR_NO = re.compile(r"\b(?:ja|nej)(?:-?röst\w*)?\b", re.IGNORECASE)
# What the chair says came of the vote: one sentence, right after the figures.
_CAME_OF_IT = re.compile(r"(?:^|(?<=[.\n]))\s*(?P<said>[A-ZÅÄÖ][^.\n]{0,80}?\b(?:finner|fann|förklarar|konstaterar)\b[^.\n]{0,120}?\b(?:beslut|åter|bord|ärendet|motionen)[^.\n]{0,300})")
_NOT_SENT_BACK = re.compile(r"\b(?:inte|ej|icke)\s+(?:att\s+)?(?:ska(?:ll)?\s+)?(?:återremi|bordlägg)|\bavslå\w*\b[^.]{0,40}\b(?:återremi|bordlägg)", re.IGNORECASE)
_SENT_BACK = re.compile(r"\b(?:återremitter\w*|bordlägg\w*|bordlagt)\b|\bbifall\w*\b[^.]{0,60}\b(?:återremiss|bordläggning)", re.IGNORECASE)
_MINORITY = re.compile(r"\bminoritets?(?:åter|bord)|\ben\s+minoritet\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.\n]|$")
_CLAUSE = 240  # characters of a clause that says what the figures of a vote were on


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote: its figures, what the document says was put, and which kind of vote that makes it ("plain": not said).

    ``came`` is the sentence in which the chair says what came of it, "" where there is none.
    """

    votes: Votes
    sort: Sort
    came: str = ""


def number(word: str) -> int | None:
    """A number in figures or words, 0–99 in words; None for any other word."""
    low = word.lower()
    if low.isdigit():
        return int(low)
    if low == "ett":
        return 1
    if low in {"ingen", "inga"}:
        return 0
    if low == "aderton":
        return 18
    if low in _UNITS:
        return _UNITS.index(low)
    for name, value in _TENS.items():
        if low.startswith(name):
            rest = number(low[len(name) :]) if low != name else 0
            return value + rest if rest is not None and rest < 10 else None
    return None


def votes_in(text: str) -> Votes | None:
    """The first result that ``text`` gives, with those who abstained where it says how many; None where it gives none.

    A result told as "sju röster mot sex" has no yes and no: ``question`` is then the clause that tells it, figures and all.
    """
    found = next((match for pattern in _RESULTS if (match := pattern.search(text))), None)
    if found is None:
        return None
    yes, no = number(found["yes"]), number(found["no"])
    if yes is None or no is None:
        return None
    rest = text[found.end() : found.end() + 200]
    abstained = _ABSTAINED.search(rest) or _ABSTAINED.search(text[max(0, found.start() - 60) : found.start()])
    count = number(abstained["before"] or abstained["after"]) if abstained else None
    return Votes(yes, no, count, "" if _YES_OR_NO.search(found.group()) else _clause(text, found.start(), found.end()))


def is_vote_heading(text: str) -> bool:
    """Whether ``text`` is the heading of a vote: Omröstning, Huvudvotering."""
    return bool(_HEADING.match(text))


def ballots(texts: Iterable[tuple[str, str]]) -> tuple[Ballot, ...]:
    """The votes in a document's parts, each (heading, text), in order; the same figures under one heading count once."""
    made: list[Ballot] = []
    for heading, text in texts:
        for piece in _pieces(text):
            votes = votes_in(piece)
            if votes is None:
                continue
            question = _question(piece)
            sort = _sort(heading, question, piece)
            made.append(Ballot(replace(votes, question=question or votes.question), sort, _came(piece)))
    return tuple(made)


def deciding(found: Sequence[Ballot], outcome: Outcome) -> Votes | None:
    """The vote by which ``outcome`` was decided; None where there was none on that, or nobody can tell which it was.

    A vote to settle the matter today says nothing of how it was settled, a vote on a further motion (tilläggsyrkande) or
    on which counter-proposal to put says nothing of the motion; the main vote (huvudvotering) decides.
    """
    if outcome in {"referred-back", "tabled"}:
        asked = [one for one in found if one.sort == "procedure"]
        # Where a matter was put point by point, the point that was sent back is the one the chair says so of.
        return _only([one for one in asked if _is_sent_back(one)] or [one for one in asked if not one.came])
    main = [one for one in found if one.sort == "main"]
    return main[-1].votes if main else _only([one for one in found if one.sort == "plain"])


def by_minority(found: Sequence[Ballot], votes: Votes | None) -> str:
    """The chair's words that a minority sent the matter back by ``votes``; "" where no document says so."""
    return next((one.came for one in found if votes and one.votes == votes and _is_sent_back(one) and _MINORITY.search(one.came)), "")


def _is_sent_back(one: Ballot) -> bool:
    return bool(_SENT_BACK.search(one.came) and not _NOT_SENT_BACK.search(one.came))


def _only(found: Sequence[Ballot]) -> Votes | None:
    """The result that all of ``found`` gave, without a question where they asked different things; None where they differ."""
    if len({(one.votes.yes, one.votes.no) for one in found}) != 1:
        return None
    questions = {one.votes.question for one in found}
    return found[-1].votes if len(questions) == 1 else replace(found[-1].votes, question="")


def _pieces(text: str) -> list[str]:
    """``text`` cut so that each piece holds one result: at every voting proposition but the first."""
    starts = [match.start() for match in _QUESTION.finditer(text)][1:]
    bounds = [0, *starts, len(text)]
    return [text[start:end] for start, end in itertools.pairwise(bounds)]


def _clause(text: str, start: int, end: int) -> str:
    """What stands from a result told in words to the end of its sentence, in one line; cut at a word where it is long."""
    stop = _CLAUSE_END.search(text, end)
    said = " ".join(text[start : stop.start() if stop else len(text)].split())
    return said if len(said) <= _CLAUSE else f"{said[:_CLAUSE].rpartition(' ')[0]} …"


def _came(text: str) -> str:
    """The chair's sentence on what came of the vote, after the figures in ``text``; "" where there is none."""
    figures = [match.end() for pattern in _RESULTS for match in pattern.finditer(text)]
    found = _CAME_OF_IT.search(text, min(figures)) if figures else None
    return " ".join(found["said"].split()) if found else ""


def _question(text: str) -> str:
    """The voting proposition as the document words it; "" where it gives none."""
    found = _QUESTION.search(text)
    if found is None:
        return ""
    return " ".join((found["quoted"] or found["plain"] or found["meant"]).split())


def _sort(heading: str, question: str, text: str) -> Sort:
    asked = question or text
    if _COUNTER.search(heading) or (_COUNTER.search(asked) and not _MAIN.search(heading)):
        return "counter"
    if _MAIN.search(heading):
        return "main"
    if _PROCEDURE.search(asked) or _PROCEDURE.search(heading):
        return "procedure"
    if _ADDITION.search(asked) or _ADDITION.search(heading):
        return "addition"
    return "main" if _MAIN.search(text) else "plain"
