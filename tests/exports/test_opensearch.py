"""The description of the search that a browser can add."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports import build_exports
from generator.exports.opensearch import DESCRIPTION, LONG, PATH, SHORT, cut, opensearch, short
from generator.model import Archive, Settings
from generator.site import build_site, write_config

SETTINGS = Settings(site_name="Motionsarkivet", municipality="Ekvik", address="https://motioner.ekvik.example/arkiv/")
SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def described(settings: Settings = SETTINGS) -> ET.Element:
    """The root of the description."""
    (file,) = opensearch(settings)
    return ET.fromstring(file.data)  # noqa: S314 - our own output


def text(root: ET.Element, name: str) -> str:
    """The text of an element; "" where it is not there."""
    return root.findtext(f"{SPACE}{name}", "")


def test_a_browser_learns_where_to_search() -> None:
    """The description names the archive and gives the whole address of its search, with the place for the words."""
    root = described()
    assert root.tag == f"{SPACE}OpenSearchDescription"
    assert (text(root, "ShortName"), text(root, "InputEncoding"), text(root, "Language")) == ("Motionsarkivet", "UTF-8", "sv")
    assert text(root, "Description") == "Sök bland motioner och svar på dem i Ekvik: Motionsarkivet."
    assert text(root, "Image") == "https://motioner.ekvik.example/arkiv/assets/images/favicon.svg"
    urls = {one.get("type"): one.get("template") for one in root.findall(f"{SPACE}Url")}
    assert urls == {
        "text/html": "https://motioner.ekvik.example/arkiv/sok/?q={searchTerms}",
        "application/opensearchdescription+xml": "https://motioner.ekvik.example/arkiv/opensearch.xml",
    }


def test_without_an_address_there_is_none() -> None:
    """An archive that does not know its own address has no description, since a browser needs the whole address."""
    assert opensearch(replace(SETTINGS, address="")) == ()
    assert PATH not in {file.path for file in build_exports(Archive(), Settings(), ())}
    assert PATH in {file.path for file in build_exports(Archive(), SETTINGS, ())}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Motionsarkivet", "Motionsarkivet"),
        ("Sexton bokstäver", "Sexton bokstäver"),
        ("Motioner i Stora Ekvik", "Motioner i Stora"),
        ("Ekviks arkiv: alla motioner", "Ekviks arkiv"),
        ("Kommunfullmäktigesarkivet", "Kommunfullmäkti…"),
        ("De kommunfullmäktigemotionerna", "De kommunfullmä…"),
    ],
)
def test_a_short_name_is_cut_between_words(name: str, made: str) -> None:
    """A name of more than sixteen letters becomes its first whole words, or where they say too little its first letters."""
    assert short(name) == made


def test_a_long_name_stands_in_full_beside_the_short() -> None:
    """Where the short name is not the whole, a longer one is given; elsewhere there is none."""
    assert text(described(replace(SETTINGS, site_name="Motioner i Stora Ekvik")), "LongName") == "Motioner i Stora Ekvik"
    assert described().find(f"{SPACE}LongName") is None


@given(st.text(), st.text())
def test_any_name_keeps_to_the_limits(name: str, municipality: str) -> None:
    """Whatever a site is called, the file is well-formed, within the specification's limits and never without a name."""
    root = described(replace(SETTINGS, site_name=name, municipality=municipality))
    assert 1 <= len(text(root, "ShortName")) <= SHORT
    assert len(text(root, "LongName")) <= LONG
    assert 1 <= len(text(root, "Description")) <= DESCRIPTION


def test_the_settings_cannot_put_anything_into_the_address() -> None:
    """Braces, quotes and angle brackets of the settings are no parameters, attributes or elements."""
    root = described(replace(SETTINGS, address='https://ekvik.example/{searchTerms}/"<x>/å/', site_name='<b>"&{x}'))
    template = next(one.get("template", "") for one in root.findall(f"{SPACE}Url") if one.get("type") == "text/html")
    assert template == "https://ekvik.example/%7BsearchTerms%7D/%22%3Cx%3E/å/sok/?q={searchTerms}"
    assert text(root, "ShortName") == '<b>"&{x}'
    assert [one.tag.removeprefix(SPACE) for one in root] == ["ShortName", "Description", "InputEncoding", "OutputEncoding", "Language", "Image", "Url", "Url"]


def test_cut_text_ends_between_words() -> None:
    """A text that is too long is cut between words, and says that it goes on."""
    assert cut("ett två tre", 11) == "ett två tre"
    assert cut("ett två tre", 10) == "ett två…"
    assert cut("ettochtvå", 4) == "ett…"


@pytest.mark.parametrize("address", ["https://motioner.ekvik.example/arkiv/", ""])
def test_pages_link_to_it(root: Path, tmp_path: Path, address: str) -> None:
    """Every page has a link to the description, relative to the page, where there is one, and else none."""
    for path in ("pages/index.md", "pages/om/index.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("# T\n", encoding="utf-8")
    settings = Settings(site_name="A & <b>", address=address)
    write_config(root / "mkdocs.yml", root / "site_config/theme", tmp_path / "mkdocs.yml", tmp_path / "pages", settings)
    build_site(tmp_path / "mkdocs.yml", tmp_path / "site")
    for path, href in (("index.html", "opensearch.xml"), ("om/index.html", "../opensearch.xml")):
        link = f'<link rel="search" type="application/opensearchdescription+xml" title="A &amp; &lt;b&gt;" href="{href}">'
        assert ((link in (tmp_path / "site" / path).read_text(encoding="utf-8")), bool(opensearch(settings))) == (bool(address), bool(address))
