"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the switch that rewrites the golden pages."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden from what is generated now")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the checkout; tests that need it skip aloud where it is missing."""
    folder = ROOT.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip("../shared saknas: provet behöver de verkliga dokumenten")
    return folder


@pytest.fixture(scope="session")
def tesseract() -> str:
    """The version of Tesseract; tests that need it and its Swedish model skip aloud where they are missing."""
    from generator.readers import ocr

    if not ocr.available():
        pytest.skip("Tesseract med svensk modell saknas: kör ”motionsarkiv doctor”")
    return ocr.installed()
