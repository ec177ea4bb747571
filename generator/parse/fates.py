"""What became of every piece of a document: the ground for an account in which nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Draft, Place
from generator.parse.layout import Block
from generator.parse.reading import Part, Reading, Spot, signature_lines, spot
from generator.parse.text import taken

# fact (shown as a fact of the opening), heading, passage, table, note, signature, attachment, "furniture:" and its kind, or ""
# for what is nowhere to be seen.
Fate = str


def fates(reading: Reading, draft: Draft) -> tuple[tuple[Block, Fate], ...]:
    """Each block of ``reading`` with what ``draft`` made of it, in reading order, then the furniture.

    ``draft`` is what the rules made of the same reading. A signature that could not be read comes as its lines. Together the
    blocks hold every line of the document that has text.
    """
    used = taken(reading, draft)
    shown = {passage.id for section in draft.sections for passage in section.passages}
    headings = {section.place for section in draft.sections if section.heading}
    made: list[tuple[Block, Fate]] = []
    for part in reading.parts:
        if part.heading:
            made.append((part.heading, _of_heading(part, draft, used, headings)))
        for block in part.flow:
            made.extend(_of_block(reading, part, block, used, shown))
    made += [(block, f"furniture:{name}") for name, block in reading.furniture]
    return tuple(made)


def _of_heading(part: Part, draft: Draft, used: frozenset[Spot], headings: set[Place | None]) -> Fate:
    assert part.heading is not None
    if spot(part.heading) in used:
        return "fact"
    if part.heading.place in headings:
        return "heading"
    return "attachment" if part.kind == "attachments" and draft.attachments else ""


def _of_block(reading: Reading, part: Part, block: Block, used: frozenset[Spot], shown: set[str]) -> Iterator[tuple[Block, Fate]]:
    if block.kind == "signature" and spot(block) in used:
        yield block, "signature"
        return
    for piece in signature_lines(block) if block.kind == "signature" else (block,):
        if spot(piece) in used:
            yield piece, "attachment" if part.kind == "attachments" else "fact"
        elif reading.anchor(piece) in shown:
            yield piece, "table" if block.kind == "table" else "note" if block.kind == "note" else "passage"
        else:
            yield piece, ""
