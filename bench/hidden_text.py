"""How well hidden text in PDF is found: run by hand, ``python -m bench.hidden_text [--pages=N]``.

First, words hidden in the ways of ``PLANTED`` on pages of every layout of ``bench/layouts.py``: how many of these pages the reader holds, and
for how many the words stay out of what it reads. Then pages on which nothing is hidden, from reportlab and from LibreOffice
and Chromium where these are installed: how many it holds although it should not. Every draw has a fixed seed.
"""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.layouts import HEIGHT, PAGES, web
from bench.papers import letter
from generator.readers import pdf
from generator.readers.delivery import Delivery
from tests import word

PHRASE = "Hemligt tillägg som ingen ser"
_AT = 30.0  # points from the foot of the page, below all layouts' text


def _words(canvas: Canvas, x: float, y: float, size: float = 10, grey: float = 0.0, alpha: float = 1.0, mode: int = 0) -> None:
    canvas.saveState()
    piece = canvas.beginText(x, y)
    piece.setFont("Helvetica", size)
    canvas.setFillColor(Color(grey, grey, grey, alpha=alpha))
    piece.setTextRenderMode(mode)
    piece.textLine(PHRASE)
    canvas.drawText(piece)
    canvas.restoreState()


def _covered(canvas: Canvas, grey: float) -> None:
    _words(canvas, 80, _AT)
    canvas.saveState()
    canvas.setFillGray(grey)
    canvas.rect(70, _AT - 6, 250, 20, stroke=0, fill=1)
    canvas.restoreState()


def _on_same(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillGray(1)
    canvas.rect(70, _AT - 6, 250, 20, stroke=0, fill=1)
    canvas.restoreState()
    _words(canvas, 80, _AT, grey=1.0)


PLANTED: Mapping[str, Callable[[Canvas], None]] = {
    "under a box": lambda canvas: _covered(canvas, 0.0),
    "under a white box": lambda canvas: _covered(canvas, 1.0),
    "white on white": _on_same,
    "off the page": lambda canvas: _words(canvas, 80, HEIGHT + 60),
    "tiny": lambda canvas: _words(canvas, 80, _AT, size=0.8),
    "not drawn (mode 3)": lambda canvas: _words(canvas, 80, _AT, mode=3),
    "transparent": lambda canvas: _words(canvas, 80, _AT, alpha=0.0),
}


def drawn(layout: Callable[[Canvas, random.Random], None], seed: int, pages: int, plant: Callable[[Canvas], None] | None = None) -> bytes:
    """A document of pages of one layout, with words hidden on each."""
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=A4, invariant=1)
    for number in range(pages):
        canvas.saveState()
        layout(canvas, random.Random(1000 * seed + number))  # noqa: S311 - a repeatable draw, not a secret
        canvas.restoreState()
        if plant:
            plant(canvas)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def _held(delivery: Delivery) -> list[str]:
    return [finding.message for finding in delivery.findings if finding.code == "F116"]


def _read(data: bytes) -> Delivery:
    return pdf.read("svar.pdf", "0" * 64, data)


def found(each: int) -> None:
    """Print how many pages with hidden words are held, kind by kind."""
    print(f"{'hidden words':<26} {'pages':>6} {'held':>6} {'kept out':>9}")
    for kind, plant in PLANTED.items():
        pages = held = out = 0
        for layout, draw in PAGES:
            for seed in range(each):
                delivery = _read(drawn(draw, 500 + seed, 1, plant))
                said = " ".join(line.text for line in delivery.document.lines) if delivery.document else ""
                pages += 1
                held += bool(_held(delivery)) and delivery.outcome == "quarantined"
                out += PHRASE not in said
                if not _held(delivery):
                    print(f"    not held: {kind} on {layout}")
        print(f"{kind:<26} {pages:>6} {held:>6} {out:>9}", flush=True)


