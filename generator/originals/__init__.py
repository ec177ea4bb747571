"""The copy of an original that readers may download, by format: as it is, cleaned, masked or withheld.

Text holds nothing but its text, so it is offered as it came. A format that can carry scripts, hidden text or names in its
metadata gets a file here that cleans it; until then it is not offered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.addresses import original
from generator.model import Archive, DataFile

CLEANERS: dict[str, Callable[[bytes], bytes | None]] = {
    "text/plain": lambda data: data,
    "text/markdown": lambda data: data,
}


def originals(archive: Archive, data: Mapping[str, bytes]) -> tuple[DataFile, ...]:
    """The originals of the published documents, by address; ``data`` holds their bytes by path."""
    documents = [motion.document for motion in archive.motions if motion.document]
    documents += [response.document for response in archive.responses]
    made = []
    for document in documents:
        clean = CLEANERS.get(document.media_type)
        copy = clean(data[document.file]) if clean else None
        if copy is not None:
            made.append(DataFile(original(document.sha256, document.file).lstrip("/"), copy))
    return tuple(sorted(made, key=lambda file: file.path))
