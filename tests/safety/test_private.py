"""A reader is seen by nobody: no page asks another host, sets a cookie, names a tool or fetches a font."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import tinycss2

from tests.pages.parsed import parse
from tests.safety.serving import served, watched
from tests.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def _one_of_each(site: Site) -> dict[str, str]:
    """The address of a page of each kind, by its kind and depth; every page that is alone of its kind."""
    made: dict[str, str] = {}
    for file in sorted(site.folder.rglob("index.html")):
        page = parse(file)
        body = next(one for one in page.elements if one.tag == "body")
        address = "/" + file.relative_to(site.folder).as_posix().removesuffix("index.html")
        kind = body.attributes.get("class")
        if kind is None:
            continue  # a page that only leads on
        made.setdefault(address if kind == "kind-" else kind, address)
    return made | {"404": "/404.html"}


def test_every_kind_of_page_is_met(golden: Site) -> None:
    """The pages that are tried are of every kind that a reader meets."""
    kinds = {"kind-start", "kind-motion", "kind-response", "kind-comparison", "kind-body", "kind-term", "kind-search", "kind-sources", "404"}
    assert kinds <= set(_one_of_each(golden))


def test_no_page_asks_anybody_else(browser: Browser, golden: Site) -> None:
    """Read to its end in light and dark, with everything on it opened, no page asks another origin, sets a cookie or says anything on the console."""
    with served(golden.folder, (golden.folder / "_headers").read_text(encoding="utf-8")) as origin, watched(browser, origin) as seen:
        for address in _one_of_each(golden).values():
            page = seen.go(address)
            page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true; scrollTo(0, document.body.scrollHeight)")
            page.emulate_media(color_scheme="dark")
            page.wait_for_timeout(30)
            page.emulate_media(color_scheme="light")
            assert seen.faults() == [], address
            assert seen.said == [], address
            assert page.evaluate("document.cookie") == ""
            assert page.evaluate("performance.getEntriesByType('resource').filter(one => !one.name.startsWith(location.origin + '/') && !one.name.startsWith('data:')).length") == 0
        assert seen.context.cookies() == []
        assert page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []
        assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0


def test_only_the_choice_of_scheme_is_kept(browser: Browser, golden: Site) -> None:
    """A reader who chooses dark leaves one word in the browser's own store, and nothing else."""
    with served(golden.folder) as origin, watched(browser, origin) as seen:
        page = seen.go("/")
        page.click("[data-scheme-button]")
        kept = page.evaluate("Object.entries(localStorage)")
        assert [key for key, _ in kept] == ["motionsarkivet-lage"]
        assert len(kept[0][1]) < 10
        assert seen.context.cookies() == []


def test_no_page_names_its_tools_or_follows_its_reader(golden: Site) -> None:
    """No page has a generator, an element that tells of a visit, or an address that is fetched from elsewhere."""
    for file in golden.folder.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r'name="generator"|preconnect|dns-prefetch|sendBeacon|gtag|matomo|plausible|<iframe|\bping=', text), file
        for one in parse(file).elements:
            for name in ("src", "srcset", "data", "poster"):
                assert not re.match(r"[a-z]+:|//", one.attributes.get(name, "")), file
            if one.tag == "link" and one.attributes.get("rel") != "canonical":
                assert not re.match(r"[a-z]+:|//", one.attributes["href"]), (file, one)


def test_fonts_are_the_systems(golden: Site) -> None:
    """No stylesheet brings a font or fetches anything from elsewhere, and no font file is published."""
    assert not [path for path in golden.folder.rglob("*") if path.suffix in {".woff", ".woff2", ".ttf", ".otf", ".eot"}]
    sheets = sorted(golden.folder.rglob("*.css"))
    assert sheets
    for file in sheets:
        text = file.read_text(encoding="utf-8")
        assert "@font-face" not in text, file
        for token in _tokens(tinycss2.parse_component_value_list(text)):
            value = getattr(token, "value", "") if token.type == "url" else ""
            assert not re.match(r"(?!data:)[a-z]+:|//", value), (file, value[:60])


def _tokens(found: list[Any]) -> list[Any]:
    made: list[Any] = []  # tinycss2 has no types
    for token in found:
        made.append(token)
        made += _tokens(getattr(token, "content", None) or getattr(token, "arguments", None) or [])
    return made


def test_no_script_can_tell_of_its_reader(golden: Site) -> None:
    """No script of the archive sends anything, makes a socket or sets a cookie."""
    scripts = sorted(golden.folder.rglob("*.js"))
    assert scripts
    for file in scripts:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"sendBeacon|WebSocket|EventSource|document\.cookie|XMLHttpRequest|importScripts|\beval\(|new Function", text), file
