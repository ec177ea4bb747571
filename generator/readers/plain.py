"""Plain text: every line as it stands."""

from __future__ import annotations

from generator.model import Document, Finding, Line


def fits(file: str, text: str) -> bool:
    """Every text is plain text at least."""
    del file, text
    return True


def read(file: str, sha256: str, text: str) -> tuple[Document, tuple[Finding, ...]]:
    """The lines of ``text`` by line feeds; a form feed becomes the leading space that marks a new page."""
    lines = tuple(Line(number, _line(line)) for number, line in enumerate(text.split("\n"), 1))
    return Document(file, sha256, "text/plain", lines, size=len(text.encode("utf-8", "replace"))), ()


def _line(line: str) -> str:
    if "\f" not in line:
        return line
    return " " + line.replace("\f", " ").lstrip()
