"""The properties of an Outlook message (MS-OXMSG): strings of either kind, fixed values, and compressed RTF (MS-OXRTFCP)."""

from __future__ import annotations

import codecs
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import olefile

from generator.readers.ole import stream

_FIXED = "__properties_version1.0"
_ENTRY = struct.Struct("<HHI8s")
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_LONGEST_RTF = 50_000_000
# What every compressed text may refer back to before it has any text of its own (MS-OXRTFCP 2.1.2.1).
_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial"
    b"Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of one storage: the message itself, an attachment or a receiver."""

    container: olefile.OleFileIO
    storage: str  # "" or "…/"
    fixed: Mapping[int, bytes]  # number → eight bytes
    encoding: str

    def text(self, number: int) -> str:
        """A string property; "" where there is none."""
        data = self._stream(number, "001F")
        if data is not None:
            return data.decode("utf-16-le", "replace").rstrip("\x00")
        data = self._stream(number, "001E")
        return data.decode(self.encoding, "replace").rstrip("\x00") if data is not None else ""

    def data(self, number: int) -> bytes | None:
        """A binary property; None where there is none."""
        return self._stream(number, "0102")

    def whole(self, number: int) -> int | None:
        """A number or a truth value."""
        value = self.fixed.get(number)
        return int.from_bytes(value[:4], "little") if value else None

    def moment(self, number: int) -> str:
        """A point of time as "2024-03-14 10:12 UTC"; "" where there is none."""
        value = self.fixed.get(number)
        ticks = int.from_bytes(value, "little") if value else 0
        if not 0 < ticks < 1 << 62:
            return ""
        try:
            return (_EPOCH + timedelta(microseconds=ticks // 10)).strftime("%Y-%m-%d %H:%M UTC")
        except OverflowError:
            return ""

    def _stream(self, number: int, kind: str) -> bytes | None:
        return stream(self.container, f"{self.storage}__substg1.0_{number:04X}{kind}")


def properties(container: olefile.OleFileIO, storage: str, header: int, encoding: str | None = None) -> Properties:
    """The properties in ``storage``, whose table begins after ``header`` bytes; ``encoding`` is that of the message around it."""
    table = stream(container, f"{storage}{_FIXED}") or b""
    fixed: dict[int, bytes] = {}
    for at in range(header, len(table) - _ENTRY.size + 1, _ENTRY.size):
        _, number, _, value = _ENTRY.unpack_from(table, at)
        fixed.setdefault(number, value)
    made = Properties(container, storage, fixed, encoding or "cp1252")
    if encoding is None:
        made = Properties(container, storage, fixed, _encoding(made.whole(0x3FFD) or made.whole(0x3FDE)))
    return made


def unpacked_rtf(data: bytes) -> bytes | None:
    """The RTF in a compressed body; None where it is damaged."""
    if len(data) < 16:
        return None
    _, size, kind, _ = struct.unpack_from("<IIII", data)
    if size > _LONGEST_RTF:
        return None
    if kind == 0x414C454D:  # stored as it is
        return data[16 : 16 + size]
    if kind != 0x75465A4C:
        return None
    window = bytearray(_WINDOW)
    window[: len(_DICTIONARY)] = _DICTIONARY
    write = len(_DICTIONARY)
    made = bytearray()
    at = 16
    while at < len(data) and len(made) < size:
        control, at = data[at], at + 1
        for bit in range(8):
            if at >= len(data) or len(made) >= size:
                break
            if not control >> bit & 1:
                window[write] = data[at]
                made.append(data[at])
                write, at = (write + 1) % _WINDOW, at + 1
                continue
            if at + 1 >= len(data):
                return None
            reference, at = data[at] << 8 | data[at + 1], at + 2
            read, length = reference >> 4, (reference & 0xF) + 2
            if read == write:  # the end
                return bytes(made[:size])
            for step in range(length):
                byte = window[(read + step) % _WINDOW]
                made.append(byte)
                window[write] = byte
                write = (write + 1) % _WINDOW
    return bytes(made[:size]) if len(made) >= size else None


def _encoding(page: int | None) -> str:
    name = {65001: "utf-8", 20127: "cp1252", 28591: "cp1252", 1200: "utf-16-le"}.get(page or 1252, f"cp{page or 1252}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
