"""Clean pages in many layouts, to count false alarms on: every word of them is seen by whoever looks at the page.

``PAGES`` are drawn with reportlab, one function a layout, each drawing an A4 page of its own from a fixed draw; ``web`` is
one document of many pages for whatever program prints web pages.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from reportlab.graphics import renderPDF
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.piecharts import Pie
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.letter_text import ANSWER, plain
from tests.letters import wrapped

WIDTH, HEIGHT = A4
_TEXTS = [plain(piece.text).replace("¹", "") for piece in ANSWER.pieces if piece.text]
_FILES = (
    "LiberationSerif-Regular", "LiberationSans-Regular", "LiberationSans-Bold", "LiberationSansNarrow-Regular",
    "LiberationMono-Regular", "DejaVuSans-ExtraLight", "DejaVuSerif", "DejaVuSansCondensed",
)  # fmt: skip
_DARK = ("#000000", "#1a1a1a", "#003366", "#5b0f0f", "#0b4d2c", "#444444", "#666666")
_GROUNDS = ("#003f72", "#7a1f3d", "#1d5c38", "#222222", "#e4002b", "#6a6a6a", "#8a4b08")


def fonts() -> list[str]:
    """The fonts that reportlab has, and those of the usual ones that are installed."""
    made = ["Helvetica", "Times-Roman", "Courier", "Helvetica-Bold", "Times-Italic"]
    for name in _FILES:
        try:
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
        except TTFError:
            continue
        made.append(name)
    return made


def _flow(canvas: Canvas, chance: random.Random, box: tuple[float, float, float, float], size: float = 0.0, colour: str = "", font: str = "") -> None:
    """Paragraphs from the top of ``box`` (left, bottom, right, top) until it is full."""
    left, y, right, top = box
    size = size or chance.choice((7, 8, 9, 10, 10.5, 11, 12, 14))
    font = font or chance.choice(fonts())
    bottom, y = y, top
    canvas.setFillColor(HexColor(colour or chance.choice(_DARK)))
    canvas.setFont(font, size)
    while True:
        for line in wrapped(chance.choice(_TEXTS), font, size, right - left):
            y -= size * 1.25
            if y < bottom:
                return
            canvas.drawString(left, y, line)
        y -= size * 0.6


def _text(canvas: Canvas, chance: random.Random) -> None:
    _flow(canvas, chance, (70, 70, WIDTH - 70, HEIGHT - 70))


def _small(canvas: Canvas, chance: random.Random) -> None:
    _flow(canvas, chance, (60, 300, WIDTH - 60, HEIGHT - 60), chance.choice((2.5, 3, 4, 5, 6)))


def _pale(canvas: Canvas, chance: random.Random) -> None:
    _flow(canvas, chance, (60, 300, WIDTH - 60, HEIGHT - 60), colour=chance.choice(("#999999", "#aaaaaa", "#bbbbbb", "#c9a227", "#8fb8de")))


def _columns(canvas: Canvas, chance: random.Random) -> None:
    font, size = chance.choice(fonts()), chance.choice((8, 9, 10))
    for column in range(3):
        _flow(canvas, chance, (50 + 170 * column, 60, 200 + 170 * column, HEIGHT - 60), size, font=font)


def _boxes(canvas: Canvas, chance: random.Random) -> None:
    for row in range(5):
        canvas.setFillColor(HexColor(chance.choice(_GROUNDS)))
        bottom = HEIGHT - 180 - 140 * row
        canvas.roundRect(60, bottom, WIDTH - 120, 120, chance.choice((0, 6, 14)), stroke=0, fill=1)
        _flow(canvas, chance, (70, bottom + 6, WIDTH - 70, bottom + 114), colour="#ffffff")


def _dark_page(canvas: Canvas, chance: random.Random) -> None:
    canvas.setFillColor(HexColor(chance.choice(_GROUNDS)))
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    _flow(canvas, chance, (70, 70, WIDTH - 70, HEIGHT - 70), colour=chance.choice(("#ffffff", "#fff6d0", "#e8f4ff")))


def _tints(canvas: Canvas, chance: random.Random) -> None:
    for row in range(5):
        canvas.setFillColor(HexColor(chance.choice(("#eef3f8", "#fdf2d0", "#e6f2e6", "#f6e3e8", "#dddddd"))))
        canvas.rect(60, HEIGHT - 180 - 140 * row, WIDTH - 120, 120, stroke=1, fill=1)
        _flow(canvas, chance, (70, HEIGHT - 174 - 140 * row, WIDTH - 70, HEIGHT - 66 - 140 * row))


def _watermark(canvas: Canvas, chance: random.Random) -> None:
    over = chance.random() < 0.5
    if over:
        _text(canvas, chance)
    canvas.saveState()
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(chance.choice((45, 55, 30)))
    canvas.setFont("Helvetica-Bold", chance.choice((60, 90, 120)))
    canvas.setFillColor(Color(0.5, 0.5, 0.5, alpha=chance.choice((0.12, 0.2, 0.35))))
    canvas.drawCentredString(0, 0, chance.choice(("UTKAST", "KOPIA", "ARBETSMATERIAL")))
    canvas.restoreState()
    if not over:
        _text(canvas, chance)


def _table(canvas: Canvas, chance: random.Random) -> None:
    y, ruled = HEIGHT - 90, chance.random() < 0.5
    for row in range(30):
        if row == 0 or (row % 2 == 0 and not ruled):
            canvas.setFillColor(HexColor(chance.choice(_GROUNDS) if row == 0 else "#eeeeee"))
            canvas.rect(60, y - 5, WIDTH - 120, 20, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#ffffff" if row == 0 else "#000000"))
        canvas.setFont("Helvetica-Bold" if row == 0 else "Helvetica", 9)
        for column, cell in enumerate((f"Rad {row}", chance.choice(_TEXTS)[:32], f"{chance.randrange(9000)} kr")):
            canvas.drawString(66 + 160 * column, y, cell)
        if ruled:
            canvas.rect(60, y - 5, WIDTH - 120, 20, stroke=1, fill=0)
        y -= 20


def _charts(canvas: Canvas, chance: random.Random) -> None:
    bars, pie = VerticalBarChart(), Pie()
    bars.x, bars.y, bars.width, bars.height = 50, 50, 350, 180
    bars.data = [[chance.randrange(5, 95) for _ in range(6)] for _ in range(2)]
    bars.categoryAxis.categoryNames = ["Norr", "Söder", "Öster", "Väster", "Mitten", "Övrigt"]
    bars.barLabels.nudge, bars.barLabelFormat = chance.choice((8, -10)), "%d"
    pie.x, pie.y, pie.width, pie.height = 120, 20, 170, 170
    pie.data = [chance.randrange(5, 40) for _ in range(5)]
    pie.labels = [f"{share} %" for share in pie.data]
    pie.slices.labelRadius = chance.choice((0.6, 1.2))
    for number, chart in enumerate((bars, pie)):
        drawing = Drawing(450, 260)
        drawing.add(chart)
        renderPDF.draw(drawing, canvas, 70, 90 + 330 * number)
    _flow(canvas, chance, (70, HEIGHT - 130, WIDTH - 70, HEIGHT - 60))


def _form(canvas: Canvas, chance: random.Random) -> None:
    for row in range(8):
        y = HEIGHT - 120 - 60 * row
        canvas.setFillColor(HexColor("#000000"))
        canvas.setFont("Helvetica", 10)
        canvas.drawString(70, y + 4, f"Fråga {row + 1}")
        value = chance.choice(_TEXTS).lstrip("• ")[:40]
        canvas.acroForm.textfield(name=f"f{canvas.getPageNumber()}-{row}", x=180, y=y, width=300, height=20, value=value, fontSize=10)
        canvas.linkURL("https://exempel.se/", (70, y, 120, y + 12))


def _turned(canvas: Canvas, chance: random.Random) -> None:
    canvas.saveState()
    canvas.translate(40, 100)
    canvas.rotate(90)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(0, 0, "Dokumentet är elektroniskt undertecknat av två befattningshavare")
    canvas.restoreState()
    canvas.saveState()
    canvas.translate(WIDTH - 150, HEIGHT - 120)
    canvas.rotate(chance.choice((-20, 12, 33)))
    canvas.setStrokeColor(HexColor("#b00020"))
    canvas.setFillColor(HexColor("#b00020"))
    canvas.rect(-10, -8, 130, 26, stroke=1, fill=0)
    canvas.drawString(0, 0, "Inkom 2031-03-18")
    canvas.restoreState()
    _flow(canvas, chance, (70, 70, WIDTH - 70, HEIGHT - 180))


def _outlined(canvas: Canvas, chance: random.Random) -> None:
    for row in range(9):
        canvas.setStrokeColor(HexColor(chance.choice(_DARK)))
        canvas.setFillColor(HexColor("#ffffff"))
        piece = canvas.beginText(70, HEIGHT - 110 - 70 * row)
        piece.setFont(chance.choice(fonts()), chance.choice((12, 16, 20)))
        canvas.setLineWidth(chance.choice((0.2, 0.4, 0.8)))
        piece.setTextRenderMode(chance.choice((1, 2)))
        piece.textLine(chance.choice(_TEXTS)[:26])
        canvas.drawText(piece)


def _shadows(canvas: Canvas, chance: random.Random) -> None:
    for row in range(9):
        text, y = chance.choice(_TEXTS)[:30], HEIGHT - 110 - 70 * row
        away = chance.choice((0.3, 0.6, 1.0, 1.5))
        canvas.setFont(chance.choice(fonts()), chance.choice((14, 20, 26)))
        for x, colour in ((70 + away, chance.choice(("#bbbbbb", "#888888", "#dddddd"))), (70, chance.choice(_DARK))):
            canvas.setFillColor(HexColor(colour))
            canvas.drawString(x, y - (x - 70), text)


def _twice(canvas: Canvas, chance: random.Random) -> None:
    for row in range(30):
        text, y = chance.choice(_TEXTS)[:50], HEIGHT - 90 - 22 * row
        canvas.setFillColor(HexColor("#000000"))
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(70, y, text)
        canvas.drawString(70 + chance.choice((0, 0.2, 0.4)), y, text)


def _marked(canvas: Canvas, chance: random.Random) -> None:
    for row in range(30):
        text, y = chance.choice(_TEXTS)[:60], HEIGHT - 90 - 22 * row
        wide = float(pdfmetrics.stringWidth(text, "Helvetica", 11))
        canvas.setFillColor(HexColor("#000000"))
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, y, text)
        look = row % 4
        if look == 0:
            canvas.setFillColor(Color(1, 0.95, 0, alpha=0.4))
            canvas.rect(68, y - 3, wide, 15, stroke=0, fill=1)
        elif look == 1:
            canvas.setLineWidth(0.8)
            canvas.line(70, y + 3.5, 70 + wide, y + 3.5)
        elif look == 2:
            canvas.line(70, y - 1.5, 70 + wide, y - 1.5)


def _shaded(canvas: Canvas, chance: random.Random) -> None:
    canvas.saveState()
    band = canvas.beginPath()
    band.rect(0, HEIGHT - 220, WIDTH, 220)
    canvas.clipPath(band, stroke=0)
    canvas.linearGradient(0, HEIGHT, WIDTH, HEIGHT - 220, (HexColor(chance.choice(_GROUNDS)), HexColor("#334455")))
    canvas.restoreState()
    _flow(canvas, chance, (70, HEIGHT - 200, WIDTH - 70, HEIGHT - 40), 14, "#ffffff")
    _flow(canvas, chance, (70, 70, WIDTH - 70, HEIGHT - 240))


def _spread(canvas: Canvas, chance: random.Random) -> None:
    for row in range(26):
        piece = canvas.beginText(70, HEIGHT - 90 - 26 * row)
        piece.setFont(chance.choice(fonts()), 11)
        piece.setCharSpace(chance.choice((-0.3, 0.5, 2.0, 4.0)))
        piece.setHorizScale(chance.choice((70, 90, 120)))
        piece.textLine(chance.choice(_TEXTS)[:30])
        canvas.drawText(piece)


PAGES: Sequence[tuple[str, Callable[[Canvas, random.Random], None]]] = (
    ("running text", _text), ("small type", _small), ("pale type", _pale), ("three columns", _columns),
    ("white on coloured boxes", _boxes), ("white on a dark page", _dark_page), ("tinted boxes", _tints),
    ("watermark", _watermark), ("table", _table), ("charts", _charts), ("form and links", _form),
    ("turned text and stamp", _turned), ("outlined letters", _outlined), ("drop shadows", _shadows),
    ("bold set twice", _twice), ("marked and struck", _marked), ("gradient", _shaded), ("spread and narrow", _spread),
)  # fmt: skip


def web(count: int, seed: int) -> str:
    """A web page that prints on ``count`` pages, each in a look of its own."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable draw, not a secret
    return f'<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><style>{_SHEET}</style><body>{"".join(_web_page(chance) for _ in range(count))}</body></html>'


