"""Paragraphs, rows and notes → lines: what the readers of HTML, RTF and ODT share.

A reader tells what it meets in the order of the file; here the text is cleaned, headers are put first, footers last, notes after
the paragraph that refers to them, and everything is numbered. What a format says with a font alone (a heading that is only
bold or only larger) is judged here too, by the same rule for all of them.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.model import Document, Line, LineStyle
from generator.readers.delivery import UnreadableError
from generator.readers.text import clean

MOST_LINES = 100_000  # paragraphs and rows; the largest real bundle seen has some 4,000
MOST_LETTERS = 20_000_000  # in all of a document
MOST_COLUMNS = 256  # of a table; more is a spreadsheet or an attack
_LARGER = 1.15  # a heading's font against the body's: 12 on 11 points is emphasis, 13 on 11 a heading
_HEADING_LONGEST = 120  # characters
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_LETTERS = str.maketrans("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")  # Unicode has no raised q


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one look. A line feed in it is a forced line break; ``size`` is in points, None if unknown."""

    text: str
    struck: bool = False
    bold: bool = False
    size: float | None = None


@dataclass(frozen=True, slots=True)
class _Gathered:
    """A line before it has its number; ``refs`` are the notes it refers to, ``size`` and ``bold`` how all of it looks."""

    line: Line
    refs: tuple[str, ...] = ()
    bold: bool = False
    size: float | None = None


