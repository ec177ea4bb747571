"""What comes in from the disk and what goes out to it: nothing is followed out, nothing is half written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import files
from generator.model import DataFile, Page


def _write(path: Path, data: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_files_come_sorted_with_their_digests(tmp_path: Path) -> None:
    """Every file comes once, sorted by path, with forward slashes, its size and its SHA-256."""
    _write(tmp_path / "b.txt", b"hej")
    _write(tmp_path / "a" / "z.txt")
    made = files.walk(tmp_path)
    assert [one.file for one in made] == ["a/z.txt", "b.txt"]
    assert (made[1].size, files.content_of(made[1])) == (3, b"hej")
    assert made[1].sha256 == "9c478bf63e9500cb5db1e85ece82f18c8eb9e52e2f9135acd7f10972c8d563ba"


def test_what_systems_leave_in_folders_is_passed_over(tmp_path: Path) -> None:
    """Files that systems and version control leave behind are no documents, and case.yml is the editor's."""
    for name in (".DS_Store", "Thumbs.db", ".gitkeep", "case.yml", ".git/config"):
        _write(tmp_path / name)
    assert files.walk(tmp_path) == ()
    assert files.case_files(tmp_path) == {"case.yml": "x"}


def test_no_folder_has_no_files(tmp_path: Path) -> None:
    """A content folder that is not there holds nothing."""
    assert files.walk(tmp_path / "finns-inte") == ()


def test_a_content_folder_that_is_a_link_is_read(tmp_path: Path) -> None:
    """The content folder itself may be a link; links inside it are still held to what it leads to."""
    _write(tmp_path / "riktig" / "a.txt")
    (tmp_path / "content").symlink_to("riktig")
    assert [one.file for one in files.walk(tmp_path / "content")] == ["a.txt"]


def test_links_are_told_of_and_not_followed(tmp_path: Path) -> None:
    """A link to a file in the folder names it; one that leads out of it is a finding; neither is read."""
    _write(tmp_path / "ute.txt", b"hemligt")
    _write(tmp_path / "content" / "a.txt")
    (tmp_path / "content" / "b.txt").symlink_to("a.txt")
    (tmp_path / "content" / "c.txt").symlink_to(tmp_path / "ute.txt")
    (tmp_path / "content" / "d").symlink_to("..")
    made = {one.file: one for one in files.walk(tmp_path / "content")}
    assert made["b.txt"].same_as == "a.txt"
    assert files.content_of(made["b.txt"]) is None
    for name in ("c.txt", "d"):
        finding = made[name].finding
        assert finding is not None
        assert finding.code == "F106"
        assert files.content_of(made[name]) is None
    assert len(made) == 4


def test_a_file_above_the_limit_is_not_to_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file above the limit has its digest and a finding; one at the limit has none."""
    monkeypatch.setattr(files, "FILE_LIMIT", 10)
    _write(tmp_path / "a.txt", b"0123456789")
    _write(tmp_path / "b.txt", b"0123456789!")
    small, large = files.walk(tmp_path)
    assert small.finding is None
    assert large.finding is not None
    assert large.finding.code == "F105"
    assert len(large.sha256) == 64


def test_a_file_that_changes_while_it_is_read_is_not_taken_for_what_it_was(tmp_path: Path) -> None:
    """The bytes that come out are those that the digest was made of, or none."""
    path = _write(tmp_path / "a.txt", b"ett")
    (one,) = files.walk(tmp_path)
    path.write_bytes(b"annat")
    assert files.content_of(one) is None


def test_the_cache_gives_back_what_is_whole_and_nothing_else(tmp_path: Path) -> None:
    """What was put comes back; a damaged, cut or missing entry is none; another version's entries are gone."""
    cache = files.Cache(tmp_path / "read", "v1")
    cache.put("a", b"svar")
    assert cache.get("a") == b"svar"
    kept = tmp_path / "read" / "v1" / "a"
    whole = kept.read_bytes()
    for broken in (whole[:-1], whole[:3], b"", whole[:-1] + b"x"):
        kept.write_bytes(broken)
        assert cache.get("a") is None
    cache.put("a", b"svar")
    later = files.Cache(tmp_path / "read", "v2")
    later.put("b", b"nytt")
    later.put("c", b"inaktuellt")
    later.keep_only(["b"])
    assert [path.relative_to(tmp_path / "read").as_posix() for path in sorted((tmp_path / "read").rglob("*"))] == ["v2", "v2/b"]


