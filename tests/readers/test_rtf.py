from __future__ import annotations

import pytest

from generator.model import Line
from generator.readers import rtf
from generator.readers.delivery import Delivery, UnreadableError

SHA = "0" * 64
HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset204 Arial Cyr;}{\f3\fcharset128 MS Mincho;}}"
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Rubrik 2;}{\s3\sbasedon2 Egen;}{\*\cs9 Tecken;}}"


def _deliver(body: str) -> Delivery:
    data = (HEAD + STYLES + body + "}").encode("cp1252")
    assert rtf.fits("svar.rtf", data)
    return rtf.read("svar.rtf", SHA, data)


def _read(body: str) -> tuple[Line, ...]:
    document = _deliver(body).document
    assert document is not None
    return document.lines


def _told(body: str) -> list[tuple[str, str]]:
    return [(line.style, line.text) for line in _read(body)]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"\'c5\'e4r f\'f6rs\'f6k", "Åär försök"), ("Åär råtext", "Åär råtext"), (r"\u197?\u228\'e4r", "Åär"), (r"\uc2\u197 xyr\uc0\u228 r", "Årär"),
        (r"ja\u-10179?\u-8704?", "ja😀"), (r"a\u-10179?b", "a�b"), (r"\f2\'c4\'e0\f0  ja", "Да ja"), (r"\f3\'82\'a0", "あ"), (r"{\f1\'b7} x", "• x"),
        (r"a\emdash b\endash c\~d\_e\-f\lquote g\rquote", "a—b–c d-ef‘g’"), (r"\{klammer\} \\", r"{klammer} \\"[:-1]), (r"{\mac\f9\'8c}", "å"),
        (r"{\upr{enkel}{\*\ud{utf\u246?r}}}", "utför"), (r"a\bin3 }}}b", "ab"), ("rad\n bryts inte\tmen tabb", "rad bryts inte\tmen tabb"),
        (r"\u229{\b x}y", "åxy"),
    ],
)  # fmt: skip
def test_characters_are_what_the_file_means(written: str, text: str) -> None:
    """Code pages, fonts, Unicode with its stand-ins, signs and binary data: the text is what Word would show."""
    assert _told(rf"\pard {written}\par") == [("text", text)]


def test_headings_are_known_by_level_style_and_size() -> None:
    """An outline level, a heading style in English or Swedish or one based on it, and larger type make a heading."""
    body = (
        r"\pard\s1 Ett\par\pard\s2 Tv\'e5\par\pard\s3 Tre\par\pard\outlinelevel3 Fyra\par\pard\s1\outlinelevel9 Br\'f6d\par"
        r"\pard\plain\fs32 Stor rad\par\pard\plain\fs22 Br\'f6dtext som \'e4r l\'e4ngre \'e4n de andra raderna tillsammans.\par"
    )
    assert [(line.style, line.level, line.text) for line in _read(body)][:6] == [
        ("heading", 1, "Ett"), ("heading", 2, "Två"), ("heading", 2, "Tre"), ("heading", 4, "Fyra"), ("text", 0, "Bröd"), ("heading", 1, "Stor rad"),
    ]  # fmt: skip


def test_list_labels_are_kept() -> None:
    """The label that is written for old programs is the label that is shown; any glyph is a bullet."""
    body = (
        r"\pard{\listtext\f0 a)\tab}\ilvl1\ls1 f\'f6rsta\par{\listtext{\f1\'b7}\tab}punkt\line mer\par"
        r"\pard{\pntext 2.\tab}{\*\pn\pnlvlbody}andra\par\pard vanlig\par"
    )
    assert [(line.style, line.level, line.text) for line in _read(body)] == [
        ("item", 2, "a) första"), ("item", 2, "• punkt"), ("text", 0, "mer"), ("item", 1, "2. andra"), ("text", 0, "vanlig"),
    ]  # fmt: skip


def test_tables_are_rows_of_cells() -> None:
    """Rows that follow one another are a table; nested cells and paragraphs stand in their cell, a single column is text."""
    body = (
        r"\pard f\'f6re\par\trowd\cellx1\cellx2\pard\intbl Instans\cell Svar\cell\row\trowd\cellx1\cellx2\pard\intbl Skoln\'e4mnden\cell ja\par men\cell\row"
        r"\trowd\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl z\cell w\cell\row"
        r"\pard mellan\par\trowd\cellx1\pard\intbl ram\cell\row\pard efter\par\trowd\pard\intbl A\cell B\cell\row"
    )
    assert [(line.style, line.level, line.cells or line.text) for line in _read(body)] == [
        ("text", 0, "före"), ("row", 1, ("Instans", "Svar")), ("row", 1, ("Skolnämnden", "ja men")), ("row", 1, ("x y z", "w")),
        ("text", 0, "mellan"), ("text", 0, "ram"), ("text", 0, "efter"), ("row", 2, ("A", "B")),
    ]  # fmt: skip


def test_cells_of_different_widths_stand_in_their_columns() -> None:
    """A cell that spans two columns has its text in the first; widths that do not add up leave the cells as they come."""
    body = (
        r"\trowd\cellx2000\cellx3000\pard\intbl bred\cell sist\cell\row\trowd\cellx1000\cellx2010\cellx3000\pard\intbl a\cell b\cell c\cell\row"
        r"\pard\par\pard mellan\par\trowd\cellx1000\pard\intbl d\cell e\cell\row"
        r"\pard\par\pard mer\par\trowd\cellx1000\cellx1010\cellx1020\cellx3000\pard\intbl f\cell g\cell h\cell i\cell\row"
    )
    assert [line.cells or line.text for line in _read(body)] == [
        ("bred", "", "sist"),
        ("a", "b", "c"),
        "mellan",
        ("d", "e"),
        "mer",
        ("f", "g", "h", "i"),
    ]


