"""What the comparison's table is made of: columns, and lines of finished cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.compare.rows import Row
from generator.model import Fact, ReferralState, Signatory, Stance

STANCE: Final = "hallning"
PROPOSAL: Final = "forslag"
DECISION: Final = "beslut"
SIGNED: Final = "undertecknat"
DATE: Final = "datum"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key (part of its cells' addresses), its heading, and the number of the demand it is about (0: none)."""

    key: str
    heading: str
    demand: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """Something beside a cell's own words, with where it stands: a party's reservation, another paper's word of the answer."""

    text: str
    page: str = ""  # the id of the response (or motion) on whose page it stands
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sentence that lies nearest to a demand, which is no stated stance: as shown, whole, and where it stands."""

    quote: str
    whole: str
    page: str
    passage: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell.

    ``word`` is the word of its stance or state, "" in cells that have none. ``basis`` says how that is known where the answer
    itself does not state it, ``reason`` why. ``quote`` is what is shown, with " …" where it is cut; ``whole`` is all of it.
    ``page`` and ``passage`` are where that stands, also where no words are shown. ``verbatim``: it stands so in a document;
    an editor's own words do not. ``nearest`` is what in the answer lies nearest to the demand, ``score`` how near (0..1).
    """

    column: Column
    stance: Stance | None = None
    word: str = ""
    basis: str = ""
    reason: str = ""
    reason_date: str = ""
    quote: str = ""
    whole: str = ""
    page: str = ""
    passage: str = ""
    score: float = 0.0
    nearest: Nearest | None = None
    verbatim: bool = True
    signatories: tuple[Signatory, ...] = ()
    date: Fact | None = None
    notes: tuple[Note, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Who signed, each with the title as written."""
        return tuple(f"{one.name}, {one.title}" if one.title else one.name for one in self.signatories)

    @property
    def empty(self) -> bool:
        """Whether the cell says nothing."""
        return not (self.word or self.quote or self.signatories or self.date or self.notes)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: one body (each of them for a joint answer), or one answer without a sender (``body`` is then "")."""

    name: str  # the row's own part of its cells' addresses; no two lines of a motion share it
    body: str
    heading: str
    note: str
    asked: bool  # False: it answered although no list names it
    row: Row
    told: bool
    retold: bool
    entries: tuple[Entry, ...]

    @property
    def response(self) -> str | None:
        """The id of the answer, None where none is here."""
        return self.row.response

    @property
    def state(self) -> ReferralState:
        """What became of the question."""
        return self.row.state

    @property
    def answer(self) -> str:
        """What the line is chosen by: the code of its stance or, without an answer, of its state."""
        return self.entries[0].stance or self.row.state


@dataclass(frozen=True, slots=True)
class Grid:
    """A motion's comparison: its columns after the body's own, and its lines, each with an entry a column."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
