"""Points that only their lines set apart."""

from __future__ import annotations

import pytest

from generator.model import Document, Line, Place
from generator.parse import parse
from generator.parse.attlines import att_lines, width
from generator.parse.blocks import Block

HEAD = "Motion av Anna Ek (C) om en isbana\n\nIsen ligger länge och barnen åker gärna.\n\n"
FOOT = "\n\nAnna Ek (C)\nBo Alm (C)"
WRAPPED = "Isen i hamnen har de senaste åren\nlegat länge, och många går dit med\nsina barn för att åka skridskor på\nden innan våren kommer.\n\n"


def document(text: str) -> Document:
    """A motion that says this."""
    lines = tuple(Line(number, line) for number, line in enumerate((HEAD + text + FOOT).split("\n"), 1))
    return Document("motion.txt", "0" * 64, "text/plain", lines)


def demands(text: str) -> list[str]:
    """What it asks for."""
    return [demand.text for demand in parse(document(text)).demands]


@pytest.mark.parametrize("ask", ["Vi yrkar att fullmäktige beslutar\n\n", "Vi föreslår kommunfullmäktige besluta\n"])
def test_lines_without_stops(ask: str) -> None:
    """Lines that begin with "att" and have no stop between them are points of their own, each with its line."""
    text = f"{ask}att ge nämnden i uppdrag att ploga hamnen\natt mäta isen varje vecka"
    found = parse(document(text)).demands
    assert [one.text for one in found] == ["att ge nämnden i uppdrag att ploga hamnen", "att mäta isen varje vecka"]
    first, second = (one.place.line or 0 for one in found)
    assert second == first + 1


def block(*lines: str) -> Block:
    """A paragraph of these lines."""
    starts, at = [], 0
    for number, line in enumerate(lines, 1):
        starts.append((at, number))
        at += len(line) + 1
    return Block("text", " ".join(lines), tuple(starts), Place("motion.txt", None, 1))


def test_line_that_leads_into_att() -> None:
    """A line that ends with words that lead into "att" goes on in the next."""
    assert att_lines(block("att ge nämnden i uppdrag", "att ploga hamnen", "att mäta isen"), 0) == (42,)


def test_full_line_of_wrapped_text() -> None:
    """In text that is wrapped by hand a full line before "att" goes on; one with room to spare, or a stop, does not."""
    lines = block("att kommunen varnar var det är svagt", "att gå ut på isen")
    assert att_lines(lines, 40) == ()
    assert att_lines(lines, 60) == (37,)
    assert att_lines(block("att kommunen varnar var det är svagt,", "att gå ut på isen"), 40) == (38,)


def test_other_lines() -> None:
    """A line that does not begin with "att" is no point, and a paragraph of one line has none."""
    assert att_lines(block("att kommunen varnar", "attityden ändras"), 0) == ()
    assert att_lines(block("att kommunen varnar att isen är svag"), 0) == ()


def test_width_of_a_text() -> None:
    """A text is as wide as its widest line that goes on in the next; one of whole paragraphs has no width."""
    assert width(document(WRAPPED)) == 34
    assert width(document("En rad.\nEn rad till.")) == 0
