"""Recall and precision at ten on the golden set, beside the peers: run by hand, ``python -m bench.search.quality [SHARED]``.

The five seeds and the 75 council bundles are built into an archive, four of the bundles damaged as the damaged seed is. Every
engine has the same documents: the archive its own pages, the peers the same texts as plain pages. Each query is put to each
engine's own search page in headless Chromium, and the first ten pages of the list are held against the rules of
``golden.tsv`` (its header says how right is decided). The table goes to standard output and into ``quality.md``.

``--site=DIR`` measures a site built earlier (with ``content/`` beside it); ``--engines=ours,pagefind`` asks only those
engines and takes the others' lists from the last run; ``--misses`` lists what went wrong for the half tuned on,
``--misses=aside`` for the other.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.search.asking import OURS, PEERS, Asker, pages_of
from bench.search.browse import browsing
from bench.search.collection import build_archive, collect, fill
from bench.search.peers import ROOT, TOOLS, Text, material_site, pagefind_site
from bench.search.relevance import ASIDE, KINDS, TUNED, Judged, Page, Score, judge, read_queries, score
from bench.search.serve import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE: Final = Path(__file__).parent
WORK: Final = ROOT / "build" / "bench-search" / "quality"
KIND_NAMES: Final = {
    "inflection": "böjning", "compound head": "förled", "compound tail": "efterled", "umlaut plural": "omljud",
    "no dots": "utan prickar", "damaged text": "skadad text", "diary number": "diarienummer", "name": "namn", "phrase": "fras",
    "several words": "flera ord",
}  # fmt: skip
ALL: Final = "alla"

Scores = Mapping[str, Sequence[Score]]  # by the engine's name, in the order of the queries


def texts_of(pages: Iterable[Page]) -> list[Text]:
    """The pages as the peers get them; the heading holds the motion's title, as the page's own does."""
    return [Text(f"/{page.url}", ": ".join(filter(None, (page.title, page.motion))), page.blocks) for page in pages]


def build_peer(asker: Asker, pages: Sequence[Page], folder: Path) -> str:
    """Build a peer's site of the same texts; what went wrong, or ""."""
    shutil.rmtree(folder, ignore_errors=True)
    if asker.name == "pagefind":
        return pagefind_site(texts_of(pages), folder).failed
    return material_site(texts_of(pages), folder, asker.name.removeprefix("material-")).failed


def ask(browser: Browser, asker: Asker, folder: Path, judged: Sequence[Judged]) -> list[list[str]]:
    """The pages that one engine shows, in the order of the queries."""
    context = browser.new_context(locale="sv-SE")
    page = context.new_page()
    with serving(folder) as server:
        found = [pages_of(asker.ask(page, server.address, one.query.text)) for one in judged]
    context.close()
    return found


def keep(asker: Asker, judged: Sequence[Judged], found: Sequence[Sequence[str]]) -> None:
    """Keep the pages that an engine showed, by query."""
    WORK.mkdir(parents=True, exist_ok=True)
    lists = {one.query.text: urls for one, urls in zip(judged, found, strict=True)}
    text = json.dumps({"asked": datetime.now(UTC).date().isoformat(), "lists": lists}, ensure_ascii=False, indent=1)
    (WORK / f"{asker.name}.json").write_text(text, encoding="utf-8")


def kept(asker: Asker, judged: Sequence[Judged]) -> dict[str, list[str]]:
    """The pages that an engine showed in the last run, by query; none if it was never asked all of these queries."""
    file = WORK / f"{asker.name}.json"
    if not file.exists():
        return {}
    lists: dict[str, list[str]] = json.loads(file.read_text(encoding="utf-8"))["lists"]
    return lists if all(one.query.text in lists for one in judged) else {}


def table(judged: Sequence[Judged], scores: Scores, half: str | None, titles: Mapping[str, str]) -> list[str]:
    """The lines of a Markdown table, kind by engine, for one half or (None) for both."""
    lines = ["| slag | frågor | " + " | ".join(titles[name] for name in scores) + " |"]
    lines.append("|---|--:|" + "--:|" * len(scores))
    for kind in (*KINDS, None):
        rows = [
            at for at, one in enumerate(judged) if kind in (one.query.kind, None) and half in (one.query.half, None)
        ]
        cells = [_cell([found[at] for at in rows]) for found in scores.values()]
        lines.append(f"| {KIND_NAMES[kind] if kind else f'**{ALL}**'} | {len(rows)} | " + " | ".join(cells) + " |")
    return lines


