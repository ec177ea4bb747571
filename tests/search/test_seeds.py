"""Searching the real case: the motion and its four answers, each taken as plain blocks of text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Archive, Motion
from generator.search.query import Index, search

from .sample import fact, loaded, passage, response, section

CASE = "ks-2019-1899"
ANSWERS = ("000", "001", "002", "003")


def blocks(path: Path) -> list[str]:
    """The text of a file in blocks between empty lines, each on one line."""
    text = path.read_text(encoding="utf-8").replace("-\n", "-")
    return [" ".join(block.split()) for block in text.split("\n\n") if block.split()]


@pytest.fixture(scope="module")
def index(shared: Path) -> Index:
    """The case's index, with the damaged answer as its gold restores it."""
    files = {path.name[:3]: path for path in sorted((shared / "seeds").iterdir()) if path.is_file()}
    files["001"] = shared / "gold" / "001_restored.txt"
    answers = [
        replace(response(CASE, (name,), "unclear", *map(passage, blocks(files[name]))), id=f"{CASE}/{name}")
        for name in ANSWERS
    ]
    sections = section(*map(passage, blocks(files["004"])))
    motion = Motion(id=CASE, title=fact("Motion"), diary_numbers=(fact("KS 2019/1899"),), sections=sections)
    return loaded(Archive(motions=(motion,), responses=tuple(answers)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("aktionsgrupper", {CASE, *(f"{CASE}/{name}" for name in ANSWERS)}),
        ("aktionsgruppens", {CASE, *(f"{CASE}/{name}" for name in ANSWERS)}),
        ("grupp", {CASE, *(f"{CASE}/{name}" for name in ANSWERS)}),
        ("omraden", {CASE, *(f"{CASE}/{name}" for name in ANSWERS)}),
        ("1899", {CASE, *(f"{CASE}/{name}" for name in ANSWERS)}),
        ("ändamålsenlig", {f"{CASE}/001"}),
        ("andamalsenliga", {f"{CASE}/001"}),
    ],
)
def test_the_words_of_the_case_find_what_they_should(index: Index, query: str, expected: set[str]) -> None:
    """A word finds every document of the case that holds it, however inflected, compounded or spelt."""
    assert {hit.id for hit in search(index, query).hits} == expected


def test_every_hit_shows_a_passage_with_the_word(index: Index) -> None:
    """Each hit for a word of the text has at least one passage with a mark."""
    for query in ("aktionsgrupper", "överenskommelse", '"utsatta områden"', "insatsgrupper -bostad", "kriminell*"):
        results = search(index, query)
        assert results.count == len(results.hits)
        assert all(hit.passages[0].marks for hit in results.hits), query
