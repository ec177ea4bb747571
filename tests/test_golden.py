"""The generated Markdown of a small archive, page by page; ``--update-golden`` writes it anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Paths, compose, gather

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden"


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, str]:
    """The pages of the small archive by their path."""
    paths = Paths(root, TESTS / "golden_content", TESTS / "golden_config", root / "site")
    return {page.path: page.text for page in compose(gather(paths)).pages}


def _kept() -> dict[str, Path]:
    return {path.relative_to(GOLDEN).as_posix(): path for path in sorted(GOLDEN.rglob("*.md"))}


def test_the_pages_are_the_golden_ones(pages: dict[str, str], request: pytest.FixtureRequest) -> None:
    """Every page is word for word the one that was looked at last, and no page has come or gone."""
    if request.config.getoption("--update-golden"):
        for name, path in _kept().items():
            if name not in pages:
                path.unlink()
        for name, text in pages.items():
            target = GOLDEN / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    kept = _kept()
    assert sorted(kept) == sorted(pages), "run pytest with --update-golden and look at the difference"
    for name, text in pages.items():
        assert text == kept[name].read_text(encoding="utf-8"), f"{name}: run with --update-golden and look at the difference"


def test_the_same_content_gives_the_same_pages(pages: dict[str, str], root: Path) -> None:
    """Gathering and composing twice gives the same bytes."""
    paths = Paths(root, TESTS / "golden_content", TESTS / "golden_config", root / "site")
    assert {page.path: page.text for page in compose(gather(paths)).pages} == pages
