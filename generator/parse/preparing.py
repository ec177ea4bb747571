"""Whether a paper prepares the matter for those who settle it, instead of answering the referral.

The office of the executive board sums the answers up and proposes a decision to the council; a board that was asked may do
the latter too ("nämnden föreslår att fullmäktige avslår motionen"), and then it still answers.
"""

from __future__ import annotations

import re

from generator.parse.reading import Reading
from generator.parse.tableheads import columns_of

_SUMMARY = re.compile(
    r"^(?:sammanställning|sammanfattning|redovisning|redogörelse)\s+(?:av|över|för)\s+(?:inkomna\s+|inkommande\s+)?(?:remissvar|remissyttranden|yttranden|svar|remissinstansernas)\w*"
    r"|^(?:remissammanställning|remissredogörelse|remissvaren i sammandrag)\b",
    re.IGNORECASE,
)
_BOARD = r"(?:kommunstyrelsen|stadens styrelse|regionstyrelsen|kommunstyrelsens (?:arbetsutskott|ledningsutskott|allmänna utskott))"
_COUNCIL = r"(?:kommun|stads|region)?fullmäktige"
# "Kommunstyrelsen föreslår kommunfullmäktige besluta", "Kommunstyrelsen föreslås föreslå kommunfullmäktige"
_PROPOSES = re.compile(
    rf"\b{_BOARD}\s+(?:beslutar\s+(?:att\s+)?föreslå|föreslås?\s+(?:besluta\s+)?(?:att\s+)?(?:föreslå)?|tillstyrker|förordar|hemställer)[^.;]{{0,60}}\b{_COUNCIL}\b"
    rf"|\b(?:förslag till beslut i|förslag till|beslutsförslag till) {_BOARD} (?:och|samt) {_COUNCIL}\b|\bkommunstyrelsens förslag till (?:beslut i )?{_COUNCIL}\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"^(?:remissvar|remissyttrande|svar på remiss|yttrande (?:över|till|angående|på) (?:\w+ )?(?:remiss|motion|kommunstyrelsen)|\w*nämnden(?:s yttrande)?$)", re.IGNORECASE
)
_OFFICE = re.compile(
    r"(?:kommunlednings|stadslednings|kommunstyrelse|regionlednings|ledningsstabens?)\w*(?:kontoret|förvaltning(?:en)?|stab(?:en)?)\b|\b(?:kommun|stads)(?:kansliet|kontoret)\b",
    re.IGNORECASE,
)
_TOP = 8  # lines of the opening in which a paper names itself


def prepares(reading: Reading) -> str:
    """The words that show a paper to prepare the matter; "" where nothing does."""
    opening = [block.text for block in reading.preface[:_TOP]]
    headings = [part.heading.text for part in reading.parts[:2] if part.heading]
    for text in [*opening, *headings]:
        if _SUMMARY.match(text):
            return text
    table = _table(reading)
    if table:
        return table
    if any(_ANSWERS.match(text) for text in opening):
        return ""
    if any(_OFFICE.search(text) for text in [*opening, *(block.text for name, block in reading.furniture if name == "sidhuvud")]):
        for text in [*headings, *(part.heading.text for part in reading.parts if part.heading)]:
            if _PROPOSES.search(text):
                return text
        for sentence in reading.sentences("decision", "preface"):
            if _PROPOSES.search(sentence.text):
                return sentence.text
    return ""


def _table(reading: Reading) -> str:
    """The head of a table of what each body answered: such a table makes any paper one that prepares the matter."""
    return next((line.text for line in reading.document.lines if line.style == "row" and columns_of(line.cells)), "")
