"""Paragraphs in a browser: the words that a link asks to have marked, and the paragraph that it leads to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator import addresses

from .paragraphs import DESK, PATH, PHONE, context, query

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def origin(paragraphs: str) -> str:
    """The address of a server with the built site."""
    return paragraphs


def _marked(page: Page) -> list[str]:
    """The text of each mark, in order."""
    found: list[str] = page.locator("main mark.found").all_inner_texts()
    return found


def _text(page: Page) -> str:
    """The text of every paragraph, as the document of the page holds it."""
    found: str = page.evaluate("[...document.querySelectorAll('main .passage')].map(one => one.textContent).join('|')")
    return found


def _status(page: Page) -> str:
    page.wait_for_function("() => document.querySelector('.found-bar [role=status]').textContent !== ''")
    return page.locator(".found-bar [role=status]").inner_text()


# --- words marked ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        (("bänkarna",), ["Bänkarna"]),
        (("BÄNKEN vid",), ["Bänken", " vid"]),  # through a restored word and out of it
        (("vid bron", "bron är"), ["vid bron"]),  # of two that overlap, one
        (("vill att Kommunen", "skola, och"), ["vill ", "att kommunen", "skola", ", och"]),  # into words that stand in the motion too, and out
        (("ång",), []),  # no part of a word
        (("caféet", "ångbåten"), ["Cafe\u0301et", "a\u030angbåten"]),  # composed or not
        (("cafe\u0301et",), ["Cafe\u0301et"]),
        (("torget 12",), ["Torget", "12"]),  # from one cell to the next
        (("kostnad torget",), ["Kostnad", "Torget"]),  # from one row to the next
        (("bryggan rivs",), ["Bryggan rivs"]),
        (("skylten",), ["Skylten"]),
        (("img src",), ["img src"]),  # "=x" is no letter
    ],
)
def test_the_words_of_the_address_are_marked(origin: str, page: Page, words: tuple[str, ...], marked: list[str]) -> None:
    """Whole words are marked whatever their case and composition, also where they run through other marks, links and cells."""
    page.goto(origin + PATH)
    before = _text(page)
    page.goto(origin + PATH + query(*words))
    assert _marked(page) == marked
    assert _text(page) == before


def test_marks_stay_inside_paragraphs_of_documents(origin: str, page: Page) -> None:
    """The page's own words and its facts are never marked."""
    page.goto(origin + PATH + query("stadsdelsnämnden", "tjänsteutlåtande", "källa", "fotnot", "överstruket", "citat"))
    outside = page.evaluate("[...document.querySelectorAll('mark.found')].filter(one => !one.closest('.passage') || one.closest('.vh, .cite')).length")
    assert outside == 0
    assert _marked(page) == ["Stadsdelsnämnden"]


@pytest.mark.parametrize(
    "words",
    [
        ("",),
        (" ", "\n"),
        (".*", "(", "[", "\\", "a{1,99999}", "(?:x+x+)+y", "^", "$", "|", "/", "-", "b)|("),
        ("<img src=x onerror=alert(1)>",),
        ("x" * 101,),
        ("\u0000", "\ufffd", "\U0001f600", "\u0301", "\ud7ff"),
        ("</mark><script>alert(1)</script>", '"><svg onload=alert(1)>'),
    ],
)
def test_hostile_words_do_no_harm(origin: str, page: Page, words: tuple[str, ...]) -> None:
    """Signs of patterns and of markup are letters like others; what is empty or too long is not asked for."""
    page.goto(origin + PATH)
    shape = page.evaluate("document.querySelectorAll('main *').length")
    before = _text(page)
    page.goto(origin + PATH + query(*words))
    assert page.evaluate("document.querySelectorAll('main *:not(mark.found, .found-bar, .found-bar *)').length") == shape
    assert _text(page) == before
    assert page.locator("main script, main img, main svg").count() == 0


def test_a_broken_address_does_no_harm(origin: str, page: Page) -> None:
    """Bytes that are no text, and a fragment that is not encoded as one, leave the page as it is."""
    page.goto(origin + PATH + "?markera=%ff%fe&markera=%&markera=b%C3%A4nkarna#%ff")
    assert _marked(page) == ["Bänkarna"]


def test_an_address_may_ask_for_twelve_words(origin: str, page: Page) -> None:
    """Of more words than twelve the first twelve are marked."""
    page.goto(origin + PATH + query(*(f"ord{number}" for number in range(11)), "bänkarna", "torget"))
    assert _marked(page) == ["Bänkarna"]


def test_a_very_long_address_is_read_all_the_same(origin: str, page: Page) -> None:
    """Hundreds of words, and one of many thousand letters, do not stop the page."""
    page.goto(origin + PATH + query("y" * 20000, "bänkarna", *(["z"] * 500)))
    assert _marked(page) == ["Bänkarna"]


def test_without_words_there_is_no_bar(origin: str, page: Page) -> None:
    """An address that asks for nothing gets no marks and no bar."""
    for asked in ("", "?markera=", "?q=bänkarna"):
        page.goto(origin + PATH + asked)
        assert page.locator("mark.found, .found-bar").count() == 0


