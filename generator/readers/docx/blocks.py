"""A Word story → its paragraphs and tables in order, with deleted ones out and text boxes after the paragraph that holds them."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from generator.readers.docx.chunks import chunk
from generator.readers.docx.drawings import chosen
from generator.readers.docx.names import attribute, child, children, kind, number, switch, value
from generator.readers.docx.numbering import BULLET
from generator.readers.docx.runs import Inline, Piece, counted, segments
from generator.readers.docx.story import Block, Cell, Paragraph, Ready, Segment, Story, Table, is_balanced
from generator.readers.docx.styles import Style, has_rules, heading_level, is_shaded, look_of, over

_GONE = {"w:del", "w:moveFrom"}
_COLUMNS = 63  # Word's own limit of columns in a table
_INSERTED = {"w:ins", "w:moveTo"}
_PROPERTIES = frozenset({"w:pPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:tblPrEx", "w:customXmlPr"})
_BLOCKS = frozenset({"w:p", "w:tbl", "w:altChunk"})


def blocks(story: Story, container: etree._Element) -> Iterator[Block]:
    """The paragraphs and tables of ``container``. A paragraph whose end is deleted or hidden goes on in the next one."""
    story.balanced = is_balanced(container)
    carried: list[Inline] = []
    for element in _flat(story, container):
        name = kind(element)
        if name == "w:p":
            inline = _gathered(story, element)
            if _runs_on(story, element):
                carried.append(inline)
                continue
            yield from _paragraph(story, element, [*carried, inline])
            carried = []
            continue
        if carried:
            yield from _paragraph(story, None, carried)
            carried = []
        if name == "w:tbl":
            yield from _table(story, element)
        else:
            yield from chunk(story, element)
    if carried:
        yield from _paragraph(story, None, carried)


def note_text(story: Story, note: etree._Element) -> str:
    """The text of a footnote in one line: its paragraphs and cells with a space between."""
    own = story.beside(story.part, in_note=True)
    return " ".join(words for block in blocks(own, note) for words in _words(block))


def _flat(story: Story, container: etree._Element) -> Iterator[etree._Element]:
    """The blocks in ``container``, through every wrapper that is not a block itself."""
    if kind(container) in _BLOCKS:
        yield container
        return
    for element in container:
        name = kind(element)
        if name in _BLOCKS:
            yield element
        elif name in _PROPERTIES:
            continue
        elif name in _GONE or (name == "aml:annotation" and attribute(element, "type") == "Word.Deletion"):
            counted(story, element, "moved" if name == "w:moveFrom" else "deleted")
        elif name == "aml:annotation" and attribute(element, "type") == "Word.Comment":
            story.tally["comment"] += 1
        elif name == "mc:AlternateContent":
            branch = chosen(element)
            if branch is not None:
                yield from _flat(story, branch)
        elif name == "w:r" or (name in _INSERTED and child(element, "w:r") is not None):
            wrapped = etree.Element(container.tag)  # a run outside any paragraph: odd, but its text is text
            paragraph = etree.SubElement(wrapped, element.tag.rpartition("}")[0] + "}p")
            paragraph.append(copy.deepcopy(element))
            yield paragraph
        else:
            yield from _flat(story, element)


def _gathered(story: Story, element: etree._Element) -> Inline:
    style = story.styles.of(value(element, "w:pPr", "w:pStyle"))
    base = over(story.styles.base, style.look)
    shaded = is_shaded(child(element, "w:pPr", "w:shd")) or style.shaded
    inline = Inline(story, base, base)
    story.backdrop += shaded
    inline.walk(element)
    story.backdrop -= shaded
    return inline


def _runs_on(story: Story, element: etree._Element) -> bool:
    """Whether the paragraph's end is deleted, moved away or hidden, so that the next one goes on in the same paragraph."""
    mark = child(element, "w:pPr", "w:rPr")
    gone = child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
    if any(attribute(one, "type") == "Word.Deletion" for one in children(mark, "aml:annotation")):
        gone = True
    if gone:
        story.tally["deleted"] += 0 if any(kind(one) in _GONE for one in element) else 1
        return True
    if (attribute(child(element, "w:pPr", "w:framePr"), "dropCap") or "none") != "none":
        return True  # a large first letter is a paragraph of its own in the file, and the first letter of a word on the page
    look = look_of(mark)
    if look.hidden is None:
        look = story.styles.of(value(element, "w:pPr", "w:pStyle")).look
    return bool(look.hidden or switch(mark, "w:specVanish"))


