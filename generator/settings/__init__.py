"""``site_config/*.yml`` → ``Settings``; every error names its file and line, and the nearest key that exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generator.model import Finding, Settings
from generator.reach import report_prefix as _prefix
from generator.settings.bodies import BODY_KEYS, bodies_of, terms_of
from generator.settings.changes import CHANGE_KEYS, CHANGE_KINDS, changes_of
from generator.settings.checked import checked, too_old
from generator.settings.licences import LICENCE_KEYS, LICENCES
from generator.settings.reading import line_of, load, pairs, scalar, texts_of, unknown_key
from generator.settings.site import SITE_KEYS, site_of
from generator.settings.statement import COMPLIANCE, FAILURE_KEYS, STATEMENT_KEYS

FILES: Final = ("site.yml", "bodies.yml", "terms.yml", "changes.yml")

__all__ = [
    "BODY_KEYS",
    "CHANGE_KEYS",
    "CHANGE_KINDS",
    "COMPLIANCE",
    "FAILURE_KEYS",
    "FILES",
    "LICENCES",
    "LICENCE_KEYS",
    "SITE_KEYS",
    "STATEMENT_KEYS",
    "checked",
    "line_of",
    "load",
    "pairs",
    "read_settings",
    "report_prefix",
    "scalar",
    "texts_of",
    "too_old",
    "unknown_key",
]


def read_settings(texts: Mapping[str, str | None]) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings in the files' ``texts`` by name (None: the file is missing, which is allowed), and what is wrong.

    Any finding means that the configuration must be mended before a build. What is left out is no finding here: see ``checked``.
    """
    findings: list[Finding] = []
    settings = Settings()
    site = load(texts.get("site.yml"), "site.yml", findings)
    if site is not None:
        settings = site_of(site, settings, findings)
    bodies = load(texts.get("bodies.yml"), "bodies.yml", findings)
    if bodies is not None:
        settings = replace(settings, bodies=bodies_of(bodies, findings))
    terms = load(texts.get("terms.yml"), "terms.yml", findings)
    if terms is not None:
        settings = replace(settings, terms=terms_of(terms, findings))
    changes = load(texts.get("changes.yml"), "changes.yml", findings)
    if changes is not None:
        settings = replace(settings, changes=changes_of(changes, findings, settings.address))
    return settings, tuple(findings)


def report_prefix(settings: Settings) -> str:
    """What comes before a page's address, percent-encoded, in the link that reports a fault; "" where the settings name no way."""
    return _prefix(settings.report, settings.site_name)
