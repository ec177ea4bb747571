"""How long answers take, and how many of those that were asked for are here, over the years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator import charts
from generator.charts import spread_of
from generator.model import Fact, Motion, Response, Status
from generator.pages import words
from generator.pages.context import Context
from generator.pages.pictures import GAP, Cell, Drawn, Figure, Row, Table, outside, window
from generator.pages.years import year_of

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Asked:
    """Of the questions put to bodies about the motions of a year: how many answers are here, and what is known of the rest."""

    asked: int = 0
    here: int = 0
    told: int = 0
    declined: int = 0
    silent: int = 0

    @property
    def missing(self) -> int:
        """Those of which the archive knows nothing."""
        return self.asked - self.here - self.told - self.declined - self.silent


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that can have become of a question: its word, and its class and shape in a bar."""

    word: str
    css: str
    shape: str


PARTS: Final = (
    Part("svar här", "s-here", "●"),
    Part("bara återgivet i ett annat dokument", "s-told", "”"),
    Part("avstod från att svara", "s-declined", "○"),
    Part("svarade inte, enligt dokument", "s-silent", "✕"),
    Part("svar saknas i arkivet", "s-missing", "◌"),
)


def day_of(fact: Fact | None) -> date | None:
    """The day of a dated fact; None where it has no whole day, or one that no calendar has."""
    if fact is None or not _DAY.fullmatch(fact.value):
        return None
    try:
        return date.fromisoformat(fact.value)
    except ValueError:
        return None


def waits(context: Context, answers: Sequence[Response]) -> Figure:
    """Days from the day the motion was filed to the answer's date, by the year of the answer.

    Only where both days stand in the documents (or an editor gave them): a day that the archive inferred is not measured with. An
    answer dated before its motion is a contradiction and no wait.
    """
    days: defaultdict[int, list[int]] = defaultdict(list)
    unknown = inferred = backwards = 0
    for response in answers:
        motion = context.motions.get(response.motion)
        filed, given = motion.filed if motion else None, response.date
        first, last = day_of(filed), day_of(given)
        if first is None or last is None:
            unknown += 1
        elif any(fact and fact.status is Status.INFERRED for fact in (filed, given)):
            inferred += 1
        elif last < first:
            backwards += 1
        else:
            days[last.year].append((last - first).days)
    every = sorted(value for values in days.values() for value in values)
    notes = _left_out(unknown, inferred, backwards)
    if not every:
        return Figure("Det går inte att räkna ut för något svar: både dagen då motionen lämnades in och svarets datum måste framgå.", notes=notes)
    shown = window(year for year, values in days.items() for _ in values)
    found = spread_of(every)
    described = f"Medianen för alla år är {_days(found.middle)}, det kortaste {_days(found.least)} och det längsta {_days(found.most)}. Alla siffror står i tabellen under bilden."
    drawn = charts.spreads(
        "vantan",
        "Dagar från motionens inlämning till svarets datum, efter svarets år",
        described,
        [charts.Waits(f"{year:04}", tuple(days.get(year, ()))) for year in shown],
    )
    said = (
        f"Dagar från det att motionen lämnades in till svarets datum, efter svarets år. Bilden bygger på {words.out_of(len(every), len(answers), neuter=True)} svar. "
        f"Minst hälften av dem är daterade inom {_days(found.middle)}."
    )
    rows = tuple(_wait_row(year, days.get(year, [])) for year in sorted({*shown, *days}))
    table = Table("Dagar från motionens inlämning till svarets datum", ("År", "Svar", "Kortast", "Median", "Längst"), rows)
    read = "Det tjocka strecket är årets median, det mellersta av svaren."
    many = any(len(days.get(year, ())) > charts.FEW for year in shown)
    few = any(0 < len(days.get(year, ())) <= charts.FEW for year in shown)
    if many:
        read += " Rutan rymmer ungefär den mellersta hälften av svaren, och det tunna strecket går från det kortaste till det längsta."
    if few:
        read += f" År med högst {words.number(charts.FEW)} svar visas med en punkt för varje svar."
    return Figure(said, (Drawn(drawn),), table, (read, *notes, *outside(days, shown)))


def _left_out(unknown: int, inferred: int, backwards: int) -> tuple[str, ...]:
    said = []
    if unknown:
        said.append(f"{words.upper_first(words.answers(unknown))} är inte med: dagen då motionen lämnades in eller svarets datum framgår inte.")
    if inferred:
        said.append(f"{words.upper_first(words.answers(inferred))} är inte med: en av dagarna står inte i dokumenten utan är arkivets slutsats.")
    if backwards:
        said.append(f"{words.upper_first(words.answers(backwards))} är inte med: {'det är daterat' if backwards == 1 else 'de är daterade'} före motionen, och någon av dagarna måste vara fel.")
    return tuple(said)


def _wait_row(year: int, values: Iterable[int]) -> Row:
    kept = list(values)
    if not kept:
        return Row(Cell(f"{year:04}"), (Cell("inga"), Cell(GAP), Cell(GAP), Cell(GAP)))
    found = spread_of(kept)
    return Row(Cell(f"{year:04}"), (Cell(words.grouped(len(kept))), Cell(_number(found.least)), Cell(_number(found.middle)), Cell(_number(found.most))))


