"""About the archive, its editors and its accessibility."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.model import Page
from generator.pages.context import Context
from generator.pages.render import render
from generator.pages.start import introduction


def pages(context: Context) -> Iterator[Page]:
    """``/om/``, ``/om/redaktion/`` and ``/om/tillganglighet/`` (with the parts that DOS-lagen asks for)."""
    yield render(
        "about",
        addresses.ABOUT,
        context,
        "Om arkivet",
        "Vad arkivet är, och vad du kan lita på.",
        introduction=introduction(context),
    )
    yield render(
        "editors",
        addresses.EDITORS,
        context,
        "Redaktion och rättelser",
        "Vem som svarar för arkivet, och hur du anmäler ett fel.",
    )
    yield render(
        "accessibility",
        addresses.ACCESSIBILITY,
        context,
        "Tillgänglighet",
        "Hur webbplatsen förhåller sig till lagen om tillgänglighet till digital offentlig service.",
    )
