"""Drawings in a Word document: text boxes once, words set as a picture, and what is no text.

Word writes a drawing twice for programs of different age (``mc:AlternateContent``); one branch is read.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from generator.readers.docx.names import attribute, child, children, descendants, kind, relation, whole
from generator.readers.docx.story import Sort

_EMU = 360_000  # in a centimetre
_POINTS = 28.35  # in a centimetre
_LEAST = 15  # square centimetres of a picture that may hold text: a smaller one is a logo or a line
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]{1,8})(pt|in|cm|mm|px)?", re.IGNORECASE)
_UNITS = {"pt": 1 / _POINTS, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96}
_COUNTED: dict[str, Sort] = {"c:chart": "chart", "dgm:relIds": "diagram", "o:OLEObject": "object"}


@dataclass(slots=True)
class Drawn:
    """What a drawing holds: text boxes to be walked, words that are drawn, how much is no text, and how many parts are hidden.

    ``pictures`` are (relationship id, square centimetres).
    """

    boxes: list[etree._Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    counts: Counter[Sort] = field(default_factory=Counter)
    pictures: list[tuple[str, float]] = field(default_factory=list)
    hidden: int = 0


def chosen(element: etree._Element) -> etree._Element | None:
    """The branch of an ``mc:AlternateContent`` that is read: the first that holds text, else the first; None for none."""
    branches = [one for one in element if kind(one) in {"mc:Choice", "mc:Fallback"}]
    for branch in branches:
        if next(descendants(branch, "w:t", "a:t", "v:textpath"), None) is not None:
            return branch
    return branches[0] if branches else None


def drawn(element: etree._Element) -> Drawn:
    """What stands in a ``w:drawing``, ``w:pict`` or ``w:object``."""
    made = Drawn()
    _walk(element, made, _area(element))
    return made


def _walk(element: etree._Element, made: Drawn, area: float) -> None:
    for one in element:
        name = kind(one)
        if name in {"w:txbxContent", "w:p", "w:tbl"}:
            made.boxes.append(one)
        elif name == "a:p":
            made.texts.append("".join(text.text or "" for text in descendants(one, "a:t")))
        elif name == "v:textpath":
            made.texts.append(one.get("string") or "")
        elif name in _COUNTED:
            made.counts[_COUNTED[name]] += 1
        elif name in {"a:blip", "v:imagedata"}:
            made.counts["picture"] += 1 if area >= _LEAST else 0
            made.pictures.append((relation(one, "embed") or relation(one) or "", area))
        elif _is_hidden(one):
            made.hidden += 1
        else:
            branch = chosen(one) if name == "mc:AlternateContent" else one
            if branch is not None:
                _walk(branch, made, _box_area(one.get("style") or "") or area)


def _is_hidden(one: etree._Element) -> bool:
    """Whether a shape or a frame says that it is not shown."""
    style = (one.get("style") or "").replace(" ", "").lower()
    return "visibility:hidden" in style or attribute(child(one, "wp:docPr"), "hidden") in {"1", "true"}


def _area(element: etree._Element) -> float:
    """Square centimetres that the drawing takes; 0 where it does not say."""
    for frame in (*children(element, "wp:inline"), *children(element, "wp:anchor")):
        extent = child(frame, "wp:extent")
        across, down = whole(attribute(extent, "cx")), whole(attribute(extent, "cy"))
        if across and down:
            return across / _EMU * (down / _EMU)
    return 0.0


def _box_area(style: str) -> float:
    sides: dict[str, float] = {}
    for side, length, unit in _LENGTH.findall(style):
        if length.count(".") <= 1 and length.strip("."):
            sides[side.lower()] = float(length) * _UNITS[unit.lower() or "px"]
    return sides.get("width", 0.0) * sides.get("height", 0.0)
