"""The closed lists: what a line, a document, a stance, a decision or a file's fate can be."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

Severity = Literal["error", "warning", "note"]
LineStyle = Literal["text", "heading", "item", "meta", "rule", "row", "note", "header", "footer"]
SectionKind = Literal["decision", "summary", "background", "preparation", "matter", "assessment", "equality", "other"]
DraftKind = Literal["motion", "response", "statement", "unknown"]
PartKind = Literal[
    "board-proposal", "statement", "office-statement", "motion", "answer", "minutes", "attachment", "other"
]
StatementKind = Literal["yrkande", "yttrande", "reservation", "protokollsanteckning"]
DocumentType = Literal["tjansteutlatande", "yttrande", "remissvar", "protokollsutdrag", "sammanstallning", "missiv"]
Role = Literal["answer", "preparation"]
ReferralState = Literal["answered", "declined", "silent", "not-in-archive"]
BodyKind = Literal["namnd", "stadsdelsnamnd", "forvaltning", "bolag", "styrelse", "fullmaktige", "other"]
SourceOutcome = Literal["published", "duplicate", "quarantined", "rejected", "unread", "withdrawn"]
Stage = Literal["proposal", "board", "council"]
Outcome = Literal["granted", "rejected", "considered-answered", "partly", "referred-back", "tabled", "other"]
Stance = Literal[
    "support", "reject", "partly", "considered-answered", "already-met", "no-position", "declined", "unclear"
]


class Status(StrEnum):
    """How a fact can be known; an absent fact is ``None``, not a status."""

    STATED = "stated"
    INFERRED = "inferred"
    CURATED = "curated"
