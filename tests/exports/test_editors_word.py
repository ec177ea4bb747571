"""An editor's word in the open data: marked as what it is, with reason and day, beside what the documents say."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest

from generator.exports.archive_json import archive_json
from generator.exports.schema import schema
from generator.exports.tables import tables
from generator.model import Archive, Settings
from tests.archive.test_edited import WHY, build

NOTE = f"""{WHY}titel: Motion om is
förslagsställare: [Bo Lind (S)]
yrkanden: [att en isbana byggs]
remissinstanser:
  - {{namn: Parknämnden, läge: svarade inte}}
beslut:
  - {{led: fullmäktige, datum: 2021-09-13, utfall: avslag, röster: 45-30}}
filer:
  svar.txt:
    hållning: oklart
    yrkanden: {{1: delvis}}
    undertecknare: [Karl Ask]
"""


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The archive of a motion and an answer of which an editor states much."""
    return build(NOTE).archive


def test_every_word_of_an_editor_is_marked(archive: Archive) -> None:
    """Whatever an editor states has the status curated with reason and date, wherever it stands, and the data keep to their schema."""
    data = json.loads(archive_json(archive))
    jsonschema.Draft202012Validator(schema()).validate(data)
    (motion,), (response,) = data["motions"], data["responses"]
    asked = next(one for one in motion["referrals"] if one["body"] == "parknamnden")
    rows = [motion["proposers"][0], motion["demands"][0], asked, motion["decisions"][-1], response["signatories"][0]]
    words = [motion["title"], *(row["editor"] for row in rows), response["stance"], response["demand_stances"][0]]
    assert {(one.get("status"), one["reason"], one["date"]) for one in words} == {("curated", "Enligt akten.", "2026-11-20")}


def test_what_the_documents_say_stands_beside(archive: Archive) -> None:
    """Each edit has the document's own value with its quote, and whether the two differ."""
    data = json.loads(archive_json(archive))
    title = next(one for one in data["motions"][0]["edits"] if one["key"] == "titel")
    assert (title["said"]["value"], title["stated"][0]["value"], title["differs"]) == ("Motion om is", "Motion om en isbana i Ekvik", True)
    stance = next(one for one in data["responses"][0]["edits"] if one["key"] == "hållning")
    assert (stance["said"]["value"], stance["stated"][0]["value"], stance["about"]) == ("oklart", "tillstyrker", "a/svar.txt")


def test_what_an_editor_does_not_state_bears_no_mark() -> None:
    """Without a note nothing is curated, and no row has an editor."""
    text = archive_json(build("").archive).decode()
    assert '"curated"' not in text
    assert '"editor"' not in text


def test_the_tables_name_the_editors_words(archive: Archive) -> None:
    """The tables have what editors state in a column of its own, and an unclear stance that they state says whose word it is."""
    files = {one.path: list(csv.DictReader(io.StringIO(one.data.decode("utf-8-sig")), delimiter=";")) for one in tables(archive, Settings())}
    assert "titel: Motion om is (Enligt akten., 2026-11-20)" in files["data/motions.csv"][0]["angivet av redaktionen"]
    assert "hållning: oklart" in files["data/responses.csv"][0]["angivet av redaktionen"]
    assert [(one["uppgiften är"], one["grund"]) for one in files["data/stances.csv"]] == [("angiven av redaktionen", "Enligt akten.")] * 2
