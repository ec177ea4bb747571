"""Every input file → what its reader makes of it, each in a process of its own, and once only for the same bytes.

A file that holds files (a message, an archive) hands them over as inputs of their own, a level deeper. Whatever a file does to
its reader, it ends as a delivery: with a document, or with the finding that says why not.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator import children, files, readers, records
from generator.findings import found
from generator.model import Finding
from generator.readers import Delivery

LIMITS = children.Limits(memory=1536, processor=120, clock=900)
_CLOCK_PER_MB = 30  # seconds more by the clock: pages that are pictures are read by another program, one by one
_LONGEST = 3600  # seconds for any file
_DEEPEST = 3  # a document in an archive in a message in an archive; deeper than that is no filing
_MOST_INSIDE = 2000  # files inside one file, at all levels
_MOST_BYTES = 500 * 1024 * 1024  # likewise
# The libraries whose other versions may read otherwise.
_LIBRARIES = (
    "pypdf", "pypdfium2", "lxml", "olefile", "pillow", "pytesseract", "markdown-it-py", "mdit-py-plugins", "pyyaml",
)  # fmt: skip

Reader = Callable[[str, str, bytes], Delivery]


@dataclass(frozen=True, slots=True)
class Taken:
    """One input file with what was read out of it."""

    entry: files.InputFile
    delivery: Delivery


@dataclass(slots=True)
class _Weight:
    """How much a file of the content folder has turned out to hold so far, at all levels."""

    count: int = 0
    size: int = 0


def reader_version() -> str:
    """What decides how a file is read, beside its bytes: our readers, the libraries, and the programs that are installed."""
    parts = [
        sys.version,
        files.package_digest("generator.readers"),
        files.package_digest("generator", "records.py"),
        *(f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES),
        *readers.programs(),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def take_in(
    inputs: Sequence[files.InputFile],
    cache: files.Cache | None = None,
    *,
    jobs: int = 1,
    limits: children.Limits = LIMITS,
    read: Reader = readers.read,
) -> tuple[Taken, ...]:
    """What is in ``inputs`` and in the files inside them, sorted by path; one ``Taken`` for each, whatever became of it."""
    made: list[Taken] = []
    used: set[str] = set()
    level: list[files.InputFile] = list(inputs)
    inside: dict[str, _Weight] = {}
    for depth in range(_DEEPEST + 1):
        deliveries = _deliveries([one for one in level if one.finding is None], cache, used, limits, jobs, read)
        deeper: list[files.InputFile] = []
        for one in level:
            delivery = deliveries.get(one.file)
            if delivery is None:
                delivery = Delivery(None, (one.finding,) if one.finding else (), outcome="duplicate" if one.same_as else "rejected")
            more, refused = _members(one, delivery, depth, inside)
            deeper += more
            made.append(Taken(one, replace(delivery, members=(), findings=(*delivery.findings, *refused))))
        level = deeper
        if not level:
            break
    if cache is not None:
        cache.keep_only(used)
    return tuple(sorted(made, key=lambda one: one.entry.file))


def _members(
    one: files.InputFile, delivery: Delivery, depth: int, inside: dict[str, _Weight]
) -> tuple[list[files.InputFile], list[Finding]]:
    """The files inside ``one`` as inputs, and a finding for each that is not taken in."""
    weight = inside[one.file] = inside[one.inside] if one.inside else _Weight()
    made: list[files.InputFile] = []
    findings: list[Finding] = []
    taken: set[str] = set()
    for member in delivery.members:
        if depth == _DEEPEST:
            findings.append(found("F136", one.file, name=member.name))
            continue
        weight.count += 1
        weight.size += len(member.data)
        if weight.count > _MOST_INSIDE or weight.size > _MOST_BYTES:
            findings.append(found("F123", one.file, why=f"över {_MOST_INSIDE} filer eller {_MOST_BYTES >> 20} MB"))
            break
        made.append(files.packed(one, _free(member.name, taken), member.data))
    return made, findings


def _free(name: str, taken: set[str]) -> str:
    """``name``, or the first of "namn (2).pdf", "namn (3).pdf" … that no other file beside it has."""
    stem, dot, ending = name.rpartition(".")
    made, number = name, 1
    while made in taken:
        number += 1
        made = f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"
    taken.add(made)
    return made


def _deliveries(
    inputs: Sequence[files.InputFile],
    cache: files.Cache | None,
    used: set[str],
    limits: children.Limits,
    jobs: int,
    read: Reader,
) -> dict[str, Delivery]:
    """The delivery of each of ``inputs`` by its path; the same bytes with the same ending are read once."""
    by_key: dict[str, list[files.InputFile]] = {}
    for one in inputs:
        by_key.setdefault(f"{one.sha256}-{_safe(readers.ending_of(one.file))}", []).append(one)
    used.update(by_key)
    made: dict[str, Delivery] = {}
    unread: list[tuple[str, files.InputFile]] = []
    for key, same in by_key.items():
        kept = cache.get(key) if cache else None
        try:
            if kept is None:
                raise records.DamagedError
            made.update((one.file, records.decode(kept, one.file, one.sha256)) for one in same)
        except records.DamagedError:
            unread.append((key, same[0]))
    for index, outcome in _run([one for _, one in unread], limits, jobs, read):
        key, one = unread[index]
        record = outcome.answer if outcome.answer is not None else records.encode(_failed(one, outcome, limits))
        for other in by_key[key]:
            try:
                made[other.file] = records.decode(record, other.file, other.sha256)
            except records.DamagedError:
                made[other.file] = _failed(other, children.Outcome(None, "crash", "ofullständigt svar"), limits)
                break
        else:
            if cache and (outcome.answer is not None or outcome.lasting):
                cache.put(key, record)
    return made


def _run(
    inputs: Sequence[files.InputFile], limits: children.Limits, jobs: int, read: Reader
) -> Iterator[tuple[int, children.Outcome]]:
    def work(one: files.InputFile) -> Callable[[], bytes]:
        def piece() -> bytes:
            data = files.content_of(one)
            if data is None:
                changed = found("F109", one.file, why="den ändrades eller försvann medan den lästes")
                return records.encode(Delivery(None, (changed,), outcome="rejected"))
            return records.encode(read(one.file, one.sha256, data))

        return piece

    def limit(one: files.InputFile) -> children.Limits:
        return replace(limits, clock=min(limits.clock + _CLOCK_PER_MB * (one.size >> 20), max(_LONGEST, limits.clock)))

    return children.run([work(one) for one in inputs], [limit(one) for one in inputs], jobs)


def _failed(one: files.InputFile, outcome: children.Outcome, limits: children.Limits) -> Delivery:
    if outcome.failure == "time":
        finding = found("F120", one.file, seconds=limits.processor)
    elif outcome.failure == "memory":
        finding = found("F121", one.file, limit=limits.memory)
    else:
        finding = found("F122", one.file, why=outcome.why)
    return Delivery(None, (finding,), outcome="rejected")


def _safe(ending: str) -> str:
    """An ending as part of a file name of ours."""
    return "".join(char for char in ending if char.isalnum() and char.isascii())[:16]
