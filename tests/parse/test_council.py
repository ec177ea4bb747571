"""The minutes of those who settle a motion: whose they are, what was decided and when, what they tell of earlier."""

from __future__ import annotations

import pytest

from generator.model import Draft
from generator.parse import parse
from tests.parse.made import line, unpaged

COUNCIL = """Kommunfullmäktige
Protokoll
Sammanträdesdatum: 2031-05-06

§ 41  KS 2030/114

Svar på motion av Anna Ek (V) om fler bänkar

Beslut

{decision}

Tidigare behandling

{earlier}

Yrkanden

Anna Ek (V) yrkar bifall till motionen.
Per Sten (S) yrkar bifall till kommunstyrelsens förslag.

Omröstning

”Ja för bifall till kommunstyrelsens förslag. Nej för bifall till motionen.”
Omröstningen utfaller med 25 Ja mot 14 Nej. 2 ledamöter avstår från att rösta.

Reservation

Ledamöterna från V reserverar sig mot beslutet.
"""


def read(text: str) -> Draft:
    """The draft of a document with these lines."""
    return parse(unpaged(*(line(one) for one in text.split("\n"))))


def council(decision: str = "Motionen avslås.", earlier: str = "Ingen.") -> Draft:
    """The draft of the council's minutes with this decision."""
    return read(COUNCIL.format(decision=decision, earlier=earlier))


def test_the_councils_minutes_answer_nothing() -> None:
    """Minutes of the council are a paper that settles the matter: theirs is the sender, the day and the matter's number."""
    draft = council()
    assert (draft.kind, draft.role, draft.document_type) == ("response", "preparation", "protokollsutdrag")
    assert [clue.mention.full for clue in draft.senders] == ["Kommunfullmäktige"]
    assert draft.date is not None
    assert draft.date.value == "2031-05-06"
    assert [(fact.value, fact.of) for fact in draft.diary_numbers] == [("KS 2030/114", "case")]


def test_the_decision_has_outcome_day_and_vote() -> None:
    """What stands under the decision's heading is decided by the council that day, with the vote and what it was about."""
    made = council().decisions[-1]
    assert (made.stage, made.body, made.outcome) == ("council", "Kommunfullmäktige", "rejected")
    assert made.date is not None
    assert made.date.value == "2031-05-06"
    assert made.votes is not None
    assert (made.votes.yes, made.votes.no, made.votes.abstained) == (25, 14, 2)
    assert made.text == "Motionen avslås."


def test_bifall_to_the_boards_proposal_is_not_bifall_to_the_motion() -> None:
    """A decision by a proposal that stands elsewhere is left open, with whose proposal it rests on."""
    made = council("Kommunfullmäktige bifaller kommunstyrelsens förslag.").decisions[-1]
    assert (made.outcome, made.evidence) == ("other", "kommunstyrelsens")


def test_a_granted_motion_by_a_member_is_looked_up_in_the_minutes() -> None:
    """Whose motion was granted says what was decided where the minutes hold what she moved."""
    made = council("Kommunfullmäktige bifaller Anna Eks yrkande.").decisions[-1]
    assert made.outcome == "granted"
    assert "Anna Ek (V) yrkar bifall till motionen" in made.evidence


def test_earlier_days_are_told_each_for_itself() -> None:
    """Days of tabling and sending back under Tidigare behandling are decisions of their days, in the minutes' own words."""
    draft = council(earlier="Återremitterat den 4 mars 2030, § 7. Bordlagt den 26 januari 2031, § 38 och den 3 mars 2031, § 32.")
    told = [(one.outcome, one.date.value, one.text) for one in draft.decisions if one.date][:-1]
    assert told == [
        ("referred-back", "2030-03-04", "Återremitterat den 4 mars 2030, § 7"),
        ("tabled", "2031-01-26", "Bordlagt den 26 januari 2031, § 38"),
        ("tabled", "2031-03-03", "den 3 mars 2031, § 32"),
    ]


def test_a_list_of_days_goes_on_over_the_line() -> None:
    """A list of earlier days that is broken before a paragraph's sign goes on after it."""
    draft = council(earlier="Bordlagt den 26 januari 2031, § 38, den 3 mars 2031,\n§ 32, den 4 april 2031, § 40.")
    assert [one.date.value for one in draft.decisions if one.date and one.outcome == "tabled"] == ["2031-01-26", "2031-03-03", "2031-04-04"]


