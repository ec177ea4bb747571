"""Whose answer a document is: the clues that parse found, weighed against the register. Part of the room ``archive``.

A stated name wins. Without one, the sender is inferred only where the evidence points to a single body and nothing in the
document speaks against it. Otherwise nobody is chosen, and the asked bodies that it could be are listed instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.archive.register import Register, name_key
from generator.findings import found_at
from generator.model import Body, Draft, Edit, Fact, Finding, SenderClue, Status

_SORTS_TO_INFER = 2  # kinds of hints that must point to the same body
_LETTERHEAD = 6  # lines with text of a paper's head
_STATED = 3  # the strength of a clue that states the sender
_DISTRICT_TITLES = ("stadsdelsdirektör",)


@dataclass(frozen=True, slots=True)
class Sender:
    """The bodies an answer is from with the facts that say so; both empty where nobody can tell."""

    bodies: tuple[Body, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer's draft with its sender and what an editor changed in it."""

    draft: Draft
    sender: Sender
    edits: tuple[Edit, ...] = ()


def is_open(answer: Answer) -> bool:
    """Whether nobody has yet said whose answer it is: neither its own words nor an editor, who may say that it cannot be told."""
    return answer.draft.role == "answer" and not answer.sender.bodies and all(edit.key != "instans" for edit in answer.edits)


def sender(draft: Draft, register: Register, asked: frozenset[str]) -> Sender:
    """Who sent ``draft``. ``asked`` are the ids of the bodies the case was referred to."""
    strongest = _stated(draft, register)
    if draft.role == "preparation" and draft.document_type != "protokollsutdrag":
        # Such a document prints what others wrote: a name in it is the sender's only if it is a body's that is known.
        made = _of_preparation(draft, register)
        part = draft.document.part
        headed = part is not None and part.kind == "office-statement"  # its own letterhead names it
        if strongest is not None and not headed and _over_it(draft, strongest):
            return strongest
        known = strongest is not None and (headed or all(body.registered for body in strongest.bodies))
        return made if made.bodies or not known or strongest is None else strongest
    if strongest is not None:
        return strongest
    return _inferred(draft, register, asked)


def outdated(answers: Sequence[Answer], register: Register) -> list[Finding]:
    """A warning for each answer that bears a body's old name and a day on which that body was already another."""
    made: dict[tuple[str, int], Finding] = {}
    for answer in answers:
        draft, senders = answer.draft, {body.id for body in answer.sender.bodies}
        for clue in draft.senders:
            named = register.named(clue.mention.full) if clue.strength == _STATED else None
            since = named.successor_from if named else None
            if not named or not since or not draft.date or draft.date.value < since or register.today(named).id not in senders:
                continue
            words = {"date": draft.date.value, "old": named.name, "since": since, "new": register.today(named).name}
            made.setdefault(draft.document.key, found_at("F207", clue.mention.place, **words))
    return list(made.values())


def could_be(draft: Draft, bodies: Sequence[Body]) -> tuple[Body, ...]:
    """Those of ``bodies`` that an answer without a sender could be from, by the kind of body it speaks as."""
    return tuple(body for body in bodies if not _is_district(draft) or body.kind == "stadsdelsnamnd")


def _stated(draft: Draft, register: Register) -> Sender | None:
    """The sender as the document states it; empty if it states two that are not the same; None if it states none."""
    groups: dict[str, list[SenderClue]] = defaultdict(list)
    for clue in draft.senders:
        if clue.strength == _STATED:
            groups[clue.quote].append(clue)
    found: dict[frozenset[str], Sender] = {}
    for clues in groups.values():
        bodies = {body.id: body for body in (register.meant(clue.mention.full) for clue in clues)}
        facts = tuple(_fact(clue, register) for clue in clues)
        one, ids = Sender(tuple(bodies[key] for key in sorted(bodies)), facts), frozenset(bodies)
        if ids not in found or (_direct(one) and not _direct(found[ids])):
            found[ids] = one
    if not found:
        return None
    found = _fullest(found)
    boards = {ids: one for ids, one in found.items() if any(body.kind != "forvaltning" for body in one.bodies)}
    # An office at the top of an answer prepares it for the board that is named beside it.
    found = boards or found
    widest = max(found, key=len)
    if all(ids <= widest for ids in found):
        # A stated board goes before its office, which says the same thing less directly.
        return found[widest]
    return Sender()


