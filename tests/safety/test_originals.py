"""The originals that readers may download, as they lie in a built site: what was planted in each is gone, or the file is withheld."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageDraw, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from generator import policy
from generator.build import Paths, build
from generator.originals import images
from tests.letter_text import ANSWER
from tests.letters import letter_pdf
from tests.pages.parsed import parse
from tests.safety.serving import served, watched
from tests.sites import Site, project_copy
from tests.true_files import docx, eml, html, odt, rtf

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PLANTED = "Hemlighetsfulla Henrik"
SCRIPT = f"app.alert('{PLANTED}')"
_LETTER = letter_pdf(ANSWER)


def _action(kind: str, **more: str) -> DictionaryObject:
    made = DictionaryObject({NameObject("/Type"): NameObject("/Action"), NameObject("/S"): NameObject(f"/{kind}")})
    made.update({NameObject(f"/{name}"): TextStringObject(value) for name, value in more.items()})
    return made


def _pdf(plant: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(_LETTER))
    plant(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _root(name: str, value: Any) -> Callable[[PdfWriter], object]:
    return lambda writer: writer.root_object.update({NameObject(f"/{name}"): value})


def _page(name: str, value: Any) -> Callable[[PdfWriter], object]:
    return lambda writer: writer.pages[0].update({NameObject(f"/{name}"): value})


def _scripts() -> DictionaryObject:
    named = ArrayObject([TextStringObject("a"), _action("JavaScript", JS=SCRIPT)])
    return DictionaryObject({NameObject("/JavaScript"): DictionaryObject({NameObject("/Names"): named})})


def _form(writer: PdfWriter) -> None:
    field = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget"), NameObject("/FT"): NameObject("/Tx"),
        NameObject("/T"): TextStringObject("namn"), NameObject("/V"): TextStringObject(PLANTED),
        NameObject("/Rect"): ArrayObject([NumberObject(at) for at in (10, 10, 100, 30)]), NameObject("/AA"): _action("JavaScript", JS=SCRIPT),
    })  # fmt: skip
    held = writer._add_object(field)
    writer.pages[0][NameObject("/Annots")] = ArrayObject([held])
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject([held])})


def _xmp(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{PLANTED}</x:xmpmeta>".encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    writer.pages[0][NameObject("/Metadata")] = writer._add_object(stream)


def _drawn(mode: str = "L") -> Image.Image:
    """A page that holds more than one shade, so that a file of it is a whole picture."""
    made = Image.new("RGB", (420, 300), "white")
    ImageDraw.Draw(made).rectangle((40, 60, 200, 90), fill="black")
    return made.convert(mode)


def _picture(form: str, **more: Any) -> bytes:
    out = io.BytesIO()
    _drawn().save(out, form, **more)
    return out.getvalue()


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x013B] = exif[0x010E] = exif[0x0131] = PLANTED
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[29] = "N", (59.0, 19.0, 42.0), PLANTED
    return exif


def _noted() -> PngImagePlugin.PngInfo:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", PLANTED)
    notes.add_itxt("XML:com.adobe.xmp", f"<x>{PLANTED}</x>")
    return notes


@dataclass(frozen=True, slots=True)
class Plant:
    """A document in which something is planted."""

    name: str
    data: bytes


PLANTS = (
    Plant("script.pdf", _pdf(_root("Names", _scripts()))),
    Plant("oppnas.pdf", _pdf(_root("OpenAction", _action("JavaScript", JS=SCRIPT)))),
    Plant("startar.pdf", _pdf(_root("OpenAction", _action("Launch", F=PLANTED)))),
    Plant("adress.pdf", _pdf(_root("OpenAction", _action("URI", URI=f"https://ond.example/{PLANTED}")))),
    Plant("stangs.pdf", _pdf(_root("AA", DictionaryObject({NameObject("/WC"): _action("JavaScript", JS=SCRIPT)})))),
    Plant("sida.pdf", _pdf(_page("AA", DictionaryObject({NameObject("/O"): _action("JavaScript", JS=SCRIPT)})))),
    Plant("bilaga.pdf", _pdf(lambda writer: writer.add_attachment("dold.txt", PLANTED.encode()))),
    Plant("kommentar.pdf", _pdf(lambda writer: writer.add_annotation(0, Text(rect=(50, 550, 200, 650), text=PLANTED)))),
    Plant("lapp.pdf", _pdf(lambda writer: writer.add_annotation(0, FreeText(text=PLANTED, rect=(50, 550, 200, 650))))),
    Plant("forfattare.pdf", _pdf(lambda writer: writer.add_metadata({"/Author": PLANTED, "/Title": PLANTED, "/Producer": PLANTED}))),
    Plant("xmp.pdf", _pdf(_xmp)),
    Plant("formular.pdf", _pdf(_form)),
    Plant("bokmarke.pdf", _pdf(lambda writer: writer.add_outline_item(title=PLANTED, page_number=0))),
    Plant("eget.pdf", _pdf(_page("PieceInfo", DictionaryObject({NameObject("/X"): TextStringObject(PLANTED)})))),
)
PICTURES = {
    "foto.jpg": _picture("JPEG", exif=_exif(), comment=PLANTED.encode(), quality=95),
    "bild.png": _picture("PNG", pnginfo=_noted(), exif=_exif()),
    "skannat.tif": _picture("TIFF", description=PLANTED, artist=PLANTED, software=PLANTED),
}
_LINES = ["Parknämnden", "Yttrande över motion om en isbana i Ekvik, KS 2021/45", "Förslag till beslut", "Nämnden avstyrker motionen.", "Sammanfattning"]
_HIDES = "formatet kan bära dold text"
# How each is made, and how the reason that its page gives begins.
WITHHELD = {
    "ord.docx": (docx, _HIDES),
    "odt.odt": (odt, _HIDES),
    "rtf.rtf": (rtf, _HIDES),
    "webb.html": (html, "webbsidor kan bära skript"),
    "brev.eml": (eml, "e-post bär adresser"),
}
TEXTS = {
    "text.txt": "<!DOCTYPE html><html><script>pwned(1)</script><body onload=pwned(2)>",
    "text.md": "<html><script>pwned(3)</script>",
    "text.html.txt": "<html><script>pwned(4)</script>",
    "utan": "<html><script>pwned(5)</script>",
}


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Every planted file as a motion or an answer of its own, which an editor says it is, built as one site."""
    folder = tmp_path_factory.mktemp("original")
    content = folder / "content"
    content.mkdir()
    said = ["diarienummer: KS 2021/45", "skäl: Registratorn har skrivit det.", "filer:"]
    files = {plant.name: plant.data for plant in PLANTS}  # documents; pictures would need to be read by machine
    files |= {name: make([*_LINES, f"Detta är {name}."]) for name, (make, _) in WITHHELD.items()}
    files |= {name: ("\n\n".join([*_LINES, text, f"Detta är {name}."])).encode() for name, text in TEXTS.items()}
    for number, (name, data) in enumerate(files.items()):
        (content / name).write_bytes(data)
        said.append(f"  {name}: {{typ: svar, ärende: KS 2021/45, instans: Nämnd {number}}}")
    (content / "motion.md").write_bytes((root / "tests/golden_content/motion.md").read_bytes())
    (content / "case.yml").write_text("\n".join(said) + "\n", encoding="utf-8")
    project = project_copy(root, folder / "project")
    result = build(Paths(project, content, project / "site_config", folder / "site"))
    assert result.published, result.findings
    return Site(folder / "site", result)


