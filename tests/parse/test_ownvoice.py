"""Whose a party's paper is where only its text says so."""

from __future__ import annotations

import pytest

from generator.model import Status
from tests.parse.test_decisions import read

HEAD = "Kommunstyrelsen\nYttrande\n2031-05-03\nÄrende 7\n\nYttrande angående motion av Bo Alm (L) om fler bänkar\n\nYttrandet\n\n"


@pytest.mark.parametrize(
    "text",
    ["Vänsterpartiet delar inte nämndens bedömning att bänkarna räcker. Vi vill ha fler.", "Sverigedemokraterna ställer sig bakom motionen om bänkar. Det behövs fler."],
)
def test_a_party_that_speaks_in_its_paper_is_whose_it_is(text: str) -> None:
    """The one party that takes a stand in its own voice is inferred to be whose the paper is, with its sentence."""
    made = read(HEAD + text, "statement").parties
    assert made is not None
    assert (made.value, made.status) == (text.split(maxsplit=1)[0], Status.INFERRED)
    assert text.split(".", maxsplit=1)[0] in made.quote


@pytest.mark.parametrize(
    "text",
    [
        "Liberalerna vill se fler bänkar i parken. Vi tycker att de räcker.",
        "Vänsterpartiet ser med oro på att Liberalerna vill ha färre bänkar.",
        "Vänsterpartiets motion tar upp en viktig fråga. Vi delar inte slutsatsen.",
        "Motionen från Vänsterpartiet bifalles. Bänkarna är för få.",
        "Vi delar bilden av att bänkarna är för få.",
    ],
)
def test_a_party_that_is_spoken_of_is_not_whose_the_paper_is(text: str) -> None:
    """The party that filed the motion, one beside another, one in the genitive and one that is only mentioned make nothing."""
    assert read(HEAD + text, "statement").parties is None
