"""Each kind of furniture is claimed by its general form, and text that looks like it is not."""

from __future__ import annotations

import pytest

from generator.model import Document, Line
from generator.parse.furniture import KINDS, furniture
from tests.cases import document
from tests.parse.made import line, paged


def _claimed(made: Document) -> dict[str, str]:
    return {made.lines[index].text: kind for index, kind in furniture(made.lines).items()}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sida 3 av 7", "sidhuvud"),
        ("sid 3/7", "sidhuvud"),
        ("3 (7)", "sidhuvud"),
        ("- 3 -", "sidhuvud"),
        ("Justerandes sign", "justeringsrad"),
        ("Ordförandes sign      Justerandes sign      Sekreterares sign", "justeringsrad"),
        ("Justerandes signatur: ________", "justeringsrad"),
        ("Forts. § 12", "fortsättningsrad"),
        ("Forts § 12", "fortsättningsrad"),
        ("Fortsättning § 238", "fortsättningsrad"),
        ("Utdragsbestyrkande", "utdragsbestyrkande"),
        ("Rätt utdraget intygar:", "utdragsbestyrkande"),
        ("Dokumentet är undertecknat elektroniskt", "e-underskrift"),
        ("Detta dokument är elektroniskt signerat.", "e-underskrift"),
        ("Signaturreferens: a1B2-77", "e-underskrift"),
        ("Transaktions-ID: 09222115557503", "e-underskrift"),
        ("0f8fad5b-d9cb-469f-a165-70867728950e", "e-underskrift"),
        ("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "e-underskrift"),
    ],
)
def test_a_line_is_furniture_by_its_form(text: str, kind: str) -> None:
    """A line of this form is furniture of this kind, and the text around it is not."""
    made = document(f"Nämnden har svarat.\n{text}\nBanan är klar i maj.")
    assert _claimed(made) == {text: kind}


@pytest.mark.parametrize(
    "text",
    [
        "Sidan 3 handlar om isbanan",
        "Justerandes sign saknas i två av protokollen",
        "Justerande Karin Holm (S)",
        "Forts. § 12 behandlar isbanan",
        "Fortsättning följer i maj",
        "Utdragsbestyrkande krävs av nämnden",
        "Dokumentet är undertecknat elektroniskt av Karin Holm",
        "Ansökan undertecknas elektroniskt",
        "1234567890123456789012345678901234567890",
        "3/7",
        "12",
        "Innehåll",
        "Ring 08-12 34 56 för frågor",
        "Telefon: 08-12 34 56",
        "Hamnplan 3",
        "www.ekvik.se",
    ],
)
def test_text_that_looks_like_furniture_is_text(text: str) -> None:
    """A line that says more than the form, or stands without what makes it furniture, is text."""
    assert not furniture(document(f"Nämnden har svarat.\n{text}\nBanan är klar i maj.").lines)


def test_headers_and_footers_come_again_on_pages() -> None:
    """Lines at the edge of two pages with the same words, digits aside, are header and footer; a line below text is not."""
    made = paged(
        ["Ekviks kommun 1 (2)", "Kulturförvaltningen", "Nämnden har svarat.", "Så är det.", "Hamnplan 3, Ekvik"],
        ["Ekviks kommun 2 (2)", "Kulturförvaltningen", "Banan är klar.", "Så är det.", "Och den är öppen.", "Hamnplan 3, Ekvik"],
    )
    assert set(_claimed(made)) == {"Ekviks kommun 1 (2)", "Ekviks kommun 2 (2)", "Kulturförvaltningen", "Hamnplan 3, Ekvik"}


def test_a_heading_that_comes_again_is_a_header_with_a_page_number() -> None:
    """A line in heavy type at the top of two pages is a header beside a page number, else it may be a heading of the text."""
    numbered = paged([line("Kulturrådet", "heading"), "1 (2)", "Ett svar."], [line("Kulturrådet", "heading"), "2 (2)", "Mer."])
    bare = paged([line("Tidplan", "heading"), "Ett svar."], [line("Tidplan", "heading"), "Mer."])
    assert set(_claimed(numbered)) == {"Kulturrådet", "1 (2)", "2 (2)"}
    assert not furniture(bare.lines)


def test_the_rows_of_a_table_are_no_header() -> None:
    """A table whose first row comes again on the next page keeps it."""
    made = paged([line("Instans | Beslut", "row", level=1), "Ja."], [line("Instans | Beslut", "row", level=1), "Nej."])
    assert not furniture(made.lines)


def test_numbers_at_the_edge_of_pages_count_them() -> None:
    """A lone number that keeps step with the pages is a page number; a number that does not is text."""
    made = paged(["Ett svar.", "Mer.", "Till", "5"], ["2021", "Två svar.", "Mera.", "6"], ["Tre svar.", "Ett", "Sist", "7"])
    assert _claimed(made) == {"5": "sidnummer", "6": "sidnummer", "7": "sidnummer"}


def test_lone_numbers_in_order_are_page_numbers_of_a_flat_text() -> None:
    """Three lone numbers in a row, with pages of text between them, count pages; a list of numbers does not."""
    pages = ["\n".join(f"Rad {page}{word} om isbanan" for word in "abcdefghij") for page in "klmn"]
    assert set(_claimed(document("{}\n2\n{}\n3\n{}\n4\n{}".format(*pages)))) == {"2", "3", "4"}
    assert not furniture(document("Poäng\n2\n3\n4\n5").lines)


