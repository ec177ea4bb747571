"""What is proposed and decided: the decision section of an answer, and the chain of decisions in a statement."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import Decision, Draft, Fact, Outcome, Stage, Status, Votes
from generator.parse.headings import bare_heading
from generator.parse.reading import Part, Reading, Sentence
from generator.parse.stances import stances_in

_PROPOSAL = re.compile(r"\bförslag\b", re.IGNORECASE)
_MADE = re.compile(r"^(?:beslut|(?:nämnden|stadsdelsnämnden|kommunstyrelsen)s beslut)$", re.IGNORECASE)
_BOARD_PROPOSES = re.compile(
    r"\b(?P<body>kommunstyrelsen|borgarrådsberedningen|föredragande borgarrådet)\b.{0,60}\b(?:föreslår|tillstyrker|hemställer)\b",
    re.IGNORECASE,
)
_COUNCIL_DECIDES = re.compile(r"\bkommunfullmäktige\b.{0,30}\b(?:beslutade|har beslutat)\b", re.IGNORECASE)
_BOARD_HEADING = re.compile(r"^kommunstyrelsens förslag\b", re.IGNORECASE)
_COUNCIL_NOW = re.compile(r"^kommunfullmäktige (?:bifaller|avslår|beslutar)\b", re.IGNORECASE)  # in the council's own minutes
_OUTCOMES: dict[str, Outcome] = {
    "support": "granted", "reject": "rejected", "considered-answered": "considered-answered", "partly": "partly",
}  # fmt: skip
# "Den av Anna Ek väckta motionen om … avslås": its subject may stand between the motion and what becomes of it.
_ENDED = re.compile(
    r"\bväckta\s+motionen\b(?:(?!\byrkande|\bförslag|\bmotion|[.:;]\s).)*\b(?P<verb>avslås|avstyrks|bifalls|bifalles|tillstyrks|anses\s.{0,20}?besvarad)\W*$",
    re.IGNORECASE,
)
_ENDS: tuple[tuple[str, Outcome], ...] = (
    ("avsl", "rejected"), ("avst", "rejected"), ("bifall", "granted"), ("tillst", "granted"), ("besvarad", "considered-answered"),
)  # fmt: skip
_THE_MOTION = re.compile(r"\bmotionen\b", re.IGNORECASE)  # the council decides many things that a statement tells of
_REFERRED_BACK = re.compile(r"\båterremitter\w*|\båterremiss\b", re.IGNORECASE)
_TABLED = re.compile(r"\bbordl(?:ägg|ade|agd)\w*", re.IGNORECASE)
_BOARD_DECIDED = re.compile(
    r"^(?P<body>Kommunstyrelsen|Regionstyrelsen)\s+beslutade\b(?=.{0,120}\batt\s+(?:bifalla|avslå|avstyrka|tillstyrka|föreslå|anse)\b)"
)
_ON_MOTION = re.compile(r"\batt\s+(?P<verb>avstyrka|avslå|tillstyrka|bifalla|anse)\s+motionen(?=[\s.,])(?!\s+delvis)", re.IGNORECASE)
_VERBS: dict[str, Outcome] = {
    "avstyrka": "rejected", "avslå": "rejected", "tillstyrka": "granted", "bifalla": "granted", "anse": "considered-answered",
}  # fmt: skip
_VOTES = re.compile(r"\bmed\s+(?:röstsiffrorna\s+)?(?P<yes>\w+)\s+(?:röster\s+)?mot\s+(?P<no>\w+)\b")
_WORDS = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton",
)  # fmt: skip
_LONGEST = 1200  # characters of a decision that is quoted


def decisions(reading: Reading, draft: Draft) -> Draft:
    """Fill ``proposed_decision``, ``board_decision`` and, in a statement that prepares the matter, ``decisions``."""
    if draft.kind != "response":
        return draft
    proposed = made = None
    for part in reading.parts:
        if part.kind != "decision" or not part.blocks or part.heading is None:
            continue
        if _MADE.match(bare_heading(part.heading.text)):
            made = made or _whole(part)
        elif _PROPOSAL.search(part.heading.text):
            proposed = proposed or _whole(part)
    chain = _chain(reading) if draft.role == "preparation" else ()
    held = reading.document.part
    if held and held.kind == "board-proposal":
        # The board dates its paper, which holds what it proposes and tells how it decided.
        chain = (*(replace(one, date=draft.date) if one.stage == "proposal" else one for one in chain), *_board(reading, draft.date))
    return replace(draft, proposed_decision=proposed, board_decision=made, decisions=chain)


def outcome(text: str) -> Outcome:
    """What a decision's words do with the motion; "other" if they do none of the known things."""
    if _REFERRED_BACK.search(text):
        return "referred-back"
    if _TABLED.search(text):
        return "tabled"
    found = {_OUTCOMES[value] for value, _ in stances_in(text) if value in _OUTCOMES}
    if not found and (ended := _ENDED.search(text)):
        return next(result for word, result in _ENDS if word in ended["verb"].lower())
    return found.pop() if len(found) == 1 else "other"


