"""A page of a PDF document → its glyphs, as they stand on the page seen upright: x to the right, y downwards, in points.

pdfium gives each character's box, baseline, width and font; the spaces and line ends that it makes up are left out, since
lines and words are found again from where the glyphs stand (``lines``).
"""

from __future__ import annotations

import ctypes
import functools
import math
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from generator.readers.text import clean

_MOST = 60_000  # glyphs read of one page: a full page of newsprint has 20,000
_FAR = 1e6  # points: no page is larger (PDF 2.0 allows 14,400 units of at most 75,000 points, nobody makes them)
_HYPHENS = {0x02: "-", 0xAD: "-", 0x2010: "-", 0x2011: "-"}
_LINE_END = frozenset({0x0A, 0x0D})
_BOLD_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class Face:
    """What glyphs of one piece of text share.

    ``size`` is in points on the page, ``turn`` in degrees clockwise (0, 90, 180, 270 or -1 for any other angle); ``colour``
    is None where it is no plain colour; ``drawn`` is False for an invisible mode.
    """

    font: str
    size: float
    bold: bool
    turn: int
    colour: tuple[int, int, int, int] | None
    drawn: bool
    stroked: bool


class Glyph(NamedTuple):
    """One character where it stands (a named tuple: a page has thousands).

    The box is that of its shape on the page seen. ``left``, ``right`` (of its advance) and ``base`` are those of the page
    turned so that this glyph is upright.
    """

    text: str
    face: Face
    size: float
    x0: float
    y0: float
    x1: float
    y1: float
    left: float
    right: float
    base: float
    mapped: bool  # False: the document does not say which letter the shape is


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page's plane that is shown, and by how much it is turned; maps its points to those of the page seen."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def width(self) -> float:
        """Width as seen, in points."""
        return self.top - self.bottom if self.turn in {90, 270} else self.right - self.left

    @property
    def height(self) -> float:
        """Height as seen, in points."""
        return self.right - self.left if self.turn in {90, 270} else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the plane as seen."""
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        if self.turn == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box of the plane as seen: x0, y0, x1, y1 with the smaller first."""
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


Box = tuple[float, float, float, float]


def upright(box: Box, turn: int, width: float, height: float) -> Box:
    """A box of a page of this width and height once the page is turned back by ``turn`` degrees; as it is for -1."""
    x0, y0, x1, y1 = box
    if turn == 90:
        return y0, width - x1, y1, width - x0
    if turn == 180:
        return width - x1, height - y1, width - x0, height - y0
    if turn == 270:
        return height - y1, x0, height - y0, x1
    return box


def frame_of(page: pdfium.PdfPage) -> Frame:
    """The frame of ``page``: the box that pdfium shows of it."""
    box = pdf.FS_RECTF()
    pdf.FPDF_GetPageBoundingBox(page, box)
    return Frame(box.left, box.bottom, box.right, box.top, page.get_rotation() % 360)


def glyphs_of(page: pdfium.PdfPage, frame: Frame) -> tuple[Glyph, ...]:
    """The glyphs of ``page`` in the order of its content, blank ones (" ") included; at most a page's worth."""
    text = page.get_textpage()
    try:
        return tuple(_read(text, frame))
    finally:
        text.close()


