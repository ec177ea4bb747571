"""Word documents as a whole: the twin of the letter, dialects, headers, what is refused, and what is told of."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from generator.model import Document
from generator.readers import docx, ocr
from generator.readers.delivery import Delivery, UnreadableError
from tests.letter_text import ANSWER
from tests.scans import pages_of, text_pdf
from tests.word import (
    cell,
    deleted,
    field,
    flat,
    inserted,
    letter,
    levels,
    lists,
    old_xml,
    package,
    par,
    picture,
    run,
    strict,
    table,
    word,
    word_parts,
)

SHA = "0" * 64


def _read(data: bytes) -> Delivery:
    return docx.read("svar.docx", SHA, data)


def _document(data: bytes) -> Document:
    made = _read(data).document
    assert made is not None
    return made


def _texts(data: bytes, *styles: str) -> list[str]:
    return [line.text for line in _document(data).lines if not styles or line.style in styles]


def _told(data: bytes) -> dict[str, str]:
    return {finding.code: finding.message for finding in _read(data).findings}


def _outcome(data: bytes) -> str:
    try:
        made = _read(data)
    except UnreadableError as refused:
        return refused.finding.code
    return "read" if made.document else "nothing"


def _refused(data: bytes) -> str:
    with pytest.raises(UnreadableError) as refused:
        _read(data)
    return refused.value.finding.code


def test_the_letters_twin_says_every_text_of_the_letter_in_order() -> None:
    """A letter with changes, a comment and hidden words gives each of its accepted texts, word for word and in order."""
    texts = _texts(letter(ANSWER))
    places = [texts.index(text) for text in ANSWER.texts()]
    assert places == sorted(places)


def test_the_letters_twin_says_nothing_else() -> None:
    """Besides the letter's own texts there are only its opening, its header and footer, and who signed it."""
    own = {*ANSWER.texts(), *ANSWER.opening, ANSWER.footer, *(word for pair in ANSWER.signatures for word in pair)}
    others = [line for line in _document(letter(ANSWER)).lines if line.text not in own]
    assert [(line.style, " ".join(line.text.split())) for line in others] == [("header", " ".join(ANSWER.header.split()))]


def test_changes_and_hidden_words_change_nothing_but_the_findings() -> None:
    """The same letter with and without tracked changes, comments and hidden words has the same lines."""
    assert _document(letter(ANSWER)).lines == _document(letter(ANSWER, tracked=False)).lines
    assert _read(letter(ANSWER, tracked=False)).findings == ()


def test_what_is_left_out_is_told_in_one_finding() -> None:
    """Changes, comments and hidden text are counted in one note."""
    body = par(run("Nämnden ") + deleted("avstyrker ") + inserted("tillstyrker ") + run("motionen.") + run(" dolt", "<w:vanish/>"))
    told = _told(word(body + par(run("Slut.") + '<w:r><w:commentReference w:id="0"/></w:r>')))
    assert told == {
        "F117": "Dokumentet har 1 struken ändring, 1 tillagd ändring, 1 kommentar och dold text; bara den godkända, synliga texten är läst."
    }


def test_lines_are_numbered_from_one_without_pages() -> None:
    """Every line has its running number, no page, and opens a paragraph."""
    lines = _document(word(par("Ett") + par("Två") + table([["a", "b"]]))).lines
    assert [(line.number, line.page, line.opens) for line in lines] == [(1, None, True), (2, None, True), (3, None, True)]


def test_empty_paragraphs_in_a_row_are_one_empty_line() -> None:
    """Empty paragraphs part the text once, and none stands at either end."""
    assert _texts(word(par("") + par("Ett") + par("") + par(" ") + par("Två") + par(""))) == ["Ett", "", "Två"]


