"""The menu of a narrow screen, the way past it, and what remains of it without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WHERE = "document.activeElement.className || document.activeElement.localName"


@pytest.fixture
def phone(browser: Browser, origin: str) -> Iterator[Page]:
    """A narrow page with the menu shut."""
    page = browser.new_page(viewport={"width": 320, "height": 640}, has_touch=True, reduced_motion="reduce")
    page.goto(f"{origin}/om/")
    yield page
    page.close()


def test_the_menu_opens_by_key_and_escape_gives_the_focus_back(phone: Page) -> None:
    """Enter on the button opens the drawer with the focus in it; Escape shuts it and the button has the focus again."""
    phone.focus(".menu-button")
    assert phone.get_attribute(".menu-button", "aria-expanded") == "false"
    phone.keyboard.press("Enter")
    assert phone.is_visible(".drawer")
    assert phone.get_attribute(".menu-button", "aria-expanded") == "true"
    assert phone.evaluate("document.activeElement.closest('dialog.drawer') !== null")
    phone.keyboard.press("Escape")
    assert not phone.is_visible(".drawer")
    assert phone.evaluate(WHERE) == "menu-button"
    assert phone.get_attribute(".menu-button", "aria-expanded") == "false"


def test_the_drawer_keeps_the_focus(phone: Page) -> None:
    """Tab goes round among the drawer's links and its button, forwards and backwards, and reaches every one."""
    phone.click(".menu-button")
    stops = phone.locator(".drawer a, .drawer button").count()
    for key in ("Tab", "Shift+Tab"):
        seen = set()
        for _ in range(stops + 2):
            phone.keyboard.press(key)
            assert phone.evaluate("document.activeElement.closest('dialog.drawer') !== null")
            seen.add(phone.evaluate("document.activeElement.textContent"))
        assert len(seen) == stops


def test_the_page_behind_the_drawer_is_out_of_reach(phone: Page) -> None:
    """While the drawer is open, only it is in the accessibility tree, and a tap on the page does nothing there."""
    phone.click(".menu-button")
    client = phone.context.new_cdp_session(phone)
    tree = client.send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in tree if not node["ignored"]]
    assert "main" not in roles
    assert "contentinfo" not in roles
    assert "dialog" in roles


def test_the_drawer_shuts_by_its_button_and_by_a_tap_outside(phone: Page) -> None:
    """The button in the drawer shuts it, and so does a tap on the page beside it; the focus goes back both times."""
    for way in ("button", "outside"):
        phone.click(".menu-button")
        assert phone.is_visible(".drawer")
        if way == "button":
            phone.click(".drawer-close")
        else:
            phone.touchscreen.tap(12, 300)
        assert not phone.is_visible(".drawer")
        assert phone.evaluate(WHERE) == "menu-button"
    phone.click(".menu-button")
    phone.touchscreen.tap(300, 620)  # inside, below the links
    assert phone.is_visible(".drawer")


def test_the_drawer_has_every_tab_and_says_where_the_reader_is(phone: Page) -> None:
    """The drawer's links are the tabs of a wide screen, in their order, and the page at hand is named among them."""
    tabs = phone.locator(".md-tabs .md-tabs__link").all_text_contents()
    assert len(tabs) > 5
    assert phone.locator(".drawer a").all_text_contents() == tabs
    phone.click(".menu-button")
    assert phone.locator(".drawer [aria-current]").all_text_contents() == ["Om arkivet"]
    assert phone.evaluate("[...document.querySelectorAll('.drawer a')].every(one => one.getBoundingClientRect().height >= 44)")


def test_a_page_gone_back_to_has_the_drawer_shut(phone: Page) -> None:
    """A link in the drawer leads on, and going back finds the page with the drawer shut and free to use."""
    phone.click(".menu-button")
    phone.locator(".drawer a").nth(1).click()
    phone.wait_for_url("**/motioner/")
    phone.go_back()
    assert not phone.is_visible(".drawer")
    assert phone.is_visible("main h1")


def test_a_wide_screen_has_tabs_and_no_drawer(phone: Page) -> None:
    """Where the window grows wide, an open drawer shuts and the tabs stand in its place."""
    phone.click(".menu-button")
    phone.set_viewport_size({"width": 1280, "height": 800})
    phone.wait_for_function("() => !document.querySelector('.drawer').open")
    assert not phone.is_visible(".menu-button")
    assert phone.is_visible(".md-tabs")


def test_without_scripts_the_menu_is_a_folded_list(browser: Browser, origin: str) -> None:
    """A reader without scripts opens the same links in the same place."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{origin}/om/")
    page.click(".menu summary")
    assert page.locator(".menu a:visible").count() > 5
    assert not page.is_visible(".scheme button")
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_first_stop_leads_past_the_header(browser: Browser, origin: str, width: int) -> None:
    """The first Tab shows the way to the text; Enter goes there, and the next Tab is in the text."""
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(f"{origin}/om/")
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Till innehållet"
    box = link.bounding_box()
    assert box
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "Innehall"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()
