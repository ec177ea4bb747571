"""Word documents: the text that a reader of the accepted document sees, and a note of what is left out.

No library keeps all of it (measured: one loses insertions, footnotes and text boxes, another shows hidden text, all lose page
headers, where the diary number stands), so the XML is walked here: ``package`` opens it, ``blocks`` and
``runs`` walk it, ``lines`` makes lines.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

import olefile
from lxml import etree

from generator.model import Document, Line, LineStyle
from generator.readers import ocr
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.docx.blocks import blocks
from generator.readers.docx.lines import body_lines, edge_lines, numbered
from generator.readers.docx.names import attribute, child, children, descendants, kind, relation, switch
from generator.readers.docx.numbering import Counters, listings_of
from generator.readers.docx.package import Package, is_flat, opened, related, relations, tree
from generator.readers.docx.scans import Scan, pages_in, recognised
from generator.readers.docx.story import Sort, Story, notes_of
from generator.readers.docx.styles import styles_of
from generator.readers.docx.told import told
from generator.readers.ziparchive import is_zip

NAME = "Word"
LINE_LIMIT = 200_000  # paragraphs and rows of one document

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIRST_NAMES = (b"[Content_Types].xml", b"word/", b"_rels/", b"docProps/", b"mimetype")
_NAME_AT = 30  # where the first name stands in a zip file


def fits(file: str, data: bytes) -> bool:
    """Whether ``data`` is a Word document since 2003: by its parts, by its XML's namespace, or as a locked container of one."""
    del file
    if is_zip(data):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as container:
                names = {name.lower().replace("\\", "/").lstrip("/") for name in container.namelist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            head = data[_NAME_AT : _NAME_AT + 40]  # the list of names is lost; a Word file begins with one of these
            return head.startswith(_FIRST_NAMES) and b"word/" in data
        return "[content_types].xml" in names and any(name.startswith("word/") for name in names)
    if data.startswith(_OLE):
        return _is_locked(data)
    return is_flat(data)


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """The lines of a Word document: headers first, then the body, footers last.

    UnreadableError: F118 for a locked file, F119 for a damaged one, F123 for one that unpacks or nests beyond reason, F127 where
    there is no text, F134 where there are too many lines. Notes: F117 for changes, comments and hidden text that were left out,
    F137 for what is no text.
    """
    if data.startswith(_OLE):
        raise UnreadableError("F118", file)
    package = opened(file, data)
    story = _story(package)
    body = child(package.root, "w:body")
    assert body is not None or not package.main
    if body is None:
        raise UnreadableError("F127", file)
    text = body_lines(tuple(blocks(story, body)), story.styles.base.size)
    scan = _scan(story, sum(len(line.text.split()) for line in text))
    edges = {style: _edges(story, body, style) for style in ("header", "footer")}
    lines = numbered([*edges["header"], *text, *scan.lines, *edges["footer"]])
    if len(lines) > LINE_LIMIT:
        raise UnreadableError("F134", file, count=len(lines), limit=LINE_LIMIT)
    if not any(line.text for line in lines):
        raise UnreadableError("F127", file)
    document = Document(
        file,
        sha256,
        package.media_type,
        lines,
        size=len(data),
        words=scan.words,
        text_quality=ocr.quality(scan.words, scan.unsure),
        recognised=scan.read,
        unread=scan.unread,
        unsure_words=scan.unsure,
    )
    return Delivery(document, (*told(file, story.tally), *ocr.remarks(document)))


def _scan(story: Story, words: int) -> Scan:
    """What the document's pictures say where it is nearly only pictures; those that were read are no longer told of."""
    if any(name.endswith("vbaproject.bin") for name in story.package.parts):
        story.tally["macro"] += 1
    pictures = [(story.links.get(key, ("", ""))[1], area) for key, area in story.pictures]
    pages = pages_in(story.package, pictures, words)
    if not pages:
        return Scan()
    story.tally["picture"] -= len(pages)
    return recognised(story.package.file, pages)


def _is_locked(data: bytes) -> bool:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return bool(container.exists("EncryptedPackage"))
    except (OSError, ValueError, IndexError, TypeError, AttributeError):
        return False  # a broken container of another kind; olefile raises all of these on such


def _story(package: Package) -> Story:
    """The state in which the body is walked."""
    old = not package.main
    styles = styles_of(child(package.root, "w:styles") if old else related(package, "styles"))
    lists = child(package.root, "w:lists") if old else related(package, "numbering")
    tally: Counter[Sort] = Counter()
    links = {} if old else relations(package, package.main)
    story = Story(package, package.main, styles, Counters(listings_of(lists, styles)), notes_of(package), tally, links)
    background = attribute(child(package.root, "w:background"), "color") or "FFFFFF"
    behind = any(attribute(one, "behindDoc") in {"1", "true"} for one in descendants(child(package.root, "w:body"), "wp:anchor"))
    story.backdrop = int(behind or background.upper() not in {"FFFFFF", "AUTO"})  # white letters may stand on something dark
    return story


def _edges(story: Story, body: etree._Element, style: LineStyle) -> list[Line]:
    """The lines of all headers or footers that are shown, each distinct text once, in the order of the sections."""
    made: dict[str, Line] = {}
    for root in _shown(story.package, body, style):
        own = story.beside(root[0], paging=True)
        own.counters = Counters(story.counters.listings)
        for line in edge_lines(blocks(own, root[1]), style):
            made.setdefault(line.text, line)
    return list(made.values())


def _shown(package: Package, body: etree._Element, style: LineStyle) -> Iterator[tuple[str, etree._Element]]:
    """The headers or footers that some page shows: (part, root).

    A first page's is shown where its section has a first page of its own, an even page's where the document has such; a
    section that names none takes over the one before it (ISO/IEC 29500-1, 17.10).
    """
    settings = related(package, "settings") if package.main else child(package.root, "w:docPr")
    even = bool(switch(settings, "w:evenAndOddHeaders")) if settings is not None else False
    known = relations(package, package.main) if package.main else {}
    roots: dict[str, etree._Element | None] = {}
    current: dict[str, tuple[str, etree._Element]] = {}
    seen: dict[int, etree._Element] = {}  # kept, so that none takes over another's identity
    for section in descendants(body, "w:sectPr"):
        above = section.getparent()
        if above is not None and kind(above) == "w:sectPrChange":
            continue
        for one in children(section, f"w:{style}Reference"):
            name = known.get(relation(one) or "", ("", ""))[1]
            if name not in roots:
                roots[name] = tree(package, name) if name else None
            root = roots[name]
            if root is not None:
                current[attribute(one, "type") or "default"] = (name, root)
        for one in children(section, "w:hdr" if style == "header" else "w:ftr"):  # Word 2003 has them in place
            current[{"odd": "default"}.get(attribute(one, "type") or "", attribute(one, "type") or "default")] = ("", one)
        first = switch(section, "w:titlePg")
        for sort, wanted in (("first", bool(first)), ("default", True), ("even", even)):
            if wanted and sort in current and id(current[sort][1]) not in seen:
                seen[id(current[sort][1])] = current[sort][1]
                yield current[sort]


