"""From a word of a query to the keys that may stand for it, by the archive's own table of forms.

No lemmatiser runs here: the table and the endings are data, and the browser takes the same steps over them.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.search.language import Term
from generator.swedish.folding import fold
from generator.swedish.keys import EXACT, PART, WORD_LIMIT, has_digit, number_key, pieces_of, plain

EXACT_BOOST = 4.0
UNDOTTED_BOOST = 3.0  # the same letters but for the dots: "omraden" for "områden"
LEMMA_BOOST = 2.0
FAR_BOOST = 1.0  # a form that the word could be with dots, although it also stands in the archive as typed
PART_BOOST = 0.5
STEM_MINIMUM = 3  # letters left when an ending is taken off
SUGGESTIONS = 3

Forms = Mapping[str, Sequence[Sequence[str]]]  # folded form → [form, lemma key, part key …]


@dataclass(frozen=True, slots=True)
class Group:
    """The keys of which a document must hold one, with their boosts; empty where the archive knows no such word."""

    term: Term
    keys: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The table of forms with what is derived from it: every lemma and every part that stands in the archive."""

    forms: Forms
    endings: Sequence[Sequence[str]]
    lemmas: frozenset[str] = field(init=False)
    parts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the lemmas and parts."""
        entries = [entry for found in self.forms.values() for entry in found]
        object.__setattr__(self, "lemmas", frozenset(entry[1] for entry in entries if entry[1]))
        object.__setattr__(self, "parts", frozenset(part for entry in entries for part in entry[2:]))


def groups(term: Term, vocabulary: Vocabulary) -> tuple[Group, ...]:
    """What a document must hold for ``term``.

    One group as a rule, one for each piece of an unknown compound such as "KS-2019-1899", and a group without keys for
    a word that the archive does not know.
    """
    if term.prefix:
        return (Group(term, _by_prefix(plain(term.text), vocabulary)),)
    found = alternatives(term.text, vocabulary)
    pieces = pieces_of(plain(term.text))
    if found or len(pieces) < 2:
        return (Group(term, _for_exclusion(found) if term.without else found),)
    by_piece = [alternatives(piece, vocabulary) for piece in pieces]
    if term.without or not all(by_piece):
        return (Group(term, {}),)
    return tuple(Group(term, keys) for keys in by_piece)


def alternatives(word: str, vocabulary: Vocabulary) -> dict[str, float]:
    """The keys of one word with their boosts; {} if neither the word nor what is left without an ending is known."""
    form = plain(word)
    folded = fold(form)
    entries = vocabulary.forms.get(folded, ())
    same = [entry for entry in entries if entry[0] == form]
    others = [] if same and form != folded else [entry for entry in entries if entry[0] != form]
    made: dict[str, float] = {}
    for entry in same:
        _add(made, EXACT + entry[0], EXACT_BOOST)
        _add_lemma(made, entry[1], LEMMA_BOOST, vocabulary)
    for entry in others:
        _add(made, EXACT + entry[0], FAR_BOOST if same else UNDOTTED_BOOST)
        _add_lemma(made, entry[1], FAR_BOOST if same else LEMMA_BOOST, vocabulary)
    if not made:
        for lemma in _reduced(form, folded, vocabulary):
            _add_lemma(made, lemma, LEMMA_BOOST, vocabulary)
    return made


def suggestions(term: Term, vocabulary: Vocabulary, count: Callable[[str], int]) -> tuple[str, ...]:
    """The archive's nearest words to one it does not know: by edits, then by how many documents hold them."""
    wanted = fold(plain(term.text))
    most = 0 if len(wanted) < STEM_MINIMUM or len(wanted) > WORD_LIMIT else 1 if len(wanted) < 5 else 2
    near: list[tuple[int, int, str]] = []
    for folded, entries in vocabulary.forms.items():
        if not most or abs(len(folded) - len(wanted)) > most or has_digit(folded) or len(folded) < STEM_MINIMUM:
            continue
        edits = distance(wanted, folded, most)
        if edits <= most:
            best = min(entries, key=lambda entry: (-count(EXACT + entry[0]), entry[0]))
            near.append((edits, -count(EXACT + best[0]), best[0]))
    return tuple(form for _, _, form in heapq.nsmallest(SUGGESTIONS, near))


def distance(left: str, right: str, most: int) -> int:
    """How many letters must be put in, taken out, changed or swapped with their neighbour; ``most + 1`` if more."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _by_prefix(form: str, vocabulary: Vocabulary) -> dict[str, float]:
    folded = fold(form)
    found = [entry[0] for key in vocabulary.forms if key.startswith(folded) for entry in vocabulary.forms[key]]
    if form != folded:
        found = [known for known in found if known.startswith(form)] or found
    return {EXACT + known: EXACT_BOOST if known == form else LEMMA_BOOST for known in sorted(found)}


def _reduced(form: str, folded: str, vocabulary: Vocabulary) -> list[str]:
    """The lemmas that an unknown form may have: itself, or what is left when an ending is taken off or replaced."""
    if len(folded) > WORD_LIMIT:
        return []
    start = number_key(form) if has_digit(form) else folded
    if start in vocabulary.lemmas or start in vocabulary.parts:
        return [start]
    if has_digit(form):
        return []
    made: list[str] = []
    length = 0
    for ending, replacement in vocabulary.endings:
        if made and len(ending) > length:
            break
        if not folded.endswith(ending) or len(folded) - len(ending) < STEM_MINIMUM:
            continue
        lemma = folded[: len(folded) - len(ending)] + replacement
        if (lemma in vocabulary.lemmas or lemma in vocabulary.parts) and lemma not in made:
            made.append(lemma)
            length = len(ending)
    return made


def _for_exclusion(found: dict[str, float]) -> dict[str, float]:
    """Without the compound parts: "-polis" leaves out polisen, not polismodellen."""
    return {key: boost for key, boost in found.items() if not key.startswith(PART)}


def _add_lemma(made: dict[str, float], lemma: str, boost: float, vocabulary: Vocabulary) -> None:
    if lemma in vocabulary.lemmas:
        _add(made, lemma, boost)
    if lemma in vocabulary.parts:
        _add(made, PART + lemma, PART_BOOST)


def _add(made: dict[str, float], key: str, boost: float) -> None:
    made[key] = max(boost, made.get(key, 0.0))
