"""What is put together from slices scores as lunr's whole index: the same hits, scores and order."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lunr.builder import Builder
from lunr.index import Index as Lunr

from generator.model import Archive, Motion
from generator.search.assembled import FIELD_BOOSTS, scores
from generator.search.documents import SearchDocument, documents
from generator.search.expand import boosts, groups
from generator.search.language import Term
from generator.search.postings import originals
from generator.search.query import search
from generator.search.reading import Index
from generator.swedish.keys import keys
from generator.swedish.words import words

from .archives import WORDS, archives
from .sample import ARCHIVE, SETTINGS, document, fact, loaded, passage, response, section

PRECISION = 0.0005  # of a weight: lunr rounds each to three decimals, in its own way


def whole(archive: Archive) -> Lunr:
    """Everything in lunr's own index, made by its builder of the same keys."""
    builder = Builder()
    builder.ref("id")
    for name, boost in FIELD_BOOSTS.items():
        builder.field(name, boost=boost)
    for number, one in enumerate(documents(archive, SETTINGS)):
        builder.add(
            {
                "id": str(number),
                "title": tokens(one.title, *one.headings),
                "body": tokens(*one.body_names),
                "numbers": tokens(*one.numbers),
                "text": [*tokens(*one.names), *text_tokens(one)],
            }
        )
    return builder.build()


def tokens(*texts: str) -> list[str]:
    """The keys of every word of the texts."""
    return [key for text in texts for word in words(text) for key in keys(word.text)]


def text_tokens(one: SearchDocument) -> Iterator[str]:
    """The keys of a document's passages, restored spellings among them."""
    for each in one.passages:
        yield from tokens(each.text)
        yield from (f"!{spelling}" for spelling, _ in originals(each))


def compare(index: Index, full: Lunr, query: list[str]) -> int:
    """Ask both for the words; assert that they answer alike, and give the number of hits."""
    asked = [group for word in query for group in groups(Term(word, 0, 0), index)]
    wanted = boosts(asked, index)
    if not wanted:
        return 0
    question = full.create_query()
    for key in sorted(wanted):
        question.clause(key, boost=wanted[key], use_pipeline=False)
    expected = {int(hit["ref"]): hit["score"] for hit in full.query(question)}
    found = scores(index, wanted, range(index.size))
    assert found.keys() == expected.keys()
    magnitude = math.sqrt(sum(boost * boost for boost in wanted.values()))
    slack = PRECISION * len(FIELD_BOOSTS) * sum(wanted.values()) / magnitude + 1e-6
    for number, score in found.items():
        assert abs(score - expected[number]) <= slack, (query, number)
    ranked = sorted(found, key=lambda number: (-found[number], number))
    theirs = sorted(expected, key=lambda number: (-expected[number], number))
    for mine, other in zip(ranked, theirs, strict=True):
        assert mine == other or abs(expected[mine] - expected[other]) <= slack, (query, mine, other)
    return len(found)


@settings(max_examples=60, deadline=None)
@given(archives(), st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), min_size=1, max_size=6))
def test_any_archive_scores_as_with_lunrs_whole_index(archive: Archive, queries: list[list[str]]) -> None:
    """Whatever the archive and the words, documents, scores and order are those of the index that lunr builds."""
    index = loaded(archive)
    if not index.size:
        assert all(search(index, " ".join(query)).count == 0 for query in queries)
        return
    full = whole(archive)
    for query in queries:
        compare(index, full, query)


def test_the_sample_scores_as_with_lunrs_whole_index() -> None:
    """Inflections, compounds, numbers, names and restored spellings score as in the index that lunr builds."""
    index, full = loaded(), whole(ARCHIVE)
    queries = ("vaktgrupp", "grupp", "omraden", "gingkriminalitet", "2021/77", "KS", "Gun", "dr", "rad", "råd träd", "norra nämnden")
    for query in queries:
        assert compare(index, full, query.split()) > 0, query


def test_real_texts_score_as_with_lunrs_whole_index(shared: Path) -> None:
    """Real documents score as in the index that lunr builds, for frequent words, rare ones and several together."""
    folder = shared / "goteborg" / "handlingar"
    files = sorted(path for path in folder.iterdir() if path.name < "2025")[:6]
    motions, answers = [], []
    for number, path in enumerate(files):
        blocks = [" ".join(block.split()) for block in path.read_text(encoding="utf-8").split("\n\n") if block.split()]
        case = f"ks-2022-{number}"
        motions.append(Motion(case, fact(blocks[0][:80]), sections=section(*map(passage, blocks[:20])), document=document(case)))
        answers += [
            response(case, (f"namnd-{part}",), "unclear", *map(passage, blocks[part * 40 + 20 : part * 40 + 60]), number=f"KS 2022/{number}")
            for part in range(4)
        ]
    archive = Archive(tuple(motions), tuple(answers))
    index, full = loaded(archive), whole(archive)
    for query in ("och", "kommunen", "motionen nämnden", "yttrande", "2022", "kommunstyrelsen beslut", "skola", "att inte"):
        assert compare(index, full, query.split()) > 0, query


@settings(max_examples=300, deadline=None)
@given(archives(), st.sampled_from(WORDS))
@example(ARCHIVE, "rad")
def test_no_document_without_the_form_outranks_one_with_it(archive: Archive, word: str) -> None:
    """For a word of the archive, what holds it as typed stands first, then inflections, and last what holds it as a part."""
    index = loaded(archive)
    made = groups(Term(word, 0, 0), index)
    if len(made) != 1 or f"={word.lower()}" not in made[0].keys:
        return
    ranks: dict[int, float] = {}
    for key, level in made[0].keys.items():
        for field in index.documents(key).fields:
            for number in field:
                ranks[number] = max(level, ranks.get(number, 0.0))
    hits = search(index, word, limit=100).hits
    levels = [ranks[hit.number] for hit in hits]
    assert levels == sorted(levels, reverse=True), [(hit.id, hit.score, ranks[hit.number]) for hit in hits]


