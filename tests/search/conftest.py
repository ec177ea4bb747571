"""The search page of a small archive, built as a build builds it, and a browser to look at it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator import files
from generator.build import Gathered, compose
from generator.model import Archive, Body, Motion, Response, Section, Stance
from generator.site import build_site, stylesheets, write_config
from tests.search import sample
from tests.sites import CHROMIUM, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

TOWNS = ("Almby", "Björkby", "Cederby", "Dalby", "Ekeby", "Furuby", "Granby", "Hasselby", "Idby", "Järnby", "Krokby", "Lindby", "Mossby")
STANCES: tuple[Stance, ...] = ("support", "reject", "partly")
LONG = (
    "Förvaltningen har gått igenom alla platser. " * 9
    + "Vid stationen saknas en bänk helt. "
    + "Underhållet sköts av samma entreprenör som förut och kostar lika mycket varje år. " * 6
)
PAGE = "/sok/"


def benches() -> Archive:
    """The sample's archive with two more cases, each answered by thirteen bodies that all speak of benches."""
    bodies = tuple(Body(f"{town.lower().replace('ö', 'o').replace('ä', 'a')}-namnden", f"{town}nämnden", "namnd") for town in TOWNS)
    motions, responses = list(sample.ARCHIVE.motions), list(sample.ARCHIVE.responses)
    for case, title, first in (("ks-2019-10", "Sittplatser vid hållplatserna", 0), ("ks-2020-20", "Vila längs gångvägen", 13)):
        made = [_answer(case, body, first + number) for number, body in enumerate(bodies)]
        motions.append(
            Motion(
                id=case,
                title=sample.fact(title),
                diary_numbers=(sample.fact(case.upper().replace("KS-", "KS ").replace("-", "/")),),
                responses=tuple(one.id for one in made),
                sections=sample.section(sample.passage(f"Motionen heter {title.lower()} och rör alla stadsdelar.")),
                document=sample.document(f"{case}.md"),
            )
        )
        responses += made
    return replace(sample.ARCHIVE, motions=tuple(motions), responses=tuple(responses), bodies=(*sample.BODIES, *bodies))


def _answer(case: str, body: Body, number: int) -> Response:
    texts = [f"Nämnden vill se bänkar vid hållplats {number} före vintern."]
    if number == 3:
        texts = ['=2+3 bänkar räknades; "två" av dem var hela.', LONG]
    made = sample.response(
        case,
        (body.id,),
        STANCES[number % 3],
        *(sample.passage(text) for text in texts),
        date=None if number % 5 == 4 else f"{2019 + number % 4}-0{1 + number % 9}-1{number % 10}",
        number=f"{body.name[:3].upper()} 2019/{number}",
    )
    return made if number % 2 else replace(made, sections=(Section("summary", "Sammanfattning", made.passages),))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[str]:
    """The address of the archive's site, with every page and file that a build publishes."""
    work = tmp_path_factory.mktemp("search")
    folder, settings = work / "site", replace(sample.SETTINGS, examples=("bänk",))
    made = compose(Gathered(benches(), settings, (), {}))
    files.write_pages(work / "pages", (*made.pages, *stylesheets(root / "site_config/theme")))
    write_config(root / "mkdocs.yml", root / "site_config/theme", work / "mkdocs.yml", work / "pages", settings)
    output, findings = build_site(work / "mkdocs.yml", folder)
    assert not findings, output
    files.write_files(folder, made.files)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A browser, closed before another package opens its own; tests that need it skip aloud where it is missing."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright saknas: söksidan provas inte i webbläsare")
    if CHROMIUM is None:
        pytest.skip("Chromium saknas: söksidan provas inte i webbläsare")
    with sync_api.sync_playwright() as play:
        made = play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield made
        made.close()


@contextmanager
def opened(browser: Browser, site: str, **how: Any) -> Iterator[Page]:
    """A page of its own that fails the test on any script error and on any request beyond the site."""
    context: BrowserContext = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **how})
    page, faults = context.new_page(), list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: None if asked.url.startswith((site, "blob:", "data:")) else faults.append(asked.url))
    yield page
    context.close()
    assert faults == []


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page on a wide screen."""
    with opened(browser, site) as made:
        yield made


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """A page on a narrow screen that is touched."""
    with opened(browser, site, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as made:
        yield made


@pytest.fixture
def find(site: str) -> Callable[[Page, str], None]:
    """A function that opens the search page with a query string and waits for the answer."""

    def go(page: Page, query: str = "") -> None:
        page.goto(site + PAGE + query)
        settled(page)

    return go


def settled(page: Page) -> None:
    """Wait until the page shows its answer, its fault or its examples, and no search is under way."""
    page.wait_for_function(
        """() => !document.querySelector('[data-search][aria-busy], [data-search-hits][aria-busy]')
        && (document.querySelector('[data-search-count]').textContent || document.querySelector('[data-search-error]').textContent
            || !document.querySelector('[data-search-start]').hidden)"""
    )


def counted(page: Page, count: int) -> None:
    """Wait until the page says ``count`` hits."""
    page.wait_for_function("count => document.querySelector('[data-search-count]').textContent === String(count)", arg=count)
    settled(page)


def hits(page: Page) -> list[str]:
    """The ids of the hits shown."""
    return [str(one.get_attribute("data-hit")) for one in page.query_selector_all("[data-hit]")]
