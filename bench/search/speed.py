"""Bytes, requests, milliseconds and memory of four engines on the same archives; ``python -m bench.search --only=speed``.

Every query is asked twice over: as the first on a page just opened with a cold cache, and as the next one typed there. The
milliseconds run from the beginning of the navigation (or from Enter; for an engine that searches while one types, from the
last letter) to the moment at which the first hit with a marked word stands in the document. A figure is the median of the
runs, for a peer of half as many. An engine that needs more than some seconds is asked a few queries, once.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.search.asked import Query, queries
from bench.search.browse import PROFILES, Asked, Profile, Visit, browsing, visit
from bench.search.corpus import archive, texts
from bench.search.engines import ENGINES, OURS, Engine
from bench.search.serve import Server, serving
from bench.search.sites import SITES, ready, weigh

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZES: Final = (500, 2000, 10000)
RUNS: Final = 5
SLOW: Final = 8.0  # seconds; an engine that needs longer for a visit is asked few queries, once
FEW: Final = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One query on one engine's site of one size under one profile: medians of the visits' first and next questions."""

    responses: int
    engine: str
    profile: str
    kind: str
    query: str
    first: Asked
    next: Asked | None  # the same query, as the next one on a page where another was asked before
    heap: float
    process: float
    runs: int
    load: float  # of the machine while it was measured: 1 is one busy core


def measure(
    sizes: Sequence[int], engines: Sequence[Engine], profiles: Sequence[Profile], runs: int, tell: Callable[[str], None]
) -> list[Row]:
    """Every query under every profile on every engine's site of every size."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.exit("bench.search.speed: Chromium is not installed")
    rows: list[Row] = []
    for size in sizes:
        made = archive(size)
        asked = queries(text for _, text in texts(made))
        note = SITES / str(size) / "text.json"
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps(asdict(weigh(made))), encoding="utf-8")
        for engine in engines:
            site = ready(size, engine, made)
            if site.built.failed:
                tell(f"{size} {engine.name}: {site.built.failed}")
                continue
            with serving(site.folder) as server, browsing(program) as browser:
                started = time.monotonic()
                visit(browser, server, engine, profiles[0], asked[0].text, asked[1].text)  # the server's gzip is warm from here
                slow = time.monotonic() - started > SLOW
                these = asked[:FEW] if slow else asked
                for profile in _profiles(profiles, size == max(sizes)):
                    turns = 1 if slow else runs if engine is OURS else (runs + 1) // 2
                    visits = _visits(browser, server, engine, profile, these, turns)
                    rows += _rows(size, engine, profile, these, visits)
                    tell(f"{size} {engine.name} {profile.name}: {_brief(rows[-len(these):])}")
    return rows


def _profiles(profiles: Sequence[Profile], largest: bool) -> Sequence[Profile]:  # noqa: FBT001 - says which of two
    """A slow line and a slow processor are tried at the largest size alone."""
    return profiles if largest else profiles[:1]


def _visits(
    browser: Browser, server: Server, engine: Engine, profile: Profile, asked: Sequence[Query], runs: int
) -> dict[str, list[Visit]]:
    """Visits by first query; each query is the next one of the query before it."""
    made: dict[str, list[Visit]] = {query.text: [] for query in asked}
    for _ in range(runs):
        for query, then in zip(asked, (*asked[1:], asked[0]), strict=True):
            made[query.text].append(visit(browser, server, engine, profile, query.text, then.text))
    return made


def _rows(
    size: int, engine: Engine, profile: Profile, asked: Sequence[Query], visits: dict[str, list[Visit]]
) -> list[Row]:
    made: list[Row] = []
    for at, query in enumerate(asked):
        own = visits[query.text]
        after = [one.next for one in visits[asked[at - 1].text] if one.next]
        made.append(
            Row(
                size,
                engine.name,
                profile.name,
                query.kind,
                query.text,
                _middle([one.first for one in own]),
                _middle(after) if after else None,
                statistics.median(one.heap for one in own),
                statistics.median(one.process for one in own),
                len(own),
                os.getloadavg()[0],
            )
        )
    return made


def _middle(every: Sequence[Asked]) -> Asked:
    """The medians of several measurements of one query."""
    failed = [one for one in every if one.failed]
    if failed:
        return failed[0]
    times = [one.milliseconds for one in every if one.milliseconds is not None]
    return Asked(
        every[0].query,
        statistics.median(times) if times else None,
        round(statistics.median(one.bytes_to_hit for one in every)),
        round(statistics.median(one.requests_to_hit for one in every)),
        round(statistics.median(one.bytes for one in every)),
        round(statistics.median(one.requests for one in every)),
        hits=bool(times),
    )


def _brief(rows: Sequence[Row]) -> str:
    worst = max((row.first.milliseconds or 0 for row in rows), default=0)
    largest = max((row.first.bytes for row in rows), default=0)
    return f"first ≤ {worst:.0f} ms and ≤ {largest / 1000:.0f} kB"


def main(arguments: Sequence[str] | None = None) -> list[Row]:
    """Measure what is asked for and keep the figures in build/bench-search/speed.json; all that stand there."""
    parser = argparse.ArgumentParser(prog="bench.search", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--engines", nargs="+", choices=[one.name for one in ENGINES], default=[one.name for one in ENGINES])
    parser.add_argument("--profiles", nargs="+", choices=[one.name for one in PROFILES], default=[one.name for one in PROFILES])
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args(arguments)
    rows = measure(
        given.sizes,
        [one for one in ENGINES if one.name in given.engines],
        [one for one in PROFILES if one.name in given.profiles],
        given.runs,
        lambda line: print(line, file=sys.stderr, flush=True),
    )
    return keep(rows)


def keep(rows: Iterable[Row], file: Path = SITES / "speed.json") -> list[Row]:
    """Put new figures beside those of earlier runs, which they replace row by row; all of them."""
    known = {_name(row): row for row in read(file)}
    known |= {_name(row): row for row in rows}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps([asdict(row) for row in known.values()], ensure_ascii=False, indent=1), encoding="utf-8")
    return list(known.values())


def read(file: Path) -> list[Row]:
    """The figures of earlier runs; none where there is no such file."""
    if not file.exists():
        return []
    return [
        Row(**{**row, "first": Asked(**row["first"]), "next": Asked(**row["next"]) if row["next"] else None})
        for row in json.loads(file.read_text(encoding="utf-8"))
    ]


def _name(row: Row) -> tuple[int, str, str, str]:
    return row.responses, row.engine, row.profile, row.kind
