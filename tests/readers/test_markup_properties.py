"""What holds for every text and for every bytes: the readers of HTML, RTF, ODT and mail beside one another."""

from __future__ import annotations

import html as entities
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.readers import html, mail, odt, outlook, rtf, zipped
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.text import clean

SHA = "0" * 64
ROUNDS = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
LETTERS = "abcåäöÅÄÖé 0123456789 <>&\"'{}\\;:.,-–”%()[]/§* €łΩЖ😀"
PARAGRAPHS = st.lists(
    st.text(st.sampled_from(LETTERS), min_size=1, max_size=60).map(lambda text: f"a{text}"), min_size=1, max_size=8
)


def _in_html(paragraphs: list[str]) -> bytes:
    return (
        "<html><body>" + "".join(f"<p>{entities.escape(text)}</p>" for text in paragraphs) + "</body></html>"
    ).encode()


def _in_rtf(paragraphs: list[str]) -> bytes:
    def written(char: str) -> str:
        if char in "\\{}":
            return f"\\{char}"
        units = char.encode("utf-16-be")
        if ord(char) < 128:
            return char
        return "".join(
            f"\\u{int.from_bytes(units[at : at + 2], 'big', signed=True)}?" for at in range(0, len(units), 2)
        )

    rows = "".join("\\pard " + "".join(map(written, text)) + "\\par\n" for text in paragraphs)
    return ("{\\rtf1\\ansi " + rows + "}").encode("ascii")


def _in_odt(paragraphs: list[str]) -> bytes:
    rows = "".join(f"<text:p>{entities.escape(text)}</text:p>" for text in paragraphs)
    spaces = " ".join(f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "text"))
    return (
        f'<office:document {spaces} office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:body><office:text>{rows}</office:text></office:body></office:document>"
    ).encode()


READERS: tuple[tuple[Callable[[list[str]], bytes], Callable[[str, str, bytes], Delivery], Callable[[str, bytes], bool]], ...] = (
    (_in_html, html.read, html.fits),
    (_in_rtf, rtf.read, rtf.fits),
    (_in_odt, odt.read, odt.fits),
)  # fmt: skip


@pytest.mark.parametrize(("written", "read", "fits"), READERS)
@ROUNDS
@given(paragraphs=PARAGRAPHS)
def test_every_paragraph_comes_out_as_it_went_in(
    written: Callable[[list[str]], bytes],
    read: Callable[[str, str, bytes], Delivery],
    fits: Callable[[str, bytes], bool],
    paragraphs: list[str],
) -> None:
    """Whatever a paragraph says, its line says the same: nothing is lost, added, joined or parted."""
    data = written(paragraphs)
    assert fits("svar", data)
    document = read("svar", SHA, data).document
    assert document is not None
    assert [line.text for line in document.lines] == [clean(text) for text in paragraphs]
    assert [line.number for line in document.lines] == list(range(1, len(paragraphs) + 1))


PIECES = st.lists(
    st.one_of(
        st.binary(max_size=12),
        st.sampled_from(
            [
                b"{", b"}", b"\\par ", b"\\cell ", b"\\row ", b"\\trowd\\cellx9 ", b"\\intbl ", b"\\u-10179?", b"\\uc9 ", b"\\bin9 ", b"{\\footnote ",
                b"\\chftn ", b"\\ftnalt ", b"{\\header ", b"{\\*\\shpinst", b"{\\shptxt ", b"{\\listtext ", b"{\\upr", b"{\\*\\ud ", b"\\deleted ",
                b"{\\stylesheet ", b"{\\fonttbl{\\f0\\fcharset128 ", b"{\\colortbl;\\red255\\green255\\blue255;}", b"\\cf1 ", b"\\'c5",
                b"<table>", b"<td rowspan=3 colspan=3>", b"</table>", b"<li>", b"<ol reversed>", b"<p>", b"</p>", b"<h1>", b"<nav>", b"<del>", b"<q>",
                b"<a href='#a' id=b>1</a>", b"<p id=a><a href='#b'>1</a>", b"<div style='display:none'>", b"<!--", b"<![if x]>", b"&#xd800;",
                b"\n\n", b"\n--x\n", b"Content-Type: multipart/mixed; boundary=x\n", b"Content-Type: message/rfc822\n", b"Subject: =?x?b?zz?=\n",
                b"Content-Transfer-Encoding: base64\n", b"Content-Disposition: attachment; filename*=utf-8''%e5\n",
            ]
        ),
    ),
    max_size=25,
).map(b"".join)  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "read"),
    [
        (b"<html>", html.read), (b"{\\rtf1 ", rtf.read), (b"From: a@b\nMIME-Version: 1.0\n", mail.read), (b"<office:document ", odt.read),
        (b"PK\x03\x04", odt.read), (b"PK\x03\x04", zipped.read), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", outlook.read),
    ],
)  # fmt: skip
@ROUNDS
@given(rest=PIECES)
def test_whatever_the_bytes_the_answer_is_a_delivery_or_a_finding(
    opening: bytes, read: Callable[[str, str, bytes], Delivery], rest: bytes
) -> None:
    """No bytes bring a reader down; its lines are numbered, clean and without line breaks."""
    try:
        delivery = read("svar", SHA, opening + rest)
    except UnreadableError as refused:
        assert refused.outcome in {"rejected", "unread", "quarantined"}  # noqa: PT017 - refusing is one of the two right answers
        return
    for number, line in enumerate(delivery.document.lines if delivery.document else (), 1):
        assert line.number == number
        assert line.text == clean(line.text) or line.style == "row"
        assert "\n" not in line.text
