"""Where in a document a query's words stand: phrases as written, the best passages, and the spans to mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.search.expand import Group, Vocabulary
from generator.search.language import Phrase, simple_words
from generator.swedish.folding import fold
from generator.swedish.keys import EXACT, PART, plain
from generator.swedish.words import words

PHRASE_WEIGHT = 8.0  # more than an exact word: a whole phrase says more
BEST = 3  # passages shown for a hit
_ENDS = frozenset(".!?;")  # between two words of a phrase only if the query has the same there

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of a hit, whole; ``marks`` are the spans of ``text`` that answer to the query, in order."""

    id: str
    text: str
    marks: tuple[Span, ...] = ()


def phrase_spans(text: str, phrase: Phrase) -> list[Span]:
    """Every place in ``text`` where the words of ``phrase`` stand together, letter for letter but for case."""
    found = simple_words(text)
    size = len(phrase.words)
    return [
        (found[at][1], found[at + size - 1][2])
        for at in range(len(found) - size + 1)
        if all(found[at + i][0] == word for i, word in enumerate(phrase.words))
        and all(_joins(text[found[at + i][2] : found[at + i + 1][1]], gap) for i, gap in enumerate(phrase.gaps))
    ]


def holds(texts: Iterable[str], phrase: Phrase) -> bool:
    """Whether any of the texts has the phrase."""
    return any(phrase_spans(text, phrase) for text in texts)


def best_passages(
    passages: Sequence[Sequence[str]], groups: Sequence[Group], phrases: Sequence[Phrase], vocabulary: Vocabulary
) -> tuple[Excerpt, ...]:
    """At most ``BEST`` passages (id, text), best first.

    The best answer to most parts of the query, by the closest forms, most often. Where none does (the hit is by its
    title or number) the first passage comes back without marks.
    """
    ranked: list[tuple[int, float, int, int, Excerpt]] = []
    for order, (passage_id, text) in enumerate(passages):
        best: dict[int, float] = {}
        spans: list[Span] = []
        for number, phrase in enumerate(phrases):
            found = phrase_spans(text, phrase)
            if found:
                best[-1 - number] = PHRASE_WEIGHT
                spans += found
        for word in words(text):
            span = _weigh(word.text, word.start, groups, vocabulary, best)
            spans += span
        if best:
            marks = merged(spans)
            weight = sum(best[number] for number in sorted(best))
            ranked.append((-len(best), -weight, -len(marks), order, Excerpt(passage_id, text, marks)))
    if not ranked:
        return tuple(Excerpt(passage_id, text) for passage_id, text in passages[:1])
    ranked.sort(key=lambda row: row[:4])
    return tuple(row[4] for row in ranked[:BEST])


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping ones joined."""
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def _weigh(
    word: str, start: int, groups: Sequence[Group], vocabulary: Vocabulary, best: dict[int, float]
) -> list[Span]:
    """The spans of a word (or of its pieces) that answer to a group; the weight of each is noted in ``best``."""
    whole = _weights(plain(word), groups, vocabulary)
    if whole:
        _note(whole, best)
        return [(start, start + len(word))]
    spans: list[Span] = []
    found = simple_words(word)
    if len(found) > 1:
        for piece, left, right in found:
            weights = _weights(piece, groups, vocabulary)
            if weights:
                _note(weights, best)
                spans.append((start + left, start + right))
    return spans


def _weights(form: str, groups: Sequence[Group], vocabulary: Vocabulary) -> dict[int, float]:
    keys = [EXACT + form]
    for entry in vocabulary.forms.get(fold(form), ()):
        if entry[0] == form:
            keys += [entry[1], *(PART + part for part in entry[2:])]
    made: dict[int, float] = {}
    for number, group in enumerate(groups):
        weight = max((group.keys.get(key, 0.0) for key in keys), default=0.0)
        if weight:
            made[number] = weight
    return made


def _note(weights: dict[int, float], best: dict[int, float]) -> None:
    for number, weight in weights.items():
        best[number] = max(weight, best.get(number, 0.0))


def _joins(between: str, gap: str) -> bool:
    return " ".join(between.split()) == gap or not _ENDS.intersection(between)
