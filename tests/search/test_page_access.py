"""The search page for everyone: without scripts, by ear, by touch, in both schemes, on paper, and without anything that jumps."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from .conftest import counted, hits, opened, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Find = Callable[["Page", str], None]
FOUND = 26
JUMPS = """() => { window.jumps = []; new PerformanceObserver(list => list.getEntries().forEach(
  one => window.jumps.push([one.value, one.hadRecentInput]))).observe({type: 'layout-shift', buffered: true}); }"""
SLOW = 700  # milliseconds: longer than the browser excuses a jump by what the reader just did
SLOWLY = "wait => { const soon = window.fetch; window.fetch = async (...what) => { await new Promise(done => setTimeout(done, wait)); return soon(...what); }; }"
# Every text on the page with its contrast to the nearest ground under it (WCAG 2.1, 1.4.3: relative luminance).
CONTRASTS = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return canvas.getImageData(0, 0, 1, 1).data; };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = node => { for (; node; node = node.parentElement) { const made = rgba(getComputedStyle(node).backgroundColor); if (made[3] === 255) return made; } return [255, 255, 255]; };
  const found = [], walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const node = text.parentElement;
    if (!text.data.trim() || !node.checkVisibility({checkVisibilityCSS: true}) || node.closest('.vh, noscript, option')) continue;
    const one = light(rgba(getComputedStyle(node).color)), other = light(ground(node));
    found.push([(Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05), text.data.trim().slice(0, 40)]);
  }
  return found;
}"""


def jumps(page: Page, *, excused: bool) -> float:
    """How much the page has jumped since the last call; ``excused`` counts what follows at once on the reader's doing too."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    found: list[tuple[float, bool]] = page.evaluate("() => window.jumps.splice(0)")
    return sum(value for value, recent in found if excused or not recent)


@pytest.mark.parametrize("screen", [{}, {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}])
def test_nothing_jumps(browser: Browser, site: str, screen: dict[str, Any]) -> None:
    """Opening, narrowing and asking for more hits move nothing by itself, even when every file is slow to come."""
    with opened(browser, site, **screen) as page:
        page.add_init_script(f"({JUMPS})()")
        page.goto(f"{site}/sok/")
        settled(page)
        assert jumps(page, excused=True) < 0.02
        page.goto(f"{site}/sok/?q=bänkar")
        counted(page, FOUND)
        assert jumps(page, excused=True) < 0.02
        page.evaluate(SLOWLY, SLOW)
        if screen:
            page.click("[data-search-open]")
        page.check("[data-search-facet='hallning'] input[value='reject']")
        page.wait_for_function("() => document.querySelector('[data-search-count]').textContent !== '26'")
        settled(page)
        assert jumps(page, excused=True) < 0.02
        if screen:
            page.click(".sok-ark__klar")
        page.click("[data-search-clear]")
        counted(page, FOUND)
        jumps(page, excused=True)
        page.click("[data-search-more] button")
        page.wait_for_function("() => document.querySelectorAll('[data-hit]').length === 20")
        assert jumps(page, excused=False) < 0.02


def test_a_click_keeps_the_hits_until_the_new_ones_are_there(page: Page, find: Find) -> None:
    """While the next answer is on its way the old hits stand, dimmed."""
    find(page, "?q=bänkar")
    page.evaluate("""() => { window.least = 99; new MutationObserver(() => { window.least = Math.min(window.least,
      document.querySelectorAll('[data-hit]').length); }).observe(document.querySelector('[data-search-hits]'), {childList: true}); }""")
    page.check("[data-search-facet='hallning'] input[value='reject']")
    page.wait_for_function("() => window.least < 99")
    settled(page)
    assert page.evaluate("window.least") == len(hits(page)) > 0


def test_the_count_is_read_out_once_a_search(page: Page, find: Find) -> None:
    """The status is a polite live region that changes once for each search, to the count in words."""
    find(page, "")
    page.evaluate("""() => { window.said = []; new MutationObserver(() => window.said.push(
      document.querySelector('[data-search-status]').textContent)).observe(document.querySelector('[data-search-status]'),
      {childList: true, subtree: true, characterData: true}); }""")
    assert page.get_attribute("[data-search-status]", "role") == "status"
    for query, count in (("bänkar", 26), ("fladdermöss", 1)):
        page.evaluate("window.said = []")
        page.fill("input[name=q]", query)
        page.press("input[name=q]", "Enter")
        counted(page, count)
        words = page.evaluate("window.said")
        assert words[-1] == f"{count} träff{'ar' if count > 1 else ''}"
        assert len(words) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["?q=bänkar&hallning=reject&hallning=partly", "?q=lytkor&ar=2019", "?q=%22x", ""])
def test_all_text_stands_out_in_both_schemes(browser: Browser, site: str, scheme: str, query: str) -> None:
    """Every text has at least 4.5:1 to its ground (WCAG 2.1, 1.4.3)."""
    with opened(browser, site, color_scheme=scheme) as page:
        page.goto(f"{site}/sok/{query}")
        settled(page)
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        found = page.evaluate(CONTRASTS)
        assert len(found) > 10
        assert [words for ratio, words in found if ratio < 4.5] == []


def test_everything_has_a_name_and_its_place(page: Page, find: Find) -> None:
    """Ids are unique, each control has a name, each group of boxes a legend, and headings go down one step at a time."""
    find(page, "?q=bänkar&hallning=reject")
    page.click("[data-search-facet='instans'] > button") if page.query_selector("[data-search-facet='instans'] > button:visible") else None
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), one => one.id)")
    assert sorted(ids) == sorted(set(ids))
    nameless = page.evaluate(
        """() => Array.from(document.querySelectorAll('main a, main button, main input, main select, main summary')).filter(one =>
        one.checkVisibility() && !(one.getAttribute('aria-label') || (one.labels && one.labels.length && one.labels[0].textContent.trim())
        || one.textContent.trim())).map(one => one.outerHTML)"""
    )
    assert nameless == []
    assert page.evaluate("Array.from(document.querySelectorAll('fieldset')).every(one => one.firstElementChild.localName === 'legend')")
    levels = page.evaluate(
        "Array.from(document.querySelectorAll('main :is(h1,h2,h3,h4)')).filter(one => one.checkVisibility()).map(one => +one.localName[1])"
    )
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.evaluate("document.querySelector('[data-search-hits]').localName") == "ol"
    assert page.locator("[data-hit] h3").count() == len(hits(page))


def test_on_a_narrow_screen_the_boxes_come_in_a_sheet(phone: Page, find: Find) -> None:
    """The sheet opens over the page, counts as one ticks, closes by Escape, and gives the focus back to its button."""
    find(phone, "?q=bänkar")
    assert not phone.is_visible("[data-search-facet]")
    phone.tap("[data-search-open]")
    assert phone.evaluate("document.activeElement.closest('dialog') !== null")
    phone.tap("dialog label:has(input[value='reject'])")
    phone.wait_for_selector("[data-search-chip='hallning=reject']", state="attached")
    settled(phone)
    count = phone.inner_text("[data-search-count]")
    assert count != str(FOUND)
    assert phone.inner_text(".sok-ark__klar") == f"Visa {count} träffar"
    phone.keyboard.press("Escape")
    assert not phone.is_visible("dialog")
    assert phone.evaluate("document.activeElement.hasAttribute('data-search-open')")
    assert phone.inner_text("[data-search-open]") == "Avgränsa (1)"
    assert phone.is_visible("[data-search-chip]")


@pytest.mark.parametrize("query", ["", "?q=bänkar&hallning=reject&motion=ks-2019-10", "?q=lytkor"])
def test_what_is_touched_is_large_enough_and_nothing_is_cut_off(phone: Page, find: Find, query: str) -> None:
    """On a touch screen each control is 44 pixels high, and the page is no wider than the screen, 320 pixels too."""
    find(phone, query)
    small = """() => Array.from(document.querySelectorAll('main button, main input, main select, main summary, main .sok-val label'))
      .filter(one => one.checkVisibility() && !(one.type === 'checkbox')).map(one => [Math.round(one.getBoundingClientRect().height), one.outerHTML.slice(0, 80)])
      .filter(pair => pair[0] < 44)"""
    assert phone.evaluate(small) == []
    if query.startswith("?q=b"):
        phone.tap("[data-search-open]")
        assert phone.evaluate(small) == []
        phone.keyboard.press("Escape")
    for width in (360, 320):
        phone.set_viewport_size({"width": width, "height": 740})
        assert phone.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_page_offers_the_words(browser: Browser, site: str) -> None:
    """A reader without scripts finds the archive's words on the page, each with a page of its own, and no empty frame."""
    with opened(browser, site, java_script_enabled=False) as page:
        page.goto(f"{site}/sok/?q=bänkar")
        links = [str(one.get_attribute("href")) for one in page.query_selector_all("a[href*='/begrepp/']")]
        words = [link for link in links if link.rstrip("/").rpartition("/")[2] != "begrepp"]
        assert words
        assert page.is_visible(f"a[href='{words[0]}']")
        for word in words:
            answer = page.goto(f"{site}/sok/{word}")
            assert answer
            assert answer.ok
        page.goto(f"{site}/sok/")
        assert not page.is_visible("[data-search-area]")
        page.fill("input[name=q]", "bänkar")
        page.press("input[name=q]", "Enter")
        page.wait_for_url("**/sok/?q=*")


