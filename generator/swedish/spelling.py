"""How likely a string of letters is to be a Swedish word or name that no list knows: a model of letter triples."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from math import log

from generator.swedish.lexicon import frequencies

_FROM = 1e-7  # the rarest words that teach the model; they are many enough
_UNSEEN = log(1e-4)


@cache
def _triples() -> tuple[Counter[str], Counter[str]]:
    triples: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for word, share in frequencies().items():
        if share >= _FROM and word.isalpha():
            framed = f"^^{word}$"
            triples.update(map("".join, zip(framed, framed[1:], framed[2:], strict=False)))
            pairs.update(map("".join, pairwise(framed)))
    return triples, pairs


def spelling(word: str) -> float:
    """The logarithm of the chance that a new word is spelled as ``word`` (lower case); a sign no word has costs dear."""
    triples, pairs = _triples()
    framed = f"^^{word}$"
    total = 0.0
    for at in range(len(framed) - 2):
        seen = triples[framed[at : at + 3]]
        total += log(seen / pairs[framed[at : at + 2]]) if seen > 3 else _UNSEEN
    return total
