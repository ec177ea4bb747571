"""Zip containers and XML: what is opened, and what is refused before it is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from generator.readers import ziparchive
from generator.readers.delivery import UnreadableError
from generator.readers.text import clean
from generator.readers.ziparchive import content, entries, harmless, is_zip, xml_tree


def _zip(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", method) as container:
        for name, data in files:
            container.writestr(name, data)
    return kept.getvalue()


def _refused(data: bytes) -> str:
    with pytest.raises(UnreadableError) as refused:
        [content("arkiv.zip", entry) for entry in entries("arkiv.zip", data)]
    return refused.value.finding.code


def test_entries_come_in_their_order_without_folders() -> None:
    """The files of a container come with their bytes, in its order, and a folder is no file."""
    data = _zip(("b/två.txt", b"2"), ("b/", b""), ("a.txt", b"1"))
    made = entries("arkiv.zip", data)
    assert is_zip(data)
    assert [(one.name, content("arkiv.zip", one)) for one in made] == [("b/två.txt", b"2"), ("a.txt", b"1")]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/rot/fil.txt", "rot/fil.txt"),
        ("C:\\mapp\\fil.txt", "mapp/fil.txt"),
        ("a/./b//c", "a/b/c"),
        ("rad\nbrytning", "rad�brytning"),
        ("..", ""),
        ("Yttrande a\u030a.txt", "Yttrande å.txt"),
    ],
)
def test_names_are_made_harmless(written: str, name: str) -> None:
    """A name leads nowhere outside and holds no control character."""
    assert harmless(written) == name


def test_names_in_utf8_that_do_not_say_so_are_read() -> None:
    """Many programs write UTF-8 names without saying so; names in the old PC character set stay."""
    data = _zip(("svar_aao.txt", b"x"))
    assert entries("a.zip", data.replace(b"svar_aao.txt", "svar_åo.txt".encode()))[0].name == "svar_åo.txt"
    assert entries("a.zip", data.replace(b"svar_aao.txt", "svar_åäo.txt".encode("cp437")))[0].name == "svar_åäo.txt"


def test_an_encrypted_entry_locks_the_file() -> None:
    """A container with an encrypted entry is locked."""
    data = bytearray(_zip(("a.txt", b"hemligt")))
    data[6] |= 1
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert _refused(bytes(data)) == "F118"


def test_damage_is_found() -> None:
    """A container without its end, or with bytes that do not check, is damaged."""
    data = _zip(("a.txt", b"text " * 50))
    assert _refused(data[:-30]) == "F119"
    broken = bytearray(_zip(("a.txt", b"text " * 50), method=zipfile.ZIP_STORED))
    broken[60] ^= 0xFF
    assert _refused(bytes(broken)) == "F119"


@pytest.mark.parametrize(
    "files",
    [
        [("stor.xml", bytes(11 * 2**20))],
        [(f"{one}.bin", bytes(9 * 2**20)) for one in range(12)],
        [(f"{one}.txt", b"") for one in range(ziparchive.ENTRY_LIMIT + 1)],
    ],
)
def test_a_bomb_is_refused_before_it_is_unpacked(files: list[tuple[str, bytes]]) -> None:
    """Too much out of too little, too much in all, and too many files are refused by what the headers say."""
    data = _zip(*files)
    with pytest.raises(UnreadableError) as refused:
        entries("arkiv.zip", data)
    assert refused.value.finding.code == "F123"


def test_a_header_that_lies_is_held_to_its_word() -> None:
    """An entry that unpacks to more than it says is damaged, and no more is unpacked than it says."""
    data = bytearray(_zip(("a.txt", b"x" * 50_000)))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(mark) + at
        data[place : place + 4] = struct.pack("<I", 10)
    assert _refused(bytes(data)) == "F119"


def test_rare_ways_of_packing_are_refused() -> None:
    """An entry packed so that one block may unpack to anything is refused."""
    assert _refused(_zip(("a.txt", b"text"), method=zipfile.ZIP_BZIP2)) == "F119"


def test_a_name_that_comes_again_says_so() -> None:
    """The second entry of a name is marked, whatever its case."""
    assert [one.again for one in entries("a.zip", _zip(("A.txt", b"1"), ("a.txt", b"2")))] == [False, True]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<a><b></a>", "F119"),
        (b"", "F119"),
        (b"<!DOCTYPE a><a/>", "F119"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "F119"),
        (b"<a>" * 300 + b"</a>" * 300, "F123"),
        (
            b'<!DOCTYPE a [<!ENTITY x0 "yyyyyyyyyy">'
            + b"".join(b'<!ENTITY x%d "%s">' % (at, b"&x%d;" % (at - 1) * 10) for at in range(1, 9))
            + b']><a b="&x8;"/>',
            "F123",
        ),
    ],
)
def test_xml_that_is_not_plain_is_refused(data: bytes, code: str) -> None:
    """No document type, no entities, no endless depth: what has them is refused, and nothing is fetched."""
    with pytest.raises(UnreadableError) as refused:
        xml_tree("del.xml", data)
    assert refused.value.finding.code == code


def test_xml_comes_without_comments() -> None:
    """Comments and processing instructions are no part of the tree."""
    root = xml_tree("del.xml", b'<?xml version="1.0"?><!-- a --><a><?b c?><b/><!-- d --></a>')
    assert [one.tag for one in root.iter()] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("över\u00adens\u200bkommelse", "överenskommelse"),
        ("a\u00a0\u2003b   c", "a b c"),
        ("eﬃcient ﬁlm", "efficient film"),
        ("A\u030a och o\u0308", "Å och ö"),
        ("rad\nett\ftvå", "rad ett två"),
        (" Anna \t\t Bo ", "Anna\tBo"),
        ("½ m² №\u202e", "½ m² №"),
        ("a\u200db می\u200cخواهم", "ab می\u200cخواهم"),
    ],
)
def test_text_is_cleaned_alike_for_every_reader(text: str, cleaned: str) -> None:
    """Spaces, ligatures, accents and characters without a form come out as every reader delivers them."""
    assert clean(text) == cleaned
