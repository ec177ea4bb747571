"""The words that tables and feeds use for the codes of the archive; the pages say the same (a test holds them together)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from generator.model import Archive, Outcome, ReferralState, Response, Stance

STANCES: Final[Mapping[Stance, str]] = {
    "support": "tillstyrker",
    "reject": "avstyrker",
    "partly": "delvis",
    "considered-answered": "anses besvarad",
    "already-met": "redan tillgodosett",
    "no-position": "tar inte ställning",
    "declined": "avstår från att svara",
    "unclear": "oklart",
}
STATES: Final[Mapping[ReferralState, str]] = {
    "answered": "svarade",
    "declined": "avstår från att svara",
    "silent": "svarade inte, enligt dokumentet",
    "not-in-archive": "svar saknas i arkivet",
}
OUTCOMES: Final[Mapping[Outcome, str]] = {
    "granted": "motionen bifalls",
    "rejected": "motionen avslås",
    "considered-answered": "motionen anses besvarad",
    "partly": "motionen bifalls delvis",
    "referred-back": "ärendet återremitteras",
    "tabled": "ärendet bordläggs",
    "other": "annat beslut",
}
NO_SENDER: Final = "Svar utan angiven avsändare"


def names_of(archive: Archive) -> dict[str, str]:
    """Body id → name."""
    return {body.id: body.name for body in archive.bodies}


def sender(bodies: Iterable[str], names: Mapping[str, str]) -> str:
    """Whose answer it is: names with commas and ”och”; ”Svar utan angiven avsändare” where nobody can tell."""
    found = [names.get(body, body) for body in bodies]
    if not found:
        return NO_SENDER
    text = found[0] if len(found) == 1 else f"{', '.join(found[:-1])} och {found[-1]}"
    return text[:1].upper() + text[1:]


def by_motion(archive: Archive) -> dict[str, tuple[Response, ...]]:
    """Motion id → its answers proper, in the archive's order."""
    made: dict[str, list[Response]] = {motion.id: [] for motion in archive.motions}
    for response in archive.responses:
        if response.role == "answer":
            made.setdefault(response.motion, []).append(response)
    return {motion: tuple(answers) for motion, answers in made.items()}
