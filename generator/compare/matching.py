"""Which passage of a response answers which demand of the motion.

A passage answers a demand when it holds enough of the demand's content words, by root (renovering, renovera) or by compound part, each word
weighted by how rare it is in Swedish and in the archive's cases. Retelling is not answering: the sections and sentences that only say
what the motion proposes are left out. Nothing is guessed: below the thresholds there is no answer.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from generator.compare.content import Sense, content_words, is_content, root, sense, texts
from generator.model import Archive, Demand, DemandStance, Passage, Response, SectionKind
from generator.swedish.lexicon import zipf
from generator.swedish.words import Word, sentences, words

PASSAGE_THRESHOLD: Final = 0.35  # share of the demand's weight that the passage must hold
SENTENCE_THRESHOLD: Final = 0.15  # … and that its best sentence must hold
FEWEST: Final = 2  # words of the demand that the passage must hold, whole or in part (one, if the demand has no more)
PART_CREDIT: Final = 0.5  # what a word is worth when only its parts, or only a compound of it, are there
TITLE_CREDIT: Final = 0.5  # what a word of the motion's title is worth: the whole case is about it

# First where a body speaks for itself; then where it may. Background, matter and preparation retell, and an equality
# analysis weighs the effects.
_TIERS: Final[tuple[frozenset[SectionKind], ...]] = (
    frozenset({"assessment", "decision"}),
    frozenset({"summary", "other"}),
)
_PROPOSER: Final = r"(?:motionär\w*|motionen|motionens\s+författare|skribent\w*|förslagsställar\w*|undertecknarna)"
_SAYS: Final = r"(?:före(?:slår|slog)|vill|menar|yrkar|anser|önskar|begär|skriver|efterfrågar|lyfter|pekar)"
_RETELLS: Final = re.compile(
    rf"^\W*(?:{_PROPOSER}\s+(?:\w+\s+)?{_SAYS}\b"
    rf"|i\s+motionen\s+(?:\w+\s+)?(?:före(?:slås|slår)|yrkas|efterfrågas|anförs|framförs|begärs|beskrivs|lyfts)\b"
    rf"|(?:vidare|därutöver|dessutom)\s+(?:föreslås|yrkas)\b"
    rf"|(?:vidare|därutöver|dessutom)\s+{_SAYS}\s+{_PROPOSER}"
    r"|motionen\s+innehåller\b|(?:det|ett|en)\s+(?:första|andra|tredje|fjärde|ytterligare)\s+(?:yrkandet?|krav(?:et)?|att-satsen)\b"
    r"|förslage[nt]\s+(?:i\s+motionen\s+)?(?:innebär|går\s+ut\s+på)\b)",
    re.IGNORECASE,
)
# A sentence that only hands a statement on, or names the motion as a source or by its title, says nothing about a single demand …
_FORWARDS: Final = re.compile(
    r"\b(?:enligt\s+motion|motion(?:en|ärerna|ären)\s+(?:nämner|räknar\s+upp)|(?:saker|åtgärder|förslag)\s+föreslås"
    r"|motion(?:en)?\s+(?:\([^)]*\)\s*)?(?:om|angående|från|av)|(?:remitterat|överlämnat)\s+(?:en\s+)?motion|som\s+(?:sitt\s+|nämndens\s+|eget\s+|sitt\s+eget\s+)?(?:svar|yttrande)|remissen\s+besvaras\s+med"
    r"|godkänner\s+(?:förvaltningens|kontorets)|hänvisar\s+till\s+(?:detta|vad))\b",
    re.IGNORECASE,
)
_STANDS: Final = re.compile(r"\b(?:till|av)styrk|\bbifall|\bavsl", re.IGNORECASE)  # … unless it also takes a stand
# Who speaks for the body: after a retelling sentence, the first that names it is the body's own again. Outside the
# sections that speak first, a passage counts only from where the body is named.
_SPEAKER: Final = re.compile(
    r"(?:förvaltning|kontor|(?<!kommun)styrelse|nämnd|bolag|avdelning)(?:en|et|n)\b|\bvi\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many cases there are, in how many of them each lemma stands, and the lemmas of each motion's title."""

    cases: int = 1
    holding: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def weight(self, lemma: str, motion: str) -> float:
        """How much a lemma tells: log(1 + cases / cases that hold it), times (8 − its Zipf frequency in Swedish) / 8.

        A word of the motion's title counts half.
        """
        rare = math.log(1 + self.cases / max(1, self.holding.get(lemma, 1))) * (8 - zipf(lemma)) / 8
        return rare * TITLE_CREDIT if lemma in self.titles.get(motion, ()) else rare


def rarity(archive: Archive) -> Rarity:
    """The rarity of every content lemma, counted in cases so that a case's own much used words stay rare."""
    forms: dict[str, set[str]] = {motion.id: set() for motion in archive.motions}
    for text in texts(archive):
        forms[text.motion].update(word.text.lower() for word in words(text.passage.text))
    seen = {motion: {sense(form).lemma for form in said if is_content(form)} for motion, said in forms.items()}
    counts = Counter(lemma for bag in seen.values() for lemma in bag)
    titles = {
        motion.id: frozenset(
            found.lemma for title in (motion.title, *motion.titles) for _, found in content_words(title.value)
        )
        for motion in archive.motions
    }
    return Rarity(max(1, len(seen)), counts, titles)


