"""Headings, lists and tables of Word documents."""

from __future__ import annotations

import pytest

from generator.model import Line
from generator.readers import docx
from generator.readers.docx.numbering import counted
from generator.readers.docx.styles import heading_level
from tests.word import cell, deleted, item, levels, lists, par, run, table, word

_PROSE = "Nämnden har gått igenom frågan och ser inga hinder för att pröva den i mindre skala under nästa år."
_BODY = par(_PROSE) * 3


def _lines(body: str, **parts: object) -> tuple[Line, ...]:
    made = docx.read("svar.docx", "0" * 64, word(body, **parts)).document
    assert made is not None
    return made.lines


def _headings(body: str, **parts: object) -> list[tuple[str, int]]:
    return [(line.text, line.level) for line in _lines(body, **parts) if line.style == "heading"]


def _items(body: str, **parts: object) -> list[str]:
    return [line.text for line in _lines(body, **parts) if line.style == "item"]


def _rows(body: str, **parts: object) -> list[tuple[int, tuple[str, ...]]]:
    return [(line.level, line.cells) for line in _lines(body, **parts) if line.style == "row"]


@pytest.mark.parametrize(
    ("name", "outline", "level"),
    [
        ("heading 1", None, 1), ("Rubrik 3", None, 3), ("Rubrik 2 numrerad", None, 2), ("Title", None, 1), ("Subtitle", None, 2),
        ("Mellanrubrik", None, 2), ("heading 9", None, 6), ("Normal", 2, 3), ("heading 1", 9, 0), ("Tabellrubrik", None, 0),
        ("Normal", None, 0), ("header", None, 0), ("Sidhuvud", None, 0), ("Rubriker", None, 0), ("caption", None, 0),
    ],
)  # fmt: skip
def test_a_style_makes_a_heading_by_its_name_or_outline_level(name: str, outline: int | None, level: int) -> None:
    """English and Swedish names of heading styles are known, an outline level goes before the name, other names are not headings."""
    assert heading_level(name, outline) == level


def test_a_style_inherits_its_heading_level() -> None:
    """A municipality's own style based on a heading is a heading, unless it says that it is body text."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Lindsala"/><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Text"><w:name w:val="Löptext"/><w:basedOn w:val="H2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    assert _headings(par("Ärendet", "Egen") + par("Inte rubrik", "Text"), styles=styles) == [("Ärendet", 2)]


def test_bold_or_larger_lines_are_headings() -> None:
    """A short line in larger letters is a heading, one in bold a lower heading."""
    body = par(run("Svar på remiss", '<w:sz w:val="32"/>')) + _BODY + par(run("Bedömning", "<w:b/>")) + _BODY
    assert _headings(body) == [("Svar på remiss", 1), ("Bedömning", 2)]


@pytest.mark.parametrize(
    "body",
    [
        par(run("Fet ingress ", "<w:b/>") + run("och sedan vanlig text")) + _BODY,
        par(run("En hel mening som är fet.", "<w:b/>")) + _BODY,
        "".join(par(run(text, "<w:b/>")) for text in ("Lindsala kommun", "Fritidsnämnden", "Kvarngatan")) + _BODY,
        _BODY + par(run("Anna Ek", "<w:b/>")),
        par(run("FRN 2031/417", "<w:b/>")) + _BODY,
        par(run("att motionen avslås", "<w:b/>")) + _BODY,
        par(run("Allt är fett", "<w:b/>")) + par(run(_PROSE, "<w:b/>")) * 3,
    ],
)
def test_other_bold_words_are_no_headings(body: str) -> None:
    """Bold words in a paragraph, sentences, blocks of bold lines, numbers, and bold in an all-bold text make no heading."""
    assert _headings(body) == []


def test_a_headings_number_is_shown() -> None:
    """The number that Word counts out before a heading is part of it; a bullet is not."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = lists(levels(("decimal", "%1"), ("decimal", "%1.%2")))
    body = par("Ärendet", "H1") + par("Bakgrund", "H2") + par("Motionen", "H2") + par("Bedömning", "H1") + par("Ekonomi", "H2")
    assert [text for text, _ in _headings(body, styles=styles, numbering=numbering)] == [
        "1 Ärendet", "1.1 Bakgrund", "1.2 Motionen", "2 Bedömning", "2.1 Ekonomi",
    ]  # fmt: skip


