"""A Word file as parts that refer to each other, however it is packed.

A zip container (.docx, .docm, .dotx), the same parts in one XML file (Word 2006, ``pkg:package``), or Word 2003's single XML
document.
"""

from __future__ import annotations

import base64
import binascii
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from generator.readers.delivery import UnreadableError
from generator.readers.docx.names import attribute, child, children, kind
from generator.readers.ziparchive import Entry, content, entries, is_zip, xml_tree

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FLAT_TYPE = "application/xml"
_HEAD = 4096  # bytes in which an XML file says what it is
_FLAT = b"http://schemas.microsoft.com/office/2006/xmlPackage"
_OLD = b"http://schemas.microsoft.com/office/word/2003/wordml"
_EXTERNAL = "External"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts by lower-case name, the name of the main one ("" in Word 2003), and the main one's root."""

    file: str
    media_type: str
    main: str
    root: etree._Element
    parts: Mapping[str, Entry | etree._Element | bytes]


def is_flat(data: bytes) -> bool:
    """Whether ``data`` is Word's XML in one file."""
    head = data[:_HEAD].replace(b"\x00", b"")
    old = _OLD in head and b"wordDocument" in head
    return old or (_FLAT in head and b"package" in head)


def opened(file: str, data: bytes) -> Package:
    """The parts of the Word file ``data``; UnreadableError (F118, F119, F123) where they cannot be had."""
    if is_zip(data):
        parts: dict[str, Entry | etree._Element | bytes] = {}
        for entry in entries(file, data):
            if entry.again and _is_text_part(entry.name):
                raise UnreadableError("F119", file, why=f"delen ”{entry.name}” finns två gånger")
            parts.setdefault(entry.name.lower(), entry)
        return _whole(file, MEDIA_TYPE, parts)
    root = xml_tree(file, data)
    if kind(root) == "pkg:package":
        return _whole(file, FLAT_TYPE, _flat_parts(root))
    if kind(root) == "w:wordDocument":
        return Package(file, FLAT_TYPE, "", root, {})
    raise UnreadableError("F119", file, why="det är inte ett Worddokument")


def tree(package: Package, name: str | None) -> etree._Element | None:
    """The root of the part ``name``; None where there is no such part. UnreadableError where it is damaged."""
    part = package.parts.get((name or "").lower())
    if part is None:
        return None
    if isinstance(part, Entry):
        return xml_tree(package.file, content(package.file, part))
    return xml_tree(package.file, part) if isinstance(part, bytes) else part


def raw(package: Package, name: str) -> bytes | None:
    """The bytes of the part ``name``; None where there is none or it is damaged (a picture may be, without harm to the text)."""
    part = package.parts.get(name.lower())
    if part is None or isinstance(part, bytes):
        return part
    if not isinstance(part, Entry):
        return bytes(etree.tostring(part))
    try:
        return content(package.file, part)
    except UnreadableError:
        return None


def relations(package: Package, source: str) -> dict[str, tuple[str, str]]:
    """What the part ``source`` refers to inside the file: id → (the last word of its type, lower-case name of the part)."""
    folder, base = posixpath.split(source)
    root = tree(package, posixpath.join(folder, "_rels", base + ".rels"))
    found: dict[str, tuple[str, str]] = {}
    for one in children(root, "rel:Relationship"):
        target, mode = one.get("Target") or "", one.get("TargetMode")
        if target and mode != _EXTERNAL:
            sort = (one.get("Type") or "").rpartition("/")[2]
            found.setdefault(one.get("Id") or "", (sort, _resolved(package, folder, target)))
    return found


def related(package: Package, sort: str) -> etree._Element | None:
    """The root of the part that the main one refers to as its ``sort`` ("styles"); None where there is none."""
    if not package.main:
        return None
    for found, name in relations(package, package.main).values():
        if found == sort:
            return tree(package, name)
    return None


def _resolved(package: Package, folder: str, target: str) -> str:
    plain = target.partition("#")[0].replace("\\", "/")
    for written in (plain, unquote(plain)):
        name = posixpath.normpath(posixpath.join("/" + folder, written)).lstrip("/").lower()
        if name in package.parts:
            return name
    return name


def _whole(file: str, media_type: str, parts: Mapping[str, Entry | etree._Element | bytes]) -> Package:
    bare = Package(file, media_type, "", etree.Element("none"), parts)
    stated = [name for sort, name in relations(bare, "").values() if sort == "officeDocument"]
    usual = ["word/document.xml", *sorted(name for name in parts if name.endswith("/document.xml"))]
    for name in (*stated, *usual):
        root = tree(bare, name)
        if root is not None:
            if child(root, "w:body") is None:
                raise UnreadableError("F119", file, why="textdelen är inte Words")
            return Package(file, media_type, name, root, parts)
    raise UnreadableError("F119", file, why="textdelen saknas")


def _flat_parts(root: etree._Element) -> dict[str, Entry | etree._Element | bytes]:
    parts: dict[str, Entry | etree._Element | bytes] = {}
    for one in children(root, "pkg:part"):
        name = (one.get(f"{{{_FLAT.decode()}}}name") or attribute(one, "name") or "").lstrip("/").lower()
        data = child(one, "pkg:xmlData")
        binary = child(one, "pkg:binaryData")
        if data is not None and len(data):
            parts.setdefault(name, data[0])
        elif binary is not None:
            try:
                parts.setdefault(name, base64.b64decode("".join(str(text) for text in binary.itertext())))
            except (binascii.Error, ValueError):
                continue
    return parts


def _is_text_part(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))
