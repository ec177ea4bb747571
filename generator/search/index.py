"""The search index and its data files, made from the archive.

The index is lunr's own, of ready keys: no pipeline, no stemmer, no stop words (a phrase needs them). A file of passages
lies beside it for each document and is fetched only for the hits that are shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from lunr.builder import Builder

from generator import addresses
from generator.labels import STANCES
from generator.model import Archive, DataFile, Passage, Settings
from generator.search.documents import SearchDocument, documents
from generator.search.labels import FILTER_EXAMPLES, MESSAGES
from generator.search.vocabulary import endings, original_keys, vocabulary
from generator.swedish.keys import keys
from generator.swedish.words import words

FOLDER = "sok"
INDEX = f"{FOLDER}/index.json"
FORMS = f"{FOLDER}/former.json"
DOCUMENTS = f"{FOLDER}/dokument.json"
SCHEMA = 1
LUNR_VERSION = "2.3.9"  # the version of lunr.js that reads the index; lunr.py writes for it
# How much a word counts for by where it stands; a diary number or a title says what the document is about.
FIELD_BOOSTS = {"title": 3, "body": 2, "numbers": 3, "text": 1}


def build_index(archive: Archive, settings: Settings) -> tuple[DataFile, ...]:
    """All files that search needs, sorted by path; the same bytes for the same archive.

    An empty archive gives an index without documents.
    """
    found = documents(archive, settings)
    files = [
        _file(INDEX, _lunr(found)),
        _file(FORMS, {"schema": SCHEMA, "forms": vocabulary(found), "endings": endings()}),
        _file(DOCUMENTS, _listing(found, archive, settings)),
    ]
    files += [_file(passages_path(document.id), _passages(document.passages)) for document in found]
    return tuple(sorted(files, key=lambda file: file.path))


def passages_path(document_id: str) -> str:
    """Where the passages of a document lie: "ks-2019-1899/bromma" → "sok/texter/ks-2019-1899--bromma.json"."""
    return f"{FOLDER}/texter/{document_id.replace('/', '--')}.json"


def _lunr(found: tuple[SearchDocument, ...]) -> object:
    if not found:  # lunr's builder divides by the number of documents
        return {
            "version": LUNR_VERSION,
            "fields": list(FIELD_BOOSTS),
            "fieldVectors": [],
            "invertedIndex": [],
            "pipeline": [],
        }
    builder = Builder()
    builder.ref("id")
    for field, boost in FIELD_BOOSTS.items():
        builder.field(field, boost=boost)
    for document in found:
        builder.add(
            {
                "id": document.id,
                "title": list(_keys((document.title,))),
                "body": list(_keys(document.body_names)),
                "numbers": list(_keys(document.numbers)),
                "text": list(_text_keys(document)),
            }
        )
    made: object = builder.build().serialize()
    return made


def _text_keys(document: SearchDocument) -> Iterator[str]:
    yield from _keys(document.names)
    for passage in document.passages:
        yield from _keys((passage.text,))
        yield from original_keys(passage)


def _keys(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for word in words(text):
            yield from keys(word.text)


def _listing(found: tuple[SearchDocument, ...], archive: Archive, settings: Settings) -> object:
    """What the hits are shown with: short rows, with the names of bodies and motions apart."""
    asked = {body for document in found for body in document.bodies}
    return {
        "schema": SCHEMA,
        "site": settings.site_name,
        "documents": [
            {
                "id": document.id,
                "url": document.url,
                "what": document.what,
                "title": document.title,
                "motion": document.motion,
                "bodies": document.bodies,
                "names": document.body_names,
                "also": (*document.numbers, *document.names),
                "year": document.year,
                "stance": document.stance,
                "date": document.date,
            }
            for document in found
        ],
        "bodies": {body.id: body.name for body in archive.bodies if body.id in asked},
        "motions": {motion.id: motion.title.value for motion in archive.motions},
        "stances": STANCES,
        "messages": MESSAGES,
        "examples": FILTER_EXAMPLES,
        "unknown_body": addresses.UNKNOWN_BODY,
    }


def _passages(found: tuple[Passage, ...]) -> object:
    # A page shows every white space as one: what parts the cells and rows of a table must be seen.
    return [[passage.id, _readable(passage.text)] for passage in found]


def _readable(text: str) -> str:
    """A table's text with " | " between cells and rows, empty cells left out; any other text as it is."""
    if not re.search(r"[\t\n]", text):
        return text
    return " | ".join(cell for cell in re.split(r"[\t\n]", text) if cell)


def _file(path: str, value: object) -> DataFile:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return DataFile(path, text.encode("utf-8", "replace"))
