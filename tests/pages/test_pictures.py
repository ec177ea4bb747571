"""The pictures that several pages share: an answer's stance among a body's, and the use of a word over time."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compare.rows import Occurrence, TermUse
from generator.model import Archive, Fact, Place, Response, Settings, Stance, StanceFact, Status
from generator.pages import words
from generator.pages.context import of
from generator.pages.pictures import MOST_YEARS, answer_years, stances_of, use_over_time, window
from tests.charts.drawn import assert_fits, read
from tests.sample_archive import ARCHIVE, CASE, response

PLACE = Place("x.txt", None, 1)


def _answer(at: int, date: str | None, stance: Stance = "reject", **more: object) -> Response:
    made = response("x", ("tekniska-namnden",), (), date=Fact(date, Status.STATED, "q", PLACE) if date else None, stance=StanceFact(stance), **more)
    return replace(made, id=f"{CASE}/svar-{at}")


def _use(*owners: str) -> TermUse:
    return TermUse("bänk", ("bänk",), tuple(Occurrence(owner, CASE, "p-1", "En bänk.", 3, 7) for owner in owners))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.none() | st.integers(1990, 2030), st.integers(0, 3)), max_size=30))
def test_a_word_is_counted_once_an_answer_in_the_answer_s_year(answers: list[tuple[int | None, int]]) -> None:
    """Each year has the answers of that year, and those of them that use the word, however often they do."""
    made = [_answer(at, f"{year}-05-01" if year else None) for at, (year, _) in enumerate(answers)]
    context = of(Archive(ARCHIVE.motions, tuple(made), ARCHIVE.bodies, ()), Settings(), ())
    uses = [_use(CASE, *(f"{CASE}/svar-{at}" for at, (_, times) in enumerate(answers) for _ in range(times)))]
    figure = use_over_time("ordet", "bänk", uses, answer_years(context))
    whole = Counter(f"{year}" for year, _ in answers if year)
    part = Counter(f"{year}" for year, times in answers if year and times)
    if not part:
        assert not figure.pictures
        return
    assert figure.table
    rows = {row.head.text: [cell.text for cell in row.cells] for row in figure.table.rows}
    assert {year: (int(cells[0]), int(cells[1])) for year, cells in rows.items() if cells[0] != "–"} == {year: (part[year], count) for year, count in whole.items()}
    assert f"i {words.out_of(part.total(), whole.total(), neuter=True)} svar" in figure.said
    undated = sum(year is None for year, _ in answers)
    assert any("utan årtal" in note for note in figure.notes) is bool(undated)
    drawn = read(figure.pictures[0].svg)
    assert_fits(drawn)
    assert len(drawn.of("rect", "whole")) == len([year for year in whole if int(year) in window(int(one) for one in whole.elements())])


def test_a_word_that_only_the_motion_uses_has_no_picture() -> None:
    """What the motion says is no answer's use of the word, and a reader is told so in words."""
    context = of(Archive(ARCHIVE.motions, (_answer(1, "2021-05-01"),), ARCHIVE.bodies, ()), Settings(), ())
    figure = use_over_time("ordet", "bänk", [_use(CASE)], answer_years(context))
    assert (figure.pictures, figure.said) == ((), "Inget svar här använder ordet.")


def test_a_word_in_undated_answers_only_has_no_picture() -> None:
    """Answers without a year have no place in time."""
    context = of(Archive(ARCHIVE.motions, (_answer(1, None),), ARCHIVE.bodies, ()), Settings(), ())
    figure = use_over_time("ordet", "bänk", [_use(f"{CASE}/svar-1")], answer_years(context))
    assert (figure.pictures, figure.said) == ((), "Inget av de svar som använder ordet har ett årtal.")


def test_a_word_s_letters_stay_letters() -> None:
    """A word of the archive is text in the picture's title."""
    context = of(Archive(ARCHIVE.motions, (_answer(1, "2021-05-01"),), ARCHIVE.bodies, ()), Settings(), ())
    figure = use_over_time("ordet", "<b>*x*", [_use(f"{CASE}/svar-1")], answer_years(context))
    assert "<b>*x*" in read(figure.pictures[0].svg).title


def test_a_body_s_bar_counts_its_own_answers() -> None:
    """What is only told of, and what prepares the matter, is no answer of the body's own."""
    answers = [_answer(1, None), _answer(2, None), _answer(3, None, "support"), _answer(4, None, "support", told=True), _answer(5, None, "support", role="preparation")]
    figure = stances_of("hallning", "Tekniska nämnden", answers)
    assert figure.said == "Tre svar finns här: 1 tillstyrker och 2 avstyrker."
    assert [round(part.at["width"]) for part in read(figure.pictures[0].svg).of("rect")] == [33, 67]
    assert [word for _, _, word in figure.key] == ["tillstyrker", "avstyrker"]


def test_a_body_without_answers_has_no_bar() -> None:
    """Nothing is drawn of nothing."""
    assert stances_of("hallning", "Tekniska nämnden", [_answer(4, None, told=True)]).pictures == ()


@given(st.lists(st.integers(1, 9999), max_size=12))
def test_a_window_is_a_row_of_years_that_some_answers_are_from(found: list[int]) -> None:
    """The years shown follow one another, begin and end with a year that occurs, and are no more than there is room for."""
    shown = window(found)
    assert bool(shown) is bool(found)
    assert len(shown) <= MOST_YEARS
    if shown:
        assert shown == list(range(shown[0], shown[-1] + 1))
        assert {shown[0], shown[-1]} <= set(found)
        best = max(sum(first <= year < first + MOST_YEARS for year in found) for first in found)
        assert sum(year in set(shown) for year in found) == best


def test_every_drawing_says_where_its_numbers_are() -> None:
    """Who does not see the picture is told that the table has the numbers."""
    context = of(Archive(ARCHIVE.motions, (_answer(1, "2021-05-01"),), ARCHIVE.bodies, ()), Settings(), ())
    figure = use_over_time("ordet", "bänk", [_use(f"{CASE}/svar-1")], answer_years(context))
    assert re.search(r"tabellen under bilden", read(figure.pictures[0].svg).described)
