"""Words across bodies."""

from __future__ import annotations

from dataclasses import replace

from generator.compare.terms import case_terms, listed_terms, term_index, term_uses
from generator.model import Archive, Settings
from tests.sample_archive import ARCHIVE, CASE, SETTINGS, response, section

MOTION = ARCHIVE.motions[0]


def with_text(*texts: str) -> Archive:
    """The sample with one more answer that says these things."""
    extra = response("extra", ("fritidsnamnden",), (section("assessment", "", "extra.txt", 1, *texts),))
    return replace(ARCHIVE, responses=(*ARCHIVE.responses, extra))


def test_inflections_and_compounds_are_one_term() -> None:
    """A term finds its inflections and the compounds that have it as a part, and lists the forms in lower case."""
    (use,) = term_uses(
        with_text("Cykelgaragens tak läcker. Ett CYKELGARAGE räcker inte, säger cykelgaragevakten."), "cykelgarage"
    )
    assert use.forms == ("cykelgarage", "cykelgaragens", "cykelgaragevakten")
    assert len(use.by_owner(f"{CASE}/fritidsnamnden")) == 3


def test_occurrences_stand_in_their_sentence() -> None:
    """Each occurrence is the word in a sentence of the passage it names."""
    texts = {passage.id: passage.text for answer in ARCHIVE.responses for passage in answer.passages}
    texts |= {passage.id: passage.text for part in MOTION.sections for passage in part.passages}
    (use,) = term_uses(ARCHIVE, "cykelgarage")
    assert use.occurrences
    for one in use.occurrences:
        assert one.sentence in texts[one.passage]
        assert one.sentence[one.start : one.end].lower() in use.forms
        assert one.motion == CASE


def test_motion_is_an_owner() -> None:
    """The motion's own words count too, under the motion's id and first."""
    (use,) = term_uses(ARCHIVE, "elcykel")
    assert [one.owner for one in use.occurrences] == [CASE, f"{CASE}/kulturnamnden"]


def test_part_of_a_compound_is_a_use() -> None:
    """A simple word finds the compounds it is a part of."""
    assert any("cykelgarage" in use.forms for use in term_uses(ARCHIVE, "garage"))


def test_words_not_in_the_archive() -> None:
    """A word that stands nowhere, or no word at all, has no uses."""
    assert term_uses(ARCHIVE, "rymdfärja") == ()
    assert term_uses(ARCHIVE, " ") == ()
    assert term_uses(Archive(), "cykel") == ()


def test_term_of_several_words() -> None:
    """A term of several words is found where its words stand in a row, in whatever inflection."""
    archive = with_text("De torra cyklarna är glada. Torra är cyklarna sällan.")
    (use,) = term_uses(archive, "torr cykel")
    assert use.forms == ("torra cyklarna",)


def test_case_terms_begin_with_the_listed() -> None:
    """A case's terms are the listed ones that stand in it, in their order, then at most twelve of its own."""
    terms = [
        use.term for use in case_terms(ARCHIVE, MOTION, replace(SETTINGS, terms=("vinter", "rymdfärja", "cykelgarage")))
    ]
    assert terms[:2] == ["vinter", "cykelgarage"]
    assert "rymdfärja" not in terms
    assert len(terms) <= 14


def test_distinctive_words() -> None:
    """A case's own words stand in two documents, are no names, bodies, verbs, adjectives or words of procedure."""
    archive = with_text(
        "Björkboda och Kulturnämnden bör planera elcyklarna; förrådet rostar. Motionen föreslår avgiftsfri plats."
    )
    own = {use.term for use in case_terms(archive, MOTION, Settings())}
    assert {"cykelgarage", "elcykel"} <= own
    assert own.isdisjoint(
        {"björkboda", "kulturnämnd", "planera", "motion", "föreslå", "avgiftsfri", "snöröjning", "kommun"}
    )


def test_listed_terms_cover_every_case_term() -> None:
    """Every term a comparison shows has a page, and no two of them share an address."""
    settings = Settings(terms=("Cykelgarage", "cykelgarage", "vinter", ""))
    listed = listed_terms(ARCHIVE, settings)
    assert {use.term for use in case_terms(ARCHIVE, MOTION, settings)} <= set(listed)
    assert len(listed) == len(set(listed))
    assert listed.count("cykelgarage") == 1
    assert list(listed) == sorted(listed)


def test_settings_terms_are_listed_though_unused() -> None:
    """A word of the settings has a page even if nobody uses it."""
    assert "rymdfärja" in listed_terms(ARCHIVE, Settings(terms=("rymdfärja",)))


def test_struck_passages_do_not_count() -> None:
    """What is struck out is not a use."""
    archive = with_text("Rymdfärjan landar.")
    extra = archive.responses[-1]
    struck = replace(extra.sections[0], passages=(replace(extra.passages[0], struck=True),))
    archive = replace(archive, responses=(*archive.responses[:-1], replace(extra, sections=(struck,))))
    assert term_uses(archive, "rymdfärja") == ()


def test_index_is_kept_for_the_same_archive_only() -> None:
    """The index is made once for an archive and never used for another."""
    other = with_text("Rymdfärjan landar.")
    assert term_index(ARCHIVE) is term_index(ARCHIVE)
    assert term_uses(other, "rymdfärja")
    assert not term_uses(ARCHIVE, "rymdfärja")
