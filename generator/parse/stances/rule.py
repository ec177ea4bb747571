"""What an answer says about the motion: only formulas that the text holds, never an impression of it.

What was decided is read first, else what is proposed; only if that takes no stand are the summary and the assessment read,
and there only sentences in which the answering body or its office speaks. What a party moved, what a proposal said that
fell, and reservations are never read as the stance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model import Draft, Fact, Stance, StanceFact, Status
from generator.parse.reading import Reading, Sentence
from generator.parse.stances.clauses import stands
from generator.parse.stances.forwarding import party_words, sends_on
from generator.parse.stances.guards import undone
from generator.parse.stances.objects import Stand
from generator.parse.stances.sections import (
    BOARD_SAYS,
    decisions_of,
    postponed,
    takes_over,
    takes_over_proposal,
    under_demands,
    under_parties,
)
from generator.parse.stances.settle import Found, Verdict, numbered_stances, settle
from generator.parse.stances.speakers import is_partisan, selves, sender_names, speaks, told_by_others, told_of_another

# In minutes a "yrkande" without a number is what a member moved, unless it is said to be the motion's.
_MOVED = re.compile(r"^(?!.*\bmotion).*\byrkandet?\b(?!\s+\d)", re.IGNORECASE | re.DOTALL)
# "avslår motionen i enlighet med yrkande från M": the board decides; whose words moved it is said after.
_GROUNDS = re.compile(
    r"(?<=motionen )(?:i\s+enlighet\s+med|enligt|med\s+hänvisning\s+till)\b.*$", re.IGNORECASE | re.DOTALL
)
_BUT = re.compile(r"\b(?:men|dock|emellertid|samtidigt)\b", re.IGNORECASE)


def stance(reading: Reading, draft: Draft) -> Draft:
    """Set ``stance``, ``demand_stances`` and ``forwards`` of an answer; "unclear" with no quote where nothing settles it."""
    if draft.kind != "response" or draft.role == "preparation":
        return draft
    listener = _Listener(reading, draft)
    made, proposed = listener.decisions.made, listener.decisions.proposed
    forwards = sends_on(made or proposed)
    verdict = _decided(listener, forwards)
    if verdict is None:
        verdict = listener.settle(listener.spoken())
    numbered = verdict.numbered or numbered_stances(listener.under_headings())
    if verdict.stance is None and not verdict.numbered and numbered:
        verdict = listener.settle(listener.under_headings())
    return replace(draft, stance=verdict.stance or StanceFact("unclear"), demand_stances=numbered, forwards=forwards)


def stances_in(text: str) -> tuple[tuple[Stance, int], ...]:
    """Every stance that ``text``, a sentence, states of the motion as a whole, with the offset of the word that states it.

    Negated and conditional formulas are passed over. Demands that fare differently make the whole "partly"; a stand on one
    of them alone makes nothing.
    """
    found = [one for one in stands(text) if not undone(text, one) and not one.formula.weak]
    parts = [one for one in found if one.scope in {"demands", "part"}]
    values = {one.value for one in found}
    if parts and len(values) > 1:
        return (("partly", found[0].at),)
    distinct = {number for one in parts for number in one.demands}
    whole = [one for one in found if one.scope in {"motion", "bare"} or one.own or (len(distinct) > 1 and one.demands)]
    if any(one.value == "partly" for one in whole):
        whole = [one for one in whole if one.value not in {"support", "reject", "considered-answered"}]
    return tuple({one.value: one.at for one in reversed(whole)}.items())[::-1]


def _decided(listener: _Listener, forwards: Fact | None) -> Verdict | None:
    """What the decision says; None where there is none or it takes no stand, so that the text may."""
    made, proposed = listener.decisions.made, listener.decisions.proposed
    if not made and listener.minutes:
        return None  # what was proposed to a meeting is not what it decided
    if not made:
        verdict = listener.settle(listener.found(proposed, decision=True))
        if verdict.stance and listener.gainsaid(verdict.stance.value):
            return Verdict(None)
        return verdict if verdict.stance or verdict.numbered or listener.heard(proposed) else None
    verdict = listener.settle(listener.found(made, decision=True))
    if verdict.stance or verdict.numbered or listener.heard(made):
        return verdict
    if forwards and forwards.value == "party":
        words = party_words(listener.reading, forwards, frozenset(one.place for one in (*made, *proposed)))
        return _inferred(listener.settle(listener.raw(words)), forwards)
    if forwards and takes_over_proposal(forwards.quote):
        own = listener.decisions.proposed_by(forwards.quote)
        if own:
            return _inferred(listener.settle(listener.found(own, decision=True)), forwards)
    if forwards is None and takes_over(made):
        whose = next(one for one in made if takes_over((one,)))
        own = listener.decisions.proposed_by(whose.text)
        return _inferred(listener.settle(listener.found(own, decision=True)), whose.fact("party"))
    return Verdict(None) if postponed(made) else None


def _inferred(verdict: Verdict, forwards: Fact) -> Verdict:
    """What the words say that the decision makes its own: the stance is inferred from both, and quotes both."""
    if verdict.stance is None:
        return verdict
    told = replace(verdict.stance, status=Status.INFERRED, quote=f"{forwards.quote} … {verdict.stance.quote}")
    numbered = tuple(replace(one, stance=replace(one.stance, status=Status.INFERRED)) for one in verdict.numbered)
    return Verdict(told, numbered)


class _Listener:
    """Hears the stands of one document: in its decisions, in its text, under the headings of the demands."""

    def __init__(self, reading: Reading, draft: Draft) -> None:
        self.reading = reading
        self.minutes = draft.document_type == "protokollsutdrag"
        self.decisions = decisions_of(reading, minutes=self.minutes)
        self.titles = tuple(fact.value for fact in draft.titles)
        self.names = sender_names(draft)
        self.selves = selves(reading)
        self.partisan = is_partisan(reading)
        self.moved = under_parties(reading)
        self.under = under_demands(reading, minutes=self.minutes)

    def settle(self, found: Iterable[Found]) -> Verdict:
        return settle(tuple(found), self.titles)

    def heard(self, sentences: Iterable[Sentence]) -> bool:
        """Whether any stand at all is taken, though nothing was settled by it."""
        return any(True for _ in self.found(sentences, decision=True))

    def found(self, sentences: Iterable[Sentence], *, decision: bool) -> Iterator[Found]:
        """The stands of ``sentences`` that the answering body takes; in its text, those too that no one is heard to take."""
        for sentence in sentences:
            if id(sentence.block) in self.moved:
                continue
            if told_by_others(_GROUNDS.sub("", sentence.text) if decision else sentence.text):
                continue
            spoken = decision or speaks(sentence.text, self.selves, partisan=self.partisan)
            if self.minutes and _MOVED.search(sentence.text):
                continue
            for stand in self._stands(sentence, decision=decision):
                if not told_of_another(sentence.text, stand.at, self.names, decision=decision):
                    yield Found(stand, sentence, spoken, decision)

    def gainsaid(self, value: Stance) -> bool:
        """Whether the body itself says the opposite of what was proposed to it, so that the proposal is not where it stands."""
        other = {"support": "reject", "reject": "support"}.get(value)
        proposed = {one.place for one in self.decisions.proposed}
        text = self.reading.sentences("summary", "assessment", "preface", "background", "matter")
        said = [one for one in text if other and one.place not in proposed and BOARD_SAYS.match(one.text)]
        return any(one.stand.value == other and one.stand.scope == "motion" for one in self.found(said, decision=True))

    def raw(self, sentences: Iterable[Sentence]) -> Iterator[Found]:
        """The stands of a party's own words."""
        for sentence in sentences:
            for stand in self._stands(sentence, decision=True):
                yield Found(stand, sentence)

    def spoken(self) -> Iterator[Found]:
        """The stands of the text outside the decision."""
        return self.found(self.reading.sentences("summary", "assessment", "preface"), decision=False)

    def under_headings(self) -> tuple[Found, ...]:
        """The stands under headings of the demands, each on the demand of its heading."""
        sentences = (
            one
            for one in self.reading.sentences("decision", "assessment", "summary", "other")
            if id(one.block) in self.under
        )
        return tuple(one for one in self.found(sentences, decision=False) if one.spoken)

    def _stands(self, sentence: Sentence, *, decision: bool) -> Iterator[Stand]:
        number = self.under.get(id(sentence.block))
        for stand in stands(sentence.text, decision=decision or number is not None):
            if undone(sentence.text, stand, decision=decision) or (
                stand.formula.weak and (_BUT.search(sentence.text) or not self._may_be_weak(decision=decision))
            ):
                continue
            yield (
                stand
                if number is None or stand.scope == "demands"
                else replace(stand, scope="demands", demands=(number,))
            )

    def _may_be_weak(self, *, decision: bool) -> bool:
        """Words that fall short of a stance count where the body decides, or in a letter that has no decision."""
        return decision or not (self.decisions.made or self.decisions.proposed)
