from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.model import Response
from tests.sites import CHROMIUM, Site, built, served

WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The archive that ships with the project."""
    return built(root, tmp_path_factory.mktemp("content"), root / "content")


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with served(site.folder) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium; tests that need it skip aloud where there is none."""
    if CHROMIUM is None:
        pytest.skip("chromium saknas: installera paketet chromium för att köra webbläsarproven")
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield found
        found.close()


def _answers(site: Site) -> tuple[Response, ...]:
    assert site.result.gathered
    return site.result.gathered.archive.responses


def _addresses(site: Site) -> list[str]:
    """One page of every kind, and those of the damaged answer."""
    damaged = next(one for one in _answers(site) if one.document.restored_words)
    fixed = ["/", "/motioner/", "/instanser/", "/begrepp/", "/om/", "/om/kallor/", "/om/tillganglighet/", "/om/redaktion/", "/data/"]
    case = f"/motioner/{damaged.motion}/"
    return [*fixed, case, f"{case}jamforelse/", f"/motioner/{damaged.id}/", "/sok/?q=polisen", "/instanser/bromma-stadsdelsnamnd/"]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_kind_of_page_keeps_to_its_own_origin_and_width(browser: Any, address: str, site: Site, width: int) -> None:
    """No page asks another host for anything, reports an error, or is wider than the screen."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for path in _addresses(site):
        page.goto(address + path, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()
    assert not errors
    assert not [url for url in asked if not url.startswith((address, "data:"))]


def test_the_browser_finds_a_word_in_every_document_of_the_case(browser: Any, address: str) -> None:
    """A search in the browser shows the count, each hit with its id, a link to a paragraph, and the words marked."""
    page = browser.new_page()
    page.goto(f"{address}/sok/?q=aktionsgrupper")
    page.wait_for_selector("[data-hit]")
    assert page.inner_text("[data-search-count]").split()[0] == "5"
    hits = page.query_selector_all("[data-hit]")
    assert len(hits) == 5
    for hit in hits:
        assert "#p-" in (hit.query_selector("a[href*='#p-']").get_attribute("href"))
        assert hit.query_selector("mark")
    page.click("[data-hit] a[href*='#p-']")
    page.wait_for_load_state()
    anchor = page.evaluate("location.hash.slice(1)")
    assert page.evaluate("id => document.getElementById(id) !== null", anchor)
    page.close()


@pytest.mark.parametrize("word", ["gängkriminalitet", "gangkriminalitet", "ändamålsenlig"])
def test_damaged_words_are_found_by_their_right_spelling(browser: Any, address: str, site: Site, word: str) -> None:
    """A word that the source has in a damaged form is found as it is rightly written, and without its dots."""
    damaged = next(one for one in _answers(site) if one.document.restored_words)
    page = browser.new_page()
    page.goto(f"{address}/sok/?q={word}")
    page.wait_for_selector("[data-hit]")
    assert damaged.id in [hit.get_attribute("data-hit") for hit in page.query_selector_all("[data-hit]")]
    page.close()


def test_a_restored_word_gives_its_original_to_the_keyboard(browser: Any, address: str, site: Site) -> None:
    """The source's spelling of a restored word can be seen by focus alone, without a mouse."""
    damaged = next(one for one in _answers(site) if one.document.restored_words)
    page = browser.new_page()
    page.goto(f"{address}/motioner/{damaged.id}/")
    word = page.query_selector("main .restored")
    assert word is not None
    word.focus()
    originals = {mark.original for passage in damaged.passages for mark in passage.restored}
    shown = page.evaluate("document.activeElement.outerHTML + document.activeElement.parentElement.innerHTML")
    assert any(original in shown for original in originals)
    page.close()
