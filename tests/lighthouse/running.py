"""Starts Lighthouse on addresses and reads what it found; a test that needs it skips aloud where it is missing."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.web.installed import MODULES, module, node

SCRIPT = Path(__file__).with_name("run.mjs")
CATEGORIES = ("accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Report:
    """What Lighthouse says of one address: scores 0–100 by category, audits below full marks, and measures (ms, bytes)."""

    address: str
    scores: dict[str, int]
    below: tuple[tuple[str, ...], ...]
    measured: dict[str, float]
    error: str


def reports(addresses: Iterable[str], categories: Sequence[str] = CATEGORIES, throttling: str = "provided") -> list[Report]:
    """A report for each address, on Lighthouse's phone. ``throttling``: "provided" is none, "simulate" is its slow phone."""
    module("lighthouse/core/index.js")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium saknas: Lighthouse behöver en webbläsare")
    asked = {"modules": str(MODULES), "chromium": chromium, "categories": list(categories), "addresses": list(addresses), "throttling": throttling}
    done = subprocess.run([node(), str(SCRIPT)], input=json.dumps(asked), capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stderr[-3000:]
    made = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return [Report(one["address"], one["scores"], tuple(tuple(row) for row in one["below"]), one["measured"], one["error"]) for one in made]
