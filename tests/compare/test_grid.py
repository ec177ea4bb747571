"""The comparison's finished cells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compare.cells import DECISION, PROPOSAL, STANCE, Line
from generator.compare.grid import grid
from generator.model import Archive, Fact, StanceFact, Status
from tests.pages import states
from tests.sample_archive import ARCHIVE, CASE

MOTION = states.ARCHIVE.motions[0]


def _line(name: str, archive: Archive = states.ARCHIVE) -> Line:
    return next(line for line in grid(archive, archive.motions[0]).lines if line.name == name)


def _changed(answer: str, **more: object) -> Archive:
    """The archive with every state, with one answer changed."""
    made = [replace(one, **more) if one.id == f"{states.CASE}/{answer}" else one for one in states.ARCHIVE.responses]  # type: ignore[arg-type]
    return replace(states.ARCHIVE, responses=tuple(made))


def test_every_line_has_a_cell_for_every_column() -> None:
    """The cells of a line are those of the columns, in their order: stance, demands, proposal, decision, names, date."""
    made = grid(states.ARCHIVE, MOTION)
    assert [column.heading for column in made.columns][:4] == ["Hållning", "Yrkande 1", "Yrkande 2", "Yrkande 3"]
    assert len(made.columns) == 8
    assert all(tuple(entry.column for entry in line.entries) == made.columns for line in made.lines)


def test_statements_that_sum_up_are_no_lines() -> None:
    """The office's own paper is no answer and has no line, though others quote it."""
    made = grid(states.ARCHIVE, MOTION)
    assert states.OFFICE not in {line.body for line in made.lines}
    assert any(entry.page == f"{states.CASE}/kansliet" for line in made.lines for entry in line.entries)


def test_each_body_of_a_joint_answer_has_a_line() -> None:
    """A joint answer gives a line to each of its bodies, which say the same and name each other."""
    norra, sodra = _line("norra"), _line("sodra")
    assert norra.entries == sodra.entries
    assert norra.note == "gemensamt svar med södra nämnden"
    assert sodra.note == "gemensamt svar med norra nämnden; står inte bland de tillfrågade"


def test_names_of_lines_are_never_shared() -> None:
    """A body with two answers has two lines with names of their own, and so has each answer without a sender."""
    more = replace(states.ARCHIVE.response(f"{states.CASE}/okand-instans"), id=f"{states.CASE}/okand-instans-2")
    archive = replace(states.ARCHIVE, responses=(*states.ARCHIVE.responses, more))
    names = [line.name for line in grid(archive, MOTION).lines]
    assert len(names) == len({*names})
    assert {"parknamnden", "parknamnden-2", "okand-instans", "okand-instans-2"} <= {*names}


def test_the_second_round_is_named() -> None:
    """A line of the second time that a motion was sent out says so, with or without an answer."""
    first = next(one for one in MOTION.referrals if one.body == "parknamnden")
    second = replace(first, round=2, response=f"{states.CASE}/parknamnden-2")
    third = replace(first, round=3, response=None, state="not-in-archive")
    motion = replace(MOTION, referrals=(*MOTION.referrals, second, third))
    lines = [line for line in grid(replace(states.ARCHIVE, motions=(motion,)), motion).lines if line.body == "parknamnden"]
    assert [(line.note, line.name) for line in lines] == [
        ("svar 1 av 2", "parknamnden"),
        ("svar 2 av 2; andra remissomgången", "parknamnden-2"),
        ("3:e remissomgången", "parknamnden-3"),
    ]


