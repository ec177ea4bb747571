"""PDF documents with a text layer: reading order, paragraphs, headings, lists, notes, tables and columns."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from generator.model import Line
from generator.readers import ocr, pdf
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.pdf.tables import in_one, settled
from tests.letter_text import ANSWER, plain
from tests.letters import Style, letter_pdf
from tests.readers.pdf_raw import FONTS, one_page, raw_pdf, stream, text_at


def _read(data: bytes) -> Delivery:
    return pdf.read("brev.pdf", "0" * 64, data)


def _lines(data: bytes) -> tuple[Line, ...]:
    document = _read(data).document
    assert document is not None
    return document.lines


def _paragraphs(lines: Sequence[Line]) -> list[str]:
    """The lines' texts with those that go on joined to what they go on from; at the top of a page, if no sentence had ended."""
    made: list[str] = []
    notes: list[str] = []
    for line in lines:
        if line.text.startswith((ANSWER.header[:20], ANSWER.footer[:20])):
            continue
        if line.style == "note":
            notes.append(line.text)
        elif made and (line.opens is False or (line.opens is None and not made[-1].endswith((".", ",")))):
            made[-1] = in_one(made[-1], line.text)
        else:
            made.append(line.text)
    return made + notes


def _outcome(data: bytes) -> str:
    """The outcome of reading ``data``, or the code of the finding with which it is refused."""
    try:
        return _read(data).outcome
    except UnreadableError as refused:
        return refused.finding.code


STYLES = {
    "serif": Style(),
    "justified": Style(justified=True),
    "indented": Style(indented=True, justified=True),
    "sans": Style("Helvetica", "Helvetica-Bold", 10),
    "large": Style(size=13),
}


@pytest.mark.parametrize("style", STYLES)
def test_a_letter_is_read_word_for_word(style: str) -> None:
    """Title, headings, paragraphs, items, notes and rows come out whole, in order, whatever the letter is set in."""
    paragraphs = _paragraphs(_lines(letter_pdf(ANSWER, STYLES[style])))
    wanted = list(ANSWER.texts())
    kept = [text for text in paragraphs if text in wanted]
    missing = [text for text in wanted if text not in paragraphs]
    assert not missing
    notes = [text for text in wanted if text.startswith("¹")]
    assert [text for text in kept if text not in notes] == [text for text in wanted if text not in notes]


@pytest.mark.parametrize("style", STYLES)
def test_styles_are_those_of_the_letter(style: str) -> None:
    """Headings, items, rows and notes are known from how they are set."""
    styles: dict[str, list[str]] = {}
    for line in _lines(letter_pdf(ANSWER, STYLES[style])):
        styles.setdefault(line.style, []).append(line.text)
    headings = [piece.text for piece in ANSWER.pieces if piece.sort == "heading"]
    assert [text for text in styles["heading"] if text in headings] == headings
    assert styles["item"] == [plain(piece.text) for piece in ANSWER.pieces if piece.sort == "item"]
    assert styles["row"] == ["\t".join(row) for piece in ANSWER.pieces for row in piece.rows]
    assert styles["note"] == [f"¹ {piece.note}" for piece in ANSWER.pieces if piece.note]


def test_levels_follow_the_size() -> None:
    """A title in larger type than the headings is a heading of a higher level."""
    levels = {line.text: line.level for line in _lines(letter_pdf(ANSWER)) if line.style == "heading"}
    assert levels["Sammanfattning"] == levels["Ekonomi"] > levels["badplatserna"] > 0


def test_signatures_stand_side_by_side() -> None:
    """Two who signed come on one line with their titles under them, each apart from the other by three spaces."""
    texts = [line.text for line in _lines(letter_pdf(ANSWER))]
    at = texts.index("Rut Malmsten   Elof Brännlund")
    assert texts[at + 1] == "fritidsdirektör   enhetschef"


def test_lines_are_numbered_within_their_page() -> None:
    """A line remembers its page, and its number there from 1 without a gap."""
    by_page: dict[int | None, list[int]] = {}
    for line in _lines(letter_pdf(ANSWER)):
        by_page.setdefault(line.page, []).append(line.number)
    assert list(by_page) == [1, 2]
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_page.values())