@dataclass(frozen=True, slots=True)
class Answer:
    """The passage that answers a demand, its best sentence and the share (0..1) of the demand that the passage holds."""

    passage: Passage
    sentence: Word
    score: float


def answer_to(demand: Demand, response: Response, known: Rarity | None = None) -> tuple[Passage, float] | None:
    """The passage of ``response`` that answers ``demand`` with its score (0..1), or None where none clearly does."""
    found = best_answer(demand, response, known or Rarity())
    return (found.passage, found.score) if found else None


def best_answer(demand: Demand, response: Response, known: Rarity) -> Answer | None:
    """The best answer among the sections that speak first, else among the rest; of equals the earlier one."""
    wanted = {one: known.weight(one.lemma, response.motion) for _, one in content_words(demand.text)}
    if not wanted:
        return None
    fewest = min(FEWEST, len(wanted))
    for kinds in _TIERS:
        best: Answer | None = None
        for passage, spoken in _spoken(response, kinds):
            senses = [_senses(sentence.text) for sentence in spoken]
            score, matched = _share(wanted, [one for row in senses for one in row])
            if score < PASSAGE_THRESHOLD or matched < fewest or (best and score <= best.score):
                continue
            shares = [_share(wanted, row)[0] for row in senses]
            if max(shares) >= SENTENCE_THRESHOLD:
                best = Answer(passage, spoken[shares.index(max(shares))], round(score, 4))
        if best:
            return best
    return None


def demand_stances(
    demands: Sequence[Demand], response: Response, known: Rarity | None = None
) -> tuple[DemandStance, ...]:
    """One stance a demand, in their order: always ``unclear`` as yet, with quote and passage where one answers."""
    made = []
    for demand in demands:
        found = best_answer(demand, response, known or Rarity())
        if found is None:
            made.append(DemandStance(demand.number, "unclear"))
            continue
        passage, sentence = found.passage, found.sentence
        place = passage.place_at(sentence.start)
        made.append(
            DemandStance(
                demand.number, "unclear", quote=sentence.text, place=place, passage=passage.id, score=found.score
            )
        )
    return tuple(made)


def with_demand_stances(archive: Archive) -> Archive:
    """The archive with every answer's demand stances filled in; those an editor stated stay as they are."""
    known = rarity(archive)
    demands = {motion.id: motion.demands for motion in archive.motions}
    made = []
    for response in archive.responses:
        if response.role != "answer":
            made.append(response)
            continue
        stated = {stance.demand: stance for stance in response.demand_stances}
        asked = [demand for demand in demands.get(response.motion, ()) if demand.number not in stated]
        stances = (*response.demand_stances, *demand_stances(asked, response, known))
        made.append(replace(response, demand_stances=tuple(sorted(stances, key=lambda stance: stance.demand))))
    return replace(archive, responses=tuple(made))


@lru_cache(maxsize=4_096)  # a response's sentences, which each demand asks for again
def _senses(sentence: str) -> tuple[Sense, ...]:
    return tuple(found for _, found in content_words(sentence))


def _share(wanted: Mapping[Sense, float], senses: Sequence[Sense]) -> tuple[float, int]:
    """The share of the wanted weight that ``senses`` hold, and how many of the wanted words they hold."""
    lemmas = {root(one.lemma) for one in senses}
    pieces = lemmas | {root(part) for one in senses for part in one.parts}
    held, matched = 0.0, 0
    for one, weight in wanted.items():
        if root(one.lemma) in lemmas:
            held, matched = held + weight, matched + 1
        elif root(one.lemma) in pieces:
            held, matched = held + weight * PART_CREDIT, matched + 1
        elif found := sum(root(part) in pieces for part in one.parts):
            held, matched = held + weight * PART_CREDIT * found / len(one.parts), matched + 1
    return held / sum(wanted.values()), matched


def _spoken(response: Response, kinds: frozenset[SectionKind]) -> Iterator[tuple[Passage, tuple[Word, ...]]]:
    """The passages of those sections, each with the sentences in which the body speaks for itself."""
    for section in response.sections:
        if section.kind not in kinds:
            continue
        retelling = False  # inside a list that a retelling sentence introduced
        for passage in section.passages:
            if passage.struck or (retelling and passage.style == "item"):
                continue
            cut = sentences(passage.text)
            spoken = _own_words(cut, named=kinds is _TIERS[0])
            retelling = bool(cut) and cut[-1].text.endswith(":") and cut[-1] not in spoken
            if spoken:
                yield passage, spoken


def _own_words(cut: Sequence[Word], *, named: bool) -> tuple[Word, ...]:
    """The sentences that neither retell nor follow on a retelling one before the body is named again.

    ``named``: the body need not be named before the first.
    """
    made: list[Word] = []
    retelling = not named
    for sentence in cut:
        text = sentence.text
        if _RETELLS.match(text) or (_FORWARDS.search(text) and not _STANDS.search(text)):
            retelling = True
        elif not retelling or _SPEAKER.search(text) or _STANDS.search(text):
            retelling = False
            made.append(sentence)
    return tuple(made)
