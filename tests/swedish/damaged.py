"""Texts of our own for the tests of restoring, and what text recognition might make of them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Document, Line

PARAGRAPHS = (
    "Nämnden föreslår att förvaltningen får i uppdrag att utreda frågan om ett nytt torg vid kanalen.",
    "Området används redan i dag för lek och möten, och många är nöjda med hur det ser ut.",
    "Kostnaden för åtgärden är låg, och den kan täckas inom ramen för årets budget.",
    "Förslaget stärker barns rätt till trygga miljöer och följer stadens mål för hållbar utveckling.",
    "Förvaltningen bedömer att skötseln av träden påverkas, vilket behöver vägas in före beslutet.",
    "En översyn av belysningen pågår, och den väntas vara färdig när året går mot sitt slut.",
    "Flera föreningar har hört av sig med önskemål om fler bänkar längs gångvägen.",
    "Samråd har hållits med hyresgäster, näringsidkare och företrädare för skolorna i närheten.",
    "Utöver detta föreslås att papperskorgar töms oftare under sommaren än under vintern.",
    "Därför är det lämpligt att återkomma med en närmare beskrivning i ett senare ärende.",
)


def document(text: str, file: str = "a.txt") -> Document:
    """``text`` as a document of numbered lines."""
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return Document(file, sha256="", media_type="text/plain", lines=lines)


def text_of(made: Document) -> str:
    """The lines as one text."""
    return "\n".join(line.text for line in made.lines)


def hurt(text: str, readings: Mapping[str, str]) -> str:
    """``text`` with each letter of ``readings`` as it is read; a capital as its small letter."""
    return "".join(readings.get(char, readings.get(char.lower(), char)) for char in text)
