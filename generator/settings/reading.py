"""The YAML of the configuration as values with lines; every fault is a finding at its file and line."""

from __future__ import annotations

import datetime
import difflib
import re
import unicodedata
from typing import Final

import yaml

from generator.findings import found
from generator.model import Finding
from generator.yamltree import Refused, compose

_LIMIT: Final = 1_000_000  # characters of a configuration file
_NULL: Final = "tag:yaml.org,2002:null"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
NONE: Final = ("inga", "inget", "ingen")  # how people say that a list is empty


def load(text: str | None, file: str, findings: list[Finding]) -> yaml.Node | None:
    """The YAML tree of ``text`` with its line marks; None, with a finding, if it cannot be read or uses aliases."""
    if text is None or not text.strip():
        return None
    try:
        return compose(text, _LIMIT)
    except Refused as refused:
        findings.append(found("F401", file, (refused.line or 0) + 1, why=refused.why))
        return None


def pairs(node: yaml.Node, file: str, findings: list[Finding]) -> list[tuple[str, yaml.Node, int]]:
    """The (key, value, line) of a mapping, each key once; empty, with a finding, for anything else."""
    if not isinstance(node, yaml.MappingNode):
        findings.append(found("F401", file, line_of(node), why="här väntades ”nyckel: värde”"))
        return []
    made: dict[str, tuple[str, yaml.Node, int]] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            findings.append(found("F401", file, line_of(key), why="en nyckel ska vara ett ord, inte en lista"))
            continue
        name = _composed(key.value).strip()
        if name in made:
            findings.append(found("F410", file, line_of(key), key=name, first=f"på rad {made[name][2]}"))
        else:
            made[name] = (name, value, line_of(key))
    return list(made.values())


def known_pairs(
    node: yaml.Node, known: tuple[str, ...], file: str, findings: list[Finding]
) -> list[tuple[str, yaml.Node, int]]:
    """The pairs of a mapping whose keys are ``known``; every other is a finding."""
    kept = []
    for key, value, line in pairs(node, file, findings):
        if key in known:
            kept.append((key, value, line))
        else:
            findings.append(unknown_key(key, known, file, line))
    return kept


def rows(node: yaml.Node, key: str, file: str, findings: list[Finding]) -> list[yaml.Node]:
    """The rows of a file's one list, which stands under ``key`` or alone."""
    if isinstance(node, yaml.MappingNode):
        under = known_pairs(node, (key,), file, findings)
        if not under:
            return []
        node = under[0][1]
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if not is_empty(node):
        findings.append(found("F401", file, line_of(node), why=f"här väntades en lista under ”{key}:”"))
    return []


def unknown_key(key: str, known: tuple[str, ...], file: str, line: int) -> Finding:
    """The finding for a key that does not exist, with the nearest that does."""
    return found("F402", file, line, key=key, guess=guess(key, known))


def guess(word: str, known: tuple[str, ...]) -> str:
    """ " Menade du ”…”?" with the nearest of ``known``; "" where none is near."""
    lower = {one.lower(): one for one in known}
    near = difflib.get_close_matches(word.lower(), tuple(lower), 1, 0.6)
    return f" Menade du ”{lower[near[0]]}”?" if near else ""


def scalar(node: yaml.Node) -> str | None:
    """The text of a plain value; None for lists, mappings and an empty value."""
    return str(node.value).strip() or None if isinstance(node, yaml.ScalarNode) else None


def texts_of(node: yaml.Node) -> tuple[str, ...]:
    """The texts of a list of plain values; a single value counts as a list of one."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(text for item in nodes if (text := scalar(item)))


def text_of(node: yaml.Node, key: str, file: str, findings: list[Finding]) -> str:
    """The text of a plain value on one line; "" for an empty one, and with a finding for a list or a mapping."""
    if not isinstance(node, yaml.ScalarNode):
        findings.append(found("F403", file, line_of(node), key=key, why="här väntades en text, inte en lista eller fler nycklar"))
        return ""
    return "" if node.tag == _NULL else " ".join(_composed(node.value).split())


def list_of(node: yaml.Node, key: str, file: str, findings: list[Finding]) -> tuple[str, ...]:
    """The texts of a list, each on one line; a single value is a list of one, and what is no text is a finding."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(text for one in nodes if (text := text_of(one, key, file, findings)))


def day_of(node: yaml.Node, key: str, file: str, findings: list[Finding]) -> str:
    """A day as ISO; "" with a finding for what is none in the calendar."""
    text = text_of(node, key, file, findings)
    if text and not is_day(text):
        findings.append(found("F403", file, line_of(node), key=key, why=f"”{text}” är ingen dag; skriv åååå-mm-dd, till exempel 2026-11-21"))
        return ""
    return text


def is_day(text: str) -> bool:
    """Whether ``text`` is a day of the calendar written as 2026-11-21."""
    if not _DAY.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_empty(node: yaml.Node) -> bool:
    """Whether nothing is written where the value should be: no sign at all, or "null" and "~" as YAML has it."""
    return isinstance(node, yaml.ScalarNode) and (node.tag == _NULL or scalar(node) is None)


def says_none(node: yaml.Node) -> bool:
    """Whether it is said aloud that there is nothing: an empty list, or "inga"."""
    if isinstance(node, yaml.SequenceNode):
        return not node.value
    return (scalar(node) or "").lower() in NONE


def line_of(node: yaml.Node) -> int:
    """The line, from 1, on which a node begins."""
    return int(node.start_mark.line) + 1


def _composed(text: object) -> str:
    """``text`` with its accents as one sign with their letters: some keyboards and file systems write å as a and a ring."""
    return unicodedata.normalize("NFC", str(text))
