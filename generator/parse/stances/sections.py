"""Where in a document its stance stands: what was decided, what was proposed, and under which of the demands' headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.parse.headings import bare_heading, dayless_heading
from generator.parse.reading import Reading, Sentence
from generator.parse.stances.numbering import heading_number

# What was decided, beside what somebody proposed ("Förslag till beslut", "Förvaltningens förslag").
MADE = re.compile(
    r"(?!.*\bförslag)(?:beslut(?:et)?|(?:[\wåäöÅÄÖ-]+ ){0,6}?[\wåäöÅÄÖ-]+:?s beslut|(?:[\wåäöÅÄÖ-]+ ){0,5}?[\wåäöÅÄÖ-]+ beslutar(?: att)?|beslut i ärendet)",
    re.IGNORECASE,
)
_POSTPONED = re.compile(
    r"\b(?:bordlägg\w*|bordlagd\w*|återremiss\w*|återremitter\w*|utgår|hänskjut\w*)\b", re.IGNORECASE
)
# "… Förslag till beslut Lokalnämnden föreslås tillstyrka …", "… 2024-05-28 Beslut Nämnden beslutar att …"
_RUN_IN = re.compile(
    r"(?<!\w)(?:(?P<proposed>Förslag till beslut)|(?<!till )Beslut)\s*:?\s+(?=I\s+[\wåäö-]*(?:nämnd|styrelse|råd)|\d+[.)]\s+[A-ZÅÄÖ]|"
    r"(?:[A-ZÅÄÖ][\wåäö&-]*\s+(?:[\wÅÄÖåäö&-]+\s+){0,5}?)(?:beslutar|beslutade|avstyrker|tillstyrker|föreslås|föreslår|anser|avstår|översänder|överlämnar)\b)"
)
# A line of its own, over the points that are decided: "Tekniska nämnden beslutar".
_LEADS_IN = re.compile(
    r"(?:^|[.!?] )(?:[A-ZÅÄÖ][\wåäöÅÄÖ&-]* (?:[\wåäöÅÄÖ&-]+ ){0,5}?|(?=[A-ZÅÄÖ]))[\wåäöÅÄÖ&-]*(?:nämnd|nämnden|styrelsen|styrelse|utskottet|rådet|förbundet|AB)(?: \S+)? (?:beslutar|beslutade)(?: att)?:?\s*$"
)
# "Styrelsen föreslås besluta", "Förvaltningen föreslår att nämnden beslutar": what is proposed, over its points.
_PROPOSES = re.compile(
    r"^(?:[A-ZÅÄÖ][\wåäöÅÄÖ&-]* (?:[\wåäöÅÄÖ&-]+ ){0,5}?|(?=[A-ZÅÄÖ]))[\wåäöÅÄÖ&-]*(?:(?i:nämnd|nämnden|styrelsen|styrelse|utskottet|rådet|förbundet)|AB) (?:föreslås|rekommenderas)(?: att)?(?: besluta)?(?: att| följande)?:?$"
    r"|^(?:[\wåäöÅÄÖ&-]*(?:förvaltningen|kontoret|kansliet|bolaget|direktören|chefen)|VD|Vd)(?: \([A-ZÅÄÖ]+\))? föreslår(?: att)? [\wåäöÅÄÖ& -]{3,60}?(?: att)? beslutar?(?: att| följande)?:?$"
)
# A party or a member speaks in what stands under such a line: "Per Ek (M) yrkar:", "V och MP föreslår att nämnden beslutar".
_PARTY_LEADS = re.compile(
    r"^(?:[^.:;]{0,60}\([A-ZÅÄÖ]{1,3}\)[^.:;]{0,40}|(?!VD\b|KS\b|AU\b)[A-ZÅÄÖ]{1,2}(?:(?:, | och | samt )[A-ZÅÄÖ]{1,2})*|"
    r"(?:Social|Krist|Sverige)?[Dd]emokraterna|(?:Vänster|Center|Miljö)partiet|Moderaterna|Liberalerna) "
    r"(?:yrkar|yrkade|föreslår|föreslog)(?: (?:att )?[\wåäöÅÄÖ -]{0,60})?:?$"
)
# The body itself says where it stands, not those who propose something to it: "Kulturnämnden beslutade den 3 maj att avstyrka".
BOARD_SAYS = re.compile(
    r"^(?:(?:Vid|Den|I)\s[^.;]{0,60}\s)?(?!(?:Kommun|Region)styrelsen)[\wåäöÅÄÖ&-]*(?:(?i:nämnden|styrelsen|rådet|förbundet))(?:\s(?:för|i)\s[\wåäö -]{3,40}?)?\s"
    r"(?:beslutade|beslutar|beslöt|har\s+beslutat|avstyrker|tillstyrker|avstyrkte|tillstyrkte)\b"
)
_POINT = re.compile(
    r"(?:att\b|(?:tillstyrk|avstyrk|avslå|bifall|föreslå|anse|som\s+(?:sitt|eget)|överlämna|översända)\w*)",
    re.IGNORECASE,
)
# What follows a decision in minutes and was not set apart as a heading: what a party said, and how it came about.
_ENDS = re.compile(
    r"(?:(?:tilläggs|ändrings|särskilt\s+|skriftlig\s+)?(?:yrkande\w*|yttrande|reservation\w*|protokollsanteckning\w*|uttalande)\s+(?:från|av)\b"
    r"|(?:yrkanden?|reservation(?:er)?|särskilt\s+(?:yttrande|uttalande)|protokollsanteckning(?:ar)?|propositionsordning|beslutsgång|omröstning|handling(?:ar)?|"
    r"tidigare\s+behandling|beslutsunderlag|ärende|bakgrund|motivering)\b(?=\s*:|\s+(?-i:[A-ZÅÄÖ])|\s+-|\s*$))",
    re.IGNORECASE,
)
_IN_BODY = re.compile(
    r"^(?:I\s+)?(?:[\wåäöÅÄÖ&-]+\s+){0,5}?[\wåäöÅÄÖ&-]*(?:nämnd|nämnden|styrelsen|styrelse|rådet|AB)\b", re.IGNORECASE
)
_STEM = 6  # letters by which a proposal's owner is known again: förvaltningens, förvaltningen
_WHOSE_PROPOSAL = re.compile(
    r"\b(?:enligt|i\s+enlighet\s+med|bifall(?:er|a|s)|bifaller)\s+(?:(?P<who>[\wåäöÅÄÖ:-]+s)\s+)?(?:\w+\s+)?förslag",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"[\wåäö-]*(?:förvaltning|kontor|kansli|bolag|vd|direktör|chef|liggande|utsänt|föreliggande)", re.IGNORECASE
)
_FROM_OTHERS = re.compile(
    r"^(?:förslag|beslutsförslag)|(?:förvaltning|kontor|kansli|ordförand|presidi|avdelning|direktör|chef|enhet|bolag)[\wåäö-]*\s+(?:besluts)?förslag",
    re.IGNORECASE,
)
_TAKES_OVER = re.compile(
    r"\b(?:enligt|i\s+enlighet\s+med|bifall(?:er|a|s))\b.{0,60}?\b(?:förslag|yrkande)", re.IGNORECASE
)
_TAKES_OVER_PROPOSAL = re.compile(r"\bförslag(?:et)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decisions:
    """The sentences of a document's decision sections: what was decided, and what was proposed to be.

    ``headings`` are those over ``proposed``, one for each sentence: they tell whose proposal it is.
    """

    made: tuple[Sentence, ...]
    proposed: tuple[Sentence, ...]
    headings: tuple[str, ...] = ()

    def proposed_by(self, words: str) -> tuple[Sentence, ...]:
        """The proposal that a decision's ``words`` take over ("enligt förvaltningens förslag"); none where it is not told apart.

        A proposal whose heading names nobody is the office's, or the one that lay before the meeting.
        """
        named = _WHOSE_PROPOSAL.search(words)
        who = named["who"].lower() if named else ""
        own = tuple(
            one
            for one, heading in zip(self.proposed, self.headings, strict=True)
            if who and heading.lower().startswith(who[:_STEM])
        )
        nobodys = tuple(
            one
            for one, heading in zip(self.proposed, self.headings, strict=True)
            if heading.lower().startswith(("förslag", "beslutsförslag")) or not heading
        )
        office = not who or _OFFICES.match(who)
        return own or (nobodys if office else ())


def decisions_of(reading: Reading, *, minutes: bool = False) -> Decisions:
    """What was decided and what was proposed, by the headings over it; both empty where there is no such section.

    A heading that has run into its text ("… Beslut Nämnden beslutar att …") opens a decision as well: the text of many
    documents was reflowed on its way.
    """
    made: list[Sentence] = []
    proposed: list[tuple[Sentence, str]] = []
    kinds = _kinds(reading)
    parts = {id(block): part for part, block in reading.blocks()}
    ended: set[int] = set()  # the parts in which something else has begun
    for sentence in reading.sentences():
        kind = kinds.get(id(sentence.block))
        if kind is None or id(parts[id(sentence.block)]) in ended:
            continue
        cut = kind[1] - sentence.start  # the words before the heading that ran in are no part of the decision
        if cut >= len(sentence.text):
            continue
        if _ENDS.match(sentence.text):
            ended.add(id(parts[id(sentence.block)]))
            continue
        own = replace(sentence, text=sentence.text[cut:], start=sentence.start + cut) if cut > 0 else sentence
        part = parts[id(sentence.block)]
        heading = bare_heading(part.heading.text) if part.heading and part.kind == "decision" else ""
        if kind[0] or (minutes and heading and not _FROM_OTHERS.search(heading)):
            made.append(own)
        else:
            proposed.append((own, heading))
    return Decisions(tuple(made), tuple(one for one, _ in proposed), tuple(heading for _, heading in proposed))


def _kinds(reading: Reading) -> dict[int, tuple[bool, int]]:
    """The blocks that hold decisions, by identity: whether they were made, and from which character on."""
    found: dict[int, tuple[bool, int]] = {}
    waiting: bool | None = (
        None  # an empty decision section, whose text stands under the next heading ("I kulturnämnden")
    )
    for part in reading.parts:
        heading = dayless_heading(part.heading.text) if part.heading else ""
        now: bool | None = None
        if part.kind == "decision":
            now = bool(MADE.fullmatch(heading))
        elif waiting is not None and _IN_BODY.match(heading):
            now = waiting
        for block in part.blocks:
            if now is None and _LEADS_IN.search(block.text):
                now = True
                continue
            if now is None and _PROPOSES.match(block.text):
                now = False
                continue
            ran = _RUN_IN.search(block.text) if now is None or part.kind != "decision" else None
            if ran:
                now = not ran["proposed"]
                found[id(block)] = (now, ran.end())
            elif now is not None and (
                part.kind == "decision" or waiting is not None or block.kind == "item" or _POINT.match(block.text)
            ):
                found[id(block)] = (now, 0)
            elif part.kind != "decision" and waiting is None:
                now = None
        waiting = now if part.kind == "decision" and not part.blocks else None
    return found


def under_parties(reading: Reading) -> frozenset[int]:
    """The blocks, by identity, that are the points of what a party or a member moves: those right under a line that says so."""
    made: set[int] = set()
    for part in reading.parts:
        led = False
        for block in part.blocks:
            if _PARTY_LEADS.match(block.text):
                led = True
            elif led and (block.kind == "item" or _POINT.match(block.text)):
                made.add(id(block))
            else:
                led = False
    return frozenset(made)


def postponed(sentences: Iterable[Sentence]) -> bool:
    """Whether a decision only puts the matter off."""
    return any(_POSTPONED.search(sentence.text) for sentence in sentences)


def takes_over(sentences: Iterable[Sentence]) -> bool:
    """Whether a decision says that it is what somebody proposed or moved, so that it cannot be read without those words."""
    return any(_TAKES_OVER.search(sentence.text) for sentence in sentences)


def takes_over_proposal(text: str) -> bool:
    """Whether a decision says that it is what was proposed ("enligt förvaltningens förslag"), not only that a paper is sent on."""
    return bool(_TAKES_OVER_PROPOSAL.search(text))


def under_demands(reading: Reading, *, minutes: bool = False) -> dict[int, int]:
    """The demand under whose heading each block stands ("Att-sats 1"), by the block's identity; blocks under none are left out.

    A "yrkande" of ``minutes`` is what a member moved at the meeting, and no demand of the motion.
    """
    made: dict[int, int] = {}
    for part in reading.parts:
        headed = _heading(part.heading.text, minutes=minutes) if part.heading else None
        current = headed[0] if headed else None
        for block in part.blocks:
            found = _heading(block.text, minutes=minutes)
            if found:
                current = found[0]
            elif current is not None:
                made[id(block)] = current
    return made


def _heading(text: str, *, minutes: bool) -> tuple[int, str] | None:
    return None if minutes and "yrkande" in text.lower() else heading_number(text)
