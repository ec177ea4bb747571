"""What an auditor found from outside, kept from coming back."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import ConfigurationError, Gathered, Paths, gather
from generator.exports.archive_json import archive_json
from generator.findings import severity

MOTION = "Motion om fler bänkar vid Sjötorget, KS 2023/41\n\nVi föreslår att kommunfullmäktige beslutar\n\natt fler bänkar ställs ut vid Sjötorget.\n\nEva Alm (C)\n"
ANSWER = "Tekniska nämnden\n\nRemissvar\n\nMotion om fler bänkar vid Sjötorget, KS 2023/41\n\nBeslut\nNämnden avstyrker motionen.\n"


def _gathered(root: Path, content: Path, files: dict[str, str]) -> Gathered:
    content.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (content / name).write_text(text, encoding="utf-8")
    return gather(Paths(root, content, root / "site_config", content.parent / "ut"))


@pytest.mark.parametrize("ending", ["svg", "html", "htm", "xml", "json", "eml"])
def test_text_under_another_name_is_not_read(root: Path, tmp_path: Path, ending: str) -> None:
    """A file whose ending is not a text's is set aside by name, even where its bytes would do as an answer."""
    gathered = _gathered(root, tmp_path / "in", {"motion.txt": MOTION, f"svar.{ending}": ANSWER})
    source = next(one for one in gathered.archive.sources if one.file.endswith(ending))
    assert (source.outcome, source.findings) == ("unread", ("F108",))


def test_text_under_a_harmless_wrong_name_is_read_as_text(root: Path, tmp_path: Path) -> None:
    """A file called .rtf that is plain text is read as what it is, and a note says so."""
    gathered = _gathered(root, tmp_path / "in", {"motion.txt": MOTION, "svar.rtf": ANSWER})
    source = next(one for one in gathered.archive.sources if one.file == "svar.rtf")
    assert source.outcome == "published"
    assert "F126" in source.findings


def test_a_line_that_names_the_document_decides_what_it_is(root: Path, tmp_path: Path) -> None:
    """An answer that repeats the motion's title is an answer if a line of its own says so."""
    short = "Remissvar\n\nMotion om fler bänkar vid Sjötorget, KS 2023/41\n\nBeslut\nNämnden avstår från att yttra sig.\n"
    gathered = _gathered(root, tmp_path / "in", {"a.txt": short, "b.txt": MOTION})
    motion = gathered.archive.motions[0]
    assert motion.document is not None
    assert motion.document.file == "b.txt"
    assert [response.document.file for response in gathered.archive.responses] == ["a.txt"]


def test_the_editors_reason_is_never_the_bodys_words(root: Path, tmp_path: Path) -> None:
    """A stance that an editor states has no quote, and what the document says of its sender stays beside the editor's word."""
    note = "filer:\n  svar.txt:\n    hållning: tillstyrker\n    instans: Kulturnämnden\n    skäl: Besked per telefon.\n    datum: 2023-05-01\n"
    gathered = _gathered(root, tmp_path / "in", {"motion.txt": MOTION, "svar.txt": ANSWER, "case.yml": note})
    response = gathered.archive.responses[0]
    assert (response.stance.value, response.stance.quote, response.stance.reason) == ("support", "", "Besked per telefon.")
    assert [fact.status.value for fact in response.body_facts] == ["curated", "stated"]
    assert {finding.code for finding in gathered.findings} >= {"F405"}


def test_those_said_to_have_been_silent_are_no_candidates(root: Path, tmp_path: Path) -> None:
    """An answer without a sender cannot be from a body of which a document says that it sent none."""
    nameless = ANSWER.removeprefix("Tekniska nämnden\n\n")
    statement = (
        "Utlåtande 2023:7\n\nMotion om fler bänkar vid Sjötorget, KS 2023/41\n\nRemissinstanser\n"
        "Ärendet har remitterats till kulturnämnden och äldrenämnden.\n\nÄldrenämnden har inte svarat på remissen.\n"
    )
    gathered = _gathered(root, tmp_path / "in", {"a.txt": MOTION, "b.txt": nameless, "c.txt": statement})
    response = next(one for one in gathered.archive.responses if one.role == "answer")
    assert response.possible_bodies == ("kulturnamnden",)


def test_an_unclear_answer_to_a_demand_has_no_quote(root: Path, tmp_path: Path) -> None:
    """In the open data an unclear stance on a demand carries a passage to look at, and no quote."""
    import json

    undecided = ANSWER.replace("avstyrker motionen", "tackar för motionen")
    longer = undecided + "\nFörvaltningens synpunkter\nFörvaltningen konstaterar att fler bänkar vid Sjötorget ställs ut i år.\n"
    gathered = _gathered(root, tmp_path / "in", {"motion.txt": MOTION, "svar.txt": longer})
    stances = json.loads(archive_json(gathered.archive))["responses"][0]["demand_stances"]
    assert [(one["value"], one["quote"]) for one in stances] == [("unclear", None)]


@pytest.mark.parametrize(("config", "out"), [("finns-inte", "ut"), ("site_config", "in/sajt"), ("site_config", ".")])
def test_folders_that_would_spoil_the_archive_are_refused(root: Path, tmp_path: Path, config: str, out: str) -> None:
    """A missing configuration, or a site among its own documents, is an error in the call and not a poorer archive."""
    (tmp_path / "in").mkdir()
    folder = root / config if config == "site_config" else tmp_path / config
    with pytest.raises(ConfigurationError) as problem:
        gather(Paths(root, tmp_path / "in", folder, tmp_path / out))
    assert all(severity(finding) == "error" for finding in problem.value.findings)
