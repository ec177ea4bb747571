"""Words that a line end cut in two are put together, and a hyphen that belongs stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Line, Restored
from generator.swedish.joining import hyphenated, join, join_rows


def _joined(*texts: str) -> str:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return join(lines, hyphenated(lines)).text


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("kom-", "munen", "kommunen"),
        ("Hägersten-Lilje-", "holmen", "Hägersten-Liljeholmen"),
        ("Norrby-", "Sund", "Norrby-Sund"),
        ("Anna-", "Karin", "Anna-Karin"),
        ("bygg-", "och miljönämnden", "bygg- och miljönämnden"),
        ("för-", "samt grundskola", "för- samt grundskola"),
        ("bygg- eller park-", "respektive miljöfrågor", "bygg- eller park- respektive miljöfrågor"),
        ("SLK-2023-", "00899", "SLK-2023-00899"),
        ("KS-", "2023/1", "KS-2023/1"),
        ("10-", "årig", "10-årig"),
        ("AB-", "bolag", "AB-bolag"),
        ("e-", "post", "e-post"),
        ("en t-", "bana", "en t-bana"),
        ("icke-", "våld", "icke-våld"),
        ("2019 -", "2020", "2019 - 2020"),
        ("se www.ekvik.se/min-", "sida", "se www.ekvik.se/min-sida"),
        ("anna.ek-", "berg@ekvik.se", "anna.ekberg@ekvik.se"),
        ("två  ord", "och\u00a0fler", "två ord och fler"),
    ],
)
def test_a_line_end_is_joined(before: str, after: str, joined: str) -> None:
    """Two lines are joined so, with one space or none between."""
    assert _joined(before, after) == joined


def test_a_hyphen_that_stands_elsewhere_stays() -> None:
    """A word that the document has whole with its hyphen keeps it at a line end."""
    assert _joined("En svensk-norsk bana.", "Den svensk-", "norska") == "En svensk-norsk bana. Den svensknorska"
    assert _joined("Den svensk-norska banan.", "Den svensk-", "norska") == "Den svensk-norska banan. Den svensk-norska"


def test_marks_follow_their_words() -> None:
    """The span of a restored word is right after joining, keeps how it came to be, and ends before a hyphen that went."""
    marked = join([Line(1, "i Ek-", restored=(Restored(2, 5, "£k-", by="ocr", sure=False),)), Line(2, "viken  är", restored=(Restored(7, 9, "ar"),))])
    assert marked.text == "i Ekviken är"
    assert [(marked.text[mark.start : mark.end], mark.by, mark.sure) for mark in marked.restored] == [("Ek", "ocr", False), ("är", "restoration", True)]


@given(st.lists(st.text(alphabet="aåB1- \t", max_size=12), max_size=6))
def test_joining_loses_only_hyphens_and_white_space(texts: list[str]) -> None:
    """Every letter and digit of the lines stands in the joined text, in order, and each line begins where it is said to."""
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    for made in (join(lines), join_rows(lines)):
        assert [char for char in made.text if char.isalnum()] == [char for text in texts for char in text if char.isalnum()]
        starts = [start for start, _ in made.starts]
        assert starts == sorted(starts)
        assert all(0 <= start <= len(made.text) for start in starts)
