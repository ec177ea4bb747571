"""An editor's word beside what the documents say, and what staff are told of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.archive.register import Register
from generator.curation import ABSENT, Row
from generator.findings import found_at
from generator.model import Edit, Fact, Finding


def edit(key: str, rows: Sequence[Row], stated: Sequence[Fact], same: Sequence[str] = ()) -> Edit:
    """The edit of ``key``: its rows as one value, beside what the documents state.

    ``same`` are the document's words for what the rows mean, where they are written in another way there.
    """
    said = whole(rows)
    values = {_plain(row.fact.value) for row in rows} | {_plain(word) for word in same}
    facts = distinct(stated)
    differs = bool(facts) and {_plain(fact.value) for fact in facts} != values and not {_plain(fact.value) for fact in facts} <= {_plain(word) for word in same}
    return Edit(key, said, tuple(facts), differs)


def whole(rows: Sequence[Row]) -> Fact:
    """The rows of one key as one fact; each reason once."""
    first = rows[0].fact
    reasons = dict.fromkeys(row.fact.reason for row in rows if row.fact.reason)
    return replace(first, value=", ".join(row.fact.value for row in rows), reason=" ".join(reasons) or None)


def demand_key(number: int) -> str:
    """What an edit of the stance on one demand is called."""
    return f"hållning till yrkande {number}"


def absent(rows: Sequence[Row]) -> bool:
    """Whether the editor says that the document does not say."""
    return len(rows) == 1 and rows[0].fact.value == ABSENT


def distinct(facts: Iterable[Fact]) -> list[Fact]:
    """The first fact of each value, in order."""
    made: dict[str, Fact] = {}
    for fact in facts:
        made.setdefault(_plain(fact.value), fact)
    return list(made.values())


def contradictions(edits: Iterable[Edit]) -> list[Finding]:
    """Where the editor says one thing and a document states another: both are kept, and staff are told (F405)."""
    return [
        found_at("F405", one.said.place, key=one.key, value=one.said.value, stated="; ".join(fact.value for fact in one.stated))
        for one in edits
        if one.differs and one.said.place
    ]


def unknown_bodies(names: Iterable[Fact], registered: Register) -> list[Finding]:
    """The bodies an editor names that the register does not know, with the nearest that it does (F203)."""
    made = []
    for fact in names:
        if fact.value != ABSENT and registered.named(fact.value) is None and fact.place:
            unused = " Uppgiften används inte." if misspelt(fact.value, registered) else ""
            made.append(found_at("F203", fact.place, name=registered.meant(fact.value).name, guess=f"{registered.advice(fact.value)}{unused}"))
    return made


def misspelt(name: str, registered: Register) -> bool:
    """Whether ``name`` is likelier a slip of the pen than a body of its own: nobody knows it, and a known one is all but the same.

    Known are the registered and those that the documents name. Near is one with as many words: "Norra
    kulturnämnden" is no slip for "Kulturnämnden".
    """
    if name == ABSENT or registered.named(name) or registered.told(name):
        return False
    near = (registered.nearest(name), registered.nearest_told(name))
    return any(one is not None and len(one.split()) == len(name.split()) for one in near)


def _plain(value: str) -> str:
    return " ".join(value.split()).casefold()
