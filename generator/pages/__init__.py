"""``Archive`` → Markdown pages. One file a kind of page; a new kind adds its file and one line to ``KINDS``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from generator.model import Archive, Finding, Page, Settings
from generator.pages import (
    about,
    bodies,
    body,
    browse,
    changes,
    comparison,
    data,
    matrix,
    motion,
    motions,
    overview,
    proposers,
    response,
    search,
    sources,
    start,
    statement,
    terms,
)
from generator.pages.context import Context, of

KINDS: Final[tuple[tuple[str, Callable[[Context], Iterable[Page]]], ...]] = (
    ("start", start.pages),
    ("motions", motions.pages),
    ("browse", browse.pages),
    ("proposers", proposers.pages),
    ("matrix", matrix.pages),
    ("motion", motion.pages),
    ("response", response.pages),
    ("statement", statement.pages),
    ("comparison", comparison.pages),
    ("overview", overview.pages),
    ("bodies", bodies.pages),
    ("body", body.pages),
    ("terms", terms.pages),
    ("sources", sources.pages),
    ("search", search.pages),
    ("data", data.pages),
    ("about", about.pages),
    ("changes", changes.pages),
)


def build_pages(archive: Archive, settings: Settings, findings: Sequence[Finding]) -> tuple[Page, ...]:
    """Every page of the site, by path.

    ``findings`` are shown on the sources page. An empty archive gives every fixed page, with a start page that says how
    to begin. Two pages at one path are a bug and raise ValueError.
    """
    context = of(archive, settings, findings)
    made = sorted((page for _, pages in KINDS for page in pages(context)), key=lambda page: page.path)
    for one, other in pairwise(made):
        if one.path == other.path:
            raise ValueError(f"two pages at {one.path}")
    return tuple(made)
