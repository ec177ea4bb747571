"""One text in two formats: a letter as PDF and its Word twin with changes, comments and hidden words say the same."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from generator.model import Document, Draft
from generator.parse import parse
from generator.readers import docx, pdf
from tests.letter_text import ANSWER, Letter, Piece
from tests.letters import Style, letter_pdf
from tests.word import letter

SHA = "0" * 64
STYLES = (
    Style(),
    Style(justified=True),
    Style(indented=True, size=12.0),
    Style(font="Helvetica", bold="Helvetica-Bold", size=10.0, numbered=False),
)


def _draft(document: Document | None) -> Draft:
    assert document is not None
    return parse(document)


def _from_pdf(content: Letter, style: Style) -> Draft:
    return _draft(pdf.read("svar.pdf", SHA, letter_pdf(content, style)).document)


def _from_word(content: Letter) -> Draft:
    return _draft(docx.read("svar.docx", SHA, letter(content)).document)


def _sections(draft: Draft) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [(one.kind, one.heading, [(passage.style, passage.text) for passage in one.passages]) for one in draft.sections]


def _mixed(seed: int) -> Letter:
    """A letter of the same pieces in another order, each section as a whole."""
    sections: list[list[int]] = []
    for index, piece in enumerate(ANSWER.pieces):
        if piece.sort == "heading":
            sections.append([])
        sections[-1].append(index)
    random.Random(seed).shuffle(sections)  # noqa: S311  # the same order every time
    return replace(ANSWER, pieces=tuple(ANSWER.pieces[index] for section in sections for index in section))


@pytest.mark.parametrize("style", STYLES, ids=["vanlig", "rakt", "indrag", "grotesk"])
def test_pdf_and_word_give_the_same_passages(style: Style) -> None:
    """However the PDF is set, its sections and passages are those of the Word twin, word for word."""
    assert _sections(_from_pdf(ANSWER, style)) == _sections(_from_word(ANSWER))


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_the_sections_makes_no_difference(seed: int) -> None:
    """Where pages break in other places, PDF and Word still give the same passages."""
    content = _mixed(seed)
    assert _sections(_from_pdf(content, Style())) == _sections(_from_word(content))


def test_pdf_and_word_give_the_same_facts() -> None:
    """Kind, numbers, titles, date, sender, proposed decision and signatures are the same from both."""

    def facts(draft: Draft) -> list[object]:
        return [
            draft.kind,
            draft.document_type,
            draft.stance.value,
            draft.stance.quote,
            [(fact.value, fact.of) for fact in draft.diary_numbers],
            [fact.value for fact in draft.titles],
            draft.date and draft.date.value,
            draft.prepared_by and draft.prepared_by.value,
            draft.proposed_decision and draft.proposed_decision.value,
            [clue.mention.full for clue in draft.senders],
            [(one.name, one.title) for one in draft.signatories],
        ]

    assert facts(_from_pdf(ANSWER, Style())) == facts(_from_word(ANSWER))


MOTION = Letter(
    header="Lindsala kommunfullmäktige",
    footer="Inlämnad 2031-02-11",
    opening=("Till kommunfullmäktige",),
    title="Motion om kvällsöppna simhallar",
    pieces=(
        Piece(
            "text",
            "Simhallen stänger klockan sex. Den som arbetar på dagen hinner inte dit.¹ Så har det varit sedan hallen byggdes, och "
            "föreningarna har bett om kvällstider i många år.",
            note="Öppettiderna gäller vintern 2030.",
        ),
        Piece("heading", "Vårt förslag"),
        Piece("text", "Vi föreslår därför kommunfullmäktige besluta"),
        Piece("item", "1. att hålla simhallen öppen till klockan nio två kvällar i veckan,"),
        Piece("item", "2. att fråga föreningarna vilka kvällar som passar dem."),
    ),
    signatures=(("Tyra Hallgren", "(C)"), ("Malte Ekbom", "(S)")),
)


@pytest.mark.parametrize("style", STYLES, ids=["vanlig", "rakt", "indrag", "grotesk"])
def test_a_motions_movers_stand_side_by_side(style: Style) -> None:
    """Each mover of a motion on one page has the party that stands straight below the name, and the demands are two."""
    draft = _from_pdf(MOTION, style)
    assert draft.kind == "motion"
    assert [(one.name, one.party) for one in draft.proposers] == [("Tyra Hallgren", "C"), ("Malte Ekbom", "S")]
    assert len(draft.demands) == 2
    # On one page only a page number shows that the line it ends is a header.
    assert not style.numbered or "Lindsala kommunfullmäktige" not in " ".join(passage.text for one in draft.sections for passage in one.passages)
