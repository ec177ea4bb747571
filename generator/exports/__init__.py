"""The archive for other programs: JSON with its schema, tables, feeds, sitemap, the description of its search."""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.archive_json import archive_json
from generator.exports.atom import feeds
from generator.exports.comparison import comparison_files
from generator.exports.headers import headers
from generator.exports.opensearch import opensearch
from generator.exports.schema import schema_json
from generator.exports.sitemap import robots, sitemaps
from generator.exports.tables import tables
from generator.model import Archive, DataFile, Settings


def build_exports(archive: Archive, settings: Settings, addresses: Sequence[str]) -> tuple[DataFile, ...]:
    """Every data file of the archive, sorted by path; ``addresses``: the root-relative address of every page."""
    made = [
        DataFile("data/archive.json", archive_json(archive)),
        DataFile("data/archive.schema.json", schema_json()),
        *tables(archive, settings),
        *comparison_files(archive, settings),
        *feeds(archive, settings),
        *sitemaps(settings, addresses),
        *opensearch(settings),
        DataFile("robots.txt", robots(settings)),
        headers(),
    ]
    return tuple(sorted(made, key=lambda file: file.path))
