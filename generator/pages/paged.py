"""Long lists on several pages: one way of cutting them and one pager, used by every list of the archive.

A list is cut by what its items weigh, so that no page grows with the archive: the first page lies at the list's own address,
the others at ``sida-2/`` and so on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Generic, TypeVar

from generator import addresses

CARDS: Final = 50  # motions on a page of cards
LINES: Final = 100  # answers, files and other lines on a page
NAMES: Final = 300  # names and words on a page
HEAVY: Final = 55_000  # bytes of markup on a page whose items differ much; the frame and what stands above need the rest
NO_LETTER: Final = "0–9"
AROUND: Final = 2  # pages beside the own one that the pager names

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Item]):
    """One page of a list: what stands on it, its number of how many, its own address and the list's."""

    items: tuple[Item, ...]
    number: int
    of: int
    address: str
    start: str
    before: int = 0  # how many items stand on the pages before

    @property
    def previous(self) -> str:
        """The address of the page before; "" on the first."""
        return addresses.paged(self.start, self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        """The address of the page after; "" on the last."""
        return addresses.paged(self.start, self.number + 1) if self.number < self.of else ""

    @property
    def numbers(self) -> tuple[tuple[int, str], ...]:
        """The pages that the pager names, with their addresses: the first, the last and those beside this one; 0 for a gap."""
        near = {1, self.of, *range(max(1, self.number - AROUND), min(self.of, self.number + AROUND) + 1)}
        made: list[tuple[int, str]] = []
        for number in sorted(near):
            if made and number - made[-1][0] == 2:
                made.append((number - 1, addresses.paged(self.start, number - 1)))  # a gap of one is no gap
            elif made and number - made[-1][0] > 2:
                made.append((0, ""))
            made.append((number, addresses.paged(self.start, number)))
        return tuple(made)

    def titled(self, title: str) -> str:
        """The title of this page of a list: the list's own on the first, "Motioner, sida 2 av 7" on the others."""
        return title if self.number == 1 else f"{title}, sida {self.number} av {self.of}"


def chunks(items: Iterable[Item], size: int, weigh: Callable[[Item], int] = lambda _: 1) -> Iterator[tuple[Item, ...]]:
    """``items`` in order, in runs that weigh at most ``size`` together; one that weighs more stands alone. Nothing for no items."""
    run: list[Item] = []
    weight = 0
    for item in items:
        own = weigh(item)
        if run and weight + own > size:
            yield tuple(run)
            run, weight = [], 0
        run.append(item)
        weight += own
    if run:
        yield tuple(run)


def sheets(
    items: Iterable[Item], address: str, size: int, weigh: Callable[[Item], int] = lambda _: 1, *, room: int | None = None
) -> tuple[Sheet[Item], ...]:
    """``items`` on pages from ``address`` on, cut as ``chunks`` does; one empty page for no items.

    ``room``: what the first page has room for, where more stands on it than on the others.
    """
    held = list(items)
    runs = _first_smaller(held, size, room, weigh) if room is not None else list(chunks(held, size, weigh))
    runs = runs or [()]
    before = [0]
    for run in runs:
        before.append(before[-1] + len(run))
    return tuple(
        Sheet(run, number, len(runs), addresses.paged(address, number), address, before[number - 1])
        for number, run in enumerate(runs, 1)
    )


def _first_smaller(items: Sequence[Item], size: int, room: int, weigh: Callable[[Item], int]) -> list[tuple[Item, ...]]:
    weight, count = 0, 0
    while count < len(items) and (count == 0 or weight + weigh(items[count]) <= room):
        weight += weigh(items[count])
        count += 1
    return [tuple(items[:count]), *chunks(items[count:], size, weigh)] if count else []


@dataclass(frozen=True, slots=True)
class Letter(Generic[Item]):
    """What stands under one letter on one page: the letter, its number among all (for the anchor), and whether it began on a page before."""

    letter: str
    number: int
    items: tuple[Item, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Lettered(Generic[Item]):
    """A list under letters: its pages, and where each letter begins."""

    pages: tuple[tuple[Sheet[Item], tuple[Letter[Item], ...]], ...]
    letters: tuple[tuple[str, str], ...]  # the letter, the address of its heading


def lettered(items: Sequence[Item], word: Callable[[Item], str], address: str, size: int = NAMES) -> Lettered[Item]:
    """``items``, already in order, under the first letter of ``word`` of each, on pages of ``size``."""
    items = sorted(items, key=lambda item: initial(word(item)) != NO_LETTER)  # signs sort on either side of the letters
    numbers = {letter: number for number, letter in enumerate(dict.fromkeys(initial(word(item)) for item in items), 1)}
    pages: list[tuple[Sheet[Item], tuple[Letter[Item], ...]]] = []
    letters: dict[str, str] = {}
    for sheet in sheets(items, address, size):
        made: list[Letter[Item]] = []
        for letter, group in groupby(sheet.items, key=lambda item: initial(word(item))):
            made.append(Letter(letter, numbers[letter], tuple(group), letter in letters))
            letters.setdefault(letter, f"{sheet.address}#{letter_anchor(numbers[letter])}")
        pages.append((sheet, tuple(made)))
    return Lettered(tuple(pages), tuple(letters.items()))


def letter_anchor(number: int) -> str:
    """The anchor of a letter's heading; by number, since a letter may be of any script."""
    return f"bokstav-{number}"


def initial(word: str) -> str:
    """The letter under which a word is listed; "0–9" for a word that begins with none."""
    first = word[:1].upper()
    return first if first.isalpha() else NO_LETTER
