"""Days that are written without their year."""

from __future__ import annotations

import pytest

from generator.parse.dates import dated_near


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