def _number(value: float) -> str:
    whole = words.grouped(int(value))
    return whole if value == int(value) else f"{whole},5"  # a median of whole days has no other part


def _days(value: float) -> str:
    return f"{_number(value)} {'dag' if value == 1 else 'dagar'}"


def asked_of(context: Context, motion: Motion) -> Asked:
    """Each body that was asked about a motion, once however often it was asked, and the best that is known of its answer."""
    best: dict[str, str] = {}
    rank = ("here", "told", "declined", "silent", "missing")
    for one in motion.referrals:
        response = context.responses.get(one.response or "")
        if response is not None and response.role == "answer":
            state = "told" if response.told else "here"
        else:
            state = one.state if one.state in {"declined", "silent"} else "missing"
        best[one.body] = min(best.get(one.body, state), state, key=rank.index)
    counts = {state: sum(found == state for found in best.values()) for state in rank[:-1]}
    return Asked(len(best), **counts)


def here(context: Context) -> Figure:
    """Of the bodies that were asked, those whose answer is here: all together, and by the year of the motion (``year_of``)."""
    years: defaultdict[int, list[Asked]] = defaultdict(list)
    unlisted = registered = 0
    for motion in context.archive.motions:
        found = asked_of(context, motion)
        if found.asked:
            year, filed = year_of(motion)
            years[year].append(found)
            registered += bool(year) and not filed
        else:
            unlisted += 1
    notes = ["En fråga är en instans som tillfrågades om en motion. Att ett svar saknas i arkivet betyder inte att instansen lät bli att svara."]
    if unlisted:
        notes.append(f"{_motions(unlisted)} är inte med: vilka som tillfrågades framgår inte, eller ingen tillfrågades.")
    if not years:
        return Figure("Inget dokument här säger vilka som tillfrågades.")
    sums = {year: _sum(found) for year, found in years.items()}
    total = _sum([one for found in years.values() for one in found])
    shown = window(year for year, one in sums.items() if year for _ in range(one.asked))
    kept = [(part, count) for part, count in zip(PARTS, _counts(total), strict=True) if count]
    drawn = charts.bar(
        "fragor",
        f"{words.upper_first(words.number(total.asked))} frågor efter vad som blev av dem",
        words.listed(f"{words.grouped(count)} {part.word}" for part, count in kept) + ".",
        [(part.css, count, part.shape) for part, count in kept],
    )
    pictures = [Drawn(drawn)]
    if shown:
        by_year = charts.shares(
            "svar-har",
            "Andel av frågorna vars svar finns här, efter motionens år",
            "Varje stapel är alla frågor om ett års motioner, den fyllda delen de vars svar finns här. Alla siffror står i tabellen under bilden.",
            [charts.Share(f"{year:04}", sums.get(year, Asked()).here, sums.get(year, Asked()).asked) for year in shown],
        )
        pictures.append(Drawn(by_year, Cell("Efter motionens år: den fyllda delen är frågor vars svar finns här")))
    if 0 in sums:
        notes.append(f"Frågorna om {_motions(len(years[0]), first=False)} utan känt år står bara i tabellen.")
    if registered:
        notes.append(f"För {_motions(registered, first=False)} framgår inte när motionen lämnades in. Där är året det som står i ärendets diarienummer.")
    if any(motion.asked_groups for motion in context.archive.motions):
        notes.append("I några ärenden tillfrågades fler än dem som dokumenten räknar upp. De går inte att räkna.")
    columns = [at for at in range(len(PARTS)) if _counts(total)[at]]
    rows = [
        Row(Cell(f"{year:04}" if year else "År okänt"), (Cell(words.grouped(one.asked)), *(Cell(words.grouped(_counts(one)[at])) for at in columns)))
        for year, one in sorted(sums.items(), key=lambda pair: pair[0] or 10_000)
    ]
    table = Table("Frågor till instanser efter motionens år, och vad som blev av dem", ("År", "Frågor", *(words.upper_first(PARTS[at].word) for at in columns)), tuple(rows))
    said = f"{words.upper_first(words.out_of(total.here, total.asked))} {'fråga' if total.asked == 1 else 'frågor'} till instanser har sitt svar här."
    return Figure(said, tuple(pictures), table, (*notes, *outside((year for year in sums if year), shown)), tuple((part.css, part.shape, part.word) for part, _ in kept))


def _counts(one: Asked) -> tuple[int, int, int, int, int]:
    return one.here, one.told, one.declined, one.silent, one.missing


def _motions(count: int, *, first: bool = True) -> str:
    said = f"{words.number(count)} {'motion' if count == 1 else 'motioner'}"
    return words.upper_first(said) if first else said


def _sum(items: Sequence[Asked]) -> Asked:
    return Asked(
        sum(one.asked for one in items),
        sum(one.here for one in items),
        sum(one.told for one in items),
        sum(one.declined for one in items),
        sum(one.silent for one in items),
    )
