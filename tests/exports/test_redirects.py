"""Old addresses that lead to new ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from generator.exports.redirects import PATH, leading, redirects
from generator.model import Archive, Edit, Fact, Settings, Status
from generator.model.publishing import Change
from tests.exports.sample import FULL
from tests.sample_archive import CASE, SETTINGS

HOME = f"/motioner/{CASE}/"
PAGES = ("/", "/om/", HOME, f"{HOME}jamforelse/", f"{HOME}kulturnamnden/", f"{HOME}okand-instans/", f"{HOME}tekniska-namnden/", "/instanser/parknamnden/")
TITLE = "/motioner/motion-om-torra-cyklar-aret-runt/"


class Read(HTMLParser):
    """The parts of a redirecting page: its elements with their attributes, and its text."""

    def __init__(self, data: bytes) -> None:
        """Read the page at once."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep its text."""
        self.text += data


def moved(*changes: tuple[str, str]) -> Settings:
    """Settings in which these have moved."""
    return replace(SETTINGS, changes=tuple(Change("2026-01-01", "moved", old, "Nytt nummer", to) for old, to in changes))


def led(settings: Settings, archive: Archive = FULL, pages: Sequence[str] = PAGES) -> dict[str, str]:
    """What leads where, without what follows from the title."""
    return {old: new for old, new in leading(archive, settings, pages).items() if not old.startswith(TITLE)}


@pytest.mark.parametrize("old", ["gammal-sak", "/motioner/gammal-sak/", "https://arkiv.example.org/motioner/gammal-sak/", "motioner/gammal-sak#p-1"])
def test_every_page_of_a_case_that_moved_is_found(old: str) -> None:
    """However staff write the old address, it leads from every page under it to the same page of the case that it is now."""
    assert led(moved((old, CASE))) == {page.replace(CASE, "gammal-sak"): page for page in PAGES if page.startswith(HOME)}


def test_a_response_or_body_can_move_alone() -> None:
    """One answer that moved leads to its new page and nothing else; a body likewise."""
    settings = moved((f"{CASE}/park", f"{CASE}/tekniska-namnden"), ("/instanser/gatunamnden/", "/instanser/parknamnden/"))
    assert led(settings) == {f"{HOME}park/": f"{HOME}tekniska-namnden/", "/instanser/gatunamnden/": "/instanser/parknamnden/"}


def test_any_page_can_be_where_something_moved() -> None:
    """A word or a page about the archive that moved leads to where it is; what moved to no page leads nowhere."""
    settings = moved(("/begrepp/ord/", "/begrepp/annat/"), ("/begrepp/tredje/", "/begrepp/saknas/"))
    assert led(settings, pages=(*PAGES, "/begrepp/annat/")) == {"/begrepp/ord/": "/begrepp/annat/"}


def test_what_moved_alone_goes_before_what_moved_with_its_case() -> None:
    """An answer of a case that moved, which has itself moved elsewhere, leads to where that is, in whatever order staff write them."""
    lines = (("gammal/park", f"{CASE}/okand-instans"), ("gammal/kulturnamnden", f"{CASE}/tekniska-namnden"), ("gammal", CASE))
    for said in (lines, lines[::-1]):
        found = led(moved(*said))
        assert found["/motioner/gammal/kulturnamnden/"] == f"{HOME}tekniska-namnden/"
        assert found["/motioner/gammal/park/"] == f"{HOME}okand-instans/"


def test_what_moved_twice_leads_to_where_it_is() -> None:
    """An address that moved, and moved again, leads straight to the last; moves in a ring lead nowhere."""
    assert led(moved(("forsta", "andra"), ("andra", CASE)))["/motioner/forsta/"] == HOME
    assert led(moved(("a", "b"), ("b", "a"))) == {}


def test_no_redirect_stands_where_a_page_is() -> None:
    """An old address that a page has, or whose target is no page, gets no redirect."""
    assert led(moved((CASE, f"{CASE}/tekniska-namnden"), (f"{CASE}/x", "finns-inte"), ("y", ""), ("z", "/"))) == {}


@pytest.mark.parametrize("old", ["../../etc", "/", "", "a//b", "a\nb", "å", "a b", "%2e%2e", "A"])
def test_an_old_address_cannot_leave_the_site(old: str) -> None:
    """What is no address that the archive could have had gets no redirect."""
    assert led(moved((old, CASE))) == {}


