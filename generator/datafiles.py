"""The files of open data: what each is, and what ``site.yml`` must give for the archive to be described to data portals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator import addresses
from generator.model import Archive, Settings
from generator.reach import MAIL

DCAT: Final = "/data/dcat.rdf"
SQLITE: Final = "/data/archive.sqlite"
ABOUT_SQLITE: Final = "/data/archive.metadata.json"


@dataclass(frozen=True, slots=True)
class File:
    """A file to fetch: its address, its media type and, in Swedish, what it holds. ``whole``: all of the archive's data."""

    address: str
    media_type: str
    what: str
    whole: bool = False

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.address.rpartition("/")[2]


FILES: Final = (
    File(addresses.ARCHIVE_JSON, "application/json", "hela arkivet: varje uppgift med sin källa", whole=True),
    File("/data/archive.schema.json", "application/schema+json", "vad fälten i archive.json betyder (JSON Schema)"),
    File(SQLITE, "application/vnd.sqlite3", "hela arkivet som databas (SQLite) med fulltextsökning", whole=True),
    File(ABOUT_SQLITE, "application/json", "vad databasens tabeller och kolumner betyder (för Datasette)"),
    File("/data/motions.csv", "text/csv", "en rad för varje motion; öppnas i Excel"),
    File("/data/responses.csv", "text/csv", "en rad för varje svar"),
    File("/data/stances.csv", "text/csv", "vem som anser vad om vilken motion"),
    File("/data/changes.csv", "text/csv", "ändringarna i arkivet, med datum och skäl"),
    File(addresses.FEED, "application/atom+xml", "flöde (Atom) med det senaste; varje motion, instans och begrepp har också ett"),
    File(DCAT, "application/rdf+xml", "beskrivning för dataportaler (DCAT-AP-SE); beskrivningen själv är CC0"),
)


def published(archive: Archive, settings: Settings) -> tuple[File, ...]:
    """The files that a site with these settings has."""
    return tuple(file for file in FILES if file.address != DCAT or is_described(archive, settings))


def is_described(archive: Archive, settings: Settings) -> bool:
    """Whether there is a description for data portals: something to describe, and all that their profile demands."""
    return bool(archive.motions) and not missing(settings)


def missing(settings: Settings) -> tuple[str, ...]:
    """The keys of ``site.yml`` without which the profile DCAT-AP-SE cannot be kept to; () where nothing is missing."""
    wanted = {
        "adress": bool(settings.address),
        "utgivare": bool(settings.publisher),
        "licens": bool(settings.licence and settings.licence.address),
        "kontakt": bool(mail_of(settings)),
    }
    return tuple(key for key, there in wanted.items() if not there)


def mail_of(settings: Settings) -> str:
    """The first e-mail address in the contact, else where faults are reported; "" for none."""
    found = MAIL.search(settings.contact) or MAIL.search(settings.report)
    return found[0] if found else ""
