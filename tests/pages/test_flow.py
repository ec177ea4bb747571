"""How a heavy page is cut into parts."""

from __future__ import annotations

import re

import pytest

from generator.model import Page
from generator.pages import flow
from generator.pages.flow import Sheet, can_cut, tail


def _page(sheet: Sheet, rows: int = 0, size: int = 10) -> Page:
    """A page of ``rows`` items, each with ``size`` bytes of markup, and a link to the last of them at the top."""
    head = f"---\ntitle: {'x' * 30}\n---\n\n# Rubrik {sheet.number}/{sheet.total}\n"
    items = "".join(
        (f"{can_cut('</ul>', '<ul>')}" if at else f"{can_cut()}<ul>") + f'<li id="r-{at}" data-x="{"y" * size}">ord {at} <a href="#r-{rows - 1}">sist</a></li>\n'
        for at in range(rows)
    )
    return Page(f"{sheet.address.strip('/')}/index.md", f"{head}{items}</ul>{tail()}<p>Fot</p>\n")


def _cut(rows: int, size: int = 10, budget: int = 1000) -> list[Page]:
    return list(flow.sheets("/a/", lambda sheet: _page(sheet, rows, size), budget))


def test_a_light_page_is_whole() -> None:
    """A page within its budget comes out as it is, without a mark."""
    (page,) = _cut(2)
    assert page.path == "a/index.md"
    assert not re.search("[\x01-\x05]", page.text)
    assert page.text.endswith("</ul><p>Fot</p>\n")


@pytest.mark.parametrize("rows", [20, 21, 100, 700])
def test_nothing_is_lost_and_nothing_comes_twice(rows: int) -> None:
    """Every item stands on exactly one part, in order; every part has head and foot and closes what it opens."""
    pages = _cut(rows)
    assert [page.path for page in pages] == ["a/index.md", *(f"a/sida-{number}/index.md" for number in range(2, len(pages) + 1))]
    assert re.findall(r'id="r-(\d+)"', "".join(page.text for page in pages)) == [str(at) for at in range(rows)]
    for number, page in enumerate(pages, 1):
        assert f"# Rubrik {number}/{len(pages)}\n" in page.text
        assert page.text.count("<ul>") == page.text.count("</ul>") == page.text.count("<p>Fot</p>") == 1
        assert flow.weight(page.text) < 1000 + 250
        assert not re.search("[\x01-\x05]", page.text)


def test_links_lead_to_the_part_that_has_the_place() -> None:
    """A link to a place on the same page leads to the part where it is now."""
    pages = _cut(40)
    assert f'href="sida-{len(pages)}/#r-39"' in pages[0].text
    assert f'href="../sida-{len(pages)}/#r-39"' in pages[1].text
    assert 'href="#r-39"' in pages[-1].text


def test_a_piece_too_heavy_for_a_part_has_a_part_of_its_own() -> None:
    """What cannot be cut is not lost: it stands alone."""
    pages = _cut(3, size=2000)
    assert len(pages) == 3


def test_a_cut_is_rather_made_before_a_heading() -> None:
    """Where a heading stands near the end of what fits, the next part begins with it."""

    def make(sheet: Sheet) -> Page:
        rows = [("## Andra\n" if at == 16 else "") + f'<p id="r-{at}">{at}</p>\n' for at in range(24)]
        return Page(f"{sheet.number}.md", "# A\n" + "".join(f"{can_cut()}{row}" for row in rows))

    first, second = flow.sheets("/a/", make, 520)
    assert "## Andra" not in first.text
    assert second.text.startswith("# A\n## Andra")


def test_words_weigh_nothing() -> None:
    """Only what is not shown counts: words do not, an entity counts beyond its letter, a heading counts what it becomes."""
    assert flow.weight("Ord på ord.") == 0
    assert flow.weight("<b>å</b>") == 7
    assert flow.weight("a&#58;b") == 4
    assert flow.weight("## Rubrik\n") > 100


@pytest.mark.parametrize(("number", "total", "shown"), [(1, 3, [1, 2, 3]), (1, 9, [1, 2, 0, 9]), (5, 9, [1, 0, 4, 5, 6, 0, 9]), (9, 9, [1, 0, 8, 9])])
def test_many_parts_are_not_all_named(number: int, total: int, shown: list[int]) -> None:
    """The way to the parts names the first, the last and the nearest; 0 stands for those passed over."""
    assert list(flow.numbers(Sheet("/a/", number, total))) == shown
