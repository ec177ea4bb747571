"""``motionsarkiv search QUERY``: a built site, searched from the terminal with the same index as the browser's."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from generator.commands.shared import PUBLISHED, USAGE, count
from generator.files import read_bytes
from generator.labels import NO_SENDER, listed, upper_first
from generator.pages.words import date
from generator.search.excerpts import Excerpt
from generator.search.query import ORDERS, Filters, Index, Results, load, search

NAME = "search"
HELP = "Sök i ett byggt arkiv; samma svar som på sajtens söksida."
EXAMPLE = "motionsarkiv search aktionsgrupper --stance oklart"
_AROUND = 90  # characters shown on each side of the first word found
_DEFAULT_LIMIT = 20
_FACTS = 3  # titles, numbers and names shown for a hit whose words stand in no passage
_YEAR = 4  # digits
# The options that narrow, each with its key in the query language; given twice, either value will do.
_NARROWING = (
    ("--body", "instans", "INSTANS", "bara svar från instansen"),
    ("--motion", "motion", "ÄRENDE", "bara dokument i ärendet"),
    ("--kind", "typ", "SORT", "bara den sortens dokument: motion, svar, beredning, inlaga eller bilaga"),
    ("--year", "ar", "ÅR", "bara dokument från året"),
    ("--stance", "hallning", "HÅLLNING", "bara svar med hållningen"),
    ("--section", "avsnitt", "AVSNITT", "bara där orden står i avsnittet, till exempel bedömning"),
)


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the query, where the site is, and what narrows the search."""
    parser.add_argument("query", metavar="FRÅGA", help='sökord; "exakt fras", -utan, samverkan*, instans:bromma')
    parser.add_argument("--site", default="site", metavar="MAPP", help="den byggda sajten (förval: site)")
    for option, key, name, told in _NARROWING:
        parser.add_argument(option, dest=key, action="append", default=[], metavar=name, help=told)
    parser.add_argument("--sort", choices=ORDERS, default=ORDERS[0], help="ordningen: bästa, nyaste eller äldsta först (förval: relevans)")
    parser.add_argument("--limit", type=count, default=_DEFAULT_LIMIT, metavar="N", help="högst så många träffar (förval: 20)")
    parser.add_argument("--json", action="store_true", help="skriv träffarna som JSON")


def run(options: argparse.Namespace) -> int:
    """Print the hits, best first; 2 if the site has no index, or the query or what narrows it cannot be read."""
    site = Path(options.project) / options.site
    try:
        index = load(lambda name: read_bytes(site / name))
    except (OSError, ValueError):
        print(f"Det finns inget sökindex i {options.site}. Bygg arkivet först: motionsarkiv build", file=sys.stderr)
        return USAGE
    for year in options.ar:
        if not (year.isdecimal() and len(year) == _YEAR):
            print(f"Skriv året med fyra siffror, inte ”{year}”.", file=sys.stderr)
            return USAGE
    filters = Filters(**{key: tuple(getattr(options, key)) for _, key, _, _ in _NARROWING})
    results = search(index, options.query, filters, options.limit, options.sort)
    if options.json:
        print(json.dumps(results.as_dict(), ensure_ascii=False, indent=1))
    elif not results.unreadable:
        _print(index, results)
    if results.message:
        print(results.message, file=sys.stderr)
    return USAGE if results.unreadable else PUBLISHED


def _print(index: Index, results: Results) -> None:
    print("1 träff" if results.count == 1 else f"{results.count} träffar")
    for place, hit in enumerate(results.hits, 1):
        print(f"\n{place}. {hit.id}  {hit.url}")
        print(f"   {_told(index, index.row(hit.number))}")
        for fact in hit.facts[:_FACTS]:
            print(f"   I dokumentets uppgifter: {_excerpt(fact)}")
        for passage in hit.passages:
            print(f"   #{passage.id}{_section(index, passage)}  {_excerpt(passage)}")


def _told(index: Index, row: dict[str, Any]) -> str:
    """What a hit is, in plain words: the kind, whose, when, the stance, the case."""
    names = [index.root["bodies"][body] for body in row["bodies"]]
    kind = NO_SENDER if row["kind"] == "svar" and not names else index.root["kinds"][row["kind"]]
    stance = index.root["stances"][row["stance"]] if row["stance"] else ""
    known = (kind, listed(names), date(row["date"]), stance, f"”{row['case']}”" if row["case"] else "", "ur arkivets referat" if row.get("retold") else "")
    return upper_first(" · ".join(one for one in known if one))


def _section(index: Index, passage: Excerpt) -> str:
    """The section that a passage stands in, in brackets; "" for none."""
    return f"  [{list(index.root['sections'].values())[passage.section]}]" if passage.section >= 0 else ""


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
