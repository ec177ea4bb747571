"""Answers by stance as one bar in parts, each with its shape; and the key that says what the shapes mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from markupsafe import Markup

from generator.charts import marks
from generator.charts.scales import NARROW, WIDE, width
from generator.labels import STANCES, listed
from generator.model import Stance

# The shapes of the badges (``pages/words.py``); a test holds them together.
SHAPES: Final[dict[Stance, str]] = {
    "support": "▲",
    "reject": "▼",
    "partly": "◆",
    "considered-answered": "●",
    "already-met": "✓",
    "no-position": "–",
    "declined": "○",
    "unclear": "?",
}
HEIGHT: Final = 1.8
SHAPE: Final = 0.85  # the room that a shape alone wants


def in_words(counts: Mapping[Stance, int]) -> str:
    """The counts as a phrase, in the order of the bar: "7 tillstyrker, 2 avstyrker och 1 oklart"; "" where all are 0."""
    return listed(f"{counts[stance]} {STANCES[stance]}" for stance in STANCES if counts.get(stance))


def stance_bar(name: str, title: str, counts: Mapping[Stance, int], *, whole: int = 0) -> Markup:
    """One bar of the answers in ``counts``, a part for each stance; "" where there is none.

    ``whole`` is the number that the full width stands for (the greatest of several bars, so that they can be held against each
    other); 0 for the sum of ``counts``. ValueError where the sum is greater than ``whole`` or a count is below 0.
    """
    return bar(name, title, in_words(counts), [(f"s-{stance}", counts.get(stance, 0), SHAPES[stance]) for stance in STANCES], whole=whole)


def bar(name: str, title: str, described: str, parts: Iterable[tuple[str, int, str]], *, whole: int = 0) -> Markup:
    """One bar in parts (class, count, shape), from the left, each with its shape and number where they have room."""
    drawn = [(css, count, shape) for css, count, shape in parts if count]
    total = sum(count for _, count, _ in drawn)
    if any(count < 0 for _, count, _ in drawn) or (whole and total > whole):
        raise ValueError("the parts do not fit in the whole")
    made, before = [], 0
    for css, count, shape in drawn:
        left, across = 100 * before / (whole or total), 100 * count / (whole or total)
        made.append(marks.rect(css, left, 0, across, HEIGHT))
        thin, wide = _fitting(shape, count, across / 100 * NARROW), _fitting(shape, count, across / 100 * WIDE)
        for said, where in ((thin, " thin"), (wide, " wide")) if thin != wide else ((thin, ""),):
            if said:
                made.append(marks.text(f"on {css}{where}", left + across / 2, HEIGHT / 2 + 0.36, said))
        before += count
    return marks.picture(name, title, described, HEIGHT, made) if made else Markup("")


def _fitting(shape: str, count: int, room: float) -> str:
    """The shape with its number where they have ``room`` (in letters' height), else the shape alone (or the number, without a shape), else ""."""
    both, alone = f"{shape} {count}".strip(), shape or str(count)
    if width(both) + 0.8 <= room:  # shapes are wider than digits
        return both
    return alone if (SHAPE if shape else width(alone) + 0.4) <= room else ""


def key(stances: Iterable[Stance]) -> tuple[tuple[str, str, str], ...]:
    """What the shapes mean, in the order of the bar: (class, shape, word) for each stance that occurs."""
    found = set(stances)
    return tuple((f"s-{stance}", SHAPES[stance], STANCES[stance]) for stance in STANCES if stance in found)
