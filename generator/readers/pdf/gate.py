"""The gate of PDF documents: what pypdf says of a file before any native library sees its pages.

pypdf is slow and pure Python; on hostile files it stayed within 5 s and 333 MB with typed errors where every native reader
hung or died on one (measured before). It decides whether a file is locked, how long it is, and what is packed inside it.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.constants import UserAccessPermissions
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from generator.findings import found
from generator.model import Finding
from generator.readers.delivery import Member, UnreadableError

MOST_PAGES = 2_000
_MOST_MEMBERS = 200
_MOST_PACKED = 200 << 20  # bytes of attachments, unpacked
_DEEPEST = 60  # levels of a tree of pages or names
_HEAD = 1024  # bytes in which the mark of a PDF document may stand (PDF 32000-1, annex H)
_MARK = b"%PDF-"
_OBJECT = re.compile(rb"(?:^|[\r\n])\d{1,10} \d{1,5} obj\b")
# What pypdf raises for bad files besides its own errors: the file's values where it expected others.
_BAD = (
    PyPdfError,
    DependencyError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    OSError,
    EOFError,
    AssertionError,
    NotImplementedError,
)


@dataclass(frozen=True, slots=True)
class Passed:
    """A file that may be read: its number of pages, the files packed in it, and what staff should know.

    ``damage`` says what is wrong with a file whose own lists cannot be followed; its number of pages is then 0, and what is
    packed in it is not known.
    """

    pages: int
    members: tuple[Member, ...] = ()
    findings: tuple[Finding, ...] = ()
    damage: str = ""


def is_marked(data: bytes) -> bool:
    """Whether the mark of a PDF document stands near the beginning."""
    return _MARK in data[:_HEAD]


def is_unmarked(data: bytes) -> bool:
    """Whether ``data`` is a PDF document that has lost its mark: objects from the beginning on, and the end of one."""
    return bool(_OBJECT.search(data, 0, _HEAD)) and b"startxref" in data[-_HEAD:] and b"%%EOF" in data[-_HEAD:]


def passed(file: str, data: bytes) -> Passed:
    """What the gate says of ``data``; UnreadableError for a locked, empty or overlong file and for one damaged beyond trying.

    Where its lists cannot be followed it is let through with its ``damage`` named: pdfium looks for the objects themselves.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every repair; we tell of what is lost
    findings: list[Finding] = []
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            if not reader.decrypt(""):
                raise UnreadableError("F118", file)
            rights = reader.user_access_permissions
            if rights is not None and UserAccessPermissions.EXTRACT not in rights:
                findings.append(found("F133", file))
        root = reader.root_object
        pages = _count(root.get("/Pages"))
    except UnreadableError:
        raise
    except _BAD as problem:
        why = _why(problem)
        if b"/Encrypt" in data:  # what it may not give away is not known, either
            raise UnreadableError("F119", file, why=why) from problem
        return Passed(0, (), (found("F139", file, why=why),), why)
    if pages > MOST_PAGES:
        raise UnreadableError("F134", file, count=f"över {MOST_PAGES}", limit=MOST_PAGES)
    if not pages:
        raise UnreadableError("F127", file)
    members, lost = _members(root, file)
    return Passed(pages, members, (*findings, *lost))


def _why(problem: Exception) -> str:
    if isinstance(problem, NotImplementedError | DependencyError):
        return "den är krypterad på ett sätt som inte går att läsa"
    return "dess inre förteckning går inte att följa"


def _count(tree: object) -> int:
    """The number of pages under the root of the tree of pages, up to one over the limit; a page met twice counts once."""
    seen: set[tuple[int, int]] = set()
    stack: list[tuple[object, int]] = [(tree, 0)]
    pages = 0
    while stack and pages <= MOST_PAGES:
        node, depth = stack.pop()
        if isinstance(node, IndirectObject):
            key = (node.idnum, node.generation)
            if key in seen:
                continue
            seen.add(key)
            node = node.get_object()
        if not isinstance(node, DictionaryObject) or depth > _DEEPEST:
            continue
        kids = _resolved(node.get("/Kids"))
        if isinstance(kids, ArrayObject):
            stack += [(kid, depth + 1) for kid in reversed(kids)]
        else:
            pages += 1
    return pages


def _resolved(value: object) -> object:
    return value.get_object() if isinstance(value, IndirectObject) else value


def _members(root: DictionaryObject, file: str) -> tuple[tuple[Member, ...], list[Finding]]:
    """The files packed in the document (PDF 32000-1, 7.11.4), as its list of names has them."""
    made: list[Member] = []
    findings: list[Finding] = []
    weight = 0
    seen: set[int] = set()
    damaged = 0
    try:
        specs = list(_specifications(root))
    except _BAD:
        specs, damaged = [], 1
    for spec in specs:
        try:
            name, stream = _packed(spec)
            if stream is None or id(stream) in seen:
                continue
            seen.add(id(stream))
            content = bytes(stream.get_data())
        except _BAD:
            damaged += 1
            continue
        weight += len(content)
        if len(made) >= _MOST_MEMBERS or weight > _MOST_PACKED:
            findings.append(found("F123", file, why=f"över {_MOST_MEMBERS} bifogade filer eller {_MOST_PACKED >> 20} MB"))
            break
        made.append(Member(name or f"bilaga {len(made) + 1}", content))
    if damaged:
        findings.append(found("F137", file, what="bifogade filer som är skadade"))
    return tuple(made), findings


def _specifications(root: DictionaryObject) -> Iterator[DictionaryObject]:
    names = _resolved(root.get("/Names"))
    tree = names.get("/EmbeddedFiles") if isinstance(names, DictionaryObject) else None
    seen: set[tuple[int, int]] = set()
    stack: list[tuple[object, int]] = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        if isinstance(node, IndirectObject):
            key = (node.idnum, node.generation)
            if key in seen:
                continue
            seen.add(key)
            node = node.get_object()
        if not isinstance(node, DictionaryObject) or depth > _DEEPEST:
            continue
        kids, pairs = _resolved(node.get("/Kids")), _resolved(node.get("/Names"))
        if isinstance(kids, ArrayObject):
            stack += [(kid, depth + 1) for kid in reversed(kids)]
        if isinstance(pairs, ArrayObject):
            for value in list(pairs)[1::2]:
                spec = _resolved(value)
                if isinstance(spec, DictionaryObject):
                    yield spec


def _packed(spec: DictionaryObject) -> tuple[str, StreamObject | None]:
    held = _resolved(spec.get("/EF"))
    if not isinstance(held, DictionaryObject):
        return "", None
    stream = _resolved(held.get("/UF") or held.get("/F"))
    name = str(spec.get("/UF") or spec.get("/F") or "").replace("\\", "/").rpartition("/")[2]
    return name, stream if isinstance(stream, StreamObject) else None
