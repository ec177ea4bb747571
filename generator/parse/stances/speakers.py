"""Who takes the stand: the answering body or its office, or somebody whom it tells of."""

from __future__ import annotations

import re

from generator.model import Draft
from generator.parse.reading import Reading

_SPEAKER = re.compile(
    r"\b(?:\w*nämnd(?:en|erna)?|\w*förvaltning(?:en|arna)?|\w*kontore[tn]|\w*bolaget|\w*styrelsen|\w*rådet|\w*förbundet|\w*föreningen|AB|"
    r"bedömning(?:en)?\s+är|enligt\s+(?:förvaltningens|kontorets|nämndens|bolagets|styrelsens)\s+(?:mening|bedömning|uppfattning))\b|^(?:därför\s+|därmed\s+)?motionen\b|^(?:[\wåäö]+\s+){0,6}föreslås\s+(?:därför\s+|därmed\s+)?att\s+motionen\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\bvi\b", re.IGNORECASE)
# Someone else speaks: the motion itself, a party that moves or reserves itself; or it is another motion that is spoken of.
_OTHERS = re.compile(
    r"\b(?<!det )(?<!det som )(?:motionären|motionärerna|skribenterna|enligt motionen|i motionen (?:föreslås|efterfrågas|anges|sägs|påstås|hävdas|framförs|framhålls|står|yrkas|pekas))\b"
    r"|\byrka(?:r|de|t)\b|\byrkande\w*\s+(?:från|av|om\s+(?:avslag|bifall|återremiss))\b|\b(?:eget|sitt) yrkande\b"
    r"|\b(?:ledamoten|ersättaren|ordföranden)\b.{0,60}\bföreslår\b|\([A-ZÅÄÖ][A-Za-zåäö]{0,2}\)\s+(?:m\.?\s?fl\.?\s+)?(?:föreslår|anser|vill)\b"
    r"|^(?:\w+\s+)?förslag(?:et)?\s+(?:från|av)\s+\(?(?-i:(?!VD\b|KS\b|AU\b)[A-ZÅÄÖ]{1,2})\)?(?![\wåäö])"
    r"|^(?-i:(?!VD\b|KS\b|AU\b)[A-ZÅÄÖ]{1,2}(?:(?:,\s|\s(?:och|samt)\s)[A-ZÅÄÖ]{1,2})*)\s+(?:föreslår|vill|anser)\b"
    # A party that speaks; one that only stands as the motion's mover ("motionen från Vänsterpartiet") does not.
    r"|\b(?:(?:social|krist|sverige)demokraterna|(?:vänster|center|miljö)partiet|moderaterna|liberalerna)\s+(?:\([A-ZÅÄÖ]{1,3}\)\s+)?"
    r"(?!om\b|angående\b|avslås|avstyrks|bifalls|tillstyrks|anses)[\wåäö]+"
    r"|\breserver(?:ar|ade|at)\b|\breservation(?!\s+för\b)|\bproposition|\b(?:om)?röst(?:ning|er|ar)\b|\bvotering|\bmotförslag"
    r"|\b(?:liknande|tidigare|annan|snarlik|motsvarande|den)\s+motion(?:en)?\b"
    r"|\ben\s+(?:\w+\s+)?motion\b(?!.*\bmotionen\b)",
    re.IGNORECASE,
)
_PARTIES = r"(?:S|M|SD|C|V|KD|L|MP|D|FI|FP|Fi)"
# A document that holds a party's statement says "vi" for the party.
_PARTISAN = re.compile(
    rf"^(?:särskilt |kompletterande )?(?:yttrande|yrkande|reservation|protokollsanteckning|tilläggsyrkande)\s+"
    rf"(?:från\s+|av\s+)?\(?{_PARTIES}(?:,|\)|\s+och\b|\s*$)"
)
_NAMED = (
    r"(?:(?:[Rr]ådet|[Nn]ämnden|[Ss]tyrelsen)(?=\s+(?:i\s+[A-ZÅÄÖ]|(?:för|mot)\s+(?!närvarande)[\wåäö-]{6,}))|[\wåäö]+(?:ska|la)\s+nämnden|[\wÅÄÖåäö-]+(?:nämnden|nämnd|styrelsen|förvaltningen|förvaltning|kontoret|rådet|förbundet|bolaget|verket|myndigheten|inspektionen|tjänsten|polisen|kåren|regionen)|(?:Polisen|Regionen))"
    r"(?:\s+i\s+[A-ZÅÄÖ][\wåäö-]+|\s+(?:för|mot)\s+(?!närvarande)[\wåäö-]{6,}|\s+[A-ZÅÄÖ][\wåäö-]+)?"
)
_SUBJECT_BEFORE = re.compile(rf"(?P<who>{_NAMED})\s+(?:(?!att\b)[\wåäö]+\s+){{0,2}}$")
# "Kommunstyrelsen föreslås besluta …": whoever proposes it is the author.
_IS_ASKED = re.compile(r"^(?:\d+[.)]\s*)?(?:Kommunstyrelsen|Kommunfullmäktige)\s+föreslås\b")
_THE_BOARD = re.compile(r"^(?:\d+[.)]\s*)?(?:I\s+)?(?:kommun|region|kyrko)styrelsen\b", re.IGNORECASE)
_NOTED = re.compile(rf"\b(?:noterar|konstaterar|antecknar|erfar)\b[^.;]*\batt\s+(?P<who>{_NAMED})\s+(?:\w+\s+)?$")
_PROPOSES_TO = re.compile(r"\b(?:föreslår|föreslås|rekommenderar|förordar|hemställer)\b[^.;]{0,40}$")
_ACCORDING = re.compile(rf"\b[Ee]nligt\s+(?P<who>(?:[A-ZÅÄÖ][\wåäö-]+\s+){{0,3}}?{_NAMED})")
_SUBJECT_AFTER = re.compile(rf"^\s+(?P<who>{_NAMED})\b")
_SUBJECT_FIRST = re.compile(rf"^(?P<who>(?:[A-ZÅÄÖ][\wåäö-]+\s+)?{_NAMED})\b")
# "Hamn AB har meddelat att bolaget avstår": the body without a name is the one that told.
_HAS_TOLD = re.compile(
    r"(?P<who>[A-ZÅÄÖ][\wåäö-]*(?:\s[\wÅÄÖåäö-]+){0,4}?)\s+har\s+(?:till\s+\w+\s+)?(?:meddelat|uppgett|uppgivit|framfört)(?:\s+kommunstyrelsen)?,?\s+att\s+"
    r"(?:nämnden|bolaget|styrelsen|förvaltningen|kontoret|rådet|den|de|man|det)\s+(?:\w+\s+)?$"
)
_OWN_SECTION = re.compile(r"^(?P<who>[A-ZÅÄÖ][\wåäö-]+?):?s\s+(?:synpunkter|bedömning|ställningstagande)")
_LETTERHEAD = 4  # blocks at the top among which a letter has its sender
_NAME_ALONE = re.compile(r"[A-ZÅÄÖ][\wåäöÅÄÖ&-]*(?: [\wåäöÅÄÖ&-]+){1,5}")
_UNNAMED = re.compile(
    r"^(?:stadsdels|kommundels|kyrko)?(?:nämnden|styrelsen|förvaltningen|kontoret|rådet|förbundet|bolaget)$",
    re.IGNORECASE,
)
_CITY_COMPANY = re.compile(r"^[A-ZÅÄÖ][\wåäö]+s\s.*\bAB$")
_STEM = 5  # letters by which a board and its office are known to belong together: trafiknämnden, trafikkontoret
_PREPARER = "förvaltningen som berett ärendet"


