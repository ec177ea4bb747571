"""Whether a stand is on part of the motion only, by words beside it: "delvis", "i den del", "de delar av motionen som"."""

from __future__ import annotations

import re

# "avstyrker de delar av motionen som …", "tillstyrker motionen i den del …"; not "avstyrker motionen då de delar som …".
_PART_OF = (
    r"(?:i|till)\s+(?:den|de|vissa|några)\s+(?:\w+\s+)?del(?:en|ar|arna)?\b|såvitt\s+avser\b|vad\s+(?:gäller|avser)\b"
)
_IN_PART_ACTIVE = re.compile(
    rf"^\s+(?:(?:de|den|vissa|några|två|tre|flera)\s+(?:\w+\s+)?del(?:en|ar|arna)?\b|motion\w*(?:\s+förslag\w*)?\s+(?:{_PART_OF}))",
    re.IGNORECASE,
)
_IN_PART_PASSIVE = re.compile(rf"^\s*(?:{_PART_OF})", re.IGNORECASE)
_IN_PARTS = r"(?:delvis|(?:i|till)\s+(?:vissa|några)\s+delar|till\s+(?:viss|en)\s+del|i\s+delar)"
_NOT_THERE = r"(?!då\b|eftersom|med\b|men\b|som\b|att\b|och\b|på\b|enligt|utifrån|genom|redan\b|vilket)"
_WITHIN = re.compile(rf"\b{_IN_PARTS}\b", re.IGNORECASE)
_PARTLY_BEFORE = re.compile(rf"\b{_IN_PARTS}\s+(?:{_NOT_THERE}[\wåäö]+\s+){{0,2}}$", re.IGNORECASE)
_PARTLY_AFTER = re.compile(
    rf"^\s+(?:{_NOT_THERE}[\wåäö-]+\s+){{0,3}}?{_IN_PARTS}\b(?!\s+(?:redan|är|tillgodo))", re.IGNORECASE
)


def is_partly(before: str, word: str, after: str) -> bool:
    """Whether "delvis" or its like belongs to ``word``, that takes a stand, in the clause ``before`` + ``word`` + ``after``."""
    return bool(_WITHIN.search(word) or _PARTLY_BEFORE.search(before) or _PARTLY_AFTER.match(after))


def opens_part(after: str) -> bool:
    """Whether what follows an active verb is some parts of the motion."""
    return bool(_IN_PART_ACTIVE.match(after))


def follows_part(after: str) -> bool:
    """Whether what follows the motion, or its passive verb, narrows it to a part."""
    return bool(_IN_PART_PASSIVE.match(after))
