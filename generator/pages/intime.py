"""Whether answers are dated by the last day that was set for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from generator import charts
from generator.model import Motion, Response, Status
from generator.pages import words
from generator.pages.context import Context
from generator.pages.pictures import Cell, Drawn, Figure, Row, Table
from generator.pages.waiting import day_of

MONTH: Final = 30
# Up to how many days after the last day, with the words, class and shape of the bar.
STEPS: Final = (
    (0, "Senast sista svarsdagen", "s-here", "✓"),
    (MONTH, f"1–{MONTH} dagar efter", "s-late", ""),
    (3 * MONTH, f"{MONTH + 1}–{3 * MONTH} dagar efter", "s-late", ""),
    (None, f"Mer än {3 * MONTH} dagar efter", "s-late", ""),
)


def last_day(motion: Motion, response: Response) -> date | None:
    """The last day that held for a response: its body's own, else the motion's; None where none is stated, or several are.

    A day that the archive inferred is not held against anybody.
    """
    asked = [one for one in motion.referrals if one.response == response.id]
    own = [one.deadline for one in asked if one.deadline]
    facts = own or ([] if len({one.round for one in motion.referrals}) > 1 else list(motion.deadlines))
    days = {day_of(fact) for fact in facts}
    if len(days) != 1 or any(fact.status is Status.INFERRED for fact in facts):
        return None
    return days.pop()


def in_time(context: Context, answers: Sequence[Response]) -> Figure:
    """The answers whose date and last day are stated, by how long after the last day they are dated."""
    counts = [0] * len(STEPS)
    for response in answers:
        motion, given = context.motions.get(response.motion), day_of(response.date)
        last = last_day(motion, response) if motion else None
        if last is None or given is None or (response.date and response.date.status is Status.INFERRED):
            continue
        late = (given - last).days
        counts[next(at for at, (most, *_) in enumerate(STEPS) if most is None or late <= most)] += 1
    measured = sum(counts)
    if not measured:
        return Figure("Det går inte att säga för något svar: både sista svarsdag och svarets datum måste framgå.")
    kept = [(said, css, shape, count) for (_, said, css, shape), count in zip(STEPS, counts, strict=True) if count]
    pictures = tuple(
        Drawn(
            charts.bar(f"i-tid-{at}", f"{said}: {words.answers(count)}", f"{words.percent(count / measured)} av svaren.", [(css, count, shape)], whole=max(counts)),
            Cell(said),
            words.grouped(count),
        )
        for at, (said, css, shape, count) in enumerate(kept, 1)
    )
    table = Table(
        "Svar efter hur de är daterade mot sista svarsdag",
        ("Svarets datum", "Svar", "Andel"),
        tuple(Row(Cell(said), (Cell(words.grouped(count)), Cell(words.percent(count / measured)))) for said, _, _, count in kept),
    )
    left = len(answers) - measured
    notes = ["Datumet är det som står i svaret. När svaret kom fram till den som frågade framgår inte."]
    if left:
        notes.append(f"{words.upper_first(words.answers(left))} är inte med: sista svarsdag eller svarets datum framgår inte, eller dokumenten anger olika dagar.")
    said = f"{words.upper_first(words.out_of(counts[0], measured, neuter=True))} svar är daterade senast den sista dagen att svara."
    return Figure(said, pictures, table, tuple(notes), rows=True)
