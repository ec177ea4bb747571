"""Cards to pictures: 1200 × 630 pixels, a palette of few colours, no clock and no chance.

Everything is drawn as an index into the palette: each ink has sixteen steps from the paper to itself, so that letters have
soft edges and the file stays small. Pillow's own layout is asked for by name: the other one is used only where a system
has a library for it, and would set the same words differently on another machine.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from generator.sharing.card import Card, Tally
from generator.sharing.shapes import shape_mask

WIDTH: Final = 1200
HEIGHT: Final = 630
_MARGIN: Final = 72
_TOP: Final = 158  # of the headline
_ROOM: Final = WIDTH - 2 * _MARGIN
_PAPER: Final = (0xFB, 0xF9, 0xF4)
# The inks of the light scheme (arkiv.css), by the names the badges use.
_INKS: Final[dict[str, tuple[int, int, int]]] = {
    "text": (0x1D, 0x24, 0x27),
    "quiet": (0x53, 0x5B, 0x5F),
    "accent": (0x0E, 0x5A, 0x63),
    "white": (0xFF, 0xFF, 0xFF),
    "sun": (0xF2, 0xC1, 0x4E),
    "line": (0xDD, 0xD5, 0xC6),
    "support": (0x0B, 0x5C, 0x43),
    "reject": (0x8C, 0x2F, 0x1B),
    "partly": (0x6D, 0x4A, 0x00),
    "considered": (0x36, 0x45, 0x5A),
    "met": (0x0E, 0x5A, 0x63),
    "none": (0x4A, 0x50, 0x53),
}
_STEPS: Final = 16
_HEADLINES: Final = ((78, 2), (64, 3), (54, 4), (46, 4))  # sizes with the lines they may take, the largest that holds the headline
_LEADING: Final = 1.22
_SHAPE: Final = 34  # pixels across a stance's shape
_ROWS: Final = 2  # of stances


class Pen:
    """Draws cards in two fonts; each size is loaded once."""

    def __init__(self, regular: bytes, strong: bytes) -> None:
        """Keep the fonts' bytes."""
        self._bytes = {"regular": regular, "strong": strong}
        self._fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    def picture(self, card: Card) -> bytes:
        """``card`` as a PNG."""
        sheet = Image.new("L", (WIDTH, HEIGHT), 0)
        drawn = ImageDraw.Draw(sheet)
        drawn.rectangle((0, 0, WIDTH, 13), fill=_full("accent"))
        self._mark(sheet)
        self._head(sheet, card)
        bottom = self._foot(sheet, card)
        for size, lines in self._headlines(card.headline):
            at = _TOP + round(len(lines) * size * _LEADING) + 14
            byline = self._at_most(2, card.byline, "regular", 32)
            under = at + (12 + round(len(byline) * 32 * _LEADING) if byline else 0)
            smaller = 32 if card.byline else 40
            room = (bottom - 8 - under) // round(smaller * _LEADING)
            if len(self.lines(" ".join(card.sentences), "regular", smaller)) <= room:
                break
        for number, line in enumerate(lines):
            self._write(sheet, line, "strong", size, (_MARGIN, _TOP + round(number * size * _LEADING)), "text")
        self._paragraph(sheet, byline, at, 32, "quiet")
        self._paragraph(sheet, self._whole(card.sentences, room, smaller), under, smaller, "text")
        return _png(sheet)

    def _head(self, sheet: Image.Image, card: Card) -> None:
        """The name of the site and whose it is, beside the mark."""
        room = _ROOM - 76
        name = self.shortened(card.site, "strong", 34, room)
        self._write(sheet, name, "strong", 34, (_MARGIN + 76, 62), "accent")
        left = room - self.width(name, "strong", 34) - 24
        if card.owner and card.owner != card.site and left > 160:
            owner = self.shortened(card.owner, "regular", 30, left)
            self._write(sheet, owner, "regular", 30, (WIDTH - _MARGIN - self.width(owner, "regular", 30), 65), "quiet")

    def _mark(self, sheet: Image.Image) -> None:
        """The archive's mark, as in the icons."""
        box = (_MARGIN, 60, _MARGIN + 56, 116)
        for ink, mask in mark_masks(56):
            sheet.paste(mask.point(_ramp(ink)) if ink == "accent" else _full(ink), box, None if ink == "accent" else mask.point(_hard))

    def _foot(self, sheet: Image.Image, card: Card) -> int:
        """The stances at the bottom; gives where they begin."""
        rows = self._stance_rows(card.tallies)
        top = HEIGHT - 48 - len(rows) * 52
        if rows:
            ImageDraw.Draw(sheet).rectangle((_MARGIN, top - 20, WIDTH - _MARGIN, top - 19), fill=_full("line"))
        for number, row in enumerate(rows):
            left, at = _MARGIN, top + number * 52
            for one in row:
                if one.shape:
                    tone = one.tone if one.tone in _INKS else "none"
                    sheet.paste(shape_mask(one.shape, _SHAPE).point(_ramp(tone)), (left, at + 2))
                    left += _SHAPE + 12
                self._write(sheet, _said(one), "regular", 30, (left, at - 2), "text")
                left += self.width(_said(one), "regular", 30) + 40
        return top - 20 if rows else HEIGHT - 48

    def _stance_rows(self, tallies: Sequence[Tally]) -> list[list[Tally]]:
        """The tallies in rows that fit; what has no room is counted, never dropped in silence."""
        rows: list[list[Tally]] = [[]]
        for number, one in enumerate(tallies):
            rest = sum(other.count for other in tallies[number:])
            more = Tally(0, f"och {rest} till", "", "none")
            last = number == len(tallies) - 1
            if not self._fits(rows[-1], one) and rows[-1]:
                if len(rows) == _ROWS:
                    return [*rows[:-1], [*rows[-1], more]]
                rows.append([])
            if len(rows) == _ROWS and not last and not self._fits([*rows[-1], one], more):
                return [*rows[:-1], [*rows[-1], more]]
            rows[-1].append(one)
        return [row for row in rows if row]

    def _fits(self, row: Sequence[Tally], one: Tally) -> bool:
        taken = [(_SHAPE + 12 if tally.shape else 0) + self.width(_said(tally), "regular", 30) for tally in (*row, one)]
        return sum(taken) + 40 * (len(taken) - 1) <= _ROOM

    def _headlines(self, text: str) -> list[tuple[int, list[str]]]:
        """The sizes that hold the headline, the largest first, with its lines; at the smallest it ends in … where it must."""
        made = [(size, self.lines(text, "strong", size)) for size, _ in _HEADLINES]
        size, most = _HEADLINES[-1]
        fitting = [one for one, (_, least) in zip(made, _HEADLINES, strict=True) if len(one[1]) <= least]
        return fitting or [(size, self._at_most(most, text, "strong", size))]

    def _at_most(self, most: int, text: str, font: str, size: int) -> list[str]:
        """``text`` in at most so many lines; the last ends in … where there is more."""
        lines = self.lines(text, font, size)
        if len(lines) <= most:
            return lines
        return [*lines[: most - 1], self.shortened(" ".join(lines[most - 1 :]), font, size, _ROOM)]

    def _whole(self, sentences: Sequence[str], room: int, size: int) -> list[str]:
        """The lines of as many whole sentences as there is room for: half a sentence may say something else."""
        fitting: list[str] = []
        for count in range(1, len(sentences) + 1):
            lines = self.lines(" ".join(sentences[:count]), "regular", size)
            if len(lines) > room:
                break
            fitting = lines
        return fitting

    def _paragraph(self, sheet: Image.Image, lines: Sequence[str], top: int, size: int, ink: str) -> None:
        for number, line in enumerate(lines):
            self._write(sheet, line, "regular", size, (_MARGIN, top + round(number * size * _LEADING)), ink)

    def lines(self, text: str, font: str, size: int) -> list[str]:
        """``text`` in lines that fit; a word that is longer than a line is cut with …."""
        made: list[str] = []
        for word in text.split():
            longer = f"{made[-1]} {word}" if made else word
            if made and self.width(longer, font, size) <= _ROOM:
                made[-1] = longer
            else:
                made.append(self.shortened(word, font, size, _ROOM))
        return made

    def shortened(self, text: str, font: str, size: int, room: int) -> str:
        """``text``, or as much of it as fits with … after it: whole words where one fits."""
        if self.width(text, font, size) <= room:
            return text
        words = text.split()
        for count in range(len(words) - 1, 0, -1):
            tried = f"{' '.join(words[:count])} …"
            if self.width(tried, font, size) <= room:
                return tried
        word = words[0]
        while word and self.width(f"{word}…", font, size) > room:
            word = word[:-1]
        return f"{word}…"

    def width(self, text: str, font: str, size: int) -> int:
        """How many pixels wide ``text`` is."""
        return round(self._font(font, size).getlength(text))

    def _font(self, name: str, size: int) -> ImageFont.FreeTypeFont:
        if (name, size) not in self._fonts:
            made = ImageFont.truetype(io.BytesIO(self._bytes[name]), size, layout_engine=ImageFont.Layout.BASIC)
            self._fonts[name, size] = made
        return self._fonts[name, size]

    def _write(self, sheet: Image.Image, text: str, font: str, size: int, at: tuple[int, int], ink: str) -> None:
        """``text`` with the top of its line at ``at``."""
        if not text:
            return
        loaded = self._font(font, size)
        mask = Image.new("L", (self.width(text, font, size) + size, round(size * 1.4)), 0)
        ImageDraw.Draw(mask).text((0, 0), text, font=loaded, fill=255)
        box = mask.getbbox()
        if box:
            sheet.paste(mask.crop(box).point(_ramp(ink)), (at[0] + box[0], at[1] + box[1]))


