"""A page with pictures of every kind, at their fullest, built as a build builds it, and a browser to look at it with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from generator import charts
from generator.labels import STANCES
from generator.model import Settings
from generator.pages import overview
from generator.pages.context import of
from generator.pages.pictures import Cell, Drawn, Figure, Row, Table
from generator.pages.render import render
from tests.charts.full import archive
from tests.pages.built import build_site
from tests.sites import CHROMIUM, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def _figures() -> list[tuple[str, Figure]]:
    made = []
    for count in (1, 2, 7, 12, 30):
        years = [str(1996 + at) for at in range(count)]
        made += [
            Drawn(charts.columns(f"staplar-{count}", "Svar", "", [charts.Column(year, 1000 * at + 7) for at, year in enumerate(years)])),
            Drawn(charts.columns(f"gles-{count}", "Svar", "", [charts.Column(year, (at % 3) * 5 or None) for at, year in enumerate(years, 1)])),
            Drawn(charts.shares(f"andel-{count}", "Andel", "", [charts.Share(year, 3 * at, 12 * at + 1) for at, year in enumerate(years)])),
            Drawn(charts.spreads(f"dagar-{count}", "Dagar", "", [charts.Waits(year, tuple(range(at * 40, at * 90 + 2, 7))) for at, year in enumerate(years)])),
        ]
    bars = [
        Drawn(charts.stance_bar(f"stapel-{whole}", "Svar", {stance: at for at, stance in enumerate(STANCES, 1)}, whole=whole), Cell("Nämnden för lång namngivning och annat"), "36")
        for whole in (36, 90, 400)
    ]
    table = Table("Siffror", ("Vad", "Ett", "Två"), (Row(Cell("Någonting med ett långt namn"), (Cell("1"), Cell("2"))),))
    return [("Alla slag", Figure("Allt på en gång.", tuple(made), table, ("En anmärkning.",))), ("Staplar", Figure("På en skala.", tuple(bars), key=charts.key(STANCES), rows=True))]


@pytest.fixture(scope="package")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served site: the overview of a full archive at /oversikt/, every kind of picture at /alla/."""
    settings = Settings(site_name="Arkivet")
    full, empty = (of(one, settings, ()) for one in (archive(), type(archive())()))
    pages = [*overview.pages(full), render("overview", "/alla/", empty, "Bilder", "", summary="Alla slag av bilder.", sections=_figures())]
    pages.append(render("overview", "/", empty, "Start", "", summary="", sections=[]))
    folder, _ = build_site(pages, tmp_path_factory.mktemp("bilder"), strict=False)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A headless browser; the test skips where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright saknas")
    if CHROMIUM is None:
        pytest.skip("chromium saknas: installera chromium")
    with sync_api.sync_playwright() as started:
        made = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield made
        made.close()
