"""The sitemap by its protocol, and robots.txt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.exports import sitemap
from generator.exports.sitemap import LIMIT, sitemaps
from generator.model import Settings
from tests.exports.sample import exported, parsed
from tests.sample_archive import SETTINGS

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def places(data: bytes) -> list[str]:
    """The addresses that a file of the sitemap holds."""
    return [node.text or "" for node in parsed(data).iter(f"{SPACE}loc")]


def test_sitemap_lists_every_page_once() -> None:
    """The sitemap holds each page's absolute address once, sorted, without anchors and error pages."""
    (file,) = sitemaps(SETTINGS, ["/om/", "/", "/om/#a", "/om/", "/404.html"])
    assert places(file.data) == ["https://arkiv.example.org/", "https://arkiv.example.org/om/"]


def test_without_an_address_there_is_no_sitemap() -> None:
    """An archive that does not know its own address has no sitemap, since the protocol knows whole addresses only."""
    assert sitemaps(Settings(), ["/"]) == ()
    assert "sitemap.xml" not in exported(settings=Settings())


def test_large_sitemap_is_an_index() -> None:
    """More than 50,000 pages become several files under one index, each page in one of them."""
    pages = [f"/motioner/{number}/" for number in range(LIMIT + 1)]
    made = {file.path: file.data for file in sitemaps(SETTINGS, pages)}
    assert list(made) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert places(made["sitemap.xml"]) == ["https://arkiv.example.org/sitemap-1.xml", "https://arkiv.example.org/sitemap-2.xml"]
    found = [*places(made["sitemap-1.xml"]), *places(made["sitemap-2.xml"])]
    assert found == [f"https://arkiv.example.org{page}" for page in sorted(pages)]


def test_no_file_is_larger_than_the_protocol_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages whose addresses fill a file before their number does are spread over more files, none above the limit."""
    monkeypatch.setattr(sitemap, "BYTES", 4000)
    made = sitemaps(SETTINGS, [f"/motioner/{number:050}/" for number in range(40)])
    assert len(made) > 2
    assert max(len(file.data) for file in made[1:]) <= 4000
    assert sum(len(places(file.data)) for file in made[1:]) == 40


def test_addresses_have_only_letters_that_an_address_may_have() -> None:
    """å and a space in the site's address come out by their bytes, and & as XML writes it."""
    (file,) = sitemaps(replace(SETTINGS, address="https://ekvik.example/å b&c/"), ["/om/"])
    assert places(file.data) == ["https://ekvik.example/%C3%A5%20b&c/om/"]


def test_robots() -> None:
    """robots.txt allows everything and names the sitemap where the site's address is known."""
    assert b"Sitemap: https://arkiv.example.org/sitemap.xml" in exported()["robots.txt"]
    assert b"Sitemap" not in exported(settings=Settings())["robots.txt"]
