"""Word's styles: what a paragraph or a run looks like, and which paragraphs are headings.

A style inherits from the one it is based on (ISO/IEC 29500-1, 17.7). Bold, struck and hidden are toggles: where the
paragraph's style and the run's style both turn one on, it is off (17.7.3); a run's own word is final.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.readers.docx.names import attribute, child, children, number, switch, value

_DEEPEST = 40  # styles based on each other; Word's own limit is lower
_LEVELS = 6
_TINY = 4  # half-points: two points is no size that is read
_RAISED = 4  # half-points above the line; some programs raise letters so instead of saying superscript
_WHITE = re.compile(r"^(?:white|F[A-F]F[A-F]F[A-F])$", re.IGNORECASE)
# Built-in names are English in the file, in other programs they may be Swedish: "heading 1", "Rubrik 1", "Avsnittsrubrik 2".
_HEADING = re.compile(r"(?:^|[\s_-])(?:heading|(?:\w*[a-zåäö])?rubrik|överskrift)(?:[\s_-]*(\d))?(?![a-zåäö])", re.IGNORECASE)
_NOT_HEADING = re.compile(r"tabell|figur|diagram|bild|caption|table|sidhuvud|sidfot", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|titel|dokumenttitel|huvudrubrik)$", re.IGNORECASE)
_SUBTITLE = re.compile(r"^(?:subtitle|underrubrik|mellanrubrik)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look; None is "not said". ``size`` in half-points, ``script`` is superscript, subscript or baseline."""

    hidden: bool | None = None
    struck: bool | None = None
    bold: bool | None = None
    size: int | None = None
    script: str | None = None
    font: str | None = None
    white: bool | None = None
    shaded: bool | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """One style as written, or as resolved together with what it is based on."""

    name: str = ""
    based_on: str = ""
    look: Look = field(default_factory=Look)
    outline: int | None = None  # 0..8; 9 is body text
    list_id: int | None = None
    list_level: int | None = None
    ruled: bool = False
    shaded: bool = False
    level: int = 0  # of the heading, once resolved


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a file, resolved, by id; ``base`` is the look of letters that nothing is said about."""

    base: Look
    paragraph: str  # id of the default paragraph style
    resolved: Mapping[str, Style]

    def of(self, style_id: str | None) -> Style:
        """The style with this id; where there is none, the one of paragraphs without a style."""
        return self.resolved.get(style_id or self.paragraph) or self.resolved.get(self.paragraph) or Style()

    def run(self, style_id: str | None) -> Look:
        """The look that a character style gives; nothing for an unknown one."""
        found = self.resolved.get(style_id or "")
        return found.look if found else Look()


def styles_of(root: etree._Element | None) -> Styles:
    """The styles in the part ``root`` (or in Word 2003's ``w:styles``); none where it is missing."""
    written: dict[str, Style] = {}
    default = ""
    for one in children(root, "w:style"):
        style_id = attribute(one, "styleId") or ""
        written.setdefault(style_id, _style(one))
        if attribute(one, "type") == "paragraph" and attribute(one, "default") in {"1", "true", "on"}:
            default = default or style_id
    base = look_of(child(root, "w:docDefaults", "w:rPrDefault", "w:rPr"))
    return Styles(base, default, {style_id: _resolved(style_id, written) for style_id in written})


def look_of(properties: etree._Element | None) -> Look:
    """The look that run properties (``w:rPr``) state."""
    if properties is None:
        return Look()
    struck = [switch(properties, name) for name in ("w:strike", "w:dstrike")]
    size = number(properties, "w:sz")
    hidden = switch(properties, "w:vanish")
    if size is not None and size <= _TINY:
        hidden = True
    fonts = child(properties, "w:rFonts")
    colour = value(properties, "w:color")
    shading = child(properties, "w:shd")
    return Look(
        hidden,
        None if struck == [None, None] else any(struck),
        switch(properties, "w:b"),
        size,
        value(properties, "w:vertAlign") or ("superscript" if (number(properties, "w:position") or 0) >= _RAISED else None),
        attribute(fonts, "ascii") or attribute(fonts, "hAnsi"),
        None if colour is None else bool(_WHITE.match(colour)),
        True if is_shaded(shading) or value(properties, "w:highlight") not in {None, "none"} else None,
    )


def over(base: Look, top: Look) -> Look:
    """``base`` with what ``top`` says laid over it."""
    return Look(
        base.hidden if top.hidden is None else top.hidden,
        base.struck if top.struck is None else top.struck,
        base.bold if top.bold is None else top.bold,
        base.size if top.size is None else top.size,
        base.script if top.script is None else top.script,
        base.font if top.font is None else top.font,
        base.white if top.white is None else top.white,
        base.shaded if top.shaded is None else top.shaded,
    )


def toggled(paragraph: Look, character: Look) -> Look:
    """The looks of a paragraph's and a run's style together: a toggle that both turn on is off."""
    both = over(paragraph, character)
    return replace(
        both,
        hidden=False if paragraph.hidden and character.hidden else both.hidden,
        struck=False if paragraph.struck and character.struck else both.struck,
        bold=False if paragraph.bold and character.bold else both.bold,
    )


def is_shaded(shading: etree._Element | None) -> bool:
    """Whether a ``w:shd`` paints anything behind the letters."""
    if shading is None:
        return False
    fill = (attribute(shading, "fill") or "auto").lower()
    return fill not in {"auto", "ffffff"} or (attribute(shading, "val") or "clear") not in {"clear", "nil"}


def has_rules(borders: etree._Element | None) -> bool:
    """Whether any of the ``borders`` of a table or cell is drawn."""
    return borders is not None and any((attribute(one, "val") or "none") not in {"nil", "none"} for one in borders)


def heading_level(name: str, outline: int | None) -> int:
    """The level (1..6) of the heading that a style's name or outline level makes of a paragraph; 0 for none."""
    if outline is not None:
        return min(outline + 1, _LEVELS) if outline < 9 else 0
    if _TITLE.match(name):
        return 1
    if _SUBTITLE.match(name):
        return 2
    found = _HEADING.search(name)
    if not found or _NOT_HEADING.search(name):
        return 0
    return min(max(int(found[1]), 1), _LEVELS) if found[1] else 1


def _style(one: etree._Element) -> Style:
    properties = child(one, "w:pPr")
    table = child(one, "w:tblPr")
    listed = child(properties, "w:numPr") if child(properties, "w:numPr") is not None else child(properties, "w:listPr")
    return Style(
        name=(value(one, "w:name") or "").replace("_20_", " "),  # LibreOffice's way of writing a space in a name
        based_on=value(one, "w:basedOn") or "",
        look=look_of(child(one, "w:rPr")),
        outline=number(properties, "w:outlineLvl"),
        list_id=number(listed, "w:numId") if number(listed, "w:numId") is not None else number(listed, "w:ilfo"),
        list_level=number(listed, "w:ilvl"),
        ruled=has_rules(child(table, "w:tblBorders")),
        shaded=any(is_shaded(shading) for shading in one.iter() if isinstance(shading.tag, str) and shading.tag.endswith("}shd")),
    )


def _resolved(style_id: str, written: Mapping[str, Style]) -> Style:
    chain: list[Style] = []
    seen: set[str] = set()
    while style_id in written and style_id not in seen and len(chain) < _DEEPEST:
        seen.add(style_id)
        chain.append(written[style_id])
        style_id = chain[-1].based_on
    made = Style()
    level = 0
    for style in reversed(chain):
        own = heading_level(style.name, style.outline)
        level = own if own or style.outline is not None else level
        made = Style(
            style.name,
            style.based_on,
            over(made.look, style.look),
            made.outline if style.outline is None else style.outline,
            made.list_id if style.list_id is None else style.list_id,
            made.list_level if style.list_level is None else style.list_level,
            made.ruled or style.ruled,
            made.shaded or style.shaded,
            level,
        )
    return made
