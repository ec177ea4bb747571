"""What is counted while the documents are read: where a key stands, packed as it is met.

Documents come in rising order, so that every number can be written down at once as its distance from the one before; an
archive of ten thousand answers so takes little more memory than its index takes on disk.
"""

from __future__ import annotations

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

    def packed(self) -> list[object]:
        """The posting as a slice holds it: deltas, counts and masks of the text, deltas and counts of the other fields."""
        made: list[object] = []
        for number, tally in enumerate(self._fields):
            deltas, counts, masks = tally.packed() if tally else ("", "", "")
            made += (deltas, counts, masks) if number == TEXT else (deltas, counts)
        return trimmed(made)


class Places:
    """Every place where a form stands as a simple word, document by document, with the section of each."""

    __slots__ = ("_count", "_counts", "_deltas", "_gaps", "_kinds", "_last", "_place")

    def __init__(self) -> None:
        """Begin without places."""
        self._deltas, self._counts = bytearray(), bytearray()
        self._gaps, self._kinds = bytearray(), bytearray()
        self._last = self._place = -1
        self._count = 0

    def add(self, document: int, place: int, kind: int) -> None:
        """Note a place; places of a document come in rising order, and no document after a later one."""
        if document != self._last:
            self._flush()
            self._deltas += _signs(document - self._last - 1)
            self._last, self._place = document, -1
        self._gaps += _signs(place - self._place - 1)
        self._kinds += _signs(kind)
        self._place = place
        self._count += 1

    def packed(self) -> list[str]:
        """Deltas of documents, counts, gaps between places and kinds of sections."""
        self._flush()
        return [each.decode("ascii") for each in (self._deltas, self._counts, self._gaps, self._kinds)]

    def _flush(self) -> None:
        if self._count:
            self._counts += _signs(self._count - 1)
            self._count = 0
