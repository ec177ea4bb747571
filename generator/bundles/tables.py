"""Tables that were set with spaces, put back into rows: who was asked, what each decided, and why.

The office's table of answers is known by its head. In text whose lines were joined its columns interleave; in text as it was
laid out they stand under each other. Both are cut where the widths of the columns say so (``grids``, ``laid``), and the names of
the bodies asked tell where a row begins. A table that cannot be cut so is left as it stood: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.bundles.asked import names_asked
from generator.bundles.cells import setting
from generator.bundles.grids import GAP, Cell, begins_with_stance, moved, narrowed, strips, surely_opens
from generator.bundles.heads import Head, head_of, is_head
from generator.bundles.laid import barred, laid
from generator.bundles.pressed import pressed
from generator.bundles.runin import heading_end
from generator.bundles.stacked import begins, stacked
from generator.bundles.tablerows import Table, of_decision
from generator.model import Line
from generator.parse.furniture import furniture
from generator.parse.headings import heading_kind, is_attachments
from generator.parse.verdicts import FORWARDS, REMARK

_ASKED_BEFORE = 60  # lines before a table in which the bodies asked may be named
_PAUSE = 15  # paragraphs without a column before the table is over
_CAPITAL = re.compile(r"(?<=\S )[A-ZÅÄÖ](?=[a-zåäö])")
_HEADING = 160  # characters in which a heading shows itself
_ENDED = re.compile(r"[.!?:;][”\"’)]*$")


def tabled(lines: Sequence[Line], stops: Sequence[int] = ()) -> dict[int, tuple[Line, ...]]:
    """By the index of each line that a table took: the lines that stand in its place, rows on the line where they begin.

    ``stops`` are the indexes at which another document begins. Empty where ``lines`` hold no table that can be cut.
    """
    made: dict[int, tuple[Line, ...]] = {}
    heads = [at for at, line in enumerate(lines) if line.style == "text" and (is_head(line.text) or begins(lines, at))]
    if not heads:
        return {}
    number = max((line.level for line in lines if line.style == "row"), default=0)
    aside = frozenset(furniture(lines))
    for at in heads:
        if at in made:
            continue
        end = min((stop for stop in stops if stop > at), default=len(lines))
        table = barred(lines, at, end) or _stacked(lines, at, end) or _spaced(lines, at, end, aside)
        if table:
            number += 1
            made.update(table.delivered(number))
    return made


def _spaced(lines: Sequence[Line], at: int, end: int, aside: Collection[int]) -> Table | None:
    """The table set with spaces whose head begins ``lines[at]``; None where its rows cannot be told."""
    first = max(0, at - _ASKED_BEFORE)
    names = names_asked(_paragraphs(lines[first : at + 1]))
    head = head_of(lines[at].text, at, names)
    if head is None:
        return None
    if lines[at].text[: head.indent].strip() and head.end == len(lines[at].text.rstrip()):
        return None  # words after a sentence are a head only with a row after them
    over = [index for index in range(at + 1, end) if _ends(lines[index].text.strip())]
    table = laid(lines, at, end, head, names, aside, over) or pressed(lines, at, end, head, names, aside, over)
    if table is None:
        table = Table(setting(lines, first, end, names), head.columns, head.cells)
        table.taken.add(at)
        if lines[at].text[: head.indent].strip():
            table.before = Cell(0, at, 0, head.indent)
        _joined(table, at, head, end, aside)
    table.finish()
    return table if table.rows else None


def _stacked(lines: Sequence[Line], at: int, end: int) -> Table | None:
    """The table of one cell a line, or without gaps, whose head begins ``lines[at]``; None where there is none that is sure."""
    if not begins(lines, at):
        return None
    first = max(0, at - _ASKED_BEFORE)
    return stacked(setting(lines, first, end, names_asked(_paragraphs(lines[first:at]))), at, end, _ends)


def _paragraphs(lines: Sequence[Line]) -> list[str]:
    """The texts of ``lines``, those that follow each other without an empty line joined."""
    made: list[str] = []
    apart = True
    for line in lines:
        text = line.text.strip()
        if text and not apart and line.opens is not True:
            made[-1] += f" {text}"
        elif text:
            made.append(text)
        apart = not text
    return made


def _ends(text: str) -> bool:
    """Whether a paragraph begins what comes after a table: a heading that no cell holds."""
    if not text or REMARK.match(text) or FORWARDS.match(text):
        return False
    return bool(heading_end(text)) or heading_kind(text) is not None or is_attachments(text)


def _joined(table: Table, at: int, head: Head, end: int, aside: Collection[int]) -> None:
    """Read the rows of a table whose lines were joined, from the end of its head on."""
    lines = table.lines
    if head.end < len(lines[at].text.rstrip()) and not _paragraph(table, at, head.end, []):
        return
    waiting: list[int] = []
    ended = at in table.after
    for index in range(at + 1, end):
        text = lines[index].text
        if not text.strip() or index in aside:
            continue
        if lines[index].style != "text" or len(waiting) > _PAUSE:
            break
        begin = len(text) - len(text.lstrip())
        ended = ended or _ends(text.strip())
        if ended and is_head(text):
            break  # a table of its own
        if ended and not surely_opens(text, begin, table.names):
            # A comment may begin as a heading does: only a row that surely is one shows that the table was not over.
            waiting.append(index)
            continue
        ended = False
        again = head_of(text, index, table.names, table.columns) if table.rows else None
        if again:
            _flush(table, waiting)
            table.heads[index] = again.cells
            table.taken.add(index)
            begin = again.end
            if begin >= len(text.rstrip()):
                continue
        if GAP.search(text, begin) and _paragraph(table, index, begin, waiting):
            ended = index in table.after
            continue
        if not table.rows:
            return
        if again:
            break
        waiting.append(index)
    _trail(table, waiting)


def _paragraph(table: Table, index: int, begin: int, waiting: list[int]) -> bool:
    """Add the lines of a paragraph to the table; False where it has none of its columns, and then nothing is added.

    The paragraphs of one column before it (``waiting``) are the open row's: a line of the table follows them.
    """
    whole = table.lines[index].text
    text = whole[: _heading_inside(whole, begin)]
    columns = moved(text, begin, table.columns, table.names)
    set_at = narrowed(text, begin, columns, table.names) if table.rows else columns
    found = strips(index, text, begin, set_at, table.names, table.opened)
    opens = bool(found) and found[0].stretch(0) is not None and found[0].stretch(1) is not None
    if not found or (not table.rows and not opens):
        return False
    if waiting and not any(strip.stretch(1) or (strip.stretch(0) and len(strip.cells) > 1) for strip in found):
        return False
    _flush(table, waiting)
    table.columns = columns
    for strip in found:
        table.add(strip)
    table.taken.add(index)
    if len(text) < len(whole):
        table.after[index] = Cell(0, index, len(text), len(whole))
    return True


def _heading_inside(text: str, begin: int) -> int:
    """Where a heading of two words or more was run into a row's text, and with it what comes after the table; else the end."""
    for match in _CAPITAL.finditer(text, begin):
        length = heading_end(text[match.start() : match.start() + _HEADING])
        if " " in text[match.start() : match.start() + length].strip() and not REMARK.match(text, match.start()):
            return match.start()
    return len(text)


def _flush(table: Table, waiting: list[int]) -> None:
    for index in waiting:
        table.whole(index)
    waiting.clear()


def _trail(table: Table, waiting: list[int]) -> None:
    """Take the paragraphs after the last row that surely are its own, and leave the others after the table."""
    for number, index in enumerate(waiting):
        text = table.lines[index].text.strip()
        cells = table.rows[-1].cells
        goes_on = text[0].islower() and not _ENDED.search(table.text(cells[-1:]))
        more = of_decision(text) or goes_on or (table.last == 1 and begins_with_stance(text))
        if _ends(text) or not more:
            _flush(table, waiting[:number])
            return
    _flush(table, waiting)
