"""What the council's, the board's or its committee's minutes say was decided on a motion, and what they tell of earlier.

What was decided stands under the body's own heading ("Beslut", "Kommunfullmäktiges beslut"), else in the sentence that
says it decides. The executive board's proposal, quoted in the council's minutes, is a decision of its own. "Tidigare
behandling" gives the days on which the matter was tabled or sent back: each is told as one decision of its day.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.findings import found_at
from generator.model import Decision, Draft, Fact, Finding, Mention, SenderClue, Stage, Status
from generator.parse.earlier import earlier
from generator.parse.headings import bare_heading
from generator.parse.layout import Block
from generator.parse.meetings import PARAGRAPH, Meeting, meeting
from generator.parse.moved import granted_motion
from generator.parse.outcomes import Read, read_outcome
from generator.parse.reading import Reading
from generator.parse.retold import retold_decisions
from generator.parse.votes import Ballot, ballots, by_minority, deciding

_BODY = r"(?:(?P<body>(?:kommun|region|stads|landstings)?(?:fullmäktige|styrelsen)|[a-zåäö]*utskottet|borgarrådsberedningen|(?:föredragande )?borgarrådet)s\s+)?"
_DECIDED = re.compile(rf"^{_BODY}beslut(?:\s+(?:i|om|av)\b.{{0,60}})?$", re.IGNORECASE)
_PROPOSED = re.compile(rf"^{_BODY}förslag(?:\s+till\s+(?:beslut|(?:kommun|region)?(?:fullmäktige|styrelsen))(?:\s+i\s+(?:kommun)?fullmäktige)?)?$", re.IGNORECASE)
_EARLIER = re.compile(r"^(?:ärendets\s+)?(?:tidigare|föregående)\s+(?:behandling|beslut|handläggning)", re.IGNORECASE)
# Words with which something else than the decision begins, where the section goes on without a heading.
_STOP = re.compile(
    r"^(?:tidigare behandling|handling(?:ar)?\b|yrkanden?\b|reservation\w*|mot beslutet|protokollsutdrag|paragrafen|skäl\b|sammanfattning|bakgrund|ärendet\b(?!\s+(?:bordl|återr|avgörs|ska|utgår))|omröstning|votering|"
    r"propositionsordning|beslutsgång|särskilt (?:yttrande|uttalande)|protokollsanteckning|deltar (?:inte|ej)|jäv\b|expedieras|beslutsunderlag|vid behandling|vid omröstning|"
    r"(?:[A-ZÅÄÖ][\wåäöé-]+\s+){2,4}\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,3}\)|ledamöterna\b|representanterna\b)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^(?P<body>(?:kommun|region|stads|landstings)?(?:fullmäktige|styrelsen)|[a-zåäö]*utskottet)\s+(?:beslutar|beslutade|beslöt|har\s+beslutat|bifaller|biföll|avslår|avslog|föreslår|tillstyrker|avstyrker|återremitterar|bordlägger|anser)\b",
    re.IGNORECASE,
)
_SAYS_TURNED = re.compile(r"\b(?:beslutar|beslutade|beslöt)\s+(?P<body>(?:kommun|region|stads|landstings)?(?:fullmäktige|styrelsen))\b", re.IGNORECASE)
_SENT_OUT = re.compile(r"\bremitter\w+|\böverlämn\w+\s+till\s+\w*styrelsen\s+för\s+beredning|\btill\s+\w*styrelsen\s+för\s+beredning", re.IGNORECASE)
_FINDS = re.compile(r"\bfinner\s+(?:att\s+)?(?P<what>(?:(?:kommun|region)?(?:fullmäktige|styrelsen)|.{0,80}\b(?:bifallits|bifalls|avslagits|avslås)\b).{0,200})", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:omröstning|votering|rösträkning)\s+begär", re.IGNORECASE)
_FOR_COUNCIL = re.compile(r"\b(?:föreslår|förslag\s+till|hemställer|tillstyrker)\b.{0,60}\b(?:kommun|region|stads)?fullmäktige\b", re.IGNORECASE | re.DOTALL)
_OF_MOTION = re.compile(r"\bmotion", re.IGNORECASE)
_NUMBER_OVER = re.compile(r"^(?:§+\s*\d{1,4}|\d{1,4}\s*§)(?:/\d{2,4})?[\s,–-]+\(?(?P<number>(?:[A-ZÅÄÖ]{1,5}[ -]?)?\d[\d/:.-]*[/:-]\d+)\)?$")
_OTHER_PARTS = frozenset({"attachments"})
_LEADING = (":", "besluta", "beslutar", "beslutade", "att", "följande", "förslag", "fullmäktige", "styrelsen")
_READ = 6000  # characters of a decision that is read
_LONGEST = 1200  # characters of a decision that is quoted


def settled(reading: Reading, draft: Draft) -> Draft:
    """Fill the sender, the day, the case's numbers and ``decisions`` of minutes that settle the matter; others come back as they are.

    The number over a paragraph is the matter's own: those minutes have no number besides.
    """
    if draft.role != "preparation" or draft.document_type != "protokollsutdrag":
        return draft
    met = meeting(reading)
    if met is None:
        return draft
    opening = {(block.place.page, block.place.line) for block in itertools.takewhile(lambda one: not _DECIDED.match(bare_heading(one.text)), reading.preface[:5])}
    over = _number_over(reading, draft) or tuple(replace(fact, of="case") for fact in draft.cited_numbers if fact.place and (fact.place.page, fact.place.line) in opening)
    found = tuple(_decisions(reading, met))
    return replace(
        draft,
        senders=(SenderClue(Mention(met.body, met.body, met.place), 3, "protokollet", met.quote),),
        date=met.day or draft.date,
        diary_numbers=(*(replace(fact, of="case") for fact in draft.diary_numbers), *over),
        cited_numbers=tuple(fact for fact in draft.cited_numbers if replace(fact, of="case") not in over),
        decisions=found,
        findings=(*draft.findings, *_doubts(reading, met, found)),
        proposed_decision=_officials(reading, met),
        board_decision=_own_words(reading, met),
        # A title that was cut at the end of a line names some of those who moved, and so says nothing of who they were.
        proposer_claims=tuple(fact for fact in draft.proposer_claims if not fact.quote.rstrip().endswith((",", " och", " samt"))),
    )


def _number_over(reading: Reading, draft: Draft) -> tuple[Fact, ...]:
    """The number that stands alone beside the paragraph's sign: "§ 35 0495/22". It is the matter's, with a label or without."""
    if draft.diary_numbers:
        return ()
    for block in reading.preface[:5]:
        if found := _NUMBER_OVER.match(block.text):
            return (Fact(found["number"], Status.STATED, block.text, block.place_at(found.start("number")), of="case"),)
    return ()


def _decisions(reading: Reading, met: Meeting) -> Iterator[Decision]:
    """Everything the minutes say was proposed and decided, in their order, the body's own decision last."""
    if not any(_OF_MOTION.search(line.text) for line in reading.document.lines):
        return
    own = _own(reading, met)
    places = {own[1].place} if own else set()
    for part in reading.parts:
        heading = bare_heading(part.heading.text) if part.heading else ""
        proposed = _PROPOSED.match(heading)
        if proposed and proposed["body"] and part.blocks and not _is_own(proposed["body"], met):
            text = _text(part.blocks)
            places.add(part.blocks[0].place)
            yield _decision("proposal", proposed["body"], read_outcome(text), text, part.blocks[0], None)
        if _EARLIER.match(heading):
            yield from earlier(part, met)
    yield from (one for one in retold_decisions(reading) if one.stage == "proposal" and one.body != met.body and one.place not in places)
    if own is None:
        return
    text, block = own
    read = read_outcome(text)
    if read == Read("other") and _SENT_OUT.search(text):
        return  # the motion was only received and sent on
    stage: Stage = "proposal" if met.stage == "board" and _FOR_COUNCIL.search(f"{_heading_over(reading, block)} {text}") else met.stage
    made = _decision(stage, met.body, read, text, block, met.day)
    if read.outcome == "other" and read.mover:
        moved = granted_motion(reading, read.mover)
        if moved:
            made = replace(made, outcome=moved.outcome, evidence=f"yrkandet som bifölls: ”{moved.text}”")
    yield _voted(reading, made)