def told_by_others(text: str) -> bool:
    """Whether somebody else than the answering body speaks in ``text``, or it tells of another motion."""
    return bool(_OTHERS.search(text))


def is_partisan(reading: Reading) -> bool:
    """Whether the document holds a party's statement, in which "vi" is the party."""
    return any(_PARTISAN.match(block.text) for _, block in reading.blocks()) or any(
        part.heading and _PARTISAN.match(part.heading.text) for part in reading.parts
    )


def speaks(text: str, selves: tuple[str, ...], *, partisan: bool) -> bool:
    """Whether the answering body or its office is heard in ``text``."""
    return text.startswith(selves) or bool(_SPEAKER.search(text)) or bool(not partisan and _WE.search(text))


def selves(reading: Reading) -> tuple[str, ...]:
    """What the author calls itself: over its own assessment ("SISAB:s synpunkter" → "SISAB "), alone at the top of a letter."""
    named = (block.text for block in reading.preface[:_LETTERHEAD] if _NAME_ALONE.fullmatch(block.text))
    heads = (
        _OWN_SECTION.match(part.heading.text) for part in reading.parts if part.kind == "assessment" and part.heading
    )
    return (*(f"{found['who']} " for found in heads if found), *(f"{name} " for name in named))


def sender_names(draft: Draft) -> tuple[str, ...]:
    """The names the answer's sender goes by, in lower case: those that are stated and the office that prepared it."""
    sure = [clue for clue in draft.senders if clue.strength == 3 or clue.sort == _PREPARER]
    return tuple(clue.mention.full.lower() for clue in sure or draft.senders)


def told_of_another(text: str, at: int, names: tuple[str, ...], *, decision: bool = False) -> bool:
    """Whether the subject of the word at ``at`` is a body by name, and not one of ``names``; unnamed bodies are the sender.

    In a ``decision`` the one who decides is the author, also where nothing else tells its name, and the executive board is
    the one who is asked to decide.
    """
    noted = _NOTED.search(text[:at])
    if noted:
        return not _UNNAMED.match(noted["who"]) and _is_another(noted["who"], names)
    if _IS_ASKED.match(text) or (decision and (not names or _THE_BOARD.match(text))):
        return False
    told = _HAS_TOLD.search(text[:at]) or _ACCORDING.search(text[:at])
    if told:
        return _is_another(told["who"], names)
    before = _SUBJECT_BEFORE.search(text[:at])
    if decision and (before is None or not text[: before.start()].strip(" 0123456789.)•–-")):
        return False  # who decides is named first
    if before and _PROPOSES_TO.search(text[: before.start()]):
        before = _SUBJECT_FIRST.match(text)  # "Kontoret föreslår att nämnden …": whoever proposes it is the author
        return before is not None and _is_another(before["who"], names)
    verb = re.match(r"\S+(?:\s+(?:från|till|på)\b)?", text[at:])
    after = _SUBJECT_AFTER.match(text[at + verb.end() :]) if verb else None
    subject = before or after or _SUBJECT_FIRST.match(text)
    return subject is not None and _is_another(subject["who"], names)


def _is_another(who: str, names: tuple[str, ...]) -> bool:
    """Whether ``who`` is a body by name other than those of ``names``; where the sender is untold, any named body is."""
    if _UNNAMED.match(who):
        return False
    bare = who.lower()
    served = re.search(r" (?:i|för|mot) (?P<what>\S+)$", bare)
    if served:
        return not any(served["what"][:_STEM] in name for name in names)
    if _CITY_COMPANY.match(who):
        return bare not in names  # the city's name begins all of its companies' names
    return not any(bare in name or bare[:_STEM] in name for name in names)
