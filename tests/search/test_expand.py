"""From query words to keys."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings

from generator.model import Archive, Motion
from generator.search.endings import endings
from generator.search.expand import alternatives, groups, suggestions
from generator.search.language import Term
from generator.search.nearness import distance
from generator.search.query import search
from generator.search.reading import Index
from generator.swedish.folding import fold
from generator.swedish.keys import forms, keys, lemma_key, part_keys

from .archives import texts
from .sample import document, fact, loaded, passage, section


@pytest.fixture(scope="module")
def index() -> Index:
    """An archive of one motion with some words in it."""
    text = "Vaktgrupper i områden. Rad, råd och bönder. Återremiss av KS 2022/01450."
    sections = section(passage(text), passage("Torget är råd värt; rådet gav råd."))
    return loaded(Archive(motions=(Motion("ks-1", fact("Om bönder"), sections=sections, document=document("m")),)))


def levels(word: str, index: Index) -> dict[str, float]:
    """The keys of a word with their levels."""
    return alternatives(word, index)


def test_exact_ranks_above_lemma_and_lemma_above_part(index: Index) -> None:
    """The form as typed weighs most, its inflections less and compounds that hold it least."""
    assert levels("vaktgrupper", index) == {"=vaktgrupper": 900.0, "vaktgrupp": 30.0}
    assert levels("grupper", index) == {"~grupp": 1.0}
    assert levels("råd", index) == {"=råd": 900.0, "råd": 30.0}
    assert levels("rad", index) == {"=rad": 900.0, "rad": 30.0}


def test_a_word_of_its_own_does_not_lead_to_another() -> None:
    """With a form as typed, one that differs by dots counts only where it is so much more common that either may be meant."""

    def made(often: int) -> Index:
        texts = ["En natt. Vad vi nådde.", *["Han har nått hit."] * often]
        motions = [Motion(f"ks-{n}", fact("T"), sections=section(passage(text)), document=document("m")) for n, text in enumerate(texts)]
        return loaded(Archive(motions=tuple(motions)))

    few, many = levels("natt", made(9)), levels("natt", made(10))
    assert few == {"=natt": 900.0, "natt": 30.0}
    assert many == {**few, "=nått": 5.0, "nå": 5.0}


def test_a_restored_spelling_does_not_stand_in_the_way() -> None:
    """A spelling from before restoring finds its document, and the word with dots counts as typed all the same."""
    assert levels("omraden", loaded()) == {"!omraden": 900.0, "=områden": 900.0, "område": 30.0}


def test_letters_without_dots_find_the_word_with_them(index: Index) -> None:
    """A word typed without dots over its letters leads to the archive's word that has them, as if it were typed so."""
    assert levels("omraden", index) == {"=områden": 900.0, "område": 30.0}


@pytest.mark.parametrize("word", ["vaktgrupp", "vaktgruppens", "vaktgruppernas", "Vaktgruppers"])
def test_a_form_that_the_archive_lacks_is_found_by_its_ending(index: Index, word: str) -> None:
    """An inflection that stands nowhere in the archive meets the lemma of one that does."""
    assert levels(word, index) == {"vaktgrupp": 30.0}


def test_an_irregular_form_that_the_archive_lacks_is_found_by_its_word() -> None:
    """A strong verb, an umlaut plural or an abbreviation that stands nowhere meets the word it is a form of, if that does."""
    passages = section(passage("Vår bror går till kommunfullmäktige. En natt i rummet."))
    made = loaded(Archive(motions=(Motion("ks-1", fact("T"), sections=passages, document=document("m")),)))
    assert levels("gick", made) == {"gå": 30.0}
    assert levels("Bröder", made) == levels("broder", made) == {"bror": 30.0}
    assert levels("kf", made) == {"kommunfullmäktige": 30.0}
    assert levels("böcker", made) == {}
    assert [hit.id for hit in search(made, "bröder gick").hits] == ["ks-1"]


def test_a_form_that_is_only_known_is_no_form_of_the_archive() -> None:
    """Forms beside the archive's own are not proposed, not begun by a prefix, not in a phrase, and count nowhere."""
    passages = section(passage("Vår bror går hem."))
    made = loaded(Archive(motions=(Motion("ks-1", fact("T"), sections=passages, document=document("m")),)))
    assert "broder" in {one.word for one in made.beginning("brod")}
    assert made.prefixed("bröd") == []
    assert made.count("=bröder") == 0
    assert search(made, "bröd*").count == search(made, '"bröder"').count == 0
    assert made.entry("bror").lemmas == ("bror",)
    assert suggestions(Term("brödr", 0, 5), made) == ("bror",)