def test_a_hyphen_at_a_line_s_end_stays() -> None:
    """The reader leaves a hyphen at a line's end; whether it belongs there is settled later."""
    assert any(line.text.endswith("fritidsförvalt-") for line in _lines(letter_pdf(ANSWER)))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_an_upright_one(turn: int) -> None:
    """A page that is shown turned gives the lines of the same page upright, when its text is turned back with it."""
    matrix = {90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}[turn]
    size = "0 0 595 842" if turn == 180 else "0 0 595 595"
    content = f"q {matrix} cm " + text_at(60, 400, "Första raden om gatan") + text_at(60, 380, "och nästa rad") + "Q"
    lines = _lines(one_page(content, page=f"/Rotate {turn}", box=size if turn == 180 else "0 0 595 842"))
    assert [line.text for line in lines] == ["Första raden om gatan", "och nästa rad"]


def test_text_turned_on_an_upright_page_comes_last() -> None:
    """A note along the margin does not run into the sentences beside it."""
    body = "".join(text_at(100, 700 - 14 * row, f"Rad {row} av nämndens yttrande över förslaget") for row in range(6))
    margin = "q BT /F1 8 Tf 0 1 -1 0 40 500 Tm (Kopia i marginalen) Tj ET Q\n"
    texts = [line.text for line in _lines(one_page(margin + body))]
    assert texts[0] == "Rad 0 av nämndens yttrande över förslaget"
    assert texts[-1] == "Kopia i marginalen"


def test_letters_drawn_one_by_one_become_words() -> None:
    """Words are found from the gaps between letters where the document has no spaces."""
    content = "BT /F1 12 Tf 72 700 Td (B) Tj 8 0 Td (r) Tj 4 0 Td (o) Tj 12 0 Td (o) Tj 6.7 0 Td (c) Tj 6 0 Td (h) Tj 12 0 Td (v) Tj 6 0 Td (\xe4) Tj 6.7 0 Td (g) Tj ET"
    assert [line.text for line in _lines(one_page(content))] == ["Bro och väg"]


def test_ligatures_and_wide_spaces_are_plain() -> None:
    """Ligatures are spelled out, and a space of another width is a space."""
    content = text_at(72, 700, "Ett\xa0kansli f\xf6r flera")
    assert [line.text for line in _lines(one_page(content))] == ["Ett kansli för flera"]


def test_a_filled_form_is_read() -> None:
    """What somebody wrote into a field of a form is text on the page."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(72, 700, "Svaret undertecknas av")
    canvas.acroForm.textfield(name="namn", value="Rut Malmsten", x=72, y=660, width=200, height=20)
    canvas.save()
    assert [line.text for line in _lines(out.getvalue())] == ["Svaret undertecknas av", "Rut Malmsten"]


_RULED = "0.5 w 70 {top} m 470 {top} l S 70 {low} m 470 {low} l S 70 {low} m 70 {top} l S 270 {low} m 270 {top} l S 470 {low} m 470 {top} l S "


def test_an_account_without_rules_between_its_rows_keeps_them_apart() -> None:
    """Sums that are level with what they are for make rows of their own."""
    content = _RULED.format(top=720, low=700) + _RULED.format(top=700, low=640)
    content += text_at(80, 706, "Post") + text_at(280, 706, "Belopp")
    for row, (name, amount) in enumerate((("Bänkar", "14 000"), ("Lyktor", "9 500"), ("Träd", "2 250"))):
        content += text_at(80, 685 - 16 * row, name) + text_at(280, 685 - 16 * row, amount)
    rows = [line.cells for line in _lines(one_page(content)) if line.style == "row"]
    assert rows == [("Post", "Belopp"), ("Bänkar", "14 000"), ("Lyktor", "9 500"), ("Träd", "2 250")]


def test_a_frame_around_text_is_no_table() -> None:
    """A box around a paragraph leaves its lines as they are."""
    content = "0.5 w 70 600 400 100 re S " + text_at(80, 680, "Nämnden antecknar") + text_at(80, 664, "informationen.")
    assert [line.style for line in _lines(one_page(content))] == ["text", "text"]


def test_a_merged_cell_s_text_stands_once() -> None:
    """A cell that reaches over two columns gives its text in the first of them."""
    content = (
        "0.5 w 70 640 m 470 640 l S 70 680 m 470 680 l S 70 720 m 470 720 l S 70 640 m 70 720 l S 470 640 m 470 720 l S "
        "270 640 m 270 680 l S " + text_at(80, 695, "Kostnader") + text_at(80, 655, "År") + text_at(280, 655, "Summa")
    )
    rows = [line.cells for line in _lines(one_page(content)) if line.style == "row"]
    assert rows == [("Kostnader", ""), ("År", "Summa")]


def test_a_watermark_at_an_angle_is_a_line_of_its_own() -> None:
    """Letters set across the page are no heading and run into no sentence."""
    content = text_at(72, 700, "Nämnden avstyrker motionen.") + "q 0.9 g BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (UTKAST) Tj ET Q\n"
    lines = _lines(one_page(content))
    assert [(line.text, line.style) for line in lines] == [("Nämnden avstyrker motionen.", "text"), ("UTKAST", "text")]


def test_stretched_lines_are_not_columns() -> None:
    """Wide spaces that happen to stand over each other part no sentence."""
    rows = ("Nämnden  har  tagit  del  av", "motionen  och  ser  att  den", "redan  är  på  god  väg  att", "genomföras  i  stadens  alla")
    content = "".join(f"q BT /F1 11 Tf 9 Tw 1 0 0 1 72 {700 - 14 * row} Tm ({text.replace('  ', ' ')}) Tj ET Q\n" for row, text in enumerate(rows))
    assert [line.text.split()[0] for line in _lines(one_page(content))] == ["Nämnden", "motionen", "redan", "genomföras"]


# --- pages that are pictures --------------------------------------------------------------------------------------


def _scan(stamp: str = "", pages: int = 1) -> bytes:
    """A document whose pages are pictures with a few lines drawn in them, and text of its own over the first."""
    image = Image.new("L", (595, 842), 250)
    draw = ImageDraw.Draw(image)
    for row in range(20):
        draw.line((60, 100 + 20 * row, 500, 100 + 20 * row), fill=20, width=4)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for number in range(pages):
        canvas.drawImage(ImageReader(image), 0, 0, *A4)
        if stamp and not number:
            canvas.drawString(380, 800, stamp)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _recognising(lines: tuple[Line, ...], seen: list[int]) -> Callable[[Image.Image, int, int], ocr.Recognised]:
    def recognise(image: Image.Image, page: int, dpi: int) -> ocr.Recognised:
        assert image.height > dpi > 200
        seen.append(page)
        return ocr.Recognised(lines if page == 1 else (), sum(len(line.text.split()) for line in lines), 0)

    return recognise


def test_a_stamp_does_not_hide_a_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is a picture is recognised though text stands on it, and that text is read as it is spelled out."""
    seen: list[int] = []
    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "recognise", _recognising((Line(1, "Nämnden avstyrker.", 1), Line(2, "a\tb", 1, "row", 1, cells=("a", "b"))), seen))
    document = _read(_scan("Inkom 2031-03-20")).document
    assert document is not None
    assert seen == [1]
    assert document.recognised == (1,)
    assert [line.text for line in document.lines] == ["Inkom 2031-03-20", "Nämnden avstyrker.", "a\tb"]
    assert [line.number for line in document.lines] == [1, 2, 3]


