"""What a reader gets of a built page, whoever built it: words, links, anchors, and what the head says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# Between these there is a gap whether or not the source has a space.
BLOCKS = frozenset({
    "address", "article", "aside", "div", "dd", "dl", "dt", "fieldset", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip


@dataclass(slots=True)
class Built:
    """One page: its title, the words of its <main>, every link of it (absolute), its ids, and the head's own statements."""

    title: str = ""
    words: str = ""
    links: list[str] = field(default_factory=list)
    frame_links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    linked: list[Any] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    current: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.page = Built()
        self.open: list[str] = []
        self.text: list[str] = []
        self.block = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if tag in BLOCKS or tag == "br":
            self.text.append(" ")
        if "id" in said:
            self.page.ids.append(said["id"])
        if tag == "meta" and (name := said.get("name") or said.get("property")):
            self.page.meta[name] = said.get("content", "")
        if tag == "script" and said.get("type") == "application/ld+json":
            self.block = "linked"
        if tag == "link":
            self.page.assets.append(f"{said.get('rel')} {self._whole(said.get('href', ''))}")
        if tag in {"script", "img"} and "src" in said:
            self.page.assets.append(f"{tag} {self._whole(said['src'])}")
        if tag in {"a", "form"}:
            link = self._whole(said.get("href") or said.get("action") or "")
            (self.page.links if "main" in self.open else self.page.frame_links).append(link)
            if "aria-current" in said:
                self.page.current.append(f"{link} {said['aria-current']}")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag in BLOCKS:
            self.text.append(" ")
        self.block = ""

    def handle_data(self, data: str) -> None:
        if self.block == "linked":
            self.page.linked.append(json.loads(data))
        elif "title" in self.open and "head" in self.open:
            self.page.title += data
        elif "main" in self.open:
            self.text.append(data)

    def _whole(self, link: str) -> str:
        """A link as a browser follows it; the start page is the same with and without its slash."""
        parts = urlsplit(urljoin(self.address, link))
        return urlunsplit(parts._replace(path=parts.path or "/"))


def read(html: str, address: str) -> Built:
    """The page at ``address``."""
    reader = _Reader(address)
    reader.feed(html)
    reader.close()
    reader.page.words = " ".join("".join(reader.text).split())
    reader.page.title = " ".join(reader.page.title.split())
    return reader.page


def pages(site: Path) -> Iterator[tuple[str, Built]]:
    """Every page of a built site by its address, in order."""
    for path in sorted(site.rglob("*.html")):
        address = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
        yield address, read(path.read_text(encoding="utf-8"), f"https://arkiv.example{address}")
