"""What is drawn on a page of a PDF document besides its text: rules, and how much of the page is picture.

The objects are walked with the matrices of the forms that hold them, and no further than a page needs: a map of a hundred
thousand lines has no table that anybody could read.
"""

from __future__ import annotations

import ctypes
import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from generator.readers.pdf.glyphs import Box, Frame

_MOST = 20_000  # objects looked at on one page
_DEEPEST = 12  # forms in forms
_MOST_SEGMENTS = 400  # of one path: a drawing has more, a table's rules fewer
_THIN = 3.0  # points: a filled box thinner than this is a rule
_LEVEL = 1.0  # points that the two ends of a rule may be out of level
_SHORTEST = 3.0  # points
_GRAIN = 40  # squares across a page in which its pictures are counted
_PALE = 250  # a rule in a lighter colour than this on every channel is not seen


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight level or upright line: ``at`` is its place across, ``start`` and ``end`` along."""

    level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page.

    ``pictured`` is the share (0..1) of it that pictures cover, ``shapes`` counts paths, and ``texts`` are pdfium's handles of
    the pieces of text, good as long as the page is open.
    """

    rules: tuple[Rule, ...] = ()
    pictures: tuple[Box, ...] = ()
    pictured: float = 0.0
    shapes: int = 0
    texts: tuple[object, ...] = ()


