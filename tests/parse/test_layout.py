"""What the reader knows of paragraphs, tables, notes, headers and pages holds in the layout."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Document, Place, Restored
from generator.parse import parse
from generator.parse.layout import Block, lay_out
from tests.parse.made import line, paged, unpaged


def _told(document: Document) -> list[str]:
    return [f"{block.kind} | {block.text}" for block in lay_out(document).blocks]


def test_a_line_that_opens_is_a_paragraph() -> None:
    """A line that the reader knows to open a paragraph does so, however the line before it ends."""
    document = unpaged(line("Nämnden vill ha en isbana och", opens=True), line("Banan ska ligga vid hamnen", opens=True))
    assert _told(document) == ["text | Nämnden vill ha en isbana och", "text | Banan ska ligga vid hamnen"]


def test_a_line_that_goes_on_is_no_paragraph() -> None:
    """A line that the reader knows to go on does so, though a sentence ended and it looks like a heading or an item."""
    document = unpaged(
        line("Nämnden vill ha en isbana.", opens=True),
        line("Bakgrund", opens=False),
        line("- i hamnen", opens=False),
    )
    assert _told(document) == ["text | Nämnden vill ha en isbana. Bakgrund - i hamnen"]


def test_a_heading_on_two_lines_is_one() -> None:
    """A heading that goes on is one heading; two headings are two."""
    document = unpaged(
        line("Konsekvenser för barnen i", "heading", opens=True, level=1),
        line("yttre Ekvik", "heading", opens=False, level=1),
        line("Tidplan", "heading", opens=True, level=2),
    )
    assert _told(document) == ["heading | Konsekvenser för barnen i yttre Ekvik", "heading | Tidplan"]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    """A sentence that had not ended goes on at the top of the next page; one that had does not."""
    goes_on = paged(["Nämnden har i två år arbetat för att det i", "hamnen ska finnas en isbana som alla i"], ["Ekvik kan nå till fots.", "Den ska vara öppen."])
    ended = paged(["Nämnden har i två år arbetat för att det i", "hamnen ska finnas en isbana för alla."], ["Ekvik har ingen isbana.", "Den ska vara öppen."])
    assert _told(goes_on)[0].startswith("text | Nämnden har i två år arbetat för att det i hamnen ska finnas en isbana som alla i Ekvik")
    assert len(_told(ended)) > 1


def test_a_place_after_a_page_break_names_the_page() -> None:
    """Each word of a paragraph that runs over a page break has its own page and line."""
    block = lay_out(paged(["Nämnden vill ha en", "isbana som alla i"], ["Ekvik kan nå."])).blocks[0]
    assert block.place_at(block.text.index("isbana")) == Place("svar.pdf", 1, 2)
    assert block.place_at(block.text.index("Ekvik")) == Place("svar.pdf", 2, 1)


def test_a_header_between_two_pages_leaves_the_sentence_whole() -> None:
    """Headers and footers that come again on each page do not stand in the sentence that runs past them."""
    document = paged(
        ["Ekviks kommun, kulturförvaltningen", "Nämnden har i två år arbetat för att det vid", "Ekviks hamnplan 1"],
        ["Ekviks kommun, kulturförvaltningen", "hamnen ska finnas en isbana.", "Ekviks hamnplan 2"],
    )
    assert _told(document) == ["text | Nämnden har i två år arbetat för att det vid hamnen ska finnas en isbana."]
    assert [kind for kind, _ in lay_out(document).furniture] == ["sidhuvud", "sidfot", "sidhuvud", "sidfot"]


def test_rows_of_a_table_are_one_block() -> None:
    """The rows of one table are a block with a tab between cells and a line feed between rows; another table is another."""
    document = unpaged(
        line("Instans | Beslut", "row", level=1),
        line("Kulturnämnden | Avstyrker", "row", level=1),
        line("År | Kostnad", "row", level=2),
    )
    assert [block.text for block in lay_out(document).blocks] == ["Instans\tBeslut\nKulturnämnden\tAvstyrker", "År\tKostnad"]


def test_a_cell_of_a_table_has_the_place_of_its_row() -> None:
    """Each cell stands on the line of its row."""
    document = unpaged(line("Instans | Beslut", "row", level=1), line("Kulturnämnden | Avstyrker", "row", level=1))
    table = lay_out(document).blocks[0]
    assert table.place_at(table.text.index("Avstyrker")).line == 2


def test_a_restored_word_of_a_table_keeps_its_span() -> None:
    """Marks of restored words follow their words when the white space of a cell is folded."""
    row = replace(line("Namn | x", "row", level=1), text="År  och dag\tBelöpp", restored=(Restored(12, 18, "Belopp"),))
    table = lay_out(unpaged(row)).blocks[0]
    assert table.text == "År och dag\tBelöpp"
    assert [table.text[mark.start : mark.end] for mark in table.restored] == ["Belöpp"]
    assert table.original == "År och dag\tBelopp"


def test_no_sentence_runs_from_cell_to_cell() -> None:
    """The stance of a table's cell is not put together with the words of the cell beside it."""
    document = unpaged(
        line("Yttrande över motion om en isbana", opens=True),
        line("Ärendet", "heading", level=1, opens=True),
        line("Kulturnämnden | avstyrker", "row", level=1),
        line("motionen | och dess bilaga", "row", level=1),
    )
    assert parse(document).stance.value == "unclear"


