"""What the rows of every table share: values, places, and what a row may point to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.exports.clean import whole
from generator.model import Fact, Place

Value = str | int | float | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """What rows point to: the numbers of sources, demands, statements and attachments, and the ids that there are."""

    sources: Mapping[str, int]
    demands: Mapping[tuple[str, int], int]
    motions: frozenset[str]
    responses: frozenset[str]
    bodies: frozenset[str]


def numbered(found: Iterable[Row]) -> Iterator[Row]:
    """Rows with a number of their own before them, from 1."""
    return ((number, *row) for number, row in enumerate(found, 1))


def place(at: Place | None) -> Row:
    """A place as its three columns; empty for none."""
    return (at.file, at.page, at.line) if at else (None, None, None)


def value(fact: Fact | None) -> str | None:
    """What a fact says."""
    return fact.value if fact else None


def how(fact: Fact | None) -> str | None:
    """How a fact is known."""
    return str(fact.status) if fact else None


def among(name: str | None, there: frozenset[str]) -> str | None:
    """``name`` if there is a row of that name to point to."""
    return name if name in there else None


def clean(held: Value) -> Value:
    """A value that every reader of the file can take: no broken bytes, no NUL, at which many stop reading."""
    return whole(held).replace("\0", "\ufffd") if isinstance(held, str) else held
