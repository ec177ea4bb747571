from __future__ import annotations

import pytest

from generator.model import Line
from generator.readers import html
from generator.readers.delivery import UnreadableError

SHA = "0" * 64


def _read(body: str, head: str = "") -> tuple[Line, ...]:
    delivery = html.read(
        "svar.html", SHA, f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()
    )
    assert delivery.document is not None
    assert delivery.outcome == "published"
    return delivery.document.lines


def _told(body: str) -> list[tuple[str, str]]:
    return [(line.style, line.text) for line in _read(body)]


def _codes(data: bytes) -> list[str]:
    return [finding.code for finding in html.read("svar.html", SHA, data).findings]


def test_headings_paragraphs_and_line_breaks_become_lines() -> None:
    """A heading has its level, a paragraph is a line, and so is what stands after a line break."""
    lines = _read("<h2>Svar på\n motion</h2><p>Första   <b>stycket</b>\noch&nbsp;mer.<br>Ny rad</p>löst<div>eget</div>")
    assert [(line.number, line.style, line.level, line.text, line.opens) for line in lines] == [
        (1, "heading", 2, "Svar på motion", True),
        (2, "text", 0, "Första stycket och mer.", True),
        (3, "text", 0, "Ny rad", True),
        (4, "text", 0, "löst", True),
        (5, "text", 0, "eget", True),
    ]


def test_machinery_and_comments_are_no_text() -> None:
    """Scripts, styles, templates, comments and the head leave nothing behind."""
    assert _told(
        "<script>a()</script><style>p{}</style><template><p>mall</p></template><!-- tyst --><noscript>utan</noscript><p>Text</p>"
    ) == [("text", "Text")]


def test_lists_have_the_labels_that_are_shown() -> None:
    """Numbers start, count and turn as the list says, letters and Roman numbers too; bullets are •."""
    body = (
        "<ol start=3><li>tre<li value=7>sju<ul><li>punkt</ul><li>åtta</ol><ol type=a><li>första</li><li><p>andra</p><p>mer</p></ol>"
        "<ol style='list-style-type: upper-roman'><li>ett</ol><ol reversed><li>två<li>ett</ol><ul style='list-style:none'><li>utan</ul>"
    )
    assert _told(body) == [
        ("item", "3. tre"), ("item", "7. sju"), ("item", "• punkt"), ("item", "8. åtta"), ("item", "a. första"), ("item", "b. andra"),
        ("text", "mer"), ("item", "I. ett"), ("item", "2. två"), ("item", "1. ett"), ("text", "utan"),
    ]  # fmt: skip


def test_word_lists_keep_their_labels_and_levels() -> None:
    """A list that Word has exported as paragraphs is a list."""
    body = (
        "<p style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>"
        "<![endif]>punkt<o:p></o:p></p><p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.&nbsp;</span>andra</p><p>vanlig</p>"
    )
    assert [(line.style, line.level, line.text) for line in _read(body)] == [
        ("item", 2, "• punkt"), ("item", 1, "2. andra"), ("text", 0, "vanlig"),
    ]  # fmt: skip


def test_lists_in_words_filtered_export_are_known_by_the_gap() -> None:
    """A mark, a gap of small type and a text are a list item; such a gap after a word is only a gap."""
    gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
    body = (
        f"<p>2.{gap}andra</p><p><span style='font-family:Symbol'>·{gap}</span>punkt</p><p>Dnr{gap}KS 1</p><p>vanlig</p>"
    )
    assert _told(body) == [("item", "2. andra"), ("item", "• punkt"), ("text", "Dnr KS 1"), ("text", "vanlig")]


def test_comments_of_reviewers_are_left_out_with_a_finding() -> None:
    """What Word and Google's editor export as comments is no text of the document."""
    data = (
        "<html><p>Text<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup> slut<a class=msocomanchor href='#_msocom_1'>[AB1]</a>.</p>"
        "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a> Anmärkning</p></div><div style='mso-element:comment'><p>Annan</p></div>"
    ).encode()
    delivery = html.read("a.html", SHA, data)
    assert delivery.document is not None
    assert [line.text for line in delivery.document.lines] == ["Text slut."]
    assert [finding.message.partition(";")[0] for finding in delivery.findings] == ["Dokumentet har 2 kommentarer"]


