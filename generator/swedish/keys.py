"""The keys under which a word is indexed: as written, by its lemma and by the parts of a compound.

A word of the text gives an exact key ("=aktionsgrupper"), a lemma key ("aktionsgrupp", without dots over the letters)
and a key for each part of a compound ("~aktion", "~grupp"). A word with a hyphen, slash or the like inside also gives
the keys of its pieces, so that "Rinkeby-Kista" is found by "kista" and "2019/1899" by "1899".
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from generator.swedish.compounds import parts
from generator.swedish.folding import fold
from generator.swedish.lemmas import lemma

EXACT = "="
PART = "~"
WORD_LIMIT = 80  # letters; what is longer is a table gone wrong or an attack, and no word anyone types
_SEPARATORS = re.compile(r"[-/:.’']")
_DIGIT = re.compile(r"[0-9]")
_ZEROS = re.compile(r"^0+(?=[0-9])")


def plain(word: str) -> str:
    """``word`` composed (NFC) and in lower case, with å ä ö kept: the form behind an exact key."""
    return unicodedata.normalize("NFC", word).lower()


@lru_cache(maxsize=200_000)
def forms(word: str) -> tuple[str, ...]:
    """The forms a word stands for: itself and, where it has separators inside, its pieces; () for a monster."""
    whole = plain(word)
    pieces = pieces_of(whole)
    made = (whole, *pieces) if len(pieces) > 1 else (whole,)
    return tuple(dict.fromkeys(form for form in made if form and len(form) <= WORD_LIMIT))


def pieces_of(form: str) -> tuple[str, ...]:
    """A form cut at its separators: "ks-2019/1899" → ("ks", "2019", "1899")."""
    return tuple(piece for piece in _SEPARATORS.split(form) if piece)


def has_digit(form: str) -> bool:
    """Whether the form holds a digit and so is a number, a date or a diary number rather than a word."""
    return bool(_DIGIT.search(form))


def number_key(form: str) -> str:
    """A number with one kind of separator and no leading zeros: "2019:01899" → "2019/1899"."""
    return "/".join(_ZEROS.sub("", piece) for piece in pieces_of(fold(form)))


@cache
def lemma_key(form: str) -> str:
    """The key that all inflections of a form share: its lemma without dots; a number in its plainest spelling."""
    return number_key(form) if has_digit(form) else fold(lemma(form)) or fold(form)


@cache
def part_keys(form: str) -> tuple[str, ...]:
    """The lemmas of a compound's parts without dots, each once; () for a word that is no compound."""
    if has_digit(form) or _SEPARATORS.search(form):
        return ()
    return tuple(dict.fromkeys(fold(part) for part in parts(form) if part))


@lru_cache(maxsize=200_000)
def keys(word: str) -> tuple[str, ...]:
    """All keys of one word of a text, exact form first; () for a word that is not indexed."""
    made: list[str] = []
    for form in forms(word):
        made += [EXACT + form, lemma_key(form), *(PART + part for part in part_keys(form))]
    return tuple(made)