def _offered(site: Site) -> dict[str, Path]:
    assert site.result.gathered
    digests = {one.file: one.sha256 for one in site.result.gathered.archive.sources}
    made = {}
    for file, digest in digests.items():
        found = list((site.folder / "kallor" / digest).glob("*"))
        assert len(found) <= 1
        if found:
            made[file] = found[0]
    return made


def _everything(data: bytes) -> bytes:
    """A file's bytes; of a PDF document every object too, unpacked."""
    made = [data]
    if data.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(data))
        for number in range(1, int(str(reader.trailer["/Size"]))):
            held = reader.get_object(number)
            if isinstance(held, StreamObject) and held.get("/Subtype") != "/Image":
                made.append(held.get_data())
            made.append(repr(held).encode())
    return b"\n".join(made)


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_nothing_planted_is_published(site: Site, plant: Plant) -> None:
    """A script, an attachment, a remark, a form, an author or a place stands in the original and nowhere in the copy."""
    assert PLANTED.encode() in _everything(plant.data) or PLANTED.encode("utf-16-be") in plant.data
    copy = _everything(_offered(site)[plant.name].read_bytes())
    assert len(copy) > 500
    assert PLANTED.encode() not in copy
    assert PLANTED.encode("utf-16-be") not in copy
    assert not re.search(rb"/(?:JavaScript|JS|OpenAction|AA|Launch|URI|EmbeddedFile|Filespec|Annots|AcroForm|Metadata|Author|Producer|Outlines|PieceInfo)\b", copy)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_says_nothing_of_where_and_by_whom(name: str) -> None:
    """The copy of a picture has the size of the original and no EXIF, place, XMP or comment."""
    assert PLANTED.encode() in PICTURES[name]
    data = images.cleaned(PICTURES[name])
    assert PLANTED.encode() not in data
    with Image.open(io.BytesIO(data)) as copy:
        assert copy.size == (420, 300)
        exif = copy.getexif()
        assert not exif.get_ifd(0x8825)
        assert not {0x010E, 0x010F, 0x0110, 0x0131, 0x013B, 0x9286} & set(exif)
        assert not {"comment", "xmp", "XML:com.adobe.xmp", "Author", "exif"} & set(copy.info)


