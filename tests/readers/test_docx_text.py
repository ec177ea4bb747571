"""What a paragraph of a Word document says: changes, hidden words, fields, notes, boxes, signs, and what is struck out."""

from __future__ import annotations

import pytest

from generator.model import Line
from generator.readers import docx
from tests.word import cell, deleted, field, inserted, par, run, table, word

_BOX = "<w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict>"
_MARK = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
_END = '<w:r><w:endnoteReference w:id="{}"/></w:r>'


def _lines(body: str, **parts: object) -> tuple[Line, ...]:
    made = docx.read("svar.docx", "0" * 64, word(body, **parts)).document
    assert made is not None
    return made.lines


def _texts(body: str, **parts: object) -> list[str]:
    return [line.text for line in _lines(body, **parts)]


def _told(body: str, **parts: object) -> str:
    return " ".join(finding.message for finding in docx.read("svar.docx", "0" * 64, word(body, **parts)).findings)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("a") + inserted(" b") + deleted(" c"), "a b"),
        (f'<w:ins w:id="1">{deleted("bort")}{run("kvar")}</w:ins>', "kvar"),
        (f'<w:moveFrom w:id="1">{run("härifrån")}</w:moveFrom><w:moveTo w:id="2">{run("hit")}</w:moveTo>', "hit"),
        (f'<w:hyperlink r:id="rId1">{run("länk")}</w:hyperlink>', "länk"),
        (f'<w:smartTag w:element="x">{run("tagg")}</w:smartTag>', "tagg"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('ifyllt')}</w:sdtContent></w:sdt>", "ifyllt"),
        (f"<w:customXml><w:customXmlPr/>{run('fält')}</w:customXml>", "fält"),
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r>", "e-post"),
        ("<w:r><w:t>över</w:t><w:softHyphen/><w:t>enskommelse</w:t></w:r>", "överenskommelse"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        (run("två  mellanslag\u00a0och ﬁn ligatur"), "två mellanslag och fin ligatur"),
        ("<w:ruby><w:rt>" + run("kort") + "</w:rt><w:rubyBase>" + run("lång") + "</w:rubyBase></w:ruby>", "(kort)lång"),
        ("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>12</m:t></m:r></m:den></m:f></m:oMath>", "1/(12)"),
        (run("m") + run("2", '<w:vertAlign w:val="superscript"/>'), "m²"),
        (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
        (run("Anna Ek      Bo Al"), "Anna Ek\tBo Al"),
    ],
)
def test_a_paragraph_says_what_is_seen(inside: str, text: str) -> None:
    """Each way Word has of writing letters gives the letters that are seen."""
    assert _texts(par(inside)) == [text]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (field('REF bokmärke "Avskrift"', "avsnitt 3"), "avsnitt 3"),
        (field("PAGEREF _Toc1", "7"), "7"),
        ('<w:fldSimple w:instr="TITLE">' + run("Svar") + "</w:fldSimple>", "Svar"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("IF ") + field("PAGE", "gömt")
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("visat") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "visat",
        ),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("aldrig avslutat"), "aldrig avslutat"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("slut utan början"), "slut utan början"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>'
            '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" Ja"),
            "☒ Ja",
        ),
    ],
)  # fmt: skip
def test_a_field_says_its_result(inside: str, text: str) -> None:
    """A field's result is text and its instruction is not; a field that is not whole hides nothing."""
    assert _texts(par(inside)) == [text]


def test_a_field_over_several_paragraphs_keeps_them_apart() -> None:
    """A table of contents is one field: its paragraphs are lines of their own, without its instruction."""
    start = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = par(start + run("Ärendet")) + par("Bedömning") + par('<w:r><w:fldChar w:fldCharType="end"/></w:r>') + par("Text.")
    assert _texts(body) == ["Ärendet", "Bedömning", "", "Text."]


@pytest.mark.parametrize(
    "hidden",
    [
        run("dolt", "<w:vanish/>"),
        run("dolt", '<w:rStyle w:val="Dold"/>'),
        run("dolt", '<w:color w:val="FFFFFF"/>'),
        run("dolt", '<w:sz w:val="2"/>'),
    ],
)
def test_hidden_words_are_out_and_told_of(hidden: str) -> None:
    """Words hidden by themselves, by their style, by their colour or by their size are no text."""
    styles = '<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = par(run("Synligt ") + hidden + run("här"))
    assert _texts(body, styles=styles) == ["Synligt här"]
    assert "dold text" in _told(body, styles=styles)


