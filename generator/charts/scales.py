"""Where a number stands in a picture: whole ticks, which labels have room, and what many numbers come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median, quantiles
from typing import Final

NARROW: Final = 20.0  # the width of a picture on the narrowest screen (320 px), in its own letters' height
WIDE: Final = 36.0  # … from the width at which ``bilder.css`` shows the labels of class "wide" (and hides those of class "thin")
LETTER: Final = 0.58  # the width of a digit, of the letters' height, in common sans serifs


@dataclass(frozen=True, slots=True)
class Spread:
    """What a group of numbers comes to: how many they are, the least, the quartiles with the median, the greatest."""

    count: int
    least: float
    lower: float
    middle: float
    upper: float
    most: float


def spread_of(values: Sequence[float]) -> Spread:
    """The spread of ``values``; ValueError for none. Quartiles are those of the values themselves (inclusive), not of a guess at more."""
    if not values:
        raise ValueError("no values to tell of")
    lower, upper = (quantiles(values, n=4, method="inclusive")[::2]) if len(values) > 1 else (values[0], values[0])
    return Spread(len(values), min(values), lower, median(values), upper, max(values))


def ticks(top: float, most: int = 4) -> tuple[int, ...]:
    """Whole numbers from 0 in steps of 1, 2, 5 or 10 …, at most ``most`` of them above 0, the last one not below ``top``."""
    step, size = 1, 1
    while step * most < top:
        step = next((size * one for one in (1, 2, 5) if size * one > step), size * 10)
        if step == size * 10:
            size = step
    return tuple(range(0, step * max(1, ceil(top / step)) + 1, step))


def width(text: str) -> float:
    """About how wide ``text`` is, in its letters' height."""
    return LETTER * len(text)


def steps(count: int, widest: float, room: float = 100.0) -> tuple[int, int]:
    """Every how many-eth of ``count`` labels has room: on the narrowest screen, and on a wide one.

    ``widest`` is the widest label in letters' height, ``room`` the share (in percent) of the picture they have together. The
    first is a multiple of the second, so that those of a narrow screen are among those of a wide one.
    """
    if count < 2:
        return 1, 1
    slot = room / 100 / count
    wide = max(1, ceil((widest + 0.3) / (slot * WIDE)))
    narrow = max(1, ceil((widest + 0.3) / (slot * NARROW)))
    return wide * ceil(narrow / wide), wide
