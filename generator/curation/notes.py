"""Reading ``case.yml``: each thing an editor states as rows of curated facts, each fault at its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import yaml

from generator.curation.keys import CASE, CASE_KEYS, DAY, FILE, FILE_KEYS, FILES, REASON, ROW_DAY, VALUE, Key, named
from generator.curation.values import ABSENT, day
from generator.findings import found
from generator.model import Fact, Finding, Place, Status
from generator.settings import line_of, load, unknown_key
from generator.settings import scalar as plain

CASE_FILE = "case.yml"
_CUT = re.compile(r"\s+#\w")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing an editor states: as a fact, and where it has parts of its own, each of them by its key."""

    fact: Fact
    parts: Mapping[str, Fact] = field(default_factory=dict)


Words = Mapping[str, tuple[Row, ...]]
_Entries = list[tuple[str, yaml.Node, int]]


@dataclass(frozen=True, slots=True)
class CaseNote:
    """What an editor states in one ``case.yml``. ``folder`` ends with "/" or is empty.

    ``files`` are by full source path, with "#" and a part of the file after it where only that part is meant.
    """

    folder: str
    case: Words
    files: Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class _Why:
    """The reason and the day that hold for what stands under them, "" where nothing is said."""

    reason: str = ""
    date: str = ""


@dataclass(slots=True)
class _Reader:
    file: str
    lines: list[str]
    findings: list[Finding]

    def fault(self, code: str, line: int, **words: str) -> None:
        self.findings.append(found(code, self.file, line, **words))

    def entries(self, node: yaml.Node) -> _Entries:
        """The (key, value, line) of a mapping, each key once; empty, with a finding, for anything else."""
        if not isinstance(node, yaml.MappingNode):
            self.fault("F401", line_of(node), why="här väntades ”nyckel: värde”")
            return []
        made: dict[str, tuple[str, yaml.Node, int]] = {}
        for key, value in node.value:
            name = scalar(key)
            if name is None:
                self.fault("F401", line_of(key), why="en nyckel ska vara ett ord, inte en lista och inte tom")
            elif name in made:
                self.fault("F410", line_of(key), key=name, first=f"på rad {made[name][2]}")
            else:
                made[name] = (name, value, line_of(key))
        return list(made.values())

    def why(self, entries: _Entries, above: _Why, day_key: str = DAY) -> _Why:
        """The reason and the day among ``entries``; what they leave out holds from ``above``."""
        said = {name: (scalar(value), line) for name, value, line in entries}
        reason, _ = said.get(REASON, (None, 0))
        date, line = said.get(day_key, (None, 0))
        if date and (wrong := day(date)):
            self.fault("F403", line, key=day_key, why=wrong)
            date = None
        return _Why(_folded(reason or "") or above.reason, date or above.date)

    def words(self, entries: _Entries, keys: tuple[Key, ...], known: tuple[str, ...], why: _Why) -> Words:
        """What ``entries`` state, by key; keys that are not ``known`` are findings."""
        made: dict[str, tuple[Row, ...]] = {}
        for name, node, line in entries:
            key = named(keys, name)
            if key is None:
                if name not in known:
                    self.findings.append(unknown_key(name, known, self.file, line))
                continue
            rows = self.numbered(key, node, line, why) if key.numbered else self.rows(key, node, line, why)
            if rows:
                made[name] = tuple(rows)
        if not why.reason and any(not row.fact.reason for rows in made.values() for row in rows):
            self.fault("F403", entries[0][2], key=REASON, why="skriv varför uppgiften anges")
        return made

    def rows(self, key: Key, node: yaml.Node, line: int, why: _Why) -> list[Row]:
        """The rows that a key's value gives: one, or those of a list; the value may lie under "värde" with its own reason."""
        wrapped = self.wrapped(node)
        if wrapped is not None:
            value, entries = wrapped
            self.strange(entries, (VALUE, REASON, DAY))
            return self.rows(key, value, line, self.why(entries, why))
        if isinstance(node, yaml.SequenceNode):
            if not key.many:
                self.fault("F403", line, key=key.name, why="här väntades ett värde, inte en lista")
                return []
            if not node.value:
                self.fault("F403", line, key=key.name, why="listan är tom")
            rows = [row for item in node.value for row in self.item(key, item, line_of(item), why)]
            if len(node.value) > 1 and any(row.fact.value == ABSENT for row in rows):
                self.fault("F403", line, key=key.name, why=f"”{ABSENT}” kan inte stå bland andra värden")
                return []
            return rows
        return self.item(key, node, line, why)

    def item(self, key: Key, node: yaml.Node, line: int, why: _Why) -> list[Row]:
        wrapped = self.wrapped(node)
        if wrapped is not None:
            value, entries = wrapped
            self.strange(entries, (VALUE, REASON, DAY))
            return self.item(key, value, line, self.why(entries, why))
        if isinstance(node, yaml.MappingNode):
            return self.parted(key, node, line, why)
        value_text = scalar(node)
        if isinstance(node, yaml.SequenceNode):
            self.fault("F403", line, key=key.name, why="här väntades ett värde, inte en lista i listan")
        elif value_text is None:
            self.fault("F403", line, key=key.name, why="värdet är tomt; sätt citattecken om det börjar med #, [ eller {")
        elif self.cut(node):
            self.fault("F403", line, key=key.name, why="det som står efter # läses inte; sätt citattecken om hela värdet")
        elif key.whole:
            parts = ", ".join(part.name for part in key.parts)
            self.fault("F403", line, key=key.name, why=f"skriv raden med nycklarna {parts}")
        elif wrong := key.wrong(_folded(value_text)):
            self.fault("F403", line, key=key.name, why=wrong)
        else:
            return [Row(self.fact(key.name, _folded(value_text), line, why))]
        return []

    def parted(self, key: Key, node: yaml.Node, line: int, why: _Why) -> list[Row]:
        """A row of several parts, each under its own key."""
        entries = self.entries(node)
        own_day = any(part.name == DAY for part in key.parts)
        day_key = ROW_DAY if own_day else DAY
        if not key.parts:
            self.fault("F403", line, key=key.name, why=f"här väntades ett värde, eller {VALUE}, {REASON} och {DAY}")
            return []
        self.strange(entries, (*(part.name for part in key.parts), REASON, day_key))
        why = self.why(entries, why, day_key)
        parts: dict[str, Fact] = {}
        for name, value, at in entries:
            part = named(key.parts, name)
            if part is None:
                continue
            rows = self.item(part, value, at, why)
            if rows:
                parts[name] = rows[0].fact
        lost = [name for name in key.needs if name not in parts]
        if lost:
            if all(name not in {entry[0] for entry in entries} for name in lost):
                self.fault("F403", line, key=key.name, why=f"raden saknar {' och '.join(lost)}")
            return []
        shown = ", ".join(f"{name} {fact.value}" for name, fact in parts.items())
        return [Row(self.fact(key.name, parts[key.parts[0].name].value, line, why, shown), parts)]

    def numbered(self, key: Key, node: yaml.Node, line: int, why: _Why) -> list[Row]:
        """A value for each number: a row whose part "nummer" is the number."""
        if not isinstance(node, yaml.MappingNode):
            self.fault("F403", line, key=key.name, why="skriv varje yrkandes nummer med sitt värde, till exempel 1: tillstyrker")
            return []
        made = []
        for name, value, at in self.entries(node):
            if not (name.isascii() and name.isdigit() and int(name)):
                self.fault("F403", at, key=key.name, why=f"”{name}” är inget nummer på ett yrkande")
                continue
            for row in self.item(key, value, at, why):
                number = self.fact("nummer", str(int(name)), at, why)
                made.append(Row(self.fact(f"yrkande {int(name)}", row.fact.value, at, _Why(row.fact.reason or "", row.fact.date or "")), {"nummer": number}))
        return made

    def cut(self, node: yaml.Node) -> bool:
        """Whether "#" with a word or a figure right after it cut off the end of a value, as in "KS 2021/45 #3"."""
        at = node.end_mark
        return at.line < len(self.lines) and _CUT.match(self.lines[at.line][at.column :]) is not None

    def wrapped(self, node: yaml.Node) -> tuple[yaml.Node, _Entries] | None:
        """The value and the entries of a mapping that has its value under "värde"; None for anything else."""
        if not isinstance(node, yaml.MappingNode) or not any(scalar(key) == VALUE for key, _ in node.value):
            return None
        entries = self.entries(node)
        return next(value for name, value, _ in entries if name == VALUE), entries

    def strange(self, entries: _Entries, known: tuple[str, ...]) -> None:
        """A finding for each key that is not among ``known``."""
        self.findings += [unknown_key(name, known, self.file, line) for name, _, line in entries if name not in known]

    def fact(self, key: str, value: str, line: int, why: _Why, shown: str = "") -> Fact:
        return Fact(
            value, Status.CURATED, f"{key}: {shown or value}", Place(self.file, None, line), reason=why.reason or None, date=why.date or None
        )


