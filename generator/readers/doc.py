"""Word's older format (.doc): turned into .docx by LibreOffice, where it is installed, and read as such.

To .docx and not to PDF: LibreOffice prints deleted text in its PDF, and the Word reader knows it for what it is.
"""

from __future__ import annotations

import struct
from dataclasses import replace

from generator.converters import doc_to_docx, office
from generator.readers import docx
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.ole import is_ole, opened, stream, top

NAME = "Word (.doc)"

_MOST_BYTES = 60_000_000
_STREAM = "WordDocument"
_MAGIC = {0xA5EC, 0xA5DC, 0xA5DB}  # Word 97 and later, Word 6 and 95, Word 2
_LOCKED = 0x0100  # fEncrypted, a bit of the file's head (MS-DOC 2.5.2)


def fits(file: str, data: bytes) -> bool:
    """Whether the data is a compound file with a Word document at its top."""
    del file
    return is_ole(data) and _STREAM in top(data)


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """The document as the Word reader reads it. Refused: F118 locked, F119 damaged, F105 too large; F128 without LibreOffice."""
    if len(data) > _MOST_BYTES:
        raise UnreadableError("F105", file, size=len(data) // 1_000_000, limit=_MOST_BYTES // 1_000_000)
    container = opened(data)
    head = stream(container, _STREAM) if container is not None else None
    if head is None or len(head) < 32:
        raise UnreadableError("F119", file, why="den har ingen dokumenttext")
    magic, flags = struct.unpack_from("<H", head)[0], struct.unpack_from("<H", head, 10)[0]
    if magic not in _MAGIC:
        raise UnreadableError("F119", file, why="den är inte ett Word-dokument")
    if flags & _LOCKED:
        raise UnreadableError("F118", file)
    if office() is None:
        raise UnreadableError("F128", file, "unread")
    converted = doc_to_docx(data)
    if converted is None:
        raise UnreadableError("F119", file, why="LibreOffice kunde inte läsa den")
    delivery = docx.read(file, sha256, converted)
    if delivery.document is None:
        return delivery
    return replace(delivery, document=replace(delivery.document, media_type="application/msword", size=len(data)))
