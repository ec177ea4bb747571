"""The gate: which lines of a document are damaged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Document, Line
from generator.swedish.restore import restore
from generator.swedish.stretches import Stretch, Witness, stretches
from tests.swedish.damaged import PARAGRAPHS, document, hurt, text_of

SEEN = {"å": "a", "ä": "a", "ö": "o"}
CLEAN = Witness(kept=6, words=15, swedish=2)


def damaged(number: int) -> Witness:
    """A line with three words that look damaged."""
    return Witness(tuple(f"ord{number}{letter}" for letter in "abc"), words=15, swedish=2)


def test_a_damaged_part_of_a_clean_document_is_found() -> None:
    """Eight damaged lines among a thousand clean ones are the stretch, to the line."""
    lines = [CLEAN] * 500 + [damaged(number) for number in range(8)] + [CLEAN] * 500
    assert stretches(lines) == (Stretch(500, 508),)


def test_odd_names_are_no_damage() -> None:
    """Words that look damaged here and there among standing å ä ö open nothing, nor does one name however often."""
    scattered = [damaged(number) if number % 250 == 0 else CLEAN for number in range(1000)]
    assert stretches([Witness(("berglof",), kept=5, words=15, swedish=2)] * 50) == ()
    assert stretches(scattered) == ()


def test_every_twentieth_letter_opens_the_whole() -> None:
    """Light damage spread over a whole document makes one stretch of nearly all of it."""
    lines = [Witness((f"ord{n}",) if n % 2 else (), kept=10, words=30, swedish=3) for n in range(40)]
    (found,) = stretches(lines)
    assert found.end - found.first >= 38


def test_other_languages_are_not_damaged_swedish() -> None:
    """A stretch with more small words of another language than Swedish ones, or with hardly any, is left alone."""
    words = [f"ord{number}" for number in range(30)]
    assert stretches([Witness((word,), words=15, swedish=1) for word in words]) == (Stretch(0, 30),)
    assert stretches([Witness((word,), words=15, swedish=1, foreign=3) for word in words]) == ()
    assert stretches([Witness((word,), words=15) for word in words]) == ()


def test_a_page_that_says_nothing_is_not_drawn_in() -> None:
    """A stretch goes on over lines that say nothing to the end of its page, and never on to another page."""
    silent = [Witness(words=4, page=1)] * 2
    lines = [Witness(("ada", "bdb", "cdc", "dde"), words=12, swedish=2, page=1), *silent, Witness(words=4, page=2)]
    assert stretches(lines) == (Stretch(0, 3),)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.builds(
            Witness,
            hits=st.lists(st.sampled_from(["a1", "b1", "c1", "d1"]), max_size=4).map(tuple),
            kept=st.integers(0, 9),
            words=st.integers(0, 20),
            swedish=st.integers(0, 3),
            page=st.sampled_from([None, 1, 2]),
        ),
        max_size=30,
    )
)
def test_stretches_are_in_order_and_apart(lines: list[Witness]) -> None:
    """Whatever the lines say, the stretches lie inside the document, in order and without sharing a line."""
    position = 0
    for found in stretches(lines):
        assert position <= found.first < found.end <= len(lines)
        position = found.end


@pytest.mark.parametrize("first", [0, 4, 14, 20])
def test_clean_lines_are_the_very_same(first: int) -> None:
    """Beside a damaged part every other line stays the very object it was, marks and all."""
    clean = list(PARAGRAPHS) * 2
    lines = clean[:first] + hurt("\n".join(PARAGRAPHS), SEEN).split("\n") + clean[first:]
    before = document("\n".join(lines))
    after = restore([before])[0]
    assert after.lines[:first] == before.lines[:first]
    assert after.lines[first + 10 :] == before.lines[first + 10 :]
    assert text_of(after).split("\n")[first : first + 10] == list(PARAGRAPHS)
    assert 0 < after.restored_words < 100 < after.words


def test_a_damaged_page() -> None:
    """In a paged document the damaged page is restored and the pages around it are not touched."""
    pages = ("\n".join(PARAGRAPHS), hurt("\n".join(PARAGRAPHS), SEEN), "\n".join(PARAGRAPHS))
    lines = tuple(
        Line(number, line, page)
        for page, text in enumerate(pages, 1)
        for number, line in enumerate(text.split("\n"), 1)
    )
    after = restore([Document("a.pdf", "", "application/pdf", lines, pages=3)])[0]
    assert [line.text for line in after.lines if line.page == 2] == list(PARAGRAPHS)
    assert [line for line in after.lines if line.page != 2] == [line for line in lines if line.page != 2]


def test_the_end_of_a_sentence_goes_with_it() -> None:
    """A line that says nothing belongs to the damaged stretch where it goes on with the sentence, and not where it does not."""
    tail = Witness(words=2, continues=True)
    assert stretches([damaged(1), damaged(2), tail, CLEAN]) == (Stretch(0, 3),)
    assert stretches([damaged(1), damaged(2), Witness(words=2), CLEAN]) == (Stretch(0, 2),)
