"""Text that was reflowed, so that a line is a paragraph and headings run into it, cut into lines again.

The pieces keep the number of the line they came from. A document that shows no such headings comes back as it was: nobody
who writes a letter runs a heading into a paragraph.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.bundles.letterheads import Opening
from generator.bundles.pieces import Piece, columns, items, people, words_apart
from generator.bundles.runin import after_title, heading_end, headings_inside, title_ends, title_like
from generator.model import Line, LineStyle

_LONG = 160  # characters of a line that is a paragraph
_SIGNS = 2  # long lines with a heading run into them that show a text to be reflowed
_SENTENCE_END = re.compile(r"[.!?:][”\"’)]*$")
_LISTS = re.compile(r"^(?:bilag|handling|förslag till beslut|beslut|yrkande)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"(?<=\S)\s+(?=§\s*\d)")


def is_reflowed(lines: Sequence[Line]) -> bool:
    """Whether a text shows the signs: long lines, each a paragraph, that begin with a heading the paragraph was run into."""
    signs = 0
    for line in lines:
        if line.style == "text" and line.opens is None and len(line.text) >= _LONG and heading_end(line.text.strip()):
            signs += 1
            if signs >= _SIGNS:
                return True
    return False


def unfold(
    lines: Sequence[Line], heads: dict[int, Opening] | None = None, tables: Mapping[int, tuple[Line, ...]] | None = None
) -> tuple[tuple[Line, ...], ...]:
    """For each of ``lines`` of a reflowed text what was run together in it; ``heads`` tells which indexes are letterheads.

    ``tables`` has what stands in the place of the lines that a table took. No character but white space is lost, and what stood
    before another piece stands before it still, but for the columns of an office's letterhead, read one after the other, and
    the cells of a table.
    """
    heads, tables = heads or {}, tables or {}
    ends = title_ends([line.text.strip() for line in lines])
    made: list[tuple[Line, ...]] = []
    before = ""
    for index, line in enumerate(lines):
        if index in tables:
            made.append(tuple(piece for one in tables[index] for piece in _beside_table(one, before)))
            before = line.text.strip() or before
            continue
        if line.style != "text" or not line.text.strip():
            made.append((line,))
            continue
        text = line.text
        opens = _opens(before, text.strip())
        shift = len(text) - len(text.lstrip())
        pieces = _letterhead(text, heads[index]) if index in heads else _running(text, shift + ends.get(index, 0) if index in ends else 0)
        made.append(tuple(_lines(line, pieces, opens=opens)))
        before = text.strip()
    return tuple(made)


def _beside_table(line: Line, before: str) -> list[Line]:
    """A row as it is; text that stood on a row's line, cut as any other."""
    if line.style != "text":
        return [line]
    return _lines(line, _running(line.text, 0), opens=_opens(before, line.text.strip()))


def _opens(before: str, text: str) -> bool | None:
    """Whether a line begins a paragraph: not where the sentence before had not ended and it goes on in lower case."""
    if not before or _SENTENCE_END.search(before) or len(before) < _LONG:
        return True if not (before and text[0].islower() and not _SENTENCE_END.search(before)) else None
    return False if text[0].islower() else None


def _letterhead(text: str, opening: Opening) -> list[Piece]:
    if opening.sort in {"office", "party"}:
        # They are labels and names; "Yrkande" alone is no heading here.
        return [replace(piece, style="meta") for piece in (columns(text) if opening.sort == "office" else words_apart(text))]
    cuts = [0, *(match.end() for match in _PARAGRAPH.finditer(text)), len(text)]
    return [Piece(at, to) for at, to in itertools.pairwise(cuts) if text[at:to].strip()]


def _running(text: str, title: int) -> list[Piece]:
    """The pieces of a line of running text; ``title`` is where the title ends that it begins with, 0 for none known."""
    named = people(text)
    if named:
        return named
    lead = len(text) - len(text.lstrip())
    heads: list[tuple[int, int]] = []
    first = heading_end(text[lead:])
    if first:
        heads.append((lead, lead + first))
    titled = not first and title_like(text[lead:])
    heads.extend(headings_inside(text, title or lead + first, titled=titled))
    if title and not any(start == title for start, _ in heads):
        following = title + len(text[title:]) - len(text[title:].lstrip())
        after = heading_end(text[following:])
        if after and not any(start == following for start, _ in heads):
            heads.append((following, following + after))
    spans = set(heads)
    tail = after_title(text) if titled else 0
    edges = sorted({0, *(edge for span in spans for edge in span), *([title] if title else []), *([tail] if tail else []), len(text)})
    made: list[Piece] = []
    for start, end in itertools.pairwise(edges):
        if not text[start:end].strip():
            continue
        if (start, end) in spans:
            made.append(Piece(start, end, "heading"))
            continue
        under = text[made[-1].start : made[-1].end].strip() if made and made[-1].style == "heading" else ""
        made.extend(items(text, start, end, listed=bool(_LISTS.match(under))))
    return made


def _lines(line: Line, pieces: Sequence[Piece], *, opens: bool | None) -> list[Line]:
    if len(pieces) <= 1:
        style: LineStyle = pieces[0].style if pieces and pieces[0].style in {"heading", "meta"} else line.style
        return [replace(line, style=style, opens=opens)]
    made: list[Line] = []
    for number, piece in enumerate(pieces):
        raw = line.text[piece.start : piece.end]
        skipped = len(raw) - len(raw.lstrip()) if number else 0
        text = raw.rstrip() if number == 0 else raw.strip()
        offset = piece.start + skipped
        restored = tuple(
            replace(one, start=one.start - offset, end=one.end - offset)
            for one in line.restored
            if offset <= one.start and one.end <= offset + len(text)
        )
        level = 2 if piece.style == "heading" else 0
        made.append(replace(line, text=text, style=piece.style, level=level, restored=restored, opens=True if number else opens))
    return made
