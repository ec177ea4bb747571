"""What the documents of one bundle become: one case with its motion, answers, statements and attachments."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.archive import Built, make_archive
from generator.curation import read_notes
from generator.model import Body, Document, Motion, Settings, Votes
from generator.parse import parse
from tests.bundled import ANSWER, ATTACHMENT, FILE, MINUTES, MOTION, OFFICE, PROPOSAL, STATEMENT, WHOLE, Parts, bundle
from tests.cases import document

SETTINGS = Settings(
    bodies=(
        Body("fritidsnamnden", "Fritidsnämnden", "namnd", offices=("fritidsförvaltningen",)),
        Body("kommunstyrelsen", "Kommunstyrelsen", "styrelse"),
    )
)


def _archive(*documents: Document) -> Built:
    return make_archive([parse(one) for one in documents], (), SETTINGS)


def _built(parts: Parts, file: str = FILE) -> Built:
    return _archive(*bundle(parts, file))


def _motion(made: Built) -> Motion:
    assert len(made.archive.motions) == 1
    return made.archive.motions[0]


def _codes(made: Built) -> set[str]:
    return {finding.code for finding in made.findings}


def _fates(made: Built) -> Sequence[tuple[int, str, str]]:
    return [(row.part.number, row.fate, row.id) for row in made.parts[FILE]]


# --- one bundle, one case -----------------------------------------------------------------------------------------


def test_a_bundle_is_one_case() -> None:
    """Every part of a bundle comes under its one motion, also those that give neither number nor title."""
    made = _built(WHOLE)
    case = "kst-2021-00045"
    assert _motion(made).id == case
    assert _fates(made) == [
        (1, "page", f"{case}/kommunstyrelsen"),
        (2, "page", f"{case}/yttrande-s-v-och-mp-2021-04-28"),
        (3, "page", f"{case}/stadskansliet"),
        (4, "page", case),
        (5, "page", f"{case}/fritidsnamnden"),
        (6, "page", f"{case}/fritidsnamnden"),
        (7, "page", f"{case}/bilaga"),
    ]
    assert made.unplaced == ()
    assert _codes(made).isdisjoint({"F201", "F202", "F301", "F302", "F304"})


def test_the_number_is_the_one_the_office_files_under() -> None:
    """The case's number is read from the paper that prepares the matter, not from a body's own."""
    (number,) = _motion(_built(WHOLE)).diary_numbers
    assert (number.value, number.status) == ("KST-2021-00045", "inferred")


def test_roles_in_a_bundle() -> None:
    """The board's paper and the office's prepare the matter; minutes and a body's own paper answer it together."""
    roles = {one.id.split("/")[1]: (one.role, one.document_type) for one in _built(WHOLE).archive.responses}
    assert roles == {
        "kommunstyrelsen": ("preparation", "yttrande"),
        "stadskansliet": ("preparation", "tjansteutlatande"),
        "fritidsnamnden": ("answer", "protokollsutdrag"),
    }


def test_the_motion_of_a_bundle() -> None:
    """Title, proposers with party and demands are the motion's own."""
    motion = _motion(_built(WHOLE))
    assert motion.title.value == "Motion av Anna Ek (C) om en isbana i hamnen"
    assert [(one.name, one.party) for one in motion.proposers] == [("Anna Ek", "C")]
    assert [one.text for one in motion.demands] == ["Fritidsnämnden får i uppdrag att ploga en isbana i hamnen."]


def test_proposal_and_board_are_told_apart() -> None:
    """The board's paper gives what it proposes to the council and how it decided itself, with votes and the day it was signed."""
    proposal, board = _motion(_built(WHOLE)).decisions
    assert (proposal.stage, proposal.outcome) == ("proposal", "rejected")
    assert (board.stage, board.outcome, board.votes) == ("board", "rejected", Votes(9, 4, None, "med nio röster mot fyra att avstyrka motionen"))
    assert proposal.date == board.date
    assert board.date is not None
    assert board.date.value == "2021-05-05"


def test_the_board_may_grant_a_partys_proposal() -> None:
    """Bifall to a party's yrkande is not bifall to the motion."""
    paper = PROPOSAL.replace("att avstyrka motionen", "att bifalla Bo Alms yrkande")
    board = _motion(_built([("board-proposal", paper), *WHOLE[1:]])).decisions[-1]
    assert (board.stage, board.outcome) == ("board", "other")


