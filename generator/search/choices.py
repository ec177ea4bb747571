"""Narrowing by body, motion, year and stance, in the address (``?instans=…``) or in the query (``instans:bromma``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator import addresses
from generator.search.language import Choice
from generator.swedish.folding import fold

KEYS = ("instans", "motion", "ar", "hallning")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address or the command line asks for; "" lets everything through.

    ``instans`` and ``motion`` are ids or beginnings of words in one, ``ar`` four digits, ``hallning`` a stance by its
    value (``reject``) or by the beginning of its Swedish words (``avstyrker``).
    """

    instans: str = ""
    motion: str = ""
    ar: str = ""
    hallning: str = ""

    def choices(self) -> tuple[Choice, ...]:
        """The filters that are set."""
        pairs = ((key, str(getattr(self, key)).strip()) for key in KEYS)
        return tuple(Choice(key, value) for key, value in pairs if value)


def chosen(row: Mapping[str, Any], filters: Filters, choices: Sequence[Choice], listing: Mapping[str, Any]) -> bool:
    """Whether a document passes every filter of the address and those in the query.

    Of the query's own, it must pass one for each key that is named, and none that is to be left out. An unknown value
    lets nothing through.
    """
    if not all(_passes(row, choice, listing) for choice in filters.choices()):
        return False
    for key in KEYS:
        mine = [choice for choice in choices if choice.key == key]
        wanted = [choice for choice in mine if not choice.without]
        if wanted and not any(_passes(row, choice, listing) for choice in wanted):
            return False
        if any(_passes(row, choice, listing) for choice in mine if choice.without):
            return False
    return True


def _passes(row: Mapping[str, Any], choice: Choice, listing: Mapping[str, Any]) -> bool:
    if choice.key == "instans":
        ids = row["bodies"] or ([listing["unknown_body"]] if row["what"] == "svar" else [])
        return _named(ids, choice.value, (*listing["bodies"], listing["unknown_body"]))
    if choice.key == "motion":
        return _named([row["motion"]], choice.value, listing["motions"])
    if choice.key == "ar":
        return bool(row["year"] == choice.value.strip())
    return row["stance"] is not None and row["stance"] in stances(choice.value, listing["stances"])


def stances(value: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The stances that ``value`` names: one by its value, or all whose Swedish words begin with it."""
    wanted = fold(value.strip())
    if wanted in known:
        return (wanted,)
    return tuple(stance for stance, words in known.items() if wanted and fold(words).startswith(wanted))


def _named(ids: Iterable[str], value: str, known: Iterable[str]) -> bool:
    """Whether one of ``ids`` is meant by ``value``: it is that id, or (if no known id is) a word in it begins so."""
    wanted = addresses.slug(value)
    if wanted in known:
        return wanted in ids
    return any(f"-{one}".find(f"-{wanted}") >= 0 for one in ids)
