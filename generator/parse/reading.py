"""What every rule is given: the document in blocks, cut into preface, sections, signatures and attachments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import anchor
from generator.model import Document, Fact, Line, Passage, Place, Section, SectionKind, Status
from generator.parse.headings import bare_heading, heading_kind, is_attachments
from generator.parse.layout import Block, lay_out, make_block
from generator.parse.rows import COLUMNS
from generator.swedish.words import sentences

_LONGEST = 4000  # characters; what goes on longer without an end is no sentence, and costs the rules hours
# What a page header puts side by side: a body, the type of document, a number, a date, the page.
_LABELS = re.compile(
    r"[\s,|]+(?=(?:Dnr|Diarienr|Diarienummer|Ärendenr|Ärendenummer|Datum|Sida|Sid|Tjänsteutlåtande|Tjänsteskrivelse|Protokollsutdrag|Yttrande|Remissvar)\b)"
)
# Where a block begins; its words tell apart those that begin on one line: columns, or sentences of a list set in a row.
Spot = tuple[int | None, int | None, str]


def spot(block: Block) -> Spot:
    """The place where ``block`` begins, one for each block of a document."""
    return block.place.page, block.place.line, block.text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with where it stands. ``section`` is the kind of section; "preface" before the first heading."""

    text: str
    block: Block
    start: int
    section: SectionKind | str
    passage: str

    @property
    def place(self) -> Place:
        """The place of the sentence's first word."""
        return self.block.place_at(self.start)

    def fact(self, value: str, at: int = 0, status: Status = Status.STATED) -> Fact:
        """``value`` as a fact with this sentence as its quote; ``at`` is the value's offset in the sentence."""
        return Fact(value, status, self.text, self.block.place_at(self.start + at))


@dataclass(frozen=True, slots=True)
class Part:
    """A heading (None in the preface) and the blocks under it. ``kind`` "attachments" and "preface" are no sections.

    ``flow`` is the blocks with the signatures among them, in the order of the document.
    """

    kind: SectionKind | str
    heading: Block | None
    blocks: tuple[Block, ...]
    flow: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, laid out. ``anchors`` gives each text block's anchor by the place where it begins."""

    document: Document
    parts: tuple[Part, ...]
    signatures: tuple[Block, ...]
    furniture: tuple[tuple[str, Block], ...]
    anchors: dict[Spot, str]

    @property
    def preface(self) -> tuple[Block, ...]:
        """What stands before the first section: titles, addresses and labelled facts, in order."""
        return tuple(
            block
            for part in self.parts
            if part.kind == "preface"
            for block in ((part.heading, *part.blocks) if part.heading else part.blocks)
        )

    def blocks(self, *kinds: SectionKind | str) -> Iterator[tuple[Part, Block]]:
        """The blocks of the parts of these kinds (all parts if none is named), in order."""
        for part in self.parts:
            if not kinds or part.kind in kinds:
                for block in part.blocks:
                    yield part, block

    def sentences(self, *kinds: SectionKind | str) -> Iterator[Sentence]:
        """The sentences of the parts of these kinds (all parts if none is named), in order; none without an end.

        No sentence goes on from one cell of a table to the next. Footnotes are not among them: they cite other matters.
        """
        for part, block in self.blocks(*kinds):
            passage = self.anchor(block)
            for found in sentences(block.text) if block.kind != "note" else ():
                if len(found.text) <= _LONGEST:
                    yield Sentence(found.text, block, found.start, part.kind, passage)

    def anchor(self, block: Block) -> str:
        """The anchor of a block's passage, or "" where it has none."""
        return self.anchors.get(spot(block), "")


