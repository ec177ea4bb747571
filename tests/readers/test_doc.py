from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from generator import converters
from generator.readers import doc
from generator.readers.delivery import UnreadableError
from tests.compound import compound

SHA = "0" * 64
RTF = (
    r"{\rtf1\ansi\ansicpg1252{\stylesheet{\s1\outlinelevel0 heading 1;}}{\header\pard Dnr BN 2024/77\par}\pard\s1 Svar p\'e5 motion\par"
    r"\pard N\'e4mnden {\deleted avstyrker }{\revised tillstyrker }f\'f6rslaget{\v  i hemlighet}.\par}"
).encode("ascii")


def _head(magic: int = 0xA5EC, flags: int = 0) -> bytes:
    return compound({"WordDocument": struct.pack("<HHHHHH", magic, 0xC1, 0, 0, 0, flags) + b"\0" * 900})


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A document in Word's older format, made by LibreOffice; the tests that need it skip aloud without that program."""
    program = converters.office()
    if program is None:
        pytest.skip("LibreOffice saknas: provet behöver det för att göra och läsa .doc")
    folder: Path = tmp_path_factory.mktemp("doc")
    (folder / "svar.rtf").write_bytes(RTF)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(folder), str(folder / "svar.rtf")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    shutil.rmtree(folder / "profile", ignore_errors=True)
    return (folder / "svar.doc").read_bytes()


def test_an_old_word_file_is_read_with_what_was_deleted_and_hidden_left_out(word: bytes) -> None:
    """The accepted, visible text comes through, the header first, and a finding tells of the rest."""
    assert doc.fits("svar.doc", word)
    delivery = doc.read("svar.doc", SHA, word)
    assert delivery.document is not None
    assert [(line.style, line.text) for line in delivery.document.lines] == [
        ("header", "Dnr BN 2024/77"), ("heading", "Svar på motion"), ("text", "Nämnden tillstyrker förslaget."),
    ]  # fmt: skip
    assert delivery.document.media_type == "application/msword"
    assert delivery.document.size == len(word)
    assert "F117" in [finding.code for finding in delivery.findings]


def test_a_conversion_leaves_nothing_behind(word: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that the program worked in is gone when it has ended."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert converters.doc_to_docx(word) is not None
    assert list(tmp_path.iterdir()) == []


def test_without_libreoffice_the_file_is_set_aside_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can read the format the file is named as unread."""
    monkeypatch.setattr(doc, "office", lambda: None)
    with pytest.raises(UnreadableError) as refused:
        doc.read("svar.doc", SHA, _head())
    assert (refused.value.finding.code, refused.value.outcome) == ("F128", "unread")


def test_what_the_program_cannot_read_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A conversion that gives nothing is a finding."""
    monkeypatch.setattr(doc, "office", lambda: "soffice")
    monkeypatch.setattr(doc, "doc_to_docx", lambda _: None)
    with pytest.raises(UnreadableError) as refused:
        doc.read("svar.doc", SHA, _head())
    assert refused.value.finding.code == "F119"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_head(flags=0x0100), "F118"),
        (_head(magic=0x1234), "F119"),
        (compound({"WordDocument": b"\xec\xa5"}), "F119"),
        (_head()[:600], "F119"),
    ],
)
def test_locked_and_damaged_files_are_refused_before_any_program_is_started(
    data: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the file's own head shows needs no program."""
    monkeypatch.setattr(doc, "doc_to_docx", lambda _: pytest.fail("the program was started"))
    with pytest.raises(UnreadableError) as refused:
        doc.read("svar.doc", SHA, data)
    assert refused.value.finding.code == code
