"""Forms that no rule of endings leads back to their word: *böcker*, *gick*, *kf*.

Search has no lemmatiser in the browser. A form that stands in the archive is shipped with its lemma, and an unknown form
is tried without its ending; for what is neither, these forms are known beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.swedish.corrections import overrides
from generator.swedish.folding import fold
from generator.swedish.keys import lemma_key
from generator.swedish.lemmas import abbreviations
from generator.swedish.lexicon import frequencies, zipf

_FROM = 2.6  # zipf: about one word in 2.5 million; a rarer form of a word is hardly typed


def irregular_forms(endings: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The forms of common words, and all abbreviations, that ``endings`` do not lead to their lemma key, sorted.

    ``endings``: pairs of an ending and what stands in its place, without dots over letters. Each form is as written, in
    lower case, with its lemma key beside it; about 3,000 are found with the endings of search, in two seconds.
    """
    rules = [("", ""), *endings]
    listed = {*_common(), *overrides(), *abbreviations()}
    found = ((form, lemma_key(form)) for form in sorted(listed))
    return tuple((form, key) for form, key in found if not _regular(fold(form), fold(key), rules))


def _common() -> Iterable[str]:
    return (word for word in frequencies() if len(word) > 2 and word.isalpha() and zipf(word) >= _FROM)


def _regular(folded: str, key: str, rules: Sequence[tuple[str, str]]) -> bool:
    return any(folded.endswith(end) and folded[: len(folded) - len(end)] + instead == key for end, instead in rules)
