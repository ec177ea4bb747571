"""Sites with everything that a page can have, built once, and a browser to look at them with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import files
from generator.build import Gathered, compose
from generator.model import Archive, Finding, Settings
from generator.site import build_site, stylesheets, write_config
from tests.pages import sample, states
from tests.sites import CHROMIUM, built, served

from .kinds import chosen

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDTHS = (320, 360, 1280)
SCHEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Tried:
    """A page to try: what to call it where something is wrong with it, its address on the server, and its file."""

    name: str
    address: str
    file: Path


def composed(archive: Archive, settings: Settings, findings: tuple[Finding, ...], folder: Path) -> Path:
    """The site of an archive that no documents stand behind, with every page and file that a build publishes."""
    made, site = compose(Gathered(archive, settings, findings, {})), folder / "site"
    files.write_pages(folder / "pages", (*made.pages, *stylesheets(ROOT / "site_config/theme")))
    write_config(ROOT / "mkdocs.yml", ROOT / "site_config/theme", folder / "mkdocs.yml", folder / "pages", settings)
    output, faults = build_site(folder / "mkdocs.yml", site, settings)
    assert not any(fault.code == "F501" for fault in faults), output
    files.write_files(site, made.files)
    return site


@pytest.fixture(scope="package")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The built sites: made-up archives with every state, a small one read from documents, an empty one, and the real one where it is."""
    work = tmp_path_factory.mktemp("access")
    (work / "inget").mkdir()
    made = [
        composed(sample.ARCHIVE, sample.SETTINGS, sample.FINDINGS, work / "exempel"),
        composed(states.ARCHIVE, states.SETTINGS, (), work / "lagen"),
        composed(Archive((), (), (), ()), replace(sample.SETTINGS, examples=(), terms=()), (), work / "tomt"),
        built(ROOT, work / "smatt", ROOT / "tests/golden_content").folder,
    ]
    shared = ROOT.parent / "shared/seeds"
    if shared.is_dir():
        made.append(built(ROOT, work / "verkligt", shared).folder)
    return tuple(made)


@pytest.fixture(scope="package")
def origins(sites: tuple[Path, ...]) -> Iterator[dict[Path, str]]:
    """The address of a server for each site."""
    with ExitStack() as stack:
        yield {folder: stack.enter_context(served(folder)) for folder in sites}


@pytest.fixture(scope="package")
def tried(sites: tuple[Path, ...], origins: dict[Path, str]) -> tuple[Tried, ...]:
    """One page of each kind, and enough pages that everything that stands on any page is on one of them."""
    return tuple(
        Tried(f"{folder.parent.name}{address}", origins[folder] + address, folder / f"{address[1:]}{'index.html' if address.endswith('/') else ''}")
        for folder, address in chosen(sites)
    )


@pytest.fixture(scope="package")
def origin(sites: tuple[Path, ...], origins: dict[Path, str]) -> str:
    """The address of the archive with every kind of thing on its pages."""
    return origins[sites[0]]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A browser, closed before another package opens its own; tests that need it skip aloud where it is missing."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright saknas: tillgängligheten provas inte i webbläsare")
    if CHROMIUM is None:
        pytest.skip("Chromium saknas: tillgängligheten provas inte i webbläsare")
    with sync_api.sync_playwright() as play:
        made = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield made
        made.close()
