from __future__ import annotations

import struct
from typing import Any

import pytest

from generator.readers import doc, mail, outlook
from generator.readers.delivery import Delivery, UnreadableError
from generator.readers.outlook.properties import unpacked_rtf
from tests.compound import Tree, compound

SHA = "0" * 64
FILETIME = 133_550_000_000_000_000  # 15 March 2024, 18.13.20 UTC


def _fixed(header: int, **values: int) -> bytes:
    rows = [struct.pack("<HHIQ", 3, int(name[1:], 16), 6, value) for name, value in values.items()]
    return b"\0" * header + b"".join(rows)


def _message(texts: dict[str, str], header: int = 32, *, unicode: bool = True) -> Tree:
    """A message's storage; texts are given by the number of their property."""
    kind, encoding = ("001F", "utf-16-le") if unicode else ("001E", "cp1252")
    tree: Tree = {"__properties_version1.0": _fixed(header, p0039=FILETIME)}
    tree |= {f"__substg1.0_{name.upper()}{kind}": text.encode(encoding) for name, text in texts.items()}
    return tree


LETTER = {
    "0037": "Svar på remiss om cykelväg", "0c1a": "Åsa Öberg", "0c1f": "asa@example.se", "0e04": "Registrator",
    "1000": "Hej!\r\n\r\nNämnden tillstyrker förslaget.\r\n",
}  # fmt: skip


def _attachment(name: str, data: bytes, **more: Any) -> Tree:
    return {
        "__properties_version1.0": _fixed(8, p3705=1, **more),
        "__substg1.0_3707001F": name.encode("utf-16-le"),
        "__substg1.0_37010102": data,
    }


def _read(tree: Tree) -> Delivery:
    data = compound(tree)
    assert outlook.fits("brev.msg", data)
    return outlook.read("brev.msg", SHA, data)


def _texts(delivery: Delivery) -> list[str]:
    assert delivery.document is not None
    return [line.text for line in delivery.document.lines]


def test_a_message_gives_its_facts_and_then_its_text() -> None:
    """Sender, receiver, time and subject stand before the text, as facts."""
    delivery = _read(_message(LETTER))
    assert delivery.document is not None
    assert [(line.style, line.text) for line in delivery.document.lines] == [
        ("meta", "Från: Åsa Öberg <asa@example.se>"),
        ("meta", "Till: Registrator"),
        ("meta", "Datum: 2024-03-15 18:13 UTC"),
        ("meta", "Ämne: Svar på remiss om cykelväg"),
        ("text", "Hej!"),
        ("text", ""),
        ("text", "Nämnden tillstyrker förslaget."),
    ]


def test_strings_of_the_old_kind_are_read_in_the_code_page_that_is_named() -> None:
    """A message without Unicode has its letters by its code page."""
    tree = _message({"0037": "Över ån", "1000": "Ärendet är färdigt"}, unicode=False)
    assert _texts(_read(tree))[-1] == "Ärendet är färdigt"
    cyrillic = {**_message({"0037": "x"}), "__substg1.0_1000001E": "Да".encode("cp1251")}
    cyrillic["__properties_version1.0"] = _fixed(32, p3FFD=1251)
    assert _texts(_read(cyrillic))[-1] == "Да"


def test_html_is_read_where_there_is_no_plain_text() -> None:
    """A body in HTML gives its lines, and deleted words in it stay out."""
    tree = _message({"0037": "Svar"})
    tree["__substg1.0_10130102"] = "<h1>Yttrande</h1><p>Vi avstår <del>inte</del> från att svara.</p>".encode()
    delivery = _read(tree)
    assert delivery.document is not None
    assert [(line.style, line.text) for line in delivery.document.lines][-2:] == [
        ("heading", "Yttrande"),
        ("text", "Vi avstår från att svara."),
    ]
    assert "F117" in [finding.code for finding in delivery.findings]


def test_a_compressed_body_is_read_where_there_is_no_other() -> None:
    """Compressed RTF is unpacked, with references into what every such text may refer to and into itself."""
    squeezed = _squeezed(b"{\\rtf1\\ansi ", b"abcabcabc")
    assert unpacked_rtf(squeezed) == b"{\\rtf1\\ansi abcabcabc"
    longer = squeezed[:4] + struct.pack("<I", 99) + squeezed[8:]  # the mark at the end ends it, whatever the head says
    assert unpacked_rtf(longer) == b"{\\rtf1\\ansi abcabcabc"
    tree = _message({"0037": "Svar"})
    tree["__substg1.0_10090102"] = _stored(b"{\\rtf1\\ansi Ja till f\\'f6rslaget.\\par}")
    assert _texts(_read(tree))[-1] == "Ja till förslaget."


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 20, b"\1\0\0\0\xff\0\0\0LZFu\0\0\0\0\xff\0", b"\1\0\0\0\xff\0\0\0LZFu\0\0\0\0\x00ab"]
)
def test_a_damaged_compressed_body_is_none(data: bytes) -> None:
    """What ends in the middle, or is no compressed text at all, is not unpacked to something else."""
    assert unpacked_rtf(data) is None


