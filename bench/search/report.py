"""The figures of speed as a page of tables in Swedish, for the terminal and for speed.md."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench.search.browse import Asked
from bench.search.engines import ENGINES, OURS
from bench.search.sites import SITES
from bench.search.speed import Row

PROFILES: Final = {"free": "obegränsat", "line": "10 Mbit/s, 20 ms", "phone": "4 × långsammare processor"}
LIMITS: Final = {"free": 300, "line": 500, "phone": 1000}  # milliseconds to the first hit
FIRST_LIMIT: Final = 200  # kB, queries of one or two words
NEXT_LIMIT: Final = 80
INDEX_LIMIT: Final = 1.5  # times the text
METHOD: Final = """Tiden för den första frågan räknas från att adressen med frågan öppnas, med tom cache, till att den första träffen med
ett markerat ord står på sidan; för nästa fråga från Enter, eller från sista bokstaven där sökningen sker medan man skriver.
Allt som går över tråden räknas: sidan, stilmallar, skript, index, texter och huvuden, komprimerat som servern skickar det.
Varje siffra är medianen av flera besök; ett spann går över alla frågor. En sökmotor som behöver mer än några sekunder får
fyra frågor, en gång. Linjen görs i servern. Den långsammare processorn gäller bara sidans egen tråd, inte de trådar där Material
och Pagefind söker. Minne är vad sidans process håller efter två frågor. Arkiven är påhittade; `writing.py` säger hur."""


def page(rows: Sequence[Row]) -> str:
    """The whole page."""
    parts = [
        "# Byte, tider och minne",
        f"{machine()} Gjord av `python -m bench.search`. {_load(rows)}",
        METHOD,
        "## Sida vid sida",
        _overview(rows),
        "## Gränserna",
        _limits(rows),
        "## Att bygga och lagra",
        _stored(),
        *_by_query(rows),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _overview(rows: Sequence[Row]) -> str:
    lines = [
        "| svar | sökmotor | första frågan: kB | anrop | ms obegränsat | ms 10 Mbit/s, 20 ms | ms 4 × långsammare | nästa fråga: kB"
        " | ms obegränsat | minne, MB |",
        "|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for size in sorted({row.responses for row in rows}):
        for engine in ENGINES:
            mine = [row for row in rows if row.responses == size and row.engine == engine.name]
            if not mine:
                continue
            free = [row for row in mine if row.profile == "free"] or mine
            nexts = [row.next for row in free if row.next and not row.next.failed]
            cells = [
                _number(size),
                engine.title,
                _range(row.first.bytes / 1000 for row in free),
                _range(row.first.requests for row in free),
                *(_times([row.first for row in mine if row.profile == name]) for name in PROFILES),
                _range(one.bytes / 1000 for one in nexts),
                _times(nexts),
                _range(row.process for row in free),
            ]
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _limits(rows: Sequence[Row]) -> str:
    """What was promised for our own search at the largest size, beside the worst that was measured."""
    own = _own(rows)
    if not own:
        return ""
    plain = [row for row in own if not any(mark in row.query for mark in '"*')]
    lines = ["| gräns | högst | sämst uppmätt | fråga | hålls |", "|---|--:|--:|---|---|"]

    def line(name: str, limit: float, unit: str, given: Iterable[Row], value: Callable[[Row], float | None]) -> None:
        found = [(measured, row.query) for row in given if (measured := value(row)) is not None]
        if found:
            worst, query = max(found)
            lines.append(f"| {name} | {limit:g} {unit} | {worst:.0f} {unit} | {query} | {'ja' if worst <= limit else '**nej**'} |")

    free = [row for row in plain if row.profile == "free"]
    line("första frågan, ett eller två ord", FIRST_LIMIT, "kB", free, lambda row: row.first.bytes / 1000)
    line("nästa fråga, ett eller två ord", NEXT_LIMIT, "kB", free, lambda row: row.next.bytes / 1000 if row.next else None)
    for profile, title in PROFILES.items():
        these = [row for row in plain if row.profile == profile]
        line(f"första träffen, {title}", LIMITS[profile], "ms", these, lambda row: row.first.milliseconds)
    return f"Vid {_number(own[0].responses)} svar.\n\n" + "\n".join(lines)


def _stored() -> str:
    """The cost of building and the weight of each index, for every size that was made."""
    lines = [
        "| svar | sökmotor | bygga: s | minne, MB | filer | MB komprimerat | därav texter att visa | utan dem ÷ text | ÷ text i en ström |",
        "|--:|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for folder in sorted((one for one in SITES.glob("*") if one.name.isdigit()), key=lambda one: int(one.name)):
        text = _kept(folder / "text.json")
        for engine in ENGINES:
            note = _kept(folder / f"{engine.name}.json")
            if not note or not text:
                continue
            if note["built"]["failed"]:
                lines.append(f"| {_number(int(folder.name))} | {engine.title} | {note['built']['failed']} |||||||")
                continue
            built, weight = note["built"], note["weight"]
            index = weight["bytes"] - weight["shown"]
            cells = [
                _number(int(folder.name)),
                engine.title,
                f"{built['seconds']:.0f}",
                f"{built['memory']:.0f}",
                _number(weight["files"]),
                _decimal(weight["bytes"] / 1e6, 1),
                _decimal(weight["shown"] / 1e6, 1) if weight["shown"] else "–",
                _decimal(index / text["apart"]),
                _decimal(index / text["stream"]),
            ]
            lines.append(f"| {' | '.join(cells)} |")
    explained = (
        "Byggtiden är för Motionsarkivet bara indexet, för de andra hela bygget. ”Text” är dokumentens stycken, komprimerade"
        f" dokument för dokument; den sista spalten räknar mot allt komprimerat i en ström. Gränsen är {_decimal(INDEX_LIMIT)}."
    )
    return "\n".join(lines) + "\n\n" + explained


def _by_query(rows: Sequence[Row]) -> Iterator[str]:
    own = _own(rows)
    for profile, title in PROFILES.items():
        these = [row for row in own if row.profile == profile]
        if these:
            yield f"## Motionsarkivet, {_number(these[0].responses)} svar, {title}"
            yield _queries(these)


def _queries(rows: Sequence[Row]) -> str:
    lines = [
        "| fråga | slag | ms | kB | anrop | som nästa fråga: ms | kB | anrop | minne: skript, MB | process, MB |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        cells = [row.query.replace("|", "\\|"), row.kind, *_cells(row.first), *_cells(row.next)]
        lines.append(f"| {' | '.join(cells)} | {_decimal(row.heap, 1)} | {row.process:.0f} |")
    return "\n".join(lines)


def _cells(asked: Asked | None) -> tuple[str, str, str]:
    if asked is None:
        return "–", "–", "–"
    time = asked.failed or ("inga träffar" if asked.milliseconds is None else f"{asked.milliseconds:.0f}")
    return time, f"{asked.bytes / 1000:.0f}", str(asked.requests)


def _own(rows: Sequence[Row]) -> list[Row]:
    """The rows of our own engine at the largest size that it was measured at."""
    own = [row for row in rows if row.engine == OURS.name]
    return [row for row in own if row.responses == max(one.responses for one in own)]


def _times(every: Sequence[Asked]) -> str:
    failed = [one.failed for one in every if one.failed]
    return f"{failed[0]} ({len(failed)} av {len(every)})" if failed else _range(one.milliseconds for one in every)


def _range(values: Iterable[float | None]) -> str:
    found = [value for value in values if value is not None]
    if not found:
        return "–"
    low, high = f"{min(found):.0f}", f"{max(found):.0f}"
    return low if low == high else f"{low}–{high}"


def _number(value: int) -> str:
    return f"{value:,}".replace(",", "\u00a0")  # a hard space, so that the number stays on one line


def _decimal(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


def _kept(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def _load(rows: Sequence[Row]) -> str:
    """How busy the machine was: times that were measured beside other work say little."""
    loads = [row.load for row in rows]
    if not loads:
        return ""
    busy = " Den hade mycket annat att göra, så tiderna är för höga." if max(loads) > 1.5 * (os.cpu_count() or 1) else ""
    return f"Maskinens belastning var {_decimal(min(loads))}–{_decimal(max(loads))} (1 är en upptagen kärna).{busy}"


def machine() -> str:
    """The date and the machine, as a sentence in Swedish."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.exists() else []
    model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    today = datetime.now(UTC).date().isoformat()
    return f"Mätt {today} på {os.cpu_count()} kärnor ({model}) och {memory:.0f} GB minne, {platform.system()}."
