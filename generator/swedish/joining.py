"""Hard-wrapped lines joined into running text, with the offset at which each line begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.model import Line, Restored

_INSIDE = re.compile(r"(?<![^\W\d_])[^\W\d_]+-[^\W\d_]+")
_CONJUNCTION = re.compile(r"(?:och|eller|samt|respektive|till|and)\b", re.IGNORECASE)
# A word is never cut after its first letter (e-post, t-bana), and "icke" stands with a hyphen before any word.
_KEEPS = re.compile(r"(?:^|[^\w])(?:[^\W\d_]|icke)-$", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:://|\bwww\.|@)\S*-$")  # in an address of the web or of mail every sign counts
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Joined:
    """Running text; ``starts`` maps offsets to line numbers; ``original`` is the text before restoration.

    ``pages`` has the offset and the number of each page that the text goes on to, none where it stays on one.
    """

    text: str
    starts: tuple[tuple[int, int], ...]
    restored: tuple[Restored, ...]
    original: str
    pages: tuple[tuple[int, int], ...] = ()


def join(lines: Sequence[Line], elsewhere: frozenset[str] = frozenset()) -> Joined:
    """The text of ``lines`` as one paragraph, white space folded, words that a line end cut in two put together.

    A hyphen at a line end stays before a capital, after a capital or a digit, after a single letter, in an address, and
    (with a space) before a conjunction: "Hägersten-" + "Liljeholmens", "e-" + "post", "brotts-" + "och". Otherwise it goes,
    unless the hyphenated form is ``elsewhere``, a set of lower-case words with a hyphen inside that the document has on one
    line (``hyphenated``).
    """
    text, original = "", ""
    starts: list[tuple[int, int]] = []
    restored: list[Restored] = []
    pages: list[tuple[int, int]] = []
    last: Line | None = None
    for line in lines:
        piece, marks, before = _folded(line.text, line.restored)
        if not piece:
            continue
        if text:
            if text.endswith("-") and not text.endswith(" -"):
                if _hyphen_goes(text, piece, elsewhere):
                    text, original = text[:-1], original.removesuffix("-")
                    restored = [replace(mark, end=min(mark.end, len(text))) for mark in restored]
                elif _CONJUNCTION.match(piece):
                    text, original = text + " ", original + " "
            else:
                text, original = text + " ", original + " "
        starts.append((len(text), line.number))
        if last and line.page is not None and line.page != last.page:
            pages.append((len(text), line.page))
        restored.extend(_moved(marks, len(text)))
        text, original = text + piece, original + before
        last = line
    return Joined(text, tuple(starts), tuple(restored), original, tuple(pages))


def join_rows(lines: Sequence[Line]) -> Joined:
    """The rows of a table as one text: a line feed between rows, a tab between cells, white space folded within a cell."""
    text, original = "", ""
    starts: list[tuple[int, int]] = []
    restored: list[Restored] = []
    pages: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if at:
            text, original = text + "\n", original + "\n"
            if line.page is not None and line.page != lines[at - 1].page:
                pages.append((len(text), line.page))
        starts.append((len(text), line.number))
        position = 0
        for column, cell in enumerate(line.text.split("\t")):
            if column:
                text, original = text + "\t", original + "\t"
            inside = [mark for mark in line.restored if position <= mark.start and mark.end <= position + len(cell)]
            piece, marks, before = _folded(cell, _moved(inside, -position))
            restored.extend(_moved(marks, len(text)))
            text, original = text + piece, original + before
            position += len(cell) + 1
    return Joined(text, tuple(starts), tuple(restored), original, tuple(pages))


def hyphenated(lines: Sequence[Line]) -> frozenset[str]:
    """The words with a hyphen inside that stand whole on a line, in lower case."""
    return frozenset(word.lower() for line in lines for word in _INSIDE.findall(line.text))


def _moved(marks: Iterable[Restored], by: int) -> list[Restored]:
    return [replace(mark, start=mark.start + by, end=mark.end + by) for mark in marks]


def _folded(text: str, restored: Iterable[Restored]) -> tuple[str, list[Restored], str]:
    """A text with its white space folded, its marks moved along, and the same text before restoration."""
    out, before = "", ""
    marks: list[Restored] = []
    position = 0
    for mark in restored:
        out = _add(out, text[position : mark.start])
        before = _add(before, text[position : mark.start])
        word = text[mark.start : mark.end]
        marks.append(replace(mark, start=len(out), end=len(out) + len(word)))
        out, before = out + word, before + mark.original
        position = mark.end
    out = _add(out, text[position:])
    before = _add(before, text[position:])
    return out.rstrip(), marks, before.rstrip()


def _add(text: str, piece: str) -> str:
    folded = _WHITE.sub(" ", piece)
    return text + (folded.lstrip() if not text or text.endswith(" ") else folded)


def _hyphen_goes(text: str, following: str, elsewhere: frozenset[str]) -> bool:
    head = re.search(r"[\w-]+-$", text)
    tail = re.match(r"\w+", following)
    if not head or not tail or _CONJUNCTION.match(following) or _KEEPS.search(text) or _ADDRESS.search(text):
        return False
    stem = head.group()[:-1]
    if following[0].isupper() or following[0].isdigit() or not stem or stem[-1].isdigit() or stem[-1].isupper():
        return False
    return f"{head.group()}{tail.group()}".lower() not in elsewhere
