"""A motion's comparison as CSV and JSON: the same rows and cells as the page shows."""

from __future__ import annotations

from generator import addresses
from generator.compare.matrix import matrix
from generator.compare.rows import Cell, Row
from generator.exports.archive_json import fact
from generator.exports.clean import Json, csv_bytes, json_bytes, link
from generator.exports.senders import names_of, sender
from generator.labels import STANCES, STATES
from generator.model import Archive, DataFile, Motion, Settings


def comparison_files(archive: Archive, settings: Settings) -> tuple[DataFile, ...]:
    """motioner/<case>/jamforelse.csv and .json of every motion."""
    names = names_of(archive)
    made: list[DataFile] = []
    for motion in archive.motions:
        rows = matrix(archive, motion)
        retold = frozenset(one.id for one in archive.answers_to(motion.id) if one.retold)
        made += [
            DataFile(_path(motion, "csv"), _csv(motion, rows, names, retold, settings)),
            DataFile(_path(motion, "json"), _json(motion, rows, names, retold)),
        ]
    return tuple(made)


def _path(motion: Motion, ending: str) -> str:
    return addresses.comparison_data(motion.id, ending).lstrip("/")


def _csv(motion: Motion, rows: tuple[Row, ...], names: dict[str, str], retold: frozenset[str], settings: Settings) -> bytes:
    header = ["instans", "tillfrågad", "läge", "förslag till beslut", "hållning", "citat om hållningen"]
    for demand in motion.demands:
        header += [f"svar på förslag {demand.number}", f"hållning till förslag {demand.number}"]
        header += [f"adress till svar på förslag {demand.number}"]
    header += ["undertecknare", "datum", "referat", "adress"]
    return csv_bytes(header, (_line(row, names, retold, settings) for row in rows))


def _line(row: Row, names: dict[str, str], retold: frozenset[str], settings: Settings) -> list[object]:
    line: list[object] = [
        sender(row.bodies, names),
        "framgår inte" if not row.bodies else "ja" if row.asked else "nej",
        STATES[row.state],
        row.decision.quote,
        STANCES[row.stance.stance] if row.stance.stance else None,
        row.stance.quote,
    ]
    for cell in row.demands:
        line += [cell.quote, STANCES[cell.stance] if cell.stance else None]
        line.append(link(_address(row, cell), settings) if cell.passage else None)
    line += [
        "; ".join(f"{one.name}, {one.title}" if one.title else one.name for one in row.signatories),
        row.date.value if row.date else None,
        ("ja" if row.response in retold else "nej") if row.response else None,
        link(addresses.response(row.response), settings) if row.response else None,
    ]
    return line


def _json(motion: Motion, rows: tuple[Row, ...], names: dict[str, str], retold: frozenset[str]) -> bytes:
    return json_bytes(
        {
            "schema": 1,
            "motion": motion.id,
            "title": motion.title.value,
            "url": addresses.comparison(motion.id),
            "demands": [{"number": demand.number, "text": demand.text} for demand in motion.demands],
            "rows": [_row(row, motion, names, retold) for row in rows],
        }
    )


def _row(row: Row, motion: Motion, names: dict[str, str], retold: frozenset[str]) -> Json:
    demands: list[Json] = []
    for demand, cell in zip(motion.demands, row.demands, strict=True):
        demands.append({"demand": demand.number, "score": round(cell.score, 4), **_cell(row, cell)})
    return {
        "bodies": list(row.bodies),
        "name": sender(row.bodies, names),
        "possible_bodies": list(row.possible_bodies),
        "asked": row.asked if row.bodies else None,
        "state": row.state,
        "response": row.response,
        "retold": row.response in retold,
        "url": addresses.response(row.response) if row.response else None,
        "decision": _cell(row, row.decision),
        "stance": _cell(row, row.stance),
        "demands": demands,
        "signatories": [{"name": one.name, "title": one.title} for one in row.signatories],
        "date": fact(row.date),
    }


def _cell(row: Row, cell: Cell) -> dict[str, Json]:
    return {
        "quote": cell.quote or None,
        "stance": cell.stance,
        "passage": cell.passage or None,
        "url": _address(row, cell) or None,
    }


def _address(row: Row, cell: Cell) -> str:
    """Where a cell's words stand; "" where it quotes no passage of an answer."""
    return f"{addresses.response(row.response)}#{cell.passage}" if row.response and cell.passage else ""
