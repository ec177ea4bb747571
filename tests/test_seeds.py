"""The real case: the archive of five documents with names that say nothing, held against what was read by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest

from generator import files
from generator.archive.register import Register, register
from generator.build import Gathered, Paths, gather, read_configuration
from generator.model import Motion, Response, SectionKind, Stance
from generator.readers import read
from generator.swedish.restore import restore

Gold = Mapping[str, Any]
ANSWERS = (
    "000_a4d28d45b5ba64dc.txt",
    "001_899abe58ac006be7.txt",
    "002_c99c491e3353ec67.txt",
    "003_2ce21c430fed5752.txt",
)
DAMAGED = ANSWERS[1]
SAME_WORDS = 0.995  # share of the damaged document's words that must come out right


@pytest.fixture(scope="module")
def gold(shared: Path) -> Gold:
    """What the documents say, read by hand."""
    made: Gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    return made


@pytest.fixture(scope="module")
def gathered(shared: Path, root: Path) -> Gathered:
    """The archive of the real documents with the project's own register."""
    return gather(Paths(root, shared / "seeds", root / "site_config", root / "site"))


@pytest.fixture(scope="module")
def registered(root: Path) -> Register:
    """The project's register of bodies."""
    return register(read_configuration(root / "site_config").bodies)


@pytest.fixture(scope="module")
def motion(gathered: Gathered) -> Motion:
    """The one motion."""
    assert len(gathered.archive.motions) == 1
    return gathered.archive.motions[0]


def _answer(gathered: Gathered, file: str) -> Response:
    found = [one for one in gathered.archive.responses if one.document.file == file]
    assert len(found) == 1, file
    return found[0]


def _as_named(names: Iterable[str], registered: Register) -> set[str]:
    """The bodies of the register as the names have them: one that has been merged since is not its successor."""
    return {body.name if (body := registered.named(name.strip())) else name for name in names}


def _by_file(values: Any) -> dict[str, list[Any]]:
    made: dict[str, list[Any]] = {}
    for value in values:
        made.setdefault(value.place.file, []).append(value)
    return made


# --- the motion ---------------------------------------------------------------------------------------------------


def test_one_motion_and_four_answers_are_found(gathered: Gathered, motion: Motion, gold: Gold) -> None:
    """A flat folder gives one motion and four answers, each from its own file, and nothing is left over."""
    assert motion.document is not None
    assert motion.document.file == gold["motion"]["file"]
    assert motion.id == gold["motion"]["id"]
    assert {one.document.file for one in gathered.archive.responses} == set(gold["responses"])
    assert set(motion.responses) == {one.id for one in gathered.archive.responses}
    assert [source.outcome for source in gathered.archive.sources] == ["published"] * 5
    assert all(source.used_as for source in gathered.archive.sources)


def test_the_title_is_the_motions_own(motion: Motion, gold: Gold) -> None:
    """The title is as the motion has it, and the form that the answers use is kept beside it."""
    assert motion.title.value == gold["motion"]["title"]
    assert motion.title.status == "stated"
    assert gold["motion"]["title_in_responses"] in {fact.value for fact in motion.titles}


def test_the_diary_number_and_the_day_are_inferred(motion: Motion, gold: Gold) -> None:
    """The diary number comes from the answers and the year from the number; both say that they are inferred."""
    expected = gold["motion"]["diary_number"]
    assert [(fact.value, fact.status) for fact in motion.diary_numbers] == [(expected["value"], expected["status"])]
    assert motion.filed is not None
    assert (motion.filed.value, motion.filed.status) == (
        gold["motion"]["filed"]["value"],
        gold["motion"]["filed"]["status"],
    )
    assert motion.filed.place is not None
    assert motion.filed.place.file == gold["motion"]["file"]


def test_the_proposers_are_kept_with_the_one_who_is_struck_out(motion: Motion, gold: Gold) -> None:
    """Every name under the motion is a proposer, and the crossed-out one is marked with what stands beside it."""
    assert [[one.name, one.struck] for one in motion.proposers] == gold["motion"]["proposers"]
    assert [bool(one.note) for one in motion.proposers] == [one.struck for one in motion.proposers]


def test_the_demands_are_two_with_their_passages(motion: Motion, gold: Gold) -> None:
    """The motion's demands are numbered and each is a passage of its text."""
    assert [one.number for one in motion.demands] == list(range(1, gold["motion"]["demands"] + 1))
    anchors = {passage.id for section in motion.sections for passage in section.passages}
    assert {one.passage for one in motion.demands} <= anchors


