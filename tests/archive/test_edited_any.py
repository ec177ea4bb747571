"""Whatever an editor may say, in any mixture, is read, applied, published and kept to the schema of the open data."""

from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.archive import make_archive
from generator.compare.matching import with_demand_stances
from generator.curation import CASE, FILE, read_notes, values
from generator.curation.keys import Key
from generator.exports import build_exports
from generator.exports.archive_json import archive_json
from generator.exports.schema import schema
from generator.pages import build_pages
from tests.archive.test_edited import ANSWER, DECIDED, MOTION, SETTINGS
from tests.cases import draft_of

DRAFTS = [draft_of(text, f"a/{name}.txt") for name, text in (("motion", MOTION), ("svar", ANSWER), ("kf", DECIDED), ("x", "Hej hopp.\n"))]
WORDS: dict[str, tuple[str, ...]] = {
    "typ": tuple(values.KINDS), "hållning": tuple(values.STANCES), "läge": tuple(values.STATES), "led": tuple(values.STAGES),
    "utfall": tuple(values.OUTCOMES), "dokumenttyp": tuple(values.DOCUMENT_TYPES), "röster": ("45-30", "1-2-3"), "inte remitterad": ("ja",),
    "diarienummer": ("KS 2021/45", "KS 2021/99"), "ärende": ("KS 2021/45", "0123/20"),
}  # fmt: skip
DAYS = frozenset({"inlämnad", "sista svarsdag", "datum", "datum-svar"})
NAMES = ("Parknämnden", "Fritidsnämden", "Anna Ek (C)", "Bo Lind, chef", "att en isbana byggs i Ekvik", "Ö <b>x</b> *y*")
SCHEMA = Draft202012Validator(schema())


def plain(key: Key) -> st.SearchStrategy[str]:
    """A value that a key may have, as text."""
    if key.name in DAYS:
        return st.sampled_from(("2021-03-04", "2020-12-31"))
    return st.sampled_from(WORDS.get(key.name, NAMES))


def value(key: Key) -> st.SearchStrategy[Any]:
    """Whatever a key may have: text, "framgår inte", rows with parts, a list of them, a value for each number."""
    if key.numbered:
        return st.dictionaries(st.sampled_from((1, 2, 3, 9)), st.sampled_from(WORDS["hållning"]), min_size=1)
    one: st.SearchStrategy[Any] = plain(key)
    if key.parts:
        needed = {part.name: plain(part) for part in key.parts if part.name in key.needs}
        other = {part.name: plain(part) for part in key.parts if part.name not in key.needs}
        rows = st.fixed_dictionaries(needed, optional=other)
        one = rows if key.whole else one | rows
    several = one | st.lists(one, min_size=1, max_size=3) if key.many else one
    return several | st.just(values.ABSENT) if key.blank else several


def some(keys: tuple[Key, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the keys, each with a value."""
    return st.fixed_dictionaries({}, optional={key.name: value(key) for key in keys})


NOTES = st.builds(
    lambda case, files: {"skäl": "Enligt akten", "datum": "2026-11-20", **case, "filer": files},
    some(CASE),
    st.dictionaries(st.sampled_from(("motion.txt", "svar.txt", "kf.txt", "x.txt")), some(FILE), min_size=1),
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(NOTES)
def test_any_word_of_an_editor_is_published(note: dict[str, Any]) -> None:
    """No mixture of an editor's words stops a build, is unknown to the reader, or breaks the schema of the open data."""
    text = yaml.safe_dump(note, allow_unicode=True, sort_keys=False)
    said, findings = read_notes({"a/case.yml": text}, {draft.document.file for draft in DRAFTS})
    assert findings == ()
    made = make_archive(DRAFTS, said, SETTINGS)
    archive = with_demand_stances(made.archive)
    SCHEMA.validate(json.loads(archive_json(archive)))
    assert build_pages(archive, SETTINGS, made.findings)
    assert build_exports(archive, SETTINGS, [])
