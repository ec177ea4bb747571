"""Documents made of lines, as a reader that knows more than the words would deliver them."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Document, Line, LineStyle


def line(text: str, style: LineStyle = "text", *, opens: bool | None = None, page: int | None = None, level: int = 0) -> Line:
    """A line without its number; a row's cells are parted by "|"."""
    cells = tuple(cell.strip() for cell in text.split("|")) if style == "row" else ()
    return Line(0, "\t".join(cells) if cells else text, page, style, level, opens=opens, cells=cells)


def unpaged(*lines: Line) -> Document:
    """A document whose lines count from 1."""
    return Document("svar.docx", "0" * 64, "application/x", tuple(replace(one, number=number) for number, one in enumerate(lines, 1)))


def paged(*pages: list[Line | str]) -> Document:
    """A document in pages; the lines of each count from 1, and a bare text is a line of which the reader knows nothing."""
    lines = [
        replace(line(one) if isinstance(one, str) else one, number=number, page=page)
        for page, found in enumerate(pages, 1)
        for number, one in enumerate(found, 1)
    ]
    return Document("svar.pdf", "0" * 64, "application/pdf", tuple(lines), pages=len(pages))
