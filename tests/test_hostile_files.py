"""Hostile files at scale: whatever comes in ends as a document or as a row that says why, and what reads them lives on."""

from __future__ import annotations

import gc
import resource
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import children, files
from generator.build import Paths, gather
from generator.findings import KINDS
from generator.intake import Taken, take_in
from generator.readers import ENDINGS
from generator.records import encode
from tests import hostile_files, true_files
from tests.hostile_pdfs import PDFS
from tests.sites import project_copy

LIMITS = children.Limits(memory=1024, processor=30, clock=120)
GROWTH = 200  # MB that the parent may grow while files a thousand times as large are unpacked in its children
# What a file may be refused for; a crash (F122) is named where it is known and cannot be ours.
REFUSED = {
    "F101", "F102", "F105", "F108", "F109", "F116", "F118", "F119", "F120", "F121", "F123", "F124", "F127", "F128", "F130", "F134", "F136",
}  # fmt: skip
# A native library gives up on these by ending its process; one of the two limits is reached first on a slower machine.
CRASHES = {"slinga-av-former.pdf", "former-i-former.pdf"}


def _taken(folder: Path, given: Mapping[str, bytes]) -> dict[str, Taken]:
    content = folder / "content"
    content.mkdir()
    for name, data in given.items():
        (content / name).write_bytes(data)
    return {one.entry.file: one for one in take_in(files.walk(content), None, jobs=2, limits=LIMITS)}


def _codes(one: Taken) -> set[str]:
    return {finding.code for finding in one.delivery.findings}


def _all_end(taken: Mapping[str, Taken]) -> None:
    """Each file is a document, or holds others, or has a finding that says why not."""
    for name, one in taken.items():
        codes = _codes(one)
        allowed = REFUSED | {"F122"} if name in CRASHES else REFUSED
        if one.delivery.document is None and "F129" not in codes:
            assert codes & allowed, (name, one.delivery.findings)
            assert one.delivery.outcome in {"rejected", "unread", "quarantined"}, name
        assert name in CRASHES or "F122" not in codes, (name, one.delivery.findings)
        for line in one.delivery.document.lines if one.delivery.document else ():
            assert not set("\x00\n\r\f") & set(line.text), (name, line.number)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the programs beside Python, which have tests of their own, and with a lower limit on files in one file."""
    monkeypatch.setattr("generator.readers.ocr.available", lambda: False)
    monkeypatch.setattr("generator.readers.doc.office", lambda: None)
    monkeypatch.setattr("generator.intake._MOST_INSIDE", 200)


@pytest.mark.parametrize(
    "make",
    [
        hostile_files.containers, hostile_files.markup, hostile_files.mails, hostile_files.pictures, hostile_files.cut,
        hostile_files.misnamed, hostile_files.empty, lambda: {f"{name}.pdf": data for name, data in PDFS.items()},
    ],
    ids=["behållare", "märkspråk", "post", "bilder", "kapade", "felnamn", "tomma", "pdf"],
)  # fmt: skip
def test_every_hostile_file_ends_within_its_limits(make: Callable[[], dict[str, bytes]], tmp_path: Path) -> None:
    """Every file comes back as a document or a finding, none crashes our own code, and the parent's memory stays flat."""
    given = make()
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    taken = _taken(tmp_path, given)
    assert set(given) <= set(taken)
    _all_end(taken)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < GROWTH * 1024


