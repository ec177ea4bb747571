"""Word's fields: what they show is text, what they are told to do is not.

A field begins, gives its instruction, and then its result, in runs that may lie paragraphs apart (ISO/IEC 29500-1, 17.16).
"""

from __future__ import annotations

import re

from lxml import etree

from generator.readers.docx.names import attribute, child, switch
from generator.readers.docx.story import PAGE_MARK, Field, Story
from generator.readers.docx.symbols import sign

_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_LONGEST = 500  # characters of an instruction that are looked at
_SYMBOL = re.compile(r'\s*SYMBOL\s+(0x[0-9A-Fa-f]{1,4}|\d{1,5})(?:.*\\f\s+"?([^"\\]+))?', re.IGNORECASE)


def mark(story: Story, element: etree._Element) -> str:
    """Take note of where a field begins, turns or ends (``w:fldChar``); the text that its end leaves, if any."""
    fields = story.fields
    sort = attribute(element, "fldCharType")
    if sort == "begin":
        box = child(element, "w:ffData", "w:checkBox")
        checked = switch(box, "w:checked")
        fields.append(Field(checked=None if box is None else bool(switch(box, "w:default") if checked is None else checked)))
    elif sort == "separate" and fields:
        fields[-1].phase = "muted" if story.paging and _name(fields[-1].instruction) in _PAGES else "result"
    elif sort == "end" and fields:
        ended = fields.pop()
        if ended.phase == "muted" or (ended.phase == "instruction" and _name(ended.instruction) in _PAGES):
            return PAGE_MARK
        if ended.checked is not None:
            return "☒" if ended.checked else "☐"
        if ended.phase == "instruction":
            found = _SYMBOL.match(ended.instruction)
            return sign(found[2], int(found[1], 0)) if found else ""
    return ""


def instruct(story: Story, text: str) -> None:
    """Add ``text`` to the instruction of the field under way."""
    if story.fields and len(story.fields[-1].instruction) < _LONGEST:
        story.fields[-1].instruction += text[:_LONGEST]


def is_page_number(story: Story, element: etree._Element) -> bool:
    """Whether a ``w:fldSimple`` is a page number in a header or footer."""
    return story.paging and _name(attribute(element, "instr") or "") in _PAGES


def _name(instruction: str) -> str:
    words = instruction.split(maxsplit=1)
    return words[0].upper() if words else ""
