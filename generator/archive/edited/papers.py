"""An editor's word on one document: put on its draft before anything is made of it, with what the document says kept beside."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from generator.archive.edited.edits import absent, demand_key, edit, misspelt
from generator.archive.edited.scope import Key, case_number, words_of
from generator.archive.register import Register, whole
from generator.curation import DOCUMENT_TYPES, KINDS, STANCES, CaseNote, Row, Words
from generator.findings import found_at
from generator.labels import STANCES as STANCE_WORDS
from generator.labels import STATEMENTS
from generator.model import (
    Body,
    Draft,
    Edit,
    Fact,
    Finding,
    NumberedStance,
    Place,
    Signatory,
    Stance,
    StanceFact,
    Status,
)
from generator.parse import parse
from generator.parse.diary import number_key

_TITLED: Final = re.compile(r"(?P<name>[^,(]+?)\s*[,(]\s*(?P<title>.+?)\)?")
Rows = tuple[Row, ...]
Rule = Callable[[Draft, Rows], tuple[Draft, Edit]]


@dataclass(frozen=True, slots=True)
class Edited:
    """Drafts with an editor's word on them; ``words`` and ``edits`` by the key of the document.

    ``left_out`` are those that the editor says are nothing for the archive; ``numbers`` the cases that the editor puts documents in.
    """

    drafts: tuple[Draft, ...]
    words: Mapping[Key, Words]
    edits: Mapping[Key, tuple[Edit, ...]]
    numbers: Mapping[Key, Fact]
    left_out: frozenset[Key]
    findings: tuple[Finding, ...]


def edited_drafts(drafts: Sequence[Draft], notes: Sequence[CaseNote], registered: Register) -> Edited:
    """``drafts`` with what ``notes`` say of them; a note that cannot be used is a finding."""
    words, findings = words_of([draft.document for draft in drafts], notes)
    made: list[Draft] = []
    edits: dict[Key, tuple[Edit, ...]] = {}
    told: dict[Key, Words] = {}
    numbers: dict[Key, Fact] = {}
    left_out: set[Key] = set()
    for draft in drafts:
        key, said = draft.document.key, _with_type(draft, words.get(draft.document.key, {}))
        told[key] = said
        number = case_number(draft.document, said, notes)
        if number:
            numbers[key] = number
        new, found_edits = edited(draft, said)
        done = tuple(replace(one, about=about(draft)) for one in found_edits)
        made.append(new if new.document is draft.document and new.kind == draft.kind else whole(new, registered))
        if done:
            edits[key] = done
        if "typ" in said and KINDS[said["typ"][0].fact.value].kind is None:
            left_out.add(key)
            why = said["typ"][0].fact
            day = f" ({why.date})" if why.date else ""
            findings.append(found_at("F414", _first(draft), why=(why.reason or "utan skäl").rstrip(".") + day))
        findings += _unused(draft, new, said)
    return Edited(tuple(made), {**words, **told}, edits, numbers, frozenset(left_out), tuple(findings))


_OF_ANSWERS: Final = ("instans", "hållning", "yrkanden")


def _with_type(draft: Draft, words: Words) -> Words:
    """``words`` with what they imply of a document that no rule knows: whose answer it is, or its stand, is said of an answer only."""
    said = next((words[key][0].fact for key in _OF_ANSWERS if key in words), None)
    if said is None or draft.kind != "unknown" or "typ" in words:
        return words
    return {**words, "typ": (Row(replace(said, value="svar")),)}


def _unused(draft: Draft, new: Draft, words: Words) -> list[Finding]:
    """What is said of an answer about a document that is none: the words are not used, and staff are told (F403)."""
    key = next((key for key in _OF_ANSWERS if key in words), None)
    place = words[key][0].fact.place if key else None
    if key is None or place is None or new.kind == "response" or ("typ" in words and KINDS[words["typ"][0].fact.value].kind is None):
        return []
    called = _called(new) or "inget svar"
    why = f"uppgiften används inte: dokumentet {about(draft)} läses som {called}; skriv ”typ: svar” om det är ett svar"
    return [found_at("F403", place, key=key, why=why)]


def about(draft: Draft) -> str:
    """A document's name for readers: its file, and which part of it."""
    part = draft.document.part
    return f"{draft.document.file}, del {part.number}" if part else draft.document.file


