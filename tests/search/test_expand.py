"""From query words to keys."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

import pytest

from generator.search.expand import Vocabulary, alternatives, distance, groups, suggestions
from generator.search.language import Term
from generator.search.vocabulary import endings
from generator.swedish.folding import fold


def vocabulary(forms: Mapping[str, tuple[str, ...]]) -> Vocabulary:
    """A vocabulary of forms with their lemma and parts."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for form, rest in forms.items():
        table.setdefault(fold(form), []).append((form, *rest))
    return Vocabulary(table, endings())


WORDS = vocabulary(
    {
        "vaktgrupper": ("vaktgrupp", "vakt", "grupp"),
        "områden": ("omrade",),
        "rad": ("rad",),
        "råd": ("rad",),
        "bönder": ("bonde",),
        "2022/01450": ("2022/1450",),
        "ks": ("ks",),
        "1450": ("1450",),
    }
)


def test_exact_ranks_above_lemma_and_lemma_above_part() -> None:
    """The form as typed weighs most, its inflections less and compounds that hold it least."""
    assert alternatives("vaktgrupper", WORDS) == {"=vaktgrupper": 4.0, "vaktgrupp": 2.0}
    assert alternatives("grupper", WORDS) == {"~grupp": 0.5}
    assert alternatives("råd", WORDS) == {"=råd": 4.0, "rad": 2.0}
    assert alternatives("rad", WORDS) == {"=rad": 4.0, "rad": 2.0, "=råd": 1.0}


def test_letters_without_dots_find_the_word_with_them() -> None:
    """A word typed without dots over its letters leads to the archive's word that has them."""
    assert alternatives("omraden", WORDS) == {"=områden": 3.0, "omrade": 2.0}


@pytest.mark.parametrize("word", ["vaktgrupp", "vaktgruppens", "vaktgruppernas", "Vaktgruppers"])
def test_a_form_that_the_archive_lacks_is_found_by_its_ending(word: str) -> None:
    """An inflection that stands nowhere in the archive meets the lemma of one that does."""
    assert alternatives(word, WORDS) == {"vaktgrupp": 2.0}


def test_an_unknown_number_with_separators_is_sought_by_its_pieces() -> None:
    """A diary number joined another way than in the archive must be met piece by piece."""
    made = groups(Term("KS-1450", 0, 7), WORDS)
    assert [dict(group.keys) for group in made] == [{"=ks": 4.0, "ks": 2.0}, {"=1450": 4.0, "1450": 2.0}]
    assert [dict(group.keys) for group in groups(Term("XX-1450", 0, 7), WORDS)] == [{}]


def test_an_exclusion_spares_compounds() -> None:
    """Leaving out a word does not leave out the compounds it is part of."""
    assert dict(groups(Term("grupp", 1, 6, without=True), WORDS)[0].keys) == {}


def test_unknown_words_get_the_nearest_of_the_archive() -> None:
    """The nearest words come by edits, then by how many documents hold them; numbers are never proposed."""
    counts = {"=rad": 1, "=råd": 5}
    assert suggestions(Term("vaktgruper", 0, 10), WORDS, lambda key: counts.get(key, 0)) == ("vaktgrupper",)
    assert suggestions(Term("raad", 0, 4), WORDS, lambda key: counts.get(key, 0)) == ("råd",)
    assert suggestions(Term("1451", 0, 4), WORDS, lambda _: 0) == ()
    assert suggestions(Term("x" * 90, 0, 90), WORDS, lambda _: 0) == ()


def test_a_swap_of_neighbours_is_one_edit() -> None:
    """The distance counts a swap as one edit and stops beyond the most that is asked for."""
    assert distance("lyktor", "lytkor", 2) == 1
    assert distance("gata", "park", 2) == 3
    assert distance("", "ab", 2) == 2


def test_every_rule_of_endings_does_what_its_example_says() -> None:
    """Each row of the endings table turns its example's inflected form into the base form, letters without dots."""
    text = files("generator.search").joinpath("endings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    assert len(rows) == len({(row[0], row[1]) for row in rows}) == len(endings())
    for ending, replacement, example in rows:
        inflected, base = (fold(word) for word in example.split(" → "))
        assert inflected.endswith(ending), example
        assert inflected.removesuffix(ending) + replacement == base, example
