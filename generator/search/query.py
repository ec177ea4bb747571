"""Searching: a query and filters against the published files, with the same answers as in the browser.

Nothing here knows where the files lie: ``load`` is given a function that reads one by its path under the site.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lunr.index import Index
from lunr.query import QueryPresence

from generator.search.choices import Filters, chosen
from generator.search.excerpts import Excerpt, best_passages, holds
from generator.search.expand import EXACT_BOOST, Group, Vocabulary, groups, suggestions
from generator.search.index import DOCUMENTS, FORMS, INDEX, passages_path
from generator.search.labels import message
from generator.search.language import Phrase, Query, Term, parse
from generator.swedish.keys import EXACT

__all__ = ["Filters", "Hit", "LoadedIndex", "Results", "load", "search"]

Row = Mapping[str, Any]  # a document as ``sok/dokument.json`` lists it


@dataclass(frozen=True, slots=True)
class LoadedIndex:
    """A published index in memory; the passages are read through ``read`` when a hit is shown."""

    read: Callable[[str], bytes]
    fields: Sequence[str]
    version: str
    postings: Mapping[str, Mapping[str, Any]]
    vectors: Mapping[str, Sequence[float]]
    vocabulary: Vocabulary
    documents: Mapping[str, Row]
    listing: Row

    def count(self, key: str) -> int:
        """How many documents hold the key; 0 for a key that the index does not have."""
        posting = self.postings.get(key, {})
        return len({document for name in self.fields for document in posting.get(name, {})})

    def passages(self, document_id: str) -> list[list[str]]:
        """The passages (id, text) of a document, in order."""
        found: list[list[str]] = json.loads(self.read(passages_path(document_id)))
        return found


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers to the query: its page, its score (0 where only filters were given), its passages."""

    id: str
    url: str
    score: float
    passages: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """An answer: ``count`` hits in all, the first of them in ``hits``.

    ``message`` (Swedish) tells why there are none or why the query could not be read; ``suggestions`` are whole
    queries to try instead.
    """

    query: str
    count: int = 0
    hits: tuple[Hit, ...] = ()
    message: str = ""
    suggestions: tuple[str, ...] = field(default=())

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
    """A query as typed, as read, and as the keys that documents must or must not hold."""

    text: str
    parsed: Query
    wanted: tuple[Group, ...] = ()
    of_phrases: tuple[Group, ...] = ()
    unwanted: tuple[Group, ...] = ()

    @property
    def needed(self) -> tuple[Group, ...]:
        """All groups of which a document must hold a key."""
        return (*self.wanted, *self.of_phrases)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases that must stand in a document."""
        return tuple(phrase for phrase in self.parsed.phrases if not phrase.without)


def load(read: Callable[[str], bytes]) -> LoadedIndex:
    """The index behind ``read``. What ``read`` raises for a missing file passes through; ValueError for broken JSON."""
    index = json.loads(read(INDEX))
    forms = json.loads(read(FORMS))
    listing = json.loads(read(DOCUMENTS))
    return LoadedIndex(
        read=read,
        fields=index["fields"],
        version=index["version"],
        postings=dict(index["invertedIndex"]),
        vectors=dict(index["fieldVectors"]),
        vocabulary=Vocabulary(forms["forms"], forms["endings"]),
        documents={row["id"]: row for row in listing["documents"]},
        listing=listing,
    )


def search(index: LoadedIndex, query: str, filters: Filters | None = None, limit: int = 20) -> Results:
    """The best ``limit`` documents for ``query`` within ``filters``.

    A query that cannot be read, or finds nothing, gives a message; a query without words but with filters gives every
    document they let through, newest first.
    """
    filters = filters or Filters()
    parsed = parse(query)
    if isinstance(parsed, str):
        return Results(query, message=parsed)
    if not parsed.seeks:
        if not parsed.choices and filters == Filters():
            return Results(query, message=message("empty"))
        rows = [row for row in index.documents.values() if chosen(row, filters, parsed.choices, index.listing)]
        rows.sort(key=lambda row: row["id"])
        rows.sort(key=_newest, reverse=True)
        return _results(index, _Sought(query, parsed), [(0.0, str(row["id"])) for row in rows], limit)
    sought = _sought(index, query, parsed)
    known = all(group.keys for group in sought.needed)
    together = _scored(index, sought.needed, sought.unwanted) if known else []
    scored = [hit for hit in together if _has_phrases(index, hit[1], parsed.phrases)]
    kept = [hit for hit in scored if chosen(index.documents[hit[1]], filters, parsed.choices, index.listing)]
    if not kept:
        return _nothing(index, sought, len(together), len(scored))
    return _results(index, sought, kept, limit)


def _sought(index: LoadedIndex, text: str, parsed: Query) -> _Sought:
    vocabulary = index.vocabulary
    return _Sought(
        text,
        parsed,
        wanted=tuple(group for term in parsed.terms if not term.without for group in groups(term, vocabulary)),
        of_phrases=tuple(
            group for phrase in parsed.phrases if not phrase.without for group in _phrase_groups(phrase, index)
        ),
        unwanted=tuple(group for term in parsed.terms if term.without for group in groups(term, vocabulary)),
    )


def _newest(row: Row) -> str:
    """The date to sort by; a document without one, or without a year in it, stands last."""
    date = str(row["date"] or "")
    return date if date[:1].isdigit() else ""


def _phrase_groups(phrase: Phrase, index: LoadedIndex) -> list[Group]:
    """Every word of a phrase must stand in the document exactly as written, before its text is looked at."""
    return [
        Group(Term(word, -1, -1), {EXACT + word: EXACT_BOOST} if EXACT + word in index.postings else {})
        for word in phrase.words
    ]


def _scored(index: LoadedIndex, wanted: Sequence[Group], unwanted: Sequence[Group]) -> list[tuple[float, str]]:
    """(score, document id) of the documents with a key of every wanted group and none of the unwanted, best first.

    lunr is asked once, with an index cut down to the query's keys: it scores exactly like the whole.
    """
    boosts: dict[str, float] = {}
    for group in wanted:
        for key, boost in group.keys.items():
            boosts[key] = boosts.get(key, 0.0) + boost
    banned = {key for group in unwanted for key in group.keys}
    cut = Index.load(_cut(index, {key for key in (*boosts, *banned) if key in index.postings}))
    query = cut.create_query()
    for key in sorted(boosts):
        query.clause(key, boost=boosts[key], use_pipeline=False)
    for key in sorted(banned):
        query.clause(key, presence=QueryPresence.PROHIBITED, use_pipeline=False)
    made: list[tuple[float, str]] = []
    for result in cut.query(query):
        found = result["match_data"].metadata
        if all(any(key in found for key in group.keys) for group in wanted):
            made.append((math.floor(result["score"] * 1e6 + 0.5) / 1e6, result["ref"]))
    return sorted(made, key=lambda hit: (-hit[0], hit[1]))


def _cut(index: LoadedIndex, keys: set[str]) -> dict[str, object]:
    """A lunr index of only these keys: their postings and, of every field's vector, only their elements."""
    postings = {key: index.postings[key] for key in sorted(keys)}
    numbers: dict[str, list[int]] = {}
    for posting in postings.values():
        for name in index.fields:
            for document in posting[name]:
                numbers.setdefault(f"{name}/{document}", []).append(posting["_index"])
    vectors = []
    for reference, wanted in numbers.items():
        elements = index.vectors[reference]
        cut: list[float] = []
        for number in sorted(wanted):
            cut += [number, elements[_position(elements, number) + 1]]
        vectors.append([reference, cut])
    return {
        "version": index.version,
        "fields": list(index.fields),
        "fieldVectors": vectors,
        "invertedIndex": [[key, posting] for key, posting in postings.items()],
        "pipeline": [],
    }


