"""The archive for other programs: JSON with its schema, tables, a database, feeds, sitemap, what describes and finds them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.archive_json import archive_json
from generator.exports.atom import feeds
from generator.exports.comparison import comparison_files
from generator.exports.database import database
from generator.exports.dcat import dcat
from generator.exports.headers import headers
from generator.exports.opensearch import opensearch
from generator.exports.redirects import redirects
from generator.exports.schema import schema_json
from generator.exports.sitemap import robots, sitemaps
from generator.exports.tables import changes_table, tables
from generator.model import Archive, DataFile, Finding, Settings


def build_exports(archive: Archive, settings: Settings, addresses: Sequence[str], findings: Sequence[Finding] = ()) -> tuple[DataFile, ...]:
    """Every data file of the archive, sorted by path.

    ``addresses``: the root-relative address of every page; ``findings`` tell what editors have withdrawn, for the change log.
    """
    made = [
        DataFile("data/archive.json", archive_json(archive, settings.licence)),
        DataFile("data/archive.schema.json", schema_json()),
        *database(archive, settings),
        *dcat(archive, settings),
        *tables(archive, settings),
        changes_table(archive, settings, findings),
        *comparison_files(archive, settings),
        *feeds(archive, settings, findings),
        *sitemaps(settings, addresses),
        *redirects(archive, settings, addresses),
        *opensearch(settings),
        DataFile("robots.txt", robots(settings)),
        headers(),
    ]
    return tuple(sorted(made, key=lambda file: file.path))
