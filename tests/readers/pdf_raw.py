"""PDF documents written object by object, for what no typesetter makes: hidden layers, odd boxes, broken trees."""

from __future__ import annotations

from collections.abc import Sequence

FONTS = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>"


def raw_pdf(objects: Sequence[bytes], trailer: str = "", *, root: int = 1) -> bytes:
    """A document of these objects, numbered from 1; the first of them is its root unless ``root`` says otherwise."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer << /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, trailer.encode(), start)
    return bytes(out)


def stream(content: bytes, entries: str = "") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n" % (len(content), entries.encode()) + content + b"\nendstream"


def one_page(
    content: str, *, resources: str = FONTS, page: str = "", root: str = "", more: Sequence[bytes] = (), box: str = "0 0 595 842"
) -> bytes:
    """A document of one page; ``more`` are objects from number 5 on, ``page`` and ``root`` further entries of those two."""
    return raw_pdf(
        [
            f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R /Resources << {resources} >> {page} >>".encode(),
            stream(content.encode("cp1252")),
            *more,
        ]
    )


def text_at(x: float, y: float, text: str, size: float = 11, before: str = "") -> str:
    """The operators that show ``text`` with its baseline's start at a point, after the operators ``before``."""
    safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q BT /F1 {size} Tf {before} 1 0 0 1 {x} {y} Tm ({safe}) Tj ET Q\n"
