"""sitemap.xml by the protocol's limits (sitemaps.org: 50,000 addresses a file) and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from generator.exports.clean import for_xml, link
from generator.model import DataFile, Settings

LIMIT: Final = 50_000
_NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemaps(settings: Settings, addresses: Sequence[str]) -> tuple[DataFile, ...]:
    """sitemap.xml with every page, sorted, each once; more than 50,000 become an index of sitemap-1.xml and on.

    A page's address ends in a slash; what does not (an error page) is left out. Addresses are absolute where the settings know the site's own, else root-relative.
    """
    bare = {address.partition("#")[0] for address in addresses}
    pages = sorted(address for address in bare if address.endswith("/"))
    if len(pages) <= LIMIT:
        return (DataFile("sitemap.xml", _xml("urlset", "url", (link(page, settings) for page in pages))),)
    parts = [pages[at : at + LIMIT] for at in range(0, len(pages), LIMIT)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    index = _xml("sitemapindex", "sitemap", (link("/" + name, settings) for name in names))
    return (
        DataFile("sitemap.xml", index),
        *(
            DataFile(name, _xml("urlset", "url", (link(page, settings) for page in part)))
            for name, part in zip(names, parts, strict=True)
        ),
    )


def robots(settings: Settings) -> bytes:
    """robots.txt: everything may be read; where the sitemap is, if the site's own address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.address:
        lines += ["", f"Sitemap: {link('/sitemap.xml', settings)}"]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _xml(root_name: str, item_name: str, locations: Iterable[str]) -> bytes:
    root = ET.Element(root_name, {"xmlns": _NAMESPACE})
    for location in locations:
        ET.SubElement(ET.SubElement(root, item_name), "loc").text = for_xml(location)
    ET.indent(root, " ")
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
