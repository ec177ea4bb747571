"""How a piece of HTML looks: struck out, raised, bold, how large, and above all whether anyone can see it.

Understood are inline styles, the attributes of old, and the plain selectors (``p``, ``.x``, ``p.x``, ``#x``) of style sheets in the
document itself. Rules for certain media are left out. What cannot be told (a colour by another name, a picture behind the
text) is taken for visible.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

Colour = tuple[int, int, int]
Rules = Mapping[str, Mapping[str, str]]

NOT_SHOWN = "text som är inställd på att inte visas"
SAME_COLOUR = "text i samma färg som bakgrunden"
NO_SIZE = "text i storlek noll"
OFF_PAGE = "text utanför sidan"

_WHITE: Colour = (255, 255, 255)
_COLOURS: dict[str, Colour] = {
    "white": _WHITE, "black": (0, 0, 0), "red": (255, 0, 0), "blue": (0, 0, 255), "green": (0, 128, 0),
    "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192), "yellow": (255, 255, 0),
    "navy": (0, 0, 128), "maroon": (128, 0, 0), "teal": (0, 128, 128), "snow": (255, 250, 250),
    "whitesmoke": (245, 245, 245), "ivory": (255, 255, 240), "window": _WHITE, "windowtext": (0, 0, 0),
}  # fmt: skip
_NEAR = 8  # how far two colours may be apart in any channel and still look the same on a screen
_AWAY = -500.0  # points to the left of or above the page: no layout needs that
_TINY = 1.0  # points; the smallest print anyone reads is 4
_POINTS = {"pt": 1.0, "px": 0.75, "": 0.75, "pc": 12.0, "in": 72.0, "cm": 28.35, "mm": 2.835}
_RELATIVE = {"em": 1.0, "%": 0.01, "rem": 1.0}
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_NAMED_SIZES = {
    "xx-small": 7.0,
    "x-small": 7.5,
    "small": 10.0,
    "medium": 12.0,
    "large": 13.5,
    "x-large": 18.0,
    "xx-large": 24.0,
}
_MOST_RULES = 5000
_LENGTH = re.compile(r"([+-]?\d{0,9}(?:\.\d{0,9})?)\s*(pt|px|pc|in|cm|mm|rem|em|%|)$")
_SELECTOR = re.compile(r"[a-z0-9]*(?:[.#][\w-]+)?")


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks at one spot. ``size`` is in points; ``paper`` is None where nobody can tell what is behind the text."""

    gone: str = ""
    invisible: bool = False
    ink: Colour | None = (0, 0, 0)
    paper: Colour | None = _WHITE
    size: float | None = None
    struck: bool = False
    deleted: bool = False
    raised: bool = False
    bold: bool = False
    kept: bool = False  # white space counts

    @property
    def hidden(self) -> str:
        """Why nobody sees the text, in Swedish; "" where it is visible."""
        if self.gone:
            return self.gone
        if self.invisible:
            return NOT_SHOWN
        if self.size is not None and self.size < _TINY:
            return NO_SIZE
        if (
            self.ink
            and self.paper
            and all(abs(one - other) <= _NEAR for one, other in zip(self.ink, self.paper, strict=True))
        ):
            return SAME_COLOUR
        return ""


def inner(element: etree._Element) -> str:
    """All text in an element, as it is written."""
    return "".join(str(text) for text in element.itertext())


def rules_in(sheets: str) -> Rules:
    """Selector → declarations, of the style sheets in a document; rules inside "@…" are not for every reader and are left out."""
    rules: dict[str, dict[str, str]] = {}
    depth = 0
    for piece in _without_comments(sheets).split("}"):
        opened = piece.count("{")
        if opened == 1 and depth == 0 and "@" not in piece:
            selectors, _, body = piece.partition("{")
            for selector in selectors.lower().split(","):
                if _SELECTOR.fullmatch(bare := selector.strip()) and bare and len(rules) < _MOST_RULES:
                    rules.setdefault(bare, {}).update(declarations(body))
        depth = max(depth + opened - 1, 0)
    return rules


def declarations(style: str) -> dict[str, str]:
    """Property → value, both in lower case; what is no declaration is left out."""
    told = {}
    for one in style.split(";"):
        name, colon, value = one.partition(":")
        if colon:
            told[name.strip().lower()] = value.strip().lower().removesuffix("!important").strip()
    return told


def look_of(element: etree._Element, parent: Look, rules: Rules) -> Look:
    """How text inside ``element`` looks, given how it looks around it."""
    tag = str(element.tag).lower()
    told = _told(element, tag, rules)
    look = _by_tag(element, tag, parent)
    if told:
        look = _shown(_inked(_sized(look, parent, told), told), told)
    if element.get("hidden") is not None or (tag == "dialog" and element.get("open") is None):
        look = replace(look, gone=look.gone or NOT_SHOWN)
    return look


