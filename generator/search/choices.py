"""Narrowing by body, case, kind, year, stance and section, in the address (``?instans=…``) or in the query (``instans:bromma``).

Values of one key are alternatives, keys combine. A value is an id or, for people who type, words that mean one or several;
one that means nothing in this archive is told, because no hits at all would be taken for an answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.search.labels import message
from generator.search.language import Choice
from generator.search.nearness import distance, nearest
from generator.search.reading import Index
from generator.swedish.folding import fold

KEYS = ("instans", "motion", "typ", "ar", "hallning", "avsnitt")
CLOSED = {"typ": "kinds", "hallning": "stances", "avsnitt": "sections"}  # the same values in every archive, named in the root
NAMED = 3  # values proposed for one that nothing is called

Numbers = frozenset[int]  # places in the list of a key's values


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address or the command line asks for, key by key; () lets everything through.

    ``instans`` and ``motion`` are ids or beginnings of words in one, ``ar`` four digits; ``typ``, ``hallning`` and
    ``avsnitt`` ids (``reject``), or Swedish words or their beginning (``avstyrker``).
    """

    instans: tuple[str, ...] = ()
    motion: tuple[str, ...] = ()
    typ: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()
    hallning: tuple[str, ...] = ()
    avsnitt: tuple[str, ...] = ()

    def choices(self) -> tuple[Choice, ...]:
        """The filters that are set; blank values are none."""
        pairs = ((key, str(value).strip()) for key in KEYS for value in getattr(self, key))
        return tuple(Choice(key, value) for key, value in pairs if value)


@dataclass(frozen=True, slots=True)
class Allowed:
    """The values of a key that let a document through; ``wanted`` None where none was named."""

    wanted: Numbers | None = None
    unwanted: Numbers = frozenset()

    def passes(self, values: Sequence[int]) -> bool:
        """Whether a document with these values passes: it has a wanted one, and no unwanted."""
        return (self.wanted is None or not self.wanted.isdisjoint(values)) and self.unwanted.isdisjoint(values)


@dataclass(frozen=True, slots=True)
class Fault:
    """A value that nothing in the archive is called; ``unreadable`` where no archive has it: no such stance, kind or section."""

    message: str
    unreadable: bool


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The filters of the address and those of the query, each key by key; a document must pass both."""

    address: Mapping[str, Allowed]
    query: Mapping[str, Allowed]

    @property
    def narrows(self) -> bool:
        """Whether any filter is set."""
        return any(allowed != Allowed() for side in (self.address, self.query) for allowed in side.values())

    @property
    def sections(self) -> Numbers | None:
        """The sections whose passages are shown; None for all."""
        sides = [side["avsnitt"].wanted for side in (self.address, self.query)]
        wanted = [numbers for numbers in sides if numbers is not None]
        return frozenset.intersection(*wanted) if wanted else None


def narrowing(index: Index, filters: Filters, choices: Sequence[Choice]) -> Narrowing | Fault:
    """The filters as numbers, or what is wrong with the first value that nothing in the archive is called."""
    sides = []
    for found in (filters.choices(), choices):
        side: dict[str, Allowed] = {key: Allowed() for key in KEYS}
        for choice in found:
            numbers = meant(index, choice)
            if not numbers:
                return Fault(unknown(index, choice), unreadable=choice.key in CLOSED)
            before = side[choice.key]
            side[choice.key] = (
                Allowed(before.wanted, before.unwanted | numbers)
                if choice.without
                else Allowed((before.wanted or frozenset()) | numbers, before.unwanted)
            )
        sides.append(side)
    return Narrowing(*sides)


def meant(index: Index, choice: Choice) -> Numbers:
    """The places, among the key's values, of those that ``choice`` means; none for a value that means nothing here."""
    ids = values(index, choice.key)
    if choice.key == "ar":
        return frozenset(place for place, year in enumerate(ids) if year == choice.value)
    if choice.key in {"instans", "motion"}:
        wanted = addresses.slug(choice.value)
        if wanted in ids:
            return frozenset({ids.index(wanted)})
        return frozenset(place for place, one in enumerate(ids) if f"-{wanted}" in f"-{one}")
    wanted = fold(choice.value)
    names = [fold(name) for name in _words(index, choice.key).values()]
    for found in (ids, names):
        if wanted in found:
            return frozenset({found.index(wanted)})
    return frozenset(place for place, name in enumerate(names) if wanted and name.startswith(wanted))


