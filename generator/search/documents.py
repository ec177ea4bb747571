"""What search looks through: one document for each motion, response, party statement and attachment, with its passages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, get_args

from generator import addresses
from generator.labels import PARTS, statement_name
from generator.model import (
    Archive,
    Body,
    Enclosure,
    Fact,
    Motion,
    Passage,
    Response,
    Section,
    SectionKind,
    Settings,
    Statement,
)

Kind = Literal["motion", "svar", "beredning", "inlaga", "bilaga"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
SECTIONS: Final[tuple[SectionKind, ...]] = get_args(SectionKind)  # a section's place here is its bit in the index
NO_SECTION: Final = -1
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_UNDATED = "9999"
_CELLS = re.compile(r"[\t\n]")


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A page with text as search sees it; ``what`` "inlaga" is a party's statement.

    ``kind`` is ``what``, with the office's paper that prepares a case told apart from the answers. ``sections`` gives the
    place in ``SECTIONS`` of each passage's section, ``NO_SECTION`` for none. ``bodies`` are body ids; ``body_names`` also hold aliases. ``numbers`` are diary numbers; ``names`` people
    and attachments, which may stand outside the passages. ``headings`` count as ``title`` does without being shown for it: the
    case's title of an answer with a title of its own, and a party's own heading. ``year`` and ``date`` are None where no document tells.
    """

    id: str
    url: str
    what: Literal["motion", "svar", "inlaga", "bilaga"]
    kind: Kind
    title: str
    headings: tuple[str, ...]
    motion: str
    bodies: tuple[str, ...]
    body_names: tuple[str, ...]
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    passages: tuple[Passage, ...]
    sections: tuple[int, ...]
    year: str | None
    stance: str | None
    date: str | None
    retold: bool = False  # the words are the archive's own, a referat


def documents(archive: Archive, settings: Settings) -> tuple[SearchDocument, ...]:
    """Every page with text, case by case in ``order``; the register's aliases count as names."""
    bodies = {body.id: body for body in (*settings.bodies, *archive.bodies)}
    motions = {motion.id: motion for motion in archive.motions}
    made = [_of_motion(motion) for motion in archive.motions]
    made += [_of_response(response, motions.get(response.motion), bodies) for response in archive.responses]
    for motion in archive.motions:
        made += [_of_statement(one, motion) for one in motion.statements if one.id]
        made += [_of_enclosure(one, motion) for one in motion.enclosures]
    return tuple(sorted(made, key=lambda document: (order(document.motion), document.id)))


def order(case: str) -> tuple[str, str]:
    """What a case is sorted by: the year in its id (the last of all where it has none), then the id.

    A new case so comes near the end, and the numbers of the documents before it stay as they are.
    """
    found = _YEAR.search(case)
    return (found.group() if found else _UNDATED, case)


def _of_motion(motion: Motion) -> SearchDocument:
    numbers = _values((*motion.diary_numbers, *((motion.number,) if motion.number else ())))
    filed = motion.filed.value if motion.filed else None
    passages = _passages(motion.sections)
    held = {passage.id for passage in passages}
    missing = tuple(
        Passage(demand.passage, demand.text, demand.place)
        for demand in motion.demands
        if demand.passage not in held or not demand.passage
    )
    return SearchDocument(
        id=motion.id,
        url=addresses.motion(motion.id),
        what="motion",
        kind="motion",
        title=motion.title.value,
        headings=(),
        motion=motion.id,
        bodies=(),
        body_names=(),
        numbers=numbers,
        names=tuple(dict.fromkeys(proposer.name for proposer in motion.proposers)),
        passages=(*passages, *missing),
        sections=(*_kinds(motion.sections), *(NO_SECTION for _ in missing)),
        year=_year(filed, numbers),
        stance=None,
        date=filed,
        retold=motion.retold,
    )


