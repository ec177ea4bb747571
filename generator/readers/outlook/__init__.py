"""Outlook messages (.msg): the same as an e-mail, in a compound file of properties (MS-OXMSG)."""

from __future__ import annotations

import email.message
import email.policy
import re
from dataclasses import dataclass

import olefile

from generator.findings import found
from generator.model import Finding
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.gathering import Gathering
from generator.readers.html import Web, decoded, web_in
from generator.readers.message import Attached, Message, delivered
from generator.readers.ole import is_ole, opened, top
from generator.readers.outlook.properties import Properties, properties, unpacked_rtf
from generator.readers.rtf.flow import Flow
from generator.readers.rtf.styles import Tables
from generator.readers.rtf.tokens import tokens
from generator.readers.rtf.walk import Walk

NAME = "Outlook-meddelande"

_MOST_BYTES = 150_000_000
_TABLE = "__properties_version1.0"
_TOP_HEADER, _INNER_HEADER, _SMALL_HEADER = 32, 24, 8  # bytes before the first entry of a table (MS-OXMSG 2.4.1)
_ATTACHMENT = re.compile(r"__attach_version1\.0_#[0-9A-Fa-f]{8}")
_EMBEDDED = "__substg1.0_3701000D"
_MOST_ATTACHED = 500
_DEEPEST = 4  # messages in messages
_BY_VALUE, _EMBEDDED_MESSAGE, _OLE_OBJECT = 1, 5, 6  # PidTagAttachMethod


@dataclass(slots=True)
class _Reading:
    """One file being read: what it is called, what there is to say, and how many attachments it has so far."""

    file: str
    container: olefile.OleFileIO
    findings: list[Finding]
    attached: int = 0


