"""Who says what in one case: the texts of the motion and of its answers, each with the voice it is.

Two papers of one body are one voice, and so are a joint answer and an answer of one of those that gave it. An answer that
nobody can tell the sender of may be another paper of a body whose words it mostly has: then it is that body's voice too,
since two bodies are not said to share what may be one body's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from generator.compare.content import motion_passages
from generator.compare.runs import Run
from generator.model import Motion, Response
from generator.swedish.words import Word, words

# A short answer may argue under the heading of its decision: there a paragraph after the first decides only with such words.
_DECIDES: Final = re.compile(
    r"^att\b|\b(?:beslut\w*|föreslå\w*|tillstyrk\w*|avstyrk\w*|bifall\w*|avslå\w*|avslag\w*|besvara\w*|översänd\w*|överlämna\w*|förklara\w*"
    r"|godkänn\w*|anta(?:r|s)?|anse[rs]?|avstår|ställning|reserv\w*|yttrande\w*|uppdra\w*|yrka\w*|ställer\s+sig)\b",
    re.IGNORECASE,
)
COPIED: Final = 0.5  # share of the shorter answer's words from which an answer without a sender may be a paper of the other's


@dataclass(frozen=True, slots=True)
class Said:
    """One passage (or the motion's title) with its words; ``voice`` is whose it is, "" for the motion."""

    owner: str
    voice: str
    passage: str
    text: str
    words: tuple[Word, ...]
    decides: bool = False


def texts_of(motion: Motion, answers: Sequence[Response]) -> tuple[Said, ...]:
    """The motion's title in every form and its passages, then each answer's; what is struck out is left out."""
    return (*_motion_said(motion), *_answers_said(answers))


def _motion_said(motion: Motion) -> Iterator[Said]:
    for title in dict.fromkeys(fact.value for fact in (motion.title, *motion.titles)):
        yield Said(motion.id, "", "", title, tuple(words(title)))
    for passage in motion_passages(motion):
        yield Said(motion.id, "", passage.id, passage.text, tuple(words(passage.text)))


def _answers_said(answers: Sequence[Response]) -> Iterator[Said]:
    voices = _voices(answers)
    for response in answers:
        for section in response.sections:
            for number, passage in enumerate(section.passages):
                if not passage.struck:
                    cut = tuple(words(passage.text))
                    decides = section.kind == "decision" and (number == 0 or passage.style == "item" or _DECIDES.search(passage.text) is not None)
                    yield Said(response.id, voices[response.id], passage.id, passage.text, cut, decides)


def _voices(answers: Sequence[Response]) -> dict[str, str]:
    """Whose voice each answer is: answers that share a body, or are joined by others that do, are one voice."""
    voice: dict[str, str] = {}
    for response in answers:
        joined = {voice[body] for body in response.bodies if body in voice}
        name = min([response.id, *joined])
        voice = {body: name if of in joined else of for body, of in voice.items()} | dict.fromkeys(response.bodies, name)
    return {response.id: voice[response.bodies[0]] if response.bodies else response.id for response in answers}


def one_voice(said: Sequence[Said], found: Sequence[Run], unknown: AbstractSet[str]) -> tuple[Said, ...]:
    """The texts with the voice of an unknown sender put to that whose words it mostly has, or which mostly has its words."""
    total = Counter[str]()
    for one in said:
        total[one.owner] += len(one.words)
    both: dict[tuple[str, str], set[tuple[int, int]]] = {}
    for run in found:
        pair = (said[run.later].owner, said[run.earlier].owner)
        if said[run.earlier].voice and not unknown.isdisjoint(pair):
            both.setdefault(pair, set()).update((run.later, at) for at in range(run.start, run.end))
    voices = {one.owner: one.voice for one in said}
    for (later, earlier), held in sorted(both.items()):
        if len(held) >= COPIED * min(total[later], total[earlier]):
            first, second = sorted((voices[later], voices[earlier]))
            voices = {owner: first if voice == second else voice for owner, voice in voices.items()}
    return tuple(replace(one, voice=voices[one.owner]) for one in said)