def test_a_statement_answers_for_no_body() -> None:
    """A party's yttrande is among the statements and nobody's answer."""
    made = _built(WHOLE)
    (statement,) = _motion(made).statements
    assert (statement.kind, statement.by, statement.date) == ("yttrande", "S, V och MP", "2021-04-28")
    assert [passage.text for section in statement.sections for passage in section.passages][-1].startswith("Vi tycker att hamnen")
    assert all(statement.id != response.id for response in made.archive.responses)


def test_two_statements_with_one_name() -> None:
    """A second statement of the same kind, parties and day gets -2."""
    ids = [one.id for one in _motion(_built([*WHOLE, ("statement", STATEMENT)])).statements]
    assert ids == ["kst-2021-00045/yttrande-s-v-och-mp-2021-04-28", "kst-2021-00045/yttrande-s-v-och-mp-2021-04-28-2"]


def test_who_was_asked_is_not_read_out_of_the_table() -> None:
    """The table of answers, run together by reflow, names no body that was asked; the sentence does."""
    assert [one.body for one in _motion(_built(WHOLE)).referrals] == ["fritidsnamnden"]


def test_of_two_papers_the_minutes_answer() -> None:
    """Where a body's minutes and its office's paper are both here, the roll-call leads to the minutes."""
    swapped = [*WHOLE[:4], ("answer", ANSWER), ("minutes", MINUTES)]
    (referral,) = _motion(_built(swapped)).referrals
    assert referral.response == "kst-2021-00045/fritidsnamnden"
    (answer,) = (one for one in _built(swapped).archive.responses if one.id == referral.response)
    assert answer.document_type == "protokollsutdrag"
    assert [paper.part.kind for paper in answer.papers if paper.part] == ["answer"]


# --- copies -------------------------------------------------------------------------------------------------------


def test_a_copy_is_no_second_motion() -> None:
    """The motion repeated in its bundle is a row that says so, and the first is shown."""
    made = _built([*WHOLE, ("motion", "Bilaga 1\n\n" + MOTION)])
    assert _codes(made).isdisjoint({"F302"})
    assert _fates(made)[-1] == (8, "copy", "kst-2021-00045")
    document_ = _motion(made).document
    assert document_ is not None
    assert document_.key == (FILE, 4)


def test_the_fuller_copy_is_shown() -> None:
    """Where the first copy is cut short, the whole one is shown."""
    cut = MOTION.partition("Förslag till beslut")[0]
    made = _built([WHOLE[0], ("motion", cut), WHOLE[2], ("motion", MOTION)])
    assert _motion(made).demands
    assert [fate for _, fate, _ in _fates(made)] == ["page", "copy", "page", "page"]


def test_another_motion_is_no_copy() -> None:
    """A motion in other words in the same bundle is a rival, with a finding on its first line, and a row."""
    other = "Motion av Bo Alm (M) om en bastu\n\nDet är kallt i Ekvik, och ingen annan stad vid kusten är utan bastu.\n\nKommunfullmäktige föreslås besluta: Kommunen bygger en bastu vid badet och håller den varm.\n\nBo Alm (M)"
    made = _built([*WHOLE, ("motion", other)])
    (rival,) = [finding for finding in made.findings if finding.code == "F302"]
    assert rival.line == bundle([*WHOLE, ("motion", other)])[-1].lines[0].number
    assert _fates(made)[-1] == (8, "unplaced", "")


def test_two_files_with_one_motion_are_rivals() -> None:
    """Two whole files that both are the motion follow the rule for files: one is shown, the other is a finding."""
    text = MOTION.replace("Handling 2020 nr 88", "Dnr KS 2020/88")
    assert "F302" in _codes(_archive(document(text, "a.txt"), document(text, "b.txt")))


# --- what is not known ----------------------------------------------------------------------------------------------


def test_an_attachment_keeps_its_text() -> None:
    """A part that is nothing known is shown as it stands, with its lines."""
    (enclosure,) = _motion(_built(WHOLE)).enclosures
    text = " ".join(passage.text for section in enclosure.sections for passage in section.passages)
    assert "elva centimeter" in text
    assert enclosure.place.line == bundle(WHOLE)[-1].lines[0].number


@pytest.mark.parametrize("kind", ["answer", "minutes"])
def test_a_paper_on_another_matter_is_no_answer(kind: str) -> None:
    """A body's paper that never speaks of a motion is an attachment."""
    paper = "Parknämnden\n\nTjänsteutlåtande\n\nFörvaltningens bedömning\n\nTräden vid torget behöver beskäras."
    made = _built([*WHOLE[:4], (kind, paper)])  # type: ignore[list-item]
    assert [one.bodies for one in made.archive.responses if one.role == "answer"] == []
    assert len(_motion(made).enclosures) == 1


