"""The pictures themselves: what they show is what was counted, inside the frame, with no word on another."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator import charts
from generator.charts.columns import PLOT
from generator.charts.stances import SHAPES
from generator.labels import STANCES
from generator.model import Stance
from generator.pages import words
from generator.pages.pictures import MOST_YEARS
from tests.charts.drawn import assert_fits, read

COUNTS = st.dictionaries(st.sampled_from(sorted(STANCES)), st.integers(0, 4000), min_size=1)
YEARS = st.lists(st.none() | st.integers(0, 12_000), min_size=1, max_size=MOST_YEARS)
SHARES = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=1, max_size=MOST_YEARS)
WAITS = st.lists(st.lists(st.integers(0, 4000), max_size=30), min_size=1, max_size=MOST_YEARS)


def _years(count: int) -> list[str]:
    return [str(1995 + at) for at in range(count)]


@given(COUNTS, st.integers(0, 500))
def test_the_parts_of_a_bar_are_the_counts(counts: dict[Stance, int], more: int) -> None:
    """The parts lie one after the other in the order of the stances, each as wide as its count, together as wide as their sum."""
    total = sum(counts.values())
    svg = charts.stance_bar("x", "Svar", counts, whole=total + more)
    if not total:
        assert svg == ""
        return
    found = read(svg)
    assert_fits(found)
    parts = found.of("rect")
    assert [next(iter(part.css)) for part in parts] == [f"s-{stance}" for stance in STANCES if counts.get(stance)]
    at = 0.0
    for part, stance in zip(parts, [stance for stance in STANCES if counts.get(stance)], strict=True):
        assert part.at["x"] == pytest.approx(at, abs=0.011)
        assert part.at["width"] == pytest.approx(100 * counts[stance] / (total + more), abs=0.011)
        at += 100 * counts[stance] / (total + more)
    assert at == pytest.approx(100 * total / (total + more))
    for text in found.of("text"):
        assert text.text.split()[-1] in {*SHAPES.values(), *map(str, counts.values())}
    for stance, count in counts.items():
        assert (f"{count} {STANCES[stance]}" in found.described) is bool(count)


@given(YEARS)
def test_a_column_is_as_high_as_its_count(values: list[int | None]) -> None:
    """Every year above nought has one column, the heights are as the counts, and every year has its place."""
    svg = charts.columns("x", "Svar", "", [charts.Column(label, value) for label, value in zip(_years(len(values)), values, strict=True)])
    known = [value for value in values if value]
    if not known:
        assert svg == ""
        return
    found = read(svg)
    assert_fits(found)
    bars = found.of("rect", "fill")
    assert len(bars) == len(known)
    scale = bars[known.index(max(known))].at["height"] / max(known)
    for bar, value in zip(bars, known, strict=True):
        assert bar.at["height"] == pytest.approx(value * scale, abs=0.011)
    numbers = [int(text.text) for text in found.of("text", "value")]
    assert numbers in ([], known)


@given(SHARES)
def test_a_share_is_filled_as_far_as_it_goes(pairs: list[tuple[int, int]]) -> None:
    """A year with a whole has a frame of full height, filled by the share; a year without one has nothing."""
    pairs = [(min(pair), max(pair)) for pair in pairs]
    svg = charts.shares("x", "Andel", "", [charts.Share(label, part, whole) for label, (part, whole) in zip(_years(len(pairs)), pairs, strict=True)])
    known = [(part, whole) for part, whole in pairs if whole]
    if not known:
        assert svg == ""
        return
    found = read(svg)
    assert_fits(found)
    assert [mark.at["height"] for mark in found.of("rect", "whole")] == [PLOT] * len(known)
    filled = [(part, whole) for part, whole in known if round(PLOT * part / whole, 2)]
    for mark, (part, whole) in zip([mark for mark in found.of("rect", "fill") if mark.at["height"]], filled, strict=True):
        assert mark.at["height"] == pytest.approx(PLOT * part / whole, abs=0.011)
    assert [text.text for text in found.of("text", "value")] in ([], [f"{part} av {whole}" for part, whole in known])


@given(WAITS)
def test_waits_stand_where_their_numbers_are(years: list[list[int]]) -> None:
    """Few waits are a dot each, many are a box round the middle half; the median lies between the least and the greatest."""
    svg = charts.spreads("x", "Dagar", "", [charts.Waits(label, tuple(values)) for label, values in zip(_years(len(years)), years, strict=True)])
    if not any(years):
        assert svg == ""
        return
    found = read(svg)
    assert_fits(found)
    assert len(found.of("circle")) == sum(len(set(values)) for values in years if len(values) <= charts.FEW)
    assert len(found.of("rect", "box")) == len(found.of("line", "reach")) == sum(len(values) > charts.FEW for values in years)
    assert len(found.of("line", "middle")) == sum(len(values) > 1 for values in years)
    for box, reach in zip(found.of("rect", "box"), found.of("line", "reach"), strict=True):
        assert reach.down()[0] - 0.011 <= box.down()[0] <= box.down()[1] <= reach.down()[1] + 0.011


@given(st.lists(st.none() | st.integers(0, 99), max_size=40))
def test_a_sparkline_has_a_bar_for_each_count(values: list[int | None]) -> None:
    """A small row of columns says in its title what it shows, and leaves gaps where nothing is known."""
    svg = charts.sparkline("x", "Svar per år", values)
    if not any(values):
        assert svg == ""
        return
    found = read(svg)
    assert_fits(found)
    assert len(found.of("rect")) == sum(bool(value) for value in values)
    assert found.title == found.described == "Svar per år"


DRAWINGS: list[Callable[[str, str], Markup]] = [
    lambda name, title: charts.stance_bar(name, title, {"support": 3, "unclear": 1}),
    lambda name, title: charts.columns(name, title, "", [charts.Column("2020", 3), charts.Column("2021", None), charts.Column("2022", 1)]),
    lambda name, title: charts.shares(name, title, "", [charts.Share("2020", 1, 2), charts.Share("2021", 0, 0)]),
    lambda name, title: charts.spreads(name, title, "", [charts.Waits("2020", (3, 9)), charts.Waits("2021", tuple(range(20)))]),
    lambda name, title: charts.sparkline(name, title, [1, None, 2]),
]


@pytest.mark.parametrize("draw", DRAWINGS)
def test_a_title_stays_text(draw: Callable[[str, str], Markup]) -> None:
    """What a title says is text in the picture: no markup, no Markdown, no entity of its own."""
    title = 'Nämnd <script>alert("1")</script> & *x* {{ 7 }} [a](b) _c_ `d`'
    svg = draw("x", title)
    assert read(svg).title == title
    assert "<script" not in svg
    assert not {"*", "_", "`", "[", "{"} & set(svg)


@pytest.mark.parametrize("draw", DRAWINGS)
def test_a_title_that_is_markup_is_not_escaped_twice(draw: Callable[[str, str], Markup]) -> None:
    """A title that the page has escaped comes out as it was written."""
    assert read(draw("x", escape("A & B"))).title == "A & B"


@pytest.mark.parametrize("draw", DRAWINGS)
def test_the_same_numbers_give_the_same_picture(draw: Callable[[str, str], Markup]) -> None:
    """A picture is a function of its numbers, and its ids of its name."""
    assert draw("a", "t") == draw("a", "t")
    assert draw("a", "t") == draw("b", "t").replace("bild-b-", "bild-a-")


@pytest.mark.parametrize("draw", DRAWINGS)
@pytest.mark.parametrize("name", ["", "A b", 'x" onload="', "å"])
def test_a_name_that_can_be_no_id_is_refused(draw: Callable[[str, str], Markup], name: str) -> None:
    """A picture's name becomes its ids, and nothing else can slip in there."""
    with pytest.raises(ValueError, match="not a picture's name"):
        draw(name, "t")


