"""The editor's word: what case.yml may say, and that a fault names its line."""

from __future__ import annotations

import pytest

from generator.curation import read_notes

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


def test_every_key_becomes_a_curated_fact_with_reason_and_day() -> None:
    """Facts of the case and of each document are curated, with line, reason and the day they were stated."""
    notes, findings = read_notes({"a/case.yml": NOTE}, {"a/svar.txt"})
    assert findings == ()
    note = notes[0]
    assert note.folder == "a/"
    assert {key: fact.value for key, fact in note.facts.items()} == {
        "diarienummer": "KS 2021/45", "titel": "Motion om en isbana", "inlämnad": "2021-03-04",
    }  # fmt: skip
    stance = note.files["a/svar.txt"]["hållning"]
    assert (stance.value, stance.status, stance.reason, stance.date) == ("avstyrker", "curated", "Enligt registratorn.", "2026-01-03")
    assert stance.place is not None
    assert (stance.place.file, stance.place.line) == ("a/case.yml", 10)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("titel: [\n", "F401", 2),
        ("- titel\n", "F401", 1),
        ("a: &a [x]\nb: [*a, *a]\n", "F401", 2),
        ("titlar: x\nskäl: y\n", "F402", 1),
        ("skäl: y\ninlämnad: igår\n", "F403", 2),
        ("skäl: y\ninlämnad: 2021-02-30\n", "F403", 2),
        ("titel:\nskäl: y\n", "F403", 1),
        ("titel: x\n", "F403", 1),
        ("titel: x\nskäl: y\ndatum: nyss\n", "F403", 3),
        ("filer:\n  borta.txt:\n    typ: svar\n    skäl: y\n", "F404", 2),
        ("filer:\n  ../utanför.txt:\n    typ: svar\n    skäl: y\n", "F404", 2),
        ("filer:\n  svar.txt:\n    typ: brev\n    skäl: y\n", "F403", 3),
        ("filer:\n  svar.txt:\n    hållning: kanske\n    skäl: y\n", "F403", 3),
        ("filer:\n  svar.txt: svar\n", "F401", 2),
        ("filer:\n  svar.txt:\n    instns: Fritidsnämnden\n    skäl: y\n", "F402", 3),
    ],
)
def test_a_fault_is_found_at_its_line(text: str, code: str, line: int) -> None:
    """Each fault is a finding of its kind at its line, and gives no fact."""
    notes, findings = read_notes({"a/case.yml": text}, {"a/svar.txt"})
    assert (findings[0].code, findings[0].file) == (code, "a/case.yml")
    assert findings[0].line == line
    stated = [fact.value for note in notes for facts in [note.facts, *note.files.values()] for fact in facts.values()]
    assert not {"igår", "kanske", "brev", "nyss"} & set(stated)


def test_an_empty_file_says_nothing() -> None:
    """An empty case.yml is no fault."""
    assert read_notes({"case.yml": ""}, set()) == ((), ())
