"""Compound files (MS-CFB) made from nested dictionaries: a storage is a dictionary, a stream is bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096

Tree = dict[str, Any]  # name → bytes or another Tree


@dataclass
class _Entry:
    name: str
    kind: int  # 1 storage, 2 stream, 5 root
    data: bytes = b""
    child: int = _FREE
    right: int = _FREE
    start: int = _END
    size: int = 0


@dataclass
class _File:
    entries: list[_Entry] = field(default_factory=list)
    sectors: list[bytes] = field(default_factory=list)
    fat: list[int] = field(default_factory=list)
    mini: bytearray = field(default_factory=bytearray)
    mini_fat: list[int] = field(default_factory=list)

    def chain(self, data: bytes) -> int:
        """Put data into sectors of its own; gives the first."""
        if not data:
            return _END
        first = len(self.sectors)
        pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
        self.sectors += pieces
        self.fat += [*range(first + 1, first + len(pieces)), _END]
        return first

    def small(self, data: bytes) -> int:
        """Put data into the mini stream; gives its first mini sector."""
        if not data:
            return _END
        first = len(self.mini_fat)
        count = -(-len(data) // _MINI)
        self.mini += data.ljust(count * _MINI, b"\0")
        self.mini_fat += [*range(first + 1, first + count), _END]
        return first

    def add(self, tree: Tree, parent: _Entry) -> None:
        """Add what is in a storage; siblings hang to the right of one another."""
        before: _Entry | None = None
        for name, what in tree.items():
            entry = _Entry(name, 2 if isinstance(what, bytes) else 1)
            number = len(self.entries)
            self.entries.append(entry)
            if before is None:
                parent.child = number
            else:
                before.right = number
            before = entry
            if isinstance(what, bytes):
                entry.size = len(what)
                entry.start = self.small(what) if len(what) < _CUTOFF else self.chain(what)
            else:
                self.add(what, entry)


def compound(tree: Tree) -> bytes:
    """The bytes of a compound file with this tree at its top."""
    made = _File()
    root = _Entry("Root Entry", 5)
    made.entries.append(root)
    made.add(tree, root)
    root.size, root.start = len(made.mini), made.chain(bytes(made.mini))
    mini_start = made.chain(b"".join(struct.pack("<I", one) for one in made.mini_fat))
    while len(made.entries) % 4:
        made.entries.append(_Entry("", 0))
    directory = made.chain(b"".join(_packed(entry) for entry in made.entries))
    count = 1
    while count * (_SECTOR // 4) < len(made.fat) + count:
        count += 1
    assert count <= 109, "a larger file needs sectors for its list of sectors"
    first_fat = len(made.fat)
    fat = [*made.fat, *([_FAT] * count)]
    fat += [_FREE] * (count * (_SECTOR // 4) - len(fat))
    table = b"".join(struct.pack("<I", one) for one in fat)
    head = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, count, directory, 0, _CUTOFF,
        mini_start, -(-len(made.mini_fat) * 4 // _SECTOR), _END, 0,
    )  # fmt: skip
    head += b"".join(struct.pack("<I", first_fat + at if at < count else _FREE) for at in range(109))
    return head + b"".join(made.sectors) + table


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    length = len(name) + 2 if entry.name else 0
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        name, length, entry.kind, 1, _FREE, entry.right, entry.child, b"", 0, 0, 0, entry.start if entry.kind else 0, entry.size,
    )  # fmt: skip
