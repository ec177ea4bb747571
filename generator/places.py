"""Where something stands in its source, in words: the one place that says "s. 2, rad 14", "stycke 14" or "rad 14"."""

from __future__ import annotations

from typing import Final

from generator.model import Part, Place

# Formats without pages and lines of their own: their readers count paragraphs and rows of tables.
_BY_PARAGRAPH: Final = frozenset(
    {
        "application/msword",
        "application/rtf",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/html",
    }
)


def unit(media_type: str) -> str:
    """What is counted in a format where it has no pages: "stycke" or "rad"; "rad" for a format nobody knows."""
    return "stycke" if media_type in _BY_PARAGRAPH else "rad"


def where(place: Place | None, media_type: str = "") -> str:
    """A place without its file: "s. 2, rad 14", "rad 14", "stycke 14"; "" for no place or one that is the whole file."""
    if place is None:
        return ""
    return _words(place.page, place.line, media_type)


def short(place: Place | None, media_type: str = "") -> str:
    """A place as a margin has room for it: "s. 2 r 14", "st 14", "14" for a line of a text; "" for no place."""
    if place is None or (place.page, place.line) == (None, None):
        return ""
    if place.page is None:
        return f"st {place.line}" if unit(media_type) == "stycke" else str(place.line)
    return f"s. {place.page}" + (f" r {place.line}" if place.line is not None else "")


def extent(part: Part, media_type: str = "") -> str:
    """From where to where a part of a file goes: "rad 27–64", "s. 3, rad 5–40", "s. 3, rad 5 – s. 7, rad 12"."""
    first, last = part.first, part.last
    if (first.page, first.line) == (last.page, last.line):
        return where(first, media_type)
    if first.page == last.page and first.line and last.line:
        return f"{where(first, media_type)}–{last.line}"
    return f"{where(first, media_type)} – {where(last, media_type)}"


def _words(page: int | None, line: int | None, media_type: str) -> str:
    counted = "rad" if page is not None else unit(media_type)
    return ", ".join(([f"s. {page}"] if page is not None else []) + ([f"{counted} {line}"] if line is not None else []))
