"""The names in Word's XML, whichever of its dialects a file is written in.

Transitional and strict OOXML (ISO/IEC 29500) and Word 2003's XML say the same things under different namespaces. Here an
element is known by a short name such as "w:p", and an attribute by its local name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.microsoft.com/office/word/2003/wordml",
)
_R = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PREFIXES: dict[str, str] = {
    **dict.fromkeys(_W, "w"),
    **dict.fromkeys(_R, "r"),
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://schemas.microsoft.com/aml/2001/core": "aml",
    "http://schemas.microsoft.com/office/word/2003/auxHint": "wx",
    "http://schemas.microsoft.com/office/2006/xmlPackage": "pkg",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
}
_OFF = frozenset({"0", "false", "off", "none"})


@cache
def _short(tag: str) -> str:
    uri, _, local = tag.removeprefix("{").rpartition("}")
    return f"{_PREFIXES.get(uri, '?')}:{local}" if uri else local


def kind(element: etree._Element) -> str:
    """An element's short name: "w:p"; "?:name" in a namespace that is not Word's; "" for what is no element."""
    tag = element.tag  # asked once: lxml makes it anew each time
    return _short(tag) if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, local: str) -> str | None:
    """An attribute by its local name, Word's own namespaces first; None where it is not there."""
    if element is None:
        return None
    for uri in _W:
        value = element.get(f"{{{uri}}}{local}")
        if value is not None:
            return value
    return element.get(local)


def relation(element: etree._Element | None, local: str = "id") -> str | None:
    """A relationship id on ``element`` (r:id, r:embed); None where there is none."""
    if element is None:
        return None
    for uri in _R:
        value = element.get(f"{{{uri}}}{local}")
        if value is not None:
            return value
    return None


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child with the first of ``names``, its first child with the next, and so on; None where one is missing."""
    for name in names:
        if element is None:
            return None
        for one in element:
            if kind(one) == name:
                element = one
                break
        else:
            return None
    return element


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children with the short name ``name``; none for None."""
    if element is not None:
        yield from (one for one in element if kind(one) == name)


def descendants(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """``element`` and all below it with one of the short names, in document order; none for None."""
    if element is not None:
        yield from (one for one in element.iter() if kind(one) in names)


def value(element: etree._Element | None, *names: str) -> str | None:
    """The ``val`` of the element that ``child`` finds; None where there is none."""
    return attribute(child(element, *names), "val")


def number(element: etree._Element | None, *names: str) -> int | None:
    """``value`` as a whole number; None where there is none or it is no number of a sensible size."""
    return whole(value(element, *names))


def whole(text: str | None) -> int | None:
    """A whole number of at most nine digits, or None. Strict OOXML may add a unit; such a value gives None."""
    bare = (text or "").strip()
    digits = bare.removeprefix("-")
    return int(bare) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None


def switch(element: etree._Element | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; None where it is not mentioned."""
    found = child(element, name)
    if found is None:
        return None
    said = attribute(found, "val")
    return said is None or said.lower() not in _OFF
