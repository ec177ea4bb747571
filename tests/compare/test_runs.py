"""Runs of like words."""

from __future__ import annotations

import pytest

from generator.compare.runs import FEWEST, Run, runs

TEXT = "bryggan vid norra viken är gammal och bör enligt kontoret rustas upp före nästa sommar"


def found(*texts: str) -> tuple[Run, ...]:
    """The runs between these texts, word by word."""
    return runs([text.split() for text in texts])


def test_same_words() -> None:
    """A text that stands inside another is one run from its first word to its last."""
    (run,) = found(f"vi vet att {TEXT} igen", TEXT)
    assert (run.later, run.earlier, run.pieces) == (1, 0, ((0, 3, 15),))


def test_shortest_run() -> None:
    """Eight words are a run, seven are none."""
    eight = TEXT.split()[:FEWEST]
    assert found(TEXT, " ".join(eight))
    assert not found(TEXT, " ".join(eight[:-1]))


@pytest.mark.parametrize(
    "later",
    [
        TEXT.replace("gammal", "sliten"),
        TEXT.replace("gammal", "ganska gammal"),
        TEXT.replace("norra viken är", "norra är"),
        TEXT.replace("före nästa sommar", "till nästa sommar"),
        TEXT.replace("gammal", "mycket sliten"),
    ],
)
def test_small_differences_are_passed_over(later: str) -> None:
    """A word or two that are changed, added or left out do not end a run."""
    (run,) = found(TEXT, later)
    assert (run.first, run.last) == (0, 15)


@pytest.mark.parametrize(
    "later",
    [
        TEXT.replace("bör enligt", "bör inte enligt"),
        TEXT.replace("är gammal och bör", "är gammal och ska"),
        TEXT.replace("nästa sommar", "2031 eller nästa sommar"),
    ],
)
def test_what_turns_a_sentence_ends_a_run(later: str) -> None:
    """A negation, another modal verb or a figure is never passed over."""
    assert all(run.last - run.first < 15 for run in found(TEXT, later))


def test_great_difference_ends_a_run() -> None:
    """Three words that differ end a run; what stands after them is a run of its own if it is long enough."""
    tail = "och det ska kommunens egna snickare göra under en enda vecka i maj"
    (first, second) = found(f"{TEXT} {tail}", f"{TEXT} men först efter nyår {tail}")
    assert (first.first, first.last, second.first) == (0, 15, 15)


def test_repeated_text_is_sought_in_its_first_place_only() -> None:
    """What several texts repeat is a run with the first of them, not with each."""
    assert [(run.later, run.earlier) for run in found(TEXT, TEXT, TEXT)] == [(1, 0), (2, 0)]


def test_run_over_the_seam_of_two_repeats() -> None:
    """Two pieces that stand in different texts, put together in a third, are one run with the third for a fourth."""
    other = "kostnaden på två miljoner ryms i den investeringsram som nämnden redan har fått"
    pairs = {(run.later, run.earlier): run for run in found(TEXT, other, f"{TEXT} {other}", f"{TEXT} {other}")}
    assert pairs[3, 2].last - pairs[3, 2].first == len(f"{TEXT} {other}".split())


def test_crowded_seeds_stay_cheap() -> None:
    """Sixty texts of the same words give one run each, so the work grows with the texts and not with their pairs."""
    assert len(found(*[TEXT] * 60)) == 59


def test_text_that_repeats_itself() -> None:
    """A text that says one thing over and over has one run with another that does so too."""
    assert len(found("ett två tre fyra " * 500, "ett två tre fyra " * 500)) == 1


def test_nothing_to_compare() -> None:
    """No text, an empty one or one of three words has no runs."""
    assert found() == found("", "") == found("en två tre", "en två tre") == ()