# (file, the finding it must have, or none where it is read)
SAMPLES: tuple[tuple[str, str], ...] = (
    ("bomb.zip", "F123"), ("tyst-bomb.zip", "F119"), ("överlapp.zip", "F123"), ("låst.zip", "F118"), ("ovanligt.zip", "F119"),
    ("bomb.docx", "F123"), ("skratt.docx", "F119"), ("entitet.docx", "F119"), ("djup.docx", "F123"), ("dubbel-del.docx", "F119"),
    ("entitet.odt", "F119"), ("skratt.odt", "F123"), ("låst.odt", "F118"), ("djup.odt", "F123"), ("många.zip", "F123"),
    ("stil-i-ring.docx", ""), ("öppna-fält.docx", ""), ("djup-tabell.docx", ""), ("väldigt-spann.docx", ""), ("dubbel.zip", "F129"),
    ("grupper.rtf", "F123"), ("lögn.rtf", "F119"), ("celler.rtf", ""), ("taggar.html", "F123"), ("spalter.html", ""), ("alias.md", "F114"),
    ("en-rad.txt", ""), ("radbrytningar.txt", "F134"),
    ("delar.eml", "F123"), ("delar-i-delar.eml", "F123"), ("teckenkod.eml", ""), ("huvuden.eml", ""), ("skräp.msg", "F119"),
    ("väldig.png", "F123"), ("halv.jpg", "F119"), ("lögn.bmp", "F123"),
    ("tiotusen-sidor.pdf", "F134"), ("samma-sida-tusentals-gånger.pdf", "F134"), ("slinga-i-sidträdet.pdf", "F127"), ("slinga-i-innehållet.pdf", ""),
    ("djupa-listor.pdf", ""), ("bilaga-som-sväller.pdf", "F137"), ("skräp-framför.pdf", ""), ("utan-huvud.pdf", "F139"), ("utan-slut.pdf", "F119"),
)  # fmt: skip


def test_a_hostile_file_is_told_of_by_its_kind(tmp_path: Path) -> None:
    """A bomb is called a bomb, a lock a lock and damage damage; what harms nobody is read."""
    made = hostile_files.containers() | hostile_files.markup() | hostile_files.mails() | hostile_files.pictures()
    made |= {f"{name}.pdf": data for name, data in PDFS.items()}
    taken = _taken(tmp_path, {name: made[name] for name, _ in SAMPLES})
    wrong = {
        name: _codes(taken[name])
        for name, code in SAMPLES
        if (
            code not in _codes(taken[name])
            if code
            else taken[name].delivery.document is None or _codes(taken[name]) & REFUSED
        )
    }
    assert not wrong


def test_paths_in_an_archive_lead_nowhere_outside(tmp_path: Path) -> None:
    """Whatever an archive or a message calls its files, they are named under it, and nothing is written."""
    given = {"vägar.zip": hostile_files.containers()["vägar.zip"], "sökväg.eml": hostile_files.mails()["sökväg.eml"]}
    taken = _taken(tmp_path, given)
    assert {name.split("/")[0] for name in taken} == set(given)
    assert not any(".." in name.split("/") or "\n" in name or "\\" in name for name in taken)
    assert sum("vägar.zip/" in name for name in taken) == 5
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == sorted(given)


def test_no_entity_reads_a_file(tmp_path: Path) -> None:
    """What an external entity points at stands in nothing that is delivered."""
    made = hostile_files.containers() | hostile_files.markup()
    taken = _taken(tmp_path, {name: made[name] for name in ("entitet.docx", "entitet.odt", "entiteter.html")})
    assert len(taken) == 3
    assert not any(b"root:" in encode(one.delivery) for one in taken.values())


def test_a_true_document_under_any_ending_is_what_it_is(tmp_path: Path) -> None:
    """A document named as another format is read as its own, with a note; text is read under the endings of texts and papers only."""
    lines = true_files.answer("KS 2021/45", 1)
    made = {
        name: data
        for name, data in hostile_files.misnamed().items()
        if name.split()[0] in {"pdf", "docx", "odt", "rtf", "html", "eml", "msg"}
    }
    assert {name.rpartition(".")[2] for name in made} <= ENDINGS
    taken = _taken(tmp_path, made)
    assert {name for name, one in taken.items() if one.delivery.document is None or "F126" not in _codes(one)} == set()
    assert all(make(lines) for make in true_files.MAKERS.values())


# --- the fixtures of other projects -------------------------------------------------------------------------------

FIXTURES: tuple[tuple[str, set[str]], ...] = (
    ("encrypted_pdf__fc__encryption_openpassword.pdf", {"F118"}),
    ("encrypted_pdf__fc__encryption_notextaccess.pdf", {"F133"}),
    ("docx_encrypted__tk__testWORD_protected_passtika.docx", {"F118"}),
    ("docx_broken__poi__truncated62886.docx", {"F119"}),
    ("wrong_extension__tk__file1.pdf", {"F126"}),
    ("wrong_extension__tk__testODTnotaZipFile.odt", {"F126"}),
    ("zero_pages__fc__T02-03_006_page-object-missing.pdf", {"F119", "F127"}),
    ("header_junk__fc__T01_006_header-invalid-syntax-no-pdf.pdf", {"F139"}),
    ("loop__pm__issue-1113-evil-xobjects.pdf", {"F139"}),
    ("docx_tracked__tk__testWORD_2006ml.docx", {"F117"}),
)


