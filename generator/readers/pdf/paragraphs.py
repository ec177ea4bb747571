"""Zones of rows → lines that know where paragraphs begin, which are headings, list items, footnotes and table rows.

All of it is geometry: the usual distance between baselines, the margin that text is wrapped at, indents, sizes and bold
fonts. Where geometry does not tell whether a line goes on with the one before, ``opens`` is None and nobody guesses here.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Line, LineStyle
from generator.readers.counting import label_of
from generator.readers.pdf.lines import SUPERSCRIPTS, Row
from generator.readers.pdf.measures import (
    DASHES,
    GAP,
    LABEL_GAP,
    LARGER,
    SENTENCE_END,
    Measures,
    Sheet,
    Zone,
    is_apart,
    label_on,
    margin_of,
    measured,
    rounded,
    usual,
)
from generator.readers.pdf.tables import Table

_RAISED = re.compile(r"^[¹²³⁰⁴-⁹]{1,3}")
_NARROW = 22  # em: a line of some forty letters
_NEW = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉ0123456789§")  # what a line of its own may begin with
_INDENT = 0.8  # em
_SMALLER = 0.93  # of the body's size: a note's
_LONGEST_HEADING = 120  # characters
_MOST_HEADING_LINES = 3
_MOST_HEADER_ROWS = 4
_HEADER_GAP = 2.0  # of the usual distance between baselines
_HEADER = 0.14  # of the page's height, where headers stand


def lines_of(sheets: Sequence[Sheet]) -> tuple[Line, ...]:
    """The lines of a document's pages, numbered within each page from 1."""
    measures = measured(sheets)
    made: list[Line] = []
    tables = 0
    for sheet in sheets:
        page: list[Line] = []
        first = True
        for part in sheet.parts:
            if isinstance(part, Table):
                tables += 1
                page += [
                    Line(0, "\t".join(cells), sheet.number, "row", tables, opens=True, cells=cells) for cells in part.rows
                ]
            else:
                page += _aside(part, sheet) if part.aside else _of_zone(part, sheet, measures, first=first)
            first = False
        page += [replace(line, level=line.level + tables) if line.style == "row" else line for line in sheet.ready]
        tables += max((line.level for line in sheet.ready if line.style == "row"), default=0)
        for zone in sheet.after:
            page += _aside(zone, sheet)
        kept = [line for line in page if line.text.strip()]
        made += [replace(line, number=number, page=sheet.number) for number, line in enumerate(kept, 1)]
    return tuple(made)


# --- lines --------------------------------------------------------------------------------------------------------


def _aside(zone: Zone, sheet: Sheet) -> list[Line]:
    return [Line(0, row.text, sheet.number, opens=True) for row in zone.rows]


def _of_zone(zone: Zone, sheet: Sheet, measures: Measures, *, first: bool) -> list[Line]:
    made: list[Line] = []
    rows = zone.rows
    opened = True
    noting = 0.0
    for index, row in enumerate(rows):
        before = rows[index - 1] if index else None
        opens = _opens(row, before, zone, measures, opened=opened)
        if first and not zone.column and _at_top(row, rows[:index], sheet, measures) and not any(one.style == "heading" for one in made):
            opens = True if label_on(row) else (False if opens is False else None)
        elif before is None:
            opens = _goes_over(zone, sheet, measures) if zone.column else True
        marked = _starts_note(row, sheet, measures)
        near = before is not None and row.base - before.base < 1.7 * row.size
        if marked or (noting and near and abs(row.size - noting) < 0.6 and not opens_wide(row)):
            noting = row.size
            made.append(Line(0, _note_text(row) if marked else row.text, sheet.number, "note", opens=marked))
            opened = marked
            continue
        noting = 0.0
        style, level = _style(row, rows, index, measures, opens=opens)
        if style == "heading" and opens is None:
            opens = True
        made.append(Line(0, _text(row), sheet.number, style, level, opens=opens))
        opened = opens is not False
    return made


