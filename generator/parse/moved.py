"""What somebody moved (yrkade) on the motion: the words, and what would become of the motion by them.

A decision may say no more than whose motion was granted ("beslutade att bifalla Anna Eks yrkande"). What she moved stands in
the same minutes, and only there is it looked for; where she moved two things nobody can tell which was granted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Outcome
from generator.parse.outcomes import read_outcome
from generator.parse.reading import Reading

_VERB = re.compile(r"\byrka(?:r|de|t)\s+(?:att\s+)?", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:samt|och)\s+(?:avslag|bifall)\b.*$|\bVidare yrka.*$", re.IGNORECASE | re.DOTALL)
_NAME_LEAST = 3  # letters of a name by which a mover is found


@dataclass(frozen=True, slots=True)
class Moved:
    """A sentence in which somebody moved something on the motion."""

    text: str
    outcome: Outcome


def granted_motion(reading: Reading, mover: str) -> Moved | None:
    """What ``mover`` ("Anna Eks", "Anna Ek m.fl.", "S, V och MP") moved on the motion; None where that is not one known thing."""
    names = {name for name in _names(mover) if len(name) >= _NAME_LEAST}
    if not names:
        return None
    found = []
    for sentence in reading.sentences():
        verb = _VERB.search(sentence.text)
        if not verb or not any(re.search(rf"\b{re.escape(name)}\b", sentence.text[: verb.start()]) for name in names):
            continue
        outcome = read_outcome(_plain(sentence.text[verb.end() :])).outcome
        if outcome not in {"other", "referred-back", "tabled"}:
            found.append(Moved(sentence.text, outcome))
    return found[0] if found and len({one.outcome for one in found}) == 1 else None


def _names(mover: str) -> list[str]:
    """The full name as it is written elsewhere: "Karin Eks" → "Karin Ek", "Karin Eks" (a name may itself end in s)."""
    bare = re.sub(r"\s+m\.?\s?fl\.?.*$", "", mover.strip())
    return [bare, bare[:-1]] if bare.endswith("s") else [bare]


def _plain(words: str) -> str:
    """What was moved, as a decision would put it: "att motionen skulle avstyrkas" → "motionen avstyrks"."""
    text = _FURTHER.sub("", words)
    text = re.sub(r"\bskulle\s+(avstyrk|avslå|tillstyrk|bifall)(?:a)?s\b", r"\1s", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:skulle|ska|skall)\s+(?=anses)", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(avslag|bifall)\s+(?:på|till)\s+", lambda m: ("avslå " if m[1].lower() == "avslag" else "bifalla "), text, flags=re.IGNORECASE)
    return re.sub(r"^bifall\s+(?=motion)", "bifalla ", text, flags=re.IGNORECASE)
