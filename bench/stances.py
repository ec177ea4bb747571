"""What each body answered, against the city's own tables: run by hand, ``python -m bench.stances [SHARED]``.

``stances.tsv`` has a row for each body in the table that the city's office made of the answers to a motion. Three readers are
held against it: what is read out of that table (it stands in the bundle, its columns interleaved), what is read out of the
bodies' own papers (the table is not looked at), and what the archive publishes as the body's answer. For each a confusion table,
precision (of the stances read, how many are the city's) and recall (of the city's, how many are read).

Which documents: those named 2022 to 2024 are tuned on; those named 2025 and 2026 are kept aside. Both halves are measured, each
for itself; ``--tuning`` or ``--held-out`` measures the one. ``--misses`` lists what differs, and only for the half tuned on
unless ``--held-out`` is asked for by name. Rows of the list that say no stance, or no body, are told apart and not counted.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.archive.told import ONLY_TOLD, TOLD
from generator.build import Paths, gather
from generator.model import Archive, Motion, Report, Response

ABSENT = "no answer"
ORDER = ("support", "reject", "partly", "considered-answered", "already-met", "no-position", "declined", "unclear", ABSENT)
NOTHING = {"unclear", ABSENT}
# The stances of the list, which are cut where their cell wraps.
_FORMS = (
    ("avstyrk", "reject"), ("tillstyrk", "support"), ("anses besvarad", "considered-answered"), ("tar inte ställning", "no-position"),
    ("avstår från att ta", "no-position"), ("avstår från att", "declined"),
)  # fmt: skip
_LONE = "avstår"  # from what, its comment tells: either is right
_PARTY = re.compile(r"(?:S|M|SD|C|V|KD|L|MP|D|FI)(?:,| och| med)\s")
_DEFINITE = re.compile(r"(?<=nämnd)en|(?<=styrelse)n")
_LETTERS = re.compile(r"[^a-zåäöéü0-9&]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list: the body as far as its cell goes, and its stance; ``also`` is another reading that would be right."""

    file: str
    body: str
    words: str
    stance: str
    also: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read for one row, by each reader."""

    row: Row
    table: str
    papers: str
    archive: str


def key(name: str) -> str:
    """A name in small letters, without spaces, signs and the definite ending of its head."""
    return _DEFINITE.sub("", _LETTERS.sub("", name.lower()))


def gold(path: Path) -> tuple[list[Row], list[tuple[str, str]]]:
    """The rows of the list, and those that cannot be used, each with the reason."""
    rows: list[Row] = []
    faulty: list[tuple[str, str]] = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, one in enumerate(csv.DictReader(file, delimiter="\t"), 2):
            words = one["stance"].strip().lower()
            stance = next((value for form, value in _FORMS if words.startswith(form)), "no-position" if words == _LONE else "")
            name = f"line {number}: {one['file']}"
            if not stance:
                faulty.append((name, f"the stance cell says no stance: {one['stance']}"))
            elif not key(one["body_cell"]) or not one["body_cell"][0].isupper():
                faulty.append((name, f"the body cell is the middle of a name: {one['body_cell']}"))
            elif _PARTY.match(one["body_cell"]):
                faulty.append((name, f"the body cell begins with the parties of the row before: {one['body_cell']}"))
            else:
                rows.append(Row(one["file"], one["body_cell"], one["stance"], stance, "declined" if words == _LONE else ""))
    return rows, faulty


def motions_by_file(archive: Archive) -> Mapping[str, Sequence[Motion]]:
    """The motions that each file tells of."""
    made: defaultdict[str, list[Motion]] = defaultdict(list)
    for motion in archive.motions:
        documents = [motion.document, *(response.document for response in archive.answers_to(motion.id))]
        for file in {document.file for document in documents if document}:
            made[file].append(motion)
    return made


def compared(archive: Archive, rows: Sequence[Row]) -> list[Read]:
    """For each row of the list what was read; the rows of one bundle in their order, each body's row once."""
    names = {body.id: key(body.name) for body in archive.bodies}
    motions = motions_by_file(archive)
    made: list[Read] = []
    by_file: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_file[row.file].append(row)
    for file, listed in by_file.items():
        answers = [
            one for motion in motions.get(file, ()) for one in archive.answers_to(motion.id) if one.role == "answer"
        ]
        told = _told(answers)
        spent: set[int] = set()
        for row in listed:
            at = next((at for at, (report, _) in enumerate(told) if at not in spent and _fits(row, report.quote.split("\t")[0])), None)
            if at is None:
                # A cell that another body's begins with too, or a table that was not read: by the bodies' own names.
                found = [one for one in answers if any(names[body].startswith(key(row.body)) for body in one.bodies)]
                made.append(Read(row, ABSENT, *_answer(found[0] if found else None)))
            else:
                spent.add(at)
                made.append(Read(row, told[at][0].value, *_answer(told[at][1])))
    return made