def _paragraph(story: Story, element: etree._Element | None, parts: list[Inline]) -> Iterator[Block]:
    pieces: list[Piece] = [piece for part in parts for piece in part.pieces]
    made = segments(pieces, story)
    properties = child(element, "w:pPr")
    style = story.styles.of(value(properties, "w:pStyle"))
    outline = number(properties, "w:outlineLvl")
    level = style.level if outline is None else heading_level("", outline)
    label = "" if element is None else _label(story, properties, style)
    notes = []
    for mark, note in (one for part in parts for one in part.referred):
        text = note_text(story, note) if note is not None else ""
        if text:
            notes.append(f"{mark} {text}".strip())
    boxes = [box for part in parts for box in part.boxes]
    if made or notes or not boxes:
        if level and len(made) > 1:  # a heading over two lines is one heading
            first = made[0]
            made = (Segment(" ".join(one.text for one in made), all(one.struck for one in made), first.bold, first.size),)
        yield Paragraph(made, level, label, tuple(notes), listed=bool(label))
    story.backdrop += 1
    for box in boxes:
        yield from blocks_within(story, box)
    story.backdrop -= 1


def blocks_within(story: Story, container: etree._Element) -> Iterator[Block]:
    """The blocks of a text box or cell: fields under way outside it are left as they are."""
    fields, balanced = story.fields, story.balanced
    story.fields = []
    yield from blocks(story, container)
    story.fields, story.balanced = fields, balanced


def _label(story: Story, properties: etree._Element | None, style: Style) -> str:
    old = child(properties, "w:listPr")
    listed = child(properties, "w:numPr") if old is None else old
    shown = child(old, "wx:t")
    if shown is not None:  # Word 2003 writes the label that it shows
        text = (shown.get(shown.tag.replace("}t", "}val")) or "").strip()
        return text if any(char.isalnum() for char in text) else BULLET
    list_id = number(listed, "w:numId" if old is None else "w:ilfo")
    if list_id is None:
        list_id = style.list_id
    if not list_id:
        return ""
    level = number(listed, "w:ilvl")
    return story.counters.label(list_id, (style.list_level or 0) if level is None else level)


def _table(story: Story, element: etree._Element) -> Iterator[Block]:
    properties = child(element, "w:tblPr")
    style = story.styles.resolved.get(value(properties, "w:tblStyle") or "", Style())
    borders = child(properties, "w:tblBorders")
    ruled = style.ruled if borders is None else has_rules(borders)
    ruled = ruled or style.shaded
    rows: list[tuple[Cell, ...]] = []
    notes: list[str] = []
    story.backdrop += 1
    for row in _rows(story, element):
        cells: list[Cell] = [Cell(())] * _span(row, "w:trPr", "w:gridBefore", least=0)
        for one in _cells(story, row):
            own = child(one, "w:tcPr")
            ruled = ruled or has_rules(child(own, "w:tcBorders")) or is_shaded(child(own, "w:shd"))
            covered = _continues(own, "w:vMerge") or _continues(own, "w:hMerge")
            inside = () if covered else tuple(blocks_within(story, one))
            notes.extend(note for block in inside for note in _notes(block))
            cells.append(Cell(None if covered else inside))
            spare = max(_COLUMNS - len(cells), 0)  # what a row says of its width is bounded, its cells are all kept
            cells.extend([Cell(None)] * min(_span(one, "w:tcPr", "w:gridSpan", least=1) - 1, spare))
        rows.append(tuple(cells))
    story.backdrop -= 1
    if rows:
        yield Table(tuple(rows), ruled, tuple(notes))


def _rows(story: Story, element: etree._Element) -> Iterator[etree._Element]:
    for one in element:
        name = kind(one)
        if name == "w:tr":
            own = child(one, "w:trPr")
            if child(own, "w:del") is not None:
                story.tally["deleted"] += 1
            elif switch(own, "w:hidden"):
                story.tally["hidden"] += 1
            else:
                if child(own, "w:ins") is not None:
                    story.tally["inserted"] += 1
                yield one
        elif name not in _PROPERTIES and name not in _GONE and name != "w:tc":
            yield from _rows(story, one)


def _cells(story: Story, row: etree._Element) -> Iterator[etree._Element]:
    for one in row:
        name = kind(one)
        if name == "w:tc":
            if child(one, "w:tcPr", "w:cellDel") is not None:
                story.tally["deleted"] += 1
            else:
                yield one
        elif name not in _PROPERTIES and name not in _GONE:
            yield from _cells(story, one)


def _span(element: etree._Element, properties: str, name: str, *, least: int) -> int:
    return min(max(number(element, properties, name) or least, least), _COLUMNS)


def _continues(properties: etree._Element | None, name: str) -> bool:
    """Whether a cell is covered by the merged one before or above it."""
    merge = child(properties, name)
    return merge is not None and attribute(merge, "val") != "restart"


def _notes(block: Block) -> tuple[str, ...]:
    return () if isinstance(block, Ready) else block.notes


def _words(block: Block) -> Iterator[str]:
    """The text of a block inside a note or cell."""
    if isinstance(block, Paragraph):
        text = " ".join(one.text for one in block.segments)
        if text:
            yield f"{block.label} {text}".strip()
    elif isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                for inner in cell.blocks or ():
                    yield from _words(inner)
    else:
        yield from (line.text for line in block.lines)


def words_of(found: tuple[Block, ...]) -> str:
    """All text of some blocks in one line, as a cell of a table shows it."""
    return " ".join(words.replace("\t", " ") for block in found for words in _words(block))


