"""The text that is left when the facts of the opening are taken: sections of passages, and the named furniture."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Draft, Place
from generator.parse.reading import Reading, sections, spot


def text(reading: Reading, draft: Draft) -> Draft:
    """Fill ``sections`` and ``furniture``. A line of the opening that became a fact is shown as that fact, not as text."""
    facts = [*draft.titles, *draft.diary_numbers, *draft.deadlines, draft.filed, draft.date, draft.prepared_by]
    places = {fact.place for fact in facts if fact} | {proposer.place for proposer in draft.proposers}
    places |= {clue.mention.place for clue in draft.senders if clue.strength == 3}
    used = frozenset(
        spot(block)
        for block in reading.preface
        if (_is_head(block.text) and (_holds(block.place, block.lines[-1].number, places) or block.text == draft.kind_quote))
        or (draft.filed and block.text in draft.filed.quote)
    )
    signed = {place.place.line for place in draft.proposers}
    if draft.kind == "motion":
        used |= {
            spot(block)
            for _, block in reading.blocks()
            if (block.lines and {line.number for line in block.lines} & signed and len(block.text) < 60)
            or (block.struck and any(block.text == proposer.note for proposer in draft.proposers))
        }
    furniture = tuple((name, block.place.line or 0) for name, block in reading.furniture)
    return replace(draft, sections=sections(reading, used), furniture=furniture)


def _is_head(text: str) -> bool:
    """Lines of an opening are short; a paragraph that happens to hold a fact stays text."""
    return len(text) <= 300 and not text.rstrip().endswith(".")


def _holds(place: Place, last: int, places: set[Place | None]) -> bool:
    return any(
        fact and fact.page == place.page and fact.line is not None and place.line is not None and place.line <= fact.line <= last
        for fact in places
    )
