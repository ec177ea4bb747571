"""How one document loses its å ä ö, learned from its own words, where it does so in a way that no table knows.

A reading is believed when several different words agree on it: each is rare as it stands and common with that one letter
given back. What stands for the letter does not matter: a sign, another letter, two of them or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import exp, inf, log

from generator.model import Line
from generator.swedish.confusions import STRANGE, Channel, Counts, channel, table
from generator.swedish.damage import COMMON, RARE, has_common, is_address, may_hold_address
from generator.swedish.lexicon import WORD_LIMIT, frequencies, zipf
from generator.swedish.lostletters import LOST, Spans, letters, lexicon, one_lost, ways
from generator.swedish.spelling import spelling

_UNKNOWN = log(0.01)
_TAUGHT_BY = 2.75  # so many different words must agree before a reading is learned, each counted for how likely it is
_TAUGHT_BY_SIGN = 1.75  # on a sign that is no letter
_TAUGHT_MORE = 1.75  # in a document that is known to have strange readings
_TAUGHT_MORE_BY_SIGN = 0.9
_LONG = 5  # letters of a word that may teach …
_SHORT = 4  # … and in a document that is known to have strange readings
_HOLE = "\0"
_PIECE = re.compile(r"[^\s()/,;_–—-]+")
_ENDS = ".:!?…\"'”’“„»«*•·"


def learned(lines: Iterable[Line]) -> Counts:
    """What the text of ``lines`` shows to be read for å ä ö beyond the table: (reading, letter) → how many words show it.

    Only a reading that several different words of five letters or more agree on counts. Of 36 council documents without
    damage none shows any; the most words that agreed on one reading by chance were two (a name in two forms).
    """
    words = {word for line in lines for word in _pieces(line.text)}
    shown: dict[tuple[str, str], float] = {}
    for word in sorted(words):
        for pair, weight in _lone(word):
            shown[pair] = shown.get(pair, 0.0) + weight
    return {
        pair: count
        for pair, count in sorted(shown.items())
        if pair not in table() and count >= (_TAUGHT_BY if pair[0].isalnum() else _TAUGHT_BY_SIGN)
    }


def learned_more(lines: Iterable[Line], by: Channel) -> Counts:
    """What else the damaged text of ``lines`` shows, in words that ``by``, the table and what was learned, cannot read.

    In a text known to be damaged in strange ways two words are enough, one with a sign in it, and other letters of the word
    may be lost too.
    """
    shown: dict[tuple[str, str], float] = {}
    for word in sorted({word for line in lines for word in _pieces(line.text)}):
        if zipf(word) < RARE and not has_common(word, by):
            for pair, weight in _weighed(word, _with_one_strange(word, by), _SHORT):
                shown[pair] = shown.get(pair, 0.0) + weight
    return {
        pair: count
        for pair, count in sorted(shown.items())
        if not (pair[0] in by.costs[pair[1]] and pair in table())
        and count >= (_TAUGHT_MORE if pair[0].isalnum() else _TAUGHT_MORE_BY_SIGN)
    }


def _with_one_strange(word: str, by: Channel) -> Iterator[tuple[str, tuple[str, str], float]]:
    """Each common word that ``word`` may be with one strange reading, that reading, and the cost of it all."""
    for place in range(len(word) + 1):
        for size in (0, 1, 2):
            span = word[place : place + size]
            if len(span) < size or not LOST.isdisjoint(span) or span in by.known:
                continue
            for way in ways(word[:place] + _HOLE + word[place + size :], lexicon(), _around(by)):
                at = way.spans.index(_HOLE) if _HOLE in way.spans else None
                for meant in way.words if at is not None else ():
                    found = list(letters(meant))
                    spans = tuple(letter if one == _HOLE else one for one, letter in zip(way.spans, found, strict=True))
                    yield meant, (span, found[at or 0]), by.price(meant, spans) + STRANGE[size]


def _around(by: Channel) -> Spans:
    def spans(read: str, at: int) -> tuple[str, ...]:
        return (_HOLE,) if read[at : at + 1] == _HOLE else tuple(s for s in by.spans(read, at) if _HOLE not in s)

    return spans


def _pieces(text: str) -> Iterator[str]:
    chunks = [chunk for chunk in text.split() if not is_address(chunk)] if may_hold_address(text) else [text]
    for chunk in chunks:
        for found in _PIECE.findall(chunk):
            word = found.strip(_ENDS).lower()
            if _SHORT <= len(word) <= WORD_LIMIT and not word.isdigit():
                yield word


@lru_cache(maxsize=200_000)
def _lone(word: str) -> tuple[tuple[tuple[str, str], float], ...]:
    """What a rare word shows: for each reading of one letter that makes it a common word, how likely that is."""
    if zipf(word) >= RARE:
        return ()
    return _weighed(word, _alone(word), _LONG)


def _alone(word: str) -> Iterator[tuple[str, tuple[str, str], float]]:
    for way in one_lost(word, lexicon()):
        for meant in way.words:
            pairs = [pair for pair in zip(way.spans, letters(meant), strict=True) if pair[0] != pair[1]]
            if len(pairs) == 1 and pairs[0][0] not in LOST:
                yield meant, pairs[0], STRANGE[len(pairs[0][0])]


def _weighed(
    word: str, found: Iterable[tuple[str, tuple[str, str], float]], least: int
) -> tuple[tuple[tuple[str, str], float], ...]:
    """How likely each reading of ``found`` is, beside ``word`` being a word that no list has."""
    weights: dict[tuple[str, str], float] = {}
    for meant, pair, cost in found:
        if zipf(meant) >= COMMON and len(meant) >= least:
            weights[pair] = weights.get(pair, 0.0) + frequencies()[meant] * exp(-cost)
    total = exp(_UNKNOWN + spelling(word)) + sum(weights.values())
    return tuple((pair, weight / total) for pair, weight in weights.items())


def own_channel(words: Iterable[str], found: Counts, change: float) -> Channel:
    """The channel of a document whose damaged-looking ``words`` (lower case, each once) read ``found`` beyond the table.

    How often each reading occurs is counted on the words themselves, each shared out over what it may be.
    """
    first = channel(found, change)
    counts: dict[tuple[str, str], float] = {}
    for word in words:
        weighed: list[tuple[float, tuple[tuple[str, str], ...]]] = []
        for way in ways(word, lexicon(), first.spans):
            for meant in way.words:
                price = first.price(meant, way.spans)
                if price < inf and zipf(meant) >= COMMON:
                    pairs = tuple(pair for pair in zip(way.spans, letters(meant), strict=True) if pair[0] != pair[1])
                    weighed.append((frequencies()[meant] * exp(-price), pairs))
        total = sum(weight for weight, _ in weighed)
        for weight, pairs in weighed:
            for pair in pairs:
                counts[pair] = counts.get(pair, 0.0) + weight / total
    return channel(_merged(found, counts), change)


def _merged(found: Counts, counts: Mapping[tuple[str, str], float]) -> Counts:
    return {pair: max(found.get(pair, 0.0), counts.get(pair, 0.0)) for pair in sorted(found.keys() | counts.keys())}
