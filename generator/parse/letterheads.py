"""The sender of a part of a bundle, as its letterhead, its minutes or the board it proposes to name it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Mention, Place, SenderClue
from generator.parse.bodynames import is_generic
from generator.parse.reading import Reading

RECEIVERS = re.compile(r"^(?:kommunstyrelsen?|kommunfullmäktige|stadens? kommunstyrelse|till\b.*)$", re.IGNORECASE)
# A line that begins so is a title, whatever body it goes on to name.
TITLE_WORD = re.compile(r"^(?:yttrande|remissvar|remiss|svar|tjänste\w+|protokoll\w*|sammanträdes\w*|motion\w*|kallelse|bilaga|besluts?underlag)\b", re.IGNORECASE)
# A part of a bundle opens with its sender's letterhead: the whole line is one name, whatever "och" and "samt" stand in it.
_HEADED = re.compile(
    r"^(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ&,. -]{0,70}?(?:nämnd(?:en)?|förvaltning(?:en)?|kontoret|kansliet|bolaget|förbundet|beredningen|styrelsen|\bAB)"
    r"(?: [A-ZÅÄÖ][\wåäö-]+){0,2}|(?:Nämnden|Förvaltningen|Förbundet|Stiftelsen) för (?!.*\bbeslut)[a-zåäö ,-]{3,60}?)(?: (?:Avdelning|Enhet)\b.*| [A-ZÅÄÖ][a-zåäö]+ och [a-zåäö]+)?$"
)
# "Utdrag ur protokoll Kulturnämnden Sammanträdesdatum: …", "… fört vid styrelsesammanträde Ekvik Hamn AB 2023-05-10"
_MINUTES_OF = re.compile(
    r"^(?:utdrag ur )?(?:protokoll|protokollsutdrag)\b[^.]{0,20}?\b(?:fört (?:vid|på)(?: \w+)? styrelse(?:sammanträde|möte)(?: (?:vid|i|med|för))?\s+)?"
    r"(?-i:(?P<body>[A-ZÅÄÖ][\wåäöÅÄÖ& -]{2,60}?))\s*(?=,|\.?$|\s(?:19|20)\d{2}|\ssammanträdesdatum)",
    re.IGNORECASE,
)
_MINUTES_FROM = re.compile(r"^Utdrag ur (?P<body>[A-ZÅÄÖ][\wåäöÅÄÖ& -]{2,60}?):?s (?:styrelse)?protokoll\b")
_DECIDES_IN = re.compile(
    r"\b(?:Förslag till beslut i|^I) (?!enlighet|samband|samråd|samverkan|övrigt)(?P<body>(?:styrelsen för )?[\wÅÄÖåäö&,. -]{3,70}?(?:nämnden(?: för [\wåäö, -]+)?|nämnd [A-ZÅÄÖ]\w+|\bAB(?: [A-ZÅÄÖ]\w+)?))"
    r"\s*(?:[:;]|$)",
    re.IGNORECASE,
)
_CITY = re.compile(r"^[A-ZÅÄÖ]\w+ (?:Stads?|Kommuns?) (?=[a-zåäö])")
_PROPOSES = re.compile(r"^(?P<body>(?:Kommun|Region)styrelsen)(?:s förslag\b| (?:föreslår|tillstyrker|avstyrker)\b)")
_HEAD_LINES = 4  # lines with text among which a part names its sender


def part_head(reading: Reading) -> Iterator[SenderClue]:
    """The sender as the letterhead of a part of a bundle names it, or as its minutes or its proposal do."""
    part = reading.document.part
    if part is not None and part.kind == "board-proposal":
        yield from _board(reading)
    if part is None or part.kind not in {"answer", "minutes", "office-statement"}:
        return
    lines = [line for line in reading.document.lines if line.text.strip()][:_HEAD_LINES]
    for line in lines:
        text = _CITY.sub("", " ".join(line.text.split()).strip("[]"))
        text = text[:1].upper() + text[1:]
        minutes = _MINUTES_FROM.match(text) or (_MINUTES_OF.match(text) if part.kind == "minutes" else None)
        name = minutes["body"].strip() if minutes else headed["name"] if (headed := _HEADED.match(text)) and not TITLE_WORD.match(text) else ""
        if not name or is_generic(name) or (minutes and not (_HEADED.match(name) or "AB" in name.split())) or RECEIVERS.match(name):
            continue
        place = Place(reading.document.file, line.page, line.number)
        yield SenderClue(Mention(name, name, place), 3, "dokumenthuvudet", line.text.strip())
        return
    for other in reading.parts:
        texts = [other.heading, *other.blocks[:1]] if other.heading and other.kind == "decision" else other.blocks
        for block in texts:
            found = _DECIDES_IN.search(block.text[:160]) if block else None
            if block and found and not is_generic(found["body"]):
                name = re.sub(r"^styrelsen för ", "", found["body"], flags=re.IGNORECASE).strip()
                name = name[:1].upper() + name[1:]
                yield SenderClue(Mention(name, name, block.place_at(found.start("body"))), 3, "beslutet", found.group().strip())
                return


def _board(reading: Reading) -> Iterator[SenderClue]:
    """The board whose proposal to the council the paper says that it is: "Kommunstyrelsens förslag", "Kommunstyrelsen föreslår"."""
    for line in reading.document.lines:
        found = _PROPOSES.match(line.text.strip())
        if found:
            place = Place(reading.document.file, line.page, line.number)
            yield SenderClue(Mention(found["body"], found["body"], place), 3, "förslaget", line.text.strip()[:160])
            return
