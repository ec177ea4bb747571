"""``site.yml``: what the archive is called, whose it is, and what is said of it to its readers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import yaml

from generator.findings import found
from generator.model import Finding, Settings
from generator.reach import is_mail, is_web
from generator.settings.licences import licence_of
from generator.settings.reading import known_pairs, list_of, text_of
from generator.settings.statement import statement_of

SITE_KEYS: Final[dict[str, str]] = {
    "namn": "site_name",
    "kommun": "municipality",
    "adress": "address",
    "kontakt": "contact",
    "utgivare": "publisher",
    "ingress": "introduction",
    "exempel": "examples",
    "licens": "licence",
    "felanmälan": "report",
    "personuppgiftsansvarig": "controller",
    "dataskyddsombud": "data_protection",
    "tillgänglighet": "accessibility",
}
_FILE: Final = "site.yml"


def site_of(node: yaml.Node, settings: Settings, findings: list[Finding]) -> Settings:
    """``settings`` with what ``site.yml`` says; where no way to report is given, the contact is one if it can be linked."""
    made: dict[str, Any] = {}
    for key, value, line in known_pairs(node, tuple(SITE_KEYS), _FILE, findings):
        if key == "exempel":
            made["examples"] = list_of(value, key, _FILE, findings)
        elif key == "licens":
            made["licence"] = licence_of(value, _FILE, findings)
        elif key == "tillgänglighet":
            made["accessibility"] = statement_of(value, line, findings)
        elif text := text_of(value, key, _FILE, findings):
            if key == "adress":
                if not text.startswith(("https://", "http://")):
                    findings.append(found("F403", _FILE, line, key=key, why="adressen ska börja med https://"))
                text = text.rstrip("/") + "/"
            elif key == "felanmälan" and not (is_mail(text) or is_web(text)):
                why = f"”{text}” är varken en e-postadress eller adressen till ett formulär, som börjar med https://"
                findings.append(found("F403", _FILE, line, key=key, why=why))
            made[SITE_KEYS[key]] = text
    settings = replace(settings, **made)
    if not settings.report and (is_mail(settings.contact) or is_web(settings.contact)):
        settings = replace(settings, report=settings.contact)
    return settings
