"""A picture read back as what a browser gets: its marks with their lengths as numbers, across in percent and down in em."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator.charts.scales import LETTER, NARROW, WIDE


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its element, classes, lengths by attribute, and words."""

    tag: str
    css: frozenset[str]
    at: dict[str, float]
    text: str = ""
    anchor: str = ""

    def across(self, *, wide: bool = False) -> tuple[float, float]:
        """From where to where it goes, in percent; words are as wide as they are on a narrow or a wide screen."""
        if self.tag == "rect":
            return self.at["x"], self.at["x"] + self.at["width"]
        if self.tag == "line":
            return min(self.at["x1"], self.at["x2"]), max(self.at["x1"], self.at["x2"])
        if self.tag == "circle":
            return self.at["cx"], self.at["cx"]
        room = 100 * LETTER * len(self.text) / (WIDE if wide else NARROW)
        left = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return self.at["x"] - left * room, self.at["x"] + (1 - left) * room

    def down(self) -> tuple[float, float]:
        """From where to where it goes, in letters' height."""
        if self.tag == "rect":
            return self.at["y"], self.at["y"] + self.at["height"]
        if self.tag == "line":
            return min(self.at["y1"], self.at["y2"]), max(self.at["y1"], self.at["y2"])
        if self.tag == "circle":
            return self.at["cy"], self.at["cy"]
        return self.at["y"] - 0.75, self.at["y"] + 0.05


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture: its title and description, its height and its marks in order."""

    title: str
    described: str
    height: float
    marks: tuple[Mark, ...]

    def of(self, tag: str, css: str = "") -> list[Mark]:
        """The marks of a kind."""
        return [mark for mark in self.marks if mark.tag == tag and (not css or css in mark.css)]

    def shown(self, *, wide: bool) -> list[Mark]:
        """The words that a narrow or a wide screen shows."""
        return [mark for mark in self.of("text") if ("thin" if wide else "wide") not in mark.css]


def read(svg: str) -> Drawn:
    """The picture in ``svg``, which must be well-formed and name its title and description."""
    root = ET.fromstring(svg)  # noqa: S314 - the program's own picture
    assert root.tag == "svg"
    assert root.attrib["role"] == "img"
    title, described, *rest = root
    assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {described.attrib['id']}"
    assert (title.tag, described.tag) == ("title", "desc")
    marks = tuple(
        Mark(
            one.tag,
            frozenset(one.attrib["class"].split()),
            {name: float(value.rstrip("%em")) for name, value in one.attrib.items() if name in {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"}},
            one.text or "",
            one.attrib.get("text-anchor", root.attrib["text-anchor"]),
        )
        for one in rest
    )
    return Drawn(title.text or "", described.text or "", float(root.attrib["height"].removesuffix("em")), marks)


def assert_fits(drawn: Drawn) -> None:
    """Nothing stands outside the picture, and no two words that are shown together lie on each other."""
    for mark in drawn.marks:
        (left, right), (upper, lower) = mark.across(wide="wide" in mark.css), mark.down()
        assert -0.02 <= left <= right <= 100.02, mark
        assert -0.02 <= upper <= lower <= drawn.height + 0.02, mark
    for wide in (False, True):
        seen: list[Mark] = []
        for mark in drawn.shown(wide=wide):
            for other in seen:
                apart = mark.across(wide=wide)[0] >= other.across(wide=wide)[1] or other.across(wide=wide)[0] >= mark.across(wide=wide)[1]
                assert apart or mark.down()[0] >= other.down()[1] or other.down()[0] >= mark.down()[1], (mark, other)
            seen.append(mark)