def test_a_table_is_rows_of_cells_with_spanning_text_once() -> None:
    """Cells stand in their columns; one that spans several has its text in the first of them."""
    lines = _read(
        "<table><caption>Svaren</caption><thead><tr><th>Instans<th colspan=2>Svar</thead><tr><td rowspan=2>Skolnämnden<td>ja<td>nej"
        "<tr><td><ul><li>a</ul><table><tr><td>inre</table><td>x\ty</table><table><tr><td>A<td>B</table>"
    )
    assert [(line.style, line.level, line.cells or line.text) for line in lines] == [
        ("text", 0, "Svaren"),
        ("row", 1, ("Instans", "Svar", "")),
        ("row", 1, ("Skolnämnden", "ja", "nej")),
        ("row", 1, ("", "• a inre", "x y")),
        ("row", 2, ("A", "B")),
    ]
    assert all(line.text == "\t".join(line.cells) for line in lines if line.style == "row")


def test_a_table_that_only_arranges_the_page_is_paragraphs() -> None:
    """One cell, one column, tables in tables and what says so itself are no tables."""
    body = "<table><tr><td>ensam</table><table role=presentation><tr><td>a<td>b</table><table><tr><td><h2>R</h2><td>c</table>"
    assert _told(body) == [("text", "ensam"), ("text", "a"), ("text", "b"), ("heading", "R"), ("text", "c")]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Ord <a href='#f1' id='r1'><sup>1</sup></a> och mer.</p><p>Nästa.</p><ol><li id='f1'><p>Notens text. <a href='#r1'>↩</a></p></li></ol>",
        "<p>Ord<a class='sdfootnoteanc' name='a1' href='#s1'><sup>1</sup></a> och mer.</p><p>Nästa.</p>"
        "<div id='n1'><p><a name='s1' href='#a1'>1</a> Notens text.</p></div>",
        "<p>Ord<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> och mer.</p><p>Nästa.</p>"
        "<div style='mso-element:footnote' id='ftn1'><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Notens</p><p>text.</p></div>",
    ],
)
def test_a_footnote_stands_after_the_paragraph_that_refers_to_it(body: str) -> None:
    """Two links that point at each other are a note, whichever program wrote them."""
    assert _told(body) == [("text", "Ord¹ och mer."), ("note", "¹ Notens text."), ("text", "Nästa.")]


def test_a_number_that_is_only_a_link_stays_in_the_text() -> None:
    """A link with a number to somewhere that does not point back is no note."""
    assert _told("<p>Se <a href='#b'>2</a>.</p><p id='b'>Bilaga</p>") == [("text", "Se 2."), ("text", "Bilaga")]
    within = "<p>Se <a id='r' href='#t'>1</a> och <span id='t'>detta <a href='#r'>2</a></span>.</p>"
    assert _told(within) == [("text", "Se 1 och detta 2.")]
    assert _told("<p>10 m<sup>2</sup></p>") == [("text", "10 m²")]


def test_struck_paragraphs_are_marked_and_deletions_inside_are_left_out() -> None:
    """A paragraph struck out as a whole stays, marked; a deletion inside one is not read, and a finding says so."""
    lines = _read(
        "<p><s>Struket</s></p><p style='text-decoration:line-through'>Även <b>detta</b></p><p>delvis <s>struket</s></p>"
    )
    assert [(line.text, line.struck) for line in lines] == [
        ("Struket", True),
        ("Även detta", True),
        ("delvis", False),
    ]
    delivery = html.read("a.html", SHA, b"<html><p>kvar <del>bort</del> <ins>nytt</ins>")
    assert delivery.document is not None
    assert [line.text for line in delivery.document.lines] == ["kvar nytt"]
    assert [finding.message.partition(";")[0] for finding in delivery.findings] == ["Dokumentet har 1 struken ändring"]


