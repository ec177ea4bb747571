"""The search page in a real browser: the address, the hits, what narrows them, the history, the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from .conftest import counted, hits, settled

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

Find = Callable[["Page", str], None]
FOUND = 26  # answers that speak of benches
SHOWN = 10


def box(key: str, value: str) -> str:
    """The selector of a check box."""
    return f"[data-search-facet='{key}'] input[value='{value}']"


def test_an_address_shows_its_hits_with_marked_words(page: Page, find: Find) -> None:
    """Opening an address with a query shows the count and, for each hit, a link to a passage and the words marked."""
    find(page, "?q=vaktgrupper")
    assert page.inner_text("[data-search-count]") == "4"
    assert page.input_value("input[name=q]") == "vaktgrupper"
    for hit in page.query_selector_all("[data-hit]"):
        assert hit.query_selector("a[href*='#p-']")
        assert hit.query_selector("mark")
    found = page.query_selector("[data-hit='ks-2021-77/kulturnamnden'] .sok-traff__stycke")
    assert found
    assert [mark.inner_text() for mark in found.query_selector_all("mark")] == ["Vaktgruppernas"]


def test_a_hit_says_who_what_when_where_and_how_it_stands(page: Page, find: Find) -> None:
    """A hit shows body, case, date in words, stance by shape and word, and the section of each passage."""
    find(page, "?q=vaktgrupper")
    found = page.inner_text("[data-hit='ks-2021-77/kulturnamnden']")
    for words in ("Kulturnämnden", "Svar på motionen ”Fler lyktor i parkerna”", "24 december 2020", "▼", "avstyrker", "Bedömning"):
        assert words in found
    assert "2021-77/okand" in "".join(hits(page))
    nobody = page.inner_text("[data-hit='ks-2021-77/okand-instans']")
    assert "Svar utan angiven avsändare" in nobody
    assert "utan datum" in nobody


def test_every_link_of_a_hit_leads_to_an_anchor_that_is_there(page: Page, find: Find, site: str) -> None:
    """Each link to a paragraph names one that its page has, and carries the forms that are marked."""
    find(page, "?q=vaktgrupp")
    targets = [str(one.get_attribute("href")) for one in page.query_selector_all("[data-hit] a")]
    assert len(targets) > len(hits(page))
    for target in targets:
        parts = urlsplit(target)
        assert all("vaktgrupp" in form for form in parse_qs(parts.query)["markera"])
        page.goto(f"{site}/sok/{target}")
        assert page.evaluate("id => document.getElementById(id) !== null", parts.fragment), target


def test_a_long_passage_is_cut_between_words_around_its_marks(page: Page, find: Find) -> None:
    """A passage that is too long to show is shortened on both sides, says so, and keeps the marked word."""
    find(page, "?q=entreprenör+bänk")
    text = page.inner_text("[data-hit='ks-2019-10/dalby-namnden'] .sok-traff__stycke:has-text('saknas en') a")
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert "bänk" in text
    assert len(text) < 300


def test_back_forward_and_reload_show_what_was_there(page: Page, find: Find) -> None:
    """The history holds every step, and a reload shows the same."""
    find(page, "?q=bänkar")
    page.check(box("hallning", "reject"))
    page.wait_for_selector("[data-search-chip]")
    settled(page)
    narrowed = page.inner_text("[data-search-count]")
    assert narrowed != str(FOUND)
    page.go_back()
    counted(page, FOUND)
    assert not page.is_checked(box("hallning", "reject"))
    page.go_forward()
    counted(page, int(narrowed))
    page.reload()
    counted(page, int(narrowed))
    assert page.is_checked(box("hallning", "reject"))


def test_more_hits_come_ten_at_a_time_and_stay(page: Page, find: Find) -> None:
    """The button adds ten hits and moves the focus to the first of them; after a visit to a hit the reader is back where it was."""
    find(page, "?q=bänkar")
    assert len(hits(page)) == SHOWN
    page.click("[data-search-more] button")
    page.wait_for_function("() => document.querySelectorAll('[data-hit]').length === 20")
    first = hits(page)
    assert page.evaluate("document.activeElement.closest('[data-hit]').dataset.hit") == first[SHOWN]
    page.locator("[data-hit]").nth(15).scroll_into_view_if_needed()
    page.wait_for_function("() => history.state && history.state.top > 0 && Math.abs(history.state.top - scrollY) < 2")
    before = page.evaluate("scrollY")
    page.locator("[data-hit] h3 a").nth(15).click()
    page.wait_for_load_state()
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('[data-hit]').length === 20 && scrollY > 0")
    assert hits(page) == first
    assert abs(page.evaluate("scrollY") - before) < 2
    assert page.evaluate("document.activeElement.closest('[data-hit]').dataset.hit") == first[15]


def test_hits_can_be_ordered_by_date(page: Page, find: Find) -> None:
    """Newest first and oldest first are each other's reverse, and what has no date stands last in both."""
    days = "Array.from(document.querySelectorAll('[data-hit] .sok-traff__fakta'), one => one.textContent.split(' · ')[0])"
    year = "Array.from(document.querySelectorAll('[data-hit] .sok-traff__fakta'), one => (/\\d{4}/.exec(one.textContent) || [''])[0])"
    find(page, "?q=bänkar")
    page.select_option("#Ordning", "nyast")
    page.wait_for_url("**ordning=nyast")
    settled(page)
    newest = page.evaluate(year)
    assert newest == sorted(newest, reverse=True)
    page.select_option("#Ordning", "aldst")
    page.wait_for_url("**ordning=aldst")
    settled(page)
    oldest = page.evaluate(year)
    assert oldest == sorted(oldest)
    assert oldest[0] < newest[0]
    for _ in range(2):
        page.click("[data-search-more] button")
        page.wait_for_function("() => !document.querySelector('[data-search-more] button[disabled]')")
    assert len(hits(page)) == FOUND
    assert [day.startswith("utan datum") for day in page.evaluate(days)] == [False] * (FOUND - 5) + [True] * 5


