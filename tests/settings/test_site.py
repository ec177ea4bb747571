"""The other keys of ``site.yml``: licence, where faults are reported, who answers for personal data."""

from __future__ import annotations

import pytest

from generator.model import Licence, Settings
from generator.reach import is_web
from generator.settings import LICENCES, read_settings, report_prefix


def _site(text: str) -> Settings:
    settings, findings = read_settings({"site.yml": text})
    assert findings == ()
    return settings


@pytest.mark.parametrize("name", LICENCES)
def test_a_licence_is_known_by_its_name(name: str) -> None:
    """Every licence of the table is found however its name is written, and its address is one on the web."""
    for said in (name, name.lower(), name.replace(" ", "-")):
        assert _site(f"licens: {said}\n").licence == Licence(name, LICENCES[name])
    assert is_web(LICENCES[name])


def test_another_licence_is_told_by_name_and_address() -> None:
    """A licence that is not in the table has a name and an address of its own."""
    made = _site("licens: {namn: Ekviks villkor, adress: 'https://ekvik.example/villkor'}\n").licence
    assert made == Licence("Ekviks villkor", "https://ekvik.example/villkor")
    assert _site("licens:\n").licence is None


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("licens: CC BY 4\n", "F403", "Menade du ”CC BY 4.0”?"),
        ("licens: fri\n", "F403", "är inget av CC0 1.0"),
        ("licens: {namn: Ekviks villkor}\n", "F403", "både ”namn” och ”adress”"),
        ("licens: {namn: Ekviks villkor, adress: 'javascript:alert(1)'}\n", "F403", "https://"),
        ("licens: {namn: Ekviks villkor, adres: 'https://a.example'}\n", "F402", "Menade du ”adress”?"),
        ("licens: [CC0 1.0]\n", "F403", "inte en lista"),
        ("felanmälan: ring oss\n", "F403", "varken en e-postadress"),
        ("felanmälan: javascript:alert(1)\n", "F403", "varken en e-postadress"),
        ("felanmälan: mailto:a@b.example\n", "F403", "varken en e-postadress"),
        ("kontakt: [a, b]\n", "F403", "inte en lista"),
        ("personuppgiftsansvarig: {namn: A}\n", "F403", "inte en lista"),
        ("exempel: [[a]]\n", "F403", "inte en lista"),
        ("namn: A\nnamn: B\n", "F410", "den på rad 1 gäller"),
        ("personuppgiftsansvar: A\n", "F402", "Menade du ”personuppgiftsansvarig”?"),
        ("[a]: b\n", "F401", "en nyckel ska vara ett ord"),
    ],
)
def test_what_cannot_be_used_is_found(text: str, code: str, words: str) -> None:
    """Nothing in the file is passed over in silence: each fault is a finding that says how it is mended."""
    _, findings = read_settings({"site.yml": text})
    assert findings[0].code == code
    assert words in findings[0].message
    assert findings[0].line == text.count("\n") or text.startswith("licens")


def test_the_contact_receives_reports_where_nothing_else_is_said() -> None:
    """Reports go where the settings say; else to the contact, where that is an e-mail address or a page."""
    assert _site("kontakt: a@ekvik.example\n").report == "a@ekvik.example"
    assert _site("kontakt: a@ekvik.example\nfelanmälan: b@ekvik.example\n").report == "b@ekvik.example"
    assert _site("kontakt: telefon 08-123 45 00\n").report == ""


@pytest.mark.parametrize(
    ("report", "prefix"),
    [
        ("fel@växjö.example", "mailto:fel@v%C3%A4xj%C3%B6.example?subject=Fel%20eller%20saknat%20dokument%20%E2%80%93%20A%26B%3F&body=Sida%3A%20"),
        ("https://ekvik.example/fel", "https://ekvik.example/fel?sida="),
        ("https://ekvik.example/fel?form=1", "https://ekvik.example/fel?form=1&sida="),
        ("https://ekvik.example/fel?", "https://ekvik.example/fel?sida="),
        ("https://ekvik.example/fel#del", "https://ekvik.example/fel?sida="),
        ("", ""),
        ("telefon 08-123 45 00", ""),
    ],
)
def test_a_report_link_takes_the_page_with_it(report: str, prefix: str) -> None:
    """To what comes out, a page's address can be appended; nothing in the site's name can add to a mail."""
    assert report_prefix(Settings(site_name="A&B?", report=report)) == prefix
