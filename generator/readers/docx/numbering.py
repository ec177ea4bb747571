"""The labels that Word counts out in front of paragraphs: "1.", "2 b)", "•".

They stand nowhere in the text; every reader that leaves them out loses "punkt 3". The rules are those of ISO/IEC 29500-1, 17.9:
lists that share a definition share its counters, a list may override a level or where it starts, and a level starts over
after a higher one. Any bullet's glyph becomes "•".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.readers.docx.names import attribute, child, children, number, switch, value
from generator.readers.docx.styles import Styles

BULLET = "•"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST = 100_000  # a count beyond it is no label
_LONGEST = 60  # characters of a label's pattern
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, and the text of its label with %1…%9 for the counts."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None  # after which level (1..9) it starts over; 0 for never
    plain: bool = False  # counts in digits whatever the higher levels do ("legal numbering")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as paragraphs refer to it: its definition, and what it overrides there."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Counters:
    """The counts so far, while one document is walked from its beginning."""

    listings: Mapping[int, Listing]
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    started: set[tuple[int, int]] = field(default_factory=set)

    def label(self, list_id: int, level: int) -> str:
        """The label of the next paragraph of list ``list_id`` at ``level`` (0..8); "" where the list shows none."""
        listing = self.listings.get(list_id)
        level = min(max(level, 0), _LEVELS - 1)
        if listing is None or level not in listing.levels:
            return ""
        own = listing.levels[level]
        counts = self.counts.setdefault(listing.definition, [None] * _LEVELS)
        before = counts[level]
        if level in listing.starts and (list_id, level) not in self.started:
            self.started.add((list_id, level))
            counts[level] = listing.starts[level]
        else:
            counts[level] = own.start if before is None else before + 1
        for higher in range(level):
            if counts[higher] is None:
                counts[higher] = listing.levels.get(higher, Level()).start
        for lower in range(level + 1, _LEVELS):
            after = listing.levels.get(lower, Level()).restart
            if after is None or level < after:
                counts[lower] = None
        return _written(listing, own, counts)


def listings_of(root: etree._Element | None, styles: Styles) -> dict[int, Listing]:
    """The lists in the numbering part ``root`` (or Word 2003's ``w:lists``) by id; none where it is missing."""
    definitions: dict[str, tuple[dict[int, Level], str]] = {}
    for name, id_name in (("w:abstractNum", "abstractNumId"), ("w:listDef", "listDefId")):
        for one in children(root, name):
            levels = {found[0]: found[1] for found in map(_level, children(one, "w:lvl"))}
            link = value(one, "w:numStyleLink") or value(one, "w:listStyleLink") or ""
            definitions.setdefault(attribute(one, id_name) or "", (levels, link))
    numbered: dict[int, tuple[str, etree._Element]] = {}
    for one in (*children(root, "w:num"), *children(root, "w:list")):
        list_id = attribute(one, "numId") or attribute(one, "ilfo") or ""
        definition = value(one, "w:abstractNumId") or value(one, "w:ilst") or ""
        if list_id.isascii() and list_id.isdigit() and len(list_id) <= 9:
            numbered.setdefault(int(list_id), (definition, one))
    made: dict[int, Listing] = {}
    for number_id, (stated, element) in numbered.items():
        definition = _linked(stated, definitions, numbered, styles)
        levels = dict(definitions.get(definition, ({}, ""))[0])
        starts: dict[int, int] = {}
        for override in children(element, "w:lvlOverride"):
            at = attribute(override, "ilvl") or ""
            if at not in set("012345678"):
                continue
            own = child(override, "w:lvl")
            if own is not None:
                levels[int(at)] = _level(own)[1]
            start = number(override, "w:startOverride")
            if start is not None:
                starts[int(at)] = start
        made[number_id] = Listing(definition, levels, starts)
    return made


def counted(count: int, form: str) -> str:
    """A count written as a list's form says; digits for a form that Swedish documents do not have."""
    if form == "none":
        return ""
    if not 0 < count <= _LARGEST:
        return str(count)
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 10)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and count < 4000:
        written = ""
        for worth, sign in _ROMAN:
            written += sign * (count // worth)
            count %= worth
        return written if form == "lowerRoman" else written.upper()
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _level(one: etree._Element) -> tuple[int, Level]:
    at = attribute(one, "ilvl") or "0"
    form = value(one, "w:numFmt")
    if form is None:
        form = _OLD_FORMS.get(value(one, "w:nfc") or "0", "decimal")
    start = number(one, "w:start")
    text = value(one, "w:lvlText") or ""
    return (int(at) if at in set("012345678") else 0), Level(
        0 if start is None else start,
        form,
        BULLET if child(one, "w:lvlPicBulletId") is not None and form == "bullet" else text,
        number(one, "w:lvlRestart"),
        bool(switch(one, "w:isLgl")),
    )


# Word 2003's codes for the ways of counting.
_OLD_FORMS = {"0": "decimal", "1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter", "22": "decimalZero", "23": "bullet", "255": "none"}  # fmt: skip


def _linked(definition: str, definitions: Mapping[str, tuple[dict[int, Level], str]], numbered: Mapping[int, tuple[str, etree._Element]], styles: Styles) -> str:
    """The definition that has the levels: some only name a list style, whose own list has them."""
    for _ in range(_LEVELS):
        levels, link = definitions.get(definition, ({}, ""))
        list_id = styles.resolved[link].list_id if link in styles.resolved else None
        if levels or list_id is None or list_id not in numbered:
            break
        definition = numbered[list_id][0]
    return definition


def _written(listing: Listing, own: Level, counts: list[int | None]) -> str:
    if own.form == "bullet":
        return BULLET if own.text.strip() else ""

    def count(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        form = "decimal" if own.plain else listing.levels.get(at, Level()).form
        return counted(counts[at] or 0, form if form != "bullet" else "none")

    return _PRIVATE.sub("", _PLACE.sub(count, own.text[:_LONGEST])).strip()
