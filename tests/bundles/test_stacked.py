from __future__ import annotations

import pytest

from generator.bundles.tables import tabled
from generator.model import Line

ASKED = "Motionen har remitterats till Kulturnämnden, Tekniska nämnden, Skol- och barnomsorgsnämnden och Granviks Hamn AB."
HEADS = (["Remissinstans", "Beslut", "Kommentar"], ["Remissinstans Beslut Kommentar"], ["Remissinstans   Beslut   Kommentar"])
ROWS = (
    ("Kulturnämnden", "Tillstyrker", "Sången lockar folk", "till parkerna."),
    ("Tekniska", "nämnden", "Avstyrker", "Elen räcker inte."),
    ("Skol- och barnomsorgs-", "nämnden", "Inget att erinra"),
    ("Granviks Hamn AB", "Inget svar"),
)
READ = [
    ("Remissinstans", "Beslut", "Kommentar"),
    ("Kulturnämnden", "Tillstyrker", "Sången lockar folk till parkerna."),
    ("Tekniska nämnden", "Avstyrker", "Elen räcker inte."),
    ("Skol- och barnomsorgsnämnden", "Inget att erinra", ""),
    ("Granviks Hamn AB", "Inget svar", ""),
]


def rows(lines: list[str]) -> list[tuple[str, ...]]:
    """The rows of the tables in a text, heads too."""
    made = tabled([Line(number, text) for number, text in enumerate(lines, 1)])
    return [line.cells for index in sorted(made) for line in made[index] if line.style == "row"]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("blank", [False, True])
def test_one_cell_a_line(head: list[str], blank: bool) -> None:  # noqa: FBT001 - a case of the table of cases
    """A table of one cell a line is read row by row, also with empty lines between its rows and under its head."""
    body = [line for row in ROWS for line in (*row, *([""] if blank else []))]
    assert rows([ASKED, "", *head, *([""] if blank else []), *body, "", "Kontorets bedömning", "Sång är bra."]) == READ


def test_empty_lines_between_all_cells() -> None:
    """A table with an empty line after every cell is read, and the heading after it is no comment."""
    cells = [ASKED, "Remissinstans", "Beslut", "Kommentar", "Kulturnämnden", "Tillstyrker", "Fler sånger.", "Tekniska nämnden", "Avstyrker", "Dyrt.", "Förslag till beslut", "Motionen avslås."]
    assert rows([line for cell in cells for line in (cell, "")])[1:] == [("Kulturnämnden", "Tillstyrker", "Fler sånger."), ("Tekniska nämnden", "Avstyrker", "Dyrt.")]


def test_single_spaces() -> None:
    """Rows with nothing but single spaces between their cells are cut by the name that was asked and the words of a stance."""
    lines = [ASKED, "", "Remissinstans Beslut Kommentar", "Kulturnämnden Tillstyrker Fler sånger behövs", "i parkerna.", "Granviks Hamn AB Avstyrker"]
    assert rows(lines)[1:] == [("Kulturnämnden", "Tillstyrker", "Fler sånger behövs i parkerna."), ("Granviks Hamn AB", "Avstyrker", "")]


@pytest.mark.parametrize(
    "body",
    [
        ["Kulturnämnden", "Tillstyrker", "Fler sånger.", "Idrottsnämnden", "Avstyrker", "Dyrt."],
        ["Kulturnämnden", "Tillstyrker", "Fler sånger.", "Tekniska nämnden", "Elen räcker inte till."],
        ["Kulturnämnden", "Tillstyrker", "Fler sånger.", "Kulturnämnden", "Avstyrker", "Dyrt."],
    ],
)
def test_an_unsure_row_leaves_the_table(body: list[str]) -> None:
    """A table with a body that was not asked, a name without a stance or a body that comes twice is left as it stood."""
    assert rows([ASKED, "", "Remissinstans", "Beslut", "Kommentar", *body]) == []


def test_a_name_with_och_in_it() -> None:
    """A name with "och" in it, which a list of names may be cut at, is one row's and no part of the comment before it."""
    asked = "Motionen har remitterats till Kulturnämnden, Sotning och brandnämnden, Tekniska nämnden och Granviks Hamn AB."
    lines = [asked, "", "Remissinstans", "Beslut", "Kommentar", "Kulturnämnden", "Tillstyrker", "Fler sånger.", "Sotning och", "brandnämnden", "Avstyrker", "Det brinner."]
    assert rows(lines)[1:] == [("Kulturnämnden", "Tillstyrker", "Fler sånger."), ("Sotning och brandnämnden", "Avstyrker", "Det brinner.")]
