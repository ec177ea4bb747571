"""Words of an answer that stand in the motion or in another answer too: marked, explained, and nothing lost."""

from __future__ import annotations

import re
from html import unescape

import pytest
from markupsafe import Markup

from generator import addresses
from generator.archive import make_archive
from generator.model import Passage, Place, Restored, Settings
from generator.pages import build_pages
from generator.pages.context import of
from generator.pages.marked import Mark, text
from generator.pages.same import marks
from tests.cases import draft_of

QUOTED = "torget behöver en ny och bred bänk av sten för alla som väntar på bussen"
SHARED = "underhållet av sådana möbler ryms inte i den ram som vi har fått för nästa år"
MOTION = f"Motion om en bänk vid torget\n\nDnr KS 2022/8\n\nI dag står folk i regnet. Vi menar att {QUOTED}.\n\nJag föreslår fullmäktige besluta\n\natt en bänk ställs vid torget\n\nAnna Ek (C)\n"
ANSWER = "{body}\n\nRemissvar på motion om en bänk vid torget, KS 2022/8\n\nBeslut\n{body} avstyrker motionen.\n\nBedömning\n{text}\n"
TEXTS = {
    "motion.txt": MOTION,
    "park.txt": ANSWER.format(body="Parknämnden", text=f"I motionen sägs att {QUOTED}. Vi konstaterar att {SHARED}."),
    "gata.txt": ANSWER.format(body="Gatunämnden", text=f"Ärendet är gammalt. Det är klart att {SHARED}."),
}
ARCHIVE = make_archive([draft_of(content, file) for file, content in TEXTS.items()], (), Settings()).archive
PLACE = Place("a.txt", None, 1)


def test_what_is_quoted_and_what_is_shared_are_told_apart() -> None:
    """Words of the motion are marked as that, and words of another answer lead to it by name."""
    found = marks(of(ARCHIVE, Settings(), ()), ARCHIVE.motions[0])
    said = {owner.rpartition("/")[2]: [(mark.kind, mark.hint, mark.target) for held in of_answer.values() for mark in held] for owner, of_answer in found.items()}
    assert [kind for kind, _, _ in said["parknamnden"]] == ["motion", "shared"]
    ((kind, hint, target),) = said["gatunamnden"]
    assert (kind, hint) == ("shared", "Samma formulering: Parknämnden")
    assert target.startswith(addresses.response("ks-2022-8/parknamnden") + "#p-")


def test_the_page_explains_its_marks() -> None:
    """An answer's page marks the words, says what the marks mean, and has a link after each."""
    pages = {one.path: unescape(one.text) for one in build_pages(ARCHIVE, Settings(), ())}
    park, gata = (pages[addresses.page_file(addresses.response(f"ks-2022-8/{name}"))] for name in ("parknamnden", "gatunamnden"))
    assert re.search(rf'<span class="same same-motion">[^<]*{QUOTED}', park)
    assert "ord ur motionen</span> och <span" in park
    assert "ord ur motionen" not in gata
    assert gata.count('class="same-link"') == 1


def test_no_letter_is_lost_or_added() -> None:
    """A marked paragraph has the letters of the unmarked one, restored words among them."""
    passage = Passage("p-1", "En bänk av sten & trä står här.", PLACE, (Restored(3, 7, "b?nk"),))
    plain, marked = text(passage), text(passage, (Mark(0, 15, "shared", "Hos <andra>", "/x/"), Mark(18, 21, "motion", "Ord", "/y/")), Markup)
    assert re.sub(r"<[^>]*>", "", marked) == re.sub(r"<[^>]*>", "", plain)
    assert marked.count('class="same ') == 2
    assert marked.count('data-original="') == 1
    assert "<andra>" not in marked


@pytest.mark.parametrize("mark", [(4, 12), (0, 5), (-1, 3), (9, 9), (20, 400)])
def test_a_mark_that_would_break_a_word_is_left_out(mark: tuple[int, int]) -> None:
    """A mark that cuts a restored word, or lies outside the text, is no mark."""
    passage = Passage("p-1", "En bänk av sten står här.", PLACE, (Restored(3, 7, "b?nk"),))
    assert text(passage, (Mark(*mark, "shared", "Ord", "/x/"),), Markup) == text(passage)
