"""Searching: a query and filters against the published files, with the same answers as in the browser.

Which documents answer is settled with sets alone: words, exclusions, phrases, then filters. lunr ranks what is left, and
only the hits that are shown have their texts read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.search.assembled import scores
from generator.search.choices import Fault, Filters, Narrowing, facets, meant_words, narrowing, passing
from generator.search.excerpts import Excerpt, best_passages, marked_facts
from generator.search.expand import Group, boosts, groups, phrase_groups, suggestions
from generator.search.labels import message
from generator.search.language import Phrase, Query, Term, parse
from generator.search.phrases import phrase_sections
from generator.search.reading import Index, load

__all__ = ["ORDERS", "Filters", "Hit", "Index", "Results", "load", "search"]

ORDERS = ("relevans", "nyast", "aldst")

Facets = Mapping[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers to the query: its page, its score (0 where only filters were given), its passages.

    ``number`` is its place in the index. Where no passage holds any of the words, ``facts`` are the titles, numbers and
    names that do.
    """

    id: str
    url: str
    score: float
    passages: tuple[Excerpt, ...]
    number: int = 0
    facts: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """An answer: ``count`` hits in all, the first of them in ``hits``.

    ``message`` (Swedish) tells why there are none or why the query could not be read; ``suggestions`` are whole
    queries to try instead. ``facets`` say for each key how many documents each value would leave.
    """

    query: str
    count: int = 0
    hits: tuple[Hit, ...] = ()
    message: str = ""
    suggestions: tuple[str, ...] = ()
    facets: Facets = field(default_factory=dict)
    unreadable: bool = False

    def as_dict(self) -> dict[str, object]:
        """The shape that ``search --json`` prints, by the contract."""
        return {
            "query": self.query,
            "count": self.count,
            "hits": [
                {
                    "id": hit.id,
                    "url": hit.url,
                    "score": hit.score,
                    "passages": [{"id": passage.id, "text": passage.text} for passage in hit.passages],
                }
                for hit in self.hits
            ],
        }


