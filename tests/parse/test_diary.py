"""Diary numbers in every form after every label, and the years and keys that they give."""

from __future__ import annotations

import pytest

from generator.parse.diary import diary_numbers, is_label, number_key, series_of, year_of

# A form of each kind that was met in municipal documents, with its series and its year.
FORMS = {
    "SLK-2023-00899": ("SLK", "2023"),
    "SLK-2023-00025:26": ("SLK", "2023"),
    "N165-0681/23": ("N", "2023"),
    "0571/23": ("", "2023"),
    "IOFF-2025-00249": ("IOFF", "2025"),
    "2024-25765": ("", "2024"),
    "2023-0114": ("", "2023"),
    "IKN 2024-00246": ("IKN", "2024"),
    "41-2016:8994": ("", "2016"),
    "68/22": ("", "2022"),
    "TIL 2020/5": ("TIL", "2020"),
    "SLK 0416/23": ("SLK", "2023"),
    "KS 2019/1899": ("KS", "2019"),
    "KS 2019:1899": ("KS", "2019"),
    "1.5.1-135-2012": ("", "2012"),
    "2011-875-1.2.4": ("", "2011"),
    "316-259/2012": ("", "2012"),
    "303-225-04": ("", None),
    "T 2010-313-01743": ("T", "2010"),
    "2014/KS 0012 001": ("KS", "2014"),
    "2025.368 KS": ("KS", "2025"),
    "2023/311 KS": ("KS", "2023"),
    "Bun/2016:424 611": ("BUN", "2016"),
    "HEL 2018-007170": ("HEL", "2018"),
}
LABELS = ("Dnr ", "Dnr: ", "DNR:", "Diarienummer ", "Diarienr: ", "Ärendenummer: ", "Ärende nr ", "Er beteckning ", "Vårt dnr: ", "ert dnr ", "KS dnr ", "Beteckning: ", "Datum 2023-03-04 Dnr ")  # fmt: skip
TAILS = ("", ", Anna Ek", " 2023-04-05", " Datum 2023-04-05", ".", " Sida 1 (3)")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("label", LABELS)
def test_every_form_is_read_whole_after_every_label(form: str, label: str) -> None:
    """A number after a label is read as it is written, whatever stands after it."""
    for tail in TAILS:
        assert [number.text for number in diary_numbers(f"{label}{form}{tail}")] == [form]


@pytest.mark.parametrize(("form", "series", "year"), [(form, *said) for form, said in FORMS.items()])
def test_a_form_gives_its_series_and_year(form: str, series: str, year: str | None) -> None:
    """The letters of a number are its series, and its year is read where it is certain."""
    assert (series_of(form), year_of(form)) == (series, year)


def test_a_label_tells_whose_the_number_is() -> None:
    """What stands before the label is kept with it, and the number's opening is where it begins."""
    (number,) = diary_numbers("Remiss om hamnen, ert dnr 0571/23")
    assert (number.label, number.opens) == ("ert dnr", 18)


def test_the_series_may_stand_on_either_side() -> None:
    """A number has one key wherever its series stands."""
    assert number_key("KS 2023/311") == number_key("2023/311 KS") == number_key("2023.311 KS")
    assert number_key("2023/311") != number_key("KS 2023/311")


@pytest.mark.parametrize(("text", "told"), [("Diarienummer", True), ("Ert dnr:", True), ("Datum Diarienummer", True), ("Dnr 3", False), ("Diarieföring", False)])
def test_a_label_alone_is_known(text: str, told: bool) -> None:  # noqa: FBT001 — a case's expectation
    """A line that is nothing but a label is one, also beside the label of a date."""
    assert is_label(text) is told
