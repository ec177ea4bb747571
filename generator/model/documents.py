"""What was read: places, lines, documents and their parts, facts and passages, findings, and the ledger of every character."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.kinds import LineStyle, PartKind, SectionKind, Status


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a source: path relative to the content folder, page (or None) and line, both counted from 1."""

    file: str
    page: int | None = None
    line: int | None = None


def place_at(
    first: Place, starts: tuple[tuple[int, int], ...], offset: int, pages: tuple[tuple[int, int], ...] = ()
) -> Place:
    """The place of the character at ``offset`` of a text that begins at ``first``.

    ``starts`` maps offsets to lines, ``pages`` the offsets at which the text goes on over a page break to pages.
    """
    line = next((number for start, number in reversed(starts) if start <= offset), first.line)
    page = next((number for start, number in reversed(pages) if start <= offset), first.page)
    return Place(first.file, page, line)


@dataclass(frozen=True, slots=True)
class Restored:
    """A word whose letters were restored: ``text[start:end]`` now, ``original`` as the source has it.

    ``by`` "ocr" is a word that text recognition read with too little confidence: its letters are unchanged and ``sure`` is False.
    """

    start: int
    end: int
    original: str
    sure: bool = True
    by: Literal["restoration", "ocr"] = "restoration"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source. ``text`` has the reader's markup taken off; a leading space is kept (it marks a page).

    ``opens``: True where the reader knows that a paragraph begins with this line, False where it knows that the line goes
    on with the paragraph before, None where it cannot tell. ``level`` is a heading's level, or in a "row" the number of
    its table in the document; a row's ``text`` is its ``cells`` with tabs between. A "note" is a footnote; it begins with
    the mark that stands in the text (¹). "header" and "footer" are known to the reader as such.
    """

    number: int
    text: str
    page: int | None = None
    style: LineStyle = "text"
    level: int = 0
    struck: bool = False
    restored: tuple[Restored, ...] = ()
    opens: bool | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a file that holds many documents this is.

    Its number (from 1), what its opening shows it to be, where it begins and ends, and the words of the opening. ``head`` are
    the lines at the top of the file that hold for the part too: whose minutes its paragraph is of, and from which day.
    """

    number: int
    kind: PartKind
    first: Place
    last: Place
    quote: str = ""
    head: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One source as its reader delivered it, or one part of it (``part``).

    ``text_quality`` is the share (0..1) of words that needed no restoring and were not read with doubt. ``recognised`` are
    the pages read by text recognition, ``unread`` those it gave up.
    """

    file: str
    sha256: str
    media_type: str
    lines: tuple[Line, ...]
    size: int = 0
    pages: int | None = None
    words: int = 0
    restored_words: int = 0
    text_quality: float = 1.0
    part: Part | None = None
    recognised: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    unsure_words: int = 0

    @property
    def key(self) -> tuple[str, int]:
        """What tells this document from every other: its file, and the number of its part (0 for a whole file)."""
        return self.file, self.part.number if self.part else 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its evidence. ``quote`` is the source's own words, or the named evidence of an inference.

    ``of`` tells a response's own diary number from the case's; ``reason`` and ``date`` belong to curated facts.
    """

    value: str
    status: Status
    quote: str
    place: Place | None = None
    of: Literal["own", "case"] | None = None
    reason: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """What an editor states about a document or a case. ``stated`` is what the documents themselves say of it.

    ``key`` is the name of the fact as editors write it ("hållning"); ``said`` is curated. ``differs``: the two are not the same.
    """

    key: str
    said: Fact
    stated: tuple[Fact, ...] = ()
    differs: bool = False
    about: str = ""  # which document, where it is about one


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item, table or footnote. ``id`` is its anchor; ``starts`` maps offsets in ``text`` to line numbers.

    ``pages`` maps the offsets at which it goes on over a page break to page numbers. The text of a "table" has a line
    feed between rows and a tab between cells.
    """

    id: str
    text: str
    place: Place
    restored: tuple[Restored, ...] = ()
    starts: tuple[tuple[int, int], ...] = ()
    style: Literal["text", "item", "table", "note"] = "text"
    struck: bool = False
    pages: tuple[tuple[int, int], ...] = ()

    def place_at(self, offset: int) -> Place:
        """The place of the line on which the character at ``offset`` stood."""
        return place_at(self.place, self.starts, offset, self.pages)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. ``heading`` is empty for text before the first heading."""

    kind: SectionKind
    heading: str
    passages: tuple[Passage, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something staff should know. What ``code`` means, its severity and its advice stand in ``findings.KINDS``."""

    code: str
    file: str | None
    line: int | None
    message: str
    advice: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A line of a document that is no text of it (a page header, a page number): its kind, in Swedish, and its words."""

    kind: str
    text: str
    place: Place
    restored: tuple[Restored, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a source that are shown nowhere, and where they stand."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What became of every character but white space that a reader delivered.

    ``kinds`` are (what it became, characters); ``unaccounted`` are the words that became nothing. Together they are ``total``.
    """

    total: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    unaccounted: tuple[Stretch, ...] = ()

    @property
    def accounted(self) -> int:
        """The characters that became something."""
        return sum(count for _, count in self.kinds)

    @property
    def share(self) -> float:
        """The share (0..1) of the characters that became something; 1 for a document without any."""
        return self.accounted / self.total if self.total else 1.0