def test_each_document_keeps_its_own_list_of_the_asked(motion: Motion, gold: Gold, registered: Register) -> None:
    """The bodies that each document says were asked are kept apart by document, and no document gives another list."""
    lists: dict[str, set[str]] = {}
    for referral in motion.referrals:
        assert referral.names
        for place in referral.places:
            lists.setdefault(place.file, set()).add(referral.body)
    expected = {
        file: {registered.meant(name).id for name in names} for file, names in gold["motion"]["referred_to"].items()
    }
    assert lists == expected
    told = {
        fact.place.file: _as_named(fact.value.partition(" (")[0].split(","), registered)
        for fact in motion.referral_lists
        if fact.place
    }
    assert told == {file: _as_named(names, registered) for file, names in gold["motion"]["referred_to"].items()}


def test_each_document_keeps_its_own_deadline(motion: Motion, gold: Gold) -> None:
    """The deadlines are those of the two documents that give one, each with its place."""
    told = {file: [fact.value for fact in facts] for file, facts in _by_file(motion.deadlines).items()}
    assert told == {file: [day] for file, day in gold["motion"]["deadlines"].items()}


def test_an_answer_that_is_not_here_is_not_silence(motion: Motion, gold: Gold, registered: Register) -> None:
    """The four bodies without an answer are not in the archive; nobody is called silent, and the rest answered."""
    states: dict[str, set[str]] = {}
    for referral in motion.referrals:
        states.setdefault(referral.state, set()).add(referral.body)
    assert states.pop("not-in-archive") == {registered.meant(name).id for name in gold["no_answer_in_the_archive"]}
    assert set(states) == {"answered"}


def test_every_disagreement_stands_side_by_side(motion: Motion, gold: Gold) -> None:
    """Each kind of disagreement read by hand is found, with at least two values from their places, and no other kind."""
    assert {one.kind for one in motion.discrepancies} == set(gold["discrepancies"])
    for one in motion.discrepancies:
        assert len({fact.value for fact in one.values}) > 1, one.kind
        assert all(fact.place and fact.quote for fact in one.values), one.kind
    values = {one.kind: [fact.value for fact in one.values] for one in motion.discrepancies}
    assert sorted(values["deadline"]) == sorted(gold["motion"]["deadlines"].values())
    numbers = {gold["motion"]["diary_number"]["value"]}
    for answer in gold["responses"].values():
        numbers |= {*answer["case_numbers"], *answer["own_numbers"]}
    assert set(values["diary-number"]) == numbers
    forms = {gold["motion"]["title"], gold["motion"]["title_in_responses"]}
    assert forms <= set(values["title"])


# --- the answers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", ANSWERS)
def test_the_sender_is_as_known_as_the_document_lets_it_be(
    gathered: Gathered, gold: Gold, registered: Register, file: str
) -> None:
    """Whose answer it is, and whether that is stated, inferred or not to be told."""
    expected = gold["responses"][file]["body"]
    answer = _answer(gathered, file)
    if expected["value"] is None:
        assert answer.bodies == ()
        assert answer.body_facts == ()
        return
    assert answer.bodies == (registered.meant(expected["value"]).id,)
    assert [(fact.value, fact.status) for fact in answer.body_facts] == [(expected["value"], expected["status"])]
    assert all(fact.quote and fact.place and fact.place.file == file for fact in answer.body_facts)


def test_the_answer_that_names_nobody_lists_who_it_could_be(gathered: Gathered, motion: Motion, gold: Gold) -> None:
    """An answer without a sender is nobody's, and names the district boards whose answer is missing; they name it."""
    unknown = [file for file, answer in gold["responses"].items() if answer["body"]["value"] is None]
    answer = _answer(gathered, unknown[0])
    missing = {one.body for one in motion.referrals if one.state == "not-in-archive"}
    districts = {body.id for body in gathered.archive.bodies if body.kind == "stadsdelsnamnd"}
    assert set(answer.possible_bodies) == missing & districts
    named = {one.body for one in motion.referrals if answer.id in one.possible_responses}
    assert named == missing & districts
    assert not any(answer.id == one.response for one in motion.referrals)


@pytest.mark.parametrize("file", ANSWERS)
def test_the_facts_of_an_answer(gathered: Gathered, gold: Gold, file: str) -> None:
    """Type, numbers, decision, signatories, attachments and who prepared it are as they were read by hand."""
    expected = gold["responses"][file]
    answer = _answer(gathered, file)
    assert answer.document_type in expected["document_type"]
    assert [fact.value for fact in answer.diary_numbers if fact.of == "case"] == expected["case_numbers"]
    assert [fact.value for fact in answer.diary_numbers if fact.of == "own"] == expected["own_numbers"]
    assert [fact.value for fact in answer.cited_numbers] == expected["cited_diary_numbers"]
    if expected["decision_starts"] is None:
        assert answer.proposed_decision is None
    else:
        assert answer.proposed_decision is not None
        assert answer.proposed_decision.value.startswith(expected["decision_starts"])
    assert answer.board_decision is None
    assert [[one.name, one.title] for one in answer.signatories] == expected["signatories"]
    assert len(answer.attachments) == expected["attachments"]
    assert answer.prepared_by is not None
    assert answer.prepared_by.value == expected["prepared_by"]


