from __future__ import annotations

import pytest

from generator.bundles import split
from generator.bundles.pieces import columns, items, people, words_apart
from generator.bundles.runin import heading_end, headings_inside, title_ends
from generator.bundles.unfold import is_reflowed
from generator.model import Document, Line, Restored
from tests.bundles.papers import PAGED, REFLOWED, SINGLE, flat, paged


def _lines(number: int) -> list[tuple[str, str]]:
    """The pieces of a line of the reflowed bundle, with their styles."""
    return [(line.style, line.text) for part in split(flat(REFLOWED)) for line in part.lines if line.number == number]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Sammanfattning Nämnden tillstyrker motionen.", "Sammanfattning"),
        ("Bedömning ur ekonomisk dimension Förvaltningen ser inga kostnader.", "Bedömning ur ekonomisk dimension"),
        ("Bedömning ur ekonomisk, ekologisk och social dimension Inga aspekter.", "Bedömning ur ekonomisk, ekologisk och social dimension"),
        ("Kommunstyrelsens förslag Kommunstyrelsen avstyrker motionen.", "Kommunstyrelsens förslag"),
        ("Förslag till beslut i kommunfullmäktige: Nämnden får i uppdrag att så.", "Förslag till beslut i kommunfullmäktige:"),
        ("Förslag till beslut I nämnden: 1. Motionen avslås.", "Förslag till beslut I nämnden:"),
        ("Bilagor 1. Motionen 2. Karta", "Bilagor"),
        ("Motionen Åsa Holm (V) föreslår mer sång.", "Motionen"),
        ("Protokollsutdrag skickas till Kommunstyrelsen", "Protokollsutdrag skickas till"),
        ("Beslut fattades i november om nämndens ram.", ""),
        ("Motionen föreslår att Nämnden för sång inrättas.", ""),
        ("Bakgrund till Granviks arbete finns i planen.", ""),
        ("Samverkan har skett med de fackliga organisationerna.", ""),
        ("Jämställdhet är en förutsättning för ett gott Granvik. Det vet vi.", ""),
        ("Handling 2030 nr 4 Motion av Åsa Holm (V)", ""),
        ("Remissinstans          Beslut          Kommentar Kulturnämnden", ""),
        ("Yttrande V, S", ""),
        ("Yrkande S, V och MP med särskilt yttrande från D", ""),
        ("Yrkande Åsa Holm (V) yrkar bifall.", "Yrkande"),
        ("Sammanfattning", ""),
    ],
)
def test_a_heading_is_cut_off_only_where_a_sentence_or_a_list_begins_after_it(text: str, heading: str) -> None:
    """What a line begins with is a heading if it is known and the rest begins anew, and never if a sentence goes on."""
    assert text[: heading_end(text)] == heading


def test_a_heading_inside_a_paragraph_follows_the_end_of_a_sentence() -> None:
    """In running text a heading is cut out after a sentence has ended, and not in the middle of one."""
    text = "Nämnden tillstyrker motionen. Yrkanden Åsa Holm (V) yrkar bifall. Ordföranden frågar om Yrkanden Åsa ställt."
    assert [text[start:end] for start, end in headings_inside(text)] == ["Yrkanden"]


def test_a_title_ends_where_those_who_share_it_part() -> None:
    """Two lines that begin with the same title and go on differently show where it ends."""
    title = "Motion av Åsa Holm (V) om mer sång i skolan"
    texts = [f"{title} I dag sjungs det för lite.", f"{title} Motionen Åsa Holm (V) föreslår sång.", "Vi såg en motion av någon om sång."]
    assert {at: texts[at][:end] for at, end in title_ends(texts).items()} == {0: title, 1: title}


def test_a_title_that_nobody_shares_is_left_alone() -> None:
    """Where no other line has the title, nobody can tell where it ends."""
    assert title_ends(["Motion av Åsa Holm (V) om mer sång i skolan I dag sjungs det för lite."]) == {}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("1. Nämnden får i uppdrag att så. 2. Nämnden ska skörda.", ["1. Nämnden får i uppdrag att så.", "2. Nämnden ska skörda."]),
        ("Vi vill: • mer sång • mer dans", ["Vi vill:", "• mer sång", "• mer dans"]),
        ("Kommunfullmäktige föreslås besluta: att så vete. att skörda.", ["Kommunfullmäktige föreslås besluta:", "att så vete.", "att skörda."]),
        ("Kommunfullmäktige beslutar att: Nämnden sår.", ["Kommunfullmäktige beslutar att:", "Nämnden sår."]),
        ("Den 1. maj och den 2. juni firas i parken.", ["Den 1. maj och den 2. juni firas i parken."]),
        ("Enligt 4 kap. 2. gäller annat. 3. Nej.", ["Enligt 4 kap. 2. gäller annat. 3. Nej."]),
        ("Box 12 • 123 45 Granvik • Telefon 012", ["Box 12 • 123 45 Granvik • Telefon 012"]),
        ("Vi anser att det är rätt att så, att skörda och att äta.", ["Vi anser att det är rätt att så, att skörda och att äta."]),
    ],
)
def test_lists_are_cut_where_their_marks_run_in_order(text: str, pieces: list[str]) -> None:
    """Numbers from one and up, bullets of a list and att-clauses after the words that ask are pieces; other marks are not."""
    assert [text[one.start : one.end].strip() for one in items(text, 0, len(text))] == pieces


