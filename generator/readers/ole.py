"""Compound files (OLE, MS-CFB), the containers of old Word and of Outlook: what stands at their top, and their streams."""

from __future__ import annotations

import io

import olefile

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BROKEN = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    EOFError,
    OverflowError,
    RecursionError,
)  # olefile's ways to fail
_MOST_ENTRIES = 20_000


def is_ole(data: bytes) -> bool:
    """Whether ``data`` begins as a compound file does."""
    return data.startswith(SIGNATURE) and len(data) >= olefile.MINIMAL_OLEFILE_SIZE


def opened(data: bytes) -> olefile.OleFileIO | None:
    """The compound file in ``data``; None where it is damaged beyond opening or has more entries than any message."""
    if not is_ole(data):
        return None
    try:
        container = olefile.OleFileIO(io.BytesIO(data))
        if len(container.direntries) > _MOST_ENTRIES:
            return None
    except BROKEN:
        return None
    return container


def top(data: bytes) -> frozenset[str]:
    """The names of what stands at the top of a compound file; empty for what is none."""
    container = opened(data)
    if container is None:
        return frozenset()
    try:
        return frozenset(child.name for child in container.root.kids)
    except BROKEN:
        return frozenset()


def stream(container: olefile.OleFileIO, path: str) -> bytes | None:
    """The bytes of a stream ("storage/stream"), None where it is not there or cannot be read."""
    try:
        if not container.exists(path) or container.get_type(path) != olefile.STGTY_STREAM:
            return None
        with container.openstream(path) as opened_stream:
            return bytes(opened_stream.read())
    except BROKEN:
        return None