def test_the_fixtures_end_as_what_they_are(shared: Path) -> None:
    """Every broken, locked or misnamed file of other projects is a document or a row that says why, each by its kind."""
    taken = {one.entry.file: one for one in take_in(files.walk(shared / "fixtures"), None, jobs=2, limits=LIMITS)}
    assert len(taken) >= 37
    _all_end(taken)
    for name, codes in FIXTURES:
        assert _codes(taken[name]) & codes, (name, taken[name].delivery.findings)
    read = {name for name, one in taken.items() if one.delivery.document is not None or "F124" in _codes(one)}
    for kind in ("docx_structure", "tables", "encoding", "attachments_incremental", "docx_tracked", "wrong_extension"):
        assert {name for name in taken if name.startswith(kind)} <= read, kind


# --- a thousand documents -----------------------------------------------------------------------------------------

GOOD, BROKEN, CASE = 900, 100, "KS 2021/45"
MOTION = (
    "Motion om en isbana i Ekvik\n\nDnr KS 2021/45\n\nBarnen i Ekvik saknar en plats att åka skridskor på.\n\n"
    "Jag föreslår kommunfullmäktige besluta\n\natt en isbana anläggs i Ekvik.\n\nEkvik den 3 mars 2021\n\nAnna Ek (V)\n"
)


def _thousand(content: Path) -> None:
    """900 documents in eight formats, the motion first, and 100 that are broken in ten ways."""
    content.mkdir()
    endings = ["txt", "md", "pdf", "docx", "odt", "rtf", "html", "eml"]
    (content / "0000-motion.txt").write_text(MOTION, encoding="utf-8")
    for number in range(1, GOOD):
        ending = endings[number % len(endings)]
        (content / f"{number:04}.{ending}").write_bytes(true_files.MAKERS[ending](true_files.answer(CASE, number)))
    for number in range(BROKEN):
        lines = true_files.answer(CASE, GOOD + number)
        name, data = _broken(number, lines)
        (content / f"trasig-{number:04}.{name}").write_bytes(data)


def _broken(number: int, lines: list[str]) -> tuple[str, bytes]:
    mark = str(number).encode()
    ways: tuple[tuple[str, bytes], ...] = (
        ("pdf", b"%PDF-1.7\n" + mark),
        ("docx", true_files.docx(lines)[: 900 + number]),
        ("odt", true_files.odt(lines)[: 200 + number]),
        ("rtf", true_files.rtf(lines).replace(b"\\par ", b"\\par {")[:-1]),
        ("docx", b"PK\x03\x04" + mark),
        ("txt", b"\x00\x01" + mark),
        ("txt", b" \n" * (number + 1)),
        ("odt", true_files.odt_of("<text:p>" * (300 + number) + "</text:p>" * (300 + number))),
        ("zip", hostile_files.raw_zip(b"svar.txt", mark, size=len(mark), flags=1, method=0)),
        ("html", b"<html><body>" + b"<p></p>" * number),
    )
    return ways[number % len(ways)]


def test_a_thousand_documents_of_which_a_tenth_is_broken(root: Path, tmp_path: Path) -> None:
    """900 are published, 100 rows say why not, and nothing of it hangs on how many are read at once."""
    content = tmp_path / "content"
    _thousand(content)
    first, second = (
        gather(Paths(project, content, project / "site_config", tmp_path / "site"), jobs=jobs)
        for jobs, project in ((2, project_copy(root, tmp_path / "two")), (1, project_copy(root, tmp_path / "one")))
    )
    rows = first.archive.sources
    assert len(rows) == GOOD + BROKEN
    told = {finding.file for finding in first.findings if KINDS[finding.code].severity == "error"}
    assert {one.file for one in rows if one.outcome != "published"} == {
        one.file for one in rows if one.file.startswith("trasig")
    }
    assert {one.file for one in rows if one.outcome != "published"} <= told
    assert (first.archive, first.findings) == (second.archive, second.findings)
