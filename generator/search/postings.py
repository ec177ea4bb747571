"""From documents to what is counted of them: every form, part and restored spelling, places, lengths.

A word of a text gives its forms (``swedish.keys.forms``), each form a lemma and the parts of a compound. The lemma has no
posting of its own: what it counts is the sum of its forms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator.model import Passage
from generator.search.documents import SearchDocument, shown
from generator.search.language import STOPS
from generator.search.tallies import BODY, FIELDS, NUMBERS, TEXT, TITLE, Places, Posting
from generator.swedish.keys import WORD_LIMIT, forms, has_digit, lemma_key, part_keys, pieces_of, plain
from generator.swedish.words import words

ORIGINAL_LIMIT = 4  # letters; a shorter misread word ("dr" for "är") is too often a word of its own
NEXT, OVER_STOP, OVER_TEXT = 1, 2, 3  # from one place to the next: beside it, over a full stop or the like, to another text
_STOP = re.compile(f"[{re.escape(STOPS)}]")


@dataclass(slots=True)
class Gathered:
    """What is counted of all documents.

    ``forms``, ``parts`` and ``spellings`` hold the postings of exact forms, of parts of compounds and of spellings that
    restoring replaced; ``restored`` says by which words, and how often. ``lengths`` are the fields' lengths in keys.
    """

    forms: dict[str, Posting] = field(default_factory=dict)
    parts: dict[str, Posting] = field(default_factory=dict)
    spellings: dict[str, Posting] = field(default_factory=dict)
    restored: dict[str, Counter[str]] = field(default_factory=dict)
    places: dict[str, Places] = field(default_factory=dict)
    lengths: tuple[list[int], ...] = field(default_factory=lambda: tuple([] for _ in FIELDS))


@dataclass(slots=True)
class _Known:
    """A word as it stands in a text: the postings it adds to, and how many keys it gives."""

    postings: tuple[Posting, ...]
    keys: int


def gather(documents: Iterable[SearchDocument]) -> Gathered:
    """Count everything in the documents, which are numbered as they come."""
    made = Gathered()
    known: dict[str, _Known] = {}
    for number, document in enumerate(documents):
        text, originals = _text(document, made)
        counted = (text, _counted((document.title, *document.headings)), _counted(document.body_names), _counted(document.numbers))
        for place, counts in zip((TEXT, TITLE, BODY, NUMBERS), counted, strict=True):
            length = 0
            for word, (count, mask) in counts.items():
                entry = known.get(word) or known.setdefault(word, _known(word, made))
                for posting in entry.postings:
                    posting.add(place, number, count, mask)
                length += entry.keys * count
            made.lengths[place].append(length)
        for spelling, mask in originals:
            made.spellings.setdefault(spelling, Posting()).add(TEXT, number, 1, mask)
        made.lengths[TEXT][-1] += len(originals)
        _note_places(number, document, made)
    return made


def originals(passage: Passage) -> tuple[tuple[str, str], ...]:
    """The words of a passage as the source spells them, where they were restored: (original form, form now)."""
    made: list[tuple[str, str]] = []
    for restored in passage.restored:
        now = [plain(word.text) for word in words(passage.text[restored.start : restored.end])]
        then = [plain(word.text) for word in words(restored.original)]
        if len(now) == len(then):
            made += [pair for pair in zip(then, now, strict=True) if _is_spelling(*pair)]
        else:
            made += [(form, now[0] if len(now) == 1 else "") for form in then if _is_spelling(form, "")]
    return tuple(made)


def texts(document: SearchDocument) -> Iterator[tuple[str, int]]:
    """Every text of a document as it is shown, with its section's number, in the order of these numbers.

    The number is 0 for what stands in no section, else one more than the section's place among ``SECTIONS``.
    """
    for text in (document.title, *document.headings, *document.body_names, *document.numbers, *document.names):
        yield text, 0
    for kind, passage in sorted(zip(document.sections, document.passages, strict=True), key=lambda one: one[0]):
        yield shown(passage.text), kind + 1


def placed(found: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int, int]]:
    """The simple words of texts in order: (form, place, section's number).

    The places of a section rise from 0, as ``NEXT`` … ``OVER_TEXT`` say, and those of each section by themselves: no
    phrase goes from one text to another. Every form is one that ``forms`` gives for the word it stands in.
    """
    places: dict[int, int] = {}
    for text, kind in found:
        place = places.get(kind, -OVER_TEXT)
        step = OVER_TEXT
        end = 0
        for word in words(text):
            if step != OVER_TEXT and _STOP.search(text, end, word.start):
                step = OVER_STOP
            for form, inside in _simple(word.text):
                place += inside or step
                yield form, place, kind
            step = NEXT
            end = word.end
        places[kind] = place


@lru_cache(maxsize=200_000)
def _simple(word: str) -> tuple[tuple[str, int], ...]:
    """The simple words in a word, each with the step from the one before, 0 for the first: "bl.a" → (bl, 0), (a, 2)."""
    whole = plain(word)
    made: list[tuple[str, int]] = []
    end = 0
    for piece in pieces_of(whole):
        start = whole.index(piece, end)
        step = OVER_STOP if _STOP.search(whole, end, start) else NEXT
        made.append((piece, step if made else 0))
        end = start + len(piece)
    return tuple(made)


def _text(document: SearchDocument, made: Gathered) -> tuple[dict[str, list[int]], Sequence[tuple[str, int]]]:
    """How often each word stands in the text field, with its sections; and the spellings from before restoring."""
    counts = _counted(document.names)
    spellings: list[tuple[str, int]] = []
    for passage, section in zip(document.passages, document.sections, strict=True):
        mask = 1 << section if section >= 0 else 0
        for word in words(passage.text):
            entry = counts.setdefault(word.text, [0, 0])
            entry[0] += 1
            entry[1] |= mask
        for spelling, now in originals(passage):
            spellings.append((spelling, mask))
            made.restored.setdefault(spelling, Counter()).update([now])
    return counts, spellings


def _counted(found: Iterable[str]) -> dict[str, list[int]]:
    counts: dict[str, list[int]] = {}
    for text in found:
        for word in words(text):
            counts.setdefault(word.text, [0, 0])[0] += 1
    return counts


def _known(word: str, made: Gathered) -> _Known:
    postings: list[Posting] = []
    keys = 0
    for form in forms(word):
        parts = part_keys(form)
        postings.append(made.forms.setdefault(form, Posting()))
        postings += [made.parts.setdefault(part, Posting()) for part in parts]
        keys += 1 + bool(lemma_key(form)) + len(parts)
    return _Known(tuple(postings), keys)


def _note_places(number: int, document: SearchDocument, made: Gathered) -> None:
    held: dict[str, dict[int, list[int]]] = {}
    for form, place, kind in placed(texts(document)):
        held.setdefault(form, {}).setdefault(kind, []).append(place)
    for form, sections in held.items():
        if len(form) <= WORD_LIMIT:
            made.places.setdefault(form, Places()).add(sections, made.forms[form].counted(number))


def _is_spelling(form: str, now: str) -> bool:
    return 1 < len(form) <= WORD_LIMIT and not has_digit(form) and form != now
