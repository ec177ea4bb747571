"""Searching a small archive from end to end."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.model import Archive, Motion, Place, Statement
from generator.search.index import INDEX, build_index, text_path
from generator.search.query import Filters, Index, search

from .sample import ARCHIVE, SETTINGS, document, fact, loaded, passage, response, section

NORTH, CULTURE, UNKNOWN = (f"ks-2021-77/{one}" for one in ("norra-stadsdelsnamnden", "kulturnamnden", "okand-instans"))


@pytest.fixture(scope="module")
def index() -> Index:
    """The sample archive's index."""
    return loaded()


def ids(index: Index, query: str, **filters: str) -> list[str]:
    """The ids of all hits, best first."""
    return [hit.id for hit in search(index, query, narrowed(filters), limit=100).hits]


def narrowed(filters: dict[str, str]) -> Filters:
    """Filters with one value each."""
    return Filters(**{key: (value,) for key, value in filters.items()})


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("vaktgrupp", {"ks-2021-77", NORTH, CULTURE, UNKNOWN}),
        ("grupp", {"ks-2021-77", NORTH, CULTURE, UNKNOWN}),
        ("överenskommelse", {NORTH}),
        ("omraden", {NORTH, UNKNOWN}),
        ("gängkriminalitet", {UNKNOWN}),
        ("gingkriminalitet", {UNKNOWN}),
        ("ändamålsenliga", {UNKNOWN}),
        ("bonde stad", {"ks-2022-01450/parknamnden"}),
        ("2021/77", {"ks-2021-77", NORTH, CULTURE, UNKNOWN}),
        ("KS 2022:1450", {"ks-2022-01450", "ks-2022-01450/parknamnden"}),
        ("1450", {"ks-2022-01450", "ks-2022-01450/parknamnden"}),
        ("Provdotter", {NORTH}),
        ("Exempelsson", {"ks-2021-77"}),
        ("torp", {NORTH}),
        ("samverkan*", {NORTH}),
        ("vaktgrupp -polis", {"ks-2021-77", NORTH, UNKNOWN}),
        ('"utsatta områden"', {UNKNOWN}),
        ('"utsatta omraden"', set()),
        ("träd vaktgrupp", set()),
    ],
)
def test_a_query_finds_exactly_these(index: Index, query: str, expected: set[str]) -> None:
    """Inflections, compounds, undotted and damaged spellings, numbers, names, prefixes and phrases are found."""
    assert set(ids(index, query)) == expected


def test_the_exact_form_comes_first(index: Index) -> None:
    """The document with the form as typed, å ä ö and all, stands above those with other forms."""
    assert ids(index, "vaktgrupper")[0] == "ks-2021-77"
    assert ids(index, "rad")[0] == CULTURE
    assert ids(index, "råd")[0] == "ks-2022-01450"


def test_filters_narrow_and_combine(index: Index) -> None:
    """Body, motion, year and stance narrow a search, in the address as in the query."""
    assert ids(index, "lyktor", instans="kulturnamnden") == [CULTURE]
    assert ids(index, "lyktor", instans="okand-instans") == [UNKNOWN]
    assert ids(index, "lyktor hallning:avstyrker") == ids(index, "lyktor", hallning="reject") == [CULTURE]
    assert ids(index, "vaktgrupp", ar="2021", hallning="support") == [NORTH]
    assert set(ids(index, "", motion="ks-2022-01450")) == {"ks-2022-01450", "ks-2022-01450/parknamnden"}
    assert ids(index, "lyktor ar:2020 ar:2022") == [CULTURE]


def test_filters_alone_give_the_newest_first(index: Index) -> None:
    """A query without words lists what the filters let through by date, what has none last."""
    assert ids(index, "", motion="ks-2021-77") == [NORTH, "ks-2021-77", CULTURE, UNKNOWN]


def test_a_hit_shows_its_best_passages_with_the_words_marked(index: Index) -> None:
    """The passages that hold the words come first, each with the spans of the words."""
    hit = search(index, "samverkan* dnr", Filters()).hits[0]
    first = hit.passages[0]
    assert [first.text[start:end] for start, end in first.marks] == ["samverkansöverenskommelse", "dnr"]
    assert hit.url == f"/motioner/{NORTH}/"
    assert len(hit.passages) == 2


