"""The comparison's three forms, page, CSV and JSON, held against each other cell by cell."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import addresses
from generator.build import Paths, compose, gather
from generator.exports.comparison import comparison_files
from generator.labels import STANCES, STATES
from generator.model import Archive, Fact, Place, Settings, Status
from generator.pages import build_pages
from generator.pages.comparison import owners_of
from generator.pages.context import of

from . import sample, states
from .built import build_site
from .comparison_table import Cell, Row, Table, table_of

SITE = "https://motioner.ekvik.example"


def _folded(text: str) -> str:
    return " ".join(text.split())


def _guarded(text: str) -> str:
    """A text as a cell of CSV has it: what a spreadsheet would take for a formula gets an apostrophe."""
    return "'" + text if text.startswith(("=", "+", "-", "@")) else text


def _absolute(cell: Cell, page: str, *names: str) -> str:
    """Where the link in an element with one of these classes leads, from the root of the site."""
    (href,) = next((cell.links[name] for name in names if name in cell.links), [""])
    if not href:
        return ""
    path, mark, anchor = href.partition("#")
    parts = [part for part in page.split("/") if part]
    for step in path.split("/"):
        if step == "..":
            parts.pop()
        elif step not in ("", "."):
            parts.append(step)
    return "/" + "/".join(parts) + "/" + mark + anchor


def _files(archive: Archive, settings: Settings) -> dict[str, bytes]:
    return {file.path: file.data for file in comparison_files(archive, settings)}


def _hold(table: Table, files: dict[str, bytes], case: str, site: str) -> int:
    """Holds a motion's table against its two files; returns how many cells were compared."""
    lines = list(csv.DictReader(io.StringIO(files[f"motioner/{case}/jamforelse.csv"].decode("utf-8-sig"), newline=""), delimiter=";"))
    made = json.loads(files[f"motioner/{case}/jamforelse.json"])["rows"]
    assert len(table.rows) == len(lines) == len(made)
    page = addresses.comparison(case)
    held = 0
    for row, line, entry in zip(table.rows, lines, made, strict=True):
        _head(row, line, entry, page, site)
        demands = {f"yrkande-{one['demand']}": one for one in entry["demands"]}
        assert list(row.cells) == ["hallning", *demands, "forslag", "beslut", "undertecknat", "datum"]
        for key, cell in row.cells.items():
            assert cell.attributes["id"] == addresses.cell_anchor(row.attributes["id"].removeprefix("rad-"), key)
            held += 1
            if key == "undertecknat":
                assert cell.one("basis") == line["grund för undertecknare"]
                assert "; ".join(cell.texts.get("person", [])) == line["undertecknare"]
                people = [f"{one['name']}, {one['title']}" if one["title"] else one["name"] for one in entry["signatories"]]
                assert cell.texts.get("person", []) == people
            elif key == "datum":
                assert cell.one("basis") == line["grund för datumet"]
                assert cell.time == line["datum"] == (entry["date"]["value"] if entry["date"] else "")
            else:
                said = demands.get(key) or entry[{"hallning": "stance", "forslag": "proposed_decision", "beslut": "board_decision"}[key]]
                _cell(cell, said, page, f"{page}#{cell.attributes['id']}")
                _columns(key, cell, line, page, site)
    return held


def _head(row: Row, line: dict[str, str], entry: dict[str, Any], page: str, site: str) -> None:
    assert row.attributes["data-body"] == (entry["body"] or "")
    assert _folded(row.head.plain) == row.attributes["data-name"] == line["instans"] == entry["name"]
    assert row.head.one("note") == line["anmärkning"] == (entry["note"] or "")
    assert line["radens adress"] == f"{site}{page}#{row.attributes['id']}" == site + entry["row_url"]
    assert bool(row.head.texts.get("read")) == bool(entry["response"]) == bool(line["adress"])
    assert line["läge"] == STATES[entry["state"]]
    if not entry["response"]:
        assert _folded(row.cells["hallning"].one("badge")) == line["läge"]