def _told(element: etree._Element, tag: str, rules: Rules) -> Mapping[str, str]:
    """All declarations that hold for the element, the stronger last."""
    told: dict[str, str] = {}
    if rules:
        classes = (element.get("class") or "").lower().split()[:20]
        told.update(rules.get(tag, {}))
        for one in classes:
            told.update(rules.get(f".{one}", {}))
        for one in classes:
            told.update(rules.get(f"{tag}.{one}", {}))
        if name := (element.get("id") or "").lower():
            told.update(rules.get(f"#{name}", {}))
            told.update(rules.get(f"{tag}#{name}", {}))
    if style := element.get("style"):
        told.update(declarations(style))
    return told


def _by_tag(element: etree._Element, tag: str, look: Look) -> Look:
    if tag in {"s", "strike"}:
        look = replace(look, struck=True)
    elif tag == "del":
        look = replace(look, struck=True, deleted=True)
    elif tag == "sup":
        look = replace(look, raised=True)
    elif tag in {"b", "strong", "th"}:
        look = replace(look, bold=True)
    elif tag in {"pre", "textarea", "listing", "xmp", "plaintext"}:
        look = replace(look, kept=True)
    elif tag == "font":
        size = _FONT_SIZES.get((element.get("size") or "").strip())
        look = replace(look, size=size or look.size, ink=_colour(element.get("color") or "", look.ink))
    elif tag == "body" and element.get("text"):
        look = replace(look, ink=_colour(element.get("text") or "", look.ink))
    if behind := element.get("bgcolor"):
        look = replace(look, paper=_colour(behind, None))
    return look


def _sized(look: Look, parent: Look, told: Mapping[str, str]) -> Look:
    if size := told.get("font-size"):
        look = replace(look, size=_size(size, parent.size))
    weight = told.get("font-weight", "")
    if weight:
        look = replace(look, bold=weight in {"bold", "bolder", "600", "700", "800", "900"})
    if "line-through" in told.get("text-decoration", "") + told.get("text-decoration-line", ""):
        look = replace(look, struck=True)
    if told.get("vertical-align") == "super":
        look = replace(look, raised=True)
    if told.get("white-space", "").startswith("pre"):
        look = replace(look, kept=True)
    return look


def _inked(look: Look, told: Mapping[str, str]) -> Look:
    if ink := told.get("color"):
        look = replace(look, ink=_colour(ink, look.ink))
    behind = told.get("background-color") or told.get("background", "")
    if behind and behind not in {"transparent", "none", "inherit", "initial"}:
        look = replace(look, paper=_colour(behind, None))
    if told.get("background-image", "none") != "none":
        look = replace(look, paper=None)
    return look


def _shown(look: Look, told: Mapping[str, str]) -> Look:
    if told.get("display") == "none" or told.get("mso-hide") == "all" or _number(told.get("opacity", "")) == 0:
        look = replace(look, gone=NOT_SHOWN)
    if seen := told.get("visibility"):
        look = replace(look, invisible=seen in {"hidden", "collapse"})
    away = [told.get("text-indent", "")]
    if told.get("position") in {"absolute", "fixed"}:
        away += [told.get("left", ""), told.get("top", ""), told.get("right", "")]
        clip = told.get("clip", "") + told.get("clip-path", "")
        if re.search(
            r"rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)|inset\(\s*(?:50|100)%", clip
        ):
            look = replace(look, gone=OFF_PAGE)
    if any((length := _length(one)) is not None and length <= _AWAY for one in away):
        look = replace(look, gone=OFF_PAGE)
    return look


def _size(written: str, around: float | None) -> float | None:
    """A font's size in points; what is relative to an unknown size is unknown, except nothing at all."""
    if written in _NAMED_SIZES:
        return _NAMED_SIZES[written]
    match = _LENGTH.match(written)
    value = _number(match[1]) if match else None
    if match is None or value is None:
        return around
    if match[2] in _RELATIVE:
        factor = value * _RELATIVE[match[2]]
        return around * factor if around else (0.0 if factor == 0 else None)
    return value * _POINTS[match[2]]


def _length(written: str) -> float | None:
    match = _LENGTH.match(written)
    value = _number(match[1]) if match else None
    if match is None or value is None:
        return None
    return value * (12.0 if match[2] in _RELATIVE else _POINTS[match[2]])


def _colour(written: str, unknown: Colour | None) -> Colour | None:
    """A colour as red, green and blue; ``unknown`` where it is written in a way that is not understood."""
    written = written.strip().lower()
    if written in _COLOURS:
        return _COLOURS[written]
    if match := re.fullmatch(r"#?([0-9a-f]{6}|[0-9a-f]{3})", written):
        digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if match := re.fullmatch(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)", written):
        return int(match[1]), int(match[2]), int(match[3])
    return None if written not in {"inherit", "initial", "currentcolor", ""} else unknown


def _number(written: str) -> float | None:
    try:
        return float(written)
    except ValueError:
        return None


def _without_comments(sheets: str) -> str:
    """The style sheets without comments and without the marks that hide them from programs of old."""
    kept = []
    for index, piece in enumerate(sheets.split("/*")):
        kept.append(piece if index == 0 else piece.partition("*/")[2])
    return "".join(kept).replace("<!--", "").replace("-->", "")