def _position(elements: Sequence[float], number: int) -> int:
    """Where ``number`` stands in a vector's flat list of number, weight, number, weight … in rising order."""
    low, high = 0, len(elements) // 2 - 1
    while low < high:
        middle = (low + high) // 2
        if elements[middle * 2] < number:
            low = middle + 1
        else:
            high = middle
    return low * 2


def _has_phrases(index: LoadedIndex, document_id: str, phrases: Sequence[Phrase]) -> bool:
    if not phrases:
        return True
    row = index.documents[document_id]
    texts = [row["title"], *row["names"], *row["also"], *(text for _, text in index.passages(document_id))]
    return all(holds(texts, phrase) != phrase.without for phrase in phrases)


def _results(index: LoadedIndex, sought: _Sought, scored: Sequence[tuple[float, str]], limit: int) -> Results:
    hits = tuple(
        Hit(
            document_id,
            index.documents[document_id]["url"],
            score,
            best_passages(index.passages(document_id), sought.wanted, sought.phrases, index.vocabulary),
        )
        for score, document_id in scored[: max(limit, 0)]
    )
    return Results(sought.text, len(scored), hits, "" if scored else message("none"))


def _nothing(index: LoadedIndex, sought: _Sought, together: int, scored: int) -> Results:
    """Why nothing was found, by what helps most: an unknown word, filters, a phrase, an exclusion, words apart."""
    unknown = [group.term for group in sought.needed if not group.keys]
    if unknown:
        near = {term: suggestions(term, index.vocabulary, index.count) for term in unknown if term.start >= 0}
        tries = _tries(sought.parsed.text, near)
        said = message("none-unknown", word=unknown[0].text)
        if tries:
            said += " " + message("meant", words=f" {message('or')} ".join(f"”{text}”" for text in tries))
        return Results(sought.text, message=said, suggestions=tries)
    if scored:
        return Results(sought.text, message=message("none-filtered", count=scored))
    if together:
        return Results(sought.text, message=message("none-phrase"))
    bare = _scored(index, sought.needed, ())
    if bare:
        return Results(sought.text, message=message("none-without", count=len(bare)))
    counts = ", ".join(f"”{group.term.text}” {len(_scored(index, [group], ()))}" for group in sought.needed)
    return Results(sought.text, message=message("none-together", counts=counts))


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
