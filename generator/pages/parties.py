"""Parties under the several names that documents write them with: "C" and "Centerpartiet" are one party.

What stands beside a name stays as it is written; this only tells which of those writings go together.
"""

from __future__ import annotations

from typing import Final

from generator.pages import words

# The registered names and abbreviations of the parties that sit or have sat in Swedish assemblies, each with its own letters.
# A party that has changed its name stands under each of them: the documents of a time are its names.
_NAMES: Final[tuple[tuple[str, ...], ...]] = (
    ("C", "Centerpartiet"),
    ("FI", "Feministiskt initiativ", "F!"),
    ("FP", "Folkpartiet", "Folkpartiet liberalerna"),
    ("KD", "Kristdemokraterna"),
    ("L", "Liberalerna"),
    ("M", "Moderaterna", "Moderata samlingspartiet"),
    ("MP", "Miljöpartiet", "Miljöpartiet de gröna"),
    ("PP", "Piratpartiet"),
    ("S", "Socialdemokraterna", "Sveriges socialdemokratiska arbetareparti"),
    ("SD", "Sverigedemokraterna"),
    ("V", "Vänsterpartiet"),
)
_KNOWN: Final = {name.casefold(): names for names in _NAMES for name in names}


def written(party: str | None) -> str:
    """A party as the document writes it; "" where there is no letter in it: a dash in its place says that none is given."""
    said = " ".join((party or "").split())
    return said if any(char.isalpha() for char in said) else ""


def key(party: str) -> str:
    """What the writings of one party have in common; a party that is not known is itself, whatever capitals it has."""
    names = _KNOWN.get(party.casefold())
    return names[0].casefold() if names else party.casefold()


def name(writings: tuple[str, ...]) -> str:
    """What a party is called where its writings stand together: the one writing there is, else "Centerpartiet (C)"."""
    if len(writings) == 1:
        return writings[0]
    names = _KNOWN.get(writings[0].casefold())
    return f"{names[1]} ({names[0]})" if names else writings[0]


def in_order(writings: dict[str, int]) -> tuple[str, ...]:
    """The writings of a party, the most frequent first."""
    return tuple(sorted(writings, key=lambda one: (-writings[one], words.alphabetical(one), one)))
