"""The only room that touches the disk: what comes in, what is kept between builds, and what is published.

Paths inside the content folder are given as text relative to it with forward slashes; a byte that is not UTF-8 stands as a
lone surrogate (as ``os.fsdecode`` leaves it), so that every file can be named and opened again.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import hashlib
import importlib.util
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.findings import found
from generator.model import DataFile, Finding, Page

FILE_LIMIT = 200 * 1024 * 1024  # bytes of one file; a scanned council bundle of 500 pages is below 100 MB
_TEXT_LIMIT = 10 * 1024 * 1024  # bytes of one case.yml
SITE_MARK = Path("data") / "archive.json"  # every site this program writes has it
# What operating systems and version control leave in folders; nobody means them as documents.
IGNORED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".git", "case.yml"})
_RENAME_EXCHANGE = 2  # linux/fs.h
_AT_FDCWD = -100  # fcntl.h


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file of the content folder, or a file inside one. ``finding`` says why it is not to be read.

    ``sha256`` is "" where nothing could be read. The bytes stay on the disk until ``content_of`` asks for them; those of a
    file inside a file are in ``packed``.
    """

    file: str
    sha256: str
    size: int
    finding: Finding | None = None
    same_as: str | None = None  # the file in the same folder tree that this is a link to
    path: Path | None = None
    packed: bytes | None = None
    inside: str | None = None  # the file that this one was inside


# --- in -----------------------------------------------------------------------------------------------------------


def walk(content: Path) -> tuple[InputFile, ...]:
    """Every file under ``content``, sorted by path; links are never followed out of it. Empty if there is no folder."""
    return tuple(_input(content, path) for path in sorted(_paths(content), key=os.fspath))


def is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder."""
    return path.is_dir()


def overlap(one: Path, other: Path) -> bool:
    """Whether one folder is the other or lies inside it."""
    first, second = one.resolve(), other.resolve()
    return first.is_relative_to(second) or second.is_relative_to(first)


def case_files(content: Path) -> dict[str, str]:
    """The text of each ``case.yml`` under ``content`` by its path relative to it: UTF-8, else as Windows writes Swedish."""
    return {
        _name(content, path): _text(path.read_bytes()[:_TEXT_LIMIT])
        for path in sorted(_paths(content, only="case.yml"), key=os.fspath)
        if _is_plain(path)
    }


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_text(path: Path) -> str | None:
    """The text of a configuration file (UTF-8, undecodable bytes replaced), or None where there is none."""
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return None


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; OSError where there is none."""
    return path.read_bytes()


