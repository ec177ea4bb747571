"""Reporting a fault, in a browser: from the foot of any page to a report that says which page it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest

from generator import addresses
from tests.pages import sample

from .conftest import REPORT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MOTION = addresses.motion(sample.M1)
SITE = sample.SETTINGS.address.rstrip("/")
LINE = "[data-report-page]"
LINK = "a[data-report]"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a phone, in whose console nothing may be said."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    made = context.new_page()
    said: list[str] = []
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    yield made
    context.close()
    assert said == []


def test_the_foot_of_a_page_leads_to_a_report_about_it(origin: str, page: Page) -> None:
    """The link at the foot of a motion opens the page about the editors at the right place, with the motion's address shown and in the mail."""
    page.goto(origin + MOTION)
    page.click(".report a")
    page.wait_for_url("**/om/redaktion/**")
    assert page.url.endswith("#Anmal-ett-fel")
    assert page.locator(LINE).inner_text() == f"Anmälan gäller sidan {SITE}{MOTION}"
    href = page.locator(LINK).get_attribute("href") or ""
    assert href.startswith(f"mailto:{REPORT}?subject=")
    assert unquote(href).endswith(f"body=Sida: {SITE}{MOTION}")
    heading = page.locator("#Anmal-ett-fel").bounding_box()
    assert heading is not None
    assert 0 <= heading["y"] < 400


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "https://ond.example/motioner/",
        "javascript:alert(1)",
        "//ond.example/",
        "data:text/html,x",
        "https://",
        "http://[",
        f"{SITE}/{'a' * 600}",
        f"https://{SITE.partition('//')[2]}@ond.example/",
    ],
)
def test_only_a_page_of_the_site_can_be_reported(origin: str, page: Page, asked: str) -> None:
    """An address that is not the site's own is neither shown nor sent."""
    page.goto(f"{origin}{addresses.EDITORS}?sida={quote(asked, safe='')}")
    page.wait_for_load_state()
    assert page.locator(LINE).is_hidden()
    assert (page.locator(LINK).get_attribute("href") or "").endswith("body=Sida%3A%20")


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("motioner/a/", "{origin}/motioner/a/"),
        (f"{SITE}/om/?q=köp%20nu#x", f"{SITE}/om/"),
        (f"{SITE}/<b>hej</b>&bcc=x@y.example", f"{SITE}/%3Cb%3Ehej%3C/b%3E&bcc=x@y.example"),
    ],
)
def test_what_is_shown_is_an_address_and_nothing_else(origin: str, page: Page, asked: str, shown: str) -> None:
    """Of a page's address only its path is kept; it stands as text, and nothing of it can add to the mail."""
    page.goto(f"{origin}{addresses.EDITORS}?sida={quote(asked, safe='')}")
    line = page.locator(f"{LINE} strong")
    assert line.inner_text() == shown.format(origin=origin)
    assert line.locator("*").count() == 0
    href = page.locator(LINK).get_attribute("href") or ""
    assert href.count("&") == 1
    assert unquote(href).endswith(shown.format(origin=origin))


def test_without_scripts_a_report_can_be_made(origin: str, browser: Browser) -> None:
    """Without scripts the link writes to the same address, and the page says that its own address must be given."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}{addresses.EDITORS}?sida={quote(SITE + MOTION, safe='')}#Anmal-ett-fel")
    assert page.locator(LINE).is_hidden()
    assert (page.locator(LINK).get_attribute("href") or "").startswith(f"mailto:{REPORT}?")
    assert "sidans adress" in page.locator("main").inner_text()
    context.close()
