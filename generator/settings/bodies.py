"""``bodies.yml`` and ``terms.yml``: the register of bodies and the words that always have a page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, get_args

import yaml

from generator.addresses import slug
from generator.findings import found
from generator.model import Body, BodyKind, Finding
from generator.settings.reading import day_of, known_pairs, line_of, list_of, rows, text_of

BODY_KEYS: Final = ("namn", "slag", "alias", "förvaltningar", "serier", "efterträdare", "från", "kommun")
_LISTS: Final = ("alias", "förvaltningar", "serier")
_KINDS: Final[tuple[BodyKind, ...]] = get_args(BodyKind)
_FILE: Final = "bodies.yml"


def bodies_of(node: yaml.Node, findings: list[Finding]) -> tuple[Body, ...]:
    """The register of ``bodies.yml``; a body that cannot be used is left out, with a finding."""
    bodies: list[Body] = []
    successors: dict[str, tuple[str, int]] = {}
    for row in rows(node, "instanser", _FILE, findings):
        made = _row(row, findings)
        line = line_of(row)
        if not made.get("namn"):
            findings.append(found("F403", _FILE, line, key="namn", why="instansen saknar namn"))
            continue
        said = made.get("slag") or "other"
        kind = next((one for one in _KINDS if one == said), None)
        if kind is None:
            findings.append(found("F403", _FILE, line, key="slag", why=f"”{said}” är inget av {', '.join(_KINDS)}"))
            kind = "other"
        body = Body(
            slug(made["namn"]), made["namn"], kind, made["alias"], made["förvaltningar"],
            tuple(series.upper() for series in made["serier"]), successor_from=made.get("från"), municipality=made.get("kommun"),
        )  # fmt: skip
        if any(other.id == body.id for other in bodies):
            findings.append(found("F403", _FILE, line, key="namn", why=f"”{body.name}” står två gånger"))
            continue
        if made.get("efterträdare"):
            successors[body.id] = (slug(made["efterträdare"]), line)
        bodies.append(body)
    ids = {body.id for body in bodies}
    for one, (other, line) in successors.items():
        if other not in ids or other == one:
            findings.append(found("F403", _FILE, line, key="efterträdare", why="instansen finns inte i registret"))
            successors[one] = ("", line)
    return tuple(replace(body, successor=successors.get(body.id, ("", 0))[0] or None) for body in bodies)


def terms_of(node: yaml.Node, findings: list[Finding]) -> tuple[str, ...]:
    """The words of ``terms.yml``, each once."""
    found_terms = (text_of(row, "begrepp", "terms.yml", findings) for row in rows(node, "begrepp", "terms.yml", findings))
    return tuple(dict.fromkeys(term for term in found_terms if term))


def _row(row: yaml.Node, findings: list[Finding]) -> dict[str, Any]:
    made: dict[str, Any] = dict.fromkeys(_LISTS, ())
    for key, value, _ in known_pairs(row, BODY_KEYS, _FILE, findings):
        if key in _LISTS:
            made[key] = list_of(value, key, _FILE, findings)
        elif key == "från":
            made[key] = day_of(value, key, _FILE, findings) or None
        else:
            made[key] = text_of(value, key, _FILE, findings) or None
    return made
