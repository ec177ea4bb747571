"""One policy: the same in the pages, in the file for static hosts and in the examples for web servers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import policy
from tests.safety.serving import headers_of, served, watched
from tests.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def test_nothing_is_allowed_that_is_not_named() -> None:
    """What no directive names may not be loaded, and no directive lets script or style stand in a page or be made of text."""
    said = dict(policy.POLICY)
    assert said["default-src"] == said["object-src"] == said["base-uri"] == policy.NONE
    assert said["script-src"] == said["style-src"] == policy.OWN
    assert not re.search(r"unsafe|\*|https?:|blob:", policy.meta())


def test_the_theme_carries_the_policy(root: Path) -> None:
    """The frame of every page states the policy once, and the same referrer rule as the headers."""
    frame = (root / "site_config/theme/main.html").read_text(encoding="utf-8")
    assert _META.findall(frame) == [policy.meta()]
    assert f'<meta name="referrer" content="{policy.REFERRER}">' in frame


def test_every_page_states_the_policy_before_anything_is_loaded(golden: Site) -> None:
    """No built page loads or runs anything before its policy."""
    pages = [file for file in golden.folder.rglob("*.html") if "<article" in file.read_text(encoding="utf-8")]
    assert len(pages) > 10
    for file in pages:
        text = file.read_text(encoding="utf-8")
        found = _META.search(text)
        assert found, file
        assert found[1] == policy.meta()
        assert not re.search(r"<(?:script|link|style|img)", text[: found.start()]), file


def test_the_site_carries_its_headers(golden: Site) -> None:
    """_headers lies at the root of the site, and its first block goes with every address."""
    blocks = headers_of((golden.folder / "_headers").read_text(encoding="utf-8"))
    assert blocks[0] == ("/", list(policy.headers()))
    assert ("/data/", [("Access-Control-Allow-Origin", "*")]) in blocks


def test_the_headers_say_what_a_page_cannot() -> None:
    """The header's policy is the page's with the rule on frames added."""
    said = dict(policy.headers())
    assert said["Content-Security-Policy"] == f"{policy.meta()}; frame-ancestors 'none'"
    assert said["X-Content-Type-Options"] == "nosniff"


def test_no_two_blocks_name_the_same_header_for_an_address() -> None:
    """A host that adds the headers of every block that matches sends none twice."""
    blocks = headers_of(policy.headers_file())
    for at, (start, headers) in enumerate(blocks):
        for other, more in blocks[at + 1 :]:
            if start.startswith(other) or other.startswith(start):
                assert not {name for name, _ in headers} & {name for name, _ in more}, (start, other)


@pytest.mark.parametrize(("file", "text"), [("nginx.conf", policy.nginx()), ("apache.conf", policy.apache())])
def test_the_examples_are_made_from_the_policy(root: Path, file: str, text: str) -> None:
    """The examples for web servers are what policy.py makes, with every header in them."""
    assert (root / "docs/webbserver" / file).read_text(encoding="utf-8") == text
    for name, value in policy.headers():
        assert f'{name} "{value}"' in text


def test_only_files_named_by_their_content_are_kept_for_good(golden: Site) -> None:
    """Every file of the search that a browser may keep for a year has a digest for a name; the root of the search has not."""
    kept = [one for one in policy.CACHING if "immutable" in one.control]
    files = [path.relative_to(golden.folder).as_posix() for path in (golden.folder / "sok").rglob("*.json")]
    assert files
    for file in files:
        for_good = any(f"/{file}".startswith(one.start) and file.endswith(one.end) for one in kept)
        named = re.search(r"/[0-9a-f]{6,}(?:/\d+)?\.json$", file) is not None
        assert for_good == named, file


def test_the_search_works_under_the_headers(browser: Browser, golden: Site) -> None:
    """Under the full policy the search finds, a table of hits can be taken away, and the console stays empty."""
    headers = (golden.folder / "_headers").read_text(encoding="utf-8")
    with served(golden.folder, headers) as origin, watched(browser, origin) as seen:
        page = seen.go("/sok/?q=isbana")
        page.wait_for_selector("[data-hit] mark")
        with page.expect_download() as taken:
            page.click("[data-search-csv]")
        assert Path(taken.value.path()).read_bytes().startswith(b"\xef\xbb\xbf")
        assert seen.faults() == []
        assert seen.said == []


def test_trusted_types_are_in_force(browser: Browser, golden: Site) -> None:
    """No script of a page can make markup of text, as an attack by way of innerHTML would."""
    with served(golden.folder) as origin, watched(browser, origin) as seen:
        page = seen.go("/om/")
        said = page.evaluate("() => { try { document.body.innerHTML = '<b>x</b>'; return 'made'; } catch (error) { return error.name; } }")
        assert said == "TypeError"
