"""The page of data: the files that there are, and what may be done with them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.datafiles import FILES, published
from generator.exports import build_exports
from generator.model import Archive, Settings
from generator.model.publishing import Licence
from generator.pages import data
from generator.pages.context import of

from .sample import ARCHIVE, FINDINGS, SETTINGS

LICENCE = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
FULL = replace(SETTINGS, address="https://motioner.ekvik.example/", publisher="Ekviks kommun", contact="arkivet@ekvik.example", licence=LICENCE)


def text(settings: Settings = FULL, archive: Archive = ARCHIVE) -> str:
    """The page's Markdown."""
    (page,) = data.pages(of(archive, settings, FINDINGS))
    return page.text


@pytest.mark.parametrize("archive", [ARCHIVE, Archive()], ids=["full", "empty"])
@pytest.mark.parametrize("settings", [FULL, Settings()], ids=["published", "bare"])
def test_the_page_lists_the_files_that_there_are(settings: Settings, archive: Archive) -> None:
    """Each file that the page lists is published, and each file of data that is published is listed."""
    made = {file.path for file in build_exports(archive, settings, ("/",)) if file.path.startswith("data/")} | {"feed.xml"}
    assert {file.address.lstrip("/") for file in published(archive, settings)} == made
    links = set(re.findall(r'<li><a href="([^"]+)">[a-z.]+[.][a-z]+</a>', text(settings, archive)))
    assert links == {path.removeprefix("data/") if path.startswith("data/") else f"../{path}" for path in made}


def test_every_file_is_explained() -> None:
    """Each file has words of its own, none of them twice."""
    assert len({file.what for file in FILES}) == len({file.name for file in FILES}) == len(FILES)


def test_the_licence_is_named_where_it_is_stated() -> None:
    """The page names the licence with a link to it, and where none is stated says that none is."""
    assert f'<a href="{LICENCE.address}" rel="external license">CC BY 4.0</a>' in text().replace("&#58;", ":").replace("&#47;", "/")
    assert "Ingen licens är angiven för data." in text(replace(FULL, licence=None))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "", "data:text/html,x", '"><script>'])
def test_what_is_no_address_is_no_link(address: str) -> None:
    """A licence whose address is none on the web is named without a link."""
    made = text(replace(FULL, licence=Licence("Egen licens", address)))
    assert "enligt licensen Egen licens," in made
    assert 'rel="external license"' not in made