@pytest.mark.parametrize("file", ANSWERS)
def test_the_sections_are_of_the_standard_kinds(gathered: Gathered, gold: Gold, file: str) -> None:
    """The sections come in the order and of the kinds that were read by hand, and none is empty."""
    headed = [section for section in _answer(gathered, file).sections if section.heading]
    assert [section.kind for section in headed] == gold["responses"][file]["sections"]
    assert all(section.kind in get_args(SectionKind) and section.passages for section in headed)


@pytest.mark.parametrize("file", ANSWERS)
def test_the_stance_is_one_that_the_text_allows(gathered: Gathered, gold: Gold, file: str) -> None:
    """The stance is among those that a careful reader allows, with its quote unless it is unclear."""
    stance = _answer(gathered, file).stance
    assert stance.value in get_args(Stance)
    assert stance.value in gold["responses"][file]["stance"]
    assert bool(stance.quote) == (stance.value != "unclear")
    if stance.place:
        assert stance.place.file == file


def test_every_fact_stands_on_its_line(gathered: Gathered, motion: Motion, shared: Path) -> None:
    """Each stated fact's first word is found, as it stood before restoration, on the line its place names."""
    lines = {
        path.name: path.read_text(encoding="utf-8").split("\n") for path in sorted((shared / "seeds").glob("*.txt"))
    }
    facts = [*motion.deadlines, *motion.titles, *motion.referral_lists]
    for answer in gathered.archive.responses:
        facts += [*answer.diary_numbers, *answer.cited_numbers, *answer.attachments]
        facts += [fact for fact in (answer.prepared_by, answer.proposed_decision) if fact]
    for fact in facts:
        assert fact.place is not None
        assert fact.place.line is not None
        assert fact.quote
        if fact.place.file != DAMAGED and fact not in motion.deadlines and fact not in motion.referral_lists:
            written = lines[fact.place.file][fact.place.line - 1]
            assert fact.value.split()[0] in written, (fact.value, fact.place)


# --- the text -----------------------------------------------------------------------------------------------------


def test_page_furniture_leaves_the_text(gathered: Gathered) -> None:
    """No passage holds a page number, Word's line about a broken field, or an empty text."""
    for answer in gathered.archive.responses:
        for passage in answer.passages:
            assert "Sida 2" not in passage.text
            assert "Error!" not in passage.text
            assert passage.text.strip()


def test_a_name_keeps_its_hyphen_over_a_line_end(gathered: Gathered) -> None:
    """A body's double name that the line breaks at its hyphen is put together with the hyphen."""
    text = " ".join(passage.text for passage in _answer(gathered, ANSWERS[3]).passages)
    assert "Hägersten-Liljeholmens" in text


def test_lost_letters_are_restored(shared: Path) -> None:
    """At least 99.5 % of the damaged document's words come out right, and no word of the other four is changed."""
    documents = []
    for one in files.walk(shared / "seeds"):
        data = files.content_of(one)
        assert data is not None
        document = read(one.file, one.sha256, data).document
        assert document is not None
        documents.append(document)
    for before, after in zip(documents, restore(documents), strict=True):
        if before.file != DAMAGED:
            assert [line.text for line in after.lines] == [line.text for line in before.lines]
            assert after.restored_words == 0
            continue
        right = (shared / "gold" / "001_restored.txt").read_text(encoding="utf-8").split()
        made = " ".join(line.text for line in after.lines).split()
        assert len(made) == len(right)
        assert sum(one == other for one, other in zip(made, right, strict=True)) >= SAME_WORDS * len(right)


def test_a_restored_word_remembers_what_stood_there(gathered: Gathered, shared: Path) -> None:
    """Each restored word of a passage names letters that stand in the source."""
    source = (shared / "seeds" / DAMAGED).read_text(encoding="utf-8")
    marks = [(passage, mark) for passage in _answer(gathered, DAMAGED).passages for mark in passage.restored]
    assert len(marks) > 100
    for passage, mark in marks:
        assert mark.original in source
        assert passage.text[mark.start : mark.end] != mark.original or not mark.sure