def _decision(stage: Stage, body: str, read: Read, text: str, block: Block, day: Fact | None) -> Decision:
    name = body[:1].upper() + body[1:]
    return Decision(stage, name, read.outcome, text[:_LONGEST], block.place, day, evidence=read.rests_on)


def _officials(reading: Reading, met: Meeting) -> Fact | None:
    """What was proposed to the body, where its minutes give that under a heading that names nobody else."""
    for part in reading.parts:
        proposed = _PROPOSED.match(bare_heading(part.heading.text)) if part.heading else None
        if proposed and part.blocks and met.stage != "council" and not proposed["body"]:
            text = _text(part.blocks)[:_LONGEST]
            return Fact(text, Status.STATED, text, part.blocks[0].place)
    return None


def _own_words(reading: Reading, met: Meeting) -> Fact | None:
    own = _own(reading, met)
    return Fact(own[0][:_LONGEST], Status.STATED, own[0][:_LONGEST], own[1].place) if own else None


def _own(reading: Reading, met: Meeting) -> tuple[str, Block] | None:
    """The words of what the body itself decided, and the block they begin in; None where the minutes do not say."""
    headed = [
        part
        for part in reading.parts
        if part.heading and part.blocks and (found := _DECIDED.match(bare_heading(part.heading.text))) and _is_own(found["body"], met)
    ]
    for part in headed:
        text = _text(part.blocks)
        if text:
            return text, part.blocks[0]
    for part in reading.parts:
        proposed = _PROPOSED.match(bare_heading(part.heading.text)) if part.heading else None
        if proposed and part.blocks and met.stage != "council" and proposed["body"] and _is_own(proposed["body"], met):
            return _text(part.blocks), part.blocks[0]
    for part in reading.parts:
        for at, block in enumerate(part.blocks):
            says = _SAYS.match(block.text) or _SAYS_TURNED.search(block.text)
            if says and says["body"].lower() == met.body.lower() and part.kind not in _OTHER_PARTS:
                text = _text(part.blocks[at:], leading=True)
                if _OF_MOTION.search(text) or read_outcome(text).outcome != "other" or read_outcome(text).rests_on:
                    return text, block
    return _found(reading)


