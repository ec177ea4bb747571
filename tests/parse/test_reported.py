from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Draft, Line, Part, Place, Reported, Stance
from generator.parse import parse
from generator.parse.tableheads import columns_of
from generator.parse.verdicts import verdict
from tests.parse.made import line, unpaged

OPENING = ("Tjänsteutlåtande", "Svar på motion av Åsa Holm (V) om mer sång i parkerna")
ASKED = "Motionen har remitterats för yttrande till kulturnämnden, tekniska nämnden, nämnden för odling och trädgård och Granviks Hamn AB."


def prepared(*lines: Line | str, kind: str = "office-statement") -> Draft:
    """What a statement that prepares the matter says, with these lines after its opening."""
    made = [line(one) if isinstance(one, str) else one for one in (*OPENING, line("Beredning", "heading"), *lines)]
    document = unpaged(*[one if one.style != "text" else replace(one, opens=True) for one in made])
    place = Place(document.file, None, 1)
    part = Part(2, kind, place, place, "Tjänsteutlåtande")  # type: ignore[arg-type]
    return parse(replace(document, part=part))


def table(*rows: str) -> list[Line]:
    """The rows of one table, their cells parted by a bar."""
    return [line(row, "row", level=1) for row in rows]


def stands(draft: Draft) -> list[tuple[str, Stance]]:
    """Who is told to stand where."""
    return [(one.mention.full, one.value) for one in draft.reported]


def by_name(draft: Draft) -> dict[str, Reported]:
    """What is told of each body."""
    return {one.mention.full: one for one in draft.reported}


def test_each_row_is_what_one_body_answered() -> None:
    """A row gives the body, its stance, the words that state it, the comment and the row itself, at its place in the table."""
    draft = prepared(
        ASKED,
        *table(
            "Remissinstans | Beslut | Kommentar",
            "Kulturnämnden | Tillstyrker | Nämnden ser sång som folkbildning.",
            "Granviks Hamn AB | Avstyrker Översänder bolagets skrivelse som eget yttrande. Yrkande S | Kajen är ingen scen.",
        ),
    )
    told = by_name(draft)
    assert stands(draft) == [("Kulturnämnden", "support"), ("Granviks Hamn AB", "reject")]
    one = told["Granviks Hamn AB"]
    assert (one.words, one.comment) == ("Avstyrker", "Kajen är ingen scen.")
    passage = next(passage for section in draft.sections for passage in section.passages if passage.style == "table")
    assert one.passage == passage.id
    assert one.quote in passage.text
    assert one.place.line == 7


@pytest.mark.parametrize(
    "head",
    [
        "Remissinstans | Beslut | Kommentar",
        "Nämnd/bolag | Ställningstagande | Motivering",
        "Instans | Hållning | Synpunkter",
        "Nämnd eller styrelse | Tillstyrker/avstyrker | Sammanfattning",
        "Bolag | Inställning | Övrigt",
        "Remissinstanser: | Svar: | Skäl:",
    ],
)
def test_the_head_may_have_other_words(head: str) -> None:
    """A table is known by a column of bodies and one of decisions, whatever they are called."""
    assert stands(prepared(*table(head, "Kulturnämnden | Avstyrker | Nej tack."))) == [("Kulturnämnden", "reject")]


def test_columns_may_stand_in_another_order() -> None:
    """What each column holds is told by its head."""
    draft = prepared(*table("Kommentar | Nämnd | Svar", "Sången är vacker. | Kulturnämnden | Tillstyrker"))
    assert stands(draft) == [("Kulturnämnden", "support")]
    assert draft.reported[0].comment == "Sången är vacker."


def test_a_table_of_something_else_tells_nothing() -> None:
    """A table of costs names boards too, and says nothing of where they stand."""
    assert prepared(*table("Nämnd | Kostnad | År", "Kulturnämnden | 200 | 2031")).reported == ()
    assert columns_of(("Nämnd", "Kostnad", "År")) is None


def test_a_table_without_a_head_counts_where_every_row_says_where_a_body_stands() -> None:
    """Bodies in the first column and stances in the second are enough; one row of another sort, and nothing is read."""
    rows = ["Kulturnämnden | Avstyrker", "Tekniska nämnden | Anses besvarad"]
    assert stands(prepared(*table(*rows))) == [("Kulturnämnden", "reject"), ("Tekniska nämnden", "considered-answered")]
    assert prepared(*table(*rows, "Kostnad | 200 000 kronor")).reported == ()


def test_a_row_that_goes_on_is_one_row() -> None:
    """A row whose first cell is empty goes on with the one before, and a head that a page repeats is no row."""
    draft = prepared(
        *table(
            "Remissinstans | Beslut | Kommentar",
            "Kulturnämnden | Avstyrker | Nämnden ser",
            "Remissinstans | Beslut | Kommentar",
            " | Yrkande M | ingen nytta.",
        )
    )
    assert stands(draft) == [("Kulturnämnden", "reject")]
    assert draft.reported[0].comment == "Nämnden ser ingen nytta."