def _fullest(found: dict[frozenset[str], Sender]) -> dict[frozenset[str], Sender]:
    """Without the names that only begin a longer one: "Socialnämnden" beside "Socialnämnden Nordost" is short for it."""
    single = {key: name_key(one.bodies[0].name) for ids, one in found.items() if len(ids) == 1 for key in ids}
    short = {key for key, name in single.items() if any(other.startswith(f"{name} ") for other in single.values())}
    return {ids: one for ids, one in found.items() if not ids <= short}


def _direct(one: Sender) -> bool:
    return all(fact.status is Status.STATED for fact in one.facts)


def _fact(clue: SenderClue, register: Register) -> Fact:
    body = register.meant(clue.mention.full)
    named = register.named(clue.mention.full)
    direct = not register.is_office(clue.mention.full) and (named is None or named.id == body.id)
    quote = clue.quote if direct else f"{clue.sort}: ”{clue.quote}”"
    for more in (register.evidence(clue.mention.full), _renamed(named, body) if named else ""):
        quote = f"{quote}; {more}" if more else quote
    return Fact(body.name, Status.STATED if direct else Status.INFERRED, quote, clue.mention.place)


def _renamed(named: Body, today: Body) -> str:
    """That the body of that name is another one today, and since when; "" where it is not."""
    since = f" sedan {named.successor_from}" if named.successor_from else ""
    return "" if named.id == today.id else f"{named.name} är{since} {today.name}"


def _over_it(draft: Draft, one: Sender) -> bool:
    """Whether an office's name stands among the first lines of its paper, as in a letterhead: it is the author's own."""
    lines = [line.number for line in draft.document.lines if line.text.strip()][:_LETTERHEAD]
    places = [fact.place for fact in one.facts]
    return bool(one.bodies) and all(body.kind == "forvaltning" for body in one.bodies) and all(
        place is not None and place.page in {None, 1} and place.line in lines for place in places
    )


def _of_preparation(draft: Draft, register: Register) -> Sender:
    """A statement that prepares the matter is the executive board's if it gives that board's proposal."""
    for decision in draft.decisions:
        if decision.stage == "proposal" and decision.body.lower() == "kommunstyrelsen":
            body = register.meant("Kommunstyrelsen")
            quote = f"utlåtandet innehåller kommunstyrelsens förslag: ”{decision.text}”"
            return Sender((body,), (Fact(body.name, Status.INFERRED, quote, decision.place),))
    return Sender()


def _inferred(draft: Draft, register: Register, asked: frozenset[str]) -> Sender:
    hints: dict[str, dict[str, SenderClue]] = defaultdict(dict)
    enough: dict[str, list[SenderClue]] = defaultdict(list)
    found: dict[str, Body] = {}
    for clue in draft.senders:
        series = register.of_series(clue.mention.full) if clue.sort == "diarieserie" else None
        body = register.today(series) if series else register.resolved(clue.mention.full) if clue.sort != "diarieserie" else None
        if body is None:
            continue
        found[body.id] = body
        if _is_district(draft) and body.kind != "stadsdelsnamnd":
            continue
        hints[body.id].setdefault(clue.sort, clue)
        if clue.strength == 2:
            enough[body.id].append(clue)
    chosen = list(enough) or [
        key for key, sorts in hints.items() if len(sorts) >= _SORTS_TO_INFER and (not asked or key in asked)
    ]
    if len(chosen) != 1:
        return Sender()
    body = found[chosen[0]]
    evidence = (enough.get(body.id) or list(hints[body.id].values()))[:2]
    quote = "; ".join(f"{clue.sort}: ”{clue.quote}”" for clue in evidence)
    return Sender((body,), (Fact(body.name, Status.INFERRED, quote, evidence[0].mention.place),))


def _is_district(draft: Draft) -> bool:
    """Whether the answer speaks as a district board: so addressed, or signed by a district's director."""
    if draft.asked_kind and draft.asked_kind.value == "stadsdelsnamnd":
        return True
    return any((one.title or "").lower().startswith(_DISTRICT_TITLES) for one in draft.signatories)
