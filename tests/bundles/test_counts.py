"""What is counted in a part of a bundle: its own words and marks, not those of the whole file."""

from __future__ import annotations

from dataclasses import replace

from generator.bundles import split
from generator.model import Restored
from tests.bundled import WHOLE, bundle


def test_a_part_counts_its_own_words_and_marks() -> None:
    """The words, restored words and words in doubt of the parts together are those that their lines hold."""
    parts = bundle(WHOLE)
    lines = tuple(line for part in parts for line in part.lines)
    at = next(index for index, line in enumerate(lines) if len(line.text) > 20)
    marks = (Restored(0, 2, "xx"), Restored(3, 5, lines[at].text[3:5], sure=False, by="ocr"))
    marked = (*lines[:at], replace(lines[at], restored=marks), *lines[at + 1 :])
    whole = replace(parts[0], part=None, lines=marked, words=9999, restored_words=77, unsure_words=66)
    made = split(whole)
    assert len(made) > 1
    assert sum(part.restored_words for part in made) == 1
    assert sum(part.unsure_words for part in made) == 1
    assert sum(part.words for part in made) == sum(any(map(str.isalpha, word)) for line in lines for word in line.text.split())
    assert sorted(part.text_quality < 1 for part in made)[-2:] == [False, True]
