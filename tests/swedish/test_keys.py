"""The keys of a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.swedish.keys import WORD_LIMIT, base, forms, inner_bases, keys, lemma_key, part_keys
from generator.swedish.lemmas import abbreviations, lemma
from generator.swedish.tables import rows


def test_a_word_is_indexed_as_written_by_its_lemma_and_by_its_parts() -> None:
    """An inflected compound gives its exact form, its lemma and the lemmas of its parts."""
    made = keys("Vaktgrupperna")
    assert made[0] == "=vaktgrupperna"
    assert {"vaktgrupp", "~vakt", "~grupp"} <= set(made)
    assert keys("Områden")[:2] == ("=områden", "område")


def test_a_word_with_separators_is_indexed_by_its_pieces_too() -> None:
    """A hyphenated name and a diary number are found by each of their pieces."""
    assert {"=norr-torp", "=norr", "=torp"} <= set(keys("Norr-Torp"))
    assert {"=2019/1899", "2019/1899", "=1899", "1899"} <= set(keys("2019/1899"))


def test_all_spellings_of_a_number_share_one_key() -> None:
    """A number has the same lemma key whatever separates its pieces and however many zeros lead them."""
    assert {lemma_key(form) for form in ("2022/01450", "2022:1450", "2022-01450", "2022/1450")} == {"2022/1450"}
    assert lemma_key("00899") == "899"
    assert lemma_key("0") == "0"


def test_a_monstrous_word_has_no_keys() -> None:
    """A word of more letters than the limit is not indexed; one that only pieces make long is indexed by its pieces."""
    assert keys("x" * (WORD_LIMIT + 1)) == ()
    assert keys("ab-" * WORD_LIMIT + "ab") == ("=ab", *keys("ab")[1:])


@given(st.text(max_size=30))
def test_keys_are_never_empty_strings(word: str) -> None:
    """Whatever the word, no key is empty or only its mark."""
    assert all(len(key.lstrip("=~")) > 0 for key in keys(word) if key != "=" * len(key))


@pytest.mark.parametrize("half", ["stadsdelsnämnd", "nämndsordförande", "stadsdel", "nämnd", "ordförande", "stad"])
def test_parts_in_a_row_are_found(half: str) -> None:
    """A compound is found by each of its parts and by several that stand in a row, inflected or not."""
    assert lemma_key(half) in part_keys("stadsdelsnämndsordförandena")


def test_a_run_of_parts_has_the_key_that_the_word_has_alone() -> None:
    """Parts in a row are found by the base form of what they make together, with its own last vowel."""
    assert lemma_key("grundskolorna") == "grundskola"
    assert {"grundskola", "grundskolenämnd"} <= set(part_keys("grundskolenämndsmöten"))


@pytest.mark.parametrize("particle", ["samman", "ställning", "genom", "åter", "bruk"])
def test_particles_are_no_parts(particle: str) -> None:
    """A particle or prefix is no part, inside a longer compound neither."""
    made = {*part_keys("sammanställningsarbete"), *part_keys("genomförandegrupp"), *part_keys("återbruksdepå")}
    assert {"arbete", "grupp", "sammanställning", "genomförande", "återbruk"} <= made
    assert lemma_key(particle) not in made


def test_a_part_is_never_the_whole_word() -> None:
    """Nothing that stands inside a word is the word itself."""
    for word in ("avfallsplaner", "stadsmiljönämndens", "detaljplanearbete", "2019/1899", "slk-2023-00899"):
        assert lemma_key(word) not in part_keys(word)


@pytest.mark.parametrize("name", ["Zetterberg", "Norrvik", "Funkqvist", "Åkerhielm", "Wolde", "Löwenbrå-Strid", "Prétat"])
def test_a_name_is_found_by_its_genitive(name: str) -> None:
    """A name that no dictionary knows and its genitive share a key."""
    assert lemma_key(name.lower()) == lemma_key(name.lower() + "s")
    assert lemma_key("prétats") == "prétat"


@pytest.mark.parametrize("name", ["ihrelius", "alingsås", "bönfors", "mats", "lars", "nils", "andreas", "jonas", "linus"])
def test_a_name_in_s_keeps_it(name: str) -> None:
    """A name that ends in s is not taken for the genitive of another."""
    assert lemma(name) == name


@pytest.mark.parametrize("word", ["engångsinsats", "kvinnoföreningshus", "jämställdhetsanalys", "färdtjänstbuss"])
def test_a_word_in_s_keeps_it(word: str) -> None:
    """A compound whose last part ends in s is no genitive."""
    assert base(word) == word


@pytest.mark.parametrize("name", ["lindberg", "bergström", "södermalm", "liseberg"])
def test_a_name_has_no_parts(name: str) -> None:
    """A name that is put together like a compound is not found by what it is put together of."""
    assert inner_bases(name) == ()


@pytest.mark.parametrize("word", ["badstrand", "kvartersgård", "grundvattenström"])
def test_a_thing_with_the_ending_of_a_name_has_parts(word: str) -> None:
    """A compound that ends as names do, but names a thing, is found by its parts."""
    assert inner_bases(word)


@pytest.mark.parametrize("row", rows("abbreviations.tsv"), ids=lambda row: row[0])
def test_an_abbreviation_and_what_it_stands_for_find_each_other(row: tuple[str, ...]) -> None:
    """Every abbreviation has the key of the word it stands for, inflected with a colon too."""
    short, whole, reason = row
    assert reason
    assert lemma_key(short) == lemma_key(whole)
    assert not short.isalpha() or lemma_key(f"{short}:s") == lemma_key(whole)


def test_abbreviations_are_written_one_way() -> None:
    """No abbreviation stands twice in the table or ends in the full stop that words lose."""
    assert len(abbreviations()) == len(rows("abbreviations.tsv"))
    assert not [short for short in abbreviations() if short.endswith(".") or short != short.lower()]


@pytest.mark.parametrize(
    ("short", "whole"),
    [("KF", "kommunfullmäktiges"), ("SDN:s", "stadsdelsnämnden"), ("Dnr", "diarienumret"), ("ks", "kommunstyrelsen"),
     ("mnkr", "mkr"), ("bl.a", "bla"), ("t.ex", "tex"), ("E.D", "e.d")],
)  # fmt: skip
def test_abbreviations_are_found(short: str, whole: str) -> None:
    """An abbreviation as it is written finds the word, and one spelling finds another."""
    found = {lemma_key(form) for form in forms(short)}
    assert lemma_key(whole) in found or {lemma_key(form) for form in forms(whole)} & found


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        ("2019/1899", "2019:1899"),
        ("2019-01899", "2019/1899"),
        ("SLK-2023-00899", "899"),
        ("SLK-2023-00899", "00899"),
        ("SLK-2023-00899", "2023-00899"),
        ("SLK-2023-00899", "2023/899"),
        ("SLK-2023-00025:26", "SLK-2023-00025"),
        ("N165-0681/23", "0681/23"),
        ("N165-0681/23", "681/23"),
        ("41-2016:8994", "2016:8994"),
        ("1.5.1-135-2012", "135-2012"),
        ("2011-875-1.2.4", "2011-875"),
        ("316-259/2012", "259/2012"),
        ("2025.368", "2025/368"),
        ("Bun/2016:424", "2016:424"),
        ("2010-313-01743", "313-1743"),
        ("KS2019/1899", "2019/1899"),
        ("KS-2025-00174", "KS-2025-174"),
    ],
)
def test_diary_numbers_are_found_whole_and_in_part(number: str, typed: str) -> None:
    """A diary number is found by any of its pieces in a row, however they are separated and led by zeros."""
    found = {key.lstrip("~") for key in keys(number)}
    assert lemma_key(typed.lower()) in found


def test_a_long_chain_of_numbers_is_found_by_its_pieces_alone() -> None:
    """A chain of more than six numbers gives no key for each run of them."""
    assert part_keys("1-2-3-4-5-6-7-8") == ()
    assert "=7" in keys("1-2-3-4-5-6-7-8")


@given(st.text(alphabet="0123456789-/:.abåäö", max_size=40))
def test_the_inside_of_any_word(word: str) -> None:
    """Whatever the letters and digits, nothing inside a word is empty, twice there or the word itself."""
    for form in forms(word):
        found = part_keys(form)
        assert all(found)
        assert len(set(found)) == len(found)
        assert lemma_key(form) not in found
