"""The pages in a browser: what fits, what is fetched, what the small scripts do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from generator import addresses
from generator.pages import build_pages

from . import sample
from .built import build_site
from .serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MOTION = addresses.motion(sample.M1)
ALL = (
    addresses.START,
    addresses.MOTIONS,
    MOTION,
    addresses.comparison(sample.M1),
    addresses.response(f"{sample.M1}/okand-instans"),
    addresses.response(f"{sample.M1}/norra-stadsdelsnamnden"),
    addresses.BODIES,
    addresses.body("norra-stadsdelsnamnden"),
    addresses.TERMS,
    addresses.term("trygghet"),
    addresses.ABOUT,
    addresses.ACCESSIBILITY,
    addresses.SOURCES,
    addresses.DATA,
)


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the built site."""
    pages = build_pages(sample.ARCHIVE, sample.SETTINGS, sample.FINDINGS)
    with served(build_site(pages, tmp_path_factory.mktemp("site"))[0]) as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One browser page for all of these tests."""
    made = browser.new_page()
    yield made
    made.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways(origin: str, page: Page, width: int) -> None:
    """No page is wider than the screen, from small phones to desks."""
    page.set_viewport_size({"width": width, "height": 800})
    for address in ALL:
        page.goto(origin + address)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, (address, over)


def test_nothing_leaves_the_own_origin(origin: str, page: Page) -> None:
    """No page asks another host for anything, and none breaks its own content security policy."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in ALL:
        page.goto(origin + address)
    assert [url for url in asked if not url.startswith(origin)] == []
    assert said == []


def test_a_source_line_opens_and_escape_closes_it(origin: str, page: Page) -> None:
    """The mark beside a fact opens its file, line and quote; opening another or Escape closes it."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(origin + addresses.response(f"{sample.M1}/norra-stadsdelsnamnden"))
    marks = page.locator(".facts .evidence > summary")
    marks.nth(0).click()
    marks.nth(1).press("Enter")  # the open card lies over the next mark
    page.wait_for_function("document.querySelectorAll('.evidence[open]').length === 1")
    page.keyboard.press("Escape")
    assert page.locator(".evidence[open]").count() == 0


def test_the_comparison_can_be_filtered(origin: str, page: Page) -> None:
    """A button over the comparison leaves the rows with that stance and says how many they are."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(origin + addresses.comparison(sample.M1))
    page.get_by_role("group", name="Hållning").get_by_role("button", name="tillstyrker", exact=True).click()
    assert page.locator("table[data-comparison] tbody tr:visible").count() == 2  # a joint answer: two bodies
    assert page.locator("[data-filter-status]").inner_text() == "Visar 2 av 7 rader."


def test_the_dark_scheme_is_remembered(origin: str, page: Page) -> None:
    """The button at the foot turns the colours, and the next page keeps them."""
    page.emulate_media(color_scheme="light")
    page.goto(origin + addresses.START)
    page.locator("[data-scheme-button]").click()
    page.goto(origin + addresses.ABOUT)
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.evaluate("localStorage.clear()")


def test_materials_palette_drives_the_colours(origin: str, page: Page) -> None:
    """The system's choice of dark turns Material's palette to slate, before the page is shown, and the archive's colours with it."""
    grounds = []
    for scheme, palette in (("light", "default"), ("dark", "slate")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(origin + addresses.ABOUT)
        assert page.evaluate("document.body.dataset.mdColorScheme") == palette
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    page.emulate_media(color_scheme="light")
    assert grounds == ["rgb(251, 249, 244)", "rgb(20, 25, 27)"]


def test_materials_styles_lie_below_the_archives_own(origin: str, page: Page) -> None:
    """Material's stylesheets lie in a layer of the base; its admonitions, tabs and list of headings are on the pages."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(origin + addresses.response(f"{sample.M1}/okand-instans"))
    first = page.evaluate(
        "(rule => [rule.name, rule.cssRules.length > 100])([...document.styleSheets].find(one => one.href.endsWith('/stil.css')).cssRules[0])"
    )
    assert first == ["material", True]
    icon = page.evaluate("getComputedStyle(document.querySelector('.admonition-title'), '::before').maskImage")
    assert icon.startswith("url(")
    assert page.locator(".md-tabs__item--active").first.inner_text() == "Motioner"
    page.goto(origin + MOTION)
    assert page.locator(".toc .md-nav__link").count() > 1


def test_no_line_is_too_long_to_read(origin: str, page: Page) -> None:
    """A line of running text holds at most 75 letters on a wide screen."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(origin + addresses.response(f"{sample.M1}/norra-stadsdelsnamnden"))
    letters = page.evaluate(
        """() => { const p = document.querySelector('p.passage'), style = getComputedStyle(p), canvas = document.createElement('canvas').getContext('2d');
        canvas.font = style.fontSize + ' ' + style.fontFamily; const text = 'Nämnden föreslår att motionen besvaras med vad som sägs här.';
        return p.getBoundingClientRect().width / (canvas.measureText(text).width / text.length); }"""
    )
    assert 50 < letters < 75
