"""Documents inside a Word document (``w:altChunk``): read by the reader of what they are, and told of where that is not possible."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage

from lxml import etree

from generator.model import Line
from generator.readers.docx.names import relation
from generator.readers.docx.package import raw
from generator.readers.docx.story import Ready, Story
from generator.readers.html import web_in
from generator.readers.text import clean, decoded

_LARGEST = 5 * 2**20  # bytes


def chunk(story: Story, element: etree._Element) -> Iterator[Ready]:
    """The lines of the document that ``element`` refers to; nothing but a count where it is missing or of another kind."""
    name = story.links.pop(relation(element) or "", ("", ""))[1]  # each is read once
    data = raw(story.package, name)
    lines = _lines(story, name, data) if data is not None and len(data) <= _LARGEST else ()
    if lines:
        yield Ready(lines)
    else:
        story.tally["chunk"] += 1


def _lines(story: Story, name: str, data: bytes) -> tuple[Line, ...]:
    start = data[:400].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if b"mime-version" in start or name.endswith((".mht", ".mhtml", ".eml")):
        return _web(story, _archived_page(data))
    if start.startswith(b"<") or name.endswith((".htm", ".html", ".xhtml")):
        return _web(story, data)
    if name.endswith(".txt"):
        text, _ = decoded(name, data)
        return tuple(Line(0, clean(row), opens=True) for row in (text or "").split("\n"))
    return ()


def _web(story: Story, markup: bytes) -> tuple[Line, ...]:
    web = web_in(markup, story.package.file)
    story.tally["hidden"] += len(web.hidden) + web.tucked
    story.tally["deleted"] += web.deleted
    story.tally["picture"] += web.pictures
    return web.lines


def _archived_page(data: bytes) -> bytes:
    """The page in a web archive (a message with HTML in it); b"" where there is none."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(part, EmailMessage):
            markup = part.get_payload(decode=True)
            return markup if isinstance(markup, bytes) else b""
    return b""
