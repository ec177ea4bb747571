"""Matching held against labels: which passage of a real answer answers which demand, read by hand.

``labels.tsv`` names file, demand and the right passages by line and anchor (a digest of their text), "-" for none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Paths, gather
from generator.model import Archive


@pytest.fixture(scope="module")
def seeds(root: Path, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The archive of the five real documents."""
    paths = Paths(root, shared / "seeds", root / "site_config", tmp_path_factory.mktemp("out") / "site")
    return gather(paths).archive


def test_labelled_answers(seeds: Archive) -> None:
    """No passage is given for an answer that a reader would not give, and more than half of the right ones are found."""
    rows = [line.split("\t") for line in (Path(__file__).parent / "labels.tsv").read_text("utf-8").splitlines()[1:]]
    by_file = {answer.document.file: answer for answer in seeds.responses}
    right = wrong = missed = 0
    for file, demand, passages, _ in rows:
        accepted = {one.partition(":")[2] for one in passages.split(",")} - {""}
        (stance,) = (one for one in by_file[file].demand_stances if one.demand == int(demand))
        right += stance.passage in accepted
        wrong += bool(stance.passage) and stance.passage not in accepted
        missed += bool(accepted) and not stance.passage
    assert (right, wrong, missed) == (4, 0, 3)
