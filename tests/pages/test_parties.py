"""Parties under several names, double surnames, and numbers that stand together."""

from __future__ import annotations

import pytest

from generator.pages import parties, words
from generator.pages.people import inverted, surname


@pytest.mark.parametrize(("one", "other"), [("C", "Centerpartiet"), ("mp", "Miljöpartiet de gröna"), ("M", "Moderaterna")])
def test_short_and_long_name_are_one_party(one: str, other: str) -> None:
    """A party's letters and its name are one value, whatever capitals they have."""
    assert parties.key(one) == parties.key(other)


@pytest.mark.parametrize(("one", "other"), [("FP", "L"), ("D", "Demokraterna"), ("C", "CU"), ("S", "SD")])
def test_what_is_not_known_to_be_one_party_is_two(one: str, other: str) -> None:
    """Letters that several local parties have, and the older name of a party, are joined with nothing."""
    assert parties.key(one) != parties.key(other)


def test_writings_that_stand_together_are_told() -> None:
    """A party that is written in one way is called so; in several, its name with its letters."""
    assert parties.name(("Centerpartiet",)) == "Centerpartiet"
    assert parties.name(parties.in_order({"Centerpartiet": 1, "C": 5})) == "Centerpartiet (C)"
    assert parties.name(("Vårby", "VÅRBY")) == "Vårby"


@pytest.mark.parametrize(("said", "want"), [("-----", ""), (" – ", ""), (None, ""), ("MP ", "MP"), ("V  R", "V R")])
def test_a_dash_is_no_party(said: str | None, want: str) -> None:
    """Signs without a letter where a party would stand say that none is given."""
    assert parties.written(said) == want


@pytest.mark.parametrize(
    ("name", "want"),
    [
        ("Eva Lindgren Alm", "Lindgren Alm"),
        ("Bo Nordén Åkesson", "Nordén Åkesson"),
        ("Ulla Berg Ek", "Berg Ek"),
        ("Anna Karin Ek", "Ek"),
        ("Per Herman Ek", "Ek"),
        ("Ali Osman Ek", "Ek"),
        ("Eva Ingeborg Ek", "Ek"),
        ("Dag af Alm", "Alm"),
        ("Lindgren Alm", "Alm"),
        ("", ""),
    ],
)
def test_a_double_surname_is_one_name(name: str, want: str) -> None:
    """Two family names go together where the first of them ends as only family names do; two given names never do."""
    assert surname(name) == want


def test_a_register_writes_both_surnames_first() -> None:
    """An inverted name has the whole surname before the comma."""
    assert (inverted("Eva Lindgren Alm"), inverted("Karin Ekblad"), inverted("Ekblad")) == ("Lindgren Alm, Eva", "Ekblad, Karin", "Ekblad")


@pytest.mark.parametrize(("part", "whole", "want"), [(3, 7, "tre av sju"), (3, 75, "3 av 75"), (12, 12, "tolv av tolv"), (1, 1300, "1 av 1\u00a0300")])
def test_a_part_and_its_whole_are_written_alike(part: int, whole: int, want: str) -> None:
    """Both numbers are words or both are digits."""
    assert words.out_of(part, whole) == want


@pytest.mark.parametrize(
    ("name", "want"),
    [
        ("Stadsbyggnadsnämnden", "Stadsbyggnads|nämnden"),
        ("Miljö- och klimatnämnden", "Miljö- och klimatnämnden"),
        ("Stadsledningskontoret", "Stadslednings|kontoret"),
        ("Nämnden för kontorsfrågor", "Nämnden för kontorsfrågor"),
        ("Lokalförvaltningschefer", "Lokalförvaltningschefer"),
    ],
)
def test_a_long_name_may_be_parted_before_its_last_part(name: str, want: str) -> None:
    """Only a long word that ends in a kind of body gets a soft hyphen, before that kind."""
    assert words.soft(name) == want.replace("|", "\u00ad")
