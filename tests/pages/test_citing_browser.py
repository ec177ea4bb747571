"""Paragraphs in a browser: a quote copied with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import addresses

from . import sample
from .paragraphs import (
    APART,
    BROKEN,
    DAY,
    DOUBT,
    FIGURES,
    HOME,
    MARKUP,
    PARTY,
    PATH,
    PHONE,
    SAME,
    SOURCE,
    STRUCK,
    context,
    query,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def origin(paragraphs: str) -> str:
    """The address of a server with the built site."""
    return paragraphs


def _copied(page: Page, passage: str) -> tuple[str, str]:
    """What the button of a paragraph puts on the clipboard: text and HTML."""
    page.evaluate("navigator.clipboard.writeText('')")
    page.locator(f"#{passage}").hover()
    page.locator(f"#{passage} .cite").click()
    page.wait_for_selector(f"#{passage} .cite[data-state]")
    text, html = page.evaluate(
        "navigator.clipboard.read().then(held => Promise.all(['text/plain', 'text/html'].map(type => held[0].getType(type).then(one => one.text()))))"
    )
    return text, html


@pytest.mark.parametrize(
    ("passage", "quoted"),
    [
        ("p-00000001", f"”{SAME}”"),
        ("p-00000002", f"”{BROKEN}” [återställd text]"),
        ("p-00000003", f"”{DOUBT}” [osäkert läst ur bild]"),
        ("p-00000004", f"”{FIGURES}”"),
        ("p-00000005", f"”{MARKUP}”"),
        ("p-00000006", f"”{APART}”"),
        ("p-00000007", f"”{STRUCK}” [överstruket i dokumentet]"),
        ("p-00000008", f"”{PARTY}” [Reservation av Ö]"),
    ],
)
def test_a_paragraph_is_copied_with_its_source(origin: str, page: Page, passage: str, quoted: str) -> None:
    """The button copies the paragraph as it is shown, what must be said of it, its source and its lasting address."""
    page.goto(origin + PATH + query("vid", "bryggan"))
    text, _ = _copied(page, passage)
    assert text == f"{quoted}\n{SOURCE}\n{HOME}{PATH}#{passage}\n{DAY}"


def test_the_copy_for_word_processors_is_safe(origin: str, page: Page) -> None:
    """As HTML a quote is a quote, a table a table, the address a link, and letters of markup are letters."""
    page.goto(origin + PATH)
    _, html = _copied(page, "p-00000005")
    assert "<img" not in html
    assert "&lt;img src=x" in html
    assert f'<a href="{HOME}{PATH}#p-00000005">' in html
    _, html = _copied(page, "p-00000004")
    assert "<tr><td>Torget</td><td>12 kronor</td></tr>" in html


def test_the_motions_own_paragraphs_are_cited_as_the_motions(origin: str, page: Page) -> None:
    """On the motion's page the source is the motion."""
    page.goto(origin + addresses.motion(sample.M1))
    first = page.locator("main .passage").first.get_attribute("id")
    assert first
    text, _ = _copied(page, first)
    assert text.splitlines()[1] == (
        "Motionen ”Motion om tryggare vägar till skola och station”, motion 2023:12, inlämnad 14 mars 2023 (härlett), diarienummer KS 2023/411 (härlett)."
    )


def test_a_quote_of_a_referat_says_so(origin: str, page: Page) -> None:
    """A quote from a document that the archive tells in its own words is marked as that."""
    page.goto(origin + addresses.response(f"{sample.M2}/trafiknamnden"))
    text, _ = _copied(page, addresses.anchor("Nämnden tar inte ställning till motionen."))
    assert text.startswith("”Nämnden tar inte ställning till motionen.” [ur arkivets referat]\nTrafiknämnden, tjänsteutlåtande, eget")


