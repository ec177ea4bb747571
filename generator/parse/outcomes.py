"""What a decision's words do with the motion: the outcome, and what it rests on where the words leave it to a proposal.

Only what was decided counts, never what somebody moved or lost. The rules for several points:

- One verdict on the motion beside missions ("X får i uppdrag …") is that verdict: "2. Motionen avslås" is a rejection
  whatever else is decided, and "anses (i övrigt) besvarad" is what the text says of the motion, though a mission came of it.
- "Avslås i övrigt" after other points says that a part was not rejected, and parts that are granted beside parts that are
  not make "partly".
- Verdicts on parts of which none is granted (one rejected, one answered) are no single outcome of the contract: "other".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.model import Outcome

_Verdict = Literal["granted", "rejected", "considered-answered", "partly"]
_POINT = re.compile(r"\n+|(?<=[.;!?”\"])\s+(?=[A-ZÅÄÖ\d(–•-])|(?:^|(?<=\s))(?:\d{1,2}|[a-h])[.)]\s+|\s[•–—]\s|;\s*|,?\s+(?:samt|dels)\s+(?=att\b)|,?\s+och\s+(?=att\b)")
_MOTION = r"(?:motion(?:en|erna)?\b(?!ärs?|ens?\s+(?:intention|syfte|anda))(?:\s*\(?[\w:/.-]*\d[\w:/.-]*\)?)?)"
_WHICH = r"(?:(?:första|andra|tredje|fjärde|femte|sjätte|sista|övriga|\d+:[ae]|resterande|återstående)\s+(?:och\s+\w+\s+)?)"
_NUMBERS = r"(?:\s+(?:nr\s+)?\d+(?:\s*(?:,|och|samt|–|-)\s*\d+)*)"
_CLAUSE = r"(?:att-sats(?:en|er|erna)?|attsats(?:en|er|erna)?)"
_ITEM = r"(?:yrkande(?:t|na)?|förslag(?:et|en)?|punkt(?:en|er|erna)?|förslagspunkt\w*|delar|del)"
# "Första yrkandet", "yrkande 2": without a word for which, a yrkande or a proposal is anybody's.
_PART = rf"(?:{_WHICH}?{_CLAUSE}{_NUMBERS}?|{_WHICH}{_ITEM}{_NUMBERS}?|(?:yrkande|förslag){_NUMBERS})"
# What is decided on: the motion, one of its points, "förslagen i motionen".
_OBJECT = rf"(?:{_MOTION}|motion(?:en|är\w*)s\s+(?:\w+\s+)?(?:{_CLAUSE}|{_ITEM}){_NUMBERS}?|(?:{_CLAUSE}|{_ITEM})\s+i\s+motionen|{_PART})"
# One of the points, or some; "motionens yrkanden" without more are all of them.
_OF_PART = re.compile(r"\d|\b(?:första|andra|tredje|fjärde|femte|sjätte|sista|övriga|resterande|återstående)\b|\b(?:att-satsen|attsatsen|yrkandet|punkten|del|delar|delen)\b", re.IGNORECASE)
_ANYBODYS = re.compile(r"\b(?!motionens\b|motionärens\b|motionärernas\b|dess\b|beslutas\b|också\b)\w+s\s+$", re.IGNORECASE)
_GAP = r"(?:(?!\b(?:tillägg\w*|yrkar|yrkade|ändrings\w*|återremiss\w*)\b)[^.;]){0,260}?"
_NEAR = r"(?:(?!\b(?:tillägg\w*|yrka\w*|ändrings\w*|återremiss\w*|förslag\w*|att|bifall\w*|avsl\w+|avstyrk\w*)\b)[^.;]){0,60}?"
_TURNED = r"(?:(?:här|där)med\s+|den\s+av\s+[^.;]{3,100}?\bväckta\s+)?"
_VERBS: tuple[tuple[_Verdict, str, str], ...] = (
    ("granted", r"bifall(?:s|as|es|its|en|na)\b|tillstyrk(?:s|es|as)\b|antas\b|antages\b|godkänns\b", r"bifall(?:er|a|it|ade)\b|biföll\b|bifall\s+till|tillstyrk(?:er|a|te)\b|anta(?:r|ga)?\b|godkänn(?:er|a)\b|ställ(?:er|a)\s+sig\s+bakom"),
    ("rejected", r"avslå(?:s|tts|dd)\b|avslogs\b|avslagits\b|avstyrk(?:s|es|as)\b|förkastas\b|bifall(?:s|es|as)\s+(?:inte|ej|icke)\b", r"avslå(?:r)?\b|avslog\b|avslagit\b|avslag\s+(?:på|till)|avstyrk(?:er|a|te)\b|förkasta(?:r)?\b"),
    (
        "considered-answered",
        r"(?:ska(?:ll)?\s+)?(?:anses|ansågs|betraktas|förklaras|får\s+anses)\b[^.;]{0,60}?\b(?:besvara(?:d|t|de)|behandla(?:d|t|de))\b|(?:är|blir)\s+(?:därmed\s+|härmed\s+)?besvara(?:d|t|de)\b|besvaras\s+(?:med|enligt|i\s+enlighet)\b",
        r"(?:anser?|ansåg|betrakta(?:r|de)?|förklara(?:r|de)?)(?:\s+att)?(?=[^.;]{0,160}\b(?:besvara(?:d|t|de)|behandla(?:d|t|de))\b)",
    ),
)
_AFTER = tuple((verdict, re.compile(rf"\b(?P<object>{_OBJECT})(?P<gap>{_GAP})\b(?P<verb>{passive})", re.IGNORECASE)) for verdict, passive, _ in _VERBS)
_BEFORE = tuple(
    (verdict, re.compile(rf"\b(?P<verb>{active})\s+(?P<gap>{_NEAR})(?P<object>{_OBJECT})", re.IGNORECASE)) for verdict, _, active in _VERBS
)
# "Därmed avslås motionen"; only the nearest noun is what such a verb decides on.
_TURNED_VERBS: tuple[tuple[_Verdict, str], ...] = (
    ("granted", r"bifall(?:s|es)"),
    ("rejected", r"avslå(?:s|tts)"),
    ("considered-answered", r"(?:anses|betraktas|förklaras)(?=[^.;]{0,160}\bbesvara(?:d|t|de)\b)"),
)
_TURNED_ABOUT = tuple(
    (verdict, re.compile(rf"\b(?P<verb>{verb})\s+(?P<gap>{_TURNED})(?P<object>{_OBJECT})", re.IGNORECASE)) for verdict, verb in _TURNED_VERBS
)
_LOST_MOTION = re.compile(r"\b(?:avslå\w*|avslog|avslag\s+på)\b[^.;]{0,80}\b(?:yrkande|förslag)\w*\s+om\s+$", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:delvis|till\s+(?:viss\s+)?del|i\s+(?:vissa|de|den)\s+del(?:ar|en)?|såvitt\s+(?:gäller|avser))\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:delvis|till\s+(?:viss\s+)?del)\b", re.IGNORECASE)
_REST = re.compile(r"\bi\s+övrigt\b|\bi\s+övriga\s+delar\b|\b(?:övriga|resterande|återstående)\b", re.IGNORECASE)
# Somebody moved it, or lost it: not what was decided. "Yrkandet om avslag på motionen bifalls" is for another rule.
_MOVED = re.compile(
    r"\byrka(?:r|de|t|s|ndet\s+från)\b|\breserver(?:ar|ade|at)\b|\bproposition|\bröst(?:ar|ade|er)\b.{0,20}\b(?:för|ja|nej)\b|(?<!utan )(?<!efter )\b(?:omröstning|votering)|\b[Ii]nstämmer\b|\banteckna"
    r"|\bdeltar\s+(?:inte|ej)\b|\btill\s+förmån\s+för\b|\)\s+(?:m\.?\s?fl\.?\s+)?föreslog\b|\bville\b|\bom\b(?!\s+att\b)[^.]{0,40}\bskulle\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:inte|ej|icke)\s+(?:\w+\s+)?$", re.IGNORECASE)
_REFERRED_BACK = re.compile(
    r"\b(?:ärendet|motionen|frågan)\b[^.;]{0,80}\båterremitter(?:as|ades|ats)\b|\båterremitter(?:a|ar|ade|at)\b(?!\w)|\båterremitterat\b|\bbifall(?:er|a|it|as|s)?\s+(?:till\s+)?(?:yrkande\w*\s+om\s+)?återremiss\b"
    r"|\båterremiss\w*\s+(?:bifalls|bifallits|bifölls|beviljas)\b|\bvisa(?:s|r)?\s+(?:ärendet\s+)?åter\b|\b(?:beslut\w*|om)\s+(?:en\s+)?(?:minoritets)?återremiss\b|^enligt\s+(?:[\wåäö]+\s+){0,4}återremissyrkande",
    re.IGNORECASE,
)
_TABLED = re.compile(
    r"\bbordlägg(?:s|es|as|a|er)\b|\bbordla(?:gt|gts|des|de)\b|\b(?:ärendet|behandlingen|frågan)\b[^.;]{0,60}\b(?:utgår|skjuts\s+upp|uppskjuts|ajourneras)\b"
    r"|\bflyttas\s+till\s+(?:nästa|ett\s+senare)\s+sammanträde\b",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(?:avslå\w*|avslag|avslog\w*|inte|ej|avgöra\w*)\b", re.IGNORECASE)
_OWNER = r"(?:(?:kommun|region|stads|landstings)?styrelsens|beredningens|borgarrådsberedningens|(?:föredragande\s+)?borgarrådets|(?:arbets|lednings|kommunstyrelsens\s+arbets)utskottets|utskottets|presidiets)"
_PROPOSAL = rf"(?P<whose>{_OWNER})\s+(?:förslag\w*|hemställan)"
_BY_PROPOSAL = re.compile(
    rf"\b(?:bifall(?:er|a|it)?(?:\s+till)?|biföll|anta(?:r|git)?|godkänn(?:er|a|t)?|enligt|i\s+enlighet\s+med|enlighet\s+med|följer|beslutar)\s+(?:\w+\s+){{0,2}}?{_PROPOSAL}"
    rf"|\b{_PROPOSAL.replace('whose', 'whose2')}\s+(?:till\s+beslut\s+)?(?:bifalls|bifallits|har\s+bifallits|antas|antagits|godkänns|bifölls)\b",
    re.IGNORECASE,
)
_BY_MOTION = re.compile(r"\b(?:bifall(?:er|a|it)?|biföll|tillstyrk(?:er|a|te))\s+(?:till\s+)?(?:(?P<name>[A-ZÅÄÖ][\wåäöéü-]+(?:\s+[A-ZÅÄÖ][\wåäöéü-]+){0,3}?(?:\s+m\.?\s?fl\.?)?)s?\s+(?:m\.?\s?fl\.?:?s?\s+)?yrkande|yrkande[nt]?\s+från\s+(?P<from>[^.;]{2,60}))")


@dataclass(frozen=True, slots=True)
class Read:
    """An outcome; ``rests_on`` names whose proposal ("kommunstyrelsens") or motion the words leave it to, else "".

    ``mover`` is the one whose motion (yrkande) was granted, where the text names nobody's proposal.
    """

    outcome: Outcome
    rests_on: str = ""
    mover: str = ""


def read_outcome(text: str) -> Read:
    """What the words of a decision do with the motion; "other" where they do none of the known things, or several."""
    points = [piece for piece in (part.strip(" ,:") for part in _POINT.split(text)) if piece]
    decided = [point for point in points if not _MOVED.search(point)]
    if _happened(_REFERRED_BACK, decided):
        return Read("referred-back")
    if _happened(_TABLED, decided):
        return Read("tabled")
    verdicts = [verdict for point in decided for verdict in _verdicts(point)]
    if verdicts:
        return Read(_joined(verdicts, decided))
    for point in points:
        proposal = _BY_PROPOSAL.search(point)
        if proposal and not re.search(r"\byrka(?:r|de|t)\b", point):
            return Read("other", " ".join((proposal["whose"] or proposal["whose2"]).lower().split()))
    for point in points:
        moved = _BY_MOTION.search(point)
        if moved and not re.search(r"\byrka(?:r|de|t)\s", point):
            return Read("other", "", (moved["name"] or moved["from"]).strip(" ,"))
    return Read("other")


def _happened(pattern: re.Pattern[str], points: list[str]) -> bool:
    """Whether one of ``points`` decides that; one that speaks of losing it does not."""
    for point in points:
        found = pattern.search(point)
        if found and not _LOST.search(point[max(0, found.start() - 40) : found.start()]) and not _LOST.match(point[found.end() :].lstrip()):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Said:
    verdict: _Verdict
    part: bool
    rest: bool


def _verdicts(point: str) -> list[_Said]:
    """Every verdict that a point passes on the motion or a part of it, each once."""
    found: dict[int, _Said] = {}
    for table in (_AFTER, _BEFORE, _TURNED_ABOUT):
        verdict: _Verdict
        for verdict, pattern in table:
            for match in pattern.finditer(point):
                at = match.start("verb")
                around = point[max(0, match.start() - 30) : match.end() + 30]
                kind: _Verdict = verdict
                if at in found or _NEGATED.search(point[:at]) or _LOST_MOTION.search(point[:at]) or _of_somebody(point, match):
                    continue
                if table is _AFTER and verdict == "granted" and re.match(r"\s+(?:inte|ej|icke)\b", point[match.end() :]):
                    kind = "rejected"
                between = match["gap"]
                part = _part(match["object"]) or bool(_PARTLY.search(around))
                rest = bool(_REST.search(between) or _REST.search(match["object"]) or _REST.search(point[match.end() : match.end() + 12]) or _REST.search(match["verb"]))
                found[at] = _Said(kind, part, rest)
    return list(found.values())


def _part(said: str) -> bool:
    """Whether what is decided on is some of the motion's points; the motion's own number is none of them."""
    return bool(_OF_PART.search(re.sub(rf"^{_MOTION}(?!s)", "", said, flags=re.IGNORECASE)))


def _of_somebody(point: str, match: re.Match[str]) -> bool:
    """Whether the point decided on is a party's ("SD:s yrkande 2", "yrkande 1 från SD") and not the motion's."""
    named = match["object"].lower()
    if named.startswith("motion") or named.endswith("i motionen"):
        return False
    start, end = match.span("object")
    return bool(_ANYBODYS.search(point[:start]) or re.match(r"\s+(?:från|av)\s+(?!motion)", point[end:]))


def _joined(said: list[_Said], points: list[str]) -> Outcome:
    """One outcome of all verdicts: see the module's rules."""
    kinds = {one.verdict for one in said}
    if len(kinds) > 1:
        return "partly" if "granted" in kinds else "other"
    only = next(iter(kinds))
    parts = [one for one in said if one.part]
    if only == "granted":
        return "partly" if parts and not any(not one.part for one in said) else "granted"
    if only == "rejected":
        if any(one.rest for one in said) and len(points) > 1:
            return "partly"
        if parts and len(parts) == len(said):
            # "Avslås delvis" leaves a part; a part that is rejected while nothing is said of the rest says nothing of the whole.
            return "partly" if any(_HALF.search(point) for point in points) else "other" if len(parts) == 1 else "rejected"
    if only == "considered-answered" and parts and len(parts) == len(said) == 1:
        return "other"
    return "rejected" if only == "rejected" else "considered-answered"
