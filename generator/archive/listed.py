"""Whose answer a paper without a sender is, by the list of what the office attached: "Hamn AB:s handlingar 2024-03-05 § 43".

Part of the room ``archive``. The list names a body with the day and the paragraph of its minutes, or a number that the paper
bears itself ("Bilaga 3"). It settles the sender only where a single entry fits, and only as an inference with the entry as
its evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.archive.register import Register
from generator.archive.senders import Answer, Sender, is_open
from generator.model import Body, Draft, Fact, Place, Status

_DAY = re.compile(r"\b(?P<day>\d{4}-\d{2}-\d{2})\b")
_PARAGRAPH = re.compile(r"§\s*(?P<number>\d+)")
_NUMBER = re.compile(r"^\s*(?:bilaga\s+)?(?P<number>\d{1,2})\s*[.):]?\s", re.IGNORECASE)
_BEARS = re.compile(r"^\s*bilaga\s+(?P<number>\d{1,2})\b", re.IGNORECASE)
# What stands after the body's name: what was attached of it, or the day.
_AFTER_NAME = re.compile(r"(?::s|s)?\s+(?:handling(?:ar)?|protokoll\w*|yttrande|remissvar|svar|tjänsteutlåtande|beslut)\b|,?\s+\d{4}-\d{2}-\d{2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list of attachments: whose papers they are, and what tells them."""

    body: Body
    quote: str
    place: Place | None
    number: str | None
    day: str | None
    paragraph: str | None


def entries(drafts: Sequence[Draft], registered: Register, asked: Mapping[str, Body]) -> tuple[Entry, ...]:
    """The lines of the lists in the papers that prepare the matter, of bodies that were asked or that the register knows."""
    return tuple(
        entry
        for draft in drafts
        if draft.role == "preparation"
        for fact in draft.attachments
        for entry in _entry(fact, registered, asked)
    )


def _entry(fact: Fact, registered: Register, asked: Mapping[str, Body]) -> Iterator[Entry]:
    text = " ".join(fact.value.split())
    end = _AFTER_NAME.search(text)
    if not end:
        return
    name = text[: end.start()].strip(" ,.")
    for form in dict.fromkeys((name, name.removesuffix("s"))):
        body = registered.meant(form)
        known = asked.get(body.id) or (body if body.registered else None)
        if known:
            day, paragraph, number = _DAY.search(text), _PARAGRAPH.search(text), _NUMBER.match(" ".join(fact.quote.split()))
            yield Entry(
                known,
                fact.quote,
                fact.place,
                number["number"] if number else None,
                day["day"] if day else None,
                paragraph["number"] if paragraph else None,
            )
            return


def attributed(answers: Sequence[Answer], listed: Sequence[Entry]) -> list[Answer]:
    """``answers`` where each without a sender that a single body's entries fit is that body's, as an inference."""
    return [_settled(answer, listed) if is_open(answer) else answer for answer in answers]


def _settled(answer: Answer, listed: Sequence[Entry]) -> Answer:
    fitting = [entry for entry in listed if _fits(answer.draft, entry)]
    bodies = {entry.body.id for entry in fitting}
    if len(bodies) > 1:
        # Several met on one day: the paragraph tells them apart.
        fitting = [entry for entry in fitting if entry.paragraph and _holds(answer.draft, entry.paragraph)]
        bodies = {entry.body.id for entry in fitting}
    if len(bodies) != 1:
        return answer
    entry = fitting[0]
    fact = Fact(entry.body.name, Status.INFERRED, f"listan över bilagor: ”{' '.join(entry.quote.split())}”", entry.place)
    return replace(answer, sender=Sender((entry.body,), (fact,)))


def _fits(draft: Draft, entry: Entry) -> bool:
    part = draft.document.part
    if part is None or (entry.place and entry.place.file != draft.document.file):
        return False  # the list speaks of what it was sent together with
    bears = _BEARS.match(part.quote)
    if bears and entry.number:
        return bears["number"] == entry.number
    if draft.date is None or entry.day is None or draft.date.value != entry.day:
        return False
    return draft.document_type == "protokollsutdrag" or entry.day in part.quote


def _holds(draft: Draft, paragraph: str) -> bool:
    said = re.compile(rf"§\s*{paragraph}\b")
    return any(said.search(line.text) for line in draft.document.lines)
