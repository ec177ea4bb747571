"""The copy of a PDF document: what is seen on its pages, and nothing of what hangs on it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from generator.originals import drawing, pdf
from generator.originals.withheld import WithheldError
from tests.letter_text import ANSWER
from tests.letters import letter_pdf

PLANTED = "Hemlighetsfulla Henrik"
LETTER = letter_pdf(ANSWER)


def _pages(data: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.render(draw_annots=False).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def _everything(data: bytes) -> bytes:
    """The document's bytes with every stream unpacked, and its strings as they are read."""
    reader = PdfReader(io.BytesIO(data))
    made = [data]
    for number in range(1, len(reader.xref[0]) + 1 if reader.xref else 1):
        held = reader.get_object(number)
        if isinstance(held, StreamObject) and held.get("/Subtype") != "/Image":
            made.append(held.get_data())
        made.append(repr(held).encode())
    return b"\n".join(made)


def _script(writer: PdfWriter) -> None:
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(f"app.alert('{PLANTED}')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)


def _attachment(writer: PdfWriter) -> None:
    writer.add_attachment("dold.txt", PLANTED.encode())


def _annotation(writer: PdfWriter) -> None:
    writer.add_annotation(0, Text(rect=(50, 550, 200, 650), text=PLANTED))


def _metadata(writer: PdfWriter) -> None:
    writer.add_metadata({"/Author": PLANTED})
    writer.xmp_metadata = f"<x>{PLANTED}</x>".encode()


def _bookmark(writer: PdfWriter) -> None:
    writer.add_outline_item(title=PLANTED, page_number=0)


def _private(writer: PdfWriter) -> None:
    writer.pages[0][NameObject("/PieceInfo")] = DictionaryObject({NameObject("/Prov"): TextStringObject(PLANTED)})


def _remark(writer: PdfWriter) -> None:
    _drawn(writer, b"% " + PLANTED.encode() + b"\n/Span <</ActualText (" + PLANTED.encode() + b")>> BDC EMC\n")


def _undrawn(writer: PdfWriter) -> None:
    form = DecodedStreamObject()
    form.set_data(b"BT (" + PLANTED.encode() + b") Tj ET")
    form[NameObject("/Subtype")] = NameObject("/Form")
    resources = writer.pages[0]["/Resources"]
    assert isinstance(resources, DictionaryObject)
    resources[NameObject("/XObject")] = DictionaryObject({NameObject("/Undrawn"): writer._add_object(form)})


def _drawn(writer: PdfWriter, more: bytes) -> None:
    page = writer.pages[0]
    stream = DecodedStreamObject()
    stream.set_data(more + page.get_contents().get_data())  # type: ignore[union-attr]  # the letter's page has contents
    page[NameObject("/Contents")] = writer._add_object(stream)


def _made(plant: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(LETTER))
    plant(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_copy_looks_like_the_original() -> None:
    """Every page of the copy is drawn with the same pixels as the original's."""
    for one, other in zip(_pages(LETTER), _pages(pdf.cleaned(LETTER)), strict=True):
        assert ImageChops.difference(one, other).getbbox() is None


@pytest.mark.parametrize(
    "plant", [_script, _attachment, _annotation, _metadata, _bookmark, _private, _remark, _undrawn], ids=lambda plant: plant.__name__
)
def test_what_is_not_drawn_stays_behind(plant: Callable[[PdfWriter], None]) -> None:
    """Words in scripts, attachments, annotations, metadata, bookmarks, remarks and undrawn objects are not in the copy."""
    data = _made(plant)
    assert PLANTED.encode() in _everything(data)
    copy = pdf.cleaned(data)
    assert PLANTED.encode() not in _everything(copy)
    for one, other in zip(_pages(data), _pages(copy), strict=True):
        assert ImageChops.difference(one, other).getbbox() is None


def test_the_copy_names_no_maker_and_no_action() -> None:
    """The copy has no information dictionary, and its catalogue holds nothing but the pages."""
    reader = PdfReader(io.BytesIO(pdf.cleaned(_made(_script))))
    assert reader.metadata is None
    assert set(reader.root_object) == {"/Type", "/Pages"}


def test_the_copy_is_the_same_each_time() -> None:
    """The same document gives the same bytes."""
    assert pdf.cleaned(LETTER) == pdf.cleaned(LETTER)


def test_a_turned_page_stays_turned() -> None:
    """Rotation and boxes come along."""

    def turned(writer: PdfWriter) -> None:
        writer.pages[0].rotate(90)

    data = _made(turned)
    assert [page.size for page in _pages(pdf.cleaned(data))] == [page.size for page in _pages(data)]


def test_hidden_layers_withhold_the_copy() -> None:
    """A document with a layer that is not shown is withheld: without the list of layers it would show."""

    def layers(writer: PdfWriter) -> None:
        off = ArrayObject([NumberObject(1)])
        writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
            {NameObject("/D"): DictionaryObject({NameObject("/OFF"): off})}
        )

    with pytest.raises(WithheldError, match="lager"):
        pdf.cleaned(_made(layers))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", LETTER[: len(LETTER) // 3], b"\x00" * 100])
def test_a_damaged_document_is_withheld(data: bytes) -> None:
    """What cannot be followed gives no copy, and says so."""
    with pytest.raises(WithheldError):
        pdf.cleaned(data)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"BT (a % b) Tj ET % remark", b"BT (a % b) Tj ET "),
        (b"/P <</MCID 0>> BDC EMC", b"/P BMC EMC"),
        (b"/OC /MC0 BDC EMC", b"/OC BMC EMC"),
        (rb"(a \( b) Tj", rb"(a \( b) Tj"),
        (b"(a (b) c) Tj", b"(a (b) c) Tj"),
        (b"<</A (>>)>> pop", b"<</A (>>)>> pop"),
        (b"BI /W 1 ID \x01%(< EI Q", b"BI /W 1 ID \x01%(< EI Q"),
    ],
)
def test_instructions_lose_remarks_and_properties_only(content: bytes, wanted: bytes) -> None:
    """Strings, inline pictures and operators stay byte for byte."""
    assert drawing.cleaned(content).content.strip() == wanted.strip()


def test_a_string_without_an_end_is_withheld() -> None:
    """Instructions that cannot be followed to their end are refused."""
    with pytest.raises(WithheldError):
        drawing.cleaned(b"BT (abc")
