"""An answer, a motion and a comparison as they are read: the ways on, the facts, line numbers, the page as a source, paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import addresses

from . import sample
from .paragraphs import DAY, HOME, ID, PATH, PHONE, SOURCE, context

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MOTION = addresses.motion(sample.M1)
COMPARISON = addresses.comparison(sample.M1)


def test_the_comparison_is_one_tap_away(paragraphs: str, page: Page) -> None:
    """From a motion and from an answer a link over the text, and one under it, lead to the comparison and to the other answers."""
    for address in (MOTION, PATH):
        page.goto(paragraphs + address)
        links = page.locator("main .ways").get_by_role("link", name="Jämför svaren", exact=True)
        assert links.count() == 2
        assert links.first.bounding_box()["y"] < 700  # type: ignore[index]
        links.first.click()
        assert page.url == paragraphs + COMPARISON
    page.goto(paragraphs + PATH)
    page.get_by_role("link", name="Alla svar på motionen").first.click()
    assert page.url == f"{paragraphs}{MOTION}#Svaren"
    assert page.locator("h2", has_text="Vem frågades").bounding_box()["y"] >= 0  # type: ignore[index]


def test_answers_follow_each_other_as_in_the_roll_call(paragraphs: str, page: Page) -> None:
    """Next and previous go through the answers in the order of the motion's own list, and back the same way."""
    page.goto(paragraphs + MOTION)
    listed = page.locator(".roll .roll-link a").evaluate_all("links => [...new Set(links.map(link => link.href))]")
    assert len(listed) > 2
    page.goto(listed[0])
    assert page.locator(".ways .prev").count() == 0
    seen = [page.url]
    while page.locator(".ways .next").count():
        page.locator(".ways .next a").last.click()
        seen.append(page.url)
    assert seen[: len(listed)] == listed
    page.locator(".ways .prev a").first.click()
    assert page.url == seen[-2]


def test_line_numbers_are_shown_on_demand(paragraphs: str, page: Page) -> None:
    """A switch shows where in its source each paragraph begins, without changing its text, and hides it again."""
    page.goto(paragraphs + PATH)
    text = page.locator("#p-00000005").text_content()
    number = "getComputedStyle(document.querySelector('#p-00000005'), '::before').content"
    assert page.evaluate(number) == "none"
    switch = page.get_by_role("button", name="Visa radnummer")
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    assert '"105"' in page.evaluate(number)
    assert page.locator("#p-00000005").text_content() == text
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    switch.click()
    assert page.evaluate(number) == "none"


@pytest.mark.parametrize(
    ("address", "source"),
    [
        (PATH, SOURCE),
        (COMPARISON, "Jämförelse av remissvaren. Ärende: ”Motion om tryggare vägar till skola och station”, diarienummer KS 2023/411 (härlett)."),
    ],
)
def test_a_page_is_cited_whole(paragraphs: str, page: Page, address: str, source: str) -> None:
    """"Citera sidan" copies what the page is, whose archive it stands in, its lasting address and the day."""
    page.goto(paragraphs + address)
    page.evaluate("navigator.clipboard.writeText('')")
    page.get_by_role("button", name="Citera sidan").click()
    page.wait_for_function("() => [...document.querySelectorAll('[role=status]')].some(one => one.textContent.startsWith('Källan'))")
    assert page.evaluate("navigator.clipboard.readText()") == f"{source} I: Motionsarkivet.\n{HOME}{address}\n{DAY}"