def test_a_file_of_nothing_known_is_told_once_for_each_part() -> None:
    """A bundle in which nothing is known becomes findings and a file without a case."""
    made = _built([("attachment", ATTACHMENT), ("other", "Tomten mäter en hektar.")])
    assert made.unplaced == (FILE,)
    assert {(finding.code, finding.line) for finding in made.findings} == {("F201", 1), ("F201", 7)}


def test_several_matters_in_one_file() -> None:
    """A file with the papers of two matters is two cases; what gives neither number nor title goes to none of them."""
    other = [("board-proposal", PROPOSAL.replace("Anna Ek (C) om en isbana i hamnen", "Bo Alm (M) om bastun vid badet"))]
    office = ("office-statement", OFFICE.replace("00045", "00099").replace("Anna Ek (C) om en isbana i hamnen", "Bo Alm (M) om bastun vid badet"))
    made = _built([*WHOLE[:4], *other, office, ("attachment", ATTACHMENT)])  # type: ignore[list-item]
    assert len(made.archive.motions) == 2
    assert _fates(made)[-1] == (7, "unplaced", "")


def test_a_matter_that_came_back_is_one_case() -> None:
    """A bundle with the first proposal and the one after a referral back is one case."""
    made = _built([*WHOLE, ("board-proposal", PROPOSAL.replace("nr 12", "nr 3"))])
    assert len(made.archive.motions) == 1


def test_an_editor_speaks_of_the_case_of_a_bundle() -> None:
    """What case.yml says of a bundle's case holds for all of it; who sent a part is not the whole file's to say."""
    note = "filer:\n  handling.txt:\n    ärende: KS 2021/7\n    instans: Fritidsnämnden\n    skäl: Enligt pärmen.\n    datum: 2021-06-01\n"
    said, findings = read_notes({"case.yml": note}, {FILE})
    assert findings == ()
    made = make_archive([parse(one) for one in bundle(WHOLE)], said, SETTINGS)
    assert len(made.archive.motions) == 1
    assert {one.bodies for one in made.archive.responses} == {("kommunstyrelsen",), ("stadskansliet",), ("fritidsnamnden",)}
    assert [(one.code, one.line) for one in made.findings if one.code == "F403"] == [("F403", 4)]


# --- letterheads ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "kind", "body"),
    [
        ("Kretslopp och vattennämnden\n\nUtdrag ur protokoll", "minutes", "kretslopp-och-vattennamnden"),
        ("Skolnämnd\n\nUtdrag ur protokoll", "minutes", "skolnamnden"),
        ("Utdrag ur protokoll fört vid styrelsesammanträde Ekvik Hamn AB 2021-02-02", "minutes", "ekvik-hamn-ab"),
        ("Kultur\n\nUtdrag ur protokoll Kulturnämnden Sammanträdesdatum: 2021-02-02", "minutes", "kulturnamnden"),
        ("Förvaltningen för stöd och omsorg\n\nTjänsteutlåtande", "answer", "forvaltningen-for-stod-och-omsorg"),
        ("Tjänsteutlåtande\n\nDiarienummer 7/21\n\nFörslag till beslut i styrelsen för Ekvik Hamn AB:\n\nMotionen avstyrks.", "answer", "ekvik-hamn-ab"),
        ("Bilaga 3\n\nEkviks Stads äldre samt vård- och omsorgsnämnd\n\nProtokollsutdrag", "minutes", "aldre-samt-vard-och-omsorgsnamnden"),
        ("Förvaltningen för stöd och omsorg Avdelning HR\n\nTjänsteutlåtande", "answer", "forvaltningen-for-stod-och-omsorg"),
        ("Ekviks Stads Leasing AB\n\nTjänsteutlåtande", "answer", "ekviks-stads-leasing-ab"),
        ("Bilaga 2\n\nProtokoll (nr 3)", "minutes", ""),
    ],
)
def test_a_letterhead_names_the_sender(head: str, kind: str, body: str) -> None:
    """The sender of a part is the one its letterhead names, whole; where none stands there nobody is chosen."""
    made = _built([*WHOLE[:4], (kind, head + "\n\nMotionen om en isbana i hamnen avstyrks.")])  # type: ignore[list-item]
    (answer,) = [one for one in made.archive.responses if one.role == "answer"]
    assert answer.bodies == ((body,) if body else ())
