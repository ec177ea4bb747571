"""What a Word document had besides the text that was read, as findings in words that a registrar knows."""

from __future__ import annotations

from collections import Counter

from generator.findings import found
from generator.model import Finding
from generator.readers.docx.story import Sort

# One of it, and several.
_LEFT_OUT: tuple[tuple[Sort, str, str], ...] = (
    ("deleted", "1 struken ändring", "{} strukna ändringar"),
    ("inserted", "1 tillagd ändring", "{} tillagda ändringar"),
    ("moved", "1 flyttad text", "{} flyttade texter"),
    ("comment", "1 kommentar", "{} kommentarer"),
    ("struck", "överstrukna ord på 1 rad", "överstrukna ord på {} rader"),
    ("hidden", "dold text", "dold text"),
)
_NOT_TEXT: tuple[tuple[Sort, str, str], ...] = (
    ("picture", "1 bild", "{} bilder"),
    ("chart", "1 diagram", "{} diagram"),
    ("diagram", "1 figur", "{} figurer"),
    ("object", "1 inbäddat objekt", "{} inbäddade objekt"),
    ("chunk", "1 inbäddat dokument", "{} inbäddade dokument"),
    ("macro", "makron", "makron"),
)


def told(file: str, tally: Counter[Sort]) -> tuple[Finding, ...]:
    """F117 for what is left out of the text and F137 for what is no text; nothing where there is neither."""
    made: list[Finding] = []
    for code, kinds in (("F117", _LEFT_OUT), ("F137", _NOT_TEXT)):
        parts = [one if tally[sort] == 1 else several.format(tally[sort]) for sort, one, several in kinds if tally[sort] > 0]
        if parts:
            made.append(found(code, file, what=listed(parts)))
    return tuple(made)


def listed(parts: list[str]) -> str:
    """The parts as Swedish lists them: "a, b och c"."""
    return " och ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
