"""simplemma's Swedish dictionary of forms and base forms (MIT, comes with the package), as it is, in lower case."""

from __future__ import annotations

from functools import cache, lru_cache

from simplemma.strategies import DictionaryLookupStrategy


@lru_cache(maxsize=100_000)
def looked_up(word: str) -> str | None:
    """The dictionary's base form of ``word`` in lower case, right or wrong; None if the word is not in it."""
    found = _dictionary().get_lemma(word, "sv")
    return found.lower() if found else None


@cache
def _dictionary() -> DictionaryLookupStrategy:
    return DictionaryLookupStrategy()
