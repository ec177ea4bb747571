"""Several papers of one body: which belong together, what they say together, and what only others tell of an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.archive import Built, make_archive
from generator.model import (
    Body,
    Document,
    Draft,
    Fact,
    Line,
    Mention,
    Part,
    Passage,
    Place,
    Reported,
    Response,
    Section,
    SenderClue,
    Settings,
    Stance,
    StanceFact,
    Status,
)

BODY = "Fritidsnämnden"
SETTINGS = Settings(
    bodies=(
        Body("fritidsnamnden", BODY, "namnd", offices=("Fritidsförvaltningen",)),
        Body("stadskansliet", "Stadskansliet", "forvaltning"),
    )
)


def _draft(file: str, day: str = "", *, minutes: bool = False, stance: Stance = "unclear", body: str = BODY) -> Draft:
    """An answer of one paragraph, whose text and anchor are the same in every file."""
    place = Place(file, None, 1)
    document = Document(file, "0" * 64, "text/plain", (Line(1, "Isen bär."),), words=2)
    taken = StanceFact(stance, Status.STATED, f"{stance} i {file}", place, "p-1") if stance != "unclear" else StanceFact("unclear")
    return Draft(
        document,
        kind="response",
        document_type="protokollsutdrag" if minutes else "tjansteutlatande",
        sections=(Section("assessment", "", (Passage("p-1", "Isen bär.", place),)),),
        diary_numbers=(Fact("KS 2020/1", Status.STATED, "KS 2020/1", place, of="case"),),
        senders=(SenderClue(Mention(body, body, place), 3, "avsändare", body),),
        date=Fact(day, Status.STATED, day, place) if day else None,
        stance=taken,
    )


def _told(file: str, value: Stance, body: str = BODY, comment: str = "Isen är tunn.") -> Draft:
    """The office's paper, with one row of its table."""
    place = Place(file, None, 7)
    words = {"reject": "Avstyrker", "support": "Tillstyrker"}.get(value, "Se yttrandet")
    row = Reported(Mention(body, body, place), value, words, comment, f"{body}\t{words}\t{comment}", place, "p-7")
    return replace(_draft(file, body="Stadskansliet"), role="preparation", reported=(row,))


def _built(*drafts: Draft) -> Built:
    return make_archive(drafts, (), SETTINGS)


def _answers(*drafts: Draft) -> list[Response]:
    return [one for one in _built(*drafts).archive.responses if one.role == "answer"]


SENT_ON = Fact("office", Status.STATED, "Nämnden sänder förvaltningens utlåtande som sitt svar.", Place("b.txt", None, 3))


def test_minutes_and_the_offices_paper_are_one_answer() -> None:
    """The minutes speak for the body; the office's paper follows, and its text with it."""
    (answer,) = _answers(_draft("a.txt", "2020-03-01"), _draft("b.txt", "2020-03-20", minutes=True, stance="reject"))
    assert answer.document.file == "b.txt"
    assert [paper.file for paper in answer.papers] == ["a.txt"]
    assert answer.date is not None
    assert answer.date.value == "2020-03-20"
    assert [passage.place.file for passage in answer.passages] == ["b.txt", "a.txt"]


def _leaf(number: int, day: str = "", *, minutes: bool = True) -> Draft:
    """A part of one bundle, as minutes are that run over several."""
    draft = _draft("bunt.txt", day, minutes=minutes)
    place = Place("bunt.txt", None, number)
    return replace(draft, document=replace(draft.document, part=Part(number, "minutes", place, place, "Protokollsutdrag")))


@pytest.mark.parametrize(("days", "count"), [(("", "2020-03-20"), 1), (("2020-03-20", ""), 1), (("", "2020-03-20", "2020-05-02"), 3)])
def test_a_leaf_without_a_day_is_of_the_only_meeting(days: tuple[str, ...], count: int) -> None:
    """Minutes without a day join the body's only dated ones in the bundle; where it met twice they stay apart."""
    assert len(_answers(*(_leaf(number, day) for number, day in enumerate(days, 1)))) == count


def test_anchors_of_two_papers_are_told_apart() -> None:
    """Where two papers share a paragraph, the second has an anchor of its own, also where its stance names it."""
    office = _draft("a.txt", "2020-03-01", stance="support")
    (answer,) = _answers(office, replace(_draft("b.txt", "2020-03-20", minutes=True), forwards=SENT_ON))
    assert [passage.id for passage in answer.passages] == ["p-1", "p-1-2"]
    assert answer.stance.passage == "p-1-2"


def test_a_board_may_decide_otherwise_than_it_was_advised() -> None:
    """The stance is the body's; what its officials proposed stands apart."""
    office, minutes = _draft("a.txt", stance="support"), _draft("b.txt", minutes=True, stance="reject")
    (answer,) = _answers(office, minutes)
    assert (answer.stance.value, answer.stance.status) == ("reject", "stated")
    assert answer.advice is not None
    assert answer.advice.value == "support"


