"""What one paper tells of another body's answer: joined to that answer, or, where the answer is not here, all there is of it.

Part of the room ``archive``. The office that prepares a matter sums up what each body answered. That is its word and not the
body's: it is kept beside the body's own papers, and a body of which it is all that is known gets an answer marked as told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.addresses import anchor
from generator.archive.register import Register
from generator.model import (
    Body,
    Document,
    Draft,
    Fact,
    Passage,
    Report,
    Reported,
    Section,
    StanceFact,
    Status,
)

TOLD = "enligt sammanställningen i beredningen; svaret självt säger det inte i klartext"
ONLY_TOLD = "enligt sammanställningen i beredningen; svaret självt finns inte här"


@dataclass(frozen=True, slots=True)
class Telling:
    """What the papers of a case tell of one body: each word of it with the document it stands in."""

    body: Body
    told: tuple[tuple[Draft, Reported], ...]


def tellings(drafts: Sequence[Draft], registered: Register) -> Mapping[str, Telling]:
    """By body id, in the order of the documents, what ``drafts`` tell of other bodies' answers."""
    made: dict[str, Telling] = {}
    for draft in drafts:
        for one in draft.reported:
            body = registered.meant(one.mention.full)
            before = made.get(body.id, Telling(body, ()))
            made[body.id] = Telling(body, (*before.told, (draft, one)))
    return made


def reports(telling: Telling, pages: Mapping[tuple[str, int], str]) -> tuple[Report, ...]:
    """``telling`` with the response each word of it stands in; ``pages`` gives the responses by their documents' keys."""
    return tuple(
        Report(pages[draft.document.key], one.value, one.words, one.comment, one.quote, one.place, one.passage)
        for draft, one in telling.told
        if draft.document.key in pages
    )


def stance(telling: Telling, reason: str) -> StanceFact:
    """The stance that a telling gives, inferred; "unclear" where it gives none, or two that disagree."""
    known = [one for _, one in telling.told if one.value != "unclear"]
    if len({one.value for one in known}) != 1:
        return StanceFact("unclear")
    # The paragraph stands on another page than the answer's, so it has no anchor here.
    return StanceFact(known[0].value, Status.INFERRED, known[0].quote, known[0].place, "", reason)


def sections(telling: Telling) -> tuple[Section, ...]:
    """The words of a telling as paragraphs: the answer as it is put there, then the comment."""
    made: dict[str, Passage] = {}
    for _, one in telling.told:
        for text in (one.words, one.comment):
            if text:
                made.setdefault(anchor(text), Passage(anchor(text), text, one.place))
    return (Section("other", "", tuple(made.values())),) if made else ()


def body_fact(telling: Telling) -> Fact:
    """Whose answer is told of, as it is written there."""
    _, one = telling.told[0]
    return Fact(telling.body.name, Status.STATED, one.mention.name, one.mention.place)


def document(telling: Telling) -> Document:
    """The document that tells of the answer."""
    return telling.told[0][0].document
