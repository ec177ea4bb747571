"""Recognised words → lines: where paragraphs begin, what is a heading, an item, a row of a table, and what is unsure.

The order is Tesseract's own: columns one after the other, so that two columns never become one sentence. On one line, words
with a gap between them that no sentence has stand three spaces apart, as text extractors set columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from generator.model import Line, Restored
from generator.readers.ocr.tables import Table
from generator.readers.ocr.words import Row, Word, row_of

# Words under it are marked. Of 9,800 words of worn scans it marks 3 in a hundred, half of the wrong ones among them; of a clean
# scan 7 in a thousand, and of the words it leaves unmarked 99.7 in a hundred are right.
UNSURE = 88.0
_BULLET = "•"
_BULLET_HEIGHT = 0.75  # of the height of small letters: a mark at the head of a line that is lower than this is a bullet
_SMALL = 0.46  # of a font's size: its small letters
_APART = 1.6  # of a font's size: a gap that no sentence has, not even a justified one
_HEADING = 1.1  # of the size of the body's font, from which a short line is a heading
_BOLD = 1.3  # of the body's ink, from which a short line is in a bold font
_HEADING_WORDS = 14
_SEEN_WELL = 80.0  # confidence of the middle word of a heading
_ABOVE = 1.4  # of the usual distance between lines, from which a paragraph begins
_USUAL = 1.2  # … up to which it may go on
_FULL = 15.0  # of a font's size
_INDENT = 0.8  # of a font's size
_EN_DASH = 0.8  # of a font's size: a dash shorter than this is not an em dash


def lines_of(rows: Sequence[Row], tables: Sequence[Table], page: int) -> tuple[tuple[Line, ...], int, int]:
    """The lines of a page, the number of words on them, and how many of those are unsure."""
    body, ink = _body(rows), median(row.ink for row in rows) if rows else 0.0
    leading = _leading(rows)
    made: list[Line] = []
    words = unsure = 0
    before: Row | None = None
    waiting = list(enumerate(tables, 1))
    for row in rows:
        while waiting and row.box.top > waiting[0][1].box.top:
            made += _table_lines(waiting.pop(0), page, len(made))
            before = None
        text, marks = _text(row.words)
        if not text:
            continue
        block = [other for other in rows if other.words[0].block == row.words[0].block]
        column = [other for other in (block if len(block) > 2 else rows) if _share(row, other)]
        opens = _opens(before, row, column, leading, text)
        heading = _is_heading(row, text, body, ink)
        if heading and before and made and made[-1].style == "heading" and _same(before, row):
            opens = False
        made.append(
            Line(
                len(made) + 1,
                text,
                page,
                "heading" if heading else "item" if text.startswith(f"{_BULLET} ") else "text",
                _level(row, body) if heading else 0,
                restored=marks,
                opens=opens,
            )
        )
        before = row
    for one in waiting:
        made += _table_lines(one, page, len(made))
    for line in made:
        words += len(line.text.split())
        unsure += len(line.restored)
    return tuple(made), words, unsure


def _text(words: Sequence[Word]) -> tuple[str, tuple[Restored, ...]]:
    """The words with spaces between, and the marks of the unsure ones."""
    text = ""
    marks: list[Restored] = []
    before: Word | None = None
    size = row_of(words).size
    for index, word in enumerate(words):
        written = _written(word, size, first=index == 0 and len(words) > 1)
        if not written:
            continue
        if before:
            text += "   " if word.box.left - before.box.right > _APART * size else " "
        if word.confidence < UNSURE and written != _BULLET:
            marks.append(Restored(len(text), len(text) + len(written), written, sure=False, by="ocr"))
        text += written
        before = word
    return text, tuple(marks)


def _written(word: Word, size: float, *, first: bool) -> str:
    """The word as it is written in a font of ``size``: a low mark at the head of a line is a bullet, a lone | a rule.

    The model reads every dash as an em dash; its length tells.
    """
    if word.text.strip("|") == "":
        return ""
    if first and (len(word.text) == 1 or not any(char.isalnum() for char in word.text)) and not word.text.isdigit():
        low = word.box.height < _BULLET_HEIGHT * _SMALL * size
        if low and 0.6 < word.box.width / word.box.height < 1.7:
            return _BULLET
    if word.text == "—" and word.box.width < _EN_DASH * size:
        return "–"
    return word.text


def _body(rows: Sequence[Row]) -> float:
    """The size of the font that most letters of the page have."""
    sizes: Counter[int] = Counter()
    for row in rows:
        sizes[round(row.size / 2)] += sum(len(word.text) for word in row.words)
    if not sizes:
        return 0.0
    best = max(sizes, key=lambda size: sizes[size - 1] + 2 * sizes[size] + sizes[size + 1])
    near = [row.size for row in rows if abs(row.size / 2 - best) <= 1.5]
    return median(near)


def _leading(rows: Sequence[Row]) -> float:
    """The usual distance between the lines of a paragraph, as Tesseract divided the page; 0 where no two lines stand so."""
    gaps = [
        lower.baseline - upper.baseline
        for upper, lower in pairwise(rows)
        if (upper.words[0].block, upper.words[0].paragraph) == (lower.words[0].block, lower.words[0].paragraph)
    ]
    return median(gaps) if gaps else 0.0


def _share(row: Row, other: Row) -> bool:
    """Whether two rows stand in the same column: most of the narrower is within the wider."""
    common = min(row.box.right, other.box.right) - max(row.box.left, other.box.left)
    return common > 0.5 * min(row.box.width, other.box.width)


def _opens(before: Row | None, row: Row, column: Sequence[Row], leading: float, text: str) -> bool | None:
    if before is None or not leading:
        return None
    gap = row.baseline - before.baseline
    if gap <= 0 or not _share(before, row):
        return None
    if gap > _ABOVE * leading or text.startswith(f"{_BULLET} "):
        return True
    if abs(row.size - before.size) > 0.15 * before.size:
        return True if gap > _USUAL * leading else None
    left = min(other.box.left for other in column)
    if row.box.left - before.box.left > _INDENT * row.size and before.box.left - left < _INDENT * row.size:
        return True
    room = max(other.box.right for other in column) - before.box.right
    # A full line of running text has thirty letters and more; in a letterhead nothing tells a full line from a short one.
    full = room < row.words[0].box.width + 0.3 * row.size and before.box.width > _FULL * before.size
    if gap <= _USUAL * leading and full and not before.words[-1].text.endswith((".", ":", "?", "!")):
        return False
    return None


def _is_heading(row: Row, text: str, body: float, ink: float) -> bool:
    """Whether a line is short, no sentence, and set larger or bolder than the body of the page."""
    letters = sum(char.isalpha() for char in text)
    return (
        (row.size > _HEADING * body or (row.ink > _BOLD * ink and row.size > 0.95 * body))
        and len(row.words) <= _HEADING_WORDS
        and letters > 0.6 * len(text.replace(" ", ""))
        and letters > 3
        and "   " not in text
        and not text.endswith((".", ",", ";", "-"))
        and median(word.confidence for word in row.words) >= _SEEN_WELL
    )


def _same(before: Row, row: Row) -> bool:
    """Whether a heading goes on from the line before: the same font, right under it."""
    near = 0 < row.baseline - before.baseline < 1.6 * row.size
    return near and abs(row.size - before.size) < 0.08 * row.size and (row.ink < 0.8 * before.ink) is (before.ink < 0.8 * row.ink)


def _level(row: Row, body: float) -> int:
    return 1 if row.size > 1.75 * body else 2 if row.size > 1.45 * body else 3


def _table_lines(numbered: tuple[int, Table], page: int, before: int) -> list[Line]:
    """A line for each row of a table, its cells with tabs between."""
    number, table = numbered
    made: list[Line] = []
    for cells in table.rows:
        text = ""
        written: list[str] = []
        marks: list[Restored] = []
        for index, cell in enumerate(cells):
            if index:
                text += "\t"
            start = len(text)
            for line in cell:
                part, unsure = _text(line.words)
                part = part.replace("   ", " ") if not unsure else part
                space = " " if len(text) > start and part else ""
                marks += [Restored(len(text) + len(space) + mark.start, len(text) + len(space) + mark.end, mark.original, sure=False, by="ocr") for mark in unsure]
                text += space + part
            written.append(text[start:])
        made.append(Line(before + len(made) + 1, text, page, "row", number, restored=tuple(marks), opens=True, cells=tuple(written)))
    return made
