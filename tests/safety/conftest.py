"""A browser for the tests of safety, and the small made-up archive built as a build builds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.build import Paths, build
from tests.sites import CHROMIUM, Site, project_copy

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A browser, closed before another package opens its own; tests that need it skip aloud where it is missing."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright saknas: sajtens skydd provas inte i webbläsare")
    if CHROMIUM is None:
        pytest.skip("Chromium saknas: sajtens skydd provas inte i webbläsare")
    with sync_api.sync_playwright() as play:
        made = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield made
        made.close()


@pytest.fixture(scope="package")
def golden(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small made-up archive as a site."""
    folder = tmp_path_factory.mktemp("säker")
    project = project_copy(root, folder / "project")
    out = folder / "site"
    result = build(Paths(project, root / "tests/golden_content", root / "tests/golden_config", out))
    assert result.published, result.findings
    return Site(out, result)
