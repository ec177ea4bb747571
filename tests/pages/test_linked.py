"""What each page says of itself as data: JSON-LD in schema.org's words."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from generator import addresses
from generator.datafiles import FILES
from generator.model import Archive, Fact, Page, Proposer, Settings, Status
from generator.model.publishing import Licence
from generator.pages import build_pages, crumbs, linked
from generator.pages.context import Context, of

from .built import build_site
from .hostile import PAYLOADS
from .hostile import archive as hostile_archive
from .sample import ARCHIVE, FINDINGS, SETTINGS

HERE = "https://motioner.ekvik.example/"
KNOWN = {
    "@context", "@graph", "@type", "name", "url", "inLanguage", "isPartOf", "about", "mainEntity", "itemListElement", "position", "item", "genre",
    "identifier", "author", "memberOf", "http://purl.org/dc/terms/dateSubmitted", "dateCreated", "encoding", "contentUrl", "isBasedOn",
    "alternateName", "description", "publisher", "potentialAction", "target", "urlTemplate", "query-input", "creator", "license",
    "isAccessibleForFree", "keywords", "distribution", "encodingFormat",
}  # fmt: skip


def context(archive: Archive = ARCHIVE, settings: Settings = SETTINGS) -> Context:
    """The look-ups of an archive."""
    return of(archive, settings, FINDINGS)


def said(page: Page) -> Any:
    """The JSON-LD of a page as it stands in its front matter."""
    (line,) = [line for line in page.text.splitlines() if line.startswith("linked: ")]
    return json.loads(line.removeprefix("linked: '").removesuffix("'"))


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a value."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from nodes(one)
    elif isinstance(value, list):
        for one in value:
            yield from nodes(one)


def about(node: linked.Node) -> Any:
    """What a page is about."""
    graph: Any = node["@graph"]
    return graph[0]["mainEntity"]


@pytest.fixture(scope="module")
def pages() -> dict[str, Any]:
    """What every page of the sample says, by its address."""
    made = build_pages(ARCHIVE, replace(SETTINGS, address=HERE), FINDINGS)
    return {"/" + page.path.removesuffix("index.md"): said(page) for page in made}


def test_every_page_says_what_it_is(pages: dict[str, Any]) -> None:
    """Each page has one block in words that we know, and each but the start page says where it stands, from the start page to itself."""
    for address, value in pages.items():
        assert value["@context"] == "https://schema.org"
        assert {key for node in nodes(value) for key in node} <= KNOWN
        paths = [node for node in nodes(value) if node.get("@type") == "BreadcrumbList"]
        assert len(paths) == (address != "/")
        for path in paths:
            steps = path["itemListElement"]
            assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)]
            own = re.sub(r"sida-\d+/$", "", address)
            assert (steps[0]["item"], steps[-1]["item"]) == (HERE, urljoin(HERE, own))
            assert all(step["name"] for step in steps)


def test_a_page_stands_where_it_says_to_people() -> None:
    """The way from the start page is the one that the page shows above its heading."""
    shown = 0
    for page in build_pages(ARCHIVE, SETTINGS, FINDINGS):
        if found := re.search(r'<nav class="crumbs"[^>]*>(.*?)</nav>', page.text, re.DOTALL):
            seen = [html.unescape(re.sub(r"<[^>]+>", "", step)).strip() for step in re.findall(r"<li[^>]*>(.*?)</li>", found[1])]
            steps = said(page)["@graph"][1]["itemListElement"]
            assert [step["name"].casefold() for step in steps] == [name.casefold() for name in seen], page.path
            shown += 1
    assert shown > 20


def test_every_address_leads_somewhere(pages: dict[str, Any]) -> None:
    """Each address of the site that a page names is a page, a copy that may be downloaded, or a file of data."""
    others = {file.address for file in FILES} | {one.original.address for one in ARCHIVE.sources if one.original}
    for value in pages.values():
        for node in nodes(value):
            for key in ("url", "item", "contentUrl"):
                if key in node:
                    assert "/" + node[key].removeprefix(HERE) in {*pages, *others}, node


def test_days_are_days(pages: dict[str, Any]) -> None:
    """Each day is a whole day, a month or a year, as ISO 8601 writes it."""
    days = [node[key] for value in pages.values() for node in nodes(value) for key in node if key.endswith(("dateCreated", "dateSubmitted"))]
    assert days
    for day in days:
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day)
        date.fromisoformat((day + "-01-01")[:10])


@pytest.mark.parametrize(("value", "is_day"), [("2021-03-04", True), ("2021-03", True), ("2021", True), ("XXXX-03-04", False), ("2021-02-30", False), ("2021-13", False), ("", False)])
def test_what_is_no_day_is_left_out(value: str, is_day: bool) -> None:  # noqa: FBT001 - a row of the table
    """A motion's day stands there where it is one, and else not at all."""
    motion = replace(ARCHIVE.motions[0], filed=Fact(value, Status.STATED, value), retold=False)
    assert ("http://purl.org/dc/terms/dateSubmitted" in about(linked.of_motion(context(), motion))) == is_day