@pytest.mark.parametrize("name", WITHHELD)
def test_what_can_hide_words_is_withheld_with_a_reason(site: Site, name: str) -> None:
    """A file of a format that can hold what is not seen has no copy, and its page says why."""
    assert name not in _offered(site)
    assert site.result.gathered
    source = next(one for one in site.result.gathered.archive.sources if one.file == name)
    assert source.used_as
    for used in source.used_as:
        page = parse(site.folder / "motioner" / used / "index.html")
        told = " ".join(page.elements[0].text.split()).lower()
        assert "lämnas inte ut här" in told
        assert WITHHELD[name][1] in told
        assert not [link for link in page.links() if source.sha256 in link]


def test_a_text_is_called_by_an_ending_that_no_browser_runs(site: Site) -> None:
    """Whatever a text is called, its copy ends in .txt or .md, and a web page has none."""
    offered = _offered(site)
    for name in TEXTS:
        assert re.search(r"\.(?:txt|md)$", offered[name].name), name
    for path in (site.folder / "kallor").rglob("*"):
        assert path.is_dir() or re.search(r"\.(?:txt|text|md|markdown|pdf|png|jpe?g|tiff?)$", path.name), path


def test_a_text_is_shown_as_text(browser: Browser, site: Site) -> None:
    """A text that is written as a web page, opened by its own address with the site's headers, runs nothing."""
    offered = _offered(site)
    with served(site.folder, policy.headers_file()) as origin, watched(browser, origin) as seen:
        for name in TEXTS:
            if offered[name].name.endswith(".txt"):
                page = seen.go("/" + offered[name].relative_to(site.folder).as_posix())
                assert page.evaluate("document.contentType") == "text/plain"
                assert page.evaluate("document.scripts.length") == 0
        assert seen.faults() == []


def test_the_data_names_no_place_that_is_withheld(site: Site) -> None:
    """What is planted stands in no file of the site at all."""
    for path in site.folder.rglob("*"):
        if path.is_file():
            assert PLANTED.encode() not in path.read_bytes(), path
    assert json.loads((site.folder / "data/archive.json").read_text(encoding="utf-8"))["sources"]
