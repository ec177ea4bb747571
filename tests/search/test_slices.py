"""Cutting the index into files, and finding each word in them again."""

from __future__ import annotations

import itertools
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Archive
from generator.search.index import INDEX
from generator.search.packing import encoded, in_code_units
from generator.search.postings import gather, originals, placed
from generator.search.reading import Index, load
from generator.search.slices import cut, place_path, word_entries
from generator.swedish.folding import fold

from .archives import archives
from .sample import ARCHIVE, files_of, passage, reader

SIZES = st.lists(st.integers(1, 60), max_size=40)


def entries(sizes: list[int]) -> list[tuple[str, bytes]]:
    """Entries of the sizes that are asked for, in order."""
    return [(f"{number:03}", b'"' + b"x" * size + b'"') for number, size in enumerate(sizes)]


@settings(deadline=None)
@given(SIZES, st.integers(1, 100))
def test_every_entry_lies_in_one_slice_and_the_slices_are_filled(sizes: list[int], most: int) -> None:
    """All entries come back in order, each slice begins where it says, and none could have held the next one's first."""
    found = entries(sizes)
    made = cut(found, most, "sok/ord")
    held = [json.loads(file.data)["words"] for file in made.files]
    assert [json.loads(entry) for _, entry in found] == [entry for words in held for entry in words]
    firsts = [word for word, _ in found]
    at = 0
    for start, words, after in zip(made.starts, held, [*held[1:], []], strict=bool(held)):
        assert start == firsts[at]
        at += len(words)
        length = sum(len(encoded(word)) + 1 for word in words)
        assert length <= most + 1 or len(words) == 1
        assert not after or length + len(encoded(after[0])) > most


def test_a_huge_entry_stands_alone() -> None:
    """An entry larger than a slice gets one of its own, and its neighbours stay with their own neighbours."""
    made = cut(entries([5, 5, 500, 5, 5]), 50, "sok/ord")
    assert made.starts == ("000", "002", "003")
    assert [len(json.loads(file.data)["words"]) for file in made.files] == [2, 1, 2]


def test_nothing_gives_no_slices() -> None:
    """Without entries there are no files."""
    made = cut([], 50, "sok/ord")
    assert (made.starts, made.files) == ((), ())


@settings(max_examples=40, deadline=None)
@given(archives())
def test_each_word_of_the_archive_is_found_in_one_slice(archive: Archive) -> None:
    """Starts rise in the browser's order, no word stands in two slices, and each is found where its slice is sought."""
    files = files_of(archive)
    root = json.loads(files[INDEX])
    index = load(reader(files))
    starts, paths = root["words"]["starts"], root["words"]["files"]
    assert len(starts) == len(paths)
    assert {place_path(path) for path in paths} == {path for path in files if path.startswith("sok/lagen/")}
    words = [entry[0] for path in paths for entry in json.loads(files[path])["words"]]
    assert words == sorted(set(words), key=lambda word: (in_code_units(fold(word)), word != fold(word), in_code_units(word)))
    assert starts == [fold(json.loads(files[path])["words"][0][0]) for path in paths]
    for word in (entry[0] for path in root["words"]["files"] for entry in json.loads(files[path])["words"]):
        assert index.entry(word).word == word
        entry = index.entry(word)
        assert entry.forms or entry.part or entry.lemmas or entry.unseen


def test_words_are_found_in_many_small_slices() -> None:
    """A reader finds every word, and everything that begins alike, however finely the words are cut."""
    files = files_of(ARCHIVE)
    whole = load(reader(files))
    root: dict[str, Any] = json.loads(files[INDEX])
    stored = [entry for path in root["words"]["files"] for entry in json.loads(files[path])["words"]]
    # Words with the same letters lie in one slice, so that one look finds them.
    alike = [list(found) for _, found in itertools.groupby(stored, key=lambda entry: fold(entry[0]))]
    made = cut([(fold(one[0][0]), b",".join(map(encoded, one))) for one in alike], 40, "sok/ord")
    fine = Index(reader(files | {file.path: file.data for file in made.files}), root | {"words": made.listed()})
    assert len(made.files) > len(alike) / 3
    for entry in stored:
        word = entry[0]
        assert fine.entry(word) == whole.entry(word)
        for size in range(1, len(word) + 1):
            assert list(fine.beginning(fold(word)[:size])) == list(whole.beginning(fold(word)[:size]))
    assert fine.entry("") == whole.entry("")
    assert fine.entry("xyz").forms == ()


def test_an_entry_holds_forms_lemma_part_and_spelling() -> None:
    """Forms stand with lemma and parts, a lemma lists forms that are folded otherwise, a spelling leads to its word."""
    made = {word: json.loads(entry) for word, entry in word_entries(gather(()))}
    assert made == {}
    index = load(reader(files_of(ARCHIVE)))
    assert [form.text for form in index.entry("omraden").forms] == ["områden"]
    assert index.entry("område").lemmas == ("områden", "området")
    assert index.spelt("omrade") == ["område"]
    assert index.entry("grupp").part
    assert [(one.text, one.lemma) for one in index.entry("gingkriminalitet").spellings] == [("gingkriminalitet", "gängkriminalitet")]
    assert [(one.text, one.lemma) for one in index.entry("dr").spellings] == [("dr", "")]
    assert all(fold(form) == word for word in ("rad", "ar", "torp") for form in (one.text for one in index.entry(word).forms))


def test_a_restored_word_is_indexed_under_its_original_spelling_too() -> None:
    """Each restored word gives the pair of spellings; several words for one give the spellings without a word."""
    assert originals(passage("Ljus är bra", ("är", "dr"))) == (("dr", "är"),)
    assert originals(passage("Ljus är bra", ("Ljus är", "Ljusdr"))) == (("ljusdr", ""),)


def test_places_part_sentences_and_texts() -> None:
    """Words stand one apart, two over a full stop or the like, three from one text to the next, each section by itself."""
    texts = [("! Blå | gul\nvit", 0), ("Svart", 0), ("Bl.a. röd, grön-a", 3), ("grå", 3), ("ÅR", 4)]
    assert list(placed(texts)) == [
        ("blå", 0, 0),
        ("gul", 2, 0),
        ("vit", 4, 0),
        ("svart", 7, 0),
        ("bl", 0, 3),
        ("a", 2, 3),
        ("röd", 4, 3),
        ("grön", 5, 3),
        ("a", 6, 3),
        ("grå", 9, 3),
        ("år", 0, 4),
    ]
