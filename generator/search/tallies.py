"""What is counted while the documents are read: where a key stands, packed as it is met.

Documents come in rising order, so that every number can be written down at once as its distance from the one before; an
archive of ten thousand answers so takes little more memory than its index takes on disk.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.search.packing import PACKED, packed_number, trimmed

FIELDS = ("text", "title", "body", "numbers")  # in the order in which a posting lists them
TEXT, TITLE, BODY, NUMBERS = range(len(FIELDS))
_SMALL = tuple(text.encode("ascii") for text in PACKED)


def _signs(number: int) -> bytes:
    return _SMALL[number] if number < len(_SMALL) else packed_number(number).encode("ascii")


class Tally:
    """The documents that hold a key in one field, how often, and in which sections."""

    __slots__ = ("_count", "_counts", "_deltas", "_last", "_many", "_mask", "_masks", "_previous")

    def __init__(self) -> None:
        """Begin without documents."""
        self._deltas, self._counts, self._masks = bytearray(), bytearray(), bytearray()
        self._last = self._previous = -1
        self._count = self._mask = 0
        self._many = False

    def add(self, document: int, count: int, mask: int) -> None:
        """Note ``count`` more occurrences in a document; no document may come after a later one."""
        if document == self._last:
            self._count += count
            self._mask |= mask
            return
        self._flush()
        self._last, self._count, self._mask = document, count, mask

    def latest(self, document: int) -> tuple[int, int]:
        """Occurrences and sections in the document that was added to last; (0, 0) for any other."""
        return (self._count, self._mask) if document == self._last else (0, 0)

    def packed(self) -> tuple[str, str, str]:
        """Deltas, counts ("" where each is one) and masks of sections."""
        self._flush()
        counts = self._counts.decode("ascii") if self._many else ""
        return self._deltas.decode("ascii"), counts, self._masks.decode("ascii")

    def _flush(self) -> None:
        if not self._count:
            return
        self._deltas += _signs(self._last - self._previous - 1)
        self._counts += _signs(self._count - 1)
        self._masks += _signs(self._mask)
        self._many = self._many or self._count > 1
        self._previous, self._count = self._last, 0


class Counted(NamedTuple):
    """What a posting counts in one document: in ``all`` fields, in those ``besides`` the text, and its sections as bits."""

    all: int
    besides: int
    mask: int


class Posting:
    """Where a key stands, field by field; ``documents`` counts those that hold it in any."""

    __slots__ = ("_fields", "_last", "documents")

    def __init__(self) -> None:
        """Begin without documents."""
        self._fields: list[Tally | None] = [None] * len(FIELDS)
        self._last = -1
        self.documents = 0

    def add(self, field: int, document: int, count: int, mask: int) -> None:
        """Note ``count`` more occurrences in a field of a document; no document may come after a later one."""
        tally = self._fields[field]
        if tally is None:
            tally = self._fields[field] = Tally()
        tally.add(document, count, mask)
        if document != self._last:
            self._last = document
            self.documents += 1

    def counted(self, document: int) -> Counted:
        """What is counted in the latest document; nothing for any other."""
        counts = [tally.latest(document) if tally else (0, 0) for tally in self._fields]
        besides = sum(count for field, (count, _) in enumerate(counts) if field != TEXT)
        return Counted(counts[TEXT][0] + besides, besides, counts[TEXT][1])

    def packed(self) -> list[object]:
        """The posting as a slice holds it: deltas, counts and masks of the text, deltas and counts of the other fields."""
        made: list[object] = []
        for number, tally in enumerate(self._fields):
            deltas, counts, masks = tally.packed() if tally else ("", "", "")
            made += (deltas, counts, masks) if number == TEXT else (deltas, counts)
        return trimmed(made)


class Places:
    """Every place where a form stands as a simple word, section by section of each document.

    Which documents, and how often in each field and in which sections, the form's posting tells; what is kept here is only
    what cannot be worked out from it.
    """

    __slots__ = ("_before", "_extra", "_gaps", "_shares")

    def __init__(self) -> None:
        """Begin without places."""
        self._gaps, self._shares, self._before, self._extra = bytearray(), bytearray(), bytearray(), bytearray()

    def add(self, sections: Mapping[int, Sequence[int]], counted: Counted) -> None:
        """Note the places in one more document, and what the posting counts there.

        ``sections`` gives the rising places by section, in order: 0 for what stands in none, else one more than the
        section's bit. ValueError if the posting counts more than there are places.
        """
        held = [places for kind, places in sections.items() if kind]
        for places in sections.values():
            last = -1
            for place in places:
                self._gaps += _signs(place - last - 1)
                last = place
        for places in held[:-1]:
            self._shares += _signs(len(places) - 1)
        self._before += _signs(len(sections.get(0, ())) - counted.besides if held else 0)
        self._extra += _signs(sum(map(len, sections.values())) - counted.all)

    def packed(self) -> tuple[str, ...]:
        """Gaps, shares, before and extra, as ``stored.places_of`` reads them."""
        sparse = ("" if not each.strip(_SMALL[0]) else each.decode("ascii") for each in (self._before, self._extra))
        return (self._gaps.decode("ascii"), self._shares.decode("ascii"), *sparse)
