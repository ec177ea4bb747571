"""The council's last word on each motion of the shared material, held against labels that were set by eye.

``labels/council.tsv`` names file, paragraph and digest, never text. Paragraphs on motions whose file is from 2025 or later were
kept aside while the rules were made.
"""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.bundles import split
from generator.model import Decision
from generator.parse import parse
from generator.readers import plain

_KEPT = "2025"  # files named from this year on were kept aside


class Label(NamedTuple):
    """What the council decided in one paragraph, as a person read it; ``yes`` and ``no`` are "" without a vote on the matter."""

    file: str
    paragraph: str
    digest: str
    outcome: str
    yes: str
    no: str


def labels(root: Path) -> list[Label]:
    """The labels in the order of their files."""
    with (root / "tests" / "labels" / "council.tsv").open(encoding="utf-8", newline="") as held:
        return [Label(**row) for row in csv.DictReader(held, delimiter="\t")]


def read(text: str) -> Decision | None:
    """The body's own decision that is read out of a paragraph."""
    delivered = plain.read("paragraf.txt", "0" * 64, text.encode())
    assert delivered.document is not None
    first = parse(split(delivered.document)[0])
    return first.decisions[-1] if first.decisions else None


@pytest.mark.parametrize("kept", [False, True], ids=["tuned on", "kept aside"])
def test_the_councils_last_word_is_what_a_person_read(root: Path, shared: Path, *, kept: bool) -> None:
    """Outcome and vote of every labelled paragraph are those that stand there, on the part tuned on and on the part kept aside."""
    texts = {one["id"]: one["fulltext"] for case in json.loads((shared / "goteborg" / "council_decisions.json").read_text(encoding="utf-8")) for one in case["paragraphs"]}
    wrong = []
    looked = 0
    for label in labels(root):
        if (label.file >= _KEPT) is not kept:
            continue
        text = texts[label.paragraph]
        if hashlib.sha256(text.encode()).hexdigest()[:16] != label.digest:
            continue  # the material has changed since it was labelled
        looked += 1
        made = read(text)
        votes = (str(made.votes.yes), str(made.votes.no)) if made and made.votes else ("", "")
        if made is None or (made.outcome, *votes) != (label.outcome, label.yes, label.no) or made.date is None or made.date.value not in label.paragraph:
            wrong.append((label.paragraph, made.outcome if made else None, votes))
    assert looked > 30
    assert wrong == []
