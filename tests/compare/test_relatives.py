"""Words that are akin to a term."""

from __future__ import annotations

from dataclasses import replace

from generator.compare.relatives import MOST, relatives
from generator.compare.terms import term_uses
from generator.model import Archive
from tests.sample_archive import ARCHIVE, response, section


def archive(*texts: str) -> Archive:
    """The sample with one answer that says these things."""
    extra = response("extra", ("fritidsnamnden",), (section("assessment", "", "extra.txt", 1, *texts),))
    return replace(ARCHIVE, responses=(extra,))


def words(made: Archive, term: str, kind: str = "") -> list[str]:
    """The relatives of a term, of one kind or all."""
    return [one.word for one in relatives(made, term) if not kind or one.kind == kind]


def test_same_last_part() -> None:
    """A compound with the same last part is a relative in its base form, and not a use."""
    made = archive("Insatsgrupperna leds av polisen. En aktionsgrupp finns inte.")
    assert words(made, "aktionsgrupp", "tail") == ["insatsgrupp"]
    assert all("insatsgrupperna" not in use.forms for use in term_uses(made, "aktionsgrupp"))


def test_uses_are_no_relatives() -> None:
    """A compound of the term is a use of it, and neither that nor an inflection is a relative."""
    made = archive("Aktionsgruppernas ledare möter aktionsgruppsledarna i en aktionsgrupp.")
    assert words(made, "aktionsgrupp") == []


def test_same_first_part() -> None:
    """A compound with the same first part comes after those with the same last part."""
    made = archive("En aktionsgrupp skriver en aktionsplan med en insatsgrupp.")
    assert [(one.word, one.kind) for one in relatives(made, "aktionsgrupp")] == [("insatsgrupp", "tail"), ("aktionsplan", "head")]


def test_same_action_and_opposite() -> None:
    """The verb of the term's noun and the word with o- before it are relatives."""
    made = archive("Renoveringen dröjer. Vi vill renovera. Tryggheten minskar och otryggheten ökar.")
    assert words(made, "renovering", "action") == ["renovera"]
    assert words(made, "trygghet", "action") == ["otrygghet"]
    assert words(made, "otrygghet", "action") == ["trygghet"]


def test_only_from_the_same_cases() -> None:
    """A word that stands in no case with the term is left out; for a term that stands nowhere all cases are looked at."""
    made = archive("En insatsgrupp finns.")
    other = replace(ARCHIVE.motions[0], id="annat", sections=())
    far = replace(made, motions=(*made.motions, other), responses=(replace(made.responses[0], id="annat/x", motion="annat"),))
    assert words(far, "aktionsgrupp") == ["insatsgrupp"]
    assert words(far, "cykelgarage", "tail") == []


def test_no_more_than_twelve() -> None:
    """Of words with the same last part twelve are given."""
    heads = (
        "arbets", "forsknings", "ungdoms", "polis", "brand", "båt", "vinter", "sommar", "projekt", "skol", "musik", "teater", "idrotts",
    )  # fmt: skip
    made = archive(" ".join(f"{head}grupp" for head in heads) + " aktionsgrupp")
    assert len(words(made, "aktionsgrupp", "tail")) == MOST


def test_nothing_akin() -> None:
    """A term of several words, a blank one, and a word without kin have no relatives."""
    made = archive("Ett äpple.")
    assert relatives(made, "gröna äpplen") == relatives(made, " ") == relatives(made, "äpple") == ()
