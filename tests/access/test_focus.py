"""Every stop of the Tab key: within the screen, with a mark around it, and covered by nothing (WCAG 2.4.7, 2.4.11, 1.4.13)."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from .conftest import Tried

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST = 90  # stops tried on a page: what comes after is more of the same
LOOK = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at), label = at.closest('label') || (at.labels && at.labels[0]);
  let box = at.getBoundingClientRect();
  // A link over two lines has a box for each; the first is looked at.
  const first = at.getClientRects()[0] || box;
  const faults = [];
  if (first.width < 1 || first.height < 1) faults.push('has no size');
  if (box.left < -0.5 || first.right > innerWidth + 0.5) faults.push('outside the width: ' + [box.left, first.right].map(Math.round));
  if (first.bottom < 1 || first.top > innerHeight - 1) faults.push('outside the height: ' + [first.top, first.bottom].map(Math.round));
  const marked = (one) => { const s = getComputedStyle(one); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; };
  if (!marked(at) && !(label && marked(label))) faults.push('no mark: ' + style.outline);
  const inside = (x, y) => { const over = document.elementFromPoint(x, y); return over && (at.contains(over) || over.contains(at) || (label && label.contains(over))); };
  const left = Math.max(first.left, 0), right = Math.min(first.right, innerWidth), top = Math.max(first.top, 0), bottom = Math.min(first.bottom, innerHeight);
  const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].map(([x, y]) => [left + (right - left) * x, top + (bottom - top) * y]);
  if (right > left && bottom > top && !points.some(([x, y]) => inside(x, y))) faults.push('covered');
  at.dataset.seen = (at.dataset.seen || 0) * 1 + 1;
  return {faults, again: at.dataset.seen > 1, what: at.outerHTML.slice(0, 110)};
}"""


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_is_seen(browser: Browser, tried: tuple[Tried, ...], width: int) -> None:
    """On each kind of page the Tab key goes from one thing in sight to the next, each with a mark around it and nothing over it."""
    found: list[str] = []
    with closing(browser.new_page(viewport={"width": width, "height": 640}, reduced_motion="reduce")) as page:
        for one in tried:
            page.goto(one.address)
            stops = 0
            for _ in range(MOST):
                page.keyboard.press("Tab")
                seen: dict[str, Any] | None = page.evaluate(LOOK)
                if seen is None or seen["again"]:
                    break
                stops += 1
                found += [f"{one.name}: {fault}: {seen['what']}" for fault in seen["faults"]]
            assert stops > 5, one.name
    assert not found, "\n".join(found)
