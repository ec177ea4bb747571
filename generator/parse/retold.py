"""Decisions that a paper only tells of: what the board or its committee proposed, what the council decided before.

A sentence is believed where it names who decided and what became of the motion or the matter; what it tells of another
motion is passed over. The day is the one that stands by the verb.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from generator.model import Decision, Fact, Stage
from generator.parse.dates import dates
from generator.parse.headings import bare_heading
from generator.parse.outcomes import read_outcome
from generator.parse.reading import Reading, Sentence
from generator.parse.votes import votes_in

_BOARD_PROPOSES = re.compile(
    r"\b(?P<body>(?:kommun|region)styrelsen|borgarrådsberedningen|föredragande borgarrådet|(?:kommunstyrelsens )?[a-zåäö]*utskottet)\b.{0,60}\b(?:föreslår|föreslog|tillstyrker|hemställer|har föreslagit|beslutade (?:den .{4,40} )?att föreslå|har beslutat (?:den .{4,40} )?att föreslå)\b",
    re.IGNORECASE,
)
_COUNCIL_DECIDES = re.compile(
    r"\b(?P<body>(?:kommun|region)fullmäktige)\b.{0,30}\b(?:beslutade|beslöt|har beslutat|återremitterade|bordlade|avslog|biföll)\b", re.IGNORECASE
)
_BOARD_HEADING = re.compile(r"^(?P<body>kommunstyrelsen|regionstyrelsen|borgarrådsberedningen|föredragande borgarrådet)s förslag\b", re.IGNORECASE)
_COUNCIL_NOW = re.compile(r"^(?P<body>kommunfullmäktige) (?:bifaller|avslår|beslutar)\b", re.IGNORECASE)
_LABELLED = re.compile(r"^(?P<body>(?:kommun|region)styrelsen|[a-zåäö]*utskottet|borgarrådsberedningen)s förslag(?: till [a-zåäö]+)?:\s+", re.IGNORECASE)
_THE_MATTER = re.compile(r"\bmotionen\b|\bmotion\s*\(|\bärendet\b", re.IGNORECASE)  # the council decides many things that a statement tells of
_ANOTHER = re.compile(r"\b(?:en|annan|tidigare|liknande|snarlik|motsvarande)\s+(?:\w+\s+)?motion(?:en)?\b", re.IGNORECASE)
_LED_INTO = ("besluta", "beslutar", "besluta att", "beslutar att", "följande", "beslut", "beslutade att", "beslutade")
_PAST = re.compile(r"(?:föreslog|föreslå|föreslagit|beslutade|beslöt|beslutat|återremitterade|bordlade|avslog|biföll)$", re.IGNORECASE)
_NEAR = 8  # characters between a verb and its day: "beslutade den 3 maj"
_LONGEST = 1200  # characters of a decision that is quoted


def retold_decisions(reading: Reading) -> Iterator[Decision]:
    """What ``reading`` tells of proposals and of the council's decisions, in its order; it may tell of one twice."""
    # "Kommunstyrelsens förslag" as a heading says whose proposal the first words under it are.
    for part in reading.parts:
        headed = _BOARD_HEADING.match(bare_heading(part.heading.text)) if part.heading else None
        if headed and part.blocks:
            text = part.blocks[0].text
            if (read := read_outcome(text)).outcome != "other":
                yield Decision("proposal", _capital(headed["body"]), read.outcome, text[:_LONGEST], part.blocks[0].place)
    for sentence in reading.sentences():
        if (labelled := _LABELLED.match(sentence.text)) and (read := read_outcome(sentence.text[labelled.end() :])).outcome != "other":
            yield Decision("proposal", _capital(labelled["body"]), read.outcome, sentence.text[:_LONGEST], sentence.place)
            continue
        decided = _COUNCIL_DECIDES.search(sentence.text) or (_COUNCIL_NOW.match(sentence.text) if sentence.section == "decision" else None)
        proposes = None if decided else _BOARD_PROPOSES.search(sentence.text)
        made = decided or proposes
        if made is None or _ANOTHER.search(sentence.text):
            continue
        stage: Stage = "council" if decided else "proposal"
        text = sentence.text
        result = read_outcome(text).outcome
        if result == "other" and text.rstrip(" .:").endswith(_LED_INTO):
            text = "\n".join([text, *_following(reading, sentence)])[:_LONGEST]
            result = read_outcome(text).outcome
        if result != "other" and _THE_MATTER.search(text):
            yield Decision(stage, _capital(made["body"]), result, text, sentence.place, _day(sentence, made), votes_in(sentence.text))
        elif decided and _THE_MATTER.search(text) and "motionen" in text.lower():
            yield Decision(stage, _capital(made["body"]), "other", text, sentence.place, _day(sentence, made))


def _day(sentence: Sentence, made: re.Match[str]) -> Fact | None:
    """The day a sentence gives for what it tells, right after its verb or before it; other days are of other things."""
    if not _PAST.search(made.group()):
        return None  # what is proposed now has the paper's own day
    days = [(day, at) for day, at in dates(sentence.text) if not day.startswith("XXXX") and made.start() <= at <= made.end() + _NEAR]
    return sentence.fact(days[0][0], days[0][1]) if len(days) == 1 else None


def _following(reading: Reading, sentence: Sentence) -> list[str]:
    """The points that a sentence leads into: the rest of its block, else the blocks after it in the same part."""
    rest = sentence.block.text[sentence.start + len(sentence.text) :].strip()
    if rest:
        return [rest]
    for part in reading.parts:
        if sentence.block in part.blocks:
            after = part.blocks[part.blocks.index(sentence.block) + 1 :]
            # The first is the decision; more of them are only where points follow on points.
            points = list(itertools.takewhile(lambda block: block.kind == "item", after[1:]))
            return [block.text for block in (*after[:1], *points)]
    return []


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
