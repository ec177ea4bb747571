"""What a meeting decided on the motion, of all that it decided."""

from __future__ import annotations

import pytest

from generator.parse.ownparagraph import begins_paragraph
from tests.parse.test_decisions import read

HEAD = "Ekby Hamn AB\nProtokoll styrelsemöte 2031-05-03\n\n"
ADJUSTERS = "§ 2 Justerare\n\nBeslut\n\nMia Ö utsågs att justera dagens protokoll.\n\n"
AGENDA = "§ 3 Dagordning\n\nBeslut\n\nDagordningen fastställdes.\n\n"
ANSWER = "§ 13 Svar på motion om fler bryggor\n\nOrdföranden redogjorde för ärendet.\n\nBeslut\n\nStyrelsen godkände bilagt svar.\n\n"
LAST = "§ 14 Mötesdagar\n\nBeslut\n\nNästa möte hålls i juni.\n"


@pytest.mark.parametrize("text", [HEAD + ADJUSTERS + AGENDA + ANSWER + LAST, HEAD + ANSWER + LAST, HEAD + ADJUSTERS + ANSWER])
def test_the_answers_decision_is_the_one_of_its_own_paragraph(text: str) -> None:
    """Of all that a meeting decides, only what stands in the motion's paragraph is the decision on it, and it ends with that paragraph."""
    made = read(text).board_decision
    assert made is not None
    assert made.value == "Styrelsen godkände bilagt svar."


def test_a_meeting_without_the_motions_paragraph_decides_nothing_on_it() -> None:
    """Who adjusts the minutes is no answer to a motion that only stands in the heading of the paper."""
    draft = read(f"{HEAD}Svar på motion om fler bryggor\n\n{ADJUSTERS}{AGENDA}{LAST}")
    assert draft.board_decision is None


def test_a_paper_with_one_paragraph_has_its_first_decision() -> None:
    """A paragraph by itself decides one thing, also where it names no motion."""
    made = read("Kulturnämnden\nProtokollsutdrag 2031-05-03\n\n§ 4 Yttrande till styrelsen\n\nBeslut\n\nNämnden avstyrker förslaget i motionen.\n").board_decision
    assert made is not None
    assert made.value == "Nämnden avstyrker förslaget i motionen."


@pytest.mark.parametrize(("text", "opens"), [("§ 13 Svar på motion", True), ("§ 3 i kommunallagen säger annat.", False), ("§ 34, den 29 februari", False), ("Ärendet", False)])
def test_a_number_that_is_referred_to_opens_nothing(text: str, *, opens: bool) -> None:
    """A paragraph's number opens a paragraph; the same sign in a reference does not."""
    assert begins_paragraph(text) is opens
