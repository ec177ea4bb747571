"""Finds the programs and scripts of tests/web/package.json; a test that needs one skips aloud where it is missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent
MODULES = FOLDER / "node_modules"
HOW = "npm ci --prefix tests/web"


def module(path: str) -> Path:
    """The file ``path`` below node_modules; the test skips, and says how to install, where it is not there."""
    found = MODULES / path
    if not found.is_file():
        pytest.skip(f"{path.partition('/')[0]} saknas: kör ”{HOW}”")
    return found


def node() -> str:
    """The program that runs JavaScript: node of the system, else the one that playwright brings; the test skips where neither is."""
    found = shutil.which("node")
    if found:
        return found
    try:
        from playwright._impl._driver import compute_driver_executable
    except ImportError:
        pytest.skip("node saknas: installera nodejs")
    made = compute_driver_executable()
    program = Path(made[0] if isinstance(made, tuple) else made)
    if not program.is_file():
        pytest.skip("node saknas: installera nodejs")
    return str(program)
