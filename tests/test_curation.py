"""The editor's word: what case.yml may say, and that a fault names its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curation import CASE, FILE, Words, facts, read_notes
from generator.curation.keys import Key
from generator.model import Finding

NOTE = """diarienummer: KS 2021/45
titel: Motion om en isbana
inlämnad: 2021-03-04
skäl: Uppgiften står på pärmen.
datum: 2026-01-02
filer:
  svar.txt:
    typ: svar
    instans: Fritidsnämnden
    hållning: avstyrker
    datum-svar: 2021-05-03
    ärende: KS 2021/45
    skäl: Enligt registratorn.
    datum: 2026-01-03
"""


def read(text: str, files: frozenset[str] = frozenset({"a/svar.txt"})) -> tuple[Words, dict[str, Words], tuple[Finding, ...]]:
    """What a case.yml in the folder a says of the case and of its files, and what is wrong with it."""
    notes, findings = read_notes({"a/case.yml": text}, files)
    return (notes[0].case, dict(notes[0].files), findings) if notes else ({}, {}, findings)


def test_every_key_becomes_a_curated_fact_with_reason_and_day() -> None:
    """Facts of the case and of each document are curated, with line, reason and the day they were stated."""
    case, files, findings = read(NOTE)
    assert findings == ()
    assert {key: fact.value for key, fact in facts(case).items()} == {
        "diarienummer": "KS 2021/45", "titel": "Motion om en isbana", "inlämnad": "2021-03-04",
    }  # fmt: skip
    stance = facts(files["a/svar.txt"])["hållning"]
    assert (stance.value, stance.status, stance.reason, stance.date) == ("avstyrker", "curated", "Enligt registratorn.", "2026-01-03")
    assert stance.place is not None
    assert (stance.place.file, stance.place.line) == ("a/case.yml", 10)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("titel: [\n", "F401", 2),
        ("- titel\n", "F401", 1),
        ("a: &a [x]\nb: [*a, *a]\n", "F401", 2),
        ("skäl: y\n\ttitel: x\n", "F401", 2),
        ("skäl: y\ntitel: Motion: om is\n", "F401", 2),
        ("skäl: y\ntitel: 'Motion\ninlämnad: 2021-03-04\n", "F401", 2),
        ("titlar: x\nskäl: y\n", "F402", 1),
        ("skäl: y\ninlämnad: igår\n", "F403", 2),
        ("skäl: y\ninlämnad: 2021-02-30\n", "F403", 2),
        ("skäl: y\ninlämnad: 20210304\n", "F403", 2),
        ("titel:\nskäl: y\n", "F403", 1),
        ("titel: ~\nskäl: y\n", "F403", 1),
        ("titel: #isbanan\nskäl: y\n", "F403", 1),
        ("titel: Bana #3\nskäl: y\n", "F403", 1),
        ("titel: x\n", "F403", 1),
        ("titel: [x, y]\nskäl: y\n", "F403", 1),
        ("titel: {namn: x}\nskäl: y\n", "F403", 1),
        ("titel: {värde: x, skl: y}\nskäl: y\n", "F402", 1),
        ("titel: x\nskäl: y\ndatum: nyss\n", "F403", 3),
        ("skäl: y\ntitel: x\ntitel: z\n", "F410", 3),
        ("skäl: y\ninte remitterad: nej\n", "F403", 2),
        ("skäl: y\ndiarienummer: []\n", "F403", 2),
        ("skäl: y\nyrkanden:\n  - Bygg.\n  -\n", "F403", 4),
        ("skäl: y\nremissinstanser:\n  - namn: A\n    läge: borta\n", "F403", 4),
        ("skäl: y\nremissinstanser:\n  - namn: A\n    lge: svarat\n", "F402", 4),
        ("skäl: y\nremissinstanser:\n  - läge: svarat\n", "F403", 3),
        ("skäl: y\nbeslut: avslag\n", "F403", 2),
        ("skäl: y\nyrkanden: [framgår inte, igår]\n", "F403", 2),
        ("skäl: y\nbeslut:\n  - led: fullmäktige\n", "F403", 3),
        ("skäl: y\nbeslut:\n  - led: fullmäktige\n    utfall: nja\n", "F403", 4),
        ("skäl: y\nbeslut:\n  - led: fullmäktige\n    utfall: avslag\n    röster: många\n", "F403", 5),
        ("filer:\n  borta.txt:\n    typ: svar\n    skäl: y\n", "F404", 2),
        ("filer:\n  ../utanför.txt:\n    typ: svar\n    skäl: y\n", "F404", 2),
        ("filer:\n  svar.txt:\n    typ: brev\n    skäl: y\n", "F403", 3),
        ("filer:\n  svar.txt:\n    hållning: kanske\n    skäl: y\n", "F403", 3),
        ("filer:\n  svar.txt:\n    yrkanden: avstyrker\n    skäl: y\n", "F403", 3),
        ("filer:\n  svar.txt:\n    yrkanden:\n      första: avstyrker\n    skäl: y\n", "F403", 4),
        ("filer:\n  svar.txt:\n    yrkanden:\n      1: kanske\n    skäl: y\n", "F403", 4),
        ("filer:\n  svar.txt: svar\n", "F401", 2),
        ("filer:\n  svar.txt:\n    instns: Fritidsnämnden\n    skäl: y\n", "F402", 3),
        ("filer:\n  svar.txt:\n    titel: En titel\n    skäl: y\n", "F402", 3),
    ],
)
def test_a_fault_is_found_at_its_line(text: str, code: str, line: int) -> None:
    """Each fault is a finding of its kind at its line, and gives no fact."""
    case, files, findings = read(text)
    assert [(one.code, one.file, one.line) for one in findings] == [(code, "a/case.yml", line)]
    stated = [row.fact.value for words in (case, *files.values()) for rows in words.values() for row in rows]
    assert not {"igår", "kanske", "brev", "nyss", "Bana", "borta", "många", "z"} & set(stated)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("titlel: x\nskäl: y\n", "titel"),
        ("forslagsstallare: x\nskäl: y\n", "förslagsställare"),
        ("remissinstanser:\n  - {namn: A, sista svardag: 2021-01-02}\nskäl: y\n", "sista svarsdag"),
        ("filer:\n  svar.txt:\n    hallning: avstyrker\n    skäl: y\n", "hållning"),
        ("titel: {värde: x, skal: y}\nskäl: y\n", "skäl"),
    ],
)
def test_an_unknown_key_comes_with_the_nearest(text: str, near: str) -> None:
    """A key that does not exist is told of with the nearest that does, at every level of the file."""
    _, _, findings = read(text)
    assert [one.code for one in findings] == ["F402"]
    assert f"Menade du ”{near}”?" in findings[0].message


def test_what_is_wrong_is_told_in_swedish() -> None:
    """No fault of the YAML itself is told in the library's English."""
    texts = [
        "a: [\n", "a:\n\tb: c\n", "a: b: c\n", "a: 'x\n", 'a: "x\\q"\n', "a: b\n c: d\n", "a: b\n- c\n", "---\na: b\n---\nc: d\n", "a: @x\n", "a: \x00\n",
        "a: {b: c\nd: e\n", "a: - b\n", "  a: b\nc: d\n", 'a: "b" c\n', "a: |\n x\nb\n", "a: [b c: d\n",
    ]  # fmt: skip
    for text in texts:
        _, _, findings = read(text)
        assert findings, text
        english = {"found", "expected", "while", "not", "could", "character", "allowed", "the"} & set(findings[0].message.lower().split())
        assert not english, findings[0].message


