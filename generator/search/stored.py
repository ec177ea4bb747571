"""What the files of the index hold, read back: an entry of a word, the documents of a key, the places of a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.search.packing import rising, unpacked
from generator.search.tallies import FIELDS, TEXT

Packed = Sequence[str]  # a posting as a slice holds it


@dataclass(frozen=True, slots=True)
class Documents:
    """Where a key stands.

    ``fields`` gives for each of ``FIELDS`` how often it stands in each document that holds it there; ``masks`` the
    sections of each as bits, 0 for what stands in none.
    """

    fields: tuple[Mapping[int, int], ...]
    masks: Mapping[int, int]

    @property
    def size(self) -> int:
        """Documents with the key with the key as lunr counts them: each counts once for every field that holds it."""
        return sum(len(field) for field in self.fields)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the archive with its lemma's key."""

    text: str
    lemma: str
    posting: Packed


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling that restoring replaced; ``lemma`` of the word it became, "" where it leads to none."""

    text: str
    lemma: str
    posting: Packed


@dataclass(frozen=True, slots=True)
class Entry:
    """What the archive knows of a folded word: its forms, the forms it is the lemma of, compounds with it, spellings."""

    word: str
    forms: tuple[Form, ...] = ()
    part: Packed = ()
    lemmas: tuple[str, ...] = ()
    spellings: tuple[Spelling, ...] = ()


def entry_of(stored: Sequence[Any]) -> Entry:
    """An entry as a slice of words holds it."""
    members: list[Any] = [*stored, *[None] * (5 - len(stored))]
    word, rows, part, lemmas, spellings = members
    forms = tuple(Form(row[0] or word, row[1] or word, row[2]) for row in rows or ())
    return Entry(
        word,
        forms,
        part or (),
        tuple(lemmas or (form.text for form in forms if form.lemma == word)),
        tuple(Spelling(row[0], row[1] or "", row[2] if len(row) > 2 else ()) for row in spellings or ()),
    )


def documents_of(posting: Packed) -> Documents:
    """The documents in a packed posting."""
    members = [*posting, *[""] * (1 + 2 * len(FIELDS) - len(posting))]
    masks = members.pop(2)
    fields = []
    for number in range(len(FIELDS)):
        found = rising(unpacked(members[2 * number]))
        counts = unpacked(members[2 * number + 1]) or [0] * len(found)
        fields.append({document: count + 1 for document, count in zip(found, counts, strict=True)})
    return Documents(tuple(fields), dict(zip(fields[TEXT], unpacked(masks), strict=True)))


def together(found: Iterable[Documents]) -> Documents:
    """The documents of several keys as if they were one: counts added up, sections joined."""
    fields: tuple[dict[int, int], ...] = tuple({} for _ in FIELDS)
    masks: dict[int, int] = {}
    for one in found:
        for mine, theirs in zip(fields, one.fields, strict=True):
            for document, count in theirs.items():
                mine[document] = mine.get(document, 0) + count
        for document, mask in one.masks.items():
            masks[document] = masks.get(document, 0) | mask
    return Documents(fields, masks)


def places_of(row: Sequence[str]) -> dict[int, dict[int, int]]:
    """The places of a form, document by document, each with its section's number (0 for none)."""
    _, deltas, counts, gaps, kinds = row
    steps, numbers = unpacked(gaps), unpacked(kinds)
    made: dict[int, dict[int, int]] = {}
    at = 0
    for document, count in zip(rising(unpacked(deltas)), unpacked(counts), strict=True):
        end = at + count + 1
        made[document] = dict(zip(rising(steps[at:end]), numbers[at:end], strict=True))
        at = end
    return made
