"""The query language: words, "exact phrases", -without, prefix* and filters such as instans:bromma or typ:bilaga.

A query is read into a value or into a message in Swedish that says what is wrong; it never raises.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.search.labels import FILTER_EXAMPLES, message
from generator.swedish.folding import fold
from generator.swedish.keys import pieces_of, plain
from generator.swedish.words import words

QUERY_LIMIT = 32  # words, phrases and filters in one query
PREFIX_MINIMUM = 2  # letters before the star
STOPS = ".!?;|\n\r\u2028\u2029"  # what parts the words of a phrase, unless the query has such a sign in the same place
_QUOTES = '"”“„«»'
_MINUS = "-−"  # as on a keyboard, and the sign that some phones and word processors put in its place
_RUN = re.compile(rf"[^\s{_QUOTES}]+")
_FILTER = re.compile(r"(instans|motion|typ|ar|år|hallning|hållning|avsnitt):", re.IGNORECASE)
# A number of several pieces is told by itself, whatever series it is said to be of: half a case's papers write "2019/1899"
# where the other half write "KS 2019/1899".
_NUMBER = re.compile(r"[0-9]+(?:[-/:.][0-9]+)+")
_SERIES = re.compile(r"[A-ZÅÄÖ]{1,5}")
_NUMBER_WORDS = frozenset({"dnr", "diarienr", "diarienummer", "arendenr", "arendenummer"})  # without dots
_BESIDE = re.compile(r"[\s.,:;]*")  # what may stand between a series and its number
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff]")  # some are spaces to Python only, some to JavaScript only
_INSIDE = re.compile(r"\*+.")


@dataclass(frozen=True, slots=True)
class Term:
    """A word to find; ``text`` as typed at ``query[start:end]``. ``without``: documents that hold it are left out.

    ``series``: the word names the series of the number after it (KS 2019/1899, dnr 123-2020). Documents that hold it come
    higher, and none is left out for want of it.
    """

    text: str
    start: int
    end: int
    prefix: bool = False
    without: bool = False
    series: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand together, in lower case; ``gaps[i]`` is what was typed between word i and word i + 1."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    without: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A narrowing: ``key`` is instans, motion, typ, ar, hallning or avsnitt."""

    key: str
    value: str
    without: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A query that could be read; ``text`` is the query composed (NFC), which all positions refer to."""

    text: str
    terms: tuple[Term, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def seeks(self) -> bool:
        """Whether there is a word or phrase to look for (rather than only to leave out)."""
        return any(not term.without for term in self.terms) or any(not phrase.without for phrase in self.phrases)

    @property
    def leaves_out(self) -> bool:
        """Whether there is a word or phrase whose documents are left out."""
        return any(term.without for term in self.terms) or any(phrase.without for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a query before its sort is known: ``key`` of a filter or "", and whether it stood in quotes."""

    text: str
    start: int
    end: int
    key: str
    quoted: bool
    without: bool


def parse(text: str) -> Query | str:
    """The query in ``text``, or a message in Swedish where it cannot be read.

    An empty query is a ``Query`` without parts.
    """
    text = _CONTROL.sub(" ", unicodedata.normalize("NFC", text))
    terms: list[Term] = []
    phrases: list[Phrase] = []
    choices: list[Choice] = []
    for piece in _pieces(text):
        if piece is None:
            return message("quote")
        if piece.key and not piece.text.strip():
            return message("filter", key=piece.key, example=FILTER_EXAMPLES[piece.key])
        if piece.key:
            choices.append(Choice(piece.key, piece.text.strip(), piece.without))
        elif piece.quoted:
            phrases.append(phrase_of(piece.text, without=piece.without))
        elif (made := _terms(piece.text, piece.start, without=piece.without)) is None:
            return message("star")
        else:
            terms += made
    query = Query(text, _with_series(text, terms), tuple(phrase for phrase in phrases if phrase.words), tuple(choices))
    size = len(query.terms) + len(query.choices) + sum(len(phrase.words) for phrase in query.phrases)
    return message("long", limit=QUERY_LIMIT) if size > QUERY_LIMIT else query


def _with_series(text: str, terms: list[Term]) -> tuple[Term, ...]:
    """The terms, with those that name the series of the number after them marked as such.

    A word like "dnr" may stand before the series too: "dnr KS 2019/1899".
    """
    made = list(terms)
    for place in range(len(made) - 2, -1, -1):
        one, after = made[place], made[place + 1]
        if one.prefix or one.without or after.without or not _BESIDE.fullmatch(text, one.end, after.start):
            continue
        numbered = _NUMBER.fullmatch(after.text) is not None
        named = fold(one.text) in _NUMBER_WORDS
        if (numbered and (named or _SERIES.fullmatch(one.text))) or (named and after.series):
            made[place] = replace(one, series=True)
    return tuple(made)


def _pieces(text: str) -> Iterator[_Piece | None]:
    """The stretches of a query in order; None, and nothing more, where a quotation mark is not closed."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        opens = at == 0 or text[at - 1].isspace()  # not in a compound of a quotation: ”ljud”-system
        without = opens and text[at] in _MINUS and at + 1 < len(text) and not text[at + 1].isspace()
        at += without
        named = _FILTER.match(text, at)
        key = fold(named.group(1)) if named else ""
        at = named.end() if named else at
        quoted = at < len(text) and text[at] in _QUOTES
        if quoted:
            start = at + 1
            end = next((place for place in range(start, len(text)) if text[place] in _QUOTES), -1)
            if end < 0:
                yield None
                return
        else:
            run = _RUN.match(text, at)
            start, end = at, run.end() if run else at
        at = end + quoted
        yield _Piece(text[start:end], start, end, key, quoted, without)


def phrase_of(text: str, *, without: bool = False) -> Phrase:
    """The words of ``text`` as a phrase, cut as finely as ``simple_words`` cuts the archive's text."""
    found = simple_words(text)
    gaps = tuple(" ".join(text[a[2] : b[1]].split()) for a, b in itertools.pairwise(found))
    return Phrase(tuple(word for word, _, _ in found), gaps, without)


def simple_words(text: str) -> list[tuple[str, int, int]]:
    """The words of ``text`` without any separator inside, in lower case, each with its start and end."""
    made: list[tuple[str, int, int]] = []
    for word in words(text):
        at = word.start
        for piece in pieces_of(word.text):
            start = text.index(piece, at)
            at = start + len(piece)
            made.append((plain(piece), start, at))
    return made


def _terms(run: str, offset: int, *, without: bool) -> list[Term] | None:
    """The words of a run without spaces; None where a star stands in the wrong place."""
    if _INSIDE.search(run.rstrip("*,.;:!?")):
        return None
    made = [Term(word.text, offset + word.start, offset + word.end, without=without) for word in words(run)]
    if not made:
        return None if "*" in run else []
    last = made[-1]
    after = last.end - offset
    if run[after : after + 1] == "*":
        if len(last.text) < PREFIX_MINIMUM:
            return None
        made[-1] = Term(last.text, last.start, last.end + 1, prefix=True, without=without)
    elif "*" in run:
        return None
    return made
