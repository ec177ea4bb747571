"""The tables at the head of an RTF file: what a font's bytes mean, and which styles are headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.readers.rtf.tokens import CHARSETS, SYMBOL, codepage

_HEADING = re.compile(r"(?:heading|rubrik|überschrift|overskrift)\s*([1-9])\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel|rubrik|dokumentrubrik|huvudrubrik)", re.IGNORECASE)
_MOST = 5000  # fonts or styles; a document has some tens
_PLAIN = 9  # the outline level of body text
_DEEPEST = 6
_WHITE = 250  # of 255 in every channel: no one tells it from paper


@dataclass(slots=True)
class Tables:
    """What the head has told so far."""

    encoding: str = "cp1252"
    default_font: int | None = None
    fonts: dict[int, str] = field(default_factory=dict)
    whites: set[int] = field(default_factory=set)  # colours that are white, or as good as
    headings: dict[int, int] = field(default_factory=dict)  # style → level
    _colour: int = 0
    _channels: list[int] = field(default_factory=list)
    _font: int = 0
    _style: int | None = None
    _outline: int | None = None
    _based: int | None = None
    _name: str = ""

    def colour_word(self, word: str, number: int | None) -> None:
        """A control word inside the table of colours."""
        if word in {"red", "green", "blue"} and number is not None:
            self._channels.append(number)

    def colour_text(self, text: str) -> None:
        """Text inside the table of colours: a semicolon ends each; one without channels is the reader's own choice."""
        for _ in range(min(text.count(";"), _MOST)):
            if len(self._channels) == 3 and min(self._channels) >= _WHITE:
                self.whites.add(self._colour)
            self._colour, self._channels = self._colour + 1, []

    def font_word(self, word: str, number: int | None) -> None:
        """A control word inside the table of fonts."""
        if word == "f" and number is not None:
            self._font = number
        elif word == "fcharset" and len(self.fonts) < _MOST:
            if number == 2:
                self.fonts[self._font] = SYMBOL
            elif number in CHARSETS and number != 1:
                self.fonts[self._font] = CHARSETS[number]
        elif word == "cpg" and number:
            self.fonts[self._font] = codepage(number)

    def encoding_of(self, font: int | None) -> str:
        """How the bytes in a font are to be read."""
        return self.fonts.get(font if font is not None else -1, self.encoding)

    def style_word(self, word: str, number: int | None) -> None:
        """A control word inside the table of styles."""
        if word == "s":
            self._style = number
        elif word == "outlinelevel":
            self._outline = number
        elif word == "sbasedon":
            self._based = number

    def style_text(self, text: str) -> None:
        """Text inside the table of styles: names, each ended by a semicolon."""
        for index, part in enumerate(text.split(";")):
            if index:
                self.style_end()
            self._name = (self._name + part)[:200]

    def style_end(self) -> None:
        """The end of one style's entry."""
        name, style = self._name.strip(), self._style if self._style is not None else 0
        if name and len(self.headings) < _MOST:
            match = _HEADING.match(name)
            if match:
                self.headings[style] = min(int(match[1]), _DEEPEST)
            elif self._outline is not None and 0 <= self._outline < _PLAIN:
                self.headings[style] = min(self._outline + 1, _DEEPEST)
            elif _TITLE.fullmatch(name):
                self.headings[style] = 1
            elif self._outline is None and self._based in self.headings and self._based != style:
                self.headings[style] = self.headings[self._based]
        self._style, self._outline, self._based, self._name = None, None, None, ""

    def level(self, style: int | None, outline: int | None) -> int:
        """The level of a heading, 0 for what is none: the paragraph's own outline level, or its style's."""
        if outline is not None:
            return min(outline + 1, _DEEPEST) if 0 <= outline < _PLAIN else 0
        return self.headings.get(style if style is not None else 0, 0)