def values(index: Index, key: str) -> list[str]:
    """All values of a key in the order of the index; the last body stands for an answer whose sender nobody knows."""
    if key == "motion":
        return list(index.cases)
    if key == "ar":
        return list(index.root["years"])
    if key == "instans":
        return [*index.root["bodies"], index.root["unknown_body"]]
    return list(_words(index, key))


def values_of(index: Index, key: str, document: int, sections: int) -> Sequence[int]:
    """The places of a document's own values of a key; of ``avsnitt`` those whose bits are set in ``sections``."""
    columns = index.columns
    if key == "instans":
        answers = index.kinds[columns.kind[document]] in {"svar", "beredning"}
        return columns.bodies[document] or ((len(index.root["bodies"]),) if answers else ())
    if key == "motion":
        return (index.case_of(document),)
    if key == "typ":
        return (columns.kind[document],)
    if key == "avsnitt":
        return BITS[sections]
    number = (columns.year if key == "ar" else columns.stance)[document]
    return (number - 1,) if number else ()


def passing(index: Index, where: Mapping[int, int], side: Narrowing, *, but: str = "") -> list[int]:
    """The documents that pass, in order; ``where`` gives each its sections, ``but`` a key of the address to leave out."""
    asked = [
        (key, allowed)
        for part in (side.address, side.query)
        for key, allowed in part.items()
        if allowed != Allowed() and not (part is side.address and key == but)
    ]
    return [
        document
        for document, sections in where.items()
        if all(allowed.passes(values_of(index, key, document, sections)) for key, allowed in asked)
    ]


def facets(index: Index, where: Mapping[int, int], side: Narrowing) -> dict[str, tuple[tuple[str, int], ...]]:
    """For each key, how many documents each value would leave, the other keys being as they are; nothing for none."""
    made: dict[str, tuple[tuple[str, int], ...]] = {}
    for key in KEYS:
        names = values(index, key)
        counts = [0] * len(names)
        for document in passing(index, where, side, but=key):
            for place in values_of(index, key, document, where[document]):
                counts[place] += 1
        made[key] = tuple((name, count) for name, count in zip(names, counts, strict=True) if count)
    return made


def unknown(index: Index, choice: Choice) -> str:
    """What to say of a value that nothing in the archive is called, with the nearest or with all there are."""
    said = message(f"unknown-{choice.key}", value=choice.value)
    if choice.key in {"instans", "motion"}:
        near = _nearest_ids(addresses.slug(choice.value), values(index, choice.key))
        names = [index.root["bodies"].get(one, one) for one in near]
        if near:
            return f"{said} {meant_words(names)}"
        return f"{said} {message('bodies-page')}" if choice.key == "instans" else said
    known = values(index, "ar") if choice.key == "ar" else list(_words(index, choice.key).values())
    return f"{said} {message('known', words=', '.join(known))}" if known else said


def meant_words(names: Sequence[str]) -> str:
    """”Menade du …?” with the names in quotation marks."""
    return message("meant", words=f" {message('or')} ".join(f"”{name}”" for name in names))


def _nearest_ids(wanted: str, ids: Sequence[str]) -> list[str]:
    """The ids of which one word, or the whole, is nearest to what was typed."""
    near = [
        (min(distance(wanted, word, nearest(wanted)) for word in (one, *one.split("-"))), place)
        for place, one in enumerate(ids)
    ]
    return [ids[place] for edits, place in sorted(near)[:NAMED] if edits <= nearest(wanted)]


def _words(index: Index, key: str) -> Mapping[str, str]:
    words: Mapping[str, str] = index.root[CLOSED[key]]
    return words


BITS = tuple(tuple(bit for bit in range(8) if mask >> bit & 1) for mask in range(256))  # a mask's sections
