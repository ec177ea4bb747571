"""``case.yml`` → what an editor states about a case and its documents, with file, line, date and reason.

The editor's word never replaces a document's in silence: it is a fact of status *curated* that carries its reason.
``keys`` is the table of what may be said, ``values`` what each kind of value must look like, ``notes`` the reading.
"""

from __future__ import annotations

from generator.curation.keys import CASE, CASE_KEYS, FILE, FILE_KEYS
from generator.curation.notes import CASE_FILE, CaseNote, Row, Words, facts, read_notes
from generator.curation.values import (
    ABSENT,
    DOCUMENT_TYPES,
    KINDS,
    NOT_ASKED,
    OUTCOMES,
    STAGES,
    STANCES,
    STATES,
    Type,
)

__all__ = [
    "ABSENT",
    "CASE",
    "CASE_FILE",
    "CASE_KEYS",
    "DOCUMENT_TYPES",
    "FILE",
    "FILE_KEYS",
    "KINDS",
    "NOT_ASKED",
    "OUTCOMES",
    "STAGES",
    "STANCES",
    "STATES",
    "CaseNote",
    "Row",
    "Type",
    "Words",
    "facts",
    "read_notes",
]
