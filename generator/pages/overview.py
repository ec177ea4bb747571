"""The archive in pictures at ``/oversikt/``: who answers what, how many and how fast, what is here, and what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator import addresses, charts
from generator.labels import STANCES
from generator.model import Page, Response, Stance
from generator.pages import words
from generator.pages.context import Context
from generator.pages.escape import escape
from generator.pages.holdings import holds, told_only
from generator.pages.intime import in_time
from generator.pages.outcomes import outcomes
from generator.pages.pictures import (
    GAP,
    Cell,
    Drawn,
    Figure,
    Lists,
    Row,
    Table,
    by_stance,
    extremes,
    lists_of,
    outside,
    own_answers,
    window,
)
from generator.pages.render import render
from generator.pages.waiting import here, waits
from generator.pages.words import alphabetical
from generator.pages.years import year_of

SHOWN: Final = 15  # bodies with a bar of their own; the rest together


def pages(context: Context) -> Iterator[Page]:
    """One page; an archive without motions and answers gets one that says so."""
    answers, lists = own_answers(context), lists_of(context)
    yield render(
        "overview",
        addresses.OVERVIEW,
        context,
        "Överblick",
        "Arkivet i bilder: vad instanserna svarar, hur många svaren är, hur länge de dröjer och vad som beslutas.",
        summary=summary(context, answers),
        sections=[
            ("Vad svarar instanserna?", everyone(answers)),
            ("Vilka instanser svarar vad?", bodies(context, answers)),
            ("Motioner och svar, år för år", by_year(context, answers, lists)),
            ("Hur länge dröjer svaren?", waits(context, answers)),
            ("Kom svaren i tid?", in_time(context, answers)),
            ("Finns svaren här?", here(context)),
            ("Vad blev det av motionerna?", outcomes(context, lists)),
        ]
        if context.archive.motions or context.archive.responses
        else [],
    )


def summary(context: Context, answers: Sequence[Response]) -> str:
    """What the archive holds, in one sentence."""
    if not context.archive.motions and not answers:
        return "Arkivet är tomt ännu, och det finns ingenting att visa i bilder."
    aside = told_only(context)
    told = f" {'Det' if aside == 1 else 'De'} är inte med i bilderna om svaren." if aside else ""
    return f"Arkivet rymmer {words.lower_first(holds(context))}{told} Bilderna räknar bara det som finns här, och varje bild säger hur många den bygger på."


def everyone(answers: Sequence[Response]) -> Figure:
    """Every answer by its stance: each counts once, also one that several bodies share."""
    counts = by_stance(answers)
    if not counts:
        return Figure("Inga svar finns i arkivet ännu.")
    total = len(answers)
    drawn = charts.stance_bar("alla-svar", f"Alla svar efter hållning: {words.grouped(total)}", counts)
    table = Table(
        "Alla svar i arkivet efter hållning",
        ("Hållning", "Svar", "Andel"),
        tuple(Row(Cell(words.upper_first(STANCES[stance])), (Cell(words.grouped(count)), Cell(words.percent(count / total)))) for stance, count in counts.items()),
    )
    unclear = counts.get("unclear", 0)
    notes = (f"”Oklart” betyder att arkivet inte med säkerhet kan läsa ut vad svaret anser om motionen. Det gäller {words.out_of(unclear, total, neuter=True)} svar.",) if unclear else ()
    return Figure(f"{'Det svar' if total == 1 else f'De {words.number(total)} svar'} som finns här, efter vad de anser om motionen.", (Drawn(drawn),), table, notes, charts.key(counts))


def bodies(context: Context, answers: Sequence[Response]) -> Figure:
    """The bodies with most answers, a bar each on one scale; the rest as a number."""
    by_body: dict[str, list[Response]] = {}
    for response in answers:
        for body in response.bodies:
            by_body.setdefault(body, []).append(response)
    if not by_body:
        return Figure("Inget svar i arkivet anger vilken instans det kommer från." if answers else "Inga svar finns i arkivet ännu.")
    order = sorted(by_body, key=lambda body: (-len(by_body[body]), alphabetical(context.body_name(body)), body))
    shown, rest = order[:SHOWN], order[SHOWN:]
    whole = len(by_body[order[0]])
    counts = {body: by_stance(by_body[body]) for body in order}
    occurring = [stance for stance in STANCES if any(stance in one for one in counts.values())]
    pictures = []
    for at, body in enumerate(shown, 1):
        name = words.upper_first(context.body_name(body))
        drawn = charts.stance_bar(f"instans-{at}", escape(f"{name}: {words.answers(len(by_body[body]))}"), counts[body], whole=whole)
        pictures.append(Drawn(drawn, Cell(name, addresses.body(body)), words.grouped(len(by_body[body]))))
    rows = [_body_row(Cell(words.upper_first(context.body_name(body)), addresses.body(body)), counts[body], occurring) for body in shown]
    if rest:
        together = Counter[Stance]()
        for body in rest:
            together.update(counts[body])
        rows.append(_body_row(Cell(f"Övriga {words.grouped(len(rest))} instanser tillsammans", addresses.BODIES), together, occurring))
    table = Table("Svar efter instans och hållning", ("Instans", "Svar", *(words.upper_first(STANCES[stance]) for stance in occurring)), tuple(rows))
    some = f"De {words.number(len(shown))} instanser som har flest svar här" if rest else "Alla instanser som har svar här" if len(shown) > 1 else "Den instans som har svar här"
    said = f"{some}. Staplarna har samma skala: den längsta är {words.answers(whole)}."
    return Figure(said, tuple(pictures), table, tuple(_body_notes(answers, len(rest))), charts.key(occurring), rows=True)


def _body_row(head: Cell, counts: Mapping[Stance, int], stances: Sequence[Stance]) -> Row:
    return Row(head, (Cell(words.grouped(sum(counts.values()))), *(Cell(words.grouped(counts.get(stance, 0))) for stance in stances)))


def _body_notes(answers: Sequence[Response], rest: int) -> Iterator[str]:
    if rest:
        yield f"{words.upper_first(words.number(rest))} {'instans' if rest == 1 else 'instanser'} till har svar här. De är räknade tillsammans i tabellen, och var och en har en egen sida."
    shared = sum(len(response.bodies) > 1 for response in answers)
    if shared:
        yield f"{words.upper_first(words.answers(shared))} {'är gemensamt' if shared == 1 else 'är gemensamma'} för flera instanser och räknas hos var och en av dem."
    unnamed = sum(not response.bodies for response in answers)
    if unnamed:
        yield f"{words.upper_first(words.answers(unnamed))} utan angiven avsändare är inte med."


def by_year(context: Context, answers: Sequence[Response], lists: Lists) -> Figure:
    """How many motions were filed and how many answers given each year, on the same row of years."""
    told = [year_of(motion) for motion in context.archive.motions]
    filed, registered = Counter(year for year, _ in told), sum(bool(year) and not own for year, own in told)
    given = Counter(int(words.year(response.date) or 0) for response in answers)
    unfiled, undated = filed.pop(0, 0), given.pop(0, 0)
    found = [*filed.elements(), *given.elements()]
    shown = window(found)
    notes = []
    if unfiled:
        notes.append(f"{words.upper_first(words.number(unfiled))} {'motion' if unfiled == 1 else 'motioner'} utan känt år är inte med.")
    if registered:
        notes.append(f"För {words.number(registered)} {'motion' if registered == 1 else 'motioner'} framgår inte när motionen lämnades in. Där är året det som står i ärendets diarienummer.")
    if undated:
        notes.append(f"{words.upper_first(words.answers(undated))} utan känt årtal är inte med.")
    if not shown:
        return Figure("Varken motioner eller svar i arkivet har något årtal.")
    pictures = [
        Drawn(
            charts.columns(name, title, extremes(counts), [charts.Column(f"{year:04}", counts[year] or None) for year in shown]),
            Cell(what),
            words.grouped(sum(counts.values())),
        )
        for what, name, title, counts in (
            ("Motioner efter år:", "motioner-ar", "Motioner efter år", filed),
            ("Svar efter årtalet i svaret:", "svar-ar", "Svar efter svarets år", given),
        )
        if any(counts[year] for year in shown)
    ]
    rows = tuple(
        Row(Cell(f"{year:04}"), (Cell(words.grouped(filed[year]), lists.where("ar", f"{year:04}", filed[year])) if filed[year] else Cell(GAP), Cell(words.grouped(given[year]) if given[year] else GAP))) for year in sorted({*shown, *found})
    )
    table = Table("Motioner och svar i arkivet, år för år", ("År", "Motioner", "Svar"), rows)
    said = (
        f"Bilderna bygger på {words.out_of(sum(filed.values()), len(context.archive.motions))} {'motion' if len(context.archive.motions) == 1 else 'motioner'} och "
        f"{words.out_of(sum(given.values()), len(answers), neuter=True)} svar: dem vars år framgår. Ett år utan stapel är ett år som arkivet inte har något från."
    )
    return Figure(said, tuple(pictures), table, (*notes, *outside(found, shown)))
