"""How fast documents are read: run by hand, ``python -m bench.reading [--documents=N] [--scans=N]``.

One row a format: the bare library and this project's reader on the same documents by turns, the best of three rounds each,
and then the same documents taken in as a build does it (a child process each; one and two at once; from the cache). A page
is a page of the letter's PDF twin, so that formats without pages can be held against the others; a message and an archive
hold more than one copy of the letter. The times depend on the machine; the ratios less.
"""

from __future__ import annotations

import email
import email.policy
import importlib.util
import io
import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import docx
import lxml.etree
import lxml.html
import pypdf
import pypdfium2
from markdown_it import MarkdownIt
from pytesseract import pytesseract

from bench import papers
from generator import files, intake, readers

ROUNDS = 3
Bare = Callable[[bytes], object]


def _docx(data: bytes) -> object:
    whole = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in whole.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in whole.paragraphs] + cells


def _odt(data: bytes) -> object:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return "".join(str(text) for text in lxml.etree.fromstring(container.read("content.xml")).itertext())


def _eml(data: bytes) -> object:
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body()
    return body and body.get_content(), [_docx(part.get_content()) for part in message.iter_attachments()]


def _zip(data: bytes) -> object:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return container.read("svar.txt").decode(), _docx(container.read("svar.docx"))


def _pdfium(data: bytes) -> object:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def _pypdf(data: bytes) -> object:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def _tesseract(data: bytes) -> object:
    document = pypdfium2.PdfDocument(data)
    try:
        return [pytesseract.image_to_string(page.render(scale=300 / 72, grayscale=True).to_pil(), lang="swe") for page in document]
    finally:
        document.close()


def _pdfplumber(data: bytes) -> object:
    import pdfplumber  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - no dependency: measured where it happens to be

    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_text() for page in document.pages]


# The bare libraries of each format, the closest to what the reader is built on first.
BARE: Mapping[str, Sequence[tuple[str, Bare]]] = {
    "txt": [("bytes.decode", lambda data: data.decode().splitlines())],
    "md": [("markdown-it-py", lambda data: MarkdownIt().parse(data.decode()))],
    "html": [("lxml.html", lambda data: "".join(str(text) for text in lxml.html.document_fromstring(data).itertext()))],
    "docx": [("python-docx", _docx)],
    "odt": [("zipfile + lxml", _odt)],
    "rtf": [],
    "eml": [("email + python-docx", _eml)],
    "zip": [("zipfile + python-docx", _zip)],
    "pdf": [("pypdfium2", _pdfium), ("pypdf", _pypdf)],
    "scan": [("pytesseract", _tesseract)],
}


def _ours(ending: str) -> Bare:
    """This project's reader, with what is inside messages and archives."""

    def read(data: bytes) -> object:
        delivery = readers.read(f"svar.{ending}", "0" * 64, data)
        inside = [readers.read(member.name, "0" * 64, member.data) for member in delivery.members]
        if delivery.document is None and not inside:
            raise SystemExit(f"{ending}: {[finding.message for finding in delivery.findings]}")
        return delivery, inside

    return read


def _took(work: Bare, documents: Sequence[bytes]) -> float:
    start = time.perf_counter()
    for data in documents:
        work(data)
    return time.perf_counter() - start


def _best(works: Sequence[Bare], documents: Sequence[bytes], rounds: int) -> list[float]:
    """The least seconds that each of ``works`` took, all taking turns; the first documents are read once before."""
    for work in works:
        work(documents[0])
    rows = [[_took(work, documents) for work in works] for _ in range(rounds)]
    return [min(column) for column in zip(*rows, strict=True)]


def _taken_in(ending: str, documents: Sequence[bytes]) -> tuple[float, float, float]:
    """Seconds to take the documents in: one child at once, two at once, and from the cache."""
    with tempfile.TemporaryDirectory() as room:
        content = Path(room, "content")
        content.mkdir()
        for number, data in enumerate(documents):
            (content / f"svar-{number:04}.{ending}").write_bytes(data)
        cache = files.Cache(Path(room, "cache"), intake.reader_version())
        made = []
        for kept, jobs in ((None, 1), (cache, 2), (cache, 1)):
            start = time.perf_counter()
            taken = intake.take_in(files.walk(content), kept, jobs=jobs)
            made.append(time.perf_counter() - start)
            assert all(one.delivery.document is not None or one.delivery.outcome == "published" for one in taken)
        return made[0], made[1], made[2]


def _pages(documents: Sequence[bytes]) -> int:
    return sum(len(pypdf.PdfReader(io.BytesIO(data)).pages) for data in documents)


def main(arguments: Sequence[str]) -> None:
    """Print the table; the name of a format among ``arguments`` leaves out the others."""
    told = dict(one.lstrip("-").split("=", 1) for one in arguments if "=" in one)
    chosen = [one for one in arguments if one in papers.MAKERS] or list(papers.MAKERS)
    count, few = int(told.get("documents", 40)), int(told.get("scans", 4))
    twins = _pages([papers.MAKERS["pdf"](number) for number in range(1, 3)]) / 2
    print(f"{count} documents of {twins:.0f} pages, {few} scans of one page; {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(f"{'':<5} {'bare library':<22} {'bare':>17} {'in one process':>17} {'ratio':>7}  {'child, 1 job':>17} {'2 jobs':>17} {'cached':>17}")
    print(f"{'':<5} {'':<22} " + f"{'docs/s  pages/s':>17} " * 2 + f"{'':>7}  " + f"{'docs/s  pages/s':>17} " * 3)
    for ending in chosen:
        is_scan = ending == "scan"
        documents = [papers.MAKERS[ending](number) for number in range(1, (few if is_scan else count) + 1)]
        name, pages = ("pdf", 1.0) if is_scan else (ending, twins)
        bare = list(BARE[ending])
        if ending == "pdf" and importlib.util.find_spec("pdfplumber"):
            bare.append(("pdfplumber", _pdfplumber))
        *seconds, ours = _best([*(work for _, work in bare), _ours(name)], documents, 1 if is_scan else ROUNDS)

        def rate(took: float, number: int = len(documents), each: float = pages) -> str:
            return f"{number / took:8.1f} {number * each / took:8.1f}"

        taken = " ".join(rate(took) for took in _taken_in(name, documents))
        for number, (label, took) in enumerate(zip([label for label, _ in bare] or ["(none)"], seconds or [0.0], strict=True)):
            held = f"{rate(took)} {rate(ours)} {took / ours:6.2f}x" if took else f"{'–':>17} {rate(ours)} {'–':>7}"
            print(f"{'' if number else ending:<5} {label:<22} {held}" + ("" if number else f"  {taken}"), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
