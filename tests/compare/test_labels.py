"""Matching held against labels: which passage of a real answer answers which demand, read by hand.

``tests/labels/matching.tsv`` names file, first line of the answer, demand and the right passages by line and digest of
their text. ``bench/matching.py`` measures all of it; here the five documents of one case are enough.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.matching import judge, read_labels
from generator.build import Paths, gather
from generator.model import Archive


@pytest.fixture(scope="module")
def seeds(root: Path, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The archive of the five real documents."""
    paths = Paths(root, shared / "seeds", root / "site_config", tmp_path_factory.mktemp("out") / "site")
    return gather(paths).archive


def test_labelled_answers(seeds: Archive) -> None:
    """No passage is given for an answer that a reader would not give, and more than half of the right ones are found."""
    tally = judge(seeds, [label for label in read_labels() if label.file.startswith("00")])
    assert (tally.lost, tally.wrong) == (0, 0)
    assert tally.right > tally.missed


def test_labels_cover_both_halves() -> None:
    """There are labels of more than a hundred demands, of answers kept aside and others, some of them without an answer."""
    labels = read_labels()
    assert len(labels) > 100
    assert sum(label.kept_aside for label in labels) > 40
    assert sum(label.none and not label.accepted for label in labels) > 15