def _printed(sources: Mapping[str, str | bytes], program: str) -> dict[str, bytes]:
    """What LibreOffice or Chromium makes of the files; nothing where it is not installed."""
    path = shutil.which(program)
    made: dict[str, bytes] = {}
    if path is None:
        return made
    with tempfile.TemporaryDirectory() as room:
        for name, content in sources.items():
            file = Path(room, name)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
            target = file.with_suffix(".pdf")
            if program == "soffice":
                asked = [path, f"-env:UserInstallation=file://{room}/profile", "--headless", "--convert-to", "pdf", "--outdir", room, str(file)]
            else:
                asked = [path, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={room}/profile", f"--print-to-pdf={target}", file.as_uri()]
            subprocess.run(asked, check=False, capture_output=True, timeout=300)
            if target.is_file():
                made[name] = target.read_bytes()
    return made


def _word_looks(seed: int) -> bytes:
    """A Word document of a letter, and of paragraphs in many looks that are all seen."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable draw, not a secret
    looks = (
        '<w:color w:val="808080"/>', '<w:highlight w:val="yellow"/>', "<w:shadow/>", "<w:outline/>", "<w:emboss/>", '<w:sz w:val="9"/>',
        '<w:shd w:val="clear" w:fill="1F3864"/><w:color w:val="FFFFFF"/>', '<w:spacing w:val="60"/>', '<w:w w:val="66"/>', "<w:strike/>",
        '<w:vertAlign w:val="superscript"/>', "<w:smallCaps/>", '<w:u w:val="wave"/>', '<w:rFonts w:ascii="DejaVu Sans Light" w:hAnsi="DejaVu Sans Light"/>',
    )  # fmt: skip
    texts = [text.replace("\t", " ") for text in letter(seed, 1).texts()]
    body = [word.par(word.run(chance.choice(texts), chance.choice(looks))) for _ in range(150)]
    return word.word("".join(body), headers={"default": word.par("Lindsala kommun")}, footers={"default": word.par("Kvarngatan 12")})


def clean(wanted: int) -> None:
    """Print how many clean pages are held, maker by maker."""
    each = max(1, round(wanted * 0.6 / len(PAGES) / 5))
    print(f"\n{'clean pages':<34} {'pages':>6} {'held':>6}")
    total = wrong = 0

    def count(label: str, documents: Sequence[bytes]) -> None:
        nonlocal total, wrong
        pages = held = 0
        told: list[str] = []
        for data in documents:
            delivery = _read(data)
            pages += delivery.document.pages or 0 if delivery.document else 0
            told += _held(delivery)
            held += len({message.rpartition("sidan ")[2] for message in _held(delivery)})
        print(f"{label:<34} {pages:>6} {held:>6}" + "".join(f"\n    {message}" for message in told[:3]), flush=True)
        total, wrong = total + pages, wrong + held

    for layout, draw in PAGES:
        count(f"reportlab: {layout}", [drawn(draw, seed, 5) for seed in range(each)])
    pages = {f"sida-{seed}.html": web(max(1, wanted // 25), seed) for seed in range(6)}
    count("Chromium: web pages", list(_printed(pages, "chromium").values()))
    count("LibreOffice: web pages", list(_printed(dict(list(pages.items())[:2]), "soffice").values()))
    letters: dict[str, str | bytes] = {f"brev-{number}.docx": word.letter(letter(number)) for number in range(1, 5)}
    count("LibreOffice: letters (docx)", list(_printed(letters, "soffice").values()))
    looks: dict[str, str | bytes] = {f"utseende-{seed}.docx": _word_looks(seed) for seed in range(6)}
    count("LibreOffice: many looks (docx)", list(_printed(looks, "soffice").values()))
    print(f"{'all':<34} {total:>6} {wrong:>6}   {1000 * wrong / max(total, 1):.1f} false holds per 1,000 pages")


def main(arguments: Sequence[str]) -> None:
    """Print both tables."""
    told = dict(one.lstrip("-").split("=", 1) for one in arguments if "=" in one)
    found(int(told.get("each", 2)))
    clean(int(told.get("pages", 1200)))


if __name__ == "__main__":
    main(sys.argv[1:])
