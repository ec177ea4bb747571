"""data/dcat.rdf: the archive's data described for data portals, by the profile DCAT-AP-SE 3.0.1 (Digg) in RDF/XML.

The profile demands a publisher, a licence for the catalogue and whole addresses, and a contact point must have an e-mail address
or it is none. What ``site.yml`` does not give is not made up: without the site's address, its publisher, its licence's address or
its contact's e-mail there is no description at all, rather than one that a portal refuses. How long the data will be there, how
often they change and from when are not known, and left out.

The catalogue, which is this description and not the data, is CC0: the profile allows nothing else, and its words are this
program's own. The data have the licence that ``site.yml`` states.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

from generator import addresses
from generator.datafiles import DCAT, SQLITE, is_described, mail_of
from generator.exports.clean import for_xml, link
from generator.exports.sitemap import encoded
from generator.model import Archive, DataFile, Settings

PATH: Final = DCAT.lstrip("/")
NAMESPACES: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_EU: Final = "http://publications.europa.eu/resource/authority/"
SWEDISH: Final = _EU + "language/SWE"
GOVERNMENT: Final = _EU + "data-theme/GOVE"
THEMES: Final = _EU + "data-theme"
PUBLIC: Final = _EU + "access-right/PUBLIC"
CC0: Final = "http://creativecommons.org/publicdomain/zero/1.0/"
LOCAL: Final = "http://purl.org/adms/publishertype/LocalAuthority"
# What the dataset can be fetched as: the path, the media type, what it is in Swedish.
WHOLE: Final = (
    (addresses.ARCHIVE_JSON, "application/json", "Hela arkivet som JSON: varje uppgift med sin plats i källan"),
    (SQLITE, "application/vnd.sqlite3", "Hela arkivet som databas (SQLite) med fulltextsökning"),
)
TABLES: Final = (
    ("/data/motions.csv", "Motioner, en rad för varje", "motionerna: titel, diarienummer, förslagsställare, tillfrågade, svar och beslut"),
    ("/data/responses.csv", "Remissvar, en rad för varje", "svaren: instans, datum, hållning, citat och undertecknare"),
    ("/data/stances.csv", "Hållningar, en rad för varje svar och förslag", "vem som anser vad om vilket förslag, med citat"),
)
LATEST: Final = (addresses.FEED, "application/atom+xml", "De senaste motionerna och svaren som flöde (Atom)")
KEYWORDS: Final = ("motioner", "remissvar", "kommunfullmäktige", "nämnder", "demokrati")
_MUNICIPALITY: Final = re.compile(r"\bkommun$", re.IGNORECASE)


def dcat(archive: Archive, settings: Settings) -> tuple[DataFile, ...]:
    """The description, the same bytes for the same settings; none where a key of ``datafiles.missing`` is, or the archive is empty."""
    if not is_described(archive, settings):
        return ()
    for prefix, namespace in NAMESPACES.items():
        ET.register_namespace(prefix, namespace)
    root = ET.Element(_name("rdf:RDF"))
    own, place = _link("/" + PATH, settings), (f" i {settings.municipality}" if settings.municipality else "")
    publisher, contact = own + "#utgivare", own + "#kontakt"
    whole = f"Motioner{place}, vad de som tillfrågades svarade, och vad som beslutades. Varje uppgift har sin plats i det dokument som den kommer ur."
    # Distributions hold the same data in other forms (the profile's recommendation), so what holds a part is a dataset of its own.
    sets: list[tuple[str, str, str, tuple[tuple[str, str, str], ...]]] = [("arkivet", "Motioner och remissvar", whole, WHOLE)]
    for path, title, what in TABLES:
        said = f"Ur arkivet över motioner och remissvar{place}: {what}."
        sets.append((path.rpartition("/")[2].partition(".")[0], title, said, ((path, "text/csv", f"Tabell (CSV): {what}"),)))
    sets.append(("senaste", "Senaste motioner och remissvar", f"Det som senast kom in till arkivet över motioner och remissvar{place}.", (LATEST,)))
    catalog = _node(root, "dcat:Catalog", own + "#katalog")
    _text(catalog, "dcterms:title", f"{settings.site_name}: öppna data")
    _text(catalog, "dcterms:description", f"Motioner och remissvar{place} som öppna data.")
    _points(catalog, "dcterms:publisher", publisher)
    _points(catalog, "dcterms:license", CC0)
    _points(catalog, "dcterms:language", SWEDISH)
    _points(catalog, "dcat:themeTaxonomy", THEMES)
    _points(catalog, "foaf:homepage", _link(addresses.START, settings))
    for name, title, said, held in sets:
        _points(catalog, "dcat:dataset", f"{own}#{name}")
        node = _node(root, "dcat:Dataset", f"{own}#{name}")
        _text(node, "dcterms:title", title)
        _text(node, "dcterms:description", said)
        _points(node, "dcterms:publisher", publisher)
        _points(node, "dcat:contactPoint", contact)
        _points(node, "dcterms:language", SWEDISH)
        _points(node, "dcterms:accessRights", PUBLIC)
        _points(node, "dcat:theme", GOVERNMENT)
        _points(node, "dcat:landingPage", _link(addresses.DATA, settings))
        for word in KEYWORDS:
            _text(node, "dcat:keyword", word)
        for path, media, what in held:
            address = f"{own}#{path.rpartition('/')[2]}"
            _points(node, "dcat:distribution", address)
            _distribution(root, address, path, media, what, settings)
    agent = _node(root, "foaf:Agent", publisher)
    _plain(agent, "foaf:name", settings.publisher)
    if _MUNICIPALITY.search(settings.publisher):
        _points(agent, "dcterms:type", LOCAL)
    card = _node(root, "vcard:Organization", contact)
    _plain(card, "vcard:fn", settings.publisher)
    _points(card, "vcard:hasEmail", f"mailto:{encoded(mail_of(settings))}")
    ET.indent(root, " ")
    return (DataFile(PATH, ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"),)


def _distribution(root: ET.Element, about: str, path: str, media: str, what: str, settings: Settings) -> None:
    node = _node(root, "dcat:Distribution", about)
    _text(node, "dcterms:title", path.rpartition("/")[2])
    _text(node, "dcterms:description", what + ".")
    _points(node, "dcat:accessURL", _link(addresses.DATA, settings))
    _points(node, "dcat:downloadURL", _link(path, settings))
    _plain(node, "dcterms:format", media)
    _points(node, "dcterms:license", _licence(settings))
    _points(node, "dcterms:language", SWEDISH)


def _licence(settings: Settings) -> str:
    return encoded(settings.licence.address) if settings.licence else ""


def _link(path: str, settings: Settings) -> str:
    return encoded(link(path, settings))


def _name(prefixed: str) -> str:
    prefix, _, name = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{name}"


def _node(root: ET.Element, kind: str, about: str) -> ET.Element:
    return ET.SubElement(root, _name(kind), {_name("rdf:about"): about})


def _points(node: ET.Element, name: str, target: str) -> None:
    ET.SubElement(node, _name(name), {_name("rdf:resource"): target})


def _text(node: ET.Element, name: str, text: str) -> None:
    ET.SubElement(node, _name(name), {"{http://www.w3.org/XML/1998/namespace}lang": "sv"}).text = for_xml(text)


def _plain(node: ET.Element, name: str, text: str) -> None:
    ET.SubElement(node, _name(name)).text = for_xml(text)
