"""Words and sentences of a running text, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A word: letters and digits, with single hyphens, slashes, colons or dots inside (2019/1899, bl.a, kort-, E4:an).
_WORD = re.compile(r"[^\W_]+(?:[-/:.’'][^\W_]+)*", re.UNICODE)
# A sentence ends at . ! ? (with closing quotes) before a space and a capital, a digit or a quote, …
_END = re.compile(r"[\t\n]+|[.!?]+[”\"’)]*(?=\s+[”\"(–-]?\s?[A-ZÅÄÖÉ0-9])")
# … but not after these abbreviations, an ordinal or an initial.
_ABBREVIATION = re.compile(
    r"(?:\b(?:bl\.\s?a|m\.\s?fl|m\.\s?m|t\.\s?ex|d\.\s?v\.\s?s|s\.\s?k|o\.\s?s\.\s?v|fr\.\s?o\.\s?m|t\.\s?o\.\s?m|"
    r"p\.\s?g\.\s?a|i\.\s?e|jfr|dnr|nr|kap|st|ca|resp|inkl|exkl|osv|dvs|kl|tel|f\.\s?d|e\.\s?d|[A-ZÅÄÖ]))\.$",
    re.IGNORECASE | re.UNICODE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: ``text[start:end]``."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of ``text`` in order, as written."""
    for found in _WORD.finditer(text):
        yield Word(found.group(), found.start(), found.end())


def sentences(text: str) -> tuple[Word, ...]:
    """The sentences of ``text`` in order, trimmed, as spans; an empty tuple for blank text.

    A tab and a line feed (the cells and rows of a table) end a sentence.
    """
    made: list[Word] = []
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        if not found.group().isspace() and _ABBREVIATION.search(text[max(start, end - 14) : end]):
            continue
        made.append(_trimmed(text, start, end))
        start = end
    made.append(_trimmed(text, start, len(text)))
    return tuple(sentence for sentence in made if sentence.text)


def _trimmed(text: str, start: int, end: int) -> Word:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return Word(piece[left:right], start + left, start + max(left, right))
