"""Documents to measure reading on: one letter in every format, made of the tests' own makers, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace

from tests import scans, true_files, word
from tests.letter_text import ANSWER, Letter
from tests.letters import letter_pdf

LONG = 3  # times the letter's pieces: some four pages


def letter(number: int, times: int = LONG) -> Letter:
    """A letter like no other ``number``; its note stands once only."""
    again = tuple(replace(piece, text=piece.text.replace("¹", ""), note="") for piece in ANSWER.pieces)
    return replace(
        ANSWER,
        header=f"Lindsala kommun, Fritidsnämnden   Dnr FRN 2031/{number:04}",
        opening=tuple(line.replace("2031/0417", f"2031/{number:04}") for line in ANSWER.opening),
        title=f"Svar på remiss av motion (2031:{number}) om lånecyklar vid badplatserna",
        pieces=(*ANSWER.pieces, *again * (times - 1)),
    )


def _lines(number: int) -> list[str]:
    made = letter(number)
    return [*made.opening, *(text.replace("\t", " ") for text in made.texts())]


def _html(number: int) -> bytes:
    """The letter as a web page with headings, lists and tables."""
    made = letter(number)
    parts = [f"<h1>{made.title}</h1>"]
    for piece in made.pieces:
        text = piece.text.replace("\u00ad", "")
        if piece.sort == "table":
            rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in piece.rows)
            parts.append(f"<table>{rows}</table>")
        elif piece.sort == "item":
            parts.append(f"<ul><li>{text.partition(' ')[2]}</li></ul>")
        else:
            parts.append(f"<h2>{text}</h2>" if piece.sort == "heading" else f"<p>{text}</p>")
    return f'<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>Svar</title><body>{"".join(parts)}</body></html>'.encode()


def scan(number: int) -> bytes:
    """The first page of the letter as a picture in a PDF document, slightly askew and grainy."""
    page = scans.scanned(scans.pages_of(letter_pdf(letter(number, 1)))[0], skew=0.4, noise=30, seed=number)
    kept = io.BytesIO()
    page.save(kept, "PDF", resolution=scans.DPI)
    return kept.getvalue()


def _docx(number: int) -> bytes:
    return word.letter(letter(number))


MAKERS: Mapping[str, Callable[[int], bytes]] = {
    "txt": lambda number: true_files.plain(_lines(number)),
    "md": lambda number: true_files.markdown(_lines(number)),
    "html": _html,
    "docx": _docx,
    "odt": lambda number: true_files.odt(_lines(number)),
    "rtf": lambda number: true_files.rtf(_lines(number)),
    "eml": lambda number: true_files.eml(_lines(number), ("svar.docx", _docx(number))),
    "zip": lambda number: true_files.zipped({"svar.txt": true_files.plain(_lines(number)), "svar.docx": _docx(number)}),
    "pdf": lambda number: letter_pdf(letter(number)),
    "scan": scan,
}
