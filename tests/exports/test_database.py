"""data/archive.sqlite, as SQLite and Datasette open it."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.exports.database import ABOUT, PATH, about
from generator.exports.database.schema import SEARCHED, TABLES
from generator.model import Archive, Settings
from tests.archive.test_edited import build
from tests.exports.sample import FULL, PUBLISHED, exported, hostile
from tests.exports.test_editors_word import NOTE
from tests.sample_archive import CASE


@contextmanager
def opened(data: bytes) -> Iterator[sqlite3.Connection]:
    """A database of these bytes, in memory."""
    held = sqlite3.connect(":memory:")
    held.deserialize(data)
    held.execute("PRAGMA foreign_keys = ON")
    yield held
    held.close()


def asked(data: bytes, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows that a query gives."""
    with opened(data) as held:
        return held.execute(sql, values).fetchall()


@pytest.mark.parametrize("archive", [FULL, Archive(), hostile(), build(NOTE).archive], ids=["full", "empty", "hostile", "edited"])
def test_the_database_is_whole(archive: Archive) -> None:
    """SQLite finds no fault in the file, every foreign key leads to a row, and the indexes of full text agree with their tables."""
    data = exported(archive)[PATH]
    assert asked(data, "PRAGMA integrity_check") == [("ok",)]
    assert asked(data, "PRAGMA foreign_key_check") == []
    with opened(data) as held:
        for name, _ in SEARCHED:
            held.execute(f"INSERT INTO {name}_fts({name}_fts, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - names of our own


def test_the_same_archive_gives_the_same_bytes() -> None:
    """Neither the run nor the order in which the archive lists things changes a byte."""
    shuffled = replace(FULL, responses=FULL.responses[::-1], bodies=FULL.bodies[::-1], sources=FULL.sources[::-1])
    assert exported(shuffled)[PATH] == exported()[PATH] == exported()[PATH]


def test_every_row_of_the_archive_is_there() -> None:
    """The tables have as many rows as the archive has motions, demands, referrals, answers, bodies, decisions, statements and passages."""
    data, motion = exported()[PATH], FULL.motions[0]
    sections = [*motion.sections, *(section for response in FULL.responses for section in response.sections)]
    passages = [one for section in sections for one in section.passages]
    wanted = {
        "motions": 1, "demands": len(motion.demands), "referrals": len(motion.referrals), "responses": len(FULL.responses),
        "bodies": len(FULL.bodies), "decisions": 1, "statements": 1, "passages": len(passages), "sources": len(FULL.sources),
        "stances": len(FULL.responses) * 3, "proposers": 2, "signatories": 1, "discrepancies": 2,
    }  # fmt: skip
    assert {name: asked(data, f"SELECT count(*) FROM {name}")[0][0] for name in wanted} == wanted  # noqa: S608 - names of our own


def test_answers_stand_with_names() -> None:
    """The view of answers has a row for each answer and body, with names for ids, and one without a body where nobody can tell whose it is."""
    rows = asked(exported()[PATH], "SELECT motion, body, stance FROM answers")
    assert {body for _, body, _ in rows} == {"Kulturnämnden", "Tekniska nämnden", None}
    assert {motion for motion, _, _ in rows} == {"Motion om torra cyklar året runt"}
    joint = replace(FULL.responses[2], bodies=("tekniska-namnden", "parknamnden"))
    assert len(asked(exported(replace(FULL, responses=(joint,)))[PATH], "SELECT body FROM answers")) == 2


def test_what_is_unclear_has_no_words() -> None:
    """A stance that is unclear has neither quote nor status, and one that an editor states has its reason and day."""
    data = exported()[PATH]
    assert asked(data, "SELECT DISTINCT quote, status, file FROM stances WHERE stance = 'unclear'") == [(None, None, None)]
    assert asked(data, "SELECT stance, status, reason, date FROM stances WHERE status = 'curated'") == [
        ("no-position", "curated", "Telefonsamtal", "2021-08-01")
    ]


def test_a_stance_on_a_demand_keeps_its_number() -> None:
    """A stance on a demand that the motion does not have is there with its number, and is not taken for one on the whole motion."""
    motion = replace(FULL.motions[0], demands=FULL.motions[0].demands[:1])
    rows = asked(exported(replace(FULL, motions=(motion,)))[PATH], "SELECT demand_number, demand IS NULL, count(*) FROM stances GROUP BY 1, 2")
    assert rows == [(None, 1, 3), (1, 0, 3), (2, 1, 3)]


def test_full_text_knows_swedish_letters_and_base_forms() -> None:
    """å, ä and ö are letters of their own, and a passage is found by the base form of its words and by the parts of a compound."""
    data = exported()[PATH]

    def found(words: str) -> set[str]:
        rows = asked(data, "SELECT response FROM passages JOIN passages_fts ON passages.id = passages_fts.rowid WHERE passages_fts MATCH ?", words)
        return {response for (response,) in rows}

    assert found("forvara") == set()
    assert found("förvara") == {f"{CASE}/kulturnamnden"}
    assert f"{CASE}/tekniska-namnden" in found("cykel")
    assert found("text:cykel") == set()


def test_what_is_only_told_of_has_no_words_of_its_own() -> None:
    """Of an answer that another paper tells of no passages are listed: those words are the other paper's."""
    told = replace(FULL.responses[0], told=True)
    data = exported(replace(FULL, responses=(told, *FULL.responses[1:])))[PATH]
    assert asked(data, "SELECT count(*) FROM passages WHERE response = ?", told.id) == [(0,)]
    assert asked(data, "SELECT told FROM responses WHERE id = ?", told.id) == [(1,)]


@pytest.mark.parametrize(("settings", "named"), [(PUBLISHED, "CC0 1.0"), (Settings(), None)])
def test_the_licence_is_in_the_database_and_its_description(settings: Settings, named: str | None) -> None:
    """Both name the licence where one is stated, and name none where none is."""
    files = exported(settings=settings)
    assert asked(files[PATH], "SELECT value FROM metadata WHERE key = 'licence'") == [(named,)]
    assert json.loads(files[ABOUT]).get("license") == named


def test_every_table_and_column_is_explained() -> None:
    """The description has a Swedish sentence for each table and words for each column that the database has."""
    told: Any = about(Settings())
    with opened(exported()[PATH]) as held:
        for table in TABLES:
            columns = [row[1] for row in held.execute(f'PRAGMA table_info("{table.name}")')]
            assert list(told["databases"]["archive"]["tables"][table.name]["columns"]) == columns
            assert set(table.facets) <= set(columns)
            assert not table.label or table.label in columns
    assert all(column.says and table.says for table in TABLES for column in table.columns)


@pytest.mark.parametrize("archive", [FULL, hostile()], ids=["full", "hostile"])
def test_datasette_opens_it_as_it_is(archive: Archive, tmp_path: Path) -> None:
    """Datasette shows every table, finds the full text by itself, labels what points elsewhere and answers a query."""
    app = pytest.importorskip("datasette.app", reason="Datasette is not installed")
    files = exported(archive, PUBLISHED)
    path = tmp_path / "archive.sqlite"
    path.write_bytes(files[PATH])

    async def ask() -> dict[str, Any]:
        served = app.Datasette([str(path)], metadata=json.loads(files[ABOUT]))
        await served.invoke_startup()
        paths = ["/", "/archive", "/archive/answers", *(f"/archive/{table.name}" for table in TABLES)]
        statuses = {one: (await served.client.get(one)).status_code for one in paths}
        found = await served.client.get("/archive/passages.json?_search=cykelgarage&_shape=array")
        labelled = await served.client.get("/archive/response_bodies.json?_labels=on&_shape=array")
        counted = await served.client.get("/archive.json?sql=select+count(*)+as+n+from+motions&_shape=array")
        page = await served.client.get("/archive/motions")
        tables = await served.get_database("archive").hidden_table_names()
        return {"statuses": statuses, "found": found.json(), "labels": labelled.json(), "counted": counted.json(), "page": page.text, "hidden": tables}

    made = asyncio.run(ask())
    assert set(made["statuses"].values()) == {200}
    assert len(made["found"]) > 0
    assert {row["body"]["label"] for row in made["labels"]} == {"Kulturnämnden", "Tekniska nämnden"}
    assert made["counted"] == [{"n": 1}]
    assert 'name="_search"' in made["page"]
    assert "CC0 1.0" in made["page"]
    assert "<script>alert(1)</script>" not in made["page"]
    assert "passages_fts" in made["hidden"]
