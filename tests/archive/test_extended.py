"""The last day that an answer says was put off."""

from __future__ import annotations

import pytest

from generator.archive.extended import granted
from generator.model import Passage, Place, Status


def passage(text: str) -> Passage:
    """A paragraph of an answer."""
    return Passage("p-1", text, Place("svar.txt", None, 7))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Svaret skulle lämnas senast 2031-01-31, men förlängd svarstid till 2031-02-06 har erhållits.", "2031-02-06"),
        ("Ärendet är stort. Nämnden har fått anstånd att svara till den 7 februari 2031.", "2031-02-07"),
        ("Bryggnämnden har beviljats förlängd svarstid till 2031-02-06.", "2031-02-06"),
        ("Kontoret begärde och fick förlängd remisstid till 9 mars 2031.", "2031-03-09"),
    ],
)
def test_a_day_that_was_put_off_is_read(text: str, day: str) -> None:
    """The day to which the time was extended is the answer's own last day, with the sentence that says so."""
    fact = granted(passage(text), ("bryggnamnden", "Bryggnämnden"))
    assert fact is not None
    assert (fact.value, fact.status) == (day, Status.STATED)
    assert fact.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden har begärt förlängd svarstid till 2031-02-06.",
        "Nämnden har inte fått förlängd svarstid till 2031-02-06.",
        "Socialnämnden Norr har fått anstånd till den 7 februari 2031.",
        "Svaret ska lämnas senast 2031-01-31.",
        "Nämnden har fått anstånd med svaret.",
        "Nämnden fick förlängd svarstid till den 6 februari.",
    ],
)
def test_a_day_that_was_only_asked_for_is_none(text: str) -> None:
    """A wish, a refusal, another day, or one without its year extends nothing."""
    assert granted(passage(text), ("bryggnamnden", "Bryggnämnden")) is None
