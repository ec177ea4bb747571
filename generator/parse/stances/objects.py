"""What a word that takes a stand is said of: the motion, some of its demands, a part of it, or something else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.model import Stance
from generator.parse.stances.formulas import Formula
from generator.parse.stances.numbering import numbers, speaks_of_all
from generator.parse.stances.partly import follows_part, is_partly, opens_part

# The motion; some of its demands, by number; a part of it, by what that part is about; or nothing that is named.
Scope = Literal["motion", "demands", "part", "bare"]

MOTION = r"(?:motion(?!är)\w*|motionär\w*\s+(?:\w+\s+)?(?:förslag|yrkande|krav)\w*|att-satserna|att-satsen)"
# The matter that was sent out, where it is called by another name.
_MATTER = r"(?:remissen|förslag(?:en|et)?\s+(?:till\s+beslut\s+)?(?:som\s+\w+(?:\s+\w+)?\s+)?i\s+(?:remissen|ärendet|[”\"]?motionen)|yrkandena|förslagen)"
_ABOUT = r"(?:om|att|gällande|rörande|avseende|angående|beträffande|kring|för)"
_OBJECT = re.compile(
    rf"^(?P<before>\W*(?:[\wåäö-]+\s+){{0,6}}?)(?P<what>{MOTION}|{_MATTER})\b(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
_PART_OBJECT = re.compile(
    rf"^\s*(?:(?:även|också|därmed|därför|således|inte|dock|följande)\s+)*(?:(?:motionens|motionärens|motionärernas|det|den\s+del\s+av)\s+)?"
    rf"(?P<what>(?:del)?förslag(?:et|en)?|yrkandet|kravet|idén|tanken)\s+(?:i\s+motionen\s+)?(?P<about>{_ABOUT}\s+.+)$",
    re.IGNORECASE | re.DOTALL,
)
_THAT = re.compile(r"^\s*(?P<about>att\s+.+)$", re.IGNORECASE | re.DOTALL)
_PROPOSAL = re.compile(
    r"^\W*(?:[\wåäö]+\s+){0,2}?(?:förslag(?:et|en)|förslagen)\s*(?:$|[.,;]|(?:och|med|i\s+sin\s+helhet|enligt|utifrån|då|eftersom|samt)\b)",
    re.IGNORECASE,
)
# What is not the motion, though it stands where the motion would: somebody's proposal, a plan, a paper, the body's own words.
_OTHERS = re.compile(
    r"^\W*(?:(?!motion)[\wåäö-]+\s+){0,4}?(?!motion)[\wåäöÅÄÖ:-]+(?:ens|ets|arnas|ernas|:s|[a-zåäö]s)\s+(?:\(?[A-ZÅÄÖ]{1,3}\)?\s+)?(?:nya\s+|reviderade\s+|eget\s+|muntliga\s+)?"
    r"(?:\w*förslag\w*|\w*yrkande\w*|\w*skrivelse\w*|tjänsteutlåtande\w*|\w*bedömning\w*|\w*yttrande\w*|synpunkter|svar\w*|slutsats\w*|linje|hållning|rapport\w*)\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"^\W*(?:(?!motion)[\wåäö-]+\s+){0,3}?(?:tjänsteutlåtande\w*|tjänsteskrivelse\w*|yttrandet?|remissvaret?|skrivelsen|bedömningen|planen|detaljplan\w*|programmet|strategin|rapporten|"
    r"förslag\w*\s+till\s+(?:yttrande|beslut|svar|remiss\w*|skrivelse)(?!\s+(?:som\s+\w+\s+)?i\s+motion)|ändringsförslag\w*|återremiss\w*|tilläggsyrkande\w*|budget\w*|dispens\w*|ansökan|överklagan\w*|bygglov\w*)\b",
    re.IGNORECASE,
)
_SPIRIT = re.compile(
    r"^(?:\s+\w+){0,2}?\s*\b(?:syfte|intention|andemening|anda|inriktning|ambition|tanke|grundtanke|idé|mål|problem|bild|beskrivning)\w*",
    re.IGNORECASE,
)
_SPIRIT_BEFORE = re.compile(
    r"\b(?:syfte|intention|andemening|anda|inriktning|ambition|tank|idé|mål|bild|beskrivning)\w*\s+(?:i|med|bakom|av)\s+(?:den\s+)?$",
    re.IGNORECASE,
)
# The subject of a passive: the nearest thing before it that can be rejected, with nothing but its own name between.
_SUBJECT = re.compile(
    rf"\b(?P<what>{MOTION}|{_MATTER}|det\s+(?:som\s+)?motion(?:en|ären|ärerna)\s+\w+|förslag(?:et|en)|yrkande(?:t|n|na)?|att-sats(?:en|er|erna)?|punkt(?:en|erna)?)\b",
    re.IGNORECASE,
)
# "… om motionen … och föreslår att den avslås": the motion again.
_IT = re.compile(
    r"\batt\s+(?:den|denna)\s+(?:därmed\s+|därför\s+)?(?:(?:bör|ska|skall|kan|får)\s+)?(?:anses\s+)?(?:vara\s+)?$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^\s+den(?:na)?(?:\s+(?:därför|därmed|i\s+sin\s+helhet))?\s*(?:[.,;]|$)", re.IGNORECASE)
_SUBJECT_AFTER = re.compile(
    rf"^\s+(?:(?:därför|därmed|härmed|således|också|även|den|i\s+övrigt)\s+)*(?P<what>{MOTION}|{_MATTER}|förslag(?:et|en)|yrkande(?:t|na))\b",
    re.IGNORECASE,
)
_NOT_SUBJECT = re.compile(
    r"\b(?:i|av|med|till|om|på|över|från|för|enligt|innan|under|sedan|hänvisning\s+till)\s+(?:den|denna|föreliggande|en)?\s*$",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"\b(?!motion)[\wåäöÅÄÖ:-]+s\s+$")
_DECISION_GAP, _GAP = 500, 160  # characters between the motion and what becomes of it: its title may stand between


@dataclass(frozen=True, slots=True)
class Stand:
    """A word that takes a stand: ``text[at:end]``, what it is said of, and the clause it stands in (``start`` to ``stop``).

    ``demands`` are the numbers it points out; ``about`` the words that name a part.
    """

    value: Stance
    formula: Formula
    at: int
    end: int
    scope: Scope
    demands: tuple[int, ...] = ()
    about: str = ""
    start: int = 0
    stop: int = 0
    own: bool = False  # a part that is said to be the motion's ("motionens förslag om …")


def read_stand(
    text: str, formula: Formula, at: int, end: int, start: int, stop: int, *, decision: bool, told: bool
) -> Stand | None:
    """The word of ``formula`` at ``text[at:end]`` with what it is said of in its clause, ``start`` to ``stop``; None for another thing.

    ``told``: a demand has been pointed out earlier in the sentence. See ``clauses.stands`` for ``decision``.
    """
    clause = text[start:stop]
    value: Stance = formula.stance
    if (
        formula.voice != "none"
        and value in {"support", "reject", "considered-answered"}
        and is_partly(text[start:at], text[at:end], text[end:stop])
    ):
        value = "partly"

    def made(
        scope: Scope, demands: tuple[int, ...] = (), about: str = "", *, own: bool = False, value: Stance = value
    ) -> Stand:
        return Stand(value, formula, at, end, scope, demands, about, start, stop, own)

    pointed = numbers(_near(text, formula, at, end, start, stop), told=told)
    if pointed and not speaks_of_all(clause):
        return made("demands", pointed)
    after = text[end:stop]
    if formula.voice == "none":
        return _no_stand(made, after, decision=decision)
    if formula.voice == "active":
        return _active(made, formula, after, text[:at], decision=decision)
    return _passive(made, formula, text[start:at], after, text[:at], decision=decision)


def _near(text: str, formula: Formula, at: int, end: int, start: int, stop: int) -> str:
    """The part of the clause in which a demand's number belongs to the word."""
    if formula.voice in {"active", "none"}:
        lead = re.match(r"\s*(?:(?:och|men|samt)\s+)?(?:i\s+övrigt\b)?", text[start:at], re.IGNORECASE)
        return (lead.group() if lead else "") + " " + text[end:stop]
    return text[start:stop]