def _cell(cell: Cell, said: dict[str, Any], page: str, own: str) -> None:
    """A cell of the page against the same one in JSON."""
    assert cell.quote == (said["quote"] or "")
    assert (said["whole_quote"] is None) == (said["quote"] is None)
    if said["quote"]:
        whole = _folded(said["whole_quote"])
        shown = said["quote"]
        assert shown == whole or (shown.endswith(" …") and whole.startswith(shown.removesuffix(" …")))
    assert _absolute(cell, page, "quote", "basis") == (said["url"] or "")
    assert cell.one("basis") == (f"{said['basis']}: {said['reason']}" if said["reason"] else said["basis"] or "")
    assert own == said["cell_url"]
    if cell.attributes["data-column"] != "forslag":
        assert cell.attributes.get("data-stance") == said["stance"]
    if said["stance"]:
        assert cell.one("badge") == STANCES[said["stance"]]
    assert cell.notes == [note["text"] for note in said["notes"]]
    assert bool(cell.texts.get("when")) == bool(said["reason_date"])
    assert said["verbatim"] == (bool(cell.texts.get("quote")) if said["quote"] else None)
    if "score" in said:
        assert cell.attributes.get("data-score", "") == (f"{said['score']:.4f}" if said["score"] else "")
        near = said["nearest"] or {"quote": "", "url": ""}
        assert (cell.unmarked("nearest"), _absolute(cell, page, "nearest")) == (near["quote"], near["url"])
        assert bool(cell.one("near")) == bool(said["nearest"])


