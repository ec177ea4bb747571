"""What only one answer says: how much of it stands nowhere else in the case, its own words and the sentences that hold them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.compare.content import content_words, root
from generator.compare.distinct import marks
from generator.compare.rows import Own, Span
from generator.compare.shared import own_share, wording
from generator.compare.voices import Said
from generator.model import Archive, Motion
from generator.swedish.lexicon import zipf
from generator.swedish.words import Word, sentences, words

WORDS: Final = 12  # words shown of one answer
SENTENCES: Final = 3  # sentences shown of one answer
SHORTEST: Final = 8  # words of a sentence that says something by itself


@dataclass(slots=True)
class _Voice:
    """The content words of one voice: how often each lemma stands, its forms, and whether it is ever written small."""

    counts: Counter[str] = field(default_factory=Counter)
    forms: dict[str, set[str]] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)


def only_here(archive: Archive, motion: Motion) -> tuple[Own, ...]:
    """What each answer to ``motion`` alone says, in the archive's order; () where there is only one voice to hear.

    A word is an answer's own if neither the motion nor another voice has it, or its verb or noun; the words that stand there
    most, and are rarest in Swedish, come first. Sentences are given that share nothing and hold most such words.
    """
    found = wording(archive, motion)
    if len({one.voice for one in found.said if one.voice}) < 2:
        return ()
    voices = _counted(found.said)
    held = Counter(base for voice in voices.values() for base in {root(lemma) for lemma in voice.counts})
    shares = own_share(archive, motion)
    made: list[Own] = []
    for owner in dict.fromkeys(one.owner for one in found.said if one.voice):
        texts = [(number, one) for number, one in enumerate(found.said) if one.owner == owner]
        own = _ranked(voices[texts[0][1].voice], held)
        present = {sense.lemma for _, one in texts for _, sense in content_words(one.text)}
        ranks = {lemma: rank for lemma, rank in own.items() if lemma in present}
        spans = _sentences(texts, found.covered, ranks)
        made.append(Own(owner, shares.get(owner, 0.0), tuple(ranks)[:WORDS], spans))
    return tuple(made)


def _counted(said: Iterable[Said]) -> dict[str, _Voice]:
    made: dict[str, _Voice] = {}
    for one in said:
        voice = made.setdefault(one.voice, _Voice())
        starts = {sentence.start for sentence in sentences(one.text)}
        for word, sense in content_words(one.text):
            voice.counts[sense.lemma] += 1
            voice.forms.setdefault(sense.lemma, set()).add(word.text.lower())
            if word.start not in starts and word.text.islower():
                voice.small.add(sense.lemma)
    return made


def _ranked(voice: _Voice, held: Mapping[str, int]) -> dict[str, float]:
    """The voice's own words that can mark something out, with their weight, the heaviest first."""
    ranks = {
        lemma: count * (8 - zipf(lemma))
        for lemma, count in voice.counts.items()
        if held[root(lemma)] == 1 and lemma in voice.small and marks(lemma, voice.forms[lemma])
    }
    return dict(sorted(ranks.items(), key=lambda item: (-item[1], item[0])))


def _sentences(
    texts: Sequence[tuple[int, Said]], covered: Mapping[int, Sequence[tuple[int, int]]], ranks: Mapping[str, float]
) -> tuple[Span, ...]:
    """Up to three sentences without a shared word, each chosen for the own words that those before it lack."""
    waiting: list[tuple[Span, frozenset[str]]] = []
    for number, one in texts:
        taken = [(one.words[low].start, one.words[high - 1].end) for low, high in covered.get(number, ())]
        for sentence in _free(one, taken):
            own = frozenset(sense.lemma for _, sense in content_words(sentence.text) if sense.lemma in ranks)
            waiting.append((Span(one.owner, one.passage, sentence.start, sentence.end, sentence.text), own))
    chosen: list[int] = []
    told: set[str] = set()
    while len(chosen) < SENTENCES:
        gains = [sum(ranks[lemma] for lemma in own - told) for _, own in waiting]
        best = max(range(len(waiting)), key=lambda at: gains[at], default=None)
        if best is None or not gains[best]:
            break
        chosen.append(best)
        told |= waiting[best][1]
    return tuple(waiting[at][0] for at in sorted(chosen))


def _free(one: Said, taken: Sequence[tuple[int, int]]) -> Iterator[Word]:
    if one.decides:
        return
    for sentence in sentences(one.text):
        if any(low < sentence.end and sentence.start < high for low, high in taken):
            continue
        if sum(1 for _ in words(sentence.text)) >= SHORTEST:
            yield sentence
