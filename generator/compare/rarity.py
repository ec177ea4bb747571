"""How much a word tells of what a case is about: how few cases hold it, and how rare it is in Swedish."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.compare.content import content_words, is_content, sense, texts
from generator.model import Archive
from generator.swedish.lexicon import zipf
from generator.swedish.words import words

TITLE_CREDIT: Final = 0.5  # what a word of the motion's title is worth among several demands: all of them are about it


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many cases there are, in how many of them each lemma stands, and the lemmas of each motion's title."""

    cases: int = 1
    holding: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    bodies: tuple[str, ...] = ()  # names in small letters, the longest first

    def weight(self, lemma: str, motion: str, *, alone: bool = False) -> float:
        """How much a lemma tells: log(1 + cases / cases that hold it), times (8 − its Zipf frequency in Swedish) / 8.

        A word of the motion's title counts half, unless its demand stands ``alone``.
        """
        rare = math.log(1 + self.cases / max(1, self.holding.get(lemma, 1))) * (8 - zipf(lemma)) / 8
        return rare * TITLE_CREDIT if not alone and lemma in self.titles.get(motion, ()) else rare


def rarity(archive: Archive) -> Rarity:
    """The rarity of every content lemma, counted in cases so that a case's own much used words stay rare."""
    forms: dict[str, set[str]] = {motion.id: set() for motion in archive.motions}
    for text in texts(archive):
        forms[text.motion].update(word.text.lower() for word in words(text.passage.text))
    seen = {motion: {sense(form).lemma for form in said if is_content(form)} for motion, said in forms.items()}
    counts = Counter(lemma for bag in seen.values() for lemma in bag)
    titles = {
        motion.id: frozenset(
            found.lemma for title in (motion.title, *motion.titles) for _, found in content_words(title.value)
        )
        for motion in archive.motions
    }
    names = {name.lower() for body in archive.bodies for name in (body.name, *body.aliases, *body.offices)}
    return Rarity(max(1, len(seen)), counts, titles, tuple(sorted(names, key=lambda name: (-len(name), name))))
