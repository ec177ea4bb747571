"""Atom feeds (RFC 4287): what came in last, for the whole archive, each motion, body and term; and the change log.

The archive has no clock. An entry's time is its document's own date at midnight UTC; without one, the day its motion was
filed; without that, 1 January 1970, and the entry says that the date is missing. Entries come newest first. The licence of the data, where
one is stated, is each feed's ``rights`` and its link ``license`` (RFC 4946).
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.etree import ElementTree as ET

from generator import addresses
from generator.changelog import SORTS, log
from generator.changelog import Entry as Line
from generator.compare.terms import listed_terms, term_uses
from generator.exports.clean import for_xml, link
from generator.exports.senders import names_of, sender
from generator.labels import STANCES, upper_first
from generator.model import Archive, DataFile, Fact, Finding, Motion, Response, Settings

LIMIT: Final = 50  # entries a feed
OF_TERM: Final = 25  # … of a word: there are as many such feeds as words with a page
NO_DATE: Final = "1970-01-01"
_ATOM: Final = "http://www.w3.org/2005/Atom"
_TITLE_LENGTH: Final = 300  # letters of a title or summary before it is cut


@dataclass(frozen=True, slots=True)
class Entry:
    """One motion, answer or change in a feed; ``day`` is ISO, ``author`` who sent it, ``name`` what makes its id where the address is not enough."""

    address: str
    title: str
    summary: str
    day: str
    author: str
    name: str = ""


def feeds(archive: Archive, settings: Settings, findings: Iterable[Finding] = ()) -> tuple[DataFile, ...]:
    """feed.xml, and feed.xml beside each motion's, body's and word's page and beside the change log, which needs ``findings``."""
    names = names_of(archive)
    everything: list[Entry] = []
    of_motion: defaultdict[str, list[Entry]] = defaultdict(list)
    of_body: defaultdict[str, list[Entry]] = defaultdict(list)
    by_id: dict[str, Entry] = {}
    motions = {motion.id: motion for motion in archive.motions}
    for motion in archive.motions:
        entry = _motion(motion)
        by_id[motion.id] = entry
        everything.append(entry)
        of_motion[motion.id].append(entry)
    for response in archive.responses:
        entry = _response(response, motions.get(response.motion), names)
        by_id[response.id] = entry
        everything.append(entry)
        of_motion[response.motion].append(entry)
        for body in response.bodies:
            of_body[body].append(entry)
    title = settings.site_name
    made = [_file(addresses.START, title, everything, settings)]
    made += [
        _file(addresses.motion(motion.id), f"{title}: {motion.title.value}", of_motion[motion.id], settings)
        for motion in archive.motions
    ]
    made += [
        _file(addresses.body(body.id), f"{title}: {body.name}", of_body[body.id], settings) for body in archive.bodies
    ]
    made += _of_terms(archive, settings, by_id)
    titles = {entry.address: entry.title for entry in everything}
    changes = [_change(line, titles) for line in log(archive, settings, findings)]
    made.append(_file(addresses.CHANGES, f"{title}: ändringar", changes, settings))
    return tuple(made)


def _of_terms(archive: Archive, settings: Settings, by_id: Mapping[str, Entry]) -> Iterator[DataFile]:
    """A feed a word: the motions and answers that use it. Words that share an address share a feed, as they share a page."""
    together: dict[str, list[str]] = {}
    for term in listed_terms(archive, settings):
        together.setdefault(addresses.term(term), []).append(term)
    for target, terms in together.items():
        uses = [use for term in terms for use in term_uses(archive, term)]
        owners = dict.fromkeys(place.owner for use in uses for place in use.occurrences)
        entries = [by_id[owner] for owner in owners if owner in by_id]
        yield _file(target, f"{settings.site_name}: {', '.join(terms)}", entries, settings, OF_TERM)


