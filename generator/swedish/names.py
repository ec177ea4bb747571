"""Compounds that are names: *Lindberg* is no mountain, and *Södermalm* no ore.

Told without a list of names, from the forms that people write: a name has a genitive and hardly any definite form or
plural (*Lindbergs*, not *lindberget*), a word for a thing has them (*isberget*).
"""

from __future__ import annotations

from functools import lru_cache

from generator.swedish.lexicon import zipf

# What names of persons and places end in that is a word of its own.
_TAILS = (
    "backa", "berg", "blad", "blom", "bo", "borg", "brink", "bro", "by", "dal", "fors", "gran", "gren", "gård", "holm",
    "hult", "köping", "land", "lid", "lind", "lund", "löv", "malm", "man", "mark", "näs", "rot", "ryd", "sjö", "skog",
    "stad", "sten", "strand", "ström", "sund", "torp", "vall", "vik",
)  # fmt: skip
_FORMS = ("en", "et", "n", "t", "er", "ar", "or", "erna", "arna", "orna", "na", "ets", "ens")
_CLEAR = 0.3  # of zipf: twice as common


@lru_cache(maxsize=100_000)
def is_name(word: str) -> bool:
    """Whether ``word`` (lower case, a base form) is a name that is put together like a compound; False if unheard of."""
    genitive = zipf(word + "s")
    return genitive > 0 and word.endswith(_TAILS) and genitive > max(zipf(word + form) for form in _FORMS) + _CLEAR
