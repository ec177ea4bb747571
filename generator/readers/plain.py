"""Text files: Markdown where the text shows it, else every line as it stands."""

from __future__ import annotations

from generator.findings import found
from generator.model import Document, Line
from generator.readers import markdown
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.text import decoded

TEXT_LIMIT = 10 * 1024 * 1024  # bytes of one text file; a long council bundle is below 2 MB
LINE_LIMIT = 200_000  # lines; a long council bundle has 30,000


def fits(file: str, data: bytes) -> bool:
    """Whatever no other reader takes may be text; ``read`` finds out."""
    del file, data
    return True


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """The lines of the text in ``data``; UnreadableError (F105, F134) for too much, a delivery without document (F101, F102) for none."""
    if len(data) > TEXT_LIMIT:
        raise UnreadableError("F105", file, size=round(len(data) / 2**20), limit=TEXT_LIMIT // 2**20)
    text, findings = decoded(file, data)
    if text is None:
        return Delivery(None, findings, outcome="rejected")
    if not text.strip():
        return Delivery(None, (*findings, found("F101", file)), outcome="rejected")
    if (count := text.count("\n") + 1) > LINE_LIMIT:
        raise UnreadableError("F134", file, count=count, limit=LINE_LIMIT)
    if markdown.fits(file, text):
        document, more = markdown.read(file, sha256, text)
        return Delivery(document, (*findings, *more))
    return Delivery(_plain(file, sha256, text), findings)


def _plain(file: str, sha256: str, text: str) -> Document:
    """Every line by line feeds; a form feed becomes the leading space that marks a new page."""
    lines = tuple(Line(number, _line(line)) for number, line in enumerate(text.split("\n"), 1))
    return Document(file, sha256, "text/plain", lines, size=len(text.encode("utf-8", "replace")))


def _line(line: str) -> str:
    if "\f" not in line:
        return line
    return " " + line.replace("\f", " ").lstrip()
