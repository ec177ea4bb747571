"""PDF documents that are made to hang, swell or mislead what reads them. Each is written object by object and is small."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from tests.readers.pdf_raw import FONTS, one_page, raw_pdf, stream, text_at

_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_TEXT = text_at(72, 700, "Parknämnden tillstyrker motionen om en isbana.")


def pages(count: int, content: str = _TEXT) -> bytes:
    """A document of so many pages that all show the same content."""
    kids = " ".join(f"{at} 0 R" for at in range(4, count + 4))
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << {FONTS} >> >>".encode()
    tree = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode()
    return raw_pdf([_CATALOG, tree, stream(content.encode("cp1252")), *([page] * count)])


def _many_in_one(count: int) -> bytes:
    """One page, named so many times in the list of pages."""
    kids = " ".join(["3 0 R"] * count)
    made = one_page(_TEXT)
    return made.replace(b"/Kids [3 0 R] /Count 1", f"/Kids [{kids}] /Count {count}".encode())


def _flate(piece: bytes, count: int, *, begin: bytes = b"", end: bytes = b"") -> bytes:
    """A stream of ``piece`` so many times, packed twice; it is never whole in memory."""
    packer = zlib.compressobj(9)
    packed = [
        packer.compress(begin),
        *(packer.compress(piece * 1000) for _ in range(count // 1000)),
        packer.compress(end),
        packer.flush(),
    ]
    return stream(zlib.compress(b"".join(packed), 9), "/Filter [/FlateDecode /FlateDecode]")


def _with_content(content: bytes, resources: str = FONTS, more: tuple[bytes, ...] = ()) -> bytes:
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>".encode()
    )
    return raw_pdf([_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, content, *more])


def _looping_tree() -> bytes:
    return raw_pdf(
        [
            _CATALOG,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 9 >>",
        ]
    )


def _doubling_tree(levels: int) -> bytes:
    """Each node has the next one twice: 2^levels pages by the paths that lead to them."""
    nodes = [
        f"<< /Type /Pages /Kids [{at} 0 R {at} 0 R] /Count {2 ** (levels + 3 - at)} >>".encode()
        for at in range(3, levels + 3)
    ]
    return raw_pdf([_CATALOG, *nodes, b"<< /Type /Page /MediaBox [0 0 100 100] >>"])


def _deep_tree(levels: int) -> bytes:
    nodes = [f"<< /Type /Pages /Kids [{at} 0 R] /Count 1 >>".encode() for at in range(3, levels + 3)]
    return raw_pdf([_CATALOG, *nodes, b"<< /Type /Page /MediaBox [0 0 100 100] >>"])


def _looping_forms() -> bytes:
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A 5 0 R /B 6 0 R >> >>"
    inner = stream(b"/A Do /B Do " * 20, form)
    return _with_content(stream(b"/A Do /B Do"), f"{FONTS} /XObject << /A 5 0 R /B 6 0 R >>", (inner, inner))


def _form_bomb(levels: int) -> bytes:
    """Each form draws the next one ten times."""
    forms = tuple(
        stream(
            b"/X Do " * 10,
            f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X {at + 6} 0 R >> >>",
        )
        for at in range(levels)
    )
    last = stream(b"0 0 1 1 re f", "/Type /XObject /Subtype /Form /BBox [0 0 595 842]")
    return _with_content(stream(b"/X Do"), "/XObject << /X 5 0 R >>", (*forms, last))


def _looping_outline() -> bytes:
    return one_page(_TEXT, root="/Outlines 5 0 R", more=[
        b"<< /Type /Outlines /First 6 0 R /Last 6 0 R /Count 9 >>", b"<< /Title (a) /Parent 5 0 R /Next 6 0 R /First 5 0 R >>",
    ])  # fmt: skip


def _looping_names() -> bytes:
    return one_page(
        _TEXT, root="/Names << /EmbeddedFiles 5 0 R >>", more=[b"<< /Kids [5 0 R 5 0 R] /Names [(a) 5 0 R (b)] >>"]
    )


def _packed_bomb() -> bytes:
    return one_page(_TEXT, root="/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>", more=[
        b"<< /Type /Filespec /F (svar.txt) /EF << /F 6 0 R >> >>", _flate(bytes(1024), 400_000),
    ])  # fmt: skip


def _no_end() -> bytes:
    return b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000


def _xref_loop() -> bytes:
    made = one_page(_TEXT)
    at = made.rindex(b"xref\n0 ")
    return made.replace(b"trailer << ", b"trailer << /Prev %d " % at)


def _object_streams() -> bytes:
    """A stream of objects that says to lie within itself, and to hold more objects than there are numbers."""
    body = b"7 0 8 10 " + b"<< /A 7 0 R >>" * 40
    holder = stream(zlib.compress(body), "/Type /ObjStm /N 99999999 /First 9 /Extends 5 0 R /Filter /FlateDecode")
    return _with_content(stream(_TEXT.encode("cp1252")), FONTS, (holder,))


PDFS: Mapping[str, bytes] = {
    "slinga-i-sidträdet": _looping_tree(),
    "sidträd-som-fördubblas": _doubling_tree(40),
    "djupt-sidträd": _deep_tree(3_000),
    "samma-sida-tusentals-gånger": _many_in_one(9_000),
    "tiotusen-sidor": pages(10_000),
    "slinga-av-former": _looping_forms(),
    "former-i-former": _form_bomb(12),
    "slinga-i-innehållet": _looping_outline(),
    "slinga-bland-bilagorna": _looping_names(),
    "bilaga-som-sväller": _packed_bomb(),
    "slinga-i-förteckningen": _xref_loop(),
    "objekt-i-sig-själva": _object_streams(),
    "väldiga-mått": one_page(text_at(1e308, -1e308, "Isbana", 1e300), box="-1e308 -1e308 1e308 1e308"),
    "inga-mått": one_page(_TEXT, box="nan inf 0 0"),
    "omvända-mått": one_page(_TEXT, box="595 842 0 0"),
    "väldig-sida": one_page(_TEXT, box="0 0 20000000 20000000"),
    "väldig-matris": one_page(f"1e308 1e308 1e308 1e308 1e308 1e308 cm {_TEXT} " * 20),
    "pytteliten-sida": one_page(_TEXT, box="0 0 0.0001 0.0001"),
    "vriden-tusen-grader": one_page(_TEXT, page="/Rotate 1000001"),
    "djupa-listor": one_page("[" * 50_000 + "]" * 50_000 + _TEXT),
    "djupa-lägen": one_page("q " * 200_000 + _TEXT),
    "öppna-listor": _no_end(),
    "innehåll-som-sväller": _with_content(_flate(b"0 0 m 9 9 l S ", 3_000_000)),
    "lång-text": _with_content(_flate(b"isbana ", 400_000, begin=b"BT /F1 9 Tf 1 0 0 1 72 700 Tm (", end=b") Tj ET")),
    "många-tecken-på-en-punkt": one_page(text_at(72, 700, "a") * 20_000),
    "många-linjer": one_page("".join(f"{at % 500} 0 m {at % 500} 800 l S 0 {at % 800} m 590 {at % 800} l S\n" for at in range(8_000)) + _TEXT),
    "tecken-utan-storlek": one_page(text_at(72, 700, "Isbana", 0) + _TEXT),
    "bild-utan-slut": _with_content(
        stream(b"600 0 0 800 0 0 cm /I Do"), "/XObject << /I 5 0 R >>",
        (stream(b"\x00", "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB"),),
    ),
    "skräp-framför": b"skr\xe4p\n" * 50 + one_page(_TEXT),
    "utan-huvud": one_page(_TEXT).replace(b"%PDF-1.7", b"%1.7"),
    "utan-slut": one_page(_TEXT).partition(b"xref\n0 ")[0],
}  # fmt: skip
