"""opensearch.xml: lets a browser add the archive to its search engines (OpenSearch 1.1, draft 6)."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

from generator import addresses
from generator.exports.clean import for_xml, link
from generator.model import DataFile, Settings

PATH: Final = "opensearch.xml"
# The specification's limits, in letters.
SHORT: Final = 16
LONG: Final = 48
DESCRIPTION: Final = 1024
_NAMESPACE: Final = "http://a9.com/-/spec/opensearch/1.1/"
_NO_ADDRESS: Final = re.compile(r"[{}\s<>\"\\^`|]")
_ICON: Final = "/assets/images/favicon.svg"


def opensearch(settings: Settings) -> tuple[DataFile, ...]:
    """The description of the archive's search; none where the settings do not know the site's own address.

    A browser must be given a whole address to search at. A page links to the description under the same condition.
    """
    if not settings.address:
        return ()
    name = for_xml(settings.site_name) or "Motionsarkivet"
    root = ET.Element("OpenSearchDescription", {"xmlns": _NAMESPACE})
    _add(root, "ShortName", short(name))
    if len(name) > SHORT:
        _add(root, "LongName", cut(name, LONG))
    of = f" i {settings.municipality}" if settings.municipality else ""
    _add(root, "Description", cut(for_xml(f"Sök bland motioner och svar på dem{of}: {name}."), DESCRIPTION))
    _add(root, "InputEncoding", "UTF-8")
    _add(root, "OutputEncoding", "UTF-8")
    _add(root, "Language", "sv")
    _add(root, "Image", _whole(link(_ICON, settings)), {"type": "image/svg+xml"})
    template = _whole(link(addresses.SEARCH, settings)) + "?q={searchTerms}"
    _add(root, "Url", "", {"type": "text/html", "method": "get", "template": template})
    own = _whole(link("/" + PATH, settings))
    _add(root, "Url", "", {"type": "application/opensearchdescription+xml", "rel": "self", "template": own})
    ET.indent(root, " ")
    return (DataFile(PATH, ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"),)


def short(name: str) -> str:
    """``name`` in at most sixteen letters: whole words of it, else its first letters and "…"."""
    if len(name) <= SHORT:
        return name
    whole = name[: SHORT + 1].rpartition(" ")[0].rstrip(" ,;:–-")
    # One short word of a long name ("Den …") would name nothing.
    return whole if len(whole) > SHORT // 2 else name[: SHORT - 1].rstrip() + "…"


def cut(text: str, limit: int) -> str:
    """``text``, or its first words and "…" where it is longer than ``limit`` letters."""
    if len(text) <= limit:
        return text
    return (text[: limit - 1].rpartition(" ")[0] or text[: limit - 1]) + "…"


def _whole(address: str) -> str:
    """An address in which no brace, space or sign of the settings can be taken for a parameter of the template or end it."""
    return _NO_ADDRESS.sub(lambda found: quote(found[0]), for_xml(address))


def _add(parent: ET.Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    node = ET.SubElement(parent, name, attributes or {})
    if text:
        node.text = text