def _columns(key: str, cell: Cell, line: dict[str, str], page: str, site: str) -> None:
    """A cell of the page against its columns in CSV."""
    address, near = _absolute(cell, page, "quote", "basis"), _absolute(cell, page, "nearest")
    at = site + address if address else ""
    word, quote, basis = cell.one("badge"), _guarded(cell.quote), cell.one("basis")
    if key == "hallning":
        assert line["hållning"] == (word if "data-stance" in cell.attributes else "")
        assert (line["citat om hållningen"], line["grund för hållningen"]) == (quote, basis)
        assert line["adress till citat om hållningen"] == at
        assert all(text in cell.notes for text in filter(None, [line["i sammanställningen"]]))
    elif key.startswith("yrkande-"):
        of = f"förslag {key.removeprefix('yrkande-')}"
        assert (line[f"hållning till {of}"], line[f"grund för hållning till {of}"]) == (word, basis)
        assert (line[f"citat om hållning till {of}"], line[f"adress till citat om hållning till {of}"]) == (quote, at)
        assert line[f"svar på {of}"] == _guarded(cell.unmarked("nearest"))
        assert line[f"adress till svar på {of}"] == (site + near if near else "")
        score = line[f"likhet för svar på {of}"]
        assert (f"{float(score):.4f}" if score else "") == cell.attributes.get("data-score", "")
    elif key == "forslag":
        assert line["grund för förslag till beslut"] == basis
        assert (line["hållning i förslag till beslut"], line["förslag till beslut"], line["adress till förslag till beslut"]) == (word, quote, at)
    else:
        assert line["grund för instansens beslut"] == basis
        assert (line["instansens beslut"], line["adress till instansens beslut"], line["partiernas meningar"]) == (quote, at, "; ".join(cell.notes))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive with every state, built by MkDocs."""
    return build_site(build_pages(states.ARCHIVE, states.SETTINGS, ()), tmp_path_factory.mktemp("site"))[0]


@pytest.fixture(scope="module")
def table(site: Path) -> Table:
    """Its comparison, read back out of the page."""
    return table_of((site / "motioner" / states.CASE / "jamforelse" / "index.html").read_text(encoding="utf-8"))


def test_every_state_is_the_same_in_page_and_files(table: Table) -> None:
    """A built page has in every cell what CSV and JSON have there, for every stance, state and way of knowing."""
    held = _hold(table, _files(states.ARCHIVE, states.SETTINGS), states.CASE, SITE)
    assert held == len(table.rows) * 8
    stances = {row.cells["hallning"].attributes.get("data-stance") for row in table.rows}
    assert stances == {*states.STANCES, None}
    assert {row.cells["hallning"].one("badge") for row in table.rows} >= {*STANCES.values(), STATES["silent"], STATES["not-in-archive"]}


def test_the_sample_is_the_same_in_page_and_files() -> None:
    """So have the pages of the sample, where an answer is joint and one has no sender."""
    pages = {page.path: page.text for page in build_pages(sample.ARCHIVE, sample.SETTINGS, ())}
    for motion in sample.ARCHIVE.motions:
        table = table_of(pages[addresses.page_file(addresses.comparison(motion.id))])
        assert _hold(table, _files(sample.ARCHIVE, sample.SETTINGS), motion.id, SITE)


def test_golden_content_is_the_same_in_page_and_files(root: Path) -> None:
    """So have the pages of a small archive that was read from files."""
    tests = root / "tests"
    assert _archive_holds(root, tests / "golden_content", tests / "golden_config") == 1


def test_a_real_bundle_is_the_same_in_page_and_files(root: Path, shared: Path, tmp_path: Path) -> None:
    """So have the pages of a real bundle with many bodies."""
    folder = shared / "goteborg" / "handlingar"
    bundle = max((file for file in folder.rglob("*.txt") if "2022" in file.name), key=lambda file: (file.stat().st_size, file.name))
    (tmp_path / bundle.name).write_bytes(bundle.read_bytes())
    assert _archive_holds(root, tmp_path, root / "site_config")


def _archive_holds(root: Path, content: Path, config: Path) -> int:
    gathered = gather(Paths(root, content, config, root / "site"))
    composed = compose(gathered)
    pages = {page.path: page.text for page in composed.pages}
    files = {file.path: file.data for file in composed.files}
    held = 0
    for motion in gathered.archive.motions:
        table = table_of(pages[addresses.page_file(addresses.comparison(motion.id))])
        held += bool(_hold(table, files, motion.id, gathered.settings.address.rstrip("/")))
    return held


# --- what a reader meets --------------------------------------------------------------------------------------------


def test_rows_and_cells_have_addresses_of_their_own(table: Table) -> None:
    """No two elements share an id, a body's second answer is numbered, and a cell's address names its body and its point."""
    ids = [row.attributes["id"] for row in table.rows] + [cell.attributes["id"] for row in table.rows for cell in row.cells.values()]
    assert len(ids) == len({*ids})
    assert {"rad-parknamnden", "rad-parknamnden-2", "cell-parknamnden-yrkande-2", "cell-parknamnden-2-hallning"} <= {*ids}


def test_answers_come_first_and_the_missing_last(table: Table) -> None:
    """Bodies without an answer here stand at the end, and their cells but the first are empty."""
    missing = [row.attributes["class"] == "no-answer" for row in table.rows]
    assert missing == sorted(missing)
    assert sum(missing) == 3
    for row in table.rows:
        if row.attributes["class"] == "no-answer":
            assert all(not cell.plain and not cell.texts for key, cell in row.cells.items() if key != "hallning")


def test_what_is_told_says_whose_word_it_is(table: Table) -> None:
    """An answer known only from the office's summary says so, and its quote leads to that summary's paragraph."""
    (row,) = [row for row in table.rows if row.attributes["data-body"] == "hamnbolaget"]
    cell = row.cells["hallning"]
    assert cell.one("basis") == "enligt kommunkansliets sammanställning"
    assert cell.quote == "Avstyrker · Bolaget har andra planer"
    assert cell.links["quote"] == [f"../kansliet/#{addresses.anchor(states.ROW)}"]
    assert "svaret självt finns inte i arkivet" in row.head.one("note")


def test_words_are_counted_only_in_answers_that_are_here() -> None:
    """An answer that another paper tells of has no column in the table of words: a nought there would say too much."""
    context = of(states.ARCHIVE, states.SETTINGS, ())
    owners = {owner.id for owner in owners_of(context, states.ARCHIVE.motions[0])}
    assert owners == {states.CASE, *(one.id for one in states.ARCHIVE.responses if not one.told)}
    assert f"{states.CASE}/hamnbolaget" not in owners


def test_what_a_body_decided_stands_apart_from_what_it_was_advised(table: Table) -> None:
    """The officials' proposal has its own stance, and a reservation is a note beside the decision and never the stance."""
    row = next(row for row in table.rows if row.attributes["id"] == "rad-parknamnden")
    assert row.cells["hallning"].one("badge") == "avstyrker"
    assert row.cells["forslag"].one("badge") == "tillstyrker"
    assert row.cells["forslag"].quote.endswith(" …")
    assert row.cells["beslut"].notes == ["Reservation av Ö", "Yttrande (parti framgår inte)", "Yrkande av Ä"]
    assert row.cells["hallning"].notes == ["Enligt kommunkansliets sammanställning: ”Tillstyrker”"]


