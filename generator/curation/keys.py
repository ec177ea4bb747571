"""The keys of ``case.yml``, one line a key: what it takes, whether it may be a list, and the parts of a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.curation import values
from generator.curation.values import Check


@dataclass(frozen=True, slots=True)
class Key:
    """One key. ``many``: a list may stand there; ``blank``: "framgår inte" may too; ``numbered``: a value for each number.

    ``parts`` are the keys of a row with several parts, of which the first is what a row without parts gives; a row that
    must have its parts (``whole``) cannot be given as plain text.
    """

    name: str
    check: Check
    many: bool = False
    blank: bool = False
    numbered: bool = False
    parts: tuple[Key, ...] = ()
    whole: bool = False
    needs: tuple[str, ...] = ()  # parts that a row must have

    def wrong(self, value: str) -> str | None:
        """What is wrong with a value, in words, or None."""
        return None if self.blank and value == values.ABSENT else self.check(value)


_STANCE: Final = values.among(values.STANCES)
_PROPOSER: Final = (Key("namn", values.text), Key("parti", values.text))
_ASKED: Final = (
    Key("namn", values.text),
    Key("läge", values.among(values.STATES)),
    Key("sista svarsdag", values.day),
)
_DECISION: Final = (
    Key("led", values.among(values.STAGES)),
    Key("instans", values.text),
    Key("datum", values.day),
    Key("utfall", values.among(values.OUTCOMES)),
    Key("röster", values.vote),
    Key("text", values.text),
)
_SIGNATORY: Final = (Key("namn", values.text), Key("titel", values.text))

CASE: Final[tuple[Key, ...]] = (
    Key("diarienummer", values.text, many=True),
    Key("titel", values.text),
    Key("inlämnad", values.day, blank=True),
    Key("förslagsställare", values.text, many=True, blank=True, parts=_PROPOSER, needs=("namn",)),
    Key("yrkanden", values.text, many=True, blank=True),
    Key("remissinstanser", values.text, many=True, parts=_ASKED, needs=("namn",)),
    Key("sista svarsdag", values.day, many=True, blank=True),
    Key("inte remitterad", values.yes),
    Key("beslut", values.text, many=True, parts=_DECISION, whole=True, needs=("led", "utfall")),
)
FILE: Final[tuple[Key, ...]] = (
    Key("typ", values.among(values.KINDS)),
    Key("ärende", values.text),
    Key("instans", values.text, many=True, blank=True),
    Key("parti", values.text),
    Key("dokumenttyp", values.among(values.DOCUMENT_TYPES)),
    Key("hållning", _STANCE),
    Key("yrkanden", _STANCE, numbered=True),
    Key("datum-svar", values.day, blank=True),
    Key("eget diarienummer", values.text, many=True, blank=True),
    Key("handläggare", values.text, blank=True),
    Key("undertecknare", values.text, many=True, blank=True, parts=_SIGNATORY, needs=("namn",)),
    Key("nämndens beslut", values.text, blank=True),
    Key("förslag till beslut", values.text, blank=True),
    Key("bilagor", values.text, many=True, blank=True),
)
REASON: Final = "skäl"
DAY: Final = "datum"  # when the editor said it
ROW_DAY: Final = "angivet"  # the same in a row that has a "datum" of its own
VALUE: Final = "värde"
FILES: Final = "filer"
CASE_KEYS: Final = (*(key.name for key in CASE), REASON, DAY, FILES)
FILE_KEYS: Final = (*(key.name for key in FILE), REASON, DAY)


def named(keys: tuple[Key, ...], name: str) -> Key | None:
    """The key called ``name``; None if there is none."""
    return next((key for key in keys if key.name == name), None)