def test_an_unknown_number_with_separators_is_sought_by_its_pieces(index: Index) -> None:
    """A number joined another way than in the archive must be met piece by piece, and not at all if one is unknown."""
    made = groups(Term("2022-1450", 0, 9), index)
    assert [set(group.keys) for group in made] == [{"2022/1450"}]
    made = groups(Term("bönder-1450", 0, 7), index)
    assert [bool(group.keys) for group in made] == [True, True]
    assert [dict(group.keys) for group in groups(Term("xx-1450", 0, 7), index)] == [{}]


def test_a_series_written_together_with_its_number_is_no_hindrance() -> None:
    """A number is found whatever letters are written on to it, where the archive does not write them so."""
    sections = section(passage("Svar i ärende 0571/23 om medel och mål. En låg mur, enligt lag."))
    made = loaded(Archive(motions=(Motion("ks-1", fact("T"), sections=sections, document=document("m")),)))
    assert levels("0571/23", made)["571/23"] == 30.0
    for typed in ("SLK0571/23", "slk-571/23", "ÅN:0571/23"):
        (group,) = groups(Term(typed, 0, 9), made)
        assert "571/23" in group.keys
    assert dict(groups(Term("abcdef0571/23", 0, 9), made)[0].keys) == {}


def test_words_that_differ_by_dots_have_their_own_inflections() -> None:
    """An inflection typed with dots, or whose word stands in the archive, leads to that word and not to another's letters."""
    passages = section(passage("Vården av äldre. En värd tog emot. En låg mur blir lägre. Lagen gäller. Medlen räcker."))
    made = loaded(Archive(motions=(Motion("ks-1", fact("T"), sections=passages, document=document("m")),)))
    assert levels("vård", made) == {"vård": 30.0}
    assert levels("värdars", made) == levels("värdarna", made) == {"värd": 30.0}
    assert set(levels("vard", made)) == {"=värd", "värd", "vård"}
    assert levels("lag", made) == {"lag": 30.0}
    assert levels("medlet", made) == {"medel": 30.0}


def test_an_exclusion_spares_compounds(index: Index) -> None:
    """Leaving out a word does not leave out the compounds it is part of."""
    assert dict(groups(Term("grupp", 1, 6, without=True), index)[0].keys) == {}


def test_a_prefix_is_one_key(index: Index) -> None:
    """All forms that begin so count as one, the form itself as exact; dots are minded only where a form has them."""
    (made,) = groups(Term("rå", 0, 3, prefix=True), index)
    assert dict(made.keys) == {"^rå": 30.0}
    assert index.prefixed("rå") == ["råd", "rådet"]
    assert index.prefixed("ra") == ["rad", "råd", "rådet"]
    (made,) = groups(Term("råd", 0, 4, prefix=True), index)
    assert dict(made.keys) == {"^råd": 30.0, "=råd": 900.0}
    assert dict(groups(Term("xy", 0, 3, prefix=True), index)[0].keys) == {}


def test_unknown_words_get_the_nearest_of_the_archive(index: Index) -> None:
    """The nearest words come by edits, then by how many documents hold them; numbers are never proposed."""
    assert suggestions(Term("vaktgruper", 0, 10), index) == ("vaktgrupper",)
    assert suggestions(Term("raad", 0, 4), index) == ("rad",)
    assert suggestions(Term("torgtt", 0, 4), index) == ("torget",)
    assert suggestions(Term("1451", 0, 4), index) == ()
    assert suggestions(Term("x" * 90, 0, 90), index) == ()


def test_a_swap_of_neighbours_is_one_edit() -> None:
    """The distance counts a swap as one edit and stops beyond the most that is asked for."""
    assert distance("lyktor", "lytkor", 2) == 1
    assert distance("gata", "park", 2) == 3
    assert distance("", "ab", 2) == 2
    assert distance("", "abc", 2) == 3


@settings(max_examples=60, deadline=None)
@given(texts())
def test_every_word_of_a_text_is_known_to_the_index(text: str) -> None:
    """Each form of each word has its entry with its lemma and parts, and the keys that a query gives meet the text's own."""
    made = Motion("ks-1", fact("T"), sections=section(passage(text)), document=document("m"))
    index = loaded(Archive(motions=(made,)))
    for word in text.split():
        for form in forms(word.strip(",.?;|–")):
            assert f"={form}" in alternatives(form, index)
            assert lemma_key(form) in alternatives(form, index)
            assert set(alternatives(form, index)) & set(keys(form))
            for part in part_keys(form):
                assert 0 in index.documents(f"~{part}").masks


def test_every_rule_of_endings_does_what_its_example_says() -> None:
    """Each row of the endings table turns its example's inflected form into the base form, letters without dots."""
    text = files("generator.search").joinpath("endings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    assert len(rows) == len({(row[0], row[1]) for row in rows}) == len(endings())
    for ending, replacement, example in rows:
        inflected, base = (fold(word) for word in example.split(" → "))
        assert inflected.endswith(ending), example
        assert inflected.removesuffix(ending) + replacement == base, example
