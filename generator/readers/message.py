"""A message, whatever file it came in: its facts, its text and what was attached, made into a delivery."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.findings import found
from generator.model import Document, Finding, Line
from generator.readers.delivery import Delivery, Member, UnreadableError
from generator.readers.gathering import MOST_LINES, has_words
from generator.readers.html import Web
from generator.readers.text import clean
from generator.readers.ziparchive import harmless

_LOGO = 40_000  # bytes; a scanned page is larger, the picture in a signature smaller
_LOOKS = ("text/css", "font/", "application/font", "application/x-font")  # what a saved web page carries for its looks
_SIGNED = "-- "
_ENDINGS = {
    "application/pdf": ".pdf", "application/rtf": ".rtf", "text/rtf": ".rtf", "text/html": ".html", "text/plain": ".txt",
    "message/rfc822": ".eml", "application/zip": ".zip", "application/msword": ".doc", "image/png": ".png", "image/jpeg": ".jpg",
    "image/tiff": ".tif", "application/vnd.oasis.opendocument.text": ".odt", "application/vnd.ms-outlook": ".msg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attached:
    """Something attached. ``inline``: shown in the text rather than beside it; ``name`` as the message gives it, or ""."""

    name: str
    kind: str  # media type, "" where nobody says
    data: bytes
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A message as read: (label, value) of its facts, its text as plain lines and as HTML, and what is attached."""

    facts: tuple[tuple[str, str], ...]
    plain: str = ""
    flowed: bool = False
    web: Web | None = None
    attached: tuple[Attached, ...] = ()
    findings: tuple[Finding, ...] = ()


def delivered(message: Message, file: str, sha256: str, data: bytes, media_type: str) -> Delivery:
    """The message's text as a document and what is attached as members; UnreadableError F127 for a message with neither."""
    findings = [*message.findings]
    members: list[Member] = []
    logos = 0
    for attached in message.attached:
        if attached.inline and (attached.kind.startswith(_LOOKS) or attached.kind.endswith("javascript")):
            continue
        if attached.inline and attached.kind.startswith("image/") and len(attached.data) < _LOGO:
            logos += 1
        elif attached.data:
            members.append(Member(_name(attached, len(members) + 1), attached.data))
    if logos:
        findings.append(found("F137", file, what="1 liten bild" if logos == 1 else f"{logos} små bilder"))
    body, by_web = _body(message)
    if by_web and message.web:
        findings.extend(message.web.findings(file))
    hidden = by_web and message.web is not None and bool(message.web.hidden)
    if not any(has_words(line.text) for line in body):
        if not members and not hidden:
            raise UnreadableError("F127", file)
        return Delivery(None, tuple(findings), tuple(members), "quarantined" if hidden else "published")
    facts = [
        Line(0, clean(f"{label}: {value}"), style="meta", opens=True) for label, value in message.facts if value.strip()
    ]
    lines = tuple(replace(line, number=number) for number, line in enumerate([*facts, *body], 1))
    if len(lines) > MOST_LINES:
        raise UnreadableError("F134", file, count=len(lines), limit=MOST_LINES)
    words = sum(len(line.text.split()) for line in lines)
    document = Document(file, sha256, media_type, lines, size=len(data), words=words)
    return Delivery(document, tuple(findings), tuple(members), "quarantined" if hidden else "published")


def plain_lines(text: str, *, flowed: bool = False) -> tuple[Line, ...]:
    """The lines of a plain text; in a flowed one (RFC 3676) what the program has wrapped is put together again."""
    written = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not flowed:
        lines = [Line(0, clean(line)) for line in written]
    else:
        lines = []
        going_on = ""
        for raw in written:
            line = raw.removeprefix(" ")  # a space set before what would look like a quotation
            if line.endswith(" ") and line != _SIGNED and line.strip(" >"):
                going_on += line
                continue
            lines.append(Line(0, clean(going_on + line), opens=True))
            going_on = ""
        if going_on:
            lines.append(Line(0, clean(going_on), opens=True))
    while lines and not lines[-1].text:
        lines.pop()
    while lines and not lines[0].text:
        lines.pop(0)
    return tuple(lines)


def _body(message: Message) -> tuple[tuple[Line, ...], bool]:
    """The text, and whether it is the HTML: plain text is taken first, unless it is only an excuse for having none."""
    web = message.web.lines if message.web else ()
    plain = len(message.plain.split())
    shown = sum(len(line.text.split()) for line in web)
    if has_words(message.plain) and 2 * plain >= shown:
        return plain_lines(message.plain, flowed=message.flowed), False
    if web or (message.web and message.web.hidden):
        return web, True
    return plain_lines(message.plain, flowed=message.flowed), False


def _name(attached: Attached, number: int) -> str:
    """A harmless name of a file of its own: that of the attachment, or "bilaga-2.pdf"."""
    name = harmless(attached.name.replace("/", "_").replace("\\", "_")).strip()
    stem, dot, ending = name.rpartition(".")
    name = name[:150] if len(ending) > 10 or not dot else f"{stem[:150]}.{ending}"
    return name or f"bilaga-{number}{_ENDINGS.get(attached.kind, '')}"
