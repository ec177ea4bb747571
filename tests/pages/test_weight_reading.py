"""A case of which very much has been said: no page of it is too heavy, and every word of it is on one."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import addresses
from generator.model import Page
from generator.pages import comparison, motion, response, statement
from generator.pages.context import of

from . import huge
from .built import build_site
from .parsed import parse
from .serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LIMIT = 100_000  # bytes of a page beyond the words it shows
KINDS = (motion, response, statement, comparison)


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """Every page of the case, by its address."""
    context = of(huge.archive(), huge.SETTINGS, ())
    return {f"/{page.path.removesuffix('index.md')}": page for kind in KINDS for page in kind.pages(context)}


@pytest.fixture(scope="module")
def site(pages: dict[str, Page], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with these pages alone."""
    return build_site(pages.values(), tmp_path_factory.mktemp("huge"), strict=False)[0]


def _beyond(file: Path) -> int:
    """The bytes of a built page that are not words it shows."""
    text = file.read_text(encoding="utf-8")
    shown = unescape(re.sub(r"<[^>]*>", "", re.sub(r"(?s)<(script|style)\b.*?</\1>", "", text)))
    return len(text.encode()) - len(re.sub(r"\s+", " ", shown).encode())


def _parts(pages: dict[str, Page], address: str) -> list[str]:
    found = [address]
    while (after := addresses.paged(address, len(found) + 1)) in pages:
        found.append(after)
    return found


def test_no_page_is_too_heavy(site: Path) -> None:
    """Built, no page of the case has more than 100 kB beyond its words, and none is broken."""
    weights = {str(file.relative_to(site)): _beyond(file) for file in site.rglob("motioner/**/index.html")}
    assert len(weights) > huge.BODIES
    assert max(weights.values()) < LIMIT, sorted(weights.items(), key=lambda one: -one[1])[:3]
    for file in site.rglob("motioner/**/index.html"):
        assert parse(file).faults == (), file


def test_a_long_answer_is_whole(pages: dict[str, Page]) -> None:
    """Every paragraph of an answer of sixty pages stands once, with its anchor and its line, on one of the parts."""
    for name, count in ((huge.LONG, huge.PASSAGES), (huge.BROKEN, huge.DAMAGED)):
        own = next(one for one in huge.archive().responses if one.id == name)
        parts = _parts(pages, addresses.response(name))
        text = "".join(pages[part].text for part in parts)
        assert Counter(re.findall(r'class="passage[^"]*" id="(p-[0-9a-f]{8}(?:-\d+)?)"', text)) == Counter(passage.id for passage in own.passages)
        assert len(own.passages) == count + 1
        assert text.count("data-line=") == len(own.passages)
        assert len(parts) < 6


def test_restored_words_are_marked_on_a_heavy_page(pages: dict[str, Page]) -> None:
    """On a page with thousands of restored words each still says what the source has, to eye and ear."""
    own = next(one for one in huge.archive().responses if one.id == huge.BROKEN)
    text = "".join(pages[part].text for part in _parts(pages, addresses.response(huge.BROKEN)))
    assert len(re.findall(r'<span class="restored" tabindex="0" aria-description="I källan&#58; ”br\?ggoma”">', text)) == sum(len(passage.restored) for passage in own.passages)


def test_the_comparison_has_every_row_and_word_once(pages: dict[str, Page]) -> None:
    """Every body's row stands on one part of the comparison, and each part of the table says that there is more."""
    parts = _parts(pages, addresses.comparison(huge.CASE))
    texts = [pages[part].text for part in parts]
    assert Counter(re.findall(r'<tr role="row" id="rad-([^"]*)"', "".join(texts))).most_common(1)[0][1] == 1
    assert sum(text.count('<tr role="row" id="rad-') for text in texts) == 2 * huge.BODIES
    with_table = [text for text in texts if "data-comparison" in text]
    assert len(with_table) > 1
    for text in with_table:
        assert "Tabellen fortsätter på en annan sida." in text
        assert text.count("data-comparison") == 1
        assert "<thead" in text


def test_the_time_line_is_whole(pages: dict[str, Page]) -> None:
    """Three hundred steps stand on the parts of the motion's page, in order."""
    text = "".join(pages[part].text for part in _parts(pages, addresses.motion(huge.CASE)))
    found = re.findall(r"tas upp igen för (\d+)&#58;e gången", text)
    assert len(set(found)) == huge.STEPS


def test_a_place_on_another_part_is_found(site: Path, browser: Browser) -> None:
    """A link to a paragraph or a row, as the index and the data give it, arrives at the part that has it."""
    page = browser.new_page()
    own = next(one for one in huge.archive().responses if one.id == huge.LONG)
    with served(site) as origin:
        page.goto(f"{origin}{addresses.response(huge.LONG)}?markera=bryggorna#{own.passages[-1].id}")
        page.wait_for_url(f"**/sida-*/?markera=bryggorna#{own.passages[-1].id}")
        assert page.locator(f"#{own.passages[-1].id}").is_visible()
        assert page.locator(f"#{own.passages[-1].id} .permalink").count() == 1
        page.goto(f"{origin}{addresses.comparison(huge.CASE)}#{addresses.row_anchor('namnd-59')}")
        page.wait_for_url(f"**/sida-*/#{addresses.row_anchor('namnd-59')}")
    page.close()