@pytest.mark.parametrize("make", [word, strict, flat])
def test_every_dialect_gives_the_same_lines(make: object) -> None:
    """Transitional, strict and flat OOXML of one document are the same document."""
    assert callable(make)
    body = par("Svar", "Rubrik1") + par("Nämnden tillstyrker.") + table([["Instans", "Svar"]])
    styles = '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>'
    lines = _document(make(body, styles=styles, headers={"default": par("Dnr FRN 2031/1")})).lines
    assert [(line.style, line.text) for line in lines] == [
        ("header", "Dnr FRN 2031/1"),
        ("heading", "Svar"),
        ("text", "Nämnden tillstyrker."),
        ("row", "Instans\tSvar"),
    ]


def test_word_2003_is_read_with_its_own_kind_of_changes() -> None:
    """In Word 2003's XML a deletion is out, an insertion in, and the label that Word wrote is kept."""
    body = (
        '<w:p><w:r><w:t>Nämnden </w:t></w:r><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>inte </w:delText></w:r>'
        '</aml:content></aml:annotation><aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>svarar.</w:t></w:r></aml:content>'
        '</aml:annotation></w:p><w:p><w:pPr><w:listPr><wx:t wx:val="1."/></w:listPr></w:pPr><w:r><w:t>Första punkten</w:t></w:r></w:p>'
        '<w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>Dnr 7/31</w:t></w:r></w:p></w:hdr></w:sectPr>'
    )
    data = old_xml(body)
    assert docx.fits("svar.xml", data)
    assert _texts(data) == ["Dnr 7/31", "Nämnden svarar.", "1. Första punkten"]
    assert _told(data)["F117"].startswith("Dokumentet har 1 struken ändring och 1 tillagd ändring;")


def test_headers_come_first_and_footers_last_each_text_once() -> None:
    """The diary number in the page header is a line of its own, and a text that several headers share is there once."""
    parts = {"default": par("Dnr FRN 2031/417"), "first": par("Lindsala kommun") + par("Dnr FRN 2031/417")}
    lines = _document(word(par("Text."), headers=parts, footers={"default": par("Kvarngatan 12")}, section="<w:titlePg/>")).lines
    assert [(line.style, line.text) for line in lines] == [
        ("header", "Lindsala kommun"),
        ("header", "Dnr FRN 2031/417"),
        ("text", "Text."),
        ("footer", "Kvarngatan 12"),
    ]


def test_a_header_that_no_page_shows_is_not_read() -> None:
    """A first-page header left in the file of a document without a first page of its own is no part of the document."""
    parts = {"default": par("Dnr FRN 2031/417"), "first": par("Dnr ABC 1999/1"), "even": par("Dnr DEF 1998/2")}
    assert _texts(word(par("Text."), headers=parts), "header") == ["Dnr FRN 2031/417"]
    both = word(par("Text."), headers=parts, settings="<w:evenAndOddHeaders/>", section="<w:titlePg/>")
    assert _texts(both, "header") == ["Dnr ABC 1999/1", "Dnr FRN 2031/417", "Dnr DEF 1998/2"]


@pytest.mark.parametrize(
    "page",
    [
        run("Sida ") + field("PAGE", "1") + run(" (") + field("NUMPAGES", "4") + run(")"),
        run("Sid ") + field("PAGE \\* MERGEFORMAT", "2") + run(" av ") + field("NUMPAGES", "4"),
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>',
        field("PAGE", "1") + run("(12)"),
    ],
)
def test_page_numbers_are_no_text_of_a_header(page: str) -> None:
    """A header that holds only a page number gives no line; what stands beside the number is kept."""
    assert _texts(word(par("Text."), headers={"default": par(page)})) == ["Text."]
    assert _texts(word(par("Text."), headers={"default": par(run("Dnr 7/31 ") + page)}))[0] == "Dnr 7/31"


def test_tables_in_headers_keep_what_belongs_together() -> None:
    """Short cells side by side are one line; a cell with a label over its value is read cell by cell."""
    row = [cell(par("Datum") + par("2031-02-03")), cell(par("Diarienummer") + par("FRN 2031/417"))]
    lines = _texts(word(par("Text."), headers={"default": table([["Lindsala kommun", "Tjänsteutlåtande"], row])}), "header")
    assert lines == ["Lindsala kommun\tTjänsteutlåtande", "Datum", "2031-02-03", "Diarienummer", "FRN 2031/417"]


