"""A row of counts as small columns, to stand in a line or a cell of a table."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.charts import marks


def sparkline(name: str, title: str, values: Sequence[int | None]) -> Markup:
    """``values`` from the left; None is a gap. Its text is ``title``, which says the same in words. "" where nothing is above 0.

    Has no letters, so it may be drawn in any size. ValueError for a number below 0.
    """
    known = [value for value in values if value is not None]
    if not known or not any(known):
        return Markup("")
    if min(known) < 0:
        raise ValueError("a count below 0")
    each, top = 100 / len(values), max(known)
    made = [
        marks.rect("fill", each * (at + 0.15), 1.2 * (1 - value / top), each * 0.7, 1.2 * value / top)
        for at, value in enumerate(values)
        if value
    ]
    return marks.picture(name, title, title, 1.2, made, "picture spark")