@pytest.mark.parametrize("draw", DRAWINGS)
def test_a_picture_has_no_style_script_or_link(draw: Callable[[str, str], Markup]) -> None:
    """Colours come by class, and every class is one that the stylesheet may know of."""
    svg = draw("x", "t")
    assert not any(word in svg for word in ("style=", "href", "url(", "<script", "onload"))
    found = read(svg)
    assert {css for mark in found.marks for css in mark.css} <= set(charts.CSS_CLASSES)


def test_numbers_that_cannot_be_are_refused() -> None:
    """A part greater than its whole, or a count below nought, is a fault in the program and not a picture."""
    with pytest.raises(ValueError, match="whole"):
        charts.shares("x", "", "", [charts.Share("2020", 3, 2)])
    with pytest.raises(ValueError, match="whole"):
        charts.stance_bar("x", "", {"support": 3}, whole=2)
    with pytest.raises(ValueError, match="below 0"):
        charts.columns("x", "", "", [charts.Column("2020", -1), charts.Column("2021", 1)])
    with pytest.raises(ValueError, match="below 0"):
        charts.sparkline("x", "", [-1, 2])
    with pytest.raises(ValueError, match="below 0"):
        charts.spreads("x", "", "", [charts.Waits("2020", (-1, 2))])


def test_shapes_are_those_of_the_badges() -> None:
    """A stance has the same shape in a picture as in its badge."""
    assert {stance: badge.shape for stance, badge in words.STANCES.items()} == SHAPES


def test_every_class_of_a_picture_has_a_look() -> None:
    """The stylesheet of pictures speaks of every class that a picture may have, but for those that look like the rest."""
    sheet = (Path(__file__).parents[2] / "site_config/theme/assets/stylesheets/bilder.css").read_text(encoding="utf-8")
    assert [css for css in charts.CSS_CLASSES if not re.search(rf"\.{css}\b", sheet)] == ["value"]
