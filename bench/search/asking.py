"""The first ten pages that each engine shows for a query, read off its own search page in headless Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from bench.search.relevance import PLACES

if TYPE_CHECKING:
    from playwright.sync_api import Page

LIMIT: Final = 60_000  # milliseconds that an answer may take
STILL: Final = 300  # milliseconds without a change after which a list that grows while one types counts as done

_OURS_DONE: Final = """() => {
  const form = document.querySelector("[data-search]"), count = document.querySelector("[data-search-count]");
  return Boolean(count && count.textContent.trim() && !(form && form.hasAttribute("aria-busy")));
}"""
_OURS_LIST: Final = (
    """() => [...document.querySelectorAll("[data-hit]")].map((one) => one.querySelector("a[href]").href)"""
)
_OURS_SHOWN: Final = """() => {
  const count = Number(document.querySelector("[data-search-count]").textContent.replace(/[^0-9]/g, "") || 0);
  return document.querySelectorAll("[data-hit]").length >= Math.min(10, count);
}"""
_PAGEFIND_DONE: Final = """() => document.getElementById("count").textContent !== "" """
_PAGEFIND_LIST: Final = """() => [...document.querySelectorAll("#hits li a[href]")].map((one) => one.href)"""
_MATERIAL_LIST: Final = (
    """() => [...document.querySelectorAll(".md-search-result__item > a[href], .md-search-result__item > * > a[href]")]"""
    """.map((one) => one.href)"""
)
_MATERIAL_STATE: Final = """() => [document.querySelector(".md-search-result__meta").textContent.trim(),
  document.querySelectorAll(".md-search-result__item").length].join(" ")"""


@dataclass(frozen=True, slots=True)
class Asker:
    """An engine as the table shows it, and how its page is asked: (page, address of the site, query) → addresses of hits."""

    name: str
    title: str
    ask: Callable[[Page, str, str], list[str]]


def ours(page: Page, site: str, query: str) -> list[str]:
    """The hits of /sok/, opened with the query in its address."""
    page.goto(f"{site}/sok/?q={quote(query)}")
    page.wait_for_function(_OURS_DONE, timeout=LIMIT)
    page.wait_for_function(_OURS_SHOWN, timeout=LIMIT)
    found: list[str] = page.evaluate(_OURS_LIST)
    return found


def pagefind(page: Page, site: str, query: str) -> list[str]:
    """The hits of Pagefind's programming interface on a page of its own."""
    page.goto(f"{site}/sok/?q={quote(query)}")
    page.wait_for_function(_PAGEFIND_DONE, timeout=LIMIT)
    found: list[str] = page.evaluate(_PAGEFIND_LIST)
    return found


def material(page: Page, site: str, query: str) -> list[str]:
    """The hits of Material's search box, typed into it; the list is read when it has not changed for a while."""
    box = "input[data-md-component=search-query]"
    if not page.url.startswith(site):
        page.goto(f"{site}/?q=motion")
        page.wait_for_selector(".md-search-result__item", timeout=LIMIT)
    _type(page, box, "")
    page.wait_for_function("() => !document.querySelector('.md-search-result__item')", timeout=LIMIT)
    empty = page.evaluate(_MATERIAL_STATE)
    _type(page, box, query)
    before, waited = empty, 0
    while waited < LIMIT:
        page.wait_for_timeout(STILL)
        waited += STILL
        state = page.evaluate(_MATERIAL_STATE)
        if state == before and state != empty:
            break
        before = state
    found: list[str] = page.evaluate(_MATERIAL_LIST)
    return found


def _type(page: Page, box: str, text: str) -> None:
    page.fill(box, text)
    page.press(box, "Shift")  # Material looks at its box when a key is let go


OURS: Final = Asker("ours", "Motionsarkivet", ours)
PEERS: Final = (
    Asker("material-en", "Material", material),
    Asker("material-sv", "Material, svensk stam", material),
    Asker("pagefind", "Pagefind", pagefind),
)


def pages_of(hits: Iterable[str]) -> list[str]:
    """The addresses of the pages hit, best first, each once, as ``Page.url`` writes them; at most ten."""
    paths = (urlsplit(hit).path.lstrip("/").removesuffix("index.html") for hit in hits)
    return list(dict.fromkeys(paths))[:PLACES]
