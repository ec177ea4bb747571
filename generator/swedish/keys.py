"""The keys under which a word is indexed: as written, by its lemma and by the parts of a compound.

A word of the text gives an exact key ("=aktionsgrupper"), a lemma key ("aktionsgrupp", without dots over the letters)
and a key for each part of a compound and each run of its parts ("~aktion", "~grupp"). A word with a hyphen, slash or
the like inside also gives the keys of its pieces, so that "Rinkeby-Kista" is found by "kista" and "2019/1899" by "1899".
What a word is and what stands inside it is settled in ``base`` and ``inner_bases``, for the pages of words as for search.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from generator.swedish.compounds import parts_and_runs
from generator.swedish.folding import fold
from generator.swedish.lemmas import lemma

EXACT = "="
PART = "~"
WORD_LIMIT = 80  # letters; what is longer is a table gone wrong or an attack, and no word anyone types
_SEPARATORS = re.compile(r"[-/:.’']")
_DIGIT = re.compile(r"[0-9]")
_ZEROS = re.compile(r"^0+(?=[0-9])")
NUMBER_PIECES = 6  # a longer chain of numbers is a list or an address and no number that anyone types a part of
_GLUED = re.compile(r"(?<![^/])([a-z]{2,})(?=(?:19|20)[0-9]{2}(?:/|$))")  # KS2019/1899


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
def base(form: str) -> str:
    """What all inflections of a form share, with its dots: its lemma; a number in its plainest spelling."""
    return number_key(form) if has_digit(form) else lemma(form) or form


@cache
def inner_bases(form: str) -> tuple[str, ...]:
    """The base forms that stand inside a form, with their dots, each once; () for a simple word.

    For a compound its parts and every run of them ("stadsdelsnämndsordförande": stad, stadsdel, stadsdelsnämnd, …); for
    a number of several pieces every run of two or more ("slk-2023-00899": "slk/2023", "2023/899").
    """
    if has_digit(form):
        return _number_runs(form)
    return () if _SEPARATORS.search(form) else tuple(part for part in parts_and_runs(form) if part)


def _number_runs(form: str) -> tuple[str, ...]:
    pieces = _GLUED.sub(r"\1/", number_key(form)).split("/")
    if not 2 <= len(pieces) <= NUMBER_PIECES:
        return ()
    whole = number_key(form)
    runs = (pieces[start:end] for start in range(len(pieces)) for end in range(start + 2, len(pieces) + 1))
    made = dict.fromkeys("/".join(run) for run in runs if has_digit("".join(run)))
    return tuple(run for run in made if run != whole)


@cache
def lemma_key(form: str) -> str:
    """The key that all inflections of a form share: its base form, with its dots; "" for a sign that is all marks.

    The dots stay because *vård* and *värd*, *lag* and *låg* are different words: what was typed without them is led to
    both by its letters, not by its key.
    """
    return base(form) if fold(base(form)) else fold(form)


@cache
def part_keys(form: str) -> tuple[str, ...]:
    """The base forms inside a compound or a number (see ``inner_bases``), each once; () if there are none."""
    return tuple(part for part in inner_bases(form) if fold(part))


@lru_cache(maxsize=200_000)
def keys(word: str) -> tuple[str, ...]:
    """All keys of one word of a text, exact form first; () for a word that is not indexed."""
    made: list[str] = []
    for form in forms(word):
        made += [EXACT + form, lemma_key(form), *(PART + part for part in part_keys(form))]
    return tuple(made)
