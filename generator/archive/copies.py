"""Which drafts are copies of one motion, and which of them is shown. Part of the room ``archive``.

A bundle often holds its motion twice: after the proposal to the council, and again among what a body was sent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Draft
from generator.swedish.words import words

_SAME = 0.85  # share of the shorter text's words that a copy has in common with the longer; scans and line breaks cost some
_EQUAL = 0.95  # share of the fullest copy's words from which another is as full
_FEWEST = 20  # words: what is shorter (a title page, a cut-off copy) is held to its own words alone


@dataclass(frozen=True, slots=True)
class Chosen:
    """The motion of a case: the draft that is shown, its copies, and drafts that say something else."""

    shown: Draft | None
    copies: tuple[Draft, ...]
    rivals: tuple[Draft, ...]


def choose(motions: Sequence[Draft]) -> Chosen:
    """Of ``motions`` in one case the fullest, with those that repeat it (only parts of a bundle do) apart from the rest."""
    order = sorted(motions, key=lambda draft: (not draft.demands, not draft.proposers, -_count(draft)))
    if not order:
        return Chosen(None, (), ())
    fullest = order[0]
    others = [other for other in order[1:] if (fullest.document.part or other.document.part) and alike(fullest, other)]
    # A copy may have a letterhead or a note more and be no fuller for that: of equals the first in the bundle is shown.
    equals = [other for other in others if len(other.demands) == len(fullest.demands) and _count(other) >= _EQUAL * _count(fullest)]
    shown = min([fullest, *equals], key=lambda draft: draft.document.key)
    copies = tuple(draft for draft in [fullest, *others] if draft is not shown)
    return Chosen(shown, copies, tuple(draft for draft in order[1:] if draft not in others))


def alike(one: Draft, other: Draft) -> bool:
    """Whether the shorter of two texts is, but for a few words, held in the longer."""
    bags = sorted((_bag(one), _bag(other)), key=Counter.total)
    held = (bags[0] & bags[1]).total()
    return held >= _SAME * bags[0].total() and bags[0].total() >= min(_FEWEST, bags[1].total())


def _bag(draft: Draft) -> Counter[str]:
    return Counter(word.text.lower() for line in draft.document.lines for word in words(line.text))


def _count(draft: Draft) -> int:
    return _bag(draft).total()
