"""Pictures of documents: PNG, JPEG, TIFF with one or more pages, GIF, BMP and WebP, read by text recognition."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from PIL import Image, ImageOps

from generator.findings import found
from generator.model import Document, Finding, Line
from generator.readers import ocr
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.ocr.picture import grey

NAME = "bild"
ENDINGS = ("png", "jpg", "jpeg", "tif", "tiff", "gif", "bmp", "webp")
MOST_PIXELS = 80_000_000  # of one page: A3 at 600 dots to the inch is 70 million, and takes 280 MB in four colours
MOST_PAGES = 300
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "PNG", "image/png"),
    (b"\xff\xd8\xff", "JPEG", "image/jpeg"),
    (b"II*\x00", "TIFF", "image/tiff"),
    (b"MM\x00*", "TIFF", "image/tiff"),
    (b"II+\x00", "TIFF", "image/tiff"),
    (b"MM\x00+", "TIFF", "image/tiff"),
    (b"GIF87a", "GIF", "image/gif"),
    (b"GIF89a", "GIF", "image/gif"),
)
# What Pillow's decoders raise for bytes that are no picture, or half of one.
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, EOFError, IndexError, KeyError, OverflowError, struct.error, ZeroDivisionError)
_SMALLER = 254  # TIFF's tag that says what a page is: an odd value is a page shown before in a smaller size
_UNEVEN = 1.05  # how much finer a fax is across than down before it is stretched to its shape


def fits(file: str, data: bytes) -> bool:
    """Whether the bytes begin as a picture of these formats does; the name says nothing."""
    del file
    return _kind(data) is not None


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """The text of each page of the picture, in order.

    UnreadableError: F119 for a damaged picture, F123 for one of too many pixels, F134 for too many pages, F124 where
    recognition is not installed, F127 where no page has text.
    """
    kind = _kind(data)
    if kind is None:
        raise UnreadableError("F119", file, why="den är ingen bild")
    form, media_type = kind
    lines: list[Line] = []
    recognised: list[int] = []
    unread: list[int] = []
    words = unsure = pages = 0
    for pages, (picture, dpi) in enumerate(_pages(file, data, form), 1):
        if not ocr.available():
            raise UnreadableError("F124", file, "quarantined", page=pages)
        page = ocr.recognise(picture, pages, dpi)
        tables = max((line.level for line in lines if line.style == "row"), default=0)
        lines += (replace(line, level=line.level + tables) if line.style == "row" else line for line in page.lines)
        words, unsure = words + page.words, unsure + page.unsure
        if page.lines:
            recognised.append(pages)
        elif not page.blank:
            unread.append(pages)
    if not lines:
        raise UnreadableError("F127", file)
    document = Document(
        file,
        sha256,
        media_type,
        tuple(lines),
        size=len(data),
        pages=pages,
        words=words,
        text_quality=ocr.quality(words, unsure),
        recognised=tuple(recognised),
        unread=tuple(unread),
        unsure_words=unsure,
    )
    return Delivery(document, (*ocr.remarks(document), *_still(file, data, form)))


def _kind(data: bytes) -> tuple[str, str] | None:
    """Pillow's name of the format, and its media type."""
    for signature, form, media_type in _SIGNATURES:
        if data.startswith(signature):
            return form, media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP", "image/webp"
    # "BM" begins many a text; a bitmap's header also gives its own length and four empty bytes.
    if data[:2] == b"BM" and data[6:10] == bytes(4) and int.from_bytes(data[14:18], "little") in {12, 40, 52, 56, 64, 108, 124}:
        return "BMP", "image/bmp"
    return None


def _pages(file: str, data: bytes, form: str) -> Iterator[tuple[Image.Image, int]]:
    """Each page, the right way up by what the file says of it, with its dots per inch (0 where it does not say)."""
    try:
        image = _opened(data, form)
        number = 0
        while True:
            try:
                image.seek(number)
            except EOFError:
                return
            number += 1
            if number > MOST_PAGES:
                raise UnreadableError("F134", file, count=f"fler än {MOST_PAGES}", limit=MOST_PAGES)
            if image.width * image.height > MOST_PIXELS:
                raise UnreadableError("F123", file, why=f"en bild på {image.width} × {image.height} punkter")
            if form == "TIFF" and number > 1 and _is_smaller(image):
                continue
            across, down = _resolution(image)
            # In grey first: a turned copy of a picture in four colours would take all the memory there is.
            page = ImageOps.exif_transpose(grey(image))
            if across and down and max(across, down) > _UNEVEN * min(across, down):
                page = _stretched(page, across, down)
            yield page, round(max(across, down))
            if form != "TIFF":
                return
    except (Image.DecompressionBombError, MemoryError) as problem:
        raise UnreadableError("F123", file, why="en bild med för många punkter") from problem
    except _BROKEN as problem:
        raise UnreadableError("F119", file, why="bilden är ofullständig eller felaktig") from problem


def _opened(data: bytes, form: str) -> Image.Image:
    with warnings.catch_warnings():
        # Pillow warns of what we measure ourselves, and of faults in a picture's own notes.
        warnings.simplefilter("ignore")
        return Image.open(BytesIO(data), formats=(form,))


def _is_smaller(image: Image.Image) -> bool:
    kind = image.tag_v2.get(_SMALLER, 0) if hasattr(image, "tag_v2") else 0
    return isinstance(kind, int) and bool(kind & 1)


def _resolution(image: Image.Image) -> tuple[float, float]:
    """Dots per inch across and down as the file gives them; zeros where it gives nothing that can be."""
    try:
        across, down = (float(value) for value in image.info["dpi"])
    except (KeyError, *_BROKEN):
        return 0.0, 0.0
    return (across, down) if 10 < across < 5000 and 10 < down < 5000 else (0.0, 0.0)


def _stretched(page: Image.Image, across: float, down: float) -> Image.Image:
    """A page that is finer one way than the other, as a fax is, in its right shape."""
    best = max(across, down)
    size = round(page.width * best / across), round(page.height * best / down)
    if size[0] * size[1] > MOST_PIXELS:
        return page
    return page.resize(size, Image.Resampling.BICUBIC)


def _still(file: str, data: bytes, form: str) -> tuple[Finding, ...]:
    """A note where a picture that moves was read by its first frame alone."""
    if form not in {"GIF", "PNG", "WEBP"}:
        return ()
    try:
        frames = int(getattr(_opened(data, form), "n_frames", 1))
    except _BROKEN:
        return ()
    return (found("F137", file, what="rörliga bilder efter den första"),) if frames > 1 else ()
