"""Days that are written without their year."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        (("Byggnadsnämnden i Granvik", "2031-05-04 § 12"), "2031-05-04"),
        (("Kulturnämnden 2031-05-04 §12",), "2031-05-04"),
        (("Granviks kommun", "Kommunstyrelsen 2031-05-04 § 12"), None),
    ],
)
def test_the_day_beside_the_paragraph_is_the_meetings(opening: tuple[str, ...], day: str | None) -> None:
    """The day beside a paragraph's number under a board's name is its answer's; one beside the executive board's is not."""
    draft = parse(unpaged(*[line(text) for one in (*opening, "Yttrande över motion om en isbana", "Nämnden tillstyrker motionen.") for text in (one, "")]))
    if draft.kind == "response" and draft.role == "answer":
        assert (draft.date.value if draft.date else None) == day
    else:
        assert day is None
