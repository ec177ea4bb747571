"""The accessibility statement in ``site.yml``: its parts, and which of them are missing.

The parts are those that the model statement of (EU) 2018/1523 and the agency's rules under the act on accessibility to digital public
service (2018:1937) ask for. A part that is left out is no error here: ``checked`` says what it means for the build.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

import yaml

from generator.findings import found
from generator.model import Accessibility, Compliance, Failure, Finding
from generator.settings.reading import day_of, guess, is_empty, known_pairs, line_of, list_of, says_none, text_of

# Every part, with the words that show staff how it is written.
PARTS: Final[dict[str, str]] = {
    "aktör": "aktör: Ekviks kommun",
    "tjänst": "tjänst: Ekviks motionsarkiv",
    "förenlighet": "förenlighet: delvis (eller helt, eller inte)",
    "bedömd": "bedömd: 2026-11-21",
    "metod": "metod: Egen kontroll med tangentbord, skärmläsare och automatiska prov",
    "uppdaterad": "uppdaterad: 2026-11-21",
    "brister": "brister: [] där det inte finns några, annars en lista där varje rad har vad och skäl",
    "undantag": "undantag: [] där inget innehåll är undantaget, annars en lista",
    "oskälig börda": "oskälig börda: [] där inga undantag görs, annars en lista",
    "kontakt": "kontakt: [08-123 45 00, registrator@ekvik.example]",
}
STATEMENT_KEYS: Final = (*PARTS, "giltighet")
FAILURE_KEYS: Final = ("vad", "skäl", "kriterium")
COMPLIANCE: Final[dict[str, Compliance]] = {"helt": "full", "delvis": "partial", "inte": "none"}
_FILE: Final = "site.yml"
_FIELDS: Final = {"aktör": "actor", "tjänst": "service", "metod": "method"}
_DAYS: Final = {"bedömd": "assessed", "uppdaterad": "updated"}
_LISTS: Final = {"undantag": "exempt", "oskälig börda": "burden"}
_WORD: Final = re.compile(r"\w")
_CRITERION: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){2,4}")
_LONGEST: Final = 120  # months


def statement_of(node: yaml.Node, line: int, findings: list[Finding]) -> Accessibility | None:
    """The statement under ``tillgänglighet``, which stands on ``line``; None for an empty one. Its ``missing`` names the parts left out."""
    if is_empty(node):
        return None
    made: dict[str, Any] = {}
    said: set[str] = set()
    before = len(findings)
    for key, value, at in known_pairs(node, STATEMENT_KEYS, _FILE, findings):
        if _unsaid(value):
            continue
        said.add(key)
        if key in _FIELDS:
            made[_FIELDS[key]] = text_of(value, key, _FILE, findings)
        elif key in _DAYS:
            made[_DAYS[key]] = day_of(value, key, _FILE, findings)
        elif key in _LISTS:
            made[_LISTS[key]] = () if says_none(value) else list_of(value, key, _FILE, findings)
        elif key == "förenlighet":
            made["compliance"] = _compliance(value, findings)
        elif key == "brister":
            made["failures"] = () if says_none(value) else _failures(value, findings)
        elif key == "kontakt":
            made["contacts"] = list_of(value, key, _FILE, findings)
            if says_none(value):
                said.discard(key)  # that there is no way to get in touch is no answer
                made["contacts"] = ()
        elif key == "giltighet":
            made["valid_months"] = _months(value, at, findings)
    missing = tuple(part for part in PARTS if part not in said)
    statement = replace(_EMPTY, **made, missing=missing, line=line)
    if len(findings) == before:
        findings += _contradictions(statement)
    return statement


_EMPTY: Final = Accessibility("", "", None, "", "", "", ())


def _unsaid(node: yaml.Node) -> bool:
    """Whether there is not one letter or digit in a part; an empty list is an answer, a list of nothing is none."""
    if isinstance(node, yaml.SequenceNode):
        return bool(node.value) and all(map(_unsaid, node.value))
    return is_empty(node) or (isinstance(node, yaml.ScalarNode) and not _WORD.search(node.value))


def _compliance(node: yaml.Node, findings: list[Finding]) -> Compliance | None:
    said = text_of(node, "förenlighet", _FILE, findings)
    made = COMPLIANCE.get(said.lower())
    if said and made is None:
        near = guess(said, tuple(COMPLIANCE)).strip()
        why = f"”{said}” {f'({near}) ' if near else ''}är inget av {', '.join(COMPLIANCE)}"
        findings.append(found("F403", _FILE, line_of(node), key="förenlighet", why=why))
    return made


def _failures(node: yaml.Node, findings: list[Finding]) -> tuple[Failure, ...]:
    rows = node.value if isinstance(node, yaml.SequenceNode) else [node]
    made = []
    for row in rows:
        if not isinstance(row, yaml.MappingNode):
            why = "varje brist skrivs med ”vad” och ”skäl”, och gärna ”kriterium”; finns inga brister, skriv []"
            findings.append(found("F403", _FILE, line_of(row), key="brister", why=why))
            continue
        said = {key: text_of(value, key, _FILE, findings) for key, value, _ in known_pairs(row, FAILURE_KEYS, _FILE, findings)}
        for key in ("vad", "skäl"):
            if not said.get(key):
                findings.append(found("F403", _FILE, line_of(row), key="brister", why=f"en brist saknar ”{key}”"))
        criteria = [one.strip() for one in said.get("kriterium", "").split(",") if one.strip()]
        if not all(_CRITERION.fullmatch(one) for one in criteria):
            why = f"”{said['kriterium']}” är inget kriterium; skriv dess nummer, till exempel 1.4.3"
            findings.append(found("F403", _FILE, line_of(row), key="kriterium", why=why))
        made.append(Failure(said.get("vad", ""), said.get("skäl", ""), ", ".join(criteria)))
    return tuple(made)


def _months(node: yaml.Node, line: int, findings: list[Finding]) -> int:
    said = text_of(node, "giltighet", _FILE, findings)
    if said.isascii() and said.isdecimal() and len(said) < 4 and 1 <= int(said) <= _LONGEST:
        return int(said)
    findings.append(found("F403", _FILE, line, key="giltighet", why=f"skriv ett antal månader, från 1 till {_LONGEST}"))
    return _EMPTY.valid_months


def _contradictions(statement: Accessibility) -> list[Finding]:
    """What the statement cannot say at once; only of parts that are there."""
    there = set(PARTS) - set(statement.missing)
    short = bool(statement.failures or statement.burden)
    faults = []
    if statement.compliance == "full" and short:
        faults.append(("förenlighet", "”helt” går inte ihop med de brister eller den oskäliga börda som anges; skriv ”delvis”"))
    if statement.compliance in {"partial", "none"} and {"brister", "oskälig börda"} <= there and not short:
        faults.append(("brister", "den som inte är helt förenlig måste ange vilka bristerna är"))
    if {"bedömd", "uppdaterad"} <= there and statement.updated < statement.assessed:
        faults.append(("uppdaterad", "redogörelsen är uppdaterad före bedömningen"))
    return [found("F403", _FILE, statement.line, key=key, why=why) for key, why in faults]
