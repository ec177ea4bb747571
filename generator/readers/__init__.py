"""Bytes → ``Delivery``: the table of formats, and the choice between them by content rather than by name.

A new format is one file and one line in ``FORMATS``. A file in a format that nobody reads is named on the sources page
instead of being dropped.
"""

from __future__ import annotations

from generator import converters
from generator.findings import found
from generator.readers import doc, docx, html, images, mail, ocr, odt, outlook, pdf, plain, rtf, unread, zipped
from generator.readers.delivery import Delivery, Format, Member, UnreadableError

__all__ = ["ENDINGS", "FORMATS", "Delivery", "Member", "UnreadableError", "ending_of", "format_of", "programs", "read"]

# The names under which files are read as text. Text with any other ending is set aside: an .svg or a .js offered again from
# the archive's own address would run in the reader's browser.
TEXT_ENDINGS = ("", "txt", "text", "md", "markdown")
_WRONGLY_NAMED = frozenset({"pdf", "doc", "docx", "odt", "rtf"})  # text under such a name is harmless to offer again

# What content shows the format of, in order: the first that fits reads. Plain text fits all that is left.
FORMATS: tuple[Format, ...] = (
    Format(pdf.NAME, pdf.fits, pdf.read, ("pdf",)),
    Format(docx.NAME, docx.fits, docx.read, ("docx", "docm", "dotx", "dotm", "xml")),
    Format(odt.NAME, odt.fits, odt.read, ("odt", "ott", "fodt")),
    Format(zipped.NAME, zipped.fits, zipped.read, ("zip",)),
    Format(doc.NAME, doc.fits, doc.read, ("doc", "dot")),
    Format(outlook.NAME, outlook.fits, outlook.read, ("msg",)),
    Format(rtf.NAME, rtf.fits, rtf.read, ("rtf",)),
    Format(images.NAME, images.fits, images.read, images.ENDINGS),
    Format(html.NAME, html.fits, html.read, ("html", "htm", "xhtml")),
    Format(mail.NAME, mail.fits, mail.read, ("eml", "mht", "mhtml")),
    Format(unread.NAME, unread.fits, unread.read),
    Format("text", plain.fits, plain.read, TEXT_ENDINGS),
)

# Endings of documents: a file that has one and is something else is read as what it is, with a note.
ENDINGS = frozenset(ending for one in FORMATS for ending in one.endings)


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """What is in ``data``; a file that cannot be read comes back without document, with its outcome and why."""
    if not data.strip():
        return Delivery(None, (found("F101", file),), outcome="rejected")
    one = format_of(file, data)
    if one is None:
        return Delivery(None, (found("F108", file, what=_called(file)),), outcome="unread")
    try:
        delivery = one.read(file, sha256, data)
    except UnreadableError as refused:
        return Delivery(None, (refused.finding,), outcome=refused.outcome)
    ending = ending_of(file)
    if ending not in one.endings and ending in ENDINGS - {""}:
        note = found("F126", file, ending=ending, what=one.name)
        return Delivery(delivery.document, (note, *delivery.findings), delivery.members, delivery.outcome)
    return delivery


def format_of(file: str, data: bytes) -> Format | None:
    """The format that reads ``data``; None where none does."""
    for one in FORMATS:
        if one.fits(file, data):
            readable = one is not FORMATS[-1] or ending_of(file) in _WRONGLY_NAMED.union(TEXT_ENDINGS)
            return one if readable else None
    return None


def programs() -> tuple[str, ...]:
    """The programs beside Python that reading uses where they are installed, as far as they change what is read."""
    return ocr.version(), converters.office() or ""


def ending_of(file: str) -> str:
    """A file name's ending in lower case without the dot: "a/Svar.TXT" → "txt"; "" where there is none."""
    stem, dot, ending = file.rpartition("/")[2].rpartition(".")
    return ending.lower() if dot and stem else ""


def _called(file: str) -> str:
    ending = ending_of(file)
    return f".{ending}" if ending else "okänt format"
