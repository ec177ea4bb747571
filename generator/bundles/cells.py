"""The cells of a table that was set with spaces: their pieces joined, and words that hang on to another cell's text sorted out.

A line that held one column only has no gap to tell which. Only what is known by its words is taken out of the running text of
the last column: the rest of a name that was asked, and the phrases that decisions are made of ("Översänder …", "Yrkande S").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.bundles.asked import Names, key
from generator.bundles.grids import Cell
from generator.bundles.phrases import phrases
from generator.model import Line
from generator.swedish.joining import Joined, hyphenated, join
from generator.swedish.words import words

_WORD = re.compile(r"\S+")
_ENDED = re.compile(r"[.!?][”\"’)]*$")
_NEAR = 400  # lines around a table whose words are known
_TWO = 2  # columns of a table without comments
_PIECES = 3  # lines over which the rest of a name may stand
_PATHS = 200  # ways to begin a name that are followed
_NAME_WITHIN = 400  # characters of a row's text in which the rest of its name may stand


@dataclass(slots=True)
class Row:
    """A row while its stretches are gathered. ``index``: the line that it begins on; ``broken``: it holds what cannot be its own."""

    index: int
    name: list[Cell] = field(default_factory=list)
    stand: list[Cell] = field(default_factory=list)
    tails: list[Cell] = field(default_factory=list)
    broken: bool = False

    @property
    def cells(self) -> list[Cell]:
        """All of its stretches, in the order in which they stood."""
        return sorted([*self.name, *self.stand, *self.tails], key=lambda cell: (cell.index, cell.start))


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a table: its lines, the bodies asked, and the words that stand whole near it, in lower case."""

    lines: Sequence[Line]
    names: Names
    known: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()

    def joined(self, cells: Sequence[Cell]) -> Joined:
        """The words of ``cells`` in the order in which they stood; a word that a narrow cell cut in two is one again."""
        made: list[Line] = []
        for cell in sorted(cells, key=lambda one: (one.index, one.start)):
            piece = stretch(self.lines[cell.index], cell)
            if made and piece.text and self._is_cut(made[-1].text, piece.text):
                made[-1] = _glued(made[-1], piece)
            elif piece.text:
                made.append(piece)
        return join(made, self.whole)

    def text(self, cells: Sequence[Cell]) -> str:
        """The words of ``cells`` as one text."""
        return self.joined(cells).text

    def _is_cut(self, before: str, after: str) -> bool:
        """Whether a line ended inside a word: the two halves are a word that stands whole near by, and the first is none."""
        head, tail = before.rsplit(maxsplit=1)[-1].lower(), after.split(maxsplit=1)[0].lower().rstrip(".,;:")
        return after[0].islower() and head.isalpha() and head not in self.known and head + tail in self.known


def setting(lines: Sequence[Line], first: int, end: int, names: Names) -> Setting:
    """The setting of a table in ``lines[first:end]``."""
    near = lines[first : min(end, first + _NEAR)]
    known = frozenset(word.text.lower() for line in near for word in words(line.text) if len(word.text) > 1)
    # A half that stands in a cell of its own is among the words too; only those that stand in running text count.
    text = "\n".join(line.text.lower() for line in near)
    halves = {match.group(1) for match in re.finditer(r"(\w+) {3,}", text)}
    often = {word for word, count in Counter(re.findall(r"(?<=\s)\w+(?= (?! ))", text)).items() if count and word in halves}
    return Setting(lines, names, known - frozenset(halves - often), hyphenated(near))


def separated(place: Setting, row: Row, columns: int) -> None:
    """Move what hangs on to the text of ``row``'s last column, of ``columns``, to those that it is of, where its words tell."""
    if columns == _TWO:
        row.tails, row.stand = row.stand, []  # its decisions are the last column
    tokens = _tokens(place, row.tails)
    taken = _rest_of_name(place, row, tokens)
    if not taken and columns > _TWO:
        taken = _rest_of_name(place, row, _tokens(place, row.stand)[1:])
        row.stand = _merged([token for token in _tokens(place, row.stand) if not any(_within(token, cell) for cell in taken)])
    row.name += taken
    if columns == _TWO:
        row.stand, row.tails = _merged([token for token in tokens if not any(_within(token, cell) for cell in taken)]), []
        return
    left = [token for token in _tokens(place, row.tails) if not any(_within(token, cell) for cell in taken)]
    known = _tokens(place, row.stand)
    stream = sorted([*((token, False) for token in left), *((token, True) for token in known)], key=lambda one: (one[0].index, one[0].start))
    found = phrases([(_word(place, token), fixed) for token, fixed in stream], [_far(stream, at) for at in range(len(stream))])
    moved = [stream[at][0] for at in found if not stream[at][1]]
    spent = set(moved)
    moved += _hanging(place, row, [token for token in left if token not in spent])
    row.stand += _merged([replace(cell, column=1) for cell in moved])
    gone = {(cell.index, cell.start) for cell in (*moved, *_tokens(place, taken))}
    row.tails = _merged([token for token in tokens if (token.index, token.start) not in gone])


