"""What is fuzzed: each reader of ours with inputs to begin from, and what must hold of whatever it delivers."""

from __future__ import annotations

import contextlib
import itertools
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.findings import found
from generator.model import Document, Line
from generator.readers import docx, html, mail, odt, outlook, pdf, plain, rtf, unread, zipped
from generator.readers.delivery import Delivery, Member, UnreadableError
from generator.readers.outlook.properties import unpacked_rtf
from generator.readers.pdf.glyphs import Frame
from generator.readers.pdf.objects import Drawn
from generator.readers.pdf.paragraphs import lines_of as paragraphs
from generator.readers.text import clean
from generator.readers.ziparchive import xml_tree
from generator.records import DamagedError, decode, encode
from tests import true_files
from tests.compound import Tree, compound
from tests.fuzz.grown import glyphs, markup, rules
from tests.word import flat, lists

SHA = "0" * 64
LINES = ["Parknämnden", "Yttrande om en isbana", "1. Nämnden tillstyrker motionen.", "• och mer"]


@dataclass(frozen=True, slots=True)
class Target:
    """A function to feed, the inputs to begin with, words that inputs are made of, and the rounds of a short and a long run."""

    feed: Callable[[bytes], None]
    seeds: Callable[[], Sequence[bytes]]
    words: tuple[str, ...] = ()
    short: int = 2_000
    longest: int = 600


def holds(delivery: Delivery) -> None:
    """Whatever was delivered: lines without control characters, in NFC, rows that are their cells, and a record that comes back."""
    document = delivery.document
    if document is not None:
        for line in document.lines:
            _line_holds(line)
        assert document.lines
    again = decode(encode(delivery), document.file if document else "a", SHA)
    assert (again.members, again.outcome) == (delivery.members, delivery.outcome)
    assert (again.document.lines if again.document else None) == (document.lines if document else None)


def _line_holds(line: Line) -> None:
    assert unicodedata.is_normalized("NFC", line.text), line
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} and char != "\t" for char in line.text), line
    assert (line.text == "\t".join(line.cells)) or line.style != "row", line
    assert line.cells or line.style != "row", line
    assert line.number >= 1, line
    assert (1 <= line.level <= 6) or line.style != "heading", line
    line.text.encode("utf-8")


def _read(read: Callable[[str, str, bytes], Delivery], file: str = "a") -> Callable[[bytes], None]:
    def feed(data: bytes) -> None:
        with contextlib.suppress(UnreadableError):
            holds(read(file, SHA, data))

    return feed


# --- our own markup walks -----------------------------------------------------------------------------------------

_WORD_TAGS = (
    "w:p", "w:p", "w:r", "w:r", "w:t", "w:t", "w:t xml:space='preserve'", "w:pPr", "w:rPr", "w:pStyle w:val='%'", "w:rStyle w:val='%'",
    "w:tbl", "w:tblPr", "w:tr", "w:tc", "w:tcPr", "w:gridSpan w:val='%'", "w:vMerge w:val='%'", "w:hMerge w:val='%'", "w:numPr", "w:ilvl w:val='%'",
    "w:numId w:val='%'", "w:ins", "w:del", "w:delText", "w:moveFrom", "w:moveTo", "w:vanish w:val='%'", "w:b", "w:sz w:val='%'", "w:strike",
    "w:color w:val='%'", "w:vertAlign w:val='%'", "w:fldChar w:fldCharType='begin'", "w:fldChar w:fldCharType='separate'",
    "w:fldChar w:fldCharType='end'", "w:instrText", "w:fldSimple w:instr='%'", "w:hyperlink", "w:footnoteReference w:id='%'", "w:commentReference",
    "w:br w:type='%'", "w:tab", "w:sym w:char='%' w:font='Symbol'", "w:noBreakHyphen", "w:softHyphen", "w:sdt", "w:sdtContent", "w:sectPr", "w:pict",
    "w:drawing", "w:txbxContent", "mc:AlternateContent", "mc:Choice Requires='%'", "mc:Fallback", "m:oMath", "m:t", "w:outlineLvl w:val='%'",
    "w:altChunk r:id='%'", "w:trPr", "w:cantSplit", "w:ruby", "w:rt", "w:gridBefore w:val='%'", "w:object", "w:ptab", "w:cr", "w:smartTag",
)  # fmt: skip
_ODF_TAGS = (
    "text:p", "text:p text:style-name='%'", "text:h text:outline-level='%'", "text:span text:style-name='%'", "text:s text:c='%'", "text:tab",
    "text:line-break", "text:list text:style-name='%'", "text:list-item text:start-value='%'", "text:list-header", "text:section text:display='%'",
    "table:table", "table:table-row table:number-rows-repeated='%'", "table:table-cell table:number-columns-spanned='%'",
    "table:table-cell table:number-columns-repeated='%'", "table:covered-table-cell", "table:table-header-rows", "text:note text:note-class='footnote'",
    "text:note-citation", "text:note-body", "text:tracked-changes", "text:changed-region text:id='%'", "text:deletion", "text:insertion",
    "text:change text:change-id='%'", "text:page-number", "text:soft-page-break", "text:hidden-text", "text:a", "office:annotation",
    "text:table-of-content", "text:index-body", "text:numbered-paragraph text:level='%'", "text:number", "text:ruby", "text:ruby-text",
)  # fmt: skip
_WEB_TAGS = (
    "p", "div", "span style='display:%'", "span style='color:%;font-size:%'", "h1", "h2", "ul", "ol start='%'", "li value='%'", "table", "tr",
    "td colspan='%' rowspan='%'", "th", "thead", "br", "b", "del", "ins", "sup", "sub", "a href='#_ftn%' name='_ftnref%'", "p id='_ftn%'", "header",
    "footer", "nav", "pre", "style", "script", "details", "summary", "p class='MsoListParagraph' style='mso-list:% level% lfo%'", "input value='%'",
    "p style='position:absolute;left:-%px'", "font size='%'", "select", "option", "textarea", "img alt='%'", "div hidden='%'", "dl", "dt", "dd", "hr",
)  # fmt: skip
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
_LISTS = lists('<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>')


