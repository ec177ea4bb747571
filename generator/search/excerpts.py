"""Where in a document a query's words stand: the best passages, and the spans to mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.search.expand import EXACT_LEVEL, LEMMA_LEVEL, Group
from generator.search.language import Phrase, simple_words
from generator.search.phrases import Span, phrase_spans
from generator.swedish.folding import fold
from generator.swedish.keys import plain
from generator.swedish.words import words

PHRASE_WEIGHT = 2 * EXACT_LEVEL  # more than an exact word: a whole phrase says more
BEST = 3  # passages shown for a hit


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of a hit, whole; ``marks`` are the spans of ``text`` that answer to the query, in order.

    ``section`` is the place of its section among the archive's, −1 for none.
    """

    id: str
    text: str
    marks: tuple[Span, ...] = ()
    section: int = -1


def best_passages(
    row: Mapping[str, Any], groups: Sequence[Group], phrases: Sequence[Phrase], sections: frozenset[int] | None = None
) -> tuple[Excerpt, ...]:
    """At most ``BEST`` passages of a document as ``sok/texter/`` holds it, best first; only of ``sections`` if given.

    The best answer to most parts of the query, by the closest forms, most often. Where none does (the hit is by its
    title or number) the first passage comes back without marks.
    """
    passages = [one for one in row["passages"] if sections is None or one[2] in sections]
    ranked: list[tuple[int, float, int, int, Excerpt]] = []
    for order, (passage_id, text, section) in enumerate(passages):
        spans, best = marked(text, row["parts"], groups, phrases)
        if best:
            weight = sum(best[number] for number in sorted(best))
            ranked.append((-len(best), -weight, -len(spans), order, Excerpt(passage_id, text, spans, section)))
    if not ranked:
        return tuple(Excerpt(one[0], one[1], (), one[2]) for one in passages[:1])
    ranked.sort(key=lambda found: found[:4])
    return tuple(found[4] for found in ranked[:BEST])


def marked_facts(row: Mapping[str, Any], groups: Sequence[Group], phrases: Sequence[Phrase]) -> tuple[Excerpt, ...]:
    """What answers to the query outside the passages: numbers, people, names of the body, titles; each once, best first.

    A passage without id stands for each.
    """
    texts = dict.fromkeys((row["title"], row["case"], *row["also"], *row["names"]))
    found = [(marked(text, row["parts"], groups, phrases), text) for text in texts]
    found.sort(key=lambda one: -len(one[0][1]))
    return tuple(Excerpt("", text, spans) for (spans, best), text in found if best)


def marked(
    text: str, parts: Mapping[str, str], groups: Sequence[Group], phrases: Sequence[Phrase]
) -> tuple[tuple[Span, ...], dict[int, float]]:
    """The spans of ``text`` that answer to the query, and how well each part of the query is answered there.

    ``parts`` gives the compounds of the document with the keys of their parts, space between. Phrases are numbered
    downwards from −1, groups upwards from 0.
    """
    best: dict[int, float] = {}
    spans: list[Span] = []
    for number, phrase in enumerate(phrases):
        found = phrase_spans(text, phrase)
        if found:
            best[-1 - number] = PHRASE_WEIGHT
            spans += found
    for word in words(text):
        spans += _weigh(word.text, word.start, parts, groups, best)
    return merged(spans), best


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
    word: str, start: int, parts: Mapping[str, str], groups: Sequence[Group], best: dict[int, float]
) -> list[Span]:
    """The spans of a word (or of its pieces) that answer to a group; the weight of each is noted in ``best``."""
    whole = _weights(plain(word), parts, groups)
    if whole:
        _note(whole, best)
        return [(start, start + len(word))]
    spans: list[Span] = []
    found = simple_words(word)
    if len(found) > 1:
        for piece, left, right in found:
            weights = _weights(piece, parts, groups)
            if weights:
                _note(weights, best)
                spans.append((start + left, start + right))
    return spans


def _weights(form: str, parts: Mapping[str, str], groups: Sequence[Group]) -> dict[int, float]:
    held = parts.get(form, "").split(" ")
    made: dict[int, float] = {}
    for number, group in enumerate(groups):
        weight = max((group.parts.get(part, 0.0) for part in held), default=0.0)
        weight = max(weight, group.forms.get(form, 0.0))
        if group.start and _begins(form, group.start):
            weight = max(weight, LEMMA_LEVEL)
        if weight:
            made[number] = weight
    return made


def _begins(form: str, start: str) -> bool:
    return form.startswith(start) or fold(form).startswith(start)


def _note(weights: dict[int, float], best: dict[int, float]) -> None:
    for number, weight in weights.items():
        best[number] = max(weight, best.get(number, 0.0))