@pytest.mark.parametrize(
    "body",
    [
        par(run("synligt", '<w:vanish w:val="0"/>'), "Dold"),
        par(run("synligt", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="003366"/>')),
        par(run("synligt", '<w:color w:val="FFFFFF"/>'), properties='<w:shd w:val="clear" w:fill="003366"/>'),
        table([[cell(par(run("synligt", '<w:color w:val="FFFFFF"/>')))]]),
        par(run("synligt", "<w:webHidden/>")),
    ],
)
def test_words_that_are_seen_are_kept(body: str) -> None:
    """A word's own look goes before its style's, and white words on a dark ground are seen."""
    styles = '<w:style w:type="paragraph" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>'
    assert _texts(body, styles=styles) == ["synligt"]
    assert _told(body, styles=styles) == ""


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    """Where a tracked change takes a paragraph's end away, its text and the next paragraph's are one."""
    gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
    assert _texts(par("Första ", properties=gone) + par("andra.")) == ["Första andra."]
    assert _texts(par(deleted("Allt borta."), properties=gone) + par("Kvar.")) == ["Kvar."]
    assert _texts(par("Sist", properties=gone) + table([["a", "b"]])) == ["Sist", "a\tb"]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    """A letter set as a drop cap and the rest of its word are one word."""
    assert _texts(par("N", properties='<w:framePr w:dropCap="drop" w:lines="3"/>') + par("ämnden svarar.")) == ["Nämnden svarar."]


def test_forced_breaks_part_lines_but_not_headings() -> None:
    """A forced break in a paragraph begins a line; in a heading it does not."""
    two = "<w:r><w:t>Svar på</w:t><w:br/><w:t>remiss</w:t></w:r>"
    styles = '<w:style w:type="paragraph" w:styleId="R"><w:name w:val="heading 1"/></w:style>'
    assert _texts(par(two)) == ["Svar på", "remiss"]
    assert _texts(par(two, "R"), styles=styles) == ["Svar på remiss"]


def test_notes_stand_after_the_paragraph_that_refers_to_them() -> None:
    """Footnotes are numbered in the order of their marks, endnotes after them, and each follows its paragraph."""
    body = par(run("Ett") + _MARK.format(2) + run(" och två") + _MARK.format(1)) + par(run("Tre ") + _END.format(1)) + par("Slut.")
    lines = _lines(body, footnotes=["Den andra.", "Den första."], endnotes=["Slutnoten."])
    assert [(line.style, line.text) for line in lines] == [
        ("text", "Ett¹ och två²"),
        ("note", "¹ Den första."),
        ("note", "² Den andra."),
        ("text", "Tre³"),
        ("note", "³ Slutnoten."),
        ("text", "Slut."),
    ]


def test_a_note_in_a_deletion_or_hidden_is_out() -> None:
    """A note that only deleted or hidden words refer to is no text."""
    reference = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    assert _texts(par(run("Text.") + reference), footnotes=["Not."]) == ["Text."]
    assert _texts(par(run("Text.") + f"<w:del>{_MARK.format(1)}</w:del>"), footnotes=["Not."]) == ["Text."]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    """Of the two ways in which Word writes a text box, one is read."""
    new = f"<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{par('I rutan')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    both = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{_BOX.format(par("I rutan"))}</mc:Fallback></mc:AlternateContent></w:r>'
    assert _texts(par(run("Före ") + both + run("efter")) + par("Slut.")) == ["Före efter", "I rutan", "Slut."]
    empty = f'<w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>{_BOX.format(par("Bara här"))}</mc:Fallback></mc:AlternateContent></w:r>'
    assert _texts(par(empty)) == ["Bara här"]


def test_words_drawn_as_a_picture_are_text() -> None:
    """A watermark is read: it may say that a document is a draft."""
    mark = '<w:r><w:pict><v:shape style="width:400pt;height:100pt"><v:textpath string="UTKAST"/></v:shape></w:pict></w:r>'
    assert _texts(par("Text."), headers={"default": par(mark)}) == ["UTKAST", "Text."]
    assert _texts(par(run("Text.") + mark.replace("width:", "visibility:hidden;width:"))) == ["Text."]


def test_a_line_struck_out_is_struck_and_words_struck_out_are_told_of() -> None:
    """A line that is struck out as a whole says so; single words struck out are left out of the text and told of."""
    lines = _lines(par(run("Anna Ek (C)", "<w:strike/>")) + par(run("Nämnden ") + run("inte ", "<w:dstrike/>") + run("svarar.")))
    assert [(line.text, line.struck) for line in lines] == [("Anna Ek (C)", True), ("Nämnden svarar.", False)]
    assert "överstrukna ord på 1 rad" in _told(par(run("a ") + run("b", "<w:strike/>")))


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F003"/></w:r>', "�"),
        ('<w:r><w:sym w:font="Times New Roman" w:char="00A7"/></w:r>', "§"),
        (run("ü", '<w:rFonts w:ascii="Wingdings"/>'), "✓"),
        (run("a", '<w:rFonts w:ascii="Symbol"/>'), "α"),
        (run("\uf0b7 punkt"), "• punkt"),
        (run("ü"), "ü"),
    ],
)
def test_signs_are_what_their_font_makes_them(inside: str, text: str) -> None:
    """A code in a symbol font is the sign that is seen, and a sign that nobody knows is shown as one."""
    assert _texts(par(inside)) == [text]


def test_neighbouring_changes_are_one() -> None:
    """Word parts one change into many runs: they are counted as one."""
    assert "1 struken ändring;" in _told(par(run("a ") + deleted("b ") + deleted("c ") + run("d")))
    assert "2 strukna ändringar;" in _told(par(run("a ") + deleted("b ") + run("c ") + deleted("d")))
