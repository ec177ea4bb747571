"""A letter as PDF: set by hand on A4 pages, so that a test knows where every line stands and where each word was divided.

The typesetter divides words at soft hyphens only, repeats header and footer on every page, sets "columns" in two columns,
tables with rules, a note's text small at the page's foot, and signatures side by side.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from tests.letter_text import Letter, Piece

_LEFT, _RIGHT, _TOP, _BOTTOM = 85.0, 510.0, 740.0, 100.0
_WIDTH, _HEIGHT = A4
_GUTTER = 24.0
_MARK = "¹"


@dataclass(frozen=True, slots=True)
class Style:
    """How a letter is set: its fonts, the size of its text, and whether lines are stretched to both margins."""

    font: str = "Times-Roman"
    bold: str = "Times-Bold"
    size: float = 11.0
    justified: bool = False
    indented: bool = False  # paragraphs begin with an indent and no space above them
    numbered: bool = True  # the page's number beside the header

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return self.size * 1.25


def letter_pdf(letter: Letter, style: Style | None = None) -> bytes:
    """The letter as PDF; the same letter and style give the same bytes."""
    return _Setter(letter, style or Style()).made()


@dataclass
class _Setter:
    letter: Letter
    style: Style
    out: io.BytesIO = field(default_factory=io.BytesIO)
    y: float = _TOP
    page: int = 0
    notes: list[str] = field(default_factory=list)

    def made(self) -> bytes:
        self.canvas = Canvas(self.out, pagesize=A4, invariant=1)
        self._open()
        for line in self.letter.opening:
            self._line(line, self.style.bold if line == "Tjänsteutlåtande" else self.style.font)
        self.y -= self.style.leading
        self._flow(self.letter.title, self.style.bold, self.style.size * 1.5)
        pieces = self.letter.pieces
        index = 0
        while index < len(pieces):
            if pieces[index].sort == "columns":
                end = index
                while end < len(pieces) and pieces[end].sort == "columns":
                    end += 1
                self._columns(pieces[index:end])
                index = end
                continue
            self._piece(pieces[index], pieces[index - 1] if index else None)
            index += 1
        self._signatures()
        self._close()
        self.canvas.save()
        return self.out.getvalue()

    def _open(self) -> None:
        self.page += 1
        self.y = _TOP
        self.canvas.setFont(self.style.font, 9)
        self.canvas.drawString(_LEFT, _HEIGHT - 50, self.letter.header)
        if self.style.numbered:
            self.canvas.drawRightString(_RIGHT, _HEIGHT - 50, f"Sida {self.page}")

    def _close(self) -> None:
        y = _BOTTOM - 6 + 10 * len(self.notes)
        if self.notes:
            self.canvas.setLineWidth(0.5)
            self.canvas.line(_LEFT, y + 4, _LEFT + 120, y + 4)
        for note in self.notes:
            y -= 10
            self.canvas.setFont(self.style.font, 5)
            self.canvas.drawString(_LEFT, y + 3, "1")
            self.canvas.setFont(self.style.font, 8.5)
            self.canvas.drawString(_LEFT + 4, y, note)
        self.notes = []
        self.canvas.setFont(self.style.font, 8)
        self.canvas.drawCentredString(_WIDTH / 2, 40, self.letter.footer)
        self.canvas.showPage()

    def _room(self, height: float) -> None:
        if self.y - height < _BOTTOM + 10 * len(self.notes):
            self._close()
            self._open()

    def _piece(self, piece: Piece, before: Piece | None) -> None:
        style = self.style
        if piece.sort == "heading":
            self.y -= style.leading * 0.8
            self._room(style.leading * 3)
            self._flow(piece.text, style.bold, style.size * 1.15)
            return
        if piece.sort == "table":
            self._table(piece.rows)
            return
        if piece.sort == "item":
            label, _, text = piece.text.partition(" ")
            self._room(style.leading)
            self._text(_LEFT + 10, label)
            self._flow(text, style.font, style.size, left=_LEFT + 28)
            return
        follows = before is not None and before.sort == "text"
        if not style.indented:
            self.y -= style.leading * 0.5
        indent = style.size * 1.5 if style.indented and follows else 0.0
        self._flow(piece.text, style.font, style.size, indent=indent, note=piece.note)

    def _text(self, x: float, text: str, font: str = "", size: float = 0.0) -> None:
        self.canvas.setFont(font or self.style.font, size or self.style.size)
        self.canvas.drawString(x, self.y - self.style.size, text)

    def _line(self, text: str, font: str) -> None:
        self._room(self.style.leading)
        self._text(_LEFT, text, font)
        self.y -= self.style.leading

    def _flow(
        self, text: str, font: str, size: float, *, left: float = _LEFT, indent: float = 0.0, note: str = ""
    ) -> None:
        lines = list(wrapped(text, font, size, _RIGHT - left, indent))
        for number, line in enumerate(lines):
            self._room(size * 1.25)
            if note and _MARK in line:
                self.notes.append(note)
            start = left + (0.0 if number else indent)
            self._set(line, start, _RIGHT, font, size, last=number == len(lines) - 1)
            self.y -= size * 1.25

    def _set(self, line: str, left: float, right: float, font: str, size: float, *, last: bool) -> None:
        words = line.split(" ")
        width = pdfmetrics.stringWidth(line.replace(_MARK, ""), font, size)
        width += line.count(_MARK) * pdfmetrics.stringWidth("1", font, size * 0.6)
        stretch = self.style.justified and not last and len(words) > 1
        space = (right - left - width) / (len(words) - 1) if stretch else 0.0
        if not stretch and _MARK not in line:
            words = [line]
        x = left
        for word in words:
            body, mark, _ = word.partition(_MARK)
            self._text(x, body, font, size)
            x += pdfmetrics.stringWidth(body, font, size)
            if mark:
                self.canvas.setFont(font, size * 0.6)
                self.canvas.drawString(x, self.y - self.style.size + size * 0.35, "1")
                x += pdfmetrics.stringWidth("1", font, size * 0.6)
            x += pdfmetrics.stringWidth(" ", font, size) + space

    def _columns(self, pieces: Sequence[Piece]) -> None:
        style = self.style
        width = (_RIGHT - _LEFT - _GUTTER) / 2
        lines: list[tuple[str, bool]] = []
        for piece in pieces:
            made = list(wrapped(piece.text, style.font, style.size, width))
            lines += [(line, number == len(made) - 1) for number, line in enumerate(made)] + [("", True)]
        lines.pop()
        half = (len(lines) + 1) // 2
        self.y -= style.leading * 0.5
        self._room(style.leading * (half + 1))
        top = self.y
        for column, part in enumerate((lines[:half], lines[half:])):
            self.y = top
            left = _LEFT + column * (width + _GUTTER)
            for line, last in part:
                if line:
                    self._set(line, left, left + width, style.font, style.size, last=last)
                self.y -= style.leading
        self.y = top - half * style.leading

    def _table(self, rows: Sequence[Sequence[str]]) -> None:
        style = self.style
        width = (_RIGHT - _LEFT) / len(rows[0])
        padding = 4.0
        self.y -= style.leading * 0.5
        cells = [[list(wrapped(cell, style.font, style.size, width - 2 * padding)) for cell in row] for row in rows]
        heights = [max(len(cell) for cell in row) * style.leading + padding for row in cells]
        self._room(sum(heights))
        self.canvas.setLineWidth(0.5)
        top = self.y
        for row, height in zip(cells, heights, strict=True):
            start = self.y
            self.canvas.line(_LEFT, start, _RIGHT, start)
            for column, cell in enumerate(row):
                self.y = start
                for line in cell:
                    self._text(_LEFT + column * width + padding, line)
                    self.y -= style.leading
            self.y = start - height
        self.canvas.line(_LEFT, self.y, _RIGHT, self.y)
        for column in range(len(rows[0]) + 1):
            self.canvas.line(_LEFT + column * width, top, _LEFT + column * width, self.y)
        self.y -= style.leading * 0.5

    def _signatures(self) -> None:
        self.y -= 4 * self.style.leading
        self._room(3 * self.style.leading)
        for row in range(2):
            for column, signed in enumerate(self.letter.signatures):
                self._text(_LEFT + column * 200, signed[row])
            self.y -= self.style.leading


def wrapped(text: str, font: str, size: float, width: float, indent: float = 0.0) -> Iterator[str]:
    """The lines of ``text`` at ``width``; a word that does not fit is divided at the last of its soft hyphens that does."""
    line = ""
    room = width - indent
    for word in text.split(" "):
        rest = word.replace("\u00ad", "")
        if _wide(f"{line} {rest}".strip(), font, size) <= room:
            line = f"{line} {rest}".strip()
            continue
        parts = word.split("\u00ad")
        for cut in range(len(parts) - 1, 0, -1):
            first = f"{line} {''.join(parts[:cut])}-".strip()
            if _wide(first, font, size) <= room:
                yield first
                line = "".join(parts[cut:])
                break
        else:
            yield line
            line = rest
        room = width
    if line:
        yield line


def _wide(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text.replace(_MARK, ""), font, size))
