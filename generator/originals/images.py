"""Pictures written anew from their pixels: what a camera, a scanner or an editor wrote beside them does not come along."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageOps, ImageSequence

from generator.originals.withheld import WithheldError

_FORMATS: Final = ("PNG", "JPEG", "TIFF")
_MOST_PIXELS: Final = 200_000_000  # of a page: A3 at 600 dots per inch is 70 million
_QUALITY: Final = 92  # of a JPEG that is written a second time
_MODES: Final = {"1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"}
# In the order of Adobe's marker codes: segments that decide what the picture looks like. The rest of APPn and COM is metadata.
_JFIF, _ADOBE = 0xE0, 0xEE


def cleaned(data: bytes) -> bytes:
    """The picture in ``data`` with its pixels, its size in print and nothing else, the right way up, in the same format.

    WithheldError for what is no PNG, JPEG or TIFF, for more pixels than a page has, and for pixels of an unusual kind.
    """
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except OSError as problem:
        raise WithheldError("Bilden gick inte att öppna") from problem
    form = image.format or ""
    pages = [_bare(page) for page in ImageSequence.Iterator(image)] if form == "TIFF" else [_bare(image)]
    out = io.BytesIO()
    if form == "JPEG":
        pages[0].save(out, form, quality=_QUALITY, subsampling=0, dpi=_dots(image))
    elif form == "PNG":
        pages[0].save(out, form, dpi=_dots(image))
    else:
        one_bit = all(page.mode == "1" for page in pages)
        pages[0].save(
            out,
            form,
            save_all=True,
            append_images=pages[1:],
            compression="group4" if one_bit else "tiff_adobe_deflate",
            dpi=_dots(image),
        )
    return out.getvalue()


def without_segments(data: bytes) -> bytes:
    """A JPEG without the segments that are not picture (EXIF, XMP, comments, thumbnails), its pixels untouched.

    WithheldError where the segments cannot be followed (ITU-T T.81, B.1.1).
    """
    if data[:2] != b"\xff\xd8":
        raise WithheldError("En bild i filen gick inte att rensa")
    made = [data[:2]]
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        marker = data[at + 1] if len(data) > at + 3 and data[at] == 0xFF else 0
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if not marker or length < 2 or at + 2 + length > len(data):
            raise WithheldError("En bild i filen gick inte att rensa")
        if marker == 0xDA:  # the picture itself; a file may go on after its end
            end = data.rfind(b"\xff\xd9")
            made.append(data[at : end + 2] if end > at else data[at:])
            return b"".join(made)
        segment = data[at : at + 2 + length]
        if marker == _JFIF:
            # Its own sixteen bytes without a thumbnail; JFXX is nothing but a thumbnail.
            made.append(b"\xff\xe0\x00\x10" + segment[4:16] + b"\x00\x00" if segment[4:9] == b"JFIF\x00" else b"")
        elif marker == _ADOBE or not (0xE1 <= marker <= 0xEF or marker == 0xFE):
            made.append(segment)
        at += 2 + length


def _bare(image: Image.Image) -> Image.Image:
    if image.width * image.height > _MOST_PIXELS:
        raise WithheldError("Bilden är större än vad en sida rymmer")
    try:
        turned = ImageOps.exif_transpose(image)
    except (OSError, ValueError, SyntaxError) as problem:
        raise WithheldError("Bilden är skadad") from problem
    if turned.mode not in _MODES:
        raise WithheldError("Bilden har ett ovanligt format")
    if turned.mode in {"LA", "RGBA"} or "transparency" in turned.info:
        # What lies under transparent pixels is not seen, and would come along.
        over = turned.convert("RGBA")
        turned = Image.new("RGB", over.size, "white")
        turned.paste(over, mask=over.getchannel("A"))
    made = Image.new(turned.mode, turned.size)
    if turned.mode == "P":
        made.putpalette(turned.getpalette("RGB") or [])
    made.paste(turned)
    return made


def _dots(image: Image.Image) -> tuple[float, float]:
    """Dots per inch as the file gives them, for its size in print; 72 where it does not."""
    try:
        across, down = (float(value) for value in image.info["dpi"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return (72.0, 72.0)
    return (across, down) if 1 <= across <= 10_000 and 1 <= down <= 10_000 else (72.0, 72.0)
