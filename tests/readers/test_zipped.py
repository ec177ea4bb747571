from __future__ import annotations

import io
import zipfile

import pytest

from generator.readers import zipped
from generator.readers.delivery import UnreadableError

SHA = "0" * 64


def _named(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def test_every_file_is_a_member_with_its_path() -> None:
    """Files come out in the archive's order with their folders; a name cannot lead out of them."""
    data = _named({"svar/Bromma.txt": b"a", "svar/Älvsjö.pdf": b"b", "../../motion.md": b"c", "tom/": b""})
    assert zipped.fits("a.zip", data)
    delivery = zipped.read("a.zip", SHA, data)
    assert [(member.name, member.data) for member in delivery.members] == [
        ("svar/Bromma.txt", b"a"), ("svar/Älvsjö.pdf", b"b"), ("motion.md", b"c"),
    ]  # fmt: skip
    assert delivery.document is None
    assert [finding.code for finding in delivery.findings] == ["F129"]


def test_what_a_system_has_left_is_no_document() -> None:
    """Thumbnails, locks and the twins of another system's files are left out."""
    data = _named(
        {
            "__MACOSX/._a.txt": b"x",
            "__MACOSX/b.txt": b"x",
            "a.txt": b"a",
            "b/.DS_Store": b"x",
            "b/Thumbs.db": b"x",
            "~$svar.docx": b"x",
            "b/__MACOSX.txt": b"b",
        }
    )
    assert [member.name for member in zipped.read("a.zip", SHA, data).members] == ["a.txt", "b/__MACOSX.txt"]


def test_a_damaged_file_is_a_finding_and_the_others_are_read() -> None:
    """One file that cannot be unpacked does not take the others with it."""
    data = _named({"a.txt": b"first" * 10, "b.txt": b"second" * 10}, zipfile.ZIP_STORED)
    delivery = zipped.read("a.zip", SHA, data.replace(b"first" * 10, b"fxrst" * 10))
    assert [member.name for member in delivery.members] == ["b.txt"]
    assert [finding.code for finding in delivery.findings] == ["F129", "F119"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_named({}), "F130"), (_named({"__MACOSX/._a": b"x"}), "F130"), (b"PK\x03\x04" + b"x" * 200, "F119"),
        (_named({"a.txt": b"\0" * 30_000_000}), "F123"),
    ],
)  # fmt: skip
def test_an_archive_that_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    """Empty, damaged and swelling archives are findings."""
    assert zipped.fits("a.zip", data)
    with pytest.raises(UnreadableError) as refused:
        zipped.read("a.zip", SHA, data)
    assert refused.value.finding.code == code


def test_office_files_and_books_are_no_archives() -> None:
    """What is packed as zip but is a document of its own is not taken apart; an archive of such files is."""
    word = _named({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}, zipfile.ZIP_STORED)
    assert not zipped.fits("a.docx", word)
    assert not zipped.fits("a.odt", _named({"mimetype": b"application/x", "content.xml": b"<x/>"}))
    assert zipped.fits("a.zip", _named({"svar.docx": word}, zipfile.ZIP_STORED))
