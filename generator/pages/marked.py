"""The text of passages as pages show it: restored and doubtful words marked, tables in rows and cells."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.model import Passage, Restored
from generator.pages.escape import escape

# Words that stand over a column in municipal tables. A first row is a heading only where one of them begins a cell of it and
# every cell is a few words: a table does not say itself which row names its columns.
_HEADS: Final = re.compile(
    r"^(?:(?:remiss)?instans(?:er)?|nämnd(?:/bolag)?|bolag|förvaltning|parti|namn|titel|roll|funktion|beslut|ställningstagande|svar|yttrande|"
    r"kommentar(?:er)?|synpunkter|sammandrag|förslag|yrkande|åtgärd(?:er)?|ansvarig|datum|tid|tidpunkt|år|period|belopp|kostnad(?:er)?|"
    r"pris|summa|antal|andel|status|nr|område|ämne|rubrik|aktivitet|mål|indikator|utfall|budget|prognos|bilaga|ärende)\b",
    re.IGNORECASE,
)
_FEW: Final = 6  # words of a cell that may head a column


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table, padded to the table's width; ``heads`` if its cells name the columns."""

    cells: tuple[Markup, ...]
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch ``[start:end]`` of a passage that says what stands elsewhere too, with what to say of it and an address.

    ``kind``: "motion" for words of the motion, "shared" for words of other answers.
    """

    start: int
    end: int
    kind: str
    hint: str
    target: str


def text(passage: Passage, marks: Sequence[Mark] = (), link: Callable[[str], Markup] | None = None, *, lean: bool = False) -> Markup:
    """A passage's text with its restored words marked; each keeps what the source has in ``data-original``.

    ``marks`` are stretches in order that do not overlap; after each stands a link made by ``link``. No letter is added.
    ``lean``, for a page with very many of them, says what the source has once where it else stands twice.
    """
    made: list[Markup] = []
    at, whole = 0, (0, len(passage.text))
    for mark in marks:
        if mark.start < at or mark.end > len(passage.text) or mark.start >= mark.end or _cuts(mark, passage.restored):
            continue
        made.append(_marked(passage, at, mark.start, whole, lean=lean))
        made.append(Markup('<span class="same same-{}">{}</span>').format(mark.kind, _marked(passage, mark.start, mark.end, whole, lean=lean)))
        if link:
            made.append(Markup('<a class="same-link" href="{}" aria-label="{}"></a>').format(link(mark.target), escape(mark.hint)))
        at = mark.end
    made.append(_marked(passage, at, len(passage.text), whole, lean=lean))
    return Markup("").join(made)


def _cuts(mark: Mark, restored: Sequence[Restored]) -> bool:
    """Whether a mark begins or ends inside a restored word, which would then lose its own mark."""
    return any(word.start < edge < word.end for word in restored for edge in (mark.start, mark.end))


def rows(passage: Passage, *, lean: bool = False) -> tuple[TableRow, ...]:
    """The rows of a table passage, restored words marked; empty rows are left out."""
    made: list[tuple[Markup, ...]] = []
    at = 0
    written = passage.text.split("\n")
    width = max(row.count("\t") for row in written) + 1
    for row in written:
        cells: list[Markup] = []
        for cell in row.split("\t"):
            cells.append(_marked(passage, at, at + len(cell), lean=lean))
            at += len(cell) + 1
        if any(cells):
            made.append((*cells, *itertools.repeat(Markup(""), width - len(cells))))
    headed = len(made) > 1 and _is_heading(next(row for row in written if row.strip()), width)
    return tuple(TableRow(cells, headed and not index) for index, cells in enumerate(made))


def _is_heading(row: str, width: int) -> bool:
    cells = row.split("\t")
    if width < 2 or len(cells) < width or len(set(cells)) < len(cells):
        return False
    plain = all(cell and len(cell.split()) <= _FEW and cell[0].isalpha() and not cell.endswith((".", ":", "?")) for cell in cells)
    return plain and any(_HEADS.match(cell) for cell in cells)


def _marked(passage: Passage, start: int, end: int, within: tuple[int, int] | None = None, *, lean: bool = False) -> Markup:
    """The part of a passage from ``start`` to ``end``; ``within`` is the stretch that it is a piece of, where that is longer."""
    first, last = within or (start, end)
    made: list[Markup] = []
    at = start
    for word in sorted(passage.restored, key=lambda restored: restored.start):
        if word.start < at or word.end > end or word.end <= word.start:
            continue  # an overlap or a span outside the text would lose or repeat letters
        made.append(escape_part(passage.text, at, word.start, first, last))
        hint = _hint(word, passage.text[word.start : word.end])
        made.append(
            Markup('<span class="restored{}" tabindex="0"{} aria-description="{}">{}</span>').format(
                _look(word),
                "" if lean else Markup(' data-original="{}"').format(escape(hint)),
                escape(hint),
                escape_part(passage.text, word.start, word.end, first, last),
            )
        )
        at = word.end
    made.append(escape_part(passage.text, at, end, first, last))
    return Markup("").join(made)


def _look(word: Restored) -> str:
    """A class beside "restored": a word read with doubt is told from one whose letters were restored."""
    if word.by == "ocr":
        return " doubtful"
    return "" if word.sure else " unsure"


def _hint(word: Restored, shown: str) -> str:
    if word.by == "ocr":
        return "Ordet är läst ur en bild, och läsningen är osäker."
    if word.original == shown:
        return f"Så står det i källan: ”{word.original}”. Ordet kan vara fel läst."
    return f"I källan: ”{word.original}”" + ("" if word.sure else ". Återställningen är osäker.")


def escape_part(whole: str, start: int, end: int, first: int = 0, last: int | None = None) -> Markup:
    """A part of a text, escaped; its outer spaces stay readable where the part lies within ``first`` and ``last``."""
    last = len(whole) if last is None else last
    part = whole[start:end]
    inner = part.strip(" ")
    if not inner:
        return Markup(" ") if part == " " else escape(part)
    before = len(part) - len(part.lstrip(" "))
    after = len(part) - len(part.rstrip(" "))
    lead = Markup(" ") if before == 1 and start > first else escape(" " * before)
    tail = Markup(" ") if after == 1 and end < last else escape(" " * after)
    return Markup("").join((lead, escape(inner), tail))
