"""Names that one case writes in two ways: which are one body, and which stay two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.archive.nearmisses import near_misses
from generator.archive.register import register
from generator.model import Document, Draft, Mention, Place, ReferralList, SenderClue

PLACE = Place("a.txt", None, 1)


def _answer(name: str, asked: Sequence[str] = ()) -> Draft:
    lists = (ReferralList(tuple(Mention(one, one, PLACE) for one in asked), "lista", PLACE),) if asked else ()
    clue = SenderClue(Mention(name, name, PLACE), 3, "dokumenthuvudet", name)
    return Draft(Document("a.txt", "0" * 64, "text/plain", ()), kind="response", senders=(clue,), referrals=lists)


def _office(*asked: str) -> Draft:
    return replace(_answer("Kommunkansliet", asked), role="preparation")


def _found(asked: Sequence[str], *senders: str) -> dict[str, str]:
    drafts = [_office(*asked), *map(_answer, senders)]
    return {key: body.name for key, body in near_misses(register(()), drafts).items()}


@pytest.mark.parametrize(
    ("asked", "sender"),
    [
        ("Nämnden för medborgarsevice", "Nämnden för medborgarservice"),
        ("EHU", "Ekviks Hamn Utveckling AB"),
        ("Miljönämnden", "Miljö- och parknämnden"),
    ],
)
def test_a_near_miss_is_the_one_body_that_it_fits(asked: str, sender: str) -> None:
    """One letter too few, a company's initials and a board's first word mean the only one who answers that they fit."""
    assert list(_found([asked], sender, "Kulturnämnden").values()) == [sender]


@pytest.mark.parametrize(
    ("asked", "senders"),
    [
        ("Miljönämnden", ["Miljö- och parknämnden", "Miljö- och byggnämnden"]),
        ("Skolnämnden", ["Förskolenämnden"]),
        ("Socialnämnden Distrikt 1", ["Socialnämnden Distrikt 2"]),
        ("Miljönämnden", ["Stadsmiljönämnden"]),
        ("EHU", ["Ekviks Hamn AB"]),
        ("Sunds stadsdelsnämnd", ["Lunds stadsdelsnämnd"]),
        ("Miljönämnden", ["Miljö- och parknämnden", "Miljönämnden"]),
    ],
)
def test_what_fits_two_or_nobody_stays_a_body_of_its_own(asked: str, senders: list[str]) -> None:
    """Two that fit, another word, another number, or a paper of its own: the names stay apart."""
    assert _found([asked], *senders) == {}


def test_a_name_in_anothers_place_is_the_other() -> None:
    """A list that is the office's but for one name, which begins alike, means the one that it lacks."""
    office = ["Nämnden för vårdstöd", "Kulturnämnden", "Parknämnden", "Skolnämnden"]
    slip = ["Nämnden för vårdhjälp", *office[1:]]
    drafts = [_office(*office), _answer("Nämnden för vårdstöd"), _answer("Kulturnämnden", slip)]
    assert [body.name for body in near_misses(register(()), drafts).values()] == ["Nämnden för vårdstöd"]
    other = [_office(*office), _answer("Nämnden för vårdstöd"), _answer("Kulturnämnden", ["Hamnstyrelsen", *office[1:]])]
    assert near_misses(register(()), other) == {}
