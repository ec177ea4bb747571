"""Bytes → ``Document``: the table of formats, and the choice between them by content rather than by name.

A new format is one file and one line in ``READERS``. A format that is known but not read yet stands in ``UNREAD``, so
that such a file is named on the sources page instead of being dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.findings import found
from generator.model import Document, Finding, SourceOutcome
from generator.readers import markdown, plain
from generator.readers.text import decoded

Reading = tuple[Document | None, SourceOutcome, tuple[Finding, ...]]
Reader = Callable[[str, str, str], tuple[Document, tuple[Finding, ...]]]

# Signatures at the start of a file, and what people call the format. Order matters: the first that fits.
UNREAD: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "zip (Word, ODT eller arkiv)"),
    (b"PK\x05\x06", "zip (Word, ODT eller arkiv)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "äldre Word eller Outlook"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "PNG-bild"),
    (b"\xff\xd8\xff", "JPEG-bild"),
    (b"II*\x00", "TIFF-bild"),
    (b"MM\x00*", "TIFF-bild"),
    (b"GIF8", "GIF-bild"),
)
_HTML = re.compile(r"^\s*(?:<!doctype\s+html|<html\b|<\?xml\b)", re.IGNORECASE)
_MAIL = re.compile(r"\A(?:[A-Z][A-Za-z-]{1,40}: .*\n){2,}", re.MULTILINE)
_MAIL_HEADS = re.compile(r"^(?:From|Received|Message-ID|MIME-Version):", re.IGNORECASE | re.MULTILINE)

# The names under which text is read. Anything else is set aside by name, even where its bytes would do as text: an .svg or
# .html offered again from the archive's own address would run in the reader's browser.
TEXT_ENDINGS = ("", "txt", "text", "md", "markdown")

# (whether the text is in this format, who reads it): the first that fits.
READERS: tuple[tuple[Callable[[str, str], bool], Reader], ...] = (
    (markdown.fits, markdown.read),
    (plain.fits, plain.read),
)


def read(file: str, sha256: str, data: bytes) -> Reading:
    """The document in ``data`` with its findings, or None with the outcome (rejected, unread) and why."""
    if not data.strip():
        return None, "rejected", (found("F101", file),)
    for signature, name in UNREAD:
        if data.startswith(signature) or (signature == b"%PDF-" and signature in data[:1024]):
            return None, "unread", (found("F108", file, what=name),)
    ending = ending_of(file)
    if ending not in TEXT_ENDINGS:
        return None, "unread", (found("F108", file, what=f".{ending}"),)
    text, findings = decoded(file, data)
    if text is None:
        return None, "rejected", findings
    if not text.strip():
        return None, "rejected", (*findings, found("F101", file))
    other = _other_text_format(text)
    if other:
        return None, "unread", (*findings, found("F108", file, what=other))
    for fits, reader in READERS:
        if fits(file, text):
            document, more = reader(file, sha256, text)
            return document, "published", (*findings, *more)
    raise AssertionError("the last reader takes every text")


def ending_of(file: str) -> str:
    """A file name's ending in lower case without the dot: "a/Svar.TXT" → "txt"; "" where there is none."""
    stem, dot, ending = file.rpartition("/")[2].rpartition(".")
    return ending.lower() if dot and stem else ""


def _other_text_format(text: str) -> str | None:
    head = text[:4000]
    if _HTML.match(head):
        return "HTML"
    mail = _MAIL.match(head)
    if mail and _MAIL_HEADS.search(mail.group()):
        return "e-post"
    return None
