"""Reading a query."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.language import Choice, Query, parse


def read(text: str) -> Query:
    """The query in ``text``, which can be read."""
    made = parse(text)
    assert isinstance(made, Query), made
    return made


def test_words_phrases_exclusions_and_filters_are_told_apart() -> None:
    """Every construct of the query language is read as what it is."""
    query = read('gata "lilla torget" -buss park* instans:"Norra nämnden" år:2020 -hallning:oklart Typ:bilaga avsnitt:bedömning')
    assert [(term.text, term.prefix, term.without) for term in query.terms] == [
        ("gata", False, False),
        ("buss", False, True),
        ("park", True, False),
    ]
    assert [phrase.words for phrase in query.phrases] == [("lilla", "torget")]
    assert query.choices == (
        Choice("instans", "Norra nämnden"),
        Choice("ar", "2020"),
        Choice("hallning", "oklart", without=True),
        Choice("typ", "bilaga"),
        Choice("avsnitt", "bedömning"),
    )


@pytest.mark.parametrize("quotes", ['"{}"', "”{}”", "“{}”", "„{}“", "»{}«"])
def test_all_common_quotation_marks_make_a_phrase(quotes: str) -> None:
    """Straight and typographic quotation marks are the same to the query."""
    assert read(quotes.format("grön gata")).phrases[0].words == ("grön", "gata")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('gata "lilla', "citattecken"),
        ("ga*ta", "stjärna"),
        ("g*", "stjärna"),
        ("*", "stjärna"),
        ("*gata", "stjärna"),
        ("instans:", "instans:bromma"),
        ("typ: bilaga", "typ:bilaga"),
        ("gata avsnitt:", "avsnitt:bedömning"),
        ('hållning:""', "hallning:avstyrker"),
        ("gata " * 33, "för lång"),
    ],
)
def test_an_unreadable_query_says_what_is_wrong(text: str, said: str) -> None:
    """A query that cannot be read gives a message in Swedish that names the fault."""
    made = parse(text)
    assert isinstance(made, str)
    assert said in made


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("KS 2019/1899", ["KS"]),
        ("dnr KS 2019:1899", ["dnr", "KS"]),
        ("Dnr: 123-2020 torg", ["Dnr"]),
        ("Ärendenummer 3.1", ["Ärendenummer"]),
        ("ÅÄÖ 1-2/3*", ["ÅÄÖ"]),
        ("KS", []),
        ("dnr KS", []),
        ("KS 1899", []),
        ("ks 2019/1899", []),
        ("Torg 2019/1899", []),
        ("KSLKSL 2019/1899", []),
        ("SD KS 2019/1899", ["KS"]),
        ("-KS 2019/1899", []),
        ("KS -2019/1899", []),
        ("KS* 2019/1899", []),
        ("KS typ:svar 2019/1899", []),
        ('KS "2019/1899"', []),
        ('KS "torg" 2019/1899', []),
        ("KS (2019/1899)", []),
        ("KS 2019/A99", []),
    ],
)
def test_the_series_of_a_number_is_told_apart(text: str, series: list[str]) -> None:
    """Capitals, or a word for a diary number, directly before a number of several pieces are its series, and nothing else is."""
    assert [term.text for term in read(text).terms if term.series] == series


def test_an_empty_query_seeks_nothing() -> None:
    """Blank text, lone signs and empty quotation marks are a query without parts."""
    for text in ("", "  \t\n", "- ?", '""', "()"):
        assert read(text) == Query(read(text).text)


def test_a_minus_inside_a_word_does_not_exclude() -> None:
    """Only a minus before a word leaves documents out."""
    terms = read("Norr-Torp - gata −buss ”ljud”-system").terms
    assert [(term.text, term.without) for term in terms] == [("Norr-Torp", False), ("gata", False), ("buss", True), ("system", False)]


@settings(deadline=None)
@given(st.text(alphabet='ab å-"”*: instansår\n?', max_size=40))
def test_any_text_is_read_or_answered(text: str) -> None:
    """No text makes the reading of a query fail, and every word's place is where it was typed."""
    made = parse(text)
    if isinstance(made, Query):
        for term in made.terms:
            assert made.text[term.start : term.end].rstrip("*") == term.text
