"""HTML, exported from Word or saved from the web: paragraphs, headings, lists, tables and footnotes, without network or scripts.

Text that nobody sees on the page is never read: a document that has such text waits for an editor. Menus and the head and
foot of a web page become headers and footers. The tree is libxml2's; what its limits refuse is refused here.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from lxml import etree

from generator.findings import found
from generator.model import Finding, Line
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.docx.told import told
from generator.readers.gathering import Gathering, document
from generator.readers.html.looks import inner, rules_in
from generator.readers.html.notes import notes_in
from generator.readers.html.walk import Walk

NAME = "HTML"

_MOST_BYTES = 30_000_000  # with pictures inside; a Word export of 200 pages has 2 MB
_HEAD = 4096  # bytes in which a document must show what it is
_OPENING = re.compile(
    rb"\A\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title)\b)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    rb"<(?:p|div|h[1-6]|table|ul|ol|span|br|b|i|font|center|section|article)\b[^<>]{0,500}>", re.IGNORECASE
)
_ENDINGS = (".html", ".htm", ".xhtml")
_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']", re.IGNORECASE)
# What the web calls Latin-1 is Windows-1252 (WHATWG Encoding, 4.2).
_REALLY = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BROWSERS_SIZE = 12.0  # points: what every browser takes where the page says nothing
_NOT_CHARSETS = {"unicode_escape", "raw_unicode_escape", "idna", "punycode", "utf-7"}  # Python has them, no page does


@dataclass(frozen=True, slots=True)
class Web:
    """What was in some HTML: its visible lines, what was hidden (why → how often), deletions left out, and pictures."""

    lines: tuple[Line, ...]
    hidden: tuple[tuple[str, int], ...] = ()
    tucked: int = 0
    deleted: int = 0
    struck: int = 0
    comments: int = 0
    pictures: int = 0

    def findings(self, file: str) -> tuple[Finding, ...]:
        """What staff should know of it: F116 for hidden text, F117 for what was left out."""
        made = []
        if self.hidden:
            made.append(found("F116", file, what=", ".join(why for why, _ in self.hidden)))
        made += told(file, Counter({"deleted": self.deleted, "struck": self.struck, "comment": self.comments}))
        if self.tucked:
            made.append(found("F117", file, what="dold text i sidhuvud, sidfot eller meny"))
        return tuple(made)


def fits(file: str, data: bytes) -> bool:
    """Whether the data begins as an HTML document does or, in a file named so, has a tag of its text in its first part."""
    head = data[:_HEAD]
    for mark, name in _MARKS:
        if head.startswith(mark):
            head = head[len(mark) :].decode(name, "replace").encode("utf-8")
            break
    return bool(_OPENING.match(head)) or (
        file.lower().endswith(_ENDINGS) and b"\x00" not in head and bool(_TAG.search(head))
    )


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """The visible text of an HTML file; quarantined (F116) where it has hidden words, F127 where it has no text at all."""
    if len(data) > _MOST_BYTES:
        raise UnreadableError("F105", file, size=len(data) // 1_000_000, limit=_MOST_BYTES // 1_000_000)
    text, guessed = decoded(data)
    web = web_in(text, file)
    findings = [*web.findings(file)]
    if guessed:
        findings.append(found("F103", file))
    if web.hidden and not web.lines:
        return Delivery(None, tuple(findings), outcome="quarantined")
    made = document(file, sha256, "text/html", data, web.lines)
    return Delivery(made, tuple(findings), outcome="quarantined" if web.hidden else "published")


def lines_of(markup: bytes | str) -> tuple[Line, ...]:
    """The visible lines of some HTML (a message's body, a part of a Word document); UnreadableError for what is beyond limits."""
    return web_in(markup).lines


def web_in(markup: bytes | str, file: str = "") -> Web:
    """What is in some HTML, its hidden parts told apart. ``file`` is only for findings."""
    text = markup if isinstance(markup, str) else decoded(markup)[0]
    root = _tree(file, text)
    if root is None:
        return Web(())
    gathering = Gathering(file, usual=_BROWSERS_SIZE)
    titles = [title for title in root.iter("h1") if any(one.tag == "header" for one in title.iterancestors())]
    walk = Walk(
        rules_in("\n".join(inner(sheet) for sheet in root.iter("style"))),
        notes_in(root),
        gathering,
        keep_header=bool(titles) and len(titles) == sum(1 for _ in root.iter("h1")),
    )
    walk.over(root)
    hidden: Counter[str] = walk.hidden
    lines = gathering.lines()
    return Web(
        lines, tuple(sorted(hidden.items())), walk.tucked, walk.deleted, gathering.struck, walk.comments, walk.pictures
    )


def decoded(data: bytes, named: str | None = None) -> tuple[str, bool]:
    """The text of some HTML, and whether its encoding had to be guessed.

    In order: a byte order mark, what it was ``named`` by what carried it, what it says itself, UTF-8, Windows-1252.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), False
    head = data[:_HEAD]
    written = [named] if named else []
    for pattern in (_DECLARED, _CHARSET):
        if match := pattern.search(head):
            written.append(match[1].decode("ascii", "replace"))
    for name in written:
        if (known := _charset(name)) and (text := _strictly(data, known)) is not None:
            return text, False
    text = _strictly(data, "utf-8")
    if text is not None:
        return text, False
    return data.decode("cp1252", "replace"), True


def _charset(name: str) -> str | None:
    try:
        known = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    # A page that can be read as single bytes up to here is not UTF-16, whatever it says of itself.
    return None if known in _NOT_CHARSETS or known.startswith(("utf-16", "utf-32")) else _REALLY.get(known, known)


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name, "strict" if name != "cp1252" else "replace")
    except (UnicodeDecodeError, LookupError):
        return None


def _tree(file: str, text: str) -> etree._Element | None:
    """The tree libxml2 makes, or None for no elements at all; UnreadableError where it stopped at a limit."""
    data = text.replace("\x00", "").encode("utf-8", "replace")
    if not data.strip():
        return None
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        if parser.error_log.filter_from_fatals():
            raise UnreadableError("F123", file, why="djupare eller större än en webbsida är") from problem
        return None
    if any(one.type_name == "ERR_RESOURCE_LIMIT" for one in parser.error_log.filter_from_fatals()):
        raise UnreadableError("F123", file, why="djupare eller större än en webbsida är")
    return root