def test_a_cell_may_name_several_bodies() -> None:
    """Each body of a cell gets the row's stance; a name that holds "och" is one body."""
    draft = prepared(
        *table(
            "Remissinstans | Beslut | Kommentar",
            "Socialnämnd Norr, Socialnämnd Söder | Avstyrker | Nej.",
            "Nämnden för odling och trädgård | Tillstyrker | Ja.",
        )
    )
    assert stands(draft) == [("Socialnämnd Norr", "reject"), ("Socialnämnd Söder", "reject"), ("Nämnden för odling och trädgård", "support")]


def test_a_name_that_is_cut_is_not_read() -> None:
    """Where a cell ends in the middle of a name, nobody can tell whose row it is."""
    assert prepared(*table("Remissinstans | Beslut", "Nämnden för | Avstyrker", "Skol- och | Avstyrker")).reported == ()


@pytest.mark.parametrize(
    ("cell", "comment", "value", "words"),
    [
        ("Avstyrker", "", "reject", "Avstyrker"),
        ("Tillstyrks", "", "support", "Tillstyrks"),
        ("Anses besvarad.", "", "considered-answered", "Anses besvarad."),
        ("Redan tillgodosedd", "", "already-met", "Redan tillgodosedd"),
        ("Tar inte ställning", "", "no-position", "Tar inte ställning"),
        ("Avstår från att ta ställning i ärendet", "", "no-position", "Avstår från att ta ställning i ärendet"),
        ("Avstår från yttrande", "", "declined", "Avstår från yttrande"),
        ("Avböjer", "", "declined", "Avböjer"),
        ("Avstår", "Nämnden avstår från att ta ställning.", "no-position", "Avstår"),
        ("Avstår", "Nämnden avstår från att svara på remissen.", "declined", "Avstår"),
        ("Avstår", "Nämnden har mycket att göra.", "unclear", "Avstår"),
        ("Tillstyrker delvis", "", "partly", "Tillstyrker delvis"),
        ("Tillstyrker förslag 1, avstyrker förslag 2", "", "partly", "Tillstyrker förslag 1, avstyrker förslag 2"),
        ("Tar inte ställning till det första. Avstyrker det andra", "", "unclear", "Tar inte ställning till det första. Avstyrker det andra"),
        ("Avstyrker Yrkande S om bifall", "", "reject", "Avstyrker"),
        ("Tillstyrker och översänder förvaltningens tjänsteutlåtande som eget yttrande.", "", "support", "Tillstyrker"),
        ("Översänder kontorets skrivelse som sitt svar", "Nämnden tillstyrker.", "unclear", "Översänder kontorets skrivelse som sitt svar"),
        ("Avstyrker med reservation för att planen ändras", "", "reject", "Avstyrker med reservation för att planen ändras"),
        ("Tillstyrker inte", "", "unclear", "Tillstyrker inte"),
        ("Yrkande M Omröstning Avstyrker", "", "reject", "Avstyrker"),
        ("Anses besvarad, överlämnas utan eget ställningstagande", "", "considered-answered", "Anses besvarad, överlämnas utan eget ställningstagande"),
        ("Möte den 4 maj", "", "unclear", "Möte den 4 maj"),
    ],
)
def test_a_cell_says_where_a_body_stands(cell: str, comment: str, value: Stance, words: str) -> None:
    """The words of a cell give the stance without what else happened; what they do not state is unclear."""
    said = verdict(cell, comment)
    assert (said.value, said.words) == (value, words)


@pytest.mark.parametrize("cell", ["Inget svar", "Har inte svarat", "Svar saknas", "Inte inkommit", "Ej svarat"])
def test_a_row_without_an_answer_is_a_claim(cell: str) -> None:
    """A row that says that no answer came is told of the body, and is no answer."""
    draft = prepared(*table("Remissinstans | Beslut", f"Kulturnämnden | {cell}", "Tekniska nämnden | Avböjer"))
    assert [(one.mention.full, one.state) for one in draft.body_claims] == [("Kulturnämnden", "silent"), ("Tekniska nämnden", "declined")]
    assert stands(draft) == [("Tekniska nämnden", "declined")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Kulturnämnden avstyrker motionen.", [("Kulturnämnden", "reject")]),
        ("Kulturnämnden och Granviks Hamn AB tillstyrker motionen.", [("Kulturnämnden", "support"), ("Granviks Hamn AB", "support")]),
        ("Kulturnämnden avstyrker motionen medan tekniska nämnden tillstyrker.", [("Kulturnämnden", "reject"), ("tekniska nämnden", "support")]),
        ("Kulturnämnden anser att motionen ska anses besvarad.", [("Kulturnämnden", "considered-answered")]),
        ("Tekniska nämnden tar inte ställning till motionen.", [("Tekniska nämnden", "no-position")]),
        ("Motionen tillstyrks av kulturnämnden och tekniska nämnden.", [("kulturnämnden", "support"), ("tekniska nämnden", "support")]),
        ("Av remissinstanserna avstyrker kulturnämnden motionen.", [("kulturnämnden", "reject")]),
        ("Motionen avstyrks av samtliga utom hamnen.", []),
        ("Kulturnämnden har inte avstyrkt motionen.", []),
        ("Kulturnämnden tillstyrker att scenen målas om.", []),
        ("Om kulturnämnden avstyrker motionen faller frågan.", []),
        ("Nämnden avstyrker motionen.", []),
        ("Länsstyrelsen avstyrker motionen.", []),
        ("Motionären menar att kulturnämnden avstyrker motionen av vana.", []),
        ("Kulturnämnden beskriver sitt arbete och ser gärna mer sång.", []),
    ],
)
def test_a_sentence_tells_of_the_bodies_that_are_its_subject(sentence: str, told: list[tuple[str, Stance]]) -> None:
    """A sentence whose whole subject is bodies that were asked tells where they stand; any other tells nothing."""
    assert stands(prepared(ASKED, sentence)) == told


