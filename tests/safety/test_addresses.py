"""What stands in an address is a stranger's text too: a link to the archive cannot make its pages act, or say what they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.safety.serving import served, watched
from tests.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MARKUP = "<img src=x onerror=pwned(1)>"
# As they stand in an address: the last two are broken escapes and are not escaped anew.
TEXTS = (*(quote(text, safe="") for text in (MARKUP, "javascript:pwned(2)", "https://ond.example/<script>pwned(3)</script>", '"]\\[')), "%", "__proto__%ff")
MOTION = "/motioner/ks-2021-45/"
PAGES = {
    "/": ("q", "sida"),
    MOTION: ("markera", "rader", "sida"),
    f"{MOTION}jamforelse/": ("hallning", "instans", "sortera", "visa", "q"),
    f"{MOTION}fritidsnamnden/": ("markera", "rader"),
    "/sok/": ("q", "instans", "motion", "ar", "hallning", "typ", "avsnitt", "ordning"),
    "/om/redaktion/": ("sida",),
    "/instanser/": ("q", "sida"),
    "/om/kallor/": ("q", "sida"),
}


@pytest.mark.parametrize("address", PAGES)
def test_no_address_makes_a_page_act(browser: Browser, golden: Site, address: str) -> None:
    """Markup, schemes and broken escapes in the query and after the # are never run, fetched or followed, and stop no script."""
    with served(golden.folder, (golden.folder / "_headers").read_text(encoding="utf-8")) as origin, watched(browser, origin) as seen:
        for text in TEXTS:
            query = "&".join(f"{name}={text}" for name in PAGES[address])
            page = seen.go(f"{address}?{query}#{text}")
            page.wait_for_timeout(20)
            assert page.url.startswith(origin + address), text
            assert seen.faults() == [], text
            assert seen.said == [], text
            assert not page.query_selector("main img[src='x'], main script, a[href^='javascript:' i], a[href*='//ond.example']"), text


def test_a_report_is_only_about_a_page_of_the_archive(browser: Browser, golden: Site) -> None:
    """The page that takes reports shows the address it was sent from only where that is the archive's own."""
    with served(golden.folder) as origin, watched(browser, origin) as seen:
        for text, shown in (("https://ond.example/ring-detta-nummer", False), ("motioner/ks-2021-45/", True)):
            page = seen.go(f"/om/redaktion/?sida={quote(text, safe='')}")
            words = page.inner_text("main")
            assert "ond.example" not in words
            assert (f"{MOTION}" in words) == shown
            assert "ond.example" not in page.inner_html("main")
