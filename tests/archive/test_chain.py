"""The chain of decisions of a case: each once, the minutes first, a proposal's outcome where the words leave it to one."""

from __future__ import annotations

from dataclasses import replace

from generator.archive.chain import decisions, unresolved
from generator.archive.register import register
from generator.model import Decision, Document, Draft, Fact, Place, Status, Votes

REGISTER = register(())


def day(value: str, file: str = "kf.txt") -> Fact:
    """A day that a document states."""
    return Fact(value, Status.STATED, value, Place(file, None, 1))


def paper(file: str, *told: Decision, date: str | None = None, minutes: bool = False) -> Draft:
    """A paper that prepares or settles, with what it tells of decisions."""
    return Draft(
        Document(file, "0" * 64, "text/plain", ()),
        kind="response",
        role="preparation",
        document_type="protokollsutdrag" if minutes else "sammanstallning",
        date=day(date, file) if date else None,
        decisions=tuple(replace(one, place=replace(one.place, file=file)) for one in told),
    )


def council(outcome: str, date: str | None = None, text: str = "Motionen avslås.", votes: Votes | None = None, evidence: str = "") -> Decision:
    """A decision of the council."""
    return Decision("council", "Kommunfullmäktige", outcome, text, Place("kf.txt", None, 9), day(date) if date else None, votes, evidence)  # type: ignore[arg-type]


def proposal(outcome: str, date: str | None = None, text: str = "Motionen avslås.") -> Decision:
    """A proposal of the executive board."""
    return Decision("proposal", "Kommunstyrelsen", outcome, text, Place("ks.txt", None, 4), day(date) if date else None)  # type: ignore[arg-type]


def test_the_minutes_win_over_who_retells_them() -> None:
    """A day of tabling that later minutes recall is told once, in the words of its own minutes."""
    own = paper("a.txt", council("tabled", "2031-01-26", "Ärendet bordläggs."), date="2031-01-26", minutes=True)
    later = paper("b.txt", council("tabled", "2031-01-26", "Bordlagt den 26 januari 2031."), council("rejected", "2031-02-23"), date="2031-02-23", minutes=True)
    found = decisions([later, own], REGISTER, {})
    assert [(one.outcome, one.place.file) for one in found] == [("tabled", "a.txt"), ("rejected", "b.txt")]


def test_two_days_are_two_decisions() -> None:
    """The same outcome on two days is two decisions, in the order of their days."""
    found = decisions([paper("b.txt", council("tabled", "2031-02-23"), council("tabled", "2031-01-26"))], REGISTER, {})
    assert [one.date.value for one in found if one.date] == ["2031-01-26", "2031-02-23"]


def test_bifall_to_a_proposal_to_reject_is_a_rejection() -> None:
    """A decision by the board's proposal has that proposal's outcome, and names the paper it stands in."""
    left_open = council("other", "2031-02-23", "Fullmäktige bifaller styrelsens förslag.", evidence="kommunstyrelsens")
    made = decisions([paper("ks.txt", proposal("rejected", "2031-01-10")), paper("kf.txt", left_open, minutes=True, date="2031-02-23")], REGISTER, {})[-1]
    assert made.outcome == "rejected"
    assert "Motionen avslås." in made.evidence
    assert "ks.txt" in made.evidence


def test_a_proposal_that_is_not_here_is_not_guessed() -> None:
    """Without the proposal the outcome stays open and rests on nothing."""
    left_open = council("other", "2031-02-23", "Fullmäktige bifaller styrelsens förslag.", evidence="kommunstyrelsens")
    papers = [paper("kf.txt", left_open)]
    (made,) = decisions(papers, REGISTER, {})
    assert (made.outcome, made.evidence) == ("other", "")
    assert [(one.code, one.file) for one in unresolved(papers, [made])] == [("F310", "kf.txt")]


def test_proposals_that_differ_settle_nothing() -> None:
    """Two proposals without a day that say different things leave a decision by one of them open."""
    left_open = council("other", "2031-02-23", "Enligt förslaget.", evidence="kommunstyrelsens")
    found = decisions([paper("a.txt", proposal("rejected")), paper("b.txt", proposal("granted")), paper("kf.txt", left_open)], REGISTER, {})
    assert found[-1].stage == "council"
    assert found[-1].outcome == "other"


def test_after_a_sending_back_the_last_proposal_counts() -> None:
    """A matter that was sent back is decided by the proposal it came back with."""
    left_open = council("other", "2032-02-23", "Enligt förslaget.", evidence="kommunstyrelsens")
    found = decisions(
        [paper("a.txt", proposal("rejected", "2031-01-10")), paper("b.txt", proposal("granted", "2032-01-12")), paper("kf.txt", left_open)], REGISTER, {}
    )
    assert found[-1].outcome == "granted"


def test_a_decision_without_a_day_stands_before_the_paper_that_tells_of_it() -> None:
    """A proposal that the council's minutes recall without a day stands before what the council then decided."""
    minutes = paper("kf.txt", council("rejected", "2031-02-23"), proposal("rejected"), date="2031-02-23", minutes=True)
    assert [one.stage for one in decisions([minutes], REGISTER, {})] == ["proposal", "council"]


def test_the_bodies_that_decide_are_in_the_archive() -> None:
    """Every body of the chain is added to the case's bodies, under the id that the decision bears."""
    bodies: dict[str, object] = {}
    (made,) = decisions([paper("kf.txt", council("rejected"))], REGISTER, bodies)  # type: ignore[arg-type]
    assert list(bodies) == [made.body]