def _no_stand(made: Callable[..., Stand], after: str, *, decision: bool) -> Stand | None:
    """No position: on the motion, unless the words after say that it is on a detail only."""
    found = re.match(
        r"\s*(?:sig\b\s*)?(?:över\s+|i\s+|kring\s+|på\s+|om\s+|till\s+|gällande\s+|avseende\s+|mot\s+)(?P<what>.+)$",
        after,
        re.IGNORECASE | re.DOTALL,
    )
    if found is None:
        return made("motion") if decision or not re.match(r"\s*(?:till|i|kring|om)\b", after) else None
    what = found["what"]
    part = _PART_OBJECT.match(what) or re.match(
        rf"^(?P<what>frågan|frågorna)\s+(?P<about>{_ABOUT}\s+.+)$", what, re.IGNORECASE | re.DOTALL
    )
    if part:
        return made("part", about=part["about"], own="motion" in what[: part.start("about")].lower())
    if re.match(
        r"(?:\w+\s+){0,2}?(?:motion|remiss|sakfrågan|ärende|saken|förslag|yrkande|frågan\b|dess\b|motionär)",
        what,
        re.IGNORECASE,
    ):
        return made("motion")
    if re.match(r"(?:vem|vilke|hur|var\b|när|huruvida|vad)", what, re.IGNORECASE):
        return None
    if re.match(r"(?:kommunstyrelsen|stadsledningskontoret|kommunfullmäktige|fullmäktige|regionstyrelsen|KS\b)", what):
        return made("motion")
    return None if re.match(r"\s*(?:till|kring|på|om)\b", after) else made("motion")


