"""A published index in memory: the root at once, everything else when a query asks for it, and then remembered.

Nothing here knows where the files lie: ``load`` is given a function that reads one by its path under the site.
"""

from __future__ import annotations

import bisect
import itertools
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.search.index import INDEX, SCHEMA, text_path
from generator.search.packing import in_code_units, unpacked
from generator.search.slices import letter_of, place_path
from generator.search.stored import PLACED, Documents, Entry, documents_of, entry_of, places_of, together
from generator.search.tallies import FIELDS
from generator.swedish.folding import fold
from generator.swedish.keys import EXACT, PART

ORIGINAL = "!"  # a spelling that restoring replaced
PREFIX = "^"  # all forms that begin so; no key of the index, but of a query
_LAST = "\uffff"  # stands after every letter


class Index:
    """A published index; ``root`` is what ``sok/index.json`` holds. Files are read through ``read``, each once."""

    def __init__(self, read: Callable[[str], bytes], root: Mapping[str, Any]) -> None:
        """Keep the reader and the root; work out which documents belong to which case."""
        self.root = root
        self.size: int = root["documents"]
        self.kinds: tuple[str, ...] = tuple(root["kinds"])
        self.cases: tuple[str, ...] = tuple(case for case, *_ in root["motions"])
        self.firsts: list[int] = []
        number = 0
        for _, count, _ in root["motions"]:
            self.firsts.append(number)
            number += count
        self._read = read
        self._words: dict[str, dict[str, Entry]] = {}
        self._places: dict[str, dict[str, tuple[str, ...]]] = {}
        self._documents: dict[str, Documents] = {}

    def entry(self, word: str) -> Entry:
        """What the archive knows of a folded word, or of a base form as written; an empty entry where it knows nothing."""
        number = _slice_of(fold(word), self.root["words"]["starts"])
        return self._slice(number).get(word, Entry(word)) if number >= 0 else Entry(word)

    def beginning(self, start: str) -> Iterator[Entry]:
        """Every entry whose folded word begins so, in order."""
        starts = self.root["words"]["starts"]
        for number in range(max(_slice_of(start, starts), 0), _slice_of(start + _LAST, starts) + 1):
            yield from (entry for word, entry in self._slice(number).items() if word.startswith(start))

    def spelt(self, folded: str) -> list[str]:
        """The base forms and parts of the archive with these letters, whatever their dots."""
        number = _slice_of(folded, self.root["words"]["starts"])
        if number < 0:
            return []
        return [word for word, one in self._slice(number).items() if fold(word) == folded and (one.lemmas or one.part)]

    def documents(self, key: str) -> Documents:
        """Where a key of a query stands; nowhere for a key that the archive does not have."""
        if key not in self._documents:
            self._documents[key] = self._found(key)
        return self._documents[key]

    def count(self, key: str) -> int:
        """How many documents hold a key of a query."""
        return len(set().union(*self.documents(key).fields))

    def prefixed(self, form: str) -> list[str]:
        """The forms that begin so, letters without dots for all; only those with the dots as typed where there are any."""
        folded = fold(form)
        found = [one.text for entry in self.beginning(folded) for one in entry.forms]
        return [known for known in found if known.startswith(form)] or found if form != folded else found

    def places(self, form: str) -> dict[int, list[int]]:
        """Where a form stands as a simple word: document → places, told by section as ``places_of`` says."""
        number = _slice_of(fold(form), self.root["words"]["starts"])
        if number < 0:
            return {}
        path = place_path(self.root["words"]["files"][number])
        if path not in self._places:
            known = [one.text for entry in self._slice(number).values() for one in entry.forms]
            stored = self.value(path)
            rows = itertools.zip_longest(*(stored.get(name, "").split(" ") for name in PLACED), fillvalue="")
            self._places[path] = dict(zip(known, rows, strict=False))  # forms without places are left out at the end
        row = self._places[path].get(form)
        return places_of(row, self.documents(EXACT + form)) if row and row[0] else {}

    def spelled(self, folded: str) -> list[tuple[str, int]]:
        """The words that may be proposed for one that begins as ``folded``, with how many documents hold each."""
        path = self.root["spelling"].get(letter_of(folded))
        if not path:
            return []
        stored = self.value(path)
        return list(zip(stored["words"], unpacked(stored["counts"]), strict=True))

    def case_of(self, document: int) -> int:
        """The place in ``cases`` of a document's case."""
        return bisect.bisect_right(self.firsts, document) - 1

    def row(self, document: int) -> dict[str, Any]:
        """A document as it is shown: its facts and its passages."""
        case = self.case_of(document)
        made: dict[str, Any] = self.value(text_path(self.cases[case], self.root["motions"][case][2], document - self.firsts[case]))
        return made

    @cached_property
    def columns(self) -> Columns:
        """What narrows a search, one value a document."""
        stored = self.root["columns"]
        bodies, flat = [], unpacked(stored["bodies"])
        at = 0
        for _ in range(self.size):
            bodies.append(tuple(flat[at + 1 : at + 1 + flat[at]]))
            at += 1 + flat[at]
        lengths = tuple(unpacked(stored["lengths"][name]) for name in FIELDS)
        kind, stance, year, sections = (unpacked(stored[name]) for name in ("kind", "stance", "year", "sections"))
        return Columns(lengths, kind, stance, year, sections, bodies)

    @cached_property
    def dates(self) -> list[str]:
        """The date of each document; "" for one without."""
        stored = self.value(self.root["dates"])
        known = ["", *stored["dates"]]
        return [known[number] for number in unpacked(stored["of"])]

    def value(self, path: str) -> Any:  # noqa: ANN401 - a file holds whatever JSON was written
        """A file's value; what ``read`` raises passes through, ValueError for broken JSON."""
        return json.loads(self._read(path))

    def _slice(self, number: int) -> dict[str, Entry]:
        path = self.root["words"]["files"][number]
        if path not in self._words:
            self._words[path] = {stored[0]: entry_of(stored) for stored in self.value(path)["words"]}
        return self._words[path]

    def _found(self, key: str) -> Documents:
        if key.startswith(EXACT):
            entry = self.entry(fold(key[1:]))
            return together(documents_of(form.posting) for form in entry.forms if form.text == key[1:])
        if key.startswith(PART):
            return documents_of(self.entry(key[1:]).part)
        if key.startswith(ORIGINAL):
            entry = self.entry(fold(key[1:]))
            return together(documents_of(one.posting) for one in entry.spellings if one.text == key[1:])
        forms = self.prefixed(key[1:]) if key.startswith(PREFIX) else self.entry(key).lemmas
        return together(self.documents(EXACT + form) for form in forms)


@dataclass(frozen=True, slots=True)
class Columns:
    """One value a document: ``lengths`` field by field, the numbers of kind, stance and year, sections as bits, bodies."""

    lengths: tuple[list[int], ...]
    kind: list[int]
    stance: list[int]
    year: list[int]
    sections: list[int]
    bodies: list[tuple[int, ...]]


def load(read: Callable[[str], bytes]) -> Index:
    """The index behind ``read``. What ``read`` raises for a missing file passes through; ValueError for another index."""
    root = json.loads(read(INDEX))
    if not isinstance(root, dict) or root.get("schema") != SCHEMA:
        message = "an index of another schema"
        raise ValueError(message)
    return Index(read, root)


def _slice_of(word: str, starts: Sequence[str]) -> int:
    """The number of the slice that a word lies in if the archive knows it; −1 before the first."""
    return bisect.bisect_right(starts, in_code_units(word), key=in_code_units) - 1
