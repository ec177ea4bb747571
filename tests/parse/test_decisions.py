"""What an answer proposes and what its board decided, and what a paper that prepares the matter tells of decisions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Draft, Part, Place
from generator.parse import parse
from tests.parse.made import line, unpaged

BOARD = """Handling 2031 nr 7

Yttrande över motion av Anna Ek (V) om fler bänkar

Till Ekbys kommunfullmäktige

Kommunstyrelsens förslag

Kommunstyrelsen tillstyrker yrkande från S och V den 1 mars 2031 och föreslår att kommunfullmäktige beslutar:

Den av Anna Ek väckta motionen avslås.

----

Vid behandling i styrelsen var ledamöterna oense:

Per Sten (S) yrkade att motionen skulle avstyrkas.

Bo Alm (MP) yrkade att motionen skulle tillstyrkas.

{decided}

Bo Alm (MP) reserverade sig mot beslutet.

Ekby den 7 mars 2031 Ekbys kommunstyrelse
"""


def read(text: str, kind: str = "") -> Draft:
    """The draft of a text, as a part of a bundle where ``kind`` says which."""
    document = unpaged(*(line(one) for one in text.split("\n")))
    if not kind:
        return parse(document)
    place = Place(document.file, None, 1)
    return parse(replace(document, part=Part(1, kind, place, Place(document.file, None, len(document.lines)), "")))  # type: ignore[arg-type]


def test_a_proposal_and_a_decision_in_one_paper_are_two_facts() -> None:
    """What the officials propose and what the board decided stand apart, whoever's name is in the heading."""
    draft = read(
        "Kulturnämnden\nProtokollsutdrag 2031-05-03\n\n§ 4 Yttrande över motion om fler bänkar\n\nFörslag till beslut\n\nKulturnämnden tillstyrker motionen.\n\n"
        "Kulturnämndens beslut\n\nKulturnämnden avstyrker motionen.\n\nReservation\n\nAnna Ek (V) reserverar sig mot beslutet.\n"
    )
    assert draft.proposed_decision is not None
    assert draft.board_decision is not None
    assert draft.proposed_decision.value == "Kulturnämnden tillstyrker motionen."
    assert draft.board_decision.value == "Kulturnämnden avstyrker motionen."


@pytest.mark.parametrize(
    ("decided", "votes"),
    [
        ("Kommunstyrelsen beslutade utan omröstning att avstyrka motionen.", None),
        ("Kommunstyrelsen beslutade med sju röster mot sex att bifalla Per Stens yrkande.", (7, 6)),
    ],
)
def test_the_boards_paper_tells_what_it_proposes_and_how_it_decided(decided: str, votes: tuple[int, int] | None) -> None:
    """The proposal and the board's decision have the paper's day; whose motion was granted is looked up in the paper."""
    proposal, board = read(BOARD.format(decided=decided), "board-proposal").decisions
    assert [(one.stage, one.outcome, one.date.value if one.date else None) for one in (proposal, board)] == [
        ("proposal", "rejected", "2031-03-07"),
        ("board", "rejected", "2031-03-07"),
    ]
    assert ((board.votes.yes, board.votes.no) if board.votes else None) == votes


def test_what_became_of_an_addition_is_not_told_as_the_motions_fate() -> None:
    """A further motion that the board turned down is no decision on the motion."""
    draft = read(BOARD.format(decided="Kommunstyrelsen beslutade att avslå tilläggsyrkandet från C."), "board-proposal")
    assert [one.stage for one in draft.decisions] == ["proposal"]


def test_the_debate_is_no_part_of_the_proposal() -> None:
    """Who moved what stands after the proposal, and is not quoted as it."""
    proposed = read(BOARD.format(decided="Kommunstyrelsen beslutade att avstyrka motionen."), "board-proposal").proposed_decision
    assert proposed is not None
    assert "yrkade" not in proposed.value


def test_a_paper_that_prepares_tells_of_the_councils_earlier_decision() -> None:
    """A sending back that a statement tells of is a decision of the council, with its day."""
    draft = read(
        "Stadsledningskontoret\nTjänsteutlåtande\nDnr KS 2031/7\n\nSvar på motion om fler bänkar\n\nBakgrund\n\n"
        "Kommunfullmäktige beslutade den 3 mars 2031 att återremittera motionen till kommunstyrelsen.\n",
        "office-statement",
    )
    assert [(one.stage, one.outcome, one.date.value if one.date else None) for one in draft.decisions] == [("council", "referred-back", "2031-03-03")]


def test_a_decision_on_another_motion_is_passed_over() -> None:
    """What the council did with an earlier motion of the same kind is none of this one's decisions."""
    draft = read(
        "Stadsledningskontoret\nTjänsteutlåtande\nDnr KS 2031/7\n\nSvar på motion om fler bänkar\n\nBakgrund\n\n"
        "Kommunfullmäktige beslutade den 3 mars 2029 att avslå en liknande motion.\n",
        "office-statement",
    )
    assert draft.decisions == ()
