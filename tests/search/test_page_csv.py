"""The hits as a table to take away, in a real browser."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page

Find = Callable[["Page", str], None]
FOUND = 26  # answers that speak of benches


def test_the_hits_come_as_a_table_with_quotes_and_permalinks(page: Page, find: Find, site: str) -> None:
    """The file has a row a passage, its quote word for word, an address that leads there, and no formula that runs."""
    find(page, "?q=bänkar")
    with page.expect_download() as saved:
        page.click("[data-search-csv]")
    assert saved.value.suggested_filename == "sokning-bankar.csv"
    data = saved.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len({row["adress"].split("#")[0] for row in rows}) == FOUND
    quoted = next(row for row in rows if "räknades" in row["citat"])
    assert quoted["citat"].startswith("'=2+3 bänkar räknades; \"två\"")
    row = next(row for row in rows if row["adress"].startswith(f"{site}/motioner/ks-2019-10/almby-namnden/#p-"))
    assert row["motion"] == "ks-2019-10"
    assert row["motionens titel"] == "Sittplatser vid hållplatserna"
    assert row["instans eller dokument"] == "Almbynämnden"
    assert (row["avsnitt"], row["datum"], row["hållning"], row["hållning (kod)"]) == ("Sammanfattning", "2019-01-10", "tillstyrker", "support")
    page.goto(row["adress"])
    assert row["citat"] in page.inner_text(f"#{urlsplit(row['adress']).fragment}")


def test_the_table_is_bounded_kind_to_the_server_and_can_be_called_off(page: Page, find: Find) -> None:
    """At most a thousand hits are fetched, eight at a time; the rest is told of; a second press stops it without a file."""
    find(page, "?q=bänkar")
    made = """async (after) => {
      let now = 0, most = 0, all = 0;
      const row = {what: 'motion', kind: 'motion', title: 't', motion: 'm', case: 't', bodies: [], also: [], names: [], date: null, stance: null};
      const engine = {root: {kinds: {}, stances: {}, sections: {}, bodies: {}}, marks: () => [], every: async () => {
        all += 1; now += 1; most = Math.max(most, now);
        if (all === after) button.click();
        await new Promise(done => setTimeout(done)); now -= 1;
        return {url: '/x/', row, excerpts: [{id: 'p-1', text: 'ett ord', marks: [[0, 3]], section: ''}], forms: []};
      }};
      const control = MotionDownload.control(() => ({engine, q: 'x', results: {count: 1200, hits: new Array(1200).fill({})}}), '../');
      const button = control.button;
      document.body.append(button, control.status);
      button.click();
      await new Promise(done => { const look = () => /sparad/.test(control.status.textContent) ? done() : setTimeout(look, 5); look(); });
      return [all, most, control.status.textContent, button.textContent];
    }"""
    with page.expect_download() as saved:
        fetched, most, said, words = page.evaluate(made, 0)
    assert (fetched, most) == (1000, 8)
    assert "1\u00a0000 första av 1\u00a0200 träffar" in said
    assert words == "Ladda ner träffarna (CSV)"
    assert saved.value.path().read_bytes().count(b"\r\n") == 1001
    fetched, _, said, _ = page.evaluate(made, 20)
    assert fetched < 40
    assert "Ingen fil är sparad" in said
