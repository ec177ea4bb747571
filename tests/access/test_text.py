"""Large text, roomy text, few colours and no motion: what the page loses then (WCAG 1.4.4, 1.4.10, 1.4.12, 1.4.1)."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from .conftest import Tried

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LARGE = "html { font-size: 250% !important; }"  # twice the 125 % that the archive begins from
ROOMY = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
# Set from without, so that the archive's own policy does not forbid it, as a reader's own styles are not forbidden.
APPLY = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }"""
LOST = """() => {
  const found = [], root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > root.clientWidth + 1 && one.checkVisibility()
      && !one.closest('.scroll, .matrix-frame, .vh, dialog:not([open])'));
    found.push('wider than the screen by ' + (root.scrollWidth - root.clientWidth) + ': ' + wide.slice(0, 2).map(one => one.outerHTML.slice(0, 80)).join(' | '));
  }
  for (const one of document.querySelectorAll('body *')) {
    const style = getComputedStyle(one);
    if (!one.checkVisibility({checkVisibilityCSS: true}) || !one.textContent.trim() || one.closest('.vh, svg, thead, caption.vh, option')) continue;
    if (style.overflowX === 'hidden' || style.overflowX === 'clip') { if (one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 1) found.push('cut to the right: ' + one.outerHTML.slice(0, 90)); }
    if (style.overflowY === 'hidden' || style.overflowY === 'clip') { if (one.scrollHeight > one.clientHeight + 2 && one.clientHeight > 1) found.push('cut below: ' + one.outerHTML.slice(0, 90)); }
  }
  return found;
}"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("css", [LARGE, ROOMY], ids=["twice as large", "roomy"])
def test_nothing_is_lost_where_the_text_needs_more_room(browser: Browser, tried: tuple[Tried, ...], width: int, css: str) -> None:
    """Text at 200 % and text with a reader's own spacing makes no page scroll sideways and cuts nothing off."""
    found = []
    with closing(browser.new_page(viewport={"width": width, "height": 800})) as page:
        for one in tried:
            page.goto(one.address)
            page.evaluate(APPLY, css)
            page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = one.matches(':not(.evidence)'))")
            found += [f"{one.name}: {lost}" for lost in page.evaluate(LOST)]
    assert not found, "\n".join(found)


def test_links_in_text_and_badges_need_no_colour(browser: Browser, tried: tuple[Tried, ...]) -> None:
    """A link among other words is underlined, and a badge has a shape and a word."""
    found = []
    with closing(browser.new_page(viewport={"width": 1280, "height": 800})) as page:
        for one in tried:
            page.goto(one.address)
            found += [
                f"{one.name}: {fault}"
                for fault in page.evaluate(
                    """() => [...[...document.querySelectorAll('main p a, main li a, main dd a')].filter(one => one.checkVisibility() && one.textContent.trim()
                      && [...one.parentElement.childNodes].some(node => node.nodeType === 3 && node.data.trim().length > 3)
                      && !getComputedStyle(one).textDecorationLine.includes('underline') && getComputedStyle(one).borderBottomStyle === 'none').map(one => one.outerHTML),
                      ...[...document.querySelectorAll('.badge')].filter(one => !one.querySelector('.shape').textContent.trim()
                      || one.textContent.trim().length <= one.querySelector('.shape').textContent.trim().length + 1).map(one => one.outerHTML)]"""
                )
            ]
    assert not found, "\n".join(found)


def test_badges_and_marks_are_seen_in_the_readers_own_colours(browser: Browser, tried: tuple[Tried, ...]) -> None:
    """Where the reader's colours rule, a badge and a button have a frame."""
    with closing(browser.new_page(viewport={"width": 1280, "height": 800}, forced_colors="active")) as page:
        framed = 0
        for one in tried:
            page.goto(one.address)
            frames = page.evaluate(
                """() => [...document.querySelectorAll('.badge, button:not(.sort)')].filter(one => one.checkVisibility({checkVisibilityCSS: true})).map(one => {
                  const style = getComputedStyle(one);
                  return [parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== 'none' && style.borderTopColor !== getComputedStyle(document.body).backgroundColor, one.outerHTML.slice(0, 90)]; })"""
            )
            assert [html for seen, html in frames if not seen] == [], one.name
            framed += len(frames)
        assert framed > 20


def test_nothing_moves_for_those_who_ask_for_stillness(browser: Browser, tried: tuple[Tried, ...]) -> None:
    """With reduced motion no element has an animation or a transition that takes time, and the page does not glide."""
    found = []
    with closing(browser.new_page(viewport={"width": 360, "height": 800}, reduced_motion="reduce")) as page:
        for one in tried:
            page.goto(one.address)
            found += [
                f"{one.name}: {html}"
                for html in page.evaluate(
                    """() => [...document.querySelectorAll('*')].filter(one => { const s = getComputedStyle(one); const long = text => text.split(',').some(part => parseFloat(part) > 0.01);
                      return (s.animationName !== 'none' && long(s.animationDuration)) || long(s.transitionDuration) || s.scrollBehavior === 'smooth'; }).map(one => one.outerHTML.slice(0, 90))"""
                )
            ]
    assert not found, "\n".join(found)
