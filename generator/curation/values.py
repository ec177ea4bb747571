"""What a value in ``case.yml`` may be: the words for each of the archive's codes, and a check for each kind of value."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from generator import labels
from generator.model import DocumentType, DraftKind, Outcome, ReferralState, Role, Stage, Stance, StatementKind

Check = Callable[[str], str | None]  # what is wrong with a text, in words, or None
ABSENT: Final = "framgår inte"  # takes away what a rule read wrongly: the document does not say
NOT_ASKED: Final = "inte tillfrågad"


@dataclass(frozen=True, slots=True)
class Type:
    """What an editor says that a document is; ``kind`` None: nothing that the archive is to show."""

    kind: DraftKind | None
    role: Role = "answer"
    statement: StatementKind | None = None


KINDS: Final[dict[str, Type]] = {
    "motion": Type("motion"),
    "svar": Type("response"),
    "beredning": Type("response", "preparation"),
    **{word: Type("statement", statement=kind) for kind, word in labels.STATEMENTS.items()},
    "bilaga": Type("unknown"),
    "inget": Type(None),
}
# A stance is given by the word the pages show for it; "avstår" is enough for the longest of them.
STANCES: Final[dict[str, Stance]] = {word: stance for stance, word in labels.STANCES.items()} | {"avstår": "declined"}
STATES: Final[dict[str, ReferralState | None]] = {
    "svarat": "answered",
    "avstod": "declined",
    "svarade inte": "silent",
    "svar saknas": "not-in-archive",
    NOT_ASKED: None,
}
STAGES: Final[dict[str, Stage]] = {"förslag": "proposal", "styrelse": "board", "fullmäktige": "council"}
OUTCOMES: Final[dict[str, Outcome]] = {
    "bifall": "granted",
    "avslag": "rejected",
    "besvarad": "considered-answered",
    "delvis bifall": "partly",
    "återremiss": "referred-back",
    "bordläggning": "tabled",
    "annat": "other",
}
DOCUMENT_TYPES: Final[dict[str, DocumentType]] = {
    "tjänsteutlåtande": "tjansteutlatande",
    "yttrande": "yttrande",
    "remissvar": "remissvar",
    "protokollsutdrag": "protokollsutdrag",
    "sammanställning": "sammanstallning",
}
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_VOTES: Final = re.compile(r"\d+\s*[-–]\s*\d+(?:\s*[-–]\s*\d+)?")  # people write figures apart with either


def text(value: str) -> str | None:
    """Any text."""
    return None if value.strip() else "värdet är tomt"


def day(value: str) -> str | None:
    """A day as the archive writes it, and one that exists."""
    if _DATE.fullmatch(value):
        try:
            datetime.date.fromisoformat(value)
        except ValueError:
            return "dagen finns inte i kalendern"
        return None
    return "skriv datum som 2026-11-21"


def yes(value: str) -> str | None:
    """Only yes: what an editor does not say needs no key."""
    return None if value == "ja" else "skriv ja, eller ta bort raden"


def vote(value: str) -> str | None:
    """Votes for and against, and those who abstained where that is known."""
    return None if _VOTES.fullmatch(value) else "skriv rösterna som ja-nej-avstod, till exempel 45-30-6, eller som ja-nej"


def among(known: Iterable[str]) -> Check:
    """One of the words in ``known``."""
    words = tuple(known)

    def check(value: str) -> str | None:
        if value in words:
            return None
        meant = _MEANT.get(value.casefold())
        near = meant if meant in words else next(iter(difflib.get_close_matches(value.casefold(), words, 1, _CLOSE)), "")
        return "värdet ska vara något av " + ", ".join(words) + (f"; närmast ligger ”{near}”" if near else "")

    return check


# What people write instead, where letters alone would point at another word ("avslår" is no "avstår").
_MEANT: Final = {
    "avslår": "avstyrker",
    "avslag": "avstyrker",
    "avslås": "avstyrker",
    "avstyrka": "avstyrker",
    "avstyrks": "avstyrker",
    "nej": "avstyrker",
    "bifaller": "tillstyrker",
    "bifall": "tillstyrker",
    "bifalls": "tillstyrker",
    "tillstyrka": "tillstyrker",
    "tillstyrks": "tillstyrker",
    "ja": "tillstyrker",
    "besvarad": "anses besvarad",
    "delvis tillstyrker": "delvis",
    "tillstyrker delvis": "delvis",
}
_CLOSE: Final = 0.85  # likeness from which a word is offered


def votes_of(value: str) -> tuple[int, int, int | None]:
    """The votes in a text that ``vote`` has passed."""
    yes_votes, no_votes, *rest = (int(figure) for figure in re.findall(r"\d+", value))
    return yes_votes, no_votes, rest[0] if rest else None
