"""The terminal and the browser answer alike: the same queries through Python and through the page's own engine."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import mkdocs
import pytest

from generator.search.query import Filters, LoadedIndex, Results, load, search

from .sample import ARCHIVE, files_of, reader

Queries = tuple[tuple[str, dict[str, str]], ...]
QUERIES: Queries = (
    ("vaktgrupper", {}),
    ("Vaktgruppernas", {}),
    ("vaktgruppers", {}),
    ("grupp", {}),
    ("grupper", {}),
    ("omraden", {}),
    ("OMRÅDEN", {}),
    ("dndamalsenlig", {}),
    ("ändamålsenlig", {}),
    ("gangkriminaliteten", {}),
    ("överenskommelse", {}),
    ("rad", {}),
    ("råd", {}),
    ("ra\u030ad", {}),
    ("män", {}),
    ("man", {}),
    ("bonde stad", {}),
    ("2021/77", {}),
    ("2021:77", {}),
    ("KS-2021-77", {}),
    ("KS 2022/1450", {}),
    ("1450", {}),
    ("77", {}),
    ("söder-malms", {}),
    ("torp", {}),
    ("Gun Provdotter", {}),
    ("Norrort", {}),
    ('"utsatta områden"', {}),
    ("”utsatta platser”", {}),
    ('"utsatta platser områden"', {}),
    ('"råd"', {}),
    ('vaktgrupp -"mörka stigar"', {}),
    ('"KS 2021/77"', {}),
    ('"bergs torp"', {}),
    ("samverkan*", {}),
    ("omr*", {}),
    ("områ*", {}),
    ("2021*", {}),
    ("vaktgrupp -polis", {}),
    ("vaktgrupp -samverkan*", {}),
    ("gängkriminalitet -bra", {}),
    ('gängkriminalitet -"samlad vaktgrupp"', {}),
    ('"mörka stigar" träd', {}),
    ('"träd lyktor"', {}),
    ("träd vaktgrupp", {}),
    ("vaktgrup", {}),
    ("lyktorr trädd", {}),
    ("lytkor", {}),
    ("xyzzyqwerty", {}),
    ("xyz-qwerty", {}),
    ("", {}),
    ("   ", {}),
    ("-", {}),
    ("?", {}),
    ('"abc', {}),
    ('""', {}),
    ("-abc", {}),
    ("sam*v", {}),
    ("s*", {}),
    ("*", {}),
    ("och " * 40, {}),
    ("instans:", {}),
    ("instans:norra", {}),
    ('instans:"norra stadsdelsnämnden"', {}),
    ("hallning:avstyr lyktor", {}),
    ("hållning:tillstyrker lyktor", {}),
    ("lyktor -hallning:avstyrker", {}),
    ("lyktor ar:2020 ar:2021", {}),
    ("lyktor", {"instans": "kulturnamnden"}),
    ("lyktor", {"instans": "okand-instans"}),
    ("lyktor", {"ar": "2021", "hallning": "support"}),
    ("lyktor", {"ar": "1999"}),
    ("träd", {"motion": "ks-2022-01450"}),
    ("", {"motion": "ks-2021-77"}),
    ("", {"ar": "1999"}),
    ("<b>lindar</b>", {}),
    ("lindar & lönnar", {}),
    ("constructor __proto__", {}),
    ("a" * 5000, {}),
    ("😀 lyktor", {}),
    ("İstanbul ẞ ﬁ", {}),
    ("lyktor\u0085torg\u200b\ufeffträd", {}),
)


def browser(files: dict[str, bytes], queries: Queries, root: Path) -> list[dict[str, Any]]:
    """The answers of the browser's engine, run in Node; skips aloud where Node is missing."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node saknas: webbläsarens sökmotor provas inte mot terminalens")
    lunr = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"
    engine = root / "site_config/theme/assets/javascripts/sok-motor.js"
    asked = json.dumps({"files": {path: data.decode() for path, data in files.items()}, "queries": queries})
    done = subprocess.run(
        [node, str(Path(__file__).with_name("motor.cjs")), str(lunr), str(engine)],
        input=asked.encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    made: list[dict[str, Any]] = json.loads(done.stdout)
    return made


def terminal(index: LoadedIndex, query: str, filters: dict[str, str]) -> dict[str, Any]:
    """Python's answer in the same shape."""
    results: Results = search(index, query, Filters(**filters), limit=1000)
    return {
        "query": query,
        "count": results.count,
        "hits": [
            {
                "id": hit.id,
                "url": hit.url,
                "score": round(hit.score, 4),
                "passages": [
                    {"id": one.id, "text": one.text, "marks": [one.text[start:end] for start, end in one.marks]}
                    for one in hit.passages
                ],
            }
            for hit in results.hits
        ],
        "message": results.message,
        "suggestions": list(results.suggestions),
    }


def test_the_browser_and_the_terminal_give_the_same_answers(root: Path) -> None:
    """Hits, order, scores, passages, marks, messages and suggestions are the same in both, query by query."""
    files = files_of(ARCHIVE)
    index = load(reader(files))
    answers = browser(files, QUERIES, root)
    assert len(answers) == len(QUERIES)
    for answer, (query, filters) in zip(answers, QUERIES, strict=True):
        for hit in answer["hits"]:
            hit["score"] = round(hit["score"], 4)
        assert answer == terminal(index, query, filters), query
