"""The data files, as other programs read them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.compare.grid import grid
from generator.exports.clean import csv_bytes, for_xml, json_bytes
from generator.model import Archive
from tests.exports.sample import FULL, exported, hostile, parsed, table
from tests.sample_archive import ARCHIVE, CASE

# --- archive.json -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("archive", [FULL, ARCHIVE, Archive(), hostile()], ids=["full", "bare", "empty", "hostile"])
def test_archive_keeps_to_its_schema(archive: Archive) -> None:
    """archive.json is valid by the schema that is published beside it, and the schema is a valid one."""
    files = exported(archive)
    schema = json.loads(files["data/archive.schema.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(files["data/archive.json"]))


def test_schema_has_no_room_for_other_keys() -> None:
    """Each object of the schema forbids further keys and requires what the contract lists."""
    schema = json.loads(exported()["data/archive.schema.json"])

    def objects(node: Any) -> list[dict[str, Any]]:
        found = [node] if isinstance(node, dict) and node.get("type") == "object" else []
        children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        return found + [one for child in children for one in objects(child)]

    assert len(objects(schema)) > 10
    assert all(one["additionalProperties"] is False and one["required"] for one in objects(schema))
    broken = json.loads(exported()["data/archive.json"])
    broken["responses"][0]["stance"]["value"] = "kanske"
    assert not Draft202012Validator(schema).is_valid(broken)


def test_contract_keys() -> None:
    """Motions, responses, bodies and sources have the keys that the contract promises."""
    made = json.loads(exported()["data/archive.json"])
    promised = {
        "motions": "id title url diary_numbers filed proposers demands referrals deadlines decisions statements discrepancies responses",
        "responses": "id motion url bodies body_facts document_type role diary_numbers cited_numbers date prepared_by "
        "proposed_decision board_decision stance demand_stances signatories attachments sections source",
        "bodies": "id name kind aliases successor url",
        "sources": "file sha256 outcome findings used_as",
    }
    assert made["schema"] == 1
    for name, keys in promised.items():
        assert all(set(keys.split()) <= set(one) for one in made[name])


def test_values_of_the_archive() -> None:
    """Facts, stances and restored words arrive as they are; what is absent is null; an editor's word has its reason."""
    made = json.loads(exported()["data/archive.json"])
    answers = {one["id"]: one for one in made["responses"]}
    technical, unknown = answers[f"{CASE}/tekniska-namnden"], answers[f"{CASE}/okand-instans"]
    assert technical["url"] == f"/motioner/{CASE}/tekniska-namnden/"
    assert [number["of"] for number in technical["diary_numbers"]] == ["own", "case"]
    assert technical["demand_stances"][0]["passage"].startswith("p-")
    assert technical["demand_stances"][1] == {
        "demand": 2, "value": "unclear", "status": "stated", "quote": None, "place": None, "passage": None, "score": 0.0,
        "answer": None, "answer_passage": None,
    }  # fmt: skip
    assert (unknown["bodies"], unknown["date"], unknown["stance"]["reason"]) == ([], None, "Telefonsamtal")
    passage = answers[f"{CASE}/kulturnamnden"]["sections"][1]["passages"][0]
    (start, end, original) = passage["restored"][0]
    assert (passage["text"][start:end], original) == ("förvara", "forvara")
    assert answers[f"{CASE}/kulturnamnden"]["source"]["retold"] is True


def test_same_bytes_for_the_same_archive() -> None:
    """The files do not depend on the order in which the archive lists things, nor on the run."""
    shuffled = replace(
        FULL,
        responses=FULL.responses[::-1],
        bodies=FULL.bodies[::-1],
        sources=FULL.sources[::-1],
        motions=FULL.motions[::-1],
    )
    assert exported(shuffled) == exported() == exported()


def test_letters_are_not_escaped() -> None:
    """JSON holds å ä ö as letters."""
    assert "Östra bolaget".encode() in exported()["data/archive.json"]
    assert json_bytes({"b": 1, "a": "\udcff"}) == '{\n "a": "\ufffd",\n "b": 1\n}\n'.encode()


# --- tables -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("archive", [FULL, hostile()], ids=["full", "hostile"])
def test_tables_open_in_excel(archive: Archive) -> None:
    """Each table has a BOM, semicolons, one line a row, equally many cells a row and no cell that is a formula."""
    for path, data in exported(archive).items():
        if not path.endswith(".csv"):
            continue
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        assert len(data.decode("utf-8-sig").splitlines()) == len(rows) > (path != "data/changes.csv")
        assert {len(row) for row in rows} == {len(rows[0])}
        assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t")]


