"""A motion's comparison as CSV and JSON: the same rows and cells as the page shows."""

from __future__ import annotations

from generator import addresses
from generator.compare.cells import DATE, DECISION, PROPOSAL, SIGNED, STANCE, Column, Entry, Grid, Line, Nearest, Note
from generator.compare.grid import grid
from generator.exports.archive_json import fact
from generator.exports.clean import Json, json_bytes, licence_json, licensed, link
from generator.labels import STATES
from generator.model import Archive, DataFile, Motion, Settings


def comparison_files(archive: Archive, settings: Settings) -> tuple[DataFile, ...]:
    """motioner/<case>/jamforelse.csv and .json of every motion."""
    made: list[DataFile] = []
    for motion in archive.motions:
        table = grid(archive, motion)
        made += [
            DataFile(_path(motion, "csv"), _csv(motion, table, settings)),
            DataFile(_path(motion, "json"), _json(motion, table, settings)),
        ]
    return tuple(made)


def _path(motion: Motion, ending: str) -> str:
    return addresses.comparison_data(motion.id, ending).lstrip("/")


# --- CSV ------------------------------------------------------------------------------------------------------------


def _csv(motion: Motion, table: Grid, settings: Settings) -> bytes:
    header = ["instans", "anmärkning", "tillfrågad", "läge"]
    for column in table.columns:
        header += _heads(column)
    header += ["referat", "adress", "radens adress"]
    return licensed(header, (_line(motion, line, settings) for line in table.lines), settings)


def _heads(column: Column) -> list[str]:
    if column.key == STANCE:
        return [
            "hållning",
            "grund för hållningen",
            "citat om hållningen",
            "adress till citat om hållningen",
            "i sammanställningen",
        ]
    if column.demand:
        of = f"förslag {column.demand}"
        heads = ["hållning till {}", "grund för hållning till {}", "citat om hållning till {}", "adress till citat om hållning till {}"]
        heads += ["svar på {}", "adress till svar på {}", "likhet för svar på {}"]
        return [head.format(of) for head in heads]
    if column.key == PROPOSAL:
        return ["hållning i förslag till beslut", "grund för förslag till beslut", "förslag till beslut", "adress till förslag till beslut"]
    if column.key == DECISION:
        return ["grund för instansens beslut", "instansens beslut", "adress till instansens beslut", "partiernas meningar"]
    return {SIGNED: ["undertecknare", "grund för undertecknare"], DATE: ["datum", "grund för datumet"]}[column.key]


def _line(motion: Motion, line: Line, settings: Settings) -> list[object]:
    made: list[object] = [
        line.heading,
        line.note,
        "framgår inte" if not line.body else "ja" if line.asked else "nej",
        STATES[line.state],
    ]
    for entry in line.entries:
        made += _values(entry, settings)
    return [
        *made,
        ("ja" if line.retold else "nej") if line.response else None,
        link(addresses.response(line.response), settings) if line.response else None,
        link(f"{addresses.comparison(motion.id)}#{addresses.row_anchor(line.name)}", settings),
    ]


def _values(entry: Entry, settings: Settings) -> list[object]:
    at = link(where(entry), settings) if entry.page else None
    notes = "; ".join(note.text for note in entry.notes)
    basis = f"{entry.basis}: {entry.reason}" if entry.reason else entry.basis
    key = entry.column.key
    if key == STANCE:
        # Without an answer the word is what became of the question, which has a column of its own.
        return [entry.word if entry.stance else None, basis, entry.quote, at, notes]
    if entry.column.demand:
        near = entry.nearest
        answer = [near.quote, link(where(near), settings)] if near else [None, None]
        return [entry.word, basis, entry.quote, at, *answer, round(entry.score, 4) or None]
    if key == PROPOSAL:
        return [entry.word, basis, entry.quote, at]
    if key == DECISION:
        return [basis, entry.quote, at, notes]
    return ["; ".join(entry.people) if key == SIGNED else entry.date.value if entry.date else None, basis]


# --- JSON -----------------------------------------------------------------------------------------------------------


def _json(motion: Motion, table: Grid, settings: Settings) -> bytes:
    return json_bytes(
        {
            "schema": 1,
            "licence": licence_json(settings.licence),
            "motion": motion.id,
            "title": motion.title.value,
            "url": addresses.comparison(motion.id),
            "demands": [{"number": demand.number, "text": demand.text} for demand in motion.demands],
            "rows": [_row(motion, line) for line in table.lines],
        }
    )


def _row(motion: Motion, line: Line) -> Json:
    entries = {entry.column.key: entry for entry in line.entries}
    return {
        "body": line.body or None,
        "bodies": list(line.row.bodies),
        "name": line.heading,
        "note": line.note or None,
        "possible_bodies": list(line.row.possible_bodies),
        "asked": line.asked if line.body else None,
        "state": line.state,
        "response": line.response,
        "told": line.told,
        "retold": line.retold,
        "url": addresses.response(line.response) if line.response else None,
        "row_url": f"{addresses.comparison(motion.id)}#{addresses.row_anchor(line.name)}",
        "stance": _cell(motion, line, entries[STANCE]),
        "demands": [
            {
                "demand": entry.column.demand,
                "score": round(entry.score, 4),
                "nearest": _nearest(entry.nearest),
                **_cell(motion, line, entry),
            }
            for entry in line.entries
            if entry.column.demand
        ],
        "proposed_decision": _cell(motion, line, entries[PROPOSAL]),
        "board_decision": _cell(motion, line, entries[DECISION]),
        "signatories": [{"name": one.name, "title": one.title} for one in entries[SIGNED].signatories],
        "date": fact(entries[DATE].date),
    }


def _nearest(near: Nearest | None) -> Json:
    if near is None:
        return None
    return {"quote": near.quote, "whole_quote": near.whole, "passage": near.passage or None, "url": where(near)}


def _cell(motion: Motion, line: Line, entry: Entry) -> dict[str, Json]:
    return {
        "quote": entry.quote or None,
        "whole_quote": entry.whole or None,
        "verbatim": entry.verbatim if entry.quote else None,
        "stance": entry.stance,
        "basis": entry.basis or None,
        "reason": entry.reason or None,
        "reason_date": entry.reason_date or None,
        "passage": entry.passage or None,
        "url": where(entry) or None,
        "cell_url": f"{addresses.comparison(motion.id)}#{addresses.cell_anchor(line.name, entry.column.key)}",
        "notes": [{"text": note.text, "url": where(note) or None} for note in entry.notes],
    }


def where(said: Entry | Note | Nearest) -> str:
    """Where a cell's words stand; "" where they quote no page of the archive."""
    if not said.page:
        return ""
    return addresses.response(said.page) + (f"#{said.passage}" if said.passage else "")
