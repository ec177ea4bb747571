"""The few shapes that pictures are made of, as SVG: lengths across in percent of the width, down in the letters' height."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

# What is neither a letter, a digit, a plain space nor plain punctuation is written by its number, so that it means nothing to
# HTML or Markdown.
_MEANS: Final = re.compile(r"[^\w ().,;:–”%-]|_")
_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Every class a picture may have, for the stylesheet and its test.
CSS_CLASSES: Final = (
    "s-support", "s-reject", "s-partly", "s-considered-answered", "s-already-met", "s-no-position", "s-declined", "s-unclear",
    "s-here", "s-told", "s-silent", "s-missing", "s-late",
    "on", "fill", "whole", "grid", "base", "box", "middle", "reach", "dot", "value", "year", "wide", "thin", "tick", "spark",
)  # fmt: skip


def plain(text: str) -> Markup:
    """``text`` as text in SVG; what already is markup comes back unchanged."""
    if hasattr(text, "__html__"):
        return Markup(text.__html__())  # noqa: S704 - the value says itself that it is markup
    return Markup(_MEANS.sub(lambda found: f"&#{ord(found[0])};", text))  # noqa: S704 - nothing is left that means anything


def number(value: float) -> str:
    """A number of at most two decimals, without a trailing nought."""
    return f"{round(value, 2) + 0.0:g}"  # 0.0 takes the sign off a nought


def percent(value: float) -> str:
    """A length across."""
    return f"{number(value)}%"


def em(value: float) -> str:
    """A length down."""
    return f"{number(value)}em"


def rect(css: str, x: float, y: float, across: float, down: float) -> Markup:
    """A bar: left edge and width in percent, upper edge and height in letters' height."""
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(css, percent(x), em(y), percent(across), em(down))


def line(css: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    """A straight line."""
    return Markup('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(css, percent(x1), em(y1), percent(x2), em(y2))


def dot(css: str, x: float, y: float) -> Markup:
    """A dot whose size the letters give."""
    return Markup('<circle class="{}" cx="{}" cy="{}" r="0.28em"/>').format(css, percent(x), em(y))


def text(css: str, x: float, y: float, said: str, anchor: str = "") -> Markup:
    """Words whose baseline is at ``y``: their middle at ``x``, or their ``anchor`` ("start" or "end")."""
    where = Markup(' text-anchor="{}"').format(anchor) if anchor else ""
    return Markup('<text class="{}" x="{}" y="{}"{}>{}</text>').format(css, percent(x), em(y), where, plain(said))


def picture(name: str, title: str, described: str, height: float, marks: list[Markup], css: str = "picture") -> Markup:
    """A whole picture with its title and what it shows in words; both have ids made of ``name``, which no other picture on the page has.

    ValueError for a name that is not lower-case letters, digits and hyphens.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a picture's name: {name!r}")
    return Markup('<svg class="{}" width="100%" height="{}" role="img" text-anchor="middle" aria-labelledby="bild-{}-namn bild-{}-text"><title id="bild-{}-namn">{}</title><desc id="bild-{}-text">{}</desc>{}</svg>').format(
        css, em(height), name, name, name, plain(title), name, plain(described), Markup("").join(marks)
    )