def test_labels_are_counted_out() -> None:
    """Levels count by themselves, start over after a higher one, and show the higher counts where the list says so."""
    numbering = lists(levels(("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%1.%2.%3")))
    body = item("ett") + item("a", level=1) + item("b", level=1) + item("djupt", level=2) + item("två") + item("a igen", level=1)
    assert _items(body, numbering=numbering) == ["1. ett", "a) a", "b) b", "1.b.i djupt", "2. två", "a) a igen"]


def test_any_bullet_is_a_bullet() -> None:
    """Every glyph of a bulleted list is shown as the same one."""
    numbering = lists(levels(("bullet", "\uf0b7"), ("bullet", "–"), ("bullet", "o")))
    body = item("ett") + item("två", level=1) + item("tre", level=2)
    assert _items(body, numbering=numbering) == ["• ett", "• två", "• tre"]


def test_a_list_may_start_elsewhere_and_go_on() -> None:
    """A list that overrides its start begins there; another list of the same definition goes on counting."""
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    abstract = f'<w:abstractNum w:abstractNumId="7">{levels(("decimal", "%1."))}</w:abstractNum>'
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{start.format(1)}</w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    body = item("a") + item("b") + item("c", 2) + item("d", 2) + item("e", 3)
    assert _items(body, numbering=abstract + nums) == ["1. a", "2. b", "1. c", "2. d", "3. e"]


def test_a_deleted_item_is_not_counted() -> None:
    """The label of an item whose paragraph is deleted goes to the next one."""
    gone = par(deleted("borta"), properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>')
    assert _items(item("ett") + gone + item("två"), numbering=lists(levels(("decimal", "%1.")))) == ["1. ett", "2. två"]


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (27, "lowerLetter", "aa"), (3, "upperLetter", "C"), (49, "lowerRoman", "xlix"), (1987, "upperRoman", "MCMLXXXVII"),
        (7, "decimalZero", "07"), (5, "none", ""), (4, "ordinalText", "4"), (0, "lowerLetter", "0"), (10**8, "upperRoman", "100000000"),
    ],
)  # fmt: skip
def test_counts_are_written_as_the_list_says(count: int, form: str, text: str) -> None:
    """Letters go on with aa after z, and a form that nobody knows counts in digits."""
    assert counted(count, form) == text


def test_a_list_without_labels_is_text() -> None:
    """Number zero takes a paragraph out of its list, and a level that shows nothing leaves plain text."""
    lines = _lines(item("ur listan", 0) + item("utan märke"), numbering=lists(levels(("none", ""))))
    assert [(line.style, line.text) for line in lines] == [("text", "ur listan"), ("text", "utan märke")]


def test_a_typed_label_keeps_its_place() -> None:
    """A label typed by hand stands one space before its text."""
    assert _lines(par("<w:r><w:t>1.</w:t><w:tab/><w:t>Nämnden svarar.</w:t></w:r>"))[0].text == "1. Nämnden svarar."


def test_tables_are_rows_of_cells() -> None:
    """Each row of a table is one line; its paragraphs are joined, and the tables are counted."""
    first = table([["Instans", "Svar"], [cell(par("Fritids-") + par("nämnden")), "ja"]])
    lines = _lines(first + par("Mellan.") + table([["a", "b"]]))
    assert [(line.text, line.cells, line.level) for line in lines if line.style == "row"] == [
        ("Instans\tSvar", ("Instans", "Svar"), 1),
        ("Fritids- nämnden\tja", ("Fritids- nämnden", "ja"), 1),
        ("a\tb", ("a", "b"), 2),
    ]


def test_merged_cells_have_their_text_once() -> None:
    """A cell over several columns or rows has its text in the first of them, and the others are empty."""
    wide, down, under = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [[cell(par("Bred"), wide), "c"], [cell(par("Hög"), down), "b1", "c1"], [cell(par(""), under), "b2", "c2"]]
    assert [cells for _, cells in _rows(table(rows))] == [("Bred", "", "c"), ("Hög", "b1", "c1"), ("", "b2", "c2")]