@dataclass(frozen=True, slots=True)
class _Sought:
    """A query as read, and as the keys that documents must or must not hold; those of ``series`` only raise the score."""

    parsed: Query
    wanted: tuple[Group, ...] = ()
    series: tuple[Group, ...] = ()
    of_phrases: tuple[Group, ...] = ()
    unwanted: tuple[Group, ...] = ()

    @property
    def needed(self) -> tuple[Group, ...]:
        """All groups of which a document must hold a key."""
        return (*self.wanted, *self.of_phrases)

    @property
    def weighed(self) -> tuple[Group, ...]:
        """All groups that a document scores for."""
        return (*self.needed, *self.series)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases that must stand in a document."""
        return tuple(phrase for phrase in self.parsed.phrases if not phrase.without)


@dataclass(frozen=True, slots=True)
class _Found:
    """How many documents have the words, how many of these the phrases; ``where`` gives those without what is to be left out.

    Each of the last has its sections beside it, as bits.
    """

    worded: int
    phrased: int
    where: Mapping[int, int]


def search(
    index: Index, query: str, filters: Filters | None = None, limit: int = 20, order: str = "relevans"
) -> Results:
    """The best ``limit`` documents for ``query`` within ``filters``, by relevance, or by date: ``nyast``, ``aldst``.

    A query that cannot be read, names a value that nothing is called, or finds nothing, gives a message; a query without
    words to look for but with filters gives every document they let through, without those with the words to leave out,
    newest first. Documents without a date stand last.
    """
    parsed = parse(query)
    if isinstance(parsed, str):
        return Results(query, message=parsed, unreadable=True)
    side = narrowing(index, filters or Filters(), parsed.choices)
    if isinstance(side, Fault):
        return Results(query, message=side.message, unreadable=side.unreadable)
    if not parsed.seeks and not side.narrows:
        return Results(query, message=message("only-without" if parsed.leaves_out else "empty"), unreadable=parsed.leaves_out)
    sought = _sought(index, parsed)
    if not all(group.keys for group in sought.needed):
        return _unknown(index, query, sought)
    found = _found(index, sought)
    kept = passing(index, found.where, side)
    counted = facets(index, found.where, side)
    if not kept:
        return Results(query, message=_why(index, sought, found, side), facets=counted)
    ranked = scores(index, boosts(sought.weighed, index), kept) if parsed.seeks else dict.fromkeys(kept, 0.0)
    kept.sort(key=lambda number: (-ranked[number], number))
    if order in {"nyast", "aldst"} or not parsed.seeks:
        kept = _dated(index, kept, oldest=order == "aldst")
    hits = tuple(_hit(index, number, ranked[number], sought, side) for number in kept[: max(limit, 0)])
    return Results(query, len(kept), hits, facets=counted)


def _sought(index: Index, parsed: Query) -> _Sought:
    series = (group for term in parsed.terms if term.series for group in groups(term, index))
    return _Sought(
        parsed,
        wanted=tuple(group for term in parsed.terms if not (term.without or term.series) for group in groups(term, index)),
        series=tuple(group for group in series if group.keys),
        of_phrases=tuple(
            group for phrase in parsed.phrases if not phrase.without for group in phrase_groups(phrase, index)
        ),
        unwanted=tuple(group for term in parsed.terms if term.without for group in groups(term, index)),
    )


def _found(index: Index, sought: _Sought) -> _Found:
    """The documents with a key of every wanted group, with the phrases, without the unwanted, in order.

    A document's sections are those in which every word and phrase stands; all that it has where none is looked for.
    """
    where = _all(index, sought.needed)
    worded = len(where)
    for phrase in sought.phrases:
        where = {number: where[number] & mask for number, mask in phrase_sections(index, phrase, where).items()}
    phrased = len(where)
    for group in sought.unwanted:
        for number in group.where(index):
            where.pop(number, None)
    for phrase in sought.parsed.phrases:
        if phrase.without:
            held = phrase_sections(index, phrase, where)
            where = {number: mask for number, mask in where.items() if number not in held}
    return _Found(worded, phrased, where)


def _all(index: Index, wanted: Sequence[Group]) -> dict[int, int]:
    """The documents that hold a key of every group, in order, each with the sections where all of them stand, as bits.

    Without groups every document, with the sections that it has.
    """
    held = sorted((group.where(index) for group in wanted), key=len)
    if not held:
        return dict(enumerate(index.columns.sections))
    made: dict[int, int] = {}
    for number in sorted(held[0]):
        if all(number in one for one in held):
            mask = held[0][number]
            for one in held[1:]:
                mask &= one[number]
            made[number] = mask
    return made


def _dated(index: Index, kept: Sequence[int], *, oldest: bool) -> list[int]:
    """Documents by date, those of a day in the order they have, those without a date last."""
    dates = index.dates
    dated = sorted((number for number in kept if dates[number]), key=lambda number: dates[number], reverse=not oldest)
    return [*dated, *(number for number in kept if not dates[number])]


def _hit(index: Index, number: int, score: float, sought: _Sought, side: Narrowing) -> Hit:
    row = index.row(number)
    passages = best_passages(row, sought.wanted, sought.phrases, side.sections)
    facts = () if any(one.marks for one in passages) else marked_facts(row, sought.wanted, sought.phrases)
    return Hit(row["id"], row["url"], score, passages, number, facts)


# "färg:röd"; what follows the colon in "SL:s" or "KF:en" is an ending.
_KEY = re.compile(r"([A-Za-zÅÄÖåäö]{2,}):(?=.{3})")


def _unknown(index: Index, query: str, sought: _Sought) -> Results:
    """The words that the archive does not know, and the query with the nearest ones in their place."""
    unknown = [group.term for group in sought.needed if not group.keys]
    tries = _tries(sought.parsed.text, {term: suggestions(term, index) for term in unknown if term.start >= 0})
    whole = tuple(dict.fromkeys(term.text for term in unknown if not term.prefix))
    listed = ", ".join(f"”{word}”" for word in whole)
    said = [message("none-unknown-more", words=listed)] if len(whole) > 1 else [message("none-unknown", word=word) for word in whole]
    said += dict.fromkeys(message("none-prefix", word=term.text) for term in unknown if term.prefix)
    said += dict.fromkeys(message("no-such-key", key=found[1]) for word in whole if (found := _KEY.match(word)))
    return Results(query, message=" ".join((*said, meant_words(tries) if tries else message("other-word"))), suggestions=tries)


def _why(index: Index, sought: _Sought, found: _Found, side: Narrowing) -> str:
    """Why nothing was found, by what helps most: filters, what is left out, a phrase, words apart."""
    if not sought.parsed.seeks:
        chosen = len(passing(index, _all(index, ()), side))
        return message("none-left", count=chosen) if chosen else message("none")
    if found.where:
        return message("none-filtered", count=len(found.where))
    if found.phrased:
        return message("none-without", count=found.phrased)
    if found.worded:
        return message("none-phrase")
    counts = ", ".join(f"”{group.term.text}” {len(group.where(index))}" for group in sought.needed)
    return message("none-together", counts=counts)


def _tries(text: str, near: Mapping[Term, tuple[str, ...]]) -> tuple[str, ...]:
    """The query with its unknown words replaced by their nearest, second nearest …; () if one has nothing near."""
    if not near or not all(near.values()):
        return ()
    made: list[str] = []
    for rank in range(max(len(words) for words in near.values())):
        tried = text
        for term in sorted(near, key=lambda term: -term.start):
            words = near[term]
            tried = tried[: term.start] + words[min(rank, len(words) - 1)] + tried[term.end :]
        made.append(tried.strip())
    return tuple(dict.fromkeys(made))