def test_a_note_follows_the_block_with_its_mark() -> None:
    """A footnote at the foot of a page comes after the paragraph that holds its mark, also where that goes on overleaf."""
    document = paged(
        ["Nämnden har räknat på en isbana¹ som ligger", line("¹ Beräkningen är från maj.", "note")],
        ["vid hamnen i Ekvik.", line("Den är klar.", opens=True)],
    )
    assert _told(document) == [
        "text | Nämnden har räknat på en isbana¹ som ligger vid hamnen i Ekvik.",
        "note | ¹ Beräkningen är från maj.",
        "text | Den är klar.",
    ]


def test_a_note_on_each_page_finds_its_own_mark() -> None:
    """Where the marks begin anew on each page a note belongs to the mark on its own page."""
    document = paged(
        [line("Första banan¹ är ny.", opens=True), line("¹ Från maj.", "note")],
        [line("Andra banan¹ är äldre.", opens=True), line("¹ Från juni.", "note")],
    )
    assert [text.split(" | ")[1] for text in _told(document)] == [
        "Första banan¹ är ny.",
        "¹ Från maj.",
        "Andra banan¹ är äldre.",
        "¹ Från juni.",
    ]


def test_a_square_metre_is_no_mark() -> None:
    """A footnote ² belongs to the word it marks and not to an area in m²."""
    document = unpaged(
        line("Banan² är stor.", opens=True), line("Den är 400 m² stor.", opens=True), line("² Mätt i maj.", "note")
    )
    assert [block.kind for block in lay_out(document).blocks] == ["text", "note", "text"]


def test_a_note_without_a_mark_keeps_its_place() -> None:
    """A footnote whose mark stands nowhere stays after the paragraph that it stood after."""
    document = unpaged(line("Banan är stor.", opens=True), line("⁴ Mätt i maj.", "note"), line("Den är ny.", opens=True))
    assert [block.kind for block in lay_out(document).blocks] == ["text", "note", "text"]


def test_a_diary_number_in_a_word_header_is_found() -> None:
    """The number, date, type and body that stand only in a page header are the document's."""
    draft = parse(
        unpaged(
            line("Kulturnämnden\tTjänsteutlåtande\tDnr KUN 2021/44", "header"),
            line("2021-05-03", "header"),
            line("Yttrande över motion om en isbana", opens=True),
            line("Bakgrund", "heading", level=1, opens=True),
            line("Nämnden avstyrker motionen.", opens=True),
            line("Ekviks hamnplan 1", "footer"),
        )
    )
    assert [fact.value for fact in draft.diary_numbers] == ["KUN 2021/44"]
    assert draft.date is not None
    assert draft.date.value == "2021-05-03"
    assert "Kulturnämnden" in {clue.mention.full for clue in draft.senders if clue.strength == 3}
    assert {kind for kind, _ in draft.furniture} == {"sidhuvud", "sidfot"}


@pytest.mark.parametrize("names", ["Karin Holm Olle", "Karin Holm Olle Ström Vera"])
def test_a_signature_that_cannot_be_paired_stays_as_text(names: str) -> None:
    """Names and titles that cannot be paired name nobody, give a finding, and are still there to read."""
    draft = parse(
        unpaged(
            line("Yttrande över motion om en isbana", opens=True),
            line("Bakgrund", "heading", level=1, opens=True),
            line("Nämnden avstyrker motionen.", opens=True),
            line(names, opens=True),
            line("Direktör Chef", opens=True),
        )
    )
    texts = [passage.text for section in draft.sections for passage in section.passages]
    assert not draft.signatories
    assert [finding.code for finding in draft.findings] == ["F205"]
    assert texts[-2:] == [names, "Direktör Chef"]


def test_a_signature_in_columns_is_read_in_pairs() -> None:
    """Two names over two titles are two signatories, also where a table without lines holds them."""
    rows = (line("Karin Holm | Olle Ström", "row", level=1), line("Direktör | Avdelningschef", "row", level=1))
    draft = parse(
        unpaged(
            line("Yttrande över motion om en isbana", opens=True),
            line("Bakgrund", "heading", level=1, opens=True),
            line("Nämnden avstyrker motionen.", opens=True),
            *rows,
        )
    )
    assert [(one.name, one.title) for one in draft.signatories] == [("Karin Holm", "Direktör"), ("Olle Ström", "Avdelningschef")]
    assert all(passage.style != "table" for section in draft.sections for passage in section.passages)


def test_a_block_has_the_lines_it_was_made_of() -> None:
    """The lines of all blocks and of the furniture are the lines of the document that have text."""
    document = paged(["Ekvik 1", "En text", line("1. Ett", "item")], ["Ekvik 2", line("a | b", "row", level=1), line("¹ Not", "note")])
    layout = lay_out(document)
    held = [one for block in layout.blocks for one in block.lines] + [one for _, one in layout.furniture]
    assert sorted((one.page or 0, one.number) for one in held) == [(one.page, one.number) for one in document.lines]
    assert all(isinstance(block, Block) for block in layout.blocks)