def _at_top(row: Row, above: Sequence[Row], sheet: Sheet, measures: Measures) -> bool:
    """Whether nothing but what may be a page's header stands above: the text may go on from the page before."""
    if not above:
        return True
    if sheet.number == 1 or len(above) > _MOST_HEADER_ROWS or any(one.base >= _HEADER * sheet.height for one in above):
        return False
    apart = row.base - above[-1].base > _HEADER_GAP * measures.leading * row.size
    return apart or all(one.size < _SMALLER * measures.size <= row.size for one in above)


def opens_wide(row: Row) -> bool:
    """Whether a row's words stand in columns, so that it is a line by itself."""
    return len(row.segments) > (2 if label_on(row) else 1)


def _text(row: Row) -> str:
    """The row's text; a list's label with one space after it, whatever the bullet looks like."""
    label = label_on(row)
    if not label:
        return row.text
    rest = row.text[len(row.words[0].text) :].strip()
    typed = label in DASHES and not is_apart(row)
    return f"{label if typed else label_of(label)} {rest}"


def _opens(row: Row, before: Row | None, zone: Zone, measures: Measures, *, opened: bool) -> bool | None:
    """Whether a paragraph begins with ``row``; ``opened`` says whether one began with the row before."""
    if before is None:
        return None
    step = row.base - before.base
    leading = _leading(zone, row, measures)
    if abs(row.size - before.size) > 0.75 or _bold_changes(before, row) or step > GAP * leading or step < 0.3 * row.size:
        return True
    if opens_wide(row) or opens_wide(before):
        return True
    em = row.size
    if label_on(row):
        strong = is_apart(row) or abs(row.x0 - before.x0) > LABEL_GAP * em
        if strong or label_on(before) or _short(before, row, zone, measures):
            return True
    if _ends_hyphenated(before):
        return False
    shift = (row.x0 - before.x0) / em
    if label_on(before):
        hanging = (row.x0 - before.words[1].x0) / em
        if abs(hanging) <= 0.5:
            return _short(before, row, zone, measures)
        shift = min(shift, hanging, key=abs)
    if shift > _INDENT:
        return None if _centred(before, row) else True
    if shift < -_INDENT and not (opened and not label_on(before)):
        return None if _centred(before, row) else True
    if _short(before, row, zone, measures):
        return True
    # A full last line, in a document that sets no space between paragraphs; short lines under each other, which show no width
    # at which they would be wrapped: there the words decide.
    full = SENTENCE_END.search(before.text) and not measures.spaced and row.text[:1].isupper()
    short = not zone.column and before.x1 - before.x0 < _NARROW * em and row.text[:1] in _NEW
    return None if full or short else False


def _leading(zone: Zone, row: Row, measures: Measures) -> float:
    """The usual distance between baselines of this zone's text of this size, in points."""
    steps = [
        (b.base - a.base) / a.size
        for a, b in itertools.pairwise(zone.rows)
        if abs(a.size - row.size) < 0.6 and abs(b.size - row.size) < 0.6 and 0.8 < (b.base - a.base) / a.size < 3
    ]
    if len(steps) >= 6:
        own = usual(steps)
        if own < 1.15 * measures.leading:
            return own * row.size
    return measures.leading * row.size


def _bold_changes(before: Row, row: Row) -> bool:
    """Whether one of two rows is bold as a whole and the other's nearest word is not."""
    return (before.bold and not row.words[0].bold) or (row.bold and not before.words[-1].bold)


def _ends_hyphenated(row: Row) -> bool:
    text = row.text
    return len(text) > 1 and text[-1] == "-" and text[-2].isalpha()


def _short(before: Row, row: Row, zone: Zone, measures: Measures) -> bool:
    """Whether the first word of ``row`` would have had room on the row before, so that the break was meant."""
    if _ends_hyphenated(before):
        return False
    first = row.words[0]
    margin = _wrapped_at(before, zone, measures)
    return before.x1 + 0.25 * row.size + (first.x1 - first.x0) <= margin - 0.5


