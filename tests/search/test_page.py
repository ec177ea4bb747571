"""The search page in a real browser: the address, the hits, the filters, the back button."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import mkdocs
import pytest

from .sample import ARCHIVE, files_of

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright saknas: söksidan provas inte i webbläsare")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SCRIPTS = ("sok-ord.js", "sok-urval.js", "sok-motor.js", "sok.js")
PAGE = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Sök</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; object-src 'none'; base-uri 'self'">
<script src="../assets/lunr.js" defer></script>
<script src="../assets/javascripts/sok-ord.js" defer></script>
<script src="../assets/javascripts/sok-urval.js" defer></script>
<script src="../assets/javascripts/sok-motor.js" defer></script>
<script src="../assets/javascripts/sok.js" defer></script></head><body><main>
<div data-search data-base="../"><form role="search" action="./" method="get"><label for="q">Sök</label>
<input id="q" type="search" name="q"><button type="submit">Sök</button></form><div data-search-filters></div>
<p data-search-status aria-live="polite"><span data-search-count></span></p><ol data-search-hits></ol></div>
</main></body></html>"""


class Quiet(SimpleHTTPRequestHandler):
    """A static server that does not write what it serves."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Write nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[str]:
    """The address of a served site with only the search page."""
    folder = tmp_path_factory.mktemp("site")
    made = files_of(ARCHIVE)
    made["sok/index.html"] = PAGE.encode()
    lunr = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"
    made["assets/lunr.js"] = lunr.read_bytes()
    for name in SCRIPTS:
        made[f"assets/javascripts/{name}"] = (root / "site_config/theme/assets/javascripts" / name).read_bytes()
    for path, data in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def page(site: str) -> Iterator[Page]:
    """A browser page that fails the test on any script error or any request beyond the site."""
    if CHROMIUM is None:
        pytest.skip("Chromium saknas: söksidan provas inte i webbläsare")
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        made = browser.new_page()
        faults: list[str] = []
        made.on("pageerror", lambda error: faults.append(str(error)))
        made.on("console", lambda said: faults.append(said.text) if _fault(said) else None)
        made.on("request", lambda asked: None if asked.url.startswith(site) else faults.append(asked.url))
        yield made
        browser.close()
        assert faults == []


def _fault(said: ConsoleMessage) -> bool:
    """Whether a line on the browser's console is an error, but for the icon that this bare site lacks."""
    return bool(said.type == "error" and "favicon" not in said.location.get("url", ""))


def opened(page: Page, address: str) -> None:
    """Go to an address and wait for the search to be done."""
    page.goto(address)
    settled(page)


def settled(page: Page) -> None:
    """Wait until the status says something and no search is under way."""
    page.wait_for_function(
        "() => document.querySelector('[data-search-status]').textContent.trim()"
        " && !document.querySelector('[data-search]').hasAttribute('aria-busy')"
    )


def hits(page: Page) -> list[str | None]:
    """The ids of the hits shown."""
    return [one.get_attribute("data-hit") for one in page.query_selector_all("[data-hit]")]


def test_an_address_shows_its_hits_with_marked_words(page: Page, site: str) -> None:
    """Opening an address with a query shows the count and, for each hit, a link to a passage and the words marked."""
    opened(page, f"{site}/sok/?q=vaktgrupper")
    assert page.inner_text("[data-search-count]") == "4"
    assert page.input_value("input[name=q]") == "vaktgrupper"
    assert hits(page)[0] == "ks-2021-77"
    for hit in page.query_selector_all("[data-hit]"):
        assert hit.query_selector("a[href*='#p-']")
        assert hit.query_selector("mark")
    found = page.query_selector("[data-hit='ks-2021-77/kulturnamnden']")
    assert found
    assert "avstyrker" in found.inner_text()
    assert [mark.inner_text() for mark in found.query_selector_all("mark")] == ["Vaktgruppernas"]


def test_filters_back_and_forward_keep_the_address_and_the_hits_together(page: Page, site: str) -> None:
    """A filter narrows and stands in the address; the back button undoes it."""
    opened(page, f"{site}/sok/?q=vaktgrupp")
    page.select_option("#sok-hallning", "reject")
    page.wait_for_function("() => document.querySelector('[data-search-count]').textContent === '1'")
    settled(page)
    assert page.url.endswith("?q=vaktgrupp&hallning=reject")
    assert hits(page) == ["ks-2021-77/kulturnamnden"]
    page.go_back()
    page.wait_for_function("() => document.querySelector('[data-search-count]').textContent === '4'")
    assert page.input_value("#sok-hallning") == ""


def test_typing_a_query_changes_the_address(page: Page, site: str) -> None:
    """Submitting the form searches without loading the page anew, and the address can be shared."""
    opened(page, f"{site}/sok/")
    assert hits(page) == []
    page.fill("input[name=q]", "omraden")
    page.press("input[name=q]", "Enter")
    page.wait_for_selector("[data-hit]")
    settled(page)
    assert page.url == f"{site}/sok/?q=omraden"
    assert hits(page) == ["ks-2021-77/okand-instans", "ks-2021-77/norra-stadsdelsnamnden"]


def test_text_from_documents_and_addresses_never_becomes_markup(page: Page, site: str) -> None:
    """Angle brackets in a passage or in the query are shown as they are."""
    opened(page, f"{site}/sok/?q=lindar+%3Cimg+src%3Dx%3E&instans=%3Cb%3E")
    assert page.query_selector("main img, main b") is None
    opened(page, f"{site}/sok/?q=lindar")
    assert "<b>lindar</b> & lönnar" in page.inner_text("[data-hit]")
    assert page.query_selector("[data-hit] b") is None


def test_a_search_without_hits_proposes_another(page: Page, site: str) -> None:
    """A misspelt word gives no hits, a message and a link that searches for the nearest word."""
    opened(page, f"{site}/sok/?q=lytkor")
    assert page.inner_text("[data-search-count]") == "0"
    page.click("[data-search-suggestions] a >> nth=0")
    page.wait_for_selector("[data-hit]")
    assert "q=lyktor" in page.url


def test_a_number_that_stands_in_no_passage_is_shown_with_the_hit(page: Page, site: str) -> None:
    """A hit by its diary number shows the number, marked."""
    opened(page, f"{site}/sok/?q=2021%2F77")
    assert all(one.query_selector("mark") for one in page.query_selector_all("[data-hit]"))
