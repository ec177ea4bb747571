"""Ticks, spreads and the room for labels."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.scales import NARROW, WIDE, spread_of, steps, ticks


@given(st.integers(1, 10**7))
def test_ticks_reach_the_top_in_even_steps(top: int) -> None:
    """Ticks begin at nought, go in equal whole steps, and the last is the first one that is not below the top."""
    found = ticks(top)
    assert found[0] == 0
    assert len({b - a for a, b in pairwise(found)}) == 1
    assert found[-2] < top <= found[-1]
    assert len(found) <= 5


@pytest.mark.parametrize(("top", "expected"), [(1, (0, 1)), (3, (0, 1, 2, 3)), (7, (0, 2, 4, 6, 8)), (78, (0, 20, 40, 60, 80)), (365, (0, 100, 200, 300, 400))])
def test_ticks_are_round_numbers(top: int, expected: tuple[int, ...]) -> None:
    """Ticks are numbers that people count in."""
    assert ticks(top) == expected


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=60))
def test_a_spread_is_of_the_values_themselves(values: list[int]) -> None:
    """The least, the quartiles, the median and the greatest stand in order, and the median is the one that statistics gives."""
    found = spread_of(values)
    assert found.count == len(values)
    assert found.least == min(values) <= found.lower <= found.middle <= found.upper <= max(values) == found.most
    assert found.middle == median(values)


def test_no_values_have_no_spread() -> None:
    """Nothing can be said of no values."""
    with pytest.raises(ValueError, match="no values"):
        spread_of([])


@given(st.integers(1, 200), st.floats(0.5, 6))
def test_labels_that_are_shown_have_room(count: int, widest: float) -> None:
    """Between two labels that are shown there is room for the widest, on a narrow screen and on a wide one."""
    narrow, wide = steps(count, widest)
    assert narrow % wide == 0
    if count > 1:
        assert narrow * NARROW / count >= widest
        assert wide * WIDE / count >= widest