@pytest.mark.parametrize("text", ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\n=1", " =1", "＝1"])
def test_formulas_get_an_apostrophe(text: str) -> None:
    """A text that a spreadsheet would run begins with an apostrophe instead."""
    ((_, cell),) = csv.reader(io.StringIO(csv_bytes(["a", "b"], [["x", text]]).decode("utf-8-sig")[5:]), delimiter=";")
    assert cell == "'" + text.strip()


def test_numbers_stay_numbers() -> None:
    """A number is written as a number, and None as an empty cell."""
    assert csv_bytes(["a", "b"], [[-3, None]]).decode("utf-8-sig") == "a;b\r\n-3;\r\n"


def test_motions_table() -> None:
    """The motions table counts who was asked, who answered, who declined and whose answer is missing."""
    (row,) = table(exported()["data/motions.csv"])
    assert [row[key] for key in ("tillfrågade", "svar", "avstod från att svara", "svar saknas i arkivet")] == [
        "5",
        "3",
        "1",
        "2",
    ]
    assert row["adress"] == f"https://arkiv.example.org/motioner/{CASE}/"
    assert row["förslagsställare"] == "Asta Lindqvist (Ö), Egon Frisk (struken)"


def test_responses_table() -> None:
    """The responses table has a row a response, and one without a sender says so."""
    rows = table(exported()["data/responses.csv"])
    assert [row["svar"] for row in rows] == sorted(answer.id for answer in FULL.responses)
    assert [row["instans"] for row in rows].count("Svar utan angiven avsändare") == 1


def test_stances_table() -> None:
    """The stances table has a row for the whole motion and one a demand for each answer, with the address of its passage."""
    rows = table(exported()["data/stances.csv"])
    assert len(rows) == len(FULL.responses) * 3
    near = [row for row in rows if row["likhet"] and row["förslag"] == "1"]
    assert [row["svar"] for row in near] == [f"{CASE}/tekniska-namnden"]
    assert "#p-" in near[0]["adress"]
    assert (near[0]["hållning"], near[0]["citat"]) == ("oklart", "")


def test_comparison_files_hold_the_grid() -> None:
    """A motion's CSV and JSON hold the lines and cells of its comparison, in its order."""
    files = exported()
    lines = grid(FULL, FULL.motions[0]).lines
    rows = table(files[f"motioner/{CASE}/jamforelse.csv"])
    made = json.loads(files[f"motioner/{CASE}/jamforelse.json"])["rows"]
    assert len(lines) == len(rows) == len(made)
    for line, row, entry in zip(lines, rows, made, strict=True):
        assert (line.body or None) == entry["body"]
        assert line.heading == row["instans"] == entry["name"]
        for cell in line.entries:
            if cell.column.demand:
                near = cell.nearest.quote if cell.nearest else ""
                assert row[f"svar på förslag {cell.column.demand}"] == near
                assert (entry["demands"][cell.column.demand - 1]["nearest"] or {"quote": ""})["quote"] == near
                assert entry["demands"][cell.column.demand - 1]["quote"] == (cell.quote or None)
                assert entry["demands"][cell.column.demand - 1]["stance"] == cell.stance
    assert rows[-1]["läge"] == "svar saknas i arkivet"


@given(st.lists(st.text(st.characters(exclude_categories=())), min_size=2, max_size=4))
def test_any_text_survives_a_table(texts: list[str]) -> None:
    """Whatever the text, a row stays one line with the same number of cells, and none is a formula."""
    data = csv_bytes(["a"] * len(texts), [texts]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline=""), delimiter=";"))
    assert [len(row) for row in rows] == [len(texts)] * 2
    assert data.count("\n") == 2
    assert not [cell for cell in rows[1] if cell.startswith(("=", "+", "-", "@", "\t"))]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_valid_in_xml_and_json(text: str) -> None:
    """Whatever the text, XML can hold what is left of it and JSON is valid UTF-8."""
    node = ET.Element("a")
    node.text = for_xml(text)
    assert (parsed(ET.tostring(node, encoding="utf-8")).text or "") == for_xml(text)
    assert json.loads(json_bytes([text]).decode("utf-8")) is not None


def test_xml_text_has_only_what_xml_can_hold() -> None:
    """Control characters and broken bytes become � in XML."""
    assert for_xml("a\x0b\x00b\udcff\nc\ufffe") == "a\ufffd\ufffdb\ufffd c\ufffd"
