"""A stand that a decision takes on one of several demands by saying what it asks for: "avstyrker förslaget om att …"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from generator.model import Demand, DemandStance, Passage, Response, Stance
from generator.swedish.words import Word, sentences

NAMED: Final = 0.6  # share of the demand's weight that the sentence must hold

_VERBS: Final[tuple[tuple[re.Pattern[str], Stance], ...]] = (
    (re.compile(r"\bavstyrk", re.IGNORECASE), "reject"),
    (re.compile(r"\btillstyrk", re.IGNORECASE), "support"),
)
# Words that make a verdict something else than it says.
_QUALIFIED: Final = re.compile(r"\b(?:inte|varken|delvis|delar|om\s+inte|under\s+förutsättning|med\s+undantag|yrkar?|yrkande)\b", re.IGNORECASE)


def decided(demand: Demand, response: Response, share: Callable[[str], float]) -> DemandStance | None:
    """The stand on ``demand`` that the deciding sections state; None where they state none, or two that differ.

    ``share``: the share (0..1) of the demand that a sentence holds.
    """
    found: list[tuple[Stance, Passage, Word]] = []
    for section in response.sections:
        for passage in section.passages if section.kind == "decision" else ():
            for sentence in () if passage.struck else sentences(passage.text):
                values = [value for pattern, value in _VERBS if pattern.search(sentence.text)]
                if len(values) == 1 and not _QUALIFIED.search(sentence.text) and share(sentence.text) >= NAMED:
                    found.append((values[0], passage, sentence))
    if len({value for value, _, _ in found}) != 1:
        return None
    value, passage, sentence = found[0]
    return DemandStance(demand.number, value, quote=sentence.text, place=passage.place_at(sentence.start), passage=passage.id)
