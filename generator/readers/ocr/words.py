"""What Tesseract says it saw → words with their boxes and confidence, in its reading order, and the rules between them.

The form is Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from PIL import Image

_WORD = "5"  # Tesseract's level of a word
_FIELDS = 12
_THIN = 12  # how many times longer than wide a box without text is, for it to be a rule
_DARK = 128  # grey levels under which a dot is ink
_UP = frozenset("bdfhkltßåäöáéíóúàèüæ0123456789!?()[]{}/\\|§%&”“\"'’´`ij")
_DOWN = frozenset("gjpqy()[]{}/\\|,;§Q")
_X, _RISE, _FALL = 0.46, 0.22, 0.21  # parts of the size of a font: small letters, what stands over them, what hangs under


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, from the upper left corner of the page; right and bottom are just outside it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre: across, down."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word as recognised: its text, its box, how sure recognition is of it (0 to 100), how much of its box is ink (0 to 1)."""

    text: str
    box: Box
    confidence: float
    block: int
    paragraph: int
    line: int
    ink: float = 0.0

    @property
    def size(self) -> float:
        """The size of its font in pixels, by the height of its box and the shapes of its letters."""
        letters = self.text
        up = any(char in _UP or char.isupper() for char in letters)
        down = any(char in _DOWN for char in letters)
        return self.box.height / (_X + _RISE * up + _FALL * down)

    @property
    def baseline(self) -> float:
        """How far down the page its letters stand."""
        return self.box.bottom - (_FALL * self.size if any(char in _DOWN for char in self.text) else 0)


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one line as Tesseract divided the page, left to right; never empty. Made by ``row_of``.

    ``size`` is the size of its font in pixels, ``baseline`` how far down the page its letters stand, ``ink`` how much of its
    words' boxes is ink.
    """

    words: tuple[Word, ...]
    box: Box
    size: float
    baseline: float
    ink: float


def row_of(words: Sequence[Word]) -> Row:
    """The row of these words (at least one): the middle size and baseline of them, the size by the longer ones if there are any."""
    boxes = [word.box for word in words]
    box = Box(min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes))
    long = [word.size for word in words if sum(char.isalpha() for char in word.text) > 2]
    size = median(long or [word.size for word in words])
    return Row(tuple(words), box, size, median(word.baseline for word in words), median(word.ink for word in words))


def words_of(table: str, picture: Image.Image, at: tuple[int, int] = (0, 0)) -> tuple[tuple[Word, ...], tuple[Box, ...]]:
    """The words in Tesseract's table of ``picture``, and its rules: long thin boxes that hold no text. Rows it cannot read are left out.

    ``at`` is where on the page the picture lies, where it is a part of it.
    """
    words: list[Word] = []
    rules: list[Box] = []
    for fields in _rows(table):
        left, top, width, height = (int(field) for field in fields[6:10])
        ink = _ink(picture, Box(left, top, left + width, top + height))
        box = Box(left + at[0], top + at[1], left + at[0] + width, top + at[1] + height)
        text = unicodedata.normalize("NFC", "".join(fields[11].split()))
        if text:
            block, paragraph, line = (int(field) for field in fields[2:5])
            words.append(Word(text, box, float(fields[10]), block, paragraph, line, ink))
        elif max(width, height) > _THIN * min(width, height):
            rules.append(box)
    return tuple(words), tuple(rules)


def rows_of(words: tuple[Word, ...]) -> tuple[Row, ...]:
    """The words in Tesseract's own lines, in its reading order."""
    return tuple(row_of(tuple(group)) for _, group in groupby(words, key=lambda word: (word.block, word.paragraph, word.line)))


def _ink(picture: Image.Image, box: Box) -> float:
    counts = picture.crop((box.left, box.top, box.right, box.bottom)).histogram()
    return sum(counts[:_DARK]) / (sum(counts) or 1)


def _rows(table: str) -> Iterator[list[str]]:
    for row in table.split("\n")[1:]:
        fields = row.rstrip("\r").split("\t", _FIELDS - 1)
        if len(fields) == _FIELDS and fields[0] == _WORD:
            yield fields
