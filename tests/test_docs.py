"""The documentation says what the program does: verbs, rooms, dependencies and the format of case.yml."""

from __future__ import annotations

import argparse
import re
import shlex
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from generator import cli, curation
from generator.archive.register import name_key
from generator.findings import KINDS
from generator.settings import FILES, read_settings

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
VERBS = tuple(verb.NAME for verb in cli.VERBS)


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _section(text: str, heading: str) -> str:
    """What stands under a heading of the second level, up to the next one; "" if there is none."""
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def _first_cells(text: str) -> list[str]:
    """The first cell of each row of the tables in ``text``, without code marks."""
    rows = re.findall(r"^\| `([^`]+)`", text, re.MULTILINE)
    return [row.strip() for row in rows]


def test_the_configuration_reads_without_a_finding() -> None:
    """The configuration that ships is right: every key is known and every successor is in the register."""
    settings, findings = read_settings({name: _text(f"site_config/{name}") for name in FILES})
    assert findings == ()
    assert len(settings.bodies) > 40
    assert len(settings.examples) == 3
    assert settings.terms == tuple(sorted(settings.terms))


def test_no_name_in_the_register_means_two_bodies() -> None:
    """No name, alias or office in the register belongs to two bodies, unless each is said of a municipality of its own."""
    settings, _ = read_settings({name: _text(f"site_config/{name}") for name in FILES})
    seen: dict[str, set[str | None]] = {}
    for body in settings.bodies:
        for name in {name_key(name) for name in (body.name, *body.aliases, *body.offices)}:
            others = seen.setdefault(name, set())
            assert not others or (body.municipality and None not in others and body.municipality not in others), name
            others.add(body.municipality)


def test_the_example_case_file_is_right() -> None:
    """The case.yml in the documentation is read without a finding."""
    example = re.search(r"```yaml\n(.*?)```", _text("docs/CASE-YML.md"), re.DOTALL)
    assert example
    notes, findings = curation.read_notes({"a/case.yml": example[1]}, {"a/utan-avsandare.txt"})
    assert findings == ()
    assert set(notes[0].files["a/utan-avsandare.txt"]) == {"typ", "instans", "hållning", "yrkanden", "datum-svar"}


def test_every_key_of_a_case_file_is_described() -> None:
    """The tables in docs/CASE-YML.md hold just the keys, words and findings that the program knows."""
    text = _text("docs/CASE-YML.md")
    assert sorted(_first_cells(_section(text, "För ärendet"))) == sorted(curation.CASE_KEYS)
    assert sorted(_first_cells(_section(text, "För ett dokument"))) == sorted(curation.FILE_KEYS)
    assert all(f"`{word}`" in text for word in curation.STANCES)
    assert set(re.findall(r"\bF\d{3}\b", text)) <= set(KINDS)


def test_the_page_for_editors_has_every_key() -> None:
    """The page about the editors lists the keys of case.yml, those of a case and those of a document, and no others."""
    text = _text("generator/pages/templates/editors.md.jinja")
    case, _, file = text.partition('id="Nycklar-dokument"')
    said = [re.findall(r'<th scope="row"><code>([^<]+)</code>', table) for table in (case, file)]
    assert said[0] == [key for key in curation.CASE_KEYS if key not in {"skäl", "datum"}]
    assert said[1] == [key for key in curation.FILE_KEYS if key not in {"skäl", "datum"}]


def test_every_room_is_in_the_table() -> None:
    """The table in docs/ARKITEKTUR.md names every room of the package, and none that is not there."""
    rooms = {path.name + "/" if path.is_dir() else path.name for path in (ROOT / "generator").iterdir()}
    rooms = {room for room in rooms if not room.startswith(("_", "."))}
    assert set(_first_cells(_section(_text("docs/ARKITEKTUR.md"), "Rummen"))) == rooms


def test_every_module_of_the_archive_is_in_its_table() -> None:
    """The second table in docs/ARKITEKTUR.md names every module of the room archive, and none that is not there."""
    modules = {path.name + "/" if path.is_dir() else path.name for path in (ROOT / "generator" / "archive").iterdir()}
    modules = {module for module in modules if not module.startswith(("_", "."))}
    assert set(_first_cells(_section(_text("docs/ARKITEKTUR.md"), "I rummet `archive/`"))) == modules


def test_every_dependency_has_a_line() -> None:
    """CONTRIBUTING.md gives every dependency a line about its licence, upkeep, safety and use."""
    project = tomllib.loads(_text("pyproject.toml"))["project"]
    told = _section(_text("CONTRIBUTING.md"), "Beroenden")
    for needed in project["dependencies"]:
        name = re.split(r"[=<>]", needed)[0].strip()
        row = re.search(rf"^\| {re.escape(name)} .*$", told, re.MULTILINE)
        assert row, name
        assert row[0].count("|") == 6
    for needed in project["optional-dependencies"]["dev"]:
        assert re.split(r"[=<>]", needed)[0].strip() in told


def test_local_links_lead_somewhere() -> None:
    """Every link between the documents leads to a file that exists, but for the picture that is made from a built site."""
    for document in (*ROOT.glob("*.md"), *DOCS.glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert target == "docs/bild.png" or (document.parent / target).exists(), f"{document.name}: {target}"


def _options(verb: str) -> set[str]:
    """The long options that a verb declares, but for those that all have."""
    (verbs,) = [action for action in cli.parser()._actions if isinstance(action, argparse._SubParsersAction)]
    declared = {name for action in verbs.choices[verb]._actions for name in action.option_strings}
    return {name for name in declared if name.startswith("--")} - {"--help", "--project"}


def test_the_table_of_verbs_is_whole() -> None:
    """The table in docs/KOMMANDON.md names each verb of the command line, and no other, with what it does."""
    rows = re.findall(r"^\| \[`(\w+)`\]\(#(\w+)\) \| \S", _text("docs/KOMMANDON.md"), re.MULTILINE)
    assert rows == [(verb, verb) for verb in VERBS]


@pytest.mark.parametrize("verb", cli.VERBS, ids=VERBS)
def test_every_verb_has_help_and_an_example_that_works(verb: ModuleType) -> None:
    """Each verb has help and an example; the examples in help and in the documentation parse, and their files exist."""
    assert verb.HELP.endswith(".")
    section = _section(_text("docs/KOMMANDON.md"), verb.NAME)
    told = re.findall(r"^```sh\n(motionsarkiv .*)\n```", section, re.MULTILINE)
    assert told
    for example in (verb.EXAMPLE, *told):
        program, *arguments = shlex.split(example)
        assert program == "motionsarkiv"
        assert cli.parser().parse_args(arguments).verb == verb.NAME
        assert all((ROOT / word).exists() for word in arguments if word.startswith("content"))


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_is_described(verb: str) -> None:
    """The options in a verb's section are just those that it takes; those of check are the ones of build."""
    section = _section(_text("docs/KOMMANDON.md"), "build" if verb == "check" else verb)
    assert {cell.split()[0] for cell in _first_cells(section)} == _options(verb)


def test_the_exit_codes_are_told_alike() -> None:
    """README.md and docs/KOMMANDON.md tell the same five exit codes."""
    codes = [
        re.findall(r"^\| (\d) \| (\S+ \S+)", _text(name), re.MULTILINE) for name in ("README.md", "docs/KOMMANDON.md")
    ]
    assert codes[0] == codes[1]
    assert [int(code) for code, _ in codes[0]] == [0, 1, 2, 3, 4]
