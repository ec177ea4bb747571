"""What OpenDocument's styles tell: who is hidden, struck out, raised, bold, how large, a heading; and how lists are counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.readers.counting import BULLET, counted
from generator.readers.odt.names import attribute, full, name_of, whole

_LONGEST_CHAIN = 30  # parents of a style
_HEADING = re.compile(r"(?:Heading|Rubrik)(?:_20_| )?([1-9])\b", re.IGNORECASE)
_TITLE = {"title", "titel", "rubrik", "dokumentrubrik"}
_DEEPEST = 6
_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)pt")
_SHARE = re.compile(r"(\d{1,3})%")
_MOST_LEVELS = 10
_WHITE = re.compile(r"#f[a-f]f[a-f]f[a-f]|white", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks at one spot; ``size`` in points, None if nobody says."""

    hidden: bool = False
    struck: bool = False
    raised: bool = False
    bold: bool = False
    size: float | None = None
    white: bool = False
    shaded: bool = False  # on a ground of its own


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is marked: a bullet, or a number of a kind with what stands around it."""

    kind: str  # "•", "1", "a", "A", "i", "I", or "" for no mark
    before: str = ""
    after: str = ""
    shown: int = 1  # how many levels the number shows: 2 for "1.2"
    first: int = 1


@dataclass(slots=True)
class Styles:
    """The styles that hold in one part of a document."""

    _styles: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    _lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)
    outline: dict[int, Level] = field(default_factory=dict)

    def add(self, parts: Iterable[etree._Element | None]) -> Styles:
        """These styles and those in ``parts`` (office:styles, office:automatic-styles); the later win."""
        made = Styles(dict(self._styles), dict(self._lists), {}, dict(self.outline))
        for part in parts:
            for element in part if part is not None else ():
                kind = name_of(element)
                name = attribute(element, "style:name") or ""
                if kind == "style:style":
                    made._styles[attribute(element, "style:family") or "", name] = element
                elif kind == "style:default-style":
                    made._styles[attribute(element, "style:family") or "", ""] = element
                elif kind == "text:list-style":
                    made._lists[name] = _levels(element)
                elif kind == "text:outline-style":
                    made.outline = _levels(element)
        return made

    def look(self, family: str, name: str | None, around: Look) -> Look:
        """How text in a style looks, inside text that looks as ``around``."""
        if not name and family != "paragraph":
            return around
        key = (family, name or "")
        if family != "paragraph":
            return _dressed(around, self._chain(*key))
        if key not in self._looks:
            default = self._styles.get((family, ""))
            self._looks[key] = _dressed(Look(), [*([default] if default is not None else []), *self._chain(*key)])
        return self._looks[key]

    def level(self, name: str | None) -> int:
        """The level of a heading by its paragraph style, 0 for what is none."""
        for element in reversed(self._chain("paragraph", name or "")):
            written = attribute(element, "style:default-outline-level")
            if written is not None:
                return min(whole(written, 0, _DEEPEST), _DEEPEST)
            names = (attribute(element, "style:name") or "", attribute(element, "style:display-name") or "")
            for one in names:
                if match := _HEADING.fullmatch(one):
                    return min(int(match[1]), _DEEPEST)
                if one.lower() in _TITLE:
                    return 1
        return 0

    def told(self, family: str, name: str | None, what: str) -> str | None:
        """An attribute of a style, its own or inherited (``style:master-page-name``)."""
        for element in reversed(self._chain(family, name or "")):
            if (value := attribute(element, what)) is not None:
                return value
        return None

    def marks(self, name: str | None) -> dict[int, Level]:
        """How the levels of a list are marked; without a style every level has a bullet."""
        return self._lists.get(name or "", {})

    def ground(self, family: str, name: str | None) -> bool:
        """Whether what has this style (a cell, a paragraph, a section) stands on a ground of its own."""
        return any(
            coloured(attribute(one, "fo:background-color")) or one.find(full("style:background-image")) is not None
            for element in self._chain(family, name or "")
            for one in element
            if not name_of(one).endswith("text-properties")
        )

    def gone(self, family: str, name: str | None) -> bool:
        """Whether what has this style (a section) is not shown at all."""
        return any(
            attribute(one, "text:display") == "none" for element in self._chain(family, name or "") for one in element
        )

    def _chain(self, family: str, name: str) -> list[etree._Element]:
        """A style and its parents, the farthest first."""
        chain: list[etree._Element] = []
        while name and len(chain) < _LONGEST_CHAIN:
            element = self._styles.get((family, name))
            if element is None:
                break
            chain.append(element)
            name = attribute(element, "style:parent-style-name") or ""
        return chain[::-1]


def label(level: Level, numbers: list[int], marks: dict[int, Level]) -> str:
    """The visible mark of an item: ``numbers`` are the counts of all levels down to its own."""
    if level.kind in {"", BULLET}:
        return level.kind
    shown = max(1, min(level.shown, len(numbers)))
    first = len(numbers) - shown
    written = []
    for at in range(first, len(numbers)):
        kind = level.kind if at == len(numbers) - 1 else marks.get(at + 1, Level("1")).kind
        if kind not in {"", BULLET}:
            written.append(counted(numbers[at], kind))
    return f"{level.before}{'.'.join(written)}{level.after}".strip()


def coloured(value: str | None) -> bool:
    """Whether a ground is anything but white paper."""
    return value is not None and value != "transparent" and not _WHITE.fullmatch(value)


def _dressed(look: Look, chain: Iterable[etree._Element]) -> Look:
    for element in chain:
        for properties in element.iter(full("style:text-properties")):
            look = _changed(look, properties)
    return look


def _changed(look: Look, properties: etree._Element) -> Look:
    if (shown := attribute(properties, "text:display")) is not None:
        look = replace(look, hidden=shown == "none")
    struck = attribute(properties, "style:text-line-through-style") or attribute(
        properties, "style:text-line-through-type"
    )
    if struck is not None:
        look = replace(look, struck=struck != "none")
    if (position := attribute(properties, "style:text-position")) is not None:
        look = replace(
            look, raised=position.startswith("super") or (position[:1].isdigit() and not position.startswith("0"))
        )
    if (weight := attribute(properties, "fo:font-weight")) is not None:
        look = replace(look, bold=weight in {"bold", "600", "700", "800", "900"})
    if (ink := attribute(properties, "fo:color")) is not None:
        look = replace(look, white=bool(_WHITE.fullmatch(ink)))
    if (ground := attribute(properties, "fo:background-color")) is not None:
        look = replace(look, shaded=coloured(ground))
    if size := attribute(properties, "fo:font-size"):
        if match := _SIZE.fullmatch(size):
            look = replace(look, size=float(match[1]))
        elif (match := _SHARE.fullmatch(size)) and look.size:
            look = replace(look, size=look.size * int(match[1]) / 100)
    return look


def _levels(element: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for one in element:
        at = whole(attribute(one, "text:level"), 1, _MOST_LEVELS)
        kind = name_of(one)
        if kind in {"text:list-level-style-number", "text:outline-level-style"}:
            levels[at] = Level(
                _kind(attribute(one, "style:num-format") or ""),
                attribute(one, "style:num-prefix") or "",
                attribute(one, "style:num-suffix") or "",
                whole(attribute(one, "text:display-levels"), 1, _MOST_LEVELS),
                whole(attribute(one, "text:start-value"), 1, 1_000_000),
            )
        elif kind == "text:list-level-style-bullet":
            levels[at] = Level(BULLET if (attribute(one, "text:bullet-char") or "").strip() else "")
        elif kind == "text:list-level-style-image":
            levels[at] = Level(BULLET)
    return levels


def _kind(written: str) -> str:
    return written if written in {"1", "a", "A", "i", "I", ""} else "1"