def test_words_that_are_not_there_are_said_not_to_be(origin: str, page: Page) -> None:
    """A link whose words the page does not have says so, and offers to close that."""
    page.goto(origin + PATH + query("zebra"))
    assert _status(page) == "Orden i länken står inte i texten här"
    page.get_by_role("button", name="Stäng").click()
    assert page.locator(".found-bar").count() == 0


# --- the paragraph that a link leads to -----------------------------------------------------------------------------


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_paragraph_is_shown_below_the_bar(origin: str, browser: Browser, size: dict[str, int]) -> None:
    """The paragraph of the address is in sight and outlined, and the bar covers none of it, nor moves anything."""
    held = context(browser, viewport=size, has_touch=size is PHONE, is_mobile=size is PHONE)
    page = held.new_page()
    page.goto(origin + PATH + "#p-00000014")
    plain = page.evaluate("document.querySelector('#p-00000014').getBoundingClientRect().top + scrollY")
    page.goto(origin + "/")
    page.goto(origin + PATH + query("stycke 20", "bänken") + "#p-00000014")
    box = page.locator("#p-00000014").bounding_box()
    bar = page.locator(".found-bar").bounding_box()
    assert box
    assert bar
    assert bar["y"] >= 0
    assert bar["y"] + bar["height"] <= box["y"]
    assert box["y"] + box["height"] <= size["height"]
    assert page.evaluate("document.querySelector('#p-00000014').getBoundingClientRect().top + scrollY") == pytest.approx(plain, abs=1)
    assert page.evaluate("getComputedStyle(document.querySelector('#p-00000014')).outlineStyle") == "solid"
    assert page.evaluate("getComputedStyle(document.querySelector('#p-00000013')).outlineStyle") == "none"
    assert page.evaluate("getComputedStyle(document.querySelector('mark.found')).padding") == "0px"
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    held.close()


def test_a_plain_link_to_a_paragraph_outlines_it(origin: str, page: Page) -> None:
    """The paragraph of a permalink is outlined without any words to mark."""
    page.goto(origin + PATH + "#p-00000005")
    assert page.evaluate("getComputedStyle(document.querySelector('#p-00000005')).outlineStyle") == "solid"
    assert page.locator(".found-bar").count() == 0


def test_a_paragraph_that_is_gone_is_said_to_be(origin: str, page: Page) -> None:
    """A link to a paragraph that the page does not have says so."""
    page.goto(origin + PATH + "#p-ffffffff")
    assert _status(page) == "Stycket som länken ledde till finns inte på sidan."


def test_a_folded_paragraph_is_opened(origin: str, page: Page) -> None:
    """A paragraph inside something folded is shown when a link leads to it, there or from elsewhere on the page."""
    page.route(
        f"**{PATH}*",
        lambda route: route.fulfill(
            content_type="text/html; charset=utf-8",
            body=route.fetch().text().replace('<p class="passage" id="p-00000010"', '<details class="fold"><summary>Mer</summary><p class="passage" id="p-00000010"', 1)
            .replace('<p class="passage" id="p-00000011"', '</details><p class="passage" id="p-00000011"', 1),
        ),
    )  # fmt: skip
    page.goto(origin + PATH + "#p-00000010")
    assert page.locator("#p-00000010").is_visible()
    page.goto(origin + "/")
    page.goto(origin + PATH)
    assert not page.locator("#p-00000010").is_visible()
    page.evaluate("location.hash = 'p-00000010'")
    page.wait_for_function("() => document.querySelector('details.fold').open")
    page.goto(origin + "/")
    page.goto(origin + PATH + query("stycke 15", "stycke 16"))
    page.get_by_role("button", name="Nästa").click()
    page.get_by_role("button", name="Nästa").click()
    assert page.locator("details.fold").evaluate("one => one.open")


# --- the bar --------------------------------------------------------------------------------------------------------


def test_the_bar_counts_and_steps(origin: str, page: Page) -> None:
    """The bar says how many places are marked, and its buttons go from the paragraph of the link to the next and round."""
    page.goto(origin + PATH + query("trasig", "bänkarna vid torget", "bryggan") + "#p-00000002")
    assert _status(page) == "4 ställen markerade"
    assert page.locator("mark.current").all_inner_texts() == ["trasig"]
    button = page.get_by_role("button", name="Nästa")
    stood = button.bounding_box()
    button.click()
    assert _status(page) == "Ställe 2 av 4"
    assert button.bounding_box() == stood  # still under the hand
    assert page.locator("mark.current").all_inner_texts() == ["Bänkarna vid torget"]
    page.get_by_role("button", name="Föregående").click()
    page.get_by_role("button", name="Föregående").press("Enter")
    assert _status(page) == "Ställe 4 av 4"
    assert page.locator("mark.current").all_inner_texts() == ["bryggan"]
    assert page.locator("mark.current").evaluate("one => one.getBoundingClientRect().top") > 0
    page.get_by_role("button", name="Nästa").press("Enter")
    assert _status(page) == "Ställe 1 av 4"