def test_the_nearest_paragraph_is_no_stated_stance(table: Table) -> None:
    """What only lies near a demand says so with its score, beside the stance if there is one and never as its words."""
    row = next(row for row in table.rows if row.attributes["id"] == "rad-namnd-reject")
    whole, near, stated = (row.cells[f"yrkande-{number}"] for number in (1, 2, 3))
    assert (whole.one("badge"), whole.one("basis"), whole.quote) == ("avstyrker", "gäller hela motionen", "")
    assert whole.links["basis"] == row.cells["hallning"].links["quote"]
    assert whole.unmarked("nearest") == "Bryggan behövs."
    assert (near.one("badge"), near.attributes["data-score"]) == ("oklart", "0.4322")
    assert (near.one("near"), near.one("score")) == ("Närmast i svaret", "ordlikhet 43 %")
    assert near.quote == ""
    assert (stated.one("badge"), stated.one("basis"), stated.one("near")) == ("avstyrker", "", "")
    assert stated.quote


def test_the_editors_word_is_told_with_its_reason(table: Table) -> None:
    """A stance that an editor stated says so, with reason and date."""
    (row,) = [row for row in table.rows if row.attributes["data-body"] == "skolnamnden"]
    cell = row.cells["hallning"]
    assert cell.one("basis") == "angivet av redaktionen: Uppgift per telefon"
    assert cell.one("when") == "1 augusti 2024"
    assert row.cells["beslut"].one("stated") == "Nämnden lät frågan vila"
    assert row.cells["beslut"].one("basis") == "angivet av redaktionen: Protokollet är inte digitalt"
    assert row.cells["datum"].one("basis") == "angivet av redaktionen"
    assert row.cells["undertecknat"].one("basis") == "angivet av redaktionen: Namnen står i pappersakten"


def test_silence_is_quoted_from_the_paper_that_tells_of_it(table: Table) -> None:
    """Where a paper says that no answer came, its words stand in the row and lead to their paragraph."""
    (row,) = [row for row in table.rows if row.attributes["data-body"] == "ostra"]
    cell = row.cells["hallning"]
    assert cell.quote == "Östra nämnden svarade aldrig."
    assert cell.links["quote"] == [f"../kansliet/#{addresses.anchor('Östra nämnden svarade aldrig.')}"]


def test_a_motion_that_was_not_referred_has_no_table() -> None:
    """Where a document says that nobody was asked, the page says so and has no empty table."""
    said = Fact("ja", Status.STATED, "Motionen har inte sänts ut.", Place("motion.txt", None, 9))
    motion = replace(states.ARCHIVE.motions[0], referrals=(), responses=(), not_referred=said)
    archive = replace(states.ARCHIVE, motions=(motion,), responses=())
    pages = {page.path: page.text for page in build_pages(archive, states.SETTINGS, ())}
    text = pages[addresses.page_file(addresses.comparison(states.CASE))]
    assert "Motionen skickades inte på remiss" in text
    assert table_of(text).heads == ()
