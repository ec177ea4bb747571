"""Footnotes in HTML: two links that point at each other, one in the text and one in the note.

Word, LibreOffice and the common converters all write them so, each with names of its own; the rule looks at the links alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from generator.readers.html.looks import inner

_MARK = re.compile(r"[\[(]?\s*(\d{1,4}|[ivxlc]{1,6}|[a-z]|\*{1,3}|[†‡])\s*[\])]?")
_BACK = re.compile(r"[\s↩↑^⏎︎]*")
_BLOCKS = {"p", "li", "div", "dd", "aside", "section", "blockquote"}
_MOST_MARKS = 5000
_MOST_BACK = 50  # links looked at in one note
_LONGEST = 10  # characters of a mark with its brackets


@dataclass(frozen=True, slots=True)
class Notes:
    """What belongs to footnotes.

    ``marks``: link in the text → (name of its note, mark); ``blocks``: element that holds a note → its name; ``backs``: links
    back to the text, which are not the note's text.
    """

    marks: Mapping[etree._Element, tuple[str, str]]
    blocks: Mapping[etree._Element, str]
    backs: frozenset[etree._Element]


def notes_in(root: etree._Element) -> Notes:
    """The footnotes of a document. A mark without a note, or whose note does not point back, stays as it is written."""
    links = [
        link for link in root.iter("a") if (link.get("href") or "").startswith("#") and len(link.get("href") or "") > 1
    ]
    if not links:
        return Notes({}, {}, frozenset())
    order = {element: at for at, element in enumerate(root.iter())}
    named: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        for name in (element.get("id"), element.get("name")):
            if name:
                named.setdefault(name, element)
    marks: dict[etree._Element, tuple[str, str]] = {}
    blocks: dict[etree._Element, str] = {}
    backs: set[etree._Element] = set()
    for link in links[:_MOST_MARKS]:
        name = (link.get("href") or "")[1:]
        mark = _mark(link)
        target = named.get(name)
        if mark is None or target is None or link in backs or order[target] < order[link]:
            continue
        block = _block(target, named)
        if block is None or block in blocks or _inside(link, block):
            continue
        names = _names_around(link)
        pointing = [
            one for one in islice(block.iter("a"), _MOST_BACK) if (one.get("href") or "")[1:] in names and _is_back(one)
        ]
        if pointing:
            marks[link] = (name, mark[1])
            blocks[block] = name
            backs.update(pointing)
    return Notes(marks, blocks, frozenset(backs))


def text_of_note(text: str, mark: str) -> str:
    """The note's text without the mark that it begins with and the arrow that it ends with."""
    text = " ".join(text.split())
    match = re.match(rf"[\[(]?{re.escape(mark)}[\])]?[.:]?\s+", text)
    return (text[match.end() :] if match else text).rstrip(" ↩↑⏎︎")


def _mark(link: etree._Element) -> re.Match[str] | None:
    """The mark that is all of a link's text."""
    text = inner(link).strip()
    return _MARK.fullmatch(text) if len(text) <= _LONGEST else None


def _is_back(link: etree._Element) -> bool:
    return bool(_mark(link) or _BACK.fullmatch(inner(link)))


def _block(target: etree._Element, named: Mapping[str, etree._Element]) -> etree._Element | None:
    """The element that holds all of the note to which ``target`` belongs; None inside a table."""
    block: etree._Element | None = target
    while block is not None and block.tag not in _BLOCKS:
        block = block.getparent()
    if block is None or any(one.tag in {"td", "th", "table"} for one in block.iterancestors()):
        return None
    around = block.getparent()
    # A note of several paragraphs stands in a division that begins with this one and has a name or nature of its own.
    if block.tag == "p" and around is not None and around.tag == "div" and around[0] is block:
        name, style = around.get("id"), (around.get("style") or "").replace(" ", "").split(";")
        if (name and named.get(name) is around) or {"mso-element:footnote", "mso-element:endnote"} & {*style}:
            return around
    return block


def _inside(element: etree._Element, block: etree._Element) -> bool:
    return any(one is block for one in element.iterancestors())


def _names_around(link: etree._Element) -> set[str]:
    """The names by which the mark's spot is known: its own, or those of the elements close around it or in it."""
    names: set[str] = set()
    near = [link, *link.iter("a", "sup", "span")]
    for element, _ in zip(link.iterancestors(), range(3), strict=False):
        near.append(element)
    for element in near:
        names.update(name for name in (element.get("id"), element.get("name")) if name)
    return names
