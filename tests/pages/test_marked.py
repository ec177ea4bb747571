"""Passages on a page: tables in rows and cells, notes apart, and words that were restored or read with doubt marked."""

from __future__ import annotations

from markupsafe import Markup

from generator.model import Passage, Place, Restored
from generator.pages import marked


def _table(text: str, *restored: Restored) -> Passage:
    return Passage("p-1", text, Place("svar.pdf", 3, 12), restored, style="table")


def _cells(passage: Passage) -> list[list[str]]:
    return [[str(cell) for cell in row.cells] for row in marked.rows(passage)]


def test_a_table_has_its_rows_and_cells() -> None:
    """Each row of the text is a row with its cells, and a short row is filled up with empty ones."""
    assert _cells(_table("Bana\tKostnad\nHamnen\t12\nVallen")) == [["Bana", "Kostnad"], ["Hamnen", "12"], ["Vallen", ""]]


def test_a_first_row_heads_columns_only_where_it_clearly_does() -> None:
    """A first row is a heading where a word for a column stands in it and all its cells are a few words."""
    heads = {
        "Instans\tBeslut\nKulturnämnden\tAvstyrker": True,
        "Kulturnämnden\tAvstyrker\nFritidsnämnden\tTillstyrker": False,
        "Beslut\t\nKulturnämnden\tAvstyrker": False,
        "Instans\tBeslut": False,
        "Beslutet är att banan byggs vid hamnen.\tJa\nNej\tNej": False,
    }
    assert {text: marked.rows(_table(text))[0].heads for text in heads} == heads


def test_a_marked_word_of_a_cell_stays_marked() -> None:
    """A restored word in a cell keeps what the source has, and what stands in the next cell stands outside the mark."""
    cells = _cells(_table("År\tBelöpp\nx\ty", Restored(3, 9, "Belopp")))
    assert cells[0][0] == "År"
    assert 'class="restored"' in cells[0][1]
    assert cells[1] == ["x", "y"]


def test_markup_in_a_cell_is_text() -> None:
    """Letters that mean something in HTML or Markdown are letters in a table."""
    assert "<" not in _cells(_table("<b>\t|x|\n*a*\t_b_"))[0][0]


def test_a_word_read_with_doubt_says_so() -> None:
    """A word from a picture is marked as doubtful and not as restored."""
    text = marked.text(Passage("p-1", "en bana", Place("skannad.pdf", 1, 1), (Restored(3, 7, "bana", sure=False, by="ocr"),)))
    assert isinstance(text, Markup)
    assert "restored doubtful" in text
    assert "läst ur en bild" in text
    assert "I källan" not in text
