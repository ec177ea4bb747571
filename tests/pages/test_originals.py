"""What pages say of the file behind a document: its copy or why there is none, how it was read, where things stand in it."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from generator import addresses
from generator.model import Archive, Fact, Original, Passage, Place, Restored, Source
from generator.pages import build_pages, marked
from generator.pages.words import machine_read, pages_named

from . import sample

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILE = "post.eml/svar.docx"
REASON = "Formatet kan bära dold text"


def _archive(original: Original | None, **document: Any) -> Archive:
    """The made-up archive with its first answer in another file, which lay in a message."""
    response = sample.RESPONSES[0]
    changed = replace(
        response, document=replace(response.document, file=FILE, media_type=WORD, **document), date=_moved(response.date)
    )
    source = Source(FILE, response.document.sha256, "published", used_as=(response.id,), media_type=WORD, original=original)
    outer = Source("post.eml", "0" * 64, "published", used_as=(response.id,))
    responses = tuple(changed if one is response else one for one in sample.RESPONSES)
    return replace(sample.ARCHIVE, responses=responses, sources=(*(one for one in sample.SOURCES if one.sha256 != source.sha256), outer, source))


def _moved(fact: Fact | None) -> Fact | None:
    return replace(fact, place=Place(FILE, None, 7)) if fact else None


def _text(archive: Archive, address: str) -> str:
    pages = {page.path: page.text for page in build_pages(archive, sample.SETTINGS, ())}
    return unescape(pages[addresses.page_file(address)])


RESPONSE = addresses.response(sample.RESPONSES[0].id)


def test_a_copy_is_linked_where_there_is_one() -> None:
    """The page links to the copy, and says that it holds only what is seen."""
    text = _text(_archive(Original("/kallor/" + "a" * 64 + "/svar.pdf", 9, cleaned=True)), RESPONSE)
    assert f"kallor/{'a' * 64}/svar.pdf" in text
    assert "Hämta en kopia av originalet" in text


@pytest.mark.parametrize("address", [RESPONSE, addresses.SOURCES, addresses.motion(sample.RESPONSES[0].motion)])
def test_no_page_links_to_an_original_that_is_withheld(address: str) -> None:
    """Where no copy is given out there is no link to one, and the page says so."""
    text = _text(_archive(Original(withheld=REASON)), address)
    assert sample.RESPONSES[0].document.sha256 + "/" not in text
    assert "ämnas inte ut här" in text
    if address != addresses.motion(sample.RESPONSES[0].motion):
        assert REASON in text


def test_a_file_in_a_message_stands_under_it() -> None:
    """The message's row says how many files lay in it, and the file's row that it lay there."""
    text = _text(_archive(None), addresses.SOURCES)
    assert "en fil i den, se under" in text
    assert 'class="member"' in text


def test_a_place_in_a_word_file_is_a_paragraph() -> None:
    """A fact from a file without lines is said to stand in a paragraph."""
    assert "stycke 7" in _text(_archive(None), RESPONSE)


def test_a_page_that_was_not_read_is_told_of() -> None:
    """The page says which pages were read by machine, how many words are in doubt and what is missing."""
    text = _text(_archive(None, pages=5, words=812, unsure_words=31, recognised=(2, 3, 4), unread=(5,)), RESPONSE)
    assert "läst maskinellt ur bilder på sidorna 2–4. 31 av 812 ord är osäkra" in text
    assert "Sidan 5 gick inte att läsa" in text


@pytest.mark.parametrize(
    ("pages", "words"),
    [((), ""), ((3,), "sidan 3"), ((2, 3, 4), "sidorna 2–4"), ((7, 2, 3), "sidorna 2–3 och 7"), ((1, 3), "sidorna 1 och 3")],
)
def test_pages_are_named_in_runs(pages: tuple[int, ...], words: str) -> None:
    """Pages that follow each other are a run."""
    assert pages_named(pages) == words


def test_a_document_that_was_text_has_no_notice() -> None:
    """Nothing is said of text recognition where it was not used."""
    assert machine_read(sample.RESPONSES[0].document) == []


def test_pictures_in_a_word_file_have_no_page_numbers() -> None:
    """A format without pages is said to have pictures, not pages."""
    document = replace(sample.RESPONSES[0].document, pages=None, recognised=(1, 2), unread=(3,))
    said = " ".join(machine_read(document))
    assert "bilder i dokumentet" in said
    assert "En bild i dokumentet gick inte att läsa" in said
    assert "sida" not in said


def test_a_word_in_doubt_looks_other_than_a_restored_one() -> None:
    """A word that recognition doubts has a style and words of its own."""
    doubt = Passage("p-1", "en bana", Place("a.pdf", 1, 1), (Restored(3, 7, "bana", sure=False, by="ocr"),))
    assert "doubtful" in marked.text(doubt)
    assert "läst ur en bild" in marked.text(doubt)