def test_a_demand_outside_the_sections_is_searched_too(index: Index) -> None:
    """A motion is found by its demands, at the demand's own anchor."""
    hit = search(index, "gångvägar").hits[0]
    assert (hit.id, hit.passages[0].id) == ("ks-2021-77", "p-krav0001")


def test_the_heading_of_a_partys_paper_is_searched_too() -> None:
    """A party's statement is found by its own heading, which stands among its facts and in no passage."""
    statement = Statement(
        "yrkande", "V", None, Place("p.txt", None, 1), id="ks-1/yrkande", title=fact("Yrkande om gröna bänkar"), sections=section(passage("Bifall."))
    )
    motion = Motion("ks-1", fact("Om parker"), statements=(statement,), sections=section(passage("Fler parker.")), document=document("m"))
    made = loaded(Archive(motions=(motion,)))
    for query in ("bänk", '"gröna bänkar"', "bänkar typ:inlaga"):
        assert ids(made, query) == ["ks-1/yrkande"], query


@pytest.mark.parametrize(
    ("query", "filters", "said"),
    [
        ("lyktro", {}, "Menade du ”lyktor”"),
        ("träd vaktgrupp", {}, "inte i samma dokument. Antal dokument: ”träd” 2, ”vaktgrupp” 4"),
        ("lyktor", {"ar": "2022"}, "Utan urval: 4"),
        ("lyktor", {"ar": "1999"}, "Inget dokument i arkivet är från år ”1999”. Välj bland: 2020, 2021, 2022."),
        ("lyktor instans:kulturnamden", {}, "Ingen instans i arkivet heter ”kulturnamden”. Menade du ”Kulturnämnden”?"),
        ("lyktor instans:xyzzyqwrt", {}, "Ingen instans i arkivet heter ”xyzzyqwrt”. Alla instanser står på sidan Instanser."),
        ("lyktor motion:ks-2021-78", {}, "Inget ärende i arkivet heter ”ks-2021-78”."),
        ("lyktor hållning:nej", {}, "Ingen hållning heter ”nej”. Välj bland: tillstyrker, "),
        ("lyktor -typ:brev", {}, "Ingen sorts dokument heter ”brev”. Välj bland: motion, svar, "),
        ("lyktor", {"avsnitt": "slutord"}, "Inget avsnitt heter ”slutord”. Välj bland: förslag till beslut, "),
        ('"torgen träd"', {}, "inte som just den frasen"),
        ("gängkriminalitet -bra", {}, "alla dokument som har orden (1)"),
        ('gängkriminalitet -"är bra"', {}, "alla dokument som har orden (1)"),
        ('"utsatta områden" -förvaltning -"finns ej"', {}, "alla dokument som har orden (1)"),
        ('"torgen träd" -bönder', {}, "inte som just den frasen"),
        ("xyzzy qwrt lyktor xyzzy", {}, "Orden ”xyzzy”, ”qwrt” finns inte i arkivet. Kontrollera stavningen"),
        ("xyzzy* lyktor", {}, "Inget ord i arkivet börjar på ”xyzzy”. Kontrollera stavningen"),
        ("qwrt xyzzy*", {}, "Ordet ”qwrt” finns inte i arkivet. Inget ord i arkivet börjar på ”xyzzy”. "),
        ('"lyktor', {}, "citattecken"),
        ("-lyktor", {}, "Skriv också ett ord att söka efter"),
        ('-"lilla torget"', {}, "Skriv också ett ord att söka efter"),
        ("-träd -torg motion:ks-2022-01450", {}, "Det som skulle bort står i alla dokument i urvalet (2)."),
        ("-lyktor", {"hallning": "met"}, "Ingen hållning heter ”met”."),
        ("-lyktor", {"hallning": "already-met"}, "Inget dokument stämmer med sökningen."),
        ("", {}, "Skriv"),
    ],
)
def test_no_hits_are_explained(index: Index, query: str, filters: dict[str, str], said: str) -> None:
    """A search without hits says why, and what to try where something is near."""
    results = search(index, query, narrowed(filters))
    assert results.count == 0
    assert said in results.message


