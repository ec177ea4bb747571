"""Zip containers and the XML in them, opened so that a hostile file can only be refused.

Word, ODT and plain zip files come this way. The limits were measured on real and hostile documents: a bomb of 434 kB
stalls every reader that unpacks before it counts. Nothing is written anywhere; names are made harmless all the same,
since they are shown and become the names of members.
"""

from __future__ import annotations

import io
import re
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from generator.readers.delivery import UnreadableError

TOTAL_LIMIT = 100 * 2**20  # bytes unpacked, all entries together
RATIO_LIMIT = 200  # unpacked to packed, for entries over RATIO_FROM
RATIO_FROM = 10 * 2**20
ENTRY_LIMIT = 10_000  # entries
XML_LIMIT = 40 * 2**20  # bytes of one XML part: a tree takes some ten times that
_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK")
_ENTRY_MARK = b"PK\x01\x02"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # the others unpack a block of any size at once
_ENCRYPTED = 0x1 | 0x40 | 0x2000  # flag bits: encrypted, strong encryption, masked headers
_UTF8_NAME = 0x800
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, KeyError, IndexError, NotImplementedError, OverflowError
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DRIVE = re.compile(r"^[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip container. ``name`` is relative and harmless, with forward slashes; ``again``: an earlier one has it too."""

    name: str
    size: int
    again: bool
    container: zipfile.ZipFile
    info: zipfile.ZipInfo


def is_zip(data: bytes) -> bool:
    """Whether ``data`` begins as a zip container does."""
    return data.startswith(_SIGNATURES)


def entries(file: str, data: bytes) -> tuple[Entry, ...]:
    """The files in the zip container ``data``, in its own order, folders left out.

    UnreadableError: F118 where an entry is encrypted, F119 where the container is damaged, F123 where it unpacks to more than
    the limits. Entries are measured by what their headers say; ``content`` holds them to it.
    """
    if data.count(_ENTRY_MARK) > 2 * ENTRY_LIMIT:
        raise UnreadableError("F123", file, why="för många filer")
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
        infos = container.infolist()
    except _BROKEN as problem:
        raise UnreadableError("F119", file, why="zip-behållaren är trasig") from problem
    if len(infos) > ENTRY_LIMIT:
        raise UnreadableError("F123", file, why=f"{len(infos)} filer")
    total = 0
    made: list[Entry] = []
    seen: set[str] = set()
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError("F118", file)
        total += info.file_size
        if total > TOTAL_LIMIT:
            raise UnreadableError("F123", file, why=f"över {TOTAL_LIMIT // 2**20} MB")
        if info.file_size > RATIO_FROM and info.file_size > RATIO_LIMIT * max(info.compress_size, 1):
            raise UnreadableError("F123", file, why=f"mer än {RATIO_LIMIT} gånger större uppackad")
        name = harmless(_decoded(info))
        if name and not info.is_dir():
            made.append(Entry(name, info.file_size, name.lower() in seen, container, info))
            seen.add(name.lower())
    return tuple(made)


def content(file: str, entry: Entry) -> bytes:
    """The bytes of ``entry``, never more than its header says; UnreadableError (F119) where they are damaged or packed oddly."""
    if entry.info.compress_type not in _METHODS:
        raise UnreadableError("F119", file, why=f"”{entry.name}” är packad på ett sätt som inte stöds")
    try:
        with entry.container.open(entry.info) as stream:
            data = stream.read(entry.size + 1)
    except _BROKEN as problem:
        raise UnreadableError("F119", file, why=f"”{entry.name}” går inte att packa upp") from problem
    if len(data) != entry.size:
        raise UnreadableError("F119", file, why=f"”{entry.name}” har en annan storlek än den uppger")
    return data


def harmless(name: str) -> str:
    """A relative name with forward slashes: no drive, root, ``..`` or control character; "" where nothing is left."""
    plain = _CONTROL.sub("�", unicodedata.normalize("NFC", name)).replace("\\", "/")
    parts = [part.strip() for part in _DRIVE.sub("", plain).split("/")]
    return "/".join(part for part in parts if part.strip("."))


def _decoded(info: zipfile.ZipInfo) -> str:
    """The entry's name: many programs write UTF-8 without saying so; what is not UTF-8 stays in the old PC character set."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def xml_tree(file: str, data: bytes) -> etree._Element:
    """The root of the XML in ``data``, without comments and processing instructions.

    No document type, no entities, no network, a depth of at most 256. UnreadableError: F119 for what is not well-formed or has
    a document type, F123 for what is too deep or too large.
    """
    if len(data) > XML_LIMIT:
        raise UnreadableError("F123", file, why=f"en del på över {XML_LIMIT // 2**20} MB")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_comments=True, remove_pis=True
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        said = str(problem)
        if "Excessive depth" in said:
            raise UnreadableError("F123", file, why="djupare än 256 nivåer") from problem
        if "amplification" in said or "entity loop" in said or "huge" in said.lower():
            raise UnreadableError("F123", file, why="XML som sväller") from problem
        raise UnreadableError("F119", file, why="XML-innehållet är inte välformat") from problem
    except ValueError as problem:
        raise UnreadableError("F119", file, why="XML-innehållet är inte välformat") from problem
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("F119", file, why="XML-innehållet har en egen dokumenttyp")
    return root