def test_a_line_that_ends_in_a_page_number_is_a_header() -> None:
    """In a text without pages the same words with page numbers that follow each other are a header; with others they are text."""
    counted = document("Ett svar.\nEkviks kommun\nSvar 2 (3)\nMer.\nEkviks kommun\nSvar 3 (3)\nSlut.")
    assert set(_claimed(counted)) == {"Ekviks kommun", "Svar 2 (3)", "Svar 3 (3)"}
    assert not furniture(document("Ett svar.\nProtokoll 7 (9)\nMer.\nProtokoll 2 (9)\nSlut.").lines)


def test_numbers_that_do_not_count_pages_tell_lines_apart() -> None:
    """Two lines at the top of two pages whose numbers do not follow the pages are two lines of text."""
    assert not furniture(paged(["Handling 57", "Ett svar."], ["Handling 64", "Ännu ett."]).lines)


def test_a_header_comes_again_on_a_page_beside() -> None:
    """The same words at the top of two pages far apart are text."""
    made = paged(["Bilaga", "Ett svar."], ["Två svar.", "a"], ["Tre svar.", "b"], ["Fyra svar.", "c"], ["Bilaga", "Ännu ett."])
    assert not furniture(made.lines)


def test_a_title_stays_where_it_stands_first() -> None:
    """A title that later pages repeat is text on the first page and a header on the others."""
    made = paged(["Svar på motion om en isbana", "Ett svar."], ["Svar på motion om en isbana", "Mer."])
    assert [made.lines[index].page for index in furniture(made.lines)] == [2]


def test_a_date_is_no_telephone_number() -> None:
    """A line with a date or a diary number beside an address is text."""
    assert not furniture(document("Ett svar.\n2023-04-13 anna.ek@ekvik.se\n2022-5238 Telefon: 031-12 34 56\nSlut.").lines)


def test_what_stands_beside_two_page_numbers_is_a_header() -> None:
    """In a text without pages the line that comes again beside page numbers belongs to the page."""
    made = document("Första sidan.\nEkviks kulturråd\nSida 2 (3)\nAndra sidan.\nEkviks kulturråd\nSida 3 (3)\nTredje sidan.")
    assert set(_claimed(made)) == {"Ekviks kulturråd", "Sida 2 (3)", "Sida 3 (3)"}


def test_the_head_of_a_continued_page_is_furniture() -> None:
    """The line above "Forts." goes with it where the same words stand earlier, else it is text."""
    head = "Utdrag ur protokoll (nr 3) 2021-05-03"
    assert set(_claimed(document(f"{head}\n§ 12\nNämnden har svarat.\n{head}\nForts. § 12\nBanan är klar."))) == {head, "Forts. § 12"}
    assert set(_claimed(document(f"§ 12\nNämnden har svarat.\n{head}\nForts. § 12\nBanan är klar."))) == {"Forts. § 12"}


def test_contents_are_furniture() -> None:
    """A heading Innehåll with page numbers under it is a table of contents, and so are three lines with dots."""
    headed = document("Innehåll\nBakgrund 1\nBedömning 2\nNämnden har svarat på 3 frågor.")
    dotted = document("Bakgrund ........ 1\nBedömning ........ 2\nBilagor . . . . . . 9\nNämnden har svarat.")
    assert list(_claimed(headed)) == ["Innehåll", "Bakgrund 1", "Bedömning 2"]
    assert set(_claimed(dotted).values()) == {"innehållsförteckning"}
    assert len(_claimed(dotted)) == 3


def test_falling_numbers_are_no_contents() -> None:
    """Page numbers never fall: a list of years or amounts under Innehåll is text."""
    assert not furniture(document("Innehåll\nBanor 2021\nHallar 7\nNämnden har svarat.").lines)


def test_a_contact_block_is_furniture() -> None:
    """Two lines of nothing but ways to reach the sender, or one with several, are a contact block."""
    two = document("Nämnden har svarat.\nBox 12, 123 45 Ekvik\nTelefon: 08-12 34 56\nBanan är klar.")
    one = document("Nämnden har svarat.\nBox 12, 123 45 Ekvik, telefon 08-12 34 56, www.ekvik.se\nBanan är klar.")
    assert set(_claimed(two).values()) == set(_claimed(one).values()) == {"kontaktuppgifter"}
    assert (len(_claimed(two)), len(_claimed(one))) == (2, 1)


def test_every_kind_has_a_name_that_people_read() -> None:
    """No two rules share a name but those that claim the same kind of header."""
    names = [name for name, _ in KINDS]
    assert {name for name in names if names.count(name) > 1} == {"sidhuvud"}


def test_a_day_at_the_top_of_two_pages_is_a_header() -> None:
    """A date that stands in the same place on two pages is their header's; another day there is text."""

    def kinds(day: str) -> list[str]:
        pages = [("Kansliet Tjänsteutlåtande", "2031-04-03", "Vi svarar här."), ("Kansliet Tjänsteutlåtande", day, "Och här.")]
        lines = [Line(number, text, page) for page, texts in enumerate(pages, 1) for number, text in enumerate(texts, 1)]
        return [furniture(lines).get(index, "") for index in (1, 4)]

    assert kinds("2031-04-03") == ["sidhuvud", "sidhuvud"]
    assert kinds("2031-05-09") == ["", ""]
