"""Small true documents, one of each format, with a text of the caller's own: what hostile files are made from, and held against."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from xml.sax.saxutils import escape

from PIL import Image

from tests.compound import compound
from tests.readers.pdf_raw import one_page, text_at
from tests.word import par, run, word

ODT = "application/vnd.oasis.opendocument.text"
ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
)

Lines = list[str]


def answer(case: str, number: int) -> Lines:
    """An answer of a few lines to the motion in a case; the number makes it different from every other."""
    return [
        "Parknämnden",
        f"Yttrande över motion om en isbana i Ekvik, {case}",
        "Förslag till beslut",
        f"Nämnden tillstyrker motionen med tillägg {number}.",
        "Sammanfattning",
        f"Banan kan anläggas på plan {number} och skötas av nämndens egen personal.",
    ]


def plain(lines: Lines) -> bytes:
    """Plain text."""
    return "\n\n".join(lines).encode() + b"\n"


def markdown(lines: Lines) -> bytes:
    """Markdown, the second line as its title."""
    return "\n\n".join(f"# {line}" if at == 1 else line for at, line in enumerate(lines)).encode() + b"\n"


def pdf(lines: Lines) -> bytes:
    """A page of PDF."""
    return one_page("".join(text_at(72, 760 - 30 * at, line) for at, line in enumerate(lines)))


def docx(lines: Lines) -> bytes:
    """A Word document."""
    return word("".join(par(run(escape(line))) for line in lines))


def odt(lines: Lines) -> bytes:
    """An OpenDocument text."""
    return odt_of("".join(f"<text:p>{escape(line)}</text:p>" for line in lines))


def odt_of(body: str, head: str = "") -> bytes:
    """An OpenDocument text with this body; ``head`` stands before the root of its content."""
    inside = f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": ODT.encode(), "content.xml": (head + inside).encode()})


def rtf(lines: Lines) -> bytes:
    """RTF with its letters beyond ASCII as numbers."""
    text = r"\par ".join("".join(char if char.isascii() else f"\\u{ord(char)}?" for char in line) for line in lines)
    return f"{{\\rtf1\\ansi {text}\\par}}".encode()


def html(lines: Lines) -> bytes:
    """A web page."""
    inside = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f'<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Svar</title></head><body>{inside}</body></html>'.encode()


def eml(lines: Lines, *attached: tuple[str, bytes]) -> bytes:
    """A message with the lines as its text."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        "Parknämnden <park@example.se>",
        "registrator@example.se",
        lines[1],
    )
    message["Date"] = "Thu, 14 Mar 2024 10:12:00 +0100"
    message.set_content("\n\n".join(lines))
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if attached:
        message.set_boundary("=_en_del_=")
    return bytes(message)


def msg(lines: Lines) -> bytes:
    """An Outlook message with the lines as its text."""
    texts = {"0037": lines[1], "0C1A": lines[0], "1000": "\r\n\r\n".join(lines)}
    tree = {f"__substg1.0_{key}001F": text.encode("utf-16-le") for key, text in texts.items()}
    return compound({"__properties_version1.0": struct.pack("<32x"), **tree})


def picture(form: str = "PNG", mode: str = "L", size: tuple[int, int] = (64, 48), **more: object) -> bytes:
    """An empty picture, nearly white."""
    kept = io.BytesIO()
    Image.new(mode, size, "white" if mode not in {"I;16", "F"} else None).save(kept, form, **more)
    return kept.getvalue()


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip container; the same files give the same bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as container:
        for name, data in files.items():
            container.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_STORED if name == "mimetype" else method)
    return kept.getvalue()


MAKERS: Mapping[str, Callable[[Lines], bytes]] = {
    "txt": plain, "md": markdown, "pdf": pdf, "docx": docx, "odt": odt, "rtf": rtf, "html": html, "eml": eml, "msg": msg,
}  # fmt: skip


def one_of_each(lines: Lines) -> dict[str, bytes]:
    """A true document by each ending, and the containers and pictures that have no lines."""
    made = {ending: make(lines) for ending, make in MAKERS.items()}
    made["zip"] = zipped({"svar.txt": plain(lines), "svar.docx": docx(lines)})
    made |= {
        ending: picture(form)
        for ending, form in (
            ("png", "PNG"),
            ("jpg", "JPEG"),
            ("tif", "TIFF"),
            ("gif", "GIF"),
            ("webp", "WEBP"),
            ("bmp", "BMP"),
        )
    }
    made["doc"] = compound({"WordDocument": b"\xec\xa5" + bytes(600)})
    return made
