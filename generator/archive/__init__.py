"""Drafts, the editor's word and the register → ``Archive``: who is meant, what answers what, what is not here."""

from __future__ import annotations

from generator.archive.making import Built, make_archive

__all__ = ["Built", "make_archive"]
