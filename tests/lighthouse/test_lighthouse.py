"""Every kind of page in Lighthouse, as a phone sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import addresses
from tests.lighthouse.running import CATEGORIES, Report, reports
from tests.lighthouse.serving import served
from tests.sites import built

LEAST = 99
MOTION = "ks-2021-45"
PAGES = {
    "start": addresses.START,
    "motion": addresses.motion(MOTION),
    "response": addresses.response(f"{MOTION}/fritidsnamnden"),
    "comparison": addresses.comparison(MOTION),
    "search": addresses.search("isbana"),
    "body": addresses.body("fritidsnamnden"),
    "term": addresses.term("isbana"),
    "terms": addresses.TERMS,
    "list": addresses.MOTIONS,
    "overview": addresses.OVERVIEW,
    "sources": addresses.SOURCES,
    "about": addresses.ACCESSIBILITY,
}
# A page that asks not to be listed is marked down for it: that it asks is on purpose.
ON_PURPOSE = {"is-crawlable"}


@pytest.fixture(scope="module")
def found(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Report]]:
    """Lighthouse's word on each kind of page of a small archive, served packed and with the policy's headers."""
    folder = built(root, tmp_path_factory.mktemp("lighthouse"), root / "tests/golden_content").folder
    missing = [name for name, address in PAGES.items() if not (folder / address.partition("?")[0].strip("/") / "index.html").is_file()]
    assert missing == []
    with served(folder) as origin:
        yield {one.address.removeprefix(origin): one for one in reports(origin + address for address in PAGES.values())}


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("kind", list(PAGES))
def test_every_kind_of_page_has_full_marks(kind: str, category: str, found: dict[str, Report]) -> None:
    """Lighthouse gives each kind of page at least 99 of 100 for accessibility, best practice and search engines."""
    report = found[PAGES[kind]]
    below = [row for row in report.below if row[0] == category and row[1] not in ON_PURPOSE]
    assert report.error == ""
    assert report.scores[category] >= LEAST or not below, below