def test_what_a_body_sends_on_is_its_answer() -> None:
    """Minutes that send the office's paper on give its stance, inferred and with the reason; silent ones do not."""
    office, minutes = _draft("a.txt", stance="support"), _draft("b.txt", minutes=True)
    (sent,) = _answers(office, replace(minutes, forwards=SENT_ON))
    assert (sent.stance.value, sent.stance.status) == ("support", "inferred")
    assert sent.stance.reason
    (quiet,) = _answers(office, minutes)
    assert quiet.stance.value == "unclear"


def test_a_partys_paper_sent_on_is_not_the_offices() -> None:
    """Minutes that send a party's paper on say nothing of what the office wrote."""
    office, minutes = _draft("a.txt", stance="support"), _draft("b.txt", minutes=True)
    (answer,) = _answers(office, replace(minutes, forwards=replace(SENT_ON, value="party")))
    assert answer.stance.value == "unclear"


@pytest.mark.parametrize(("wrote", "met", "count"), [("2020-06-01", "2020-03-20", 2), ("2020-03-27", "2020-03-20", 1), ("2018-04-01", "2020-03-20", 2), ("", "2020-03-20", 1)])
def test_papers_of_different_times_keep_apart(wrote: str, met: str, count: int) -> None:
    """A paper from long after the minutes, or years before them, is no part of the same answer; one sent out a week later is."""
    assert len(_answers(_draft("a.txt", wrote), _draft("b.txt", met, minutes=True))) == count


def test_two_rounds_are_two_answers() -> None:
    """A body that answers twice has two answers, each with the paper that came before its own minutes."""
    first, second = _answers(
        _draft("a.txt", "2020-03-01"),
        _draft("b.txt", "2020-03-20", minutes=True),
        _draft("c.txt", "2020-10-01"),
        _draft("d.txt", "2020-10-20", minutes=True),
    )
    assert (first.id, [paper.file for paper in first.papers]) == ("ks-2020-1/fritidsnamnden", ["a.txt"])
    assert (second.id, [paper.file for paper in second.papers]) == ("ks-2020-1/fritidsnamnden-2", ["c.txt"])


def test_two_extracts_from_one_meeting_are_one_answer() -> None:
    """What one meeting decided is one answer, however many extracts of its minutes were sent."""
    day = "2020-03-20"
    (answer,) = _answers(_draft("a.txt", day, minutes=True, stance="reject"), _draft("b.txt", day, minutes=True))
    assert [paper.file for paper in answer.papers] == ["b.txt"]


def test_two_papers_of_one_kind_are_two_answers() -> None:
    """Without minutes nobody can say that two papers are one answer."""
    assert len(_answers(_draft("a.txt"), _draft("b.txt"))) == 2


# --- what others tell ---------------------------------------------------------------------------------------------


def test_an_answer_that_is_only_told_of_is_marked() -> None:
    """The office's row becomes an answer that says whose words it is, with the comment and the row's own line."""
    (answer,) = _answers(_told("k.txt", "reject"))
    assert (answer.told, answer.document_type, answer.bodies) == (True, "sammanstallning", ("fritidsnamnden",))
    assert (answer.stance.value, answer.stance.status) == ("reject", "inferred")
    assert answer.stance.quote.endswith("Isen är tunn.")
    assert answer.stance.place == Place("k.txt", None, 7)
    assert [passage.text for passage in answer.passages] == ["Avstyrker", "Isen är tunn."]
    assert [report.source for report in answer.reports] == ["ks-2020-1/stadskansliet"]


def test_a_row_is_kept_beside_the_answer_itself() -> None:
    """A body whose own paper is here gets the row as a report, and keeps its own stance."""
    (answer,) = _answers(_draft("b.txt", minutes=True, stance="support"), _told("k.txt", "reject"))
    assert (answer.told, answer.stance.value, answer.stance.status) == (False, "support", "stated")
    assert [report.value for report in answer.reports] == ["reject"]


def test_a_row_speaks_where_the_answer_is_unclear() -> None:
    """Where the body's own paper states no stance, the row gives it, inferred."""
    (answer,) = _answers(_draft("b.txt", minutes=True), _told("k.txt", "reject"))
    assert (answer.stance.value, answer.stance.status, answer.stance.passage) == ("reject", "inferred", "")


def test_rows_that_disagree_settle_nothing() -> None:
    """Two papers that tell different things of one body leave its stance unclear, and both are kept."""
    (answer,) = _answers(_told("k.txt", "reject"), _told("l.txt", "support"))
    assert answer.stance.value == "unclear"
    assert [report.value for report in answer.reports] == ["reject", "support"]


def test_the_page_of_what_is_told_is_the_office_s() -> None:
    """The document that tells of an answer has its own page; no source is counted as used by what it tells."""
    built = _built(_told("k.txt", "reject"))
    published = {one.id: one.told for one in built.archive.responses}
    assert published == {"ks-2020-1/stadskansliet": False, "ks-2020-1/fritidsnamnden": True}
    assert built.unplaced == ()
