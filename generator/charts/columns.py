"""Counts over the years as columns; a year of which nothing is known is a gap and not a nought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.charts import marks
from generator.charts.scales import steps, ticks, width

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
    """Where the years stand: how many, from where (percent), and how wide each is."""

    count: int
    left: float = MARGIN

    @property
    def each(self) -> float:
        """The width of one slot."""
        return (100 - MARGIN - self.left) / self.count

    def middle(self, at: int) -> float:
        """The middle of slot ``at``."""
        return self.left + self.each * (at + 0.5)

    @property
    def bar(self) -> float:
        """The width of a column in its slot."""
        return min(self.each * 0.68, MOST_WIDE)


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
    slots = Slots(len(years)) if labelled else Slots(len(years), left=100 * (width(str(scale[-1])) + 0.5) / 20)
    made = [] if labelled else lines(scale, slots.left)
    top = max(known) if labelled else scale[-1]
    narrow = steps(len(years), max(width(str(value)) for value in known), 100 - MARGIN - slots.left)[0]
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
    narrow, wide = steps(len(labels), max(map(width, labels)), 100 - MARGIN - slots.left)
    made = [marks.line("base", slots.left - MARGIN, TOP + PLOT, 100, TOP + PLOT)]
    for at, label in enumerate(labels):
        if at % wide == 0:
            made.append(marks.text("year" if at % narrow == 0 else "year wide", slots.middle(at), TOP + PLOT + 1.25, label))
    return made
