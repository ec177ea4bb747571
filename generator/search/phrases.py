"""Where a phrase stands: in the archive by the places of its words, in a text by its letters; one rule for both.

The words stand beside each other, letter for letter but for case. A full stop or another of ``STOPS`` between two of them
parts them, unless the phrase has such a sign there too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.search.language import STOPS, Phrase, simple_words
from generator.search.postings import NEXT, OVER_STOP
from generator.search.reading import Index
from generator.search.stored import SECTION_STEP

Span = tuple[int, int]


def phrase_spans(text: str, phrase: Phrase) -> list[Span]:
    """Every place in ``text`` where the words of ``phrase`` stand together, as start and end."""
    found = simple_words(text)
    size = len(phrase.words)
    return [
        (found[at][1], found[at + size - 1][2])
        for at in range(len(found) - size + 1)
        if all(found[at + i][0] == word for i, word in enumerate(phrase.words))
        and all(
            stops(gap) or not stops(text[found[at + i][2] : found[at + i + 1][1]]) for i, gap in enumerate(phrase.gaps)
        )
    ]


def stops(between: str) -> bool:
    """Whether what stands between two words parts them."""
    return any(sign in between for sign in STOPS)


def phrase_sections(index: Index, phrase: Phrase, among: Iterable[int]) -> dict[int, int]:
    """The documents of ``among`` that hold the phrase, in order, each with the sections where it stands, as bits."""
    if not phrase.words:
        return {}
    places = [index.places(word) for word in phrase.words]
    made: dict[int, int] = {}
    for document in sorted(among):
        if not all(document in found for found in places):
            continue
        held = _standing([found[document] for found in places], phrase)
        if held is not None:
            made[document] = held
    return made


def _standing(places: Sequence[Sequence[int]], phrase: Phrase) -> int | None:
    """The sections, as bits, where the words stand in a row in one document; None where they do not."""
    mask: int | None = None
    after = [set(held) for held in places[1:]]
    for start in places[0]:
        ends = {start}
        for gap, held in zip(phrase.gaps, after, strict=True):
            steps = (NEXT, OVER_STOP) if stops(gap) else (NEXT,)
            ends = {end + step for end in ends for step in steps if end + step in held}
            if not ends:
                break
        if ends:
            mask = (mask or 0) | (1 << start // SECTION_STEP >> 1)
    return mask
