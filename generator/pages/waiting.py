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
from generator.pages.pictures import GAP, Cell, Figure, Row, Table, outside, window

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
        [charts.Waits(str(year), tuple(days.get(year, ()))) for year in shown],
    )
    said = (
        f"Dagar från det att motionen lämnades in till svarets datum, efter svarets år. Bilden bygger på {words.grouped(len(every))} av {words.grouped(len(answers))} svar. "
        f"Hälften av dem kom inom {_days(found.middle)}."
    )
    rows = tuple(_wait_row(year, days.get(year, [])) for year in sorted({*shown, *days}))
    table = Table("Dagar från motionens inlämning till svarets datum", ("År", "Svar", "Kortast", "Median", "Längst"), rows)
    read = "Det tjocka strecket är årets median: hälften av svaren tog kortare tid, hälften längre."
    many = any(len(days.get(year, ())) > charts.FEW for year in shown)
    few = any(0 < len(days.get(year, ())) <= charts.FEW for year in shown)
    if many:
        read += " Rutan rymmer den mellersta hälften av svaren, och det tunna strecket går från det kortaste till det längsta."
    if few:
        read += f" År med högst {words.number(charts.FEW)} svar visas med en punkt för varje svar."
    return Figure(said, (("", drawn),), table, (read, *notes, *outside(days, shown)))


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
        return Row(Cell(str(year)), (Cell("inga"), Cell(GAP), Cell(GAP), Cell(GAP)))
    found = spread_of(kept)
    return Row(Cell(str(year)), (Cell(words.grouped(len(kept))), Cell(_number(found.least)), Cell(_number(found.middle)), Cell(_number(found.most))))


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
    """The share of the bodies that were asked whose answer is here, by the year the motion was filed."""
    years: defaultdict[int, list[Asked]] = defaultdict(list)
    unlisted = 0
    for motion in context.archive.motions:
        found = asked_of(context, motion)
        if found.asked:
            years[int(words.year(motion.filed) or 0)].append(found)
        else:
            unlisted += 1
    notes = [] if not unlisted else [f"{words.upper_first(words.number(unlisted))} {'motion' if unlisted == 1 else 'motioner'} är inte med: vilka som tillfrågades framgår inte, eller ingen tillfrågades."]
    if not years:
        return Figure("Inget dokument här säger vilka som tillfrågades.", notes=tuple(notes))
    sums = {year: _sum(found) for year, found in years.items()}
    total = _sum([one for found in years.values() for one in found])
    shown = window(year for year, one in sums.items() if year for _ in range(one.asked))
    drawn = charts.shares(
        "svar-har",
        "Andel av de tillfrågade vars svar finns här, efter motionens år",
        f"{words.grouped(total.here)} av {words.grouped(total.asked)} frågor har sitt svar här. Alla siffror står i tabellen under bilden.",
        [charts.Share(str(year), sums.get(year, Asked()).here, sums.get(year, Asked()).asked) for year in shown],
    )
    said = (
        f"Av {words.grouped(total.asked)} frågor till instanser har {words.grouped(total.here)} sitt svar här. Varje stapel är frågorna om ett års motioner; den fyllda delen är de vars svar finns här."
        if shown
        else f"Av {words.grouped(total.asked)} frågor till instanser har {words.grouped(total.here)} sitt svar här. Inget år framgår för motionerna."
    )
    notes.insert(0, "En fråga är en instans som tillfrågades om en motion. Att ett svar saknas i arkivet betyder inte att instansen lät bli att svara.")
    if 0 in sums:
        notes.append(f"Frågorna om {words.number(len(years[0]))} {'motion' if len(years[0]) == 1 else 'motioner'} utan känt inlämningsår står bara i tabellen.")
    if any(motion.asked_groups for motion in context.archive.motions):
        notes.append("I några ärenden tillfrågades fler än dem som dokumenten räknar upp. De går inte att räkna.")
    rows = [
        Row(Cell(str(year) if year else "År okänt"), tuple(Cell(words.grouped(count)) for count in (one.asked, one.here, one.told, one.declined, one.silent, one.missing)))
        for year, one in sorted(sums.items(), key=lambda pair: pair[0] or 10_000)
    ]
    table = Table(
        "Frågor till instanser efter motionens år, och vad som blev av dem",
        ("År", "Frågor", "Svar här", "Bara återgivet", "Avstod", "Svarade inte, enligt dokument", "Saknas i arkivet"),
        tuple(rows),
    )
    return Figure(said, (("", drawn),), table, (*notes, *outside((year for year in sums if year), shown))) if drawn else Figure(said, notes=tuple(notes))


def _sum(items: Sequence[Asked]) -> Asked:
    return Asked(
        sum(one.asked for one in items),
        sum(one.here for one in items),
        sum(one.told for one in items),
        sum(one.declined for one in items),
        sum(one.silent for one in items),
    )
