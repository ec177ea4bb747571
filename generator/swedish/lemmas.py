"""The base form of a Swedish word: what its inflections share.

simplemma's dictionary (MIT, no network) with corrections (``corrections.py``). It knows few compounds: an unknown one
takes the lemma of its tail (*grundskolenämnden* → *grundskolenämnd*). It knows few names: an unknown word in -s is taken
for a genitive (*Funkqvists* → *funkqvist*). An abbreviation has what it stands for as its base form (*kf*,
``abbreviations.tsv``), and what still goes wrong stands, with the reason, in ``lemma_overrides.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from generator.swedish.corrections import corrected, overrides
from generator.swedish.dictionary import looked_up
from generator.swedish.lexicon import WORD_LIMIT, zipf
from generator.swedish.splitting import split
from generator.swedish.tables import rows

_BARE = 4  # letters that a name keeps when its genitive -s is taken off
_ABOUT = 0.5  # of zipf: a third as common
# Nouns kept apart from a function word (lemma_overrides.tsv). No function word ends a compound: polismännen → polisman.
_INSIDE = {"mannen": "man", "varor": "vara", "våren": "vår"}
_WRITTEN = 3.0  # zipf of a form that is written now and then
# A name that ends so takes no -s: Alingsås, Ihrelius, Fox.
_NEVER_GENITIVE = ("s", "x", "z", "i", "o", "u", "y", "å", "ö")
# An abbreviation, a letter or a number with an ending after a colon: KF:s, SDN:er, ATP:n.
_ENDING = re.compile(r"([^\W\d_]{1,8}):(?:s|n|ns|t|ts|en|ens|et|ets|er|erna|ernas|ar|arna|arnas|are|aren|an|or|orna)")


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """The base form of ``word`` (lower case in, lower case out); the word itself where nothing is known.

    Idempotent: the lemma of a lemma is itself. Words of more than 60 letters come back as they are.
    """
    if len(word) > WORD_LIMIT:
        return word
    seen = [word]
    while (following := _step(seen[-1])) not in seen:
        seen.append(following)
    # A chain that bites its own tail (*a* → *b* → *a*) ends in the first of its ring by the alphabet.
    return min(seen[seen.index(following) :])


def _step(word: str) -> str:
    given = overrides().get(word) or abbreviations().get(word)
    if given is not None:
        return given
    known = looked_up(word)
    if known is not None:
        return corrected(word, known)
    if "-" in word:
        head, _, tail = word.rpartition("-")
        return f"{head}-{_step(tail)}" if tail else word
    if ":" in word:
        found = _ENDING.fullmatch(word)
        return found.group(1) if found else word
    parts = split(word, particles=True)
    if parts:
        tail = parts[-1].surface
        if tail.endswith("s") and looked_up(tail) == tail[:-1] + "a" and zipf(tail) < _WRITTEN and split(word):
            return word[:-1]  # a genitive (*Norrbrings*) rather than the passive of a verb hardly anybody writes so
        following = _step(tail)
        return word[: -len(tail)] + _INSIDE.get(following, following)
    return _without_genitive(word)


def _without_genitive(word: str) -> str:
    """An unknown word without the -s of a genitive (*grundskolenämndens*, *Funkqvists*); the word itself if it has none.

    A word that is written often enough to be listed, and clearly oftener than what is left, keeps its -s (*Linus*).
    """
    bare = word[:-1]
    if not word.endswith("s") or len(word) <= 3 or not word.isalpha():
        return word
    # The genitive of a compound is known by the compound that is left without its -s.
    if looked_up(bare) is not None or zipf(bare) > zipf(word) or split(bare, particles=True):
        return bare
    if len(bare) < _BARE or bare.endswith(_NEVER_GENITIVE) or _ends_in_a_word(word):
        return word
    return bare if zipf(word) == 0.0 or zipf(bare) > max(0.0, zipf(word) - _ABOUT) else word


def _ends_in_a_word(word: str) -> bool:
    """Whether the tail of ``word`` is a base form in -s, which is then no genitive: *engångsinsats*, *kvinnohus*."""
    tails = (word[at:] for at in range(1, len(word) - 3))
    return word.endswith(("fors", "hus", "lös", "näs", "vis")) or any(looked_up(tail) == tail and zipf(tail) > 3.0 for tail in tails)


@cache
def abbreviations() -> Mapping[str, str]:
    """Each abbreviation in lower case, without its last full stop, and the word it stands for, or a key of its own.

    Only such as stand for one thing wherever they are written; "till.exempel" is a key for what is no single word.
    """
    return {form: whole for form, whole, _reason in rows("abbreviations.tsv")}
