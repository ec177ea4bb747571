"""The pages of a made-up archive, as MkDocs renders them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from generator import addresses
from generator.model import Archive, Settings
from generator.pages import build_pages
from generator.pages.context import of, state_in_words
from generator.pages.counted import count_in_words
from generator.pages.roll import roll_call

from . import sample, states
from .built import build_site
from .parsed import Parsed, parse

DATA = (
    "/kallor/",
    "/data/",
    "/feed.xml",
    "/opensearch.xml",
    "/assets/sok.js",
    "/sok/index.json",
    "/favicon.ico",
    "/assets/ikon-",
    "/manifest.webmanifest",
)  # made by others than these pages
MOTION = addresses.motion(sample.M1)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the made-up archive."""
    pages = build_pages(sample.ARCHIVE, sample.SETTINGS, sample.FINDINGS)
    return build_site(pages, tmp_path_factory.mktemp("site"))[0]


def _page(site: Path, address: str) -> Parsed:
    return parse(site / address.strip("/") / "index.html")


@pytest.mark.parametrize("made", [(sample.ARCHIVE, sample.SETTINGS), (states.ARCHIVE, states.SETTINGS)], ids=["sample", "states"])
def test_every_page_has_a_name_of_its_own(made: tuple[Archive, Settings]) -> None:
    """No two pages have the same title: it is what a reader with many tabs, or a screen reader, tells them apart by (WCAG 2.4.2)."""
    titles: dict[str, list[str]] = {}
    for page in build_pages(*made, ()):
        titles.setdefault(page.text.splitlines()[1], []).append(page.path)
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def test_every_address_of_the_contract_has_a_page() -> None:
    """Each kind of page lies where the contract says."""
    paths = {page.path for page in build_pages(sample.ARCHIVE, sample.SETTINGS, sample.FINDINGS)}
    wanted = [
        addresses.START,
        addresses.MOTIONS,
        MOTION,
        addresses.comparison(sample.M1),
        addresses.response(f"{sample.M1}/okand-instans"),
        addresses.BODIES,
        addresses.body("trafiknamnden"),
        addresses.TERMS,
        addresses.term("trygghet"),
        addresses.SEARCH,
        addresses.ABOUT,
        addresses.ACCESSIBILITY,
        addresses.EDITORS,
        addresses.SOURCES,
        addresses.DATA,
    ]
    assert {addresses.page_file(address) for address in wanted} <= paths


def test_every_link_leads_somewhere(site: Path) -> None:
    """Each link on each page leads to a page, and each fragment to an element, of the site."""
    ids = {
        "/" + str(file.relative_to(site)): {element.attributes.get("id", "") for element in parse(file).elements}
        for file in site.rglob("*.html")
    }
    for path in ids:
        if path == "/404.html":
            continue
        for link in parse(site / path.strip("/")).links():
            if link.startswith(("https://", "assets", "mailto:", "tel:")):
                continue
            target = urlsplit(urljoin(path, link))
            place = target.path + "index.html" if target.path.endswith("/") else target.path
            if place in ids:
                assert not target.fragment or unquote(target.fragment) in ids[place], (path, link)
            elif not place.startswith(DATA) and not place.endswith(("/jamforelse.csv", "/jamforelse.json", "/feed.xml")):
                assert (site / place.strip("/")).is_file(), (path, link)


def test_ids_are_unique(site: Path) -> None:
    """No page has one id twice."""
    for file in site.rglob("*.html"):
        ids = [element.attributes["id"] for element in parse(file).elements if "id" in element.attributes]
        assert len(ids) == len(set(ids)), file


def test_pages_are_well_formed(site: Path) -> None:
    """Every element is closed where it should be, and no paragraph holds a block."""
    for file in site.rglob("*.html"):
        assert parse(file).faults == (), file


def test_main_names_its_language(site: Path) -> None:
    """Every page has one main element, in Swedish, and one first heading."""
    for file in site.rglob("*.html"):
        page = parse(file)
        assert page.first("main").attributes["lang"] == "sv"
        assert sum(element.tag == "h1" for element in page.elements) == 1, file


def test_nothing_is_inline(site: Path) -> None:
    """No page has an inline script or style, so that its content security policy holds."""
    for file in site.rglob("*.html"):
        for element in parse(file).elements:
            assert "style" not in element.attributes, file
            assert element.tag != "style", file
            # A block of data is no script, to the policy and to browsers.
            assert element.tag != "script" or element.attributes.get("type") == "application/ld+json" or element.attributes["src"], file


def test_search_scripts_load_on_the_search_page_alone(site: Path) -> None:
    """The search page's one script is loaded by /sok/ and by no other page."""
    for file in site.rglob("*.html"):
        scripts = [link for link in parse(file).links() if link.endswith("sok.js")]
        assert len(scripts) == (1 if file.parent.name == "sok" else 0), file


def test_comparison_keeps_the_contract(site: Path) -> None:
    """The table has a caption, scoped headings, a row a body and a stance in its cells."""
    page = _page(site, addresses.comparison(sample.M1))
    table = next(element for element in page.elements if "data-comparison" in element.attributes)
    assert table.tag == "table"
    assert page.first("caption").text
    assert all(element.attributes.get("scope") for element in page.elements if element.tag == "th")
    rows = [element.attributes["data-body"] for element in page.elements if "data-body" in element.attributes]
    assert sorted(rows) == ["", *sorted(body.id for body in sample.BODIES)]
    stances = {element.attributes["data-stance"] for element in page.elements if "data-stance" in element.attributes}
    assert {"support", "already-met", "unclear", "declined"} <= stances