def test_a_page_that_recognition_gives_up_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanned page without recognised text is named, in the document and in a finding."""
    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "recognise", _recognising((Line(1, "Nämnden avstyrker.", 1),), []))
    delivery = _read(_scan(pages=2))
    assert delivery.document is not None
    assert delivery.document.unread == (2,)
    assert "F125" in {finding.code for finding in delivery.findings}


def test_a_scan_waits_where_nothing_recognises(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without text recognition a scan is set aside with advice, and not published empty."""
    monkeypatch.setattr(ocr, "available", lambda: False)
    with pytest.raises(UnreadableError) as refused:
        _read(_scan("Inkom 2031-03-20"))
    assert (refused.value.finding.code, refused.value.outcome) == ("F124", "quarantined")


# --- what is refused ----------------------------------------------------------------------------------------------


def test_a_document_without_text_is_refused() -> None:
    """An empty page says nothing, and the row says so."""
    with pytest.raises(UnreadableError) as refused:
        _read(one_page(""))
    assert refused.value.finding.code == "F127"


def test_a_truncated_document_is_refused() -> None:
    """Half a file is damaged: what is left of it is not published as if it were whole."""
    data = letter_pdf(ANSWER)
    with pytest.raises(UnreadableError) as refused:
        _read(data[: len(data) // 2])
    assert refused.value.finding.code == "F119"


def test_a_tree_of_pages_that_loops_ends() -> None:
    """A tree of pages that holds itself counts each page once."""
    looping = raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {FONTS} >> >>".encode(),
            stream(text_at(72, 700, "En sida").encode()),
        ]
    )
    assert _outcome(looping) in {"published", "F119", "F127"}


def test_a_document_of_too_many_pages_is_refused() -> None:
    """Ten thousand pages are more than any letter has; none of them is read."""
    count = 10_000
    kids = " ".join(f"{number} 0 R" for number in range(3, 3 + count))
    pages = [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"] * count
    data = raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(), *pages])
    with pytest.raises(UnreadableError) as refused:
        _read(data)
    assert refused.value.finding.code == "F134"


