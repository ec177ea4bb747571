"""``changes.yml``: what staff tell of pages that came, were corrected, were taken out or moved."""

from __future__ import annotations

import pytest

from generator.model import Change
from generator.settings import CHANGE_KINDS, read_settings

ROW = "- {datum: 2026-11-21, slag: rättad, vad: ks-2024-1, skäl: Fel dag.}\n"


def _move(old: str, new: str) -> str:
    return f"- {{datum: 2026-11-21, slag: flyttad, vad: {old}, till: {new}, skäl: Ny titel.}}\n"


def test_changes_are_read_as_they_stand() -> None:
    """Each row is a change with its day, kind, page, reason and line; a moved page has its new address."""
    settings, findings = read_settings({"changes.yml": "ändringar:\n" + ROW.replace("-", "  -", 1) + _move("a", "/motioner/b/").replace("-", "  -", 1)})
    assert findings == ()
    assert settings.changes == (
        Change("2026-11-21", "corrected", "ks-2024-1", "Fel dag.", "", 2),
        Change("2026-11-21", "moved", "a", "Ny titel.", "/motioner/b/", 3),
    )


@pytest.mark.parametrize("kind", [kind for kind in CHANGE_KINDS if kind != "flyttad"])
def test_every_kind_is_read(kind: str) -> None:
    """The kinds in the file are those of the model."""
    settings, findings = read_settings({"changes.yml": ROW.replace("rättad", kind)})
    assert findings == ()
    assert settings.changes[0].kind == CHANGE_KINDS[kind]


@pytest.mark.parametrize("text", ["", "ändringar:\n", "ändringar: []\n", "[]\n", None])
def test_no_changes_are_none(text: str | None) -> None:
    """A file that is missing or empty has no changes and no fault."""
    settings, findings = read_settings({"changes.yml": text})
    assert (settings.changes, findings) == ((), ())


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (ROW.replace("datum: 2026-11-21, ", ""), "F403", "saknar ”datum”"),
        (ROW.replace("2026-11-21", "2026-13-01"), "F403", "är ingen dag"),
        (ROW.replace("slag: rättad, ", ""), "F403", "tillkom, rättad, borttagen, flyttad"),
        (ROW.replace("rättad", "rättat"), "F403", "Menade du ”rättad”?"),
        (ROW.replace("vad: ks-2024-1, ", ""), "F403", "saknar ”vad”"),
        (ROW.replace(", skäl: Fel dag.", ""), "F403", "saknar ”skäl”"),
        (ROW.replace("Fel dag.", "Fel dag., till: b"), "F403", "bara en flyttad sida"),
        (ROW.replace("rättad", "flyttad"), "F403", "behöver ”till”"),
        (ROW.replace("skäl", "orsak"), "F402", "orsak"),
        (ROW.replace("ks-2024-1", "[a]"), "F403", "inte en lista"),
        (_move("a", "https://b.example/"), "F403", "är ingen adress i arkivet"),
        (_move("a", "../b"), "F403", "är ingen adress i arkivet"),
        (_move("a", "/motioner/a/"), "F403", "till sin egen adress"),
        (_move("a", "b") + _move("/motioner/a/", "c"), "F403", "flyttas också på rad 1"),
        (_move("a", "b") + _move("b", "c") + _move("c", "a"), "F403", "i en ring"),
        ("ändring:\n  " + ROW, "F402", "Menade du ”ändringar”?"),
        ("ändringar: ja\n", "F401", "en lista"),
        ("- rad\n", "F401", "nyckel: värde"),
    ],
)
def test_a_row_that_is_not_whole_is_found(text: str, code: str, words: str) -> None:
    """A row that cannot be used is one finding that says what to write, and is not among the changes."""
    settings, findings = read_settings({"changes.yml": text})
    assert [one.code for one in findings] == [code]
    assert findings[0].file == "changes.yml"
    assert words in findings[0].message
    assert len(settings.changes) == max(text.count("slag: flyttad") - 1, 0)  # those before the faulty one


def test_an_address_of_the_site_is_taken_without_it() -> None:
    """Staff may paste whole addresses; those of the site itself are shortened, and others stay as they are."""
    corrected = [ROW.replace("ks-2024-1", f"https://{host}.example/om/") for host in "ab"]
    text = "".join([*corrected, _move("https://a.example/motioner/a/", "b")])
    settings, findings = read_settings({"site.yml": "adress: https://a.example", "changes.yml": text})
    assert findings == ()
    assert [(one.what, one.to) for one in settings.changes] == [("/om/", ""), ("https://b.example/om/", ""), ("/motioner/a/", "b")]