def test_a_response_shows_its_facts_and_where_they_stood(site: Path) -> None:
    """The facts stand in a list, each with its file, line and quote."""
    page = _page(site, addresses.response(f"{sample.M1}/norra-stadsdelsnamnden"))
    facts = page.first("dl").text
    for wanted in (
        "28 september 2023",
        "NSN 2023/55",
        "Anna Hed, stadsdelsdirektör",
        "härlett",
        "rad 16",
        "Hämta originalet",
    ):
        assert wanted in facts, wanted
    assert any(link.startswith("../../../kallor/") for link in page.links())


def test_an_answer_without_a_sender_is_not_given_one(site: Path) -> None:
    """The page of an answer whose sender is unknown says so and lists who it could be."""
    text = _page(site, addresses.response(f"{sample.M1}/okand-instans")).first("main").text
    assert "Avsändaren framgår inte av dokumentet" in text
    assert "Södra stadsdelsnämnden eller Ängby stadsdelsnämnd" in text
    assert "146 av 445 ord är återställda" in text


def test_restored_words_keep_what_the_source_has(site: Path) -> None:
    """A restored word can be reached by keyboard and carries the source's spelling; an unsure one says so."""
    page = _page(site, addresses.response(f"{sample.M1}/okand-instans"))
    restored = [element for element in page.elements if "restored" in element.classes]
    assert [element.text for element in restored] == ["Förvaltningen", "tryggheten", "ökat"]
    assert all(element.attributes["tabindex"] == "0" for element in restored)
    assert "Fdrvaltningen" in restored[0].attributes["data-original"]
    assert "osäker" in restored[2].attributes["data-original"]


def test_a_missing_answer_is_not_silence(site: Path) -> None:
    """A body whose answer is not here is said to be missing from the archive, never to have kept silent."""
    text = _page(site, MOTION).first("main").text
    assert "svar saknas i arkivet" in text
    assert "svarade inte, enligt" not in text


def test_a_struck_name_is_kept_and_shown_struck(site: Path) -> None:
    """A crossed-out proposer stands on the page as struck, in words too."""
    page = _page(site, MOTION)
    struck = [element for element in page.elements if element.tag == "s"]
    assert [element.text for element in struck] == ["Britta Fors (L)"]
    assert "överstruket namn" in page.first("main").text


def test_discrepancies_stand_side_by_side(site: Path) -> None:
    """Both values of a disagreement stand on the motion's page with their files."""
    page = _page(site, MOTION)
    boxes = [element.text for element in page.elements if "discrepancy" in element.classes]
    assert "1 oktober 2023" in boxes[0]
    assert "14 oktober 2023" in boxes[0]
    assert "norra.txt, rad 8" in boxes[0]
    assert "okand.txt, rad 6" in boxes[0]


def test_quotes_of_a_retold_document_say_so(site: Path) -> None:
    """Wherever a retold document is quoted, the quote is labelled."""
    case = addresses.motion(sample.M2)
    for address in (case, f"{case}jamforelse/", f"{case}sodra-stadsdelsnamnden/"):
        assert "ur arkivets referat" in _page(site, address).first("main").text, address


def test_every_source_has_a_row(site: Path) -> None:
    """Each file stands on the sources page with its outcome and what is to be said of it; the advice is for staff."""
    page = _page(site, addresses.SOURCES)
    rows = [element for element in page.elements if "data-outcome" in element.attributes]
    assert len(rows) == len(sample.SOURCES)
    unread = next(row for row in rows if row.attributes["data-outcome"] == "unread")
    assert "bild.pdf" in unread.text
    assert "F108" in unread.text
    assert "Spara dokumentet som text" not in page.first("main").text
    assert "Menade du ”namn”?" in page.first("main").text


def test_the_roll_call_counts_bodies_once() -> None:
    """The counts speak of bodies that answered, answers without a sender, and answers that are not here."""
    context = of(sample.ARCHIVE, sample.SETTINGS, ())
    motion = sample.ARCHIVE.motion(sample.M1)
    assert count_in_words(motion, roll_call(context, motion)) == (
        "Sex tillfrågades. Tre har svarat, en avstod från att svara och två svar saknas i arkivet. Ett svar saknar angiven avsändare."
    )
    assert state_in_words(context, motion).startswith(
        "Sex tillfrågades. Tre svar finns här, ett av dem utan angiven avsändare, ett av dem gemensamt för flera."
    )


def test_an_empty_archive_says_how_to_begin(tmp_path: Path) -> None:
    """Without documents the start page tells how to put some in, and the navigation still works."""
    site, _ = build_site(build_pages(Archive(), Settings(), ()), tmp_path)
    text = _page(site, "/").first("main").text
    assert "Så kommer du i gång" in text
    assert "content" in text
    for page in ("motioner", "instanser", "begrepp", "sok", "om", "om/kallor", "data"):
        assert (site / page / "index.html").is_file()


def test_pages_are_the_same_each_time() -> None:
    """The same archive gives the same pages, byte for byte."""
    first, second = (build_pages(sample.ARCHIVE, sample.SETTINGS, sample.FINDINGS) for _ in range(2))
    assert first == second