@pytest.mark.parametrize(
    "content",
    [
        "1e30 0 0 1e30 0 0 cm " + text_at(72, 700, "Text"),
        "nan 0 0 nan 0 0 cm " + text_at(72, 700, "Text"),
        "q " * 5000 + text_at(72, 700, "Text"),
        text_at(99999999, 99999999, "Text"),
        "0 0 m " + "100 100 l " * 50_000 + "S " + text_at(72, 700, "Text"),
        "/X Do " + text_at(72, 700, "Text"),
    ],
)
def test_odd_numbers_and_drawings_are_borne(content: str) -> None:
    """Huge coordinates, deep stacks and drawings without end give a delivery or a refusal."""
    assert _outcome(one_page(content)) in {"published", "quarantined", "F119", "F124", "F127"}


@pytest.mark.parametrize("box", ["0 0 0 0", "0 0 1e9 1e9", "0 0 595 2147483648", "0 0 -595 -842", "0 0 0.1 0.1"])
def test_pages_of_odd_sizes_are_borne(box: str) -> None:
    """A page of any size gives a delivery or a refusal, and takes no memory by its size."""
    assert _outcome(one_page(text_at(72, 700, "Text på sidan"), box=box)) in {"published", "quarantined", "F119", "F124", "F127"}


def test_packed_files_are_handed_on() -> None:
    """A file packed in the document comes out with its name and bytes."""
    data = one_page(
        text_at(72, 700, "Se bilagan"),
        root="/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>",
        more=[b"<< /Type /Filespec /F (svar.txt) /UF (svar.txt) /EF << /F 6 0 R >> >>", stream(b"Svaret", "/Type /EmbeddedFile")],
    )
    (member,) = _read(data).members
    assert (member.name, member.data) == ("svar.txt", b"Svaret")


def test_what_is_no_pdf_does_not_fit() -> None:
    """A PDF is known by its mark, not by its name."""
    assert pdf.fits("brev.txt", letter_pdf(ANSWER))
    assert not pdf.fits("brev.pdf", b"Hej")


_REFUSED = {
    "broken_xref__pj__PDFBOX-4352-0.pdf": "F119",
    "broken_xref__pj__poppler-85140-0.pdf": "F119",
    "encrypted_pdf__fc__encryption_openpassword.pdf": "F118",
    "loop__pm__issue-1113-evil-xobjects.pdf": "quarantined",
    "wrong_extension__tk__file1.pdf": "F119",
    "zero_pages__fc__T02-03_006_page-object-missing.pdf": "F127",
    "scanned_image_only__tk__testOCR.pdf": "F124",
    "scanned_image_only__pm__pdf-with-jbig2.pdf": "F124",
    "scanned_image_only__tk__testPDF_jpeg2000.pdf": "F124",
    "encoding__pm__issue-791-non-unicode-cmap.pdf": "F124",
    "attachments_incremental__tk__testPDFPackage.pdf": "published",
    "broken_xref__fc__T03_001_no-cross-reference-table.pdf": "published",
    "encoding__tk__testExtraSpaces.pdf": "published",
    "encoding__tk__testOptionalHyphen.pdf": "published",
    "encrypted_pdf__fc__encryption_notextaccess.pdf": "published",
    "tables__pl__senate-expenditures.pdf": "published",
    "tables__pl__table-curves-example.pdf": "published",
}


@pytest.mark.parametrize("name", _REFUSED)
def test_strangers_files_end_as_they_should(name: str, shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files from other projects' suites are read or refused by what is wrong with each (without text recognition)."""
    monkeypatch.setattr(ocr, "available", lambda: False)
    assert _outcome((shared / "fixtures" / name).read_bytes()) == _REFUSED[name]


def test_letters_set_wide_apart_are_one_word(shared: Path) -> None:
    """Tracked letters are words, not letters with spaces between."""
    lines = _lines((shared / "fixtures" / "encoding__tk__testExtraSpaces.pdf").read_bytes())
    assert [line.text for line in lines] == ["Here is some formatted text"]


def test_a_word_divided_in_a_cell_keeps_a_hyphen_that_is_its_own() -> None:
    """Where the document writes a word with its hyphen elsewhere it keeps it in a cell too; any other is made whole."""
    given = (
        Line(1, "Den andra att-satsen gäller bad.", 1),
        Line(2, "första att\u00adsatserna\tom\u00adbyggnad", 1, "row", 1, cells=("första att\u00adsatserna", "om\u00adbyggnad")),
    )
    made = settled(given)
    assert made[0] is given[0]
    assert made[1].cells == ("första att-satserna", "ombyggnad")
    assert made[1].text == "första att-satserna\tombyggnad"
