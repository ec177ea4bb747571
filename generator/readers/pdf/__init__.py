"""PDF documents → lines: the gate, then each page's glyphs, what of them is seen, its tables, columns and paragraphs.

A page that is a picture is handed to text recognition. Text that is not seen on the page is never read as if it were: such
a document waits for an editor (outcome "quarantined").
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.findings import found
from generator.model import Document
from generator.readers import ocr
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.pdf import gate as pdf_gate
from generator.readers.pdf.columns import zones
from generator.readers.pdf.glyphs import Frame, Glyph, frame_of, glyphs_of, upright
from generator.readers.pdf.hidden import Seen, Views, render, scale_for, seen_on
from generator.readers.pdf.lines import Row, in_order, rows_of
from generator.readers.pdf.measures import Sheet, Zone
from generator.readers.pdf.objects import Drawn, Rule, drawn_on
from generator.readers.pdf.paragraphs import lines_of
from generator.readers.pdf.tables import Table, filled, grids, settled

NAME = "PDF"
MEDIA_TYPE = "application/pdf"

_DPI = 300  # at which a page is rendered for recognition
_POINTS = 72  # to the inch
_MOST_PIXELS = 20_000_000  # of a page rendered for recognition: A4 has 9, A3 17 million at 300 dpi
_PICTURE = 0.5  # share of a page that is picture, from which it is a scan unless much text is seen on it
_STAMPED = 40  # words that stamps and signatures on a scan may hold
_WORTH = 0.08  # share of a page from which a picture is told of
_DRAWN = 150  # paths on a page without any text: its letters are drawn as shapes
_BLANK = 0.0005  # share of dark pixels below which a page is empty
_UNMAPPED = 0.3  # share of glyphs whose letter nobody knows
_MOST_NOTES = 2_000  # annotations looked at on one page
_TYPED = frozenset({raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP})
_LAYER_LETTERS = 40  # of recognised text over a picture: less is no page's text


@dataclass(frozen=True, slots=True)
class _Page:
    """``recognised`` is what text recognition made of a page that is a picture, None for any other page.

    ``layered``: the page's text is what somebody else's recognition laid over a picture.
    """

    number: int
    frame: Frame
    glyphs: tuple[Glyph, ...]
    kinds: tuple[str, ...]
    drawn: Drawn
    layered: bool = False
    recognised: ocr.Recognised | None = None


def fits(file: str, data: bytes) -> bool:
    """Whether ``data`` is a PDF document: its mark stands near the beginning, or it has all but that."""
    del file
    return pdf_gate.is_marked(data) or pdf_gate.is_unmarked(data)


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """The document in ``data``, page by page; UnreadableError for one that is locked, damaged, overlong or without text."""
    marked = pdf_gate.is_marked(data)
    whole = data if marked else b"%PDF-1.7\n" + data
    gate = pdf_gate.passed(file, whole)
    if not marked and not gate.damage:
        gate = replace(gate, findings=(*gate.findings, found("F139", file, why="den saknar sitt huvud")))
    try:
        document = pdfium.PdfDocument(whole)
    except pdfium.PdfiumError as problem:
        raise UnreadableError("F119", file, why=gate.damage or "sidorna går inte att rita") from problem
    try:
        if len(document) > pdf_gate.MOST_PAGES:  # by more ways than one to the same page
            raise UnreadableError("F134", file, count=len(document), limit=pdf_gate.MOST_PAGES)
        pages = [_page(document, number, file) for number in range(1, len(document) + 1)]
    finally:
        document.close()
    if len(pages) < gate.pages:
        raise UnreadableError("F119", file, why=f"bara {len(pages)} av {gate.pages} sidor går att öppna")
    return _delivered(file, sha256, data, pages, gate)


def _delivered(file: str, sha256: str, data: bytes, pages: Sequence[_Page], gate: pdf_gate.Passed) -> Delivery:
    findings = list(gate.findings)
    lines = settled(lines_of([_sheet(page) for page in pages]))
    by_ocr = [page for page in pages if page.recognised is not None]
    unread = tuple(page.number for page in by_ocr if _gave_up(page))
    held = False
    for page in pages:
        for kind in page.kinds:
            findings.append(found("F116", file, what=f"{kind}, sidan {page.number}"))
            held = True
    pictures = [page.number for page in pages if page.recognised is None and not page.layered and page.drawn.pictured >= _WORTH]
    if pictures:
        findings.append(found("F137", file, what=_named("bild", pictures)))
    if not any(char.isalnum() for line in lines for char in line.text):
        if held or gate.members:
            return Delivery(None, tuple(findings), gate.members, "quarantined" if held else "unread")
        raise UnreadableError("F119", file, why=gate.damage) if gate.damage else UnreadableError("F127", file)
    unsure = sum(page.recognised.unsure for page in by_ocr if page.recognised is not None)
    words = sum(len(line.text.split()) for line in lines)
    document = Document(
        file=file,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        lines=lines,
        size=len(data),
        pages=len(pages),
        words=words,
        text_quality=ocr.quality(words, unsure),
        recognised=tuple(page.number for page in pages if page.layered or (page.recognised and page.recognised.lines)),
        unread=unread,
        unsure_words=unsure,
    )
    return Delivery(document, (*findings, *ocr.remarks(document)), gate.members, "quarantined" if held else "published")


def _gave_up(page: _Page) -> bool:
    return page.recognised is not None and not page.recognised.lines and not page.recognised.blank


def _named(what: str, pages: Sequence[int]) -> str:
    if len(pages) == 1:
        return f"en {what} på sidan {pages[0]}"
    return f"{what}er på sidorna {', '.join(map(str, pages[:-1]))} och {pages[-1]}"


# --- one page -----------------------------------------------------------------------------------------------------


def _page(document: pdfium.PdfDocument, number: int, file: str) -> _Page:
    try:
        page = document[number - 1]
        if _has_filled(page):
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[number - 1]
    except pdfium.PdfiumError as problem:
        raise UnreadableError("F119", file, why=f"sidan {number} går inte att öppna") from problem
    try:
        frame = frame_of(page)
        scale = scale_for(frame, 1.0)
        if not scale:
            return _Page(number, frame, (), (), Drawn())
        glyphs = glyphs_of(page, frame)
        drawn = drawn_on(page, frame)
        seen = seen_on(_views(page, scale, drawn.texts, grey=True), _Sharp(page, frame, drawn.texts), frame, glyphs, drawn.pictured)
        if sum(glyph.text.isalnum() for glyph in seen.layer) >= _LAYER_LETTERS:
            return _Page(number, frame, seen.layer, seen.kinds, replace(drawn, texts=()), layered=True)
        shown = () if _is_unknown(seen.glyphs) else seen.glyphs
        recognised = _recognised(page, number, frame, file, drawn.texts if shown else ()) if _is_picture(seen, drawn) else None
        if recognised is None and not seen.glyphs and drawn.pictured >= _PICTURE:
            recognised = ocr.Recognised()  # a picture that is blank, or that cannot be drawn
        glyphs = shown if recognised and recognised.lines else seen.glyphs
        return _Page(number, frame, glyphs, seen.kinds, replace(drawn, texts=()), recognised=recognised)
    finally:
        page.close()


def _has_filled(page: pdfium.PdfPage) -> bool:
    """Whether text stands on the page in fields of a form, in stamps or in typed notes, outside its own content."""
    found_one = False
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if note:
            found_one = found_one or raw.FPDFAnnot_GetSubtype(note) in _TYPED
            raw.FPDFPage_CloseAnnot(note)
    return found_one


def _recognised(page: pdfium.PdfPage, number: int, frame: Frame, file: str, texts: Sequence[object]) -> ocr.Recognised:
    """What text recognition makes of the page without the pieces ``texts``, which the document spells out itself.

    UnreadableError where no recognition is installed.
    """
    if not ocr.available():
        raise UnreadableError("F124", file, "quarantined", page=number)
    scale = min(_DPI / _POINTS, math.sqrt(_MOST_PIXELS / (frame.width * frame.height)))
    for piece in texts:
        raw.FPDFPageObj_SetIsActive(piece, False)
    image = render(page, scale, grey=True)
    for piece in texts:
        raw.FPDFPageObj_SetIsActive(piece, True)
    return ocr.recognise(image, number, round(scale * _POINTS))


def _views(page: pdfium.PdfPage, scale: float, texts: Sequence[object], *, grey: bool) -> Views:
    whole = render(page, scale, grey=grey)
    for piece in texts:
        raw.FPDFPageObj_SetIsActive(piece, False)
    bare = render(page, scale, grey=grey) if texts else whole
    for piece in texts:
        raw.FPDFPageObj_SetIsActive(piece, True)
    return Views(whole, bare, scale)


class _Sharp(Sequence[Views]):
    """The page in colour at high resolution, made when it is asked for: few pages are."""

    def __init__(self, page: pdfium.PdfPage, frame: Frame, texts: Sequence[object]) -> None:
        self._page, self._frame, self._texts = page, frame, texts

    def __len__(self) -> int:
        return 1

    def __getitem__(self, index: object) -> Views:  # type: ignore[override]
        return _views(self._page, scale_for(self._frame, 4.0), self._texts, grey=False)


def _is_picture(seen: Seen, drawn: Drawn) -> bool:
    """Whether a page must be recognised: mostly picture and little text seen, or letters drawn as shapes or unknown."""
    if seen.ink < _BLANK:
        return False
    if _is_unknown(seen.glyphs):
        return True
    letters = [glyph for glyph in seen.glyphs if glyph.text.isalnum()]
    if drawn.pictured >= _PICTURE:
        return sum(len(row.words) for row in rows_of(seen.glyphs)) < _STAMPED
    return not letters and (drawn.pictured >= _WORTH * 2 or drawn.shapes >= _DRAWN)


def _is_unknown(glyphs: Sequence[Glyph]) -> bool:
    """Whether the document does not say which letters many of its glyphs are."""
    letters = [glyph for glyph in glyphs if glyph.text.isalnum() or not glyph.mapped]
    return sum(not glyph.mapped for glyph in letters) > _UNMAPPED * len(letters)


def _sheet(page: _Page) -> Sheet:
    """The page in reading order; what is set as text on a scan, such as a stamp, stands before or after what was recognised."""
    height = page.frame.height
    parts = _parts(page)
    if page.recognised is None or not page.recognised.lines:
        return Sheet(page.number, parts, height=height)
    rows = [row for part in parts if isinstance(part, Zone) for row in part.rows]
    upper = tuple(row for row in rows if row.base < height / 2)
    lower = tuple(row for row in rows if row.base >= height / 2)
    above = (Zone(upper, aside=True),) if upper else ()
    below = (Zone(lower, aside=True),) if lower else ()
    tables = tuple(part for part in parts if isinstance(part, Table))
    return Sheet(page.number, (*above, *tables), page.recognised.lines, height, below)


def _parts(page: _Page) -> tuple[Zone | Table, ...]:
    """The page's zones and tables in reading order; text that is turned otherwise than most comes last."""
    turns: dict[int, list[Glyph]] = {}
    for glyph in page.glyphs:
        turns.setdefault(glyph.face.turn, []).append(glyph)
    made: list[Zone | Table] = []
    order = sorted(turns, key=lambda turn: (turn < 0, -len(turns[turn]), turn))
    for turn in order:
        if turn < 0:
            made += [Zone((row,), aside=True) for row in in_order(turns[turn])]
        elif turn == order[0]:
            made += _with_tables(rows_of(turns[turn]), _turned(page, turn))
        else:
            rows = rows_of(turns[turn])
            made += [Zone(tuple(rows), aside=True)] if rows else []
    return tuple(made)


