"""The text that is left when the facts of the opening are taken: sections of passages, and the named furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.model import Aside, Draft, Fact, Place, Proposer
from generator.parse.layout import Block
from generator.parse.reading import Reading, Spot, sections, signature_lines, spot, without_label
from generator.parse.signatures import read_signatures

_WORD = re.compile(r"\w+")
_LESS = frozenset({"och", "samt", "av", "från"})  # between names they say nothing
# The words of which a document's own name is made.
_NAMES = frozenset(
    ["motion", "tjänsteutlåtande", "tjänsteskrivelse", "remissvar", "yttrande", "svar", "på", "remiss", "utlåtande", "protokollsutdrag",
     "protokoll", "sammanträdesprotokoll", "utdrag", "ur", "yrkande", "reservation"]
)  # fmt: skip
Where = tuple[int | None, int | None]


def text(reading: Reading, draft: Draft) -> Draft:
    """Fill ``sections`` and ``furniture``. A line of the opening that became a fact is shown as that fact, not as text."""
    furniture = tuple((name, block.place.line or 0) for name, block in reading.furniture)
    used = taken(reading, draft)
    return replace(draft, sections=sections(reading, used), furniture=furniture, asides=_asides(reading, draft, used))


def _named(reading: Reading, draft: Draft) -> Block | None:
    """The block of the opening that only says what the document is, which the page says in words of its own."""
    named = next((block for block in reading.preface if block.text == draft.kind_quote), None)
    return named if named and set(_WORD.findall(named.text.lower())) <= _NAMES else None


def _asides(reading: Reading, draft: Draft, used: frozenset[Spot]) -> tuple[Aside, ...]:
    """The lines that are no text, each once (a page header is read in its columns), and what the page has its own words for.

    That is the document's name and the heading of listed attachments.
    """
    lines = {(block.place, line): name for name, block in reading.furniture for line in block.lines}
    for part in reading.parts:
        if part.heading and part.kind == "attachments" and any(spot(block) in used for block in part.blocks):
            lines |= {(replace(part.heading.place, page=line.page, line=line.number), line): "rubrik över bilagor" for line in part.heading.lines}
    if named := _named(reading, draft):
        lines |= {(replace(named.place, page=line.page, line=line.number), line): "dokumentets namn" for line in named.lines}
    return tuple(Aside(name, line.text, place, line.restored) for (place, line), name in lines.items())


def taken(reading: Reading, draft: Draft) -> frozenset[Spot]:
    """The blocks that are shown as facts, and so not as text: those whose every word stands in what the facts quote.

    They are short lines of the opening, the names under a motion, the list of attachments, and signatures that could be read
    to the end.
    """
    quotes = _quotes(draft)
    names = _names(draft.proposers)
    named = _named(reading, draft)
    used = {
        spot(block)
        for block in reading.preface
        if (_is_head(block) and (_covered(block, quotes, names) or block is named))
        or (draft.filed and block.text in draft.filed.quote)
    }
    if draft.kind == "motion":
        used |= {
            spot(block)
            for _, block in reading.blocks()
            if _covered(block, {}, names) or (block.struck and any(block.text == proposer.note for proposer in draft.proposers))
        }
    listed = {_where(fact.place) for fact in draft.attachments if fact.place and draft.kind == "response"}
    used |= {spot(block) for _, block in reading.blocks("attachments") if _where(block.place) in listed}
    signed = {_where(one.place) for one in draft.signatories}
    for block in reading.signatures:
        people, whole = read_signatures([line.text.strip() for line in block.lines])
        places = {(block.lines[one.line].page, block.lines[one.line].number) for one in people}
        if whole and people and places <= signed:
            used.add(spot(block))
        used |= {spot(line) for line in signature_lines(block) if _covered(line, {}, names)}
    return frozenset(used)


def _quotes(draft: Draft) -> dict[Where, list[str]]:
    """What the facts of the opening quote, by the line where each stands."""
    made: dict[Where, list[str]] = {}
    facts: list[Fact | None] = []
    if draft.kind == "statement":
        facts = [*draft.titles[:1], draft.date, draft.parties]  # what the page of a party's paper has
    elif draft.kind != "unknown":
        facts = [*draft.titles, *draft.diary_numbers, *draft.deadlines, draft.filed, draft.date, draft.prepared_by, draft.parties]
    for fact in facts:
        if fact and fact.place:
            made.setdefault(_where(fact.place), []).append(fact.quote)
    if draft.parties and draft.parties.place and draft.statement:
        made.setdefault(_where(draft.parties.place), []).append(draft.statement)
    for clue in draft.senders if draft.kind == "response" else ():
        if clue.strength == 3:
            made.setdefault(_where(clue.mention.place), []).append(clue.quote)
    return made


def _names(people: Iterable[Proposer]) -> dict[Where, list[str]]:
    made: dict[Where, list[str]] = {}
    for one in people:
        made.setdefault(_where(one.place), []).append(" ".join(filter(None, (one.name, one.party, one.note))))
    return made


def _where(place: Place) -> Where:
    return place.page, place.line


def _is_head(block: Block) -> bool:
    """Lines of an opening are short; a paragraph, a table or a footnote that happens to hold a fact stays text."""
    return block.kind not in {"table", "note"} and len(block.text) <= 300 and not block.text.rstrip().endswith(".")


def _covered(block: Block, quotes: dict[Where, list[str]], names: dict[Where, list[str]]) -> bool:
    """Whether every word of a block stands in the facts that were read on its lines.

    Blocks that were run together have one line: what is quoted of one of them says nothing of the others.
    """
    places = [(line.page, line.number) for line in block.lines]
    rest, whole = block.text.lower(), block.text.lower()
    for quote in sorted({quote.lower() for place in places for quote in quotes.get(place, ())}, key=lambda one: (-len(one), one)):
        rest = rest.replace(quote, "\n") if quote else rest
    held = {word for place in places for text in names.get(place, ()) for word in _WORD.findall(text.lower())}
    said = rest != whole or bool(held and _WORD.search(whole))
    if block.kind == "meta":
        held |= set(_WORD.findall(without_label(whole)[0]))  # the page has labels of its own
    return said and not (set(_WORD.findall(rest)) - held - _LESS)