def test_all_of_those_asked_may_stand_together() -> None:
    """ "Samtliga remissinstanser" are those the paper says were asked, unless one is excepted."""
    every = ["kulturnämnden", "tekniska nämnden", "nämnden för odling och trädgård", "Granviks Hamn AB"]
    assert stands(prepared(ASKED, "Samtliga remissinstanser avstyrker motionen.")) == [(name, "reject") for name in every]
    assert stands(prepared(ASKED, "Samtliga remissinstanser utom hamnen avstyrker motionen.")) == []
    assert stands(prepared("Samtliga remissinstanser avstyrker motionen.")) == []


def test_items_and_headings_name_the_body() -> None:
    """ "Kulturnämnden: avstyrker" in a list, and a section under a body's own name, tell where it stands."""
    assert stands(prepared(ASKED, line("• Kulturnämnden: avstyrker", "item"), line("• Tekniska nämnden – tillstyrker motionen", "item"))) == [
        ("Kulturnämnden", "reject"), ("Tekniska nämnden", "support"),
    ]  # fmt: skip
    draft = prepared(ASKED, line("Kulturnämnden", "heading"), "Nämnden ser sången som viktig. Nämnden tillstyrker motionen.")
    assert stands(draft) == [("Kulturnämnden", "support")]


def test_a_row_goes_before_a_sentence() -> None:
    """What the table says of a body is what is told of it."""
    draft = prepared(ASKED, *table("Remissinstans | Beslut", "Kulturnämnden | Avstyrker"), "Kulturnämnden tillstyrker motionen.")
    assert stands(draft) == [("Kulturnämnden", "reject")]


def test_only_a_paper_that_prepares_the_matter_tells_of_others() -> None:
    """A body's own answer tells of itself; a paper with a table of answers prepares the matter, whatever it is called."""
    rows = table("Remissinstans | Beslut", "Kulturnämnden | Avstyrker")
    assert prepared(ASKED, "Kulturnämnden avstyrker motionen.", kind="answer").reported == ()
    assert prepared(*rows, kind="answer").role == "preparation"
    assert stands(prepared(*rows, kind="board-proposal")) == [("Kulturnämnden", "reject")]


def _plain(*texts: str) -> Draft:
    """What a file of its own says."""
    return parse(unpaged(*[replace(line(text), opens=True) for text in texts]))


def test_a_proposal_to_the_council_that_tells_where_two_stand_prepares_the_matter() -> None:
    """A statement in a file of its own that sums up the answers is no answer; one that tells of nobody else is."""
    opening = (*OPENING, "Förslag till beslut", "Kommunstyrelsen föreslår att kommunfullmäktige avslår motionen.", "Remissinstanser", ASKED)
    summed = _plain(*opening, "Kulturnämnden avstyrker motionen.", "Tekniska nämnden tillstyrker motionen.")
    assert (summed.role, stands(summed)) == ("preparation", [("Kulturnämnden", "reject"), ("Tekniska nämnden", "support")])
    own = _plain("Kulturnämnden", *OPENING, "Förslag till beslut", "Kulturnämnden avstyrker motionen.", "Bakgrund", ASKED)
    assert (own.role, own.reported) == ("answer", ())


def test_a_section_tells_what_a_body_decided_at_its_meeting() -> None:
    """A sentence that says what a body decided at a meeting is its answer, in the section under its own name."""
    draft = prepared(ASKED, line("Kulturnämnden", "heading"), "Kulturnämnden beslutade vid sitt möte den 3 maj 2031 att avstyrka motionen.", "Sång finns redan.")
    assert stands(draft) == [("Kulturnämnden", "reject")]


def test_a_name_alone_on_a_line_ends_the_section_before_it() -> None:
    """What stands under the name of another body asked, heading or not, is not the answer of the body before it."""
    draft = prepared(ASKED, line("Kulturnämnden", "heading"), "Sång finns redan.", "Granviks Hamn AB", "Bolaget avstyrker motionen.")
    assert stands(draft) == [("Granviks Hamn AB", "reject")]


def test_a_stand_on_one_proposal_beside_another_is_not_told_of_the_whole() -> None:
    """A body that rejects one proposal of the motion but likes another is not told to reject the motion."""
    draft = prepared(ASKED, line("Kulturnämnden", "heading"), "Nämnden avstyrker motionens förslag om körer men ser gärna fler scener.")
    assert stands(draft) == []
