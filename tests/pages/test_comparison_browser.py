"""The comparison's table in a browser: sorted, narrowed, shared, printed, on a phone and without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROWS = "table[data-comparison] tbody tr"
ALL = 18  # rows of the made archive
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def address(compared: str) -> str:
    """The address of the comparison."""
    return compared


def _shown(page: Page) -> list[str]:
    """The bodies of the rows in sight, from the top."""
    found: list[str] = page.locator(f"{ROWS}:visible").evaluate_all("rows => rows.map(row => row.dataset.body)")
    return found


def _dates(page: Page) -> list[str]:
    found: list[str] = page.locator(f"{ROWS}:visible").evaluate_all("rows => rows.map(row => row.querySelector('[data-column=datum]').dataset.sort || '')")
    return found


def _press(page: Page, group: str, name: str) -> None:
    page.get_by_role("group", name=group).get_by_role("button", name=name, exact=True).click()


def _unfold(page: Page) -> None:
    page.locator(".more-buttons > summary").click()


def test_a_heading_sorts_and_says_so(page: Page, address: str) -> None:
    """A heading's button sorts upwards, then downwards, then not at all; the heading and a live region say which."""
    page.goto(address)
    before = _shown(page)
    head = page.get_by_role("columnheader", name="Hållning")
    assert head.get_attribute("aria-sort") == "none"
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert _shown(page)[:4] == ["norra", "sodra", "namnd-support", "parknamnden"]
    assert page.locator("[data-filter-status]").inner_text() == "Sorterat efter hållning, stigande."
    assert page.url.endswith("?sortera=hallning")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert page.url.endswith("?sortera=-hallning")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "none"
    assert _shown(page) == before
    assert page.url == address


def test_bodies_without_an_answer_stay_last(page: Page, address: str) -> None:
    """Whatever a table is sorted by, and in both directions, those without an answer here stand last, and then what says nothing."""
    for sort in ("datum", "-datum", "instans", "-instans", "hallning", "-hallning", "yrkande-3", "-yrkande-3"):
        page.goto(f"{address}?sortera={sort}")
        assert {*_shown(page)[-3:]} == {"ostra", "vastra", "museet"}, sort
    page.goto(f"{address}?sortera=-datum")
    dates = _dates(page)
    assert dates == sorted(dates, reverse=True)
    assert dates[:2] == ["2024-06-03", "2024-05-17"]


def test_names_sort_as_swedish_does(page: Page, address: str) -> None:
    """Sorted by body, ö comes after v, and an answer without a sender comes after all who have a name."""
    page.goto(f"{address}?sortera=-instans")
    falling = _shown(page)
    page.goto(f"{address}?sortera=instans")
    rising = _shown(page)
    assert rising[0] == "hamnbolaget"
    assert rising[-4] == falling[-4] == ""
    assert rising[:-4] == falling[:-4][::-1]


def test_buttons_choose_rows_and_say_how_many(page: Page, address: str) -> None:
    """Pressed buttons widen the choice within a group and narrow it between groups; "alla" takes the choice back."""
    page.goto(address)
    assert len(_shown(page)) == ALL
    _press(page, "Hållning", "avstyrker")
    assert _shown(page) == ["hamnbolaget", "namnd-reject", "parknamnden"]
    _press(page, "Hållning", "delvis")
    assert len(_shown(page)) == 5
    assert page.locator("[data-filter-status]").inner_text() == f"Visar 5 av {ALL} rader."
    pressed = page.locator("[data-filters] button[aria-pressed=true]:visible").all_inner_texts()
    assert pressed == ["avstyrker", "delvis", "alla"]
    _unfold(page)
    _press(page, "Instans", "Parknämnden")
    assert _shown(page) == ["parknamnden"]
    _press(page, "Hållning", "alla")
    assert _shown(page) == ["parknamnden", "parknamnden"]
    _press(page, "Instans", "alla")
    assert len(_shown(page)) == ALL
    assert page.locator("[data-filter-status]").inner_text() == ""


def test_the_address_keeps_the_state(page: Page, address: str) -> None:
    """Reloading, going back and following a shared link give the same rows in the same order, with the buttons pressed."""
    page.goto(address)
    _press(page, "Hållning", "tillstyrker")
    page.get_by_role("columnheader", name="Instans", exact=True).get_by_role("button").click()
    chosen = _shown(page)
    assert page.url.endswith("?sortera=instans&hallning=support")
    page.reload()
    assert _shown(page) == chosen
    assert page.get_by_role("group", name="Hållning").get_by_role("button", name="tillstyrker", exact=True).get_attribute("aria-pressed") == "true"
    assert page.get_by_role("columnheader", name="Instans stigande").get_attribute("aria-sort") == "ascending"
    page.go_back()
    assert page.url.endswith("?hallning=support")
    page.go_back()
    assert len(_shown(page)) == ALL
    page.go_forward()
    page.go_forward()
    assert _shown(page) == chosen


def test_an_address_that_asks_for_nothing_known_shows_all(page: Page, address: str) -> None:
    """Values that no row has, and columns that there are none of, are passed over."""
    page.goto(f"{address}?hallning=hittepa&instans=%22%5D&sortera=-nej&hallning=reject&annat=1")
    assert _shown(page) == ["hamnbolaget", "namnd-reject", "parknamnden"]
    page.goto(f"{address}?hallning=hittepa&sortera=constructor")
    assert len(_shown(page)) == ALL


def test_no_row_left_is_said(page: Page, address: str) -> None:
    """A choice that no row meets says so and how to see all rows again."""
    page.goto(f"{address}?hallning=reject&instans=museet")
    assert _shown(page) == []
    assert page.locator("[data-filter-status]").inner_text().startswith("Ingen rad passar valen.")


