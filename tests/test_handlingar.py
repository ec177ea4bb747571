"""The council bundles beside the checkout, read part by part: each is one case with its motion, its preparation and its answers."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.archive import Built, make_archive
from generator.bundles import split
from generator.model import Draft, Motion, Settings
from generator.parse import parse
from generator.readers import read


@pytest.fixture(scope="module")
def drafts(shared: Path) -> list[Draft]:
    """What every part of every bundle says."""
    folder = shared / "goteborg" / "handlingar"
    if not folder.is_dir():
        pytest.skip("../shared/goteborg saknas: provet behöver de verkliga handlingarna")
    made = []
    for path in sorted(folder.glob("*.txt")):
        data = path.read_bytes()
        document = read(path.name, hashlib.sha256(data).hexdigest(), data).document
        assert document is not None
        made += [parse(part) for part in split(document)]
    return made


@pytest.fixture(scope="module")
def built(drafts: list[Draft]) -> Built:
    """The archive of all bundles, without a register."""
    return make_archive(drafts, (), Settings())


def _by_file(built: Built) -> dict[str, Motion]:
    return {motion.document.file: motion for motion in built.archive.motions if motion.document}


def test_every_bundle_is_one_motion(built: Built, drafts: list[Draft]) -> None:
    """As many motions as bundles, each its own bundle's, and nobody's answer without its motion."""
    files = {draft.document.file for draft in drafts}
    assert set(_by_file(built)) == files
    assert len(built.archive.motions) == len(files)
    assert built.unplaced == ()
    assert {finding.code for finding in built.findings}.isdisjoint({"F201", "F202", "F206", "F301", "F302", "F304"})


def test_every_motion_is_whole(built: Built) -> None:
    """Every motion has a title that says what it is about, proposers with party, demands and a diary number."""
    for file, motion in _by_file(built).items():
        assert motion.title.status == "stated", file
        assert motion.title.value.startswith("Motion "), file
        assert len(motion.title.value) <= 300, file
        assert motion.proposers, file
        assert all(one.party for one in motion.proposers), file
        assert motion.demands, file
        assert motion.diary_numbers, file


def test_every_bundle_has_its_preparation(built: Built) -> None:
    """Every bundle gives the board's proposal, with what it would do with the motion, and the office's tjänsteutlåtande."""
    for file, motion in _by_file(built).items():
        kinds = {one.document.part.kind for one in built.archive.answers_to(motion.id) if one.document.part and one.role == "preparation"}
        assert {"board-proposal", "office-statement"} <= kinds, file
        assert any(one.stage == "proposal" and one.outcome != "other" for one in motion.decisions), file


def test_no_partys_paper_is_an_answer(built: Built) -> None:
    """Every part that opens as a party's paper is a statement or an attachment, never a response."""
    responses = {one.document.key for one in built.archive.responses}
    assert not [row for rows in built.parts.values() for row in rows if row.part.kind == "statement" and (row.part.first.file, row.part.number) in responses]


def test_every_part_has_a_page_or_is_a_copy(built: Built) -> None:
    """Each part of each bundle has a page of its own, or is the motion once more."""
    fates = {row.fate for rows in built.parts.values() for row in rows}
    assert fates <= {"page", "copy"}


def test_passages_stay_within_their_part(built: Built) -> None:
    """No passage of a page stands outside the lines that the page says it is."""
    for response in built.archive.responses:
        parts = [document.part for document in (response.document, *response.papers)]
        spans = [(part.first.line or 0, part.last.line or 0) for part in parts if part]
        assert len(spans) == len(parts)
        lines = [passage.place.line or 0 for passage in response.passages]
        assert all(any(first <= line <= last for first, last in spans) for line in lines), response.id
