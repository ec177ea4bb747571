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
from generator.pages.years import year_in_words, year_of


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
        groups=[(year, list(group)) for year, group in groupby(shown, key=year_in_words)],
        lead=_lead(context.newest, len(shown)),
        ways=[one for one in found if one.by != "svarsar" or not any(year_in_words(motion) for motion in context.newest)],
        rest=_years(found) if len(shown) < len(context.newest) else None,
    )


def _lead(motions: Sequence[Motion], shown: int) -> str:
    """How many motions there are, how they are ordered and what year they stand under."""
    count = len(motions)
    undated = sum(not year_in_words(motion) for motion in motions)
    registered = sum(bool(year) and not filed for year, filed in map(year_of, motions))
    said = [f"{counted(count)}{', den senaste först' if count > 1 and undated < count else ''}."]
    if registered == count:
        said.append(f"När {'den' if count == 1 else 'de'} lämnades in framgår inte; året är det som står i diarienumret.")
    elif registered:
        them = "den" if registered == 1 else "de"
        said.append(f"För {words.number(registered)} av dem framgår inte när {them} lämnades in; där gäller diarienumrets år.")
    if undated and count > 1:
        said.append(f"{words.upper_first(words.number(undated)) if undated < count else 'Alla'} saknar årtal{' och står sist' if undated < count else ''}.")
    if shown < count:
        said.append(f"Här finns de {words.number(shown)} första, och alla efter år.")
    return " ".join(said)


def _years(found: tuple[Division, ...]) -> Division:
    return next(way for way in found if way.by == "ar")