@pytest.mark.parametrize(
    ("hidden", "why"),
    [
        ("<p style='display:none'>gömt</p>", "inte visas"), ("<p hidden>gömt</p>", "inte visas"),
        ("<p style='VISIBILITY: Hidden'>gömt</p>", "inte visas"), ("<p class=dold>gömt</p>", "inte visas"),
        ("<p class='a DOLD b'><i>gömt</i></p>", "inte visas"), ("<span style='mso-hide:all'>gömt</span>", "inte visas"),
        ("<p style='opacity:0.0'>gömt</p>", "inte visas"), ("<p style='font-size:0pt'>gömt</p>", "storlek noll"),
        ("<p style='font-size:0.1px'>gömt</p>", "storlek noll"), ("<p style='color:white'>gömt</p>", "bakgrunden"),
        ("<p style='color:#FEFEFE !important'>gömt</p>", "bakgrunden"), ("<font color=#ffffff>gömt</font>", "bakgrunden"),
        ("<div style='background-color:#123456'><p style='color:rgb(18, 52, 86)'>gömt</p></div>", "bakgrunden"),
        ("<table><tr><td bgcolor=black style='color:#000'>gömt<td>a</table>", "bakgrunden"),
        ("<p style='position:absolute;left:-9999px'>gömt</p>", "utanför"), ("<p style='text-indent:-999em'>gömt</p>", "utanför"),
        ("<p style='position:absolute;clip:rect(0,0,0,0)'>gömt</p>", "utanför"),
    ],
)  # fmt: skip
def test_a_document_with_text_that_nobody_sees_waits_for_an_editor(hidden: str, why: str) -> None:
    """Hidden words are not read, and they hold the document back."""
    data = f"<html><head><style>/* p{{}} */ .dold, .x {{ display : none }}</style></head><body><p>Synligt</p>{hidden}</body>".encode()
    delivery = html.read("a.html", SHA, data)
    assert delivery.outcome == "quarantined"
    assert [finding.code for finding in delivery.findings] == ["F116"]
    assert why in delivery.findings[0].message
    assert delivery.document is not None
    assert "gömt" not in repr(delivery.document)


@pytest.mark.parametrize(
    "body",
    [
        "<p style='color:#000'>syns</p>", "<p style='background:#000;color:white'>syns</p>", "<p style='font-size:6pt'>syns</p>",
        "<p style='display:none'> &nbsp; </p>syns", "<p style='font-size:0'><span style='font-size:12pt'>syns</span></p>",
        "<div style='visibility:hidden'><p style='visibility:visible'>syns</p></div>", "<p style='text-indent:-18pt'>syns</p>",
        "<style>@media print { .y { color:red } .x { display:none } }</style><p class=x>syns</p>", "<p style='color:var(--x)'>syns</p>",
        "<p style='background-image:url(a);color:white'>syns</p>", "<i aria-hidden=true>syns</i>", "<p style='display:block;color'>syns</p>",
    ],
)  # fmt: skip
def test_text_that_can_be_seen_is_never_held_back(body: str) -> None:
    """White on dark, small print, hanging indents and rules for print alone hide nothing."""
    assert [line.text for line in _read(body)] == ["syns"]


def test_menus_and_page_heads_are_headers_and_footers() -> None:
    """What frames a web page stands first and last, once; hidden menus are noted and hold nothing back."""
    data = (
        b"<html><body><nav>Start<ul><li>Om</ul><p hidden>Dold meny</p></nav><header>Kommunen</header><main><header>Ingress</header>"
        b"<p>Text</p></main><footer>Kontakt</footer><div title=footer><p>Sida</p></div></body>"
    )
    delivery = html.read("a.html", SHA, data)
    assert delivery.document is not None
    assert [(line.style, line.text) for line in delivery.document.lines] == [
        ("header", "Start"), ("header", "• Om"), ("header", "Kommunen"), ("text", "Ingress"), ("text", "Text"), ("footer", "Kontakt"), ("footer", "Sida"),
    ]  # fmt: skip
    assert delivery.outcome == "published"
    assert [finding.code for finding in delivery.findings] == ["F117"]


