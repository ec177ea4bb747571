"""Narrowing and facets, against plain counting."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import addresses
from generator.model import Archive
from generator.search import documents as made_of
from generator.search.choices import KEYS, Filters
from generator.search.documents import SearchDocument, documents
from generator.search.expand import groups
from generator.search.language import Term
from generator.search.query import search
from generator.swedish.keys import keys
from generator.swedish.words import words as words_of

from .archives import NAMES, STANCES, archives, words
from .sample import SETTINGS, loaded

SECTIONS: tuple[str, ...] = made_of.SECTIONS
VALUES = {
    "instans": (*NAMES, addresses.UNKNOWN_BODY),
    "motion": ("ks-2019-1", "ks-2019-2", "ks-2020-1"),
    "typ": ("motion", "svar", "beredning"),
    "ar": ("2019", "2020", "2021"),
    "hallning": STANCES,
    "avsnitt": SECTIONS,
}


@st.composite
def filters(draw: st.DrawFn) -> Filters:
    """Up to two values for each key, most of them none."""
    return Filters(
        **{key: tuple(draw(st.lists(st.sampled_from(VALUES[key]), max_size=2, unique=True))) if draw(st.integers(0, 2)) == 0 else () for key in KEYS}
    )


def held(one: SearchDocument, sections: set[str]) -> dict[str, set[str]]:
    """The values of a document, key by key; its sections are those where the words stand."""
    bodies = set(one.bodies) or ({addresses.UNKNOWN_BODY} if one.what == "svar" else set())
    return {
        "instans": bodies,
        "motion": {one.motion},
        "typ": {one.kind},
        "ar": {one.year} if one.year else set(),
        "hallning": {one.stance} if one.stance else set(),
        "avsnitt": sections,
    }


def sections_with(one: SearchDocument, wanted: set[str]) -> set[str] | None:
    """The sections where one of the keys stands; None where the document has it nowhere."""
    found: set[str] = {
        SECTIONS[place]
        for passage, place in zip(one.passages, one.sections, strict=True)
        if any(wanted & set(keys(word.text)) for word in words_of(passage.text)) and place >= 0
    }
    texts = (one.title, *one.headings, *one.body_names, *one.numbers, *one.names, *(passage.text for passage in one.passages))
    return found if any(wanted & set(keys(word.text)) for text in texts for word in words_of(text)) else None


@settings(max_examples=200, deadline=None)
@given(archives(), st.lists(words, max_size=2), filters())
def test_hits_and_facets_are_what_plain_counting_gives(archive: Archive, asked: list[str], chosen: Filters) -> None:
    """Alternatives within a key, all keys together, sections where every word stands; a facet minds the other keys only."""
    index = loaded(archive)
    found = documents(archive, SETTINGS)
    made = search(index, " ".join(asked), chosen, limit=1000)
    known = {key: {value for one in found for value in held(one, {SECTIONS[n] for n in one.sections if n >= 0})[key]} for key in KEYS}
    bodies = {addresses.UNKNOWN_BODY, *known["instans"]}
    wanted = {key: set(getattr(chosen, key)) for key in KEYS}
    if wanted["instans"] - bodies or wanted["motion"] - known["motion"] or wanted["ar"] - known["ar"]:
        assert made.count == 0
        assert "”" in made.message
        return
    if not asked and chosen == Filters():
        return
    by_word = [group.keys.keys() for word in asked for group in groups(Term(word, 0, 0), index)]
    values: list[dict[str, set[str]]] = []
    for one in found:
        each = [sections_with(one, set(group)) for group in by_word]
        if asked and (not all(by_word) or None in each):
            continue
        everywhere = {SECTIONS[place] for place in one.sections if place >= 0}
        values.append(held(one, everywhere.intersection(*(some for some in each if some is not None))))
    kept = [one for one in values if all(not wanted[key] or wanted[key] & one[key] for key in KEYS)]
    assert made.count == len(made.hits) == len(kept)
    if asked and not all(by_word):
        return
    for key in KEYS:
        others = [one for one in values if all(not wanted[other] or wanted[other] & one[other] for other in KEYS if other != key)]
        assert dict(made.facets[key]) == dict(Counter(value for one in others for value in one[key])), key


@settings(max_examples=80, deadline=None)
@given(archives(), words, st.sampled_from(SECTIONS))
def test_only_passages_of_the_section_are_shown(archive: Archive, word: str, kind: str) -> None:
    """With a section chosen, each passage shown is of that section and has the word marked."""
    made = search(loaded(archive), word, Filters(avsnitt=(kind,)), limit=1000)
    for hit in made.hits:
        assert hit.passages
        for passage in hit.passages:
            assert SECTIONS[passage.section] == kind
            assert passage.marks


@settings(max_examples=60, deadline=None)
@given(archives(), words)
def test_the_query_narrows_as_the_address_does(archive: Archive, word: str) -> None:
    """A filter typed in the query gives the hits that it gives in the address, and with a minus all the others."""
    index = loaded(archive)
    every = {hit.id for hit in search(index, word, limit=1000).hits}
    for key, value in (("typ", "svar"), ("hallning", "avstyrker"), ("avsnitt", "bedömning"), ("instans", addresses.UNKNOWN_BODY)):
        kept = {hit.id for hit in search(index, f"{word} {key}:{value}", limit=1000).hits}
        assert kept == {hit.id for hit in search(index, word, Filters(**{key: (value,)}), limit=1000).hits}
        assert every - kept == {hit.id for hit in search(index, f"{word} -{key}:{value}", limit=1000).hits}


@settings(max_examples=60, deadline=None)
@given(archives(), words)
def test_hits_can_be_had_by_date(archive: Archive, word: str) -> None:
    """Newest and oldest first hold the hits of relevance, by date, and those without a date last in both."""
    index = loaded(archive)
    dates = {one.id: one.date if one.date and one.date[0].isdigit() else "" for one in documents(archive, SETTINGS)}
    plainly = {hit.id for hit in search(index, word, limit=1000).hits}
    for order in ("nyast", "aldst"):
        found = [hit.id for hit in search(index, word, limit=1000, order=order).hits]
        assert set(found) == plainly
        dated = [dates[one] for one in found if dates[one]]
        assert dated == sorted(dated, reverse=order == "nyast")
        assert all(dates[one] for one in found[: len(dated)])


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("typ:svar", 4),
        ("typ:SVAR", 4),
        ("typ:svar typ:motion", 6),
        ("hållning:till", 1),
        ("hållning:”anses besvarad”", 0),
        ("avsnitt:bed", 6),
        ("instans:norra", 1),
        ("instans:okänd-instans", 1),
        ('instans:"Norra stadsdelsnämnden"', 1),
        ("motion:2021/77", 4),
        ("ar:2020", 1),
        ("ÅR:2020", 1),
        ("instans:kulturnamnden hallning:support", 0),
    ],
)
def test_values_can_be_typed_as_words(query: str, count: int) -> None:
    """A value is an id, words or their beginning, with or without dots and capitals."""
    assert search(loaded(), query, limit=100).count == count


