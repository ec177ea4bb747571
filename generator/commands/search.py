"""``motionsarkiv search QUERY``: a built site, searched from the terminal with the same index as the browser's."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from generator.commands.shared import PUBLISHED, USAGE, count
from generator.files import read_bytes
from generator.search.choices import stances
from generator.search.excerpts import Excerpt
from generator.search.query import Filters, Results, load, search

NAME = "search"
HELP = "Sök i ett byggt arkiv; samma svar som på sajtens söksida."
EXAMPLE = "motionsarkiv search aktionsgrupper --stance oklart"
_AROUND = 90  # characters shown on each side of the first word found
_DEFAULT_LIMIT = 20
_YEAR = 4  # digits


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the query, where the site is, and what narrows the search."""
    parser.add_argument("query", metavar="FRÅGA", help='sökord; "exakt fras", -utan, samverkan*, instans:bromma')
    parser.add_argument("--site", default="site", metavar="MAPP", help="den byggda sajten (förval: site)")
    parser.add_argument("--body", default="", metavar="INSTANS", help="bara svar från instansen")
    parser.add_argument("--motion", default="", metavar="ÄRENDE", help="bara dokument i ärendet")
    parser.add_argument("--year", default="", metavar="ÅR", help="bara dokument från året")
    parser.add_argument("--stance", default="", metavar="HÅLLNING", help="bara svar med hållningen")
    parser.add_argument("--limit", type=count, default=_DEFAULT_LIMIT, metavar="N", help="högst så många träffar (förval: 20)")
    parser.add_argument("--json", action="store_true", help="skriv träffarna som JSON")


def run(options: argparse.Namespace) -> int:
    """Print the hits, best first; 2 if the site has no index or the query cannot be read."""
    site = Path(options.project) / options.site
    try:
        index = load(lambda name: read_bytes(site / name))
    except (OSError, ValueError):
        print(f"Det finns inget sökindex i {options.site}. Bygg arkivet först: motionsarkiv build", file=sys.stderr)
        return USAGE
    filters = Filters(instans=options.body, motion=options.motion, ar=options.year, hallning=options.stance)
    if options.year and not (options.year.isdecimal() and len(options.year) == _YEAR):
        print(f"Skriv året med fyra siffror, inte ”{options.year}”.", file=sys.stderr)
        return USAGE
    if options.stance and not stances(options.stance, index.listing["stances"]):
        known = ", ".join(index.listing["stances"].values())
        print(f"Okänd hållning ”{options.stance}”. Välj bland: {known}", file=sys.stderr)
        return USAGE
    results = search(index, options.query, filters, options.limit)
    if options.json:
        print(json.dumps(results.as_dict(), ensure_ascii=False, indent=1))
    else:
        _print(results)
    if results.message:
        print(results.message, file=sys.stderr)
    for suggestion in results.suggestions:
        print(f"Menade du: {suggestion}", file=sys.stderr)
    return PUBLISHED


def _print(results: Results) -> None:
    print("1 träff" if results.count == 1 else f"{results.count} träffar")
    for number, hit in enumerate(results.hits, 1):
        print(f"\n{number}. {hit.id}  {hit.url}")
        for passage in hit.passages:
            print(f"   #{passage.id}  {_excerpt(passage)}")


def _excerpt(passage: Excerpt) -> str:
    """The passage around its first mark, the marked words set off on a terminal."""
    start = max(0, (passage.marks[0][0] if passage.marks else 0) - _AROUND)
    end = min(len(passage.text), (passage.marks[0][1] if passage.marks else 0) + _AROUND)
    bold = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    made, at = "", start
    for first, last in passage.marks:
        if first >= at and last <= end:
            word = passage.text[first:last]
            made += passage.text[at:first] + (f"\033[1m{word}\033[0m" if bold else word)
            at = last
    made += passage.text[at:end]
    return ("…" if start else "") + made + ("…" if end < len(passage.text) else "")