def _change(line: Line, titles: Mapping[str, str]) -> Entry:
    """A line of the change log by the name of its page; one about a page that is gone leads to the log itself."""
    said = upper_first(SORTS[line.sort])
    keys = f" Det gäller {', '.join(line.keys)}." if line.keys else ""
    to = f" Ny adress: {titles.get(line.to, line.to)}." if line.to else ""
    reason = f" Skäl: {line.reason}" if line.reason else ""
    name = "/".join([line.day, line.sort, line.what, *line.keys, line.reason])
    day = day_of_text(line.day)
    undated = " Utan datum." if day == NO_DATE else ""
    return Entry(line.to or line.page or addresses.CHANGES, f"{said}: {titles.get(line.page, line.what)}", f"{said}.{keys}{to}{reason}{undated}", day, "", name)


def day_of(*facts: Fact | None) -> str:
    """The first of these that holds a real day (a month counts from its first), as ISO; 1970-01-01 if none does."""
    return day_of_text(*(fact.value for fact in facts if fact))


def day_of_text(*values: str) -> str:
    """The same of values that are no facts."""
    for value in values:
        for candidate in (value, f"{value}-01"):
            try:
                return date.fromisoformat(candidate).isoformat()
            except ValueError:
                continue
    return NO_DATE


def _motion(motion: Motion) -> Entry:
    day = day_of(motion.filed)
    proposers = ", ".join(one.name for one in motion.proposers if not one.struck)
    said = f"Motion av {proposers}." if proposers else "Motion; förslagsställare framgår inte."
    if day == NO_DATE:
        said += " Utan datum."
    return Entry(addresses.motion(motion.id), motion.title.value, said, day, proposers)


def _response(response: Response, motion: Motion | None, names: dict[str, str]) -> Entry:
    who = sender(response.bodies, names)
    about = motion.title.value if motion else response.motion
    said = f"Svar på motionen ”{about}”. Hållning: {STANCES[response.stance.value]}."
    if response.role == "preparation":
        said = f"Sammanställning av svaren på motionen ”{about}”."
    if response.document_type == "missiv":
        said = f"Remissmissiv för motionen ”{about}”."
    if response.retold:
        said += " Arkivets referat."
    if day_of(response.date) == NO_DATE:
        said += " Utan datum."
    day = day_of(response.date, motion.filed if motion else None)
    return Entry(addresses.response(response.id), f"{who}: {about}", said, day, who)


def _file(address: str, title: str, entries: Iterable[Entry], settings: Settings, limit: int = LIMIT) -> DataFile:
    kept = sorted(entries, key=lambda entry: (entry.address, entry.name))
    kept = sorted(kept, key=lambda entry: entry.day, reverse=True)[:limit]
    own = addresses.feed(address)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "sv"})
    _add(root, "id", _id(own, settings))
    _add(root, "title", title)
    _add(root, "updated", _moment(kept[0].day if kept else NO_DATE))
    author = ET.SubElement(root, "author")
    _add(author, "name", settings.publisher or settings.municipality or settings.site_name or "Motionsarkivet")
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": link(own, settings)})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": link(address, settings)})
    if licence := settings.licence:
        _add(root, "rights", licence.name)
        if licence.address:
            ET.SubElement(root, "link", {"rel": "license", "href": for_xml(licence.address)})
    for entry in kept:
        node = ET.SubElement(root, "entry")
        _add(node, "id", _named(entry) if entry.name else _id(entry.address, settings))
        _add(node, "title", entry.title)
        _add(node, "updated", _moment(entry.day))
        if entry.author:
            _add(ET.SubElement(node, "author"), "name", entry.author)
        ET.SubElement(node, "link", {"rel": "alternate", "type": "text/html", "href": link(entry.address, settings)})
        _add(node, "summary", entry.summary)
    ET.indent(root, " ")
    data = ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    return DataFile(own.lstrip("/"), data)


def _id(address: str, settings: Settings) -> str:
    """An entry's lasting name: its absolute address, else a UUID made of its address alone."""
    if settings.address:
        return link(address, settings)
    return uuid.uuid5(uuid.NAMESPACE_URL, address).urn


def _named(entry: Entry) -> str:
    """The lasting name of what has no address of its own."""
    return uuid.uuid5(uuid.NAMESPACE_URL, entry.name.encode("utf-8", "backslashreplace").decode()).urn  # a file name may hold bytes that are no text


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str) -> None:
    plain = for_xml(text)
    ET.SubElement(parent, name).text = plain if len(plain) <= _TITLE_LENGTH else plain[: _TITLE_LENGTH - 1] + "…"
