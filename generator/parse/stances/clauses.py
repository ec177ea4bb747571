"""A sentence cut between the words in it that take a stand, and each of them with what it is said of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from generator.parse.stances.formulas import COMPILED, Formula
from generator.parse.stances.objects import MOTION, Stand, read_stand

_CONNECTOR = re.compile(
    r";|\t|,?\s+(?:men|medan|samt|och|utan|dock|dels|respektive|eller)\s+(?:att\s+|dels\s+)*|,\s+(?:att\s+|dels\s+)*|:\s+",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^(?:(?:att|dels|anser|föreslår|bedömer|därmed|därför|nämnden|styrelsen|att)\s+)*(?:den|det|de|motion\w*|att-?\s?sats\w*|yrkande\w*|punkt\w*|förslag\w*|första|andra|tredje|fjärde|femte|i\s+övrigt|övrig\w*|resten|\d)\b",
    re.IGNORECASE,
)
_FEW = re.compile(r"^(?:[\wåäö-]+\s+){0,4}$")


def stands(text: str, *, decision: bool = True) -> tuple[Stand, ...]:
    """Every word of ``text``, a sentence, that takes a stand on the motion or a part of it, in order.

    Whether it is negated, conditional or somebody else's is not asked here. In a ``decision`` the motion's title may stand
    between the motion and its verb, and a verb may go without an object.
    """
    words = _words(text)
    cuts = _cuts(text, words)
    made: list[Stand] = []
    told = False
    for index, (formula, at, end) in enumerate(words):
        start, stop = cuts[index], cuts[index + 1]
        one = read_stand(text, formula, at, end, start, stop, decision=decision, told=told)
        if one is None and made and formula.voice != "none" and _goes_on(text, made[-1], at):
            one = _like(made[-1], formula, at, end, start, stop)
        if one is None and formula.voice == "active" and index + 1 < len(words) and _FEW.match(text[end:stop].lstrip()):
            # "tillstyrker eller avstyrker motionen": the object stands after the last of them.
            after, at2, end2 = words[index + 1]
            late = read_stand(text, after, at2, end2, stop, cuts[index + 2], decision=decision, told=told)
            one = _like(late, formula, at, end, start, stop) if late and after.voice == "active" else None
        if one:
            made.append(one)
            told = told or one.scope == "demands"
    return tuple(made)


def _like(other: Stand, formula: Formula, at: int, end: int, start: int, stop: int) -> Stand:
    return Stand(formula.stance, formula, at, end, other.scope, other.demands, other.about, start, stop, other.own)


def _words(text: str) -> list[tuple[Formula, int, int]]:
    """The formulas of ``text`` in order, each with where its word stands; where two overlap, the first of the table."""
    taken: list[tuple[Formula, int, int]] = []
    for formula, pattern in COMPILED:
        for match in pattern.finditer(text):
            at, end = match.span("v") if "v" in pattern.groupindex and match["v"] else match.span()
            if not any(at < other_end and start < end for _, start, other_end in taken):
                taken.append((formula, at, end))
    return sorted(taken, key=lambda one: one[1])


def _cuts(text: str, words: Sequence[tuple[Formula, int, int]]) -> list[int]:
    """Where the clause of each word begins, and where the last ends."""
    cuts = [0]
    for (_, _, end), (formula, at, _) in itertools.pairwise(words):
        between = list(_CONNECTOR.finditer(text, end, at))
        chosen = at
        if between:
            last = between[-1]
            near = _FEW.match(text[last.end() : at].lstrip()) and not re.search(
                rf"{MOTION}|\d", text[last.end() : at], re.IGNORECASE
            )
            opening = next((one for one in between if _OPENS.match(text[one.end() : at])), None)
            chosen = (last if (formula.voice in {"active", "none"} and near) or opening is None else opening).start()
        cuts.append(chosen)
    return [*cuts, len(text)]


def _goes_on(text: str, before: Stand, at: int) -> bool:
    """Whether a word without anything said of it shares what the word before it is said of: "bifalls delvis och avslås i övrigt"."""
    return bool(re.fullmatch(r"\W*(?:och|men|samt|eller)?\s*(?:[\wåäö-]+\s+){0,2}", text[before.end : at]))