def test_a_name_that_is_not_utf8_can_be_read_again(tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is named in a form that opens it."""
    _write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")), b"hej")
    (one,) = files.walk(tmp_path)
    assert (tmp_path / one.file).read_bytes() == b"hej"


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    """A page that has not changed is left alone, one that has is written, and one that is stale goes with its folder."""
    files.write_pages(tmp_path, [Page("a/index.md", "ett"), Page("b/index.md", "två")])
    os.utime(tmp_path / "a" / "index.md", (1, 1))
    files.write_pages(tmp_path, [Page("a/index.md", "ett"), Page("c.md", "tre")])
    assert (tmp_path / "a" / "index.md").stat().st_mtime == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c.md"]


def test_a_site_is_exchanged_whole(tmp_path: Path) -> None:
    """The new site stands in the old one's place, nothing of the old is left, and nothing else lies beside it."""
    out = tmp_path / "site"
    _write(out / "gammal.html")
    staged = files.staging(out)
    files.write_files(staged, [DataFile("data/archive.json", b"{}")])
    files.publish(staged, out)
    assert [path.relative_to(out).as_posix() for path in sorted(out.rglob("*"))] == ["data", "data/archive.json"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_is_published_where_there_was_none(tmp_path: Path) -> None:
    """The first build makes the folder."""
    out = tmp_path / "ny" / "site"
    staged = files.staging(out)
    _write(staged / "index.html")
    files.publish(staged, out)
    assert (out / "index.html").is_file()


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    """A staging folder that a killed build left beside the site is gone after the next begins."""
    _write(tmp_path / ".site-new-abc" / "index.html")
    staged = files.staging(tmp_path / "site")
    assert [path for path in tmp_path.iterdir() if path != staged] == []
    files.discard(staged)
    assert list(tmp_path.iterdir()) == []


def test_only_a_site_may_be_replaced(tmp_path: Path) -> None:
    """A folder may be replaced if it is missing, empty, or holds a site of this program."""
    assert files.may_replace(tmp_path / "finns-inte")
    (tmp_path / "tom").mkdir()
    assert files.may_replace(tmp_path / "tom")
    _write(tmp_path / "site" / "data" / "archive.json")
    assert files.may_replace(tmp_path / "site")
    _write(tmp_path / "hem" / "brev.txt")
    assert not files.may_replace(tmp_path / "hem")
    assert not files.may_replace(tmp_path / "hem" / "brev.txt")


def test_two_builds_cannot_hold_the_lock(tmp_path: Path) -> None:
    """The second build of a project hears that the first is not done, and gets the lock afterwards."""
    with files.locked(tmp_path) as first:
        assert first
        with files.locked(tmp_path) as second:
            assert not second
    with files.locked(tmp_path) as third:
        assert third


def test_a_case_file_may_be_saved_by_windows(tmp_path: Path) -> None:
    """A case.yml that is not UTF-8 is read as Windows-1252, so that its keys have their å, ä and ö."""
    for name, data in (("a", "skäl: å".encode("cp1252")), ("b", "skäl: å".encode())):
        (tmp_path / name).mkdir()
        (tmp_path / name / "case.yml").write_bytes(data)
    assert files.case_files(tmp_path) == {"a/case.yml": "skäl: å", "b/case.yml": "skäl: å"}