def _told(answers: Iterable[Response]) -> list[tuple[Report, Response]]:
    """The rows of the office's tables, in their order, each with the answer that it tells of."""
    rows = [(report, answer) for answer in answers for report in answer.reports if "\t" in report.quote]
    return sorted(rows, key=lambda one: (one[0].place.file, one[0].place.line or 0))


def _fits(row: Row, cell: str) -> bool:
    return key(cell).startswith(key(row.body))


def _answer(answer: Response | None) -> tuple[str, str]:
    """What the body's own papers say and what the archive publishes."""
    if answer is None:
        return ABSENT, ABSENT
    borrowed = answer.stance.reason in {TOLD, ONLY_TOLD}
    own = ABSENT if answer.told else "unclear" if borrowed else answer.stance.value
    return own, answer.stance.value


def right(read: str, row: Row) -> bool:
    """Whether a stance is the one that the row has."""
    return read == row.stance or bool(row.also and read == row.also)


def confusion(title: str, pairs: Sequence[tuple[Row, str]]) -> None:
    """Print one confusion table with its precision and recall."""
    counts = Counter((row.stance, read) for row, read in pairs)
    columns = [value for value in ORDER if any(read == value for _, read in pairs)]
    print(f"\n{title}")
    print(f"{'the city says':<22}" + "".join(f"{value:>20}" for value in columns))
    for value in ORDER:
        if any(row.stance == value for row, _ in pairs):
            print(f"{value:<22}" + "".join(f"{counts[value, read] or '·':>20}" for read in columns))
    said = [(row, read) for row, read in pairs if read not in NOTHING]
    good = sum(right(read, row) for row, read in said)
    print(f"{len(pairs)} rows, {len(said)} read, {good} right: precision {_share(good, len(said))}, recall {_share(good, len(pairs))}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def main(arguments: list[str]) -> None:
    """Print the tables for the bundles in the folder given (default: ``../shared`` beside the checkout)."""
    project = Path(__file__).resolve().parents[1]
    folders = [argument for argument in arguments if not argument.startswith("--")]
    shared = Path(folders[0]) if folders else project.parent / "shared"
    content = shared / "goteborg" / "handlingar"
    paths = Paths(project, content.resolve(), project / "site_config", project / "build" / "bench-stances")
    archive = gather(paths, jobs=2).archive
    rows, faulty = gold(shared / "goteborg" / "stances.tsv")
    halves = {"--tuning": "tuned on (2022-2024)", "--held-out": "kept aside (2025-2026)"}
    for half in [option for option in halves if option in arguments] or list(halves):
        reads = [one for one in compared(archive, rows) if one.row.file.startswith(("2025", "2026")) == (half == "--held-out")]
        print(f"\n=== {halves[half]}: {len({one.row.file for one in reads})} bundles with a table")
        confusion("the office's table", [(one.row, one.table) for one in reads])
        confusion("the bodies' own papers", [(one.row, one.papers) for one in reads])
        confusion("the archive's answer", [(one.row, one.archive) for one in reads])
        if "--misses" in arguments and (half == "--tuning" or half in arguments):
            for one in reads:
                if not all(right(read, one.row) for read in (one.table, one.archive)):
                    print(f"    {one.row.file} {one.row.body} | {one.row.words} | table {one.table}, papers {one.papers}, archive {one.archive}")
    for where, why in faulty:
        print(f"not counted: {where}: {why}")


if __name__ == "__main__":
    main(sys.argv[1:])
