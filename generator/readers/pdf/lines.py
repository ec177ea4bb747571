"""Glyphs → words → rows: what stands on one baseline, with the gaps between.

A space is where the document has one and the glyphs stand apart, or where they stand clearly further apart than their
neighbours do: some documents have no spaces, and some stretch every letter. A raised small digit becomes ¹²³ there.
"""

from __future__ import annotations

import bisect
import itertools
import statistics
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.readers.pdf.glyphs import Glyph

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SAME_BASE = 0.2  # em: baselines closer than this are one (raised figures stand 0.3 em up)
_REAL_SPACE = 0.06  # em that glyphs with a space between stand apart at least
_NO_SPACE = 0.16  # em beyond the usual, from which glyphs without one stand apart
_SMALL = 0.82  # of the size beside it: a raised figure is smaller
_ACCENTS = {"¨": "\u0308", "˚": "\u030a", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "°": "\u030a"}
_TWICE = 0.12  # em: the same letter this close is the same letter set twice, to look bold


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a gap. ``spaced``: how far it stands from the word before on its row, 0 for the first."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    spaced: float = 0.0
    opens_raised: bool = False  # its first character is a raised figure


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one baseline, from left to right; never empty. What follows from them is worked out once.

    ``base`` is the baseline and ``size`` the size of most of it, ``bold`` whether all its letters are. ``segments`` are the
    words in groups that stand apart, and ``text`` has three spaces between those.
    """

    words: tuple[Word, ...]
    base: float = field(init=False, compare=False)
    size: float = field(init=False, compare=False)
    bold: bool = field(init=False, compare=False)
    segments: tuple[tuple[Word, ...], ...] = field(init=False, compare=False)
    text: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Work out what follows from the words."""
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        size = max(weights, key=lambda one: (weights[one], one))
        segments = _segments(self.words, size)
        object.__setattr__(self, "base", max(self.words, key=lambda word: len(word.text)).base)
        object.__setattr__(self, "size", size)
        object.__setattr__(self, "bold", all(word.bold for word in self.words if any(char.isalnum() for char in word.text)))
        object.__setattr__(self, "segments", segments)
        object.__setattr__(self, "text", "   ".join(" ".join(word.text for word in group) for group in segments))

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1


def _segments(words: Sequence[Word], size: float) -> tuple[tuple[Word, ...], ...]:
    """The words in groups that stand apart: by an em, and by well over the row's own spaces."""
    gaps = [word.spaced for word in words[1:]]
    usual = statistics.median(gaps) if len(gaps) >= 4 else 0.0
    wide = max(size, 2.5 * usual)
    made: list[list[Word]] = [[words[0]]]
    for word in words[1:]:
        if word.spaced >= wide:
            made.append([])
        made[-1].append(word)
    return tuple(tuple(group) for group in made)


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """The rows of glyphs that are upright in the same turn, from the top."""
    made: list[Row] = []
    for line in _raised(_by_base(glyphs)):
        words = _words(line)
        if words:
            made.append(Row(tuple(words)))
    return sorted(made, key=lambda row: row.base)


def in_order(glyphs: Sequence[Glyph]) -> list[Row]:
    """One row of glyphs that stand at an angle, in the order in which the document draws them."""
    made: list[Word] = []
    for space, group in itertools.groupby(glyphs, key=lambda glyph: glyph.text == " "):
        if not space:
            letters = tuple(group)
            text = unicodedata.normalize("NFC", "".join(glyph.text for glyph in letters))
            first = letters[0]
            made.append(Word(text, first.left, letters[-1].right, first.base, first.size, first.face.bold))
    return [Row(tuple(made))] if made else []


