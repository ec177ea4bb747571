"""The documents that the golden set is asked of: the seeds and the council bundles, four of them damaged, built into an archive."""

from __future__ import annotations

import json
import random
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bench.restoration import damaged, seen
from bench.search.peers import ROOT
from bench.search.relevance import Page, read_pages
from generator.build import Paths, build

DAMAGED: Final = 2  # bundles of each half that are damaged
SEED: Final = 5


@dataclass(frozen=True, slots=True)
class Collection:
    """What is searched: the built site, its pages, and what damaged documents say besides what is shown."""

    site: Path
    pages: tuple[Page, ...]
    besides: Mapping[str, str]


def fill(shared: Path, content: Path) -> None:
    """Lay out the documents in ``content``: seeds and bundles, ``DAMAGED`` bundles of each half with their å ä ö lost."""
    shutil.rmtree(content, ignore_errors=True)
    content.mkdir(parents=True)
    bundles = sorted((shared / "goteborg" / "handlingar").glob("*.txt"))
    late = [file for file in bundles if file.name.startswith(("2025", "2026"))]
    chance = random.Random(SEED)  # noqa: S311 - a repeatable draw, not a secret
    hurt = {*chance.sample([file for file in bundles if file not in late], DAMAGED), *chance.sample(late, DAMAGED)}
    for file in (*sorted((shared / "seeds").glob("*.txt")), *bundles):
        text = file.read_text(encoding="utf-8")
        (content / file.name).write_text(damaged(text, 1.0, 1, seen()) if file in hurt else text, encoding="utf-8")


def build_archive(content: Path, site: Path) -> None:
    """Build ``content`` with the project's own configuration; SystemExit if nothing could be published."""
    project = site.parent / "project"
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "site_config", project / "site_config")
    if not build(Paths(project, content, project / "site_config", site)).published:
        raise SystemExit("the archive could not be built")


def collect(shared: Path, content: Path, site: Path) -> Collection:
    """The pages of a built site, with the right text and the text as it stood of every damaged document."""
    right = {
        file.name: file.read_text(encoding="utf-8")
        for folder in ("seeds", "goteborg/handlingar")
        for file in (shared / folder).glob("*.txt")
    }
    stood = {file.name: file.read_text(encoding="utf-8") for file in content.glob("*.txt")}
    versions = {name: [text, right[name]] for name, text in stood.items() if name in right and text != right[name]}
    gold = shared / "gold" / "001_restored.txt"
    seed = next(name for name in stood if name.startswith("001_"))
    versions[seed] = [stood[seed], gold.read_text(encoding="utf-8")]
    archive = json.loads((site / "data" / "archive.json").read_text(encoding="utf-8"))
    return Collection(site, read_pages(site), dict(_besides(list(_published(archive)), versions)))


def _published(archive: dict[str, Any]) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Each published document's page and where its passages begin, (file, line)."""
    held = [*archive["motions"], *archive["responses"]]
    held += [one for motion in archive["motions"] for one in (*motion["statements"], *motion["enclosures"])]
    for one in held:
        places = [passage["place"] for section in one.get("sections") or () for passage in section["passages"]]
        if one.get("url"):
            yield one["url"].lstrip("/"), [(place["file"], place["line"]) for place in places if place]


def _besides(
    published: Sequence[tuple[str, list[tuple[str, int]]]], versions: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    starts = defaultdict(set)
    for _, places in published:
        for file, line in places:
            starts[file].add(line)
    for url, places in published:
        found = []
        for file, line in places:
            end = min((other for other in starts[file] if other > line), default=None)
            for text in versions.get(file, ()):
                found += text.split("\n")[line - 1 : end - 1 if end else None]
        if found:
            yield url, "\n".join(found)
