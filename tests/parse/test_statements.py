"""A party's paper is known by its letterhead, and a board's answer is not taken for one."""

from __future__ import annotations

import pytest

from generator.model import Document, Line
from generator.parse import parse
from generator.parse.statements import letterhead
from tests.bundled import STATEMENT, bundle
from tests.cases import draft_of

TITLE = "\n\nYrkande angående motion om en lekplats\n\nVi tycker att lekplatsen behövs."


@pytest.mark.parametrize(
    ("head", "kind", "parties", "date"),
    [
        ("Kommunstyrelsen\n\nYrkande          (V, MP, S)\n\n2021-11-18", "yrkande", "V, MP, S", "2021-11-18"),
        ("Kommunstyrelsen\n\nYttrande   S, V, MP 2021-12-13", "yttrande", "S, V, MP", "2021-12-13"),
        ("Yttrande\nVänsterpartiet och Miljöpartiet de gröna", "yttrande", "Vänsterpartiet och Miljöpartiet de gröna", None),
        ("Reservation (SD)\nSkolnämnden", "reservation", "SD", None),
        ("Tilläggsyrkande\n(L) (M)\n2021-02-03   Ärende 4.1", "yrkande", "L, M", "2021-02-03"),
        ("Kommunstyrelsen\n\nReviderat yrkande (Miljöpartiet, Vänsterpartiet)", "yrkande", "Miljöpartiet, Vänsterpartiet", None),
        ("Protokollsanteckning från C och KD", "protokollsanteckning", "C och KD", None),
        ("Yrkande   Moderaterna Särskilt yttrande   Liberalerna", "yrkande", "Moderaterna Särskilt yttrande Liberalerna", None),
        ("Särskilt yttrande\nFi, VägV", "yttrande", "Fi, VägV", None),
        ("Yrkande\n(M)\nReviderat 2021-05-01\n2021-04-29", "yrkande", "M", "2021-04-29"),
        ("Yttrande (M)\n2021-11-XX", "yttrande", "M", None),
    ],
)
def test_a_letterhead_with_parties_is_a_statement(head: str, kind: str, parties: str, date: str | None) -> None:
    """The kind, the parties as they are written and the date are read from the letterhead of a party's paper."""
    draft = draft_of(head + TITLE)
    assert (draft.kind, draft.statement, draft.parties.value if draft.parties else None) == ("statement", kind, parties)
    assert (draft.date.value if draft.date else None) == date


@pytest.mark.parametrize(
    "head",
    [
        "Yttrande över motion om en lekplats\n\nSkolnämnden avstyrker motionen.",
        "Yttrande\n\nSkolnämnden avstyrker motionen om en lekplats.",
        "Yttrande   KS 2019/1899\n\nSkolnämnden avstyrker motionen.",
        "Skolnämnden\nYttrande   2021-05-04\n\nNämnden avstyrker motionen om en lekplats.",
        "Yrkandet från V avslogs.\n\nSkolnämnden avstyrker motionen.",
    ],
)
def test_without_parties_it_is_no_statement(head: str) -> None:
    """A paper that calls itself yttrande and names no party is not a party's."""
    assert draft_of(head).kind != "statement"


def test_a_statement_takes_no_stand_as_a_body() -> None:
    """A party's "yttrande" in a bundle is a statement with no type, no stance and no proposed decision of a body's."""
    (part,) = bundle([("statement", STATEMENT + "\n\nVi avstyrker motionen.")])
    draft = parse(part)
    assert (draft.kind, draft.document_type, draft.stance.value, draft.proposed_decision) == ("statement", None, "unclear", None)


def test_a_part_without_a_known_word_is_left_open() -> None:
    """A part that opened as a party's paper but says none of the four words is nothing known."""
    (part,) = bundle([("statement", "Skrivelse från partierna\n\nVi tycker att hamnen är fin.")])
    assert parse(part).kind == "unknown"


def test_a_note_in_the_minutes_is_no_statement() -> None:
    """A sentence of the minutes that tells of a party's paper is not that paper."""
    (part,) = bundle([("statement", "Protokollsanteckning Anna Ek (L) lämnar ett yttrande. Se bilaga 3.\n\nVid protokollet\n\nBo Alm")])
    assert parse(part).kind == "unknown"


def test_an_agenda_number_is_no_diary_number() -> None:
    """The matter's place on an agenda ("Ärende nr 31") is not read as a diary number; a number with its year is."""
    (part,) = bundle([("statement", "Kommunstyrelsen\n\nYrkande  (M)  Ärende nr 31\n\nÄrendenummer KST-2021-00045\n\nYrkande om en isbana")])
    assert [fact.value for fact in parse(part).diary_numbers] == ["KST-2021-00045"]


def test_a_partys_own_letterhead_says_whose_the_paper_is() -> None:
    """A party's name alone over the word Yttrande is whose the paper is, with the place of its branch left out."""
    lines = ("Vänsterpartiet i Sjövik   Dnr KS 2030/77", "Yttrande", "2031-04-20", "Yttrande angående motion om badtåg", "Vi säger ja.")
    document = Document("a.pdf", "0" * 64, "application/pdf", tuple(Line(number, text, 1) for number, text in enumerate(lines, 1)))
    made = letterhead(document)
    assert made is not None
    assert made.parties is not None
    assert (made.kind, made.parties.value, made.parties.quote) == ("yttrande", "Vänsterpartiet", "Vänsterpartiet i Sjövik")
