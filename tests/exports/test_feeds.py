"""The feeds, held against RFC 4287."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from generator.compare.terms import listed_terms
from generator.exports.atom import LIMIT, OF_TERM, day_of, feeds
from generator.model import Archive, Fact, Settings, Status
from generator.model.publishing import Change
from tests.exports.sample import FULL, LICENCE, exported, hostile, parsed
from tests.sample_archive import CASE, SETTINGS

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")  # RFC 3339, which RFC 4287 (3.3) asks for
ONCE = ("id", "title", "updated")
MAY = {"author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"}
MAY_ENTRY = {"author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary", "title", "updated"}


def faults(data: bytes) -> list[str]:
    """What RFC 4287 demands of a feed and this one lacks."""
    root = parsed(data)
    made = [] if root.tag == f"{ATOM}feed" else ["4.1.1 not a feed"]
    made += _common(root, MAY)
    if not [one for one in root.findall(f"{ATOM}link") if one.get("rel") == "self"]:
        made.append("4.1.1 no link to itself")
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    if len(ids) != len(set(ids)) or root.findtext(f"{ATOM}id") in ids:
        made.append("4.2.6 two with one id")
    own = root.find(f"{ATOM}author")
    for entry in root.findall(f"{ATOM}entry"):
        made += _common(entry, MAY_ENTRY)
        if own is None and entry.find(f"{ATOM}author") is None:
            made.append("4.1.2 nobody wrote it")
        alternate = [one for one in entry.findall(f"{ATOM}link") if one.get("rel") == "alternate"]
        if entry.find(f"{ATOM}content") is None and len(alternate) != 1:
            made.append("4.1.2 no link and no content")
    return made


def _common(node: ET.Element, allowed: set[str]) -> list[str]:
    names = [child.tag.removeprefix(ATOM) for child in node]
    made = [f"unknown {name}" for name in names if name not in allowed]
    made += [f"{name} {names.count(name)} times" for name in ONCE if names.count(name) != 1]
    made += [f"{name} is empty" for name in ("id", "title") if not (node.findtext(f"{ATOM}{name}") or "").strip()]
    made += [f"not a moment: {one.text}" for one in node.findall(f"{ATOM}updated") if not MOMENT.fullmatch(one.text or "")]
    made += [f"not an IRI: {one.text}" for one in node.findall(f"{ATOM}id") if not re.match(r"(https://|urn:uuid:)", one.text or "")]
    made += ["a link without an address" for one in node.findall(f"{ATOM}link") if not one.get("href")]
    made += ["an author without a name" for one in node.findall(f"{ATOM}author") if not one.findtext(f"{ATOM}name")]
    return made


@pytest.mark.parametrize("archive", [FULL, Archive(), hostile()], ids=["full", "empty", "hostile"])
@pytest.mark.parametrize("settings", [SETTINGS, Settings(), replace(SETTINGS, licence=LICENCE)], ids=["address", "no address", "licence"])
def test_feeds_are_atom(archive: Archive, settings: Settings) -> None:
    """Each feed has what RFC 4287 requires, whatever stands in the archive, and its entries come newest first."""
    found = {path: data for path, data in exported(archive, settings).items() if path.endswith("feed.xml")}
    assert {path: faults(data) for path, data in found.items() if faults(data)} == {}
    for data in found.values():
        moments = [entry.findtext(f"{ATOM}updated") or "" for entry in parsed(data).findall(f"{ATOM}entry")]
        assert moments == sorted(moments, reverse=True)
    terms = set(listed_terms(archive, settings))
    assert len(found) == 2 + len(archive.motions) + len(archive.bodies) + len(terms)


def test_the_check_of_feeds_sees_faults() -> None:
    """A feed without an author, with two entries of one id and a day for a moment has faults."""
    entry = "<entry><id>urn:uuid:1</id><title>a</title><updated>2021-01-01</updated></entry>"
    data = f'<feed xmlns="{ATOM[1:-1]}"><id>urn:uuid:2</id><title>b</title><updated>2021-01-01T00:00:00Z</updated>{entry}{entry}</feed>'
    assert len(set(faults(data.encode()))) == 5


def test_feed_takes_its_times_from_the_documents() -> None:
    """An entry's time is its document's date, else the motion's, else 1970, and an undated entry says so."""
    root = parsed(exported()["feed.xml"])
    assert root.findtext(f"{ATOM}updated") == "2021-05-20T00:00:00Z"
    summaries = [entry.findtext(f"{ATOM}summary") or "" for entry in root.findall(f"{ATOM}entry")]
    assert sum("Utan datum" in text for text in summaries) == 2


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020-09-16", "2020-09-16"),
        ("2020-09", "2020-09-01"),
        ("XXXX-12-02", "1970-01-01"),
        ("2020-02-31", "1970-01-01"),
        ("", "1970-01-01"),
    ],
)
def test_days(value: str, day: str) -> None:
    """A whole day is used, a month counts from its first day, anything else is no date."""
    assert day_of(None, Fact(value, Status.STATED, value)) == day


