"""The licence of the data, in every file that holds them, and in none where no licence is stated."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.clean import csv_bytes
from generator.model import Settings
from generator.model.publishing import Licence
from tests.exports.sample import FULL, LICENCE, PUBLISHED, exported, table
from tests.sample_archive import CASE, SETTINGS

TABLES = ("data/motions.csv", "data/responses.csv", "data/stances.csv", f"motioner/{CASE}/jamforelse.csv")


@pytest.mark.parametrize(("settings", "name"), [(PUBLISHED, "CC0 1.0"), (SETTINGS, ""), (replace(SETTINGS, licence=Licence("Egen", "")), "Egen")])
def test_every_table_ends_with_the_licence(settings: Settings, name: str) -> None:
    """The last column of every table names the licence in each row, and is empty where none is stated."""
    files = exported(settings=settings)
    assert {path for path in files if path.endswith(".csv")} == {*TABLES, "data/changes.csv"}
    for path in TABLES:
        rows = table(files[path])
        assert list(rows[0])[-1] == "licens"
        assert {row["licens"] for row in rows} == {name}


@pytest.mark.parametrize(
    ("licence", "said"),
    [(LICENCE, {"name": "CC0 1.0", "url": LICENCE.address}), (None, None), (Licence("Egen", ""), {"name": "Egen", "url": None})],
)
def test_every_json_names_the_licence(licence: Licence | None, said: object) -> None:
    """archive.json and each comparison have the licence with its address, and null where none is stated."""
    files = exported(settings=replace(SETTINGS, licence=licence))
    assert [json.loads(files[path])["licence"] for path in ("data/archive.json", f"motioner/{CASE}/jamforelse.json")] == [said, said]


def test_no_licence_is_guessed() -> None:
    """Where site.yml states no licence, no file of the archive names one."""
    for path, data in exported(FULL, SETTINGS).items():
        if not path.endswith(".sqlite"):
            assert b"creativecommons" not in data, path


@given(st.lists(st.one_of(st.text(), st.sampled_from(["=1", "'=1", "''-2", "'a", "+", "'", "＝1", "-", "'@x"])), min_size=2, max_size=4))
def test_a_cell_gives_its_text_back(texts: list[str]) -> None:
    """Where apostrophes stand before a sign that begins a formula, the cell without the first is the text as the document has it, its white space folded."""
    data = csv_bytes(["a"] * len(texts), [texts]).decode("utf-8-sig")
    (_, cells) = csv.reader(io.StringIO(data, newline=""), delimiter=";")
    for text, cell in zip(texts, cells, strict=True):
        bare = cell.lstrip("'")[:1]
        back = cell[1:] if cell.startswith("'") and bare and bare in "=+-@＝＋－＠" else cell
        assert back == " ".join(text.replace("\0", "\ufffd").split())