def _by_base(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    lines: list[list[Glyph]] = []
    first, tolerance = 0.0, -1.0
    for glyph in sorted(glyphs, key=lambda one: one.base):
        if not lines or glyph.base - first > tolerance:
            lines.append([])
            first, tolerance = glyph.base, _SAME_BASE * max(glyph.size, 1.0)
        lines[-1].append(glyph)
    for line in lines:
        line.sort(key=_across)
    return lines


def _raised(lines: list[list[Glyph]]) -> list[list[Glyph]]:
    """The lines with raised and lowered small glyphs moved to the line that they touch."""
    largest = [max(glyph.size for glyph in line) for line in lines]
    kept: list[list[Glyph]] = [list(line) for line in lines]
    for index, line in enumerate(lines):
        beside = [other for other in (index + 1, index - 1) if 0 <= other < len(lines)]
        room = max((largest[other] for other in beside), default=0.0) * _SMALL
        for glyph in line:
            if glyph.size >= room or glyph.text == " ":
                continue
            for other in beside:
                if glyph.size < _SMALL * largest[other] and _touches(glyph, lines[other]):
                    kept[index].remove(glyph)
                    kept[other].append(glyph)
                    break
    for line in kept:
        line.sort(key=_across)
    return [line for line in kept if line]


def _across(glyph: Glyph) -> tuple[float, float]:
    return glyph.left, glyph.right


def _touches(glyph: Glyph, line: Sequence[Glyph]) -> bool:
    """Whether ``glyph`` is small and stands raised (or lowered) right beside a larger glyph of ``line``."""
    at = bisect.bisect_left(line, (glyph.left, glyph.right), key=_across)
    for other in line[max(at - 3, 0) : at + 3]:
        if other.text == " " or glyph.size >= _SMALL * other.size:
            continue
        rise = (other.base - glyph.base) / other.size
        after = (glyph.left - other.right) / other.size
        before = (other.left - glyph.right) / other.size
        if -0.35 <= rise <= 0.65 and (-0.3 <= after <= 0.2 or -0.1 <= before <= 0.5):
            return True
    return False


def _words(line: Sequence[Glyph]) -> list[Word]:
    glyphs: list[Glyph] = []
    spaces: list[bool] = []
    blank = False
    for glyph in line:
        if glyph.text == " ":
            blank = True
            continue
        if glyphs and _twice(glyphs[-1], glyph):
            continue
        glyphs.append(glyph)
        spaces.append(blank)
        blank = False
    if not glyphs:
        return []
    usual = _tracking(glyphs, spaces)
    made: list[Word] = []
    start = 0
    for index in range(1, len(glyphs) + 1):
        if index < len(glyphs):
            before, glyph = glyphs[index - 1], glyphs[index]
            gap = (glyph.left - before.right) / max(min(before.size, glyph.size), 0.1)
            if not (gap > _NO_SPACE + usual or (spaces[index] and gap >= _REAL_SPACE + usual)):
                continue
        beside = glyphs[max(start - 1, 0) : index + 1]
        made.append(_word(glyphs[start:index], beside, made[-1] if made else None))
        start = index
    return made


def _twice(before: Glyph, glyph: Glyph) -> bool:
    """Whether a letter is the one before set once more, a little aside; at the very same place it is half of a ligature."""
    aside = abs(glyph.left - before.left)
    return glyph.text == before.text and 0.001 < aside < _TWICE * glyph.size


def _tracking(glyphs: Sequence[Glyph], spaces: Sequence[bool]) -> float:
    """How far apart, in em, the letters of a word stand on this line where they are set wide; 0 where they are not."""
    gaps = [
        (glyph.left - before.right) / max(glyph.size, 0.1)
        for (before, glyph), space in zip(itertools.pairwise(glyphs), spaces[1:], strict=True)
        if not space
    ]
    usual = statistics.median(gaps) if len(gaps) >= 6 else 0.0
    return usual if 0.03 < usual < 0.6 else 0.0


def _word(glyphs: Sequence[Glyph], beside: Sequence[Glyph], before: Word | None) -> Word:
    """The word of these glyphs; ``beside`` are they and the one on either side."""
    main, largest = max(glyphs, key=_largest), max(beside, key=_largest)
    text = "".join([glyph.text for glyph in glyphs])
    raised = False
    if len({glyph.size for glyph in beside}) > 1 or not _ACCENTS.keys().isdisjoint(text):
        raised = _is_raised(glyphs[0], largest)
        text = _spelled(glyphs, largest)
    x0, x1 = glyphs[0].left, max([glyph.right for glyph in glyphs])
    bold = main.face.bold and all(glyph.face.bold for glyph in glyphs)
    spaced = x0 - before.x1 if before else 0.0
    return Word(unicodedata.normalize("NFC", text), x0, x1, main.base, main.size, bold, spaced, raised)


def _largest(glyph: Glyph) -> tuple[float, float]:
    return glyph.size, glyph.base


def _spelled(glyphs: Sequence[Glyph], largest: Glyph) -> str:
    """The letters of a word, its raised figures and its accents set as such."""
    parts: list[str] = []
    for index, glyph in enumerate(glyphs):
        beside = glyphs[index - 1] if index else (glyphs[1] if len(glyphs) > 1 else glyph)
        parts.append(glyph.text.translate(SUPERSCRIPTS) if _is_raised(glyph, largest) else _accented(parts, glyph, beside))
    return "".join(parts)


def _is_raised(glyph: Glyph, main: Glyph) -> bool:
    return glyph.text.isdigit() and glyph.size < _SMALL * main.size and main.base - glyph.base > 0.12 * main.size


def _accented(parts: list[str], glyph: Glyph, beside: Glyph) -> str:
    """The glyph's text; an accent that stands over the letter before becomes that letter's own."""
    accent = _ACCENTS.get(glyph.text)
    if accent and parts and beside.text.isalpha() and glyph.left < beside.right - 0.2 * (beside.right - beside.left):
        return accent
    if parts and parts[-1] in _ACCENTS and glyph.text.isalpha() and beside.right > glyph.left + 0.2 * (glyph.right - glyph.left):
        return glyph.text + _ACCENTS[parts.pop()]
    return glyph.text
