"""Nothing is lost and nothing is said twice: Word documents put together at random, and those that a library makes."""

from __future__ import annotations

import io

import docx as library
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Line
from generator.readers import docx
from tests.word import HEADING_STYLES, cell, deleted, field, inserted, item, levels, lists, par, run, table, word

_KINDS = (
    "text", "heading", "item", "row", "layout", "box", "note", "inserted", "field", "link", "chunked",
    "deleted", "hidden", "moved",
)  # fmt: skip
_SEEN = frozenset(_KINDS[:11])


def _lines(data: bytes) -> tuple[Line, ...]:
    made = docx.read("svar.docx", "0" * 64, data).document
    assert made is not None
    return made.lines


def _block(kind: str, token: str, note: int) -> str:
    """A block of the kind that holds the word ``token`` once."""
    reference = f'{run("Not")}<w:r><w:footnoteReference w:id="{note}"/></w:r>'
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{par(token)}</w:txbxContent></v:textbox></w:pict></w:r>"
    return {
        "text": par(token),
        "heading": par(token, "Rubrik2"),
        "item": item(token),
        "row": table([["a", token], ["b", "c"]]),
        "layout": table([[cell(par("a") + par(token)), "b"]], ruled=False),
        "box": par(run("Före ") + box),
        "note": par(reference),
        "inserted": par(run("x ") + inserted(token)),
        "field": par(field("REF a", token)),
        "link": par(f"<w:hyperlink><w:smartTag>{run(token)}</w:smartTag></w:hyperlink>"),
        "chunked": f"<w:sdt><w:sdtContent>{par(token)}</w:sdtContent></w:sdt>",
        "deleted": par(run("x ") + deleted(token)),
        "hidden": par(run("x ") + run(token, "<w:vanish/>")),
        "moved": par(f"{run('x')}<w:moveFrom>{run(token)}</w:moveFrom>"),
    }[kind]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_KINDS), min_size=1, max_size=14))
def test_every_seen_word_is_in_one_line_in_order_and_no_other_is(kinds: list[str]) -> None:
    """Whatever blocks follow each other, each word that is seen stands once, in its place, and no hidden one stands anywhere."""
    tokens = [f"ord{index:03d}q" for index in range(len(kinds))]
    notes = [index for index, kind in enumerate(kinds) if kind == "note"]
    body = "".join(_block(kind, token, notes.index(index) + 1 if kind == "note" else 0) for index, (kind, token) in enumerate(zip(kinds, tokens, strict=True)))
    data = word(
        par("Början.") + body,
        styles=HEADING_STYLES,
        numbering=lists(levels(("decimal", "%1."))),
        footnotes=[tokens[index] for index in notes],
    )
    read = " ".join(line.text for line in _lines(data)).split()
    assert [part for part in read if part.startswith("ord")] == [token for kind, token in zip(kinds, tokens, strict=True) if kind in _SEEN]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.text(alphabet="abcåäö é\u00a0\u00ad\u200b\t-–", max_size=12), min_size=1, max_size=4), min_size=1, max_size=6))
def test_letters_are_kept_however_the_runs_are_cut(paragraphs: list[list[str]]) -> None:
    """Each letter and sign of a paragraph is delivered, in order, wherever its runs begin and end."""
    data = word(par("Början.") + "".join(par("".join(run(part) for part in parts) or run("")) for parts in paragraphs))
    wanted = "".join(char for parts in paragraphs for char in "".join(parts) if char not in " \u00a0\u00ad\u200b\t")
    assert "".join("".join(line.text.split()) for line in _lines(data)) == "Början." + wanted


def test_a_librarys_document_is_read_as_the_library_reads_it() -> None:
    """Where there is nothing that the library loses, the text is the library's, with the labels of lists in front."""
    made = library.Document()
    made.sections[0].header.paragraphs[0].text = "Dnr FRN 2031/417"
    made.add_heading("Svar på remiss", 1)
    for number in range(3):
        made.add_paragraph(f"Stycke {number} om badplatserna.")
        made.add_paragraph(f"Punkt {number}", style="List Bullet")
        made.add_paragraph(f"Steg {number}", style="List Number")
    grid = made.add_table(rows=2, cols=2, style="Table Grid")
    for index, text in enumerate(("Instans", "Svar", "Nämnden", "Ja")):
        grid.cell(index // 2, index % 2).text = text
    kept = io.BytesIO()
    made.save(kept)
    lines = _lines(kept.getvalue())
    bare = [line.text.split(" ", 1)[1] if line.style == "item" else line.text for line in lines if line.style in {"heading", "text", "item"}]
    assert bare == [paragraph.text for paragraph in made.paragraphs]
    assert [line.cells for line in lines if line.style == "row"] == [("Instans", "Svar"), ("Nämnden", "Ja")]
    assert [line.text for line in lines if line.style == "header"] == ["Dnr FRN 2031/417"]
    assert [line.text for line in lines if line.text.startswith(("1.", "2.", "3."))] == ["1. Steg 0", "2. Steg 1", "3. Steg 2"]