def _docx(data: bytes) -> None:
    half = len(data) // 4
    body, styles = markup(data[half:], _WORD_TAGS), markup(data[:half], _WORD_TAGS)
    _read(docx.read)(
        flat(
            body,
            styles=_STYLES + styles,
            numbering=_LISTS,
            footnotes=["not"],
            headers={"default": markup(data[:half], _WORD_TAGS)},
        )
    )


def _odt(data: bytes) -> None:
    _read(odt.read)(
        f'<office:document {true_files.ODF} office:mimetype="{true_files.ODT}"><office:body><office:text>'
        f"{markup(data, _ODF_TAGS)}</office:text></office:body></office:document>".encode()
    )


def _html(data: bytes) -> None:
    if data[:1] < b"\x80":
        _read(html.read)(data[1:])
    else:
        _read(html.read)(b"<html><body>" + markup(data[1:], _WEB_TAGS, escaped=False).encode("utf-8", "replace"))


def _page(data: bytes) -> None:
    half = len(data) // 5
    page = pdf._Page(1, Frame(0, 0, 595, 842, 0), glyphs(data[half:]), (), Drawn(rules=rules(data[:half])))
    for line in paragraphs([pdf._sheet(page), pdf._sheet(page)]):
        assert "\n" not in line.text, line
        assert line.style != "row" or line.text == "\t".join(line.cells), line


# --- containers and letters ---------------------------------------------------------------------------------------


def _mail(data: bytes) -> None:
    _read(mail.read)(data)


def _rtf(data: bytes) -> None:
    _read(rtf.read)(b"{\\rtf1 " + data)


def _lzfu(data: bytes) -> None:
    unpacked_rtf(data)
    pieces = [*data.split(b"\xff"), b"", b"", b"", b""]
    keys = ("10090102", "10130102", "0C1A001E", "1000001F")
    texts = {f"__substg1.0_{key}": piece for key, piece in zip(keys, pieces, strict=False)}
    tree: Tree = {
        "__properties_version1.0": data[:200],
        **texts,
        "__attach_version1.0_#00000000": {"__substg1.0_37010102": data, "__properties_version1.0": data},
    }
    _read(outlook.read)(compound(tree))


def _ole(data: bytes) -> None:
    if outlook.fits("a", data):
        _read(outlook.read)(data)
    elif unread.fits("a", data):
        _read(unread.read)(data)


def _zip(data: bytes) -> None:
    for reader in (docx, odt, zipped):
        reader.fits("a", data)
    _read(zipped.read)(data)


def _record(data: bytes) -> None:
    with contextlib.suppress(DamagedError):
        decode(data, "a", SHA)


def _xml(data: bytes) -> None:
    try:
        root = xml_tree("a", data)
    except UnreadableError:
        pass
    else:
        assert root.getroottree().docinfo.internalDTD is None
    text = clean(data.decode("utf-8", "replace"))
    assert clean(text) == text
    assert not any(unicodedata.category(char) in {"Cc", "Zl", "Zp"} and char != "\t" for char in text)


def _text(data: bytes) -> None:
    _read(plain.read, "a.md")(data)
    _read(plain.read, "a.txt")(data)


def _delivered() -> bytes:
    document = Document(
        "a", SHA, "text/plain", (Line(1, "a\tb", 1, "row", 1, cells=("a", "b")), Line(2, "x", opens=True)), size=3
    )
    return encode(Delivery(document, (found("F104", "a", 1),), (Member("b", b"cc"),)))


def _outlook_seeds() -> list[bytes]:
    plain_rtf = b"\x20\0\0\0\x10\0\0\0MELA\0\0\0\0{\\rtf1 isbana}"
    return [
        plain_rtf,
        b"\x2f\0\0\0\x2b\0\0\0LZFu\xf1\xc5\xc7\xa7\x03\0\n\0rcpg125B2\n\xf3 hel\t\0 bw\x05\xb0ld}\n\x80\x0f\xa0\xff<p>isbana</p>\xffA\xffb\0",
    ]


def _raw_ole() -> list[bytes]:
    return [true_files.msg(LINES), compound({"WordDocument": b"\xec\xa5" + bytes(600)})]


