"""The sanitiser: nothing of our own is touched, nothing of anybody else's stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as fuzzing
from hypothesis import strategies as st

from generator.sanitise import CLOSING, HOSTS, OPENING, TAGS, cleaned, destinations, is_clean, sanitised
from tests.pages.parsed import Parsed, parse
from tests.safety.attacks import ATTACKS, REFRESHES, texts
from tests.sites import Site, built

OPEN = '<article class="md-content__inner md-typeset prose">'
KNOWN = HOSTS | {"arkivet.ekvik.example", "registrator@ekvik.example"}
HARMLESS = (
    '<p id="p-1a2b" class="x">Text &lt;b&gt; &amp; mer</p>',
    '<p><a href="../../om/#Rubrik">länk</a> <a href="?q=x%20y">sök</a> <a href="#p-1">hit</a></p>',
    '<p><a href="https://www.digg.se/tdosanmalan" rel="external">Digg</a></p>',
    '<p><a href="mailto:registrator@ekvik.example?subject=Fel">skriv</a></p>',
    '<table data-comparison><caption>Jämförelse</caption><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td data-stance="support">x</td></tr></tbody></table>',
    "<details open><summary>Mer</summary><div hidden>x</div></details>",
    '<form action="../sok/" method="get" role="search"><label for="S">Sök</label><input id="S" type="search" name="q"><button type="submit">Sök</button></form>',
    "<noscript><p>Utan skript.</p></noscript>",
    '<svg viewBox="0 0 10 5" role="img" aria-labelledby="t"><title id="t">Svar</title><g class="bar"><rect x="0" y="0" width="3" height="2"/><path d="M0 0h3"/><polyline points="0,1 2,3"/></g></svg>',
    "<hr><br>",
)  # fmt: skip


def _page(article: str) -> str:
    return f"<!doctype html><main>{OPEN}\n{article}\n{CLOSING}</main><footer></footer>"


@pytest.mark.parametrize("html", HARMLESS)
def test_what_templates_write_is_left_byte_for_byte(html: str) -> None:
    """Markup of our own is known at sight, and parsing it anew changes nothing that is seen."""
    assert is_clean(html, KNOWN)
    assert sanitised(_page(html), KNOWN).text == _page(html)
    assert sanitised(_page(html), KNOWN).dropped == ()
    anew = cleaned(html, KNOWN)
    assert re.sub(r"<[^>]*>", "", anew) == re.sub(r"<[^>]*>", "", html)
    assert re.findall(r'href="([^"]*)"', anew) == re.findall(r'href="([^"]*)"', html)


@pytest.mark.parametrize("attack", texts(ATTACKS | REFRESHES), ids=[*ATTACKS, *REFRESHES])
def test_no_attack_is_left(attack: str) -> None:
    """What is left of an attack passes for our own markup, and a raw one is told of."""
    page = _page(f"<p>före</p>{attack}<p>efter</p>")
    after = sanitised(page)
    article = after.text[after.text.index(OPEN) + len(OPEN) : after.text.rindex(CLOSING)]
    assert is_clean(article)
    bare = re.sub(r"(?:title|alt)=\"[^\"]*\"", "", article)  # which hold text alone
    assert not re.search(r"<[^>]*(?:\bon\w+=|javascript:|data:|//ond|style=)", bare)
    assert "efter</p>" in article
    if not is_clean(attack):
        assert after.dropped or attack.startswith("<!--")


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<script>x</script>", "<script>"),
        ('<p onclick="x">a</p>', "onclick i <p>"),
        ('<p style="color:red">a</p>', "style i <p>"),
        ('<a href="javascript:x">a</a>', "adress i <a>"),
        ('<a href="https://ond.example/">a</a>', "adress i <a>"),
        ('<a href="//ond.example/">a</a>', "adress i <a>"),
        ('<a href="/\\ond.example/">a</a>', "adress i <a>"),
        ('<a href="mailto:nagon@ond.example">a</a>', "adress i <a>"),
        ('<a href="https://www.digg.se@ond.example/">a</a>', "adress i <a>"),
        ('<form action="https://www.digg.se/"><button>a</button></form>', "adress i <form>"),
        ('<img src="https://www.digg.se/x.png">', "adress i <img>"),
        ('<svg><rect fill="url(//ond.example/x.svg#a)"/></svg>', "värde för fill i <rect>"),
        ("<p>a</div></p>", "märkning som inte är hel"),
        ("<p>a < b</p>", "märkning som inte är hel"),
    ],
)
def test_what_is_dropped_is_told(html: str, told: str) -> None:
    """The finding names the element, the attribute or the kind of value that was dropped."""
    assert told in sanitised(_page(html), KNOWN).dropped


def test_a_comment_is_dropped_without_a_word() -> None:
    """A comment goes, and nobody is told: it says nothing to a reader."""
    assert sanitised(_page("<p>a</p><!-- b -->")) == sanitised(_page("<p>a</p>"))


def test_text_stays_where_markup_goes() -> None:
    """The words within an element that is not ours stay, but for those of scripts and styles."""
    after = sanitised(_page("<blink>ord</blink><script>inte</script><p>mer"))
    assert "ord" in after.text
    assert "mer" in after.text
    assert "inte" not in after.text


def test_an_element_cannot_end_the_article() -> None:
    """What closes the page's own frame in the middle of a text is dropped, and the rest of the text stays inside."""
    after = sanitised(_page("<p>a</p></article></main><script>x</script><h1>b</h1>"))
    assert after.text.count(CLOSING) == 1
    assert after.text.index("<h1>b</h1>") < after.text.index(CLOSING)


