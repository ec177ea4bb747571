"""All motions: the ways to browse them, and the newest by the year they were filed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator import addresses
from generator.model import Motion, Page
from generator.pages import words
from generator.pages.browsed import Division, counted, divisions
from generator.pages.context import Context
from generator.pages.paged import CARDS
from generator.pages.render import render


def pages(context: Context) -> Iterator[Page]:
    """One page at ``/motioner/``, also where there is no motion; of many it shows the newest, and leads to the rest by year."""
    shown = context.newest[:CARDS]
    found = divisions(context)
    yield render(
        "motions",
        addresses.MOTIONS,
        context,
        "Motioner",
        "Alla motioner i arkivet, med hur många som tillfrågades och svarade.",
        groups=[(year, list(group)) for year, group in groupby(shown, key=lambda motion: words.year(motion.filed))],
        lead=_lead(context.newest, len(shown)),
        ways=found,
        rest=_years(found) if len(shown) < len(context.newest) else None,
    )


def _lead(motions: Sequence[Motion], shown: int) -> str:
    count, undated = len(motions), sum(not words.year(motion.filed) for motion in motions)
    many = counted(count)
    if count == 1:
        said = f"{many}."
    elif undated == count:
        said = f"{many}. Vilket år de lämnades in framgår inte; den som senast fick ett svar står först."
    else:
        said = f"{many}, den senast inlämnade först."
        if undated:
            said += f" Sist står {words.number(undated)} utan årtal, den som senast fick ett svar först av dem." if undated > 1 else " Sist står en utan årtal."
    return f"{said} Här finns de {words.number(shown)} första, och alla efter år." if shown < count else said


def _years(found: tuple[Division, ...]) -> Division:
    return next(way for way in found if way.by == "ar")
