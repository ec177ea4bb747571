"""Wording that the answers to one motion share, and what is quoted from the motion.

What the motion itself says is told apart, and so are formulas: the words of a decision, those that only name the motion or
tell how a paper came and went, and whatever several bodies say in the answers to other motions too. All cases are read once
an archive, since a formula shows only there; the result is kept for the archive that was asked about last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from generator.compare.rows import Shared, Span
from generator.compare.runs import FEWEST, Piece, Run, runs
from generator.compare.voices import Said, one_voice, texts_of
from generator.model import Archive, Motion, Response
from generator.swedish.words import Word, words

NEAR_EDGE: Final = 2  # words by which two runs may differ at either end and still be the same stretch
CASES: Final = 3  # cases in whose answers a wording is shared from which it is a formula
TOLD: Final = 2 / 3  # share of a stretch that another must hold to tell it as well
CALLED: Final = 0.6  # share of a stretch that the names and title of a motion must make up for it to be no more than those
MOSTLY: Final = 0.8  # share of a stretch that the motion must hold for the stretch to be the motion's
# How a paper came and went: such a stretch, where it is short, says nothing of the matter.
_ROUTINE: Final = re.compile(
    r"\b(?:remis\w*|nämndsremiss\w*|yttra\s+sig|(?:för|eget|begärt|lämna\w*)\s+yttrande\w*|tjänsteutlåtande\w*|protokoll\w*|justera\w*"
    r"|justering\w*|diarienummer|tillhanda|inkomm\w*\s+till|översänd\w*|expedieras|svarsdag\w*|sammanträde\w*)\b",
    re.IGNORECASE,
)
_SHORT: Final = 16  # words


@dataclass(frozen=True, slots=True)
class Wording:
    """What is shared in one case, best first, and what the answers quote from the motion.

    ``covered`` has, by number of ``said``, the stretches of words that are not its own.
    """

    said: tuple[Said, ...]
    shared: tuple[Shared, ...]
    quoted: tuple[Shared, ...]
    covered: Mapping[int, tuple[tuple[int, int], ...]]


_latest: list[tuple[Archive, dict[str, Wording]]] = []  # one slot of memory for a value that depends on the archive alone


def shared_wording(archive: Archive, motion: Motion) -> tuple[Shared, ...]:
    """What two or more answers to ``motion`` share, eight words or more: the longest and most shared first.

    What is the motion's own or a formula comes last. () where fewer than two bodies answered.
    """
    return wording(archive, motion).shared


def motion_quotes(archive: Archive, motion: Motion) -> tuple[Shared, ...]:
    """What one answer or several repeat of the motion's own words, eight or more, the longest first."""
    return wording(archive, motion).quoted


def own_share(archive: Archive, motion: Motion) -> Mapping[str, float]:
    """The share (0..1) of each answer's words that stand neither in another body's answer nor in the motion.

    By response id; an answer without any text is not there.
    """
    found = wording(archive, motion)
    total: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for number, said in enumerate(found.said):
        if said.voice:
            total[said.owner] += len(said.words)
            taken[said.owner] += len({at for start, end in found.covered.get(number, ()) for at in range(start, end)})
    return {owner: round(1 - taken[owner] / count, 4) for owner, count in total.items() if count}


def wording(archive: Archive, motion: Motion) -> Wording:
    """Everything about one case; of a motion that is not in the archive nothing."""
    for kept, made in _latest[:1]:
        if kept is archive:
            return made.get(motion.id, Wording((), (), (), {}))
    answers: dict[str, list[Response]] = {}
    for response in archive.responses:
        if response.role == "answer" and not response.told:
            answers.setdefault(response.motion, []).append(response)
    every = {one.id: _wording(one, answers.get(one.id, [])) for one in archive.motions}
    common = _formulas(every)
    made = {motion_id: replace(found, shared=_ranked(found.shared, common)) for motion_id, found in every.items()}
    _latest[:] = [(archive, made)]
    return made.get(motion.id, Wording((), (), (), {}))


