from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from generator.model import Line
from generator.readers import images, ocr
from generator.readers.delivery import UnreadableError
from tests.scans import pages_of, scanned, text_pdf

WORDS = (
    "Nämnden föreslår att kommunen prövar längre öppettider på biblioteken i de yttre stadsdelarna.",
    "Förslaget kan genomföras inom ramen för årets budget, under förutsättning att öppethållandet samordnas.",
)
_READ = {"png", "jpeg", "tiff", "gif", "bmp", "webp"}


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """The top of a page with two paragraphs, at 300 dots to the inch."""
    whole = pages_of(text_pdf(WORDS))[0]
    return whole.crop((0, 200, whole.width, 700))


def _saved(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def _refused(data: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        images.read("a/bild", "0" * 64, data)
    return caught.value


def _said(data: bytes) -> str:
    document = images.read("a/bild", "0" * 64, data).document
    assert document
    return " ".join(line.text for line in document.lines)


@pytest.mark.parametrize("form", sorted(_READ))
def test_a_picture_is_known_by_its_first_bytes(form: str) -> None:
    """Each format is known by its content, whatever the file is called."""
    assert images.fits("a/svar.txt", _saved(Image.new("L", (4, 4)), form))


@pytest.mark.parametrize("data", [b"BM i Lindsala: beslut i maj", b"RIFF1234WAVEfmt ", b"GIF er", b"%PDF-1.7", b"", b"II*", b"\x89PNG"])
def test_what_only_resembles_a_picture_is_none(data: bytes) -> None:
    """A text that begins with BM, a sound file and a cut signature are no pictures."""
    assert not images.fits("a/bild.png", data)


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("form", sorted(_READ))
def test_every_format_gives_the_same_words(page: Image.Image, form: str) -> None:
    """The same page gives the same words in every format."""
    options = {"quality": 80} if form in {"jpeg", "webp"} else {}
    assert _said(_saved(page, form, **options)) == " ".join(WORDS)


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("mode", ["1", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_every_way_to_write_a_colour_gives_the_same_words(page: Image.Image, mode: str) -> None:
    """Black and white, palettes, transparency, four colours and sixteen bits are read alike."""
    if mode == "I;16":
        wide = Image.frombytes("I;16", page.size, b"".join(struct.pack("<H", value * 257) for value in page.tobytes()))
        assert _said(_saved(wide, "tiff")) == " ".join(WORDS)
    elif mode == "RGBA":
        ink = Image.new("RGBA", page.size, (0, 0, 0, 0))
        ink.paste((20, 20, 90, 255), mask=page.point([255 - value for value in range(256)]))
        assert _said(_saved(ink, "png")) == " ".join(WORDS)
    else:
        assert _said(_saved(page.convert(mode), "tiff")) == " ".join(WORDS)


@pytest.mark.usefixtures("tesseract")
def test_the_pages_of_a_tiff_are_the_pages_of_the_document(page: Image.Image) -> None:
    """Each page of a TIFF is read as a page; a blank one is neither read nor given up, and one with no words is given up."""
    blank = scanned(Image.new("L", page.size, 255), noise=40)
    smudge = Image.new("L", page.size, 255)
    smudge.paste(30, (700, 100, 1900, 400))
    data = _saved(page, "tiff", save_all=True, append_images=[blank, smudge, page], compression="tiff_lzw")
    delivery = images.read("a/svar.tif", "0" * 64, data)
    document = delivery.document
    assert document
    assert (document.pages, document.recognised, document.unread) == (4, (1, 4), (3,))
    assert [finding.code for finding in delivery.findings] == ["F125"]
    assert "sidan 3" in delivery.findings[0].message
    first, last = ([line for line in document.lines if line.page == number] for number in (1, 4))
    assert [(line.number, line.text) for line in first] == [(line.number, line.text) for line in last]
    assert document.words == 2 * sum(len(text.split()) for text in WORDS)
    assert document.text_quality == 1 - document.unsure_words / document.words


@pytest.mark.usefixtures("tesseract")
def test_the_cameras_word_for_up_is_heeded(page: Image.Image) -> None:
    """A picture that says which way it was held is turned by that."""
    exif = Image.Exif()
    exif[0x0112] = 6
    assert _said(_saved(page.rotate(90, expand=True), "jpeg", exif=exif, quality=80)) == " ".join(WORDS)


@pytest.mark.usefixtures("tesseract")
def test_a_fax_is_stretched_to_its_shape(page: Image.Image) -> None:
    """A page of twice as many dots across as down is read as it looked on paper."""
    fax = page.resize((page.width * 204 // 300, page.height * 98 // 300)).convert("1")
    words = _said(_saved(fax, "tiff", dpi=(204, 98), compression="group4")).split()
    wanted = " ".join(WORDS).split()
    assert sum(word in words for word in wanted) >= 0.8 * len(wanted)


@pytest.mark.usefixtures("tesseract")
def test_a_moving_picture_is_read_by_its_first_frame() -> None:
    """The frames after the first are not read, and a finding says so."""
    one = pages_of(text_pdf(WORDS), dpi=150)[0]
    data = _saved(one, "gif", save_all=True, append_images=[one.point([255 - value for value in range(256)])])
    delivery = images.read("a/bild.gif", "0" * 64, data)
    assert [finding.code for finding in delivery.findings] == ["F137"]


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("shade", [255, 128, 0])
def test_a_picture_without_words_is_no_document(shade: int) -> None:
    """A picture of one colour has no text, and is refused for that."""
    assert _refused(_saved(Image.new("L", (600, 800), shade), "png")).finding.code == "F127"


def test_without_recognition_a_picture_waits(page: Image.Image, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where recognition is not installed the document waits, with advice, and nothing of it is published."""
    monkeypatch.setattr(ocr, "available", lambda: False)
    refused = _refused(_saved(page, "png"))
    assert (refused.finding.code, refused.outcome) == ("F124", "quarantined")
    assert "doctor" in refused.finding.advice


@pytest.mark.parametrize("form", sorted(_READ))
@pytest.mark.parametrize("kept", [0.05, 0.5])
def test_half_a_picture_is_damaged(page: Image.Image, form: str, kept: float) -> None:
    """A picture that was cut off is refused as damaged, in every format."""
    data = _saved(page.convert("RGB").resize((500, 700)), form)
    assert _refused(data[: max(20, int(len(data) * kept))]).finding.code == "F119"


def test_a_picture_of_too_many_dots_is_not_opened() -> None:
    """A small file that says it is of a billion dots is refused before any of them is made."""
    header = struct.pack(">IIBBBBB", 40_000, 30_000, 8, 0, 0, 0, 0)

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    refused = _refused(data)
    assert refused.finding.code == "F123"


def test_a_picture_somewhat_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is on each page's dots, and the finding says how large the page was."""
    monkeypatch.setattr(images, "MOST_PIXELS", 10_000)
    refused = _refused(_saved(Image.new("L", (101, 100), 255), "png"))
    assert refused.finding.code == "F123"
    assert "101 × 100" in refused.finding.message


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A TIFF of more pages than the limit is refused with the limit named."""
    monkeypatch.setattr(images, "MOST_PAGES", 2)
    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "recognise", lambda *_: ocr.Recognised(blank=True))
    small = Image.new("L", (50, 50), 255)
    refused = _refused(_saved(small, "tiff", save_all=True, append_images=[small, small]))
    assert refused.finding.code == "F134"


def test_tables_are_numbered_through_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables of a later page have numbers after those of the pages before it."""
    page = ocr.Recognised((Line(1, "a\tb", 1, "row", 1, cells=("a", "b")), Line(2, "c\td", 1, "row", 2, cells=("c", "d"))), 4)
    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "recognise", lambda *_: page)
    small = Image.new("L", (50, 50), 255)
    document = images.read("a.tif", "0" * 64, _saved(small, "tiff", save_all=True, append_images=[small])).document
    assert document
    assert [line.level for line in document.lines] == [1, 2, 3, 4]


def test_a_chain_of_pages_that_bites_its_tail_ends(page: Image.Image, monkeypatch: pytest.MonkeyPatch) -> None:
    """A TIFF whose last page points back at its first is read once."""
    seen: list[int] = []
    line = Line(1, "Nämnden", 1)
    monkeypatch.setattr(ocr, "available", lambda: True)

    def recognise(_: Image.Image, number: int, __: int) -> ocr.Recognised:
        seen.append(number)
        return ocr.Recognised((line,), 1)

    monkeypatch.setattr(ocr, "recognise", recognise)
    data = bytearray(_saved(page.resize((50, 70)), "tiff"))
    first = struct.unpack_from("<I", data, 4)[0]
    entries = struct.unpack_from("<H", data, first)[0]
    struct.pack_into("<I", data, first + 2 + 12 * entries, first)
    assert images.read("a/bild.tif", "0" * 64, bytes(data)).document
    assert seen == [1]