def test_typing_fetches_nothing_until_enter(page: Page, find: Find, site: str) -> None:
    """While the reader types only the index's root has been fetched; Enter searches without loading the page anew."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    find(page, "")
    assert hits(page) == []
    page.type("input[name=q]", "omraden")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith(".json")] == ["/sok/index.json"]
    page.press("input[name=q]", "Enter")
    counted(page, 2)
    assert page.url == f"{site}/sok/?q=omraden"
    assert hits(page) == ["ks-2021-77/okand-instans", "ks-2021-77/norra-stadsdelsnamnden"]
    assert sum(url.startswith("/sok/?") for url in asked) == 0


def test_text_from_documents_and_addresses_never_becomes_markup(page: Page, find: Find) -> None:
    """Angle brackets in a passage or in the address are shown as they are."""
    find(page, "?q=lindar+%3Cimg+src%3Dx%3E&instans=%3Cb%3E&ordning=%3Ci%3E")
    assert page.query_selector("main img, main b, main i") is None
    assert "Instans: <b>" in page.inner_text("[data-search-chip]")
    find(page, "?q=lindar")
    assert "<b>lindar</b> & lönnar" in page.inner_text("[data-hit]")
    assert page.query_selector("[data-hit] b") is None


def test_a_search_without_hits_proposes_others_with_their_counts(page: Page, find: Find) -> None:
    """A misspelt word leads to the nearest; a choice or a word too many can be dropped, and the count told is the count found."""
    find(page, "?q=lytkor")
    assert page.inner_text("[data-search-count]") == "0"
    page.click("[data-search-tries] a >> nth=0")
    page.wait_for_selector("[data-hit]")
    assert "q=lyktor" in page.url
    find(page, "?q=bänkar+fladdermöss&ar=2019")
    assert page.inner_text("[data-search-count]") == "0"
    page.wait_for_selector(".sok-forsok li")
    offers = page.locator(".sok-forsok li")
    said = {offer.split(": ")[0]: offer.split(": ")[1] for offer in offers.all_inner_texts()}
    assert "Utan ”fladdermöss”" in said
    assert "Utan ”bänkar”" not in said  # there is no such year
    page.click(".sok-forsok a:has-text('fladdermöss')")
    counted(page, int(said["Utan ”fladdermöss”"].split()[0]))


def test_a_number_that_stands_in_no_passage_is_shown_with_the_hit(page: Page, find: Find) -> None:
    """A hit by its diary number shows the number, marked."""
    find(page, "?q=2021%2F77")
    assert hits(page)
    assert all(one.query_selector("mark") for one in page.query_selector_all("[data-hit]"))


def test_a_word_of_the_title_alone_is_marked_where_the_title_is_shown(page: Page, find: Find) -> None:
    """A word that only the case's title has is marked in each hit, answers as well as the motion."""
    find(page, "?q=sittplatser")
    counted(page, 14)
    assert all(one.query_selector("mark") for one in page.query_selector_all("[data-hit]"))


