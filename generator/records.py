"""``Delivery`` ↔ bytes: how a reader's answer travels between processes and lies in the cache.

The form is JSON, and after it the bytes of the members: what comes back from a process that has read a stranger's file can be
nothing but text, numbers and truth values. The names of files are left out: the same bytes under another name are the same answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from generator.model import Document, Finding, Line, Restored
from generator.readers.delivery import Delivery, Member

_Json = Any  # what json.loads gives


class DamagedError(Exception):
    """The bytes are no record that this version has written."""


def encode(delivery: Delivery) -> bytes:
    """A delivery as bytes; the same delivery gives the same bytes."""
    document = delivery.document
    told: _Json = {
        "document": None
        if document is None
        else {
            "media_type": document.media_type,
            "size": document.size,
            "pages": document.pages,
            "words": document.words,
            "recognised": document.recognised,
            "unread": document.unread,
            "unsure_words": document.unsure_words,
            "lines": [_line(line) for line in document.lines],
        },
        "findings": [[one.code, one.line, one.message, one.advice] for one in delivery.findings],
        "members": [[one.name, len(one.data)] for one in delivery.members],
        "outcome": delivery.outcome,
    }
    # Lone surrogates stand in names that are no UTF-8: ASCII with escapes carries them, UTF-8 does not.
    head = json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return b"".join((len(head).to_bytes(8, "big"), head, *(one.data for one in delivery.members)))


def decode(data: bytes, file: str, sha256: str) -> Delivery:
    """The delivery in ``data``, as that of ``file``; DamagedError if it is no such record."""
    try:
        end = 8 + int.from_bytes(data[:8], "big")
        told = json.loads(data[8:end])
        members = []
        for name, size in told["members"]:
            if end + size > len(data):
                raise DamagedError
            members.append(Member(name, data[end : end + size]))
            end += size
        return Delivery(
            _document(told["document"], file, sha256),
            tuple(Finding(code, file, line, message, advice) for code, line, message, advice in told["findings"]),
            tuple(members),
            told["outcome"],
        )
    except (ValueError, KeyError, TypeError, IndexError) as problem:
        raise DamagedError from problem


def _line(line: Line) -> _Json:
    """A line as a row, its last values left out where they are the usual ones: most lines are text and no more."""
    row = [
        line.number, line.text, line.page, line.style, line.level, line.struck, line.opens, line.cells,
        [[one.start, one.end, one.original, one.sure, one.by] for one in line.restored],
    ]  # fmt: skip
    while len(row) > len(_USUAL) - len(_OPTIONAL) and row[-1] in (_USUAL[len(row) - 1], [], ()):
        row.pop()
    return row


_OPTIONAL: Sequence[_Json] = (None, "text", 0, False, None, (), ())  # from ``page`` on
_USUAL: Sequence[_Json] = (0, "", *_OPTIONAL)


def _document(told: _Json, file: str, sha256: str) -> Document | None:
    if told is None:
        return None
    return Document(
        file,
        sha256,
        told["media_type"],
        tuple(_read_line(row) for row in told["lines"]),
        size=told["size"],
        pages=told["pages"],
        words=told["words"],
        recognised=tuple(told["recognised"]),
        unread=tuple(told["unread"]),
        unsure_words=told["unsure_words"],
    )


def _read_line(row: list[_Json]) -> Line:
    number, text, page, style, level, struck, opens, cells, restored = (*row, *_USUAL[len(row) :])
    return Line(number, text, page, style, level, struck, _restored(restored), opens, tuple(cells))


def _restored(rows: Iterable[_Json]) -> tuple[Restored, ...]:
    return tuple(Restored(*row) for row in rows)