def _read(text: pdfium.PdfTextPage, frame: Frame) -> list[Glyph]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    loose = pdf.FS_RECTF()
    handle = text.raw  # looked up once: a page's thousands of glyphs are asked six things each
    faces: dict[int, Face] = {}
    fonts: dict[int, tuple[str, bool]] = {}
    same: dict[Face, Face] = {}
    made: list[Glyph] = []
    for index in range(min(text.count_chars(), _MOST)):
        code = pdf.FPDFText_GetUnicode(handle, index)
        piece = pdf.FPDFText_GetTextObject(handle, index)
        if not piece or code in _LINE_END:
            continue  # a space or line end that pdfium made up
        key = ctypes.addressof(piece.contents)
        face = faces.get(key)
        if face is None:
            new = _face(text, index, piece, frame.turn, fonts)
            face = faces[key] = same.setdefault(new, new)
        mapped = code != 0 and not pdf.FPDFText_HasUnicodeMapError(handle, index)
        shown = _HYPHENS.get(code) or _letter(code)
        if not shown:
            if mapped or code == 0xFFFE:
                continue
            shown = "\ufffd"
        pdf.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
        pdf.FPDFText_GetCharOrigin(handle, index, x, y)
        pdf.FPDFText_GetLooseCharBox(handle, index, loose)
        start, end, base = loose.left, loose.right, y.value
        x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
        if not abs(x0) + abs(y0) + abs(x1) + abs(y1) + abs(start) + abs(end) + abs(base) + abs(x.value) < _FAR:
            continue  # what is no number is not less, either
        if frame.turn == 0 == face.turn:
            start, end, base = start - frame.left, end - frame.left, frame.top - base
            x0, y0, x1, y1 = x0 - frame.left, frame.top - y1, x1 - frame.left, frame.top - y0
        else:
            x0, y0, x1, y1 = frame.box(x0, y0, x1, y1)
            advance = frame.box(start, loose.bottom, end, loose.top)
            start, _, end, _ = upright(advance, face.turn, frame.width, frame.height)
            at = frame.point(x.value, base)
            _, base, _, _ = upright((*at, *at), face.turn, frame.width, frame.height)
        if end - start < 0.01:
            start, _, end, _ = upright((x0, y0, x1, y1), face.turn, frame.width, frame.height)
        made.append(Glyph(shown, face, face.size, x0, y0, x1, y1, start, end, base, mapped))
    return made


@functools.lru_cache(maxsize=4096)
def _letter(code: int) -> str:
    """The character as text has it: every width of space is " ", what has no form is ""."""
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    char = chr(code)
    if 0x20 <= code <= 0x7E:
        return char
    return " " if char.isspace() else clean(char)


def _face(text: pdfium.PdfTextPage, index: int, piece: object, page_turn: int, fonts: dict[int, tuple[str, bool]]) -> Face:
    matrix = pdf.FS_MATRIX()
    pdf.FPDFText_GetMatrix(text, index, matrix)
    size = pdf.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    angle = math.degrees(math.atan2(matrix.b, matrix.a)) if matrix.b or matrix.a < 0 else 0.0
    handle = pdf.FPDFTextObj_GetFont(piece)
    key = ctypes.addressof(handle.contents) if handle else 0
    if key not in fonts:
        fonts[key] = _font(text, index)
    font, bold = fonts[key]
    mode = pdf.FPDFTextObj_GetTextRenderMode(piece)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    stroked = mode in {pdf.FPDF_TEXTRENDERMODE_STROKE, pdf.FPDF_TEXTRENDERMODE_STROKE_CLIP}
    get = pdf.FPDFPageObj_GetStrokeColor if stroked else pdf.FPDFPageObj_GetFillColor
    known = get(piece, red, green, blue, alpha)
    return Face(
        font=font,
        size=round(size, 2) if math.isfinite(size) and size < _FAR else 0.0,
        bold=bold,
        turn=_quarter(page_turn - angle),
        colour=(red.value, green.value, blue.value, alpha.value) if known else None,
        drawn=mode not in {pdf.FPDF_TEXTRENDERMODE_INVISIBLE, pdf.FPDF_TEXTRENDERMODE_CLIP},
        stroked=mode not in {pdf.FPDF_TEXTRENDERMODE_FILL, pdf.FPDF_TEXTRENDERMODE_FILL_CLIP},
    )


def _font(text: pdfium.PdfTextPage, index: int) -> tuple[str, bool]:
    """The name of the font of a character, and whether it is bold."""
    flags = ctypes.c_int()
    length = pdf.FPDFText_GetFontInfo(text, index, None, 0, flags)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdf.FPDFText_GetFontInfo(text, index, buffer, length, flags)
    name = buffer.value.decode("utf-8", "replace")
    return name, is_bold(name) or pdf.FPDFText_GetFontWeight(text, index) >= _BOLD_WEIGHT


def is_bold(font: str) -> bool:
    """Whether a font's name says that it is bold: the family's weight is not to be trusted, its name is (KNOWLEDGE)."""
    name = font.rpartition("+")[2].lower().replace(" ", "")
    return any(mark in name for mark in ("bold", "black", "heavy", "-bd", "fet")) or name.endswith((",bd", "-b", "-bi"))


def _quarter(angle: float) -> int:
    """The angle clockwise as seen in quarter turns, or -1 for one that is none (within three degrees)."""
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= 3 else -1