def _wording(motion: Motion, answers: Sequence[Response]) -> Wording:
    said = texts_of(motion, answers)
    found = [run for run in runs([_folded(one.words) for one in said]) if said[run.later].voice]
    said = one_voice(said, found, {response.id for response in answers if not response.bodies})
    by_text: dict[int, list[Run]] = {}
    for run in found:
        by_text.setdefault(run.earlier, []).append(run)
    shared: list[Shared] = []
    quoted: list[Shared] = []
    covered: dict[int, set[tuple[int, int]]] = {}
    order = {response.id: at for at, response in enumerate(answers)}
    motions_own: dict[int, list[tuple[int, int]]] = {}
    for run in found:
        if not said[run.earlier].voice:
            motions_own.setdefault(run.later, []).append((run.start, run.end))
    names = _names(motion)
    for number, own in sorted(by_text.items()):
        for made, spots in _stretches(number, own, said, order):
            voices = {said[text].voice for text, _, _ in spots} - {""}
            from_motion = made.from_motion or _mostly(spots, motions_own)
            if from_motion:
                quoted.append(replace(made, from_motion=True))
            if len(voices) > 1:
                shared.append(replace(made, from_motion=from_motion, formula=made.formula or _calls(made, names)))
            if len(voices) > 1 or made.from_motion:
                for text, start, end in spots:
                    covered.setdefault(text, set()).add((start, end))
    return Wording(said, _told_once(shared), _told_once(quoted), {text: tuple(sorted(spans)) for text, spans in covered.items()})


Spot = tuple[int, int, int]  # number of a text, its first word, one past its last


def _stretches(
    number: int, own: Sequence[Run], said: Sequence[Said], order: Mapping[str, int]
) -> Iterator[tuple[Shared, tuple[Spot, ...]]]:
    """The stretches of text ``number`` that others repeat, each with everybody who repeats the whole of it.

    Those that one run marks off, and what two of them have in common.
    """
    edges = _apart({(run.first, run.last) for run in own})
    edges = _apart({*edges, *((max(a, c), min(b, d)) for a, b in edges for c, d in edges if min(b, d) - max(a, c) >= FEWEST)})
    told: list[tuple[int, int, frozenset[str]]] = []
    for first, last in edges:
        spots: list[Spot] = [(number, first, last)]
        for run in own:
            if run.first - NEAR_EDGE <= first and last <= run.last + NEAR_EDGE:
                spots += _spot(run, run.within(first, last))
        owners = frozenset(said[text].owner for text, _, _ in spots)
        if len(spots) < 2 or any(low <= first and last <= high and owners <= held for low, high, held in told):
            continue
        told.append((first, last, owners))
        yield _shared(spots, said, order), tuple(spots)