def test_a_case_is_found_by_its_title_and_its_other_numbers() -> None:
    """A case called by its number is found, with all that stands under it, under its title's address and its other numbers."""
    numbers = (*FULL.motions[0].diary_numbers, Fact("KS 2021/99", Status.STATED, "KS 2021/99"))
    archive = replace(FULL, motions=(replace(FULL.motions[0], diary_numbers=numbers),))
    under = [page.removeprefix(HOME) for page in PAGES if page.startswith(HOME)]
    assert "jamforelse/" in under
    assert leading(archive, SETTINGS, PAGES) == {
        f"{start}{page}": f"{HOME}{page}" for start in ("/motioner/ks-2021-99/", TITLE) for page in under
    }


@pytest.mark.parametrize(("key", "said", "old"), [("diarienummer", "KS 2021/98", "ks-2021-98"), ("titel", "Motion om bodar", "motion-om-bodar")])
def test_an_editors_word_leaves_no_address_dead(key: str, said: str, old: str) -> None:
    """What the documents call a case that an editor calls by another number or title leads to it, answers and all."""
    stated = Fact(said, Status.STATED, said)
    edit = Edit(key, Fact("annat", Status.CURATED, ""), (stated,), differs=True)
    found = leading(replace(FULL, motions=(replace(FULL.motions[0], edits=(edit,)),)), SETTINGS, PAGES)
    assert {f"/motioner/{old}/{page.removeprefix(HOME)}": page for page in PAGES if page.startswith(HOME)}.items() <= found.items()


def test_a_name_that_two_cases_have_leads_to_neither() -> None:
    """Two cases of one title are not found by it, nor is one whose title is where another case lives."""
    other = replace(FULL.motions[0], id="ks-2022-1", diary_numbers=(Fact("KS 2022/1", Status.STATED, ""),))
    pages = (*PAGES, "/motioner/ks-2022-1/", "/motioner/ks-2022-1/jamforelse/")
    assert leading(replace(FULL, motions=(*FULL.motions, other)), SETTINGS, pages) == {}
    assert leading(FULL, SETTINGS, (*PAGES, TITLE)) == {}


def test_the_page_says_where_it_leads() -> None:
    """The page in the old place sends the reader on at once, has a plain link and a sentence, names the new place as its own and is not to be indexed."""
    (file,) = [one for one in redirects(FULL, SETTINGS, PAGES) if one.path == TITLE.strip("/") + "/index.html"]
    page = Read(file.data)
    metas = {one.get("http-equiv") or one.get("name"): one.get("content") for tag, one in page.elements if tag == "meta"}
    assert metas["refresh"] == f"0; url=../{CASE}/"
    assert metas["robots"] == "noindex"
    assert [one.get("href") for tag, one in page.elements if tag == "a"] == [f"../{CASE}/"]
    assert [one.get("href") for tag, one in page.elements if tag == "link"] == [f"https://arkiv.example.org{HOME}"]
    assert ("html", {"lang": "sv"}) in page.elements
    assert "Sidan har flyttat" in page.text
    assert not [tag for tag, _ in page.elements if tag == "script"]


def test_hosts_get_the_same_as_rules() -> None:
    """_redirects has each old address with its new one in the folder that the site lies in, and the data beside a motion's page."""
    settings = replace(moved(("gammal-sak", CASE)), address="https://ekvik.example/arkiv/")
    rules = {file.path: file.data for file in redirects(FULL, settings, PAGES)}[PATH].decode().splitlines()
    assert f"/arkiv/motioner/gammal-sak/ /arkiv{HOME} 301" in rules
    assert f"/arkiv/motioner/gammal-sak/jamforelse.csv /arkiv{HOME}jamforelse.csv 301" in rules
    assert all(re.fullmatch(r"/[a-z0-9/._-]+ /[a-z0-9/._-]+ 301", rule) for rule in rules)
    assert len({rule.split()[0] for rule in rules}) == len(rules)


def test_without_any_there_is_no_file_of_rules() -> None:
    """An archive in which nothing leads anywhere publishes no redirects."""
    assert redirects(Archive(), SETTINGS, ("/",)) == ()
