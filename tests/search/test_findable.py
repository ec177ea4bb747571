"""Nothing that is written is beyond finding: every word, typed as it stands, leads to every document that has it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from generator.build import Paths, gather
from generator.model import Archive, Settings
from generator.search.documents import documents
from generator.search.expand import groups
from generator.search.index import build_index
from generator.search.language import Query, parse
from generator.search.postings import texts
from generator.search.query import Index, load, search
from generator.swedish.keys import WORD_LIMIT
from generator.swedish.words import words

from .archives import archives
from .sample import ARCHIVE, SETTINGS, files_of, reader
from .wide import WIDE

BUNDLES = 3  # of those with answers of 2022–2024
EVERY = 97  # of how many words one is sought from end to end as well


def written(archive: Archive, how: Settings) -> dict[str, set[int]]:
    """Every word of the archive's texts as written, with the documents that have it."""
    made: dict[str, set[int]] = {}
    for number, document in enumerate(documents(archive, how)):
        for text, _ in texts(document):
            for word in words(text):
                if len(word.text) <= WORD_LIMIT:
                    made.setdefault(word.text, set()).add(number)
    return made


def lost(index: Index, found: dict[str, set[int]]) -> Iterator[str]:
    """The words that do not lead to all documents that have them."""
    for word, wanted in found.items():
        asked = parse(word)
        assert isinstance(asked, Query), word
        held = [set(group.where(index)) for term in asked.terms for group in groups(term, index)]
        if not held or not wanted <= set.intersection(*held):
            yield word


def held_to(archive: Archive, how: Settings) -> int:
    """Fail if a word is lost; how many words there are."""
    files = {file.path: file.data for file in build_index(archive, how)}
    index = load(reader(files))
    found = written(archive, how)
    assert list(lost(index, found)) == []
    for word in sorted(found)[::EVERY]:
        hits = {hit.number for hit in search(index, word, limit=index.size).hits}
        assert found[word] <= hits, word
    return len(found)


@pytest.mark.parametrize("archive", [ARCHIVE, WIDE])
def test_every_word_of_made_up_archives_is_found(archive: Archive) -> None:
    """In archives with numbers, separators, odd letters and restored words, each word finds its documents."""
    assert held_to(archive, SETTINGS) > 100


@settings(max_examples=40, deadline=None)
@given(archives())
def test_every_word_of_any_archive_is_found(archive: Archive) -> None:
    """Whatever an archive holds, each of its words finds the documents that have it."""
    index = load(reader(files_of(archive)))
    assert list(lost(index, written(archive, SETTINGS))) == []


def test_every_word_of_real_documents_is_found(shared: Path, root: Path, tmp_path: Path) -> None:
    """In the real case and in bundles of handlingar, each word finds its documents."""
    content = tmp_path / "content"
    content.mkdir()
    bundles = [path for path in sorted((shared / "goteborg" / "handlingar").iterdir()) if path.name[:4] in {"2022", "2023", "2024"}]
    for path in (*sorted((shared / "seeds").iterdir()), *bundles[4 :: len(bundles) // BUNDLES]):
        shutil.copy(path, content / path.name)
    shutil.copy(root / "mkdocs.yml", tmp_path / "mkdocs.yml")
    shutil.copytree(root / "site_config", tmp_path / "site_config")
    made = gather(Paths(tmp_path, content, tmp_path / "site_config", tmp_path / "site"))
    assert held_to(made.archive, made.settings) > 2_000
