"""The stances' shapes as masks: drawn, since few fonts have the signs and none draws them alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from PIL import Image, ImageDraw

_BIG: Final = 8  # drawn this many times larger, then made small, for soft edges

_Draw = Callable[[ImageDraw.ImageDraw, float], None]


def _polygon(*points: tuple[float, float]) -> _Draw:
    return lambda pencil, side: pencil.polygon([(x * side, y * side) for x, y in points], fill=255)


def _strokes(*lines: tuple[tuple[float, float], ...]) -> _Draw:
    def draw(pencil: ImageDraw.ImageDraw, side: float) -> None:
        for line in lines:
            pencil.line([(x * side, y * side) for x, y in line], fill=255, width=round(0.15 * side), joint="curve")

    return draw


def _disc(pencil: ImageDraw.ImageDraw, side: float) -> None:
    pencil.ellipse((0.12 * side, 0.12 * side, 0.88 * side, 0.88 * side), fill=255)


def _ring(pencil: ImageDraw.ImageDraw, side: float) -> None:
    pencil.ellipse((0.12 * side, 0.12 * side, 0.88 * side, 0.88 * side), outline=255, width=round(0.12 * side))


def _dotted(pencil: ImageDraw.ImageDraw, side: float) -> None:
    for number in range(8):
        pencil.arc((0.12 * side, 0.12 * side, 0.88 * side, 0.88 * side), number * 45, number * 45 + 22, fill=255, width=round(0.12 * side))


def _asking(pencil: ImageDraw.ImageDraw, side: float) -> None:
    pencil.arc((0.26 * side, 0.08 * side, 0.74 * side, 0.54 * side), 170, 80, fill=255, width=round(0.13 * side))
    pencil.rectangle((0.44 * side, 0.48 * side, 0.56 * side, 0.68 * side), fill=255)
    pencil.ellipse((0.42 * side, 0.76 * side, 0.58 * side, 0.92 * side), fill=255)


_SHAPES: Final[dict[str, _Draw]] = {
    "▲": _polygon((0.5, 0.1), (0.95, 0.9), (0.05, 0.9)),
    "▼": _polygon((0.05, 0.1), (0.95, 0.1), (0.5, 0.9)),
    "◆": _polygon((0.5, 0.04), (0.96, 0.5), (0.5, 0.96), (0.04, 0.5)),
    "●": _disc,
    "✓": _strokes(((0.1, 0.52), (0.4, 0.82), (0.92, 0.2))),
    "–": _strokes(((0.12, 0.5), (0.88, 0.5))),
    "○": _ring,
    "?": _asking,
    "✕": _strokes(((0.16, 0.16), (0.84, 0.84)), ((0.84, 0.16), (0.16, 0.84))),
    "◌": _dotted,
}


@cache
def shape_mask(sign: str, size: int) -> Image.Image:
    """The shape of a stance's sign as a mask ``size`` pixels across; a ring for a sign that has none of its own."""
    big = Image.new("L", (size * _BIG, size * _BIG), 0)
    _SHAPES.get(sign, _ring)(ImageDraw.Draw(big), size * _BIG)
    return big.reduce(_BIG)


def drawn_signs() -> frozenset[str]:
    """The signs that have a shape of their own."""
    return frozenset(_SHAPES)