def package_file(package: str, *parts: str) -> bytes:
    """A data file of an installed package, found without importing it; FileNotFoundError if it is not there."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(package)
    return Path(spec.submodule_search_locations[0], *parts).read_bytes()


def package_names(package: str, pattern: str) -> tuple[str, ...]:
    """The data files of an installed package that match ``pattern`` (as in ``Path.glob``), sorted, relative to it.

    Empty if nothing matches or there is no such package. For files whose names change with each release.
    """
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return ()
    root = Path(spec.submodule_search_locations[0])
    return tuple(sorted(path.relative_to(root).as_posix() for path in root.glob(pattern)))


def _paths(content: Path, only: str | None = None) -> Iterator[Path]:
    for folder, folders, names in os.walk(content, followlinks=False):
        links = [name for name in folders if Path(folder, name).is_symlink()]
        folders[:] = [name for name in folders if name not in links and name != ".git"]
        for name in [*names, *links]:
            # A case.yml that cannot be read as one (a link, a pipe) is told of like any other file.
            if (name == only) if only else (name not in IGNORED or (name == "case.yml" and not _is_plain(Path(folder, name)))):
                yield Path(folder, name)


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _name(content: Path, path: Path) -> str:
    return path.relative_to(content).as_posix()


def _input(content: Path, path: Path) -> InputFile:
    root = content.resolve()
    name = _name(content, path)
    if path.is_symlink():
        target = Path(os.path.realpath(path))
        if not target.is_relative_to(root) or not target.is_file():
            return InputFile(name, "", 0, found("F106", name))
        other = target.relative_to(root).as_posix()
        return InputFile(name, "", 0, found("F113", name, other=other), same_as=other)
    try:
        if not path.is_file():
            return InputFile(name, "", 0, found("F109", name, why="det är varken en fil eller en mapp"))
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            size = stream.tell()
    except OSError as problem:
        return InputFile(name, "", 0, found("F109", name, why=problem.strerror or "okänt fel"))
    whole = found("F105", name, size=round(size / 2**20), limit=FILE_LIMIT // 2**20) if size > FILE_LIMIT else None
    return InputFile(name, digest, size, whole, path=path)


def packed(outer: InputFile, name: str, data: bytes) -> InputFile:
    """The file called ``name`` inside ``outer``, as an input of its own."""
    return InputFile(
        f"{outer.file}/{name}", hashlib.sha256(data).hexdigest(), len(data), packed=data, inside=outer.file
    )


def content_of(one: InputFile) -> bytes | None:
    """The bytes of ``one``; None where they cannot be had, or are no longer those that its digest was made of."""
    if one.packed is not None:
        return one.packed
    if one.path is None:
        return None
    try:
        data = one.path.read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == one.sha256 else None


# --- between builds -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cache:
    """What was worked out before: one file a key in ``folder/version``. It may be deleted, or damaged, at any time."""

    folder: Path
    version: str

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``; None if there is nothing whole there."""
        try:
            kept = (self.folder / self.version / key).read_bytes()
        except OSError:
            return None
        digest, data = kept[:32], kept[32:]
        return data if hashlib.sha256(data).digest() == digest else None

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` under ``key``; a disk that has no room for it is no fault, the work is done again next time."""
        place = self.folder / self.version
        with contextlib.suppress(OSError):
            place.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=place, delete=False) as stream:
                stream.write(hashlib.sha256(data).digest() + data)
            Path(stream.name).replace(place / key)

    def keep_only(self, keys: Iterable[str]) -> None:
        """Remove what other versions left, and everything here but ``keys``."""
        kept = frozenset(keys)
        with contextlib.suppress(OSError):
            for other in self.folder.iterdir():
                if other.name != self.version:
                    shutil.rmtree(other, ignore_errors=True)
            for path in (self.folder / self.version).iterdir():
                if path.name not in kept:
                    path.unlink(missing_ok=True)


def package_digest(package: str, pattern: str = "**/*.py") -> str:
    """A digest of an installed package's own files that match ``pattern``: it changes whenever they do."""
    whole = hashlib.sha256()
    for name in package_names(package, pattern):
        whole.update(name.encode() + b"\0" + package_file(package, *name.split("/")))
    return whole.hexdigest()


# --- out ----------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Hold the build lock of ``folder`` (made if it is missing); yields False if another build holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True


def write_pages(folder: Path, pages: Iterable[Page]) -> None:
    """Make ``folder`` hold exactly ``pages``: write those that changed, remove what is stale."""
    write_files(folder, (DataFile(page.path, page.text.encode("utf-8")) for page in pages), remove_stale=True)


def write_files(folder: Path, files: Iterable[DataFile], *, remove_stale: bool = False) -> None:
    """Write ``files`` under ``folder``; with ``remove_stale`` nothing else is left there.

    A link that lies in the way is removed, and what it leads to is left alone: the site builder would follow it.
    """
    kept = set()
    plain = {folder}  # folders that are no links
    for file in files:
        target = folder / file.path
        kept.add(target)
        for part in reversed([target, *(one for one in target.parents if one.is_relative_to(folder))]):
            if part not in plain:
                if part.is_symlink():
                    part.unlink()
                if part != target:
                    plain.add(part)
        if target.is_file() and target.read_bytes() == file.data:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.data)
    if remove_stale:
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_dir() and not path.is_symlink():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path not in kept:
                path.unlink()


def write_text(path: Path, text: str) -> None:
    """Write one small file, making its folder; a link in its place is removed, not followed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        path.unlink()
    path.write_text(text, encoding="utf-8")


def remove(path: Path) -> None:
    """Remove one file of a folder that is being built; nothing happens if it is not there."""
    path.unlink(missing_ok=True)


def may_replace(out: Path) -> bool:
    """Whether ``out`` may be overwritten: it is missing, an empty folder, or a site that this program wrote."""
    if not out.exists() and not out.is_symlink():
        return True
    return out.is_dir() and ((out / SITE_MARK).is_file() or not any(out.iterdir()))


def staging(out: Path) -> Path:
    """A new empty folder beside ``out``, on the same disk; what killed builds left there is removed first."""
    out.parent.mkdir(parents=True, exist_ok=True)
    for left in out.parent.glob(f".{out.name}-new-*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-new-", dir=out.parent))
    folder.chmod(0o755)
    return folder


def discard(folder: Path) -> None:
    """Remove a staging folder that is not to be published."""
    shutil.rmtree(folder, ignore_errors=True)


def publish(staged: Path, out: Path) -> None:
    """Put the finished ``staged`` in the place of ``out``: at every moment ``out`` is the old site or the new one.

    The two folders change names in one system call where the system has it (Linux); elsewhere the old one steps aside
    first, which leaves a moment without a site but never half of one.
    """
    _flush(staged)
    if out.is_symlink() or not out.exists():
        if out.is_symlink():
            out.unlink()
        staged.rename(out)
    elif _exchanged(staged, out):
        shutil.rmtree(staged, ignore_errors=True)
    else:
        aside = staged.with_name(staged.name + "-old")
        out.rename(aside)
        staged.rename(out)
        shutil.rmtree(aside, ignore_errors=True)


def _flush(folder: Path) -> None:
    """Ask the disk to hold everything of ``folder`` before its name changes."""
    for path in [folder, *folder.rglob("*")]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _exchanged(one: Path, other: Path) -> bool:
    library = ctypes.CDLL(None, use_errno=True)
    rename = getattr(library, "renameat2", None)
    if rename is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
