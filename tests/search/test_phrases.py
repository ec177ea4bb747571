"""Exact phrases: by the places in the index as by a look at every text."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model import Archive, Motion
from generator.search import slices
from generator.search.documents import SearchDocument, documents, shown
from generator.search.language import Phrase, Query, parse
from generator.search.phrases import phrase_sections, phrase_spans
from generator.search.postings import placed, texts
from generator.search.query import search
from generator.search.stored import SECTION_STEP
from generator.swedish.keys import WORD_LIMIT

from .archives import JOINTS, archives, words
from .sample import ARCHIVE, SETTINGS, document, fact, loaded, passage, section
from .wide import WIDE

Texts = list[tuple[str, int]]


def phrase_in(text: str) -> Phrase:
    """The phrase of a query that is nothing else."""
    query = parse(f"”{text}”")
    assert isinstance(query, Query)
    return query.phrases[0]


def stands(text: str, typed: str) -> bool:
    """A naive scan: the words one after another with no letter or digit between, and no stop that was not typed there."""
    pieces = re.findall(r"[^\W_]+|[\W_]+", typed)
    pattern = r"(?<![^\W_])"
    for piece in pieces:
        if piece[0].isalnum():
            pattern += re.escape(piece)
        else:
            pattern += r"[\W_]+" if re.search(r"[.!?;|]", piece) else r"(?:(?![.!?;|\n])[\W_])+"
    return re.search(pattern + r"(?![^\W_])", unicodedata.normalize("NFC", text), re.IGNORECASE) is not None


def everything(one: SearchDocument) -> Texts:
    """Every text of a document with its section as a bit."""
    made = [(shown(each.text), 1 << place if place >= 0 else 0) for each, place in zip(one.passages, one.sections, strict=True)]
    return [*made, *((text, 0) for text in (one.title, *one.headings, *one.body_names, *one.numbers, *one.names))]


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """Two to four known words with anything between that may be typed inside quotation marks."""
    found = draw(st.lists(words, min_size=2, max_size=4))
    return "".join(word + draw(st.sampled_from(JOINTS[:8])) for word in found).strip(" ,.?–")


@settings(max_examples=150, deadline=None)
@given(archives(), st.lists(phrases(), min_size=1, max_size=8))
def test_the_places_say_what_a_scan_of_the_texts_says(archive: Archive, asked: list[str]) -> None:
    """Documents and sections with a phrase are those found by reading every text, whatever stands between the words."""
    index = loaded(archive)
    found = documents(archive, SETTINGS)
    for typed in asked:
        expected: dict[int, int] = {}
        for number, one in enumerate(found):
            for text, bit in everything(one):
                if stands(text, typed):
                    expected[number] = expected.get(number, 0) | bit
        assert phrase_sections(index, phrase_in(typed), range(len(found))) == expected, typed


@settings(max_examples=60, deadline=None)
@given(archives(), st.sampled_from((1, 300, slices.WORD_SLICE)))
@example(ARCHIVE, 1)
@example(WIDE, 300)
def test_places_come_back_as_they_were_counted(archive: Archive, size: int) -> None:
    """What is read of a form's places is what stands in the texts, section by section, however finely the words are cut."""
    found = documents(archive, SETTINGS)
    expected: dict[str, dict[int, list[int]]] = {}
    for number, one in enumerate(found):
        for form, place, kind in placed(texts(one)):
            expected.setdefault(form, {}).setdefault(number, []).append(kind * SECTION_STEP + place)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slices, "WORD_SLICE", size)
        index = loaded(archive)
    known = [one.text for entry in index.beginning("") for one in entry.forms]
    assert {form: index.places(form) for form in known if index.places(form)} == {
        form: places for form, places in expected.items() if len(form) <= WORD_LIMIT
    }
    assert index.places("finnsinte") == {}


@settings(max_examples=150, deadline=None)
@given(st.lists(words, min_size=1, max_size=10), st.lists(st.sampled_from(JOINTS), min_size=10, max_size=10), phrases())
@example(["gata", "gatan"], [". "] * 10, "gata gatan")
def test_what_is_marked_is_what_is_found(found: list[str], joints: list[str], typed: str) -> None:
    """A text has spans of a phrase to mark just where the index says that it stands, and each reads as it was typed."""
    text = "".join(word + joint for word, joint in zip(found, joints, strict=False)).strip()
    spans = phrase_spans(text, phrase_in(typed))
    assert bool(spans) == stands(text, typed)
    for start, end in spans:
        assert [word.lower() for word in re.findall(r"[^\W_]+", text[start:end])] == list(phrase_in(typed).words)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("utsatta platser", True),
        ("UTSATTA Platser", True),
        ("utsätta platser", False),
        ("utsatta torg", False),
        ("platser torg", True),
        ("torg sedan", False),
        ("torg. sedan", True),
        ("torg! Sedan", True),
        ("bl.a. gator", True),
        ("bl a gator", False),
        ("sedan bl.a", True),
        ("motion om", False),
        ("om motion", False),
        ("motionen om", True),
        ("platser", True),
    ],
)
def test_a_phrase_is_found_as_written(typed: str, found: bool) -> None:  # noqa: FBT001 - what a case expects
    """Letters with their dots, order and sentences count; case and other signs do not, and no phrase crosses two texts."""
    sections = section(passage("Utsatta platser, torg. Sedan bl.a. gator"), passage("motion"))
    motion = Motion("ks-1", fact("Motionen om parker"), sections=sections, document=document("m"))
    index = loaded(Archive(motions=(motion,)))
    assert search(index, f'"{typed}"').count == int(found)


def test_a_word_too_long_to_be_one_keeps_its_place() -> None:
    """What stands on either side of a monster word does not stand together."""
    sections = section(passage(f"före {'x' * 90} efter, före efter"), passage(f"röd {'y' * 90} grön"))
    index = loaded(Archive(motions=(Motion("ks-1", fact("T"), sections=sections, document=document("m")),)))
    assert search(index, '"före efter"').count == 1
    assert search(index, '"röd grön"').count == 0


def test_a_phrase_can_be_left_out_or_kept_to_a_section() -> None:
    """An excluded phrase takes away what holds it, and a section keeps what holds the phrase there."""
    index = loaded(Archive(motions=(Motion("ks-1", fact("Röd bil"), sections=section(passage("En röd buss.")), document=document("m")),)))
    assert search(index, 'buss -"röd buss"').count == 0
    assert search(index, 'buss -"buss röd"').count == 1
    assert search(index, '"röd buss" avsnitt:bedömning').count == 1
    assert search(index, '"röd bil" avsnitt:bedömning').count == 0
