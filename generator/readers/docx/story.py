"""What is carried along while a Word document is walked, and what the walk hands over: paragraphs and tables.

A story is a run of blocks with a beginning of its own: the body, a header, a footnote. ``Story`` and ``Notes`` change while one
document is read and live no longer than that; ``Segment``, ``Paragraph``, ``Table`` and ``Ready`` are values.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from generator.model import Line
from generator.readers.docx.names import attribute, child, children, descendants
from generator.readers.docx.numbering import Counters
from generator.readers.docx.package import Package, related
from generator.readers.docx.styles import Styles

# What a reading counts besides text. The first six were there and are not read; the others are no text.
Sort = Literal[
    "deleted", "inserted", "moved", "comment", "hidden", "struck",
    "picture", "chart", "diagram", "object", "chunk", "macro", "formula",
]  # fmt: skip
PAGE_MARK = "\ue000"  # stands for a page number in a header until the phrase around it is taken out
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph's text up to a forced break; struck and bold mean all of it, ``size`` is in half-points (0: not said)."""

    text: str
    struck: bool = False
    bold: bool = False
    size: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is seen. ``level`` is a heading's (0 for none), ``label`` what its list shows in front."""

    segments: tuple[Segment, ...]
    level: int = 0
    label: str = ""
    notes: tuple[str, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """Lines from a document inside the document, read by another reader."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One place in a table's grid. ``blocks`` are None where a merged cell covers it."""

    blocks: tuple[Block, ...] | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows; ``ruled`` where lines or shading show it to be one."""

    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool
    notes: tuple[str, ...] = ()


Block = Paragraph | Table | Ready


@dataclass(slots=True)
class Field:
    """A field under way: its instruction is no text, its result is; a page number is ``muted``."""

    instruction: str = ""
    phase: Literal["instruction", "result", "muted"] = "instruction"
    checked: bool | None = None


@dataclass(slots=True)
class Notes:
    """Footnotes and endnotes by id, and the numbers they have been given in the order they are referred to."""

    texts: dict[tuple[str, str], etree._Element]
    first_endnote: int
    marks: dict[tuple[str, str], int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def first_time(self, sort: str, note_id: str) -> bool:
        """Whether nothing has referred to this note yet: its text is given once, however often it is referred to."""
        return (sort, note_id) not in self.marks

    def number(self, sort: str, note_id: str) -> int:
        """The number of a note: footnotes from 1, endnotes after them, each once."""
        key = (sort, note_id)
        if key not in self.marks:
            self.counts[sort] += 1
            self.marks[key] = self.counts[sort] + (self.first_endnote - 1 if sort == "endnote" else 0)
        return self.marks[key]


@dataclass(slots=True)
class Story:
    """Where a walk is. ``paging``: in a header or footer, where page numbers are no text; ``backdrop``: on a coloured ground; ``links``: what the part refers to."""

    package: Package
    part: str
    styles: Styles
    counters: Counters
    notes: Notes
    tally: Counter[Sort]
    links: dict[str, tuple[str, str]]
    paging: bool = False
    in_note: bool = False
    backdrop: int = 0
    balanced: bool = True
    fields: list[Field] = field(default_factory=list)
    pictures: list[tuple[str, float]] = field(default_factory=list)  # relationship id, square centimetres

    @property
    def visible(self) -> bool:
        """Whether text here is shown: not inside a field's instruction."""
        return all(one.phase == "result" or (one.phase == "instruction" and not self.balanced) for one in self.fields)

    def beside(self, part: str, *, paging: bool = False, in_note: bool = False) -> Story:
        """A story of its own in the same document; only the body has documents inside it."""
        return Story(
            self.package, part, self.styles, self.counters, self.notes, self.tally, {}, paging=paging, in_note=in_note
        )  # fmt: skip


def notes_of(package: Package) -> Notes:
    """The notes of a document; those that only draw a line between text and notes are left out."""
    texts: dict[tuple[str, str], etree._Element] = {}
    for sort in ("footnote", "endnote"):
        for one in children(related(package, sort + "s"), f"w:{sort}"):
            if attribute(one, "type") in {None, "normal"}:
                texts.setdefault((sort, attribute(one, "id") or ""), one)
    body = child(package.root, "w:body")
    referred = {attribute(one, "id") for one in descendants(body, "w:footnoteReference")}
    in_place = sum(1 for _ in descendants(body, "w:footnote"))  # Word 2003
    return Notes(texts, len(referred) + in_place + 1)


def superscript(count: int) -> str:
    """A note's number as the mark that stands in the text: 12 → "¹²"."""
    return str(count).translate(_SUPERSCRIPT)


def is_balanced(root: etree._Element) -> bool:
    """Whether every field that begins in ``root`` ends: if not, nothing can be held for an instruction."""
    depth = 0
    for one in descendants(root, "w:fldChar"):
        sort = attribute(one, "fldCharType")
        depth += {"begin": 1, "end": -1}.get(sort or "", 0)
        if depth < 0:
            return False
    return depth == 0
