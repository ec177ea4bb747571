"""The sample archive as the outside gets it, and the same with texts that try to break each format."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from xml.etree import ElementTree as ET

from generator.compare.matching import with_demand_stances
from generator.exports import build_exports
from generator.model import Archive, Finding, Settings, Source
from generator.model.publishing import Licence
from tests.sample_archive import ARCHIVE, CASE, SETTINGS, document

FULL = with_demand_stances(ARCHIVE)
ADDRESSES = ("/", "/om/", f"/motioner/{CASE}/")
LICENCE = Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/")
# Everything that the descriptions of the data need.
PUBLISHED = replace(SETTINGS, publisher="Björkboda kommun", contact="arkivet@bjorkboda.example", licence=LICENCE)


def exported(archive: Archive = FULL, settings: Settings = SETTINGS, findings: Sequence[Finding] = ()) -> dict[str, bytes]:
    """The data files by path."""
    return {file.path: file.data for file in build_exports(archive, settings, ADDRESSES, findings)}


def table(data: bytes) -> list[dict[str, str]]:
    """A CSV file as Excel reads it."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def parsed(data: bytes) -> ET.Element:
    """The root of an XML file that the program itself made."""
    return ET.fromstring(data)  # noqa: S314 - our own output


def hostile() -> Archive:
    """The sample with names and texts that try to break each format."""
    bad = 'x\n"<b>\udce5\x00;=cmd()\u2028&amp;.txt'
    motion = FULL.motions[0]
    title = replace(motion.title, value='=HYPERLINK("http://x")\n<script>alert(1)</script>\x0b\udcff')
    changed = [replace(one, document=document(bad)) for one in FULL.responses]
    sources = (*FULL.sources, Source(bad, "", "unread", ("F110",)), Source("../../etc/passwd", "", "rejected"))
    return replace(FULL, motions=(replace(motion, title=title),), responses=tuple(changed), sources=sources)
