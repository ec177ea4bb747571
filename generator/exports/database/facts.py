"""Facts with their sources as rows, and what editors state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.exports.database.cells import Keys, Row, Value, among, place
from generator.labels import round_name
from generator.model import Edit, Fact, Motion, Response


def facts_of_motion(motion: Motion) -> Iterator[Row]:
    """Every fact about a motion that is not a table of its own."""
    named: list[tuple[str, Iterable[Fact | None]]] = [
        ("title", (motion.title, *motion.titles)),
        ("number", (motion.number,)),
        ("diary_number", motion.diary_numbers),
        ("filed", (motion.filed,)),
        ("deadline", motion.deadlines),
        ("not_referred", (motion.not_referred,)),
        ("asked_group", motion.asked_groups),
        ("unnamed_silent", (motion.unnamed_silent,)),
    ]
    named += [(f"deadline, {round_name(one.round)}", (one.deadline,)) for one in motion.referrals if one.deadline]
    yield from (_fact(motion.id, None, key, fact) for key, facts in named for fact in dict.fromkeys(facts) if fact)


def facts_of_response(response: Response, keys: Keys) -> Iterator[Row]:
    """Every fact about an answer that is not a table of its own."""
    named: list[tuple[str, Iterable[Fact | None]]] = [
        ("title", (response.title,)),
        ("body", response.body_facts),
        ("own_diary_number", [fact for fact in response.diary_numbers if fact.of == "own"]),
        ("case_diary_number", [fact for fact in response.diary_numbers if fact.of != "own"]),
        ("cited_number", response.cited_numbers),
        ("date", (response.date,)),
        ("prepared_by", (response.prepared_by,)),
        ("proposed_decision", (response.proposed_decision,)),
        ("board_decision", (response.board_decision,)),
        ("attachment", response.attachments),
    ]
    case = among(response.motion, keys.motions)
    yield from (_fact(case, response.id, key, fact) for key, facts in named for fact in dict.fromkeys(facts) if fact)


def _fact(motion: Value, response: Value, key: str, fact: Fact) -> Row:
    return (motion, response, key, fact.value, str(fact.status), fact.quote or None, fact.reason, fact.date, *place(fact.place))


def edit(motion: Value, response: Value, one: Edit) -> Row:
    """An editor's word as a row."""
    stated = "\n".join(fact.value for fact in one.stated) or None
    return (motion, response, one.key, one.said.value, stated, int(one.differs), one.said.reason, one.said.date)
