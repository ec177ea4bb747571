"""data/archive.sqlite: the archive as a database with full text, and data/archive.metadata.json, which tells Datasette about it.

The same archive gives the same bytes: rows come in order, and SQLite is asked for nothing that knows the hour. The bytes hold the
number of the SQLite library that wrote them, as every such file does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Final

from generator.datafiles import ABOUT_SQLITE, SQLITE
from generator.exports.clean import Json, json_bytes
from generator.exports.database.cells import Row
from generator.exports.database.rows import rows
from generator.exports.database.schema import SEARCHED, TABLES, VIEW, VIEW_SAYS, statements
from generator.model import Archive, DataFile, Settings

PATH: Final = SQLITE.lstrip("/")
ABOUT: Final = ABOUT_SQLITE.lstrip("/")
PAGE: Final = 4096  # bytes; SQLite's own choice could change with its version
APPLICATION: Final = 0x4D415253  # "MARS" in the file's header


def database(archive: Archive, settings: Settings) -> tuple[DataFile, ...]:
    """The database and its description for Datasette; an empty archive gives empty tables."""
    return (DataFile(PATH, _database(rows(archive, settings))), DataFile(ABOUT, json_bytes(about(settings))))


def about(settings: Settings) -> Json:
    """Title, licence and source, and what every table and column holds, as Datasette reads it (``datasette -m``)."""
    of = f" i {settings.municipality}" if settings.municipality else ""
    said = f"Motioner och remissvar{of}: vem som tillfrågades, vad de svarade och vad som beslutades, med plats i källan."
    known: dict[str, Json] = {"title": settings.site_name, "description": said}
    if licence := settings.licence:
        known |= {"license": licence.name} | ({"license_url": licence.address} if licence.address else {})
    if settings.address:
        known |= {"source": settings.site_name, "source_url": settings.address, "about": "Arkivets data", "about_url": settings.address + "data/"}
    tables: dict[str, Json] = {}
    for table in TABLES:
        one: dict[str, Json] = {"description": table.says + ".", "columns": {column.name: column.says for column in table.columns}}
        if table.label:
            one["label_column"] = table.label
        if table.facets:
            one["facets"] = [*table.facets]
        tables[table.name] = one
    tables[VIEW] = {"description": VIEW_SAYS}
    return {**known, "databases": {"archive": {**known, "tables": tables}}}


def _database(filled: Mapping[str, Iterable[Row]]) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as held:
        held.execute(f"PRAGMA page_size = {PAGE}")
        held.execute(f"PRAGMA application_id = {APPLICATION}")
        held.execute("BEGIN")
        for statement in statements():
            held.execute(statement)
        for table in TABLES:
            signs = ", ".join("?" * len(table.columns))
            held.executemany(f'INSERT INTO "{table.name}" VALUES ({signs})', filled[table.name])  # noqa: S608 - names of our own
        for name, _ in SEARCHED:
            held.execute(f"INSERT INTO \"{name}_fts\"(\"{name}_fts\") VALUES ('rebuild')")  # noqa: S608 - names of our own
        # No VACUUM: it may number the rows of a table anew whose key is text, and full text points to rows by number.
        held.execute("COMMIT")
        return held.serialize()
