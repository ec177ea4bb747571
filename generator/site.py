"""Runs MkDocs on the generated folder. Nobody else knows that it is MkDocs that builds the pages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import yaml

from generator.files import package_names, read_text, write_text
from generator.findings import found
from generator.model import Finding, Settings
from generator.styles import trimmed

_WARNING = re.compile(r"^WARNING\s+-\s+(?P<what>.*)$", re.MULTILINE)
_LEFT_OVER = ("sitemap.xml", "sitemap.xml.gz")  # MkDocs dates them by the clock; the archive writes its own
_THEME = "templates/"  # where Material keeps what it publishes
_STYLES_FOLDER = "assets/stylesheets"
_STYLES = ("main", "palette")  # Material's stylesheets, in the order they are to be read
_TIME_LIMIT = 3600  # seconds; 10,000 responses take less than one minute


def write_config(base: Path, theme: Path, config: Path, pages: Path, site: Path, settings: Settings) -> None:
    """Write the configuration of one build, which inherits ``base`` and says where pages, theme and site are."""
    values: dict[str, object] = {
        "INHERIT": os.path.relpath(base, config.parent),
        "site_name": settings.site_name,
        "docs_dir": str(pages.resolve()),
        "site_dir": str(site.resolve()),
        "copyright": None,
        "extra": {"material_styles": list(material_styles())},
    }
    if settings.address:
        values["site_url"] = settings.address
    if settings.introduction:
        values["site_description"] = settings.introduction
    values["theme"] = {"custom_dir": str(theme.resolve())}
    write_text(config, yaml.safe_dump(values, allow_unicode=True, sort_keys=True))


def material_styles() -> tuple[str, ...]:
    """The addresses that Material's stylesheets get in a site; each carries a digest, so they are looked up."""
    return tuple(
        name.removeprefix(_THEME)
        for style in _STYLES
        for name in package_names("material", f"{_THEME}{_STYLES_FOLDER}/{style}.*.min.css")
    )


def build_site(config: Path, site: Path) -> tuple[str, tuple[Finding, ...]]:
    """Build the pages into ``site``: MkDocs' own output and findings; F501, which forbids publication, if it failed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config)]
    # The clock stays out of the result: what MkDocs dates, it dates by this.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command with paths of our own
            command, capture_output=True, text=True, check=False, env=environment, timeout=_TIME_LIMIT
        )
    except subprocess.TimeoutExpired:
        return "", (found("F501", why="det tog för lång tid"),)
    output = done.stdout + done.stderr
    if done.returncode != 0:
        lines = [line for line in output.strip().splitlines() if line.strip()]
        return output, (found("F501", why=lines[-1] if lines else "okänt fel"),)
    for name in _LEFT_OVER:
        (site / name).unlink(missing_ok=True)
    _trim_styles(site)
    warnings = tuple(found("F502", why=match["what"]) for match in _WARNING.finditer(output))
    return output, warnings


def _trim_styles(site: Path) -> None:
    """Take out of Material's stylesheets what the archive's pages have no use for."""
    texts = {path: read_text(path) or "" for path in sorted((site / _STYLES_FOLDER).glob("*.css"))}
    for path in (site / name for name in material_styles()):
        if path in texts:
            write_text(path, trimmed(texts[path], [text for other, text in texts.items() if other != path]))
