"""Files that are made to hang, swell, crash or mislead what reads them, in every format but PDF, and true ones cut or misnamed."""

from __future__ import annotations

import functools
import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator

from PIL import Image

from tests.compound import compound
from tests.true_files import ODT, Lines, eml, msg, odt_of, one_of_each, picture, plain, zipped
from tests.word import package, par, run, word, word_parts

_LINES: Lines = ["Parknämnden", "Yttrande om isbana", "Nämnden tillstyrker motionen."]
_ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "isbana">'
    + "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(12))
    + "]>"
)


def packed(piece: bytes, count: int) -> bytes:
    """Deflated bytes that unpack to ``piece`` so many thousand times; never whole in memory."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b"".join([*(packer.compress(piece * 1000) for _ in range(count)), packer.flush()])


def raw_zip(
    name: bytes, data: bytes, *, size: int, flags: int = 0, method: int = 8, crc: int = 0, count: int = 1
) -> bytes:
    """A zip container with an entry, as its headers are told to describe it, listed ``count`` times."""
    shape = struct.pack("<HHHHHIIIHH", 20, flags, method, 0, 0x21, crc, len(data), size, len(name), 0)
    local = b"PK\x03\x04" + shape + name + data
    listed = (b"PK\x01\x02" + struct.pack("<H", 20) + shape + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name) * count
    return local + listed + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(listed), len(local), 0)


def _docx_with(inside: bytes) -> bytes:
    parts = word_parts(par(run("Isbana")))
    parts["word/document.xml"] = inside
    return package(parts)


def _docx_head(head: str, text: str = "&x;") -> bytes:
    return _docx_with(head.encode() + str(word_parts(par(run(text)))["word/document.xml"]).encode())


def _nested(depth: int) -> bytes:
    data = plain(_LINES)
    for level in range(depth):
        data = zipped({f"nivå{level}.zip" if level else "svar.txt": data})
    return data


def _own_copy() -> bytes:
    """A zip whose entries all hold a zip, five wide at each of four levels."""
    data = plain(_LINES)
    for level in range(4):
        data = zipped({f"{level}-{at}.{'zip' if level else 'txt'}": data for at in range(5)})
    return data


def _twice(name: str) -> bytes:
    kept = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(kept, "w") as container:
        for text in _LINES:
            container.writestr(zipfile.ZipInfo(name), text)
    return kept.getvalue()


@functools.cache
def containers() -> dict[str, bytes]:
    """Zip containers, and the Word and ODT files in them."""
    laughs = _LAUGHS.replace("<!DOCTYPE a", "<!DOCTYPE w:document")
    text = plain(_LINES)
    return {
        "bomb.zip": raw_zip(b"svar.txt", packed(bytes(1000), 4_000), size=4_000_000_000),
        "tyst-bomb.zip": raw_zip(b"svar.txt", packed(bytes(1000), 400), size=1000),
        "överlapp.zip": raw_zip(b"svar.txt", packed(b"a" * 1000, 9), size=9_000_000, crc=0, count=200),
        "många.zip": zipped({f"{at}.txt": f"Svar {at}".encode() for at in range(300)}, zipfile.ZIP_STORED),
        "inuti.zip": _nested(6),
        "grenar.zip": _own_copy(),
        "låst.zip": raw_zip(b"svar.txt", text, size=len(text), flags=1, method=0),
        "ovanligt.zip": zipped({"svar.txt": text}, zipfile.ZIP_LZMA),
        "vägar.zip": zipped({"../../../etc/passwd": text, "/rot.txt": text, "C:\\a\\b.txt": text, "..\\..\\c.txt": text, "a\nb.txt": text}),
        "långt-namn.zip": zipped({"a" * 60_000 + ".txt": text, "b/" * 20_000 + "c.txt": text}),
        "dubbel.zip": _twice("svar.txt"),
        "kommentar.zip": raw_zip(b"svar.txt", text, size=len(text), method=0, crc=zlib.crc32(text)) + b"PK\x05\x06" * 400,
        "bomb.docx": package({**word_parts(""), "word/document.xml": b"<a>" + bytes(30 << 20)}),
        "skratt.docx": _docx_head(laughs, "&m;"),
        "entitet.docx": _docx_head(_ENTITY.replace(" a ", " w:document ")),
        "djup.docx": _docx_with(b"<a>" * 200_000 + b"</a>" * 200_000),
        "djup-tabell.docx": word("<w:tbl><w:tr><w:tc>" * 80 + par(run("Isbana")) + "</w:tc></w:tr></w:tbl>" * 80),
        "brett.docx": word(par("".join(run("isbana ") for _ in range(100_000)))),
        "många-stycken.docx": word(par(run("isbana")) * 250_000),
        "många-celler.docx": word("<w:tbl>" + ("<w:tr>" + ("<w:tc>" + par(run("is")) + "</w:tc>") * 300 + "</w:tr>") * 100 + "</w:tbl>"),
        "väldigt-spann.docx": word(f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{10**12}"/></w:tcPr>{par(run("is"))}</w:tc></w:tr></w:tbl>' * 50),
        "stil-i-ring.docx": word(
            par(run("Isbana"), "A"),
            styles='<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
        ),
        "öppna-fält.docx": word(par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 5_000 + run("Isbana"))),
        "dubbel-del.docx": _doubled("word/document.xml"),
        "utom.docx": package({**word_parts(""), "word/_rels/document.xml.rels": "<Relationships><Relationship Id='a' Type='x/header' Target='../../../../etc/passwd'/></Relationships>"}),
        "entitet.odt": odt_of("<text:p>&x;</text:p>", _ENTITY),
        "skratt.odt": odt_of("<text:p>&m;</text:p>", _LAUGHS),
        "djup.odt": odt_of("<text:section>" * 5_000 + "</text:section>" * 5_000),
        "djupt-stycke.odt": odt_of("<text:p>" + "<text:span>" * 240 + "Isbana" + "</text:span>" * 240 + "</text:p>"),
        "mellanslag.odt": odt_of('<text:p>Is<text:s text:c="2000000000"/>bana</text:p>' * 100),
        "rader.odt": odt_of(
            '<table:table><table:table-row table:number-rows-repeated="2000000000"><table:table-cell table:number-columns-repeated="2000000000">'
            "<text:p>Isbana</text:p></table:table-cell></table:table-row></table:table>" * 20
        ),
        "låst.odt": zipped({
            "mimetype": ODT.encode(), "content.xml": b"\x00\x01",
            "META-INF/manifest.xml": b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>',
        }),
    }  # fmt: skip


def _doubled(name: str) -> bytes:
    kept = io.BytesIO(word(par(run("Nämnden avstyrker."))))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(kept, "a") as container:
        container.writestr(
            zipfile.ZipInfo(name), str(word_parts(par(run("Nämnden tillstyrker.")))["word/document.xml"])
        )
    return kept.getvalue()


@functools.cache
def markup() -> dict[str, bytes]:
    """RTF, HTML and plain text."""
    return {
        "grupper.rtf": b"{\\rtf1 " + b"{" * 100_000 + b"Isbana" + b"}" * 100_000 + b"}",
        "öppna.rtf": b"{\\rtf1 " + b"{\\b " * 100_000,
        "slutna.rtf": b"{\\rtf1 Isbana" + b"}" * 100_000,
        "lögn.rtf": b"{\\rtf1 Isbana {\\pict\\bin4000000000 x}\\par tillstyrks.}",
        "minus.rtf": b"{\\rtf1 Isbana \\bin-5 och\\u-99999?\\u55357?\\u1114112?\\'8 slut\\par}",
        "celler.rtf": b"{\\rtf1 " + b"\\trowd" + b"\\cellx1" * 50_000 + b"\\intbl a\\cell" * 50_000 + b"\\row}",
        "noter.rtf": b"{\\rtf1 Isbana" + b"{\\footnote not\\chftn " * 2_000 + b"}" * 2_000 + b"}",
        "ord.rtf": b"{\\rtf1 \\" + b"a" * 1_000_000 + b"9" * 1_000_000 + b" Isbana}",
        "typsnitt.rtf": b"{\\rtf1\\ansicpg65001{\\fonttbl" + b"{\\f9999999999\\fcharset999 a;}" * 20_000 + b"}Isbana\\par}",
        "taggar.html": b"<html><body>" + b"<div>" * 100_000 + b"Isbana",
        "spalter.html": b"<html><body><table>" + b"<tr><td colspan=999999999 rowspan=999999999>Isbana</td></tr>" * 2_000 + b"</table>",
        "tabeller.html": b"<html><body>" + b"<table><tr><td>" * 3_000 + b"Isbana",
        "listor.html": b"<html><body>" + b"<ol start=99999999999999><li>" * 200 + b"Isbana",
        "attribut.html": b"<html><body><p " + b"a=b " * 200_000 + b">Isbana</p>",
        "stilar.html": b"<html><style>" + b"p.a b#c d {color:red}" * 20_000 + b"</style><body>" + b"<p class=a>Isbana</p>" * 2_000,
        "kommentarer.html": b"<html><style>" + b"/*" * 200_000 + b"</style><body>Isbana" + b"<!--" * 200_000,
        "entiteter.html": b"<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><body>&x;Isbana" + b"&#x110000;&#0;&#xD800;" * 1_000,
        "fotnoter.html": b"<html><body>" + b"<a href='#_ftn1' name='_ftnref1'>[1]</a>" * 20_000 + b"<p><a name='_ftn1' href='#_ftnref1'>[1]</a> Isbana</p>",
        "teckenkod.html": b"<html><meta charset=utf-7><body>+AGkAcwBiAGEAbgBh-",
        "en-rad.txt": b"isbana " * (10 * 2**20 // 7),
        "radbrytningar.txt": b"\n" * 9_000_000 + b"Isbana",
        "accenter.txt": b"a" + "\u0300".encode() * 2_000_000,
        "citat.md": b">" * 50_000 + b" Isbana",
        "listor.md": b"".join(b" " * at + b"- a\n" for at in range(1_500)),
        "länkar.md": b"# Motion\n\n" + b"[" * 50_000 + b"isbana",
        "stjärnor.md": b"# Motion\n\n" + b"**a *b " * 20_000,
        "tabell.md": b"# Motion\n\n" + b"|a" * 20_000 + b"\n" + b"|-" * 20_000 + b"\n" + b"|isbana\n" * 200,
        "alias.md": b"---\na: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(b"%c: &%c [%s]\n" % (98 + at, 98 + at, b",".join([b"*%c" % (97 + at)] * 9)) for at in range(9)) + b"---\nIsbana\n",
    }  # fmt: skip


@functools.cache
def mails() -> dict[str, bytes]:
    """Messages, as files of e-mail and of Outlook."""
    head = b"From: a@example.se\nTo: b@example.se\nMIME-Version: 1.0\n"
    many = (
        b'Content-Type: multipart/mixed; boundary="g"\n\n'
        + b"--g\nContent-Type: text/plain\n\nisbana\n" * 10_000
        + b"--g--\n"
    )
    inside = b"".join(b'Content-Type: multipart/mixed; boundary="g%d"\n\n--g%d\n' % (at, at) for at in range(2_000))
    forwarded = (head + b"Content-Type: message/rfc822\n\n") * 2_000 + head + b"\nIsbana\n"
    whole = msg(_LINES)
    big = compound(
        {"__properties_version1.0": bytes(32), "__substg1.0_1000001F": "Isbana ".encode("utf-16-le") * 3_000}
    )
    table = big.index(b"\x01\x00\x00\x00\x02\x00\x00\x00")
    return {
        "delar.eml": head + many,
        "delar-i-delar.eml": head + inside,
        "brev-i-brev.eml": forwarded,
        "teckenkod.eml": head + b"Subject: Isbana\nContent-Type: text/plain; charset=punycode\n\nNej \xe5\xe4\xf6 tack\n",
        "okänd-kod.eml": head + b"Subject: Isbana\nContent-Type: text/plain; charset=x-finns-inte\n\nNej \xe5\xe4\xf6 tack\n",
        "huvuden.eml": head + b"".join(b"X-%d: isbana\n" % at for at in range(100_000)) + b"\nIsbana\n",
        "långt-huvud.eml": head + b"Subject: " + b"=?utf-8?q?isbana?= " * 100_000 + b"\n\nIsbana\n",
        "vikta-huvuden.eml": head + b"Subject: a\n" + b" isbana\n" * 200_000 + b"\nIsbana\n",
        "parametrar.eml": head + b"Content-Type: text/plain" + b"".join(b"; a*%d=b" % at for at in range(20_000)) + b"\n\nIsbana\n",
        "gräns.eml": head + b'Content-Type: multipart/mixed; boundary="' + b"-" * 60_000 + b'"\n\n' + b"--" + b"-" * 60_000 + b"\n\nIsbana\n",
        "base64.eml": head + b"Content-Transfer-Encoding: base64\n\n" + b"!" * 2_000_000,
        "sökväg.eml": eml(_LINES, ("../../etc/passwd", b"a"), ("a\\b.txt", b"Isbana"), ("." * 300, b"b")),
        "kapad.msg": whole[: len(whole) // 2],
        "ring.msg": big[:table] + b"\x00\x00\x00\x00" * 40 + big[table + 160 :],
        "katalog-i-ring.msg": _ring(whole),
        "skräp.msg": whole[:512] + bytes(range(256)) * 40,
    }  # fmt: skip


def _ring(message: bytes) -> bytes:
    """The message with every entry of its directory beside itself."""
    made = bytearray(message)
    at = message.index("Root Entry".encode("utf-16-le"))
    for number in range(1, 8):
        place = at + 128 * number
        if place + 128 <= len(made):
            made[place + 68 : place + 80] = struct.pack("<III", number, number, number)
    return bytes(made)


@functools.cache
def pictures() -> dict[str, bytes]:
    """Pictures of a size, a depth or a chain of pages that no scan has."""
    wide = (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(bytes(1000)))
        + _chunk(b"IEND", b"")
    )
    text = (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0))
        + _chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(50 << 20))) * 3
        + _chunk(b"IDAT", zlib.compress(bytes(72)))
        + _chunk(b"IEND", b"")
    )
    tiff = bytearray(picture("TIFF"))
    start = struct.unpack_from("<I", tiff, 4)[0]
    count = struct.unpack_from("<H", tiff, start)[0]
    struct.pack_into("<I", tiff, start + 2 + 12 * count, start)
    frames = [one.convert("P") for one in _frames(40)]
    kept = io.BytesIO()
    frames[0].save(kept, "GIF", save_all=True, append_images=frames[1:])
    true = picture("JPEG", size=(400, 300))
    return {
        "väldig.png": wide,
        "sväller.png": text,
        "ring.tif": bytes(tiff),
        "rörlig.gif": kept.getvalue(),
        "fyra-färger.jpg": picture("JPEG", "CMYK"),
        "sexton.png": picture("PNG", "I;16"),
        "palett.png": picture("PNG", "P"),
        "genomskinlig.webp": picture("WEBP", "RGBA"),
        "smal.png": picture("PNG", "L", (20_000, 1)),
        "en-punkt.png": picture("PNG", "1", (1, 1)),
        "halv.jpg": true[: len(true) // 2],
        "lögn.bmp": picture("BMP")[:18] + struct.pack("<ii", 100_000, -100_000) + picture("BMP")[26:],
    }  # fmt: skip


def _frames(count: int) -> Iterator[Image.Image]:
    return (Image.new("L", (30, 20), 255 - at) for at in range(count))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def cut() -> dict[str, bytes]:
    """Every true document without its end: 1, 50 and 99 per cent of it."""
    return {
        f"{share} {ending}.{ending}": data[: max(1, len(data) * share // 100)]
        for ending, data in one_of_each(_LINES).items()
        for share in (1, 50, 99)
    }


def misnamed() -> dict[str, bytes]:
    """Every true document under the ending of every other."""
    made = one_of_each(_LINES)
    return {f"{true} som {false}.{false}": data for true, data in made.items() for false in made if false != true}


def empty() -> dict[str, bytes]:
    """Files of nothing, of a blank and of zeros, under every ending."""
    return {
        f"{name}.{ending}": data
        for ending in one_of_each(_LINES)
        for name, data in (("tom", b""), ("blank", b" \r\n\t"), ("nollor", bytes(2000)))
    }