def test_an_absurd_span_is_no_more_than_a_table_may_have() -> None:
    """A cell that says it is a thousand million columns wide gets as many as Word allows, and the next cell is kept."""
    ((_, cells),) = _rows(table([[cell(par("Bred"), '<w:gridSpan w:val="999999999"/>'), "b"]]))
    assert (cells[0], cells[-1], len(cells)) == ("Bred", "b", 64)


def test_deleted_rows_are_out_and_nested_tables_are_in_their_cell() -> None:
    """A deleted row is no text, and a table in a cell is part of the cell's text."""
    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell(par("x"))}{cell(par("y"))}</w:tr>'
    body = table([["a", "b"], [cell(table([["inre", "två"]])), "c"]]).replace("</w:tbl>", gone + "</w:tbl>", 2)
    assert [cells for _, cells in _rows(body)] == [("a", "b"), ("inre två", "c")]


def test_a_note_in_a_table_stands_after_the_table() -> None:
    """A footnote that a cell refers to follows the whole table, which stays one."""
    mark = run("ja") + '<w:r><w:footnoteReference w:id="1"/></w:r>'
    lines = _lines(table([["a", cell(par(mark))], ["c", "d"]]), footnotes=["Med förbehåll."])
    assert [(line.style, line.text) for line in lines] == [("row", "a\tja¹"), ("row", "c\td"), ("note", "¹ Med förbehåll.")]


def test_a_box_of_one_cell_is_paragraphs() -> None:
    """A ruled box around some paragraphs is no table."""
    lines = _lines(table([[cell(par("Första stycket.") + par("Andra stycket."))]]))
    assert [(line.style, line.text) for line in lines] == [("text", "Första stycket."), ("text", "Andra stycket.")]


def test_a_table_without_lines_only_sets_text_in_place() -> None:
    """Columns without rules: short cells share a line, longer texts are read one cell after the other, never mixed."""
    rows = [["Anna Ek", "Bo Al"], ["direktör", "chef"], [cell(par("Vänster ett.") + par("Vänster två.")), "Höger."]]
    lines = _lines(table(rows, ruled=False))
    assert [(line.style, line.text) for line in lines] == [
        ("text", "Anna Ek\tBo Al"),
        ("text", "direktör\tchef"),
        ("text", "Vänster ett."),
        ("text", "Vänster två."),
        ("text", "Höger."),
    ]


def test_a_full_grid_without_lines_is_a_table() -> None:
    """Three rows of three filled cells are a table even without rules."""
    rows = [["Åtgärd", "År", "Kostnad"], ["Cykelställ", "2031", "210"], ["Pump", "2032", "15"]]
    assert [cells for _, cells in _rows(table(rows, ruled=False))] == [tuple(row) for row in rows]


def test_a_letterhead_set_as_a_table_is_lines() -> None:
    """A ruled table at the top that holds a letterhead is read cell by cell; the same table further down is a table."""
    rows = [["Lindsala kommun", cell(par("Diarienummer") + par("FRN 2031/417"))], ["Fritidsnämnden", "Datum: 2031-02-03"]]
    top = _lines(table(rows) + par(_PROSE))
    assert [line.text for line in top[:4]] == ["Lindsala kommun", "Diarienummer", "FRN 2031/417", "Fritidsnämnden\tDatum: 2031-02-03"]
    assert len(_rows(par(_PROSE) + table(rows))) == 2


def test_paragraphs_side_by_side_are_lines() -> None:
    """Cells with paragraphs in a single row are no table: nothing stands over or under them."""
    lines = _lines(par(_PROSE) + table([["Till kommunstyrelsen", cell(par("Ett stycke.") + par("Ett till."))]]))
    assert [(line.style, line.text) for line in lines[1:]] == [("text", "Till kommunstyrelsen"), ("text", "Ett stycke."), ("text", "Ett till.")]