def test_a_report_that_is_not_the_stance_stands_beside_it() -> None:
    """What the office's summary says stays a note where the answer has words of its own, or says nothing clear."""
    entry = _line("parknamnden").entries[0]
    assert (entry.word, entry.basis) == ("avstyrker", "")
    assert [note.text for note in entry.notes] == ["Enligt kommunkansliets sammanställning: ”Tillstyrker”"]
    told = states.ARCHIVE.response(f"{states.CASE}/hamnbolaget").reports[0]
    unsure = _changed("hamnbolaget", stance=StanceFact("unclear"), reports=(replace(told, value="unclear", words="Se yttrandet"),))
    entry = _line("hamnbolaget", unsure).entries[0]
    assert (entry.word, entry.quote, entry.basis) == ("oklart", "", "")
    assert [note.text for note in entry.notes] == ["Enligt kommunkansliets sammanställning: ”Se yttrandet”"]


def test_a_summary_without_a_known_office_is_not_given_one() -> None:
    """Where nobody can tell whose summary it is, none is named."""
    archive = _changed("kansliet", bodies=())
    assert _line("hamnbolaget", archive).entries[0].basis == "enligt sammanställningen i beredningen"


def test_a_stance_inferred_from_other_evidence_names_it() -> None:
    """An inferred stance says what it is inferred from."""
    stance = StanceFact("support", Status.INFERRED, "Vi säger ja till bryggan.", None, "", "nämnden sände vidare sin förvaltnings utlåtande")
    entry = _line("norra", _changed("gemensamt", stance=stance)).entries[0]
    assert entry.basis == "nämnden sände vidare sin förvaltnings utlåtande"


def test_proposal_and_decision_are_apart() -> None:
    """Officials' advice and the body's decision have a cell each, and only the first carries the advice's stance."""
    entries = {entry.column.key: entry for entry in _line("parknamnden").entries}
    assert (entries[STANCE].stance, entries[PROPOSAL].stance, entries[DECISION].stance) == ("reject", "support", None)
    assert entries[PROPOSAL].whole == states.LONG
    assert entries[DECISION].passage


def test_advice_without_a_proposal_is_quoted_itself() -> None:
    """Where the officials' paper has no proposal to decide, the words of its advice stand in its place."""
    archive = _changed("parknamnden", proposed_decision=None)
    entry = {entry.column.key: entry for entry in _line("parknamnden", archive).entries}[PROPOSAL]
    assert (entry.word, entry.quote) == ("tillstyrker", "Förvaltningen vill tillstyrka.")


@pytest.mark.parametrize("name", ["museet", "ostra", "vastra"])
def test_a_body_without_an_answer_says_only_what_became_of_the_question(name: str) -> None:
    """Its first cell has the state; the others are empty."""
    first, *others = _line(name).entries
    assert first.word
    assert all(entry.empty for entry in others)


def test_an_editor_may_say_what_became_of_the_question() -> None:
    """Where an editor says that a body declined, the cell has the editor's reason and date and no quotation."""
    said = Fact("declined", Status.CURATED, "", None, reason="Besked per telefon", date="2024-09-01")
    asked = tuple(replace(one, state="declined", editor=said) if one.body == "vastra" else one for one in MOTION.referrals)
    entry = _line("vastra", replace(states.ARCHIVE, motions=(replace(MOTION, referrals=asked),))).entries[0]
    assert (entry.word, entry.basis, entry.reason, entry.reason_date, entry.quote) == (
        "avstår från att svara",
        "angivet av redaktionen",
        "Besked per telefon",
        "2024-09-01",
        "",
    )


def test_no_answers_and_nobody_asked_gives_no_lines() -> None:
    """A motion that nobody was asked about has a comparison without lines."""
    motion = replace(ARCHIVE.motions[0], referrals=(), responses=())
    assert grid(replace(ARCHIVE, motions=(motion,), responses=()), motion).lines == ()


def test_quotes_of_answers_stand_in_the_passage_they_name() -> None:
    """Every quotation of an answer stands word for word in the passage that its cell leads to."""
    held = 0
    for line in grid(ARCHIVE, ARCHIVE.motion(CASE)).lines:
        for entry in line.entries:
            if entry.whole and entry.passage:
                passages = {one.id: one.text for one in ARCHIVE.response(entry.page).passages}
                assert entry.whole in passages[entry.passage]
                held += 1
    assert held > 2
