"""How common Swedish words are: the frequency list of the wordfreq package, read once, when first asked for.

wordfreq 3.1.1 (code Apache-2.0, data CC BY-SA 4.0) brings its lists as package files and fetches nothing. The list is in
lower case and NFC; a word that is not in it has the frequency 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import log10

import wordfreq

WORD_LIMIT = 60  # letters; a longer "word" is a table gone wrong or an attack and is never looked up


@cache
def frequencies() -> Mapping[str, float]:
    """Every word of the large Swedish list and its share of running text (0..1); about 341,000 words."""
    return wordfreq.get_frequency_dict("sv", wordlist="large")


def zipf(word: str) -> float:
    """The logarithm of how often ``word`` occurs in a billion words: 7 for *och*, 3 for a rare word, 0 if unknown."""
    share = frequencies().get(word, 0.0) if len(word) <= WORD_LIMIT else 0.0
    return log10(share) + 9 if share > 0 else 0.0
