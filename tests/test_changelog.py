"""The change log: what staff write, what editors state, what is withdrawn; and what in it cannot be right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.changelog import Entry, log, mistaken
from generator.model import Settings
from generator.model.publishing import Change, ChangeKind
from tests.archive.test_edited import WHY, build
from tests.exports.sample import FULL
from tests.exports.test_editors_word import NOTE
from tests.sample_archive import CASE, SETTINGS


def settings(*changes: Change) -> Settings:
    """The sample's settings with these changes."""
    return replace(SETTINGS, changes=changes)


def test_what_staff_write_stands_newest_first() -> None:
    """The newest comes first, what has no day last, each with its reason and the page it is about now."""
    made = log(
        FULL,
        settings(
            Change("", "added", CASE, "Först"),
            Change("2026-01-02", "withdrawn", "ks-2020-1", "På begäran"),
            Change("2026-03-01", "moved", "gammal", "Nytt nummer", CASE),
            Change("2026-02-01", "corrected", f"/motioner/{CASE}/tekniska-namnden/", "Fel datum"),
        ),
        (),
    )
    home = f"/motioner/{CASE}/"
    assert made == (
        Entry("2026-03-01", "moved", "gammal", "Nytt nummer", "", home),
        Entry("2026-02-01", "corrected", f"{home}tekniska-namnden/", "Fel datum", f"{home}tekniska-namnden/"),
        Entry("2026-01-02", "withdrawn", "ks-2020-1", "På begäran"),
        Entry("", "added", CASE, "Först", home),
    )


def test_what_editors_state_is_in_the_log() -> None:
    """An editor's words on a case or answer are lines with their day and reason: corrected where the documents say otherwise, else stated."""
    built = build(NOTE)
    made = log(built.archive, Settings(), built.findings)
    assert {(one.day, one.reason) for one in made} == {("2026-11-20", "Enligt akten.")}
    case = {one.sort: one.keys for one in made if one.what == built.archive.motions[0].id}
    assert case == {"corrected": ("titel", "förslagsställare", "yrkanden"), "stated": ("remissinstans", "beslut")}


def test_what_an_editor_takes_out_is_in_the_log() -> None:
    """A document that an editor has taken out is a line with the file, the reason and the day."""
    built = build(WHY + "filer:\n  svar.txt:\n    typ: inget\n")
    found = [one for one in log(built.archive, Settings(), built.findings) if one.sort == "withdrawn"]
    assert found == [Entry("2026-11-20", "withdrawn", "a/svar.txt", "Enligt akten.")]


def test_nothing_that_changed_is_an_empty_log() -> None:
    """An archive of which nobody has said anything has an empty log."""
    assert log(FULL, SETTINGS, ()) == ()


@pytest.mark.parametrize(
    ("kind", "what", "to", "code"),
    [
        ("added", CASE, "", ""), ("added", f"https://arkiv.example.org/motioner/{CASE}/#p-1", "", ""), ("added", "ks-2021-7", "", "F420"),
        ("corrected", f"{CASE}/tekniska-namnd", "", "F420"), ("corrected", "/instanser/parknamnden/", "", ""), ("added", "/om/integritet/", "", ""),
        ("withdrawn", "ks-1999-1", "", ""), ("withdrawn", CASE, "", "F421"),
        ("moved", "gammal", CASE, ""), ("moved", "gammal", "ny", "F420"), ("moved", CASE, f"{CASE}/kulturnamnden", "F421"),
    ],
)  # fmt: skip
def test_what_the_archive_contradicts_is_found(kind: ChangeKind, what: str, to: str, code: str) -> None:
    """A line about what is not here, or that says that something is gone which is here, gives a finding at its line; others give none."""
    found = mistaken(FULL, settings(Change("2026-01-01", kind, what, "Skäl", to, 7)))
    assert [(one.code, one.file, one.line) for one in found] == ([(code, "changes.yml", 7)] if code else [])


def test_the_nearest_name_is_told() -> None:
    """Of a misspelt name the finding tells the nearest that there is."""
    (found,) = mistaken(FULL, settings(Change("", "added", f"{CASE}/tekniska-namnd", "")))
    assert f"Menade du ”{CASE}/tekniska-namnden”?" in found.message


def test_a_move_in_two_steps_is_no_fault() -> None:
    """What moved to where something has since moved on from is no fault."""
    assert mistaken(FULL, settings(Change("", "moved", "a", "", "b"), Change("", "moved", "b", "", CASE))) == ()
