"""Days that are written without their year."""

from __future__ import annotations

import pytest

from generator.model import Document
from generator.parse import parse
from generator.parse.dates import dated_near
from tests.parse.made import line, unpaged


@pytest.mark.parametrize(
    ("day", "own", "dated"),
    [
        ("XXXX-10-01", "2020-09-15", "2020-10-01"),
        ("XXXX-01-03", "2020-12-20", "2021-01-03"),
        ("XXXX-12-20", "2021-01-03", "2020-12-20"),
        ("XXXX-10-01", "2020-03-15", None),
        ("XXXX-02-29", "2021-02-20", None),
        ("2019-05-04", "2020-03-15", "2019-05-04"),
        ("XXXX-10-01", "okänt", None),
    ],
)
def test_a_year_is_taken_only_where_one_is_left(day: str, own: str, dated: str | None) -> None:
    """A day near the document's own has the year that brings it there; of any other the year is not told."""
    assert dated_near(day, own) == dated


@pytest.mark.parametrize("opening", [("Byggnadsnämnden i Granvik", "2031-05-04 § 12"), ("Kulturnämnden 2031-05-04 §12",)])
def test_the_day_beside_the_paragraph_is_the_meetings(opening: tuple[str, ...]) -> None:
    """The day beside a paragraph's number under a board's name is the day of its answer."""
    draft = parse(_answer(*opening))
    assert (draft.kind, draft.role) == ("response", "answer")
    assert draft.date is not None
    assert draft.date.value == "2031-05-04"


def _answer(*opening: str) -> Document:
    lines = (*opening, "Yttrande över motion om en isbana", "Nämnden tillstyrker motionen.")
    return unpaged(*[line(text) for one in lines for text in (one, "")])
