"""Where a text has lost its å ä ö: the words that show it, and the gate before any word is touched.

A word looks damaged when it is rare as it stands and common with å ä ö given back. Which lines are then held to be damaged
is decided in ``stretches``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from math import inf

from generator.model import Document
from generator.swedish.confusions import Channel, usual
from generator.swedish.lexicon import WORD_LIMIT, zipf
from generator.swedish.lostletters import lexicon, ways

RARE = 2.0
COMMON = 3.2
_FEWEST = 3  # different words: a single odd name in a short text is no damage
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"://|^\W?(?:www\.|/)|@[\w-]+\.\w|\w_\w|\\|\.(?:docx?|pdf|xlsx?|pptx?|txt|html?|se|nu|com|org)(?!\w)"
)


_ADDRESS_SIGN = re.compile(r"[@_\\/]|\.\w|www\.")


@lru_cache(maxsize=256)
def _token_pattern(known: frozenset[str]) -> re.Pattern[str]:
    """A run of letters, digits and what is read for letters, as "&r" and "6vervaka"."""
    odd = [reading for reading in known if not reading.isalnum() and reading]
    signs = "|".join(re.escape(reading) for reading in sorted(odd, key=lambda reading: (-len(reading), reading)))
    return re.compile(rf"(?:{signs}|[^\W_])+" if signs else r"[^\W_]+", re.IGNORECASE)


def tokens(text: str, known: frozenset[str] | None = None) -> Iterator[re.Match[str]]:
    """The words of ``text`` that hold a letter, in order; addresses of mail, pages and files are no words.

    ``known`` are the readings whose signs count as letters: those of the table, if nothing else is said.
    """
    pattern = _token_pattern(usual().known if known is None else known)
    if not may_hold_address(text):
        yield from (found for found in pattern.finditer(text) if _has_letter(found.group()))
        return
    for chunk in _CHUNK.finditer(text):
        if is_address(chunk.group()):
            continue
        for found in pattern.finditer(text, chunk.start(), chunk.end()):
            if _has_letter(found.group()):
                yield found


def is_address(chunk: str) -> bool:
    """Whether ``chunk``, a run without spaces, is an address of mail or of a page, a path or the name of a file."""
    return bool(_ADDRESS.search(chunk))


def may_hold_address(text: str) -> bool:
    """Whether ``text`` has any of the signs that addresses have; quick to tell."""
    return bool(_ADDRESS_SIGN.search(text))


def _has_letter(word: str) -> bool:
    return word[0].isalpha() or any(map(str.isalpha, islice(word, WORD_LIMIT)))


def word_count(document: Document) -> int:
    """How many words with a letter in them ``document`` has."""
    return sum(1 for line in document.lines for _ in tokens(line.text))


def damage(document: Document) -> float:
    """The share (0..1) of the words of ``document`` that the table shows to be damaged; 0.0 for a text without words."""
    count = 0
    hits: list[str] = []
    for line in document.lines:
        for found in tokens(line.text):
            count += 1
            if looks_damaged(found.group()):
                hits.append(found.group().lower())
    return len(hits) / count if len(set(hits)) >= _FEWEST else 0.0


def looks_damaged(word: str, by: Channel | None = None) -> bool:
    """Whether ``word`` is rare as it stands and common with å ä ö given back, as the table or the channel ``by`` reads."""
    if not 1 < len(word) <= WORD_LIMIT or word.isdigit():
        return False
    return _looks_damaged(word.lower()) if by is None else has_common(word.lower(), by)


@lru_cache(maxsize=200_000)
def _looks_damaged(word: str) -> bool:
    return has_common(word, usual())


def has_common(word: str, by: Channel) -> bool:
    """Whether ``word`` (lower case) is rare, and common as the channel ``by`` reads it."""
    return zipf(word) < RARE and any(
        zipf(tried) >= COMMON and word != tried
        for way in ways(word, lexicon(), by.spans)
        for tried in way.words
        if by.price(tried, way.spans) < inf
    )
