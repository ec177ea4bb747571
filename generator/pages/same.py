"""Where an answer says what others say too: the stretches of its paragraphs that stand in the motion or in another answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator import addresses
from generator.compare.rows import Shared, Span
from generator.compare.shared import motion_quotes, shared_wording
from generator.model import Motion
from generator.pages import words
from generator.pages.context import Context
from generator.pages.marked import Mark

Marks = dict[str, dict[str, tuple[Mark, ...]]]


def marks(context: Context, motion: Motion) -> Mapping[str, Mapping[str, tuple[Mark, ...]]]:
    """By response and passage, what the answers to ``motion`` share with it or with each other; formulas are left out.

    Words of the motion go before words that are shared, and of two stretches that overlap the longer is marked.
    """
    made: defaultdict[str, defaultdict[str, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    quoted = motion_quotes(context.archive, motion)
    shared = [one for one in shared_wording(context.archive, motion) if not one.formula and not one.from_motion]
    for of_motion, found in ((True, quoted), (False, shared)):
        for one in sorted(found, key=lambda one: -one.words):
            for span in _of_answers(one, motion):
                held = made[span.owner][span.passage]
                if all(mark.end <= span.start or mark.start >= span.end for mark in held):
                    held.append(_mark(context, motion, one, span, of_motion=of_motion))
    return {owner: {passage: tuple(sorted(held, key=lambda mark: mark.start)) for passage, held in of.items()} for owner, of in made.items()}


def _of_answers(one: Shared, motion: Motion) -> Iterable[Span]:
    return (span for span in one.spans if span.owner != motion.id and span.passage)


def _mark(context: Context, motion: Motion, one: Shared, span: Span, *, of_motion: bool) -> Mark:
    if of_motion:
        source = next((other for other in one.spans if other.owner == motion.id), None)
        target = addresses.motion(motion.id) + (f"#{source.passage}" if source and source.passage else "")
        return Mark(span.start, span.end, "motion", "Ord ur motionen", target)
    others = [other for other in one.spans if other.owner not in {span.owner, motion.id}]
    names = words.listed(dict.fromkeys(context.sender(context.responses[other.owner]) for other in others))
    first = others[0] if others else span
    return Mark(span.start, span.end, "shared", f"Samma formulering: {names}", addresses.response(first.owner) + f"#{first.passage}")
