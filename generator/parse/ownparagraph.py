"""Which of a protocol's paragraphs decides on the motion: a meeting decides many things, and its answer is one of them.

Minutes of a whole meeting hold "Beslut" under every paragraph ("§ 2 Justerare", "§ 13 Svar på motion"). What was decided under
another paragraph is never what was decided on the motion. Where no paragraph can be told to be the motion's, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.parse.meetings import PARAGRAPH
from generator.parse.reading import Part, Reading

# "§ 3 i kommunallagen", "§ 34, den 29 februari": a number that somebody refers to opens nothing.
_REFERENCE = re.compile(r"^\s*(?:[,;)]|(?:den|och|samt|i|av|enligt|punkt|stycket|st)\b|kap)", re.IGNORECASE)
_MOTION = re.compile(r"\bmotion(?:en|er|erna|svar\w*)?\b", re.IGNORECASE)
_REFERRAL = re.compile(r"\bremiss\w*|\byttrande\b", re.IGNORECASE)
_SEVERAL = 2


def begins_paragraph(text: str) -> bool:
    """Whether ``text`` opens a paragraph of a protocol: its number first, and no reference to one."""
    found = PARAGRAPH.match(text)
    return found is not None and not _REFERENCE.match(text[found.end() :])


def of_motion(reading: Reading, headed: Sequence[Part]) -> Part | None:
    """The one of ``headed`` (the sections of what was decided) that stands in the motion's own paragraph.

    A paper with one paragraph, or none, decides one thing: its first section. In another it is the first section of a
    paragraph that speaks of a motion, else of the only one that answers a referral; None where there is no such paragraph.
    """
    if not headed:
        return None
    texts, whose = _paragraphs(reading)
    if len({whose[id(part)] for part in headed}) < _SEVERAL and len(texts) <= _SEVERAL:
        return headed[0]
    for pattern, only in ((_MOTION, False), (_REFERRAL, True)):
        found = [part for part in headed if pattern.search(texts[whose[id(part)]])]
        if found and not (only and len({whose[id(part)] for part in found}) > 1):
            return found[0]
    return None


def _paragraphs(reading: Reading) -> tuple[list[str], dict[int, int]]:
    """The text of each paragraph, what stands before the first one first; and which of them each section's heading is in."""
    texts = [""]
    whose: dict[int, int] = {}
    for part in reading.parts:
        if part.heading:
            if begins_paragraph(part.heading.text):
                texts.append("")
            texts[-1] += f"\n{part.heading.text}"
        whose[id(part)] = len(texts) - 1
        for block in part.blocks:
            if begins_paragraph(block.text):
                texts.append("")
            texts[-1] += f"\n{block.text}"
    return texts, whose
