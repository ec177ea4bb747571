"""The change log as a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.findings import found
from generator.model import Page
from generator.model.publishing import Change
from generator.pages import changes
from generator.pages.context import of
from generator.pages.paged import LINES

from .built import build_site
from .hostile import PAYLOADS
from .parsed import parse
from .sample import ARCHIVE, SETTINGS

MOTION = ARCHIVE.motions[0].id


def pages(*lines: Change) -> list[Page]:
    """The log's pages for these lines and what an editor has withdrawn."""
    withdrawn = found("F414", "akt/borttagen.txt", 1, why="Begärd av avsändaren (2026-04-01)")
    return list(changes.pages(of(replace(ARCHIVE, responses=(), motions=tuple(replace(one, edits=()) for one in ARCHIVE.motions)), replace(SETTINGS, changes=lines), (withdrawn,) if lines else ())))


def test_an_empty_log_says_so() -> None:
    """Without a change there is one page, and it says that nothing is noted."""
    (page,) = pages()
    assert page.path == "om/andringar/index.md"
    assert "Ingen ändring är antecknad." in page.text
    assert "timeline" not in page.text


def test_each_change_has_its_day_and_reason() -> None:
    """Added, corrected, withdrawn and moved stand with their days in words and their reasons, the newest first, those without a day last."""
    (page,) = pages(
        Change("", "added", MOTION, "Kom med posten"),
        Change("2026-05-02", "moved", "gammal-sak", "Nytt nummer", MOTION),
        Change("2026-03-01", "corrected", MOTION, ""),
    )
    places = [page.text.index(words) for words in ("2 maj 2026", "Skäl: Nytt nummer", "1 april 2026", "Skäl: Begärd av avsändaren.", "1 mars 2026", "Inget skäl är angivet.", "utan datum", "Skäl: Kom med posten")]
    assert places == sorted(places)
    assert "Fyra ändringar" in page.text
    assert page.text.count(f'href="../../motioner/{MOTION}/"') == 3
    assert '<span class="file">gammal-sak</span>' in page.text


def test_a_long_log_is_paged() -> None:
    """A log of more than a hundred lines goes on on further pages, with every line on one of them."""
    made = pages(*(Change(f"2026-01-{number % 28 + 1:02}", "withdrawn", f"sak-{number}", "Skäl") for number in range(LINES + 20)))
    assert [page.path for page in made] == ["om/andringar/index.md", "om/andringar/sida-2/index.md"]
    assert sum(page.text.count('<div class="what">') for page in made) == LINES + 21
    assert all("120" not in page.text or "121 ändringar" in page.text for page in made)


def test_hostile_lines_stay_text(tmp_path: Path) -> None:
    """Markup in what staff write comes out as the text it is, and makes no element."""
    plain, hostile = ([Change("2026-01-01", "withdrawn", text, text) for text in texts] for texts in (["ord"] * len(PAYLOADS), PAYLOADS))
    sites = [build_site(pages(*lines), tmp_path / name, strict=False)[0] for name, lines in (("plain", plain[:1]), ("hostile", hostile))]
    kinds = [{one.tag for one in parse(site / "om/andringar/index.html").elements} for site in sites]
    assert kinds[1] - kinds[0] == set()
    assert [one for one in parse(sites[1] / "om/andringar/index.html").elements if one.tag == "li" and "<img src=x onerror=alert(1)>" in one.text]
