"""The figures of one part of a bundle: its words, its restored words, its pages, not those of the whole file."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Document
from generator.swedish.damage import word_count


def measured(document: Document) -> Document:
    """``document`` with its own figures if it is a part of a file; a whole file comes back as it is."""
    part = document.part
    if part is None:
        return document
    total = word_count(document)
    marks = [(mark, line.text[mark.start : mark.end]) for line in document.lines for mark in line.restored]
    # A word that restoration left as it was, in doubt, lowers the quality but was not restored.
    restored = sum(mark.by == "restoration" and mark.original != now for mark, now in marks)
    unsure = sum(mark.by == "ocr" for mark, _ in marks)
    first, last = part.first.page, part.last.page
    held = range(first, last + 1) if first is not None and last is not None else None
    return replace(
        document,
        words=total,
        restored_words=restored,
        unsure_words=unsure,
        text_quality=max(0.0, 1 - len(marks) / total) if total else 1.0,
        pages=len(held) if held else document.pages,
        recognised=tuple(page for page in document.recognised if held is None or page in held),
        unread=tuple(page for page in document.unread if held is None or page in held),
    )