def _wrapped_at(row: Row, zone: Zone, measures: Measures) -> float:
    near = [one.x1 for one in zone.rows if abs(one.size - row.size) < 0.75 and abs(one.x0 - row.x0) < 45 and not opens_wide(one)]
    own = margin_of(near) if near else row.x1
    if zone.column or abs(row.size - measures.size) > 0.75:
        return own
    start = row.words[1].x0 if label_on(row) else row.x0
    known = [end for left, end in measures.margins.items() if left * 4 - 45 <= start <= left * 4 + 60]
    return max([own, *known])


def _centred(before: Row, row: Row) -> bool:
    return abs((before.x0 + before.x1) - (row.x0 + row.x1)) < 4 and abs(before.x0 - row.x0) > 3


def _goes_over(zone: Zone, sheet: Sheet, measures: Measures) -> bool | None:
    """Whether a paragraph begins at the top of a column, judged by the end of the column before it."""
    at = next(index for index, part in enumerate(sheet.parts) if part is zone)
    other = sheet.parts[at - 1] if at else None
    if not isinstance(other, Zone) or not other.column:
        return True
    last, row = other.rows[-1], zone.rows[0]
    if label_on(row) or abs(last.size - row.size) > 0.75 or last.bold != row.bold:
        return True
    if _short(last, row, other, measures):
        return True
    return None if SENTENCE_END.search(last.text) else False


# --- headings and notes -------------------------------------------------------------------------------------------


def _style(row: Row, rows: Sequence[Row], index: int, measures: Measures, *, opens: bool | None) -> tuple[LineStyle, int]:
    run = _run(rows, index, measures)
    if run:
        level = measures.levels.get(rounded(row.size))
        return "heading", level if level is not None else min(len(measures.levels) + 1, 6)
    if label_on(row) and opens is not False:
        return "item", 0
    return "text", 0


def _run(rows: Sequence[Row], index: int, measures: Measures) -> bool:
    """Whether the row belongs to a heading: few rows of one look, larger than the body or bold, that end no sentence."""
    row = rows[index]
    large = rounded(row.size) >= LARGER * measures.size
    if not large and not (row.bold and not measures.bold and row.size >= 0.95 * measures.size):
        return False
    if opens_wide(row) or not any(char.isalpha() for char in row.text):
        return False
    first = last = index
    while first > 0 and _alike(rows[first - 1], rows[first]):
        first -= 1
    while last + 1 < len(rows) and _alike(rows[last], rows[last + 1]):
        last += 1
    if last - first + 1 > _MOST_HEADING_LINES or any(opens_wide(one) for one in rows[first : last + 1]):
        return False
    text = " ".join(one.text for one in rows[first : last + 1])
    return len(text) <= _LONGEST_HEADING and (large or not text.rstrip().endswith((".", ",", ";")))


def _alike(before: Row, row: Row) -> bool:
    """Whether two rows are lines of one heading, if they are of one at all."""
    return abs(before.size - row.size) < 0.6 and before.bold == row.bold and row.base - before.base < 1.45 * row.size


def _starts_note(row: Row, sheet: Sheet, measures: Measures) -> bool:
    """Whether a footnote begins here: small type that begins with a raised figure, or with one that is raised above."""
    if row.size > _SMALLER * measures.size:
        return False
    first = row.words[0]
    if _RAISED.match(first.text):
        return True
    if not first.text.isdigit() or len(first.text) > 2 or len(row.words) < 2:
        return False
    mark = first.text.translate(SUPERSCRIPTS)
    return any(_marks(other, mark) for part in sheet.parts if isinstance(part, Zone) for other in part.rows if other.base < row.base)


def _marks(row: Row, mark: str) -> bool:
    """Whether the raised figure ``mark`` stands after a word of the row."""
    return any(re.search(rf"[^¹²³⁰⁴-⁹\s]{mark}(?![¹²³⁰⁴-⁹])", word.text) for word in row.words)


def _note_text(row: Row) -> str:
    first = row.words[0].text
    mark = _RAISED.match(first)
    if mark:
        return f"{mark.group()} {row.text[mark.end() :].strip()}"
    return f"{first.translate(SUPERSCRIPTS)} {row.text[len(first) :].strip()}"