def test_every_example_finds_something(page: Page, find: Find) -> None:
    """Each example of how to search is a link, and each has hits in this archive."""
    find(page, "")
    page.click(".sok-hjalp summary")
    links = page.locator(".sok-hjalp a")
    assert links.count() > 6
    for link in links.all():
        link.click()
        page.wait_for_function("text => document.querySelector('input[name=q]').value === text", arg=link.inner_text())
        settled(page)
        assert hits(page), link.inner_text()


def test_an_example_searches_in_place(page: Page, find: Find) -> None:
    """An example is tried without loading the page anew, and stands in the box."""
    find(page, "")
    page.evaluate("window.same = true")
    page.click(".sok-start a")
    page.wait_for_selector("[data-hit]")
    assert page.evaluate("window.same")
    assert page.input_value("input[name=q]") == "bänk"


def test_marks_are_seen_in_forced_colours(browser: Browser, site: str) -> None:
    """Where the reader's own colours rule, a marked word has another ground than the text around it."""
    with opened(browser, site, forced_colors="active") as page:
        page.goto(f"{site}/sok/?q=bänkar")
        settled(page)
        colours = page.evaluate(
            "[getComputedStyle(document.querySelector('[data-hit] mark')).backgroundColor, getComputedStyle(document.body).backgroundColor]"
        )
        assert colours[0] != colours[1]


def test_paper_has_the_hits_and_nothing_to_press(page: Page, find: Find) -> None:
    """In print the hits and the count remain, and boxes, buttons and help do not."""
    find(page, "?q=bänkar&hallning=reject")
    page.emulate_media(media="print")
    assert page.is_visible("[data-hit] mark")
    assert page.is_visible("[data-search-status]")
    assert "bänkar" in page.evaluate("getComputedStyle(document.querySelector('[data-search-status]'), '::after').content")
    assert page.evaluate(
        "Array.from(document.querySelectorAll('main button, main input, main select, main summary')).filter(one => one.checkVisibility()"
        " && !one.closest('[data-search-chips]')).length"
    ) == 0
