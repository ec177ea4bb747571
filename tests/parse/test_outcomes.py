"""What a decision's words do with the motion."""

from __future__ import annotations

import pytest

from generator.parse.outcomes import read_outcome

OUTCOMES = [
    ("Den av Anna Ek väckta motionen avslås.", "rejected"),
    ("Avslå motionen.", "rejected"),
    ("Kommunfullmäktige beslutar\natt avslå motionen", "rejected"),
    ("Kommunfullmäktige bifaller motionen.", "granted"),
    ("Motion (2016:5) bifalls.", "granted"),
    ("Med ändring av kommunstyrelsens förslag bifalls motionen", "granted"),
    ("Motionen bifalles inte.", "rejected"),
    ("Kommunfullmäktige beslutar att anse motionen besvarad.", "considered-answered"),
    ("Motionen besvaras med vad som anförs i utlåtandet.", "considered-answered"),
    ("Kommunfullmäktige förklarar motionen besvarad", "considered-answered"),
    ("Motionen om att avslå ansökningar om torghandel bifalls", "granted"),
    ("Den av Per Ek väckta motionen om rätten att få avslag på ansökningar prövade anses besvarad.", "considered-answered"),
    ("Kommunfullmäktige beslutar, med bifall till kommunstyrelsens förslag, att avslå motionen", "rejected"),
    ("Kommunfullmäktige beslutar bifalla Anna Eks (V) yrkande om bifall till motionen", "granted"),
    ("Ärendet bordläggs till sammanträdet den 3 mars 2031.", "tabled"),
    ("Bordlagt den 26 januari 2031, § 38.", "tabled"),
    ("Kommunfullmäktige beslutar att återremittera ärendet till kommunstyrelsen.", "referred-back"),
    ("Ärendet återremitteras med stöd av reglerna om minoritetsåterremiss.", "referred-back"),
    ("Enligt punkt 1 i återremissyrkande från C och L: Styrelsen får i uppdrag att räkna på kostnaden.", "referred-back"),
]
MIXED = [
    ("1. Nämnden får i uppdrag att utreda frågan. 2. Den av Anna Ek väckta motionen anses i övrigt besvarad.", "considered-answered"),
    ("1. Motionen avslås. 2. Kommunstyrelsen får i uppdrag att återkomma.", "rejected"),
    ("1. Kommunstyrelsen får i uppdrag att se över stödet.\n2. Motionen avslås i övrigt.", "partly"),
    ("Motionens första att-sats bifalls. Motionens andra att-sats avslås.", "partly"),
    ("Motionen bifalls vad gäller förslag 1 och avslås i övrigt.", "partly"),
    ("Motionen bifalls delvis.", "partly"),
    ("Motionens yrkanden avslås.", "rejected"),
    ("Motionens yrkande 1 och 2 avslås. Yrkande 3 anses besvarat.", "other"),
    ("Motionens första att-sats anses besvarad.", "other"),
]
NOTHING = [
    "Tilläggsyrkandet från SD avslås.",
    "Yrkande 1 från SD avslås.",
    "Anna Ek (V) yrkar bifall till motionen.",
    "Kommunfullmäktige beslutar att avslå Anna Eks yrkande om bifall till motionen",
    "Motionen ska inte bifallas.",
    "Motionen överlämnas till kommunstyrelsen för beredning",
    "Motionen läggs till handlingarna.",
    "Motionen anses tillgodosedd.",
    "Kommunfullmäktige bifaller reservanternas förslag",
]


@pytest.mark.parametrize(("text", "outcome"), OUTCOMES)
def test_a_decision_does_with_the_motion_what_its_words_say(text: str, outcome: str) -> None:
    """The outcome is the verdict that the decision's own words pass, whatever the motion's title speaks of."""
    assert read_outcome(text).outcome == outcome


@pytest.mark.parametrize(("text", "outcome"), MIXED)
def test_several_points_come_to_one_outcome_or_to_none(text: str, outcome: str) -> None:
    """Missions beside a verdict change nothing, a part that is granted makes it partly, and what fits no word is other."""
    assert read_outcome(text).outcome == outcome


@pytest.mark.parametrize("text", NOTHING)
def test_what_was_moved_or_lost_is_no_outcome(text: str) -> None:
    """A motion by a party, a lost amendment or a sending on says nothing of what became of the motion."""
    assert read_outcome(text).outcome == "other"


def test_a_vote_to_settle_the_matter_today_sends_nothing_back() -> None:
    """A decision that turns down the sending back and rejects the motion is a rejection."""
    assert read_outcome("Kommunfullmäktige avslår yrkandet om återremiss och beslutar att avslå motionen.").outcome == "rejected"


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Kommunfullmäktige bifaller kommunstyrelsens förslag.", "kommunstyrelsens"),
        ("Kommunfullmäktige beslutar i enlighet med styrelsens förslag", "styrelsens"),
        ("Kommunstyrelsens förslag bifalls.", "kommunstyrelsens"),
    ],
)
def test_a_decision_by_a_proposal_names_whose_it_is(text: str, whose: str) -> None:
    """Words that leave the outcome to a proposal give no outcome of their own, but whose proposal it is."""
    read = read_outcome(text)
    assert (read.outcome, read.rests_on) == ("other", whose)


def test_a_decision_by_somebodys_motion_names_the_mover() -> None:
    """Words that grant a party's motion give no outcome, but who moved it, as written."""
    assert read_outcome("Kommunstyrelsen beslutade med åtta röster mot fem att bifalla Karin Ekmans yrkande.").mover == "Karin Ekmans"
