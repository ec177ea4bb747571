"""What a laid-out document consists of: blocks of text, and the lines that are no text of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Line, Place, Restored, place_at

BlockKind = Literal["heading", "text", "item", "meta", "signature", "table", "note"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text. ``original`` is its text before restoration, from which its anchor is made."""

    kind: BlockKind
    text: str
    starts: tuple[tuple[int, int], ...]
    place: Place
    restored: tuple[Restored, ...] = ()
    original: str = ""
    level: int = 0
    struck: bool = False
    lines: tuple[Line, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()

    def place_at(self, offset: int) -> Place:
        """The place of the line on which the character at ``offset`` stood."""
        return place_at(self.place, self.starts, offset, self.pages)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document in blocks. ``furniture`` holds (kind, line) for every line that is not text of the document."""

    blocks: tuple[Block, ...]
    furniture: tuple[tuple[str, Line], ...]
