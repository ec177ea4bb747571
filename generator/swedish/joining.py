"""Hard-wrapped lines joined into running text, with the offset at which each line begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Line, Restored

_INSIDE = re.compile(r"(?<![^\W\d_])[^\W\d_]+-[^\W\d_]+")
_CONJUNCTION = re.compile(r"(?:och|eller|samt|respektive|till|and)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Joined:
    """Running text; ``starts`` maps offsets to line numbers; ``original`` is the text before restoration."""

    text: str
    starts: tuple[tuple[int, int], ...]
    restored: tuple[Restored, ...]
    original: str


def join(lines: Sequence[Line], elsewhere: frozenset[str] = frozenset()) -> Joined:
    """The text of ``lines`` as one paragraph, white space folded, words that a line end cut in two put together.

    A hyphen at a line end stays before a capital, after a capital or a digit, and (with a space) before a conjunction:
    "Hägersten-" + "Liljeholmens", "brotts-" + "och". Otherwise it goes, unless the hyphenated form is ``elsewhere``, a set of
    lower-case words with a hyphen inside that the document has on one line (``hyphenated``).
    """
    text, original = "", ""
    starts: list[tuple[int, int]] = []
    restored: list[Restored] = []
    for line in lines:
        piece, marks, before = _folded(line)
        if not piece:
            continue
        if text:
            if text.endswith("-") and not text.endswith(" -"):
                if _hyphen_goes(text, piece, elsewhere):
                    text, original = text[:-1], original.removesuffix("-")
                elif _CONJUNCTION.match(piece):
                    text, original = text + " ", original + " "
            else:
                text, original = text + " ", original + " "
        starts.append((len(text), line.number))
        shift = len(text)
        restored.extend(Restored(mark.start + shift, mark.end + shift, mark.original, mark.sure) for mark in marks)
        text, original = text + piece, original + before
    return Joined(text, tuple(starts), tuple(restored), original)


def hyphenated(lines: Sequence[Line]) -> frozenset[str]:
    """The words with a hyphen inside that stand whole on a line, in lower case."""
    return frozenset(word.lower() for line in lines for word in _INSIDE.findall(line.text))


def _folded(line: Line) -> tuple[str, list[Restored], str]:
    """A line with its white space folded, its marks moved along, and the same line before restoration."""
    out, before, marks = "", "", []
    position = 0
    for mark in line.restored:
        out = _add(out, line.text[position : mark.start])
        before = _add(before, line.text[position : mark.start])
        word = line.text[mark.start : mark.end]
        marks.append(Restored(len(out), len(out) + len(word), mark.original, mark.sure))
        out, before = out + word, before + mark.original
        position = mark.end
    out = _add(out, line.text[position:])
    before = _add(before, line.text[position:])
    return out.rstrip(), marks, before.rstrip()


def _add(text: str, piece: str) -> str:
    folded = re.sub(r"\s+", " ", piece)
    return text + (folded.lstrip() if not text or text.endswith(" ") else folded)


def _hyphen_goes(text: str, following: str, elsewhere: frozenset[str]) -> bool:
    head = re.search(r"[\w-]+-$", text)
    tail = re.match(r"\w+", following)
    if not head or not tail or _CONJUNCTION.match(following):
        return False
    stem = head.group()[:-1]
    if following[0].isupper() or following[0].isdigit() or not stem or stem[-1].isdigit() or stem[-1].isupper():
        return False
    return f"{head.group()}{tail.group()}".lower() not in elsewhere
