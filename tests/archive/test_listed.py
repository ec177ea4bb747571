"""Whose answer a paper without a sender is, by the office's list of what it attached."""

from __future__ import annotations

from generator.archive.listed import attributed, entries
from generator.archive.register import register
from generator.archive.senders import Answer, Sender
from generator.model import Body, Document, Draft, Fact, Line, Part, Place, Status

HARBOUR = Body("ekviks-hamn-ab", "Ekviks Hamn AB", "bolag")
PARK = Body("parknamnden", "Parknämnden", "namnd")
REGISTER = register((HARBOUR, PARK))
FILE = "bunt.txt"


def _part(number: int, quote: str, *texts: str) -> Document:
    lines = tuple(Line(number * 100 + at, text) for at, text in enumerate((quote, *texts)))
    part = Part(number, "answer", Place(FILE, None, lines[0].number), Place(FILE, None, lines[-1].number), quote)
    return Document(FILE, "0" * 64, "text/plain", lines, part=part)


def _office(*listed: str) -> Draft:
    facts = tuple(Fact(text, Status.STATED, f"{number}. {text}", Place(FILE, None, number)) for number, text in enumerate(listed, 1))
    return Draft(_part(1, "Stadskansliet"), kind="response", role="preparation", attachments=facts)


def _paper(day: str, quote: str = "Utdrag ur protokoll", *texts: str, minutes: bool = True, sender: Sender | None = None) -> Answer:
    date = Fact(day, Status.STATED, day, Place(FILE, None, 201)) if day else None
    draft = Draft(
        _part(2, quote, *texts), kind="response", document_type="protokollsutdrag" if minutes else "remissvar", date=date
    )
    return Answer(draft, sender or Sender(), ())


def _whose(paper: Answer, *listed: str) -> list[str]:
    (answer,) = attributed([paper], entries([_office(*listed)], REGISTER, {}))
    return [body.id for body in answer.sender.bodies]


def test_the_day_of_the_minutes_tells_whose_they_are() -> None:
    """Minutes of the day that the list gives for one body are that body's, inferred, with the entry as evidence."""
    (answer,) = attributed([_paper("2024-03-05")], entries([_office("Motionen", "Ekviks Hamn AB:s handlingar 2024-03-05 § 43")], REGISTER, {}))
    (fact,) = answer.sender.facts
    assert (fact.value, fact.status) == ("Ekviks Hamn AB", "inferred")
    assert "Ekviks Hamn AB:s handlingar 2024-03-05 § 43" in fact.quote


def test_two_of_one_day_are_told_by_their_paragraph() -> None:
    """Where two bodies met on one day the paragraph decides, and without it nobody is chosen."""
    listed = ("Ekviks Hamn AB:s handlingar 2024-03-05 § 43", "Parknämndens handlingar 2024-03-05 § 7")
    assert _whose(_paper("2024-03-05", "Utdrag", "§ 7 Svar på remiss"), *listed) == ["parknamnden"]
    assert _whose(_paper("2024-03-05"), *listed) == []


def test_a_numbered_paper_is_the_entrys_of_that_number() -> None:
    """A paper that bears a number on the list is what the list says it is."""
    assert _whose(_paper("", "Bilaga 2", minutes=False), "Motionen", "Parknämndens yttrande") == ["parknamnden"]


def test_another_day_is_another_paper() -> None:
    """Minutes of a day that is not on the list, or of a body that nobody knows, stay nobody's."""
    assert _whose(_paper("2024-03-06"), "Ekviks Hamn AB:s handlingar 2024-03-05 § 43") == []
    assert _whose(_paper("2024-03-05"), "Skeppets handlingar 2024-03-05 § 43") == []


def test_a_stated_sender_is_not_touched() -> None:
    """A paper that names its sender keeps it, whatever the list says of the day."""
    sender = Sender((PARK,), ())
    assert _whose(_paper("2024-03-05", sender=sender), "Ekviks Hamn AB:s handlingar 2024-03-05 § 43") == ["parknamnden"]
