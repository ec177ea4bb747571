"""Bundles and single papers of invented municipalities, as values."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Document, Line

# A council's printed matter whose text was reflowed: every line is a paragraph, and headings run into it.
REFLOWED = """\
Kommunfullmäktige

Handling 2031 nr 12

Yttrande över motion av Tova Lind (C) och Arvid Rask (L) om fler bänkar längs strandpromenaden i Granvik Till Granviks kommunfullmäktige

Kommunstyrelsens förslag Kommunstyrelsen tillstyrker yrkande från S och V den 4 mars 2031 och föreslår att kommunfullmäktige beslutar:

1. Tekniska nämnden får i uppdrag att ställa ut bänkar vid strandpromenadens tre entréer. 2. Den av Tova Lind och Arvid Rask väckta motionen anses besvarad.

Vid behandlingen förekom skiljaktiga meningar:

Bo Ek (M) yrkade att motionen skulle avslås. Kommunstyrelsen beslutade med sju röster mot fyra att bifalla yrkandet från S och V.

Granvik den 12 mars 2031 Granviks kommunstyrelse

Eva Hall

Kommunstyrelsen

Yrkande                              (S, V) 2031-03-04                         Ärendenummer KLK-2030-00077

Yrkande angående – Motion av Tova Lind (C) och Arvid Rask (L) om fler bänkar längs strandpromenaden i Granvik Förslag till beslut I kommunstyrelsen och kommunfullmäktige:

1. Tekniska nämnden får i uppdrag att ställa ut bänkar vid promenadens tre entréer. 2. Motionen anses besvarad.

Yrkandet Vi tycker att den som går långsamt också ska kunna ta sig till vattnet. Bänkar är en liten kostnad och en stor hjälp, och yttrandet från tekniska nämnden visar att det går.

Kommunstyrelsen

Yttrande

Moderaterna

2031-03-10                             Nr 7

Yttrande angående motion av Tova Lind (C) och Arvid Rask (L) om fler bänkar längs strandpromenaden i Granvik. Vi delar inte uppfattningen att detta är en fråga för fullmäktige.

Kommunledningskontoret

Tjänsteutlåtande                     Handläggare Utfärdat 2031-01-20                     Sten Alm Diarienummer KLK-2030-00077             Telefon: 012-34 56 78 E-post: sten.alm@granvik.example

Motion av Tova Lind (C) och Arvid Rask (L) om fler bänkar längs strandpromenaden i Granvik Motionen Tova Lind (C) och Arvid Rask (L) föreslår att kommunfullmäktige beslutar att tekniska nämnden ställer ut bänkar.

Remissinstanser Motionen har remitterats för yttrande till tekniska nämnden. Nämndens svar står i tabellen nedan, och handlingarna ligger sist i denna skrivelse tillsammans med motionen.

Remissinstans          Beslut          Kommentar Tekniska nämnden          Tillstyrker          Nämnden ser gärna bänkar.

Yttrande M

Bedömning ur ekonomisk dimension Kommunledningskontoret bedömer att kostnaden ryms inom tekniska nämndens ram. Beslut fattades i november om nämndens budget. Motionen föreslår ingen finansiering.

Sten Alm                                 Vera Nord

Handläggare                              Kommundirektör

Bilagor 1.             Motionen 2.             Tekniska nämndens handlingar 2030-12-03 § 41

Kommunfullmäktige

Handling 2030 nr 88

Motion av Tova Lind (C) och Arvid Rask (L) om fler bänkar längs strandpromenaden i Granvik I dag finns två bänkar på fyra kilometer. Den som behöver vila vänder om. Det vill vi ändra på.

Kommunfullmäktige föreslås besluta: 1. Tekniska nämnden får i uppdrag att ställa ut tjugo bänkar längs promenaden. 2. Tekniska nämnden får i uppdrag att sköta dem året runt.

Tova Lind (C)                    Arvid Rask (L)

Tekniska nämnden

Utdrag ur protokoll Sammanträdesdatum: 2030-12-03

Yttrande över motion av Tova Lind (C) och Arvid Rask (L) om fler bänkar längs strandpromenaden i Granvik § 41, TN-2030-0311

Beslut 1. Tekniska nämnden tillstyrker motionen. 2. Tekniska nämnden översänder förvaltningens tjänsteutlåtande som eget yttrande.

Yrkanden Bo Ek (M) yrkar avslag på motionen med hänvisning till kostnaden för skötseln vintertid.

Protokollsutdrag skickas till Kommunstyrelsen

Tekniska nämnden

Utdrag ur protokoll Sammanträdesdatum: 2030-12-03

Dag för justering 2030-12-05

Vid protokollet Maja Berg

Tekniska förvaltningen

Tjänsteutlåtande                     Handläggare: Ida Ström Utfärdat 2030-11-11 Diarienummer TN-2030-0311

