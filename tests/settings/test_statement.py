"""The accessibility statement: what is read, what it may not say, and which parts are missing."""

from __future__ import annotations

import unicodedata

import pytest

from generator.model import Accessibility, Failure
from generator.settings import STATEMENT_KEYS, read_settings

from .whole import SITE, changed, without

REQUIRED = tuple(key for key in STATEMENT_KEYS if key != "giltighet")


def _read(text: str) -> tuple[Accessibility | None, list[tuple[str, int | None, str]]]:
    settings, findings = read_settings({"site.yml": text})
    return settings.accessibility, [(one.code, one.line, one.message) for one in findings]


def test_a_whole_statement_is_read() -> None:
    """Every part of a whole statement is read, nothing is missing, and an assessment holds for a year where nothing else is said."""
    statement, findings = _read(SITE)
    assert findings == []
    assert statement == Accessibility(
        actor="Ekviks kommun",
        service="Ekviks arkiv",
        compliance="partial",
        assessed="2026-02-28",
        method="Egen kontroll.",
        updated="2026-03-01",
        contacts=("telefon 031-390 06 05", "registrator@ekvik.example"),
        failures=(Failure("Originalen saknar rubriker.", "Andra har gjort dem.", "1.3.1"),),
        exempt=("Kartor.",),
        burden=(),
        valid_months=12,
        missing=(),
        line=7,
    )


@pytest.mark.parametrize("key", REQUIRED)
def test_a_part_left_out_is_missing(key: str) -> None:
    """A part that is left out, or left empty, is missing and no other is; leaving it out is no fault of the file's."""
    for text in (without(key), *(changed(key, said) for said in ("", "~", "null", '""', "'-'", "[null, '']"))):
        statement, findings = _read(text)
        assert findings == []
        assert statement is not None
        assert statement.missing == (key,)


def test_no_way_to_report_is_no_answer() -> None:
    """That there is no way to report cannot be said: the part is missing."""
    for said in ("[]", "inga"):
        statement, findings = _read(changed("kontakt", said))
        assert findings == []
        assert statement is not None
        assert statement.missing == ("kontakt",)


@pytest.mark.parametrize("key", ["brister", "undantag", "oskälig börda"])
@pytest.mark.parametrize("said", ["[]", "inga", "Inga", "inget", "ingen"])
def test_that_there_is_nothing_must_be_said(key: str, said: str) -> None:
    """An empty list, or the word for it, is an answer."""
    text = changed(key, said)
    statement, findings = _read(text.replace("förenlighet: delvis", "förenlighet: helt") if key == "brister" else text)
    assert findings == []
    assert statement is not None
    assert statement.missing == ()
    assert not (statement.failures if key == "brister" else statement.exempt if key == "undantag" else statement.burden)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("förenlighet", "delvist", "Menade du ”delvis”?"),
        ("förenlighet", "[delvis]", "inte en lista"),
        ("bedömd", "2026-02-30", "är ingen dag"),
        ("bedömd", "i våras", "åååå-mm-dd"),
        ("uppdaterad", "2026-1-1", "är ingen dag"),
        ("uppdaterad", "2026-02-27", "uppdaterad före bedömningen"),
        ("metod", "{a: b}", "inte en lista"),
        ("brister", "Det mesta.", "”vad” och ”skäl”"),
        ("brister", "[{vad: Kartor.}]", "saknar ”skäl”"),
        ("brister", "[{skäl: Tid.}]", "saknar ”vad”"),
        ("brister", "[{vad: Kartor., skäl: Tid., kriterium: kontrast}]", "till exempel 1.4.3"),
        ("brister", "[{vad: Kartor., skäl: Tid., kriterie: 1.4.3}]", "Menade du ”kriterium”?"),
        ("brister", "[]", "måste ange vilka bristerna är"),
        ("förenlighet", "helt", "går inte ihop med de brister"),
        ("undantag", "[[a]]", "inte en lista"),
        ("oskälig börda", "[{a: b}]", "inte en lista"),
        ("giltighet", "0", "från 1 till 120"),
        ("giltighet", "ett år", "från 1 till 120"),
        ("kontakt", "{telefon: 1}", "inte en lista"),
    ],
)
def test_a_part_that_cannot_be_used_is_a_fault(key: str, value: str, words: str) -> None:
    """A value that means nothing, or contradicts another part, is one finding inside the statement that says what is wrong."""
    text = changed(key, value) if key != "giltighet" else SITE.replace("  metod:", f"  giltighet: {value}\n  metod:")
    _, findings = _read(text)
    assert len(findings) == 1
    code, line, message = findings[0]
    assert code in {"F402", "F403"}
    assert line in range(7, 22)
    assert words in message


def test_an_unknown_part_is_a_fault_with_the_nearest_key() -> None:
    """A part that does not exist is found at its line, with the one it is most like."""
    _, findings = _read(SITE.replace("  metod:", "  metoden:"))
    assert findings == [("F402", 12, "Okänd nyckel ”metoden”. Menade du ”metod”?")]


def test_a_statement_that_is_no_mapping_is_a_fault() -> None:
    """A text where the parts should be is a fault."""
    assert [code for code, _, _ in _read("tillgänglighet: ja\n")[1]] == ["F401"]


def test_keys_are_read_however_their_accents_are_written() -> None:
    """A key whose å and ä are written with a sign of their own for the accent is the same key."""
    assert _read(unicodedata.normalize("NFD", SITE)) == _read(SITE)


def test_an_empty_statement_is_none() -> None:
    """The bare key is as if it were not there."""
    assert _read("tillgänglighet:\n") == (None, [])
