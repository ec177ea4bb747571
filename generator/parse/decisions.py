"""What is proposed and decided: the decision section of an answer, and the chain of decisions in a statement.

An answer may hold what its officials proposed and what its board decided; they are two facts. A statement that prepares the
matter tells of the board's proposal, of the board's own decision with its vote, of its office's proposal, and of what the
council has decided before. Minutes that settle the matter are read in ``council``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import Decision, Draft, Fact, Outcome, Status
from generator.parse.council import settled
from generator.parse.headings import dayless_heading
from generator.parse.moved import granted_motion
from generator.parse.outcomes import read_outcome
from generator.parse.ownparagraph import begins_paragraph, of_motion
from generator.parse.reading import Part, Reading
from generator.parse.retold import retold_decisions
from generator.parse.votes import votes_in

_PROPOSAL = re.compile(r"\bförslag\b", re.IGNORECASE)
# "Beslut", "Nämndens beslut", "Kulturnämndens beslut", "Nämnden för teknik i Ekviks beslut", "Beslut i nämnden".
_MADE = re.compile(
    r"^(?:beslutet|beslut i ärendet|(?:[\wåäöÅÄÖ&-]+ ){0,6}beslutar(?: att)?|(?:(?:[\wåäöÅÄÖ&-]+ ){0,6}[\wåäöÅÄÖ-]+:?s )?beslut(?: i [a-zåäö]*(?:nämnden|styrelsen|fullmäktige))?)$", re.IGNORECASE
)
_OFFICE = re.compile(r"(?:kontoret|förvaltning(?:en)?|kansliet|staben)$", re.IGNORECASE)
_BOARD_DECIDED = re.compile(
    r"^(?P<body>Kommunstyrelsen|Regionstyrelsen)\s+beslutade\b(?=.{0,120}\batt\s+(?:bifalla|avslå|avstyrka|tillstyrka|föreslå|anse|återremittera|bordlägga)\b)"
)
_ADDITION = re.compile(r"\b(?:tilläggs|ändrings)yrkande", re.IGNORECASE)
# What the board tells of how it decided, after what it proposes.
_DEBATE = re.compile(
    r"^(?:vid (?:behandling|omröstning)|yrkanden?\b|propositionsordning|omröstning|reservation|protokollsanteckning|särskilt|[-–—_]{3,}$|"
    r"(?:(?:tjänstgörande |ordföranden |ersättaren |ledamoten )*(?:[A-ZÅÄÖ][\wåäöéü-]+\s+){1,4}\([A-ZÅÄÖ]{1,3}\)))",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(r"\byrkande\w*\s+om\s+(?:avslag på (?:övriga |andra )?(?:yrkande|tilläggs)|protokollsanteckning|ajournering)", re.IGNORECASE)
_LONGEST = 1200  # characters of a decision that is quoted


def decisions(reading: Reading, draft: Draft) -> Draft:
    """Fill ``proposed_decision``, ``board_decision`` and, in a paper that prepares or settles the matter, ``decisions``."""
    if draft.kind != "response":
        return draft
    minutes = settled(reading, draft)
    if minutes is not draft:
        return minutes
    proposed = None
    headed: list[Part] = []
    for part in reading.parts:
        if part.kind != "decision" or not part.blocks or part.heading is None:
            continue
        if _MADE.match(dayless_heading(part.heading.text)):
            headed.append(part)
        elif _PROPOSAL.search(part.heading.text):
            proposed = proposed or _whole(part)
    own = of_motion(reading, headed)
    made = _whole(own) if own else None
    chain = tuple(retold_decisions(reading)) if draft.role == "preparation" else ()
    held = reading.document.part
    if held and held.kind == "board-proposal":
        # The board dates its paper, which holds what it proposes and tells how it decided.
        chain = tuple(replace(one, date=one.date or draft.date) if one.stage == "proposal" else one for one in chain)
        chain = (*chain, *_board(reading, draft.date, [one for one in chain if one.stage == "proposal"]))
    elif draft.role == "preparation" and proposed:
        chain = (*chain, *_officials(draft, proposed))
    return replace(draft, proposed_decision=proposed, board_decision=made, decisions=_unique(chain))


def _whole(part: Part) -> Fact:
    """The decision as the document puts it: all of the section, points and all, up to who moved what."""
    first, *more = part.blocks
    kept = [first, *itertools.takewhile(lambda block: not (_DEBATE.match(block.text) or begins_paragraph(block.text)), more)]
    text = "\n".join(block.text for block in kept)
    return Fact(text[:_LONGEST], Status.STATED, text[:_LONGEST], first.place)


def _officials(draft: Draft, proposed: Fact) -> Iterator[Decision]:
    """What the office that prepares the matter proposes, where it takes a stand on the motion."""
    office = next((clue.mention.full for clue in draft.senders if _OFFICE.search(clue.mention.full)), "")
    result = read_outcome(proposed.value).outcome
    if office and result != "other" and proposed.place:
        yield Decision("proposal", office, result, proposed.value, proposed.place, draft.date)


def _board(reading: Reading, date: Fact | None, proposals: list[Decision]) -> Iterator[Decision]:
    """How the board decided, as its paper to the council tells it; the votes where it gives them in figures or words.

    Whose motion was granted says what was decided only to who reads that motion: it is looked for in the same paper. Where
    it is not there, the paper's own proposal is what the board decided.
    """
    for sentence in reading.sentences():
        decided = _BOARD_DECIDED.match(sentence.text)
        if decided is None:
            continue
        text = sentence.text[:_LONGEST]
        read = read_outcome(text)
        result, evidence = read.outcome, ""
        if result == "other" and (_OF_A_PAPER.search(text) or (_ADDITION.search(text) and not read.mover)):
            continue  # what became of a party's paper says nothing of the motion
        if result == "other" and read.mover:
            moved = granted_motion(reading, read.mover)
            results = {one.outcome for one in proposals}
            if moved and results <= {moved.outcome}:
                result, evidence = moved.outcome, f"yrkandet som bifölls: ”{moved.text}”"
            elif not moved and len(results) == 1:
                result, evidence = results.pop(), f"förslaget i samma handling: ”{_line(proposals[0].text)}”"
        yield Decision("board", decided["body"], result, text, sentence.place, date, votes_in(text), evidence)


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 240 else f"…{line[-240:].partition(' ')[2]}"


def _unique(chain: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Each decision once a document: the first that tells of one stage, body, outcome and day."""
    unique: dict[tuple[str, str, Outcome, str], Decision] = {}
    for one in chain:
        unique.setdefault((one.stage, one.body.lower(), one.outcome, one.date.value if one.date else ""), one)
    return tuple(unique.values())
