"""Two hundred hostile documents, and a hostile configuration, as one site: nothing of them acts, and nothing of them is lost."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from generator import policy
from generator.build import Paths, build
from generator.findings import shown
from generator.sanitise import HOSTS, TAGS
from tests.pages.parsed import Element, Parsed, parse
from tests.safety import corpus
from tests.safety.serving import served, watched
from tests.sites import Site, project_copy

if TYPE_CHECKING:
    from playwright.sync_api import Browser

OWN = "https://arkivet.ekvik.example/"
# What the frame has beside what the sanitiser lets an article hold.
FRAME = {"html", "head", "meta", "link", "script", "body", "main", "dialog"}
CONTACTS = ("mailto:redaktionen@ekvik.example", "tel:0313900605")  # of the configuration
FAULTS = """known => {
  const told = [], all = [...document.querySelectorAll('*')];
  for (const one of ['main', 'h1', 'footer.site-footer', 'article'])
    if (document.querySelectorAll(one).length !== 1) told.push(one + ' × ' + document.querySelectorAll(one).length);
  for (const one of all) {
    const name = one.localName;
    if (!known.tags.includes(name)) told.push('<' + name + '>');
    for (const said of one.attributes)
      if (/^on|^style$|^srcdoc$|^formaction$|^ping$/i.test(said.name)) told.push(said.name + ' i <' + name + '>');
    if (name === 'script' && one.type !== 'application/ld+json' && (!one.src.startsWith(location.origin + '/assets/') || one.textContent)) told.push('script ' + one.src);
    for (const where of [one.href, one.src, one.action]) {
      if (typeof where !== 'string' || !where) continue;
      const to = new URL(where, location.href);
      if (to.origin === location.origin || known.hosts.includes(to.host) || known.contacts.some(one => to.href.startsWith(one))) continue;
      told.push('länk till ' + where);
    }
  }
  return told;
}"""


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The corpus built with every layer on."""
    folder = tmp_path_factory.mktemp("ond")
    project = project_copy(root, folder / "project")
    assert corpus.write(folder / "content", project / "site_config") >= 200
    result = build(Paths(project, folder / "content", project / "site_config", folder / "site"))
    assert result.published, result.findings
    return Site(folder / "site", result)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Parsed]:
    """Every page of the site by its address, but those that only lead on."""
    return {address: page for address, page in _parsed(site).items() if any(one.tag == "article" for one in page.elements)}


def _parsed(site: Site) -> dict[str, Parsed]:
    files = sorted(site.folder.rglob("index.html"))
    return {"/" + file.relative_to(site.folder).as_posix().removesuffix("index.html"): parse(file) for file in files}