def test_only_what_documents_state() -> None:
    """A day or number that is inferred or that an editor states is left out, and so is a list of authors of whom one is."""
    motion = replace(ARCHIVE.motions[0], retold=False)
    people = tuple(one for one in motion.proposers if not one.struck)
    assert [one["name"] for one in about(linked.of_motion(context(), motion))["author"]] == [one.name for one in people]
    edited = Proposer("Ny Namn", None, people[0].place, editor=Fact("Ny Namn", Status.CURATED, ""))
    day = Fact("2021-01-01", Status.INFERRED, "härlett")
    made = about(linked.of_motion(context(), replace(motion, proposers=(*people, edited), filed=day, diary_numbers=(replace(day, value="KS 1"),))))
    assert not {"author", "identifier", "http://purl.org/dc/terms/dateSubmitted"} & set(made)


def test_a_referat_is_not_the_document() -> None:
    """Where a page holds the archive's own referat, that is what it is about, and author and day belong to what it is based on."""
    response = next(one for one in ARCHIVE.responses if one.date and one.bodies)
    stated = tuple(replace(fact, status=Status.STATED) for fact in response.body_facts)
    made = about(linked.of_response(context(), replace(response, retold=True, told=False, body_facts=stated)))
    assert made["genre"] == "Arkivets referat"
    assert not {"author", "dateCreated", "identifier"} & set(made)
    assert made["isBasedOn"]["author"]


def test_an_answer_that_is_only_told_of_is_no_work() -> None:
    """Of an answer that another paper tells of the page is about the motion, and about no document of the body's."""
    value = linked.of_response(context(), replace(ARCHIVE.responses[0], told=True))
    graph: Any = value["@graph"]
    assert "mainEntity" not in graph[0]
    assert graph[0]["about"]["genre"] == "Motion"


def test_a_board_is_of_the_government_and_a_company_is_not() -> None:
    """Boards, offices and councils are government organisations; companies and others are organisations."""
    body = ARCHIVE.bodies[0]
    kinds = {kind: about(linked.of_body(context(), replace(body, kind=kind)))["@type"] for kind in ("namnd", "fullmaktige", "bolag", "other")}
    assert kinds == {"namnd": "GovernmentOrganization", "fullmaktige": "GovernmentOrganization", "bolag": "Organization", "other": "Organization"}


def test_the_licence_of_the_data_only_where_it_is_stated() -> None:
    """The dataset names its licence and publisher where site.yml does, and else neither."""
    bare = replace(SETTINGS, licence=None, publisher="", municipality="")
    full = replace(SETTINGS, licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"), publisher="Ekviks kommun")
    assert not {"license", "publisher"} & set(about(linked.of_data(context(settings=bare))))
    made = about(linked.of_data(context(settings=full)))
    assert (made["license"], made["publisher"]["name"]) == ("https://creativecommons.org/licenses/by/4.0/", "Ekviks kommun")
    assert len(made["description"]) >= 50


def test_without_its_own_address_a_site_has_relative_ones() -> None:
    """A site that does not know its own address names pages relative to the page, and no search, which must be a whole address."""
    settings = replace(SETTINGS, address="")
    for page in build_pages(ARCHIVE, settings, FINDINGS):
        value = said(page)
        assert not [node for node in nodes(value) if "potentialAction" in node]
        assert not [one for node in nodes(value) for key in ("url", "item") if (one := node.get(key, ".")) and one.startswith(("/", "http"))]
    start: Any = linked.of_start(context(settings=replace(SETTINGS, address=HERE)))
    assert start["@graph"][0]["potentialAction"]["target"]["urlTemplate"] == HERE + "sok/?q={words}"


def test_pages_name_their_feed() -> None:
    """A motion, a body, a word and the change log have a feed of their own; other pages have none."""
    made = context()
    motion, body = made.archive.motions[0].id, made.archive.bodies[0].id
    own = (addresses.motion(motion), addresses.body(body), "/begrepp/isbana/", addresses.CHANGES)
    assert [crumbs.feed_of(made, page) for page in own] == [page + "feed.xml" for page in own]
    assert crumbs.feed_of(made, addresses.body(body) + "sida-2/") == addresses.body(body) + "feed.xml"
    others = ("/", "/motioner/", "/begrepp/", addresses.comparison(motion), "/om/", "/motioner/sida-2/", "/instanser/finns-inte/")
    assert {crumbs.feed_of(made, page) for page in others} == {""}


class Blocks(HTMLParser):
    """The blocks of JSON-LD on a page, as a browser cuts them out."""

    def __init__(self, text: str) -> None:
        """Read the page at once."""
        super().__init__()
        self.inside = False
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a block begins."""
        self.inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        """Keep what a block holds."""
        if self.inside:
            self.found.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Note where it ends."""
        self.inside = self.inside and tag != "script"


def test_hostile_text_stays_text_in_the_block(tmp_path: Path) -> None:
    """Whatever stands in a title or name, each built page has one block, it is JSON, and the text comes back out of it as it was."""
    archive, findings = hostile_archive(tuple(one for one in PAYLOADS if "script" in one or "'" in one or '"' in one)[:12])
    site, _ = build_site(build_pages(archive, SETTINGS, findings), tmp_path)
    names: set[str] = set()
    read = 0
    for file in site.rglob("*.html"):
        if file.name == "404.html":
            continue
        (block,) = Blocks(file.read_text(encoding="utf-8")).found
        assert "<" not in block
        names |= {node["name"] for node in nodes(json.loads(block)) if "name" in node}
        read += 1
    assert read > 10
    assert any("<script>alert(1)</script>" in name for name in names)
