"""Word documents for the tests, written part by part, so that they can hold what no library writes: tracked changes, hidden text, faults."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from tests.letter_text import Letter, Piece, plain

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
_BY = 'w:id="9" w:author="Registrator" w:date="2031-03-01T09:00:00Z"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)

HEADING_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Rubrik{level}"><w:name w:val="heading {level}"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in (1, 2, 3)
)


def run(text: str, look: str = "") -> str:
    """A run of letters; ``look`` is what stands in its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def inserted(text: str) -> str:
    """A tracked insertion."""
    return f"<w:ins {_BY}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    """A tracked deletion."""
    return f'<w:del {_BY}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def field(instruction: str, result: str) -> str:
    """A field with its instruction and its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def picture(key: str, across: float, down: float) -> str:
    """A picture in a run: the id of its part, and how many centimetres it takes."""
    extent = f'<wp:extent cx="{round(across * 360_000)}" cy="{round(down * 360_000)}"/>'
    blip = f'<pic:pic><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill></pic:pic>'
    return f"<w:r><w:drawing><wp:inline>{extent}<a:graphic><a:graphicData>{blip}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"


def par(inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of plain text where ``inside`` holds no markup."""
    runs = inside if "<" in inside else run(inside)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{runs}</w:p>"


def item(text: str, list_id: int = 1, level: int = 0) -> str:
    """A paragraph in a list; its label is counted out by whoever reads it."""
    return par(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def table(rows: Sequence[Sequence[str]], *, ruled: bool = True) -> str:
    """A table of plain cells, or of ready ones where a cell begins with "<w:tc>"."""
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    lines = f"<w:tblBorders>{sides}</w:tblBorders>" if ruled else ""
    made = "".join("<w:tr>" + "".join(one if one.startswith("<w:tc>") else cell(par(one)) for one in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{lines}</w:tblPr>{made}</w:tbl>"


def cell(inside: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def levels(*forms: tuple[str, str], start: int = 1) -> str:
    """The levels of a list: (how it counts, the text of the label)."""
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )


def lists(*definitions: str) -> str:
    """A numbering part in which list n counts by the n-th definition."""
    abstract = "".join(f'<w:abstractNum w:abstractNumId="{at}">{one}</w:abstractNum>' for at, one in enumerate(definitions, 1))
    nums = "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(definitions) + 1))
    return abstract + nums


def notes(sort: str, texts: Iterable[str]) -> str:
    """A part of footnotes or endnotes with ids from 1; the lines that part notes from text stand first, as Word writes them."""
    parting = f'<w:{sort} w:type="separator" w:id="-1">{par("<w:r><w:separator/></w:r>")}</w:{sort}>'
    return parting + "".join(
        f'<w:{sort} w:id="{at}">{par("<w:r><w:" + sort + "Ref/></w:r>" + run(" " + text))}</w:{sort}>' for at, text in enumerate(texts, 1)
    )


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip container of ``parts`` by name."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(zipfile.ZipInfo(name, (2031, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def word_parts(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    headers: Mapping[str, str] | None = None,
    footers: Mapping[str, str] | None = None,
    footnotes: Sequence[str] = (),
    endnotes: Sequence[str] = (),
    comments: Sequence[str] = (),
    settings: str = "",
    section: str = "",
    more: Mapping[str, tuple[str, str | bytes]] | None = None,
) -> dict[str, str | bytes]:
    """The parts of a Word document. ``headers`` and ``footers`` go by sort (default, first, even); ``more``: id → (name, content)."""
    parts: dict[str, str | bytes] = {"[Content_Types].xml": _TYPES, "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")])}
    related: list[tuple[str, str, str]] = []
    references = ""

    def add(sort: str, root: str, inside: str, name: str = "") -> str:
        target = name or f"{sort}.xml"
        parts[f"word/{target}"] = f"<w:{root} {NAMES}>{inside}</w:{root}>"
        related.append((f"rId{len(related) + 1}", sort, target))
        return related[-1][0]

    add("styles", "styles", styles)
    add("settings", "settings", settings)
    if numbering:
        add("numbering", "numbering", numbering)
    if footnotes:
        add("footnotes", "footnotes", notes("footnote", footnotes))
    if endnotes:
        add("endnotes", "endnotes", notes("endnote", endnotes))
    if comments:
        made = "".join(f'<w:comment w:id="{at}" w:author="Registrator">{par(text)}</w:comment>' for at, text in enumerate(comments, 1))
        add("comments", "comments", made)
    for style, root, edges in (("header", "hdr", headers or {}), ("footer", "ftr", footers or {})):
        for sort, inside in edges.items():
            made = add(style, root, inside, f"{style}-{sort}.xml")
            references += f'<w:{style}Reference w:type="{sort}" r:id="{made}"/>'
    for key, (name, content) in (more or {}).items():
        parts[f"word/{name}"] = content
        related.append((key, "image" if name.endswith(".png") else "aFChunk", name))
    parts["word/_rels/document.xml.rels"] = _relations(related)
    sections = f"<w:sectPr>{references}{section}</w:sectPr>"
    parts["word/document.xml"] = f"<w:document {NAMES}><w:body>{body}{sections}</w:body></w:document>"
    return parts


def word(body: str, **parts: object) -> bytes:
    """A Word document with this body; the rest as in ``word_parts``."""
    return package(word_parts(body, **parts))  # type: ignore[arg-type]  # passed on as they are


def strict(body: str, **parts: object) -> bytes:
    """The same in strict OOXML."""
    made = word_parts(body, **parts)  # type: ignore[arg-type]  # passed on as they are
    return package({name: text.replace(W, STRICT_W).replace(R, STRICT_R) if isinstance(text, str) else text for name, text in made.items()})


def flat(body: str, **parts: object) -> bytes:
    """The same parts in one XML file, as Word 2006 writes them."""
    made = word_parts(body, **parts)  # type: ignore[arg-type]  # passed on as they are
    inside = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{text}</pkg:xmlData></pkg:part>'
        for name, text in made.items()
        if isinstance(text, str) and name != "[Content_Types].xml"
    )
    start = '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
    return f'{start}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{inside}</pkg:package>'.encode()


def old_xml(body: str) -> bytes:
    """A document in Word 2003's XML."""
    names = f'xmlns:w="{_OLD}" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"'
    return f'<?xml version="1.0"?><w:wordDocument {names}><w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>'.encode()


def _relations(related: Iterable[tuple[str, str, str]]) -> str:
    made = "".join(f'<Relationship Id="{key}" Type="{R}/{sort}" Target="{target}"/>' for key, sort, target in related)
    return f'<Relationships xmlns="{_RELATED}">{made}</Relationships>'


# --- the letter's twin --------------------------------------------------------------------------------------------


def letter(content: Letter, *, tracked: bool = True) -> bytes:
    """The Word twin of a letter; ``tracked`` adds changes, a comment and hidden words that are no part of what it says."""
    body = [par(run(text, "<w:b/>") if text == "Tjänsteutlåtande" else run(text)) for text in content.opening]
    body.append(par(content.title, "Rubrik1"))
    texts = 0
    for piece in content.pieces:
        texts += piece.sort == "text"
        body.append(_piece(piece, comment=texts if tracked and piece.sort == "text" and texts <= 2 else 0))
    body.append(table([_signed(name, title) for name, title in zip(content.signatures, content.signatures[1:], strict=False)], ruled=False))
    if tracked:
        body.insert(3, par(run("Utkast för intern granskning", "<w:vanish/>"), properties="<w:rPr><w:vanish/></w:rPr>"))
        body.insert(8, par(deleted("Ett stycke som ströks före expedieringen."), properties=f"<w:rPr><w:del {_BY}/></w:rPr>"))
    page = par(run("Sida ") + field("PAGE", "1") + run(" (") + field("NUMPAGES", "2") + run(")"))
    return word(
        "".join(body),
        styles=HEADING_STYLES,
        numbering=lists(levels(("decimal", "%1.")), levels(("bullet", "\uf0b7"))),
        headers={"default": par(content.header) + page},
        footers={"default": par(content.footer)},
        footnotes=[plain(piece.note) for piece in content.pieces if piece.note],
        comments=["Stämmer detta?", "Se över språket."] if tracked else [],
    )


def _piece(piece: Piece, *, comment: int) -> str:
    if piece.sort == "table":
        return table(piece.rows)
    if piece.sort == "heading":
        return par(plain(piece.text), "Rubrik2")
    if piece.sort == "item":
        label, text = plain(piece.text).split(" ", 1)
        return item(text, 2 if label == "•" else 1)
    text, mark, after = plain(piece.text).partition("¹")
    runs = _changed(text, comment) if comment else run(text)
    if mark:
        runs += '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>' + (run(after) if after else "")
    return par(runs)


def _changed(text: str, number: int) -> str:
    """The text with a sentence put in by a tracked change, words taken out by another, a comment and hidden words."""
    middle = text.index(" ", len(text) // 2)
    comment = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return run(text[:10]) + deleted("inte alls ") + comment + run(text[10:middle]) + inserted(text[middle:]) + run(" internt", "<w:vanish/>")


def _signed(first: tuple[str, str], second: tuple[str, str]) -> list[str]:
    return [cell(par(name) + par(title)) for name, title in (first, second)]
