"""A whole protocol of the council or the executive board → its paragraphs, each a document of its own.

Such minutes hold many matters, each under its number ("§ 35"). A paragraph about a motion becomes a part; what stands
between such paragraphs (the roll, other matters, lists of votes) stays together in parts that the archive keeps but does
not place. The lines that say whose minutes they are and from which day hold for every part.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.bundles.figures import measured
from generator.model import Document, Line, Part, Place
from generator.parse.headings import bare_heading
from generator.parse.meetings import PARAGRAPH, decides, meeting_head

_REFERENCE = re.compile(r"^\s*(?:,|\.(?!\s*[A-ZÅÄÖ])|;|den\b|och\b|samt\b|i\b|-|–\s*\d|\))")  # "§ 34, den 29 februari": not an opening
_LEADERS = re.compile(r"\.{3,}|…|(?:\s|\t){2,}\d{1,4}$")  # a line of a table of contents
_MOTION = re.compile(r"\bmotion(?:en|er)?\b(?!\w)", re.IGNORECASE)
# Minutes in short say what is decided without who decides: "Interpellationen anses besvarad."
_SETTLED = re.compile(r"^\w+(?:en|et|na)\s+(?:avslås|bifalls|bordläggs|återremitteras|godkänns|antas|fastställs|besvaras|läggs till handlingarna|anses (?:vara )?besvara[dt]\w*)\.?$", re.IGNORECASE)
_BARE = re.compile(r"^(?:§\s*\d{1,4}|\d{1,4}\s*§)\s*\.?$")
_ATTACHED = re.compile(r"^bilaga\s+\d{1,3}\b", re.IGNORECASE)
_TITLE_LINES = 7  # lines with text of a paragraph among which its title stands
_LONGEST = 200  # characters of the line that opens a paragraph
_LEAST = 2  # paragraphs that make a protocol
_QUOTE = 300


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    motion: bool


def paragraphs(document: Document) -> tuple[Document, ...]:
    """The parts of a protocol that holds several paragraphs; an empty tuple for any other document."""
    starts = _starts(document.lines)
    if len(starts) < _LEAST:
        return ()
    head = meeting_head(document.lines[: starts[0] + 1]) or meeting_head(document.lines)
    if not head:
        return ()
    bounds = [*starts, len(document.lines)]
    pieces = [_Piece(0, motion=False)] if starts[0] else []
    for start, end in itertools.pairwise(bounds):
        about = _about_motion(document.lines[start:end])
        attached = next((at for at in range(start + 1, end) if _ATTACHED.match(document.lines[at].text.strip())), None)
        pieces.append(_Piece(start, motion=about))
        if about and attached and end == len(document.lines):
            pieces.append(_Piece(attached, motion=False))
    kept = [piece for at, piece in enumerate(pieces) if piece.motion or at == 0 or pieces[at - 1].motion]
    if not any(piece.motion for piece in kept):
        return ()
    return tuple(_cut(document, kept, head))


def _starts(lines: Sequence[Line]) -> list[int]:
    """The indexes of the lines that open a paragraph in which something is decided, their numbers rising."""
    candidates = []
    for at, line in enumerate(lines):
        text = " ".join(line.text.split())
        found = PARAGRAPH.match(text)
        if found and line.style != "row" and len(text) <= _LONGEST and not _REFERENCE.match(text[found.end() :]) and not _LEADERS.search(line.text.strip()):
            candidates.append((at, int(found["number"] or found["before"] or found["word"])))
    made: list[int] = []
    last = 0
    for number, (at, value) in enumerate(candidates):
        end = candidates[number + 1][0] if number + 1 < len(candidates) else len(lines)
        bare = _BARE.match(lines[at].text.strip()) is not None
        if value > last and any(decides(bare_heading(line.text)) or (bare and _SETTLED.match(line.text.strip())) for line in lines[at:end]):
            made.append(at)
            last = value
    return made


def _about_motion(lines: Sequence[Line]) -> bool:
    """Whether the title of a paragraph speaks of one motion."""
    title: list[str] = []
    for line in lines:
        text = line.text.strip()
        if decides(bare_heading(text)) or len(title) >= _TITLE_LINES:
            break
        if text:
            title.append(text)
    found = _MOTION.search(" ".join(title))
    return found is not None and not found.group().lower().endswith("er")


def _cut(document: Document, pieces: Sequence[_Piece], head: tuple[Line, ...]) -> list[Document]:
    made = []
    for number, piece in enumerate(pieces, 1):
        end = pieces[number].start if number < len(pieces) else len(document.lines)
        own = document.lines[piece.start : end]
        texts = [" ".join(line.text.split()) for line in own if line.text.strip()]
        part = Part(
            number, "minutes" if piece.motion else "other", _place(document, own[0]), _place(document, own[-1]), " ".join(texts[:2])[:_QUOTE], head
        )
        made.append(measured(replace(document, lines=own, part=part)))
    return made


def _place(document: Document, line: Line) -> Place:
    return Place(document.file, line.page, line.number)
