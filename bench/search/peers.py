"""The same texts as sites of the peers: Material for MkDocs with its own search, and plain pages with Pagefind.

Pagefind is installed into build/bench-tools with npm where it is not there; a peer that cannot be built says why.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

ROOT: Final = Path(__file__).parents[2]
TOOLS: Final = ROOT / "build" / "bench-tools"
PAGEFIND: Final = TOOLS / "node_modules" / ".bin" / "pagefind"
LIMIT: Final = 3600  # seconds

# A process counts its parent's memory as its own until it has run something else; hence a small one in between.
WRAPPER: Final = """import resource, subprocess, sys
status = subprocess.call(sys.argv[1:], stderr=subprocess.STDOUT)
print("\\n", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, sep="", flush=True)
sys.exit(status)
"""

# Left alone, Material only drops stop words; its stemmer has to be asked for.
PIPELINES: Final = {"en": {}, "sv": {"pipeline": ["stemmer", "stopWordFilter", "trimmer"]}}

SEARCH_PAGE: Final = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Sök</title>
<link rel="icon" href="data:,"><script type="module" src="../sok.js"></script></head><body>
<form role="search" action="./" method="get"><label for="q">Sök</label><input id="q" type="search" name="q">
<button type="submit">Sök</button></form><p id="count"></p><ol id="hits"></ol></body></html>
"""
# Pagefind's own programming interface, without the pause that its ready-made box makes before it searches.
SEARCH_SCRIPT: Final = """import * as pagefind from "./pagefind/pagefind.js";
const input = document.getElementById("q"), list = document.getElementById("hits"), count = document.getElementById("count");
async function search() {
  count.textContent = "";
  const found = await pagefind.search(input.value);
  const shown = await Promise.all(found.results.slice(0, 10).map((one) => one.data()));
  list.replaceChildren(...shown.map((one) => {
    const item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
    link.href = one.url;
    link.textContent = one.meta.title;
    text.innerHTML = one.excerpt;
    item.append(link, text);
    item.dataset.address = one.raw_url || one.url;
    return item;
  }));
  count.textContent = String(found.results.length);
}
document.forms[0].addEventListener("submit", (event) => { event.preventDefault(); search(); });
input.value = new URLSearchParams(location.search).get("q") || "";
if (input.value) search();
"""


@dataclass(frozen=True, slots=True)
class Text:
    """A page of a peer's site: its address ("/motioner/x/y/"), its title and its paragraphs."""

    address: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What building cost: seconds, megabytes of memory at most, and why there is no site (``failed``), else ""."""

    seconds: float
    memory: float
    failed: str = ""


def pagefind_site(texts: Iterable[Text], folder: Path) -> Built:
    """Plain pages in ``folder`` with Pagefind's index, and a search page at ``/sok/``."""
    install_pagefind()
    for text in texts:
        paragraphs = "".join(f"<p>{html.escape(one)}</p>" for one in text.paragraphs)
        _write(
            folder / text.address.strip("/") / "index.html",
            f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{html.escape(text.title)}</title></head>'
            f"<body><main data-pagefind-body><h1>{html.escape(text.title)}</h1>{paragraphs}</main></body></html>",
        )
    built = _run([str(PAGEFIND), "--site", str(folder)])
    _write(folder / "sok" / "index.html", SEARCH_PAGE)
    _write(folder / "sok.js", SEARCH_SCRIPT)
    return built


def install_pagefind() -> None:
    """Install Pagefind into the tools' folder, where it is not there already."""
    if not PAGEFIND.exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", str(TOOLS), "pagefind"], check=True)


def material_site(texts: Iterable[Text], folder: Path, language: str) -> Built:
    """A site of Material with its own search: "en" is what it does without being told, "sv" with its Swedish stemmer."""
    work = folder.with_name(folder.name + "-pages")
    shutil.rmtree(work, ignore_errors=True)
    _write(work / "index.md", "# Arkivet\n\nSök i rutan.\n")
    for text in texts:
        paragraphs = "\n\n".join(_plain(one) for one in text.paragraphs)
        _write(work / text.address.strip("/") / "index.md", f"# {_plain(text.title)}\n\n{paragraphs}\n")
    config = {
        "site_name": "Arkivet",
        "docs_dir": str(work),
        "site_dir": str(folder),
        "theme": {"name": "material", "font": False, "language": language},
        "plugins": [{"search": {"lang": language, **PIPELINES[language]}}],
        "nav": [{"Start": "index.md"}],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    file = work.with_suffix(".yml")
    file.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    built = _run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(file)])
    shutil.rmtree(work, ignore_errors=True)
    return built


def _plain(text: str) -> str:
    """Text in which Markdown finds no markup: every character that could be one as a character reference."""
    return "".join(char if char.isalnum() or char in " ,.–" else f"&#{ord(char)};" for char in " ".join(text.split()))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _run(command: list[str]) -> Built:
    """Run a builder and measure it: its time, and the memory of its largest process."""
    started = time.monotonic()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    wrapped = [sys.executable, "-c", WRAPPER, *command]
    try:
        done = subprocess.run(
            wrapped, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=LIMIT, env=environment
        )
    except subprocess.TimeoutExpired:
        return Built(LIMIT, 0, f"> {LIMIT} s")
    *lines, memory = done.stdout.decode("utf-8", "replace").strip().splitlines() or ["0"]
    failed = "" if done.returncode == 0 else f"exit {done.returncode}: {(lines or ['no message'])[-1]}"
    return Built(time.monotonic() - started, int(memory) / 1024 if memory.isdecimal() else 0, failed)
