"""Zip archives: every file in one is a document of its own; what an operating system has left in it is not."""

from __future__ import annotations

import io
import struct
import zipfile

from generator.findings import found
from generator.model import Finding
from generator.readers.delivery import Delivery, Member, UnreadableError
from generator.readers.ziparchive import content, entries, is_zip

NAME = "zip-arkiv"

_JUNK_FOLDERS = {"__macosx", ".git", "$recycle.bin"}
_JUNK = {".ds_store", "thumbs.db", "desktop.ini", ".directory", "ehthumbs.db"}
_BROKEN = (
    zipfile.BadZipFile,
    OSError,
    ValueError,
    IndexError,
    KeyError,
    NotImplementedError,
    OverflowError,
    struct.error,
)
_PACKAGES = {
    "[content_types].xml",
    "mimetype",
    "meta-inf/container.xml",
}  # office files and books are zip containers too


def fits(file: str, data: bytes) -> bool:
    """Whether the data is a zip archive and not an office file; one too damaged to be listed is taken for an archive."""
    del file
    if not is_zip(data):
        return False
    return not any(name.lower() in _PACKAGES for name in names_in(data))


def read(file: str, sha256: str, data: bytes) -> Delivery:
    """The files in the archive as members, each with its path; F119 for each that cannot be unpacked, the others are read.

    Refused: F118 with a password, F119 damaged, F123 beyond the limits, F130 where nothing is in it.
    """
    del sha256
    members: list[Member] = []
    findings: list[Finding] = []
    junk: list[str] = []
    for entry in entries(file, data):
        if _junk(entry.name):
            junk.append(entry.name)
            continue
        try:
            members.append(Member(entry.name, content(file, entry)))
        except UnreadableError as problem:
            findings.append(problem.finding)
    if not members:
        if findings:
            return Delivery(None, tuple(findings), outcome="rejected")
        raise UnreadableError("F130", file)
    if junk:
        more = f" och {len(junk) - 1} till" if len(junk) > 1 else ""
        findings.append(found("F137", file, what=f"systemfilen ”{junk[0]}”{more}"))
    return Delivery(None, (found("F129", file, count=len(members)), *findings), tuple(members))


def names_in(data: bytes) -> frozenset[str]:
    """The names in a zip container as they are written; empty where it cannot be listed."""
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except _BROKEN:
        return frozenset()


def _junk(name: str) -> bool:
    *folders, last = name.lower().split("/")
    return last in _JUNK or last.startswith(("._", "~$")) or bool(_JUNK_FOLDERS & {*folders})
