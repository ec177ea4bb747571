"""The copy of an original that readers may download, by format: as it is, cleaned, or withheld with the reason.

Text holds nothing but its text, so it is offered as it came. A PDF document or a picture is made anew from what is seen on
its pages, in a process of its own: strangers made it. Every other format can carry hidden text and names, and is withheld.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from generator import children
from generator.addresses import SERVED_AS_TEXT, original
from generator.model import Archive, DataFile, Document, Original
from generator.originals import images, pdf
from generator.originals.withheld import WithheldError

LIMITS: Final = children.Limits(memory=1536, processor=120, clock=300)

Content = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Cleaner:
    """How a format is offered: ``clean`` makes the copy (None: the bytes as they came), ``endings`` are those it may be called by.

    ``clean`` raises ``WithheldError`` for what cannot be offered; any other exception withholds the copy as well.
    """

    endings: tuple[str, ...]
    clean: Callable[[bytes], bytes] | None = None


CLEANERS: Final[dict[str, Cleaner]] = {
    "text/plain": Cleaner(SERVED_AS_TEXT),
    "text/markdown": Cleaner(SERVED_AS_TEXT),
    "application/pdf": Cleaner((".pdf",), pdf.cleaned),
    "image/png": Cleaner((".png",), images.cleaned),
    "image/jpeg": Cleaner((".jpg", ".jpeg"), images.cleaned),
    "image/tiff": Cleaner((".tif", ".tiff"), images.cleaned),
}
# Why a copy is withheld, as sentences without their full stop.
_BY_FORMAT: Final[dict[str, str]] = {
    "text/html": "Webbsidor kan bära skript och dold text",
    "message/rfc822": "E-post bär adresser och annat om avsändare och mottagare som inte hör till dokumentet",
    "application/vnd.ms-outlook": "E-post bär adresser och annat om avsändare och mottagare som inte hör till dokumentet",
}
_OTHER: Final = "Formatet kan bära dold text, ändringar och personuppgifter som inte syns på sidan"
_NOT_CLEANED: Final = "Filen gick inte att rensa från sådant som inte syns på sidorna"
_CHANGED: Final = "Filen ändrades medan arkivet byggdes"
_COPY, _REASON = b"+", b"-"
_GONE: Final = _REASON + _CHANGED.encode()


class Cache(Protocol):
    """What earlier builds have cleaned, by key."""

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``, None if nothing was."""

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` under ``key``."""

    def keep_only(self, keys: Iterable[str]) -> None:
        """Drop what is under other keys."""


def with_originals(
    archive: Archive, content_of: Content, cache: Cache | None = None, jobs: int = 1
) -> tuple[Archive, tuple[DataFile, ...]]:
    """The archive with what may be downloaded of each source a page shows, and the copies themselves, sorted by address.

    ``content_of`` gives a file's bytes by its path, None where they cannot be had any longer. The same bytes are copied once,
    and not again while ``cache`` has the copy.
    """
    shown = _shown(archive)
    copies = _copies(shown, content_of, cache, jobs)
    told: dict[str, Original] = {}
    made: dict[str, DataFile] = {}
    for document in shown.values():
        cleaner, copy = CLEANERS.get(document.media_type), copies.get(document.sha256)
        if cleaner is None:
            told[document.file] = Original(withheld=_BY_FORMAT.get(document.media_type, _OTHER))
        elif isinstance(copy, bytes):
            address = original(document.sha256, document.file, cleaner.endings)
            told[document.file] = Original(address, len(copy), cleaner.clean is not None)
            made[address] = DataFile(address.lstrip("/"), copy)
        else:
            told[document.file] = Original(withheld=copy or _CHANGED)
    sources = tuple(replace(source, original=told.get(source.file)) for source in archive.sources)
    return replace(archive, sources=sources), tuple(made[address] for address in sorted(made))


def documents_of(archive: Archive) -> Iterator[Document]:
    """Every document that a page shows; the parts of one file each for itself."""
    for motion in archive.motions:
        if motion.document:
            yield motion.document
        yield from (one.document for one in motion.statements if one.document)
        yield from (one.document for one in motion.enclosures)
    yield from (document for response in archive.responses for document in (response.document, *response.papers))


def _shown(archive: Archive) -> dict[str, Document]:
    """A document of each file that a page shows, by the file's path, sorted."""
    return {document.file: document for document in sorted(documents_of(archive), key=lambda one: one.key)}


def _copies(
    shown: Mapping[str, Document], content_of: Content, cache: Cache | None, jobs: int
) -> dict[str, bytes | str]:
    """By digest the copy, or the reason why there is none; nothing for a file whose bytes cannot be had."""
    made: dict[str, bytes | str] = {}
    wanted: dict[str, Document] = {}
    for document in shown.values():
        cleaner = CLEANERS.get(document.media_type)
        if cleaner is None or document.sha256 in made:
            continue
        if cleaner.clean is not None:
            wanted.setdefault(document.sha256, document)
            continue
        data = content_of(document.file)
        if data is not None:
            made[document.sha256] = data
    told = {digest: kept for digest in wanted if cache is not None and (kept := cache.get(digest))}
    for digest, answer in _cleaned([one for digest, one in wanted.items() if digest not in told], content_of, jobs):
        told[digest] = answer
        if cache is not None and answer and answer != _GONE:
            cache.put(digest, answer)
    if cache is not None:
        cache.keep_only(wanted)
    for digest, answer in told.items():
        kind, rest = answer[:1], answer[1:]
        made[digest] = rest if kind == _COPY else rest.decode() if kind == _REASON else _NOT_CLEANED
    return made


def _cleaned(documents: Sequence[Document], content_of: Content, jobs: int) -> Iterator[tuple[str, bytes]]:
    """By digest what a process of its own answered: a copy or a reason, after its mark; nothing where it failed."""

    def work(document: Document) -> children.Work:
        def piece() -> bytes:
            data = content_of(document.file)
            clean = CLEANERS[document.media_type].clean
            if data is None or clean is None:
                return _GONE
            try:
                return _COPY + clean(data)
            except WithheldError as refused:
                return _REASON + refused.reason.encode()

        return piece

    limits = [LIMITS] * len(documents)
    for index, outcome in children.run([work(document) for document in documents], limits, jobs):
        yield documents[index].sha256, outcome.answer or b""
