"""Pictures as the pages show them: one sentence, the drawing, and the numbers in a table; and those that several pages share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator import addresses, charts
from generator.compare.rows import TermUse
from generator.labels import STANCES
from generator.model import Response, Stance
from generator.pages import words
from generator.pages.browsed import divisions
from generator.pages.context import Context
from generator.pages.escape import escape

MOST_YEARS: Final = 30  # so many columns have room on a phone; the table has every year
GAP: Final = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell of a table, and the page that lists what it counts ("" for none)."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is about, and its numbers."""

    head: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a picture: the first of ``columns`` is over the rows' heads."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One drawing with what it is about (and the page of that) and its number, both "" where the figure's sentence says it."""

    svg: Markup
    about: Cell = Cell("")
    count: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (or several, one under the other, each with its words) with what it shows in a sentence and its table.

    ``notes`` say how many it does not show, and why. ``rows``: the drawings are bars on one scale, with their words beside them where
    there is room. Without pictures there is nothing to count, and ``said`` says so.
    """

    said: str
    pictures: tuple[Drawn, ...] = ()
    table: Table | None = None
    notes: tuple[str, ...] = ()
    key: tuple[tuple[str, str, str], ...] = ()
    rows: bool = False


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of motions that the archive has, by address, with how many stand in each."""

    counts: Mapping[str, int]

    def where(self, by: str, value: str, count: int) -> str:
        """The list that a number counts; "" where there is none, or where it does not hold as many."""
        address = addresses.browse(by, addresses.slug(value))
        return address if self.counts.get(address) == count else ""


def lists_of(context: Context) -> Lists:
    """The lists of motions at ``/bladdra/``."""
    return Lists({value.address: len(value.entries) for division in divisions(context) for value in division.values})


def own_answers(context: Context) -> list[Response]:
    """The answers that are here in documents of their own: no summing up, none that is only told of."""
    return [response for response in context.archive.responses if response.role == "answer" and not response.told]


def by_stance(answers: Iterable[Response]) -> dict[Stance, int]:
    """How many of ``answers`` take each stance, in the order of the bars; stances that none takes are left out."""
    found = Counter(response.stance.value for response in answers)
    return {stance: found[stance] for stance in STANCES if found[stance]}


def window(found: Iterable[int]) -> list[int]:
    """The years a picture shows, one after the other: from the first to the last of ``found``.

    Where they lie further apart than a picture has room for, the run of years that holds most of them (a year counts as often as
    it occurs), the latest such run.
    """
    counts = Counter(found)
    if not counts:
        return []
    first, last = min(counts), max(counts)
    if last - first >= MOST_YEARS:
        ends = sorted(counts, reverse=True)
        last = max(ends, key=lambda end: sum(count for year, count in counts.items() if end - MOST_YEARS < year <= end))
        first = max(min(year for year in counts if year > last - MOST_YEARS), last - MOST_YEARS + 1)
    return list(range(first, last + 1))


def outside(found: Iterable[int], shown: Sequence[int]) -> tuple[str, ...]:
    """A sentence on the years that the table has and the picture has no room for; none where it shows them all."""
    years = set(shown)
    left = sorted({year for year in found if year not in years})
    if not left:
        return ()
    return (f"Bilden visar {shown[0]}–{shown[-1]}. {words.upper_first(words.number(len(left), neuter=True))} år till står bara i tabellen.",)


def extremes(counts: Mapping[int, int]) -> str:
    """What a picture of counts a year shows, for those who do not see it: from when to when, and when they were most."""
    years = sorted(year for year, count in counts.items() if count)
    if not years:
        return ""
    most = max(years, key=lambda year: (counts[year], -year))
    when = f"{years[0]}–{years[-1]}" if len(years) > 1 else f"{years[0]}"
    return f"{when}. Flest {most}: {words.grouped(counts[most])}. Alla siffror står i tabellen under bilden."


def answer_years(context: Context) -> dict[str, int]:
    """The year of each answer in words of its own, by response id; 0 where no year is known. Made once for all words."""
    return {response.id: int(words.year(response.date) or 0) for response in own_answers(context)}


def stances_of(name: str, whose: str, answers: Sequence[Response]) -> Figure:
    """How the answers of a body (``whose``) are spread over stances, as one bar with its key; without a picture where there are none."""
    own = [response for response in answers if response.role == "answer" and not response.told]
    counts = by_stance(own)
    if not counts:
        return Figure("Inget eget svar finns i arkivet.")
    said = f"{words.upper_first(words.answers(len(own)))} finns här: {charts.in_words(counts)}."
    drawn = charts.stance_bar(name, escape(f"{whose}: {words.answers(len(own))}, efter hållning"), counts)
    return Figure(said, (Drawn(drawn),), key=charts.key(counts))


def use_over_time(name: str, term: str, uses: Iterable[TermUse], years: Mapping[str, int]) -> Figure:
    """How large a share of each year's answers uses a word; ``years`` is ``answer_years``, ``name`` the picture's (the page's slug).

    An answer counts once however often it uses the word, and in the year of the answer. Without a picture where no dated answer uses it.
    """
    using = {one.owner for use in uses for one in use.occurrences if one.owner in years}
    wholes, parts = Counter(years.values()), Counter(years[owner] for owner in using)
    dated = {year: count for year, count in wholes.items() if year}
    undated = f"{words.upper_first(words.answers(wholes[0]))} utan årtal är inte med{_of_them(parts[0])}." if wholes[0] else ""
    if not any(parts[year] for year in dated):
        why = "Inget svar här använder ordet." if not using else "Inget av de svar som använder ordet har ett årtal."
        return Figure(why)
    shown = window(year for year, count in dated.items() for _ in range(count))
    drawn = charts.shares(
        name,
        escape(f"Andel av varje års svar som använder ordet ”{term}”"),
        "Varje stapel är årets alla svar i arkivet. Den fyllda delen är de som använder ordet. Alla siffror står i tabellen under bilden.",
        [charts.Share(f"{year:04}", parts[year], dated.get(year, 0)) for year in shown],
    )
    count, whole = sum(parts[year] for year in dated), sum(dated.values())
    said = f"Ordet står i {words.out_of(count, whole, neuter=True)} svar med känt årtal. Varje stapel är ett års svar, den fyllda delen de som använder ordet."
    rows = tuple(
        Row(Cell(f"{year:04}"), (Cell(words.grouped(parts[year])), Cell(words.grouped(dated[year])), Cell(words.percent(parts[year] / dated[year]))))
        if year in dated
        else Row(Cell(f"{year:04}"), (Cell(GAP), Cell("inga"), Cell(GAP)))
        for year in sorted({*shown, *dated})
    )
    table = Table(f"Svar som använder ordet ”{term}”, efter svarets år", ("År", "Svar med ordet", "Svar här", "Andel"), rows)
    return Figure(said, (Drawn(drawn),), table, tuple(filter(None, (undated, *outside(dated, shown)))))


def _of_them(count: int) -> str:
    return f"; {words.number(count, neuter=True)} av dem använder ordet" if count else ""
