"""Bundles made by hand: the parts of one file as the splitter hands them on, in invented words."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Document, Line, Part, PartKind, Place
from tests.cases import document

FILE = "handling.txt"
PROPOSAL = """Kommunfullmäktige

Handling 2021 nr 12

Yttrande över motion av Anna Ek (C) om en isbana i hamnen

Till Ekviks kommunfullmäktige

Kommunstyrelsens förslag

Styrelsen har vägt båtarna mot isen. Kommunstyrelsen föreslår att fullmäktige i Ekvik beslutar:

Den av Anna Ek väckta motionen avslås.

Ledamöterna var inte eniga om hamnen.

Bo Alm (C) yrkade bifall till motionen.

Kommunstyrelsen beslutade efter rösträkning med nio röster mot fyra att avstyrka motionen.

Ekvik den 5 maj 2021 Ekviks kommunstyrelse"""
STATEMENT = """Kommunstyrelsen

Yttrande

(S, V och MP)

2021-04-28

Yttrande angående motion av Anna Ek (C) om en isbana i hamnen

Vi tycker att hamnen ska vara till för båtarna även när det är kallt."""
OFFICE = """Stadskansliet

Tjänsteutlåtande

Utfärdat 2021-03-02

Ärendenummer KST-2021-00045

Motion av Anna Ek (C) om en isbana i hamnen

Remissinstanser

Motionen har remitterats för yttrande till fritidsnämnden.

Remissinstans  Beslut  Kommentar Fritidsnämnden Avstyrker

Hamnnämnden  Avstyrker

Bedömning

Kansliet ser inget behov av en isbana till."""
MOTION = """Kommunfullmäktige

Handling 2020 nr 88

Motion av Anna Ek (C) om en isbana i hamnen

Isen i hamnen ligger länge, och ingen åker på den. Det är synd när så många barn i Ekvik vill lära sig att åka skridskor.

Förslag till beslut i kommunfullmäktige: Fritidsnämnden får i uppdrag att ploga en isbana i hamnen.

Anna Ek (C)"""
MINUTES = """Fritidsnämnden

Utdrag ur protokoll

Sammanträdesdatum: 2021-02-10

§ 14 Svar på remiss om motion om en isbana i hamnen

Beslut

Fritidsnämnden avstyrker motionen."""
ANSWER = """Fritidsförvaltningen

Tjänsteutlåtande

Utfärdat 2021-01-20

Diarienummer FN 2021/7

Svar på remiss om motion om en isbana i hamnen

Förslag till beslut

Fritidsnämnden avstyrker motionen.

Förvaltningens bedömning

Isen är för tunn de flesta vintrar."""
ATTACHMENT = """Bilaga 3

Istjocklek i hamnen, mätt varje vecka

Vecka 5: elva centimeter. Vecka 6: sju centimeter."""

Parts = Sequence[tuple[PartKind, str]]
WHOLE: Parts = (
    ("board-proposal", PROPOSAL),
    ("statement", STATEMENT),
    ("office-statement", OFFICE),
    ("motion", MOTION),
    ("minutes", MINUTES),
    ("answer", ANSWER),
    ("attachment", ATTACHMENT),
)


def bundle(parts: Parts, file: str = FILE) -> tuple[Document, ...]:
    """The parts of a file, their lines numbered on through it."""
    made = []
    shift = 0
    for number, (kind, text) in enumerate(parts, 1):
        read = document(text, file)
        lines = tuple(Line(line.number + shift, line.text, style=line.style) for line in read.lines)
        quote = " ".join(line.text for line in lines[:3] if line.text)
        part = Part(number, kind, Place(file, None, lines[0].number), Place(file, None, lines[-1].number), quote)
        made.append(Document(file, read.sha256, read.media_type, lines, size=read.size, words=len(text.split()), part=part))
        shift = lines[-1].number + 1
    return tuple(made)