def _of_response(response: Response, motion: Motion | None, bodies: dict[str, Body]) -> SearchDocument:
    case = (*motion.diary_numbers, *((motion.number,) if motion.number else ())) if motion else ()
    numbers = _values((*response.diary_numbers, *response.cited_numbers, *case))
    date = response.date.value if response.date else None
    preparing = response.role == "preparation"  # sums up what others answered; what it leans to is no answer to the motion
    title = response.title or (motion.title if motion else None)
    signed = [text for signatory in response.signatories for text in (signatory.name, signatory.title) if text]
    others = _values((*((response.prepared_by,) if response.prepared_by else ()), *response.attachments))
    return SearchDocument(
        id=response.id,
        url=addresses.response(response.id),
        what="svar",
        kind="beredning" if preparing else "svar",
        title=title.value if title else "",
        headings=(motion.title.value,) if title and motion and motion.title.value != title.value else (),
        motion=response.motion,
        bodies=response.bodies,
        body_names=_body_names(response, bodies),
        numbers=numbers,
        names=tuple(dict.fromkeys((*signed, *others))),
        passages=_passages(response.sections),
        sections=_kinds(response.sections),
        year=_year(date, _values(response.diary_numbers) or _values(case)),
        stance=None if preparing else response.stance.value,
        date=date,
        retold=response.retold,
    )


def _of_statement(statement: Statement, motion: Motion) -> SearchDocument:
    numbers = _values(motion.diary_numbers)
    signed = [one.name for one in statement.signatories]
    return SearchDocument(
        id=statement.id,
        url=addresses.statement(statement.id),
        what="inlaga",
        kind="inlaga",
        title=statement_name(statement.kind, statement.by),
        headings=(statement.title.value,) if statement.title else (),
        motion=motion.id,
        bodies=(),
        body_names=(),
        numbers=numbers,
        names=tuple(dict.fromkeys(signed)),
        passages=_passages(statement.sections),
        sections=_kinds(statement.sections),
        year=_year(statement.date, numbers),
        stance=None,
        date=statement.date,
    )


def _of_enclosure(enclosure: Enclosure, motion: Motion) -> SearchDocument:
    numbers = _values(motion.diary_numbers)
    kind = PARTS[enclosure.document.part.kind] if enclosure.document.part else PARTS["attachment"]
    return SearchDocument(
        id=enclosure.id,
        url=addresses.statement(enclosure.id),
        what="bilaga",
        kind="bilaga",
        title=f"{kind[:1].upper()}{kind[1:]}{f': {enclosure.title}' if enclosure.title else ''}",
        headings=(),
        motion=motion.id,
        bodies=(),
        body_names=(),
        numbers=numbers,
        names=(),
        passages=_passages(enclosure.sections),
        sections=_kinds(enclosure.sections),
        year=_year(None, numbers),
        stance=None,
        date=None,
    )


def _body_names(response: Response, bodies: dict[str, Body]) -> tuple[str, ...]:
    names: list[str] = []
    for body_id in response.bodies:
        body = bodies.get(body_id)
        names += [body.name, *body.aliases] if body else []
    return tuple(dict.fromkeys(names))


def _passages(sections: tuple[Section, ...]) -> tuple[Passage, ...]:
    return tuple(passage for section in sections for passage in section.passages)


def _kinds(sections: tuple[Section, ...]) -> tuple[int, ...]:
    return tuple(SECTIONS.index(section.kind) for section in sections for _ in section.passages)


def _values(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.value for fact in facts))


def _year(date: str | None, numbers: tuple[str, ...]) -> str | None:
    """The year of a date (XXXX-05-01 has none), else the first that a diary number names."""
    if date and _YEAR.fullmatch(date[:4]):
        return date[:4]
    for number in numbers:
        found = _YEAR.search(number)
        if found:
            return found.group()
    return None


def shown(text: str) -> str:
    """A passage as a page shows it: a table with " | " between cells and rows, empty cells left out; other text as it is.

    A page shows every white space as one, so what parts the cells and rows must be seen.
    """
    if not _CELLS.search(text):
        return text
    return " | ".join(cell for cell in _CELLS.split(text) if cell)
