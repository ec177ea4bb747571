"""A quotation cut to fit a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.excerpt import CUT, excerpt

SHORT = "Nämnden säger ja."
SECOND = "Det finns två skäl till det, och båda är goda."


@pytest.mark.parametrize(
    ("text", "limit", "wanted"),
    [
        (SHORT, 40, SHORT),
        ("", 40, ""),
        ("  två\n rader\t", 40, "två rader"),
        (f"{SHORT} {SECOND}", 40, f"{SHORT}{CUT}"),
        ("1. Paragrafen justeras. 2. Nämnden säger nej till allt som föreslås.", 40, f"1. Paragrafen justeras.{CUT}"),
        ("Ja. Nämnden säger det efter att ha hört alla som bor där.", 40, f"Ja. Nämnden säger det efter att ha hört{CUT}"),
        ("x" * 50, 40, "x" * 40 + CUT),
        ("Nämnden säger nej, eftersom bron saknas.", 18, f"Nämnden säger nej{CUT}"),
    ],
)
def test_what_is_cut_ends_with_an_ellipsis(text: str, limit: int, wanted: str) -> None:
    """Whole sentences are kept where they fit, else words, and an ellipsis stands where something is left out."""
    assert excerpt(text, limit) == wanted


@given(st.text(), st.integers(5, 60))
def test_an_excerpt_is_the_beginning_of_its_text(text: str, limit: int) -> None:
    """Whatever the text, what is shown is its beginning, no longer than the limit, and all of it unless it says otherwise."""
    whole = " ".join(text.split())
    shown = excerpt(text, limit)
    if shown == whole:
        assert len(whole) <= limit
    else:
        assert shown.endswith(CUT)
        assert whole.startswith(shown.removesuffix(CUT))
        assert len(shown.removesuffix(CUT)) <= limit < len(whole)
