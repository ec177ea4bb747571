"""Where something stands in its source, in words."""

from __future__ import annotations

import pytest

from generator.findings import as_json, as_text, found, found_at
from generator.model import Part, Place
from generator.places import extent, where
from generator.readers.docx.package import MEDIA_TYPE as WORD
from generator.readers.pdf import MEDIA_TYPE as PDF


@pytest.mark.parametrize(
    ("place", "form", "words"),
    [
        (Place("a.pdf", 2, 14), PDF, "s. 2, rad 14"),
        (Place("a.pdf", 2), PDF, "s. 2"),
        (Place("a.docx", None, 14), WORD, "stycke 14"),
        (Place("a.html", None, 3), "text/html", "stycke 3"),
        (Place("a.txt", None, 14), "text/plain", "rad 14"),
        (Place("a.txt", None, 14), "", "rad 14"),
        (Place("a.txt"), "text/plain", ""),
        (None, "text/plain", ""),
    ],
)
def test_a_place_is_told_as_its_format_counts(place: Place | None, form: str, words: str) -> None:
    """Formats with pages have pages and lines, word processing has paragraphs, text has lines."""
    assert where(place, form) == words


@pytest.mark.parametrize(
    ("first", "last", "form", "words"),
    [
        ((None, 27), (None, 64), "text/plain", "rad 27–64"),
        ((None, 27), (None, 27), "text/plain", "rad 27"),
        ((None, 2), (None, 9), WORD, "stycke 2–9"),
        ((3, 5), (3, 40), PDF, "s. 3, rad 5–40"),
        ((3, 5), (7, 12), PDF, "s. 3, rad 5 – s. 7, rad 12"),
    ],
)
def test_a_part_is_told_from_its_first_line_to_its_last(
    first: tuple[int | None, int], last: tuple[int | None, int], form: str, words: str
) -> None:
    """The extent of a part names the page once where it begins and ends on the same."""
    part = Part(1, "motion", Place("a", *first), Place("a", *last))
    assert extent(part, form) == words


def test_a_finding_in_a_paged_file_names_the_page() -> None:
    """A finding's text and its JSON have the page of a place that has one, and no page otherwise."""
    paged = found_at("F204", Place("svar.pdf", 2, 14), guess="")
    plain = found("F204", "svar.txt", 14, guess="")
    assert as_text([paged]).startswith("svar.pdf, s. 2, rad 14: F204")
    assert as_text([plain]).startswith("svar.txt:14: F204")
    assert '"page": 2' in as_json([paged])
    assert '"page"' not in as_json([plain])
