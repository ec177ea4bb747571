"""From bytes to lines: encodings, invisible characters, formats that are not read, and Markdown."""

from __future__ import annotations

import pytest

from generator import readers
from generator.model import Document, Finding

SHA = "0" * 64


def read(file: str, sha256: str, data: bytes) -> tuple[Document | None, str, tuple[Finding, ...]]:
    """A delivery's document, outcome and findings."""
    delivery = readers.read(file, sha256, data)
    return delivery.document, delivery.outcome, delivery.findings


def _codes(data: bytes, file: str = "svar.txt") -> list[str]:
    return [finding.code for finding in read(file, SHA, data)[2]]


def _document(text: str, file: str = "svar.md") -> Document:
    made, outcome, _ = read(file, SHA, text.encode("utf-8"))
    assert made is not None
    assert outcome == "published"
    return made


def _texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_utf8_is_read_as_it_stands() -> None:
    """Text in UTF-8 gives its lines, numbered from one, and no finding."""
    document, outcome, findings = read("svar.txt", SHA, "Första raden\n andra på ny sida\n".encode())
    assert document is not None
    assert outcome == "published"
    assert findings == ()
    assert [(line.number, line.text) for line in document.lines] == [
        (1, "Första raden"),
        (2, " andra på ny sida"),
        (3, ""),
    ]


def test_a_byte_order_mark_is_taken_off_and_noted() -> None:
    """A byte order mark is no part of the first line."""
    document, _, findings = read("svar.txt", SHA, b"\xef\xbb\xbfMotion")
    assert document is not None
    assert _texts(document) == ["Motion"]
    assert [finding.code for finding in findings] == ["F104"]


def test_windows_1252_is_read_with_a_warning_at_its_line() -> None:
    """Text that is not UTF-8 is read as Windows-1252, and the finding names the first line that is not UTF-8."""
    document, outcome, findings = read("svar.txt", SHA, "Rad ett\nRåd två – ”tre”".encode("cp1252"))
    assert document is not None
    assert outcome == "published"
    assert _texts(document)[1] == "Råd två – ”tre”"
    assert [(finding.code, finding.line) for finding in findings] == [("F103", 2)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_with_its_mark_is_read(encoding: str) -> None:
    """UTF-16 that begins with its mark is text like any other."""
    mark = {"utf-16": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
    document, outcome, findings = read("svar.txt", SHA, mark + "Nämnden ser gärna\nen bana".encode(encoding))
    assert document is not None
    assert outcome == "published"
    assert _texts(document) == ["Nämnden ser gärna", "en bana"]
    assert [finding.code for finding in findings] == ["F115"]


def test_line_ends_of_every_system_are_one() -> None:
    """Windows' and old Mac's line ends count as one line feed each."""
    assert _texts(_document("ett\r\ntvå\rtre\nfyra", "a.txt")) == ["ett", "två", "tre", "fyra"]


def test_characters_without_a_form_are_taken_out_and_counted() -> None:
    """Soft hyphens, zero-width spaces and marks of direction leave the text; wide spaces become spaces."""
    document, _, findings = read("a.txt", SHA, "sam\u00adverkan\u200b i\u00a0\u202eEkvik".encode())
    assert document is not None
    assert _texts(document) == ["samverkan i Ekvik"]
    assert [finding.code for finding in findings] == ["F111"]
    assert findings[0].message.startswith("3 ")


def test_a_form_feed_becomes_the_space_that_marks_a_page() -> None:
    """The line after a form feed begins with one space."""
    assert _texts(_document("slut på sidan\n\fny sida", "a.txt")) == ["slut på sidan", " ny sida"]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff \n".encode(), "\u200b\n".encode(), "\u00a0\n".encode()])
def test_a_file_without_text_is_empty(data: bytes) -> None:
    """A file that holds nothing, or nothing that can be seen, is rejected as empty."""
    document, outcome, _ = read("a.txt", SHA, data)
    assert (document, outcome) == (None, "rejected")
    assert "F101" in _codes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"Motion\nom\x00is",
        b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 8,
        bytes(range(1, 32)) * 20,
        b"\x81\x8d\x8f\x90\x9d" * 50,
        b"\xff\xfeM",
        "å".encode("cp1252") + bytes(range(0xA1, 0xC0)) * 40,
    ],
)
def test_what_is_not_text_is_rejected(data: bytes) -> None:
    """Bytes that are no text are rejected with F102, whatever the name says."""
    assert read("motion.txt", SHA, data)[1] == "rejected"
    assert _codes(data) == ["F102"]


def test_a_null_byte_is_found_on_its_line() -> None:
    """The finding about a null byte names its line."""
    _, _, findings = read("a.txt", SHA, b"ett\ntv\x00")
    assert [(finding.code, finding.line) for finding in findings] == [("F102", 2)]


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3",
        b"junk before\n%PDF-1.4",
        b"PK\x03\x04word/document.xml",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        b"{\\rtf1 hej}",
        b"\x89PNG\r\n\x1a\n",
        b"<!DOCTYPE html><p>Hej",
        b"  <html lang=sv>",
        b"From: a@b.se\nTo: c@d.se\nMIME-Version: 1.0\n\nHej",
    ],
)
def test_a_format_is_known_by_its_content(data: bytes) -> None:
    """A document is read by the reader of what it is, never by that of what it is called."""
    one = readers.format_of("svar.txt", data)
    assert one is not None
    assert one.name != "text"