def _active(made: Callable[..., Stand], formula: Formula, after: str, whole: str, *, decision: bool) -> Stand | None:
    """What an active verb is said of; None where that is not the motion. ``whole`` is the sentence up to the verb."""
    if _PRONOUN.match(after) and re.search(rf"\b{MOTION}", whole, re.IGNORECASE):
        return made("motion")
    if _OTHERS.match(after[:120]) or _PAPERS.match(after[:80]):
        return None
    if opens_part(after):
        return made("motion", value="partly")
    part = _PART_OBJECT.match(after)
    if part:
        return made("part", about=part["about"], own="motion" in after[: part.start("about")].lower())
    that = _THAT.match(after)
    named = re.match(rf"\s*att\s+(?P<what>{MOTION})\b", after, re.IGNORECASE)
    if that and not named:
        return made("part", about=that["about"]) if formula.pattern.find("styrk") > 0 or not formula.weak else None
    found = _OBJECT.match(after[:200])
    if found and not _NOT_SUBJECT.search(found["before"]):
        if (found["what"].lower().endswith("s") and _SPIRIT.match(found["rest"])) or _SPIRIT_BEFORE.search(
            found["before"]
        ):
            return None
        return made("motion")
    if _PROPOSAL.match(after):
        return made("motion") if formula.stance == "reject" or formula.weak else None
    bare = re.fullmatch(
        r"\s*[.,;]*\s*(?:(?:med\s+hänvisning|i\s+ärendet|enligt|utifrån|då|eftersom)\b.*)?",
        after,
        re.IGNORECASE | re.DOTALL,
    )
    if bare and decision and (formula.weak or "styrk" in formula.pattern):
        return made("bare")
    if decision and "styrk" in formula.pattern and re.match(r"\s+[\wåäö]", after):
        return made("part", about=after)
    return None


def _passive(
    made: Callable[..., Stand], formula: Formula, before: str, after: str, whole: str, *, decision: bool
) -> Stand | None:
    """What a passive verb or a participle is said of: its subject before it, or right after it in inverted order.

    ``before`` is the clause up to the verb, ``whole`` the sentence up to it.
    """
    gap = _DECISION_GAP if decision else _GAP
    inverted = _SUBJECT_AFTER.match(after) or (
        re.search(rf"\b(?P<what>{MOTION})\b", before[-gap:], re.IGNORECASE) if formula.voice == "either" else None
    )
    subjects = [
        one
        for one in _SUBJECT.finditer(before)
        if not _NOT_SUBJECT.search(before[: one.start()]) and len(before) - one.start() <= gap
    ]
    if (
        not subjects
        and not inverted
        and _IT.search(before)
        and re.search(rf"\b{MOTION}", whole[: -len(before)], re.IGNORECASE)
    ):
        return made("motion")
    if not subjects and not inverted:
        bare = (
            decision
            and re.fullmatch(r"\W*(?:\d+[.)]\s*)?(?:att\s+|därmed\s+|därför\s+|\w+\s+)?", before, re.IGNORECASE)
            and re.match(r"\W*$", after)
        )
        return made("bare") if bare and "styrk" in formula.pattern else None
    subject = next(
        (one for one in subjects if re.match(MOTION, one["what"], re.IGNORECASE)), subjects[-1] if subjects else None
    )
    what = subject["what"] if subject else inverted["what"]  # type: ignore[index]
    rest = before[subject.end() :] if subject else ""
    if formula.stance == "considered-answered" and what.lower().startswith("remiss"):
        return None  # a referral that is answered says nothing of the motion
    if speaks_of_all(before) or re.search(r"\bmotion", what, re.IGNORECASE):
        if what.lower().endswith("s") and _SPIRIT.match(rest) and formula.stance != "already-met":
            return None
        if subject and _SPIRIT_BEFORE.search(before[: subject.start()]) and formula.stance != "already-met":
            return None
        if subject and (follows_part(rest) or follows_part(after)):
            return made("motion", value="partly")
        of = re.match(
            rf"^s?\s*(?:förslag\w*|yrkande\w*|krav\w*)\s+(?P<about>{_ABOUT}\s+.+)$", rest, re.IGNORECASE | re.DOTALL
        )
        if of and what.lower().endswith("s"):
            return made("part", about=of["about"], own=True)
        return made("motion")
    about = re.match(rf"^\s*(?P<about>{_ABOUT}\s+.+)$", rest, re.IGNORECASE | re.DOTALL)
    if about:
        return made("part", about=about["about"])
    if subject and _WHOSE.search(before[: subject.start()]):
        return None
    return made("motion") if formula.stance in {"reject", "considered-answered", "already-met"} else None
