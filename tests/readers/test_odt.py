from __future__ import annotations

import io
import zipfile

import pytest

from generator.model import Line
from generator.readers import odt, rtf
from generator.readers.delivery import Delivery, UnreadableError

SHA = "0" * 64
MIME = "application/vnd.oasis.opendocument.text"
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for short, full in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("manifest", "manifest"),
    )
)  # fmt: skip
STYLES = """
<style:style style:name="Heading_20_2" style:family="paragraph" style:default-outline-level="2"/>
<style:style style:name="Egen" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
<style:style style:name="Dold" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Doldare" style:family="text" style:parent-style-name="Dold"/>
<style:style style:name="Struken" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="Upp" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>
<text:list-level-style-bullet text:level="3" text:bullet-char="&#xF0B7;"/></text:list-style>
<text:list-style style:name="R"><text:list-level-style-number text:level="1" style:num-format="I" style:num-prefix="(" style:num-suffix=")" text:start-value="4"/></text:list-style>
"""

ENDLESS = (
    '<table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999">'
    "<text:p>x</text:p></table:table-cell></table:table-row>"
)


def _flat(body: str, styles: str = STYLES, rest: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:mimetype="{MIME}"><office:styles>{styles}</office:styles>{rest}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def _package(body: str, heads: str = "", manifest: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", f"<manifest:manifest {_SPACES}>{manifest}</manifest:manifest>")
        package.writestr(
            "content.xml",
            f"<office:document-content {_SPACES}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        package.writestr(
            "styles.xml",
            f"<office:document-styles {_SPACES}><office:styles>{STYLES}</office:styles>{heads}</office:document-styles>",
        )
    return made.getvalue()


def _deliver(data: bytes) -> Delivery:
    assert odt.fits("svar.odt", data)
    return odt.read("svar.odt", SHA, data)


def _read(body: str) -> tuple[Line, ...]:
    flat, packed = _deliver(_flat(body)).document, _deliver(_package(body)).document
    assert flat is not None
    assert packed is not None
    assert flat.lines == packed.lines
    return flat.lines


def _told(body: str) -> list[tuple[str, str]]:
    return [(line.style, line.text) for line in _read(body)]


def test_paragraphs_headings_and_white_space() -> None:
    """Both forms of the file give the same: headings with their level, breaks as lines, and spaces as they are meant."""
    lines = _read(
        '<text:h text:outline-level="3">Rubrik</text:h><text:p text:style-name="Egen">Under</text:p>'
        '<text:p>ett\n  två<text:s text:c="9"/>tre<text:tab/>fyra<text:line-break/>fem<text:soft-page-break/> sex</text:p><text:p/>'
    )
    assert [(line.number, line.style, line.level, line.text) for line in lines] == [
        (1, "heading", 3, "Rubrik"), (2, "heading", 2, "Under"), (3, "text", 0, "ett två tre\tfyra"), (4, "text", 0, "fem sex"),
    ]  # fmt: skip


def test_lists_have_the_labels_that_are_shown() -> None:
    """Numbers, letters, upper levels, bullets and prefixes; a list goes on where it says so and begins anew where it does not."""
    item = "<text:list-item><text:p>{}</text:p></text:list-item>"
    body = (
        '<text:list text:style-name="L">' + item.format("ett") + "<text:list-item><text:p>två</text:p><text:p>mer</text:p><text:list>"
        + item.format("aa") + "<text:list-item><text:p>bb</text:p><text:list>" + item.format("punkt") + "</text:list></text:list-item></text:list>"
        '</text:list-item></text:list><text:p>mellan</text:p><text:list text:style-name="L" text:continue-numbering="true">' + item.format("tre")
        + '</text:list><text:list text:style-name="L">' + item.format("nytt") + '<text:list-item text:start-value="8"><text:p>åtta</text:p></text:list-item>'
        "<text:list-header><text:p>utan</text:p></text:list-header></text:list>"
        '<text:list text:style-name="R">' + item.format("fyra") + "</text:list><text:list>" + item.format("okänd") + "</text:list>"
    )  # fmt: skip
    assert _told(body) == [
        ("item", "1. ett"), ("item", "2. två"), ("text", "mer"), ("item", "2.a) aa"), ("item", "2.b) bb"), ("item", "• punkt"), ("text", "mellan"),
        ("item", "3. tre"), ("item", "1. nytt"), ("item", "8. åtta"), ("text", "utan"), ("item", "(IV) fyra"), ("item", "• okänd"),
    ]  # fmt: skip


def test_numbered_headings_keep_their_numbers() -> None:
    """Where the document numbers its headings the number is part of what it shows."""
    outline = (
        '<text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    head = '<text:h text:outline-level="{}">{}</text:h>'
    document = _deliver(
        _flat(
            head.format(1, "A") + head.format(2, "B") + head.format(2, "C") + head.format(1, "D") + head.format(2, "E"),
            outline,
        )
    ).document
    assert document is not None
    assert [line.text for line in document.lines] == ["1 A", "1.1 B", "1.2 C", "2 D", "2.1 E"]


def test_tables_are_rows_with_repetitions_bounded() -> None:
    """Spanned cells have their text once, what is hidden is out, and a million empty columns are none."""
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row{}>{}</table:table-row>"
    body = (
        '<table:table><table:table-column table:number-columns-repeated="1000000"/><table:table-header-rows>'
        + row.format("", cell.format("", "Instans") + cell.format(' table:number-columns-spanned="2"', "Svar") + "<table:covered-table-cell/>")
        + "</table:table-header-rows>"
        + row.format("", cell.format("", "a") + "<table:table-cell><text:p>b</text:p><table:table>" + row.format("", cell.format("", "c"))
                     + "</table:table></table:table-cell>" + cell.format(' table:number-columns-repeated="1000000"', ""))
        + row.format(' table:number-rows-repeated="2"', cell.format("", "d") + cell.format("", "e") + cell.format("", "f"))
        + row.format(' table:visibility="collapse"', cell.format("", "gömd"))
        + row.format(' table:number-rows-repeated="1048576"', cell.format("", "")) + "</table:table>"
        "<table:table>" + row.format("", cell.format("", "ram")) + "</table:table>"
    )  # fmt: skip
    lines = _read(body)
    assert [line.cells or line.text for line in lines] == [
        ("Instans", "Svar", ""),
        ("a", "b c", ""),
        ("d", "e", "f"),
        ("d", "e", "f"),
        "ram",
    ]
    assert [line.level for line in lines] == [1, 1, 1, 1, 0]


def test_a_cell_over_several_rows_has_its_text_once_and_moves_no_other() -> None:
    """Where a cell from above covers a column the others stay in theirs; what the covered cell holds is not shown."""
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = (
        "<table:table><table:table-row>" + cell.format("a") + cell.format("hög") + cell.format("c") + "</table:table-row><table:table-row>"
        + cell.format("d") + "<table:covered-table-cell><text:p>skymd</text:p></table:covered-table-cell>" + cell.format("f")
        + "</table:table-row></table:table>"
    )  # fmt: skip
    assert [line.cells for line in _read(body)] == [("a", "hög", "c"), ("d", "", "f")]


def test_notes_stand_after_their_paragraph_with_the_mark_they_have() -> None:
    """Footnotes and endnotes follow what refers to them; a note in a table cell follows its row."""
    note = "<text:note><text:note-citation>{}</text:note-citation><text:note-body><text:p>{}</text:p><text:p>mer</text:p></text:note-body></text:note>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = (
        f"<text:p>Ord {note.format('1', 'Noten')} och{note.format('ii', 'Slut')} fler.</text:p><text:p>Nästa</text:p>"
        f"<table:table><table:table-row>{cell.format('a' + note.format('2', 'I cell'))}{cell.format('b')}</table:table-row></table:table>"
    )
    assert _told(body) == [
        ("text", "Ord¹ ochⁱⁱ fler."), ("note", "¹ Noten mer"), ("note", "ⁱⁱ Slut mer"), ("text", "Nästa"), ("row", "a²\tb"), ("note", "² I cell mer"),
    ]  # fmt: skip


def test_only_accepted_and_visible_text_is_read() -> None:
    """Deleted and hidden text and comments are out, what was inserted is in, and a finding says that they were there."""
    delivery = _deliver(
        _flat(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>borttaget</text:p></text:deletion></text:changed-region>"
            "<text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
            '<text:p>kvar <text:span text:style-name="Doldare">dolt</text:span><text:change-start/>nytt<text:change-end/><office:annotation><text:p>kommentar'
            "</text:p></office:annotation>!</text:p>"
            '<text:section text:display="none"><text:p>dolt</text:p></text:section><text:section text:name="s"><text:p>syns</text:p></text:section>'
            '<text:p>a<text:hidden-text text:string-value="dolt">dolt</text:hidden-text>b</text:p>'
            '<text:p><text:hidden-paragraph text:is-hidden="true"/>dolt</text:p>'
        )
    )
    assert delivery.document is not None
    assert [line.text for line in delivery.document.lines] == ["kvar nytt!", "syns", "ab"]
    (finding,) = delivery.findings
    assert finding.code == "F117"
    assert "1 struken ändring, 1 tillagd ändring, 1 kommentar och dold text" in finding.message


def test_white_letters_are_hidden_only_on_white_paper() -> None:
    """White on nothing is left out with a finding; white on a shaded cell, in a drawn shape or on a coloured page is read."""
    style = '<style:style style:name="{}" style:family="{}"><style:{}-properties fo:{}="{}"/></style:style>'
    styles = style.format("V", "text", "text", "color", "#FFFFFF") + style.format(
        "C", "table-cell", "table-cell", "background-color", "#003366"
    )
    span = '<text:p>{}<text:span text:style-name="V">{}</text:span></text:p>'
    body = (
        span.format("syns", " dolt") + '<table:table><table:table-row><table:table-cell table:style-name="C">' + span.format("", "A")
        + "</table:table-cell><table:table-cell>" + span.format("b", "dolt") + "</table:table-cell></table:table-row></table:table>"
        "<draw:custom-shape>" + span.format("", "form") + "</draw:custom-shape>"
    )  # fmt: skip
    delivery = _deliver(_flat(body, styles))
    assert delivery.document is not None
    assert [line.text for line in delivery.document.lines] == ["syns", "A\tb", "form"]
    assert [finding.code for finding in delivery.findings] == ["F117"]
    page = '<style:page-layout style:name="p"><style:page-layout-properties fo:background-color="#000000"/></style:page-layout>'
    coloured = _deliver(_flat(body, styles, f"<office:automatic-styles>{page}</office:automatic-styles>"))
    assert coloured.document is not None
    assert [line.text for line in coloured.document.lines] == ["syns dolt", "A\tbdolt", "form"]
    assert coloured.findings == ()


def test_looks_are_kept_where_they_mean_something() -> None:
    """A struck paragraph is marked, a raised number is raised, ruby and descriptions of pictures are left out."""
    lines = _read(
        '<text:p><text:span text:style-name="Struken">bort</text:span></text:p>'
        '<text:p>10 m<text:span text:style-name="Upp">2</text:span> <text:ruby><text:ruby-base>bas</text:ruby-base><text:ruby-text>uttal</text:ruby-text></text:ruby>'
        "<draw:frame><svg:title>titel</svg:title><draw:image/></draw:frame></text:p>"
    )
    assert [(line.text, line.struck) for line in lines] == [("bort", True), ("10 m² bas", False)]


def test_boxes_and_fields_give_what_they_show() -> None:
    """A text box's paragraphs stand before the one it is anchored in; an index gives its entries and not its template."""
    body = (
        "<text:p>värd<draw:frame><draw:text-box><text:p>i rutan</text:p><text:list><text:list-item><text:p>punkt</text:p></text:list-item></text:list>"
        "</draw:text-box></draw:frame> slut</text:p><draw:custom-shape><text:p>i formen</text:p></draw:custom-shape>"
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>mall</text:index-title-template></text:table-of-content-source>"
        "<text:index-body><text:p>Bakgrund<text:tab/>3</text:p></text:index-body></text:table-of-content>"
    )
    assert _told(body) == [
        ("text", "i rutan"),
        ("item", "• punkt"),
        ("text", "värd slut"),
        ("text", "i formen"),
        ("text", "Bakgrund\t3"),
    ]


def test_headers_of_the_pages_in_use_are_read() -> None:
    """The header of the first page and of those that follow are lines; one that no page uses is none, nor is one that is switched off."""
    master = '<style:master-page style:name="{}"{}><style:header><text:p>{} <text:page-number>1</text:page-number></text:p></style:header>{}</style:master-page>'
    masters = (
        master.format("Första", ' style:next-style-name="Andra"', "Dnr 1", "") + master.format("Andra", "", "Dnr 1", "<style:footer><text:p>Fot</text:p></style:footer>")
        + master.format("Oanvänd", "", "Nej", "") + master.format("Standard", "", "Nej", "")
    )  # fmt: skip
    masters = masters.replace(
        "<style:footer>",
        '<style:header-left style:display="false"><text:p>Nej</text:p></style:header-left><style:footer>',
    )
    styles = STYLES + '<style:style style:name="P" style:family="paragraph" style:master-page-name="Första"/>'
    data = _flat(
        '<text:p text:style-name="P">Text</text:p>', styles, f"<office:master-styles>{masters}</office:master-styles>"
    )
    document = _deliver(data).document
    assert document is not None
    assert [(line.style, line.text) for line in document.lines] == [
        ("header", "Dnr 1"),
        ("text", "Text"),
        ("footer", "Fot"),
    ]
    plain = _deliver(
        _flat("<text:p>Text</text:p>", rest=f"<office:master-styles>{masters}</office:master-styles>")
    ).document
    assert plain is not None
    assert [line.text for line in plain.lines] == ["Nej", "Text"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_package("<text:p>x</text:p>", manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"), "F118"),
        (_package("<text:p>x"), "F119"), (_package("<text:p>x</text:p>")[:-60], "F119"), (_flat("<text:p/>"), "F127"),
        (_package("<text:section>" * 300 + "</text:section>" * 300), "F123"),
        (_flat("<table:table>" + ENDLESS * 3 + "</table:table>"), "F123"),
        (_flat("<text:p>&a;</text:p>").replace(b"<office:document ", b'<!DOCTYPE d [<!ENTITY a "b">]><office:document ', 1), "F119"),
        (_flat("<text:p>x</text:p>").replace(b"office:text>", b"office:spreadsheet>"), "F119"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    """Locked, damaged, empty, too deep, with entities of its own or without a text: each is a finding."""
    with pytest.raises(UnreadableError) as refused:
        odt.read("a.odt", SHA, data)
    assert refused.value.finding.code == code


def test_the_format_is_known_by_its_content() -> None:
    """A spreadsheet, an archive with a document inside and other XML are not taken for a text."""
    sheet = _package("").replace(MIME.encode(), MIME.replace("text", "spreadsheet").encode())
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as package:
        package.writestr("a.odt", _package("<text:p>x</text:p>"))
    assert not odt.fits("a.odt", sheet)
    assert not odt.fits("a.odt", archive.getvalue())
    assert not odt.fits("a.odt", b"<?xml version='1.0'?><a/>")
    assert not rtf.fits("a.odt", sheet)
