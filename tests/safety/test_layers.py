"""Escaped text, the sanitiser and the policy: each alone, with the two others off, keeps a browser from acting on a text."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup

from generator import policy
from generator.model import Settings
from generator.pages import build_pages
from generator.pages import escape as escaping
from generator.sanitise import sanitised
from tests.pages.built import build_site
from tests.pages.hostile import archive
from tests.safety.attacks import ATTACKS, REFRESHES, texts
from tests.safety.serving import served, watched
from tests.sites import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Error = pytest.importorskip("playwright.sync_api", reason="playwright saknas: sajtens skydd provas inte i webbläsare").Error
ALL = texts(ATTACKS | REFRESHES)
STOPPED_BY_POLICY = range(len(ATTACKS))
SETTINGS = Settings(address="https://motioner.ekvik.example/")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
# A reader who presses everything: links with a scheme, buttons, and elements that wait for a pointer.
# It goes along with the page: a call from here would wait for ever on a page that is led away at the wrong moment. A form that is
# sent to its own page comes back with a "?", and is not pressed again.
PRESS = """addEventListener('load', () => setTimeout(() => {
  if (location.href.includes('?')) return;
  const at = document.querySelector('main') || document.body;
  for (const one of document.querySelectorAll('a[href^="java" i], a[href^="data:" i], svg a, button:not(header button, footer button), [formaction]'))
    one.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
  for (const one of document.querySelectorAll('*')) one.dispatchEvent(new PointerEvent('pointerover', {bubbles: false}));
}))"""


def _address(number: int) -> str:
    """The page that has the text as its title, names, headings and paragraphs."""
    return f"/motioner/ks-{number}/instans-{number}/"


def _changed(site: Path, folder: Path, *changes: Callable[[str], str]) -> Path:
    """A copy of ``site`` with every page changed."""
    shutil.copytree(site, folder)
    for file in folder.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        for change in changes:
            text = change(text)
        file.write_text(text, encoding="utf-8")
    return folder


def _without_policy(text: str) -> str:
    assert _POLICY.search(text)
    return _POLICY.sub("", text)


@pytest.fixture
def alone(browser: Browser) -> Iterator[Browser]:
    """A browser for one test: what an attack leaves behind in one that it has got the better of must not hold up the next."""
    made = browser.browser_type.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
    yield made
    made.close()


@pytest.fixture(scope="module")
def escaped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile archive's site as the templates and MkDocs leave it."""
    content, findings = archive(ALL)
    return build_site(build_pages(content, SETTINGS, findings), tmp_path_factory.mktemp("a"))[0]


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with texts let into the pages as they are."""
    content, findings = archive(ALL)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(escaping, "_escaped", Markup)
        pages = build_pages(content, SETTINGS, findings)
    return build_site(pages, tmp_path_factory.mktemp("b"), strict=False)[0]


def _acted(browser: Browser, origin: str, numbers: range) -> dict[str, list[str]]:
    """By attack what happened on the page that holds it, read and pressed by one who presses everything."""
    happened: dict[str, list[str]] = {}
    names = [*ATTACKS, *REFRESHES]
    with watched(browser, origin) as seen:
        seen.context.add_init_script(PRESS)
        for number in numbers:
            try:
                seen.go(_address(number)).wait_for_timeout(50)
            except Error as problem:  # the page was led away while it was read
                happened[names[number]] = [problem.message]
            # A form that is still on its way to its own page must not meet the next attack: each has a window of its own.
            seen.shut()
            happened.setdefault(names[number], []).extend(seen.faults())
    return {name: told for name, told in happened.items() if told}


def test_without_any_layer_the_attacks_act(alone: Browser, raw: Path, tmp_path: Path) -> None:
    """Most of the attacks do what they say where nothing stops them: the other tests can fail."""
    with served(_changed(raw, tmp_path / "s", _without_policy)) as origin:
        acted = _acted(alone, origin, range(len(ALL)))
    assert len(acted) > len(ALL) * 2 // 3, sorted({*ATTACKS, *REFRESHES} - {*acted})


def test_escaping_alone_stops_everything(alone: Browser, escaped: Path, tmp_path: Path) -> None:
    """With neither policy nor sanitiser, nothing comes of a text that is escaped."""
    with served(_changed(escaped, tmp_path / "s", _without_policy)) as origin:
        assert _acted(alone, origin, range(len(ALL))) == {}


def test_the_sanitiser_alone_stops_everything(alone: Browser, raw: Path, tmp_path: Path) -> None:
    """With texts let in as they are and no policy, nothing comes of a page that is sanitised."""
    with served(_changed(raw, tmp_path / "s", lambda text: sanitised(text).text, _without_policy)) as origin:
        assert _acted(alone, origin, range(len(ALL))) == {}


def test_the_policy_in_the_page_alone_stops_what_it_governs(alone: Browser, raw: Path) -> None:
    """With texts let in as they are, the pages' own policy stops every attack but a refresh of the page."""
    with served(raw) as origin:
        assert _acted(alone, origin, STOPPED_BY_POLICY) == {}


def test_the_policy_in_the_headers_alone_stops_what_it_governs(alone: Browser, raw: Path, tmp_path: Path) -> None:
    """The same policy sent by the web server stops the same, in pages that do not carry it."""
    with served(_changed(raw, tmp_path / "s", _without_policy), policy.headers_file()) as origin:
        assert _acted(alone, origin, STOPPED_BY_POLICY) == {}
