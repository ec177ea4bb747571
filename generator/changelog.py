"""What was added, corrected, withdrawn and moved, as one list: what staff write in ``changes.yml``, what editors state, what they withdraw.

The archive has no memory of earlier builds. So the log holds what people have said that they changed, with the day and the
reason they gave, and nothing that is worked out by comparing.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from generator import addresses
from generator.findings import KINDS, found
from generator.model import Archive, Edit, Finding, Settings
from generator.model.publishing import Change, ChangeKind

Sort = Literal["added", "corrected", "withdrawn", "moved", "stated"]
FILE: Final = "changes.yml"
WITHDRAWN: Final = "F414"  # the finding that an editor has taken a document out
# As the page, the feed and the table call them. "stated" is an editor's word where the documents are silent or say the same.
SORTS: Final[Mapping[Sort, str]] = {
    "added": "tillkom",
    "corrected": "rättad",
    "withdrawn": "borttagen",
    "moved": "flyttad",
    "stated": "uppgift angiven av redaktionen",
}
# Pages of these sections have no name in the archive, and are not held against it.
_OTHERS: Final = ("begrepp", "bladdra", "data", "forslagsstallare", "matris", "om", "oversikt", "sok")
_DAY: Final = re.compile(r" \((\d{4}-\d\d-\d\d)\)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. ``day`` is ISO or "" where none is given; ``what`` is an id, an address or the path of a source.

    ``page`` is the address it has now, "" where it has none; ``to`` the same of what it moved to; ``keys`` the facts an editor states.
    """

    day: str
    sort: Sort
    what: str
    reason: str
    page: str = ""
    to: str = ""
    keys: tuple[str, ...] = ()


def log(archive: Archive, settings: Settings, findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Every line, the newest first and those without a day last; on one day by what they are about."""
    pages = known(archive)
    made = [_written(change, pages, settings) for change in settings.changes]
    made += [entry for motion in archive.motions for entry in _edited(motion.id, motion.edits, pages)]
    made += [entry for response in archive.responses for entry in _edited(response.id, response.edits, pages)]
    made += [_withdrawn(one) for one in findings if one.code == WITHDRAWN and one.file]
    made = sorted(dict.fromkeys(made), key=lambda one: (one.what, one.sort, one.keys, one.reason))
    return tuple(sorted(made, key=lambda one: one.day, reverse=True))


def mistaken(archive: Archive, settings: Settings, file: str = FILE) -> tuple[Finding, ...]:
    """What the file of changes says that the archive contradicts: a name nothing has (F420), or something gone that is here (F421), at its line of ``file``."""
    pages = known(archive)
    moved = moves(archive, settings)
    made: list[Finding] = []
    for change in settings.changes:
        names = {"added": [change.what], "corrected": [change.what], "moved": [change.to]}.get(change.kind, [])
        for name in names:
            if path_of(name, settings).partition("/")[0] in _OTHERS:
                continue
            if not page_of(name, pages, settings) and path_of(name, settings) not in moved:
                near = difflib.get_close_matches(name.strip("/"), pages, 1, 0.6)
                guess = f" Menade du ”{near[0]}”?" if near else ""
                made.append(found("F420", file, change.line or None, what=name, guess=guess))
        if change.kind in ("withdrawn", "moved") and page_of(change.what, pages, settings):
            made.append(found("F421", file, change.line or None, what=change.what, sort=SORTS[change.kind]))
    return tuple(made)


def known(archive: Archive) -> dict[str, str]:
    """The address of everything that has a name: motions, responses, statements and bodies by their ids."""
    made = {motion.id: addresses.motion(motion.id) for motion in archive.motions}
    for motion in archive.motions:
        made |= {one.id: addresses.statement(one.id) for one in motion.statements if one.id}
        made |= {one.id: addresses.statement(one.id) for one in motion.enclosures}
        made[f"{motion.id}/jamforelse"] = addresses.comparison(motion.id)
    made |= {response.id: addresses.response(response.id) for response in archive.responses}
    for body in archive.bodies:
        made |= {f"instanser/{body.id}": addresses.body(body.id)}
        made.setdefault(body.id, addresses.body(body.id))
    return made


def page_of(name: str, pages: Mapping[str, str], settings: Settings) -> str:
    """The address of what staff call ``name``: an id, or an address with or without the site's own; "" for what is not here."""
    return pages.get(path_of(name, settings), "")


def path_of(name: str, settings: Settings) -> str:
    """``name`` without the site's own address, anchor and slashes, a case by its id alone: ks-2021-1 for the whole address of its page."""
    site = settings.address.rstrip("/")
    plain = name.partition("#")[0].strip()
    return (plain.removeprefix(site) if site else plain).strip("/").removeprefix(addresses.MOTIONS.lstrip("/"))


def _written(change: Change, pages: Mapping[str, str], settings: Settings) -> Entry:
    kind: ChangeKind = change.kind
    gone = kind in ("withdrawn", "moved")
    page = "" if gone else page_of(change.what, pages, settings)
    return Entry(change.day, kind, change.what, change.reason, page, page_of(change.to, pages, settings) if change.to else "")


def _edited(owner: str, edits: Sequence[Edit], pages: Mapping[str, str]) -> Iterator[Entry]:
    """An editor's words on one page, those of one day and reason together."""
    together: dict[tuple[str, Sort, str], list[str]] = {}
    for one in edits:
        sort: Sort = "corrected" if one.differs else "stated"
        together.setdefault((one.said.date or "", sort, one.said.reason or ""), []).append(one.key)
    for (day, sort, reason), keys in together.items():
        yield Entry(day, sort, owner, reason, pages.get(owner, ""), keys=tuple(dict.fromkeys(keys)))


def _withdrawn(finding: Finding) -> Entry:
    """A source that an editor took out: the finding says why and, in brackets at its end, when."""
    why = finding.message.removeprefix(KINDS[WITHDRAWN].message.partition("{")[0]).rstrip(".")
    day = _DAY.search(why)
    return Entry(day[1] if day else "", "withdrawn", finding.file or "", _DAY.sub("", why) + ".")


def moves(archive: Archive, settings: Settings, others: Iterable[str] = ()) -> dict[str, str]:
    """Where what has moved is now: its old path → the address of a page, through however many moves; what leads nowhere is left out.

    ``others`` are addresses of pages beside those that have a name in the archive: of a word, of a list. A case comes before what
    stands under it.
    """
    pages = {path: page for page in others if (path := path_of(page, settings))} | known(archive)
    steps = {path_of(one.what, settings): one.to for one in settings.changes if one.kind == "moved"}
    made: dict[str, str] = {}
    for old, to in sorted(steps.items(), key=lambda step: (step[0].count("/"), step)):
        seen, at = {old}, to
        while not page_of(at, pages, settings) and (path := path_of(at, settings)) in steps and path not in seen:
            seen.add(path)
            at = steps[path]
        if page := page_of(at, pages, settings):
            made[old] = page
    return made
