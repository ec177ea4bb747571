"""Which paragraph answers which demand, held against labels: run by hand, ``python -m bench.matching [--shared=DIR]``.

The labels (tests/labels/matching.tsv) were made by reading; a row names the file, the line on which the answer begins, the
demand, and every paragraph that a reader would accept, by line and digest of its folded text; "none" where no paragraph
answers. Bundles named 2025 and 2026 were kept aside while the rules and thresholds were chosen. An answer counts as right
if its paragraph is among the accepted, else as wrong; where there is one but none is given, as missed.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.build import Paths, gather
from generator.compare.matching import THRESHOLDS, Thresholds, best_answer
from generator.compare.rarity import rarity
from generator.model import Archive, Response

LABELS: Final = Path(__file__).parents[1] / "tests" / "labels" / "matching.tsv"
KEPT_ASIDE: Final = ("2025", "2026")
NONE: Final = "none"
TRIED: Final = [
    Thresholds(judged, alone, bare) for judged in (0.2, 0.25, 0.3, 0.4) for alone in (0.1, 0.2, 0.3) for bare in (0.45, 0.6)
]


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader would accept as the answer to one demand: digests of paragraphs; ``none``: no answer is right too."""

    file: str
    line: int
    demand: int
    accepted: frozenset[str]
    none: bool

    @property
    def kept_aside(self) -> bool:
        """Whether nobody looked at it while the rules were made."""
        return self.file.startswith(KEPT_ASIDE)


@dataclass(slots=True)
class Tally:
    """How many answers were right, wrong, missed, or rightly not given; ``lost`` are labels whose answer is not there."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    silent: int = 0
    lost: int = 0

    @property
    def precision(self) -> float:
        """The share of the answers given that are right; 1 where none is given."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the right answers that are given; 1 where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def read_labels(path: Path = LABELS) -> tuple[Label, ...]:
    """The labels in their order."""
    made = []
    for row in path.read_text("utf-8").splitlines()[1:]:
        file, line, demand, passages = row.split("\t")
        found = passages.split(",")
        accepted = frozenset(one.partition(":")[2] for one in found if one != NONE)
        made.append(Label(file, int(line), int(demand), accepted, NONE in found))
    return tuple(made)


def digest(text: str) -> str:
    """What a label calls a paragraph: the beginning of its folded text's digest."""
    return hashlib.sha256(" ".join(text.split()).casefold().encode()).hexdigest()[:8]


def judge(archive: Archive, labels: Iterable[Label], least: Thresholds = THRESHOLDS) -> Tally:
    """How the answers found in ``archive`` stand against ``labels``."""
    known, tally = rarity(archive), Tally()
    answers = _by_start(archive.responses)
    demands = {motion.id: motion.demands for motion in archive.motions}
    for label in labels:
        response = answers.get((label.file, label.line))
        asked = demands[response.motion] if response else ()
        demand = next((one for one in asked if one.number == label.demand), None)
        if response is None or demand is None:
            tally.lost += 1
            continue
        found = best_answer(demand, asked, response, known, least)
        if found is None:
            tally.silent += label.none
            tally.missed += not label.none
        elif digest(found.passage.text) in label.accepted:
            tally.right += 1
        else:
            tally.wrong += 1
    return tally


def _by_start(responses: Sequence[Response]) -> Mapping[tuple[str, int], Response]:
    """Each response by the file and first line of every paper it has."""
    made: dict[tuple[str, int], Response] = {}
    for response in responses:
        for paper in (response.document, *response.papers):
            line = paper.part.first.line if paper.part else 1
            made[paper.file, line or 1] = response
    return made


def main(arguments: Sequence[str]) -> None:
    """Print a table of thresholds for both halves."""
    given = dict(one.removeprefix("--").split("=", 1) for one in arguments)
    root = Path(__file__).resolve().parents[1]
    shared = Path(given.get("shared", root.parent / "shared")).resolve()
    labels = read_labels()
    with tempfile.TemporaryDirectory() as out:
        archives = [
            gather(Paths(root, shared / folder, root / "site_config", Path(out) / "site"), jobs=2).archive
            for folder in ("goteborg/handlingar", "seeds")
        ]
    print("half   judged  alone   bare right wrong missed silent lost  precision recall")
    for half in (False, True):
        for least in [THRESHOLDS, *TRIED]:
            tally = Tally()
            for archive, bundles in zip(archives, (True, False), strict=True):
                own = [one for one in labels if one.kept_aside == half and one.file.startswith("202") == bundles]
                part = judge(archive, own, least)
                tally.right, tally.wrong, tally.missed = tally.right + part.right, tally.wrong + part.wrong, tally.missed + part.missed
                tally.silent, tally.lost = tally.silent + part.silent, tally.lost + part.lost
            mark = "*" if least is THRESHOLDS else " "
            print(
                f"{'kept ' if half else 'tuned'}{mark} {least.judged:6.2f} {least.alone:6.2f} {least.bare:6.2f} {tally.right:5} {tally.wrong:5} {tally.missed:6} "
                f"{tally.silent:6} {tally.lost:4} {tally.precision:10.3f} {tally.recall:6.3f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
