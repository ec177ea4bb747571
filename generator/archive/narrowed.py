"""A document that treats several motions, as it is read for one of them. Part of the room ``archive``.

The text stays whole. Of the facts those stay that hold for this motion: what names it, what speaks of all, and what stands
under a heading of its own. What is told of another motion is left out, and what is told of none by name is left unclear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.archive.matters import Matter, named, speaks_of_all
from generator.model import Decision, Draft, Fact, Place, Reported, Stance, StanceFact, Status
from generator.parse.diary import number_key
from generator.parse.reading import Reading, Sentence, read_layout
from generator.parse.stances import stances_in
from generator.parse.titles import subject

_CUT = re.compile(r"\s+(?:och|men|samt|medan|respektive)\s+|[;,]\s+")
_HEAD = 200  # characters of a line that may be a heading
_PARTISAN = re.compile(r"\b(?:yrka|reserver|särskilt (?:yttrande|uttalande))|\([A-ZÅÄÖ]{1,3}\)\s+(?:yrk|anser|före)", re.IGNORECASE)
_INHERITS = 8  # words of a clause that may lean on the stand before it: "… och motion 2021:6"

Where = tuple[str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class _Scope:
    """Which of the motions what stands at each place is about, by the headings above it."""

    matters: Sequence[Matter]
    under: Mapping[Where, int]

    def of(self, text: str, place: Place | None) -> frozenset[int] | None:
        """The motions, by index, that ``text`` is about; None where neither it nor a heading says."""
        told = named(text, self.matters)
        if speaks_of_all(text) and len(told) != 1:
            return frozenset(range(len(self.matters)))
        if told:
            return told
        under = self.under.get((place.file, place.page, place.line)) if place else None
        return None if under is None else frozenset({under})


def narrowed(draft: Draft, matters: Sequence[Matter]) -> tuple[Draft, ...]:
    """``draft`` as it is read for each of ``matters``, in their order."""
    reading = read_layout(draft.document)
    scope = _Scope(matters, _headed(reading, matters))
    return tuple(_for(draft, index, reading, scope) for index in range(len(matters)))


def _for(draft: Draft, index: int, reading: Reading, scope: _Scope) -> Draft:
    matter = scope.matters[index]
    others = [one for at, one in enumerate(scope.matters) if at != index]

    def here(text: str, place: Place | None) -> bool:
        found = scope.of(text, place)
        return found is None or index in found

    def only(text: str, place: Place | None) -> bool:
        found = scope.of(text, place)
        return found is not None and index in found

    other_numbers = frozenset(key for one in others for key in one.numbers) - matter.numbers
    moved = tuple(replace(fact, of=None) for fact in draft.diary_numbers if fact.of == "case" and number_key(fact.value) in other_numbers)
    number = draft.motion_number if draft.motion_number and draft.motion_number.value in matter.motion_numbers else None
    if number is None and matter.motion_numbers and draft.motion_number:
        number = replace(draft.motion_number, value=min(matter.motion_numbers))
    return replace(
        draft,
        titles=_titles(draft, matter, others),
        motion_number=number,
        diary_numbers=tuple(fact for fact in draft.diary_numbers if not (fact.of == "case" and number_key(fact.value) in other_numbers)),
        cited_numbers=(*draft.cited_numbers, *moved),
        proposer_claims=tuple(fact for fact in draft.proposer_claims if _single(fact.quote, matter, others)),
        authorities=(),
        referrals=tuple(one for one in draft.referrals if here(one.quote, one.place)),
        deadlines=tuple(fact for fact in draft.deadlines if here(fact.quote, fact.place)),
        body_claims=tuple(one for one in draft.body_claims if here(one.quote, one.mention.place)),
        decisions=tuple(one for decision in draft.decisions for one in _decision(decision, index, scope)),
        reported=tuple(_reported(one, index, scope) for one in draft.reported if here(one.quote, one.place)),
        stance=_stance(reading, index, scope) if draft.role == "answer" else draft.stance,
        demand_stances=tuple(one for one in draft.demand_stances if only(one.stance.quote, one.stance.place)),
        not_referred=draft.not_referred if draft.not_referred and here(draft.not_referred.quote, draft.not_referred.place) else None,
    )


def _titles(draft: Draft, matter: Matter, others: Sequence[Matter]) -> tuple[Fact, ...]:
    """The titles that name this motion alone; else what the document calls it, in the line that names them all."""
    own = tuple(fact for fact in draft.titles if _single(fact.value, matter, others))
    if own or not matter.title:
        return own
    line = next((one for one in draft.document.lines if matter.named_in(one.text)), None)
    if line is None:
        return ()
    return (Fact(matter.title, Status.STATED, " ".join(line.text.split()), Place(draft.document.file, line.page, line.number)),)


def _single(text: str, matter: Matter, others: Sequence[Matter]) -> bool:
    words = subject(text)
    near = matter.named_in(text) or any(words and words <= known for known in matter.subjects)
    return near and not any(one.named_in(text) for one in others)


def _headed(reading: Reading, matters: Sequence[Matter]) -> dict[Where, int]:
    """By line, the motion whose own heading stands over it."""
    under: dict[Where, int] = {}
    current: int | None = None
    for part in reading.parts:
        blocks = [part.heading, *part.flow] if part.heading else list(part.flow)
        for block in blocks:
            told = named(block.text, matters)
            if len(told) == 1 and len(block.text) < _HEAD and not block.text.rstrip().endswith(".") and not stances_in(block.text):
                current = next(iter(told))
            elif len(told) > 1 and len(block.text) < _HEAD:
                current = None
            if current is not None:
                for line in block.lines:
                    under[(block.place.file, line.page, line.number)] = current
    return under


def _stance(reading: Reading, index: int, scope: _Scope) -> StanceFact:
    """The stand on one of the motions: what the decision says of it, or else what the rest does; "unclear" where two disagree."""
    for kinds in (("decision",), ("preface", "summary", "assessment", "other", "matter")):
        found = [
            (value, clause, sentence, at)
            for sentence in reading.sentences(*kinds)
            if not _PARTISAN.search(sentence.text)
            for value, clause, at in _stands(sentence, index, scope)
        ]
        values = {value for value, *_ in found}
        if len(values) == 1:
            value, _, sentence, at = found[0]
            return StanceFact(value, Status.STATED, sentence.text, sentence.block.place_at(sentence.start + at), sentence.passage)
        if values == {"support", "reject"}:
            _, _, sentence, at = found[0]
            return StanceFact("partly", Status.STATED, sentence.text, sentence.block.place_at(sentence.start + at), sentence.passage)
        if values:
            break
    return StanceFact("unclear")


def _stands(sentence: Sentence, index: int, scope: _Scope) -> Iterator[tuple[Stance, str, int]]:
    """The stands that a sentence takes on one motion: clause by clause where it names more than one."""
    whole = scope.of(sentence.text, sentence.place)
    if whole is None or index not in whole:
        return
    if len(named(sentence.text, scope.matters)) < 2 or speaks_of_all(sentence.text):
        for value, at in stances_in(sentence.text):
            yield value, sentence.text, at
        return
    before: tuple[tuple[Stance, int], ...] = ()
    for start, clause in _clauses(sentence.text, scope.matters):
        taken = stances_in(clause)
        if not taken and len(clause.split()) <= _INHERITS:
            taken = before
        if index in named(clause, scope.matters):
            for value, at in taken:
                yield value, clause, start + (at if taken is not before else 0)
        before = taken or before


def _clauses(text: str, matters: Sequence[Matter]) -> list[tuple[int, str]]:
    """``text`` cut so that no clause names two of the motions, at the last conjunction before the second."""
    cuts = [0]
    for match in _CUT.finditer(text):
        left, right = text[cuts[-1] : match.start()], text[match.end() :]
        if named(left, matters) and named(right, matters) - named(left, matters):
            cuts.append(match.end())
    # What was cut inside one motion's own title is put together again.
    made: list[tuple[int, str]] = []
    for start, stop in zip(cuts, [*cuts[1:], len(text)], strict=True):
        clause = text[start:stop]
        if made and not named(clause, matters):
            made[-1] = (made[-1][0], text[made[-1][0] : stop])
        else:
            made.append((start, clause))
    return made


def _decision(decision: Decision, index: int, scope: _Scope) -> Iterator[Decision]:
    """A decision as it holds for one motion: left out where it is on another, without an outcome where that is not told."""
    found = scope.of(decision.text, decision.place)
    if found is None:
        yield replace(decision, outcome="other", evidence="dokumentet gäller flera motioner och säger inte vilken beslutet avser")
    elif index in found:
        alone = found == {index} or speaks_of_all(decision.text)
        yield decision if alone else replace(decision, outcome="other", evidence="beslutet gäller flera motioner; läs det i sin helhet")


def _reported(one: Reported, index: int, scope: _Scope) -> Reported:
    """What is told of a body's answer; its stand is unclear where it is not told which motion it is on."""
    found = scope.of(one.quote, one.place)
    return one if found is not None and index in found and (len(found) == 1 or speaks_of_all(one.quote)) else replace(one, value="unclear")
