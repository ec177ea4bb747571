"""Tables of which no gap is left: one cell a line, or a row with nothing but single spaces between its cells.

Only what is known by its words shows where a row begins: the whole name of a body that was asked, and right after it words that
say where it stands. Where a name stands alone without such words, or a body comes twice, the table is left as it stood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.bundles.asked import Names, key
from generator.bundles.cells import Row, Setting
from generator.bundles.grids import Cell
from generator.bundles.tablerows import Table
from generator.model import Line
from generator.parse.bodynames import is_body
from generator.parse.tableheads import STAND, WHO
from generator.parse.verdicts import verdict

_MORE = r"(?:kommentar(?:er)?|motivering(?:ar)?|synpunkter|skäl|sammanfattning|övrigt|anmärkning(?:ar)?)"
_WHO = re.compile(WHO, re.IGNORECASE)
_STAND = re.compile(STAND, re.IGNORECASE)
_COMMENT = re.compile(_MORE, re.IGNORECASE)
_LINE = re.compile(rf"\s*(?P<who>{WHO})\s+(?P<stand>{STAND})(?:\s+(?P<more>{_MORE}))?\s*", re.IGNORECASE)
# What may stand in a column of decisions without being a stance, to know it for a cell of that column.
_NO_STANCE = re.compile(r"(?:ingen erinran|(?:inget|intet) att erinra|inga synpunkter|ingen synpunkt)\b", re.IGNORECASE)
# The few words that say where a body stands at the beginning of a row, with a comment or nothing after them.
_RUN = re.compile(
    r"(?:(?:tillstyrker|avstyrker|tillstyrks|avstyrks)(?: (?:delvis|motionen))?|(?:till|av)styrkt|delvis (?:tillstyrk|bifall|avslag|avstyrk)\w*|anses? besvarad|besvarad|bifall|avslag|"
    r"avstår(?: från (?:att )?(?:ta ställning|ställningstagande|yttra sig|svara|yttrande))?|(?:tar (?:inte|ej) ställning)|inget (?:ställningstagande|svar|yttrande)|"
    r"(?:ej|inte) svarat|ingen erinran|inget att erinra|inga synpunkter)(?=\.?$|\.? [A-ZÅÄÖ–-])",
    re.IGNORECASE,
)
_STANCE = re.compile(r"[A-ZÅÄÖ]\w+(?: \w+){0,3}")  # a line that is a cell of its own, and no sentence
_ENDED = re.compile(r"[.!?][”\"’)]*$")
_NAME_LINES = 4  # lines that a name may stand on
_LONGEST = 60  # characters of a cell that says where a body stands
_PAUSE = 12  # lines without a row before the table is over


@dataclass(slots=True)
class _Stack:
    """A table while its lines are read: those with text from its head on, and what each row took of them."""

    place: Setting
    wide: bool  # it has a column of comments
    rows: list[Row] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def whole(self, index: int, column: int, start: int = 0, end: int | None = None) -> Cell:
        text = self.place.lines[index].text
        return Cell(column, index, start + len(text[start:end]) - len(text[start:end].lstrip()), len(text[:end].rstrip()))

    def text(self, index: int) -> str:
        return " ".join(self.place.lines[index].text.split())


def begins(lines: Sequence[Line], at: int) -> bool:
    """Whether the head of such a table may begin on ``lines[at]``."""
    text = lines[at].text.strip()
    return lines[at].style == "text" and bool(_WHO.fullmatch(text.rstrip(":")) or _LINE.fullmatch(text))


def stacked(place: Setting, at: int, end: int, over: Callable[[str], bool]) -> Table | None:
    """The table whose head begins on line ``at``; None where a row of it is not sure. ``over``: whether a text comes after any table."""
    lines = place.lines
    if not place.names:
        return None
    filled = [index for index in range(at, end) if lines[index].text.strip()]
    head = _head(lines, filled)
    if head is None:
        return None
    made = _Stack(place, wide=len(head) > 2)
    if not _read(made, filled[len({cell.index for cell in head}) :], over):
        return None
    table = Table(place, tuple(range(len(head))), head, rows=made.rows, ordered=True)
    table.taken = {cell.index for cell in head} | {cell.index for row in made.rows for cell in row.cells}
    return table


def _head(lines: Sequence[Line], filled: Sequence[int]) -> tuple[Cell, ...] | None:
    """The cells of a head on one line, or on two or three lines under each other."""
    first = filled[0]
    on_line = _LINE.fullmatch(lines[first].text)
    if on_line:
        names = ("who", "stand", "more") if on_line["more"] else ("who", "stand")
        return tuple(Cell(column, first, *on_line.span(name)) for column, name in enumerate(names))
    made: list[Cell] = []
    for column, (pattern, index) in enumerate(zip((_WHO, _STAND, _COMMENT), filled, strict=False)):
        text = lines[index].text
        if lines[index].style != "text" or not pattern.fullmatch(text.strip().rstrip(":")):
            break
        made.append(Cell(column, index, len(text) - len(text.lstrip()), len(text.rstrip())))
    return tuple(made) if len(made) > 1 else None


def _read(made: _Stack, filled: Sequence[int], over: Callable[[str], bool]) -> bool:
    """Read the rows on the lines ``filled``; False where one is not sure, or none is there."""
    position, waiting, apart = 0, list[int](), False
    while position < len(filled) and len(waiting) <= _PAUSE:
        index = filled[position]
        row = _row(made, filled[position : position + _NAME_LINES + 2], free=_is_free(made, waiting, filled, position))
        if row is None:
            return False
        if row.name:
            name = key(made.place.text(row.name))
            if name in made.seen or (waiting and not made.wide):
                return False
            made.seen.add(name)
            if made.rows:
                made.rows[-1].tails.extend(made.whole(one, 2) for one in waiting)
            waiting = []
            made.rows.append(row)
            position += len({cell.index for cell in row.cells})
            apart = len({cell.index for cell in row.cells}) > 1 and _blank(filled, position - 1)
            continue
        if not made.rows or made.place.lines[index].style != "text" or over(made.text(index)):
            break
        if verdict(made.text(index)).value != "unclear" and _STANCE.fullmatch(made.text(index)):
            return False  # where somebody stands, whose name is not known: a row began somewhere before
        waiting.append(index)
        position += 1
    if made.rows and made.wide:
        made.rows[-1].tails.extend(made.whole(one, 2) for one in _trailing(made, waiting, apart=apart))
    return bool(made.rows)


def _blank(filled: Sequence[int], position: int) -> bool:
    """Whether an empty line stands before the line at ``position``."""
    return position > 0 and filled[position] - filled[position - 1] > 1


def _is_free(made: _Stack, waiting: Sequence[int], filled: Sequence[int], position: int) -> bool:
    """Whether a row may begin here: after a head, a whole row, a sentence that ended, or an empty line."""
    return not made.rows or not waiting or _blank(filled, position) or bool(_ENDED.search(made.text(waiting[-1])))


def _row(made: _Stack, ahead: Sequence[int], *, free: bool) -> Row | None:
    """The row that begins on the first of the lines ``ahead``; one without a name where none does, None where that is not sure."""
    first = ahead[0]
    for count in range(min(_NAME_LINES, len(ahead)), 0, -1):
        name = [made.whole(index, 0) for index in ahead[:count]]
        if not _is_known(made.place.names, made.place.text(name)):
            continue
        if not free:
            return Row(first)
        stand = made.text(ahead[count]) if len(ahead) > count else ""
        if not _says(stand):
            return None
        return Row(first, name, [made.whole(ahead[count], 1)])
    return _run(made, first) if free else Row(first)


def _run(made: _Stack, index: int) -> Row:
    """A row on one line with single spaces: a whole name, words that say where it stands, and a comment or nothing."""
    text = made.place.lines[index].text.rstrip()
    for space in reversed([match.start() for match in re.finditer(r"\s+", text) if match.start()]):
        stand = _RUN.match(text[space:].lstrip())
        if stand and _is_known(made.place.names, text[:space]):
            start = len(text) - len(text[space:].lstrip())
            cut = start + stand.end() + (text[start + stand.end() : start + stand.end() + 1] == ".")
            rest = text[cut:].strip()
            if rest and not made.wide:
                continue
            return Row(index, [made.whole(index, 0, 0, space)], [made.whole(index, 1, space, cut)], [made.whole(index, 2, cut)] if rest else [])
    return Row(index)


def _is_known(names: Names, text: str) -> bool:
    """Whether ``text`` is the whole name of a body that was asked, also one with "och" in it that a list of names was cut at."""
    if not text[:1].isupper() or _ENDED.search(text):
        return False
    if key(text) in names.keys:
        return True
    left, _, right = text.partition(" och ")
    return is_body(text) and (key(text) in names.loose or (not is_body(left) and key(left) in names.keys and key(right) in names.keys))


def _says(text: str) -> bool:
    """Whether a line is a cell that says where a body stands."""
    said = verdict(text)
    return len(text) <= _LONGEST and (said.value != "unclear" or said.silent or bool(_NO_STANCE.match(text)))


def _trailing(made: _Stack, waiting: Sequence[int], *, apart: bool) -> list[int]:
    """Those of the lines after the last row's decision that are its comment: up to an empty line."""
    if not waiting:
        return []
    last = max(cell.index for cell in made.rows[-1].cells)
    commented = len(made.rows) > 1 and all(row.tails for row in made.rows[:-1])
    if waiting[0] - last > 1 and not (apart and commented):
        return []
    kept = [waiting[0]]
    for index in waiting[1:]:
        if index - kept[-1] > 1:
            break
        kept.append(index)
    return kept
