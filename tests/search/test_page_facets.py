"""What narrows the hits on the search page, in a real browser: boxes that combine, their counts, the chips, the focus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from .conftest import counted, hits, settled

if TYPE_CHECKING:
    from playwright.sync_api import Page

Find = Callable[["Page", str], None]
FOUND = 26  # answers that speak of benches


def box(key: str, value: str) -> str:
    """The selector of a check box."""
    return f"[data-search-facet='{key}'] input[value='{value}']"


def test_choices_of_one_kind_are_alternatives_and_kinds_combine(page: Page, find: Find) -> None:
    """Boxes of one group widen, boxes of different groups narrow; the address, the chips and the counts follow."""
    find(page, "?q=bänkar")
    counted(page, FOUND)
    rejecting = int(page.inner_text("[data-search-facet='hallning'] li:has(input[value='reject']) .sok-val__antal"))
    page.check(box("hallning", "reject"))
    counted(page, rejecting)
    page.check(box("hallning", "partly"))
    partly = int(page.inner_text("[data-search-facet='hallning'] li:has(input[value='partly']) .sok-val__antal"))
    counted(page, rejecting + partly)
    both = int(page.inner_text("[data-search-facet='motion'] li:has(input[value='ks-2019-10']) .sok-val__antal"))
    page.check(box("motion", "ks-2019-10"))
    counted(page, both)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["bänkar"], "motion": ["ks-2019-10"], "hallning": ["reject", "partly"]}
    assert all(hit.startswith("ks-2019-10/") for hit in hits(page))
    chips = [chip.inner_text() for chip in page.query_selector_all("[data-search-chip]")]
    assert [chip.replace("✕", "").strip() for chip in chips] == [
        "Ärende: Sittplatser vid hållplatserna",
        "Hållning: Avstyrker",
        "Hållning: Delvis",
    ]
    page.click("[data-search-chip='hallning=partly'] button")
    counted(page, int(page.inner_text("[data-search-facet='hallning'] li:has(input[value='reject']) .sok-val__antal")))
    assert not page.is_checked(box("hallning", "partly"))
    page.click("[data-search-clear]")
    counted(page, FOUND)
    assert page.url.endswith("?q=b%C3%A4nkar")


def test_each_kind_of_choice_narrows_to_the_count_beside_it(page: Page, find: Find) -> None:
    """Whatever box is ticked, the count of hits is the number that stood beside it."""
    find(page, "?q=bänkar")
    for key in ("instans", "typ", "ar", "hallning", "avsnitt", "motion"):
        item = page.query_selector(f"[data-search-facet='{key}'] li:nth-last-child(1)")
        assert item, key
        told = int(item.query_selector(".sok-val__antal").inner_text())  # type: ignore[union-attr]  # the list has both
        item.query_selector("input").check()  # type: ignore[union-attr]
        counted(page, told)
        page.click("[data-search-clear]")
        counted(page, FOUND)


def test_a_value_that_is_only_the_beginning_of_a_name_has_no_count(page: Page, find: Find) -> None:
    """An address may name a body by its beginning: its chip and its box say so, and no number is made up for it."""
    find(page, "?q=bänkar&instans=björkby")
    counted(page, 2)
    item = "[data-search-facet='instans'] li:has(:checked)"
    assert [one.strip() for one in page.locator(f"{item} .sok-val__namn").all_inner_texts()] == ["björkby"]
    assert page.locator(f"{item} .sok-val__antal").all_inner_texts() == [""]
    page.focus(f"{item} input")
    page.keyboard.press("Space")
    counted(page, FOUND)
    assert page.evaluate("document.activeElement.closest('fieldset').dataset.searchFacet") == "instans"


@pytest.mark.parametrize("choice", ["instans=finns-inte", "hallning=kanske", "typ=brev"])
def test_a_choice_that_nothing_is_called_is_told_and_can_be_taken_away(page: Page, find: Find, choice: str) -> None:
    """An address with an unknown value shows no hits, says what is unknown, and has a chip to remove it."""
    find(page, f"?q=bänkar&{choice}")
    assert hits(page) == []
    value = choice.partition("=")[2]
    assert value in page.inner_text("[data-search-status]") + page.inner_text("[data-search-error]")
    page.click(f"[data-search-chip='{choice}'] button")
    counted(page, FOUND)
    assert page.inner_text("[data-search-error]") == ""


def test_a_long_group_shows_its_first_values_and_the_rest_on_request(page: Page, find: Find) -> None:
    """Eight bodies stand open; the button shows all, the chosen one stays when it hides them again."""
    find(page, "?q=bänkar")
    rows, button = "[data-search-facet='instans'] li", "[data-search-facet='instans'] > button"
    assert page.locator(rows).count() == 8
    assert page.inner_text(button) == "Visa alla (13)"
    page.click(button)
    assert page.locator(rows).count() == 13
    assert page.get_attribute(button, "aria-expanded") == "true"
    page.check(f"{rows}:nth-child(13) input")
    counted(page, 2)
    page.click(button)
    assert page.locator(rows).count() == 9
    assert page.is_checked(f"{rows}:nth-child(9) input")


def test_focus_stays_on_the_box_that_was_ticked(page: Page, find: Find) -> None:
    """Ticking a box by the keyboard leaves the focus on it, so that the next is a step away."""
    find(page, "?q=bänkar")
    page.focus(box("ar", "2020"))
    page.keyboard.press("Space")
    settled(page)
    page.wait_for_selector("[data-search-chip='ar=2020']")
    assert page.evaluate("document.activeElement.name + document.activeElement.value") == "ar2020"