class _Matrix:
    """An affine map (a, b, c, d, e, f of PDF 32000-1, 8.3.3)."""

    __slots__ = ("a", "b", "c", "d", "e", "f")

    def __init__(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
        self.a, self.b, self.c, self.d, self.e, self.f = a, b, c, d, e, f

    def then(self, other: _Matrix) -> _Matrix:
        """This map, and ``other`` after it."""
        return _Matrix(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            self.e * other.a + self.f * other.c + other.e,
            self.e * other.b + self.f * other.d + other.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point mapped."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """The box around a box mapped."""
        points = [self.point(x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)


def drawn_on(page: pdfium.PdfPage, frame: Frame) -> Drawn:
    """The rules and pictures of ``page``, on the page as seen."""
    rules: list[Rule] = []
    pictures: list[Box] = []
    texts: list[object] = []
    shapes = 0
    for piece, kind, outer in _walked(page):
        if kind == pdf.FPDF_PAGEOBJ_TEXT:
            texts.append(piece)
        elif kind in {pdf.FPDF_PAGEOBJ_IMAGE, pdf.FPDF_PAGEOBJ_SHADING}:
            box = _bounds(piece, outer, frame)
            if kind == pdf.FPDF_PAGEOBJ_IMAGE and box:
                pictures.append(box)
        elif kind == pdf.FPDF_PAGEOBJ_PATH:
            shapes += 1
            rules += _rules(piece, outer, frame)
    return Drawn(tuple(rules), tuple(pictures), _share(pictures, frame), shapes, tuple(texts))


def _walked(page: pdfium.PdfPage) -> Iterator[tuple[object, int, _Matrix]]:
    left = _MOST
    whole = _Matrix(1, 0, 0, 1, 0, 0)
    stack: list[tuple[object, int, _Matrix, int]] = []
    for index in range(min(pdf.FPDFPage_CountObjects(page), _MOST)):
        piece = pdf.FPDFPage_GetObject(page, index)
        stack.append((piece, 0, whole, pdf.FPDFPageObj_GetType(piece)))
    stack.reverse()
    while stack and left:
        piece, depth, outer, kind = stack.pop()
        left -= 1
        if kind != pdf.FPDF_PAGEOBJ_FORM:
            yield piece, kind, outer
            continue
        if depth >= _DEEPEST:
            continue
        own = _matrix(piece).then(outer)
        inner: list[tuple[object, int, _Matrix, int]] = []
        for index in range(min(pdf.FPDFFormObj_CountObjects(piece), left)):
            part = pdf.FPDFFormObj_GetObject(piece, index)
            inner.append((part, depth + 1, own, pdf.FPDFPageObj_GetType(part)))
        stack += reversed(inner)


def _matrix(piece: object) -> _Matrix:
    raw = pdf.FS_MATRIX()
    if not pdf.FPDFPageObj_GetMatrix(piece, raw):
        return _Matrix(1, 0, 0, 1, 0, 0)
    return _Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _bounds(piece: object, outer: _Matrix, frame: Frame) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdf.FPDFPageObj_GetBounds(piece, left, bottom, right, top):
        return None
    box = frame.box(*outer.box(left.value, bottom.value, right.value, top.value))
    return box if all(math.isfinite(number) for number in box) else None


def _share(pictures: Sequence[Box], frame: Frame) -> float:
    """How much of the page the boxes cover together, counted in squares."""
    if not pictures or frame.width <= 0 or frame.height <= 0:
        return 0.0
    covered: set[tuple[int, int]] = set()
    for x0, y0, x1, y1 in pictures:
        columns = _squares(x0, x1, frame.width)
        rows = _squares(y0, y1, frame.height)
        covered.update((column, row) for column in columns for row in rows)
    return len(covered) / (_GRAIN * _GRAIN)


def _squares(start: float, end: float, whole: float) -> range:
    """The squares whose middle lies between ``start`` and ``end``."""
    first = max(start / whole, 0.0) * _GRAIN
    last = min(end / whole, 1.0) * _GRAIN
    return range(math.ceil(first - 0.5), math.floor(last - 0.5) + 1) if last > first else range(0)


def _rules(piece: object, outer: _Matrix, frame: Frame) -> list[Rule]:
    """The level and upright lines of a path that is seen: its strokes, or the whole of a thin filled box."""
    fill, stroke = ctypes.c_int(), pdf.FPDF_BOOL()
    if not pdf.FPDFPath_GetDrawMode(piece, fill, stroke):
        return []
    count = pdf.FPDFPath_CountSegments(piece)
    if not 2 <= count <= _MOST_SEGMENTS:
        return []
    stroked = bool(stroke.value) and _seen(piece, pdf.FPDFPageObj_GetStrokeColor)
    filled = bool(fill.value) and _seen(piece, pdf.FPDFPageObj_GetFillColor)
    if not stroked and not filled:
        return []
    matrix = _matrix(piece).then(outer)
    made: list[Rule] = []
    for points in _outlines(piece, count, matrix, frame):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        if min(wide, high) <= _THIN:
            if max(wide, high) >= _SHORTEST and (stroked or filled):
                level = wide >= high
                across, along = (ys, xs) if level else (xs, ys)
                made.append(Rule(level, (min(across) + max(across)) / 2, min(along), max(along)))
        elif stroked:
            made += _sides(points)
    return made


def _sides(points: Sequence[tuple[float, float]]) -> list[Rule]:
    made: list[Rule] = []
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        if abs(ay - by) <= _LEVEL and abs(ax - bx) >= _SHORTEST:
            made.append(Rule(True, (ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) <= _LEVEL and abs(ay - by) >= _SHORTEST:
            made.append(Rule(False, (ax + bx) / 2, min(ay, by), max(ay, by)))
    return made


def _outlines(piece: object, count: int, matrix: _Matrix, frame: Frame) -> Iterator[list[tuple[float, float]]]:
    """The path's pieces from pen down to pen up, as points on the page; curves by their ends."""
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdf.FPDFPath_GetPathSegment(piece, index)
        pdf.FPDFPathSegment_GetPoint(segment, x, y)
        at = frame.point(*matrix.point(x.value, y.value))
        if not (math.isfinite(at[0]) and math.isfinite(at[1])):
            return
        if pdf.FPDFPathSegment_GetType(segment) == pdf.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(at)
        if pdf.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _seen(piece: object, get: object) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not callable(get) or not get(piece, red, green, blue, alpha):
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _PALE