def test_a_words_feed_has_those_who_use_it() -> None:
    """The feed of a word holds the motions and answers in which it stands, and no others; a word that nobody uses has an empty feed."""
    files = exported(settings=replace(SETTINGS, terms=("cykelgarage", "vinter", "giraff")))

    def addresses(term: str) -> set[str]:
        found = parsed(files[f"begrepp/{term}/feed.xml"]).findall(f"{ATOM}entry/{ATOM}link")
        return {(one.get("href") or "").removeprefix("https://arkiv.example.org/motioner/") for one in found}

    assert addresses("cykelgarage") == {f"{CASE}/", f"{CASE}/okand-instans/", f"{CASE}/tekniska-namnden/"}
    assert addresses("giraff") == set()


def test_a_feed_is_not_longer_than_its_limit() -> None:
    """A feed keeps the newest entries of those it could hold, of a word fewer than of the archive."""
    many = [replace(FULL.responses[2], id=f"{CASE}/svar-{number}", date=Fact(f"2021-05-{number % 28 + 1:02}", Status.STATED, "")) for number in range(60)]
    files = {file.path: parsed(file.data) for file in feeds(replace(FULL, responses=tuple(many)), SETTINGS)}
    assert len(files["feed.xml"].findall(f"{ATOM}entry")) == LIMIT
    of_word = [entry.findtext(f"{ATOM}updated") or "" for entry in files["begrepp/cykelgarage/feed.xml"].findall(f"{ATOM}entry")]
    assert (len(of_word), of_word[0]) == (OF_TERM, "2021-05-28T00:00:00Z")


def test_the_change_log_has_a_feed() -> None:
    """Each change is an entry with its day and reason, led to the page it is about, or to the log where that is gone."""
    changes = (
        Change("2026-02-01", "corrected", CASE, "Fel datum"),
        Change("2026-03-01", "withdrawn", f"{CASE}/borttagen", "Begärd"),
        Change("2026-03-01", "withdrawn", f"{CASE}/borttagen-2", "Begärd"),
    )
    data = exported(settings=replace(SETTINGS, changes=changes))["om/andringar/feed.xml"]
    assert faults(data) == []
    entries = parsed(data).findall(f"{ATOM}entry")
    links = [next(one.iter(f"{ATOM}link")).get("href") for one in entries]
    assert links == [*["https://arkiv.example.org/om/andringar/"] * 2, f"https://arkiv.example.org/motioner/{CASE}/"]
    assert [one.findtext(f"{ATOM}title") for one in entries[1:]] == [f"Borttagen: {CASE}/borttagen", "Rättad: Motion om torra cyklar året runt"]
    assert entries[2].findtext(f"{ATOM}summary") == "Rättad. Skäl: Fel datum"


def test_a_licence_stands_in_every_feed() -> None:
    """Where a licence is stated each feed names it and links to it, and where none is none is named."""
    for settings, named in ((replace(SETTINGS, licence=LICENCE), ["CC0 1.0", LICENCE.address]), (SETTINGS, [None, None])):
        for path, data in exported(settings=settings).items():
            if path.endswith("feed.xml"):
                root = parsed(data)
                links = [one.get("href") for one in root.findall(f"{ATOM}link") if one.get("rel") == "license"]
                assert [root.findtext(f"{ATOM}rights"), next(iter(links), None)] == named
