"""What the office that prepares a matter tells of each body's answer: the rows of its table, and sentences with a sure subject.

A row of the table wins over a sentence about the same body. What the words do not state is "unclear"; a row that says that no
answer came is a claim about the body and no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import BodyClaim, Draft, Line, Mention, Place, Reported
from generator.parse.blocks import Block
from generator.parse.bodynames import is_body, is_generic, names_in_list
from generator.parse.reading import Reading
from generator.parse.tableheads import Columns, columns_of
from generator.parse.telling import name_key, told
from generator.parse.verdicts import verdict

_CUT = re.compile(r"(?:\b(?:för|och|samt|i|av|till|på)|-)$", re.IGNORECASE)  # the rest of the name stands elsewhere
_LONGEST_NAME = 90  # characters
_WHOLE_NAMES = ("nämnden för", "rådet för", "styrelsen för", "stiftelsen", "föreningen")


def reported(reading: Reading, draft: Draft) -> Draft:
    """Fill ``reported``, and add to ``body_claims``, from a paper that prepares the matter; any other draft comes back as it is."""
    if draft.kind != "response" or draft.role != "preparation":
        return draft
    made: list[Reported] = []
    claims: list[BodyClaim] = []
    for _, block in reading.blocks():
        if block.kind == "table":
            rows, silent = _rows(reading, block)
            made += rows
            claims += silent
    tabled = {name_key(one.mention.full) for one in made} | {name_key(one.mention.full) for one in claims}
    made += [one for one in told(reading, draft) if name_key(one.mention.full) not in tabled]
    return replace(draft, reported=tuple(made), body_claims=(*draft.body_claims, *claims))


def _rows(reading: Reading, block: Block) -> tuple[list[Reported], list[BodyClaim]]:
    """The answers and the claims that the rows of a table give; none where it is a table of something else."""
    made: list[Reported] = []
    claims: list[BodyClaim] = []
    anchor = reading.anchor(block)
    for line, cells, columns in _grouped(block.lines):
        stand = cells[columns.stand]
        comment = " ".join(cells[at] for at in columns.comments if at < len(cells) and cells[at])
        said = verdict(stand, comment)
        place = Place(block.place.file, line.page, line.number)
        quote = "\t".join(cells)
        for mention in _mentions(cells[columns.who], place):
            if said.silent:
                claims.append(BodyClaim(mention, "silent", quote))
                continue
            if said.value == "declined":
                claims.append(BodyClaim(mention, "declined", quote))
            made.append(Reported(mention, said.value, said.words, comment or said.rest, quote, place, anchor))
    return made, claims


def _grouped(lines: Sequence[Line]) -> Iterator[tuple[Line, tuple[str, ...], Columns]]:
    """The rows under a head that tells who and where they stand, with a row whose first cell is empty joined to the one before.

    A table without a head counts where its first column names bodies and its second says where each stands.
    """
    found: list[tuple[Line, tuple[str, ...], Columns]] = []
    columns: Columns | None = None
    if lines and not any(columns_of(line.cells) for line in lines) and _is_bare(lines):
        columns = Columns(0, 1, tuple(range(2, len(lines[0].cells))))
    for line in lines:
        cells = tuple(" ".join(cell.split()) for cell in line.cells)
        head = columns_of(cells)
        if head:
            columns = head
        elif columns and len(cells) > max(columns.who, columns.stand):
            if cells[columns.who] or not found:
                found.append((line, cells, columns))
            else:
                before = found[-1]
                joined = tuple(" ".join(filter(None, pair)) for pair in zip(before[1], cells, strict=False))
                found[-1] = (before[0], joined, columns)
    yield from found


def _is_bare(lines: Sequence[Line]) -> bool:
    """Whether every row of a table without a head begins with a body and says where it stands."""
    rows = [line.cells for line in lines]
    return len(rows) > 1 and all(len(cells) > 1 and is_body(cells[0].strip()) and verdict(cells[1]).value != "unclear" for cells in rows)


def _mentions(cell: str, place: Place) -> list[Mention]:
    """The bodies that a cell names: one as a rule, each of a list of them; none where it names none, or only half of one."""
    name = cell.rstrip(" .:*")
    if not name or _CUT.search(name) or len(name) > 3 * _LONGEST_NAME or is_generic(name) or not any(char.isalpha() for char in name):
        return []
    several = names_in_list(name)
    if len(several) > 1 and not name.lower().startswith(_WHOLE_NAMES) and all(is_body(one.full) for one in several):
        return [Mention(one.name, one.full, place) for one in several]
    return [Mention(name, name, place)] if len(name) <= _LONGEST_NAME else []
