"""The browser of this package's tests, once, and the sites that several of them look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from generator import addresses
from generator.pages import build_pages

from . import states
from .built import build_site
from .paragraphs import site_of_paragraphs, started, watched
from .serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A browser; the tests skip aloud where there is none. One for the package: a process has but one such session."""
    with started() as found:
        yield found


@pytest.fixture(scope="package")
def paragraphs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with pages that have every kind of paragraph."""
    with served(site_of_paragraphs(tmp_path_factory.mktemp("site"))) as address:
        yield address


@pytest.fixture(scope="package")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a comparison with every state of an answer, served from this machine."""
    site = build_site(build_pages(states.ARCHIVE, states.SETTINGS, ()), tmp_path_factory.mktemp("site"))[0]
    with served(site) as address:
        yield address + addresses.comparison(states.CASE)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page on a desk that must not complain, nor ask another host for anything."""
    with watched(browser) as made:
        yield made
