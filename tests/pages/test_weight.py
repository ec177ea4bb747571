"""Lists of an archive of thousands: no page grows with it, every motion is found by following links, and the counts are right."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator import addresses
from generator.model import Page
from generator.pages import bodies, body, browse, data, matrix, motions, proposers, search, sources, start, terms
from generator.pages.context import of

from . import many
from .built import build_site
from .parsed import parse

LIMIT = 100_000  # bytes of markup on a page, beside the words it shows
FRAME = 15_000  # of them for the frame around a page: head, header, footer
KINDS = (start, motions, browse, proposers, matrix, bodies, body, terms, sources, search, data)
LINK = re.compile(r'<a [^>]*?href="([^"#?]*)(?:[#?][^"]*)?"')


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The text of every page that lists something, by its address, of an archive of 2,000 motions and 10,000 answers."""
    archive = many.archive()
    context = of(archive, many.SETTINGS, many.findings(archive))
    return {f"/{page.path.removesuffix('index.md')}": page.text for kind in KINDS for page in kind.pages(context)}


def markup(text: str) -> int:
    """The bytes of a page that are not the words it shows."""
    shown = " ".join(unescape(re.sub(r"<[^>]*>", "", text)).split())
    return len(text.encode()) - len(shown.encode())


def links(address: str, text: str) -> set[str]:
    """The addresses that a page leads to."""
    return {urljoin(address, target) if target else address for target in LINK.findall(text)}


def test_archive_is_as_large_as_it_says() -> None:
    """The archive these tests lean on has the size they speak of."""
    archive = many.archive()
    assert (len(archive.motions), len(archive.responses)) == (2000, 10_000)


def test_no_list_is_heavy(pages: dict[str, str]) -> None:
    """No page that lists something has more than 100 kB of markup, its frame counted in."""
    heavy = {address: markup(text) for address, text in pages.items() if markup(text) > LIMIT - FRAME}
    assert heavy == {}


def test_heaviest_pages_as_built(pages: dict[str, str], tmp_path: Path) -> None:
    """The heaviest of each kind of page, built with the site's frame, has at most 100 kB of markup; the start page is below 40 kB whole."""
    heaviest: dict[str, str] = {}
    for address, text in pages.items():
        kind = address.split("/")[1]
        if kind not in heaviest or markup(text) > markup(pages[heaviest[kind]]):
            heaviest[kind] = address
    site, _ = build_site((Page(addresses.page_file(one), pages[one]) for one in heaviest.values()), tmp_path, strict=False)
    for address in heaviest.values():
        file = site / address.strip("/") / "index.html"
        text = file.read_text("utf-8")
        assert markup(text) < LIMIT, address
        assert markup(text) - markup(pages[address]) < FRAME, address
        assert parse(file).faults == (), address
    assert len((site / "index.html").read_bytes()) < 40_000


def test_every_motion_is_reached_from_the_list(pages: dict[str, str]) -> None:
    """From /motioner/, by lists of years and their pagers alone, every motion is reached."""
    seen, ahead = set[str](), [addresses.MOTIONS]
    found = set[str]()
    while ahead:
        address = ahead.pop()
        if address in seen:
            continue
        seen.add(address)
        for target in links(address, pages[address]):
            if target.startswith(addresses.browse("ar", "")[:-1]):
                ahead.append(target)
            found.add(target)
    assert {addresses.motion(motion.id) for motion in many.archive().motions} <= found


def test_links_between_lists_lead_somewhere(pages: dict[str, str]) -> None:
    """Each link from one list to another, the pagers' too, leads to a page that is there."""
    archive = many.archive()
    others = {addresses.motion(one.id) for one in archive.motions} | {addresses.response(one.id) for one in archive.responses}
    fixed = {addresses.OVERVIEW, addresses.ABOUT, addresses.EDITORS}
    for address, text in pages.items():
        for target in links(address, text):
            if target.endswith("/") and not target.startswith("/kallor/"):
                assert target in pages or target in others or target in fixed, (address, target)


