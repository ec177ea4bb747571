"""Scans for the tests: a rendered page made to look like what comes out of a photocopier, the same each time.

A scan is made from a page's picture by ``scanned``; ``pages_of`` gives the pictures of a PDF document. Nothing here is
random: the same page and the same words give the same pixels.
"""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

DPI = 300
POINTS = 72  # to the inch
_FONTS = {"serif": ("LiberationSerif-Regular.ttf", "Times-Roman"), "sans": ("LiberationSans-Regular.ttf", "Helvetica")}


def font_name(family: str) -> str:
    """The name under which reportlab knows an installed font of the family, or its own font where none is installed."""
    file, spare = _FONTS[family]
    try:
        pdfmetrics.registerFont(TTFont(f"scan-{family}", file))
    except TTFError:
        return spare
    return f"scan-{family}"


def text_pdf(paragraphs: Sequence[str], family: str = "serif", size: float = 11) -> bytes:
    """A4 pages with the paragraphs in one column, set as a letter is."""
    out = io.BytesIO()
    style = ParagraphStyle("text", fontName=font_name(family), fontSize=size, leading=size * 1.3, spaceAfter=size, alignment=TA_LEFT)
    pages = SimpleDocTemplate(out, pagesize=A4, leftMargin=70, rightMargin=70, topMargin=70, bottomMargin=70, invariant=1)
    pages.build([Paragraph(_escaped(text), style) for text in paragraphs])
    return out.getvalue()


def pages_of(data: bytes, dpi: int = DPI) -> list[Image.Image]:
    """Each page of a PDF document as a grey picture."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=dpi / POINTS, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()


def scanned(
    page: Image.Image,
    *,
    skew: float = 0.0,
    turn: int = 0,
    noise: int = 0,
    blur: float = 0.0,
    paper: int = 255,
    ink: int = 0,
    stamp: bool = False,
    seed: int = 1,
) -> Image.Image:
    """The page as scanned: skewed by degrees (counter-clockwise), turned by quarter turns, with grain, blur, grey paper, a stamp.

    ``paper`` and ``ink`` are the grey of what was white and black (0 to 255); ``noise`` is how far a pixel may be off.
    """
    image = page.convert("L")
    if stamp:
        image = ImageChops.darker(image, _stamp(image.size))
    if skew:
        image = image.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    if blur:
        image = image.filter(ImageFilter.GaussianBlur(blur))
    image = image.point([round(ink + (paper - ink) * value / 255) for value in range(256)])
    if noise:
        grain = Image.frombytes("L", image.size, random.Random(seed).randbytes(image.width * image.height))  # noqa: S311 - grain, not a secret
        spread = grain.point([round((value - 127.5) / 127.5 * noise) + 128 for value in range(256)])
        image = ImageChops.add(image, spread, offset=-128)
    return image.rotate(turn, expand=True) if turn else image


def _stamp(size: tuple[int, int]) -> Image.Image:
    """A registrar's stamp, a little askew, in the upper right corner of an empty page."""
    width, height = size
    layer = Image.new("L", size, 255)
    mark = Image.new("L", (width // 4, height // 14), 255)
    draw = ImageDraw.Draw(mark)
    draw.rectangle((4, 4, mark.width - 5, mark.height - 5), outline=70, width=5)
    big = ImageFont.load_default(size=mark.height * 0.24)
    draw.text((mark.width * 0.06, mark.height * 0.12), "Ankom registraturen", fill=70, font=big)
    draw.text((mark.width * 0.06, mark.height * 0.52), "2021 -04- 19", fill=70, font=big)
    layer.paste(mark.rotate(3, expand=True, fillcolor=255), (int(width * 0.70), int(height * 0.01)))
    return layer


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
