"""The time line of a motion, and the sentence that says how far it has come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import (
    Archive,
    Body,
    Decision,
    Document,
    Fact,
    Mention,
    Motion,
    Outcome,
    Part,
    Place,
    Referral,
    Response,
    Settings,
    StanceFact,
    Status,
    Votes,
)
from generator.pages.context import of
from generator.pages.decided import decided
from generator.pages.motion import pages
from generator.pages.timeline import Step, timeline

BODIES = (Body("kommunfullmaktige", "Kommunfullmäktige", "fullmaktige"), Body("kommunstyrelsen", "Kommunstyrelsen", "styrelse"), Body("kulturnamnden", "Kulturnämnden", "namnd"))
DAYS = ["2031-12-07", "2032-01-18", "2032-02-15", "2032-03-14", "2032-04-18", "2032-05-16", "2032-06-19"]


def fact(value: str, file: str = "ks.txt") -> Fact:
    """A day or a list that a document states."""
    return Fact(value, Status.STATED, value, Place(file, None, 1))


def council(outcome: Outcome, day: str | None, votes: Votes | None = None, evidence: str = "") -> Decision:
    """What the council decided."""
    return Decision("council", "kommunfullmaktige", outcome, f"Beslut {day}", Place("kf.txt", None, 9), fact(day, "kf.txt") if day else None, votes, evidence)


PROPOSAL = Decision("proposal", "kommunstyrelsen", "rejected", "Motionen avslås.", Place("ks.txt", None, 4), fact("2031-11-02"))
BOARD = Decision("board", "kommunstyrelsen", "rejected", "Styrelsen beslutade med sju röster mot sex.", Place("ks.txt", None, 8), fact("2031-11-02"), Votes(7, 6, None))


def paper(name: str, body: str, file: str, day: str, *, minutes: bool = False, role: str = "preparation") -> Response:
    """A paper of the case."""
    part = None if minutes else Part(1, "board-proposal", Place(file, None, 1), Place(file, None, 20))
    return Response(
        id=f"ks-1/{name}", motion="ks-1", bodies=(body,), body_facts=(), possible_bodies=(), role=role, title=None,  # type: ignore[arg-type]
        document_type="protokollsutdrag" if minutes else "yttrande", diary_numbers=(), cited_numbers=(), date=fact(day, file), prepared_by=None,
        proposed_decision=None, board_decision=None, stance=StanceFact("support", quote="Ja.") if role == "answer" else StanceFact("unclear"),
        demand_stances=(), signatories=(), attachments=(), sections=(), document=Document(file, "0" * 64, "text/plain", (), part=part),
    )  # fmt: skip


def steps(*decisions: Decision, responses: tuple[Response, ...] = (), **more: object) -> tuple[Step, ...]:
    """The time line of a motion with these decisions."""
    motion = replace(Motion("ks-1", fact("Motion om bänkar")), decisions=decisions, **more)  # type: ignore[arg-type]
    return timeline(of(Archive((motion,), responses, BODIES), Settings(), ()), motion)


def test_many_tablings_are_told_as_one() -> None:
    """Seven tablings in a row are one step with its first and last day, and each is still within it."""
    (folded, last) = steps(*(council("tabled", day) for day in DAYS), council("rejected", "2032-08-22"))
    assert (folded.what, folded.when) == ("Bordlagd sju gånger", "7 december 2031–19 juni 2032")
    assert [one.when for one in folded.held][:2] == ["7 december 2031", "18 januari 2032"]
    assert last.what == "Kommunfullmäktige: motionen avslås"


def test_two_tablings_stand_for_themselves() -> None:
    """A couple of tablings are not worth folding."""
    assert [one.held for one in steps(*(council("tabled", day) for day in DAYS[:2]))] == [(), ()]


def test_the_boards_decision_is_told_with_what_it_proposed() -> None:
    """A proposal and the decision by which the board came to it are one step, with both quotes and the vote."""
    (step,) = steps(PROPOSAL, BOARD)
    assert step.what == "Kommunstyrelsen föreslår: motionen avslås"
    assert step.text == (PROPOSAL.text, BOARD.text)
    assert step.votes == "Röster: 7 ja, 6 nej. Vad ja och nej gällde framgår inte här."


def test_a_decision_leads_to_the_paper_it_stands_in() -> None:
    """The step of a decision links to its paper, which is then no step of its own; other papers are."""
    papers = (paper("styrelsen", "kommunstyrelsen", "ks.txt", "2031-11-02"), paper("fullmaktige", "kommunfullmaktige", "kf.txt", "2031-12-07", minutes=True))
    found = steps(PROPOSAL, council("rejected", "2031-12-07"), responses=papers)
    assert [one.target for one in found] == ["/motioner/ks-1/styrelsen/", "/motioner/ks-1/fullmaktige/"]


def test_minutes_without_a_decision_are_still_a_step() -> None:
    """A protocol of which nothing was read is told as the paper it is."""
    (step,) = steps(responses=(paper("fullmaktige", "kommunfullmaktige", "kf.txt", "2031-12-07", minutes=True),))
    assert step.what == "Protokoll: Kommunfullmäktige"


def test_the_second_round_is_told_after_the_sending_back() -> None:
    """A motion sent out again is told so, with how many were asked each time, in its place among the decisions."""
    asked = [Mention("kulturnämnden", "kulturnämnden", Place("ks.txt", None, 3))]
    referrals = tuple(Referral("kulturnamnden", (one.name,), (one.place,), None, "not-in-archive", round=number) for one in asked for number in (1, 2))
    found = steps(council("referred-back", "2032-01-18"), council("rejected", "2033-01-01"), referrals=referrals, referral_lists=(fact("kulturnämnden"),), filed=fact("2031-01-01"))
    assert [one.what for one in found] == [
        "Motionen lämnades in",
        "Skickad på remiss till en",
        "Kommunfullmäktige: ärendet återremitteras",
        "Skickad på remiss på nytt till en",
        "Kommunfullmäktige: motionen avslås",
    ]


def test_an_outcome_that_was_worked_out_says_from_what() -> None:
    """A decision by a proposal shows what its outcome rests on."""
    (step,) = steps(council("rejected", "2032-08-22", evidence="kommunstyrelsens förslag: ”Motionen avslås.” (ks.txt, rad 4)"))
    assert step.notes == ("Utläst ur kommunstyrelsens förslag: ”Motionen avslås.” (ks.txt, rad 4).",)


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ((council("rejected", "2032-08-22", Votes(52, 29, None)),), "Avslogs av kommunfullmäktige 22 augusti 2032, 52 röster mot 29."),
        ((council("granted", "2032-08-22", Votes(40, 41, None)),), "Bifölls av kommunfullmäktige 22 augusti 2032, 41 röster mot 40."),
        ((council("rejected", None),), "Avslogs av kommunfullmäktige."),
        ((council("considered-answered", "2032-08-22"),), "Ansågs besvarad av kommunfullmäktige 22 augusti 2032."),
        (tuple(council("tabled", day) for day in DAYS), "Bordlades av kommunfullmäktige sju gånger, senast 19 juni 2032. Inget senare beslut finns i arkivet."),
        ((council("referred-back", "2032-08-22"),), "Återremitterades av kommunfullmäktige 22 augusti 2032. Inget senare beslut finns i arkivet."),
        ((council("other", "2032-08-22"),), "Kommunfullmäktige har beslutat 22 augusti 2032, men det framgår inte vad beslutet blev för motionen."),
        ((PROPOSAL, BOARD), "Kommunstyrelsen föreslår: motionen avslås. Fullmäktiges beslut finns inte i arkivet."),
        ((), "Inget beslut finns i arkivet."),
    ],
)
def test_the_state_is_one_plain_sentence(decisions: tuple[Decision, ...], said: str) -> None:
    """How far the matter has come is said in words that the decisions carry, and no further."""
    assert decided(replace(Motion("ks-1", fact("Motion om bänkar")), decisions=decisions)) == said


def test_the_page_holds_every_tabling() -> None:
    """The folded days are in the page, in an element that opens without any script."""
    motion = replace(Motion("ks-1", fact("Motion om bänkar")), decisions=tuple(council("tabled", day) for day in DAYS))
    (page,) = pages(of(Archive((motion,), (), BODIES), Settings(), ()))
    assert "<summary>Bordlagd sju gånger</summary>" in page.text
    assert page.text.count("Kommunfullmäktige&#58; ärendet bordläggs") + page.text.count("Kommunfullmäktige: ärendet bordläggs") >= len(DAYS)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Motionen sändes den 4 juni 2031 på remiss till kulturnämnden.", "2031-06-04"),
        ("Motionen remitterades 2031-06-04 till kulturnämnden.", "2031-06-04"),
        ("Motionen har skickats på remiss till kulturnämnden, som svarar senast den 4 juni 2031.", "9999"),
        ("Motionen sändes den 4 juni på remiss till kulturnämnden.", "9999"),
    ],
)
def test_the_day_of_the_referral(said: str, day: str) -> None:
    """The referral has the day that stands right after the word that says it was sent, and no other day of the sentence."""
    listed = Fact("Kulturnämnden", Status.STATED, said, Place("ks.txt", None, 2))
    found = steps(referral_lists=(listed,), referrals=(Referral("kulturnamnden", ("Kulturnämnden",), (), None, "not-in-archive"),))
    (sent,) = [step for step in found if step.what.startswith("Skickad")]
    assert sent.when == ("4 juni 2031" if day != "9999" else "utan datum")


def test_an_answer_without_a_day_stands_before_what_settled_the_matter() -> None:
    """An answer without a day is told before the decision that settled the matter, and still says that it has none."""
    answer = replace(paper("kultur", "kulturnamnden", "kn.txt", "2031-01-01", role="answer"), date=None)
    found = steps(PROPOSAL, council("rejected", "2031-12-07"), responses=(answer,))
    assert [step.what.partition(":")[0] for step in found] == ["Svar", "Kommunstyrelsen föreslår", "Kommunfullmäktige"]
    assert found[0].when == "utan datum"


def test_an_answer_of_a_matter_sent_back_is_not_placed() -> None:
    """Where the matter was sent back, an answer without a day stands last: nobody can tell which round it is of."""
    answer = replace(paper("kultur", "kulturnamnden", "kn.txt", "2031-01-01", role="answer"), date=None)
    found = steps(council("referred-back", "2031-06-07"), council("rejected", "2031-12-07"), responses=(answer,))
    assert found[-1].what.startswith("Svar")


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        (Votes(40, 29, 12, "Ja för avgörande i dag. Nej för återremiss."), "Röster: 40 ja, 29 nej, 12 avstod. Så löd frågan: ”Ja för avgörande i dag. Nej för återremiss.”"),
        (Votes(7, 6, None, "med sju röster mot sex att bifalla yrkandet"), "Röster: 7 mot 6. Så står det: ”med sju röster mot sex att bifalla yrkandet”."),
        (Votes(7, 6, None), "Röster: 7 ja, 6 nej. Vad ja och nej gällde framgår inte här."),
    ],
)
def test_a_vote_says_what_its_figures_were_on(votes: Votes, said: str) -> None:
    """Beside the figures stands what yes and no were for, in the document's words, or that it is not known here."""
    (step,) = steps(replace(BOARD, votes=votes))
    assert step.votes == said
