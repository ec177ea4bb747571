"""The bodies that a text says were asked, to know their names again where a table's narrow cell has cut them in pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.parse.bodynames import is_body, is_generic, names_in_list

_ASKED = re.compile(r"\b(?:remitter\w+|på remiss|för remiss|remiss till|skickats|sänts|översänts)\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:till|hos)\s+(?:följande(?: \w+)?:?\s+)?(?=\S)|\bför (?:yttrande|synpunkter)\s+(?=\S)")
_DEFINITE = re.compile(r"(?<=nämnd)en|(?<=styrelse)n|(?<=råd)et|(?<=bolag)et|(?<=förvaltning)en|(?<=förbund)et")
_LETTERS = re.compile(r"[^a-zåäöéü0-9&]")
_AND = re.compile(r"\s(?:och|samt)\s")
_ITEMS = 40  # items of a list, or sentences after it, that are looked at
_SHORTEST = 6  # letters of a name
_FULL_STOP = re.compile(r"\.\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the bodies asked, as keys. False where the text names none."""

    keys: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()  # what could be a name if the list is cut at another "och"

    def __bool__(self) -> bool:
        """Whether any name is known."""
        return bool(self.keys)

    def complete(self, text: str) -> bool:
        """Whether ``text`` is the whole name of a body that was asked, or, where none is known, looks like a body's."""
        made = key(text)
        return made in self.keys if self.keys else is_body(text)

    def begins(self, text: str) -> bool:
        """Whether a name that is known begins with ``text``; where none is known, whether a body's name may."""
        made = key(text)
        if not made:
            return False
        return any(name.startswith(made) for name in self.keys | self.loose) or (text[0].isupper() and is_body(text))

    def goes_on(self, opened: str, piece: str) -> bool:
        """Whether a known name begins with ``opened`` and goes on with ``piece``."""
        made = key(opened + piece)
        return bool(opened) and bool(piece) and any(name.startswith(made) for name in self.keys if name != key(opened))

    def rests(self, opened: str) -> list[str]:
        """What the names that begin with ``opened`` have after it: of the known ones first, then of what may be one; long before short."""
        made = key(opened)
        listed = [sorted({name[len(made) :] for name in names if made and name.startswith(made)} - {""}, key=lambda one: (-len(one), one))
                  for names in (self.keys, self.loose - self.keys)]
        return [rest for rests in listed for rest in rests]


def key(text: str) -> str:
    """A name in small letters, without spaces, hyphens and the definite ending of its head."""
    return _DEFINITE.sub("", _LETTERS.sub("", text.lower()))


def names_asked(texts: Sequence[str]) -> Names:
    """The bodies that the sentences about referral in ``texts`` name."""
    found: set[str] = set()
    loose: set[str] = set()
    for text in texts:
        for sentence in _FULL_STOP.split(text):
            asked = _ASKED.search(sentence)
            if not asked:
                continue
            starts = [match.end() for match in _TO.finditer(sentence, asked.start())]
            made = [one for start in starts for one in names_in_list(sentence[start:])]
            made = made or list(names_in_list(sentence[asked.end() :].lstrip()))
            found.update(key(name.full) for name in made if not is_generic(name.full))
            if made:
                loose.update(_halves(sentence[min([*starts, asked.end()]) :]))
    return Names(frozenset(found), frozenset(loose))


def _halves(text: str) -> set[str]:
    """For each item of a list both sides of each "och" in it: "nämnden för kultur och äldre- och vårdnämnden" can be cut at either."""
    made: set[str] = set()
    for item in re.split(r"[,.;]\s", text)[:_ITEMS]:
        for match in _AND.finditer(item):
            made |= {key(item[: match.start()]), key(item[match.end() :])}
    return {one for one in made if len(one) >= _SHORTEST}
