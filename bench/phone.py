"""How soon a page shows on a slow phone: Lighthouse's, with a processor four times slower and a line of 1.6 Mbit/s and 150 ms.

``python -m bench.phone SITE [ADDRESS …]``: a built site, and the pages to measure; without any, the largest page of each kind.
The site is served packed and with its headers. Two ways: reckoned by Lighthouse from an unhindered load (steady from run to
run), and with the hindrance laid on (as it was, on this machine, now). Wants what tests/web/package.json fetches.
"""

from __future__ import annotations

import re
import statistics
import sys
from pathlib import Path

from tests.lighthouse.running import Report, reports
from tests.lighthouse.serving import served

ROUNDS = 3
KIND = re.compile(r'<body class="kind-([a-z]*)"')
WAYS = (("simulate", "reckoned"), ("devtools", "laid on"))
MEASURES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "total-byte-weight")


def largest(site: Path) -> dict[str, str]:
    """The address of the largest page of each kind, by kind."""
    best: dict[str, tuple[int, str]] = {}
    for path in sorted(site.rglob("index.html")):
        found = KIND.search(path.read_text(encoding="utf-8"))
        if found:
            address = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
            best[found[1]] = max(best.get(found[1], (0, "")), (path.stat().st_size, address))
    return {kind: address for kind, (_, address) in sorted(best.items())}


def medians(runs: list[Report]) -> dict[str, float]:
    """The middle of each measure over several runs of one page."""
    return {name: statistics.median(one.measured[name] for one in runs) for name in MEASURES if all(name in one.measured for one in runs)}


def main(arguments: list[str]) -> int:
    """Print a table: for each page and way first content, largest content and blocking (ms), and bytes over the line."""
    if not arguments:
        print(__doc__)
        return 2
    site = Path(arguments[0])
    pages = {address: address for address in arguments[1:]} or largest(site)
    print(f"{'page':12} {'way':9} {'first':>6} {'largest':>8} {'blocked':>8} {'kB':>6}  address")
    with served(site) as origin:
        for way, called in WAYS:
            made = reports([origin + address for address in pages.values() for _ in range(ROUNDS)], ("performance",), way)
            for at, (kind, address) in enumerate(pages.items()):
                got = medians(made[at * ROUNDS : (at + 1) * ROUNDS])
                first, most, blocked, weight = (got.get(name, float("nan")) for name in MEASURES)
                print(f"{kind or '(other)':12} {called:9} {first:6.0f} {most:8.0f} {blocked:8.0f} {weight / 1000:6.1f}  {address}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
