"""Those who have filed motions, by their names as the documents write them.

The archive knows names, not persons: one name is one page, whatever parties stand beside it. A name that is struck out in a
motion is not its proposer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator import addresses
from generator.model import Motion, Proposer, Status
from generator.pages import words
from generator.pages.parties import written

# How only family names end, or family names that are no given names. Endings that given names have too (-borg, -vik, -in) are left out.
_FAMILY: Final = re.compile(
    r"[A-ZÅÄÖ][\w-]+(?:sson|nsen|rsen|lsen|gren|gård|ström|berg|lund|lundh|qvist|kvist|quist|feldt|stedt|dahl|holm|wall|vall|blad|löf|löv|"
    r"strand|[gd]man|bäck|ndén|rdén|llén|orén|osén|lmén)|(?:Ek|Wik|Vik|Back|Öh|Åh|Ny)man|Alm|Berg|Dahl|Holm|Lind|Lundh?|Strand|Ström|Wall"
)


@dataclass(frozen=True, slots=True)
class Signed:
    """A motion that a name stands under, as its proposer: with the party that is written there."""

    motion: Motion
    proposer: Proposer

    @property
    def party(self) -> str:
        """The party as written; "" where none is."""
        return written(self.proposer.party)

    @property
    def curated(self) -> bool:
        """Whether it is the editor's word that this is a proposer."""
        return bool(self.proposer.editor and self.proposer.editor.status is Status.CURATED)


@dataclass(frozen=True, slots=True)
class Person:
    """A name with its motions, in the archive's order. ``id`` is its part of the address."""

    id: str
    name: str
    signed: tuple[Signed, ...]

    @property
    def parties(self) -> tuple[str, ...]:
        """Every party that stands beside the name, as written, in the order they come; "" is left out."""
        return tuple(dict.fromkeys(one.party for one in self.signed if one.party))


def people(motions: Iterable[Motion]) -> Mapping[str, Person]:
    """Every proposer by the key of the name, in Swedish order of surnames; who has signed one motion twice is there once."""
    names: dict[str, str] = {}
    signed: dict[str, dict[str, Signed]] = {}
    for motion in motions:
        for proposer in motion.proposers:
            name = " ".join(proposer.name.split())
            if not name or proposer.struck:
                continue
            names.setdefault(key(name), name)
            signed.setdefault(key(name), {}).setdefault(motion.id, Signed(motion, proposer))
    made: dict[str, Person] = {}
    taken: set[str] = set()
    for one in sorted(names, key=lambda one: by_surname(names[one])):
        made[one] = Person(addresses.numbered(addresses.slug(names[one]), taken), names[one], tuple(signed[one].values()))
        taken.add(made[one].id)
    return MappingProxyType(made)


def key(name: str) -> str:
    """What two spellings of one name have in common: spaces and capitals do not tell names apart."""
    return " ".join(name.split()).casefold()


def surname(name: str) -> str:
    """The surname by which a name is sorted, with what belongs to it left out ("af Ugglas" stands under U).

    It is the last word, and the one before it too where a given name stands before both and that one ends as only surnames do:
    "Eva Lindgren Alm" stands under L. Another double surname cannot be told from two given names, and stands under its last word.
    """
    parts = name.split()
    if len(parts) > 2 and _FAMILY.fullmatch(parts[-2]):
        return f"{parts[-2]} {parts[-1]}"
    return parts[-1] if parts else name


def inverted(name: str) -> str:
    """A name as a register writes it: "Ekblad, Karin"; a particle goes with the first names."""
    last = surname(name)
    first = " ".join(name.split()).removesuffix(last).strip()
    return f"{last}, {first}" if first else name


def by_surname(name: str) -> tuple[object, ...]:
    """A sorting key for names: the surname, then the rest."""
    return (words.alphabetical(surname(name)), words.alphabetical(name), name)