def test_a_place_that_runs_through_marks_is_one_place(origin: str, page: Page) -> None:
    """Words that run through a restored word are one place, and there is nowhere to step."""
    page.goto(origin + PATH + query("bänken vid bron"))
    assert _status(page) == "1 ställe markerat"
    assert page.get_by_role("button", name="Nästa").count() == 0


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_the_marks_can_be_taken_away(origin: str, page: Page, way: str) -> None:
    """The button and the key Escape take marks, outline and bar away, and the words out of the address, which keeps the rest."""
    page.goto(origin + PATH)
    nodes = "(one => [one.innerHTML, one.childNodes.length])(document.querySelector('#p-00000002'))"
    before = page.evaluate(nodes)
    page.goto(origin + PATH + query("bänken vid", "trasig") + "&x=1#p-00000002")
    steps = page.evaluate("history.length")
    if way == "button":
        page.get_by_role("button", name="Ta bort markeringen").click()
    else:
        page.keyboard.press("Escape")
    assert page.locator("mark, .found-bar").count() == 0
    assert page.url == f"{origin}{PATH}?x=1#p-00000002"
    assert page.evaluate("history.length") == steps
    assert page.evaluate(nodes) == before
    assert page.evaluate("getComputedStyle(document.querySelector('#p-00000002')).boxShadow") == "none"
    page.evaluate("document.querySelector('#p-00000003 .permalink').click()")
    assert page.evaluate("getComputedStyle(document.querySelector('#p-00000003')).outlineStyle") == "solid"


def test_the_focus_goes_to_the_paragraph_when_the_bar_goes(origin: str, page: Page) -> None:
    """A reader with a keyboard who takes the marks away by the button goes on at the paragraph."""
    page.goto(origin + PATH + query("trasig") + "#p-00000002")
    page.get_by_role("button", name="Ta bort markeringen").press("Enter")
    assert page.evaluate("document.activeElement.id") == "p-00000002"


def test_escape_closes_what_is_nearer_first(origin: str, page: Page) -> None:
    """Escape closes an open source line, and the note on a word, before it takes the marks away; in a field it does neither."""
    page.goto(origin + PATH + query("trasig") + "#p-00000002")
    page.locator(".facts .evidence > summary").first.click()
    page.keyboard.press("Escape")
    assert page.locator(".evidence[open]").count() == 0
    assert page.locator("mark.found").count() == 1
    page.locator("#p-00000002 .restored").first.focus()
    page.keyboard.press("Escape")
    assert page.locator("mark.found").count() == 1
    page.locator("#Sok-i-huvudet").focus()
    page.keyboard.press("Escape")
    assert page.locator("mark.found").count() == 1
    page.locator("main").focus()
    page.keyboard.press("Escape")
    assert page.locator("mark.found").count() == 0


def test_a_reload_keeps_the_readers_place(origin: str, page: Page) -> None:
    """A page that is read anew keeps its marks and stays where the reader was."""
    page.goto(origin + PATH + query("trasig") + "#p-00000002")
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    was = page.evaluate("scrollY")
    page.reload(wait_until="networkidle")
    assert _marked(page) == ["trasig"]
    assert page.evaluate("scrollY") == pytest.approx(was, abs=2)


def test_paper_has_no_marks(origin: str, page: Page) -> None:
    """Printing leaves out the marks, the bar, the outline and the buttons."""
    page.goto(origin + PATH + query("trasig") + "#p-00000002")
    page.emulate_media(media="print")
    assert page.locator(".found-bar").is_hidden()
    assert page.locator("#p-00000002 .cite").is_hidden()
    assert page.evaluate("getComputedStyle(document.querySelector('mark.found')).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.querySelector('mark.found')).boxShadow") == "none"
    assert page.evaluate("getComputedStyle(document.querySelector('#p-00000002')).outlineStyle") == "none"

# --- the key / ------------------------------------------------------------------------------------------------------


def test_the_key_slash_goes_to_the_search_box(origin: str, page: Page) -> None:
    """The key / puts the reader in the page's search box, and types nothing there."""
    searching = re.compile(r"/(assets/(?:lunr|.*sok[^/]*)\.js|sok/.+\.json)$")  # made beside the pages
    page.route(searching, lambda route: route.fulfill(body="", content_type="text/javascript"))
    for address in (addresses.START, PATH, addresses.SEARCH):
        page.goto(origin + address)
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.name") == "q", address
        assert page.evaluate("document.activeElement.value") == "", address


def test_the_key_slash_is_a_sign_where_one_writes(origin: str, page: Page) -> None:
    """In a field / is a sign like others, and with Ctrl or Alt it is the browser's."""
    page.goto(origin + PATH)
    page.keyboard.press("Control+/")
    assert page.evaluate("document.activeElement.name") != "q"
    page.locator("#Sok-i-huvudet").focus()
    page.keyboard.type("2023/411")
    assert page.locator("#Sok-i-huvudet").input_value() == "2023/411"