def mark_masks(size: int) -> list[tuple[str, Image.Image]]:
    """The archive's mark, ``size`` pixels across, as a mask for each ink, the lowest first: a sheet with three lines."""
    big = 8 * size
    unit = big / 32
    ground, lines, dot = (Image.new("L", (big, big), 0) for _ in range(3))
    ImageDraw.Draw(ground).rounded_rectangle((0, 0, big - 1, big - 1), 7 * unit, fill=255)
    pencil = ImageDraw.Draw(lines)
    for y, right in ((9, 24), (16, 18), (23, 24)):
        pencil.rounded_rectangle((6.5 * unit, (y - 1.5) * unit, (right + 1.5) * unit, (y + 1.5) * unit), 1.5 * unit, fill=255)
    ImageDraw.Draw(dot).ellipse((21.3 * unit, 13.8 * unit, 25.7 * unit, 18.2 * unit), fill=255)
    return [(ink, mask.reduce(8)) for ink, mask in (("accent", ground), ("white", lines), ("sun", dot))]


def _said(one: Tally) -> str:
    return f"{one.count} {one.word}" if one.count else one.word


def _full(ink: str) -> int:
    """The index of an ink at its strongest."""
    return list(_INKS).index(ink) * _STEPS + _STEPS - 1


def _ramp(ink: str) -> list[int]:
    """What each degree of cover (0–255) is in an ink: paper where there is none."""
    first = list(_INKS).index(ink) * _STEPS
    return [first + (cover * (_STEPS - 1) + 127) // 255 for cover in range(256)]


def _hard(cover: int) -> int:
    return 255 if cover > 127 else 0


def _png(sheet: Image.Image) -> bytes:
    """Indices as a PNG with their palette."""
    palette: list[int] = []
    for ink in _INKS.values():
        for step in range(_STEPS):
            palette += [(paper * (_STEPS - 1 - step) + own * step) // (_STEPS - 1) for paper, own in zip(_PAPER, ink, strict=True)]
    made = sheet.copy()
    made.putpalette(palette)
    out = io.BytesIO()
    made.save(out, "PNG", compress_level=6)
    return out.getvalue()
