"""What is taken for a personal number, and what looks like one and is not. All numbers are made up."""

from __future__ import annotations

import pytest

from generator.checks import held_back
from generator.checks.personal_numbers import holds_personal_number
from tests.cases import document


def _luhn(nine: str) -> str:
    """The nine digits with the tenth that the Luhn formula gives."""
    total = 0
    for index, digit in enumerate(nine):
        value = int(digit) * (2 if index % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return nine + str(-total % 10)


TEN = _luhn("811218987")
COORDINATION = _luhn("701063239")


@pytest.mark.parametrize(
    "text",
    [
        f"19{TEN}",
        f"19{TEN[:6]}-{TEN[6:]}",
        f"19{TEN[:6]} {TEN[6:]}",
        f"{TEN[:6]}-{TEN[6:]}",
        f"{TEN[:6]}+{TEN[6:]}",
        f"Sökanden ({TEN[:6]}-{TEN[6:]}) vill.",
        f"{COORDINATION[:6]}-{COORDINATION[6:]}",
        f"Nr:{TEN[:6]}-{TEN[6:]}.",
    ],
)
def test_a_personal_number_is_found(text: str) -> None:
    """Twelve digits, or ten with a delimiter, with a day of the calendar and the right check digit are a number."""
    assert holds_personal_number(text)


@pytest.mark.parametrize(
    "text",
    [
        TEN,
        f"{TEN[:6]}-{TEN[6:9]}{(int(TEN[9]) + 1) % 10}",
        "KS 2019/1899",
        "Dnr 1.7.1-400/1899",
        "556036-0793",
        "SLK-2023-00899",
        "08-508 00 000",
        "070-123 45 67",
        "2021-05-03 1200",
        "bankgiro 5050-1055",
        f"{TEN[:6]}-{TEN[6:]}-1",
        "811338-9876",
    ],
)
def test_what_looks_like_one_is_not(text: str) -> None:
    """Diary, organisation, telephone and giro numbers, ten bare digits and wrong check digits are none."""
    assert not holds_personal_number(text)


def test_a_document_is_held_back_by_line_and_name() -> None:
    """Each line that holds a number, and a file's name that does, is a finding that keeps the document back."""
    number = f"{TEN[:6]}-{TEN[6:]}"
    made = document(f"Rad ett\n{number}\nRad tre {number}\n", f"{number}.txt")
    assert [(one.code, one.line) for one in held_back(made)] == [("F601", 2), ("F601", 3), ("F601", None)]
    assert held_back(document("Rad ett\n")) == ()


def test_no_finding_repeats_the_number() -> None:
    """What staff read about the finding does not hold the number itself."""
    number = f"{TEN[:6]}-{TEN[6:]}"
    for one in held_back(document(f"{number}\n")):
        assert number not in one.message + one.advice