def test_words_to_leave_out_are_enough_beside_a_filter(index: Index) -> None:
    """With a filter in the query or the address, words and phrases to leave out leave the others, newest first."""
    assert ids(index, "-polis motion:ks-2021-77") == [NORTH, "ks-2021-77", UNKNOWN]
    assert ids(index, '-"utsatta områden" -träd', typ="svar") == [NORTH, CULTURE]
    assert ids(index, "-xyzzy", motion="ks-2022-01450") == ids(index, "", motion="ks-2022-01450")
    made = search(index, "-polis motion:ks-2021-77", order="aldst")
    assert [hit.id for hit in made.hits] == ["ks-2021-77", NORTH, UNKNOWN]
    assert all(hit.passages and not hit.passages[0].marks for hit in made.hits)
    assert dict(made.facets["typ"]) == {"motion": 1, "svar": 2}


def test_the_series_of_a_number_raises_and_never_loses() -> None:
    """A paper with the number alone is found too, under those with the series; a series nobody has is not asked for."""
    texts = ("Enligt 2020/196.", "Enligt NS 2020/196.", "Enligt NS 2020/197.", "Enligt 2020/196 i NS.")
    motions = tuple(Motion(f"ks-{n}", fact("T"), sections=section(passage(text)), document=document("m")) for n, text in enumerate(texts))
    made = loaded(Archive(motions=motions))
    assert set(ids(made, "NS 2020/196")) == set(ids(made, "dnr NS 2020:196")) == {"ks-0", "ks-1", "ks-3"}
    assert ids(made, "NS 2020/196")[-1] == "ks-0"
    assert ids(made, "XYZ 2020/196") == ids(made, "2020/196")
    assert search(made, "XYZ 2020/196").message == ""
    assert ids(made, "ns 2020/196") == ["ks-1", "ks-3"]
    assert set(ids(made, "NS 196")) == {"ks-1", "ks-3"}
    assert "”2020/999”" in search(made, "NS 2020/999").message


def test_a_paper_that_prepares_takes_no_stance() -> None:
    """An office's paper that sums up the answers is counted under no stance, whatever it leans to."""
    paper = replace(response("ks-2021-77", ("parknamnden",), "reject", passage("Svaren om lyktor.")), role="preparation")
    made = loaded(replace(ARCHIVE, responses=(*ARCHIVE.responses, paper)))
    results = search(made, "lyktor", limit=100)
    assert paper.id in {hit.id for hit in results.hits}
    assert dict(results.facets["hallning"]) == dict(search(loaded(), "lyktor").facets["hallning"])
    assert ids(made, "lyktor hallning:avstyrker") == [CULTURE]


def test_the_limit_cuts_the_hits_and_not_the_count(index: Index) -> None:
    """The count is of all hits; the limit is of those handed out."""
    results = search(index, "vaktgrupp", limit=2)
    assert (results.count, len(results.hits)) == (4, 2)


def test_json_has_the_shape_of_the_contract(index: Index) -> None:
    """The answer as JSON holds query, count and hits with their passages, and nothing else."""
    made = search(index, "grupp").as_dict()
    assert list(made) == ["query", "count", "hits"]
    hits = made["hits"]
    assert isinstance(hits, list)
    assert set(hits[0]) == {"id", "url", "score", "passages"}
    assert set(hits[0]["passages"][0]) == {"id", "text"}


def test_the_same_archive_gives_the_same_bytes() -> None:
    """Two builds of one archive are equal byte for byte, and sorted by path."""
    files = build_index(ARCHIVE, SETTINGS)
    assert files == build_index(ARCHIVE, SETTINGS)
    assert [file.path for file in files] == sorted(file.path for file in files)
    motions = json.loads(next(file.data for file in files if file.path == INDEX))["motions"]
    assert [(case, count) for case, count, _ in motions] == [("ks-2021-77", 4), ("ks-2022-01450", 2)]
    assert {text_path(case, version, count - 1) for case, count, version in motions} < {file.path for file in files}


def test_an_empty_archive_can_be_searched() -> None:
    """An archive without documents has an index that answers every query with no hits."""
    empty = loaded(Archive())
    assert search(empty, "lyktor").message == "Ordet ”lyktor” finns inte i arkivet. Kontrollera stavningen eller pröva ett annat ord."
    assert search(empty, "", Filters(ar=("2020",))).count == 0


def test_a_choice_that_there_is_not_is_told_of() -> None:
    """A word and a colon that are no choice of the query language say which choices there are; an ending says nothing."""
    made = loaded()
    assert "inget val som heter ”färg:”" in search(made, "färg:röd").message
    assert "avsnitt:" in search(made, "färg:röd").message
    assert "inget val" not in search(made, "QZX:s").message
