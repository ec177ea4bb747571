"""What the motion asks for: its att-clauses after the words that ask the council to decide."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Demand, Draft, Place
from generator.parse.layout import Block
from generator.parse.reading import Reading

_ASKS = re.compile(
    r"\b(?:föreslår|föreslås|yrkar|hemställer|förslag till beslut|att-satser|kommunfullmäktige (?:att )?beslutar?|"
    r"fullmäktige beslutar?)\b",
    re.IGNORECASE,
)
_ATT = re.compile(r"^(?:[•●▪–—*-]\s*|\d{1,2}[.)]\s*)?att\b", re.IGNORECASE)
_MARK = re.compile(r"^(?:[•●▪–—*-]|\d{1,2}[.)]|[a-z]\))\s*")
# "… föreslår därför att kommunfullmäktige beslutar att X": the clause after the last "att" that is not the asking itself.
_INLINE = re.compile(
    r"\b(?:föreslår|yrkar|hemställer)\b(?:\s+\w+){0,5}?"
    r"(?:\s+(?:att\s+)?(?:kommun|stads|region)?fullmäktige\s+(?:att\s+)?(?:beslutar?|uppdrar[^.]{0,60}?))?:?\s+"
    r"(?P<demand>att\s+[^.]{8,600}\.?)",
    re.IGNORECASE,
)
# "Kommunfullmäktige föreslås besluta att X"
_PASSIVE = re.compile(r"\b\w*fullmäktige\s+föreslås\s+(?:att\s+)?besluta:?\s+(?P<demand>att\s+[^.]{8,600}\.?)", re.IGNORECASE)
_HEADING = re.compile(r"^(?:förslag(?: till beslut)?|yrkanden?|att-satser|förslag till kommunfullmäktige)\b", re.IGNORECASE)


def demands(reading: Reading, draft: Draft) -> Draft:
    """Fill ``demands`` of a motion, numbered from 1, each verbatim with the anchor of its paragraph."""
    if draft.kind != "motion":
        return draft
    found = _listed(reading) or _inline(reading)
    return replace(
        draft,
        demands=tuple(Demand(number, text, place, passage) for number, (text, place, passage) in enumerate(found, 1)),
    )


def _listed(reading: Reading) -> list[tuple[str, Place, str]]:
    """The list items after the last words that ask; a paragraph of another kind ends the list."""
    blocks = _all(reading)
    best: list[tuple[str, Place, str]] = []
    for index, block in enumerate(blocks):
        asks = block.kind != "item" and (
            _ASKS.search(_tail(block.text)) or (block.kind == "heading" and _HEADING.match(block.text))
        )
        if not asks:
            continue
        items: list[tuple[str, Place, str]] = []
        for following in blocks[index + 1 :]:
            if following.kind != "item" and not _ATT.match(following.text):
                if items or following.kind == "heading" or not _ASKS.search(following.text):
                    break
                continue
            items.append((_MARK.sub("", following.text, count=1), following.place, reading.anchor(following)))
        if items:
            best = items
    return best


def _inline(reading: Reading) -> list[tuple[str, Place, str]]:
    for sentence in reversed(list(reading.sentences())):
        match = _INLINE.search(sentence.text) or _PASSIVE.search(sentence.text)
        if match:
            clauses = _clauses(match["demand"])
            return [
                (clause, sentence.block.place_at(sentence.start + match.start("demand") + at), sentence.passage)
                for clause, at in clauses
            ]
    return []


def _clauses(text: str) -> list[tuple[str, int]]:
    """ "att A, samt att B" → its clauses with their offsets; one clause if they are not set apart by a conjunction."""
    cuts = [0] + [match.end() - 3 for match in re.finditer(r"(?:,|;|\boch|\bsamt)\s+att", text)]
    made = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        clause = re.sub(r"[\s,;]*(?:\b(?:och|samt))?\s*$", "", text[start:end])
        made.append((clause, start))
    return made


def _tail(text: str) -> str:
    return text if len(text) < 200 else text[-200:]


def _all(reading: Reading) -> list[Block]:
    made: list[Block] = []
    for part in reading.parts:
        if part.heading:
            made.append(part.heading)
        made.extend(part.blocks)
    return made
