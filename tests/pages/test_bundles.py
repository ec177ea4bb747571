"""What a reader meets of a bundle: a page for each document in it, the lines it stands on, and a row for each part."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from generator import addresses
from generator.archive import make_archive
from generator.archive.enclosed import published
from generator.exports import build_exports
from generator.model import Archive, Original, Page, Settings, Source
from generator.pages import build_pages
from generator.parse import parse
from generator.search.documents import documents
from tests.bundled import FILE, MOTION, STATEMENT, WHOLE, bundle

CASE = "kst-2021-00045"
STATEMENT_ID = f"{CASE}/yttrande-s-v-och-mp-2021-04-28"
PARTS = bundle([*WHOLE, ("motion", "Bilaga 4\n\n" + MOTION)])


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The archive of one bundle in which the motion stands twice."""
    built = make_archive([parse(part) for part in PARTS], (), Settings())
    used = tuple(name for name, _ in published(built.archive))
    source = Source(FILE, PARTS[0].sha256, "published", used_as=used, parts=built.parts[FILE], original=Original(addresses.original(PARTS[0].sha256, FILE), 9))
    return replace(built.archive, sources=(source,))


@pytest.fixture(scope="module")
def pages(archive: Archive) -> dict[str, str]:
    """The text of every page by its address."""
    made: tuple[Page, ...] = build_pages(archive, Settings(), ())
    return {"/" + page.path.removesuffix("index.md"): page.text for page in made}


def _lines(number: int) -> str:
    part = PARTS[number - 1].part
    assert part is not None
    return f"ad {part.first.line}–{part.last.line}"


def test_a_statement_has_a_page(pages: dict[str, str]) -> None:
    """A party's statement has a page of its own with its text, its lines and its original, and says that it answers for no body."""
    text = pages[addresses.statement(STATEMENT_ID)]
    assert "# Yttrande av S, V och MP" in text
    assert "Vi tycker att hamnen" in text
    assert f"R{_lines(2)} i " in text
    assert addresses.original(PARTS[0].sha256, FILE).rpartition("/")[2] in text
    assert "Den är inte en instans svar" in text


def test_the_motion_lists_its_statements(pages: dict[str, str]) -> None:
    """The motion's page leads to each statement and attachment, under words that say what they are."""
    text = pages[addresses.motion(CASE)]
    assert "## Yrkanden och yttranden från partierna" in text
    assert 'href="yttrande-s-v-och-mp-2021-04-28/"' in text
    assert 'href="bilaga/"' in text


def test_each_document_says_which_lines_it_is(pages: dict[str, str]) -> None:
    """The pages of a motion, a response and an attachment of a bundle each say which lines of the file they are."""
    assert f"r{_lines(4)}" in pages[addresses.motion(CASE)]
    assert f"R{_lines(5)} i " in pages[addresses.response(f"{CASE}/fritidsnamnden")]
    assert f"R{_lines(7)} i " in pages[addresses.statement(f"{CASE}/bilaga")]


def test_the_sources_page_has_a_row_for_each_part(pages: dict[str, str]) -> None:
    """A file of many documents lists each with its lines, what it is, and its page or why it has none."""
    text = pages[addresses.SOURCES]
    assert "8 dokument i filen" in text
    for number, kind in enumerate(("förslag till fullmäktige", "ett partis inlaga", "tjänsteutlåtande som bereder ärendet", "motion",
                                   "protokollsutdrag", "svar", "bilaga"), 1):  # fmt: skip
        assert f"R{_lines(number)}&#58; {kind}" in text or f"R{_lines(number)}: {kind}" in text
    assert "Samma motion en gång till" in text


def test_a_body_with_two_papers_has_answered_once(pages: dict[str, str]) -> None:
    """Minutes and the office's paper from one body are one answer in two documents."""
    assert "Ett svar finns här, i två dokument." in pages[addresses.motion(CASE)].replace("&#46;", ".")


def test_disagreement_points_to_the_right_part(pages: dict[str, str]) -> None:
    """Where two parts of one file differ, each value leads to the page of the part in which it stands."""
    minutes = WHOLE[4][1].replace("§ 14 Svar på remiss om motion om en isbana i hamnen", "§ 14 Svar på motion av Anna Ek (M) om en isbana i hamnen")
    built = make_archive([parse(part) for part in bundle([*WHOLE[:4], ("minutes", minutes)])], (), Settings())
    text = next(page.text for page in build_pages(built.archive, Settings(), ()) if page.path == f"motioner/{CASE}/index.md")
    differing = text.partition("## Där källorna skiljer sig åt")[2].partition("## Dokument")[0]
    assert 'href="fritidsnamnden/"' in differing
    assert 'href="./"' in differing or ">motionen</a>" in differing
    assert "Inga skillnader" in pages[addresses.motion(CASE)]


def test_the_export_has_the_lines_and_keeps_to_its_schema(archive: Archive) -> None:
    """data/archive.json gives each document its lines, statements their address, and every part its fate."""
    files = {file.path: file.data for file in build_exports(archive, Settings(), ())}
    made = json.loads(files["data/archive.json"])
    assert list(Draft202012Validator(json.loads(files["data/archive.schema.json"])).iter_errors(made)) == []
    (motion,) = made["motions"]
    (statement,) = motion["statements"]
    first, last = PARTS[1].lines[0].number, PARTS[1].lines[-1].number
    assert (statement["url"], statement["by"], statement["source"]["lines"]) == (f"/motioner/{STATEMENT_ID}/", "S, V och MP", [first, last])
    assert motion["source"]["lines"] == [PARTS[3].lines[0].number, PARTS[3].lines[-1].number]
    assert [row["fate"] for row in made["sources"][0]["parts"]] == ["page"] * 7 + ["copy"]


def test_search_finds_statements_and_attachments(archive: Archive) -> None:
    """A statement and an attachment are found by their words, and their hits say what they are."""
    found = {document.id: document for document in documents(archive, Settings())}
    statement, enclosure = found[STATEMENT_ID], found[f"{CASE}/bilaga"]
    assert (statement.what, statement.title, statement.motion, statement.year) == ("inlaga", "Yttrande av S, V och MP", CASE, "2021")
    assert any("båtarna" in passage.text for passage in statement.passages)
    assert enclosure.what == "bilaga"
    assert enclosure.title.startswith("Bilaga")
    assert any("elva centimeter" in passage.text for passage in enclosure.passages)


def test_a_statement_without_parties_says_so() -> None:
    """Where a statement names no party its page says that, and its address leaves them out."""
    nameless = STATEMENT.replace("(S, V och MP)\n\n", "")
    built = make_archive([parse(part) for part in bundle([*WHOLE[:1], ("statement", nameless), *WHOLE[2:]])], (), Settings())
    page = next(page for page in build_pages(built.archive, Settings(), ()) if page.path.endswith("yttrande-2021-04-28/index.md"))
    assert "# Yttrande (parti framgår inte)" in page.text
