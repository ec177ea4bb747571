"""The columns of a table that was set with spaces: where each begins, and which cell a stretch of text belongs to.

A physical line of such a table pads each cell with spaces up to where the next column begins. When the lines were joined by
single spaces that padding stayed, so it tells where its line began: a gap of g spaces before a column that begins at c means
that the line's text before the gap was c - g characters long. What stands before those characters is the end of another line.
A line whose left cells are empty was stripped of its indent, and then the same sum is made from the column it begins in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.bundles.asked import Names
from generator.parse.verdicts import stands

GAP = re.compile(r" {2,}|\t+")
_SLACK = 2  # characters by which a column may begin elsewhere than in the head
_MOVED = 8  # characters by which the columns of another page may
_NARROW = 2  # a gap of two spaces may stand after a full stop, and is one only where it fits exactly
_AFTER = 60  # characters in which a decision shows what it is
_SIGNS = 2  # gaps that show a width
_OPENS = re.compile(r"[\d”\"(]|[A-ZÅÄÖ]")
# A decision and nothing but it: the gap after it leads to the next column, however wide this one is.
_PLAIN = re.compile(
    r"(?:avstyrk\w*|tillstyrk\w*|(?:anses )?besvarad|avslås?|avslag|bifalls?|tar (?:inte|ej) ställning|avstår(?: från att(?: ta(?: ställning)?)?)?)"
    r"(?: motionen| förslaget| delvis)?[.,]?",
    re.IGNORECASE,
)
_LONE = re.compile(r"^(?:Avstår|Avböjer|Avböjt|Inget|Ingen|Har inte|Ej |Se )")


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a line of the document, and the column that it stands in."""

    column: int
    index: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The cells of what was one physical line, from the left. ``first``: a paragraph begins with it.

    The last cell reaches to where the next line is known to begin: lines of one column alone may hang on to it.
    """

    cells: tuple[Cell, ...]
    first: bool = False

    def stretch(self, column: int) -> Cell | None:
        """The cell of a column, None where the line has none."""
        return next((cell for cell in self.cells if cell.column == column), None)


@dataclass(frozen=True, slots=True)
class _Fit:
    """One way to explain a gap: the line begins at ``start`` in column ``a``, and the gap leads to column ``b``."""

    score: float
    start: int
    a: int
    b: int
    goes_on: bool = False


def decides(text: str) -> bool:
    """Whether a cell begins as a decision does: with a stance, or with words that begin no name."""
    return bool(stands(text[:_AFTER])) or bool(_LONE.match(text))


def begins_with_stance(text: str) -> bool:
    """Whether the first word or two of a paragraph say where a body stands."""
    return bool(stands(" ".join(text.split()[:2])))


def strips(index: int, text: str, begin: int, columns: Sequence[int], names: Names, opened: str) -> list[Strip]:
    """The physical lines of ``text[begin:]``, a paragraph that was made of them; none where no gap leads to a column.

    ``opened`` is the name of the row that stands open before it.
    """
    made: list[Strip] = []
    current: list[Cell] = []
    position, first, stop = begin, True, len(text.rstrip())
    for gap in GAP.finditer(text, begin):
        if gap.start() <= position or gap.end() >= stop:
            continue
        fit = _best(text, gap, columns, names, opened, position, current[-1].column if current else None, first=first)
        if fit is None:
            continue  # it leads to no column: white space inside a cell
        if fit.goes_on and current:
            current[-1] = Cell(current[-1].column, index, current[-1].start, gap.start())
        else:
            if current:
                ended = [*current[:-1], Cell(current[-1].column, index, current[-1].start, fit.start)]
                made.append(_strip(ended, text, columns, first=first))
                first = False
            elif fit.start > position:
                made.append(Strip((Cell(len(columns) - 1, index, position, fit.start),), first))
                first = False
            current = _left(text, index, fit, gap.start(), columns, names)
            opened = _name(text, current) or opened
        position = gap.end()
        current.append(Cell(fit.b, index, position, len(text)))
    if current:
        made.append(_strip(current, text, columns, first=first))
    return made


def surely_opens(text: str, begin: int, names: Names) -> bool:
    """Whether a paragraph begins with a known name, a gap and a decision: nothing but a row does."""
    gap = GAP.search(text, begin)
    return gap is not None and bool(names) and names.begins(text[begin : gap.start()]) and decides(text[gap.end() :])


def moved(text: str, begin: int, columns: Sequence[int], names: Names) -> tuple[int, ...]:
    """The columns as the line at ``text[begin:]`` shows them, where it is a row's first on another page; else as they are.

    A known name with a decision after its gap shows where the second column begins, wherever the head has it; without known
    names it may only be a little way off. The third is as far from the second as before, or as the line shows where that is near or a
    plain decision stands between.
    """
    gaps = [gap for _, gap in zip(range(len(columns) - 1), GAP.finditer(text, begin), strict=False)]
    if not gaps or not decides(text[gaps[0].end() :]):
        return tuple(columns)
    name, second = text[begin : gaps[0].start()], gaps[0].end() - begin
    if not (names.begins(name) if names else abs(second - columns[1]) <= _MOVED):
        return tuple(columns)
    made = [0, second]
    if len(columns) > len(made):
        width = columns[2] - columns[1]
        shown = gaps[1].end() - gaps[0].end() if len(gaps) > 1 else width
        sure = len(gaps) > 1 and bool(_PLAIN.fullmatch(text[gaps[0].end() : gaps[1].start()]))
        made.append(second + (shown if sure or abs(shown - width) <= _MOVED else width))
    return tuple(made)


def narrowed(text: str, begin: int, columns: Sequence[int], names: Names) -> tuple[int, ...]:
    """The columns of a paragraph that goes on with a row over a page break; as they are where it shows no others.

    No line of it has a first cell, and the page set the other two at a width of its own: that of its first line, if every
    gap after it then leaves a line that begins with a word.
    """
    gaps = [gap for gap in GAP.finditer(text, begin) if gap.end() - gap.start() > _NARROW]
    if len(columns) <= _NARROW or len(gaps) < _SIGNS or names.begins(text[begin : gaps[0].start()]) or decides(text[gaps[0].end() :]):
        return tuple(columns)
    own = columns[2] - columns[1]
    width = gaps[0].end() - begin
    if width > own + _MOVED or all(_leaves_a_word(text, gap, own) for gap in gaps):
        return tuple(columns)
    return (0, columns[1], columns[1] + width) if all(_leaves_a_word(text, gap, width) for gap in gaps) else tuple(columns)


def _leaves_a_word(text: str, gap: re.Match[str], width: int) -> bool:
    start = gap.end() - width
    return 0 <= start < gap.start() and not text[start].isspace() and (start == 0 or text[start - 1].isspace())


def _best(
    text: str, gap: re.Match[str], columns: Sequence[int], names: Names, opened: str, position: int, column: int | None, *, first: bool
) -> _Fit | None:
    fits = list(_fits(text, gap, columns, names, opened, position, column, first=first))
    best = max(fits, key=lambda one: one.score, default=None)
    return best if best and best.score > 0 else None


def _fits(
    text: str, gap: re.Match[str], columns: Sequence[int], names: Names, opened: str, position: int, column: int | None, *, first: bool
) -> Iterator[_Fit]:
    size = gap.end() - gap.start()
    slack = 0 if size <= _NARROW else _SLACK
    if column is not None:
        for b in range(column + 1, len(columns)):
            off = abs(gap.end() - position - (columns[b] - columns[column]))
            if off <= slack:
                yield _Fit(6 - off, position, column, b, goes_on=True)
    for a in range(len(columns) - 1):
        for b in range(a + 1, len(columns)):
            for off in range(-slack, slack + 1):
                start = gap.start() - (columns[b] - columns[a] - size) - off
                if not position <= start < gap.start() or (start == position and not (first and column is None)):
                    continue
                if start and not text[start - 1].isspace():
                    continue
                if text[start].isspace():
                    continue
                score = _looks(text[start : gap.start()], text[gap.end() : gap.end() + _AFTER], a, b, columns, names, opened)
                at_start = 2 if start == position else 0
                yield _Fit(score - 1.5 * abs(off) + at_start, start, a, b)


def _looks(piece: str, after: str, a: int, b: int, columns: Sequence[int], names: Names, opened: str) -> float:
    """How well ``piece`` looks as what stands in column ``a``, the next text in ``b``; not above 0 for what cannot be."""
    if a > 0:
        return 1.0 if names.begins(piece) and _OPENS.match(piece) else 3.0
    if b > 1 and len(piece) > columns[1]:
        return 4.0 if _squeezed(piece, names) else -1.0
    on = names.goes_on(opened, piece)
    if b == 1 and decides(after):
        return 5.0 if on or names.begins(piece) else (2.5 if piece[0].isupper() else 0.5)
    if on or (names.begins(piece) and piece[0].isupper()):
        return 4.0
    return 0.5 if names.complete(opened) else 1.5


def _squeezed(piece: str, names: Names) -> int:
    """Where the second cell begins in a piece whose name filled its column, so that one space stands after it; 0 if nowhere."""
    ends = [match for match in re.finditer(r"\s(?=[A-ZÅÄÖ])", piece) if decides(piece[match.end() : match.end() + _AFTER])]
    heads = [match for match in ends if not names or names.begins(piece[: match.start()])]
    whole = [match for match in heads if names and names.complete(piece[: match.start()])]
    best = (whole or heads)[-1:]  # what the name may hold is the name's
    return best[0].end() if best else 0


def _left(text: str, index: int, fit: _Fit, end: int, columns: Sequence[int], names: Names) -> list[Cell]:
    """The cells of a line from its beginning up to the gap that ``fit`` explains."""
    piece = text[fit.start : end]
    cut = _squeezed(piece, names) if fit.a == 0 and fit.b > 1 and len(piece) > columns[1] else 0
    if not cut:
        return [Cell(fit.a, index, fit.start, end)]
    return [Cell(0, index, fit.start, fit.start + cut), Cell(1, index, fit.start + cut, end)]


def _name(text: str, cells: Sequence[Cell]) -> str:
    return next((text[cell.start : cell.end].strip() for cell in cells if cell.column == 0), "")


def _strip(cells: Sequence[Cell], text: str, columns: Sequence[int], *, first: bool) -> Strip:
    """The line that ``cells`` make; a cell that filled its column, so that one space stands after it, ends where the next begins."""
    made = list(cells)
    last = made[-1]
    if last.column + 1 < len(columns):
        edge = last.start + columns[last.column + 1] - columns[last.column]
        if edge < last.end and text[edge - 1].isspace() and not text[edge].isspace():
            made[-1:] = [Cell(last.column, last.index, last.start, edge - 1), Cell(last.column + 1, last.index, edge, last.end)]
    return Strip(tuple(cell for cell in made if text[cell.start : cell.end].strip()), first)