def test_a_row_and_a_cell_can_be_pointed_at(page: Page, address: str) -> None:
    """The address of a cell brings it into sight and marks it, also where the table was sorted; its own mark is a link to it."""
    for name in ("cell-parknamnden-beslut", "cell-namnd-support-yrkande-2"):
        page.goto(f"{address}?sortera=-instans#{name}")
        cell = page.locator(f"#{name}")
        assert cell.evaluate("cell => cell.matches(':target')")
        inside = cell.evaluate("cell => { const box = cell.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth; }")
        assert inside, name
        marked = cell.evaluate("cell => getComputedStyle(cell).backgroundColor")
        assert marked != page.locator("#cell-namnd-partly-hallning").evaluate("cell => getComputedStyle(cell).backgroundColor")
    assert page.locator("#cell-parknamnden-beslut .cell-link").get_attribute("href") == "#cell-parknamnden-beslut"
    page.locator("#rad-norra th .cell-link").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#rad-norra")
    assert page.locator("#rad-norra").evaluate("row => row.matches(':target')")


def test_a_link_to_a_cell_is_copied(browser: Browser, address: str) -> None:
    """The mark in a cell copies its whole address, with what the reader had chosen, and says so beside the count of rows."""
    context = browser.new_context(viewport=DESK, permissions=["clipboard-read", "clipboard-write"])  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}?hallning=support")
    page.locator("#cell-norra-hallning").hover()
    page.locator("#cell-norra-hallning .cell-link").click()
    page.wait_for_function("document.querySelector('[data-filter-status]').textContent.endsWith('Länken är kopierad.')")
    assert page.locator("[data-filter-status]").inner_text() == f"Visar 4 av {ALL} rader. Länken är kopierad."
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}?hallning=support#cell-norra-hallning"
    context.close()


def test_head_and_first_column_stay_in_sight(page: Page, address: str) -> None:
    """Scrolled to its far corner, a long table still shows its headings and its bodies."""
    page.goto(address)
    page.locator(".scroll:has(> [data-comparison])").evaluate("box => { box.scrollTop = 900; box.scrollLeft = 900; }")
    at = page.evaluate(
        """() => { const box = document.querySelector('.scroll:has(> [data-comparison])').getBoundingClientRect();
        const near = (one, side) => Math.abs(document.querySelector(one).getBoundingClientRect()[side] - box[side]) < 2;
        return [near('thead th:last-child', 'top'), near('#rad-parknamnden th', 'left'), near('thead th:first-child', 'left')]; }"""
    )
    assert at == [True, True, True]


def test_a_table_wider_than_the_page_says_so(page: Page, address: str) -> None:
    """A table that scrolls sideways says so in words, and one that is shown whole does not."""
    cue = page.locator(".wide-cue").first
    page.set_viewport_size({"width": 900, "height": 800})
    page.goto(address)
    cue.wait_for(state="visible")
    page.set_viewport_size({"width": 360, "height": 800})
    cue.wait_for(state="hidden")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_each_row_is_a_card(page: Page, address: str) -> None:
    """On a phone nothing is wider than the screen, each cell stands under the one before with its heading, and roles remain."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    boxes = page.locator("#rad-parknamnden > *").evaluate_all("cells => cells.map(cell => [cell.getBoundingClientRect(), getComputedStyle(cell, '::before').content, cell.getAttribute('role')])")
    tops = [box[0]["top"] for box in boxes]
    assert tops == sorted({*tops})
    assert all(box[0]["right"] <= PHONE["width"] for box in boxes)
    assert [box[1] for box in boxes[1:4]] == ['"Hållning"', '"Yrkande 1"', '"Yrkande 2"']
    assert {box[2] for box in boxes} == {"cell", "rowheader"}
    assert page.locator("thead .sort").first.get_attribute("tabindex") == "-1"
    page.locator("[data-filters] > summary").click()
    _press(page, "Sortera efter", "Datum")
    button = page.get_by_role("group", name="Sortera efter").get_by_role("button", name="Datum stigande")
    assert button.get_attribute("aria-pressed") == "true"
    assert _dates(page)[0] == "2024-05-17"


def test_paper_has_the_whole_table(page: Page, address: str) -> None:
    """Printed, every row is there whatever was chosen, no column is cut, nothing sticks, and no button is in the way."""
    page.goto(f"{address}?hallning=reject")
    page.emulate_media(media="print")
    assert len(_shown(page)) == ALL
    assert page.locator("[data-filters]").is_hidden()
    assert page.locator("[data-filter-status]").is_hidden()
    page.set_viewport_size({"width": 1030, "height": 700})  # A4 on its side, without its margins
    wide = page.locator("table[data-comparison]").evaluate("table => [table.getBoundingClientRect().right, table.parentElement.getBoundingClientRect().right]")
    assert wide[0] <= wide[1] + 1
    assert {*page.locator(f"{ROWS} > *, thead th").evaluate_all("cells => cells.map(cell => getComputedStyle(cell).position)")} == {"static"}
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.recall").get_attribute("open") is not None
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.recall").get_attribute("open") is None


def test_without_scripts_everything_is_there(browser: Browser, address: str) -> None:
    """Without JavaScript all rows, quotes and links are there and no button that does nothing."""
    context = browser.new_context(java_script_enabled=False, viewport=DESK)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}?hallning=reject&sortera=datum")
    assert page.locator(f"{ROWS}:visible").count() == ALL
    assert page.locator("[data-filters]").is_hidden()
    assert page.locator("main button").count() == 0
    assert page.locator("#cell-parknamnden-hallning .quote a").get_attribute("href")
    context.close()
