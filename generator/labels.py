"""The Swedish words for the archive's own codes, in one place: pages, tables, search and the editor's file use the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from generator.model import Fact, Outcome, PartKind, Referral, ReferralState, Stance, StatementKind

STANCES: Final[dict[Stance, str]] = {
    "support": "tillstyrker",
    "reject": "avstyrker",
    "partly": "delvis",
    "considered-answered": "anses besvarad",
    "already-met": "redan tillgodosett",
    "no-position": "tar inte ställning",
    "declined": "avstår från att svara",
    "unclear": "oklart",
}
STATES: Final[dict[ReferralState, str]] = {
    "answered": "svarade",
    "declined": STANCES["declined"],
    "silent": "svarade inte, enligt dokumentet",
    "not-in-archive": "svar saknas i arkivet",
}
# What an editor says became of a question is not "according to the document".
BY_EDITOR: Final[dict[ReferralState, str]] = {"silent": "svarade inte"}
OUTCOMES: Final[dict[Outcome, str]] = {
    "granted": "motionen bifalls",
    "rejected": "motionen avslås",
    "considered-answered": "motionen anses besvarad",
    "partly": "motionen bifalls delvis",
    "referred-back": "ärendet återremitteras",
    "tabled": "ärendet bordläggs",
    "other": "annat beslut",
}
DISCREPANCIES: Final[dict[str, str]] = {
    "deadline": "sista svarsdag",
    "referral-list": "vilka som tillfrågades",
    "title": "motionens titel",
    "diary-number": "diarienumret",
    "proposers": "vilka som lämnade motionen",
    "authorities": "vilka myndigheter som räknas upp",
    "asked": "om motionen skickades på remiss",
    "asked-count": "hur många som tillfrågades",
    "demands": "hur många förslag motionen har",
    "filed": "när motionen lämnades in",
    "stance": "vad instansen svarade",
    "answered": "om instansen svarade",
    "outcome": "vad som beslutades",
    "decision-date": "när beslutet fattades",
    "vote": "hur rösterna föll",
}
STATEMENTS: Final[dict[StatementKind, str]] = {
    "yrkande": "yrkande",
    "yttrande": "yttrande",
    "reservation": "reservation",
    "protokollsanteckning": "protokollsanteckning",
}
PARTS: Final[dict[PartKind, str]] = {
    "board-proposal": "förslag till fullmäktige",
    "statement": "ett partis inlaga",
    "office-statement": "tjänsteutlåtande som bereder ärendet",
    "motion": "motion",
    "answer": "svar",
    "minutes": "protokollsutdrag",
    "attachment": "bilaga",
    "other": "annat dokument",
}
FATES: Final[dict[str, str]] = {
    "copy": "samma motion en gång till; den visas en gång",
    "empty": "bara rubrik eller brevhuvud, ingen text",
    "unplaced": "det framgår inte vilket ärende dokumentet hör till",
    "held": "väntar på granskning, för lite av texten är redovisad",
    "withdrawn": "redaktionen har angett att det inte ska vara med",
}
NO_PARTY: Final = "parti framgår inte"
SENDER_BY_EDITOR: Final = "instansen är angiven av redaktionen"
NO_SENDER: Final = "Svar utan angiven avsändare"


def editors_state(referral: Referral) -> Fact | None:
    """An editor's word on what became of a question; None where it only names the body, or its last day."""
    said = referral.state in {"silent", "declined"} and not referral.quote
    return referral.editor if said else None


_JOINED_BY: Final = re.compile(r"[\s,]*\b(?:med\s+)?(?P<how>instämmande|särskilt\s+yttrande)(?:\s+(?:av|från))?\s+", re.IGNORECASE)


def statement_name(kind: StatementKind, by: str) -> str:
    """A party's paper as it is called everywhere: "Yrkande av V, MP, S"; whose it is not said is said.

    Who only joined it, or has a word of its own in it, is told apart: "Yrkande av L och M, med särskilt yttrande av C".
    """
    word = STATEMENTS[kind]
    by = _JOINED_BY.sub(lambda found: f", med {' '.join(found['how'].lower().split())} av ", by) if not _JOINED_BY.match(by) else by
    return f"{word[:1].upper()}{word[1:]} av {by}" if by else f"{word[:1].upper()}{word[1:]} ({NO_PARTY})"


# How something is known that the answer itself does not state.
CURATED: Final = "angivet av redaktionen"
INFERRED: Final = "härlett"
WHOLE_MOTION: Final = "gäller hela motionen"


def told_by(office: str, *, capital: bool = False) -> str:
    """Whose summary says so: "enligt stadsledningskontorets sammanställning"; ``office`` "" where that is not known."""
    if not office:
        said = "enligt sammanställningen i beredningen"
    else:
        said = f"enligt {office if office.endswith(('s', 'x', 'z')) else office + 's'} sammanställning"
    return upper_first(said) if capital else said


def round_name(number: int) -> str:
    """Which time a motion was sent out, in words: "andra remissomgången"."""
    return f"{ {1: 'första', 2: 'andra'}.get(number, f'{number}:e')} remissomgången"


def listed(items: Iterable[str], last: str = "och") -> str:
    """Items as a phrase: "a, b och c"; "" for none."""
    names = list(items)
    return f"{', '.join(names[:-1])} {last} {names[-1]}" if len(names) > 1 else "".join(names)


def upper_first(text: str) -> str:
    """``text`` with its first letter large and the rest as it is."""
    return text[:1].upper() + text[1:]
