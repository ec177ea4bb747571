"""Text from documents stays text: held against what MkDocs really renders."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import Markup

from generator import addresses
from generator.model import Settings
from generator.pages import build_pages
from generator.pages.escape import escape, visible

from .built import build_site
from .hostile import PAYLOADS, anchor_of, archive
from .parsed import Parsed, parse

CASES = range(len(PAYLOADS))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site of the hostile archive and that of one with the same shape in harmless words."""
    made = []
    for texts in (PAYLOADS, tuple(f"Ord {number}" for number in CASES)):
        content, findings = archive(texts)
        pages = build_pages(content, Settings(address="https://motioner.ekvik.example/"), findings)
        made.append(build_site(pages, tmp_path_factory.mktemp("site"))[0])
    return made[0], made[1]


def _pages(site: Path, number: int) -> dict[str, Parsed]:
    case = addresses.motion(f"ks-{number}").strip("/")
    paths = (
        case,
        f"{case}/instans-{number}",
        f"{case}/jamforelse",
        f"instanser/instans-{number}",
        f"instanser/tillfragad-{number}",
    )
    return {path: parse(site / path / "index.html") for path in paths}


def test_there_are_enough_payloads() -> None:
    """The list holds more than fifty different hostile texts."""
    assert len(set(PAYLOADS)) > 80


@pytest.mark.parametrize("number", CASES)
def test_no_markup_comes_of_text(sites: tuple[Path, Path], number: int) -> None:
    """A page with a hostile text has the very elements and attributes of one with a harmless text."""
    hostile, harmless = (_pages(site, number) for site in sites)
    for path, page in hostile.items():
        assert page.faults == (), path
        if not path.endswith("jamforelse"):  # which words stand in its second table depends on the text
            assert _shape(page) == _shape(harmless[path]), path


def _shape(page: Parsed) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page without what depends on the text: marks of words that the motion has too, and the fold of a long value."""
    return [(one.tag, tuple(sorted(one.attributes))) for one in page.elements if not any(name.startswith(("same", "long")) for name in one.classes)]


def test_only_the_templates_elements_occur(sites: tuple[Path, Path]) -> None:
    """No page of the hostile site holds an element with an attribute that the harmless site does not have."""
    known, met = ({kind for file in site.rglob("*.html") for kind in _kinds(parse(file))} for site in sites)
    assert met <= known
    assert not {attribute for _, attribute in met if attribute.startswith("on")}


def _kinds(page: Parsed) -> set[tuple[str, str]]:
    return {(element.tag, name) for element in page.elements for name in (*element.attributes, "")}


def test_links_stay_at_home(sites: tuple[Path, Path]) -> None:
    """Every link is relative, but for the canonical address and those of the supervising authorities."""
    for file in sites[0].rglob("*.html"):
        for link in parse(file).links():
            away = ":" in link.split("#")[0].split("?")[0] or link.startswith("//")
            assert not away or link.startswith(("https://motioner.ekvik.example/", "https://www.digg.se/", "https://www.imy.se/")), (
                file,
                link,
            )


@pytest.mark.parametrize("number", CASES)
def test_no_text_is_lost(sites: tuple[Path, Path], number: int) -> None:
    """Titles, names, headings and passages come out letter by letter as they stood."""
    text, seen = PAYLOADS[number], visible(PAYLOADS[number])
    pages = list(_pages(sites[0], number).values())
    motion, response, _, body, _ = pages
    assert motion.first("h1").text == seen
    assert body.first("h1").text == seen[:1].upper() + seen[1:]
    for page in (motion, response):
        assert page.by_id(anchor_of(text)).text == seen
        assert page.by_id(anchor_of(text + "1")).text == seen
        assert page.by_id(anchor_of(text + "2")).text == f"Överstruket: {seen}"
    assert seen in [element.text for element in response.elements if element.tag == "h2"]
    assert seen in [element.text for element in motion.elements if element.tag == "h3"]
    hint = next(element for element in response.elements if "restored" in element.classes)
    assert seen in hint.attributes["data-original"]
    title = motion.first("title").text
    assert " ".join(title.split()) == " ".join(f"{seen} – Motionsarkivet".split())


@pytest.mark.parametrize("number", CASES)
def test_headings_in_the_list_are_text(sites: tuple[Path, Path], number: int) -> None:
    """The list of headings beside the text shows a hostile heading as it stood, white space apart."""
    response = _pages(sites[0], number)[f"motioner/ks-{number}/instans-{number}"]
    listed = [
        element for element in response.elements if element.tag == "a" and element.attributes["href"].startswith("#")
    ]
    wanted = "".join(visible(PAYLOADS[number]).split())
    assert wanted in ["".join(element.text.split()) for element in listed]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_any_text_survives_markdown(text: str) -> None:
    """Whatever the text, Markdown renders its escaped form as one paragraph or heading with that text."""
    from html.parser import HTMLParser

    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append(f"<{tag}>" if not attrs else f"<{tag} …>")

        def handle_data(self, data: str) -> None:
            found.append(data)

    reader = Reader(convert_charrefs=True)
    reader.feed(
        Markdown(extensions=["tables", "fenced_code", "attr_list", "abbr", "footnotes", "def_list"]).convert(
            f"## {escape(text)}"
        )
    )
    reader.close()
    assert found[0] == "<h2>"
    assert not [part for part in found[1:] if part.startswith("<") and part.endswith(">") and part not in visible(text)]
    if text.strip():
        assert "".join(found[1:]) == visible(text)


def test_markup_passes() -> None:
    """What already is markup is not escaped again, and nothing becomes the empty text."""
    assert escape(Markup("<b>x</b>")) == "<b>x</b>"
    assert escape(None) == ""
    assert escape(7) == "7"


def test_swedish_stays_readable() -> None:
    """Plain Swedish text is the same in the Markdown as in the source."""
    text = "Hägersten-Älvsjö stadsdelsnämnd (KS 2019/1899), den 1 oktober 2020 – ”ändamålsenlig”."
    assert escape(text) == text


def test_a_turned_direction_is_shown() -> None:
    """Bidirectional controls and control characters are shown by their numbers and turn nothing."""
    assert visible("a\u202eb\x00c") == "a⟨U+202E⟩b⟨U+0000⟩c"
    assert visible("å\nb\tc") == "å\nb\tc"