def read_layout(document: Document) -> Reading:
    """``document`` laid out and cut at its headings."""
    layout = lay_out(document)
    parts: list[Part] = []
    signatures: list[Block] = []
    anchors: dict[Spot, str] = {}
    taken: Counter[str] = Counter()
    kind: SectionKind | str = "preface"
    heading: Block | None = None
    blocks: list[Block] = []
    for block in layout.blocks:
        if block.kind == "signature":
            signatures.append(block)
            blocks.append(block)
        elif block.kind == "heading":
            if heading or blocks:
                parts.append(_part(kind, heading, blocks))
            kind, heading, blocks = _kind(block, kind), block, []
        else:
            blocks.append(block)
            _name(block, anchors, taken)
    if heading or blocks:
        parts.append(_part(kind, heading, blocks))
    for block in signatures:
        for line in signature_lines(block):
            _name(line, anchors, taken)  # last, so that no other anchor hangs on them
    furniture = tuple((name, piece) for name, line in layout.furniture for piece in _singles(document.file, name, line))
    return Reading(document, tuple(parts), tuple(signatures), furniture, anchors)


def signature_lines(block: Block) -> tuple[Block, ...]:
    """The lines of a signature, each as a paragraph of its own: what it is where nobody can tell who signed."""
    return tuple(make_block(block.place.file, "text", [line]) for line in block.lines)


def _part(kind: SectionKind | str, heading: Block | None, blocks: list[Block]) -> Part:
    return Part(kind, heading, tuple(block for block in blocks if block.kind != "signature"), tuple(blocks))


def _name(block: Block, anchors: dict[Spot, str], taken: Counter[str]) -> None:
    stem = anchor(block.original or block.text)
    taken[stem] += 1
    anchors[spot(block)] = stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"


def _kind(block: Block, before: SectionKind | str) -> SectionKind | str:
    """The kind of part a heading opens; until the first known heading everything is preface."""
    if is_attachments(block.text):
        return "attachments"
    return heading_kind(block.text) or ("preface" if before == "preface" else "other")


def _singles(file: str, name: str, line: Line) -> list[Block]:
    """A line of furniture as a block; a page header in its columns and before its labels, each of which may hold a fact."""
    columns = COLUMNS.split(line.text.strip()) if name == "sidhuvud" else [line.text]
    pieces = [piece for column in columns for piece in (_LABELS.split(column) if name == "sidhuvud" else [column]) if piece]
    place = Place(file, line.page, line.number)
    return [Block("text", " ".join(piece.split()), ((0, line.number),), place, lines=(line,)) for piece in pieces]


def sections(reading: Reading, used: frozenset[Spot]) -> tuple[Section, ...]:
    """The document's sections. Blocks at the places in ``used`` have become facts and are left out of the text.

    A signature that is not among them is text: one paragraph for each of its lines that is not. The list of attachments is a
    fact; what else stands there is text, without its heading.
    """
    made: list[Section] = []
    for part in reading.parts:
        passages = tuple(
            _passage(reading, piece)
            for block in part.flow
            if block.kind != "signature" or spot(block) not in used
            for piece in (signature_lines(block) if block.kind == "signature" else (block,))
            if spot(piece) not in used
        )
        listed = part.kind == "attachments" and any(spot(block) in used for block in part.blocks)
        heading = bare_heading(part.heading.text) if part.heading and not listed else ""
        titled = part.heading is not None and spot(part.heading) in used
        if passages or (heading and not titled):
            known = part.kind not in {"preface", "attachments"}
            section_kind: SectionKind = part.kind if known else "other"  # type: ignore[assignment]
            place = part.heading.place if part.heading else None
            made.append(Section(section_kind, "" if titled else heading, passages, place))
    return tuple(made)


def _passage(reading: Reading, block: Block) -> Passage:
    style = block.kind if block.kind in {"item", "table", "note"} else "text"
    return Passage(
        reading.anchor(block), block.text, block.place, block.restored, block.starts, style, block.struck, block.pages
    )


def without_label(text: str) -> tuple[str, str]:
    """A labelled line as (label in lower case, value): "Dnr: KS 1" → ("dnr", "KS 1"); ("", text) without a label."""
    found = re.match(r"^([A-ZÅÄÖa-zåäö][\wåäöÅÄÖ /_-]{0,40}):\s+(.*)$", text)
    return (found.group(1).strip().lower(), found.group(2).strip()) if found else ("", text)
