"""What parties move, what is proposed and what was decided in one document, and a body that the matter does not touch."""

from __future__ import annotations

import pytest

from generator.parse.headings import heading_kind
from generator.parse.verdicts import verdict
from tests.cases import draft_of

MINUTES = "Fritidsnämnden\nProtokollsutdrag 2021-02-03\n§ 7 Yttrande över motion om en isbana\n\n"
LETTER = "Fritidsnämnden\nYttrande över motion om en isbana\n2021-02-03\n\n"
SENT = "\n\nBeslut\nFörvaltningens tjänsteutlåtande översänds som nämndens yttrande.\n"


@pytest.mark.parametrize("heading", ["Förslag från S och C", "Liberalernas förslag till beslut", "C:s yrkande", "Förslag från Bo Ek (L)"])
def test_a_partys_proposal_is_no_decision(heading: str) -> None:
    """What stands under the heading of a party's proposal is not where the board stands."""
    assert heading_kind(heading) == "other"
    assert draft_of(f"{MINUTES}{heading}\nAtt fritidsnämnden tillstyrker motionen.{SENT}").stance.value == "unclear"


@pytest.mark.parametrize("lead", ["Bo Ek (L) yrkar:\natt nämnden avstyrker motionen.", "S och C föreslår att nämnden tillstyrker motionen."])
def test_a_partys_line_is_no_decision(lead: str) -> None:
    """What a member or a party moves in a line of the text is not where the board stands."""
    assert draft_of(f"{MINUTES}{lead}{SENT}").stance.value == "unclear"


@pytest.mark.parametrize("heading", ["Förslag till beslut", "VD:s förslag till beslut", "Förvaltningens förslag till beslut"])
def test_an_offices_proposal_is_still_one(heading: str) -> None:
    """What the office or the managing director proposes opens a decision as before."""
    assert heading_kind(heading) == "decision"


@pytest.mark.parametrize("heading", ["Fritidsnämndens beslut den 5 mars 2021", "Nämndens beslut 2021-03-05, § 14", "Beslut § 14"])
def test_a_dated_decision_goes_before_the_proposal(heading: str) -> None:
    """A heading with the day or the paragraph of the decision opens it, and it is the stance and not what was proposed."""
    draft = draft_of(f"{LETTER}Förslag till beslut\nNämnden föreslås tillstyrka motionen.\n\n{heading}\nFritidsnämnden avstyrker motionen.\n")
    assert (draft.stance.value, draft.board_decision and draft.board_decision.value) == ("reject", "Fritidsnämnden avstyrker motionen.")


def test_a_proposal_that_the_board_gainsays_is_not_the_stance() -> None:
    """Where the text tells that the board decided the opposite of the proposal, the proposal is not where it stands."""
    draft = draft_of(
        f"{LETTER}Förslag till beslut\nNämnden föreslås avstyrka motionen.\n\nSammanfattning\nIs behövs.\n\n"
        "Fritidsnämnden beslutade den 5 mars 2021 att tillstyrka motionen.\n"
    )
    assert draft.stance.value != "reject"


@pytest.mark.parametrize(
    "words",
    [
        "Fritidsnämnden avslår Liberalernas yrkande om att avstyrka motionen.",
        "Nämnden beslutar att avslå yrkandet om bifall till motionen.",
        "Yrkandet om bifall till motionen avslås.",
        "Nämnden avslår förslaget från C om att tillstyrka motionen.",
    ],
)
def test_a_move_that_fell_is_no_stand(words: str) -> None:
    """That a move on the motion was turned down says neither in minutes nor in a cell where the board stands on the motion."""
    assert draft_of(f"{MINUTES}Beslut\n{words}\n").stance.value == "unclear"
    assert verdict(words).value == "unclear"


def test_a_proposal_over_its_points() -> None:
    """Points under a line that says who is asked to decide are what is proposed; a part rejected and the rest left open is partly."""
    draft = draft_of(f"{LETTER}Styrelsen föreslås besluta\natt avstyrka motionen såvitt avser bastun, och\natt i övrigt inte ta ställning till motionen.\n")
    assert draft.stance.value == "partly"


@pytest.mark.parametrize(("comment", "value"), [("Bolaget berörs inte.", "declined"), ("Frågan är stor.", "unclear")])
def test_a_lone_avstar_beside_its_comment(comment: str, value: str) -> None:
    """A lone "Avstår" of a body that the matter does not touch is to give no opinion; beside other words it is unclear."""
    assert verdict("Avstår", comment).value == value
