"""What an answer says about the motion: only formulas that the text holds, never an impression of it.

The proposed or taken decision is read first; only if it takes no stand are the summary and the assessment read, and
there only sentences in which the answering body or its office speaks. Two formulas that disagree give "unclear".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import Draft, Stance, StanceFact, Status
from generator.parse.reading import Reading, Sentence

_MOTION = r"(?:motion\w*|remissen|yrkande\w*|att-sats\w*|förslage[tn]s?|förslag(?:en)?)"
# (stance, formula): searched in each sentence, all of them; a sentence may hold two.
FORMULAS: tuple[tuple[Stance, str], ...] = (
    ("partly", r"\b(?:delvis|i vissa delar|till viss del)\s+(?:\w+\s+){0,2}?(?:tillstyrk\w*|bifall\w*|avstyrk\w*|avslå\w*|besvara\w*)"),
    ("partly", r"\b(?:tillstyrk\w*|avstyrk\w*|bifall\w*|avslå\w*)\s+(?:\w+\s+){0,3}?(?:delvis|i vissa delar|till viss del)\b"),
    ("reject", rf"\b(?:avstyrk(?:er|s|a|t|te|es)?)\b(?=.{{0,80}}\b{_MOTION})|\b{_MOTION}\b(?=.{{0,60}}\bavstyrk\w*)"),
    ("reject", rf"\b{_MOTION}\b.{{0,40}}\bavslå(?:s|tt|r)?\b|\bavslå(?:r|s)?\s+{_MOTION}"),
    ("support", rf"\b(?:tillstyrk(?:er|s|a|t|te|es)?)\b(?=.{{0,80}}\b{_MOTION})|\b{_MOTION}\b(?=.{{0,60}}\btillstyrk\w*)"),
    ("support", rf"\b{_MOTION}\b.{{0,40}}\bbifall(?:as|s|es|er|a)?\b|\bbifall(?:er|a)\s+{_MOTION}|\bställer sig bakom\s+{_MOTION}"),
    ("considered-answered", rf"\b{_MOTION}\b.{{0,40}}\b(?:anses?|betraktas?)\b.{{0,20}}\bbesvara(?:d|t|de)\b"),
    ("already-met", rf"\b{_MOTION}\b.{{0,120}}\b(?:redan\s+)?(?:är\s+)?tillgodose(?:s|dd|tt|dda|ddes)?\b"
     rf"|\b(?:redan\s+)?tillgodose\w*\b.{{0,60}}\b{_MOTION}"),
    ("no-position", r"\btar inte ställning\b|\bavstår från att ta ställning\b|\butan eget ställningstagande\b|\bingen ståndpunkt\b"),
    ("declined", r"\bavstår från (?:att )?(?:yttra(?:nde| sig)?|svara|besvara|avge|lämna)\b|\bavböjer (?:att|yttrande)\b"
     r"|\bhar inget att (?:yttra|anföra)\b"),
)  # fmt: skip
_COMPILED = tuple((stance, re.compile(pattern, re.IGNORECASE)) for stance, pattern in FORMULAS)
_NEGATED = re.compile(r"\b(?:inte|icke|ej|varken|aldrig)\b", re.IGNORECASE)
_DEALT_WITH = frozenset({"no-position", "declined"})  # formulas that hold their own negation
_SPEAKER = re.compile(
    r"\b(?:nämnden|förvaltningen|kontoret|bolaget|styrelsen|\w+nämnden|\w+förvaltningen|\w+kontoret|rådet|bedömningen är|"
    r"vi)\b",
    re.IGNORECASE,
)
# Someone else speaks: the motion itself, or another body that is quoted.
_OTHERS = re.compile(r"\b(?:motionären|motionärerna|skribenterna|enligt motionen|i motionen (?:föreslås|efterfrågas|anges))\b", re.IGNORECASE)
_SPLIT_BY_DEMAND = re.compile(r"\b(?:första|andra|tredje|fjärde|punkt|att-sats|yrkande)\w*", re.IGNORECASE)


def stance(reading: Reading, draft: Draft) -> Draft:
    """Set ``stance`` of an answer; "unclear" with no quote where no formula stands or two disagree."""
    if draft.kind != "response" or draft.role == "preparation":
        return draft
    for kinds in (("decision",), ("summary", "assessment", "preface")):
        found = list(_found(reading, kinds))
        made = _settled(found)
        if made:
            return replace(draft, stance=made)
        if found:
            break
    return replace(draft, stance=StanceFact("unclear"))


def stances_in(text: str) -> tuple[tuple[Stance, int], ...]:
    """Every stance that a formula in ``text`` states, with the formula's offset; negated formulas are passed over."""
    found: list[tuple[Stance, int]] = []
    for value, pattern in _COMPILED:
        for match in pattern.finditer(text):
            if value not in _DEALT_WITH and _negated(text, match):
                continue
            found.append((value, match.start()))
            break
    values = {value for value, _ in found}
    if "partly" in values:
        found = [pair for pair in found if pair[0] not in {"support", "reject", "considered-answered"}]
    return tuple(dict(found).items())


def _negated(text: str, formula: re.Match[str]) -> bool:
    """Whether a negation stands before the formula, in it, or as the next word."""
    before = text[max(0, formula.start() - 25) : formula.end()]
    return bool(_NEGATED.search(before) or _NEGATED.match(text[formula.end() :].lstrip()))


def _found(reading: Reading, kinds: tuple[str, ...]) -> Iterator[tuple[Stance, Sentence]]:
    for sentence in reading.sentences(*kinds):
        if "decision" not in kinds and (not _SPEAKER.search(sentence.text) or _OTHERS.search(sentence.text)):
            continue
        for value, _ in stances_in(sentence.text):
            yield value, sentence


def _settled(found: list[tuple[Stance, Sentence]]) -> StanceFact | None:
    if not found:
        return None
    values = {value for value, _ in found}
    if values == {"support", "reject"}:
        # "avstyrker den första att-satsen och tillstyrker den andra": an answer split by demand.
        split = [sentence for _, sentence in found if _SPLIT_BY_DEMAND.search(sentence.text)]
        if not split:
            return None
        return _fact("partly", split[0])
    if values == {"considered-answered", "already-met"}:
        values = {"considered-answered"}
    if len(values) > 1:
        return None
    value = values.pop()
    return _fact(value, next(sentence for said, sentence in found if said == value))


def _fact(value: Stance, sentence: Sentence) -> StanceFact:
    return StanceFact(value, Status.STATED, sentence.text, sentence.place, sentence.passage)
