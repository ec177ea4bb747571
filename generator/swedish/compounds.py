"""The parts of a compound as words that can be searched for: *aktionsgrupper* → *aktion*, *grupp*."""

from __future__ import annotations

from functools import lru_cache

from generator.swedish.lemmas import lemma
from generator.swedish.splitting import split


@lru_cache(maxsize=200_000)
def parts(word: str) -> tuple[str, ...]:
    """The lemmas of the parts of ``word`` (lower case in and out), left to right; () if it is not a compound.

    Particles and prefixes (*samman-, genom-, åter-*) make no compound here: "sammanställning" → (). A word of more than
    60 letters, or with anything but letters in it, → ().
    """
    # The base form is split, so that *tjänsten* does not become *tjän-sten*.
    return tuple(lemma(part.word) for part in split(lemma(word)))
