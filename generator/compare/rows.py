"""What the comparison tables are made of; pages and exports both render these rows, so they cannot differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import ReferralState


@dataclass(frozen=True, slots=True)
class Row:
    """One body (or one response without a sender) in a motion's comparison.

    ``bodies`` are body ids: several for a joint answer, none where nobody can tell. ``response`` is None where no answer
    is in the archive; ``state`` then says whether the body declined, kept silent or is only missing here. ``round`` is which
    time it was asked, 0 where nobody can tell.
    """

    bodies: tuple[str, ...]
    response: str | None
    state: ReferralState
    possible_bodies: tuple[str, ...] = ()
    asked: bool = True  # False: the body answered although no list names it
    round: int = 1


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word in its sentence. ``owner`` is a response id, or the motion's id; ``sentence[start:end]`` is the word."""

    owner: str
    motion: str
    passage: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term and every place where it, one of its inflections or a compound of it stands in one motion's documents."""

    term: str
    forms: tuple[str, ...]  # the forms found, lower case, sorted
    occurrences: tuple[Occurrence, ...]

    def by_owner(self, owner: str) -> tuple[Occurrence, ...]:
        """The occurrences in one document."""
        return tuple(occurrence for occurrence in self.occurrences if occurrence.owner == owner)


@dataclass(frozen=True, slots=True)
class Relative:
    """A word that is akin to a term without being a use of it, and the number of cases in which it stands.

    ``kind``: "action" for the verb or noun of the same action, or its opposite with o-; "tail" for a compound with the
    same last part; "head" for one with the same first part.
    """

    word: str
    kind: Literal["action", "tail", "head"]
    cases: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a passage: ``text`` is its ``[start:end]``. ``owner`` is a response id, or the motion's id.

    ``passage`` is "" where the words are the motion's title.
    """

    owner: str
    passage: str
    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that several answers to one motion have in common.

    ``text`` is as the first of them puts it, ``words`` its length in words. ``owners`` are the response ids that have it,
    in the archive's order, the motion's id never among them. ``spans`` are all places, the motion's own first. ``exact``: all
    have the very same words; else small differences were passed over. ``from_motion``: they are quoted from the motion.
    ``formula``: they only decide or name the motion, or stand in the answers to other motions too: a form's words.
    """

    text: str
    words: int
    spans: tuple[Span, ...]
    owners: tuple[str, ...]
    from_motion: bool = False
    exact: bool = True
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Own:
    """What one answer alone says among the answers to a motion.

    ``share`` (0..1) is the share of its words that stand neither in another answer nor in the motion. ``words`` are content
    words (lemmas) that no other answer uses and the motion does not, ``spans`` the sentences that hold most of them.
    """

    owner: str
    share: float
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
