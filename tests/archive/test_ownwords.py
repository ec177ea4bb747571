"""Whose answer a paper without a sender is, by the place that its own text gives to a body that was asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.archive.ownwords import by_own_words
from generator.archive.senders import Answer, Sender
from generator.model import Body, Document, DocumentType, Draft, Edit, Fact, Line, Part, Place, Status

HARBOUR = Body("ekviks-hamn-ab", "Ekviks Hamn AB", "bolag")
PARK = Body("parknamnden", "Parknämnden", "namnd")
NORTH = Body("socialnamnd-norr", "Socialnämnd Norr", "namnd")
ASKED = {body.id: body for body in (HARBOUR, PARK, NORTH)}
FILE = "bunt.txt"


def _paper(*texts: str, kind: DocumentType = "tjansteutlatande", number: int = 1) -> Answer:
    lines = tuple(Line(number * 100 + at, text) for at, text in enumerate(texts))
    part = Part(number, "answer", Place(FILE, None, lines[0].number), Place(FILE, None, lines[-1].number), texts[0])
    return Answer(Draft(Document(FILE, "0" * 64, "text/plain", lines, part=part), kind="response", document_type=kind), Sender())


def _whose(*texts: str, kind: DocumentType = "tjansteutlatande") -> list[str]:
    (answer,) = by_own_words([_paper(*texts, kind=kind)], ASKED)
    return [body.id for body in answer.sender.bodies]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("I parknämnden:", "parknamnden"),
        ("Socialnämnden Norr:", "socialnamnd-norr"),
        ("Förslag till beslut I styrelsen för Ekviks Hamn:", "ekviks-hamn-ab"),
        ("Parknämnden föreslås", "parknamnden"),
        ("Ordföranden finner att parknämnden beslutar enligt förslaget.", "parknamnden"),
        ("Utdrag ur protokoll fört vid styrelsesammanträde vid Ekviks Hamn 2024-03-05.", "ekviks-hamn-ab"),
        ("STYRELSEN FÖR      PROTOKOLL vid EKVIKS HAMN", "ekviks-hamn-ab"),
        ("Ekviks Hamn AB har granskat handlingarna som ägare av kajen.", "ekviks-hamn-ab"),
        ("Remissen inkom till Ekviks Hamn 2024-03-01.", "ekviks-hamn-ab"),
    ],
)
def test_a_body_in_the_senders_place_is_the_sender(text: str, body: str) -> None:
    """Where a body that was asked decides, meets or has gone through the referral, the paper is its answer."""
    assert _whose("Tjänsteutlåtande", text) == [body]


@pytest.mark.parametrize(
    "text",
    [
        "Parknämnden föreslås få i uppdrag att bygga en bana.",
        "Parknämnden beslutade 2019 om en plan för kajen.",
        "Frågan bör lösas tillsammans med parknämnden.",
        "Stadsparknämnden beslutar att avstyrka motionen.",
        "Styrgruppens möte vid kajen hölls med parknämndens ordförande.",
        "Ekviks Hamnmuseum har granskat handlingarna.",
    ],
)
def test_a_body_that_is_only_spoken_of_is_not_the_sender(text: str) -> None:
    """A name in a text says nothing of the sender where others are spoken of in the same way."""
    assert _whose("Tjänsteutlåtande", text) == []


def test_two_bodies_in_the_senders_place_leave_it_open() -> None:
    """Where two that were asked stand so, nobody is chosen."""
    assert _whose("I parknämnden:", "Ekviks Hamn AB har granskat handlingarna.") == []


def test_the_evidence_is_the_papers_words() -> None:
    """The sender is an inference, with the words and their place."""
    (answer,) = by_own_words([_paper("Tjänsteutlåtande", "I parknämnden:")], ASKED)
    (fact,) = answer.sender.facts
    assert (fact.value, fact.status, fact.place) == ("Parknämnden", Status.INFERRED, Place(FILE, None, 101))
    assert "I parknämnden:" in fact.quote


def test_an_editor_who_leaves_the_sender_open_is_heard() -> None:
    """What an editor says of the sender, also that it cannot be told, stands."""
    said = Edit("instans", Fact("", Status.CURATED, "", None))
    (answer,) = by_own_words([replace(_paper("I parknämnden:"), edits=(said,))], ASKED)
    assert answer.sender.bodies == ()


@pytest.mark.parametrize(("said", "bodies"), [("Bo Alm informerar om svaret.", ("parknamnden",)), ("Bo Alm tackades av.", ())])
def test_minutes_without_a_name_are_those_of_the_body_whose_author_presents_the_matter(said: str, bodies: tuple[str, ...]) -> None:
    """The one who presents the matter in unnamed minutes and wrote a body's paper ties the two together."""
    paper = _paper("Parknämnden", number=2)
    by = Fact("Bo Alm", Status.STATED, "Handläggare: Bo Alm", Place(FILE, None, 201))
    named = Answer(replace(paper.draft, prepared_by=by), Sender((PARK,), (by,)))
    minutes, _ = by_own_words([_paper("Protokollsutdrag", said, kind="protokollsutdrag"), named], ASKED)
    assert tuple(body.id for body in minutes.sender.bodies) == bodies
