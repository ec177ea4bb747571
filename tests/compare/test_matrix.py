"""The comparison's rows and cells."""

from __future__ import annotations

from dataclasses import replace

from generator.compare.matrix import anchor_of, matrix
from generator.model import Fact, Motion, Place, Referral, Status
from tests.sample_archive import ARCHIVE, CASE, response, section

MOTION = ARCHIVE.motions[0]


def test_order_of_rows() -> None:
    """Answers come first by name, then one without a sender, then who declined, then whose answer is not here, å ä ö last."""
    rows = matrix(ARCHIVE, MOTION)
    assert [row.bodies for row in rows] == [
        ("kulturnamnden",),
        ("tekniska-namnden",),
        (),
        ("ostra-bolaget",),
        ("parknamnden",),
        ("aldrenamnden",),
    ]
    assert [row.state for row in rows] == ["answered"] * 3 + ["declined"] + ["not-in-archive"] * 2


def test_unknown_sender_lists_who_it_could_be() -> None:
    """An answer without a sender is a row of its own with the bodies it could be."""
    (row,) = [row for row in matrix(ARCHIVE, MOTION) if row.response and not row.bodies]
    assert row.possible_bodies == ("parknamnden",)


def test_joint_answer_is_one_row() -> None:
    """A joint answer is one row, and the bodies it speaks for have none of their own."""
    joint = response("gemensamt", ("parknamnden", "aldrenamnden"), ())
    rows = matrix(replace(ARCHIVE, responses=(*ARCHIVE.responses, joint)), MOTION)
    assert [row.bodies for row in rows].count(("parknamnden", "aldrenamnden")) == 1
    assert ("parknamnden",) not in [row.bodies for row in rows]


def test_uninvited_answer() -> None:
    """A body that no list names but that answered is a row that says so; without any list nobody can say so."""
    extra = response("extra", ("fritidsnamnden",), ())
    archive = replace(ARCHIVE, responses=(*ARCHIVE.responses, extra))
    assert [row.bodies for row in matrix(archive, MOTION) if not row.asked] == [("fritidsnamnden",)]
    assert all(row.asked for row in matrix(archive, replace(MOTION, referrals=())))


def test_preparation_is_no_row() -> None:
    """A statement that sums the answers up is no row; the body that was asked then stands without an answer."""
    summed = tuple(replace(one, role="preparation") for one in ARCHIVE.responses)
    rows = matrix(replace(ARCHIVE, responses=summed), MOTION)
    assert all(row.response is None for row in rows)
    assert len(rows) == len(MOTION.referrals)


def test_body_asked_twice_is_one_row() -> None:
    """Two referrals to the same body give one row."""
    twice = (*MOTION.referrals, MOTION.referrals[1])
    assert matrix(ARCHIVE, replace(MOTION, referrals=twice)) == matrix(ARCHIVE, MOTION)


def test_an_answer_to_one_of_two_rounds() -> None:
    """A body that was asked twice and is known to have answered the first time has a row for the second, without an answer."""
    again = tuple(replace(one, response=None, state="not-in-archive", round=2) for one in MOTION.referrals if one.response)
    rows = matrix(ARCHIVE, replace(MOTION, referrals=(*MOTION.referrals, *again)))
    assert len(rows) == len(matrix(ARCHIVE, MOTION)) + len(again)
    assert [(row.round, row.state) for row in rows if row.bodies == ("kulturnamnden",)] == [(1, "answered"), (2, "not-in-archive")]


def test_declined_answer_keeps_its_row_among_the_answers() -> None:
    """A document in which a body declines is an answer with the state declined."""
    answer = response("avstar", ("ostra-bolaget",), ())
    referral = Referral("ostra-bolaget", ("Östra bolaget",), (), answer.id, "declined")
    motion: Motion = replace(MOTION, referrals=(referral,))
    (row,) = matrix(replace(ARCHIVE, responses=(answer,)), motion)
    assert (row.response, row.state) == (f"{CASE}/ostra-bolaget", "declined")


def test_anchor_of_a_decision() -> None:
    """A fact's passage is found by its words, else by its line, else not at all."""
    sections = (section("decision", "Beslut", "a.txt", 5, "Nämnden säger nej.", "Nämnden säger även ja."),)
    first, second = sections[0].passages

    def fact(text: str, line: int | None) -> Fact:
        return Fact(text, Status.STATED, text, Place("a.txt", None, line))

    assert anchor_of(fact("säger  även ja", 1), sections) == second.id
    assert anchor_of(fact("Nämnden säger nej. Nämnden säger även ja.", 1), sections) == first.id
    assert anchor_of(fact("något helt annat", 6), sections) == first.id
    assert anchor_of(fact("något helt annat", 2), sections) == ""
    assert anchor_of(fact("något helt annat", None), sections) == ""
