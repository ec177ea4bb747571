"""The search index as files, made from the archive.

What lies under ``sok/``: a root that names everything and has one value of each kind for every document (its columns),
slices of words and of places, and a file for each document, fetched only for the hits that are shown. The path of every
file but the root tells its content, so that what was fetched of one archive is never taken for a part of the next. What
stands there are frequencies and lengths; the weights are worked out when a query is asked.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from generator import addresses
from generator.labels import STANCES
from generator.model import Archive, DataFile, Settings
from generator.search.documents import KINDS, SearchDocument, documents, shown
from generator.search.endings import endings
from generator.search.labels import FILTER_EXAMPLES, KIND_WORDS, MESSAGES, SECTION_WORDS
from generator.search.packing import digest, encoded, packed
from generator.search.postings import Gathered, gather, texts
from generator.search.slices import FOLDER, named, spelling_files, word_slices
from generator.search.tallies import FIELDS
from generator.swedish.keys import forms, part_keys
from generator.swedish.words import words

INDEX: Final = f"{FOLDER}/index.json"
SCHEMA: Final = 2
TITLES: Final = 128  # motions in a file of titles
VERSION: Final = 6  # hex digits: two versions of one case are told apart but once in sixteen million
_NUMERAL = re.compile(r"0|[1-9][0-9]{0,9}")


def build_index(archive: Archive, settings: Settings) -> tuple[DataFile, ...]:
    """All files that search needs, sorted by path; the same bytes for the same archive.

    An empty archive gives an index without documents.
    """
    found = documents(archive, settings)
    gathered = gather(found)
    titles = {motion.id: motion.title.value for motion in archive.motions}
    cases, shown_texts = _texts(found, titles)
    bodies = _bodies(found, archive)
    years = sorted({document.year for document in found if document.year})
    (word_cut, places), spelling = word_slices(gathered), spelling_files(gathered)
    dates = named(f"{FOLDER}/datum", encoded(_dates(found)))
    blocks = [
        named(f"{FOLDER}/motioner", encoded([titles.get(case, "") for case, *_ in cases[at : at + TITLES]]))
        for at in range(0, len(cases), TITLES)
    ]
    root = {
        "schema": SCHEMA,
        "site": settings.site_name,
        "documents": len(found),
        "motions": cases,
        "words": word_cut.listed(),
        "spelling": {letter: file.path for letter, file in spelling.items()},
        # Every search needs the columns: in the root they come a round trip earlier than as a file that it names.
        "columns": _columns(found, gathered, list(bodies), years),
        "dates": dates.path,
        "titles": [file.path for file in blocks],
        "bodies": bodies,
        "stances": STANCES,
        "kinds": KIND_WORDS,
        "sections": SECTION_WORDS,
        "years": years,
        "messages": MESSAGES,
        "examples": FILTER_EXAMPLES,
        "endings": endings(),
        "unknown_body": addresses.UNKNOWN_BODY,
    }
    # The root is the one file whose order of keys means something: its words stand in the order in which they are shown.
    made = [DataFile(INDEX, encoded(root, keep_order=True)), *word_cut.files, *places, *spelling.values(), dates, *blocks]
    made += shown_texts
    return tuple(sorted({file.path: file for file in made}.values(), key=lambda file: file.path))


def text_path(case: str, version: str, number: int) -> str:
    """Where the texts of a case's document lie; its documents are counted from 0 in the order of the index.

    ``version`` is a digest of the case's texts: a page that was opened before the archive was replaced so asks for a file
    that is gone, rather than for another document's.
    """
    return f"{FOLDER}/texter/{case}/{version}/{number}.json"


def _bodies(found: Sequence[SearchDocument], archive: Archive) -> dict[str, str]:
    """The bodies that documents come from, by id, with their names.

    An id of digits alone comes first, because JavaScript puts such keys first whatever their place in a file.
    """
    asked = {body for document in found for body in document.bodies}
    names = {body.id: body.name for body in archive.bodies if body.id in asked} | {
        body: body for body in sorted(asked - {body.id for body in archive.bodies})
    }
    numerals = sorted((body for body in names if _NUMERAL.fullmatch(body)), key=int)
    return {body: names[body] for body in (*numerals, *(body for body in names if body not in numerals))}


def _columns(found: Sequence[SearchDocument], gathered: Gathered, bodies: Sequence[str], years: Sequence[str]) -> object:
    stances: list[str] = list(STANCES)
    body_numbers = {body: number for number, body in enumerate(bodies)}
    year_numbers = {year: number for number, year in enumerate(years, 1)}
    return {
        "lengths": {name: packed(gathered.lengths[number]) for number, name in enumerate(FIELDS)},
        "kind": packed(KINDS.index(document.kind) for document in found),
        "stance": packed(1 + stances.index(document.stance) if document.stance else 0 for document in found),
        "year": packed(year_numbers[document.year] if document.year else 0 for document in found),
        "bodies": packed(
            number for document in found for number in (len(document.bodies), *(body_numbers[body] for body in document.bodies))
        ),
        "sections": packed(mask_of(document.sections) for document in found),
    }


def mask_of(sections: Iterable[int]) -> int:
    """The sections of a document's passages as bits."""
    mask = 0
    for section in sections:
        mask |= 1 << section if section >= 0 else 0
    return mask


def _dates(found: Sequence[SearchDocument]) -> object:
    """The dates there are, and for each document 0 for none or the place of its own; a date without a year is none."""
    dates = sorted({document.date for document in found if document.date and document.date[:1].isdigit()})
    numbers = {date: number for number, date in enumerate(dates, 1)}
    return {"dates": dates, "of": packed(numbers.get(document.date or "", 0) for document in found)}


def _texts(found: Sequence[SearchDocument], titles: dict[str, str]) -> tuple[list[tuple[str, int, str]], list[DataFile]]:
    """The cases in order, (id, number of documents, version), and their documents' texts."""
    cases: list[tuple[str, int, str]] = []
    made: list[DataFile] = []
    compounds: dict[str, str] = {}
    for case, held in itertools.groupby(found, key=lambda document: document.motion):
        rows = [encoded(_row(document, titles, compounds)) for document in held]
        version = digest(b"\n".join(rows))[:VERSION]
        cases.append((case, len(rows), version))
        made += [DataFile(text_path(case, version, number), row) for number, row in enumerate(rows)]
    return cases, made


def _row(document: SearchDocument, titles: dict[str, str], compounds: dict[str, str]) -> dict[str, Any]:
    return {
        "id": document.id,
        "url": document.url,
        "what": document.what,
        "kind": document.kind,
        "title": document.title,
        "motion": document.motion,
        "case": titles.get(document.motion, ""),
        "bodies": document.bodies,
        "names": document.body_names,
        "also": (*document.numbers, *document.names, *(one for one in document.headings if one != titles.get(document.motion))),
        "year": document.year,
        "stance": document.stance,
        "date": document.date,
        "passages": [
            [passage.id, shown(passage.text), section]
            for passage, section in zip(document.passages, document.sections, strict=True)
        ],
        "parts": _compounds(document, compounds),
        **({"retold": True} if document.retold else {}),
    }


def _compounds(document: SearchDocument, known: dict[str, str]) -> dict[str, str]:
    """Each form of a document that is a compound, with the keys of its parts: what marks it in a hit."""
    made: dict[str, str] = {}
    for word in {word.text for text, _ in texts(document) for word in words(text)}:
        for form in forms(word):
            if form not in known:
                known[form] = " ".join(part_keys(form))
            if known[form]:
                made[form] = known[form]
    return made