def test_notes_stand_after_their_paragraph() -> None:
    """Footnotes are counted by themselves, endnotes by themselves; a mark of the author's own is kept."""
    body = (
        r"\aftnnrlc\pard Ord {\super\chftn{\*\footnote\pard{\super\chftn} N\'e4mnden.\par Mer.}} vidare{\super *{\footnote\pard {\super *} Egen.}} slut."
        r"{\super\chftn{\footnote\ftnalt{\super\chftn} Sist.}}\par\pard N\'e4sta{\super\chftn{\footnote Tv\'e5.}}.\par"
    )
    assert _told(body) == [
        ("text", "Ord¹ vidare* slut.ⁱ"), ("note", "¹ Nämnden. Mer."), ("note", "* Egen."), ("note", "ⁱ Sist."), ("text", "Nästa²."), ("note", "² Två."),
    ]  # fmt: skip


def test_headers_stand_first_and_footers_last_each_once() -> None:
    """The same header on every section is one line; the number of the page is no text."""
    body = (
        r"{\header\pard Dnr KS 2024/12\tab Kommunen\par}{\footer Sida {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}\pard Text\par\sect"
        r"{\headerf\pard Dnr KS 2024/12\tab Kommunen\par}\pard Mer\par"
    )
    assert _told(body) == [
        ("header", "Dnr KS 2024/12\tKommunen"),
        ("text", "Text"),
        ("text", "Mer"),
        ("footer", "Sida"),
    ]


def test_only_accepted_and_visible_text_is_read() -> None:
    """Insertions are in; deletions, moved text, hidden text and comments are out, and a finding says that they were there."""
    delivery = _deliver(
        r"\pard kvar {\deleted borta }{\revised nytt }{\mvf flyttat }{\v dolt }{\*\atnid AB}{\*\annotation\pard kommentar}{\plain slut}{\deleted\par}sammanf\'f6rt\par"
    )
    assert delivery.document is not None
    assert [line.text for line in delivery.document.lines] == ["kvar nytt slutsammanfört"]
    (finding,) = delivery.findings
    assert finding.code == "F117"
    assert "2 strukna ändringar, 1 tillagd ändring, 1 kommentar och dold text" in finding.message


def test_white_letters_are_hidden_only_on_white_paper() -> None:
    """White on nothing is left out with a finding; white on a shaded cell, paragraph or word is read."""
    colours = r"{\colortbl;\red0\green0\blue0;\red255\green254\blue255;}"
    delivery = _deliver(colours + r"\pard syns{\cf2  dolt}\cf1  ocks\'e5\par")
    assert delivery.document is not None
    assert [line.text for line in delivery.document.lines] == ["syns också"]
    assert [finding.code for finding in delivery.findings] == ["F117"]
    body = (
        r"\pard\cbpat1\cf2 stycke\par\pard{\highlight1 ord}\par\trowd\clcbpat1\cellx1\cellx2\pard\intbl A\cell B\cell\row"
        r"\trowd\cellx1\cellx2\pard\intbl\cf1 C\cell{\cf2 D}\cell\row"
    )
    assert [line.text for line in _read(colours + body)] == ["stycke", "ord", "A\tB", "C\t"]


def test_fields_links_and_text_boxes_give_what_they_show() -> None:
    """A field gives its result and not its instruction; a box its text once, whichever way it is written."""
    body = (
        r'\pard Se {\field{\*\fldinst{HYPERLINK "http://x"}}{\fldrslt{\ul sidan}}} nu'
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn x}{\sv y}}{\shptxt\pard I rutan\par}}{\shprslt{\*\do{\dptxbxtext\pard I rutan\par}}}}\par"
    )
    assert _told(body) == [("text", "I rutan"), ("text", "Se sidan nu")]


def test_pictures_and_objects_are_named_and_never_text() -> None:
    """A large picture or an embedded object is stepped over with a note."""
    delivery = _deliver(
        r"\pard text{\pict\pngblip "
        + "89504e47\n" * 6000
        + r"}{\object{\*\objclass X}{\*\objdata 0105}{\result visat}}\par"
    )
    assert delivery.document is not None
    assert [line.text for line in delivery.document.lines] == ["textvisat"]
    assert [finding.code for finding in delivery.findings] == ["F137"]
    assert _deliver(r"\pard text{\pict\pngblip 89504e47}\par").findings == ()


def test_struck_paragraphs_are_marked() -> None:
    """A paragraph struck out as a whole is marked so."""
    assert [(line.text, line.struck) for line in _read(r"\pard{\strike bort\b  alltihop}\par\pard{\strike del} av\par")] == [
        ("bort alltihop", True), ("av", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{\\rtf1 " + b"{" * 100_000 + b"x", "F123"), (b"{\\rtf1 {\\b Hej {\\i p\\'e5", "F119"), (b"{\\rtf1 }", "F127"), (b"{\\rtf1\\bin999999999 ", "F127"),
        (b"{\\rtf1 " + b"x\\par " * 120_000 + b"}", "F134"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    """Groups without end, a missing end, nothing at all and too much are findings."""
    with pytest.raises(UnreadableError) as refused:
        rtf.read("a.rtf", SHA, data)
    assert refused.value.finding.code == code


def test_a_missing_last_brace_is_forgiven() -> None:
    """Some programs leave the last brace out; all of the text is there."""
    document = rtf.read("a.rtf", SHA, b"{\\rtf1 Hela texten.\\par").document
    assert document is not None
    assert [line.text for line in document.lines] == ["Hela texten."]