def _stored(rtf: bytes) -> bytes:
    return struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf


def _squeezed(head: bytes, rest: bytes) -> bytes:
    """``head`` by a reference to the dictionary's first six bytes and six letters, ``rest`` by three letters and a reference."""
    begin = 207 + len(head)  # where ``rest`` stands in the window: after the dictionary
    made = b"\x01" + struct.pack(">H", 0 << 4 | (6 - 2)) + head[6:] + rest[:1]
    made += b"\x0c" + rest[1:3] + struct.pack(">H", begin << 4 | (6 - 2)) + struct.pack(">H", (begin + len(rest)) << 4)
    return struct.pack("<IIII", len(made) + 12, len(head) + len(rest), 0x75465A4C, 0) + made


def test_attachments_are_members_and_small_pictures_in_the_text_are_not() -> None:
    """What is attached comes out with its name and bytes; a logo in the signature is named in a finding."""
    tree = _message(LETTER)
    tree["__attach_version1.0_#00000000"] = _attachment("Yttrande över motion.docx", b"PK" * 3000)
    logo = _attachment("logga.png", b"\x89PNG", p3714=4)
    tree["__attach_version1.0_#00000001"] = {**logo, "__substg1.0_3712001F": "x@y".encode("utf-16-le")}
    delivery = _read(tree)
    assert [(member.name, member.data) for member in delivery.members] == [("Yttrande över motion.docx", b"PK" * 3000)]
    assert [finding.code for finding in delivery.findings] == ["F137"]


def test_a_message_in_a_message_comes_out_as_an_email_with_its_own_attachments() -> None:
    """An embedded message keeps its facts, text and attachments, and the same input gives the same bytes."""
    inner = _message({"0037": "Vidare: remiss", "0c1a": "Bo Ek", "1000": "Se bifogat.\r\nHälsningar Bo"}, 24)
    inner["__attach_version1.0_#00000000"] = _attachment("svår fil.pdf", b"%PDF-1.7 x")
    tree = _message(LETTER)
    tree["__attach_version1.0_#00000000"] = {
        "__properties_version1.0": _fixed(8, p3705=5),
        "__substg1.0_3701000D": inner,
    }
    first, second = _read(tree), _read(tree)
    assert first == second
    (member,) = first.members
    assert member.name == "Vidare: remiss.eml"
    assert mail.fits(member.name, member.data)
    delivery = mail.read(member.name, SHA, member.data)
    assert _texts(delivery) == [
        "Från: Bo Ek", "Datum: 2024-03-15 18:13 UTC", "Ämne: Vidare: remiss", "Se bifogat.", "Hälsningar Bo",
    ]  # fmt: skip
    assert [(one.name, one.data) for one in delivery.members] == [("svår fil.pdf", b"%PDF-1.7 x")]


def test_a_message_without_text_and_attachments_is_refused() -> None:
    """An empty message is a finding, not an empty page."""
    with pytest.raises(UnreadableError) as refused:
        _read(_message({"0037": "Tomt"}))
    assert refused.value.finding.code == "F127"


def test_a_compound_file_cut_short_is_a_finding_or_less_text_but_never_a_crash() -> None:
    """A truncated message is refused or gives what could be read."""
    data = compound(_message(LETTER))
    for end in range(600, len(data), 97):
        cut = data[:end]
        try:
            outlook.read("brev.msg", SHA, cut)
        except UnreadableError as refused:
            assert refused.finding.code in {"F119", "F127"}  # noqa: PT017 - both outcomes are right, a crash is not


def test_old_word_files_and_messages_are_told_apart_by_what_stands_at_their_top() -> None:
    """A message with a Word file in it is a message, and the other way round."""
    word = compound({"WordDocument": b"\xec\xa5" + b"\0" * 600})
    tree = _message(LETTER)
    tree["__attach_version1.0_#00000000"] = _attachment("gammal.doc", word)
    message = compound(tree)
    assert (outlook.fits("a", message), doc.fits("a", message)) == (True, False)
    assert (outlook.fits("a", word), doc.fits("a", word)) == (False, True)
    package = compound({"ObjectPool": {"_1": _message({})}, "WordDocument": b"\xec\xa5" + b"\0" * 600})
    assert (outlook.fits("a", package), doc.fits("a", package)) == (False, True)