def test_a_closed_clipboard_leaves_the_source_to_the_reader(paragraphs: str, page: Page) -> None:
    """Where no page may write to the clipboard, the source stands selected in a field that Escape closes."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false;")
    page.goto(paragraphs + PATH)
    page.get_by_role("button", name="Citera sidan").click()
    assert page.locator(".tools textarea").input_value().startswith(SOURCE)
    page.keyboard.press("Escape")
    assert page.locator(".tools textarea").count() == 0


def test_facts_stay_beside_the_text(paragraphs: str, page: Page) -> None:
    """On a wide screen the facts stay in sight however far one reads; on a phone they are folded to a line."""
    page.goto(paragraphs + PATH)
    page.locator("#p-00000020").scroll_into_view_if_needed()
    box = page.locator(".facts").bounding_box()
    assert box
    assert 0 <= box["y"] < 100
    assert box["height"] <= 800
    page.locator(".facts .evidence summary").first.click()
    card = page.locator(".facts .evidence[open] .evidence-body").bounding_box()
    assert card
    assert card["x"] >= box["x"]
    assert card["x"] + card["width"] <= box["x"] + box["width"]
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.reload()
    assert page.locator(".facts > details").get_attribute("open") is None


def test_marks_differ_without_colour(paragraphs: str, page: Page) -> None:
    """Words of the motion, words of other answers and restored words are marked in forms of their own, also in forced colours."""
    page.emulate_media(forced_colors="active")
    page.goto(paragraphs + PATH)
    same = page.evaluate("getComputedStyle(document.querySelector('.same-motion')).borderBottomStyle")
    restored = page.evaluate("getComputedStyle(document.querySelector('.restored')).textDecorationStyle")
    unsure = page.evaluate("getComputedStyle(document.querySelector('.restored.unsure')).textDecorationStyle")
    assert (same, restored, unsure) == ("dashed", "dotted", "wavy")
    assert "ord ur motionen" in page.locator(".same-note").inner_text()
    assert len(page.locator(".same-note").inner_text().split()) < 30


def test_without_scripts_the_page_is_whole(paragraphs: str, browser: Browser) -> None:
    """Without JavaScript there is no switch that does nothing, and lines, links and facts are in the page."""
    held = context(browser, java_script_enabled=False)
    page = held.new_page()
    page.goto(paragraphs + PATH)
    assert page.locator("main button").count() == 0
    assert page.locator("#p-00000005").get_attribute("data-line") == "105"
    assert page.locator(".facts dl").is_visible()
    assert page.locator(".ways a").count() > 3
    held.close()


def test_an_answer_prints_as_a_document(paragraphs: str, browser: Browser, tmp_path: Path) -> None:
    """On paper are body, case, date, the text in one column and the address of the page, and nothing to press."""
    pdfium = pytest.importorskip("pypdfium2")
    held = context(browser)
    page = held.new_page()
    page.goto(paragraphs + PATH)
    page.pdf(path=str(tmp_path / "svar.pdf"), format="A4", prefer_css_page_size=True)
    held.close()
    paper = pdfium.PdfDocument(tmp_path / "svar.pdf")
    text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in paper).split())
    for words in ("Norra stadsdelsnämnden", "Tryggare vägar till skola och station", "28 september 2023", "Stycke 39 handlar om"):
        assert words in text, words
    assert f"{HOME}{PATH}" in text.replace("\ufffe", "-").replace(" ", "")
    for words in ("Jämför svaren", "Citera sidan", "Kopiera citat", "Hoppa till", "¶", "källa"):
        assert words not in text, words
    assert text.index("Norra stadsdelsnämnden") < text.index("28 september 2023") < text.index("Stycke 39 handlar om")
    assert all(sheet.get_width() < sheet.get_height() for sheet in paper)


def test_a_comparison_prints_whole(paragraphs: str, browser: Browser, tmp_path: Path) -> None:
    """On paper the comparison lies on its side with every column of every row, and its head on each sheet that has rows."""
    pdfium = pytest.importorskip("pypdfium2")
    held = context(browser)
    page = held.new_page()
    page.goto(paragraphs + COMPARISON)
    rows = page.locator("table[data-comparison] tbody tr").evaluate_all("rows => rows.map(row => row.dataset.name)")
    heads = page.locator("table[data-comparison] thead th").evaluate_all("heads => heads.map(head => head.dataset.name || head.textContent)")
    page.pdf(path=str(tmp_path / "jamforelse.pdf"), format="A4", prefer_css_page_size=True)
    held.close()
    paper = pdfium.PdfDocument(tmp_path / "jamforelse.pdf")
    assert all(sheet.get_width() > sheet.get_height() for sheet in paper)
    text = "".join("".join(sheet.get_textpage().get_text_range() for sheet in paper).split()).replace("\ufffe", "").replace("\u00ad", "").replace("\u2010", "").replace("-", "")
    for words in (*rows, *heads):
        assert "".join(words.split()).replace("-", "") in text, words


def test_the_bar_is_told_in_words(paragraphs: str, page: Page) -> None:
    """What the bar over the roll-call shows stands under it in words, and the numbers come to the rows of the list."""
    page.goto(paragraphs + MOTION)
    counts = page.locator(".tally strong").all_inner_texts()
    assert sum(map(int, counts)) == page.locator(".roll > li").count() == page.locator(".bar span").count()
    assert page.locator(".tally").inner_text().count("svar saknas i arkivet") == 1


def test_a_quote_leads_to_its_place_without_being_a_wall_of_link(paragraphs: str, page: Page) -> None:
    """A quote in the roll-call is not underlined until it is pointed at, and shows by an arrow that it leads somewhere."""
    page.goto(paragraphs + MOTION)
    quote = page.locator(".roll .quote a").first
    assert quote.evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
    assert "→" in quote.evaluate("one => getComputedStyle(one, '::after').content")
    quote.hover()
    assert quote.evaluate("one => getComputedStyle(one).textDecorationLine") == "underline"


def test_days_are_days_to_programs(paragraphs: str, page: Page) -> None:
    """Every day of the time line is a time element with the day in figures; what has no day is none."""
    page.goto(paragraphs + MOTION)
    days = page.locator(".timeline time").evaluate_all("days => days.map(day => [day.dateTime, day.textContent])")
    assert ["2023-03-14", "14 mars 2023"] in days
    assert page.locator(".timeline .when", has_text="utan datum").locator("time").count() == 0


def test_the_answer_under_test_is_an_answer(paragraphs: str, page: Page) -> None:
    """A page begins with the body, its stance in shape and word, and the words that carry it."""
    assert ID in PATH
    page.goto(paragraphs + PATH)
    order = page.locator("main h1, main .stance-line .badge, main .stance-line .quote, main .facts, main .passage").evaluate_all("all => all.slice(0, 3).map(one => one.tagName + '.' + one.className)")
    assert [one.split(" ")[0] for one in order] == ["H1.", "SPAN.badge", "SPAN.quote"]
