"""How many words of scans are read right: run by hand, ``python -m bench.ocr [SHARED] [--pages=N]``.

One row a kind of scan: this project's reader beside plain Tesseract with the same model, and beside OCRmyPDF where that
program is installed. The pages are set at 300 dpi from council text of the years that nothing was tuned on (2025 and 2026),
where the folder SHARED with such text is there, and else from the tests' own letter. A word counts as right where it stands
in the text's order, letter for letter, with its punctuation.
"""

from __future__ import annotations

import difflib
import io
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image
from pytesseract import pytesseract

from bench import papers
from generator.readers import ocr
from tests import scans

FROM, WORDS = 400, 330  # which words of a document a page is set from: past its list of contents
KINDS: Mapping[str, Mapping[str, float]] = {
    "clean": {},
    "skewed 1.5 degrees": {"skew": 1.5},
    "skewed -3 degrees": {"skew": -3.0},
    "light grain": {"noise": 20},
    "heavy grain, blurred": {"noise": 110, "blur": 0.8},
    "on its side": {"turn": 90},
    "upside down": {"turn": 180},
    "with a stamp": {"stamp": True},
    "pale ink, grey paper": {"paper": 205, "ink": 95},
    "all of it": {"skew": 1.0, "noise": 60, "blur": 0.8, "paper": 215, "ink": 60, "stamp": True},
}


def texts(shared: Path, count: int) -> tuple[str, list[str]]:
    """What the pages say, and where that is from."""
    bundles = sorted(file for file in shared.glob("goteborg/handlingar/*.txt") if file.name[:4] in {"2025", "2026"})
    if not bundles:
        letter = " ".join(text.replace("\t", " ") for text in papers.letter(1, 1).texts())
        return "the tests' own letter", [letter]
    step = max(len(bundles) // count, 1)
    made = [" ".join(file.read_text("utf-8").split()[FROM : FROM + WORDS]) for file in bundles[::step][:count]]
    return f"{len(made)} of {len(bundles)} council documents held out", made


def right(text: str, truth: str) -> int:
    """How many words of ``truth`` stand in ``text``, in its order."""
    matcher = difflib.SequenceMatcher(None, truth.split(), text.split(), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _ours(page: Image.Image) -> str:
    return " ".join(line.text for line in ocr.recognise(page, 1, scans.DPI).lines)


def _plain(page: Image.Image) -> str:
    return str(pytesseract.image_to_string(page, lang="swe", config=f"--dpi {scans.DPI}"))


def _ocrmypdf(page: Image.Image) -> str:
    with tempfile.TemporaryDirectory() as room:
        page.save(Path(room, "in.pdf"), resolution=scans.DPI)
        options = ["-l", "swe", "--deskew", "--rotate-pages", "--output-type", "pdf", "--quiet", "--jobs", "1"]
        done = subprocess.run(["ocrmypdf", *options, "in.pdf", "out.pdf"], cwd=room, check=False, capture_output=True)
        if done.returncode:
            return ""
        document = pypdfium2.PdfDocument(io.BytesIO(Path(room, "out.pdf").read_bytes()))
        try:
            return " ".join(one.get_textpage().get_text_bounded() for one in document)
        finally:
            document.close()


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    told = dict(one.lstrip("-").split("=", 1) for one in arguments if "=" in one)
    shared = next((Path(one) for one in arguments if not one.startswith("-")), Path("../shared"))
    source, truths = texts(shared, int(told.get("pages", 4)))
    readers: dict[str, Callable[[Image.Image], str]] = {"this reader": _ours, "plain Tesseract": _plain}
    if shutil.which("ocrmypdf"):
        readers["OCRmyPDF"] = _ocrmypdf
    if not ocr.available():
        raise SystemExit("Tesseract with its Swedish model is not installed")
    print(f"Tesseract {ocr.version()}; {source}; {sum(len(truth.split()) for truth in truths)} words" + ("" if "OCRmyPDF" in readers else "; OCRmyPDF is not installed"))
    print(f"{'':<26} " + " ".join(f"{name:>16} {'s/page':>7}" for name in readers))
    # Serif and sans by turns; a page that overflows is cut at its first, and so is its truth (by the typesetter's own text).
    pages: list[tuple[Image.Image, str]] = []
    for number, truth in enumerate(truths):
        data = scans.text_pdf([truth], ("serif", "sans")[number % 2])
        document = pypdfium2.PdfDocument(data)
        said = document[0].get_textpage().get_text_bounded()
        document.close()
        pages.append((scans.pages_of(data)[0], said.replace("\ufffe", "").replace("\x02", "-")))
    words = sum(len(truth.split()) for _, truth in pages)
    for kind, looks in KINDS.items():
        row = []
        images = [scans.scanned(page, seed=number, **looks) for number, (page, _) in enumerate(pages)]  # type: ignore[arg-type]  # options by name
        for read in readers.values():
            start = time.perf_counter()
            good = sum(right(read(image), truth) for image, (_, truth) in zip(images, pages, strict=True))
            row.append(f"{100 * good / words:14.2f} % {(time.perf_counter() - start) / len(pages):7.1f}")
        print(f"{kind:<26} " + " ".join(row), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