def test_a_head_that_holds_the_only_title_is_text() -> None:
    """The document's title is not furniture because it stands in the page's head."""
    assert _told("<header><h1>Yttrande</h1></header><p>Text</p>") == [("heading", "Yttrande"), ("text", "Text")]


def test_a_heading_known_by_its_font_alone_is_one_only_with_text_below() -> None:
    """Larger type is a heading; bold type is one where there are no others, but not the bold name that ends a letter."""
    body = "<p style='font-size:16pt'>Yttrande</p><p style='font-size:11pt'>Nämnden har inget att invända mot det.</p>"
    assert _told(body)[0] == ("heading", "Yttrande")
    assert _told("<p style='font-size:26pt'>Yttrande</p><p>Nämnden har inget att invända.</p>")[0] == (
        "heading",
        "Yttrande",
    )
    body = "<p><b>Bedömning</b></p><p>Nämnden är positiv.</p><p><b>Anna Berg</b></p><p><b>Ordförande</b></p>"
    assert [style for style, _ in _told(body)] == ["heading", "text", "text", "text"]
    body = "<p>Vi tackar för remissen.</p><p><b>Anna Berg</b></p><p>Ordförande</p>"
    assert [style for style, _ in _told(body)] == ["text", "text", "text"]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        ("<html><p>Åär</p>".encode(), []),
        ("<html><meta charset='iso-8859-1'><p>Åär –</p>".encode("cp1252"), []),
        ("<html><meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>Åär –</p>".encode("cp1252"), []),
        ("<?xml version='1.0' encoding='iso-8859-1'?><html xmlns='http://www.w3.org/1999/xhtml'><p>Åär</p></html>".encode("latin-1"), []),
        ("\ufeff<html><p>Åär</p>".encode("utf-16-le"), []),
        ("<html><meta charset='utf-8'><p>Åär</p>".encode("cp1252"), ["F103"]),
        ("<html><meta charset='base64'><p>Åär</p>".encode("cp1252"), ["F103"]),
    ],
)  # fmt: skip
def test_letters_are_right_whatever_the_encoding(data: bytes, codes: list[str]) -> None:
    """The mark, the page's own word, UTF-8 and Windows-1252 are tried in turn; a guess is a finding."""
    assert html.fits("a", data)
    delivery = html.read("a.html", SHA, data)
    assert delivery.document is not None
    assert "Åär" in delivery.document.lines[0].text
    assert [finding.code for finding in delivery.findings] == codes


@pytest.mark.parametrize(
    ("data", "code"), [("<div>" * 5000 + "x", "F123"), ("<html><img src=a>", "F127"), ("<html><p> &nbsp;", "F127")]
)
def test_what_cannot_be_read_is_refused(data: str, code: str) -> None:
    """A tree deeper than any document, and a page without text, are findings."""
    with pytest.raises(UnreadableError) as refused:
        html.read("a.html", SHA, data.encode())
    assert refused.value.finding.code == code


@pytest.mark.parametrize(
    ("file", "data", "fits"),
    [
        ("a", b"<!DOCTYPE HTML PUBLIC><p>", True), ("a.txt", b"\n <!-- x --><html>", True), ("a.html", b"<p class=x>Hej", True),
        ("a.txt", b"<p class=x>Hej", False), ("a", b"Om <html> i text", False), ("a.htm", b"Bara text", False), ("a.html", b"%PDF-1.4 <p>\0", False),
        ("a", b"<?xml version='1.0'?><svg>", False),
    ],
)  # fmt: skip
def test_html_is_known_by_its_content(file: str, data: bytes, fits: bool) -> None:  # noqa: FBT001 - a parameter of the table above
    """A document shows by its opening what it is; a fragment needs the name as well."""
    assert html.fits(file, data) is fits


def test_spans_beyond_reason_cost_nothing() -> None:
    """A cell that claims millions of rows and columns is one cell in a table of ordinary width."""
    lines = _read("<table><tr><td rowspan=99999999 colspan=4000000000>a<td>b<tr><td>c</table>")
    assert [line.cells for line in lines if line.style == "row"][0][0] == "a"  # noqa: RUF015 - the rows are all of the list
    assert len(lines) <= 2