def edited(draft: Draft, words: Words) -> tuple[Draft, tuple[Edit, ...]]:
    """``draft`` with ``words`` on it, and what they change; whose it is (``instans``) is settled with the register."""
    edits = []
    for key, rule in RULES:
        if key in words:
            draft, made = rule(draft, words[key])
            edits.append(made)
    for row in words.get("yrkanden", ()):
        draft, made = _demand_stance(draft, row)
        edits.append(made)
    return draft, tuple(edits)


def edited_sender(
    words: Words, bodies: Sequence[Body], facts: Sequence[Fact], registered: Register
) -> tuple[tuple[Body, ...], tuple[Fact, ...], tuple[Edit, ...]]:
    """Whose an answer is by the editor's word (``instans``), else as it was: ``bodies`` with the ``facts`` that say so."""
    # A name that is written wrong makes no new body: the finding tells of it, and the document's own word stands.
    rows = tuple(row for row in words.get("instans", ()) if not misspelt(row.fact.value, registered))
    if not rows:
        return tuple(bodies), tuple(facts), ()
    meant = {} if absent(rows) else {body.id: body for body in (registered.meant(row.fact.value) for row in rows)}
    made = edit("instans", rows, facts)
    made = replace(made, differs=bool(facts) and set(meant) != {body.id for body in bodies})
    said = () if absent(rows) else tuple(row.fact for row in rows)
    return tuple(meant.values()), (*said, *facts) if meant else (), (made,)


# --- the rules: one for each key, from draft and rows to the draft with them and the edit ----------------------------


def _type(draft: Draft, rows: Rows) -> tuple[Draft, Edit]:
    said = KINDS[rows[0].fact.value]
    word = _called(draft)
    stated = (Fact(word, Status.STATED, draft.kind_quote, _first(draft)),) if word else ()
    made = edit("typ", rows, stated)
    if said.kind is None or (said.kind == draft.kind and said.role == draft.role and said.statement in {None, draft.statement}):
        return draft, made

    def told(read: Draft) -> Draft:
        kept = None if said.kind == "motion" else read.document_type or ("remissvar" if said.kind == "response" else None)
        role = said.role if said.kind == "response" else read.role
        return replace(read, kind=said.kind or "unknown", role=role, document_type=kept)

    # What is read out of a document depends on its kind: a motion's demands, an answer's stand.
    fresh = parse(draft.document, told)
    return replace(fresh, kind=said.kind, statement=said.statement or fresh.statement, ledger=draft.ledger), made


def _called(draft: Draft) -> str:
    """What a draft is by its document, in the editor's words; "" where nothing is known."""
    if draft.kind == "statement" and draft.statement:
        return STATEMENTS[draft.statement]
    if draft.kind == "response":
        return "beredning" if draft.role == "preparation" else "svar"
    return "motion" if draft.kind == "motion" else ""


def _document_type(draft: Draft, rows: Rows) -> tuple[Draft, Edit]:
    word = next((word for word, code in DOCUMENT_TYPES.items() if code == draft.document_type), "")
    stated = (Fact(word, Status.STATED, draft.kind_quote, _first(draft)),) if word else ()
    return replace(draft, document_type=DOCUMENT_TYPES[rows[0].fact.value]), edit("dokumenttyp", rows, stated)


def _case(draft: Draft, rows: Rows) -> tuple[Draft, Edit]:
    """The case: the draft keeps the numbers it gives, the one that counts goes with the document's key."""
    stated = [fact for fact in draft.diary_numbers if fact.of == "case"]
    wanted = number_key(rows[0].fact.value)
    same = [fact.value for fact in stated if number_key(fact.value) == wanted]
    return draft, replace(edit("ärende", rows, stated, same), differs=bool(stated) and not same)


def _stance(draft: Draft, rows: Rows) -> tuple[Draft, Edit]:
    # The editor's reason is not the body's words: a curated stance has no quote.
    return replace(draft, stance=_curated(rows[0].fact)), _stance_edit("hållning", rows, draft.stance)