def _apart(edges: AbstractSet[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of which no two are nearly the same, the longest first."""
    made: list[tuple[int, int]] = []
    for first, last in sorted(edges, key=lambda edge: (edge[0] - edge[1], edge)):
        if not any(abs(first - low) <= NEAR_EDGE and abs(last - high) <= NEAR_EDGE for low, high in made):
            made.append((first, last))
    return made


def _spot(run: Run, pieces: Sequence[Piece]) -> list[Spot]:
    if sum(count for _, _, count in pieces) < FEWEST:
        return []
    return [(run.later, pieces[0][0], pieces[-1][0] + pieces[-1][2])]


def _shared(spots: Sequence[Spot], said: Sequence[Said], order: Mapping[str, int]) -> Shared:
    ranked = sorted(spots, key=lambda spot: (order.get(said[spot[0]].owner, -1), spot))
    owners = dict.fromkeys(said[text].owner for text, _, _ in ranked if said[text].voice)
    text, start, end = next(spot for spot in ranked if said[spot[0]].voice)
    folded = {tuple(_folded(said[text].words[start:end])) for text, start, end in ranked}
    return Shared(
        text=_text(said[text], start, end),
        words=end - start,
        spans=tuple(_span(said[text], start, end) for text, start, end in ranked),
        owners=tuple(owners),
        from_motion=any(not said[text].voice for text, _, _ in ranked),
        exact=len(folded) == 1,
        formula=all(said[text].decides for text, _, _ in ranked if said[text].voice)
        or (end - start <= _SHORT and _ROUTINE.search(_text(said[text], start, end)) is not None),
    )


def _span(said: Said, start: int, end: int) -> Span:
    return Span(said.owner, said.passage, said.words[start].start, said.words[end - 1].end, _text(said, start, end))


def _text(said: Said, start: int, end: int) -> str:
    return said.text[said.words[start].start : said.words[end - 1].end]


def _mostly(spots: Sequence[Spot], motions_own: Mapping[int, Sequence[tuple[int, int]]]) -> bool:
    """Whether every answer's stretch lies mostly in what that answer quotes from the motion."""
    for text, start, end in spots:
        held = {at for low, high in motions_own.get(text, ()) for at in range(max(low, start), min(high, end))}
        if len(held) < MOSTLY * (end - start):
            return False
    return True


def _told_once(found: Sequence[Shared]) -> tuple[Shared, ...]:
    """Those that are not for the greater part told by another that at least as many say."""
    kept: list[Shared] = []
    at: dict[tuple[str, str], list[tuple[int, int, int]]] = {}  # where → (start, end, number of the kept one)
    for one in sorted(found, key=lambda one: (-len(one.owners), -one.words, _spot_key(one))):
        over: set[int] | None = None
        for span in one.spans:
            enough = TOLD * (span.end - span.start)
            near = at.get((span.owner, span.passage), ())
            here = {which for start, end, which in near if min(end, span.end) - max(start, span.start) >= enough}
            over = here if over is None else over & here
        if over and any(set(one.owners) <= set(kept[which].owners) for which in over):
            continue
        for span in one.spans:
            at.setdefault((span.owner, span.passage), []).append((span.start, span.end, len(kept)))
        kept.append(one)
    return tuple(kept)


def _spot_key(one: Shared) -> tuple[tuple[str, str, int], ...]:
    return tuple((span.owner, span.passage, span.start) for span in one.spans)


def _folded(found: Iterable[Word]) -> list[str]:
    return [word.text.lower() for word in found]


def _names(motion: Motion) -> frozenset[str]:
    """The words of the motion's title and of who filed it, by which papers call it."""
    called = [fact.value for fact in (motion.title, *motion.titles)]
    called += [f"{one.name} {one.party or ''}" for one in motion.proposers]
    return frozenset(word for text in called for word in _folded(words(text)))


def _calls(one: Shared, names: AbstractSet[str]) -> bool:
    """Whether a stretch does little more than call the motion by its names."""
    said = _folded(words(one.text))
    return sum(word in names for word in said) >= CALLED * len(said)


def _shingles(one: Shared) -> set[tuple[str, ...]]:
    cut = _folded(words(one.text))
    return {tuple(cut[at : at + FEWEST]) for at in range(len(cut) - FEWEST + 1)}


def _formulas(every: Mapping[str, Wording]) -> frozenset[tuple[str, ...]]:
    """The runs of eight words that are shared in three cases or more."""
    counts = Counter(run for found in every.values() for run in {run for one in found.shared for run in _shingles(one)})
    return frozenset(run for run, count in counts.items() if count >= CASES)


def _ranked(found: Sequence[Shared], common: frozenset[tuple[str, ...]]) -> tuple[Shared, ...]:
    made = [replace(one, formula=one.formula or _is_common(one, common)) for one in found]
    return tuple(
        sorted(made, key=lambda one: (one.formula, one.from_motion, -one.words * (len(one.owners) - 1), _spot_key(one)))
    )


def _is_common(one: Shared, common: frozenset[tuple[str, ...]]) -> bool:
    own = _shingles(one)
    return bool(own) and len(own & common) >= len(own) / 2
