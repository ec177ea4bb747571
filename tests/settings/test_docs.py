"""docs/INSTALLNINGAR.md describes the configuration as the program reads it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.findings import KINDS
from generator.settings import (
    BODY_KEYS,
    CHANGE_KEYS,
    CHANGE_KINDS,
    COMPLIANCE,
    FAILURE_KEYS,
    FILES,
    LICENCE_KEYS,
    LICENCES,
    SITE_KEYS,
    STATEMENT_KEYS,
    checked,
    read_settings,
)

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "INSTALLNINGAR.md").read_text(encoding="utf-8")


def _section(heading: str) -> str:
    """What stands under a heading, up to the next."""
    found = re.search(rf"^#+ {re.escape(heading)}$(.*?)(?=^#+ |\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def _tables(text: str) -> list[list[str]]:
    """The first cells of each table, without code marks and links."""
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return [re.findall(r"^\| \[?`([^`]+)`", table, re.MULTILINE) for table in tables]


EXAMPLES = [
    (file, example)
    for file in FILES
    for example in re.findall(r"```yaml\n(.*?)```", TEXT.partition(f"\n## {file}\n")[2].partition("\n## ")[0], re.DOTALL)
]


def test_every_file_is_described() -> None:
    """The page begins with the files of the configuration, each with a section of its own."""
    assert _tables(TEXT.partition("\n## ")[0]) == [list(FILES)]
    assert re.findall(r"^## (.*)$", TEXT, re.MULTILINE) == list(FILES)


@pytest.mark.parametrize(
    ("heading", "tables"),
    [
        ("site.yml", [tuple(SITE_KEYS)]),
        ("Tillgänglighet", [STATEMENT_KEYS, FAILURE_KEYS]),
        ("Licenser", [tuple(LICENCES), LICENCE_KEYS]),
        ("bodies.yml", [BODY_KEYS]),
        ("changes.yml", [CHANGE_KEYS]),
    ],
)
def test_every_key_is_described(heading: str, tables: list[tuple[str, ...]]) -> None:
    """The tables hold every key that the program knows, and no other."""
    assert [sorted(table) for table in _tables(_section(heading))] == [sorted(table) for table in tables]


def test_every_word_is_described() -> None:
    """The words that a key may have for a value, and the findings that are named, are the program's."""
    assert all(f"`{word}`" in _section("changes.yml") for word in CHANGE_KINDS)
    assert all(f"`{word}`" in _section("Tillgänglighet") for word in COMPLIANCE)
    assert set(re.findall(r"\bF\d{3}\b", TEXT)) <= set(KINDS)


@pytest.mark.parametrize(("file", "example"), EXAMPLES)
def test_every_example_is_right(file: str, example: str) -> None:
    """Each example is read without a finding, and all of it is used."""
    settings, findings = read_settings({file: example})
    assert findings == ()
    assert yaml.safe_load(example)
    if "tillgänglighet:" in example:
        assert checked(settings, "2026-11-21") == ()
    assert len(settings.bodies) == example.count("- namn")
    assert len(settings.changes) == example.count("- datum")
    assert len(settings.terms) == (2 if file == "terms.yml" else 0)


def test_every_file_has_an_example_with_every_key() -> None:
    """Between them the examples show every key of the configuration."""
    said = "".join(example for _, example in EXAMPLES)
    assert {file for file, _ in EXAMPLES} == set(FILES)
    for key in (*SITE_KEYS, *STATEMENT_KEYS, *FAILURE_KEYS, *LICENCE_KEYS, *BODY_KEYS, *CHANGE_KEYS, "begrepp", "instanser", "ändringar"):
        assert re.search(rf"^[ -]*{key}:", said, re.MULTILINE), key