def test_an_unreadable_query_is_told_at_the_box(page: Page, find: Find) -> None:
    """A query that cannot be read gives an alert that the box points to, and no hits; a readable one takes it away."""
    find(page, "?q=%22utsatta")
    assert page.get_attribute("[data-search-error]", "role") == "alert"
    assert "citattecken" in page.inner_text("[data-search-error]")
    assert page.get_attribute("input[name=q]", "aria-invalid") == "true"
    described = page.get_attribute("input[name=q]", "aria-describedby")
    assert page.inner_text(f"#{described}") == page.inner_text("[data-search-error]")
    assert hits(page) == []
    page.fill("input[name=q]", "bänkar")
    page.press("input[name=q]", "Enter")
    counted(page, FOUND)
    assert page.get_attribute("input[name=q]", "aria-invalid") is None
    assert page.inner_text("[data-search-error]") == ""


@pytest.mark.parametrize("what", ["**/sok/index.json", "**/sok/ord/*", "**/sok/texter/**"])
def test_a_fault_of_the_network_is_told_and_can_be_tried_again(site: str, browser: object, what: str) -> None:
    """Where a file cannot be fetched the page says so plainly, shows no hits, and a button tries again."""
    context = browser.new_context()  # type: ignore[attr-defined]  # Playwright's type is only there with Playwright
    page = context.new_page()
    page.route(what, lambda route: route.abort())
    page.goto(f"{site}/sok/?q=bänkar")
    page.wait_for_selector("[data-search-again]")
    assert "kunde inte hämtas" in page.inner_text("[data-search-error]")
    assert hits(page) == []
    page.unroute(what)
    page.click("[data-search-again]")
    counted(page, FOUND)
    assert len(hits(page)) == SHOWN
    assert page.inner_text("[data-search-error]") == ""
    context.close()


def test_an_answer_that_comes_late_is_dropped(page: Page, find: Find) -> None:
    """A slow search that was overtaken by another does not take the page back."""
    held: list[Route] = []
    overtaken: list[bool] = []
    find(page, "?q=bänkar")
    page.route("**/sok/texter/**", lambda route: route.continue_() if overtaken else held.append(route))
    page.fill("input[name=q]", "fladdermöss")
    page.press("input[name=q]", "Enter")
    page.wait_for_function("() => document.querySelector('[data-search]').hasAttribute('aria-busy')")
    for _ in range(100):
        if held:
            break
        page.wait_for_timeout(20)
    assert held
    overtaken.append(True)
    page.fill("input[name=q]", "bänkar")
    page.press("input[name=q]", "Enter")
    counted(page, FOUND)
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert page.inner_text("[data-search-count]") == str(FOUND)
    assert len(hits(page)) == SHOWN


def test_arrows_escape_and_slash_move_between_box_and_hits(page: Page, find: Find) -> None:
    """Down goes from the box to the hits, up comes back, Escape goes to the box, and Enter opens the hit's page."""
    where = "(document.activeElement.closest('[data-hit]') || {dataset: {}}).dataset.hit || document.activeElement.name || ''"
    find(page, "?q=vaktgrupper")
    first = hits(page)
    page.keyboard.press("/")
    assert page.evaluate(where) == "q"
    assert page.input_value("input[name=q]") == "vaktgrupper"
    for key, expected in (
        ("ArrowDown", first[0]),
        ("ArrowDown", first[1]),
        ("ArrowUp", first[0]),
        ("ArrowUp", "q"),
        ("ArrowDown", first[0]),
        ("Escape", "q"),
        ("ArrowDown", first[0]),
    ):
        page.keyboard.press(key)
        assert page.evaluate(where) == expected, key
    page.keyboard.press("Enter")
    page.wait_for_url("**/motioner/**")


def test_fields_keep_their_own_keys(page: Page, find: Find) -> None:
    """In the list of orders an arrow chooses another order, and a slash that is typed in the box is a slash."""
    find(page, "?q=bänkar")
    page.focus("#Ordning")
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**ordning=nyast")
    settled(page)
    assert page.evaluate("document.activeElement.id") == "Ordning"
    page.fill("input[name=q]", "")
    page.type("input[name=q]", "2021/77")
    assert page.input_value("input[name=q]") == "2021/77"
