"""Values in Swedish words."""

from __future__ import annotations

import pytest

from generator.model import Fact, Status
from generator.pages import words


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2020-10-01", "1 oktober 2020"),
        ("2020-10", "oktober 2020"),
        ("2020", "2020"),
        ("XXXX-12-02", "2 december (årtalet står inte i dokumentet)"),
        ("2020-13-01", "2020-13-01"),
        ("i höstas", "i höstas"),
        ("", "utan datum"),
        (None, "utan datum"),
    ],
)
def test_dates(value: str | None, wanted: str) -> None:
    """A date is written with the month's name; what is not a date stays as it is."""
    assert words.date(value) == wanted


def test_a_date_without_a_year_sorts_last() -> None:
    """A date whose year is not written has nothing to be sorted by."""
    assert words.sortable(Fact("XXXX-12-02", Status.STATED, "2/12")) == ""
    assert words.sortable(None) == ""
    assert words.sortable(Fact("2020-01-02", Status.STATED, "x")) == "2020-01-02"


def test_numbers() -> None:
    """Small numbers are words, in the right gender, and large ones are grouped."""
    assert [words.number(1), words.number(1, neuter=True), words.number(12), words.number(13)] == [
        "en",
        "ett",
        "tolv",
        "13",
    ]
    assert words.grouped(12345) == "12\u00a0345"
    assert words.answers(0) == "inget svar"


def test_shares_are_never_rounded_to_all_or_nothing() -> None:
    """A share just under one is not a hundred percent, and one just over nothing is not zero."""
    assert words.percent(0.9999) == "99\u00a0%"
    assert words.percent(0.0001) == "1\u00a0%"
    assert (words.percent(1.0), words.percent(0.0)) == ("100\u00a0%", "0\u00a0%")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nämnden svarar. Den avstår.", "Nämnden svarar."),
        ("1. Motionen avslås. Paragrafen justeras.", "1. Motionen avslås."),
        ("Av Bo Ek m.fl. Motionen gäller parker. Slut.", "Av Bo Ek m.fl. Motionen gäller parker."),
        ("Utan punkt", "Utan punkt"),
    ],
)
def test_first_sentences(text: str, wanted: str) -> None:
    """A sentence ends after a word, not after a number or an abbreviation."""
    assert words.first_sentence(text) == wanted


def test_phrases() -> None:
    """Items are joined with commas and one conjunction."""
    assert words.listed(["a", "b", "c"]) == "a, b och c"
    assert words.listed(["a", "b"], "eller") == "a eller b"
    assert words.listed([]) == ""


def test_the_cells_of_a_row_are_not_quoted_as_one_sentence() -> None:
    """A row's cells stand parted and without quotation marks; a sentence stands in them."""
    assert words.quotation("Fritidsnämnden\tAvstyrker\t\tDet kostar  för mycket.") == "Fritidsnämnden · Avstyrker · Det kostar för mycket. (rad i en tabell)"
    assert words.quotation("Avstyrker · Det kostar.") == "Avstyrker · Det kostar. (rad i en tabell)"
    assert words.quotation("Nämnden avstyrker motionen.") == "”Nämnden avstyrker motionen.”"
