"""OpenDocument text (.odt, .ott, flat .fodt): accepted and visible text with headers, notes, lists and tables."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.docx.story import Sort
from generator.readers.docx.told import told
from generator.readers.gathering import Gathering, document
from generator.readers.odt.names import attribute, full, name_of
from generator.readers.odt.styles import Styles, coloured
from generator.readers.odt.walk import Walk
from generator.readers.ziparchive import content, entries, is_zip, xml_tree
from generator.readers.zipped import names_in

NAME = "ODT"

_MIME = "application/vnd.oasis.opendocument.text"
_TYPE = re.compile(rb"mimetype.{0,64}?" + re.escape(_MIME.encode()) + rb"(?!-web)", re.DOTALL)
_FLAT = re.compile(rb"<office:document\b[^>]{0,8000}opendocument\.text", re.DOTALL)
_MOST_MASTERS = 200
_PARTS = {
    "style:header": "header", "style:header-left": "header", "style:header-first": "header",
    "style:footer": "footer", "style:footer-left": "footer", "style:footer-first": "footer",
}  # fmt: skip


def fits(file: str, data: bytes) -> bool:
    """Whether the data is an OpenDocument text: by its type entry, by its parts where it has none, or as one flat XML file."""
    del file
    if is_zip(data):
        if data[30:38] == b"mimetype":  # the first entry, stored as it is (ODF 1.3, part 2, 3.3)
            return bool(_TYPE.match(data, 30))
        return {"content.xml", "META-INF/manifest.xml"} <= names_in(data)
    return bool(_FLAT.search(data[:16_000]))


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """The text of a document; refused: F118 with a password, F119 damaged or without a body, F123 too large, F127 no text."""
    if is_zip(data):
        parts = _unpacked(file, data)
        body_root, style_root = xml_tree(file, parts["content.xml"]), None
        if "styles.xml" in parts:
            style_root = xml_tree(file, parts["styles.xml"])
    else:
        body_root = style_root = xml_tree(file, data)
    body = body_root.find(f"{full('office:body')}/{full('office:text')}")
    if body is None:
        raise UnreadableError("F119", file, why="den har ingen dokumenttext")
    gathering = Gathering(file)
    common = Styles().add([_child(style_root, "office:styles"), _child(body_root, "office:styles")])
    in_body = common.add([_child(body_root, "office:automatic-styles")])
    walk = Walk(in_body, gathering, _backdrop(body_root) or _backdrop(style_root))
    walk.over(body)
    if style_root is not None:
        in_heads = common.add([_child(style_root, "office:automatic-styles")])
        for master in _masters(style_root, body, in_body):
            for part in master:
                into = _PARTS.get(name_of(part))
                if into and attribute(part, "style:display") != "false":
                    heads = Walk(in_heads, gathering, walk.backdrop)
                    heads.over(part, into)
                    walk.hidden += heads.hidden
    return Delivery(document(file, sha256, _MIME, data, gathering.lines()), told(file, _tally(walk, body)))


def _unpacked(file: str, data: bytes) -> dict[str, bytes]:
    """The parts that are read; UnreadableError F118 where the manifest says that they are encrypted."""
    parts: dict[str, bytes] = {}
    for entry in entries(file, data):
        if entry.name in {"content.xml", "styles.xml", "META-INF/manifest.xml"} and not entry.again:
            parts[entry.name] = content(file, entry)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise UnreadableError("F118", file)
    if "content.xml" not in parts:
        raise UnreadableError("F119", file, why="den saknar sitt innehåll (content.xml)")
    return parts


def _child(root: etree._Element | None, name: str) -> etree._Element | None:
    return root.find(full(name)) if root is not None else None


def _backdrop(root: etree._Element | None) -> bool:
    """Whether any page has a colour or a picture behind its text."""
    pages = root.iter(full("style:page-layout-properties")) if root is not None else ()
    return any(
        coloured(attribute(page, "fo:background-color")) or page.find(full("style:background-image")) is not None
        for page in pages
    )


def _masters(root: etree._Element, body: etree._Element, styles: Styles) -> list[etree._Element]:
    """The page styles that the body uses: that of its first paragraph, those it changes to, and those that follow them."""
    known = {attribute(one, "style:name") or "": one for one in root.iter(full("style:master-page"))}
    wanted: list[str] = []
    first = True
    for element in body.iter(full("text:p"), full("text:h"), full("table:table")):
        family = "table" if element.tag == full("table:table") else "paragraph"
        name = attribute(element, "table:style-name" if family == "table" else "text:style-name")
        master = styles.told(family, name, "style:master-page-name")
        if master:
            wanted.append(master)
        elif first:
            wanted.append("Standard" if "Standard" in known else next(iter(known), ""))
        first = False
    used: dict[str, etree._Element] = {}
    for name in dict.fromkeys(wanted):
        while name in known and name not in used and len(used) < _MOST_MASTERS:
            used[name] = known[name]
            name = attribute(known[name], "style:next-style-name") or ""  # noqa: PLW2901 - the chain is followed from here
    return list(used.values())


def _tally(walk: Walk, body: etree._Element) -> Counter[Sort]:
    """What was left out of the text, or is no text, by its sort."""
    changes = body.find(full("text:tracked-changes"))
    kinds = [name_of(kind) for region in changes for kind in region] if changes is not None else []
    return Counter({
        "deleted": kinds.count("text:deletion"), "inserted": kinds.count("text:insertion"), "comment": walk.comments,
        "struck": walk.gathering.struck, "hidden": walk.hidden, "object": walk.objects,
    })  # fmt: skip
