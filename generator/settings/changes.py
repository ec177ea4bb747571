"""``changes.yml``: what staff tell about pages that came, were corrected, were taken out or moved."""

from __future__ import annotations

import re
from typing import Final

import yaml

from generator.findings import found
from generator.model import Change, ChangeKind, Finding
from generator.settings.reading import day_of, guess, known_pairs, line_of, rows, text_of

CHANGE_KEYS: Final = ("datum", "slag", "vad", "skäl", "till")
CHANGE_KINDS: Final[dict[str, ChangeKind]] = {
    "tillkom": "added",
    "rättad": "corrected",
    "borttagen": "withdrawn",
    "flyttad": "moved",
}
_FILE: Final = "changes.yml"
_PLACE: Final = re.compile(r"/?[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*/?")  # an id or an address of a page
_HOW: Final = "skriv det som står efter sajtens adress, till exempel /motioner/ks-2024-1/"


def changes_of(node: yaml.Node, findings: list[Finding], site: str = "") -> tuple[Change, ...]:
    """The rows of ``changes.yml`` as they stand; a row that is not whole is left out, with a finding.

    An address that begins with that of the ``site`` is taken without it.
    """
    made = [change for row in rows(node, "ändringar", _FILE, findings) if (change := _change(row, findings, site))]
    moved: dict[str, Change] = {}
    kept = []
    for change in made:
        if change.kind == "moved":
            old, new = _key(change.what), _key(change.to)
            why = ""
            if old == new:
                why = "sidan flyttas till sin egen adress"
            elif old in moved:
                why = f"”{change.what}” flyttas också på rad {moved[old].line}"
            elif _leads(new, old, moved):
                why = "flyttarna leder i en ring"
            if why:
                findings.append(found("F403", _FILE, change.line, key="till", why=why))
                continue
            moved[old] = change
        kept.append(change)
    return tuple(kept)


def _change(row: yaml.Node, findings: list[Finding], site: str) -> Change | None:
    line = line_of(row)
    before = len(findings)
    said: dict[str, str] = {}
    for key, value, _ in known_pairs(row, CHANGE_KEYS, _FILE, findings):
        said[key] = day_of(value, key, _FILE, findings) if key == "datum" else text_of(value, key, _FILE, findings)
    if len(findings) > before:
        return None
    for key in ("vad", "till"):
        if site and said.get(key, "").startswith(site):
            said[key] = "/" + said[key].removeprefix(site)
    kind = CHANGE_KINDS.get(said.get("slag", ""))
    faults: list[tuple[str, str]] = [
        (key, f"ändringen saknar ”{key}”; {how}")
        for key, how in (
            ("datum", "skriv dagen, till exempel 2026-11-21"),
            ("slag", f"välj bland {', '.join(CHANGE_KINDS)}"),
            ("vad", _HOW),
            ("skäl", "skriv med en mening varför"),
        )
        if not said.get(key)
    ]
    if said.get("slag") and kind is None:
        near = guess(said["slag"], tuple(CHANGE_KINDS)).strip()
        faults.append(("slag", f"”{said['slag']}” {f'({near}) ' if near else ''}är inget av {', '.join(CHANGE_KINDS)}"))
    if kind == "moved":
        if not said.get("till"):
            faults.append(("till", f"en flyttad sida behöver ”till”; {_HOW}"))
        faults += [
            (key, f"”{said[key]}” är ingen adress i arkivet; {_HOW}")
            for key in ("vad", "till")
            if said.get(key) and not _PLACE.fullmatch(said[key])
        ]
    elif kind and said.get("till"):
        faults.append(("till", "bara en flyttad sida har ”till”"))
    findings += [found("F403", _FILE, line, key=key, why=why) for key, why in faults]
    if faults or kind is None:
        return None
    return Change(said["datum"], kind, said["vad"], said["skäl"], said.get("till", ""), line)


def _key(place: str) -> str:
    """An id and the address of its page as one: ``ks-2024-1`` and ``/motioner/ks-2024-1/``."""
    return place.strip("/").removeprefix("motioner/")


def _leads(start: str, goal: str, moved: dict[str, Change]) -> bool:
    """Whether what is moved already takes a reader from ``start`` to ``goal``; ``moved`` has no ring."""
    while start in moved:
        start = _key(moved[start].to)
        if start == goal:
            return True
    return False
