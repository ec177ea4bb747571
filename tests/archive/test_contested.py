"""Where what is told of answers, numbers and days is not what they are: kinds of disagreement beyond the facts of the case."""

from __future__ import annotations

import pytest

from generator.archive import make_archive
from generator.model import Motion
from tests.archive.test_asked import ASKED, MOTION, OFFICE, SETTINGS, answer
from tests.cases import draft_of


def disagreements(*texts: str, motion: str = MOTION) -> dict[str, list[str]]:
    """By kind, the values that stand side by side in the only case of a motion and texts."""
    drafts = [draft_of(text, f"{at}.txt") for at, text in enumerate((motion, *texts))]
    (made,) = make_archive(drafts, (), SETTINGS).archive.motions
    return _values(made)


def _values(motion: Motion) -> dict[str, list[str]]:
    for one in motion.discrepancies:
        assert all(fact.quote and fact.place for fact in one.values), one.kind
    return {one.kind: [fact.value for fact in one.values] for one in motion.discrepancies}


def office(told: str) -> str:
    """The office's statement with ``told`` in it."""
    return OFFICE.format(told=told)


def test_an_answer_that_is_here_contradicts_its_silence() -> None:
    """A body that one document calls silent, and whose answer is here, is set side by side; the answer is shown as answered."""
    assert disagreements(office(f"{ASKED} Parknämnden svarade inte."), answer("Parknämnden")) == {
        "answered": ["Parknämnden: svarade inte", "Parknämnden: svaret finns här"]
    }


def test_two_documents_may_disagree_on_whether_an_answer_came() -> None:
    """One document says that a body answered, another that it did not."""
    told = answer("Hamn AB", "Svar har inkommit från parknämnden.")
    assert disagreements(office(f"{ASKED} Parknämnden svarade inte."), told)["answered"] == ["Parknämnden: svarade inte", "Parknämnden: har svarat"]


def test_the_offices_word_may_differ_from_the_answer() -> None:
    """What the office says that a body answered stands beside the body's own words, neither settled."""
    found = disagreements(office(f"{ASKED} Parknämnden avstyrker motionen. Hamn AB tillstyrker motionen."), answer("Parknämnden"), answer("Hamn AB"))
    assert found == {"stance": ["Parknämnden: tillstyrker, enligt svaret", "Parknämnden: avstyrker, enligt sammanställningen"]}


def test_the_number_of_the_asked_is_held_against_their_names() -> None:
    """Seven who were asked and four who are named do not agree; four and four do."""
    assert disagreements(office(f"{ASKED} De sju remissinstanserna svarade olika."))["asked-count"] == [
        "sju tillfrågade", "fyra namngivna: Fritidsnämnden, Kulturnämnden, Parknämnden, Hamn AB",
    ]  # fmt: skip
    assert disagreements(office(f"{ASKED} De fyra remissinstanserna svarade olika.")) == {}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Motionen innehåller tre förslag.", {"demands": ["ett förslag", "tre förslag"]}),
        ("Motionens tre att-satser hänger ihop.", {"demands": ["ett förslag", "tre förslag"]}),
        ("Två av motionens goda idéer är nya.", {}),
        ("Motionen lades fram i en tid av tre kriser.", {}),
    ],
)
def test_the_number_of_demands_is_held_against_the_motion(told: str, found: dict[str, list[str]]) -> None:
    """An answer that retells another number of demands than the motion has disagrees with it."""
    assert disagreements(answer("Parknämnden", told)) == found


def test_the_day_of_filing_is_held_against_the_motion() -> None:
    """An answer that gives another day for the motion than the motion itself disagrees; the same day does not."""
    dated = MOTION.replace("Anna Ek (M)", "Inlämnad 2021-03-04\n\nAnna Ek (M)")
    told = "Motionen lämnades in den {day} mars 2021."
    assert disagreements(answer("Parknämnden", told.format(day=9)), motion=dated) == {"filed": ["2021-03-04", "2021-03-09"]}
    assert disagreements(answer("Parknämnden", told.format(day=4)), motion=dated) == {}


def test_that_nobody_was_asked_is_held_against_a_list() -> None:
    """One document says that the motion was not sent out, another to whom."""
    found = disagreements(office("Motionen har inte remitterats."), answer("Parknämnden", ASKED))
    assert found["asked"][0] == "skickades inte på remiss"


def test_a_shorter_title_is_no_disagreement() -> None:
    """A title that only leaves words out is not another title; one with another word is."""
    short, other = (answer("Parknämnden").replace("om en isbana i hamnen", words) for words in ("om en isbana", "om en isbana i parken"))
    assert disagreements(short) == {}
    assert list(disagreements(other)) == ["title"]


def test_an_answer_that_tells_of_itself_alone_is_no_other_list() -> None:
    """Who says that it was asked does not say that nobody else was; two whole lists that differ do disagree."""
    alone = answer("Parknämnden", "Motionen har remitterats till parknämnden.")
    fewer = answer("Parknämnden", "Motionen har remitterats till parknämnden, kulturnämnden och Hamn AB.")
    assert disagreements(office(ASKED), alone) == {}
    assert list(disagreements(office(ASKED), fewer)) == ["referral-list"]
