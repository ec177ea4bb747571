"""``site_config/*.yml`` → ``Settings``; every error names its file and line, and the nearest key that exists."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

import yaml

from generator.addresses import slug
from generator.findings import found
from generator.model import Body, BodyKind, Finding, Settings
from generator.yamltree import Refused, compose

SITE_KEYS = {
    "namn": "site_name",
    "kommun": "municipality",
    "adress": "address",
    "kontakt": "contact",
    "utgivare": "publisher",
    "ingress": "introduction",
    "exempel": "examples",
}
BODY_KEYS = ("namn", "slag", "alias", "förvaltningar", "serier", "efterträdare", "från", "kommun")
FILES = ("site.yml", "bodies.yml", "terms.yml")
_BODY_KINDS: tuple[BodyKind, ...] = get_args(BodyKind)
_LIMIT = 1_000_000  # characters of a configuration file


def read_settings(texts: Mapping[str, str | None]) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings in the files' ``texts`` by name (None: the file is missing, which is allowed), and what is wrong.

    Any finding of severity error means that the configuration must be mended before a build.
    """
    findings: list[Finding] = []
    settings = Settings()
    site = load(texts.get("site.yml"), "site.yml", findings)
    if site is not None:
        settings = _site(site, settings, findings)
    bodies = load(texts.get("bodies.yml"), "bodies.yml", findings)
    if bodies is not None:
        settings = replace(settings, bodies=_bodies(bodies, findings))
    terms = load(texts.get("terms.yml"), "terms.yml", findings)
    if terms is not None:
        settings = replace(settings, terms=_terms(terms, findings))
    return settings, tuple(findings)


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
    """The (key, value, line) of a mapping; empty, with a finding, for anything else."""
    if not isinstance(node, yaml.MappingNode):
        findings.append(found("F401", file, line_of(node), why="här väntades ”nyckel: värde”"))
        return []
    return [
        (str(key.value).strip(), value, line_of(key))
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode)
    ]


def unknown_key(key: str, known: tuple[str, ...], file: str, line: int) -> Finding:
    """The finding for a key that does not exist, with the nearest that does."""
    near = difflib.get_close_matches(key, known, 1, 0.6)
    return found("F402", file, line, key=key, guess=f" Menade du ”{near[0]}”?" if near else "")


def scalar(node: yaml.Node) -> str | None:
    """The text of a plain value; None for lists, mappings and an empty value."""
    return str(node.value).strip() or None if isinstance(node, yaml.ScalarNode) else None


def texts_of(node: yaml.Node) -> tuple[str, ...]:
    """The texts of a list of plain values; a single value counts as a list of one."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(text for item in nodes if (text := scalar(item)))


def line_of(node: yaml.Node) -> int:
    """The line, from 1, on which a node begins."""
    return int(node.start_mark.line) + 1


def _site(node: yaml.Node, settings: Settings, findings: list[Finding]) -> Settings:
    made: dict[str, Any] = {}
    for key, value, line in pairs(node, "site.yml", findings):
        if key not in SITE_KEYS:
            findings.append(unknown_key(key, tuple(SITE_KEYS), "site.yml", line))
        elif key == "exempel":
            made["examples"] = texts_of(value)
        elif (text := scalar(value)) is not None:
            if key == "adress" and not text.startswith(("https://", "http://")):
                findings.append(found("F403", "site.yml", line, key=key, why="adressen ska börja med https://"))
            made[SITE_KEYS[key]] = text.rstrip("/") + "/" if key == "adress" else " ".join(text.split())
    return replace(settings, **made)


def _bodies(node: yaml.Node, findings: list[Finding]) -> tuple[Body, ...]:
    bodies: list[Body] = []
    successors: dict[str, tuple[str, int]] = {}
    for row in _list(node, "instanser", "bodies.yml", findings):
        made: dict[str, Any] = {"alias": (), "förvaltningar": (), "serier": ()}
        for key, value, line in pairs(row, "bodies.yml", findings):
            if key not in BODY_KEYS:
                findings.append(unknown_key(key, BODY_KEYS, "bodies.yml", line))
            else:
                made[key] = texts_of(value) if key in {"alias", "förvaltningar", "serier"} else scalar(value)
        line = line_of(row)
        if not made.get("namn"):
            findings.append(found("F403", "bodies.yml", line, key="namn", why="instansen saknar namn"))
            continue
        said = made.get("slag") or "other"
        kind = next((one for one in _BODY_KINDS if one == said), None)
        if kind is None:
            kinds = ", ".join(_BODY_KINDS)
            findings.append(found("F403", "bodies.yml", line, key="slag", why=f"”{said}” är inget av {kinds}"))
            kind = "other"
        body = Body(
            slug(made["namn"]), made["namn"], kind, made["alias"], made["förvaltningar"],
            tuple(series.upper() for series in made["serier"]), successor_from=made.get("från"), municipality=made.get("kommun"),
        )  # fmt: skip
        if any(other.id == body.id for other in bodies):
            findings.append(found("F403", "bodies.yml", line, key="namn", why=f"”{body.name}” står två gånger"))
            continue
        if made.get("efterträdare"):
            successors[body.id] = (slug(made["efterträdare"]), line)
        bodies.append(body)
    ids = {body.id for body in bodies}
    for one, (other, line) in successors.items():
        if other not in ids or other == one:
            findings.append(found("F403", "bodies.yml", line, key="efterträdare", why="instansen finns inte i registret"))
            successors[one] = ("", line)
    return tuple(replace(body, successor=successors.get(body.id, ("", 0))[0] or None) for body in bodies)


def _terms(node: yaml.Node, findings: list[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for row in _list(node, "begrepp", "terms.yml", findings) if (text := scalar(row))))


def _list(node: yaml.Node, key: str, file: str, findings: list[Finding]) -> list[yaml.Node]:
    """The rows of a list, which stands under ``key`` or alone."""
    if isinstance(node, yaml.MappingNode):
        for name, value, line in pairs(node, file, findings):
            if name == key:
                node = value
            else:
                findings.append(unknown_key(name, (key,), file, line))
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if not (isinstance(node, yaml.ScalarNode) and not node.value):
        findings.append(found("F401", file, line_of(node), why=f"här väntades en lista under ”{key}:”"))
    return []