def _is_own(body: str | None, met: Meeting) -> bool:
    return body is None or body.lower() == met.body.lower() or ("utskott" in body.lower() and "utskott" in met.body.lower())


def _text(blocks: Sequence[Block], *, leading: bool = False) -> str:
    """The decision in ``blocks``: up to where something else begins; with ``leading`` the first block and the points it leads into."""
    kept: list[str] = []
    for at, block in enumerate(blocks):
        if at and (_STOP.match(block.text) or PARAGRAPH.match(block.text)):
            break
        if leading and at and not (block.kind == "item" or blocks[at - 1].text.rstrip(" .").lower().endswith(_LEADING) or block.text.lower().startswith("att ")):
            break
        kept.append(block.text)
    return "\n".join(kept)[:_READ]


def _found(reading: Reading) -> tuple[str, Block] | None:
    """What the chair found to be decided, where nobody called for a vote after it."""
    if any(_CALLED.search(block.text) for _, block in reading.blocks()):
        return None
    found = [(match["what"], block) for _, block in reading.blocks() if (match := _FINDS.search(block.text))]
    useful = [(text, block) for text, block in found if (read := read_outcome(text)).outcome != "other" or read.rests_on]
    return useful[-1] if useful else None


def _heading_over(reading: Reading, block: Block) -> str:
    return next((part.heading.text for part in reading.parts if part.heading and block in part.blocks), "")


def _doubts(reading: Reading, met: Meeting, made: Sequence[Decision]) -> Iterator[Finding]:
    """What staff should know: a decision without a day (F311), votes of which none can be told to be the one that decided (F312)."""
    if not made:
        return
    if met.day is None:
        yield found_at("F311", met.place)
    last = made[-1]
    plain = {(one.votes.yes, one.votes.no) for one in _ballots(reading) if one.sort == "plain"}
    if last.votes is None and len(plain) > 1 and last.outcome not in {"tabled", "referred-back"}:
        yield found_at("F312", last.place)


def _voted(reading: Reading, made: Decision) -> Decision:
    """``made`` with the vote that decided, of all the minutes tell of; with the chair's words where the fewer won by law."""
    found = _ballots(reading)
    votes = deciding(found, made.outcome)
    said = by_minority(found, votes) if made.outcome in {"referred-back", "tabled"} else ""
    return replace(made, votes=votes, evidence=made.evidence or (f"vad protokollet säger om omröstningen: ”{said}”" if said else ""))


def _ballots(reading: Reading) -> tuple[Ballot, ...]:
    texts = []
    for part in reading.parts:
        heading = bare_heading(part.heading.text) if part.heading else ""
        if _EARLIER.match(heading):
            continue
        texts.append((heading, "\n".join(block.text for block in part.blocks if block.kind != "note")))
    return ballots(texts)
