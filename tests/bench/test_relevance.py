"""The rules by which the bench of search tells right from wrong."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from bench.search.relevance import (
    ASIDE,
    COMPOUNDS,
    KINDS,
    SAME_CASE,
    TUNED,
    Judged,
    Page,
    Query,
    judge,
    read_pages,
    read_queries,
    score,
)

GOLDEN = Path(__file__).parents[2] / "bench" / "search" / "golden.tsv"
PAGES = (
    Page("motioner/a-1/", "Motion om lekparker", "", ("Diarienummer A-1", "Bygg fler lekparker.")),
    Page("motioner/a-1/parknamnden/", "Parknämnden", "Motion om lekparker", ("Nämnden har inget att invända.",)),
    Page("motioner/b-2/", "Motion om bänkar", "", ("Ställ bänkar i parkerna, se A-1.",)),
    Page("motioner/b-2/parknamnden/", "Parknämnden", "Motion om bänkar", ("Parkbänkar finns.",)),
)


def judged(kind: str, wanted: str, also: str = "") -> Judged:
    return judge([Query(kind, TUNED, "x", wanted, also)], PAGES)[0]


def test_the_golden_set_is_large_even_and_well_formed() -> None:
    """Each kind has as many queries in the half tuned on as in the half kept aside, and every rule can be read."""
    queries = read_queries(GOLDEN.read_text(encoding="utf-8"))
    halves = Counter((query.kind, query.half) for query in queries)
    assert len(queries) >= 120
    assert len({query.text for query in queries}) == len(queries)
    assert {kind for kind, _ in halves} == set(KINDS)
    for kind in KINDS:
        assert halves[kind, TUNED] == halves[kind, ASIDE] >= 6
    for query in queries:
        for rule in (*query.wanted.split(" && "), *query.also.replace(SAME_CASE, "x").split(" && ")):
            assert not rule or not re.compile(rule).fullmatch("")


def test_no_rule_asks_for_a_form_that_the_query_itself_does_not_match() -> None:
    """What is typed is itself right by its own rule, letters without dots and number signs aside."""
    for query in read_queries(GOLDEN.read_text(encoding="utf-8")):
        if query.kind in {"no dots", "diary number"}:
            continue
        page = Page("x/", "", "", (query.text.strip('"'),))
        one = judge([query], [page])[0]
        assert page.url in one.right, query.text


def test_a_rule_matches_whole_words_and_every_part() -> None:
    """A word inside another one is no match, and rules joined by && must all match."""
    assert judged("inflection", "park(en|er|erna)?").wanted == {"motioner/b-2/"}
    assert judged("several words", "bänkar && parkerna").wanted == {"motioner/b-2/"}


def test_the_title_of_the_motion_makes_a_page_as_good_but_not_wanted() -> None:
    """An answer that says nothing of the matter is not missed, and not wrong."""
    one = judged("inflection", "lekpark(er)?")
    assert one.wanted == {"motioner/a-1/"}
    assert one.as_good == {"motioner/a-1/parknamnden/"}
    assert score(one, ["motioner/a-1/parknamnden/"]).recall == 0
    assert score(one, ["motioner/a-1/parknamnden/"]).precision == 1


def test_pages_of_the_case_bear_its_number() -> None:
    """A number of the case's own makes all its pages as good; one that is only cited makes them not wrong."""
    one = judged("diary number", "A-1", SAME_CASE)
    assert one.wanted == {"motioner/a-1/", "motioner/b-2/"}
    assert "motioner/a-1/parknamnden/" in one.as_good
    assert {page.url for page in PAGES} == one.right


def test_compounds_are_as_good_only_where_compounds_are_asked_for() -> None:
    """For an inflection a compound is merely not wrong."""
    for kind in ("inflection", *COMPOUNDS):
        one = judged(kind, "parkerna", r"park\w+")
        assert ("motioner/b-2/parknamnden/" in one.as_good) == (kind in COMPOUNDS)
        assert "motioner/b-2/parknamnden/" in one.right


def test_recall_and_precision_are_those_of_the_first_ten() -> None:
    """Recall is of what ten places can hold, a page counts once, and nothing found has no precision."""
    one = Judged(
        Query("name", TUNED, "x", "x"), frozenset(map(str, range(20))), frozenset(), frozenset(map(str, range(20)))
    )
    assert score(one, [str(at) for at in range(20)]).recall == 1
    half = score(one, ["0", "0", "1", "2", "3", "4", "-", "-5", "-6", "-7", "-8"])
    assert (half.recall, half.precision) == (0.5, 0.5)
    assert score(one, []).precision is None
    assert score(one, []).recall == 0


def test_a_page_as_good_takes_a_place_only_in_a_full_list() -> None:
    """A short list has room for the wanted page: then it is missed."""
    good = frozenset(map(str, range(9)))
    one = Judged(Query("name", TUNED, "x", "x"), frozenset({"a", "b"}), good, good | {"a", "b"})
    assert score(one, ["a", *sorted(good)]).recall == 1
    assert score(one, ["a", *sorted(good)[:8]]).recall == 0.5
    assert score(one, ["a", *sorted(good)[:8]]).missed == ("b",)


def test_a_faulty_line_is_named() -> None:
    """A line without all its columns or with an unknown kind is refused with its number."""
    with pytest.raises(ValueError, match="line 2"):
        read_queries("# a remark\ninflection\ttuned\tord\n")


def test_what_the_archive_adds_to_a_page_is_not_read(tmp_path: Path) -> None:
    """Evidence, navigation, permalinks and facts about the file are left out; comparisons are no documents."""
    folder = tmp_path / "motioner" / "a-1" / "namnden"
    for made in (folder, tmp_path / "motioner" / "a-1" / "jamforelse"):
        made.mkdir(parents=True)
        (made / "index.html").write_text(
            "<nav><li>Start</li></nav><h1>Nämnden</h1><aside class='facts'><dl>"
            "<div><dt>Ärende</dt><dd>Motion om bänkar</dd></div>"
            "<div><dt>Instans</dt><dd>Nämnden <details class='evidence'><p>belägg</p></details></dd></div>"
            "<div><dt>Handlagt av</dt><dd>framgår inte</dd></div><div><dt>Original</dt><dd>Hämta filen</dd></div></dl></aside>"
            "<h2>Rubrik</h2><div class='passage' id='p-1'><p>Bänkar <b>be</b>hövs.<br>Många.</p>"
            "<a class='permalink'>länk</a></div><p>Mer att läsa</p>",
            encoding="utf-8",
        )
    (page,) = read_pages(tmp_path)
    assert page == Page("motioner/a-1/namnden/", "Nämnden", "Motion om bänkar", ("Nämnden", "Bänkar behövs. Många."))
