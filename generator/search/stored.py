"""What the files of the index hold, read back: an entry of a word, the documents of a key, the places of a form."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.search.packing import rising, unpacked
from generator.search.tallies import FIELDS, TEXT

SECTION_STEP = 1 << 24  # between the places of one section and those of the next; no text has so many words
PLACED = ("gaps", "shares", "before", "extra")  # what a slice of places holds of each form
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
    """What the archive knows of a folded word: its forms, the forms it is the lemma of, compounds with it, spellings.

    ``unseen`` are forms of the archive's words that do not stand there themselves: (form, lemma's key).
    """

    word: str
    forms: tuple[Form, ...] = ()
    part: Packed = ()
    lemmas: tuple[str, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    unseen: tuple[tuple[str, str], ...] = ()


def entry_of(stored: Sequence[Any]) -> Entry:
    """An entry as a slice of words holds it."""
    members: list[Any] = [*stored, *[None] * (5 - len(stored))]
    word, rows, part, lemmas, spellings = members
    forms = tuple(Form(row[0] or word, row[1] or word, row[2]) for row in rows or () if len(row) > 2)
    return Entry(
        word,
        forms,
        part or (),
        tuple(lemmas or (form.text for form in forms if form.lemma == word)),
        tuple(Spelling(row[0], row[1] or "", row[2] if len(row) > 2 else ()) for row in spellings or ()),
        tuple((row[0] or word, row[1] or word) for row in rows or () if len(row) == 2),
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


def places_of(row: Sequence[str], found: Documents) -> dict[int, list[int]]:
    """The places of a form, document by document, rising; a section's places begin at its number times ``SECTION_STEP``.

    ``row`` is (gaps, shares, before, extra) as a slice of places holds them (``PLACED``), ``found`` where the form stands:

    - gaps: what is passed over before each place, in each section anew, sections in order, first what stands in none;
    - shares: where several sections of a document hold the form, how often each does but the last, less one;
    - before: where any does, how often the form stands outside all sections and in the text's field (people, attachments);
    - extra: how often it stands besides what ``found`` counts, where a word repeats it ("a-a").

    Of before and extra there is a number for each document, or none at all where every one is 0.
    """
    gaps, shares, before, extra = (iter(unpacked(packed)) for packed in row)
    made: dict[int, list[int]] = {}
    for document in sorted(set().union(*found.fields)):
        counts = [field.get(document, 0) for field in found.fields]
        mask = found.masks.get(document, 0)
        left = sum(counts) + next(extra, 0)
        named = next(before, 0)
        outside = named + sum(counts) - counts[TEXT] if mask else left
        places = _stepped(gaps, outside, 0)
        left -= outside
        for bit in range(mask.bit_length()):
            if mask >> bit & 1:
                share = next(shares) + 1 if mask >> bit > 1 else left
                places += _stepped(gaps, share, (bit + 1) * SECTION_STEP)
                left -= share
        made[document] = places
    return made


def _stepped(gaps: Iterator[int], count: int, first: int) -> list[int]:
    return [first + place for place in rising(itertools.islice(gaps, count))]