@dataclass(slots=True)
class Gathering:
    """Lines in the making. ``file`` is named where a document grows past all reason; ``usual`` is the size of text that says none."""

    file: str = ""
    usual: float | None = None
    _body: list[_Gathered] = field(default_factory=list)
    _heads: dict[str, None] = field(default_factory=dict)
    _feet: dict[str, None] = field(default_factory=dict)
    _notes: dict[str, str] = field(default_factory=dict)
    struck: int = 0  # lines of which some words were struck out, and left out
    _letters: int = 0
    _tables: int = 0

    def paragraph(
        self,
        pieces: Sequence[Piece],
        style: LineStyle = "text",
        level: int = 0,
        label: str = "",
        refs: Iterable[str] = (),
    ) -> bool:
        """Add a paragraph: a line for each stretch between line breaks, a heading on one line. True if it had any text.

        ``label`` is a list item's visible mark; a paragraph of a label alone is no text.
        """
        stretches = [self._standing(one) for one in ([_joined(pieces)] if style == "heading" else _stretches(pieces))]
        told = [(text, stretch) for stretch in stretches if (text := clean("".join(piece.text for piece in stretch)))]
        refs, label = tuple(refs), clean(label)
        if not told:
            if refs and self._body:  # a note mark in a paragraph of its own: the note follows what stands before
                self._body[-1] = replace(self._body[-1], refs=(*self._body[-1].refs, *refs))
            return False
        for index, (text, stretch) in enumerate(told):
            inked = [piece for piece in stretch if piece.text.strip()]
            first, last = index == 0, index == len(told) - 1
            line = Line(
                0,
                f"{label} {text}" if label and first else text,
                style=style if first or style != "item" else "text",
                level=level if first or style != "item" else 0,
                struck=all(piece.struck for piece in inked),
                opens=True,
            )
            sizes = {piece.size for piece in inked}
            self._add(
                _Gathered(
                    line,
                    refs if last else (),
                    all(piece.bold for piece in inked),
                    sizes.pop() if len(sizes) == 1 else None,
                )
            )
        return True

    def text(self, pieces: Sequence[Piece]) -> str:
        """The pieces as one text, for a cell or a note: what is struck out in it is left out as it is in a paragraph."""
        return "\n".join("".join(piece.text for piece in self._standing(one)) for one in _stretches(pieces))

    def table(self, rows: Iterable[Sequence[str]], refs: Iterable[Iterable[str]] = ()) -> None:
        """Add a table row by row; a row without text is left out, and so is a column of which no row has text."""
        cleaned = [tuple(clean(cell).replace("\t", " ") for cell in row[:MOST_COLUMNS]) for row in rows]
        width = max((len(row) for row in cleaned), default=0)
        used = [at for at in range(width) if any(at < len(row) and row[at] for row in cleaned)]
        if not used:
            return
        self._tables += 1
        marks = [tuple(marks) for marks in refs] or [()] * len(cleaned)
        for row, notes in zip(cleaned, marks, strict=True):
            cells = tuple(row[at] if at < len(row) else "" for at in used)
            if any(cells):
                line = Line(0, "\t".join(cells), style="row", level=self._tables, opens=True, cells=cells)
                self._add(_Gathered(line, notes))

    def rule(self) -> None:
        """Add a ruled line: it parts what stands before from what comes after."""
        if self._body and self._body[-1].line.style != "rule":
            self._add(_Gathered(Line(0, "", style="rule", opens=True)))

    def meta(self, text: str) -> None:
        """Add a fact about the document that is no part of its text ("Ämne: …")."""
        if text := clean(text):
            self._add(_Gathered(Line(0, text, style="meta", opens=True)))

    def header(self, text: str) -> None:
        """Add what stands at the top of pages; the same text is kept once."""
        self._furniture(self._heads, text)

    def footer(self, text: str) -> None:
        """Add what stands at the foot of pages; the same text is kept once."""
        self._furniture(self._feet, text)

    def note(self, key: str, mark: str, text: str) -> None:
        """Add the note ``key``, which stands in the text as ``mark``; the first of that key is kept."""
        text = clean(text)
        self._weigh(text)
        if text:
            self._notes.setdefault(key, clean(f"{note_mark(mark)} {text}"))

    def lines(self) -> tuple[Line, ...]:
        """All lines in order, numbered from 1. A note that no line refers to stands last in the text."""
        told: list[Line] = [Line(0, text, style="header", opens=True) for text in self._heads]
        left = dict(self._notes)
        for gathered in _with_headings(self._body, self.usual):
            told.append(gathered.line)
            told.extend(_note(left.pop(key)) for key in gathered.refs if key in left)
        while told and told[-1].style == "rule":
            told.pop()
        told.extend(_note(text) for text in left.values())
        told.extend(Line(0, text, style="footer", opens=True) for text in self._feet)
        return tuple(replace(line, number=number) for number, line in enumerate(told, 1))

    def _standing(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces without those struck out, where others on the line are not; a line struck out as a whole is kept."""
        inked = [piece.struck for piece in pieces if piece.text.strip()]
        if not any(inked) or all(inked):
            return pieces
        self.struck += 1
        return [piece for piece in pieces if not piece.struck]

    def _add(self, gathered: _Gathered) -> None:
        self._weigh(gathered.line.text)
        if len(self._body) >= MOST_LINES:
            raise UnreadableError("F134", self.file, count=f"fler än {MOST_LINES}", limit=MOST_LINES)
        self._body.append(gathered)

    def _furniture(self, kept: dict[str, None], text: str) -> None:
        for row in text.split("\n"):
            if cleaned := clean(row):
                if cleaned not in kept:
                    self._weigh(cleaned)
                kept.setdefault(cleaned)

    def _weigh(self, text: str) -> None:
        self._letters += len(text)
        if self._letters > MOST_LETTERS:
            raise UnreadableError("F123", self.file, why=f"mer än {MOST_LETTERS // 1_000_000} miljoner tecken text")


def document(file: str, sha256: str, media_type: str, data: bytes, lines: tuple[Line, ...]) -> Document:
    """The lines as an unpaged document; UnreadableError F127 where none of them has a word of the document's own."""
    words = sum(len(line.text.split()) for line in lines)
    if not any(char.isalnum() for line in lines if line.style not in {"meta", "rule"} for char in line.text):
        raise UnreadableError("F127", file)
    return Document(file, sha256, media_type, lines, size=len(data), words=words)


def raised(text: str) -> str:
    """A raised mark as it goes into running text: "12" → "¹²", "[3]" → "³"; what is not a number is left as it is."""
    bare = text.strip().strip("[]() ")
    return bare.translate(_RAISED) if bare.isascii() and bare.isdigit() else text


def note_mark(mark: str) -> str:
    """A note's mark as it stands in the text: numbers and small letters raised (³, ⁱⁱ), signs as they are."""
    bare = mark.strip()
    return bare.translate(_RAISED_LETTERS) if bare.isascii() and bare.isalpha() and bare.islower() else raised(bare)


def has_words(text: str) -> bool:
    """Whether there is anything to read in ``text``: a letter or a digit."""
    return any(unicodedata.category(char)[0] in "LN" for char in text)


def _stretches(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces between line breaks."""
    stretches: list[list[Piece]] = [[]]
    for piece in pieces:
        for index, text in enumerate(piece.text.split("\n")):
            if index:
                stretches.append([])
            if text:
                stretches[-1].append(replace(piece, text=text))
    return stretches


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    return [replace(piece, text=piece.text.replace("\n", " ")) for piece in pieces]


def _note(text: str) -> Line:
    return Line(0, text, style="note", opens=True)


def _with_headings(body: Sequence[_Gathered], unsaid: float | None) -> list[_Gathered]:
    """The lines with those made headings that only their font shows to be such.

    A line is a heading by its size where all of it is clearly larger than the body's text. By being bold it is one only in a
    document without any other headings, between plain text: a bold name under a letter has no text of its own below it.
    """
    letters: Counter[float] = Counter()
    for one in body:
        size = one.size or unsaid
        if size and one.line.style in {"text", "item"}:
            letters[size] += len(one.line.text)
    usual = letters.most_common(1)[0][0] if letters else None
    larger = {one.size for one in body if one.size and usual and one.size >= _LARGER * usual and _short(one)}
    levels = {size: min(rank, 6) for rank, size in enumerate(sorted(larger, reverse=True), 1)}
    bold_level = min(len(levels) + 1, 6)
    by_bold = not any(one.line.style == "heading" for one in body)
    told = list(body)
    for index, one in enumerate(body):
        after = body[index + 1] if index + 1 < len(body) else None
        if not _short(one) or after is None:
            continue
        if one.size in levels:
            told[index] = replace(one, line=replace(one.line, style="heading", level=levels[one.size]))
        elif by_bold and one.bold and not after.bold and _runs_on(after) and _begins(one.line.text):
            told[index] = replace(one, line=replace(one.line, style="heading", level=bold_level))
    return told


def _short(one: _Gathered) -> bool:
    text = one.line.text
    return (
        one.line.style == "text"
        and not one.line.struck
        and len(text) <= _HEADING_LONGEST
        and not text.endswith((".", ",", ";", ":"))
    )


def _runs_on(after: _Gathered) -> bool:
    """Whether what follows is text that a heading stands over: a table, a list or a sentence, not a title below a name."""
    text = after.line.text
    return after.line.style in {"item", "row"} or (
        after.line.style == "text" and (text.endswith((".", ":")) or len(text) > _HEADING_LONGEST)
    )


def _begins(text: str) -> bool:
    """Whether a bold line begins as a heading does (a capital, a number, a section sign) and has a word in it."""
    return (text[0].isupper() or text[0].isdigit() or text[0] == "§") and any(char.isalpha() for char in text)
