"""The editor's word on drafts, answers and cases. Part of the room ``archive``.

``scope`` tells which words hold for which document and case, ``papers`` puts them on a document, ``case`` on a motion.
What a document says itself is kept beside the editor's word (``Edit.stated``), and staff are told where they differ.
"""

from __future__ import annotations

from generator.archive.edited.case import case_draft, edited_decisions, edited_motion, edited_referrals, known_demands
from generator.archive.edited.edits import contradictions, unknown_bodies
from generator.archive.edited.papers import Edited, about, edited_drafts, edited_sender
from generator.archive.edited.scope import Cases, case_notes

__all__ = [
    "Cases",
    "Edited",
    "about",
    "case_draft",
    "case_notes",
    "contradictions",
    "edited_decisions",
    "edited_drafts",
    "edited_motion",
    "edited_referrals",
    "edited_sender",
    "known_demands",
    "unknown_bodies",
]
