"""From the stands of an answer to its stance: what all of them together say of the motion, and of each demand by number.

An answer that treats the demands differently is "partly"; one that says different things of the same is "unclear".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import NumberedStance, Stance, StanceFact, Status
from generator.parse.reading import Sentence
from generator.parse.stances.numbering import OTHERS
from generator.parse.stances.objects import Stand

_AGAINST: dict[Stance, Stance] = {"support": "reject", "reject": "support"}
# What can be said of one demand beside another.
_OF_DEMANDS: frozenset[Stance] = frozenset(
    {"support", "reject", "partly", "considered-answered", "already-met", "no-position"}
)
_CONTENT = re.compile(r"[\wåäöÅÄÖ]{4,}")
_COMMON = frozenset(
    [
        "motion",
        "motionen",
        "förslag",
        "förslaget",
        "göteborg",
        "stockholm",
        "kommun",
        "kommunen",
        "staden",
        "stadens",
        "kommunens",
        "göteborgs",
        "nämnden",
        "genom",
        "inom",
        "samt",
        "eller",
        "även",
        "därför",
        "skall",
        "som",
    ]
)
_STEM = 5  # letters by which two words of a title are taken to be the same
_ENOUGH = 0.5  # share of the title's or the part's words that must be the other's
_LONGEST = 1200  # characters of a quote that spans several points


@dataclass(frozen=True, slots=True)
class Found:
    """A stand in its sentence; ``spoken``: the answering body or its office is heard in it."""

    stand: Stand
    sentence: Sentence
    spoken: bool = True
    decision: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """``stance`` is None where the stands settle nothing; ``numbered`` are the stands on demands by number."""

    stance: StanceFact | None
    numbered: tuple[NumberedStance, ...] = ()


def settle(found: Sequence[Found], titles: Sequence[str] = ()) -> Verdict:
    """What ``found`` say together. ``titles`` are the motion's: a part that is called by its title is all of it."""
    read = _spoken(found)
    numbered = numbered_stances(read)
    wholes = [
        one
        for one in read
        if one.stand.scope in {"motion", "bare"} or (one.stand.scope == "part" and names(one.stand.about, titles))
    ]
    parts = [one for one in read if one.stand.scope == "part" and one not in wholes and (one.decision or numbered)]
    pointed = [one for one in read if one.stand.scope == "demands"]
    strong = [one for one in wholes if not one.stand.formula.weak]
    wholes = strong or wholes
    if wholes:
        parts = [one for one in parts if one.stand.value != "no-position"]
    values = {one.stand.value for one in (*wholes, *parts, *pointed)}
    if not values:
        return Verdict(None, numbered)
    if parts or pointed:
        return Verdict(_of_parts(wholes, parts, pointed, values), numbered)
    if values == {"considered-answered", "already-met"}:
        values = {"considered-answered"}
    if "partly" in values and values <= {"partly", "support", "reject", "considered-answered", "no-position"}:
        values = {"partly"}
    if len(values) > 1:
        return Verdict(None, numbered)
    value = values.pop()
    return Verdict(_fact(value, [next(one for one in wholes if one.stand.value == value)]), numbered)


def numbered_stances(found: Sequence[Found]) -> tuple[NumberedStance, ...]:
    """The stand on each demand that is pointed out by number; a demand of which two things are said has none."""
    by_number: defaultdict[int, list[Found]] = defaultdict(list)
    for one in found:
        for number in one.stand.demands if one.stand.scope == "demands" else ():
            by_number[number].append(one)
    if set(by_number) <= {OTHERS}:
        return ()  # "i övrigt" beside a part that has no number is not all the demands
    return tuple(
        NumberedStance(number, _fact(said[0].stand.value, said[:1]))
        for number, said in sorted(by_number.items())
        if len({one.stand.value for one in said}) == 1
    )


def names(about: str, titles: Sequence[str]) -> bool:
    """Whether a part ("om att utreda klimatlådor") is called by the motion's own title, and so is the whole of it."""
    words = _words(about)
    for title in titles:
        others = _words(title)
        shared = len(words & others)
        if words and words <= others and any(len(word) == _STEM for word in words):
            return True
        if (
            others
            and words
            and shared
            and shared >= _ENOUGH * min(len(words), len(others))
            and shared >= min(2, len(others))
        ):
            return True
    return False


def _words(text: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _CONTENT.findall(text) if word.lower() not in _COMMON}


def _spoken(found: Sequence[Found]) -> list[Found]:
    """The stands that the body takes; what stands without a speaker cannot make a stance, but it can unmake one."""
    spoken = [one for one in found if one.spoken]
    if any(_AGAINST.get(one.stand.value) == other.stand.value for one in spoken for other in found if not other.spoken):
        return list(found)
    return spoken


def _of_parts(wholes: list[Found], parts: list[Found], pointed: list[Found], values: set[Stance]) -> StanceFact | None:
    everything = [*wholes, *parts, *pointed]
    if len(values) > 1:
        if not values <= _OF_DEMANDS or (values == {"support", "no-position"} and not pointed and wholes):
            return None
        return _fact("partly", sorted(everything, key=lambda one: (one.sentence.place, one.stand.at)))
    value = next(iter(values))
    distinct = {number for one in pointed for number in one.stand.demands}
    enough = (
        bool(wholes)
        or len(distinct) > 1
        or len({one.stand.about for one in parts}) > 1
        or (not pointed and any(one.stand.own for one in parts))
    )
    return _fact(value, everything[:1] if wholes else everything) if enough else None


def _fact(value: Stance, found: Sequence[Found]) -> StanceFact:
    """The stance with its words: those of one sentence, or of several that stand together in one paragraph."""
    first, last = found[0].sentence, found[-1].sentence
    quote = first.text
    if first.block is last.block and last.start > first.start:
        span = first.block.text[first.start : last.start + len(last.text)]
        quote = span if len(span) <= _LONGEST else quote
    status = Status.INFERRED if all(one.stand.formula.weak for one in found) else Status.STATED
    return StanceFact(value, status, quote, first.place, first.passage)
