"""Where an answer stands, on answers of our own making; how each file of them came about stands at its top."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Draft, Status
from generator.parse.stances import FORMULAS, stances_in
from generator.parse.stances.numbering import heading_number, numbers
from tests.cases import draft_of

FILES = ("tuned", "kept", "later", "last", "fresh")
ANSWERS = Path(__file__).parent / "answers"
TITLE = "Yttrande över motion om en isbana\n"
OVER = {
    "d": f"{TITLE}Förslag till beslut\n",
    "b": f"{TITLE}Beslut\n",
    "s": f"{TITLE}Förvaltningens bedömning\n",
    "w": "",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a file: where its words stand ("d", "b", "s" or "w"), what is to be read, and its words."""

    line: int
    form: str
    expected: str
    text: str

    @property
    def draft(self) -> Draft:
        """What is read out of it."""
        return draft_of(OVER[self.form] + self.text)


def _answers(file: str) -> Iterator[Answer]:
    head: tuple[int, str, str] | None = None
    words: list[str] = []
    for number, line in enumerate((ANSWERS / file).read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("= "):
            if head:
                yield Answer(*head, "\n".join(words).strip())
            form, _, expected = line.removeprefix("= ").partition(" ")
            head, words = (number, form, expected.strip()), []
        elif not line.startswith("#"):
            words.append(line)
    if head:
        yield Answer(*head, "\n".join(words).strip())


EVERY = tuple(pytest.param(one, id=f"{file}:{one.line}") for file in FILES for one in _answers(f"{file}.txt"))


def _said(draft: Draft) -> str:
    numbered = sorted(draft.demand_stances, key=lambda one: (one.demand == 0, one.demand))
    said = "; ".join([draft.stance.value, *(f"{one.demand} {one.stance.value}" for one in numbered)])
    return f"{said} > {draft.forwards.value}" if draft.forwards else said


@pytest.mark.parametrize("answer", EVERY)
def test_an_answer_is_read_as_a_careful_reader_reads_it(answer: Answer) -> None:
    """Stance, stands on demands by number and what is sent on are those that stand over each answer."""
    assert _said(answer.draft) == answer.expected


@pytest.mark.parametrize("answer", EVERY)
def test_every_stand_is_quoted(answer: Answer) -> None:
    """A stance that is read has words of the document for its quote, and the place where they stand; "unclear" has neither."""
    draft = answer.draft
    whole = " ".join(line.text for line in draft.document.lines)
    for fact in (draft.stance, *(one.stance for one in draft.demand_stances)):
        if fact.value == "unclear":
            assert (fact.quote, fact.place, fact.passage) == ("", None, "")
        else:
            assert all(" ".join(piece.split()) in " ".join(whole.split()) for piece in fact.quote.split(" … "))
            assert fact.place


def test_words_that_fall_short_of_a_stance_are_inferred() -> None:
    """To have nothing against a motion is read as support, and said to be inferred; "tillstyrker" is stated."""
    weak = draft_of(f"{OVER['d']}Nämnden har inget att erinra mot motionen.").stance
    plain = draft_of(f"{OVER['d']}Nämnden tillstyrker motionen.").stance
    assert (weak.value, weak.status) == ("support", Status.INFERRED)
    assert (plain.value, plain.status) == ("support", Status.STATED)


def test_a_party_s_words_that_became_the_decision_are_quoted_with_it() -> None:
    """A stance that rests on a yrkande which the board sent on is inferred, and quotes the decision and the yrkande."""
    draft = draft_of(
        "Protokollsutdrag\nSocialnämnden 2024-01-16\n§ 3 Yttrande över motion om fältassistenter\nBeslut\n"
        "Socialnämnden översänder yrkandet från S och V som eget yttrande.\nYrkande från S och V\nVi avstyrker motionen.\n"
    )
    assert (draft.stance.value, draft.stance.status) == ("reject", Status.INFERRED)
    assert "översänder yrkandet" in draft.stance.quote
    assert draft.stance.quote.endswith("Vi avstyrker motionen.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("första och tredje att-satsen", (1, 3)),
        ("yrkande 1–3", (1, 2, 3)),
        ("punkterna 1, 2 och 4", (1, 2, 4)),
        ("de två första förslagen", (1, 2)),
        ("motionen i övrigt", (0,)),
        ("förslag nummer två", (2,)),
        ("2:a att-satsen", (2,)),
        ("punkt 3 i verksamhetsplanen", ()),
        ("kommunstyrelsens förslag 1", ()),
        ("yrkande 2 000 kronor", ()),
        ("motionen", ()),
    ],
)
def test_demands_are_pointed_out_by_number(text: str, found: tuple[int, ...]) -> None:
    """Numbers in figures, words and intervals point out the motion's demands; those of other papers point out none."""
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Att-sats 1", (1, "")),
        ("Yrkande 2: fler bryggor", (2, "fler bryggor")),
        ("Andra att-satsen", (2, "")),
        ("2. Ärendet", None),
        ("Att-sats 1 avstyrks", None),
    ],
)
def test_headings_of_demands(text: str, found: tuple[int, str] | None) -> None:
    """A heading that is a demand's number stands over what is said of it; a sentence or another number does not."""
    assert heading_number(text) == found


def test_stances_of_a_sentence_have_their_offset() -> None:
    """Each stance of a sentence comes with the offset of the word that takes it, and demands that differ make "partly"."""
    assert stances_in("Nämnden avstyrker motionen.") == (("reject", 8),)
    assert [value for value, _ in stances_in("Yrkande 1 bifalls och yrkande 2 avslås.")] == ["partly"]
    assert stances_in("Nämnden avstyrker inte motionen.") == ()


def test_every_formula_is_met_by_an_answer() -> None:
    """Each stance that the table of formulas knows is the stance of at least one of the answers."""
    answers = [one for file in FILES for one in _answers(f"{file}.txt")]
    met = {one.expected.split(";")[0].split(" ")[0] for one in answers}
    assert {formula.stance for formula in FORMULAS} <= met


@settings(max_examples=150)
@given(st.text(alphabet="avstykrmoinebdflåsäö 12.,;:–\n()SVtpuj", max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    """Whatever stands in a decision, a stance comes back, and none of the stands points outside the text."""
    assert all(0 <= at < len(text) for _, at in stances_in(text))
    assert draft_of(OVER["d"] + text).stance.value
