"""What a stand on the motion, or on a demand by its number, says of each demand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compare.stands import stands
from generator.model import Demand, DemandStance, Place, Report, Response, Stance, StanceFact, Status
from tests.sample_archive import response

ONE = [Demand(1, "En brygga byggs.", Place("m", None, 1))]
THREE = [*ONE, Demand(2, "En bastu byggs.", Place("m", None, 2)), Demand(3, "En kiosk öppnas.", Place("m", None, 3))]


def answer(value: Stance, quote: str, *numbered: DemandStance, status: Status = Status.STATED) -> Response:
    """A response with this stance, and stands by number."""
    return response("svar", ("badnamnden",), (), stance=StanceFact(value, status, quote), demand_stances=numbered)


def test_only_demand_takes_the_stance() -> None:
    """A plain stand on a motion with one demand is stated of that demand, with its quote."""
    assert stands(ONE, answer("reject", "Nämnden avstyrker motionen.")) == {
        1: DemandStance(1, "reject", Status.STATED, "Nämnden avstyrker motionen.")
    }


def test_an_editors_reason_holds_for_each_demand() -> None:
    """A stand on the whole that an editor states brings its reason and day to the demands."""
    said = replace(answer("reject", ""), stance=StanceFact("reject", Status.CURATED, reason="Enligt brev.", date="2026-11-20"))
    assert [(one.reason, one.date) for one in stands(THREE, said).values()] == [("Enligt brev.", "2026-11-20")] * 3


@pytest.mark.parametrize("value", ["reject", "support", "considered-answered", "already-met", "no-position", "declined"])
def test_stand_on_the_whole_is_inferred_of_each(value: Stance) -> None:
    """A stand on the whole of a motion with several demands is one on each of them, as an inference that keeps the quote."""
    found = stands(THREE, answer(value, "Nämndens ord om motionen."))
    assert [(one.demand, one.value, one.status, one.quote) for one in found.values()] == [
        (number, value, Status.INFERRED, "Nämndens ord om motionen.") for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        ("unclear", ""),
        ("partly", "Nämnden tillstyrker motionen delvis."),
        ("support", "Nämnden tillstyrker motionens första förslag."),
        ("support", "Nämnden tillstyrker motionen i den del som rör bryggan."),
        ("support", "Nämnden ställer sig bakom motionens intentioner."),
        ("reject", "Nämnden avstyrker förslag 2 i motionen."),
        ("reject", "Nämnden avstyrker att en bastu byggs vid stranden."),
        ("reject", "Nämnden avstyrker motionens förslag om en bastu."),
    ],
)
def test_stand_on_a_part_says_nothing_of_each(value: Stance, quote: str) -> None:
    """A stand that is partial, about a part or about the aims is no stand on any one of several demands."""
    assert stands(THREE, answer(value, quote)) == {}


@pytest.mark.parametrize(
    "quote",
    [
        "Nämnden avstyrker motionen, eftersom den första bryggan ruttnade.",
        "Nämnden avstyrker motionens förslag.",
        "Bolaget avstyrker förslagen i remissen.",
        "Nämnden avstyrker samtliga yrkanden med hänvisning till punkt 3 i planen.",
    ],
)
def test_stand_on_all_of_it(quote: str) -> None:
    """The motion, its proposals and the referral are the whole, whatever part the reasons speak of."""
    assert len(stands(THREE, answer("reject", quote))) == 3


def test_stand_on_the_only_demand_by_its_words() -> None:
    """Where a motion has one demand, a stand on it in other words, or with praise for its aims, is a stand on it."""
    assert stands(ONE, answer("reject", "Nämnden avstyrker att en brygga byggs."))[1].value == "reject"
    assert stands(ONE, answer("reject", "Nämnden ser intentionen men avstyrker bryggan."))[1].value == "reject"
    assert stands(ONE, answer("reject", "Nämnden avstyrker punkt 2.")) == {}


def test_row_of_the_offices_table() -> None:
    """What another paper's table says of the answer is about the whole motion, by the words of its verdict alone."""
    row = "Badnämnden Avstyrker Nämnden delar intentionen i punkt 2."
    report = Report("x", "reject", "Avstyrker", "Nämnden delar intentionen i punkt 2.", row, Place("x", None, 1))
    told = replace(answer("reject", row, status=Status.INFERRED), reports=(report,))
    assert [one.value for one in stands(THREE, told).values()] == ["reject"] * 3


def test_partial_stand_on_the_only_demand() -> None:
    """A partial stand on a motion with one demand is a partial stand on that demand."""
    assert stands(ONE, answer("partly", "Nämnden tillstyrker motionen delvis."))[1].value == "partly"


def test_numbered_stands_are_kept() -> None:
    """Where the answer tells the demands apart, its stand on the whole is put on none of the others."""
    first = DemandStance(1, "support", quote="Första att-satsen tillstyrks.", score=1.0)
    assert stands(THREE, answer("reject", "Nämnden avstyrker motionen.", first)) == {1: first}


def test_the_others() -> None:
    """A stand on all the other demands is put on each that has no stand of its own, with the same words."""
    first = DemandStance(1, "support", quote="Första att-satsen tillstyrks.")
    rest = DemandStance(0, "reject", quote="I övrigt avstyrks motionen.")
    found = stands(THREE, answer("partly", "Delvis.", first, rest))
    assert found == {1: first, 2: replace(rest, demand=2), 3: replace(rest, demand=3)}


def test_number_beyond_the_demands() -> None:
    """A stand on a number that the motion has no demand for is kept, since the text says so."""
    fifth = DemandStance(5, "reject", quote="Punkt 5 avstyrks.")
    assert stands(THREE, answer("unclear", "", fifth)) == {5: fifth}


def test_first_of_two_stands_counts() -> None:
    """Of two stands on one demand the first is kept."""
    one, other = DemandStance(2, "reject", quote="Nej."), DemandStance(2, "support", quote="Jo.")
    assert stands(THREE, answer("unclear", "", one, other)) == {2: one}


def test_verdict_of_a_table() -> None:
    """A bare verdict of a word or two, as a table has it, is about the motion it stands for."""
    assert stands(THREE, answer("reject", "Avstyrker", status=Status.INFERRED))[3].status is Status.INFERRED


def test_a_tables_word_is_not_spread_over_an_answer_that_is_here() -> None:
    """Where the body's own paper is here and leaves its stand open, the office's one word for it says nothing of each demand."""
    place = Place("k.txt", None, 4)
    report = Report("ks-1/kansli", "reject", "Avstyrker", "", "Parknämnden\tAvstyrker", place)
    stance = StanceFact("reject", Status.INFERRED, report.quote, place)
    own = replace(answer("unclear", ""), stance=stance, reports=(report,))
    assert stands(THREE, own) == {}
    assert set(stands(THREE, replace(own, told=True))) == {1, 2, 3}
