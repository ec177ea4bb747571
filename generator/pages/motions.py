"""All motions: the ways to browse them, and the newest by the year they were filed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator import addresses
from generator.model import Page
from generator.pages import words
from generator.pages.browsed import Division, divisions
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
        lead=_lead(len(context.newest), len(shown), undated=any(not words.year(motion.filed) for motion in context.newest)),
        ways=found,
        rest=_years(found) if len(shown) < len(context.newest) else None,
    )


def _lead(count: int, shown: int, *, undated: bool) -> str:
    many = f"{words.upper_first(words.number(count))} {'motion' if count == 1 else 'motioner'}"
    last = " De som saknar årtal står sist, den som senast fick ett svar först av dem." if undated else ""
    if shown < count:
        return f"{many}. Här står de {words.number(shown)} senast inlämnade; alla finns efter år.{last}"
    return f"{many}{', den senast inlämnade först' if count > 1 else ''}.{last if count > 1 else ''}"


def _years(found: tuple[Division, ...]) -> Division:
    return next(way for way in found if way.by == "ar")