def _zip_seeds() -> list[bytes]:
    small = true_files.zipped({"a.txt": b"isbana", "mimetype": b"x"})
    return [
        small,
        true_files.zipped({"content.xml": b"<a/>", "META-INF/manifest.xml": b"<a/>"}),
        b"PK\x05\x06" + bytes(18),
    ]


def _mail_seeds() -> list[bytes]:
    flowed = b"From: a\nSubject: =?utf-8?q?isb=C3=A5na?=\nContent-Type: text/plain; format=flowed; charset=utf-8\n\na \nb\n-- \nc\n"
    page = b"From: a\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>a\n--b\nContent-Type: message/rfc822\n\nFrom: c\n\nd\n--b--\n"
    return [true_files.eml(LINES), true_files.eml(LINES, ("a.txt", b"b")), flowed, page]


def _text_seeds() -> list[bytes]:
    return [
        true_files.markdown(LINES),
        true_files.plain(LINES),
        "---\na: b\n---\n# Motion\n\n|a|b|\n|-|-|\n|c|d|\n\n1. a\n   - b\n\n> c\n".encode("utf-16"),
    ]


def _rtf_seeds() -> list[bytes]:
    return [
        true_files.rtf(LINES)[7:],
        b"{\\fonttbl{\\f0\\fcharset2 Symbol;}}{\\stylesheet{\\s1\\outlinelevel0 a;}}\\pard\\s1 a\\par\\trowd\\cellx9\\cellx99\\intbl b\\cell c\\cell\\row\\pard d{\\footnote\\chftn e}\\par}",
        b"{\\header f\\par}{\\listtext 1.\\tab}{\\v g}{\\deleted h}\\u228?\\'e4{\\*\\shpinst{\\shptxt i\\par}}{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par}",
    ]


def _markup_seeds() -> list[bytes]:
    return [
        bytes(range(96, 256)),
        bytes([96, 98, 100, 50, 0, 0, 0] * 20),
        bytes(itertools.chain.from_iterable((at, 50, 60, 0) for at in range(96, 256))),
    ]


def _page_seeds() -> list[bytes]:
    text = b"".join(bytes([at % 7, 1, 0]) if at % 30 else bytes([1, 225, 3]) for at in range(190))
    return [text, b"\x00\x20\x20\x60\x00\x50\x20\x60\x90\x20\x20\x60\x90\x60\x20\x60" * 9 + text, bytes(range(256)) * 2]


TARGETS: dict[str, Target] = {
    "rtf": Target(_rtf, _rtf_seeds, ("\\par", "\\pard", "\\cell", "\\row", "\\trowd", "\\cellx", "\\intbl", "\\u-1", "\\uc", "\\bin", "\\footnote", "\\*", "\\fonttbl", "\\f", "\\fcharset", "\\ansicpg", "\\v", "\\deleted", "\\listtext", "\\shptxt", "\\field", "\\fldinst", "\\fldrslt", "\\header", "\\ud", "\\upr", "\\pict", "\\'e4", "\\chftn", "\\ftnalt", "\\super", "\\outlinelevel", "\\stylesheet", "\\s1", "{", "}"), 6_000),
    "docx": Target(_docx, _markup_seeds, (), 1_500),
    "odt": Target(_odt, _markup_seeds, (), 3_000),
    "html": Target(_html, lambda: [b"\x00" + true_files.html(LINES), *(b"\x80" + one for one in _markup_seeds())], ("<p>", "<table>", "<td colspan=", 'style="', "display:none", "<!--", "-->", "&#x", "<![if", "charset="), 3_000),
    "pdf-rader": Target(_page, _page_seeds, (), 1_200),
    "zip": Target(_zip, _zip_seeds, ("PK\\x01\\x02", "PK\\x03\\x04", "PK\\x05\\x06", "\\xff\\xff\\xff\\xff"), 4_000),
    "post": Target(_mail, _mail_seeds, ("Content-Type: ", "multipart/mixed", "boundary=", "charset=", "=?utf-8?b?", "message/rfc822", "base64", "Content-Transfer-Encoding: ", "\\x0a\\x0a", "--b", "filename*0*=", "quoted-printable", "utf-16", "uuencode"), 3_000),
    "outlook": Target(_lzfu, _outlook_seeds, ("LZFu", "MELA", "\\xff"), 1_500),
    "behållare": Target(_ole, _raw_ole, (), 1_000, 5_000),
    "post-ur-lager": Target(_record, lambda: [_delivered()], ('"lines"', "null", "[1,", "1e999", '"document"'), 6_000),
    "xml": Target(_xml, lambda: [b"<a><b>isbana</b></a>", "a\u0301\u200d \t".encode()], ("<!DOCTYPE", "<!ENTITY", "&x;", "<?xml", "<![CDATA[", "encoding="), 6_000),
    "text": Target(_text, _text_seeds, ("---\\x0a", "# ", "- ", "1. ", "|-", "**", "> ", "\\xef\\xbb\\xbf", "<b>", "~~~"), 2_000),
}  # fmt: skip
