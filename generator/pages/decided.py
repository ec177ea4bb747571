"""How far the decisions have come, as one plain sentence: "Avslogs av kommunfullmäktige 22 augusti 2024, 52 röster mot 29."."""

from __future__ import annotations

from typing import Final

from generator.model import Decision, Motion, Outcome, Votes
from generator.pages import words

SETTLED: Final[dict[Outcome, str]] = {
    "granted": "Bifölls",
    "rejected": "Avslogs",
    "considered-answered": "Ansågs besvarad",
    "partly": "Bifölls delvis",
}
_UNSETTLED: Final[dict[Outcome, str]] = {"referred-back": "Återremitterades", "tabled": "Bordlades"}
_COUNCILS: Final[dict[str, str]] = {"kommunfullmaktige": "kommunfullmäktige", "regionfullmaktige": "regionfullmäktige", "stadsfullmaktige": "stadsfullmäktige"}
_EDITED: Final = " (angivet av redaktionen)"


def decided(motion: Motion) -> str:
    """What the archive knows of a decision; the last by the council that settled the motion, else how far it has come."""
    council = [decision for decision in motion.decisions if decision.stage == "council"]
    settled = [decision for decision in council if decision.outcome in SETTLED]
    if settled:
        last = settled[-1]
        return f"{SETTLED[last.outcome]} av {_council(last)}{_when(last)}{majority(last.votes)}{_by(last)}."
    if council:
        return _on_the_way(council)
    for stage in ("board", "proposal"):
        found = [decision for decision in motion.decisions if decision.stage == stage and decision.outcome != "other"]
        if found:
            who = "Kommunstyrelsen föreslår" if stage == "board" or found[-1].body == "kommunstyrelsen" else "Ett förslag till beslut finns"
            if stage == "board" and found[-1].outcome in _UNSETTLED:
                who = "Kommunstyrelsen beslutade"  # to send back or to table is the board's own to decide
            return f"{who}: {words.OUTCOMES[found[-1].outcome]}{_by(found[-1])}. Fullmäktiges beslut finns inte i arkivet."
    return "Inget beslut finns i arkivet."


def majority(votes: Votes | None) -> str:
    """The vote, the greater number first, as a tail: ", 52 röster mot 29"; "" without a vote."""
    if votes is None:
        return ""
    most, least = max(votes.yes, votes.no), min(votes.yes, votes.no)
    return f", {most} röster mot {least}"


def _on_the_way(council: list[Decision]) -> str:
    """Tabled, sent back, or decided in words that do not say what became of the motion."""
    last = council[-1]
    if last.outcome not in _UNSETTLED:
        return f"{words.upper_first(_council(last))} har beslutat{_when(last)}, men det framgår inte vad beslutet blev för motionen{_by(last)}."
    same = [one for one in council if one.outcome == last.outcome]
    times = f" {words.number(len(same))} gånger, senast" if len(same) > 1 and last.date else ""
    when = f"{times}{_when(last)}" if times else _when(last)
    return f"{_UNSETTLED[last.outcome]} av {_council(last)}{when}{_by(last)}. Inget senare beslut finns i arkivet."


def _council(decision: Decision) -> str:
    return _COUNCILS.get(decision.body, "fullmäktige")


def _when(decision: Decision) -> str:
    return f" {words.date(decision.date.value)}" if decision.date else ""


def _by(decision: Decision) -> str:
    return _EDITED if decision.editor else ""
