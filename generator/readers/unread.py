"""Office files that hold no running text, and containers nobody can tell: named, so that they are not taken for damaged text."""

from __future__ import annotations

import io
import zipfile

from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.ole import is_ole, top
from generator.readers.ziparchive import is_zip

NAME = "fil som inte läses"
# What shows the kind: the beginning of a part's name in a zip container, or a stream of an OLE container.
_IN_ZIP = (("xl/", "Excel"), ("ppt/", "PowerPoint"), ("meta-inf/container.xml", "e-bok (EPUB)"), ("content.xml", "OpenDocument-kalkyl eller -bild"))
_IN_OLE = (("Workbook", "Excel"), ("Book", "Excel"), ("PowerPoint Document", "PowerPoint"))


def fits(file: str, data: bytes) -> bool:
    """Whether the data is a zip or OLE container; it comes after the readers that know theirs."""
    del file
    return is_zip(data) or is_ole(data)


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """Nothing: UnreadableError (F108, "unread") with the kind of file, as far as its parts tell; F119 for a damaged one."""
    del sha256
    if is_ole(data):
        names = top(data)
        if not names:
            raise UnreadableError("F119", file, why="behållaren är trasig")
        what = next((name for stream, name in _IN_OLE if stream in names), "äldre Office-fil")
    else:
        parts = _parts(data)
        what = next((name for start, name in _IN_ZIP if any(part.startswith(start) for part in parts)), "zip-behållare")
    raise UnreadableError("F108", file, "unread", what=what)


def _parts(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            return [name.lower() for name in container.namelist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return []