def test_the_nearest_reason_holds() -> None:
    """A value's own reason and day go before the document's, and the document's before the case's."""
    text = """skäl: ärendets
datum: 2026-01-01
titel: {värde: x, skäl: eget, datum: 2026-03-03}
inlämnad: 2021-01-02
filer:
  svar.txt:
    skäl: filens
    typ: svar
    hållning: {värde: avstyrker, datum: 2026-04-04}
"""
    case, files, findings = read(text)
    assert findings == ()
    said = {key: (fact.reason, fact.date) for words in (case, *files.values()) for key, fact in facts(words).items()}
    assert said == {
        "titel": ("eget", "2026-03-03"), "inlämnad": ("ärendets", "2026-01-01"), "typ": ("filens", "2026-01-01"), "hållning": ("filens", "2026-04-04"),
    }  # fmt: skip


def test_rows_may_have_parts_and_reasons_of_their_own() -> None:
    """A list's rows are plain or have parts, and each can bear its own reason and day."""
    text = """skäl: y
remissinstanser:
  - Parknämnden
  - {namn: Fritidsnämnden, läge: svarade inte, skäl: Besked per telefon., datum: 2026-02-02}
beslut:
  - {led: fullmäktige, datum: 2021-03-15, utfall: avslag, röster: 45–30–6, angivet: 2026-02-03}
"""
    case, _, findings = read(text)
    assert findings == ()
    plain, told = case["remissinstanser"]
    assert (plain.fact.value, plain.fact.reason, dict(plain.parts)) == ("Parknämnden", "y", {})
    assert (told.parts["läge"].value, told.fact.reason, told.fact.date) == ("svarade inte", "Besked per telefon.", "2026-02-02")
    (decided,) = case["beslut"]
    assert (decided.parts["datum"].value, decided.fact.date) == ("2021-03-15", "2026-02-03")


