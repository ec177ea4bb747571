"""Words by their patterns, and the ways to read a damaged word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.swedish.confusions import usual
from generator.swedish.lostletters import beginnings, index, letters, one_lost, options_of, ways

WORDS = ("förslag", "åtgärder", "områden", "återförsäljare", "träd", "bord", "öar")
FOUND = index(WORDS)


def read(word: str) -> set[str]:
    """The words that ``word`` may be by the table."""
    return {meant for way in ways(word, FOUND, usual().spans) for meant in way.words}


def test_patterns() -> None:
    """Words without å ä ö are not in the index, those with are found by what is left of them."""
    assert "bord" not in {word for words in FOUND.words.values() for word in words}
    assert FOUND.words["f*rslag"] == ("förslag",)
    assert {"*", "*t*"[:1], "f*", "omr*", "tr*"} <= FOUND.heads


def test_readings_of_the_table() -> None:
    """Letters, signs and pairs of the table are read, several in a word too; letters that stand stay."""
    assert read("forslag") == {"förslag"}
    assert read("atg&rder") == read("åtgérder") == {"åtgärder"}
    assert read("aterforsiljare") == {"återförsäljare"}
    assert read("fxrslag") == set()


def test_one_letter_whatever_it_became() -> None:
    """One lost letter is found whatever stands for it: a strange sign, two signs or nothing."""
    for strange in ("f$rslag", "fxyrslag", "frslag"):
        assert {meant for way in one_lost(strange, FOUND) for meant in way.words} == {"förslag"}
    assert not list(one_lost("f$$$rslag", FOUND))
    assert [way.spans for way in one_lost("åtg%rder", FOUND)] == [("å", "%")]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="fortslagåäöd&eébni", max_size=24))
def test_pieces_are_read_as_they_would_be_alone(text: str) -> None:
    """Reading all beginnings of a text in one walk finds what reading each of them by itself finds."""
    options = options_of(text, usual().spans)
    together = {(end, way) for end, way in beginnings(text, 0, len(text), FOUND, options) if end}
    alone = {(end, way) for end in range(1, len(text) + 1) for way in ways(text[:end], FOUND, usual().spans)}
    assert together == alone
    for _, way in together:
        assert all(len(list(letters(word))) == len(way.spans) for word in way.words)