def test_a_macro_and_a_large_picture_are_told_of() -> None:
    """What is no text is named in a note, and a logo is not."""
    parts = word_parts(par("Bilden:") + par(picture("x", 10, 10)) + par(picture("x", 1, 1)))
    assert _told(package({**parts, "word/vbaProject.bin": b"\x00"})) == {
        "F137": "Filen har innehåll som inte är text (1 bild och makron); det är inte läst och inte publicerat."
    }


def _page(text: str) -> bytes:
    (page,) = pages_of(text_pdf([text]))
    kept = io.BytesIO()
    page.save(kept, "PNG", dpi=(300, 300))
    return kept.getvalue()


def test_a_scan_pasted_into_word_is_recognised(tesseract: str) -> None:
    """A document that is nearly only a page's picture says what the picture says, after its own few words."""
    assert tesseract
    text = "Nämnden tillstyrker motionen och överlämnar yttrandet."
    made = _document(word(par("Se nedan") + par(picture("skan", 16, 22)), more={"skan": ("sida.png", _page(text))}))
    assert [line.text for line in made.lines if line.text] == ["Se nedan", text]
    assert made.recognised == (1,)
    assert "F137" not in _told(word(par(picture("skan", 16, 22)), more={"skan": ("sida.png", _page(text))}))


