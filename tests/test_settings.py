"""Configuration: what is read, and that every fault names its file and line and the nearest key that exists."""

from __future__ import annotations

import pytest

from generator.model import Settings
from generator.settings import read_settings

BODIES = """instanser:
  - namn: Fritidsnämnden
    slag: namnd
    alias: [fritid, idrotten]
    förvaltningar: fritidsförvaltningen
    serier: [fn]
  - namn: Gamla nämnden
    slag: namnd
    efterträdare: Fritidsnämnden
    från: 2020-07-01
    kommun: Ekvik
"""


def test_no_files_give_the_defaults() -> None:
    """A configuration without files is right, and gives the defaults."""
    assert read_settings({"site.yml": None, "bodies.yml": None, "terms.yml": ""}) == (Settings(), ())


def test_the_site_is_read() -> None:
    """The site's own words are read, folded to one line, and the address ends in one slash."""
    settings, findings = read_settings(
        {"site.yml": "namn: Ekviks arkiv\nadress: https://x.example\ningress: >-\n  Ett\n  två\nexempel: [a, b]\n"}
    )
    assert findings == ()
    assert (settings.site_name, settings.address, settings.introduction) == ("Ekviks arkiv", "https://x.example/", "Ett två")
    assert settings.examples == ("a", "b")


def test_the_register_is_read() -> None:
    """Bodies have their aliases, offices, series and municipality, and a successor is found by its name."""
    settings, findings = read_settings({"bodies.yml": BODIES})
    assert findings == ()
    first, second = settings.bodies
    assert (first.id, first.aliases, first.offices, first.series) == (
        "fritidsnamnden", ("fritid", "idrotten"), ("fritidsförvaltningen",), ("FN",),
    )  # fmt: skip
    assert (second.successor, second.successor_from, second.municipality) == ("fritidsnamnden", "2020-07-01", "Ekvik")


def test_terms_are_read_once_each() -> None:
    """A term that stands twice counts once."""
    assert read_settings({"terms.yml": "begrepp: [hiss, is, hiss]"})[0].terms == ("hiss", "is")


@pytest.mark.parametrize(
    ("name", "text", "code", "line", "words"),
    [
        ("site.yml", "namn: A\nadres: https://x.example\n", "F402", 2, "Menade du ”adress”?"),
        ("site.yml", "adress: x.example\n", "F403", 1, "https://"),
        ("site.yml", "namn: [1\n", "F401", 2, ""),
        ("site.yml", "- namn\n", "F401", 1, "nyckel: värde"),
        ("site.yml", "a: &a x\nb: *a\n", "F401", 2, "alias"),
        ("site.yml", "namn: " + "x" * 1_000_001, "F401", 1, "för stor"),
        ("site.yml", "namn: " + "[" * 100_000, "F401", 1, ""),
        ("bodies.yml", "instanser:\n  - slag: namnd\n", "F403", 2, "saknar namn"),
        ("bodies.yml", "instanser:\n  - namn: A\n    slag: klubb\n", "F403", 2, "klubb"),
        ("bodies.yml", "instanser:\n  - namn: A\n  - namn: a\n", "F403", 3, "två gånger"),
        ("bodies.yml", "instanser:\n  - namn: A\n    efterträdare: B\n", "F403", 2, "registret"),
        ("bodies.yml", "instanser:\n  - namn: A\n    aliaz: b\n", "F402", 3, "Menade du ”alias”?"),
        ("bodies.yml", "nämnder:\n  - namn: A\n", "F402", 1, ""),
        ("terms.yml", "begrepp: hiss\n", "F401", 1, "lista"),
    ],
)
def test_a_fault_is_found_at_its_line(name: str, text: str, code: str, line: int, words: str) -> None:
    """Each fault is a finding of its kind, at its file and line, that says what is wrong."""
    _, findings = read_settings({name: text})
    first = findings[0]
    assert (first.code, first.file) == (code, name)
    assert words in first.message
    assert first.line == line or "[" in text


def test_a_body_that_succeeds_itself_has_no_successor() -> None:
    """A body cannot take over after itself."""
    settings, findings = read_settings({"bodies.yml": "instanser:\n  - namn: A\n    efterträdare: A\n"})
    assert settings.bodies[0].successor is None
    assert [one.code for one in findings] == ["F403"]
