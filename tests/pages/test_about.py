"""The pages under /om/: what they say of the settings, and that what is not said is said to be missing."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import get_args

import pytest

from generator import addresses, labels
from generator.model import Archive, Settings, Stance
from generator.pages import about, context
from generator.settings import STATEMENT_KEYS, read_settings
from tests.settings.whole import SITE, without

OWN = (addresses.ABOUT, addresses.GUIDE, addresses.EDITORS, addresses.PRIVACY, addresses.ACCESSIBILITY)
WHOLE = read_settings({"site.yml": SITE})[0]
BARE = Settings()
LONGEST = 20  # words in a sentence, on average


def _pages(settings: Settings) -> dict[str, str]:
    made = about.pages(context.of(Archive(), settings, ()))
    return {"/" + page.path.removesuffix("index.md"): page.text for page in made}


def _body(text: str) -> str:
    return unescape(text.split("\n---\n", 1)[1])


def _words(text: str) -> str:
    """What a reader reads, with a full stop after everything that stands for itself."""
    text = re.sub(r"<nav.*?</nav>|<table.*?</table>", "", _body(text), flags=re.DOTALL)
    text = re.sub(r"</(?:li|p|h\d)>|^#+ .*$|\n\n|<br>", r".\n", text, flags=re.MULTILINE)
    return re.sub(r"<[^>]+>|\*", "", text)


@pytest.mark.parametrize("settings", [BARE, WHOLE], ids=["bare", "whole"])
def test_every_page_is_made_with_one_title_and_a_lead(settings: Settings) -> None:
    """Each page has one heading of the first level and opens with a lead, whatever the settings leave out."""
    made = _pages(settings)
    assert set(made) == set(OWN)
    for text in made.values():
        assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
        assert text.count('<p class="lead">') == 1
        assert text.index('<p class="lead">') < text.index("\n## " if "\n## " in text else "<h2")


@pytest.mark.parametrize("settings", [BARE, WHOLE], ids=["bare", "whole"])
def test_the_pages_are_easy_to_read(settings: Settings) -> None:
    """On no page is a sentence longer than twenty words on average, and none is longer than thirty."""
    for address, text in _pages(settings).items():
        sentences = [one.split() for one in re.split(r"[.!?](?=\s|$)", _words(text)) if len(one.split()) > 1]
        assert len(sentences) > 5
        assert sum(map(len, sentences)) / len(sentences) <= LONGEST, address
        assert max(map(len, sentences)) <= 30, (address, max(sentences, key=len))


def test_quotes_are_typographic() -> None:
    """No page uses a straight quotation mark in its text."""
    for address, text in _pages(WHOLE).items():
        assert '"' not in re.sub(r"<[^>]+>", "", _body(text)), address


def test_the_statement_has_every_part() -> None:
    """Actor, service, state, failures with reasons and criteria, days in words, method, ways to report and the supervisor stand on the page."""
    text = _body(_pages(WHOLE)[addresses.ACCESSIBILITY])
    for said in (
        "Ekviks kommun står bakom den här webbplatsen",
        "Ekviks arkiv är <strong>delvis förenlig med lagkraven</strong> (lag 2018:1937)",
        "<strong>Originalen saknar rubriker.</strong><br>Skäl: Andra har gjort dem.",
        "WCAG\u00a01.3.1",
        "Inget undantag görs av det skälet.",
        "<li>Kartor.</li>",
        "28 februari 2026",
        "1 mars 2026",
        "Egen kontroll.",
        'href="tel:0313900605"',
        'href="mailto:registrator@ekvik.example"',
        'href="https://www.digg.se/tdosanmalan"',
    ):
        assert said in text, said
    assert "inte angivet" not in text
    assert "inte färdig" not in text


@pytest.mark.parametrize("key", [key for key in STATEMENT_KEYS if key != "giltighet"])
def test_a_part_left_out_is_named(key: str) -> None:
    """The page names just the part that is not said, and claims nothing in its place."""
    settings = read_settings({"site.yml": without(key)})[0]
    text = _body(_pages(settings)[addresses.ACCESSIBILITY])
    assert about.unsaid(settings.accessibility) == [about._UNKNOWN[key]]
    assert f"<ul><li>{about._UNKNOWN[key]}</li></ul>" in text
    claims = {
        "förenlighet": "förenlig med",
        "brister": "Inga brister är kända",
        "undantag": "Inget innehåll på webbplatsen är undantaget",
        "oskälig börda": "Inget undantag görs",
        "bedömd": "bedömningen gjordes",
        "uppdaterad": "uppdaterades senast <time",
    }
    assert claims.get(key, "None") not in text


def test_no_statement_claims_nothing() -> None:
    """Without a statement every part is named as missing, and where to complain still stands there."""
    text = _body(_pages(BARE)[addresses.ACCESSIBILITY])
    assert all(said in text for said in about._UNKNOWN.values())
    assert "förenlig med" not in text
    assert "tdosanmalan" in text


@pytest.mark.parametrize(("word", "said"), [("helt", "helt förenlig"), ("inte", "inte förenlig")])
def test_the_state_is_said_in_words(word: str, said: str) -> None:
    """The statement says how far the site follows the law, and points at failures only where there are some."""
    text = SITE.replace("delvis", word)
    if word == "helt":
        text = re.sub(r"  brister:\n(?:    .*\n)+", "  brister: []\n", text)
    settings, findings = read_settings({"site.yml": text})
    assert findings == ()
    page = _body(_pages(settings)[addresses.ACCESSIBILITY])
    assert f"<strong>{said} med lagkraven</strong>" in page
    assert ("#vad-ar-inte-tillgangligt" in page) == (word == "inte")


def test_the_guide_explains_every_badge() -> None:
    """Every stance has its word, its shape and a meaning on the guide, and so has a question without an answer here."""
    text = _body(_pages(BARE)[addresses.GUIDE])
    assert set(about.MEANINGS) == set(get_args(Stance))
    for badge, meaning in about.meanings():
        assert f'<span class="shape" aria-hidden="true">{badge.shape}</span> {badge.word}</span><br>{meaning}</li>' in text
    assert labels.STATES["not-in-archive"] in text
    assert labels.STATES["silent"] in text


@pytest.mark.parametrize(
    ("report", "shown", "link"),
    [
        ("fel@ekvik.example", "fel@ekvik.example", "mailto:fel@ekvik.example?subject=Fel%20eller%20saknat%20dokument%20%E2%80%93%20Arkivet&body=Sida%3A%20"),
        ("https://ekvik.example/fel", "https://ekvik.example/fel", "https://ekvik.example/fel"),
    ],
)
def test_the_page_about_the_editors_takes_reports(report: str, shown: str, link: str) -> None:
    """Under the anchor that every page leads to stands where a report goes, as a link that works without scripts."""
    text = _body(_pages(Settings(site_name="Arkivet", report=report))[addresses.EDITORS])
    section = text.partition('<h2 id="Anmal-ett-fel">')[2].partition("\n## ")[0]
    prefix = link if link.startswith("mailto") else f"{link}?sida="
    assert f'<a href="{link}" data-report="{prefix}">{shown}</a>' in section
    assert "sidans adress" in section


def test_without_a_way_to_report_the_page_says_so() -> None:
    """A contact that is no address stands as it is; without one the page says that there is none yet."""
    by_phone = _body(_pages(Settings(contact="registratorn, telefon 0123-45 67 89"))[addresses.EDITORS])
    assert 'Anmäl här: registratorn, telefon <a href="tel:0123456789">' in by_phone
    assert "Ingen kontaktväg är angiven ännu" in _body(_pages(BARE)[addresses.EDITORS])


def test_who_answers_for_personal_data_is_said_or_missed() -> None:
    """The page about personal data names who answers and the officer, or says that they are not named."""
    text = _body(_pages(WHOLE)[addresses.PRIVACY])
    assert "Personuppgiftsansvarig: Kommunstyrelsen." in text
    assert 'Dataskyddsombud: <a href="mailto:ombud@ekvik.example">ombud<wbr>@ekvik.example</a>.' in text
    bare = _body(_pages(BARE)[addresses.PRIVACY])
    assert "Personuppgiftsansvarig är inte angiven ännu" in bare
    assert "dataskyddsombudet nås är inte angivet ännu" in bare


def test_the_licence_is_said_or_missed() -> None:
    """The page about the archive names the licence of the data with its text, or says that none is given."""
    text = _body(_pages(WHOLE)[addresses.ABOUT])
    assert '<a href="https://creativecommons.org/publicdomain/zero/1.0/" rel="external license">CC0 1.0</a>' in text
    assert "Ingen licens är angiven" in _body(_pages(BARE)[addresses.ABOUT])


def test_nothing_in_the_settings_is_markup() -> None:
    """Text from the settings stays text on these pages."""
    evil = "<script>alert(1)</script>[x](javascript:1){: onclick=y}"
    assert WHOLE.accessibility is not None
    settings = replace(
        WHOLE, site_name=evil, contact=evil, publisher=evil, controller=evil, data_protection=evil,
        accessibility=replace(WHOLE.accessibility, actor=evil, service=evil, method=evil, contacts=(evil,), exempt=(evil,), burden=(evil,)),
    )  # fmt: skip
    for text in _pages(settings).values():
        page = text.split("\n---\n", 1)[1]  # what stands above it is data
        assert "<script>" not in page
        assert "](" not in page
