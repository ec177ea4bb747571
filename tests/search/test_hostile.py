"""Queries and archives that nobody should be able to break search with."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Archive, Body, Motion
from generator.search.index import INDEX, build_index
from generator.search.query import Filters, load, search

from .archives import archives
from .sample import ARCHIVE, SETTINGS, document, fact, files_of, loaded, passage, reader, response, section

HOSTILE = (
    "😀 lyktor", "İstanbul ẞ ﬁ", "lyktor\u0085torg\u200b\ufeffträd", "a" * 5000, "a* " * 40, "__proto__ constructor", "=lyktor", "^ly*",
    "~grupp", "!dr", "lyktor\x00torg", "\ud83d lyktor", '"' * 9, "-" * 50, '-"-"', "instans:" + "x" * 3000, "motion:../../etc", "typ:__proto__",
    "hallning:constructor", "%00%2e", "<script>alert(1)</script>", "ﾞ", "½ ² ⅳ", "ꙮ ", "a\u0308rende", "ᾳ Ω K", "(" * 500, "lyktor AND OR NOT",
    "+lyktor^9~2", "title:lyktor", "ly\\tor", "'; DROP", "ar:２０２０", "motion:\u202eks", "”” «»", "lyktor -lyktor", "x" * 79 + "*", "å̈",
)  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_answered(query: str) -> None:
    """Any query, in its place or as a filter, gives hits that hold together or a message, and never an error."""
    index = loaded()
    for made in (search(index, query, limit=50), search(index, "lyktor", Filters(instans=(query,), typ=(query,), ar=(query,)))):
        assert made.count == len(made.hits)
        assert bool(made.hits) != bool(made.message)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30) | st.text(alphabet='lyktor rad*-":instansartypå.,”', max_size=40))
def test_any_text_is_answered(query: str) -> None:
    """No text makes the search fail, and what it says is either hits or a reason."""
    made = search(SAMPLE, query, limit=50)
    assert made.count == len(made.hits)
    assert bool(made.hits) != bool(made.message)
    assert [hit.score for hit in made.hits] == sorted((hit.score for hit in made.hits), reverse=True)


SAMPLE = loaded()


def test_an_archive_without_documents_answers() -> None:
    """Words, phrases, prefixes and filters all get a reason where the archive is empty."""
    empty = loaded(Archive())
    for query in ("lyktor", '"gröna lyktor"', "lyk*", "-lyktor", "", "typ:svar", "ar:2020", "instans:x", "avsnitt:bedömning"):
        made = search(empty, query)
        assert (made.count, made.hits, bool(made.message)) == (0, (), True), query


def test_an_archive_of_one_document_answers() -> None:
    """One document is found by every word of it, and ranked."""
    index = loaded(Archive(motions=(Motion("ks-1", fact("Gröna lyktor"), sections=section(passage("En lykta.")), document=document("m")),)))
    for query in ("gröna", "lykta", "lyktor", "en", '"gröna lyktor"', "gr*", "typ:motion", "grön lykta"):
        made = search(index, query)
        assert [hit.id for hit in made.hits] == ["ks-1"], query


def test_documents_without_text_do_no_harm() -> None:
    """A document without a title, a text or a date is found by its filters and shown without passages."""
    bare = Archive(
        motions=(Motion("utan-titel", fact("")),),
        responses=(replace(response("utan-titel", (), "unclear"), sections=()), response("borta", ("kulturnamnden",), "reject", passage("Ljus."))),
    )
    index = loaded(bare)
    assert {hit.id for hit in search(index, "typ:svar").hits} == {"utan-titel/okand-instans", "borta/kulturnamnden"}
    assert [hit.passages for hit in search(index, "motion:utan-titel").hits] == [(), ()]
    assert [hit.id for hit in search(index, "ljus").hits] == ["borta/kulturnamnden"]
    assert index.row(0)["case"] == ""


def test_bodies_named_by_numbers_keep_their_place() -> None:
    """A body whose id is a number stands where the browser, which moves such keys to the front, looks for it."""
    bodies = (Body("kulturnamnden", "Kulturnämnden", "namnd"), Body("112", "112", "other"), Body("7", "7", "other"))
    answers = tuple(response("ks-1", (body.id,), "reject", passage("Ljus.")) for body in bodies)
    files = files_of(Archive(responses=answers, bodies=bodies))
    assert list(json.loads(files[INDEX])["bodies"]) == ["7", "112", "kulturnamnden"]
    for body in bodies:
        assert [hit.id for hit in search(load(reader(files)), f"instans:{body.id}").hits] == [f"ks-1/{body.id}"]


@settings(max_examples=20, deadline=None)
@given(archives())
def test_the_same_archive_gives_the_same_files(archive: Archive) -> None:
    """Two builds of any archive are equal byte for byte, sorted by path, and no path is written twice."""
    files = build_index(archive, SETTINGS)
    assert files == build_index(archive, SETTINGS)
    paths = [file.path for file in files]
    assert paths == sorted(set(paths))


def test_the_order_of_what_comes_in_does_not_matter() -> None:
    """Motions and answers in another order give the same files."""
    turned = replace(ARCHIVE, motions=ARCHIVE.motions[::-1], responses=ARCHIVE.responses[::-1])
    assert files_of(turned) == files_of(ARCHIVE)


def test_nothing_of_a_query_is_read_twice() -> None:
    """A file of words is read once however often it is asked for, and texts only of the hits that are shown."""
    files = files_of(ARCHIVE)
    read: list[str] = []

    def spy(path: str) -> bytes:
        read.append(path)
        return files[path]

    index = load(spy)
    assert read == [INDEX]
    search(index, "vaktgrupp lyktor rad", limit=0)
    search(index, '"utsatta områden" grupp', limit=0)
    assert len(read) == len(set(read))
    assert not any("/texter/" in path for path in read)
    made = search(index, "vaktgrupp", limit=2)
    assert made.count > 2
    assert sum("/texter/" in path for path in read) == 2


@pytest.mark.parametrize("root", [b"", b"[]", b"{", b'{"schema": 1}', b'{"version":"2.3.9","fields":[]}', b"\xff"])
def test_another_index_is_refused(root: bytes) -> None:
    """A root that is no index of this kind is told as a fault of its value."""
    with pytest.raises(ValueError):  # noqa: PT011 - each fault has its own words
        load(lambda _: root)
