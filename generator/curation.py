"""``case.yml`` → what an editor states about a folder's documents, with file, line, date and reason.

The editor's word never replaces a document's in silence: it is a fact of status *curated* that carries its reason.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import yaml

from generator import labels
from generator.findings import found
from generator.model import DraftKind, Fact, Finding, Place, Stance, Status
from generator.settings import line_of, load, pairs, scalar, unknown_key

CASE_KEYS = ("diarienummer", "titel", "inlämnad", "skäl", "datum", "filer")
FILE_KEYS = ("typ", "instans", "hållning", "datum-svar", "ärende", "skäl", "datum")
KINDS: dict[str, DraftKind] = {"motion": "motion", "svar": "response"}
# A stance is given by the word the pages show for it; "avstår" is enough for the longest of them.
STANCES: dict[str, Stance] = {word: stance for stance, word in labels.STANCES.items()} | {"avstår": "declined"}
CASE_FILE = "case.yml"


@dataclass(frozen=True, slots=True)
class CaseNote:
    """What an editor states in one ``case.yml``. ``folder`` ends with "/" or is empty; ``files`` by full source path."""

    folder: str
    facts: dict[str, Fact]
    files: dict[str, dict[str, Fact]]


def read_notes(texts: Mapping[str, str], sources: Collection[str]) -> tuple[tuple[CaseNote, ...], tuple[Finding, ...]]:
    """The notes in the ``case.yml`` ``texts`` by path; ``sources`` are the files there are, so that a lost one is found."""
    findings: list[Finding] = []
    notes: list[CaseNote] = []
    for file in sorted(texts):
        node = load(texts[file], file, findings)
        if node is not None:
            notes.append(_note(file, node, sources, findings))
    return tuple(notes), tuple(findings)


def _note(file: str, node: yaml.Node, sources: Collection[str], findings: list[Finding]) -> CaseNote:
    folder = file.removesuffix(CASE_FILE)
    rows = pairs(node, file, findings)
    facts = _facts(file, [row for row in rows if row[0] != "filer"], CASE_KEYS, findings)
    files: dict[str, dict[str, Fact]] = {}
    for key, value, _ in rows:
        if key != "filer":
            continue
        for name, stated, line in pairs(value, file, findings):
            source = folder + name
            if source not in sources:
                findings.append(found("F404", file, line, name=name))
                continue
            files[source] = _facts(file, pairs(stated, file, findings), FILE_KEYS, findings)
    return CaseNote(folder, facts, files)


def _facts(
    file: str, rows: list[tuple[str, yaml.Node, int]], known: tuple[str, ...], findings: list[Finding]
) -> dict[str, Fact]:
    said = {key: scalar(value) for key, value, _ in rows}
    reason, date = said.get("skäl"), said.get("datum")
    made: dict[str, Fact] = {}
    for key, node, line in rows:
        value = scalar(node)
        if key not in known:
            findings.append(unknown_key(key, known, file, line))
        elif key in {"skäl", "datum"}:
            if key == "datum" and value and not _is_date(value):
                findings.append(found("F403", file, line, key=key, why="skriv datum som 2026-11-21"))
        elif value is None:
            findings.append(found("F403", file, line_of(node), key=key, why="värdet är tomt"))
        elif (wrong := _wrong(key, value)) is not None:
            findings.append(found("F403", file, line, key=key, why=wrong))
        else:
            made[key] = Fact(value, Status.CURATED, f"{key}: {value}", Place(file, None, line), reason=reason, date=date)
    if made and not reason:
        findings.append(found("F403", file, rows[0][2], key="skäl", why="skriv varför uppgiften anges"))
    return made


def _wrong(key: str, value: str) -> str | None:
    """What is wrong with a value, in words, or None."""
    if key == "typ" and value not in KINDS:
        return "värdet ska vara motion eller svar"
    if key == "hållning" and value not in STANCES:
        return "värdet ska vara något av " + ", ".join(STANCES)
    if key in {"inlämnad", "datum-svar"} and not _is_date(value):
        return "skriv datum som 2026-11-21"
    return None


def _is_date(value: str) -> bool:
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True
