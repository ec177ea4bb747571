"""What parties said inside a body's own paper."""

from __future__ import annotations

import pytest

from generator.model import Remark
from generator.parse import parse
from tests.parse.made import line, unpaged

HEAD = "Kulturnämnden\nProtokollsutdrag 2031-05-03\n\n§ 4 Yttrande över motion om fler bänkar\n\nBeslut\n\nKulturnämnden avstyrker motionen.\n\n"


def remarks(text: str) -> list[Remark]:
    """The remarks of an answer's minutes that go on with ``text``."""
    draft = parse(unpaged(*(line(one) for one in f"{HEAD}{text}".split("\n"))))
    assert draft.stance.value == "reject"
    return list(draft.remarks)


@pytest.mark.parametrize(
    ("text", "kind", "by"),
    [
        ("Reservation\n\nLedamöterna från SD reserverar sig mot beslutet.", "reservation", "SD"),
        ("Anna Ek (V) reserverar sig mot beslutet till förmån för eget yrkande.", "reservation", "Anna Ek (V)"),
        ("Mot beslutet reserverar sig Anna Ek (V) till förmån för eget yrkande.", "reservation", "Anna Ek (V)"),
        ("Vänsterpartiet reserverar sig mot beslutet.", "reservation", "Vänsterpartiet"),
        ("Yrkanden\n\nAnna Ek (V) och Bo Alm (MP) yrkar bifall till motionen.", "yrkande", "Anna Ek (V) och Bo Alm (MP)"),
        ("Yrkanden\n\nOrdföranden Per Sten (S): Bifall till förvaltningens förslag.", "yrkande", "Per Sten (S)"),
        ("Representanterna från M, L och KD antecknade som yttrande ett papper som de lade fram.", "yttrande", "M, L och KD"),
        ("Särskilt uttalande\n\nMiljöpartiet anser att bänkarna behövs.", "yttrande", "Miljöpartiet"),
        ("Protokollsanteckning (L)\n\nPartiet har drivit frågan länge.", "protokollsanteckning", "L"),
    ],
)
def test_a_partys_word_is_told_with_whose_it_is(text: str, kind: str, by: str) -> None:
    """Reservations, motions, statements and notes are read under headings and in sentences, and none is the body's stance."""
    (made,) = remarks(text)
    assert (made.kind, made.by) == (kind, by)
    assert made.quote in text


@pytest.mark.parametrize("text", ["Cecilia Lund (C) deltar inte i beslutet.", "Reservation\n\nCecilia Lund (C) deltar inte i beslutet."])
def test_taking_no_part_is_no_reservation(text: str) -> None:
    """Whoever takes no part in the decision has reserved nothing."""
    assert remarks(text) == []
