"""A share over the years: each column is all there are of the year, the part that is filled is those that are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.charts import marks
from generator.charts.columns import FOOT, PLOT, TOP, axis, lines, slots_for
from generator.charts.scales import steps, width


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` of ``whole`` in a year; a whole of 0 is a year of which nothing is known."""

    label: str
    part: int
    whole: int


def shares(name: str, title: str, described: str, years: Sequence[Share]) -> Markup:
    """A column of full height for each year that has a whole, filled as far as the share goes; "3 av 12" over it where that has room.

    "" where no year has a whole. ValueError for a part below 0 or greater than its whole.
    """
    if any(not 0 <= one.part <= one.whole for one in years):
        raise ValueError("a part that is no part of its whole")
    if not any(one.whole for one in years):
        return Markup("")
    said = [f"{one.part} av {one.whole}" for one in years]
    widest = max(width(text) for text, one in zip(said, years, strict=True) if one.whole)
    slots = slots_for(len(years), max(width(one.label) for one in years), "100 %")
    narrow, wide = steps(len(years), widest, slots.room)
    made = lines((0, 50, 100), slots.left, "\u00a0%")
    for at, one in enumerate(years):
        if not one.whole:
            continue
        x, high = slots.middle(at) - slots.bar / 2, PLOT * one.part / one.whole
        made.append(marks.rect("whole", x, TOP, slots.bar, PLOT))
        if high:
            made.append(marks.rect("fill", x, TOP + PLOT - high, slots.bar, high))
        # All or none: a number over every other column would leave the rest to be guessed.
        if wide == 1:
            made.append(marks.text("value" if narrow == 1 else "value wide", slots.middle(at), TOP - 0.4, said[at]))
    return marks.picture(name, title, described, TOP + PLOT + FOOT, [*made, *axis([one.label for one in years], slots)])
