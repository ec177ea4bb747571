"""The words, dates, tables and shortened passages of the search page, held against what the other pages and tables say."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from generator.exports.clean import csv_bytes
from generator.labels import STANCES
from generator.pages import words

SCRIPT = "generator/search/browser/sok-sida-text.js"
CALL = (
    "const T = require(process.argv[1]); let text = ''; process.stdin.on('data', part => text += part).on('end', () =>"
    " process.stdout.write(JSON.stringify(JSON.parse(text).map(([name, ...given]) => typeof T[name] === 'function' ? T[name](...given) : T[name]))));"
)
LONG = "Vi har sett över alla platser i staden och kommit fram till att det behövs mer. "


@pytest.fixture(scope="module")
def answers(root: Path) -> Any:
    """A function that calls functions of the page's script in Node: [[name, argument, …], …] → [value, …]."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node saknas: söksidans skript prövas inte utanför webbläsaren")

    def call(*calls: list[object]) -> list[Any]:
        done = subprocess.run(
            [node, "-e", CALL, str(root / SCRIPT)], input=json.dumps(calls), capture_output=True, text=True, check=True
        )
        made: list[Any] = json.loads(done.stdout)
        return made

    return call


@pytest.mark.parametrize(
    "value", ["2020-10-01", "2020-10", "2020", "XXXX-05-01", "XXXX-05", "2020-13-01", "2020-00-01", "vår 2020", "", None, "20200101"]
)
def test_dates_read_as_on_the_other_pages(answers: Any, value: str | None) -> None:
    """A date, a part of one and what is none read the same in the hits as on the pages they lead to."""
    assert answers(["date", value]) == [words.date(value)]


def test_badges_have_the_shapes_of_the_other_pages(answers: Any) -> None:
    """Each stance has the shape and the style that the pages give it, and none is missing."""
    assert answers(["BADGES"]) == [{stance: [words.STANCES[stance].shape, words.STANCES[stance].tone] for stance in STANCES}]


def test_the_table_is_written_as_the_archives_own(answers: Any) -> None:
    """Semicolons, quotes, line breaks, formulas, nulls and broken letters come out byte for byte as in the archive's tables."""
    rows = [
        ["=1+1", "+46 8", "-2", "@namn", "＝1", "'=1"],
        ["a;b", 'sagt "så"', " två  ord ", "rad\r\nrad", "\tflik", "a\0b"],
        ["", "å ä ö", "\U0001f600", "\u00a0hårt mellanslag", "x" * 5000, "\ud83d"],
        ["a\x85b", "a\x1cb", "\ufeffa", "a\u2003b", "a\u200bb", "\x85=1"],
        ["\n=dolt", " +dolt", "–5", '1;"2"', ",", "#"],
    ]
    header = [f"kolumn {number}" for number in range(6)]
    (made,) = answers(["table", [header, *rows]])
    assert made.encode() == csv_bytes(header, rows)
    assert len(list(csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline=""), delimiter=";"))) == 6


@pytest.mark.parametrize("place", [0, 300, 700, 1100])
@pytest.mark.parametrize("size", [170, 280])
def test_a_cut_passage_is_a_part_of_the_whole_with_its_marks(answers: Any, place: int, size: int) -> None:
    """What is left of a long passage stands in it word for word, begins and ends between words, and marks the same word."""
    text = LONG * 15
    start = text.index("platser", place)
    (made,) = answers(["shortened", text, [[start, start + 7]], size])
    assert [made["text"][a:b] for a, b in made["marks"]] == ["platser"]
    bare = made["text"].removeprefix("… ").removesuffix(" …")
    at = text.index(bare)
    assert at == 0 or text[at - 1] == " "
    assert text[at + len(bare)].isspace()
    assert len(made["text"]) <= size + 10


def test_the_place_with_most_marks_is_kept(answers: Any) -> None:
    """Of a long passage with marks far apart the part that has most of them is shown."""
    text = "ek " * 200 + "alm alm alm " + "ek " * 200 + "alm"
    marks = [[at, at + 3] for at in range(len(text)) if text.startswith("alm", at)]
    (made,) = answers(["shortened", text, marks])
    assert len(made["marks"]) == 3


@pytest.mark.parametrize("text", ["x" * 900, "\U0001f600" * 450, "å" * 400 + " " + "ö" * 400, " " * 900, ""])
def test_text_without_words_is_cut_without_breaking_a_letter(answers: Any, text: str) -> None:
    """A passage that is one long word, or no word at all, is cut between letters."""
    units = len(text.encode("utf-16-le")) // 2
    (made,) = answers(["shortened", text, [[units // 2, units // 2 + 2]] if units else []])
    made["text"].encode()  # a broken letter cannot be encoded
    assert len(made["text"]) < 300


def test_an_address_is_read_as_it_is_written(answers: Any) -> None:
    """What is asked survives the address: repeated keys, odd letters, and an order; an unknown order is none."""
    asked = {
        "q": "”å & ö” -x:y",
        "filters": {"instans": ["a", "b"], "motion": [], "typ": ["svar"], "ar": [], "hallning": [], "avsnitt": ["other"]},
        "ordning": "nyast",
    }
    (address,) = answers(["write", asked])
    assert address.startswith("?q=")
    assert "instans=a&instans=b&typ=svar&avsnitt=other&ordning=nyast" in address
    assert answers(["read", address], ["read", f"?{urlencode({'ordning': 'constructor', 'instans': ' '})}"]) == [
        asked,
        {"q": "", "filters": {key: [] for key in asked["filters"]}, "ordning": "relevans"},
    ]


def test_a_query_can_be_asked_without_each_of_its_parts(answers: Any) -> None:
    """Words, phrases and choices are parts of a query; a phrase is one part, and a single part has nothing to leave out."""
    (made, single) = answers(["shorter", 'bänk "vid torget" -sol instans:”Södra nämnden”'], ["shorter", '"vid torget"'])
    assert [one["without"] for one in made] == ["bänk", '"vid torget"', "-sol", "instans:”Södra nämnden”"]
    assert made[1]["q"] == "bänk -sol instans:”Södra nämnden”"
    assert single == []