def _demand_stance(draft: Draft, row: Row) -> tuple[Draft, Edit]:
    number = int(row.parts["nummer"].value)
    before = next((one.stance for one in draft.demand_stances if one.demand == number), StanceFact("unclear"))
    kept = tuple(one for one in draft.demand_stances if one.demand != number)
    made = (*kept, NumberedStance(number, _curated(row.fact)))
    return replace(draft, demand_stances=made), _stance_edit(demand_key(number), (row,), before)


def _curated(fact: Fact) -> StanceFact:
    return StanceFact(STANCES[fact.value], Status.CURATED, "", fact.place, "", fact.reason, fact.date)


def _stance_edit(key: str, rows: Rows, stance: StanceFact) -> Edit:
    said: Stance = STANCES[rows[0].fact.value]
    stated = () if stance.value == "unclear" else (Fact(STANCE_WORDS[stance.value], stance.status, stance.quote, stance.place),)
    return replace(edit(key, rows, stated), differs=bool(stated) and stance.value != said)


def _one(key: str, field: Literal["date", "prepared_by", "board_decision", "proposed_decision", "parties"]) -> Rule:
    """The rule of a fact of which a document has one."""

    def rule(draft: Draft, rows: Rows) -> tuple[Draft, Edit]:
        before: Fact | None = getattr(draft, field)
        after = None if absent(rows) else rows[0].fact
        return replace(draft, **{field: after}), edit(key, rows, (before,) if before else ())  # type: ignore[arg-type]  # each of them is a fact or None

    return rule


def _numbers(draft: Draft, rows: Rows) -> tuple[Draft, Edit]:
    stated = [fact for fact in draft.diary_numbers if fact.of == "own"]
    others = tuple(fact for fact in draft.diary_numbers if fact.of != "own")
    said = () if absent(rows) else tuple(replace(row.fact, of="own") for row in rows)
    wanted = {number_key(row.fact.value) for row in rows}
    same = [fact.value for fact in stated if number_key(fact.value) in wanted]
    return replace(draft, diary_numbers=(*said, *others)), edit("eget diarienummer", rows, stated, same)


def _signatories(draft: Draft, rows: Rows) -> tuple[Draft, Edit]:
    stated = [Fact(_titled(one), Status.STATED, _titled(one), one.place) for one in draft.signatories]
    said = () if absent(rows) else tuple(_signatory(row) for row in rows)
    made = edit("undertecknare", rows, stated)
    names = {_titled(one).casefold() for one in said}
    named = replace(made.said, value="; ".join(_titled(one) for one in said) or made.said.value)
    unlike = bool(stated) and {fact.value.casefold() for fact in stated} != names
    return replace(draft, signatories=said), replace(made, said=named, differs=unlike)


def _signatory(row: Row) -> Signatory:
    place = row.fact.place
    assert place is not None
    if row.parts:
        title = row.parts.get("titel")
        return Signatory(row.parts["namn"].value, title.value if title else None, place, row.fact)
    found_title = _TITLED.fullmatch(row.fact.value)
    if found_title:
        return Signatory(found_title["name"], found_title["title"], place, row.fact)
    return Signatory(row.fact.value, None, place, row.fact)


def _titled(one: Signatory) -> str:
    return f"{one.name}, {one.title}" if one.title else one.name


def _attachments(draft: Draft, rows: Rows) -> tuple[Draft, Edit]:
    said = () if absent(rows) else tuple(row.fact for row in rows)
    return replace(draft, attachments=said), edit("bilagor", rows, draft.attachments)


RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("typ", _type),
    ("ärende", _case),
    ("dokumenttyp", _document_type),
    ("parti", _one("parti", "parties")),
    ("hållning", _stance),
    ("datum-svar", _one("datum-svar", "date")),
    ("eget diarienummer", _numbers),
    ("handläggare", _one("handläggare", "prepared_by")),
    ("undertecknare", _signatories),
    ("nämndens beslut", _one("nämndens beslut", "board_decision")),
    ("förslag till beslut", _one("förslag till beslut", "proposed_decision")),
    ("bilagor", _attachments),
)


def _first(draft: Draft) -> Place:
    """Where a document begins."""
    part = draft.document.part
    return part.first if part else Place(draft.document.file, None, 1)
