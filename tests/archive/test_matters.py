"""Documents that treat several motions: each case has them, and of each only what is told of that motion."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.archive import Built, make_archive
from generator.archive.matters import known_matters, matters
from generator.model import Body, Settings
from generator.parse import parse
from tests.bundled import bundle
from tests.cases import draft_of

SETTINGS = Settings(
    bodies=(
        Body("kommunstyrelsen", "Kommunstyrelsen", "styrelse", offices=("kommunledningskontoret",)),
        Body("kulturnamnden", "Kulturnämnden", "namnd"),
        Body("parknamnden", "Parknämnden", "namnd"),
    )
)
ICE = """Motion om en isbana i hamnen
Dnr KS 2021/1

Vi föreslår kommunfullmäktige besluta
att kommunen bygger en isbana i hamnen.

Anna Ek (M)
"""
POOL = """Motion om en simhall på torget
Dnr KS 2021/2

Vi föreslår kommunfullmäktige besluta
att kommunen bygger en simhall på torget.

Bo Alm (S)
"""
BOTH = "Yttrande över motion om en isbana i hamnen (KS 2021/1) och motion om en simhall på torget (KS 2021/2)"
ANSWER = "Kulturnämnden\n\n{title}\n\nBeslut\n{says}\n"


def build(texts: Mapping[str, str]) -> Built:
    """The archive of texts by file name."""
    return make_archive([draft_of(text, file) for file, text in texts.items()], (), SETTINGS)


def stances(made: Built) -> dict[str, str]:
    """By motion, where the culture board stands."""
    return {one.motion: one.stance.value for one in made.archive.responses if one.bodies == ("kulturnamnden",)}


@pytest.mark.parametrize(
    ("says", "ice", "pool"),
    [
        ("Nämnden avstyrker motionen om en isbana i hamnen och tillstyrker motionen om en simhall på torget.", "reject", "support"),
        ("Nämnden avstyrker motion KS 2021/1 och tillstyrker motion KS 2021/2.", "reject", "support"),
        ("Nämnden tillstyrker motionen om en simhall på torget.", "unclear", "support"),
        ("Nämnden avstyrker motionerna.", "reject", "reject"),
        ("Nämnden tillstyrker båda motionerna.", "support", "support"),
        ("Nämnden avstyrker motionen.", "unclear", "unclear"),
        ("Nämnden ser fram emot isen.", "unclear", "unclear"),
    ],
)
def test_a_stand_holds_for_the_motion_it_names(says: str, ice: str, pool: str) -> None:
    """One answer to two motions is an answer in both cases, and its stand is that on the case's own motion, or unclear."""
    made = build({"a.txt": ICE, "b.txt": POOL, "k.txt": ANSWER.format(title=BOTH, says=says)})
    assert stances(made) == {"ks-2021-1": ice, "ks-2021-2": pool}
    assert len({one.document.key for one in made.archive.responses}) == 1


def test_a_heading_says_which_motion_is_meant() -> None:
    """Under a heading that names one of the motions "motionen" is that one."""
    text = (
        "Kulturnämnden\n\nYttrande över två motioner, KS 2021/1 och KS 2021/2\n\n"
        "Motion om en isbana i hamnen\nNämnden tillstyrker motionen.\n\nMotion om en simhall på torget\nNämnden avstyrker motionen.\n"
    )
    assert stances(build({"a.txt": ICE, "b.txt": POOL, "k.txt": text})) == {"ks-2021-1": "support", "ks-2021-2": "reject"}


def test_nothing_of_the_other_motion_leaks() -> None:
    """Titles, case numbers and lists of the asked in one case are that motion's own; the other's number is only cited."""
    told = (
        "\nBakgrund\nMotionen om en isbana i hamnen har remitterats till kulturnämnden. "
        "Motionen om en simhall på torget har remitterats till parknämnden.\n"
    )
    made = build({"a.txt": ICE, "b.txt": POOL, "k.txt": ANSWER.format(title=BOTH, says="Nämnden avstyrker motionerna.") + told})
    ice, pool = made.archive.motions
    assert [one.body for one in ice.referrals] == ["kulturnamnden"]
    assert [one.body for one in pool.referrals] == ["parknamnden"]
    assert {fact.value for fact in ice.titles} == {"Motion om en isbana i hamnen", "motion om en isbana i hamnen"}
    assert (ice.discrepancies, pool.discrepancies) == ((), ())
    (answer,) = made.archive.answers_to(ice.id)
    assert [fact.value for fact in answer.diary_numbers if fact.of == "case"] == ["KS 2021/1"]
    assert "KS 2021/2" in [fact.value for fact in answer.cited_numbers]


def test_motions_that_are_not_here_are_told_apart() -> None:
    """Two motions that only an answer names, joined in its heading, are two cases that miss their motion."""
    made = build({"k.txt": ANSWER.format(title=BOTH, says="Nämnden avstyrker motionerna.")})
    assert [(one.id, one.document) for one in made.archive.motions] == [("ks-2021-1", None), ("ks-2021-2", None)]


@pytest.mark.parametrize(
    "title",
    [
        "Yttrande över motion om en isbana i hamnen (KS 2021/1), jämför tidigare motion om en simhall på torget (KS 2021/2)",
        "Yttrande över motion om en isbana i hamnen och om en bastu, KS 2021/1",
        "Yttrande över motion om isbana, KS 2021/1\nMotion om en isbana i hamnen",
    ],
)
def test_one_motion_is_not_two(title: str) -> None:
    """Another motion that is compared, a title with two subjects, and a shorter title do not make two of one."""
    known = known_matters([draft_of(ICE, "a.txt"), draft_of(POOL, "b.txt")])
    assert matters(draft_of(ANSWER.format(title=title, says="Nämnden avstyrker motionen."), "k.txt"), known) == ()


def test_a_bundle_may_hold_two_motions() -> None:
    """A bundle whose office statement treats two motions is in both cases; each motion and each answer is in its own."""
    office = (
        "Kommunledningskontoret\n\nTjänsteutlåtande\n\nMotion om en isbana i hamnen och motion om en simhall på torget\n\n"
        "Ärendet\nMotionerna behandlas tillsammans. Motionerna har remitterats till kulturnämnden.\n"
    )
    answer = "Kulturnämnden\n\nYttrande över motion om en simhall på torget\n\nBeslut\nNämnden tillstyrker motionen.\n"
    parts = [("office-statement", office), ("motion", ICE), ("motion", POOL), ("answer", answer)]
    made = make_archive([parse(one) for one in bundle(parts, "handling.txt")], (), SETTINGS)  # type: ignore[arg-type]
    by_motion = {motion.id: sorted((one.role, one.stance.value) for one in made.archive.answers_to(motion.id)) for motion in made.archive.motions}
    assert by_motion == {"ks-2021-1": [("preparation", "unclear")], "ks-2021-2": [("answer", "support"), ("preparation", "unclear")]}
    assert made.unplaced == ()
