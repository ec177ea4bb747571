"""The copy of a picture: its pixels, and nothing of what was written beside them."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, PngImagePlugin

from generator.originals import images
from generator.originals.withheld import WithheldError

PLANTED = "Hemlighetsfulla Henrik"


def _drawn(mode: str = "RGB") -> Image.Image:
    return Image.linear_gradient("L").convert(mode)


def _saved(image: Image.Image, form: str, **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


def _with_exif(turn: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x013B] = PLANTED
    exif[0x0112] = turn
    return _saved(_drawn().resize((64, 32)), "JPEG", exif=exif, comment=PLANTED.encode(), quality=95)


def test_a_photograph_loses_its_notes() -> None:
    """Neither the maker's name nor a comment is in the copy."""
    data = _with_exif()
    assert PLANTED.encode() in data
    assert PLANTED.encode() not in images.cleaned(data)


def test_a_photograph_is_turned_upright() -> None:
    """The turn that stood beside the pixels is done to them."""
    assert Image.open(io.BytesIO(images.cleaned(_with_exif(turn=6)))).size == (32, 64)


@pytest.mark.parametrize(("form", "mode"), [("PNG", "RGB"), ("PNG", "P"), ("PNG", "1"), ("TIFF", "1"), ("TIFF", "L")])
def test_the_pixels_are_the_same(form: str, mode: str) -> None:
    """A picture in a format without loss has the same pixels in the copy."""
    image = _drawn(mode)
    copy = Image.open(io.BytesIO(images.cleaned(_saved(image, form))))
    assert copy.format == form
    assert ImageChops.difference(image.convert("RGB"), copy.convert("RGB")).getbbox() is None


def test_text_in_a_png_stays_behind() -> None:
    """What a program wrote in the text of a PNG is not in the copy."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", PLANTED)
    data = _saved(_drawn(), "PNG", pnginfo=notes)
    assert PLANTED.encode() in data
    assert PLANTED.encode() not in images.cleaned(data)


def test_every_page_of_a_tiff_is_there() -> None:
    """A picture of three pages gives a copy of three, without the first one's description."""
    pages = [_drawn("1") for _ in range(3)]
    data = _saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], description=PLANTED)
    assert PLANTED.encode() in data
    copy = images.cleaned(data)
    assert getattr(Image.open(io.BytesIO(copy)), "n_frames", 1) == 3
    assert PLANTED.encode() not in copy


def test_what_lies_under_transparent_pixels_stays_behind() -> None:
    """A colour that nobody sees because it is transparent is white in the copy."""
    data = _saved(Image.new("RGBA", (4, 4), (200, 10, 10, 0)), "PNG")
    assert Image.open(io.BytesIO(images.cleaned(data))).convert("RGB").getpixel((1, 1)) == (255, 255, 255)


def test_segments_are_taken_out_of_a_jpeg_without_touching_its_pixels() -> None:
    """A JPEG in a document keeps its pixels and loses its notes."""
    data = _with_exif()
    bare = images.without_segments(data)
    assert PLANTED.encode() not in bare
    one, other = Image.open(io.BytesIO(data)), Image.open(io.BytesIO(bare))
    assert ImageChops.difference(one, other).getbbox() is None


@pytest.mark.parametrize("data", [b"", b"GIF89a", _saved(_drawn(), "PNG")[:60], _saved(_drawn(), "JPEG")[:200]])
def test_what_is_no_whole_picture_is_withheld(data: bytes) -> None:
    """A picture that cannot be opened to its end gives no copy."""
    with pytest.raises(WithheldError):
        images.cleaned(data)


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"\x89PNG"])
def test_segments_that_cannot_be_followed_are_withheld(data: bytes) -> None:
    """A JPEG whose segments do not fit is refused."""
    with pytest.raises(WithheldError):
        images.without_segments(data)
