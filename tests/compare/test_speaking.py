"""Which sentences of an answer are the body's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compare.speaking import decides, judges, spoken
from generator.model import Place, Remark, Response, SectionKind
from tests.sample_archive import response, section

SAID = "Nämnden bör bygga en bastu."


def answer(heading: str, *texts: str, kind: SectionKind = "other") -> Response:
    """A response with one section."""
    return response("svar", ("badnamnden",), (section(kind, heading, "svar.txt", 1, *texts),))


def sentences(made: Response, kind: SectionKind = "other") -> list[str]:
    """The body's own sentences in sections of one kind."""
    return [sentence.text for _, own in spoken(made, frozenset({kind})) for sentence in own]


@pytest.mark.parametrize("heading", ["Yrkanden", "Reservation", "Protokollsanteckning", "Yttrande från V och MP", "Omröstning"])
def test_parties_do_not_speak_for_the_body(heading: str) -> None:
    """Sections of minutes in which parties speak hold no words of the body."""
    assert sentences(answer(heading, SAID)) == []
    assert sentences(answer("Ärendet", SAID)) == [SAID]


def test_remarks_are_no_words_of_the_body() -> None:
    """A paragraph that was read as a party's remark is not the body's, under whatever heading it stands."""
    made = answer("Ärendet", SAID)
    remark = Remark("yttrande", "V", SAID, Place("svar.txt", None, 1), made.passages[0].id)
    assert sentences(replace(made, remarks=(remark,))) == []


def test_struck_words_are_not_said() -> None:
    """What is struck out is nobody's word."""
    made = answer("Ärendet", SAID)
    struck = replace(made.sections[0], passages=(replace(made.passages[0], struck=True),))
    assert sentences(replace(made, sections=(struck,))) == []


@pytest.mark.parametrize("verb", ["anser", "framhåller", "hänvisar till", "beskriver"])
def test_what_the_proposers_say(verb: str) -> None:
    """A sentence on what the proposers say is not the body's, in an assessment either."""
    assert sentences(answer("Bedömning", f"Motionärerna {verb} en bastu.", kind="assessment"), "assessment") == []


def test_judging_and_deciding() -> None:
    """A body judges with a verb of weighing, and decides with a verdict on what is proposed; a description does neither."""
    assert judges("Kontoret bedömer att stranden är full.")
    assert not judges("Stranden anlades av kommunen i fjol.")
    assert decides("Nämnden ställer sig bakom förslaget.")
    assert not decides("Förslaget skrevs i maj.")
    assert not decides("Nämnden tillstyrker budgeten.")