def test_a_scan_without_recognition_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where text recognition is not installed, a document that is nearly only pictures is set aside, not published empty."""
    monkeypatch.setattr(ocr, "available", lambda: False)
    with pytest.raises(UnreadableError) as refused:
        _read(word(par("Se nedan") + par(picture("skan", 16, 22)), more={"skan": ("sida.png", _page("Text."))}))
    assert (refused.value.finding.code, refused.value.outcome) == ("F124", "quarantined")


def test_a_picture_beside_enough_text_is_told_of() -> None:
    """A large picture in a letter with text is no scan: it is named in a note."""
    data = word(par("Nämnden svarar. " * 20) + par(picture("skan", 16, 22)), more={"skan": ("sida.png", b"ingen bild")})
    assert list(_told(data)) == ["F137"]


def test_a_document_without_text_is_refused() -> None:
    """Nothing but empty paragraphs is no document."""
    assert _refused(word(par("") + par(" "))) == "F127"


def test_only_word_documents_fit() -> None:
    """A zip file that holds a Word document is no Word document, nor is a workbook."""
    inner = word(par("Text."))
    assert docx.fits("svar.bin", inner)
    assert not docx.fits("svar.docx", package({"svar.docx": inner}))
    assert not docx.fits("svar.docx", package({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}))
    assert not docx.fits("svar.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)


def test_a_truncated_document_is_damaged() -> None:
    """A Word file without its end is known for what it is, and refused as damaged."""
    data = word(par("Text. " * 200))
    cut = data[: len(data) * 2 // 3]
    assert docx.fits("svar.docx", cut)
    assert _refused(cut) == "F119"


def test_entities_and_endless_nesting_are_refused() -> None:
    """A part with a document type is refused as damaged, one nested without end as unreasonable."""
    parts = word_parts(par("Text."))
    document = str(parts["word/document.xml"])
    typed = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + document.replace("Text.", "&amp;a;")
    assert _refused(package({**parts, "word/document.xml": typed})) == "F119"
    deep = document.replace("Text.", "x" * 3).replace("<w:t ", "<w:ins>" * 300 + "<w:t ").replace("</w:t>", "</w:t>" + "</w:ins>" * 300)
    assert _refused(package({**parts, "word/document.xml": deep})) == "F123"


def test_nesting_within_the_limit_is_read() -> None:
    """Tables in tables, as deep as XML may be, are read."""
    inside = par("Innerst")
    for _ in range(78):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    assert _texts(word(inside)) == ["Innerst"]


def test_odd_references_do_no_harm() -> None:
    """Lists, styles, notes, headers and parts that are not there leave the text as it is."""
    body = (
        par(run("Fotnot") + '<w:r><w:footnoteReference w:id="77"/></w:r>', "FinnsInte", '<w:numPr><w:numId w:val="99"/></w:numPr>')
        + '<w:altChunk r:id="rId404"/>'
        + '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId405"/></w:sectPr></w:pPr></w:p>'
    )
    data = word(body, styles='<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>')
    assert _texts(data) == ["Fotnot¹"]
    assert _told(data) == {"F137": "Filen har innehåll som inte är text (1 inbäddat dokument); det är inte läst och inte publicerat."}


def test_a_second_copy_of_the_text_is_refused() -> None:
    """A container with two parts of the same name says two things: it is refused."""
    data = word(par("Det ena."))
    with pytest.warns(UserWarning, match="Duplicate name"):
        doubled = _with_again(data, "word/document.xml", b"<x/>")
    assert _refused(doubled) == "F119"


def _with_again(data: bytes, name: str, content: bytes) -> bytes:
    kept = io.BytesIO(data)
    with zipfile.ZipFile(kept, "a") as container:
        container.writestr(name, content)
    return kept.getvalue()


def test_web_pages_inside_are_read_where_they_stand() -> None:
    """An embedded web page gives its lines between the paragraphs around it, its tables counted on."""
    page = "<html><body><h2>Bedömning</h2><p>Inifrån.</p><table border='1'><tr><td>a</td><td>b</td></tr></table></body></html>"
    body = table([["x", "y"]]) + '<w:altChunk r:id="chunk1"/>' + par("Efter.")
    lines = _document(word(body, more={"chunk1": ("afchunk.html", page.encode())})).lines
    assert [(line.style, line.text, line.level) for line in lines] == [
        ("row", "x\ty", 1),
        ("heading", "Bedömning", 2),
        ("text", "Inifrån.", 0),
        ("row", "a\tb", 2),
        ("text", "Efter.", 0),
    ]


def test_an_embedded_text_file_gives_its_lines() -> None:
    """An embedded text file gives its lines as they stand."""
    chunked = word(par("Före.") + '<w:altChunk r:id="chunk1"/>', more={"chunk1": ("brev.txt", "Rad ett\nRåd två".encode())})
    assert _texts(chunked) == ["Före.", "Rad ett", "Råd två"]


@pytest.mark.parametrize("seed", range(30))
def test_damaged_bytes_give_lines_or_a_finding(seed: int) -> None:
    """Whatever byte is changed, the file is read or refused, never anything else."""
    chance = random.Random(seed)  # noqa: S311  # the same damage every time
    parts = word_parts(
        par("Text.", "Rubrik1") + table([["a", "b"], ["c", "d"]]) + par(field("PAGE", "1") + inserted("till")),
        numbering=lists(levels(("decimal", "%1."))),
        footnotes=["Not."],
        headers={"default": par("Dnr 7/31")},
    )
    name = chance.choice([name for name in parts if name.endswith(".xml")])
    text = bytearray(str(parts[name]).encode())
    for _ in range(chance.randint(1, 6)):
        text[chance.randrange(len(text))] = chance.choice(b'<>/"=&wx:0 9')
    assert _outcome(package({**parts, name: bytes(text)})) in {"read", "F119", "F123", "F127"}


def test_every_word_file_of_the_fixtures_is_read_or_refused(shared: Path) -> None:
    """The Word files of other projects' test suites give text or a reason: locked and broken ones are refused, the others read."""
    expected = {"docx_broken": {"F119"}, "docx_encrypted": {"F118"}}
    files = sorted((shared / "fixtures").glob("*.docx"))
    assert files
    for path in files:
        wanted = expected.get(path.name.partition("__")[0])
        data = path.read_bytes()
        assert docx.fits(path.name, data)
        if wanted:
            assert _refused(data) in wanted
        else:
            assert any(_texts(data))
