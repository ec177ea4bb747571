"""Which passage of a response answers which demand of the motion.

A passage answers a demand when it holds enough of the demand's content words, by root (renovering, renovera) or by compound
part, each word weighted by how rare it is in Swedish and in the archive's cases. What is asked counts, not who is to do it:
the names of bodies and what stands before "i uppdrag att" are left out, and where a motion has several demands a passage must
hold something that not all of them say. Retelling is not answering. Nothing is guessed: below the thresholds, measured on
labelled answers (tests/labels/matching.tsv), there is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from generator.compare.content import Sense, content_words, root
from generator.compare.decided import decided
from generator.compare.rarity import Rarity, rarity
from generator.compare.speaking import decides, judges, spoken
from generator.compare.stands import stands
from generator.model import Archive, Demand, DemandStance, Passage, Response, SectionKind, Status
from generator.swedish.words import Word, words

FEWEST: Final = 2  # words of the demand that the passage must hold, whole or in part (one, if the demand has no more)
SHORTEST_NAME: Final = 6  # letters of a body's name that is looked for; shorter ones are words of other kinds too
PART_CREDIT: Final = 0.5  # what a word is worth when only its parts, or only a compound of it, are there
JUDGED: Final = 0.1  # what a passage in which the body weighs or decides comes before others by


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The shares of a demand's weight from which a passage answers it; bench/matching.py measures others.

    ``judged``: of a passage in which the body weighs or decides; ``alone``: of such a one where the motion has only one
    demand to be mixed up with; ``bare``: of one that only speaks of the matter; ``sentence``: of its best sentence.
    """

    judged: float = 0.3
    alone: float = 0.2
    bare: float = 0.6
    sentence: float = 0.12


THRESHOLDS: Final = Thresholds()

# First where a body speaks for itself, then what it decides, then where it may speak. Background, matter and preparation
# retell, and an equality analysis weighs the effects.
_TIERS: Final[tuple[frozenset[SectionKind], ...]] = (
    frozenset({"assessment"}),
    frozenset({"decision"}),
    frozenset({"summary", "other"}),
)
# Who is to do it: "Kommunstyrelsen får i uppdrag att", "att ge nämnden i uppdrag att i samverkan med … ".
_WHO: Final = re.compile(r"^.{0,240}?\b(?:i|få|fått|ett)\s+uppdrag(?:et)?\b\s*:?\s*(?:att\b)?")
@dataclass(frozen=True, slots=True)
class Answer:
    """The passage that answers a demand, its best sentence and the share (0..1) of the demand that the passage holds."""

    passage: Passage
    sentence: Word
    score: float


def answer_to(demand: Demand, response: Response, known: Rarity | None = None) -> tuple[Passage, float] | None:
    """The passage of ``response`` that answers ``demand`` with its score (0..1), or None where none clearly does."""
    found = best_answer(demand, (demand,), response, known or Rarity())
    return (found.passage, found.score) if found else None


def best_answer(
    demand: Demand, demands: Sequence[Demand], response: Response, known: Rarity, least: Thresholds = THRESHOLDS
) -> Answer | None:
    """The best answer among the sections that speak first, else among the next; of equals the earlier one.

    ``demands`` are all of the motion's.
    """
    alone = len(demands) < 2
    wanted = {one: known.weight(one.lemma, response.motion, alone=alone) for one in asked(demand.text, known.bodies)}
    if not wanted:
        return None
    common = _common(demands, known.bodies)
    quoted = " ".join(_folded(one.text) for one in demands)
    for kinds in _TIERS:
        best: tuple[float, Answer] | None = None
        for passage, said in spoken(response, kinds):
            own = [sentence for sentence in said if _folded(sentence.text) not in quoted]  # the motion's words are no answer to it
            found = _weighed(passage, own, wanted, common, replace(least, judged=least.alone) if alone else least)
            if found and (best is None or found[0] > best[0]):
                best = found
        if best:
            return best[1]
    return _verdict(response, wanted) if alone else None


def _verdict(response: Response, wanted: Mapping[Sense, float]) -> Answer | None:
    """Where the motion asks for one thing: the first verdict on "the motion" beside any of the demand's words."""
    for kinds in _TIERS:
        for passage, own in spoken(response, kinds):
            score, matched = _share(wanted, [one for sentence in own for one in _senses(sentence.text)])
            sentence = next((one for one in own if decides(one.text)), None)
            if sentence and matched:
                return Answer(passage, sentence, round(score, 4))
    return None


def asked(text: str, bodies: Sequence[str] = ()) -> tuple[Sense, ...]:
    """The content words of what a demand asks for, without who is to do it; of nothing else but that, all of them."""
    low = text.lower()
    for name in bodies:
        if len(name) >= SHORTEST_NAME and name in low:
            low = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", low)
    lead = _WHO.match(low)
    senses = [tuple(one for _, one in content_words(rest)) for rest in (low[lead.end() :] if lead else low, low, text)]
    return next((tuple(dict.fromkeys(found)) for found in senses if len(found) >= FEWEST), tuple(dict.fromkeys(senses[-1])))


