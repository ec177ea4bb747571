from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.bundles import split
from generator.model import Document
from generator.readers import read
from tests.bundles.papers import kinds
from tests.bundles.test_split import assert_parts

ROOT = Path(__file__).resolve().parents[2]
Bundles = dict[str, tuple[Document, tuple[Document, ...]]]


def _read(path: Path) -> Document:
    delivery = read(path.name, "0" * 64, path.read_bytes())
    assert delivery.document is not None
    return delivery.document


@pytest.fixture(scope="module")
def bundles(shared: Path) -> Bundles:
    """The 75 council bundles, each with its parts."""
    documents = {path.name: _read(path) for path in sorted((shared / "goteborg" / "handlingar").glob("*.txt"))}
    return {name: (document, split(document)) for name, document in documents.items()}


def test_every_bundle_gives_proposal_statement_and_motion(bundles: Bundles) -> None:
    """Each of the 75 gives the board's proposal, the office's statement and a motion; one holds an earlier proposal too."""
    counts = [Counter(kinds(parts)) for _, parts in bundles.values()]
    assert len(counts) == 75
    assert {count["office-statement"] for count in counts} == {1}
    assert all(count["board-proposal"] and count["motion"] for count in counts)
    assert sum(count["board-proposal"] > 1 for count in counts) == 1
    assert sum(count["other"] for count in counts) == 0


def test_nothing_of_a_bundle_is_lost(bundles: Bundles) -> None:
    """Every line of the 75 bundles is in one part with all its characters."""
    for document, parts in bundles.values():
        assert_parts(document, parts)


def test_every_motion_has_its_title_on_a_line_of_its_own(bundles: Bundles) -> None:
    """The motion of each bundle begins with its title, cut from the text after it."""
    for name, (_, parts) in bundles.items():
        motion = next(part for part in parts if part.part and part.part.kind == "motion")
        titles = [line.text for line in motion.lines if line.text.startswith("Motion ")]
        assert titles, name
        assert len(titles[0]) < 300, name


def test_the_seeds_come_back_as_they_are(shared: Path) -> None:
    """None of the five real documents of one case is taken for a bundle or a reflowed text."""
    for path in sorted((shared / "seeds").iterdir()):
        document = _read(path)
        assert split(document) == (document,), path.name


@pytest.mark.parametrize("folder", ["content", "tests/corpus/documents", "tests/golden_content"])
def test_documents_of_their_own_come_back_as_they_are(folder: str) -> None:
    """No document of the archive's own content or of the invented ones is taken for a bundle or a reflowed text."""
    paths = [path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in {".txt", ".md"}]
    assert paths
    for path in paths:
        document = _read(path)
        assert split(document) == (document,), path.name
