"""The frame of every page: its language, its head, and that nothing in it jumps."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import Tried
from .kinds import addresses

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOVED = 0.02  # the share of the screen that moved times how far; from 0.1 on a page counts as unsteady
SHIFTS = """window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(
  one => window.shifts.push([one.value, one.sources.map(source => source.node && (source.node.outerHTML || source.node.data || '').slice(0, 60)).join(' | ')])))
  .observe({type: 'layout-shift', buffered: true});"""


def test_every_page_says_its_language(sites: tuple[Path, ...]) -> None:
    """Each page names Swedish for the whole and for its text, and has one title, one main part and one heading above the rest."""
    for folder in sites:
        for address in addresses(folder):
            text = (folder / f"{address[1:]}{'index.html' if address.endswith('/') else ''}").read_text(encoding="utf-8")
            assert re.search(r'<html lang="sv"', text), address
            assert re.findall(r"<main[^>]*>", text) == ['<main class="md-content" id="Innehall" lang="sv" tabindex="-1">'], address
            assert len(re.findall(r"<h1[ >]", text)) == 1, address
            assert re.search(r"<title>[^<]+</title>", text), address


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_a_page_is_read_in(browser: Browser, tried: tuple[Tried, ...], width: int) -> None:
    """Hardly anything moves that has been painted, on any kind of page: not when it folds its lists for a phone, nor when its scripts have run."""
    found = []
    with closing(browser.new_page(viewport={"width": width, "height": 800})) as page:
        page.add_init_script(SHIFTS)
        for one in tried:
            page.goto(one.address)
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            shifts = page.evaluate("window.shifts")
            if sum(value for value, _ in shifts) > MOVED:
                found.append(f"{one.name}: {shifts}")
    assert not found, "\n".join(found)


def test_the_scheme_is_turned_without_a_jump(browser: Browser, origin: str) -> None:
    """The button at the foot keeps its size and place when its words change, and says what it does next."""
    with closing(browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")) as page:
        page.goto(f"{origin}/om/")
        button = page.get_by_role("button", name="Byt till mörkt läge")
        button.scroll_into_view_if_needed()
        before = button.bounding_box()
        button.click()
        turned = page.get_by_role("button", name="Byt till ljust läge")
        assert turned.bounding_box() == before
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
        assert page.evaluate("[...document.querySelectorAll('meta[name=theme-color]')].map(one => one.content)") == ["#14191b"] * 2
        page.evaluate("localStorage.clear()")


def test_the_list_of_headings_stands_after_the_title_and_follows_the_reader(browser: Browser, tried: tuple[Tried, ...]) -> None:
    """On a phone the list is a folded row below the title; on a wide screen it stays in sight and names the section at hand."""
    with_list = [one for one in tried if 'class="toc"' in one.file.read_text(encoding="utf-8")]
    assert with_list
    with closing(browser.new_page(viewport={"width": 360, "height": 800}, reduced_motion="reduce")) as page:
        for one in with_list:
            page.set_viewport_size({"width": 360, "height": 800})
            page.goto(one.address)
            assert page.evaluate("document.querySelector('.toc').getBoundingClientRect().top > document.querySelector('h1').getBoundingClientRect().bottom")
            assert not page.evaluate("document.querySelector('.toc').open")
            page.set_viewport_size({"width": 1280, "height": 800})
            page.goto(one.address)
            page.locator("main h2[id]").nth(1).evaluate("head => head.scrollIntoView()")
            page.wait_for_function("() => document.querySelector('.toc [aria-current=location]')")
            assert page.locator(".toc > summary").bounding_box()


@pytest.mark.parametrize(("width", "folded"), [(360, True), (820, True), (1280, False)])
def test_the_facts_are_folded_where_they_have_no_column_of_their_own(browser: Browser, tried: tuple[Tried, ...], width: int, folded: bool) -> None:  # noqa: FBT001 - a column of the table above
    """A document's facts are a closed row above the text until there is room for them beside it."""
    with_facts = [one for one in tried if 'class="facts"' in one.file.read_text(encoding="utf-8")]
    assert with_facts
    with closing(browser.new_page(viewport={"width": width, "height": 800})) as page:
        for one in with_facts:
            page.goto(one.address)
            assert page.locator(".facts > details").get_attribute("open") == (None if folded else ""), one.name


def test_the_way_back_fits_in_two_lines_on_a_phone(browser: Browser, tried: tuple[Tried, ...]) -> None:
    """The steps above the title take at most two lines on a phone, whatever a motion is called."""
    with closing(browser.new_page(viewport={"width": 360, "height": 800})) as page:
        for one in tried:
            page.goto(one.address)
            lines = page.evaluate(
                """() => { const list = document.querySelector('.crumbs ol'); return list ? list.getBoundingClientRect().height / parseFloat(getComputedStyle(list).lineHeight) : 0; }"""
            )
            assert lines < 2.5, one.name
