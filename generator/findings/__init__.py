"""Findings: how one is made, how grave it is and how findings are rendered. Their kinds stand in ``kinds.py``.

A finding is made with ``found(code, …)``; nothing else builds one, so a code that is not in ``KINDS`` is a bug.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Literal

from generator.findings.kinds import KINDS, Kind
from generator.model import Finding, Place, Severity
from generator.places import where

__all__ = [
    "KINDS",
    "RENDERINGS",
    "Format",
    "Kind",
    "as_github",
    "as_json",
    "as_text",
    "forbids",
    "found",
    "found_at",
    "in_order",
    "severity",
    "shown",
]

Format = Literal["text", "json", "github"]


def found(code: str, file: str | None = None, line: int | None = None, **words: object) -> Finding:
    """A finding of the kind ``code`` at ``file`` and ``line``; KeyError for an unknown code or a word left out."""
    kind = KINDS[code]
    return Finding(code, file, line, kind.message.format(**words), kind.advice)


def found_at(code: str, place: Place, **words: object) -> Finding:
    """A finding of the kind ``code`` at a place in a source, with its page where the source has pages."""
    return replace(found(code, place.file, place.line, **words), page=place.page)


def severity(finding: Finding) -> Severity:
    """How grave a finding is: error, warning or note."""
    return KINDS[finding.code].severity


def forbids(finding: Finding, *, strict: bool = False) -> bool:
    """Whether the site must stay as it was: by the kind of finding or, with ``strict``, for any error or warning."""
    kind = KINDS[finding.code]
    return kind.forbids or (strict and kind.severity != "note")


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file, line and code, each once."""
    return tuple(sorted(set(findings), key=lambda f: (f.file or "", f.page or 0, f.line or 0, f.code, f.message)))


# --- renderings ---------------------------------------------------------------------------------------------------


def shown(path: str) -> str:
    """A path for people: characters that have no form of their own (a newline, a broken byte) become �."""
    return "".join(char if char.isprintable() and not "\ud800" <= char <= "\udfff" else "�" for char in path)


def as_text(findings: Iterable[Finding]) -> str:
    """One line a finding: "file:12: F203 message advice", or "file, s. 2, rad 12: …" where the file has pages."""
    return "".join(f"{_where(finding)}{finding.code} {finding.message} {finding.advice}\n" for finding in findings)


def as_json(findings: Iterable[Finding]) -> str:
    """The contract's list of objects; a place in a format with pages has its page too."""
    rows = [
        {
            "code": finding.code,
            "severity": severity(finding),
            "file": None if finding.file is None else shown(finding.file),
            "line": finding.line,
            "message": finding.message,
            "advice": finding.advice,
        }
        | ({} if finding.page is None else {"page": finding.page})
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_github(findings: Iterable[Finding]) -> str:
    """Workflow commands, which the forge shows beside the lines they speak of."""
    levels = {"error": "error", "warning": "warning", "note": "notice"}
    return "".join(
        f"::{levels[severity(finding)]} file={_escaped(shown(finding.file or ''), name=True)},line={finding.line if finding.line and finding.page is None else 1},"
        f"title={finding.code}::{_escaped(f'{finding.message} {finding.advice}')}\n"
        for finding in findings
    )


RENDERINGS: dict[Format, Callable[[Iterable[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def _where(finding: Finding) -> str:
    if finding.file is None:
        return ""
    if finding.page is not None:
        return f"{shown(finding.file)}, {where(Place(finding.file, finding.page, finding.line))}: "
    line = f":{finding.line}" if finding.line else ""
    return f"{shown(finding.file)}{line}: "


def _escaped(text: str, *, name: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if name else text