def _hanging(place: Setting, row: Row, tokens: Sequence[Cell]) -> list[Cell]:
    """The words at the very end that go on with a decision that had not ended: they begin in lower case after the comment ended."""
    decision = place.text(row.stand)
    if not tokens or not decision or _ENDED.search(decision):
        return []
    ends = [at for at, token in enumerate(tokens[:-1]) if _ENDED.search(_word(place, token))]
    return list(tokens[ends[-1] + 1 :]) if ends and _word(place, tokens[ends[-1] + 1])[0].islower() else []


def _far(stream: Sequence[tuple[Cell, bool]], at: int) -> bool:
    """Whether a word does not follow the one before it on the same line of the source."""
    return at == 0 or stream[at][0].index != stream[at - 1][0].index or stream[at][0].start - stream[at - 1][0].end > 1


def _tokens(place: Setting, cells: Sequence[Cell]) -> list[Cell]:
    made = []
    for cell in sorted(cells, key=lambda one: (one.index, one.start)):
        text = place.lines[cell.index].text
        made += [Cell(cell.column, cell.index, match.start(), match.end()) for match in _WORD.finditer(text, cell.start, cell.end)]
    return made


def _word(place: Setting, token: Cell) -> str:
    return place.lines[token.index].text[token.start : token.end]


def _within(token: Cell, cell: Cell) -> bool:
    return token.index == cell.index and cell.start <= token.start and token.end <= cell.end


def _rest_of_name(place: Setting, row: Row, tokens: Sequence[Cell]) -> list[Cell]:
    """The words among ``tokens`` that make the row's name whole; empty where it is whole, or where they cannot be told.

    They may stand on several lines, each the rest of a line of the comment apart from the one before.
    """
    name = place.text(row.name)
    if not place.names or place.names.complete(name):
        return []
    walked, near = 0, []
    for token in tokens:
        walked += token.end - token.start + 1
        if walked > _NAME_WITHIN:
            break
        near.append(key(_word(place, token)))
    for rest in place.names.rests(name):
        found = _pieces(near, rest)
        if found:
            return _merged([replace(tokens[at], column=0) for at in found])
    return []


def _pieces(words_near: Sequence[str], rest: str) -> list[int]:
    """The positions of the words that make up ``rest`` in their order, in as few pieces as may be; empty where they do not."""
    paths: list[tuple[list[int], str]] = [([], rest)]
    for _ in range(_PIECES):
        begun: list[tuple[list[int], str]] = []
        for path, left in paths:
            for start in range(path[-1] + 2 if path else 0, len(words_near)):
                made, wanted, at = list(path), left, start
                while at < len(words_near) and words_near[at] and wanted.startswith(words_near[at]):
                    made.append(at)
                    wanted = wanted[len(words_near[at]) :]
                    if not wanted:
                        return made
                    at += 1
                if len(made) > len(path):
                    begun.append((made, wanted))
        paths = begun[:_PATHS]
    return []


def _merged(tokens: Sequence[Cell]) -> list[Cell]:
    """Words as stretches: those that follow each other on a line, and in the same column, as one."""
    made: list[Cell] = []
    for token in sorted(tokens, key=lambda one: (one.index, one.start)):
        last = made[-1] if made else None
        if last and last.index == token.index and last.column == token.column and token.start - last.end == 1:
            made[-1] = replace(last, end=token.end)
        else:
            made.append(token)
    return made


def stretch(line: Line, cell: Cell) -> Line:
    """The stretch of a line as a line of its own, without white space at its ends."""
    raw = line.text[cell.start : cell.end]
    start = cell.start + len(raw) - len(raw.lstrip())
    text = raw.strip()
    restored = tuple(
        replace(mark, start=mark.start - start, end=mark.end - start)
        for mark in line.restored
        if start <= mark.start and mark.end <= start + len(text)
    )
    return replace(line, text=text, restored=restored)


def _glued(before: Line, after: Line) -> Line:
    by = len(before.text)
    marks = tuple(replace(mark, start=mark.start + by, end=mark.end + by) for mark in after.restored)
    return replace(before, text=before.text + after.text, restored=before.restored + marks)