def test_a_format_that_nobody_reads_is_named() -> None:
    """A file with another ending than documents have is set aside by name, and told of."""
    document, outcome, findings = read("karta.svg", SHA, b"<svg>Namnden svarar</svg>")
    assert (document, outcome) == (None, "unread")
    assert [finding.code for finding in findings] == ["F108"]


# --- Markdown -----------------------------------------------------------------------------------------------------


def test_markdown_markup_is_taken_off() -> None:
    """Headings, emphasis, links, quotes and list marks leave their text on its own line; a link says where it leads."""
    document = _document(
        "# Rubrik *ett*\n\nSe [planen](https://ekvik.example) och **kartan**\nnu.\n\n- första\n- andra\n\n> sagt\n"
    )
    rows = {line.number: line for line in document.lines}
    assert (rows[1].text, rows[1].style, rows[1].level) == ("Rubrik ett", "heading", 1)
    assert rows[3].text == "Se planen (https://ekvik.example) och kartan"
    assert rows[4].text == "nu."
    assert [(rows[n].text, rows[n].style) for n in (6, 7)] == [("• första", "item"), ("• andra", "item")]
    assert rows[9].text == "sagt"


def test_struck_words_are_kept_and_known_as_struck() -> None:
    """A line whose words are all struck out is marked; one with other words is not."""
    document = _document("~~Bo Alm (S)~~\n\n~~Bo~~ Anna Ek (M)\n")
    assert [(line.text, line.struck) for line in document.lines if line.text] == [
        ("Bo Alm (S)", True),
        ("Bo Anna Ek (M)", False),
    ]


def test_struck_text_in_a_file_named_txt_is_markdown() -> None:
    """A text file that holds a struck-out line is read as Markdown."""
    assert _document("Anna Ek\n\n~~Bo Alm~~\n", "motion.txt").media_type == "text/markdown"


@pytest.mark.parametrize("fence", ["~~~~", "```", "  ```", "> ~~~", "~~~~ text"])
def test_a_fence_that_nobody_closed_swallows_nothing(fence: str) -> None:
    """What stands after an unclosed fence is read as if the fence were not there."""
    document = _document(f"# Rubrik\n\n{fence}\n\n~~Bo Alm (S)~~\n\n- punkt\n")
    rows = {line.number: line for line in document.lines}
    assert (rows[5].text, rows[5].struck) == ("Bo Alm (S)", True)
    assert rows[7].style == "item"
    assert len(document.lines) == 8


def test_a_closed_fence_is_text_as_it_stands() -> None:
    """The lines of a closed fence keep every character; its marks are drawn lines."""
    document = _document("```\n# inte en *rubrik*\n```\nefter\n")
    rows = {line.number: line for line in document.lines}
    assert (rows[2].text, rows[2].style) == ("# inte en *rubrik*", "text")
    assert rows[1].style == "rule"
    assert rows[4].text == "efter"


def test_html_is_text() -> None:
    """HTML in Markdown is data: its lines are kept as they are written."""
    document = _document("<script>alert(1)</script>\n\nSe <b>här</b> &amp; där\n")
    assert _texts(document)[0] == "<script>alert(1)</script>"
    assert "<b>här</b>" in _texts(document)[2]


def test_front_matter_becomes_labelled_lines() -> None:
    """Each fact of the front matter is a line of its own, on the line where it stands; lists give a line an item."""
    document = _document("---\ntitel: Motion om en isbana\nfrån:\n  - Anna Ek\n  - Bo Alm\n---\n\nText\n")
    meta = [(line.number, line.text) for line in document.lines if line.style == "meta"]
    assert meta == [(2, "titel: Motion om en isbana"), (4, "från: Anna Ek"), (5, "från: Bo Alm")]


@pytest.mark.parametrize(
    "text",
    [
        "---\na: &a [x, x]\nb: [*a, *a]\n---\nText\n",
        "---\na: [1, 2\n---\nText\n",
        "---\n\t- x\n---\nText\n",
        "---\na: " + "[" * 19_000 + "\n---\nText\n",
        "---\n" + "nyckel: värde\n" * 5000 + "---\nText\n",
    ],
)
def test_front_matter_that_cannot_be_read_stays_as_text_with_a_finding(text: str) -> None:
    """Front matter with aliases, faults or no end of depth is shown line by line, with F114."""
    document, outcome, findings = read("a.md", SHA, text.encode())
    assert document is not None
    assert outcome == "published"
    assert [finding.code for finding in findings] == ["F114"]
    assert any(line.text == "Text" for line in document.lines)


def test_every_line_of_markdown_is_accounted_for() -> None:
    """Every line of the source is a line of the document, with its own number."""
    source = "# A\n\n* * *\n\n| a | b |\n|---|---|\n\n1. ett\n   fortsatt\n\n    kod\n\n<div>\n\n[ref]: https://x.example\n\nslut"
    document = _document(source)
    assert [line.number for line in document.lines] == list(range(1, source.count("\n") + 2))
    read_text = " ".join(_texts(document))
    for word in ("A", "ett", "fortsatt", "kod", "<div>", "https://x.example", "slut", "| a | b |"):
        assert word in read_text


def test_an_open_fence_on_every_line_is_read() -> None:
    """A document of nothing but unclosed fences is read to its end."""
    text = "\n".join("`" * (3 + index % 40) + " x" for index in range(3000))
    assert len(_document(text).lines) == 3000
