"""The base form of a Swedish word: what its inflections share.

simplemma's dictionary (MIT, no network) with three corrections. It takes nouns for verb forms (*nämnd* for a form of
*nämna*): a word whose definite form has it for a lemma is a base form already. It knows few compounds: an unknown one
takes the lemma of its tail (*grundskolenämnden* → *grundskolenämnd*). What still goes wrong stands, with the reason, in
``lemma_overrides.tsv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from generator.swedish.dictionary import looked_up
from generator.swedish.lexicon import WORD_LIMIT, zipf
from generator.swedish.splitting import split
from generator.swedish.tables import rows

_DEFINITE = ("en", "et", "n", "t")


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
    override = _overrides().get(word)
    if override is not None:
        return override
    known = looked_up(word)
    if known is not None:
        return word if known == word or _is_base(word) else _noun(word, known) or known
    if "-" in word:
        head, _, tail = word.rpartition("-")
        return f"{head}-{_step(tail)}" if tail else word
    parts = split(word, particles=True)
    if parts:
        tail = parts[-1].surface
        following = _step(tail)
        return word[: -len(tail)] + following
    if word.endswith("s") and len(word) > 3:
        bare = word[:-1]
        # The genitive of a compound (*grundskolenämndens*) is known by the compound that is left without its -s.
        if looked_up(bare) is not None or zipf(bare) > zipf(word) or split(bare, particles=True):
            return bare
    return word


@cache
def _overrides() -> Mapping[str, str]:
    return {form: base for form, base, _reason in rows("lemma_overrides.tsv")}


def _is_base(word: str) -> bool:
    """Whether a definite form has ``word`` for its lemma (*nämnden* → *nämnd*), so that it is a noun's base form."""
    return len(word) > 2 and any(looked_up(word + ending) == word for ending in _DEFINITE)


def _noun(word: str, known: str) -> str | None:
    """The noun behind a form that the dictionary gives to another word: *träden* → *träd*, *bussar* → *buss*.

    None unless that noun is commoner than the word ``known`` to the dictionary, or its definite plural (*bussarna*)
    about as common as the form.
    """
    stem = word[:-2]
    if word.endswith("en") and len(stem) > 2 and looked_up(stem + "et") == stem and zipf(stem) > zipf(known):
        return stem
    if word.endswith(("ar", "er", "or")) and len(stem) > 2:
        base = looked_up(word + "na")
        if base is not None and (looked_up(base) == base or _is_base(base)) and not base.endswith(("a", "e")):
            return base if zipf(word + "na") > zipf(word) - 1.5 else None
    return None