def test_pagers_go_through_every_page(pages: dict[str, str]) -> None:
    """By "Nästa" alone each page of a list is reached, in order, and its number is said."""
    firsts = [address for address in pages if "/sida-" not in address]
    walked = 0
    for first in firsts:
        address, number = first, 1
        while step := re.search(r'rel="next" href="([^"]+)"', pages[address]):
            address, number = urljoin(address, step[1]), number + 1
            assert address == addresses.paged(first, number)
            assert f"Sida {number} av " in pages[address]
            walked += 1
    assert walked == len(pages) - len(firsts) > 100


def test_values_count_what_their_pages_list(pages: dict[str, str]) -> None:
    """The number beside each way of browsing is how many motions its pages list, once each."""
    listed = Counter[str]()
    for address, text in pages.items():
        if address.startswith(addresses.BROWSE) and address != addresses.BROWSE:
            first = re.sub(r"sida-\d+/$", "", address)
            listed[first] += len(re.findall(r'<li class="card">', text))
    said = {
        urljoin(addresses.BROWSE, target): int(count.replace("&#160;", ""))
        for target, count in re.findall(r'<li><a href="([^"]+)">[^<]+</a> <span class="quiet">([\d&#;]+)<span class="vh"> motion', pages[addresses.BROWSE])
    }
    assert said == dict(listed)
    assert sum(count for address, count in said.items() if address.startswith("/bladdra/ar/")) == 2000


def test_every_file_has_one_row_where_links_expect_it(pages: dict[str, str]) -> None:
    """Each file's row stands once in the list of sources, on the page that links to it name."""
    archive = many.archive()
    context = of(archive, many.SETTINGS, many.findings(archive))
    rows = Counter(f"{address}#{row}" for address, text in pages.items() if address.startswith(addresses.SOURCES) for row in re.findall(r'<tr role="row" id="(kalla-\w+)"', text))
    assert set(rows.values()) == {1}
    assert set(rows) == {context.source_row(source.file) for source in archive.sources}


def test_documents_of_one_long_file_are_all_listed(pages: dict[str, str]) -> None:
    """A file of six hundred documents goes on in further rows, and none of its documents is left out."""
    shown = [text for address, text in pages.items() if address.startswith(addresses.SOURCES)]
    runs = [run for text in shown for run in re.findall(r"Dokument (\d+)–(\d+) av 600 i filen", text)]
    assert runs == [("1", "150"), ("151", "300"), ("301", "450"), ("451", "600")]


def test_files_not_published_are_all_listed(pages: dict[str, str]) -> None:
    """Many files that are not published have a list of their own, to which the first page of sources leads."""
    assert addresses.UNPUBLISHED in links(addresses.SOURCES, pages[addresses.SOURCES])
    listed = sum(len(re.findall('<li><a href="[^"]*#kalla-', text)) for address, text in pages.items() if address.startswith(addresses.UNPUBLISHED))
    assert listed == sum(source.outcome != "published" for source in many.archive().sources)
    assert addresses.REMARKS in links(addresses.SOURCES, pages[addresses.SOURCES])


def test_every_answer_stands_in_the_matrix(pages: dict[str, str]) -> None:
    """The tables of the years together lead to every answer that a motion lists, once."""
    leads = Counter(
        target
        for address, text in pages.items()
        if address.startswith(addresses.MATRIX) and address != addresses.MATRIX
        for target in re.findall(r'<a class="mark[^"]*" href="([^"]+)"', text)
    )
    assert len(leads) == 10_000
    assert set(leads.values()) == {1}


def test_struck_names_are_no_proposers(pages: dict[str, str]) -> None:
    """A name that is struck out in every motion has no page and stands in no list of proposers."""
    assert not any("Struken" in text for address, text in pages.items() if address.startswith(addresses.PROPOSERS))