@pytest.fixture(scope="module")
def data(site: Site) -> dict[str, Any]:
    """The archive's data."""
    found = json.loads((site.folder / "data/archive.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_nothing_needed_the_second_layer(site: Site) -> None:
    """Escaping left nothing for the sanitiser to drop, and MkDocs nothing to warn of."""
    assert not [one for one in site.result.findings if one.code.startswith("F5")]


def test_every_page_is_whole(pages: dict[str, Parsed]) -> None:
    """Every page has one main part, one first heading and its foot, and every element is closed where it was opened."""
    assert len(pages) > 300
    for address, page in pages.items():
        assert page.faults == (), address
        tags = [one.tag for one in page.elements]
        assert (tags.count("main"), tags.count("h1"), tags.count("article")) == (1, 1, 1), address
        assert any("site-footer" in one.classes for one in page.elements), address
        ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
        assert len(ids) == len(set(ids)), (address, sorted(one for one in ids if ids.count(one) > 1)[:3])


def test_no_page_holds_what_the_templates_do_not_write(pages: dict[str, Parsed]) -> None:
    """No element, handler, style or script is on a page but the templates' own and the archive's own files."""
    for address, page in pages.items():
        for one in page.elements:
            assert one.tag in TAGS | FRAME, (address, one.tag)
            assert not [name for name in one.attributes if name.startswith("on") or name in {"style", "srcdoc", "formaction"}], address
            if one.tag == "script":
                assert _is_own_script(one), (address, one)
            if one.tag == "meta":
                assert one.attributes.get("http-equiv", "").lower() in {"", "content-security-policy"}, address


def _is_own_script(one: Element) -> bool:
    if one.attributes.get("type") == "application/ld+json":
        json.loads(one.text)
        return True
    return bool(re.fullmatch(r"(?:\.\./)*(?:\./)?assets/(?:javascripts/[a-z]+|sok)\.js", one.attributes["src"])) and not one.text


def test_links_stay_at_home(pages: dict[str, Parsed], site: Site) -> None:
    """Every link is relative and leads to something, or goes to the archive's own address, its contact or a supervisor."""
    for address, page in pages.items():
        for link in page.links():
            if link.startswith((OWN, *CONTACTS)) or any(link.startswith(f"https://{host}/") for host in HOSTS):
                continue
            assert not re.match(r"[^/?#]*:|//|\s|\\", link), (address, link)
            target = re.split(r"[?#]", link)[0]
            if target:
                there = (site.folder / address.strip("/") / target).resolve()
                assert there.is_relative_to(site.folder.resolve()), (address, link)
                assert there.exists(), (address, link)


def test_every_document_ends_as_a_page_or_a_row(data: dict[str, Any], pages: dict[str, Parsed], site: Site) -> None:
    """Every file is a row of the sources with what became of it, named on their pages, and what it is used as has a page."""
    sources = {one["file"]: one for one in data["sources"]}
    told = " ".join(page.elements[0].text for address, page in pages.items() if address.startswith("/om/kallor/"))
    told = "".join(told.split())
    homes = {one["id"]: one["url"] for kind in ("motions", "responses") for one in data[kind]}
    for name in corpus.names():
        row = sources.get(re.sub("[\ud800-\udfff]", "\ufffd", name))
        assert row, name
        assert row["outcome"] != "published" or row["used_as"], name
        assert "".join(shown(name).split()) in told, name
        for used in row["used_as"]:
            if used in homes:
                assert (site.folder / homes[used].strip("/") / "index.html").is_file(), used
    published = [one for one in sources.values() if one["outcome"] == "published"]
    assert len(published) > 190


def test_no_cell_is_a_formula(site: Site) -> None:
    """No cell of any table begins with a sign that a spreadsheet reads as the beginning of a formula."""
    tables = sorted(site.folder.rglob("*.csv"))
    assert len(tables) > 20
    for file in tables:
        for row in csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig")), delimiter=";"):
            assert not [cell for cell in row if re.match(r"[\s\ufeff]*[=+\-@＝＋－＠\t\r]", cell) and not re.fullmatch(r"-?\d+(?:,\d+)?", cell)], file  # the last four are taken for = + - @


@pytest.mark.parametrize("ending", ["json", "xml", "rdf"])
def test_every_data_file_can_be_read(site: Site, ending: str) -> None:
    """Every file of data is what its name says, whatever text is in it."""
    files = sorted(site.folder.rglob(f"*.{ending}"))
    assert files
    for file in files:
        if ending == "json":
            json.loads(file.read_text(encoding="utf-8"))
        else:
            assert b"<!ENTITY" not in file.read_bytes()
            ET.fromstring(file.read_bytes())  # noqa: S314 - our own file, without entities


def test_pages_that_lead_on_lead_home(site: Site) -> None:
    """A page at an old address holds a refresh and a link to one page of the archive, and nothing else that acts."""
    leading = {address: page for address, page in _parsed(site).items() if not any(one.tag == "article" for one in page.elements)}
    assert leading
    for address, page in leading.items():
        assert page.faults == (), address
        assert {one.tag for one in page.elements} <= {"html", "head", "meta", "title", "link", "body", "main", "h1", "p", "a"}, address
        refresh = next(one.attributes["content"] for one in page.elements if one.attributes.get("http-equiv") == "refresh")
        assert re.fullmatch(r"0; url=(?:\.\./)+[a-z0-9/-]+/", refresh), address
        assert {link for link in page.links() if not link.startswith(OWN)} == {refresh.removeprefix("0; url=")}, address


def test_no_text_is_a_rule_for_the_host(site: Site) -> None:
    """The file of headers is the policy's own, and a rule of redirects holds nothing but two addresses."""
    assert (site.folder / "_headers").read_text(encoding="utf-8") == policy.headers_file()
    for rule in (site.folder / "_redirects").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"/[a-z0-9/._-]+ /[a-z0-9/._-]+ 301", rule), rule


def test_no_page_acts_in_a_browser(browser: Browser, site: Site, pages: dict[str, Parsed]) -> None:
    """Every page, read in Chromium, asks nobody else for anything, says nothing on the console, opens nothing and leaves nothing."""
    known = {"tags": sorted(TAGS | FRAME), "hosts": [*HOSTS, OWN.split("/")[2]], "contacts": CONTACTS}
    with served(site.folder, (site.folder / "_headers").read_text(encoding="utf-8")) as origin, watched(browser, origin) as seen:
        for address in pages:
            page = seen.go(address, wait="domcontentloaded")
            assert page.evaluate(FAULTS, known) == [], address
            assert seen.faults() == [], address
            assert seen.said == [], address
        assert seen.context.cookies() == []
        assert page.evaluate("Object.keys(localStorage)") == []


@pytest.mark.parametrize("query", ["<img src=x onerror=pwned(1)>", "pwned", "'\"><script>pwned(2)</script>", '"plats" -<b>', "{{7*7}}"])
def test_the_search_page_does_not_act(browser: Browser, site: Site, query: str) -> None:
    """A hostile query, and hits whose titles and excerpts are hostile, are shown as text."""
    with served(site.folder, (site.folder / "_headers").read_text(encoding="utf-8")) as origin, watched(browser, origin) as seen:
        page = seen.go("/sok/")
        page.fill("#Sokord", query)
        page.press("#Sokord", "Enter")
        page.wait_for_selector("[data-search-count]:not(:empty), [data-search-error]:not(:empty)", state="attached")
        page.wait_for_timeout(200)
        assert not page.query_selector("main script, main img, main [onerror], main b, main iframe")
        assert seen.faults() == []
        assert seen.said == []
