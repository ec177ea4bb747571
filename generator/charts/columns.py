"""Counts over the years as columns; a year of which nothing is known is a gap and not a nought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.charts import marks
from generator.charts.scales import NARROW, steps, ticks, width

TOP: Final = 1.6  # room for the numbers over the columns
PLOT: Final = 7.0
FOOT: Final = 1.6  # room for the years
MARGIN: Final = 0.5  # room beside the first and the last slot, in percent
MOST_WIDE: Final = 12.0  # percent: two years are no two walls


@dataclass(frozen=True, slots=True)
class Column:
    """One year's number; None where there is none to show."""

    label: str
    value: int | None


@dataclass(frozen=True, slots=True)
class Slots:
    """Where the years stand, in percent: how many, the margin on either side, and the width of each between them."""

    count: int
    left: float
    right: float

    @property
    def room(self) -> float:
        """What all years have together."""
        return 100 - self.left - self.right

    @property
    def each(self) -> float:
        """The width of one slot."""
        return self.room / self.count

    def middle(self, at: int) -> float:
        """The middle of slot ``at``."""
        return self.left + self.each * (at + 0.5)

    @property
    def bar(self) -> float:
        """The width of a column in its slot."""
        return min(self.each * 0.68, MOST_WIDE)


def slots_for(count: int, widest: float, ticks_to: str = "") -> Slots:
    """Slots for ``count`` years with words as wide as ``widest`` (in letters' height) at their middles, none outside the picture.

    ``ticks_to``: the widest number of the lines to read the columns by, which stand to the left; "" for no lines.
    """
    half = 50 * widest / NARROW
    # The margin m for which m + half a slot = half a label, where each slot is (100 - 2m) / count; then the right one for a left one that
    # may be wider.
    margin = max(MARGIN, (half - 50 / count) / (1 - 1 / count)) if count > 1 else MARGIN
    left = max(margin, 100 * (width(ticks_to) + 0.5) / NARROW) if ticks_to else margin
    return Slots(count, left, max(MARGIN, (half - (100 - left) / (2 * count)) / (1 - 1 / (2 * count))))


def columns(name: str, title: str, described: str, years: Sequence[Column]) -> Markup:
    """The columns of ``years``, in their order, the numbers over them where they have room, else lines to read them by.

    "" where no year has a number. ValueError for a number below 0.
    """
    known = [one.value for one in years if one.value is not None]
    if not known or not any(known):
        return Markup("")
    if min(known) < 0:
        raise ValueError("a count below 0")
    labelled = steps(len(years), max(width(str(value)) for value in known))[1] == 1
    scale = ticks(max(known))
    words = [one.label for one in years] + ([str(value) for value in known] if labelled else [])
    slots = slots_for(len(years), max(map(width, words)), "" if labelled else str(scale[-1]))
    made = [] if labelled else lines(scale, slots.left)
    top = max(known) if labelled else scale[-1]
    narrow = steps(len(years), max(width(str(value)) for value in known), slots.room)[0]
    for at, one in enumerate(years):
        if one.value:
            high = PLOT * one.value / top
            made.append(marks.rect("fill", slots.middle(at) - slots.bar / 2, TOP + PLOT - high, slots.bar, high))
            if labelled:
                made.append(marks.text("value" if at % narrow == 0 else "value wide", slots.middle(at), TOP + PLOT - high - 0.4, str(one.value)))
    return marks.picture(name, title, described, TOP + PLOT + FOOT, [*made, *axis([one.label for one in years], slots)])


def lines(scale: Sequence[int], left: float, sign: str = "") -> list[Markup]:
    """Thin lines at the ticks, with their numbers to the left of the columns."""
    made = []
    for tick in scale[1:]:
        y = TOP + PLOT * (1 - tick / scale[-1])
        made += [marks.line("grid", left, y, 100, y), marks.text("tick", left - 1.5, y + 0.35, f"{tick}{sign}", "end")]
    return made


def axis(labels: Sequence[str], slots: Slots) -> list[Markup]:
    """The line on which the columns stand, and the years under it: on a wide screen more of them."""
    narrow, wide = steps(len(labels), max(map(width, labels)), slots.room)
    made = [marks.line("base", max(slots.left - MARGIN, 0), TOP + PLOT, 100, TOP + PLOT)]
    for at, label in enumerate(labels):
        if at % wide == 0:
            made.append(marks.text("year" if at % narrow == 0 else "year wide", slots.middle(at), TOP + PLOT + 1.25, label))
    return made
