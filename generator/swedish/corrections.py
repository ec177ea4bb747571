"""Where simplemma's dictionary gives a form to the wrong word, and the right word can be told from how common each is.

The dictionary knows one base form a form and nothing of parts of speech, so that it takes nouns for imperatives
(*avfall*), presents for nouns of the doer (*tolkar* for *tolkare*) and plurals of adjectives for verbs (*trygga*). Each
rule here is general: a closed list of single words stands in ``lemma_overrides.tsv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.swedish.dictionary import looked_up
from generator.swedish.lexicon import zipf
from generator.swedish.tables import rows

_DEFINITE = ("en", "et", "n", "t")
_MARGIN = 0.3  # of zipf: how much commoner than the verb a word must be to be taken for a noun
_CLEAR = 0.7  # the same for an adjective: five times as common


@cache
def overrides() -> Mapping[str, str]:
    """The forms whose base form no rule can tell, each with its base form (``lemma_overrides.tsv``); names in -s too."""
    made = {form: base for form, base, _reason in rows("lemma_overrides.tsv")}
    names = [base for _form, base, reason in rows("lemma_overrides.tsv") if reason == "name" and not base.endswith("s")]
    return {**{name + "s": name for name in names}, **made}


def corrected(word: str, known: str) -> str:
    """The base form of ``word`` (lower case) by one step, where ``known`` is what the dictionary says."""
    if known == word:
        return _neuter(word) or word
    if (adjective := _adjective(word, known)) is not None:
        return adjective
    if is_base(word):
        return word
    return _doing(word, known) or _named(word, known) or _noun(word, known) or known


def is_base(word: str) -> bool:
    """Whether a definite form has ``word`` for its lemma (*nämnden* → *nämnd*), so that it is a noun's base form."""
    return len(word) > 2 and any(looked_up(word + ending) == word for ending in _DEFINITE)


def definite(word: str) -> float:
    """How common (zipf) the commonest form is that makes ``word`` a noun's base form (see ``is_base``); 0 if none does."""
    return max(zipf(word + ending) if looked_up(word + ending) == word else 0.0 for ending in _DEFINITE)


def _neuter(word: str) -> str | None:
    """The adjective behind a neuter that the dictionary leaves alone as an adverb: *snabbt* → *snabb*."""
    stem = word[:-1]
    if not word.endswith("t") or len(stem) < 4 or looked_up(stem) != stem:
        return None
    return stem if any(looked_up(stem + ending) == stem for ending in ("are", "ast", "aste")) else None


def _adjective(word: str, known: str) -> str | None:
    """``known`` where ``word`` is rather its plural than a verb or a noun: *låga* → *låg*, *trygga* → *trygg*.

    It is if the adjective is clearly commoner than the verb's present (*tryggar*) and the noun's other forms (*lågan*).
    """
    stem = word[:-1]
    spellings = {stem, stem[:-1] + "e" + stem[-1:]}  # snabb-a, säk-r-a of säker
    if not word.endswith("a") or len(known) < 3 or known not in spellings:
        return None
    rivals = (word + "r", stem + "er", word + "n", word + "t", stem + "or")
    return known if zipf(known) > max(zipf(rival) for rival in rivals) + _CLEAR else None


def _doing(word: str, known: str) -> str | None:
    """The word behind a form given to a noun of the doer: *tolkar* → *tolka*, *drömmar* → *dröm*, *vägarna* → *väg*."""
    stem = known.removesuffix("are")
    if stem == known:
        return None
    noun = _singular(stem)
    if word == stem + "arna":
        return noun if noun and looked_up(stem + "ar") == noun and zipf(noun) > zipf(known) else None
    if word != stem + "ar":
        return None
    verb = stem + "a"
    if noun and zipf(noun) > zipf(verb):
        return noun
    return verb if looked_up(verb) == verb else None


def _singular(stem: str) -> str | None:
    """The noun that has ``stem`` before its plural ending, by its definite form: *drömm* → *dröm*; None if none has."""
    for noun in (stem, stem[:-1]) if stem[-2:] in ("mm", "nn") else (stem,):
        if len(noun) > 2 and looked_up(stem + "en") == noun:
            return noun
    return None


def _named(word: str, known: str) -> str | None:
    """The noun behind a form given to a verb's imperative or participle: *avfall*, *avfallet* → *avfall*.

    It is one if it is commoner than the infinitive: nobody commands or has done so often. A form in -r is rather a
    present (*gör*).
    """
    for stem in (word, word[:-2]) if word.endswith(("et", "en")) else (word,):
        if len(stem) > 2 and known == stem + "a" and not stem.endswith("r") and zipf(stem) > zipf(known) + _MARGIN:
            return stem
    return None


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
        if base is not None and (looked_up(base) == base or is_base(base)) and not base.endswith(("a", "e")):
            return base if zipf(word + "na") > zipf(word) - 1.5 else None
    return None
