"""The figures of a part are its own."""

from __future__ import annotations

from dataclasses import replace

from generator.bundles.figures import measured
from generator.model import Document, Line, Part, Place, Restored

LINES = (
    Line(4, "Två ord är råd", page=3, restored=(Restored(11, 14, "rad"),)),
    Line(1, "och två till", page=4, restored=(Restored(4, 7, "två", sure=False, by="ocr"),)),
)
PART = Part(2, "other", Place("a.pdf", 3, 4), Place("a.pdf", 4, 1))
WHOLE = Document("a.pdf", "0" * 64, "application/pdf", LINES, pages=9, words=900, restored_words=80, text_quality=0.5, recognised=(1, 4), unread=(9,))


def test_a_part_counts_its_own_words_and_pages() -> None:
    """Words, restored and doubtful words, quality and pages are counted in the part's own lines."""
    made = measured(replace(WHOLE, part=PART))
    assert (made.words, made.restored_words, made.unsure_words, made.pages) == (7, 1, 1, 2)
    assert made.text_quality == 1 - 2 / 7
    assert (made.recognised, made.unread) == ((4,), ())


def test_a_whole_file_keeps_its_figures() -> None:
    """What the stages before counted in a whole file is left as it is."""
    assert measured(WHOLE) is WHOLE
