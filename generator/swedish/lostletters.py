"""Words by what is left of them when å ä ö are lost: an index of patterns, and the ways to read a damaged word with it.

The pattern of a word has a star for each å ä ö: *förslag* → ``f*rslag``. Reading goes the other way: for every place where
something else may stand for one of the three letters the pattern is looked up, so that nothing depends on which sign or
letter it was. Beginnings that no word has are left at once, which keeps the search small for words of any length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from generator.swedish.lexicon import WORD_LIMIT, frequencies

LOST = frozenset("åäö")
_STAR = "*"
_STARRED = str.maketrans(dict.fromkeys(LOST, _STAR))

Spans = Callable[[str, int], tuple[str, ...]]
Options = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Index:
    """Words that hold å ä ö, by pattern; ``heads`` are the beginnings of patterns that end in a star."""

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read a word: the ``words`` it may be, and in ``spans`` what stands for each å ä ö of theirs, in order."""

    words: tuple[str, ...]
    spans: tuple[str, ...]


def index(words: Iterable[str]) -> Index:
    """The index of those of ``words`` (lower case) that hold å ä ö and have at most 60 letters."""
    found: dict[str, list[str]] = {}
    heads: set[str] = set()
    for word in words:
        pattern = word.translate(_STARRED)
        if pattern != word and 1 < len(word) <= WORD_LIMIT:
            found.setdefault(pattern, []).append(word)
            at = pattern.find(_STAR)
            while at >= 0:
                heads.add(pattern[: at + 1])
                at = pattern.find(_STAR, at + 1)
    return Index({pattern: tuple(same) for pattern, same in found.items()}, frozenset(heads))


@cache
def lexicon() -> Index:
    """The index of the general frequency list."""
    return index(frequencies())


def letters(word: str) -> Iterator[str]:
    """The å ä ö of ``word``, in order."""
    return (char for char in word if char in LOST)


def ways(read: str, found: Index, spans: Spans) -> Iterator[Way]:
    """Every way to read ``read`` (lower case) as words of ``found``, å ä ö that still stand included.

    ``spans(read, at)`` are the pieces at ``at`` that may stand for one of the letters ("" where one may have fallen out).
    """
    options = options_of(read, spans)
    waiting: list[tuple[int, str, tuple[str, ...]]] = [(0, "", ())]
    while waiting:
        at, built, used = waiting.pop()
        for place in range(at, len(read) + 1):
            if options[place]:
                head = built + read[at:place] + _STAR
                if head in found.heads:
                    waiting += [(place + len(span), head, (*used, span)) for span in options[place]]
            if place < len(read) and read[place] in LOST:
                break
        else:
            words = found.words.get(built + read[at:]) if used else None
            if words:
                yield Way(words, used)


def beginnings(read: str, start: int, end: int, found: Index, options: Options) -> Iterator[tuple[int, Way]]:
    """The same for every piece of ``read`` that begins at ``start``, up to ``end``, with the offset where each piece ends."""
    waiting: list[tuple[int, str, tuple[str, ...]]] = [(start, "", ())]
    while waiting:
        at, built, used = waiting.pop()
        for place in range(at, end + 1):
            text = built + read[at:place]
            words = found.words.get(text) if used else None
            if words:
                yield place, Way(words, used)
            if options[place] and text + _STAR in found.heads:
                head = text + _STAR
                waiting += [(place + len(s), head, (*used, s)) for s in options[place] if place + len(s) <= end]
            if place < end and read[place] in LOST:
                break


def options_of(read: str, spans: Spans) -> Options:
    """For each offset of ``read``, its end included, what may stand there for one letter."""
    options = [(char,) if char in LOST else spans(read, at) for at, char in enumerate(read)]
    options.append(spans(read, len(read)))
    return options


def one_lost(read: str, found: Index) -> Iterator[Way]:
    """Every way to read ``read`` with just one letter gone, whatever stands for it: nothing, one sign or two."""
    starred = read.translate(_STARRED)
    for place in range(len(read) + 1):
        before = sum(char in LOST for char in read[:place])
        for size in (0, 1, 2):
            span = read[place : place + size]
            if len(span) < size or not LOST.isdisjoint(span):
                continue
            words = found.words.get(starred[:place] + _STAR + starred[place + size :])
            if words:
                kept = tuple(letters(read))
                yield Way(words, (*kept[:before], span, *kept[before:]))
