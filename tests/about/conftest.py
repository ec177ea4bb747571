"""The sample archive's site with a way to report, served, and one browser for the tests of this package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.pages import build_pages
from tests.pages import sample
from tests.pages.built import build_site
from tests.sites import CHROMIUM, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPORT = "fel@ekvik.example"


@pytest.fixture(scope="package")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the built site."""
    pages = build_pages(sample.ARCHIVE, replace(sample.SETTINGS, report=REPORT), sample.FINDINGS)
    with served(build_site(pages, tmp_path_factory.mktemp("om"))[0]) as address:
        yield address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A browser; the tests skip aloud where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright saknas")
    if not CHROMIUM:
        pytest.skip("chromium saknas: provet behöver en webbläsare")
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield made
        made.close()
