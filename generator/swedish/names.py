"""Compounds that are names: *Lindberg* is no mountain, and *Södermalm* no ore.

Told without a list of names, from the forms that people write: a name has a genitive and hardly any definite form or
plural (*Lindbergs*, not *lindberget*), a word for a thing has them (*isberget*). Where nobody has written the genitive,
a word that is known and has no other form is a name if it ends as surnames do (*Nordstrand*, but *sandstranden*).
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
# Of these tails nearly all words that are written in one form only are names; of land, blad, sten and the like not.
_SURNAMES = (
    "berg", "borg", "bäck", "dahl", "dal", "gren", "holm", "kvist", "lind", "lund", "sjö", "strand", "ström", "vik", "älv",
)  # fmt: skip
_ALONE = 1.3  # of zipf: twenty times as common
_KNOWN = 3.5  # zipf of a longer word that may stand last: *stor-göteborg*


@lru_cache(maxsize=100_000)
def is_name(word: str) -> bool:
    """Whether ``word`` (lower case, a base form) is a name that is put together like a compound; False if unheard of."""
    if word.endswith("holm"):
        return True  # the word is *holme*: only names end so, whatever place shares their form (*Lindholmen*)
    genitive = zipf(word + "s")
    forms = max(zipf(stem + form) for stem in (word, word + word[-1:]) for form in _FORMS)
    if genitive > 0 and word.endswith(_TAILS) and genitive > forms + _CLEAR:
        return True
    tail = next((tail for tail in _SURNAMES if word.endswith(tail)), "")
    alone = zipf(word) > (forms + _ALONE if forms else 0.0)
    return bool(tail) and alone and not any(zipf(word[at:]) >= _KNOWN for at in range(3, len(word) - len(tail)))