_SHEET = (
    "*{-webkit-print-color-adjust:exact}.p{page-break-after:always;font-size:11pt}table{border-collapse:collapse}td{padding:4px}"
    ".dark{background:#143d59;color:#fff;padding:1em}.fade{background:linear-gradient(90deg,#333,#0a5);color:#fff;padding:1em}"
    ".shadow{text-shadow:2px 2px 3px #999;font-size:22pt}.half{opacity:.5}.thin{font-weight:100;font-family:'DejaVu Sans Light'}"
    ".two{column-count:2}.mark{background:#ff0}.turn{display:inline-block;transform:rotate(-8deg);border:2px solid #b00;color:#b00}"
    ".small{font-size:5pt}.zebra tr:nth-child(even){background:#ddd}.pill{border-radius:9px;background:#c20;color:#fff;padding:2px 8px}"
)


def _web_page(chance: random.Random) -> str:
    kinds = ("dark", "fade", "shadow", "half", "thin", "two", "mark", "turn", "small")
    made = [f"<h2>{chance.choice(_TEXTS)[:40]}</h2>"]
    for kind in chance.sample(kinds, 4):
        text = chance.choice(_TEXTS)[:60] if kind in {"shadow", "turn"} else chance.choice(_TEXTS)
        made.append(f'<p class="{kind}">{text}</p>')
    rows = "".join(f"<tr><td>Rad {row}</td><td><a href='https://exempel.se/'>{chance.randrange(900)} tkr</a></td><td><span class='pill'>Klart</span></td></tr>" for row in range(5))
    made.append(f"<table class='zebra'>{rows}</table><p>Namn: <input value='Signe Åkerhielm'> <select><option>Lindsala</option></select></p>")
    made.append("<svg width='200' height='60'><rect width='200' height='60' fill='#246'/><text x='10' y='35' fill='#fff'>Diagram över lån</text></svg>")
    return f"<div class='p'>{''.join(made)}</div>"