@pytest.mark.parametrize(
    ("start", "end", "quoted"),
    [
        (("Bänkarna", 0), ("torget", 6), "”Bänkarna vid torget”"),
        (("Bänken", 2), ("bron", 4), "”nken vid bron” [återställd text]"),
    ],
)
def test_what_is_selected_is_what_is_quoted(origin: str, page: Page, start: tuple[str, int], end: tuple[str, int], quoted: str) -> None:
    """Where some of the paragraph is selected, only that is quoted, and only what holds for it is said."""
    page.goto(origin + PATH)
    page.evaluate(
        """([start, end]) => { const walker = document.createTreeWalker(document.querySelector('#p-00000002'), NodeFilter.SHOW_TEXT), range = document.createRange();
        for (let node; (node = walker.nextNode());) {
          if (node.data.includes(start[0])) range.setStart(node, node.data.indexOf(start[0]) + start[1]);
          if (node.data.includes(end[0])) range.setEnd(node, node.data.indexOf(end[0]) + end[1]);
        }
        getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        [start, end],
    )
    text, _ = _copied(page, "p-00000002")
    assert text.splitlines()[0] == quoted


def test_a_selection_elsewhere_is_not_quoted(origin: str, page: Page) -> None:
    """A selection in another paragraph, or one that only touches this, leaves the whole paragraph to be quoted."""
    page.goto(origin + PATH)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#p-00000003'))")
    text, _ = _copied(page, "p-00000005")
    assert text.splitlines()[0] == f"”{MARKUP}”"


def test_a_selection_over_paragraphs_gives_this_ones_part(origin: str, page: Page) -> None:
    """Of a selection over several paragraphs the quote is what lies in the one whose button is pressed."""
    page.goto(origin + PATH)
    page.evaluate("getSelection().setBaseAndExtent(document.querySelector('#p-00000009').firstChild, 7, document.querySelector('#p-0000000a').firstChild, 10)")
    text, _ = _copied(page, "p-00000009")
    assert text.splitlines()[0] == "”9 handlar om annat än bänken.”"


def test_the_button_works_by_keyboard_and_says_what_it_did(origin: str, page: Page) -> None:
    """The button has a name, shows when it has the focus, answers to Enter, and says aloud that the quote is copied."""
    page.goto(origin + PATH)
    button = page.locator("#p-00000009").get_by_role("button", name="Kopiera citat med källa")
    button.focus()
    page.wait_for_function("() => getComputedStyle(document.activeElement).opacity === '1'")
    button.press("Enter")
    page.wait_for_function("() => [...document.querySelectorAll('[role=status]')].some(one => one.textContent === 'Kopierat')")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"#p-00000009\n{DAY}")


def test_a_finger_needs_no_pointer(origin: str, browser: Browser) -> None:
    """On a screen without a pointer each button always shows, is large enough, and moves no paragraph apart."""
    held = context(browser, viewport=PHONE, has_touch=True, is_mobile=True)
    page = held.new_page()
    page.goto(origin + PATH)
    button = page.locator("#p-00000009 .cite")
    assert button.evaluate("one => getComputedStyle(one).opacity") == "1"
    box = button.bounding_box()
    assert box
    assert box["height"] >= 24
    assert box["x"] + box["width"] <= PHONE["width"]
    button.tap()
    page.wait_for_function("() => document.querySelector('#p-00000009 .cite[data-state=done]')")
    assert page.evaluate("navigator.clipboard.readText()").startswith("”Stycke 9 handlar")
    held.close()


CLOSED = "Object.defineProperty(navigator, 'clipboard', {value: undefined});"


def test_an_old_browser_copies_the_old_way(origin: str, page: Page) -> None:
    """Where the page may not write to the clipboard the new way, the browser's own command copies the same."""
    page.add_init_script("window.held = navigator.clipboard;" + CLOSED)
    page.goto(origin + PATH)
    page.locator("#p-00000009").hover()
    page.locator("#p-00000009 .cite").click()
    page.wait_for_selector("#p-00000009 .cite[data-state=done]")
    assert page.evaluate("held.readText()") == f"”Stycke 9 handlar om annat än bänken.”\n{SOURCE}\n{HOME}{PATH}#p-00000009\n{DAY}"
    assert page.locator(".cite-box").count() == 0


def test_a_closed_clipboard_leaves_the_quote_to_the_reader(origin: str, page: Page) -> None:
    """Where no way is open, the quote with its source stands in a field with everything selected, and Escape closes it."""
    page.add_init_script(CLOSED + "document.execCommand = () => false;")
    page.goto(origin + PATH + query("trasig"))
    page.locator("#p-00000009").hover()
    page.locator("#p-00000009 .cite").click()
    field = page.get_by_label("Kopiera texten härifrån:")
    assert field.input_value().endswith(f"{HOME}{PATH}#p-00000009\n{DAY}")
    assert field.evaluate("one => one.selectionEnd - one.selectionStart === one.value.length && one === document.activeElement")
    page.keyboard.press("Escape")
    assert page.locator(".cite-box").count() == 0
    assert page.locator("mark.found").count() == 1


def test_without_an_address_of_its_own_a_quote_leads_to_where_it_was_read(origin: str, page: Page) -> None:
    """Where the page has no canonical address, the quote's is the one it was read at, without words to mark."""
    page.goto(origin + PATH + query("vid") + "#p-00000003")
    page.evaluate("document.querySelector('link[rel=canonical]').remove()")
    text, _ = _copied(page, "p-00000009")
    assert text.splitlines()[-2] == f"{origin}{PATH}#p-00000009"


def test_without_scripts_the_page_reads_the_same(origin: str, browser: Browser) -> None:
    """Without JavaScript the paragraphs are there with their links, the one of the address is outlined, and no button is dead."""
    held = context(browser, java_script_enabled=False)
    page = held.new_page()
    page.goto(origin + PATH + query("trasig") + "#p-00000002")
    assert page.locator("#p-00000002").inner_text().startswith(BROKEN[:10])
    assert page.locator(".cite, .found-bar, mark.found").count() == 0
    assert page.locator("#p-00000002 .permalink").count() == 1
    held.close()
