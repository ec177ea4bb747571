"""Where a compound is put together: *samverkans|överenskommelse*, found by dynamic programming over word frequencies.

The cost of a part is how rare it is, plus a fee for every joint; the cheapest way through the word wins. A head may
carry a linking *-s* (*samverkan-s-*) or lack or change its last vowel (*skol-*, *kvinno-*, *gatu-*). On 151 words
labelled by hand before the rules had met them: precision .93, recall .92 (tests/swedish/test_compounds.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.swedish.corrections import corrected, definite, overrides
from generator.swedish.dictionary import looked_up
from generator.swedish.lexicon import WORD_LIMIT, zipf
from generator.swedish.tables import rows

_SHORT = 4.1  # how common (zipf) a part of three letters must be
_NOUN = 3.0  # the same for a noun that people write in its definite form too (*kaj*, *kajen*)
_RARE = 2.6  # how common a part of four or five letters must be
_LONG = 1.7  # how common a part of seven letters or more must be: so long a word hardly stands there by chance
_FEE = 1.5
_CHANGED = 1.0
_LINKED = 0.7
_VOWELS = "aeiouyåäö"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a compound: as it stands in the word (with its linking letter) and the word that it is a form of."""

    surface: str
    word: str


@lru_cache(maxsize=100_000)
def split(word: str, *, particles: bool = False) -> tuple[Part, ...]:
    """The parts of ``word`` (lower case) from left to right; () if it is no compound, too short or longer than 60.

    With ``particles`` a particle or prefix counts as a head too, which is what inheriting an inflection asks for.
    """
    length = len(word)
    if not 6 <= length <= WORD_LIMIT or not word.isalpha():
        return ()
    best: list[tuple[float, tuple[Part, ...]] | None] = [None] * (length + 1)
    best[0] = (0.0, ())
    for end in range(2, length + 1):
        for start in range(max(0, end - 30), end - 1):
            before = best[start]
            if before is None or (start, end) == (0, length):
                continue
            for cost, part in _readings(word[start:end], word[end : end + 1], first=start == 0, particles=particles):
                total = before[0] + cost + (_FEE if start else 0.0)
                known = best[end]
                if known is None or total < known[0]:
                    best[end] = (total, (*before[1], part))
    found = best[length]
    if found is None:
        return ()
    parts = found[1]
    weights = [zipf(part.word) for part in parts if not (particles and _is_particle(part.word))]
    return parts if sum(weights) / len(weights) > zipf(word) - _bonus(parts) else ()


def _bonus(parts: tuple[Part, ...]) -> float:
    """How much commoner than its parts a word may be and still be split: long parts are hardly there by chance."""
    return 0.25 * (min(len(part.surface) for part in parts) - 4)


def _readings(piece: str, following: str, *, first: bool, particles: bool) -> Iterator[tuple[float, Part]]:
    """What ``piece`` may be before the letter ``following`` ("" at the end of the word), each with its cost."""
    bare = piece.removesuffix("s")
    if _is_particle(bare) or _is_particle(piece):
        if particles and first and _is_particle(piece):
            yield 5.0, Part(piece, piece)
    elif bare in _blocked():
        return
    elif not following:
        weight = _ending(piece)
        if weight:
            yield 9.0 - weight, Part(piece, piece)
    elif piece in _heads():
        yield 5.0, Part(piece, _heads()[piece])
    else:
        for word, fee in _behind(piece, bare, following):
            if _common(word):
                yield 9.0 - zipf(word) + fee, Part(piece, word)


def _behind(piece: str, bare: str, following: str) -> Iterator[tuple[str, float]]:
    """The words that the head ``piece`` may be a form of, each with the fee for what was added or changed."""
    yield piece, 0.0
    # Of three like letters one is not written: remiss + svar = remissvar.
    if piece[-1] == following and piece[-1] not in _VOWELS:
        yield piece + following, 0.0
    if len(piece) <= 3:
        return
    if bare != piece and not bare.endswith("s"):
        yield bare, _LINKED
        if len(bare) > 4:
            yield bare + "e", _CHANGED
    if piece[-1] not in _VOWELS:
        yield piece + "a", _CHANGED
        yield piece + "e", _CHANGED
    elif piece[-1] in "oue":
        yield piece[:-1] + "a", _CHANGED
        # An old linking -e: tjänste-, familje-.
        if piece[-1] == "e" and looked_up(piece) is None:
            yield piece[:-1], _CHANGED


@cache
def _heads() -> Mapping[str, str]:
    """Forms that stand only before another part, with the word that each belongs to."""
    return {form: word for form, word, _reason in rows("compound_heads.tsv")}


@cache
def _kinds() -> Mapping[str, str]:
    """Forms that are no part of a compound, or have no parts, each with its kind.

    *particle*: a prefix (*samman-ställning*, *åter-bruk*); *ending*: derivation, not composition; *function*: a
    function word, a stray syllable. *whole*: a word that may be a part and has none.
    """
    return {row[0]: row[1] for row in rows("compound_blocks.tsv")}


@cache
def _blocked() -> Mapping[str, str]:
    return {form: kind for form, kind in _kinds().items() if kind != "whole"}


def whole(word: str) -> bool:
    """Whether ``word`` looks like a compound and means nothing of what its parts mean (*fullmäktige*, *måltid*)."""
    return _kinds().get(word) == "whole"


def _is_particle(piece: str) -> bool:
    return _blocked().get(piece) == "particle"


@lru_cache(maxsize=100_000)
def _common(piece: str) -> bool:
    # The cheapest question first: nearly all pieces are no words.
    return len(piece) > 2 and zipf(piece) >= _needed(piece) and piece not in _blocked() and looked_up(piece) is not None


def _needed(piece: str) -> float:
    length = len(piece)
    if length == 3:
        return _NOUN if definite(piece) >= _RARE else _SHORT
    return _RARE if length < 6 else (_RARE + _LONG) / 2 if length == 6 else _LONG


def _ending(piece: str) -> float:
    """How common ``piece`` is as a tail: by itself or, a step lower, by its base form (*nämndernas* by *nämnd*)."""
    base = overrides().get(piece) or looked_up(piece)
    if len(piece) < 3 or piece in _blocked() or base is None or base in _blocked():
        return 0.0
    if base == piece + "a" and corrected(piece, base) == base and not piece.endswith("r"):
        return 0.0  # an imperative ends no compound: mat-svinn and not mats-vinn
    weight = max(zipf(piece), zipf(base) - 1.0 if len(piece) > 4 else 0.0)
    return weight if weight >= _needed(piece) else 0.0
