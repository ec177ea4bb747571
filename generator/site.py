"""Runs MkDocs on the generated folder. Nobody else knows that it is MkDocs that builds the pages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import yaml

from generator.files import package_file, package_names, read_bytes, read_text, write_text
from generator.findings import found
from generator.model import Finding, Page, Settings
from generator.reach import report_prefix
from generator.sanitise import destinations, sanitised
from generator.styles import BASE, FOLDER, PAPER, SHEETS, put_together, sheet_addresses

_WARNING = re.compile(r"^WARNING\s+-\s+(?P<what>.*)$", re.MULTILINE)
_LEFT_OVER = ("sitemap.xml", "sitemap.xml.gz")  # MkDocs dates them by the clock; the archive writes its own
_THEME = "templates/"  # where Material keeps what it publishes
_STYLES = ("main", "palette")  # Material's stylesheets, in the order they are to be read
_BESIDE = "site"
_TIME_LIMIT = 3600  # seconds; 10,000 responses take less than one minute


def write_config(base: Path, theme: Path, config: Path, pages: Path, settings: Settings) -> None:
    """Write the configuration of one build, which inherits ``base`` and says where pages and theme are.

    Places are told from where the configuration lies, so that another site builder can be given the same file; its site
    would come beside it. ``build_site`` says where a build's own is to be.
    """
    values: dict[str, object] = {
        "INHERIT": _from(config, base),
        "site_name": settings.site_name,
        "docs_dir": _from(config, pages),
        "site_dir": _BESIDE,
        "copyright": None,
        "extra": {"sheets": sheet_addresses(), "report": report_prefix(settings.report, settings.site_name)},
    }
    if settings.address:
        values["site_url"] = settings.address
    if settings.introduction:
        values["site_description"] = settings.introduction
    values["theme"] = {"custom_dir": _from(config, theme)}
    write_text(config, yaml.safe_dump(values, allow_unicode=True, sort_keys=True))


def _from(config: Path, other: Path) -> str:
    """Where ``other`` is, told from where ``config`` lies; links are followed first, since ".." leads out of what they lead to."""
    return os.path.relpath(other.resolve(), config.parent.resolve())


def material_styles() -> tuple[str, ...]:
    """The addresses that Material's stylesheets get in a site; each carries a digest, so they are looked up."""
    return tuple(
        name.removeprefix(_THEME)
        for style in _STYLES
        for name in package_names("material", f"{_THEME}{FOLDER}/{style}.*.min.css")
    )


def build_site(config: Path, site: Path, settings: Settings | None = None) -> tuple[str, tuple[Finding, ...]]:
    """Build the pages into ``site``: MkDocs' own output and findings; F501, which forbids publication, if it failed.

    The built pages are held against what the templates write; they may link to where ``settings`` says, and no further.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config.resolve()), "--site-dir", str(site.resolve())]
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
    _drop_unused(site)
    warnings = tuple(found("F502", why=match["what"]) for match in _WARNING.finditer(output))
    return output, (*warnings, *_sanitise(site, destinations(_texts(settings or Settings()))))


def _sanitise(site: Path, known: frozenset[str]) -> Iterator[Finding]:
    """Take out of every built page what the templates do not write, and tell of it."""
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        before = read_text(path) or ""
        after = sanitised(before, known)
        if after.text != before:
            write_text(path, after.text)
        if after.dropped:
            yield found("F505", page=page, what=", ".join(after.dropped))
        if not after.whole:
            yield found("F506", page=page)


def _texts(value: object) -> Iterator[str]:
    """Every text among the settings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def stylesheets(theme: Path) -> tuple[Page, ...]:
    """The stylesheets of a site that looks as ``theme`` says, as files for the pages folder: the same whoever builds from it."""
    names = {BASE, PAPER, *(name for names in SHEETS.values() for name in names)}
    own = {name: read_text(theme / FOLDER / f"{name}.css") or "" for name in sorted(names)}
    material = [package_file("material", *f"{_THEME}{name}".split("/")).decode() for name in material_styles()]
    return tuple(Page(address, text) for address, text in put_together(material, own).items())


def _drop_unused(site: Path) -> None:
    """Take away what Material publishes for its own pages, and what the site's stylesheets were put together from."""
    wanted = {site / address for address in sheet_addresses().values()}
    unused = [path for path in (site / FOLDER).glob("*.css") if path not in wanted]
    for name in package_names("material", f"{_THEME}assets/**/*.*"):
        path = site / name.removeprefix(_THEME)
        if path.is_file() and read_bytes(path) == package_file("material", *name.split("/")):
            unused.append(path)
    for path in set(unused):
        path.unlink()
    for folder in sorted((site / "assets").glob("**/"), reverse=True):
        if next(folder.glob("*"), None) is None:
            folder.rmdir()