def _common(demands: Sequence[Demand], bodies: Sequence[str]) -> frozenset[str]:
    """The roots that every one of several demands holds."""
    if len(demands) < 2:
        return frozenset()
    held = [frozenset(root(one.lemma) for one in asked(demand.text, bodies)) for demand in demands]
    return frozenset.intersection(*held)


def _weighed(
    passage: Passage, own: Sequence[Word], wanted: Mapping[Sense, float], common: AbstractSet[str], least: Thresholds
) -> tuple[float, Answer] | None:
    """A passage as an answer, with its rank; None where it holds too little."""
    if not own:
        return None
    senses = [_senses(sentence.text) for sentence in own]
    score, matched = _share(wanted, [one for row in senses for one in row])
    telling = matched - common
    if score < least.judged or len(matched) < min(FEWEST, len(wanted)) or (not telling and len(common) < len(wanted)):
        return None
    shares = [_share(wanted, row)[0] for row in senses]
    judged = [judges(sentence.text) for sentence in own]
    ranks = [share + (JUDGED if judge and share >= least.sentence else 0.0) for share, judge in zip(shares, judged, strict=True)]
    at = ranks.index(max(ranks))
    if shares[at] < least.sentence or (not judged[at] and score < least.bare):
        return None
    return score + (JUDGED if judged[at] else 0.0), Answer(passage, own[at], round(score, 4))


def demand_stances(
    demands: Sequence[Demand], response: Response, known: Rarity | None = None
) -> tuple[DemandStance, ...]:
    """One stance a demand, in their order: what is stated, and the sentence that answers where one does.

    ``unclear`` where nothing is stated. An answer that only another paper tells of has no sentences of its own.
    """
    stated = stands(demands, response)
    made = []
    for demand in demands:
        stance = stated.pop(demand.number, None)
        if stance is None and len(demands) > 1 and not response.told:
            stance = decided(demand, response, _holding(demand, response, known or Rarity()))
        stance = stance or DemandStance(demand.number, "unclear")
        found = None if response.told else best_answer(demand, demands, response, known or Rarity())
        made.append(_with_answer(stance, found) if found else stance)
    return tuple(sorted((*made, *stated.values()), key=lambda stance: stance.demand))


def _holding(demand: Demand, response: Response, known: Rarity) -> Callable[[str], float]:
    """How large a share of a demand a sentence holds."""
    wanted = {one: known.weight(one.lemma, response.motion, alone=True) for one in asked(demand.text, known.bodies)}
    return lambda sentence: _share(wanted, _senses(sentence))[0] if wanted else 0.0


def _with_answer(stance: DemandStance, found: Answer) -> DemandStance:
    passage, sentence = found.passage, found.sentence
    place = passage.place_at(sentence.start)
    if stance.value == "unclear" and stance.status is not Status.CURATED:
        return replace(stance, quote=sentence.text, place=place, passage=passage.id, score=found.score)
    if passage.id == stance.passage and stance.quote in sentence.text:
        return replace(stance, score=found.score)  # the sentence that states it is the one that answers
    return replace(stance, score=found.score, answer=sentence.text, answer_place=place, answer_passage=passage.id)


def with_demand_stances(archive: Archive) -> Archive:
    """The archive with every answer's stances on single demands; those that are stated by number, or by an editor, stay."""
    known = rarity(archive)
    demands = {motion.id: motion.demands for motion in archive.motions}
    return replace(
        archive,
        responses=tuple(
            replace(one, demand_stances=demand_stances(demands.get(one.motion, ()), one, known)) if one.role == "answer" else one
            for one in archive.responses
        ),
    )


@lru_cache(maxsize=4_096)  # a response's sentences, which each demand asks for again
def _senses(sentence: str) -> tuple[Sense, ...]:
    return tuple(found for _, found in content_words(sentence))


def _folded(text: str) -> str:
    """The words of a text in small letters, with single spaces."""
    return " ".join(word.text.lower() for word in words(text))


def _share(wanted: Mapping[Sense, float], senses: Sequence[Sense]) -> tuple[float, frozenset[str]]:
    """The share of the wanted weight that ``senses`` hold, and the roots of the wanted words they hold."""
    lemmas = {root(one.lemma) for one in senses}
    pieces = lemmas | {root(part) for one in senses for part in one.parts}
    held, matched = 0.0, set[str]()
    for one, weight in wanted.items():
        base = root(one.lemma)
        if base in lemmas:
            credit = 1.0
        elif base in pieces:
            credit = PART_CREDIT
        else:
            credit = PART_CREDIT * sum(root(part) in pieces for part in one.parts) / max(1, len(one.parts))
        if credit:
            held += weight * credit
            matched.add(base)
    return held / sum(wanted.values()), frozenset(matched)