def fits(file: str, data: bytes) -> bool:
    """Whether the data is a compound file with a message's table at its top."""
    del file
    return is_ole(data) and _TABLE in top(data)


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """The message's text with its facts; attachments and the messages in it as members.

    Refused: F105 for its size, F119 where the container is damaged, F127 for a message without text and attachments.
    """
    if len(data) > _MOST_BYTES:
        raise UnreadableError("F105", file, size=len(data) // 1_000_000, limit=_MOST_BYTES // 1_000_000)
    container = opened(data)
    if container is None:
        raise UnreadableError("F119", file, why="behållaren är trasig")
    reading = _Reading(file, container, [])
    message = _message(reading, "", _TOP_HEADER, 0)
    told = Message(message.facts, message.plain, False, message.web, message.attached, tuple(reading.findings))
    return delivered(told, file, sha256, data, "application/vnd.ms-outlook")


def _message(reading: _Reading, storage: str, header: int, depth: int) -> Message:
    """The message in ``storage`` ("" for the file's own, else a path that ends in a slash)."""
    told = properties(reading.container, storage, header)
    sender, address = told.text(0x0C1A), told.text(0x5D01) or told.text(0x0C1F)
    if address.upper().startswith("/O=") or address == sender:
        address = ""
    facts = (
        ("Från", f"{sender} <{address}>" if sender and address else sender or address),
        ("Till", told.text(0x0E04)),
        ("Kopia", told.text(0x0E03)),
        ("Datum", told.moment(0x0039) or told.moment(0x0E06)),
        ("Ämne", told.text(0x0037)),
    )
    plain = told.text(0x1000)
    web = _web(reading, told)
    if not plain.strip() and web is None:
        web = _from_rtf(reading, told)
    return Message(facts, plain, False, web, tuple(_attachments(reading, storage, told.encoding, depth)))


def _web(reading: _Reading, told: Properties) -> Web | None:
    data = told.data(0x1013)
    markup, guessed = decoded(data) if data else (told.text(0x1013), False)
    if data and guessed:  # neither the page itself nor UTF-8 tells
        markup = data.decode(told.encoding, "replace")
    return web_in(markup, reading.file) if markup.strip() else None


def _from_rtf(reading: _Reading, told: Properties) -> Web | None:
    """The lines of the compressed RTF body, which is read only where there is no other."""
    data = told.data(0x1009)
    rtf = unpacked_rtf(data) if data else None
    if data and rtf is None:
        reading.findings.append(found("F119", reading.file, why="meddelandets text går inte att packa upp"))
    if not rtf:
        return None
    gathering = Gathering(reading.file)
    Walk(reading.file, Flow(gathering, Tables())).over(tokens(rtf))
    return Web(gathering.lines())


def _attachments(reading: _Reading, storage: str, encoding: str, depth: int) -> list[Attached]:
    made: list[Attached] = []
    at = storage.count("/")
    inside = {
        "/".join(path[: at + 1])
        for path in reading.container.listdir(streams=True, storages=True)
        if len(path) > at and _ATTACHMENT.fullmatch(path[at]) and "/".join(path[:at]) + ("/" if at else "") == storage
    }
    for name in sorted(inside):
        reading.attached += 1
        if reading.attached > _MOST_ATTACHED:
            raise UnreadableError("F123", reading.file, why=f"fler än {_MOST_ATTACHED} bilagor")
        told = properties(reading.container, f"{name}/", _SMALL_HEADER, encoding)
        called = told.text(0x3707) or told.text(0x3704) or told.text(0x3001)
        method = told.whole(0x3705)
        if reading.container.exists(f"{name}/{_EMBEDDED}/{_TABLE}"):
            made.extend(_embedded(reading, f"{name}/{_EMBEDDED}/", called, depth))
        elif (data := told.data(0x3701)) is not None:
            inline = bool(told.text(0x3712)) and (bool(told.whole(0x7FFE)) or bool((told.whole(0x3714) or 0) & 4))
            made.append(Attached(called, told.text(0x370E) or _kind(called), data, inline))
        else:
            what = (
                "en bilaga som bara är en länk"
                if method not in {_BY_VALUE, _OLE_OBJECT, _EMBEDDED_MESSAGE, None}
                else "inbäddat objekt"
            )
            reading.findings.append(found("F137", reading.file, what=what))
    return made


def _embedded(reading: _Reading, storage: str, called: str, depth: int) -> list[Attached]:
    """A message in the message, as an e-mail file with the same facts, text and attachments."""
    if depth >= _DEEPEST:
        reading.findings.append(found("F136", reading.file, name=called or "meddelande"))
        return []
    message = _message(reading, storage, _INNER_HEADER, depth + 1)
    subject = next((value for label, value in message.facts if label == "Ämne"), "")
    data = as_mime(message)
    return [Attached(f"{(called or subject or 'meddelande').removesuffix('.msg')}.eml", "message/rfc822", data)]


def as_mime(message: Message) -> bytes:
    """A message as an e-mail file; the same message gives the same bytes."""
    made = email.message.EmailMessage(policy=email.policy.SMTP)
    names = {"Från": "From", "Till": "To", "Kopia": "Cc", "Datum": "Date", "Ämne": "Subject"}
    lines = message.plain or "\n".join(line.text for line in (message.web.lines if message.web else ()))
    made.set_content(_whole(lines), charset="utf-8", cte="base64")
    for attached in message.attached:
        kind, _, sub = (
            attached.kind if re.fullmatch(r"[\w.+-]+/[\w.+-]+", attached.kind) else "application/octet-stream"
        ).partition("/")
        if kind in {"message", "multipart"}:
            kind, sub = "application", "octet-stream"
        made.add_attachment(
            attached.data, maintype=kind, subtype=sub, filename=_whole(attached.name) or None,
            disposition="inline" if attached.inline else "attachment",
        )  # fmt: skip
    if made.is_multipart():
        made.set_boundary("=_del_av_meddelande_=")  # all parts are base64, which has no such line
    head = b"".join(
        f"{names[label]}: {' '.join(_whole(value).split())}\r\n".encode()
        for label, value in message.facts
        if value.strip()
    )
    return head + made.as_bytes()


def _whole(text: str) -> str:
    """The text without halves of characters, which cannot be written as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _kind(name: str) -> str:
    ending = name.lower().rpartition(".")[2]
    return f"image/{ending}" if ending in {"png", "jpg", "jpeg", "gif", "bmp"} else ""
