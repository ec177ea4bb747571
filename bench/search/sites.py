"""The sites that the speed is measured on: the same made-up archive for every engine, under build/bench-search."""

from __future__ import annotations

import gzip
import hashlib
import json
import resource
import shutil
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from bench.search.corpus import SETTINGS, texts
from bench.search.engines import MATERIAL, MATERIAL_SV, OURS, PAGEFIND, Engine
from bench.search.peers import ROOT, Built, material_site, pagefind_site
from bench.search.peers import Text as Paper
from bench.search.serve import LEVEL
from generator import addresses, files
from generator.build import Gathered, compose
from generator.model import Archive
from generator.search.index import build_index
from generator.site import build_site, stylesheets, write_config

SITES: Final = ROOT / "build" / "bench-search"
SEARCH: Final = "sok/"
TEXTS: Final = "texter"


@dataclass(frozen=True, slots=True)
class Weight:
    """What one engine's search lays on the server: files, bytes compressed each, and of them those that show hits."""

    files: int
    bytes: int
    shown: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """One engine's site: where it lies, what it cost to make, and what its search weighs."""

    folder: Path
    built: Built
    weight: Weight


@dataclass(frozen=True, slots=True)
class Text:
    """The texts of an archive: words, bytes, and bytes compressed as one stream and paper by paper."""

    papers: int
    words: int
    plain: int
    stream: int
    apart: int


def make(engine: Engine, made: Archive, folder: Path) -> Built:
    """The site of one engine in ``folder``; what is there is replaced."""
    shutil.rmtree(folder, ignore_errors=True)
    if engine is OURS:
        return _ours(made, folder)
    if engine is PAGEFIND:
        return pagefind_site(_pages(made), folder)
    return material_site(_pages(made), folder, {MATERIAL: "en", MATERIAL_SV: "sv"}[engine])


def ready(responses: int, engine: Engine, made: Archive) -> Made:
    """An engine's site for so many responses; it is made anew where what it is made of or with has changed."""
    folder = SITES / str(responses) / engine.name
    note = folder.with_suffix(".json")
    kept = json.loads(note.read_text(encoding="utf-8")) if note.exists() and folder.exists() else {}
    if kept.get("stamp") != stamp(engine):
        built = make(engine, made, folder)
        kept = {"stamp": stamp(engine), "built": asdict(built), "weight": asdict(_weight(engine, folder))}
        note.write_text(json.dumps(kept), encoding="utf-8")
    elif engine is OURS:  # the looks change more often than the index, and are quickly made
        search_page(made, folder)
    return Made(folder, Built(**kept["built"]), Weight(**kept["weight"]))


def stamp(engine: Engine) -> str:
    """A digest of the code that an engine's site is made with; of ours what makes the index."""
    here = Path(__file__).parent
    found = [here / name for name in ("corpus.py", "lexicon.py", "writing.py")]
    if engine is OURS:
        for room in ("model", "search", "swedish"):
            found += [file for file in sorted((ROOT / "generator" / room).rglob("*")) if file.suffix in (".py", ".tsv")]
    else:
        found.append(here / "peers.py")
    digest = hashlib.sha256()
    for file in found:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def weigh(made: Archive) -> Text:
    """How much text an archive is."""
    found = [text for _, text in texts(made)]
    return Text(
        papers=len(found),
        words=sum(len(text.split()) for text in found),
        plain=sum(len(text.encode()) for text in found),
        stream=len(gzip.compress("\n".join(found).encode(), 9)),
        apart=sum(len(gzip.compress(text.encode(), 9)) for text in found),
    )


def _weight(engine: Engine, folder: Path) -> Weight:
    """The files of an engine's search, which for Pagefind are compressed as they lie."""
    if engine is PAGEFIND:
        found = [file for file in (folder / "pagefind").rglob("*") if file.is_file()]
        sizes = {file: file.stat().st_size for file in found}
        return Weight(len(found), sum(sizes.values()), sum(size for file, size in sizes.items() if file.suffix == ".pf_fragment"))
    found = sorted((folder / (SEARCH if engine is OURS else "search")).rglob("*.json"))
    sizes = {file: len(gzip.compress(file.read_bytes(), LEVEL)) for file in found}
    return Weight(len(found), sum(sizes.values()), sum(size for file, size in sizes.items() if TEXTS in file.parts))


def _ours(made: Archive, folder: Path) -> Built:
    """Our site; the cost is of the index alone, with the archive in memory."""
    failed = search_page(made, folder)
    if failed:
        return Built(0, 0, failed)
    started = time.monotonic()
    index = build_index(made, SETTINGS)
    taken = time.monotonic() - started
    shutil.rmtree(folder / SEARCH / TEXTS, ignore_errors=True)
    files.write_files(folder, index)
    return Built(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def search_page(made: Archive, folder: Path) -> str:
    """Build the search page with all that it loads, and of the other pages those of two motions; why not, where it failed."""
    few = replace(
        made,
        motions=made.motions[:2],
        responses=tuple(one for one in made.responses if one.motion in {motion.id for motion in made.motions[:2]}),
    )
    composed = compose(Gathered(few, SETTINGS, (), {}))
    work, site = folder.with_name(folder.name + "-pages"), folder.with_name(folder.name + "-site")
    for old in (work, site):
        shutil.rmtree(old, ignore_errors=True)
    files.write_pages(work / "pages", (*composed.pages, *stylesheets(ROOT / "site_config" / "theme")))
    config = work / "mkdocs.yml"
    write_config(ROOT / "mkdocs.yml", ROOT / "site_config" / "theme", config, work / "pages", SETTINGS)
    output, _ = build_site(config, site)
    if not (site / "sok" / "index.html").exists():
        return (output.strip().splitlines() or ["no message"])[-1]
    files.write_files(site, tuple(file for file in composed.files if not file.path.startswith(SEARCH)))
    shutil.copytree(site, folder, dirs_exist_ok=True)
    for old in (work, site):
        shutil.rmtree(old)
    return ""


def _pages(made: Archive) -> Iterator[Paper]:
    """Every motion and response as a peer gets it: the heading that ours bears, and the paragraphs."""
    titles = {motion.id: motion.title.value for motion in made.motions}
    names = {body.id: body.name for body in made.bodies}
    for motion in made.motions:
        passages = tuple(passage.text for section in motion.sections for passage in section.passages)
        yield Paper(addresses.motion(motion.id), motion.title.value, passages)
    for response in made.responses:
        title = f"{', '.join(names[body] for body in response.bodies)}: {titles[response.motion]}"
        yield Paper(addresses.response(response.id), title, tuple(passage.text for passage in response.passages))

