"""The inside of a Word paragraph → pieces of text: accepted insertions, shown results of fields, what is not hidden.

What is left out (deleted, moved away, hidden, struck in part, pictures) is counted, so that a finding can say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.readers.docx.drawings import Drawn, chosen, drawn
from generator.readers.docx.fields import instruct, is_page_number, mark
from generator.readers.docx.names import attribute, child, children, descendants, kind
from generator.readers.docx.story import PAGE_MARK, Segment, Sort, Story, superscript
from generator.readers.docx.styles import Look, look_of, over, toggled
from generator.readers.docx.symbols import sign, written
from generator.readers.text import clean

_SKIPPED = frozenset(
    f"w:{name}" for name in (
        "pPr", "rPr", "delText", "delInstrText", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "sectPr", "tblPr", "tblGrid",
        "binData", "ffData", "annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator", "softHyphen", "rt",
        "commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "proofErr", "fldData",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    )
)  # fmt: skip
_GONE: dict[str, Sort] = {"w:del": "deleted", "w:moveFrom": "moved", "w:cellDel": "deleted"}
_OLD_CHANGES = {"Word.Deletion": "w:del", "Word.Insertion": "w:ins", "Word.Comment": "w:comment"}
_COLUMNS = re.compile(r"(?<=\S) {3,}(?=\S)")  # spaces typed to set two names apart
_SHORT = 120  # characters of a line that may be set in columns by spaces
_TEXTS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:pgNum": PAGE_MARK}


@dataclass(frozen=True, slots=True)
class Piece:
    r"""Letters that look alike; "\n" alone is a forced break."""

    text: str
    struck: bool = False
    bold: bool = False
    size: int = 0


@dataclass(slots=True)
class Inline:
    """The pieces of one paragraph as they are gathered, the text boxes anchored in it, and the notes it refers to.

    ``referred`` holds (mark, the note's element or None where the file has lost it).
    """

    story: Story
    base: Look
    look: Look
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    referred: list[tuple[str, etree._Element | None]] = field(default_factory=list)

    def walk(self, parent: etree._Element) -> None:
        """Gather everything below ``parent``."""
        for element in parent:
            self._one(element)

    def _one(self, element: etree._Element) -> None:
        name = kind(element)
        if name in _SKIPPED:
            return
        if name in {"w:t", "m:t"}:
            self._text(element.text or "")
        elif name == "w:r":
            self._run(element)
        elif name in _TEXTS:
            self.add(_TEXTS[name], formatted=False)
        elif name in _GONE:
            counted(self.story, element, _GONE[name])
        elif name == "w:ins":
            counted(self.story, element, "inserted")
            self.walk(element)
        elif name == "aml:annotation":
            self._old_change(element)
        elif name in {"w:p", "w:tbl", "w:txbxContent"}:
            self.boxes.append(element)
        elif name == "mc:AlternateContent":
            branch = chosen(element)
            if branch is not None:
                self.walk(branch)
        elif name in _SPECIAL:
            _SPECIAL[name](self, element)
        else:
            self.walk(element)

    def _run(self, element: etree._Element) -> None:
        properties = child(element, "w:rPr")
        before = self.look
        styled = attribute(child(properties, "w:rStyle"), "val")
        look = toggled(self.base, self.story.styles.run(styled)) if styled else self.base
        self.look = over(look, look_of(properties))
        if properties is not None and child(properties, "w:del") is not None:
            counted(self.story, element, "deleted")
        else:
            self.walk(element)
        self.look = before

    def _text(self, text: str) -> None:
        if "\n" in text:  # XML set out on lines: the break is no part of the text
            first, *others = text.split("\n")
            text = " ".join([first.rstrip(), *(other.strip() for other in others[:-1]), others[-1].lstrip()])
        if self.look.script == "superscript" and text.strip().isascii() and text.strip().isdigit():
            text = superscript_text(text)
        self.add(written(self.look.font, text))

    def add(self, text: str, *, formatted: bool = True) -> None:
        """Add ``text`` in the present look, unless it is hidden; ``formatted``: it can be bold or struck."""
        story, look = self.story, self.look
        if not text or not story.visible:
            return
        white = look.white and not look.shaded and not story.backdrop
        if look.hidden or white:
            story.tally["hidden"] += 1 if text.strip() else 0
            return
        if text == PAGE_MARK and not story.paging:
            return
        marked = formatted or text == PAGE_MARK
        self.pieces.append(Piece(text, bool(look.struck and marked), bool(look.bold and marked), look.size or 0))

    def _old_change(self, element: etree._Element) -> None:
        """Word 2003's tracked changes and comments."""
        change = _OLD_CHANGES.get(attribute(element, "type") or "")
        if change == "w:del":
            counted(self.story, element, "deleted")
        elif change == "w:comment":
            self.story.tally["comment"] += 1
        else:
            if change == "w:ins":
                counted(self.story, element, "inserted")
            self.walk(element)


def _field_mark(inline: Inline, element: etree._Element) -> None:
    inline.add(mark(inline.story, element))


def _instruction(inline: Inline, element: etree._Element) -> None:
    instruct(inline.story, element.text or "")


def _simple_field(inline: Inline, element: etree._Element) -> None:
    if is_page_number(inline.story, element):
        inline.add(PAGE_MARK)
    else:
        inline.walk(element)


def _symbol(inline: Inline, element: etree._Element) -> None:
    code = attribute(element, "char") or ""
    if re.fullmatch(r"[0-9A-Fa-f]{1,5}", code):
        inline.add(sign(attribute(element, "font"), int(code, 16)))


def _note(inline: Inline, element: etree._Element) -> None:
    story = inline.story
    if story.in_note or not story.visible or inline.look.hidden:
        return
    text: etree._Element | None
    sort = "endnote" if kind(element).startswith("w:endnote") else "footnote"
    if len(element) and child(element, "w:p") is not None:  # Word 2003 has the note where it is referred to
        note_id, text = f"+{len(story.notes.marks)}", element
    else:
        note_id = attribute(element, "id") or ""
        found = story.notes.texts.get((sort, note_id))
        if found is None and attribute(element, "id") is None:
            return
        text = found
    if not story.notes.first_time(sort, note_id):
        text = None
    raised = "" if attribute(element, "customMarkFollows") in {"1", "true", "on"} else superscript(story.notes.number(sort, note_id))
    inline.referred.append((raised, text))
    if raised:
        if inline.pieces and inline.pieces[-1].text != "\n":  # the mark stands directly after its word
            inline.pieces[-1] = replace(inline.pieces[-1], text=inline.pieces[-1].text.rstrip())
        inline.add(raised)


def _comment(inline: Inline, _element: etree._Element) -> None:
    inline.story.tally["comment"] += 1


def _ruby(inline: Inline, element: etree._Element) -> None:
    for part in element:
        if kind(part) == "w:rubyBase":
            inline.walk(part)
        elif kind(part) == "w:rt":
            inline.add(" (")
            inline.walk(part)
            inline.add(")")


def _drawing(inline: Inline, element: etree._Element) -> None:
    if not inline.story.visible or inline.look.hidden:
        return
    made: Drawn = drawn(element)
    inline.boxes.extend(made.boxes)
    if not inline.story.paging:
        inline.story.tally.update(made.counts)
        inline.story.pictures += made.pictures
    if made.hidden:
        inline.story.tally["hidden"] += made.hidden
    for text in made.texts:
        inline.add("\n", formatted=False)
        inline.add(text)
        inline.add("\n", formatted=False)


def _fraction(inline: Inline, element: etree._Element) -> None:
    _joined(inline, element, "m:num", "/", "m:den")


def _raised(inline: Inline, element: etree._Element) -> None:
    _joined(inline, element, "m:e", "^", "m:sup")


def _lowered(inline: Inline, element: etree._Element) -> None:
    _joined(inline, element, "m:e", "_", "m:sub")


def _joined(inline: Inline, element: etree._Element, first: str, between: str, last: str) -> None:
    for name in (first, last):
        if name == last:
            inline.add(between)
        for part in children(element, name):
            long = sum(len(one.text or "") for one in descendants(part, "m:t")) > 1
            inline.add("(" if long else "")
            inline.walk(part)
            inline.add(")" if long else "")


_SPECIAL = {
    "w:fldChar": _field_mark,
    "w:instrText": _instruction,
    "w:fldSimple": _simple_field,
    "w:sym": _symbol,
    "w:footnoteReference": _note,
    "w:endnoteReference": _note,
    "w:footnote": _note,
    "w:endnote": _note,
    "w:commentReference": _comment,
    "w:ruby": _ruby,
    "w:drawing": _drawing,
    "w:pict": _drawing,
    "w:object": _drawing,
    "m:f": _fraction,
    "m:sSup": _raised,
    "m:sSub": _lowered,
}


def counted(story: Story, element: etree._Element, sort: Sort) -> None:
    """Count a tracked change, once for neighbours of the same kind; one without text only if it marks a paragraph."""
    before = element.getprevious()
    while before is not None and kind(before) in _SKIPPED:
        before = before.getprevious()
    same = before is not None and before.tag == element.tag and attribute(before, "type") == attribute(element, "type")
    texts = descendants(element, "w:t", "w:delText", "w:p", "w:drawing", "w:pict")
    if not same and next(texts, None) is not None:
        story.tally[sort] += 1


def segments(pieces: list[Piece], story: Story) -> tuple[Segment, ...]:
    """The pieces of a paragraph as text, cut at forced breaks; segments without text are left out.

    Letters struck out are left out (and counted) where others on the same line are not; a line struck as a whole is kept.
    """
    made: list[Segment] = []
    for line in _cut(pieces):
        worded = [piece for piece in line if piece.text.strip()]
        whole = bool(worded) and all(piece.struck for piece in worded)
        if not whole and any(piece.struck for piece in worded):
            story.tally["struck"] += 1
        kept = line if whole else [piece for piece in line if not piece.struck]
        text = "".join(piece.text for piece in kept)
        text = clean(_COLUMNS.sub("\t", text) if len(text) < _SHORT else text)
        if not text:
            continue
        sizes = {piece.size for piece in worded}
        made.append(Segment(text, whole, all(piece.bold for piece in worded), sizes.pop() if len(sizes) == 1 else 0))
    return tuple(made)


def _cut(pieces: list[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def superscript_text(text: str) -> str:
    """Raised digits as the characters that stand raised by themselves: m2 → m²."""
    return "".join(superscript(int(char)) if char.isdigit() else char for char in text)
