"""The names of OpenDocument's elements and attributes, short enough to read (ODF 1.3, part 3)."""

from __future__ import annotations

from lxml import etree

_SPACES = {
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
    "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0": "presentation",
    "urn:oasis:names:tc:opendocument:xmlns:form:1.0": "form",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/1998/Math/MathML": "math",
}
_ADDRESSES = {short: address for address, short in _SPACES.items()}


def name_of(element: etree._Element) -> str:
    """An element's name with its short prefix ("text:p"); "?:" before the name of what is not OpenDocument's."""
    space, _, local = str(element.tag).rpartition("}")
    return f"{_SPACES.get(space.removeprefix('{'), '?')}:{local}"


def attribute(element: etree._Element, name: str) -> str | None:
    """The value of an attribute by its short name ("text:style-name"), None where it is not there."""
    prefix, _, local = name.partition(":")
    return element.get(f"{{{_ADDRESSES[prefix]}}}{local}")


def full(name: str) -> str:
    """The full name that lxml goes by: "text:p" → "{urn:…}p"."""
    prefix, _, local = name.partition(":")
    return f"{{{_ADDRESSES[prefix]}}}{local}"


def whole(written: str | None, otherwise: int, most: int) -> int:
    """A whole number not below zero as an attribute gives it, cut at ``most``; ``otherwise`` where it is none."""
    if written is None or not (written.isascii() and written.isdigit()):
        return otherwise
    return min(int(written[:9]), most)
