"""Pages through the real MkDocs: its own configuration, inherited as a build does it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from generator.model import Page
from generator.site import stylesheets
from generator.styles import sheet_addresses

ROOT = Path(__file__).resolve().parents[2]


def build_site(pages: Iterable[Page], folder: Path, *, strict: bool = True) -> tuple[Path, str]:
    """The folder of the built site and what MkDocs wrote to standard error; AssertionError where it fails."""
    docs = folder / "pages"
    theme = ROOT / "site_config/theme"
    for page in (*pages, *stylesheets(theme)):
        path = docs / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\nsite_name: Motionsarkivet\nsite_url: https://motioner.ekvik.example/\n"
        f"extra: {json.dumps({'sheets': sheet_addresses()})}\n"
        f"docs_dir: {docs}\nsite_dir: {folder / 'site'}\ntheme:\n  custom_dir: {theme}\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    made = subprocess.run(
        [*command, "--strict"] if strict else command,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", "LC_ALL": "C.UTF-8"},
    )
    assert made.returncode == 0, made.stderr[-3000:]
    return folder / "site", made.stderr
