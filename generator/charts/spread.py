"""How many numbers of a year are spread: few as dots, many as a box with their median and quartiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.charts import marks
from generator.charts.columns import FOOT, PLOT, TOP, axis, lines, slots_for
from generator.charts.scales import Spread, spread_of, ticks, width

FEW: Final = 8  # up to so many are shown one by one: quartiles of five numbers say less than the five


@dataclass(frozen=True, slots=True)
class Waits:
    """A year's numbers, none of them below 0; none at all is a year of which nothing is known."""

    label: str
    values: tuple[int, ...]

    @property
    def spread(self) -> Spread | None:
        """What they come to; None for none."""
        return spread_of(self.values) if self.values else None


def spreads(name: str, title: str, described: str, years: Sequence[Waits]) -> Markup:
    """For each year its numbers as dots, or a box from quartile to quartile with a line to the least and the greatest.

    The median is a thick stroke. "" where no year has a number. ValueError for a number below 0.
    """
    most = max((max(one.values) for one in years if one.values), default=-1)
    if most < 0:
        return Markup("")
    if any(value < 0 for one in years for value in one.values):
        raise ValueError("a wait below 0")
    scale = ticks(max(most, 1))
    slots = slots_for(len(years), max(width(one.label) for one in years), str(scale[-1]))
    made = lines(scale, slots.left)

    def down(value: float) -> float:
        return TOP + PLOT * (1 - value / scale[-1])

    for at, one in enumerate(years):
        found = one.spread
        if found is None:
            continue
        x, half = slots.middle(at), slots.bar / 2
        if found.count > FEW:
            made += [
                marks.line("reach", x, down(found.most), x, down(found.least)),
                marks.rect("box", x - half, down(found.upper), 2 * half, down(found.lower) - down(found.upper)),
            ]
        else:
            made += [marks.dot("dot", x, down(value)) for value in sorted(set(one.values))]
        if found.count > 1:
            made.append(marks.line("middle", x - half, down(found.middle), x + half, down(found.middle)))
    return marks.picture(name, title, described, TOP + PLOT + FOOT, [*made, *axis([one.label for one in years], slots)])
