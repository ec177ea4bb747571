"""Pages with every kind of paragraph, served to a browser: for the tests of marks and of quotes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import pytest

from generator import addresses
from generator.model import Archive, Passage, Place, Remark, Restored, Section
from generator.pages import build_pages

from . import sample
from .built import build_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
DAY = "Hämtad 21 november 2026."
FILE = "norra.txt"
ID = f"{sample.M1}/norra-stadsdelsnamnden"
PATH = addresses.response(ID)
HOME = sample.SETTINGS.address.rstrip("/")
SOURCE = (
    "Norra stadsdelsnämnden (avsändaren är härledd), tjänsteutlåtande (där står också partiers egna ord), 28 september 2023, "
    "eget diarienummer NSN 2023/55. Ärende: ”Motion om tryggare vägar till skola och station”, diarienummer KS 2023/411 (härlett)."
)
# Words of the motion stand in the first paragraph, so that a part of it is marked as quoted from there.
QUOTED = "bygger en sammanhängande cykelbana mellan Ekviks station och Sörgårdens skola"
SAME = f"Motionären vill att kommunen {QUOTED}, och det vill nämnden med."
BROKEN = "Bänken vid bron är trasig. Bänkarna vid torget är hela."
DOUBT = "Skylten är svår att se."
FIGURES = "Plats\tKostnad\nTorget\t12 kronor\nBron\t30 kronor"
MARKUP = 'Skriv <img src=x onerror="alert(1)"> & spara; a.b (c) [d] *e*.'
APART = "Cafe\u0301et vid a\u030angbåten heter Ängen."
STRUCK = "Bryggan rivs."
PARTY = "Vi hade velat bygga bryggan."


def _passages() -> tuple[Passage, ...]:
    def made(number: int, text: str, **more: Any) -> Passage:
        return Passage(f"p-000000{number:02x}", text, Place(FILE, None, 100 + number), **more)

    return (
        made(1, SAME),
        made(2, BROKEN, restored=(Restored(0, 6, "Banken"), Restored(BROKEN.index("trasig"), BROKEN.index("trasig") + 6, "tr?sig", sure=False))),
        made(3, DOUBT, restored=(Restored(0, 7, "", by="ocr"),)),
        made(4, FIGURES, style="table"),
        made(5, MARKUP),
        made(6, APART, style="item"),
        made(7, STRUCK, struck=True),
        made(8, PARTY, style="note"),
        *(made(number, f"Stycke {number} handlar om annat än bänken.") for number in range(9, 40)),
    )


def _archive() -> Archive:
    made = []
    for one in sample.ARCHIVE.responses:
        if one.id == ID:
            remark = Remark("reservation", "Ö", PARTY, Place(FILE, None, 108), "p-00000008")
            section = Section("assessment", "Mer", _passages(), Place(FILE, None, 101))
            one = replace(one, sections=(*one.sections, section), remarks=(remark,))  # noqa: PLW2901 - the one that is changed
        made.append(one)
    return replace(sample.ARCHIVE, responses=tuple(made))


def site_of_paragraphs(folder: Path) -> Path:
    """The built site, under ``folder``."""
    return build_site(build_pages(_archive(), sample.SETTINGS, ()), folder)[0]


@contextmanager
def started() -> Iterator[Browser]:
    """A browser; the tests skip aloud where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright saknas")
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        pytest.skip("chromium saknas: provet behöver en webbläsare")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield found
        found.close()


def context(browser: Browser, **more: Any) -> BrowserContext:
    """A browser's window, on a desk, whose pages may use the clipboard and whose day is ``DAY``; ``more`` as Playwright takes it."""
    made = browser.new_context(**{"viewport": DESK, "reduced_motion": "reduce", "permissions": ["clipboard-read", "clipboard-write"], **more})
    made.clock.set_fixed_time("2026-11-21T12:00:00")
    return made


@contextmanager
def watched(browser: Browser) -> Iterator[Page]:
    """A fresh page on a desk; it fails the test that makes it complain or ask another host for anything."""
    held = context(browser)
    made = held.new_page()
    said: list[str] = []
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    made.on("request", lambda asked: None if asked.url.startswith("http://127.0.0.1:") else said.append(asked.url))
    yield made
    held.close()
    assert said == []


def query(*words: str) -> str:
    """The part of an address that asks for words to be marked."""
    return "?" + urlencode([("markera", word) for word in words], quote_via=quote) if words else ""
