"""The terminal and the browser answer alike: the same queries through Python and through the page's own engine, in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import mkdocs
import pytest

from generator.build import Paths, gather
from generator.model import Archive, Demand, Place, Section, Settings
from generator.search import slices
from generator.search.documents import SearchDocument, documents
from generator.search.index import build_index
from generator.search.postings import originals
from generator.search.query import Filters, Index, load, search
from generator.swedish.keys import keys
from generator.swedish.words import words

from .sample import ARCHIVE, LANTERNS, SETTINGS, fact, files_of, passage, reader, response
from .wide import QUERIES, REAL_QUERIES, WIDE, Asked

HERE = Path(__file__).parent
LUNR = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"
Files = dict[str, bytes]
MANY = 2000  # documents; the weight of a word in all of them is then under half a thousandth


def node(root: Path, script: str, given: object) -> Any:
    """What a script beside this test answers in Node; skips aloud where Node is missing."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("node saknas: webbläsarens sökmotor provas inte mot terminalens")
    engine = root / "generator/search/browser/sok-motor.js"
    done = subprocess.run(
        [found, str(HERE / script), str(LUNR), str(engine)],
        input=json.dumps(given).encode(),
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def browser(root: Path, files: Files, queries: Sequence[Asked]) -> list[dict[str, Any]]:
    """The answers of the browser's engine."""
    texts = {path: data.decode() for path, data in files.items()}
    made: list[dict[str, Any]] = node(root, "motor.cjs", {"files": texts, "queries": queries})
    assert len(made) == len(queries)
    return made


def terminal(index: Index, asked: Asked) -> dict[str, Any]:
    """Python's answer in the same shape."""
    query, filters, order = asked
    given = Filters(**{key: tuple(values) for key, values in filters.items()})
    results = search(index, query, given, limit=10_000, order=order)
    sections = list(index.root["sections"])
    return {
        "query": query,
        "count": results.count,
        "hits": [
            {
                "id": hit.id,
                "url": hit.url,
                "score": hit.score,
                "passages": [
                    {
                        "id": one.id,
                        "text": one.text,
                        "marks": [one.text[start:end] for start, end in one.marks],
                        "section": sections[one.section] if one.section >= 0 else "",
                    }
                    for one in hit.passages
                ],
            }
            for hit in results.hits
        ],
        "message": results.message,
        "unreadable": results.unreadable,
        "suggestions": list(results.suggestions),
        "facets": {
            key: [{"value": value, "count": count} for value, count in found] for key, found in results.facets.items()
        },
    }


def same(answer: dict[str, Any], expected: dict[str, Any]) -> None:
    """Hold one answer against the other: everything equal, scores to four figures."""
    for hit, other in zip(answer["hits"], expected["hits"], strict=False):
        assert hit["score"] == pytest.approx(other["score"], rel=1e-4, abs=2e-6), (answer["query"], hit["id"])
        hit["score"] = other["score"]
    assert answer == expected


@pytest.fixture(scope="module")
def wide() -> Files:
    """The published search files of the archive that is hard on search."""
    return files_of(WIDE)


@pytest.fixture(scope="module")
def real(shared: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Archive, Settings]:
    """The real case with its four answers and three bundles, read as a build reads them."""
    folder = tmp_path_factory.mktemp("real")
    content = folder / "content"
    content.mkdir()
    bundles = [path for path in sorted((shared / "goteborg" / "handlingar").iterdir()) if path.name[:4] in {"2022", "2023"}]
    for path in (*sorted((shared / "seeds").iterdir()), *bundles[::9][:3]):
        shutil.copy(path, content / path.name)
    shutil.copy(root / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(root / "site_config", folder / "site_config")
    gathered = gather(Paths(folder, content, folder / "site_config", folder / "site"))
    return gathered.archive, gathered.settings


def test_the_browser_and_the_terminal_give_the_same_answers(root: Path, wide: Files) -> None:
    """Hits, order, scores, passages, marks, messages, suggestions and facets are the same in both, query by query."""
    index = load(reader(wide))
    answers = browser(root, wide, QUERIES)
    for answer, asked in zip(answers, QUERIES, strict=True):
        same(answer, terminal(index, asked))
    assert sum(bool(answer["count"]) for answer in answers) > len(answers) // 2


@pytest.mark.parametrize("size", [1, 400])
def test_both_answer_alike_however_finely_the_words_are_cut(root: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Phrases, prefixes and words give the same answers where each slice holds a word or a few."""
    whole = load(reader(files_of(WIDE)))
    some = [*[asked for asked in QUERIES if '"' in asked[0]][:80], *QUERIES[::20]]
    monkeypatch.setattr(slices, "WORD_SLICE", size)
    files = files_of(WIDE)
    assert sum(path.startswith(slices.PLACES) for path in files) > len(whole.root["words"]["files"])
    for answer, asked in zip(browser(root, files, some), some, strict=True):
        same(answer, terminal(whole, asked))


def test_both_tell_the_section_of_every_place(root: Path) -> None:
    """Words that a word repeats, that stand in several sections, in none and in names, are told apart by both alike."""
    torp = passage("Torp-torp vid torp. Torp.")
    held = (Section("summary", "", (torp,)), Section("assessment", "", (torp, passage("torp i torp"))), Section("other", "", (torp,)))
    demand = Demand(1, "att torp i torp-torp-torp bevaras", Place("p.txt", None, 5), "p-torp")
    motion = replace(LANTERNS, id="ks-1", title=fact("Torp-torp"), demands=(demand,), sections=held[1:], responses=())
    answers = tuple(
        replace(response("ks-1", (name,), "unclear", signed=(name,)), sections=held[:count])
        for count, name in enumerate(("torp", "torp-torp", "gata", "torp torp torp"))
    )
    files = files_of(Archive(motions=(motion,), responses=answers))
    index = load(reader(files))
    typed = ("torp torp", "torp i torp", "torp torp torp", "torp. torp", "vid torp", "torp torp vid torp. torp", "att torp i torp")
    chosen: tuple[dict[str, list[str]], ...] = ({}, *({"avsnitt": [name]} for name in ("summary", "assessment", "other", "decision")))
    asked: list[Asked] = [(f'{sign}"{text}"', filters, "relevans") for text in typed for filters in chosen for sign in ("", "gata -")]
    found = browser(root, files, asked)
    for answer, one in zip(found, asked, strict=True):
        same(answer, terminal(index, one))
    assert [answer["count"] for answer in found[: 2 * len(chosen) : 2]] == [5, 3, 3, 2, 0]


def test_both_answer_alike_over_real_documents(root: Path, real: tuple[Archive, Settings]) -> None:
    """What holds for the made-up archive holds for the real case and for bundles."""
    files = {file.path: file.data for file in build_index(*real)}
    index = load(reader(files))
    for answer, asked in zip(browser(root, files, REAL_QUERIES), REAL_QUERIES, strict=True):
        same(answer, terminal(index, asked))


@pytest.mark.parametrize("archive", [Archive(), Archive(motions=ARCHIVE.motions[:1])])
def test_both_answer_alike_over_next_to_nothing(root: Path, archive: Archive) -> None:
    """An archive of no documents, or of one, is searched alike by both, and neither fails."""
    files = files_of(archive)
    index = load(reader(files))
    some = QUERIES[:: max(1, len(QUERIES) // 60)]
    for answer, asked in zip(browser(root, files, some), some, strict=True):
        same(answer, terminal(index, asked))


def test_a_word_of_every_document_is_found_in_every_document(root: Path) -> None:
    """Where a word is so common that lunr's weight of it rounds to nothing, its documents are hits all the same, in both."""
    answers = tuple(
        response("ks-2021-77", (), "unclear", passage(f"Gemensamt ord {'gemensamt ' * (number % 3)}nummer {number}."))
        for number in range(MANY)
    )
    archive = Archive(motions=ARCHIVE.motions[:1], responses=tuple(replace(one, id=f"{one.id}-{at}") for at, one in enumerate(answers)))
    files = files_of(archive)
    index = load(reader(files))
    some: tuple[Asked, ...] = (("gemensamt", {}, "relevans"), ("gemensamt -17", {}, "nyast"), ("ord gemensamt 17", {}, "relevans"))
    found = browser(root, files, some)
    assert [answer["count"] for answer in found] == [MANY, MANY - 1, 1]
    for answer, asked in zip(found, some, strict=True):
        same(answer, terminal(index, asked))


def test_both_take_a_common_word_with_dots_for_the_rare_one_without(root: Path) -> None:
    """From ten times as many documents on, a form with dots answers to the form without that stands in the archive too."""
    for often, count in ((9, 1), (10, 11)):
        passages = [passage("En natt."), *(passage("Han har nått hit.") for _ in range(often))]
        answers = tuple(replace(response("ks-2021-77", (), "unclear", one), id=f"ks-2021-77/{at}") for at, one in enumerate(passages))
        files = files_of(Archive(motions=ARCHIVE.motions[:1], responses=answers))
        index = load(reader(files))
        some: tuple[Asked, ...] = (("natt", {}, "relevans"), ("nått", {}, "relevans"), ("nådde", {}, "relevans"))
        found = browser(root, files, some)
        assert [answer["count"] for answer in found] == [count, often, often]
        for answer, asked in zip(found, some, strict=True):
            same(answer, terminal(index, asked))


def key_lists(archive: Archive, settings: Settings) -> Iterator[dict[str, list[str]]]:
    """Every document's keys, field by field, as lunr's own builder is given them."""
    for document in documents(archive, settings):
        yield {
            "title": of((document.title, *document.headings)),
            "body": of(document.body_names),
            "numbers": of(document.numbers),
            "text": [*of((*document.names, *(passage.text for passage in document.passages))), *replaced(document)],
        }


def of(texts: Sequence[str]) -> list[str]:
    """The keys of every word of some texts."""
    return [key for text in texts for word in words(text) for key in keys(word.text)]


def replaced(document: SearchDocument) -> list[str]:
    """The keys of the spellings that restoring replaced."""
    return [f"!{form}" for passage in document.passages for form, _ in originals(passage)]


def held_against_the_whole(root: Path, archive: Archive, settings: Settings, queries: Sequence[str]) -> None:
    """Fail unless every query gives the hits, order and scores that lunr gives over an index of everything."""
    given = {
        "files": {file.path: file.data.decode() for file in build_index(archive, settings)},
        "documents": list(key_lists(archive, settings)),
        "queries": queries,
    }
    for answer in node(root, "whole.cjs", given):
        assert answer["keys"], answer["query"]
        assert [hit[0] for hit in answer["hits"]] == [hit[0] for hit in answer["whole"]], answer["query"]
        for (_, score), (_, expected) in zip(answer["hits"], answer["whole"], strict=True):
            assert score == pytest.approx(expected, abs=2e-6), answer["query"]


def test_what_is_put_together_scores_as_the_whole_index_of_lunr(root: Path) -> None:
    """An index of a query's keys and documents gives the hits, order and scores of the index that lunr builds of everything."""
    asked = ("båt", "elbåtar", "hamn båt", "stad", "och", "träd torg", "omraden", "bdtplatser", "1450", "2023/899", "män")
    held_against_the_whole(root, WIDE, SETTINGS, asked)


def test_what_is_put_together_of_real_documents_scores_as_the_whole(root: Path, real: tuple[Archive, Settings]) -> None:
    """The same holds where the words are as many, and as unevenly spread, as in real documents."""
    held_against_the_whole(root, *real, ("aktionsgrupper", "grupp", "omraden", "och", "nämnden avstyrker", "och i att", "1899"))


def test_a_file_that_is_gone_is_looked_for_in_a_new_root(root: Path, wide: Files) -> None:
    """Where an archive was replaced under an open page, the root is fetched anew, once, and the next search answers from it."""
    old = {path: data.decode() for path, data in files_of(ARCHIVE).items()}
    new = {path: data.decode() for path, data in wide.items()}
    answer = node(root, "byte.cjs", {"old": old, "new": new, "query": "båt", "before": "lyktor"})
    assert answer["before"] == search(load(reader(files_of(ARCHIVE))), "lyktor").count
    assert answer["after"] == search(load(reader(wide)), "båt").count > 0
    assert answer["status"] == 404
    assert answer["roots"] == 4  # two at first, and one more for each engine


def test_no_text_of_another_archive_is_shown(root: Path) -> None:
    """A hit of an archive that was replaced is shown where its case is as it was, and else told to be gone."""
    extra = response("ks-2021-77", ("byggnamnden",), "support", passage("Byggnämnden vill ha lyktor vid träd."))
    other = replace(ARCHIVE, responses=(extra, *ARCHIVE.responses))
    old, new = ({path: data.decode() for path, data in files_of(one).items()} for one in (ARCHIVE, other))
    answer = node(root, "utbytt.cjs", {"old": old, "new": new, "query": "typ:svar"})
    assert answer == {
        "stale": {"1": 404, "2": 404, "3": 404, "5": "ks-2022-01450/parknamnden"},
        "fresh": {
            "1": "ks-2021-77/byggnamnden",
            "2": "ks-2021-77/kulturnamnden",
            "3": "ks-2021-77/norra-stadsdelsnamnden",
            "4": "ks-2021-77/okand-instans",
            "6": "ks-2022-01450/parknamnden",
        },
    }


def test_no_file_is_fetched_twice_and_a_failed_one_is_fetched_again(root: Path, wide: Files) -> None:
    """A search that fails for a file that did not come rejects; the next fetches that file again, and no other."""
    answer = node(root, "hamtning.cjs", {"files": {path: data.decode() for path, data in wide.items()}, "query": "båt hamn"})
    assert answer["twice"] == []
    assert answer["failed"] == 500
    assert answer["again"] == search(load(reader(wide)), "båt hamn").count > 0
    assert answer["refetched"] == [answer["broken"]]




def test_what_the_page_asks_of_a_hit(root: Path, wide: Files) -> None:
    """A hit is shown with its strings to mark, every passage of it can be had, and headings and titles are told."""
    texts = {path: data.decode() for path, data in wide.items()}
    answer = node(root, "sida.cjs", {"files": texts, "query": "båt hamn", "id": "hn-2023-00899/hamnnamnden"})
    assert {"båt", "hamn"} <= set(answer["forms"])
    assert len(answer["forms"]) <= 12
    assert len(answer["best"]) == 3
    assert set(answer["best"]) < set(answer["every"])
    assert answer["every"] == [one for one in answer["order"] if one in answer["every"]]
    assert answer["marked"] == ["Elektriska ", "pendelbåtar", " på älven"]
    assert answer["titles"] == {"hn-2023-00899": "Elektriska pendelbåtar på älven", "utan-nummer": "constructor och toString"}
    assert answer["site"] == SETTINGS.site_name
