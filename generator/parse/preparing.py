"""Whether a paper prepares the matter for those who settle it, instead of answering the referral.

The office of the executive board sums the answers up and proposes a decision to the council; a board that was asked may do
the latter too ("nämnden föreslår att fullmäktige avslår motionen"), and then it still answers.
"""

from __future__ import annotations

import re

from generator.parse.dates import dates
from generator.parse.reading import Reading
from generator.parse.receivers import receivers
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
# The office's own name over its paper, alone or with the day beside it.
_OWN_NAME = re.compile(rf"^(?:{_OFFICE.pattern})(?:[\s,:]+[\d-]+)?$", re.IGNORECASE)
_SENT_OUT = re.compile(r"\bmotionen\b.{0,60}\b(?:remitterats|remitterades|på remiss|sänts ut|för yttrande)\b", re.IGNORECASE)
# What the bodies asked came back with, or did not.
_CAME_BACK = re.compile(
    r"\b(?:remiss)?instans(?:er|erna)?\b.{0,60}\b(?:svara[rdt]\w*|inkommit|yttrat sig|avstått)\b|\b(?:redovisar|sammanfattar)\b.{0,30}\b(?:svaren|remissvaren|yttrandena)\b"
    r"|\bsamtliga\b.{0,30}\bsvarat\b",
    re.IGNORECASE,
)
_SEVERAL = 2
_TO = re.compile(r"\btill\s+")
# A referral letter: it sends the motion out and says until when the answer is awaited.
_SENDS = re.compile(
    r"\bmotion(?:en|erna)?\b.{0,200}?\b(?:översänds|översändes|remitteras|sänds|skickas)\b.{0,40}?\b(?:till|för yttrande|på remiss)\b|\bges (?:härmed )?tillfälle att yttra\b", re.IGNORECASE
)
_REFERRAL = re.compile(r"^(?:förnyad |ny )?remiss(?:\s*[:–-]|\s+(?:av|om|angående|avseende))\s*motion", re.IGNORECASE)
_ASKED = re.compile(r"^(?:remissinstanser|remitteras till|remiss till)\s*:", re.IGNORECASE)
_AWAITED = re.compile(r"\b(?:svar|yttrande|yttra|remisstid|svarstid)\w*\b.{0,80}\b(?:senast|till och med|före)\b", re.IGNORECASE)
_JUDGES = re.compile(
    r"\b(?:avstyrk|tillstyrk|avslå|bifall|bifäll|besvarad|reserver|yrka)\w*|\b(?:anser|bedömer|föreslår|föreslås|beslutar|instämmer|erinran|tveksam\w*|har remitterat|har överlämnat)\b", re.IGNORECASE
)
_LETTER = 30  # lines with text: a referral letter is short
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
        return _tells_of_all(reading)
    if any(_OFFICE.search(text) for text in [*opening, *(block.text for name, block in reading.furniture if name == "sidhuvud")]):
        for text in [*headings, *(part.heading.text for part in reading.parts if part.heading)]:
            if _PROPOSES.search(text):
                return text
        for sentence in reading.sentences("decision", "preface"):
            if _PROPOSES.search(sentence.text):
                return sentence.text
    return _tells_of_all(reading)


def sends_out(reading: Reading) -> str:
    """The words by which a short letter sends a motion out for opinions until a day; "" for anything that judges the motion."""
    lines = [" ".join(line.text.split()) for line in reading.document.lines if line.text.strip()]
    if reading.document.part or len(lines) > _LETTER:
        return ""
    sentences = [sentence.text for sentence in reading.sentences()]
    if not any(_AWAITED.search(text) and any(dates(text)) for text in [*lines, *sentences]) or any(_JUDGES.search(text) for text in lines):
        return ""
    sent = next((text for text in sentences if _SENDS.search(text)), "")
    headed = next((text for text in lines[:_TOP] if _REFERRAL.match(text)), "")
    return sent or (headed if any(_ASKED.match(text) for text in lines) else "")


def _tells_of_all(reading: Reading) -> str:
    """Where the office of the board or council writes in its own name: its words of who was asked and what came back.

    An office that was asked itself answers, whatever it tells of the others.
    """
    top = [" ".join(line.text.split()) for line in reading.document.lines if line.text.strip()][:_TOP]
    own = next((text for text in top if _OWN_NAME.match(text)), "")
    if not own or reading.document.part:
        return ""  # a part of a bundle is told by its own opening
    sentences = [sentence.text for sentence in reading.sentences()]
    name = own.split()[0].lower().rstrip(",:")
    for text in sentences:
        if _SENT_OUT.search(text) and name not in text.lower() and any(len(receivers(text[to.end() :]).names) >= _SEVERAL for to in _TO.finditer(text)) and any(_CAME_BACK.search(one) for one in sentences):
            return text
    return ""


def _table(reading: Reading) -> str:
    """The head of a table of what each body answered: such a table makes any paper one that prepares the matter."""
    return next((line.text for line in reading.document.lines if line.style == "row" and columns_of(line.cells)), "")