def test_an_offices_letterhead_is_read_column_by_column() -> None:
    """What and when and which number stand first, who after them, and the name follows its label."""
    text = "Tjänsteskrivelse          Handläggare Datum 2030-02-01          Mia Hav Diarienummer KS 30/4          Telefon: 012"
    assert [text[one.start : one.end].strip() for one in columns(text)] == [
        "Tjänsteskrivelse", "Datum 2030-02-01", "Diarienummer KS 30/4", "Handläggare", "Mia Hav", "Telefon: 012",
    ]  # fmt: skip


def test_a_partys_letterhead_is_cut_at_columns_and_dates() -> None:
    """The paper's name, the parties, the date and the number are pieces of their own."""
    text = "Yttrande          (M, L) 2030-02-01          Ärendenummer KS 30/4"
    assert [text[one.start : one.end].strip() for one in words_apart(text)] == ["Yttrande", "(M, L)", "2030-02-01", "Ärendenummer KS 30/4"]


def test_the_lines_of_a_letterhead_are_no_headings() -> None:
    """ "Yrkande" over a party's paper is a label of the letterhead, not the heading of a section."""
    assert _lines(21) == [("meta", "Yrkande"), ("meta", "(S, V)"), ("meta", "2031-03-04"), ("meta", "Ärendenummer KLK-2030-00077")]
    assert _lines(31) == [("meta", "Yttrande")]


def test_names_in_columns_are_cut_only_where_each_has_its_party() -> None:
    """A line of movers is one piece for each, and a line of officials is left to the rules for signatures."""
    assert len(people("Åsa Holm (V)          Bo Ek (S)")) == 2
    assert people("Mia Hav          Per Ask") == []


def test_the_pieces_of_a_bundle_keep_the_number_of_their_line() -> None:
    """A line of a motion becomes the words that ask and its demands, all with the number that the line has in the file."""
    assert _lines(65) == [
        ("text", "Kommunfullmäktige föreslås besluta:"),
        ("item", "1. Tekniska nämnden får i uppdrag att ställa ut tjugo bänkar längs promenaden."),
        ("item", "2. Tekniska nämnden får i uppdrag att sköta dem året runt."),
    ]


def test_a_title_is_cut_from_the_text_it_was_run_into() -> None:
    """The motion's own title line and the council's address after it are set apart."""
    assert [text for _, text in _lines(63)] == [
        "Motion av Tova Lind (C) och Arvid Rask (L) om fler bänkar längs strandpromenaden i Granvik",
        "I dag finns två bänkar på fyra kilometer. Den som behöver vila vänder om. Det vill vi ändra på.",
    ]
    assert _lines(5)[1] == ("text", "Till Granviks kommunfullmäktige")


def test_sentences_that_begin_with_a_headings_word_stay_whole() -> None:
    """ "Beslut fattades …" and "Motionen föreslår …" in the middle of a paragraph are not cut."""
    assert [style for style, _ in _lines(51)] == ["heading", "text"]


def test_a_paragraph_that_was_cut_by_a_page_goes_on() -> None:
    """A long line without an end and the next in lower case are one paragraph; the reader of the pieces is told so."""
    long = "Sammanfattning " + "Nämnden har länge arbetat med frågan om bänkar och vill gärna fortsätta " * 4 + "med"
    document = flat(f"{long}\n\ndetta arbete under hela året.\n\n{long}")
    (whole,) = split(document)
    assert [line.opens for line in whole.lines if line.text.startswith("detta")] == [False]


def test_words_that_were_restored_stay_where_they_are() -> None:
    """The mark of a restored word moves with the piece that holds it."""
    text = "Sammanfattning " + "Förvaltningen ser gärna bänkar längs stranden. " * 6
    at = text.index("bänkar")
    line = Line(1, text, restored=(Restored(at, at + 6, "bankar"),))
    (whole,) = split(Document("svar.txt", "0" * 64, "text/plain", (line, Line(2, text))))
    piece = next(one for one in whole.lines if one.restored)
    mark = piece.restored[0]
    assert piece.text[mark.start : mark.end] == "bänkar"


@pytest.mark.parametrize("document", [flat(SINGLE), paged(PAGED)], ids=["one answer", "pages"])
def test_an_ordinary_document_is_not_reflowed(document: Document) -> None:
    """Lines as somebody wrote them show no sign of having been run together."""
    assert not is_reflowed(document.lines)


def test_lines_that_a_reader_knows_to_open_a_paragraph_are_not_cut() -> None:
    """A word processor's paragraphs are what their writer made them, however they begin."""
    text = "Sammanfattning Nämnden anser att det är bra som det är och att inget mer behöver göras. " * 3
    lines = tuple(Line(number, text, opens=True) for number in (1, 2, 3))
    document = Document("svar.docx", "0" * 64, "application/x", lines)
    assert split(document) == (document,)
