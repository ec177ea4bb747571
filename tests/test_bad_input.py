"""What strangers' folders hold: each bad file ends as a row with a finding, and the rest of the archive is built."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator import addresses
from generator.build import Paths, gather
from generator.findings import KINDS
from tests.sites import project_copy

GOOD = Path(__file__).parent / "golden_content"
TIME_LIMIT = 240  # seconds for one build
OUTSIDE = "Detta står utanför innehållsmappen och får inte synas."
BOMB = "---\na: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n---\n"
ANSWER = (
    "Parknämnden\n\nYttrande över motion om en isbana i Ekvik, KS 2021/45\n\n"
    "Förslag till beslut\nNämnden avstår från att yttra sig.{more}\n"
)
# An invented number of a person: the day does not come for long, and the last digit is the Luhn formula's.
PERSONAL_NUMBER = "20991231-2387"


def _text(text: str, encoding: str = "utf-8") -> Callable[[Path], None]:
    return lambda path: _write(path, text.encode(encoding))


def _bytes(data: bytes) -> Callable[[Path], None]:
    return lambda path: _write(path, data)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


# (path in the content folder, how it is made, the code it must have, what must become of it)
BAD: tuple[tuple[str, Callable[[Path], object], str, str], ...] = (
    ("tom.txt", _bytes(b""), "F101", "rejected"),
    ("blanka.md", _bytes(b" \n\t\n \n"), "F101", "rejected"),
    ("program.txt", _bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40), "F102", "rejected"),
    ("noll.txt", _text("Motion om\nen is\x00bana"), "F102", "rejected"),
    ("latin.txt", _text(ANSWER.format(more=" Åsikt saknas."), "latin-1"), "F103", "published"),
    ("bom.txt", _text("\ufeff" + ANSWER.format(more=" BOM.")), "F104", "published"),
    ("stor.txt", _bytes(b"Motion om en isbana i Ekvik. " * (50 * 2**20 // 29)), "F105", "rejected"),
    ("ut.txt", _link("../utanfor/hemlig.txt"), "F106", "rejected"),
    ("utmapp", _link("../utanfor"), "F106", "rejected"),
    ("ingenstans.txt", _link("finns-inte.txt"), "F106", "rejected"),
    ("rund.txt", _link("rund.txt"), "F106", "rejected"),
    ("kopia.txt", lambda path: shutil.copy(GOOD / "fritid.txt", path), "F107", "duplicate"),
    ("genväg.txt", _link("norrby.txt"), "F113", "duplicate"),
    ("svar.pdf", _bytes(b"%PDF-1.7\n1 0 obj"), "F119", "rejected"),
    ("svar.docx", _bytes(b"PK\x03\x04" + bytes(60)), "F119", "rejected"),
    ("karta.svg", _text("<svg onload='alert(1)'>Nämnden avstyrker motionen.</svg>"), "F108", "unread"),
    ("rör.txt", os.mkfifo, "F109", "rejected"),
    ("rad\nbryt.txt", _text(ANSWER.format(more=" Radbryt.")), "F110", "published"),
    (os.fsdecode(b"trasigt-\xff\xfe.txt"), _text(ANSWER.format(more=" Trasigt.")), "F110", "published"),
    ("bomb.md", _text(BOMB + "\n" + ANSWER.format(more=" Bomb.")), "F114", "published"),
    ("inköp.txt", _text("Mjölk\nBröd\nSmör\n"), "F201", "quarantined"),
    ("rund-post.txt", _text("Välkommen på höstmötet i föreningshuset, där det bjuds på kaffe.\n"), "F201", "quarantined"),
    (
        "utan-ärende.txt",
        _text("Remissvar\n\nSammanfattning\nNämnden tillstyrker motionen.\n\nÄrendets beredning\nÄrendet har beretts av staben.\n"),
        "F202",
        "quarantined",
    ),
    (
        "annat-ärende.txt",
        _text("Parknämnden\n\nYttrande över motion om en ny lekplats i Sund, KS 1999/7\n\nFörslag till beslut\nNämnden avstyrker motionen.\n"),
        "F301",
        "published",
    ),
    ("nummer.txt", _text(ANSWER.format(more=f" Sökanden är {PERSONAL_NUMBER}.")), "F601", "quarantined"),
    ("/".join(["djup"] * 60) + "/svar.txt", _text(ANSWER.format(more=" Djupt.")), "", "published"),
    ("mapp.txt/svar.txt", _text(ANSWER.format(more=" Mapp.")), "", "published"),
    ("..gömd.txt", _text(ANSWER.format(more=" Punkter.")), "", "published"),
    ("upp..ner/..%2f..%2fetc.txt", _text(ANSWER.format(more=" Procent.")), "", "published"),
    ("<img src=x onerror=alert(1)> {{ 7*7 }} [x](javascript:alert(1)).txt", _text(ANSWER.format(more=" Märkligt.")), "", "published"),
    ("n" * 250 + ".md", _text(ANSWER.format(more=" Långt namn.")), "", "published"),
)


@dataclass(frozen=True, slots=True)
class Built:
    """A build of the bad folder: where the site is, what the program said, and the data it published."""

    site: Path
    content: Path
    code: int
    said: str
    data: Mapping[str, Any]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, as people start it."""
    command = [sys.executable, "-c", "from generator.cli import entry; entry()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=TIME_LIMIT)


def digests(folder: Path) -> dict[str, str]:
    """The digest of every file under ``folder``."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of its own with the real configuration."""
    return project_copy(root, tmp_path_factory.mktemp("projekt") / "projekt")


@pytest.fixture(scope="module")
def bad(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The good documents with every bad file among them, built once."""
    home = tmp_path_factory.mktemp("dåligt")
    content = home / "content"
    shutil.copytree(GOOD, content)
    _write(home / "utanfor" / "hemlig.txt", OUTSIDE.encode())
    for name, make, _, _ in BAD:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)
    _write(content / "bombmapp" / "case.yml", BOMB.strip("-\n").encode())
    _write(content / "bombmapp" / "svar.txt", ANSWER.format(more=" Bombmapp.").encode())
    site = home / "site"
    done = run("--project", project, "build", "--content", content, "--out", site, "--jobs", "1")
    data = json.loads((site / "data" / "archive.json").read_text(encoding="utf-8")) if site.exists() else {}
    return Built(site, content, done.returncode, done.stdout + done.stderr, data)


def test_the_build_is_published_with_exit_code_one(bad: Built) -> None:
    """Bad files do not stop the site; the exit code says that there were errors."""
    assert bad.code == 1, bad.said
    assert "Traceback" not in bad.said
    assert (bad.site / "index.html").is_file()


def test_the_good_documents_are_published(bad: Built) -> None:
    """The motion and its two good answers are in the archive as if nothing were wrong."""
    used = {source["file"]: source["used_as"] for source in bad.data["sources"]}
    assert used["motion.md"] == ["ks-2021-45"]
    assert used["fritid.txt"] == ["ks-2021-45/fritidsnamnden"]
    for one in used["motion.md"] + used["fritid.txt"]:
        assert (bad.site / "motioner" / one / "index.html").is_file()


def test_every_file_is_a_source(bad: Built) -> None:
    """Every file of the folder, whatever it is, has one row among the sources; nothing is dropped in silence."""
    rows = [source["file"] for source in bad.data["sources"]]
    assert len(rows) == len(set(rows))
    assert len(rows) == len(BAD) + len(list(GOOD.iterdir())) + 1


@pytest.mark.parametrize(("name", "code", "outcome"), [(name, code, outcome) for name, _, code, outcome in BAD], ids=repr)
def test_a_bad_file_is_a_row_with_its_finding(bad: Built, name: str, code: str, outcome: str) -> None:
    """Each bad file's row says what became of it and which finding it has."""
    gathered = {source["file"]: source for source in bad.data["sources"]}
    shown = "".join(char if char.isprintable() and not "\ud800" <= char <= "\udfff" else "�" for char in name)
    row = gathered.get(name) or gathered[shown]
    assert row["outcome"] == outcome
    assert not code or code in row["findings"]
    assert bool(row["used_as"]) == (outcome == "published")


def test_every_row_stands_on_the_sources_page(bad: Built) -> None:
    """The sources page has a row for each file, at the anchor that links to it use."""
    page = (bad.site / "om" / "kallor" / "index.html").read_text(encoding="utf-8")
    for name in [*(name for name, *_ in BAD), "motion.md", "fritid.txt", "norrby.txt", "bombmapp/svar.txt"]:
        anchor = addresses.source_row(name).partition("#")[2]
        assert page.count(f'id="{anchor}"') == 1, name


def test_each_finding_says_what_to_do(bad: Built, project: Path) -> None:
    """Every finding in the JSON has its code, severity, file, line, message and advice."""
    done = run("--project", project, "check", "--content", bad.content, "--format", "json", "--jobs", "1")
    assert done.returncode == 1
    rows = json.loads(done.stdout)
    assert {row["code"] for row in rows} >= {code for _, _, code, _ in BAD if code} | {"F401"}
    for row in rows:
        assert set(row) == {"code", "severity", "file", "line", "message", "advice"}
        assert row["severity"] == KINDS[row["code"]].severity
        assert row["file"]
        assert row["message"]
        assert row["advice"]
        assert row["line"] is None or row["line"] >= 1
    lines = {(row["code"], row["file"]): row["line"] for row in rows}
    assert lines["F102", "noll.txt"] == 2
    assert lines["F103", "latin.txt"] == 1
    assert lines["F601", "nummer.txt"] == 6


def test_every_finding_is_one_line_of_text(bad: Built) -> None:
    """A file name with a line feed or a broken byte does not break the line it is told on."""
    for line in bad.said.splitlines():
        assert line.startswith(("Klart:", str(bad.content))), line


def test_nothing_from_outside_the_folder_is_published(bad: Built) -> None:
    """No file of the site holds what a link out of the folder leads to, nor a personal number."""
    for path in bad.site.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert OUTSIDE.encode() not in data, path
            assert PERSONAL_NUMBER.encode() not in data, path
    assert not any(path.is_symlink() for path in bad.site.rglob("*"))


def test_no_file_name_becomes_markup(bad: Built) -> None:
    """A file name is shown as text wherever it stands, and no original is published under a name that leads upwards."""
    for path in bad.site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<img src=x" not in text, path
        assert 'href="javascript:' not in text, path
        assert "49 [x]" not in text, path
    for path in (bad.site / "kallor").rglob("*"):
        assert not path.name.startswith("."), path
        assert len(os.fsencode(path.name)) <= 255


def test_alias_bombs_are_refused_at_once(bad: Built) -> None:
    """A case.yml of aliases is an error at its line, and the documents beside it are built."""
    used = {source["file"]: source["outcome"] for source in bad.data["sources"]}
    assert used["bombmapp/svar.txt"] == "published"
    assert "bombmapp/case.yml:" in bad.said
    assert "F401" in bad.said


def test_an_empty_folder_gives_a_site_that_says_how_to_begin(project: Path, tmp_path: Path) -> None:
    """With no documents the site is built with exit code 0, and its start page says how to begin."""
    (tmp_path / "content").mkdir()
    done = run("--project", project, "build", "--content", tmp_path / "content", "--out", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "content" in page
    assert "tom" in page or "börja" in page.lower()


# --- a build that fails -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def good(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good site, in a folder that later builds are pointed at."""
    site = tmp_path_factory.mktemp("bra") / "site"
    done = run("--project", project, "build", "--content", GOOD, "--out", site, "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return site


def _spoilt(project: Path, folder: Path, name: str, text: str) -> Path:
    """A copy of the project in which one file holds ``text``."""
    copy = folder / "projekt"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("build"))
    (copy / name).write_text(text, encoding="utf-8")
    return copy


def test_a_broken_site_builder_leaves_the_last_good_site(project: Path, good: Path, tmp_path: Path) -> None:
    """Where MkDocs fails, exit code 4 says that nothing was published, and the site is as it was to the byte."""
    before = digests(good)
    copy = _spoilt(project, tmp_path, "mkdocs.yml", "theme:\n  name: finns-inte\n")
    done = run("--project", copy, "build", "--content", GOOD, "--out", good)
    assert done.returncode == 4
    assert "F501" in done.stderr
    assert digests(good) == before
    assert [path.name for path in good.parent.iterdir()] == [good.name]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("site.yml", "namn: Arkivet\nadres: https://x.example/\n", 2),
        ("site.yml", "namn: [1, 2\n", 2),
        ("bodies.yml", "instanser:\n  - slag: namnd\n", 2),
        ("terms.yml", "begrepp: &a [x]\nmer: *a\n", 2),
    ],
)
def test_a_faulty_configuration_is_a_usage_error(
    project: Path, good: Path, tmp_path: Path, name: str, text: str, line: int
) -> None:
    """A fault in the configuration gives exit code 2 with file and line, and the site is as it was."""
    before = digests(good)
    copy = _spoilt(project, tmp_path, f"site_config/{name}", text)
    done = run("--project", copy, "build", "--content", GOOD, "--out", good)
    assert done.returncode == 2
    assert f"site_config/{name}:{line}: F40" in done.stderr
    assert digests(good) == before


def test_strict_blocks_on_an_error(project: Path, good: Path, bad: Built) -> None:
    """With --strict an error in a document gives exit code 4, and the site is as it was."""
    before = digests(good)
    done = run("--project", project, "build", "--strict", "--content", bad.content, "--out", good, "--jobs", "1")
    assert done.returncode == 4
    assert "orörd" in done.stderr
    assert digests(good) == before


def test_a_folder_of_other_things_is_not_overwritten(project: Path, tmp_path: Path) -> None:
    """A folder that holds something else than a site of this program stays as it is, with exit code 4."""
    _write(tmp_path / "hem" / "brev.txt", b"viktigt")
    done = run("--project", project, "build", "--content", GOOD, "--out", tmp_path / "hem")
    assert done.returncode == 4
    assert "F503" in done.stderr
    assert digests(tmp_path / "hem") == {"brev.txt": hashlib.sha256(b"viktigt").hexdigest()}


def test_the_same_content_gives_the_same_site(project: Path, good: Path, tmp_path: Path) -> None:
    """Building the same documents again gives the same bytes in every file."""
    done = run("--project", project, "build", "--content", GOOD, "--out", tmp_path / "site", "--jobs", "2")
    assert done.returncode == 0
    assert digests(tmp_path / "site") == digests(good)


def test_a_pipe_or_a_folder_for_a_case_file_stops_nothing(project: Path, tmp_path: Path) -> None:
    """A case.yml that is a pipe, a folder or a link is not waited for, and the documents beside it are read."""
    for name, make in (("a", os.mkfifo), ("b", os.mkdir)):
        _write(tmp_path / "content" / name / "svar.txt", ANSWER.format(more=f" {name}.").encode())
        make(tmp_path / "content" / name / "case.yml")
    (tmp_path / "content" / "c").mkdir()
    (tmp_path / "content" / "c" / "case.yml").symlink_to("/etc/hostname")
    _write(tmp_path / "content" / "b" / "case.yml" / "mer.txt", ANSWER.format(more=" Mer.").encode())
    done = run("--project", project, "check", "--content", tmp_path / "content", "--format", "json", "--jobs", "1")
    assert done.returncode in {0, 1}
    gathered = gather(Paths(project, tmp_path / "content", project / "site_config", tmp_path / "site"))
    outcomes = {source.file: (source.outcome, source.findings) for source in gathered.archive.sources}
    assert {outcomes[name][0] for name in ("a/svar.txt", "b/svar.txt", "b/case.yml/mer.txt")} == {"published"}
    assert outcomes["a/case.yml"] == ("rejected", ("F109",))
    assert outcomes["c/case.yml"] == ("rejected", ("F106",))
