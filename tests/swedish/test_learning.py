"""What a document shows of its own way of losing å ä ö."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.swedish.confusions import table
from generator.swedish.learning import learned
from generator.swedish.restore import restore
from tests.swedish.damaged import PARAGRAPHS, document, hurt, text_of

TEXT = "\n".join(PARAGRAPHS)
STRANGE = [
    {"å": "}", "ä": "{", "ö": "|"},
    {"å": "$", "ä": "%", "ö": "#"},
    {"å": "aa", "ä": "ae", "ö": "oe"},
    {"å": "w", "ä": "x", "ö": "q"},
    {"å": "7", "ä": "3", "ö": "9"},
    {"å": "a:", "ä": "e:", "ö": "o:"},
]


@pytest.mark.parametrize("readings", STRANGE)
def test_no_table_knows_them(readings: dict[str, str]) -> None:
    """Readings that are in no row of the table are learned from the text, and at least nine words in ten come out right."""
    assert not {(read, meant) for meant, read in readings.items()} & table().keys()
    before = document(hurt(TEXT, readings))
    assert {(read, meant) for meant, read in readings.items()} <= learned(before.lines).keys()
    pairs = list(zip(text_of(restore([before])[0]).split(), TEXT.split(), strict=True))
    assert sum(one.lower() == other.lower() for one, other in pairs) >= 0.9 * len(pairs)


@pytest.mark.parametrize("gone", ["", "?"])
def test_one_sign_for_all_three(gone: str) -> None:
    """Letters that all became one sign, or fell out, are given back by what the words must be; the doubtful are marked."""
    before = document(hurt(TEXT, dict.fromkeys("åäö", gone)))
    after = restore([before])[0]
    marks = {
        (line.number, line.text[mark.start : mark.end])
        for line in after.lines
        for mark in line.restored
        if not mark.sure
    }
    wrong = [
        (number, word)
        for number, (line, true) in enumerate(zip(text_of(after).split("\n"), PARAGRAPHS, strict=True), 1)
        for word, meant in zip(line.split(), true.split(), strict=True)
        if word.lower() != meant.lower() and (number, word.strip(".,")) not in marks
    ]
    assert after.restored_words > 40
    assert len(wrong) <= 6, wrong


def test_a_clean_text_teaches_nothing() -> None:
    """Text with its letters in place, in Swedish or English, teaches no reading, and one odd word never does."""
    english = "The board proposes that the office reports on benches, lights and trees along the river each year."
    assert learned(document(TEXT).lines) == {}
    assert learned(document(english).lines) == {}
    assert learned(document(TEXT.replace("Området", "Omr$det")).lines) == {}


def test_addresses_teach_nothing() -> None:
    """Addresses of mail, pages and files are no words to learn from."""
    names = ("f$rslag", "n$mnden", "omr$det", "milj$er", "r$ttigheter", "$tg$rder")
    lines = document("\n".join(f"www.stad.se/{name} {name}@stad.se {name}.pdf" for name in names)).lines
    assert learned(lines) == {}


@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries(dict.fromkeys("åäö", st.text(alphabet="abq7$|?{:é&", max_size=2))),
    st.text(alphabet="abdeio7$|?{:é& .-\t\u00ad§nstlå", max_size=80),
)
def test_any_way_of_losing_letters(readings: dict[str, str], more: str) -> None:
    """However a text lost its letters, taking the marked words back gives it as it was, line for line."""
    before = document(f"{hurt(TEXT, readings)}\n{more}")
    for old, new in zip(before.lines, restore([before])[0].lines, strict=True):
        back = new.text
        for mark in reversed(new.restored):
            back = back[: mark.start] + mark.original + back[mark.end :]
        assert back == old.text
