"""Text that is in a PDF page but not on it."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from generator.readers import pdf
from generator.readers.delivery import Delivery
from tests.readers.pdf_raw import FONTS, one_page, stream, text_at

_PLAIN = text_at(72, 700, "Nämnden tillstyrker att fler bänkar ställs ut vid torget.") + text_at(
    72, 680, "Beslutet gäller från och med nästa sommar."
)
_DARK = "Dölj detta för läsaren"


def _read(data: bytes) -> Delivery:
    return pdf.read("brev.pdf", "0" * 64, data)


def _said(delivery: Delivery) -> str:
    assert delivery.document is not None
    return "\n".join(line.text for line in delivery.document.lines)


_LAYER_ROOT = "/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>"
_LAYER = b"<< /Type /OCG /Name (av) >>"
_FORM = stream(
    ("q BT /F1 11 Tf 1 0 0 1 72 500 Tm (" + _DARK + ") Tj ET Q 0 0 0 rg 60 490 300 30 re f").encode("cp1252"),
    f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {FONTS} >>",
)
_GREY_PICTURE = stream(bytes(range(256)), "/Type /XObject /Subtype /Image /Width 16 /Height 16 /ColorSpace /DeviceGray /BitsPerComponent 8")

PLANTED = {
    "under a black box": one_page(_PLAIN + text_at(72, 500, _DARK) + "0 0 0 rg 60 490 300 30 re f"),
    "under a white box": one_page(_PLAIN + text_at(72, 500, _DARK) + "1 1 1 rg 60 490 300 30 re f"),
    "black on black": one_page(_PLAIN + "0 0 0 rg 60 490 300 30 re f " + text_at(72, 500, _DARK)),
    "white on white": one_page(_PLAIN + text_at(72, 500, _DARK, before="1 1 1 rg")),
    "nearly white on white": one_page(_PLAIN + text_at(72, 500, _DARK, before="0.98 0.98 0.98 rg")),
    "white over other text": one_page(_PLAIN + text_at(72, 700, _DARK, before="1 1 1 rg")),
    "off the page": one_page(_PLAIN + text_at(72, -200, _DARK)),
    "outside the part that is shown": one_page(_PLAIN + text_at(72, 100, _DARK), page="/CropBox [0 300 595 842]"),
    "tiny": one_page(_PLAIN + text_at(72, 500, _DARK, 1)),
    "scaled to nothing": one_page(_PLAIN + f"q BT /F1 11 Tf 0.05 0 0 0.05 72 500 Tm ({_DARK}) Tj ET Q\n"),
    "not drawn": one_page(_PLAIN + text_at(72, 500, _DARK, before="3 Tr")),
    "transparent": one_page(
        _PLAIN + "q /G0 gs " + text_at(72, 500, _DARK) + "Q", resources=FONTS + " /ExtGState << /G0 << /ca 0 /CA 0 >> >>"
    ),
    "clipped away": one_page(_PLAIN + "q 300 300 10 10 re W n " + text_at(72, 500, _DARK) + "Q"),
    "in a layer that is off": one_page(
        _PLAIN + "/OC /L BDC " + text_at(72, 500, _DARK) + "EMC",
        resources=FONTS + " /Properties << /L 5 0 R >>",
        root=_LAYER_ROOT,
        more=[_LAYER],
    ),
    "in a form, under its box": one_page(_PLAIN + "/X Do", resources=FONTS + " /XObject << /X 5 0 R >>", more=[_FORM]),
    "under a picture": one_page(
        _PLAIN + text_at(72, 500, _DARK) + "q 300 0 0 60 60 480 cm /P Do Q",
        resources=FONTS + " /XObject << /P 5 0 R >>",
        more=[_GREY_PICTURE],
    ),
}

SHOWN = {
    "white on a dark box": "0.1 0.2 0.4 rg 60 490 300 30 re f " + text_at(72, 500, "Synligt", before="1 1 1 rg"),
    "black on a coloured box": "0.9 0.8 0.2 rg 60 490 300 30 re f " + text_at(72, 500, "Synligt", before="0 0 0 rg"),
    "red on green of the same grey": "0 0.51 0 rg 60 490 300 30 re f " + text_at(72, 500, "Synligt", before="1 0 0 rg"),
    "a pale watermark": text_at(72, 500, "Synligt", 60, before="0.88 0.88 0.88 rg"),
    "small pale type": text_at(72, 500, "Synligt", 4, before="0.7 0.7 0.7 rg"),
    "outlined letters": text_at(72, 500, "Synligt", 11, before="1 Tr 0.1 w"),
    "letters filled white with a black outline": text_at(72, 500, "Synligt", 24, before="1 1 1 rg 0 0 0 RG 2 Tr 0.6 w"),
    "a shadow under a word": text_at(73, 499, "Synligt", 20, before="0.7 0.7 0.7 rg") + text_at(72, 500, "Synligt", 20),
    "a link": text_at(72, 500, "Synligt", before="0 0 1 rg") + "0 0 1 RG 0.5 w 72 498 m 110 498 l S",
    "struck through": text_at(72, 500, "Synligt") + "0.8 w 72 503 m 110 503 l S",
    "turned": "q BT /F1 11 Tf 0 1 -1 0 300 300 Tm (Synligt) Tj ET Q",
    "half transparent": "q /G0 gs " + text_at(72, 500, "Synligt") + "Q",
    "at the very edge": text_at(-3, 500, "Synligt"),
    "in a marked box": "q 1 1 0 rg 60 490 300 30 re f Q " + text_at(72, 500, "Synligt"),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_hidden_text_holds_the_document_back(kind: str) -> None:
    """A document with text that cannot be seen waits for an editor, and that text is not in its lines."""
    delivery = _read(PLANTED[kind])
    assert delivery.outcome == "quarantined"
    assert "F116" in {finding.code for finding in delivery.findings}
    assert "sidan 1" in delivery.findings[0].message
    assert _DARK not in _said(delivery)
    assert "fler bänkar" in _said(delivery)


@pytest.mark.parametrize("kind", SHOWN)
def test_text_that_can_be_seen_does_not(kind: str) -> None:
    """Text that a reader sees is read, whatever its colour, size, angle and ground."""
    resources = FONTS + " /ExtGState << /G0 << /ca 0.5 >> >>"
    delivery = _read(one_page(_PLAIN + SHOWN[kind], resources=resources))
    assert delivery.outcome == "published", delivery.findings
    assert "Synligt" in _said(delivery)


def _scan(words: list[tuple[int, int, str]], layer: list[tuple[int, int, str]]) -> bytes:
    """A page that is one picture with words drawn into it, and an invisible layer of text over it."""
    image = Image.new("L", (595, 842), 250)
    draw = ImageDraw.Draw(image)
    for x, y, text in words:
        draw.text((x, y), text, fill=20)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(image), 0, 0, A4[0], A4[1])
    for x, y, text in layer:
        piece = canvas.beginText(x, A4[1] - y - 9)
        piece.setFont("Helvetica", 10)
        piece.setTextRenderMode(3)
        piece.textLine(text)
        canvas.drawText(piece)
    canvas.save()
    return out.getvalue()


_SCANNED = [(60, 100 + 20 * row, f"Rad {row} av det inskannade brevet om gatlyktor") for row in range(8)]


def test_recognised_text_under_a_scan_is_text() -> None:
    """The invisible text over a scan is read where it lies on the picture's letters, and the page is named as recognised."""
    delivery = _read(_scan(_SCANNED, _SCANNED))
    assert delivery.outcome == "published", delivery.findings
    assert delivery.document is not None
    assert delivery.document.recognised == (1,)
    assert "Rad 3 av det inskannade brevet om gatlyktor" in _said(delivery)


def test_text_planted_in_a_scan_s_layer_is_hidden() -> None:
    """Invisible text where the picture has no letters holds the document back and is not read."""
    delivery = _read(_scan(_SCANNED, [*_SCANNED, (60, 600, "Nämnden har aldrig sett den här meningen")]))
    assert delivery.outcome == "quarantined"
    assert "aldrig sett" not in _said(delivery)