def test_yaml_that_looks_like_numbers_and_days_is_text() -> None:
    """Days, figures and truth values are taken as they are written, without quotes."""
    text = "skäl: y\ndiarienummer: 0123/20\ninlämnad: 2021-03-04\ninte remitterad: ja\nfiler:\n  svar.txt:\n    yrkanden:\n      01: delvis\n      2: oklart\n"
    case, files, findings = read(text)
    assert findings == ()
    assert facts(case)["diarienummer"].value == "0123/20"
    assert facts(case)["inlämnad"].value == "2021-03-04"
    rows = files["a/svar.txt"]["yrkanden"]
    assert [(row.parts["nummer"].value, row.fact.value) for row in rows] == [("1", "delvis"), ("2", "oklart")]


def test_a_part_of_a_file_has_a_name() -> None:
    """What stands under a file's name with # and a part is said of that part; a name that has a # of its own is a whole file."""
    text = "filer:\n  'svar.txt#3': {typ: svar, skäl: y}\n  'nr#2.txt': {typ: svar, skäl: y}\n"
    _, files, findings = read(text, frozenset({"a/svar.txt", "a/nr#2.txt"}))
    assert findings == ()
    assert set(files) == {"a/svar.txt#3", "a/nr#2.txt"}


@pytest.mark.parametrize("key", [key for key in (*CASE, *FILE) if key.blank], ids=lambda key: str(key.name))
def test_what_was_read_wrongly_can_be_taken_away(key: Key) -> None:
    """Every fact that a document may lack can be said to be lacking."""
    inside = key in FILE
    line = f"{key.name}: framgår inte\n"
    text = f"skäl: y\nfiler:\n  svar.txt:\n    {line}" if inside else f"skäl: y\n{line}"
    case, files, findings = read(text)
    assert findings == ()
    assert key.name in (files["a/svar.txt"] if inside else case)


def test_an_empty_file_says_nothing() -> None:
    """An empty case.yml is no fault."""
    assert read_notes({"case.yml": ""}, set()) == ((), ())


PIECES = st.sampled_from(
    [*NOTE.splitlines(keepends=True), "beslut:\n", "  - led: fullmäktige\n", "    utfall: avslag\n", "remissinstanser:\n", "  - namn: A\n", "yrkanden:\n",
     "  1: avstyrker\n", "{", "}", "[", "]", ": ", "- ", "\t", "'", '"', "#", "*", "&", "\x00", "värde: ", "framgår inte", "\n", "  "]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_text_stops_the_reader(text: str) -> None:
    """Whatever stands in case.yml is read or told of: no text raises, and every finding has its line."""
    _, findings = read_notes({"a/case.yml": text}, {"a/svar.txt"})
    assert all(one.line for one in findings)