def test_the_bodys_name_may_stand_only_at_the_foot_of_the_page() -> None:
    """One paragraph cut out of a protocol is the council's where the head of its next page says so."""
    text = "§ 12 0495/30\nMotion av Bo Alm (MP) om skridskor\nBeslut\n\nMotionen avslås.\n\n4 (74)\n\nKommunfullmäktige\n\nProtokoll nr 1\nSammanträdesdatum: 2031-01-26"
    draft = read(text)
    assert [clue.mention.full for clue in draft.senders] == ["Kommunfullmäktige"]
    assert [(fact.value, fact.of) for fact in draft.diary_numbers] == [("0495/30", "case")]
    assert [(one.outcome, one.date.value if one.date else None) for one in draft.decisions] == [("rejected", "2031-01-26")]


def test_a_board_that_was_asked_still_answers() -> None:
    """Minutes of a board that is no part of the settling are its answer, whoever they are sent to."""
    draft = read(
        "Tekniska nämnden\nSammanträdesprotokoll\n2031-01-17\n\n§ 8 Yttrande över motion om fler bänkar\n\nBeslut\n\n"
        "Tekniska nämnden avstyrker motionen.\n\nProtokollsutdrag skickas till\n\nKommunstyrelsen\n"
    )
    assert (draft.role, draft.stance.value, draft.decisions) == ("answer", "reject", ())


def test_the_executive_boards_minutes_propose() -> None:
    """What the executive board decides to propose to the council is a proposal of its day; the committee's is its own."""
    draft = read(
        "PROTOKOLLSUTDRAG\nKommunstyrelsen\n2031-02-07\n\n§ 21 Motion från Eva Öst (SD) om trygghetsvärdar, KS-2030-0441\n\n"
        "Kommunstyrelsens beslut\n\nKommunstyrelsen föreslår kommunfullmäktige besluta\n\natt avslå motionen.\n"
    )
    (made,) = draft.decisions
    assert (made.stage, made.body, made.outcome) == ("proposal", "Kommunstyrelsen", "rejected")
    assert made.date is not None
    assert made.date.value == "2031-02-07"


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Ärendet bordläggs till sammanträdet den 3 juni 2031.", "tabled"),
        ("Enligt kommunstyrelsens förslag:\n1. Nämnden får i uppdrag att räkna bänkar.\n2. Den av Anna Ek väckta motionen anses i övrigt besvarad.", "considered-answered"),
        ("Kommunfullmäktige beslutar\n\natt bifalla motionen", "granted"),
    ],
)
def test_the_section_is_read_to_its_end(decision: str, outcome: str) -> None:
    """All points under the heading are the decision, and nothing after them is."""
    made = council(decision).decisions[-1]
    assert made.outcome == outcome
    assert "yrkar" not in made.text


def test_minutes_on_another_matter_decide_nothing_here() -> None:
    """A paragraph that never speaks of a motion gives no decision."""
    assert read("Kommunfullmäktige\nProtokoll 2031-05-06\n\n§ 3 Detaljplan för Sjövik\n\nBeslut\n\nPlanen antas.\n").decisions == ()


def test_minutes_without_a_day_are_told_of() -> None:
    """Staff are told of a decision whose day the minutes do not give."""
    draft = read("Kommunfullmäktige\nProtokoll\n\n§ 3 Motion om fler bänkar\n\nBeslut\n\nMotionen avslås.\n")
    assert [one.code for one in draft.findings] == ["F311"]


def test_votes_that_cannot_be_told_apart_are_told_of() -> None:
    """Two votes of which none is called the main one give no result, and staff are told."""
    text = COUNCIL.format(decision="Motionen avslås.", earlier="Ingen.") + "\nOmröstning\n\nOmröstningen utfaller med 11 Ja mot 28 Nej.\n"
    draft = read(text)
    assert draft.decisions[-1].votes is None
    assert [one.code for one in draft.findings] == ["F312"]


def test_a_motion_that_is_only_received_is_not_decided() -> None:
    """Minutes that send a new motion on to be prepared decide nothing on it."""
    assert council("Motionen remitteras till kommunstyrelsen.").decisions == ()
