"""The Swedish words for the archive's own codes, in one place: pages, tables, search and the editor's file use the same."""

from __future__ import annotations

from typing import Final

from generator.model import Outcome, ReferralState, Stance

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
}
NO_SENDER: Final = "Svar utan angiven avsändare"
