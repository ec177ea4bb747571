"""Base forms of words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.swedish.lemmas import lemma
from generator.swedish.tables import rows
from generator.swedish.words import words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("besluten", "beslut"),
        ("beslutet", "beslut"),
        ("beslut", "beslut"),
        ("nämnd", "nämnd"),
        ("nämnden", "nämnd"),
        ("nämndernas", "nämnd"),
        ("yttrande", "yttrande"),
        ("yttrandet", "yttrande"),
        ("remiss", "remiss"),
        ("planen", "plan"),
        ("plan", "plan"),
        ("bostäderna", "bostad"),
        ("man", "man"),
        ("männens", "mannen"),
        ("män", "mannen"),
        ("polismännen", "polisman"),
        ("varorna", "varor"),
        ("våra", "vår"),
        ("inga", "ingen"),
        ("gängen", "gäng"),
        ("träden", "träd"),
        ("bussar", "buss"),
        ("cyklar", "cykel"),
        ("hittar", "hitta"),
        ("arbetar", "arbeta"),
        ("polisens", "polis"),
        ("aktionsgrupper", "aktionsgrupp"),
        ("samverkansöverenskommelser", "samverkansöverenskommelse"),
        ("myndighetsgemensamma", "myndighetsgemensam"),
        ("grundskolenämnden", "grundskolenämnd"),
        ("förskolenämndens", "förskolenämnd"),
        ("elcyklarnas", "elcykel"),
        ("stadsledningskontorets", "stadsledningskontor"),
        ("anderssons", "andersson"),
        ("", ""),
        ("x", "x"),
        ("2019", "2019"),
    ],
)
def test_known_words(word: str, expected: str) -> None:
    """Inflected forms, genitives and compounds meet in one base form."""
    assert lemma(word) == expected


@given(st.text(alphabet="adegiklmnorstuvyåäö-", max_size=70))
def test_idempotent_on_letters(word: str) -> None:
    """The lemma of a lemma is itself, whatever the letters."""
    assert lemma(lemma(word)) == lemma(word)


def test_idempotent_on_real_words(shared: Path) -> None:
    """The lemma of a lemma is itself for every word of the real documents tried."""
    found: set[str] = set()
    for file in [
        *sorted((shared / "seeds").glob("*.txt")),
        *sorted((shared / "goteborg/handlingar").glob("*.txt"))[::15],
    ]:
        found.update(word.text.lower() for word in words(file.read_text("utf-8")))
    assert not [word for word in found if lemma(lemma(word)) != lemma(word)]


def test_long_words_are_left_alone() -> None:
    """A word of a hundred thousand letters comes back as it is, at once."""
    assert lemma("a" * 100_000) == "a" * 100_000


@pytest.mark.parametrize("name", ["lemma_overrides.tsv", "compound_heads.tsv"])
def test_overrides_are_well_formed(name: str) -> None:
    """Every row of an override file has a form of its own, a word and a reason."""
    found = rows(name)
    assert all(len(row) == 3 and all(row) for row in found)
    assert len({row[0] for row in found}) == len(found)
