"""Of every line of a document it can be said what it became."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Document, Draft, Line
from generator.parse import RULES
from generator.parse.fates import fates
from generator.parse.layout import Block
from generator.parse.reading import read_layout
from tests.cases import document
from tests.parse.made import line, unpaged
from tests.parse.test_rules import TEXTS


def _fates(made: Document) -> tuple[Draft, list[tuple[Block, str]]]:
    reading = read_layout(made)
    draft = Draft(made)
    for rule in RULES:
        draft = rule(reading, draft)
    return draft, list(fates(reading, draft))


def _told(made: Document) -> list[str]:
    return [f"{fate or '?'} | {block.text}" for block, fate in _fates(made)[1]]


def test_each_piece_is_told() -> None:
    """Facts, headings, text, tables, notes, signatures, attachments and furniture are each named as what they are."""
    told = _told(
        unpaged(
            line("Dnr KUN 2021/44", "header"),
            line("Yttrande över motion om en isbana", opens=True),
            line("Bakgrund", "heading", level=1, opens=True),
            line("Nämnden avstyrker motionen¹ i sin helhet.", opens=True),
            line("¹ Från maj.", "note"),
            line("År | Kostnad", "row", level=1),
            line("Bilagor", "heading", level=1, opens=True),
            line("1. Motionen", "item", opens=True),
            line("Karin Holm", opens=True),
            line("Kulturdirektör", opens=True),
        )
    )
    assert told == [
        "fact | Yttrande över motion om en isbana",
        "heading | Bakgrund",
        "passage | Nämnden avstyrker motionen¹ i sin helhet.",
        "note | ¹ Från maj.",
        "table | År\tKostnad",
        "attachment | Bilagor",
        "attachment | 1. Motionen",
        "signature | Karin Holm Kulturdirektör",
        "furniture:sidhuvud | Dnr KUN 2021/44",
    ]


def test_pieces_of_one_line_have_anchors_of_their_own() -> None:
    """Two items that a source sets on one line, and that begin alike, are two passages with two anchors."""
    begins = "Nämnden föreslås säkerställa att förvaltningen "
    made = unpaged(
        line("Bedömning", "heading", level=1, opens=True),
        line(f"{begins}mäter buller.", "item", opens=True),
        line(f"{begins}planterar träd.", "item", opens=True),
    )
    first, second = made.lines[-2:]
    made = replace(made, lines=(*made.lines[:-1], replace(second, number=first.number)))
    anchors = [passage.id for section in _fates(made)[0].sections for passage in section.passages]
    assert len(anchors) == len(set(anchors)) == 2


def test_what_stands_beside_a_fact_stays_text() -> None:
    """Of two columns of a letterhead the one that became a fact is that, and the other is still there to read."""
    told = _told(document("Yttrande över motion om en isbana\n2021-05-03      Rummet Bojen\n\nBakgrund\nNämnden avstyrker motionen."))
    assert told[1:3] == ["fact | 2021-05-03", "passage | Rummet Bojen"]


def test_text_after_a_list_of_attachments_is_text() -> None:
    """A paragraph that follows on the list of attachments is no attachment, and is there to read."""
    paragraph = "Föreningarna i Ekvik har länge velat ha en ny isbana vid hamnen, och kommunen har nu prövat frågan två gånger. " * 2
    told = _told(document(f"Yttrande över motion om is\n\nBakgrund\nNämnden avstyrker motionen.\n\nBilagor\n1. Motionen\n\n{paragraph}"))
    assert f"passage | {paragraph.strip()}" in told


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["dokument.txt", "dokument.md"]))
def test_no_line_is_lost(text: str, file: str) -> None:
    """Every line with text is in a block, every block became something, and its letters stand where it is said."""
    if not text.strip():
        return
    try:
        made = document(text, file)
    except AssertionError:
        return  # the readers refused it, which is theirs to do
    draft, told = _fates(made)
    held = {(one.page, one.number) for block, _ in told for one in block.lines}
    assert {(one.page, one.number) for one in made.lines if one.text.strip()} <= held
    assert all(fate for _, fate in told)
    shown = {passage.text for section in draft.sections for passage in section.passages}
    assert all(block.text in shown for block, fate in told if fate in {"passage", "table", "note"})


STYLES = st.sampled_from(["text", "text", "heading", "item", "row", "note", "header", "footer"])
LINES = st.lists(
    st.tuples(st.sampled_from(["Nämnden¹ avstyrker motionen.", "Bakgrund", "¹ Not", "Karin Holm", "Direktör", "a | b", "att bygga", "3", "Bilagor"]), STYLES, st.sampled_from([True, False, None])),
    max_size=20,
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.integers(1, 5))
def test_no_line_of_a_knowing_reader_is_lost(found: list[tuple[str, str, bool | None]], height: int) -> None:
    """Whatever a reader says of styles, paragraphs and pages, every line is in a block and every block became something."""
    lines = tuple(
        Line(index % height + 1, text.replace(" | ", "\t") if style == "row" else text, index // height + 1, style, opens=opens)  # type: ignore[arg-type]
        for index, (text, style, opens) in enumerate(found)
    )
    _, told = _fates(Document("svar.pdf", "0" * 64, "application/pdf", lines))
    held = [(one.page or 0, one.number) for block, _ in told for one in block.lines]
    assert {*held} == {(one.page or 0, one.number) for one in lines}
    assert all(fate for _, fate in told)
