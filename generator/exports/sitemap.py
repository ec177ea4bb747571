"""sitemap.xml by the protocol's limits (sitemaps.org: absolute addresses, 50,000 of them and 50 MB a file) and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape

from generator.exports.clean import for_xml, link
from generator.model import DataFile, Settings

LIMIT: Final = 50_000  # addresses a file
BYTES: Final = 50 * 1024 * 1024
_NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DECLARATION: Final = "<?xml version='1.0' encoding='utf-8'?>\n"


def sitemaps(settings: Settings, addresses: Sequence[str]) -> tuple[DataFile, ...]:
    """sitemap.xml with every page, sorted, each once; what one file may not hold becomes an index of sitemap-1.xml and on.

    Empty where the settings do not know the site's own address: the protocol has no relative addresses. A page's address ends
    in a slash; what does not (an error page) is left out. When a page was changed is not known, and so not said.
    """
    if not settings.address:
        return ()
    pages = sorted({bare for address in addresses if (bare := address.partition("#")[0]).endswith("/")})
    parts = _parts([_item("url", link(page, settings)) for page in pages])
    if len(parts) == 1:
        return (DataFile("sitemap.xml", _xml("urlset", parts[0])),)
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    index = _xml("sitemapindex", (_item("sitemap", link("/" + name, settings)) for name in names))
    return (
        DataFile("sitemap.xml", index),
        *(DataFile(name, _xml("urlset", part)) for name, part in zip(names, parts, strict=True)),
    )


def robots(settings: Settings) -> bytes:
    """robots.txt: everything may be read; where the sitemap is, if the site's own address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.address:
        lines += ["", f"Sitemap: {encoded(link('/sitemap.xml', settings))}"]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _parts(items: Sequence[str]) -> list[list[str]]:
    """The items in files that keep to both limits; one file, maybe an empty one, where that is enough."""
    parts: list[list[str]] = [[]]
    room = BYTES - 1000  # what stands around the items needs less
    size = 0
    for item in items:
        own = len(item.encode("utf-8"))
        if parts[-1] and (len(parts[-1]) == LIMIT or size + own > room):
            parts.append([])
            size = 0
        parts[-1].append(item)
        size += own
    return parts


def _item(name: str, location: str) -> str:
    return f" <{name}>\n  <loc>{escape(encoded(location))}</loc>\n </{name}>\n"


def encoded(address: str) -> str:
    """An address in letters that an address may have (RFC 3986); å and a space of the settings come out by their bytes."""
    return quote(for_xml(address), safe="%/:?#[]@!$&'()*+,;=~-._")


def _xml(root: str, items: Iterable[str]) -> bytes:
    return f'{_DECLARATION}<{root} xmlns="{_NAMESPACE}">\n{"".join(items)}</{root}>\n'.encode()