Svar på motion om fler bänkar längs strandpromenaden Förslag till beslut Tekniska nämnden tillstyrker motionen.

Sammanfattning Tova Lind (C) och Arvid Rask (L) vill ha fler bänkar. Förvaltningen ser inga hinder och räknar med att arbetet kan börja när tjälen har gått ur marken.

Ärendet Nämnden har fått motionen för yttrande senast den 10 december 2030 och förvaltningen har tagit fram ett förslag till svar.

Ida Ström"""

# The same kind of case in a municipality with other words and forms, as a PDF gives it: short lines on pages.
PAGED: tuple[tuple[str, ...], ...] = (
    (
        "Björkå kommun",
        "Kommunstyrelsen",
        "Sammanträdesprotokoll",
        "Sammanträdesdatum 2032-05-07",
        "§ 63 Dnr KS 2031/214",
        "Svar på motion om belysta gångvägar",
        "Kommunstyrelsens förslag till kommunfullmäktige",
        "Kommunstyrelsen föreslår att kommunfullmäktige avslår motionen.",
        "Beslutsunderlag",
        "Tjänsteskrivelse 2032-04-02",
        "Protokollsutdrag från tekniska nämnden 2032-03-20, § 17",
        "Motion av Alma Vik (MP), 2031-10-04",
    ),
    (
        "Björkå kommun",
        "Kommunstyrelsen",
        "Sammanträdesprotokoll",
        "Sammanträdesdatum 2032-05-07            2 (2)",
        "Yrkanden",
        "Alma Vik yrkar bifall till motionen.",
        "Beslutet skickas till",
        "Tekniska nämnden",
    ),
    (
        "Kommunledningsförvaltningen",
        "TJÄNSTESKRIVELSE",
        "Datum 2032-04-02",
        "Diarienummer KS 2031/214",
        "Handläggare Lo Hed",
        "Svar på motion om belysta gångvägar",
        "Förslag till beslut",
        "Kommunfullmäktige beslutar att avslå motionen.",
        "Ärendet",
        "Alma Vik (MP) har lämnat en motion. Tekniska nämnden yttrade sig",
        "den 20 mars. Motion är bra för hälsan, men belysning kostar.",
    ),
    (
        "Kommunledningsförvaltningen",
        "TJÄNSTESKRIVELSE",
        "Datum 2032-04-02            Sida 2 (2)",
        "Förvaltningens bedömning",
        "Belysningen bör vänta till dess att gatorna grävs om.",
        "Lo Hed",
        "Utredare",
    ),
    (
        "Motion till kommunfullmäktige i Björkå",
        "2031-10-04",
        "Belysta gångvägar",
        "Det är mörkt mellan skolan och idrottsplatsen.",
        "Jag föreslår kommunfullmäktige besluta",
        "att gångvägen mellan skolan och idrottsplatsen belyses.",
        "Alma Vik (MP)",
    ),
)

# One answer with everything in it that could be taken for the beginning of another paper.
SINGLE = """\
Ekdals kommun

Socialförvaltningen

Tjänsteskrivelse

Datum 2030-02-11
Diarienummer SN 2029/77
Handläggare Per Ask

Till
Socialnämnden

Svar på motion om mötesplatser för äldre

Förslag till beslut
Socialnämnden antar förvaltningens skrivelse som sitt yttrande och översänder den till kommunstyrelsen.

Ärendet
Kommunstyrelsen har skickat en motion av Lisa Falk (KD) till socialnämnden för yttrande. Motion av det
slag som föreslås finns redan i kommunens träffpunkter, och nämnden har lämnat ett yttrande förut.
Yttrande lämnades även av kultur- och fritidsnämnden. Yrkande om avslag finns inte.

Beslutsunderlag
Tjänsteskrivelse, 2030-02-11
Tjänsteutlåtande utfärdat 2029-12-01 med bilaga
Protokollsutdrag från kommunstyrelsen 2029-11-04, § 201
Motion av Lisa Falk (KD) om mötesplatser för äldre
Yttrande från kommunala pensionärsrådet 2030-01-15

Beslutet skickas till
Kommunstyrelsen
Kultur- och fritidsnämnden

Bilaga 1
Bilaga 2

Per Ask
Utredare
"""


def flat(text: str, file: str = "handling.txt") -> Document:
    """A document of plain text: a line for each line feed."""
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return Document(file, "0" * 64, "text/plain", lines)


def paged(pages: Sequence[Sequence[str]], file: str = "handling.pdf") -> Document:
    """A document of pages, its lines numbered within each."""
    lines = tuple(
        Line(number, text, page) for page, texts in enumerate(pages, 1) for number, text in enumerate(texts, 1)
    )
    return Document(file, "0" * 64, "application/pdf", lines, pages=len(pages))


def kinds(parts: Sequence[Document]) -> list[str]:
    """What each part is."""
    return [part.part.kind if part.part else "" for part in parts]
