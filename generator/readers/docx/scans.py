"""A scan pasted into a Word document: pages that are pictures, read by text recognition.

A document whose text is a few words beside large pictures says what it says in the pictures; publishing the few words would
be publishing it empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Line
from generator.readers import images
from generator.readers.delivery import UnreadableError
from generator.readers.docx.package import Package, raw

_LEAST = 150.0  # square centimetres of a picture that may be a page: a quarter of A4
_WORDS = 20  # words of text for each such picture, below which the document is its pictures
_REFUSED = {"F119", "F123", "F127", "F134"}  # what a picture may be refused for without harm to the others


@dataclass(frozen=True, slots=True)
class Scan:
    """What recognition made of a document's pictures: lines without pages, and the pictures read and given up by number."""

    lines: tuple[Line, ...] = ()
    words: int = 0
    unsure: int = 0
    read: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()


def pages_in(package: Package, pictures: Sequence[tuple[str, float]], words: int) -> tuple[tuple[str, bytes], ...]:
    """The pictures (name of the part, area in square centimetres) that are pages of a scan; none where the text is enough."""
    large = dict.fromkeys(name for name, area in pictures if area >= _LEAST)
    if words >= _WORDS * len(large):
        return ()
    kept = ((name, raw(package, name)) for name in large)
    return tuple((name, data) for name, data in kept if data is not None and images.fits(name, data))


def recognised(file: str, pages: Sequence[tuple[str, bytes]]) -> Scan:
    """The text of the pictures in their order; UnreadableError (F124) where text recognition is not installed."""
    lines: list[Line] = []
    read: list[int] = []
    unread: list[int] = []
    words = unsure = 0
    for number, (_, data) in enumerate(pages, 1):
        try:
            made = images.read(file, "", data).document
        except UnreadableError as refused:
            if refused.finding.code not in _REFUSED:
                raise
            made = None
        if made is None or made.unread:
            unread.append(number)
        if made is not None:
            lines += [replace(line, page=None) for line in made.lines]
            words, unsure = words + made.words, unsure + made.unsure_words
            read.append(number)
    return Scan(tuple(lines), words, unsure, tuple(read), tuple(unread))
