"""Taking files in: every one ends as a delivery, the same bytes are read once, and what is inside a file comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator import children, files
from generator.findings import found
from generator.intake import Taken, take_in
from generator.model import Document, Line
from generator.readers import Delivery, Member, UnreadableError
from generator.records import DamagedError, decode, encode

QUICK = children.Limits(memory=1536, processor=1, clock=600)


def _reader(file: str, sha256: str, data: bytes) -> Delivery:
    """Reads "namn=innehåll" lines as members and anything else as one line; some words do harm."""
    if data == b"hang":
        while True:
            pass
    if data == b"swell":
        bytearray(4 << 30)
    if data == b"fall":
        raise RuntimeError("oväntat")
    members = tuple(
        Member(name.decode(), content.replace(b"|", b"\n").replace(b"/", b"="))
        for name, mark, content in (row.partition(b"=") for row in data.split(b"\n"))
        if mark
    )
    document = Document(file, sha256, "text/plain", (Line(1, data.decode("utf-8", "replace")),), size=len(data))
    return Delivery(None if members else document, (found("F104", file, 1),), members)


def _take(tmp_path: Path, given: dict[str, bytes], cache: files.Cache | None = None) -> dict[str, Taken]:
    content = tmp_path / "content"
    for name, data in given.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(data)
    taken = take_in(files.walk(content), cache, jobs=2, limits=QUICK, read=_reader)
    assert [one.entry.file for one in taken] == sorted(one.entry.file for one in taken)
    return {one.entry.file: one for one in taken}


def _codes(one: Taken) -> list[str]:
    return [finding.code for finding in one.delivery.findings]


def test_each_file_ends_as_a_delivery(tmp_path: Path) -> None:
    """A file that hangs, swells or crashes its reader is rejected with its own finding, and the others are read."""
    made = _take(tmp_path, {"a": b"ett", "b": b"hang", "c": b"swell", "d": b"fall", "e": b"tv\xc3\xa5"})
    assert {name: _codes(one) for name, one in made.items()} == {
        "a": ["F104"], "b": ["F120"], "c": ["F121"], "d": ["F122"], "e": ["F104"],
    }  # fmt: skip
    assert {name: one.delivery.outcome for name, one in made.items() if one.delivery.document is None} == {
        "b": "rejected", "c": "rejected", "d": "rejected",
    }  # fmt: skip


def test_the_same_bytes_are_read_once_and_answer_for_each_name(tmp_path: Path) -> None:
    """Two files with the same bytes have one reading, under the name of each."""
    made = _take(tmp_path, {"a/svar": b"ett", "b/svar": b"ett"})
    for name in ("a/svar", "b/svar"):
        document = made[name].delivery.document
        assert document is not None
        assert document.file == name
        assert [finding.file for finding in made[name].delivery.findings] == [name]


def test_what_was_read_before_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build starts no reader, whatever came of the files in the first; a changed file is read again."""
    cache = files.Cache(tmp_path / "read", "v1")
    given = {"a": b"ett", "b": b"fall", "c": b"x=inne"}
    before = _take(tmp_path, given, cache)
    started: list[int] = []
    run = children.run

    def counted(
        work: Sequence[children.Work], limits: Sequence[children.Limits], jobs: int
    ) -> Iterator[tuple[int, children.Outcome]]:
        started.append(len(work))
        return run(work, limits, jobs)

    monkeypatch.setattr(children, "run", counted)
    assert _take(tmp_path, given, cache) == before
    assert sum(started) == 0
    _take(tmp_path, {"a": b"annat"}, cache)
    assert sum(started) == 1
    for kept in (tmp_path / "read" / "v1").iterdir():
        kept.write_bytes(b"skadat")
    after = _take(tmp_path, {"a": b"ett"}, cache)
    assert after == before


def test_files_inside_files_are_inputs_of_their_own(tmp_path: Path) -> None:
    """A member has its own row, named under the file it was in, and members of members too; names never collide."""
    made = _take(tmp_path, {"post": b"a.txt=ett\na.txt=annat\nb.zip=c.txt/tre"})
    assert sorted(made) == ["post", "post/a (2).txt", "post/a.txt", "post/b.zip", "post/b.zip/c.txt"]
    assert made["post/b.zip/c.txt"].entry.inside == "post/b.zip"
    assert files.content_of(made["post/b.zip/c.txt"].entry) == b"tre"


def test_what_lies_too_deep_is_told_of(tmp_path: Path) -> None:
    """An archive in an archive is opened to a certain depth; what lies deeper is named, not lost."""

    def nested(file: str, sha256: str, data: bytes) -> Delivery:
        del file, sha256
        return Delivery(None, (), (Member("inre", data + b"!"),))

    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "yttre").write_bytes(b"x")
    taken = take_in(files.walk(tmp_path / "content"), None, read=nested)
    assert [one.entry.file.count("/") for one in taken] == [0, 1, 2, 3]
    assert _codes(taken[-1]) == ["F136"]


def test_a_refused_file_keeps_its_finding_and_outcome() -> None:
    """A reader's refusal says what is wrong with which file, and what the file's row shall say."""
    refused = UnreadableError("F108", "a.xyz", "unread", what=".xyz")
    assert (refused.outcome, refused.finding.file) == ("unread", "a.xyz")
    assert ".xyz" in refused.finding.message


def test_a_record_comes_back_as_it_was() -> None:
    """A delivery survives the way through bytes, under the name it is asked for."""
    lines = (
        Line(1, "Rubrik", 1, "heading", 2, opens=True),
        Line(2, "a\tb", 1, "row", 1, cells=("a", "b")),
        Line(3, "vanlig"),
        Line(4, "fortsätter", 2, opens=False),
    )
    given = Delivery(
        Document("a", "0" * 64, "application/pdf", lines, 3, 2, 7, recognised=(2,), unread=(1,), unsure_words=4),
        (found("F104", "a", 1),),
        (Member("b\udcff.pdf", b"\x00\xff"), Member("c", b"")),
        "quarantined",
    )
    assert decode(encode(given), "a", "0" * 64) == given
    moved = decode(encode(given), "b", "0" * 64)
    assert moved.document is not None
    assert (moved.document.file, moved.findings[0].file) == ("b", "b")


@pytest.mark.parametrize("cut", [0, 5, 8, 40, -1])
def test_half_a_record_is_no_record(cut: int) -> None:
    """Bytes that were cut anywhere are refused, not read as less."""
    whole = encode(Delivery(None, (), (Member("a", b"innehall"),)))
    with pytest.raises(DamagedError):
        decode(whole[:cut], "a", "")
