"""E-mail (.eml, and pages that a browser saved as one file): MIME, read by the standard library's parser.

The headers are decoded here: the library's own reading of structured headers fails on what real programs write.
"""

from __future__ import annotations

import email
import email.errors
import email.header
import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.message import Message as Mime

from generator.findings import found
from generator.model import Finding
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.gathering import has_words
from generator.readers.html import Web, decoded, web_in
from generator.readers.message import Attached, Message, delivered

NAME = "e-post"

_MOST_BYTES = 150_000_000
_MOST_PARTS = 1000
_DEEPEST = 40
_HEAD = 65_536
_LONGEST_HEADER = 20_000  # characters: some hundred receivers with encoded names
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \t]|$)")
_TELLING = {
    b"from",
    b"received",
    b"message-id",
    b"mime-version",
    b"return-path",
    b"delivered-to",
    b"x-mailer",
    b"content-type",
}
_FACTS = (("From", "Från"), ("To", "Till"), ("Cc", "Kopia"), ("Date", "Datum"), ("Subject", "Ämne"))
_SIGNATURES = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
_SEALED = {"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"}
_RECEIPTS = {"message/delivery-status", "message/disposition-notification", "text/rfc822-headers"}


def fits(file: str, data: bytes) -> bool:
    """Whether the data begins with the headers of a message: at least two, one of them such as only messages have."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    names = set()
    for number, line in enumerate(head.splitlines()[:300]):
        if (number == 0 and line.startswith(b"From ")) or (number and line[:1] in b" \t" and line.strip()):
            continue
        match = _HEADER.match(line)
        if not match:
            if line.strip():
                return False
            break
        names.add(match[1].lower())
    enough = 1 if file.lower().endswith((".eml", ".mht", ".mhtml")) else 2
    return len(names) >= enough and bool(names & _TELLING)


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """The message's own text with its sender, receiver, date and subject; what is attached as members.

    Refused: F105 for its size, F118 where all of it is encrypted, F123 for parts without end, F127 where nothing is in it.
    """
    if len(data) > _MOST_BYTES:
        raise UnreadableError("F105", file, size=len(data) // 1_000_000, limit=_MOST_BYTES // 1_000_000)
    try:
        mime = email.message_from_bytes(
            data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"), policy=email.policy.compat32
        )
    except RecursionError as problem:
        raise UnreadableError("F123", file, why="delar i delar utan slut") from problem
    facts = tuple((label, _fact(mime, name)) for name, label in _FACTS)
    findings: list[Finding] = []
    plain: list[str] = []
    webs: list[Web] = []
    attached: list[Attached] = []
    flowed = False
    told = ""
    sealed = False
    for part, inline in _parts(file, mime):
        kind = part.get_content_type()
        name = _decoded(part.get_filename() or "")
        beside = part.get_content_disposition() == "attachment" or (
            bool(name) and not inline and not kind.startswith("text/")
        )
        if kind in _SIGNATURES:
            told = "digital underskrift"
        elif kind in _RECEIPTS:
            told = told or "leveransbesked"
        elif kind in _SEALED:
            sealed = True
        elif kind == "message/rfc822":
            attached.append(_forwarded(part))
        elif kind == "text/plain" and not beside and not name:
            plain.append(_text(part))
            flowed = (part.get_param("format") or "") == "flowed"
        elif kind == "text/html" and not beside and not name:
            webs.append(web_in(decoded(_bytes(part), part.get_content_charset())[0], file))
        else:
            attached.append(Attached(name, kind, _bytes(part), inline or part.get_content_disposition() == "inline"))
    if sealed and not attached and not any(has_words(text) for text in plain):
        raise UnreadableError("F118", file)
    if told:
        findings.append(found("F137", file, what=told))
    message = Message(facts, "\n".join(plain), flowed, _joined(webs), tuple(attached), tuple(findings))
    return delivered(message, file, sha256, data, "message/rfc822")


def _parts(file: str, mime: Mime) -> Iterator[tuple[Mime, bool]]:
    """The parts that hold something, in order, each with whether it is shown in the text (as a part of multipart/related)."""
    stack: list[tuple[Mime, int, bool]] = [(mime, 0, False)]
    count = 0
    while stack:
        part, depth, inline = stack.pop()
        count += 1
        if count > _MOST_PARTS or depth > _DEEPEST:
            raise UnreadableError("F123", file, why="delar i delar utan slut")
        # Only what is many is asked for so: the text of one part would be decoded, by whatever it claims to be.
        children = part.get_payload() if part.is_multipart() else None
        if part.get_content_type() == "message/rfc822" and depth:
            yield part, inline
        elif isinstance(children, list):
            related = part.get_content_type() == "multipart/related"
            stack.extend(
                (child, depth + 1, inline or related) for child in reversed(children) if isinstance(child, Mime)
            )
        else:
            yield part, inline


def _joined(webs: list[Web]) -> Web | None:
    """Several HTML parts as one."""
    if len(webs) < 2:
        return webs[0] if webs else None
    return Web(
        tuple(line for web in webs for line in web.lines),
        tuple(sorted({pair for web in webs for pair in web.hidden})),
        sum(web.tucked for web in webs),
        sum(web.deleted for web in webs),
        sum(web.struck for web in webs),
        sum(web.comments for web in webs),
        sum(web.pictures for web in webs),
    )


def _forwarded(part: Mime) -> Attached:
    """A message inside the message, as a file named by its subject."""
    inside = part.get_payload()
    message = inside[0] if isinstance(inside, list) and inside else None
    if not isinstance(message, Mime):
        return Attached(_decoded(part.get_filename() or ""), "message/rfc822", _bytes(part))
    try:
        data = message.as_bytes(policy=email.policy.compat32)
    except (UnicodeError, LookupError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        data = b""
    name = _decoded(part.get_filename() or "") or _fact(message, "Subject").strip(" .") or "meddelande"
    return Attached(name if name.lower().endswith(".eml") else f"{name}.eml", "message/rfc822", data)


def _bytes(part: Mime) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError):
        return b""
    return data if isinstance(data, bytes) else b""


def _text(part: Mime) -> str:
    """The text of a part in the encoding it names, else UTF-8, else Windows-1252."""
    data = _bytes(part)
    named = (part.get_content_charset() or "").replace("iso-8859-1", "cp1252")
    for name in (named, "utf-8"):
        try:
            return data.decode(name) if name else data.decode("ascii")
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def _fact(mime: Mime, name: str) -> str:
    """A header as people read it; the date as 2024-03-14 10:12 in the sender's own time, where it can be read."""
    # As it stands in the file: the library would put � for every byte that is not ASCII.
    written = next((str(value) for header, value in mime.raw_items() if header.lower() == name.lower()), "")
    text = _decoded(written)
    if name == "Date" and text:
        try:
            return email.utils.parsedate_to_datetime(text).strftime("%Y-%m-%d %H:%M")
        except (ValueError, TypeError, IndexError, OverflowError):
            return text
    return text


def _decoded(written: str) -> str:
    """A header without its encoded words; bytes that are not ASCII are read as UTF-8, else as Windows-1252."""
    if len(written) > _LONGEST_HEADER:  # decoding takes time by the square of the length
        return " ".join(written.encode("utf-8", "replace").decode("utf-8").split())
    try:
        pieces = email.header.decode_header(written)
    except (email.errors.HeaderParseError, ValueError, LookupError):
        pieces = [(written, None)]
    told = []
    for piece, charset in pieces:
        data = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogateescape")
        for name in (charset or "", "utf-8", "cp1252"):
            try:
                told.append(data.decode(name))
                break
            except (LookupError, UnicodeError, ValueError):
                continue
        else:
            told.append(data.decode("cp1252", "replace"))
    return " ".join("".join(told).split()) or " ".join(written.split())
