"""The keys of a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.swedish.keys import WORD_LIMIT, keys, lemma_key


def test_a_word_is_indexed_as_written_by_its_lemma_and_by_its_parts() -> None:
    """An inflected compound gives its exact form, its lemma and the lemmas of its parts, without dots in the latter."""
    made = keys("Vaktgrupperna")
    assert made[0] == "=vaktgrupperna"
    assert {"vaktgrupp", "~vakt", "~grupp"} <= set(made)
    assert keys("Områden")[:2] == ("=områden", "omrade")


def test_a_word_with_separators_is_indexed_by_its_pieces_too() -> None:
    """A hyphenated name and a diary number are found by each of their pieces."""
    assert {"=norr-torp", "=norr", "=torp"} <= set(keys("Norr-Torp"))
    assert {"=2019/1899", "2019/1899", "=1899", "1899"} <= set(keys("2019/1899"))


def test_all_spellings_of_a_number_share_one_key() -> None:
    """A number has the same lemma key whatever separates its pieces and however many zeros lead them."""
    assert {lemma_key(form) for form in ("2022/01450", "2022:1450", "2022-01450", "2022/1450")} == {"2022/1450"}
    assert lemma_key("00899") == "899"
    assert lemma_key("0") == "0"


def test_a_monstrous_word_has_no_keys() -> None:
    """A word of more letters than the limit is not indexed; one that only pieces make long is indexed by its pieces."""
    assert keys("x" * (WORD_LIMIT + 1)) == ()
    assert keys("ab-" * WORD_LIMIT + "ab") == ("=ab", *keys("ab")[1:])


@given(st.text(max_size=30))
def test_keys_are_never_empty_strings(word: str) -> None:
    """Whatever the word, no key is empty or only its mark."""
    assert all(len(key.lstrip("=~")) > 0 for key in keys(word) if key != "=" * len(key))
