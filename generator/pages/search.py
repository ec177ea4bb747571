"""The search page: the frame that the search script fills, and what to do without scripts."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.model import Page
from generator.pages.context import Context
from generator.pages.render import render


def pages(context: Context) -> Iterator[Page]:
    """One page at ``/sok/``; the scripts find its parts by ``data-search…`` attributes."""
    yield render("search", addresses.SEARCH, context, "Sök", "Sök i motioner och svar.")
