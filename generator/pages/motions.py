"""All motions, by the year they were filed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator import addresses
from generator.model import Page
from generator.pages import words
from generator.pages.context import Context
from generator.pages.render import render
from generator.pages.start import newest_first


def pages(context: Context) -> Iterator[Page]:
    """One page at ``/motioner/``, also where there is no motion."""
    ordered = newest_first(context.archive.motions)
    groups = [(year, list(group)) for year, group in groupby(ordered, key=lambda motion: words.year(motion.filed))]
    yield render(
        "motions",
        addresses.MOTIONS,
        context,
        "Motioner",
        "Alla motioner i arkivet, med hur många som tillfrågades och svarade.",
        groups=groups,
    )
