"""axe-core on every kind of page, on phones and desks, in both schemes, and with what can be opened opened."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.installed import module

from .conftest import SCHEMES, WIDTHS, Tried

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TAGS = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice")
RUN = """tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}).then(said =>
  said.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.join(' '), node.failureSummary.split('\\n').slice(1, 2).join('').trim()])))"""
SETTLED = """() => !document.querySelector('[data-search][aria-busy], [data-search-hits][aria-busy]')
  && (document.querySelector('[data-search-count]').textContent || document.querySelector('[data-search-error]').textContent
      || !document.querySelector('[data-search-start]').hidden)"""


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core as a script to run in a page."""
    return module("axe-core/axe.min.js").read_text(encoding="utf-8")


def faults(page: Page, axe: str) -> list[str]:
    """What axe-core holds against the page as it stands, one line for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    return [": ".join(one) for one in page.evaluate(RUN, list(TAGS))]


def opened(browser: Browser, width: int, scheme: str) -> Any:
    """A page of that width in that scheme, to be closed; nothing in it moves, so that no colour is caught half-way."""
    return closing(browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_kind_of_page_has_a_fault(browser: Browser, axe: str, tried: tuple[Tried, ...], width: int, scheme: str) -> None:
    """axe-core finds no fault on any kind of page, at this width and in this scheme."""
    found = []
    with opened(browser, width, scheme) as page:
        for one in tried:
            page.goto(one.address)
            found += [f"{one.name}: {fault}" for fault in faults(page, axe)]
    assert not found, "\n".join(found)


def _results(page: Page, origin: str) -> None:
    page.goto(f"{origin}/sok/?q=trygghet")
    page.wait_for_function(SETTLED)
    assert page.locator("[data-hit]").count()


def _facets(page: Page, origin: str) -> None:
    _results(page, origin)
    if page.is_visible("[data-search-open]"):
        page.click("[data-search-open]")
        page.wait_for_selector("dialog[open]")
    page.evaluate("document.querySelectorAll('main details, dialog details').forEach(one => one.open = true)")


def _nothing(page: Page, origin: str) -> None:
    page.goto(f"{origin}/sok/?q=zebraspindel")
    page.wait_for_function(SETTLED)
    assert not page.locator("[data-hit]").count()


def _menu(page: Page, origin: str) -> None:
    page.goto(f"{origin}/om/")
    if page.is_visible(".menu-button"):
        page.click(".menu-button")
        page.wait_for_selector("dialog.drawer[open]")


def _card(page: Page, origin: str) -> None:
    page.goto(f"{origin}/motioner/")
    page.goto(page.evaluate("document.querySelector('main .lines a, main .card a, main li a[href*=\"../motioner/\"], main h3 a, main h2 a').href"))
    mark = page.locator(".evidence > summary").first
    mark.click()
    assert page.locator(".evidence[open] .evidence-body").is_visible()


def _folded(page: Page, origin: str) -> None:
    _card(page, origin)
    page.evaluate("document.querySelectorAll('main details:not(.evidence)').forEach(one => one.open = true)")


STATES: tuple[Callable[[Page, str], None], ...] = (_results, _facets, _nothing, _menu, _card, _folded)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("state", STATES, ids=lambda one: one.__name__.strip("_"))
def test_what_is_opened_has_no_fault(
    browser: Browser, axe: str, origin: str, state: Callable[[Page, str], None], width: int, scheme: str
) -> None:
    """axe-core finds no fault with hits, boxes to narrow them, no hits, the menu, a source card or folded text on the screen."""
    with opened(browser, width, scheme) as page:
        state(page, origin)
        found = faults(page, axe)
    assert not found, "\n".join(found)
