"""The comparison as a table of finished cells: the page, the CSV and the JSON all show these, so that they cannot differ.

One line a body, in the order of ``matrix``. Each cell holds its words as they are shown, how they are known and where they
stand; nothing is left for the page or the files to work out but the form.
"""

from __future__ import annotations

from collections import Counter

from generator import labels
from generator.compare.cells import DATE, DECISION, PROPOSAL, SIGNED, STANCE, Column, Grid, Line
from generator.compare.entries import Case, missing, written
from generator.compare.matrix import matrix
from generator.compare.rows import Row
from generator.model import Archive, Motion, Response, Status


def grid(archive: Archive, motion: Motion) -> Grid:
    """The comparison of ``motion``; a grid without lines where nobody was asked and nobody answered."""
    columns = (
        Column(STANCE, "Hållning"),
        *(Column(f"yrkande-{demand.number}", f"Yrkande {demand.number}", demand.number) for demand in motion.demands),
        Column(PROPOSAL, "Förslag till beslut"),
        Column(DECISION, "Instansens beslut"),
        Column(SIGNED, "Undertecknat av"),
        Column(DATE, "Datum"),
    )
    case = Case(
        motion,
        {body.id: body.name for body in archive.bodies},
        {response.id: response for response in archive.answers_to(motion.id)},
        columns,
    )
    rows = matrix(archive, motion)
    answers = Counter(body for row in rows if row.response for body in row.bodies)
    told: Counter[str] = Counter()
    taken: set[str] = set()
    lines: list[Line] = []
    for row in rows:
        response = case.responses.get(row.response or "")
        entries = tuple(written(case, response)) if response else tuple(missing(case, row))
        for body in row.bodies or ("",):
            name = _free(body or (row.response or "").rpartition("/")[2], taken)
            taken.add(name)
            told[body] += 1
            several = f"svar {told[body]} av {answers[body]}" if body and row.response and answers[body] > 1 else ""
            lines.append(
                Line(
                    name,
                    body,
                    labels.upper_first(case.names.get(body, body)) if body else labels.NO_SENDER,
                    "; ".join(part for part in (several, _note(case, row, body, response)) if part),
                    _asked(case, row, body),
                    row,
                    response.told if response else False,
                    response.retold if response else False,
                    entries,
                )
            )
    return Grid(columns, tuple(lines))


def _free(stem: str, taken: set[str]) -> str:
    """``stem``, or ``stem-2``, ``stem-3`` … where it is taken."""
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    return name


def _asked(case: Case, row: Row, body: str) -> bool:
    """Whether a list names the body: of a joint answer one of its bodies may have been asked and another not."""
    if len(row.bodies) < 2:
        return row.asked
    return not case.motion.referrals or any(referral.body == body for referral in case.motion.referrals)


def _note(case: Case, row: Row, body: str, response: Response | None) -> str:
    if row.response is None and row.round > 1:
        return labels.round_name(row.round)
    if not row.bodies:
        names = labels.listed((case.names.get(one, one) for one in row.possible_bodies), "eller")
        return f"kan vara från {names}" if names else ""
    together = [case.names.get(other, other) for other in row.bodies if other != body]
    said = [f"gemensamt svar med {labels.listed(together)}"] if together else []
    if row.round > 1:
        said.append(labels.round_name(row.round))
    if not _asked(case, row, body):
        said.append("står inte bland de tillfrågade")
    if response and any(fact.status is Status.CURATED for fact in response.body_facts):
        said.append(labels.SENDER_BY_EDITOR)
    if response and response.told:
        said.append("svaret självt finns inte i arkivet")
    return "; ".join(said)
