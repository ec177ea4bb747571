"""The pictures in a real browser: large enough to read, no word on another, nothing outside, whatever the width."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = ("/oversikt/", "/alla/")
# Every picture's words against its frame (a hair's breadth of slack for rounding) and against each other.
FAULTS = """() => [...document.querySelectorAll('svg.picture')].flatMap(svg => {
  const frame = svg.getBoundingClientRect(), name = svg.querySelector('title').id, found = [];
  const words = [...svg.querySelectorAll('text')].filter(one => one.getClientRects().length).map(one => [one, one.getBoundingClientRect()]);
  words.forEach(([one, box], at) => {
    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 3 || box.bottom > frame.bottom + 3) found.push(`${name}: ${one.textContent} utanför`);
    if (parseFloat(getComputedStyle(one).fontSize) < 12) found.push(`${name}: ${one.textContent} för litet`);
    for (const [other, next] of words.slice(at + 1)) {
      const across = Math.min(box.right, next.right) - Math.max(box.left, next.left), down = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
      if (across > 0.5 && down > 4) found.push(`${name}: ${one.textContent} på ${other.textContent}`);
    }
  });
  return found;
})"""


@pytest.mark.parametrize("width", [320, 360, 700, 1023, 1024, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_words_have_room(browser: Browser, pictures: str, path: str, width: int) -> None:
    """At every width each word is at least 12 px high, inside its picture and on no other word, and the page is no wider than the screen."""
    with closing(browser.new_page(viewport={"width": width, "height": 900})) as page:
        page.goto(pictures + path)
        page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")
        assert page.evaluate(FAULTS) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
def test_words_have_room_when_they_are_twice_as_large(browser: Browser, pictures: str, path: str) -> None:
    """With the reader's letters at 200 % the pictures grow with them and lose nothing."""
    with closing(browser.new_page(viewport={"width": 1280, "height": 900})) as page:
        page.goto(pictures + path)
        before = page.evaluate("document.querySelector('svg.picture').getBoundingClientRect().height")
        page.evaluate("document.documentElement.style.fontSize = '250%'")
        assert page.evaluate("document.querySelector('svg.picture').getBoundingClientRect().height") == pytest.approx(2 * before, rel=0.05)
        assert page.evaluate(FAULTS) == []


def test_forced_colours_keep_the_parts_apart(browser: Browser, pictures: str) -> None:
    """Where the reader's own colours are forced, every part of a bar has an edge in the colour of text and no colour of its own."""
    with closing(browser.new_page(viewport={"width": 1280, "height": 900}, forced_colors="active")) as page:
        page.goto(pictures + "/alla/")
        looks = page.evaluate(
            """() => [...document.querySelectorAll('svg.picture rect[class^="s-"]')].map(one => getComputedStyle(one)).map(one => `${one.fill} ${one.stroke}`)"""
        )
        assert len(set(looks)) == 1
        fill, _, stroke = looks[0].partition(") ")
        assert fill.rstrip(")") != stroke.rstrip(")")


def test_stances_are_told_apart_without_colour(browser: Browser, pictures: str) -> None:
    """On a phone every part of a full bar that is as wide as a finger's half carries its shape."""
    with closing(browser.new_page(viewport={"width": 360, "height": 900})) as page:
        page.goto(pictures + "/alla/")
        bare = page.evaluate(
            """() => [...document.querySelectorAll('svg.picture rect[class^="s-"]')].filter(one => one.getBoundingClientRect().width >= 14 &&
              ![...one.parentNode.querySelectorAll('text.' + one.classList[0])].some(word => word.getClientRects().length)).length"""
        )
        assert bare == 0
