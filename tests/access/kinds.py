"""Which of a site's pages to try: few, but every kind of page and everything that stands on any page is on one of them."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

# Below these every page has a template of its own; elsewhere those on one level share theirs.
_SINGLE = ("om",)


class _Traits(HTMLParser):
    """The elements of a page, each with its classes and its role, and the kind that the page says it is."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        held = dict(attrs)
        self.found.add(f"{tag}[{held['role']}]" if held.get("role") else tag)
        self.found.update(f"{tag}.{name}" for name in (held.get("class") or "").split())


def traits(address: str, text: str) -> frozenset[str]:
    """What can be said of the page at ``address``: its place among the addresses, and the elements and classes it has."""
    parser = _Traits()
    parser.feed(text)
    parts = [part for part in address.split("/") if part]
    place = "/".join(parts) if len(parts) < 2 or parts[0] in _SINGLE else f"{parts[0]}/{len(parts)}/{'jamforelse' in parts}"
    return frozenset({f"address:{place}", *parser.found})


def addresses(folder: Path) -> tuple[str, ...]:
    """The addresses of the pages of the site in ``folder``, in order; pages that only send the reader on are not among them."""
    found = []
    for path in sorted(folder.rglob("*.html")):
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8"):
            found.append("/" + path.relative_to(folder).as_posix().removesuffix("index.html"))
    return tuple(found)


def chosen(sites: Iterable[Path]) -> tuple[tuple[Path, str], ...]:
    """Pages of the sites that together have every trait that any page has, fewest first found; the same for the same sites."""
    pages = {
        (folder, address): traits(address, (folder / f"{address[1:]}index.html" if address.endswith("/") else folder / address[1:]).read_text("utf-8"))
        for folder in sites
        for address in addresses(folder)
    }
    missing = frozenset[str]().union(*pages.values())
    made: list[tuple[Path, str]] = []
    while missing:
        best = max(pages, key=lambda page: len(pages[page] & missing))
        made.append(best)
        missing -= pages[best]
    return tuple(made)
