"""What the answers to a motion say in the same words, and what only one of them says: the last parts of the comparison."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses
from generator.compare.excerpt import excerpt
from generator.compare.own import only_here
from generator.compare.rows import Own, Shared, Span
from generator.compare.shared import shared_wording
from generator.model import Motion
from generator.pages.context import Context

QUOTED = 420  # letters of a shared wording or of a sentence that are shown


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: whose document, the address of the paragraph, and of others where the same one says it again."""

    name: str
    target: str
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that several answers have: its words, how many there are, who says it and how it is known."""

    quote: str
    count: int
    speakers: tuple[Speaker, ...]
    notes: tuple[str, ...]
    retold: bool


@dataclass(frozen=True, slots=True)
class Alone:
    """What one answer alone says: how much of it (0..1), words of its own, and sentences with their addresses."""

    who: Speaker
    share: float
    words: tuple[str, ...]
    sentences: tuple[tuple[str, str], ...]
    retold: bool


@dataclass(frozen=True, slots=True)
class Alike:
    """The shared wordings of a motion's answers: the answers' own, formulas of decisions, and quotes of the motion."""

    own: tuple[Wording, ...]
    formulas: tuple[Wording, ...]
    quoted: tuple[Wording, ...]
    alone: tuple[Alone, ...]

    @property
    def parts(self) -> tuple[tuple[str, str, tuple[Wording, ...]], ...]:
        """Each group with its heading and a sentence on what it holds; groups without a wording are left out."""
        listed = (
            ("", "", self.own),
            (
                "Ord ur motionen",
                "Här upprepar flera svar vad motionen själv säger. Det visar inte att de är överens.",
                self.quoted,
            ),
            (
                "Vanliga formuleringar",
                "Beslutsmeningar, ord som bara nämner motionen eller handlingarnas gång, och sådant som återkommer i svar på andra motioner.",
                self.formulas,
            ),
        )
        return tuple(part for part in listed if part[2])


def alike(context: Context, motion: Motion) -> Alike:
    """What is shared among the answers to ``motion``; nothing in any group where fewer than two answered."""
    found = shared_wording(context.archive, motion)
    answers = [one for one in found if not one.from_motion and not one.formula]
    formal = [one for one in found if one.formula and not one.from_motion]
    motions = [one for one in found if one.from_motion]
    own, formulas, quoted = (tuple(_wording(context, motion, one) for one in group) for group in (answers, formal, motions))
    alone = tuple(_alone(context, motion, one) for one in only_here(context.archive, motion))
    return Alike(own, formulas, quoted, alone)


def _wording(context: Context, motion: Motion, one: Shared) -> Wording:
    notes = [] if one.exact else ["nästan ordagrant"]
    if one.from_motion and all(span.owner != motion.id for span in one.spans):
        notes.append("till största delen ur motionen")
    places: dict[tuple[str, str], list[str]] = {}
    for span in one.spans:
        found = _speaker(context, motion, span)
        places.setdefault((span.owner, found.name), []).append(found.target)
    speakers = (Speaker(name, *_first(targets)) for (_, name), targets in places.items())
    first = context.responses.get(one.owners[0]) if one.owners else None
    return Wording(_quoted(context, motion, one), one.words, tuple(speakers), tuple(notes), first.retold if first else motion.retold)


def _first(targets: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    first, *others = dict.fromkeys(targets)
    return first, tuple(others)


def _quoted(context: Context, motion: Motion, one: Shared) -> str:
    """The words, with an ellipsis at either end where the sentence they stand in goes on."""
    shown = excerpt(one.text, QUOTED)
    span = next((span for span in one.spans if span.text == one.text and span.owner != motion.id), None)
    passage = next((each for each in context.responses[span.owner].passages if each.id == span.passage), None) if span else None
    if span is None or passage is None:
        return shown
    before, after = passage.text[: span.start].rstrip(' (”"–-•'), passage.text[span.end :].lstrip(' )”"')
    whole = not before or before[-1] in ".!?:;)\n"
    ended = not after or after[0] in ".!?\n" or shown.endswith("…")
    return ("" if whole else "… ") + shown + ("" if ended else " …")


def _speaker(context: Context, motion: Motion, span: Span) -> Speaker:
    anchor = f"#{span.passage}" if span.passage else ""
    if span.owner == motion.id:
        return Speaker("Motionen" if span.passage else "Motionens rubrik", addresses.motion(motion.id) + anchor)
    response = context.responses[span.owner]
    return Speaker(context.sender(response), addresses.response(response.id) + anchor)


def _alone(context: Context, motion: Motion, one: Own) -> Alone:
    response = context.responses[one.owner]
    return Alone(
        Speaker(context.sender(response), addresses.response(response.id)),
        one.share,
        one.words,
        tuple((excerpt(span.text, QUOTED), _speaker(context, motion, span).target) for span in one.spans),
        response.retold,
    )
