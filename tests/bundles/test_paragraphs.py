"""A whole protocol → its paragraphs."""

from __future__ import annotations

from generator.bundles import split
from generator.model import Document
from generator.parse import parse
from tests.parse.made import line, unpaged

PROTOCOL = """Ekby kommun
Kommunfullmäktige                Sammanträdesprotokoll
                                 2031-05-06

Innehåll
§ 40 Upprop ........ 2
§ 41 Motion om bänkar ........ 3
§ 43 Motion om skridskobana ........ 5

§ 40

Upprop

Beslut

Uppropet godkänns.

§ 41  KS 2030/114

Svar på motion av Anna Ek (V) om fler bänkar

Beslut

Motionen avslås.

Tidigare behandling

Bordlagt den 3 mars 2031,
§ 42, och den 4 april 2031.

§ 42  KS 2031/9

Detaljplan för Sjövik

Beslut

Kommunfullmäktige antar planen.

§ 43  KS 2030/200

Motion av Bo Alm (MP) om en skridskobana

Beslut

Ärendet återremitteras till kommunstyrelsen.
"""


def document(text: str) -> Document:
    """A text as its reader delivers it."""
    return unpaged(*(line(one) for one in text.split("\n")))


def test_each_paragraph_about_a_motion_is_a_document_of_its_own() -> None:
    """The paragraphs on motions are parts, what stands between them is kept together, and no line is lost."""
    whole = document(PROTOCOL)
    parts = split(whole)
    assert [one.part.kind for one in parts if one.part] == ["other", "minutes", "other", "minutes"]
    assert [held for one in parts for held in one.lines] == list(whole.lines)


def test_every_paragraph_knows_whose_and_when() -> None:
    """The body and the day of the protocol hold for its paragraphs; the other matters are nothing of the archive's."""
    drafts = [parse(one) for one in split(document(PROTOCOL))]
    assert [draft.kind for draft in drafts] == ["unknown", "response", "unknown", "response"]
    decided = [draft for draft in drafts if draft.kind == "response"]
    assert [draft.date.value if draft.date else None for draft in decided] == ["2031-05-06", "2031-05-06"]
    assert [[(one.stage, one.outcome) for one in draft.decisions][-1] for draft in decided] == [("council", "rejected"), ("council", "referred-back")]


def test_one_paragraph_alone_is_not_cut() -> None:
    """An extract with one paragraph stays one document, whatever paragraphs it refers to."""
    extract = "Kommunfullmäktige\nProtokoll 2031-05-06\n\n§ 41 Motion om bänkar\n\nBeslut\n\nMotionen avslås.\n\nBordlagt den 3 mars,\n§ 42, och den 4 april.\n"
    (only,) = split(document(extract))
    assert only.part is None


def test_the_protocol_of_a_board_that_was_asked_is_left_alone() -> None:
    """Minutes of a board that does not settle the matter are not cut into paragraphs here."""
    assert len(split(document(PROTOCOL.replace("Kommunfullmäktige  ", "Tekniska nämnden  ").replace("Kommunfullmäktige antar", "Nämnden antar")))) == 1


def test_paragraphs_in_short_form_keep_their_numbers_apart() -> None:
    """A paragraph that only says what is settled ends the one before it, and its number is not that of the next."""
    text = """Ekby kommun
Kommunfullmäktige
Sammanträdesprotokoll 2031-05-06

§ 7
Svar på interpellation om snöröjning
Dnr KS 2031/70
Interpellationen anses besvarad.

§ 8
Motion om fler bänkar
Dnr KS 2030/114

Beslut
Kommunfullmäktige beslutar att avslå motionen.

§ 9
Motion om en lekplats
Dnr KS 2030/220
Motionen bifalls.
"""
    drafts = [parse(one) for one in split(document(text))]
    found = [[fact.value for fact in draft.diary_numbers if fact.of == "case"] for draft in drafts if draft.kind == "response"]
    assert found == [["KS 2030/114"], ["KS 2030/220"]]