def _cell(scores: Sequence[Score]) -> str:
    """Recall / precision in per cent, and how many queries found nothing."""
    if not scores:
        return "–"
    known = [one.precision for one in scores if one.precision is not None]
    empty = len(scores) - len(known)
    recall = f"{100 * sum(one.recall for one in scores) / len(scores):.1f}".replace(".", ",")
    precision = f"{100 * sum(known) / len(known):.1f}".replace(".", ",") if known else "–"
    return f"{recall} / {precision}" + (f" ({empty} tomma)" if empty else "")


def misses(judged: Sequence[Judged], scores: Sequence[Score], half: str) -> list[str]:
    """For each query of a half that lost or brought in a page: which, at most ten of each."""
    lines = []
    for one, found in zip(judged, scores, strict=True):
        if one.query.half == half and (found.recall < 1 or found.wrong):
            shown = "-" if found.precision is None else f"{found.precision:.2f}"
            lines.append(f"{one.query.kind}\t{one.query.text}\trecall {found.recall:.2f}\tprecision {shown}")
            lines += [f"\tmissed {url}" for url in found.missed[:10] if found.recall < 1]
            lines += [f"\twrong {url}" for url in found.wrong[:10]]
    return lines


def machine() -> str:
    """The machine in a few words: processors and memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} processorkärnor, {memory:.0f} GB minne"


def versions() -> str:
    """The peers' versions, as they are installed."""
    pagefind = json.loads((TOOLS / "node_modules" / "pagefind" / "package.json").read_text(encoding="utf-8"))["version"]
    return f"Material {metadata.version('mkdocs-material')}, Pagefind {pagefind}"


def report(judged: Sequence[Judged], scores: Scores, pages: int, date: str) -> str:
    """The text of ``quality.md``."""
    titles = {one.name: one.title for one in (OURS, *PEERS)}
    lines = [
        "# Träffar och precision bland de tio första",
        "",
        f"{len(judged)} frågor, {pages} sidor. {date}, {machine()}. {versions()}. Gjord av `python -m bench.search.quality`.",
        "Sidorna är de fem förlagorna och 75 handlingar från kommunfullmäktige; fyra av handlingarna är skadade med flit, så som",
        "textigenkänning skadar å, ä och ö. Alla får samma texter, och frågorna ställs på var och ens egen söksida i Chromium.",
        "",
        "I varje ruta: andelen av de sökta sidorna som finns bland de tio första / andelen av de visade som inte är fel, i procent,",
        "medel över frågorna. Precisionen räknas på de frågor som gav något; hur många som inte gav något står inom parentes.",
        "Hur rätt och fel avgörs står överst i `golden.tsv`.",
    ]
    for title, half in (
        ("Alla frågor", None),
        ("Frågor som sökningen har trimmats på", TUNED),
        ("Frågor som hållits undan", ASIDE),
    ):
        lines += ["", f"## {title}", "", *table(judged, scores, half, titles)]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> None:
    """Build, ask, print and write."""
    options = dict(argument[2:].partition("=")[::2] for argument in arguments if argument.startswith("--"))
    folders = [argument for argument in arguments if not argument.startswith("--")]
    shared = Path(folders[0]) if folders else ROOT.parent / "shared"
    asked = options.get("engines", "").split(",") if "engines" in options else [one.name for one in (OURS, *PEERS)]
    site = Path(options["site"]) if "site" in options else WORK / "site"
    content = site.parent / "content"
    if "site" not in options:
        fill(shared, content)
        build_archive(content, site)
    held = collect(shared, content, site)
    judged = judge(read_queries((HERE / "golden.tsv").read_text(encoding="utf-8")), held.pages, held.besides)
    scores = {}
    with browsing(shutil.which("chromium") or "chromium") as browser:
        for asker in (OURS, *PEERS):
            folder = site if asker is OURS else WORK / asker.name
            failed = build_peer(asker, held.pages, folder) if asker is not OURS and asker.name in asked else ""
            if failed:
                print(f"{asker.title}: {failed}", file=sys.stderr)
                continue
            if asker.name in asked:
                keep(asker, judged, ask(browser, asker, folder, judged))
            lists = kept(asker, judged)
            if lists:
                scores[asker.name] = [score(one, lists[one.query.text]) for one in judged]
    text = report(judged, scores, len(held.pages), datetime.now(UTC).date().isoformat())
    print(text)
    if "misses" in options and OURS.name in scores:
        print("\n".join(misses(judged, scores[OURS.name], options["misses"] or TUNED)))
    if len(scores) == 1 + len(PEERS):
        (HERE / "quality.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