def _turned(page: _Page, turn: int) -> list[Rule]:
    """The page's rules once it is turned back by ``turn``."""
    if turn == 0:
        return list(page.drawn.rules)
    made: list[Rule] = []
    for rule in page.drawn.rules:
        box = (rule.start, rule.at, rule.end, rule.at) if rule.level else (rule.at, rule.start, rule.at, rule.end)
        x0, y0, x1, y1 = upright(box, turn, page.frame.width, page.frame.height)
        level = x1 - x0 >= y1 - y0
        made.append(Rule(level, (y0 + y1) / 2, x0, x1) if level else Rule(level, (x0 + x1) / 2, y0, y1))
    return made


def _with_tables(rows: Sequence[Row], rules: Sequence[Rule]) -> list[Zone | Table]:
    left = list(rows)
    tables: list[Table] = []
    for grid in grids(rules):
        table, left = filled(grid, left)
        if table:
            tables.append(table)
    made: list[Zone | Table] = []
    for table in tables:
        middle = table.box[1]
        made += _zones([row for row in left if row.base - 0.3 * row.size < middle])
        made.append(table)
        left = [row for row in left if row.base - 0.3 * row.size >= middle]
    return made + _zones(left)


def _zones(rows: Sequence[Row]) -> list[Zone | Table]:
    return [Zone(tuple(group), column) for group, column in zones(rows)]