@pytest.mark.parametrize("page", ["", "<html>", CLOSING + OPEN, OPEN, "<article class='md-content__inner'>x</article>"])
def test_a_page_without_an_article_is_told_of(page: str) -> None:
    """Where the frame is not found nothing is changed, and the answer says so."""
    after = sanitised(page)
    assert (after.text, after.whole) == (page, False)


def test_settings_open_the_doors_they_name() -> None:
    """A link may go to a host or an address that the settings name, and to no other."""
    known = destinations(["Skriv till info@ekvik.example.", "https://Ekvik.example/form?x=1", "inget"])
    assert {"info@ekvik.example", "ekvik.example"} <= known
    assert is_clean('<a href="https://ekvik.example/form">a</a>', known)
    assert not is_clean('<a href="https://ekvik.example.ond.example/">a</a>', known)


_PIECES = st.sampled_from([
    "<", ">", "</", "/>", "<!--", "-->", "<p", "<svg>", "</svg>", "<title>", "</title>", "<noscript>", "</noscript>", "<style>", "</style>", "<math>",
    "<mtext>", "<table>", "<td>", "<a href=", '"', "'", "=", " ", "onload=", "javascript:", "//ond", "<img src=x onerror=x>", "<![CDATA[", "]]>",
    "<desc>", "</desc>", "<form>", "</p>", "<select>", "<option>", "&lt;", "&#60;", "x", "\0", "\t",
])  # fmt: skip


@given(st.lists(_PIECES, max_size=14).map("".join))
@fuzzing(max_examples=400, deadline=None)
def test_whatever_comes_in_what_goes_out_is_known(html: str) -> None:
    """For any heap of markup the result holds only whole, known tags, closed in turn, and is its own result."""
    after = cleaned(html)
    assert is_clean(after)
    assert sanitised(_page(after)).text == _page(after)


def test_every_page_of_the_made_up_archive_is_our_own(golden: Site) -> None:
    """No page of the small archive loses anything, and parsing its articles anew keeps every word, link and element."""
    assert golden.result.gathered
    assert not [one for one in golden.result.findings if one.code in {"F505", "F506"}]
    _unchanged(golden.folder, tuple(_all_texts(golden)))


def test_every_page_of_the_real_documents_is_our_own(root: Path, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same of the real documents."""
    site = built(root, tmp_path_factory.mktemp("verkliga"), shared / "seeds")
    assert not [one for one in site.result.findings if one.code in {"F505", "F506"}]
    _unchanged(site.folder, tuple(_all_texts(site)))


def _all_texts(site: Site) -> list[str]:
    assert site.result.gathered
    settings = site.result.gathered.settings
    return [repr(getattr(settings, name)) for name in type(settings).__dataclass_fields__]


def _unchanged(folder: Path, said: tuple[str, ...]) -> None:
    known, files = destinations(said), sorted(folder.rglob("*.html"))
    assert len(files) > 10
    for file in files:
        text = file.read_text(encoding="utf-8")
        found = OPENING.search(text)
        if found is None:
            assert "<main" not in text, file  # a page that only leads on
            continue
        article = text[found.end() : text.rindex(CLOSING)]
        assert is_clean(article, known), file
        again = file.with_suffix(".anew")
        again.write_text(text.replace(article, cleaned(article, known)), encoding="utf-8")
        one, other = parse(file), parse(again)
        again.unlink()
        assert other.links() == one.links(), file
        assert _words(other) == _words(one), file
        assert [element.tag for element in other.elements] == [element.tag for element in one.elements if element.tag != "noscript"], file


def _words(page: Parsed) -> str:
    return page.elements[0].text


def test_the_list_holds_nothing_that_acts() -> None:
    """No element that runs, fetches, frames or styles is on the list."""
    acting = {"script", "style", "link", "meta", "base", "iframe", "object", "embed", "video", "audio", "source", "use", "image", "foreignObject", "animate", "set", "template", "math", "textarea", "marquee", "portal"}
    assert not TAGS & acting


def test_a_page_costs_little(golden: Site) -> None:
    """A page that is our own is left without being parsed: the same text again is judged from memory."""
    text = (golden.folder / "index.html").read_text(encoding="utf-8")
    assert sanitised(text, KNOWN).text is text
