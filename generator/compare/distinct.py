"""The words that mark a case out: what several of its documents speak of and other cases seldom do.

The rule, in this order: the lemma stands in at least two documents of the case; it has six letters or more; it is no
function word, number, word of municipal procedure or part of a body's name; it is written small somewhere, so that it is
no proper name; it is no name of an office (*utbildningsförvaltning*); it looks like a noun; it is rare in Swedish at large. What is left is ranked by how many of the case's
documents hold it, how few cases do and how rare it is; ties go by the alphabet.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from generator.compare.content import sense
from generator.swedish.lexicon import zipf

DOCUMENTS: Final = 2
LETTERS: Final = 6
COMMON: Final = 4.4  # Zipf frequency from which a word is too common to mark anything out (4.4: 25 in a million)
KEPT: Final = 40  # ranked words kept a case, so that terms listed anyway do not use up the places

# Endings of the definite and plural forms that only nouns take.
_NOUN_FORMS: Final = (
    "arna", "arnas", "erna", "ernas", "orna", "ornas", "ns", "ens", "ets", "en", "et", "an", "or", "er", "ar",
)  # fmt: skip
_PLURALS: Final = ("arna", "arnas", "erna", "ernas", "orna", "ornas")
_NOUN_LEMMAS: Final = (
    "het", "ning", "else", "tion", "sion", "skap", "dom", "itet", "ment", "eri", "ist", "tör", "när", "ans", "ens", "grupp",
)  # fmt: skip
_OFFICES: Final = frozenset({"förvaltning", "kontor", "nämnd", "styrelse", "direktör", "chef", "kommun"})
_OTHER_LEMMAS: Final = (
    "a", "fri", "rik", "fattig", "djup", "stark", "stor", "hög", "ig", "lig", "isk", "sam", "bar", "lös", "full", "ande", "ende", "ad", "vis", "ligen", "mässig", "s",
)  # fmt: skip


@dataclass(slots=True)
class Profile:
    """What a case's documents say, counted while they are read: forms and owners of each lemma."""

    owners: dict[str, set[str]] = field(default_factory=dict)
    forms: dict[str, set[str]] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)  # lemmas seen without a capital inside a sentence

    def add(self, lemma: str, form: str, owner: str, *, name: bool, start: bool) -> None:
        """Counts one word. ``name``: it has a capital that its position does not explain; ``start``: it may have one."""
        self.owners.setdefault(lemma, set()).add(owner)
        self.forms.setdefault(lemma, set()).add(form)
        if not name and not start:
            self.small.add(lemma)


def distinctive(profiles: Mapping[str, Profile], names: AbstractSet[str]) -> dict[str, tuple[str, ...]]:
    """The distinctive lemmas of each case, best first, at most forty; ``names``: lemmas of the bodies' names."""
    cases = Counter(lemma for profile in profiles.values() for lemma in profile.owners)
    return {motion: tuple(_ranked(profile, cases, len(profiles), names)[:KEPT]) for motion, profile in profiles.items()}


def _ranked(profile: Profile, cases: Mapping[str, int], count: int, names: AbstractSet[str]) -> list[str]:
    ranks: dict[str, float] = {}
    for lemma, owners in profile.owners.items():
        if len(owners) < DOCUMENTS or lemma in names or lemma not in profile.small or not marks(lemma, profile.forms[lemma]):
            continue
        ranks[lemma] = len(owners) * math.log(1 + count / cases[lemma]) * (8 - zipf(lemma))
    return sorted(ranks, key=lambda lemma: (-ranks[lemma], lemma))


def marks(lemma: str, forms: AbstractSet[str]) -> bool:
    """Whether a lemma with these forms can mark something out: a noun of six letters or more that is rare at large."""
    return (
        len(lemma) >= LETTERS
        and lemma.isalpha()
        and not names_office(lemma)
        and zipf(lemma) <= COMMON
        and _is_noun(lemma, forms)
    )


def names_office(lemma: str) -> bool:
    """Whether a compound is the name of a board, an office or who leads it: *utbildningsförvaltning*."""
    return bool(_OFFICES.intersection(sense(lemma).parts[-1:]))


def _is_noun(lemma: str, forms: AbstractSet[str]) -> bool:
    """Whether a lemma looks like a noun: by its own ending, by its tail's, or by a definite or plural form in the case."""
    if lemma.endswith(_NOUN_LEMMAS):
        return True
    endings = {form.removeprefix(lemma) for form in forms if form.startswith(lemma) and form != lemma}
    if lemma.endswith("a"):
        stem = lemma[:-1]
        return any(form in {lemma + "n", lemma + "ns", stem + "or", stem + "orna", stem + "ornas"} for form in forms)
    if lemma.endswith(_OTHER_LEMMAS):
        return False
    if any(form.endswith(_PLURALS) for form in forms):
        return True
    parts = sense(lemma).parts
    return bool(endings & {*_NOUN_FORMS, "n", "na"}) or len(parts) > 1
