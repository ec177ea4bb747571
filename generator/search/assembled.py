"""A lunr index of a query's keys and of the documents that have passed everything else, put together from the slices.

The weights are lunr's own, worked out from the whole archive's frequencies and lengths: what is assembled scores as the
whole index that lunr's builder makes would, to the third decimal that lunr rounds to.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from lunr.index import Index as Lunr

from generator.search.expand import idf
from generator.search.reading import Index
from generator.search.tallies import FIELDS

LUNR_VERSION = "2.3.9"  # the version of lunr.js that reads the index; lunr.py writes for it
K1, B = 1.2, 0.75  # lunr's own, of how fast more occurrences count for less, and how much a long text counts for less
# How much a word counts for by where it stands, in lunr's order of fields; a diary number or a title says what the document
# is about.
FIELD_BOOSTS = {"title": 3, "body": 2, "numbers": 3, "text": 1}


def scores(index: Index, boosts: Mapping[str, float], documents: Iterable[int]) -> dict[int, float]:
    """The score by lunr of each document that holds one of the keys, to six decimals."""
    wanted = set(documents)
    if not wanted or not boosts:
        return {}
    lunr = Lunr.load(assembled(index, boosts, wanted))
    query = lunr.create_query()
    for key in sorted(boosts):
        query.clause(key, boost=boosts[key], use_pipeline=False)
    return {int(result["ref"]): math.floor(result["score"] * 1e6 + 0.5) / 1e6 for result in lunr.query(query)}


def assembled(index: Index, keys: Iterable[str], documents: set[int]) -> dict[str, object]:
    """What lunr loads: the keys' postings among ``documents`` and the vectors of those documents' fields."""
    vectors: dict[str, list[float]] = {}
    inverted: list[list[object]] = []
    averages = {name: sum(lengths) / index.size for name, lengths in zip(FIELDS, index.columns.lengths, strict=True)}
    for number, key in enumerate(sorted(keys)):
        found = index.documents(key)
        rarity = idf(found.size, index.size)
        posting: dict[str, object] = {"_index": number}
        for name, boost in FIELD_BOOSTS.items():
            place = FIELDS.index(name)
            lengths = index.columns.lengths[place]
            held: dict[str, dict[str, object]] = {}
            for document, count in found.fields[place].items():
                if document in documents:
                    held[str(document)] = {}
                    vectors.setdefault(f"{name}/{document}", []).extend(
                        (number, weight(rarity, count, lengths[document] / averages[name], boost))
                    )
            posting[name] = held
        inverted.append([key, posting])
    return {
        "version": LUNR_VERSION,
        "fields": list(FIELD_BOOSTS),
        "fieldVectors": list(vectors.items()),
        "invertedIndex": inverted,
        "pipeline": [],
    }


def weight(rarity: float, count: int, length: float, boost: int) -> float:
    """The weight by lunr of a key in a field: ``length`` is the field's beside the average one's, ``rarity`` the key's idf."""
    score = rarity * ((K1 + 1) * count) / (K1 * (1 - B + B * length) + count) * boost
    return math.floor(score * 1000 + 0.5) / 1000