def read_notes(texts: Mapping[str, str], sources: Collection[str]) -> tuple[tuple[CaseNote, ...], tuple[Finding, ...]]:
    """The notes in the ``case.yml`` ``texts`` by path; ``sources`` are the files there are, so that a lost one is found.

    What is wrong is a finding at its line and gives no fact; the rest of the file holds.
    """
    findings: list[Finding] = []
    notes: list[CaseNote] = []
    for file in sorted(texts):
        node = load(texts[file], file, findings)
        if node is not None:
            notes.append(_note(_Reader(file, texts[file].splitlines(), findings), node, sources))
    return tuple(notes), tuple(findings)


def facts(words: Words) -> dict[str, Fact]:
    """What is said under each key; of several values the first."""
    return {key: rows[0].fact for key, rows in words.items()}


def _note(reader: _Reader, node: yaml.Node, sources: Collection[str]) -> CaseNote:
    folder = reader.file.removesuffix(CASE_FILE)
    entries = reader.entries(node)
    why = reader.why(entries, _Why())
    case = reader.words(entries, CASE, CASE_KEYS, why)
    files: dict[str, Words] = {}
    for key, value, _ in entries:
        if key != FILES:
            continue
        for name, stated, line in reader.entries(value):
            whole, _, part = name.rpartition("#") if folder + name not in sources else (name, "", "")
            if folder + whole not in sources:
                reader.fault("F404", line, name=name)
                continue
            target = folder + whole + (f"#{part.strip()}" if part.strip() else "")
            rows = reader.entries(stated)
            files[target] = reader.words(rows, FILE, FILE_KEYS, reader.why(rows, why))
    return CaseNote(folder, case, files)


def scalar(node: yaml.Node) -> str | None:
    """The text of a plain value; None for lists, mappings, an empty value and "~"."""
    return None if node.tag == "tag:yaml.org,2002:null" else plain(node)


def _folded(value: str) -> str:
    return " ".join(value.split())