def _following(reading: Reading, sentence: Sentence) -> list[str]:
    """The points that a sentence leads into: the blocks after its own, in the same part."""
    for part in reading.parts:
        if sentence.block in part.blocks:
            after = part.blocks[part.blocks.index(sentence.block) + 1 :]
            # The first is the decision; more of them are only where points follow on points.
            points = list(itertools.takewhile(lambda block: block.kind == "item", after[1:]))
            return [block.text for block in (*after[:1], *points)]
    return []


def _whole(part: Part) -> Fact:
    """The decision as the document puts it: all of the section, points and all."""
    text = "\n".join(block.text for block in part.blocks)
    return Fact(text[:_LONGEST], Status.STATED, text[:_LONGEST], part.blocks[0].place)


def _board(reading: Reading, date: Fact | None) -> Iterator[Decision]:
    """How the board decided, as its paper to the council tells it; the votes where it gives them in figures or words."""
    for sentence in reading.sentences():
        decided = _BOARD_DECIDED.match(sentence.text)
        if decided is None:
            continue
        votes = _VOTES.search(sentence.text)
        yes, no = (_count(votes["yes"]), _count(votes["no"])) if votes else (None, None)
        counted = Votes(yes, no, None) if yes is not None and no is not None else None
        text = sentence.text[:_LONGEST]
        yield Decision("board", decided["body"], _of_the_motion(text), text, sentence.place, date, counted)


def _of_the_motion(text: str) -> Outcome:
    """What the board does with the motion; what it does with a party's proposal says that only to who reads that proposal."""
    found = _ON_MOTION.search(text)
    return _VERBS[found["verb"].lower()] if found else "other"


def _count(word: str) -> int | None:
    """A number of votes in figures or words; None for any other word."""
    if word.isdigit():
        return int(word)
    return _WORDS.index(word.lower()) if word.lower() in _WORDS else None


def _chain(reading: Reading) -> tuple[Decision, ...]:
    made: list[Decision] = []
    # "Kommunstyrelsens förslag" as a heading says whose proposal the first words under it are.
    for part in reading.parts:
        headed = part.heading and _BOARD_HEADING.match(bare_heading(part.heading.text))
        if headed and part.blocks and (result := outcome(part.blocks[0].text)) != "other":
            made.append(Decision("proposal", "Kommunstyrelsen", result, part.blocks[0].text[:_LONGEST], part.blocks[0].place))
    for sentence in reading.sentences():
        proposes = _BOARD_PROPOSES.search(sentence.text)
        decided = _COUNCIL_DECIDES.search(sentence.text) or (sentence.section == "decision" and _COUNCIL_NOW.match(sentence.text))
        if not proposes and not decided:
            continue
        stage: Stage = "council" if decided else "proposal"
        body = "Kommunfullmäktige" if decided else (proposes["body"] if proposes else "")
        result = outcome(sentence.text)
        text = sentence.text
        if result == "other" and text.rstrip(" .:").endswith(("besluta", "beslutar", "besluta att", "beslutar att", "följande", "beslut", "beslutade att")):
            text = " ".join([text, *_following(reading, sentence)])[:_LONGEST]
            result = outcome(text)
        if result != "other" or (decided and _THE_MOTION.search(text)):
            made.append(Decision(stage, body, result, text, sentence.place))
    unique = {(decision.stage, decision.body.lower(), decision.outcome): decision for decision in reversed(made)}
    return tuple(reversed(unique.values()))
