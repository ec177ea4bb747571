"""What a word counts as."""

from __future__ import annotations

import pytest

from generator.compare.content import content_words, is_content, keys, root, sense
from generator.swedish.keys import keys as search_keys


@pytest.mark.parametrize(
    ("verb", "noun"), [("renovera", "renovering"), ("utreda", "utredning"), ("införa", "införande")]
)
def test_verb_and_its_noun_share_a_root(verb: str, noun: str) -> None:
    """A verb and the noun of its action have the same root."""
    assert root(verb) == root(noun)


def test_short_words_keep_apart() -> None:
    """An ending goes only where four letters stay."""
    assert root("ring") == "ring"
    assert root("gata") == "gata"


def test_keys_hold_lemma_parts_and_runs_of_parts() -> None:
    """A compound can be found by its lemma, by each part and by parts in a row."""
    found = keys("cykelgarageplatsernas")
    assert found[0] == sense("cykelgarageplatsernas").lemma == "cykelgarageplats"
    assert {"cykel", "garage", "plats", "cykelgarage", "garageplats"} <= set(found)


@pytest.mark.parametrize("form", ["rådens", "kf:s", "norra-torps", "2019:01899", "skolgårdsplanerna", "funkqvists"])
def test_what_search_finds_is_what_a_page_of_words_lists(form: str) -> None:
    """The keys of a word are those of search, so that the two find the same words."""
    searched = {key.lstrip("~") for key in search_keys(form) if not key.startswith("=")}
    assert set(keys(form)) == searched


@pytest.mark.parametrize("form", ["och", "2019/1899", "kommunstyrelsen", "motionärerna", "ö"])
def test_words_without_content(form: str) -> None:
    """Function words, numbers and words of procedure say nothing about a case."""
    assert not is_content(form)


def test_monsters_are_left_alone() -> None:
    """A word of more than 60 letters is its own lemma and has no parts."""
    monster = "cykel" * 2_000
    assert sense(monster).lemma == monster
    assert [word.text for word, _ in content_words(f"Ett {monster} till")] == [monster]
