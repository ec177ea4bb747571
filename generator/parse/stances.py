"""What an answer says about the motion: only formulas that the text holds, never an impression of it.

The proposed or taken decision is read first; only if it takes no stand are the summary and the assessment read, and
there only sentences in which the answering body or its office speaks. Two formulas that disagree give "unclear". A formula
counts for nothing where it is negated, conditional, told of another body or another motion, or moved by a party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import Draft, Stance, StanceFact, Status
from generator.parse.reading import Reading, Sentence

_MOTION = (
    r"(?:motion(?!är)\w*|motionär\w*\s+(?:förslag|yrkande)\w*|remissen|att-sats\w*"
    r"|yrkande\w*(?!\s+(?:från|av|om)\b))"  # "yrkande från S" is a party's
)
# What is rejected may be called "the proposal"; what is supported may not: that is as often the office's own proposal.
_REJECTED = rf"(?:{_MOTION}|förslage[tn]s?|förslag(?:en)?)"
# No position on a detail ("till frågan om avgifter", "till vem som ska betala") is none on the motion.
_TO_ALL = r"(?!\s+(?:\w+\s+)?till\s+(?!(?:motion(?!är)|motionär\w*\s+förslag|om\s+motion|remiss|sakfrågan|(?:förslage[nt]|frågan)\b(?!\s+(?:om|att|i)\b))))"
# (stance, formula): each is searched in a sentence; a sentence may hold two. The group "v" is the word that takes the stand.
FORMULAS: tuple[tuple[Stance, str], ...] = (
    ("partly", r"\b(?:delvis|i vissa delar|till viss del)\s+(?:\w+\s+){0,2}?(?P<v>(?:tillstyrk|bifall|avstyrk|avslå|besvara)\w*)"),
    ("partly", r"\b(?P<v>(?:tillstyrk|avstyrk|bifall|avslå)\w*)\s+(?:\w+\s+){0,3}?(?:delvis|i vissa delar|till viss del)\b"),
    ("partly", r"\b(?P<v>(?:tillstyrk|avstyrk|bifall|avslå)\w*)\s+(?:de|den|vissa|två|tre|flera)\s+(?:\w+\s+){0,2}?del(?:ar|arna|en)?\b"),
    ("partly", rf"\b{_MOTION}\b.{{0,40}}?\b(?P<v>(?:tillstyrk|avstyrk|bifall|avslå)\w*)\s+(?:till den del|i den del|i de delar|såvitt)\b"),
    ("reject", rf"\b(?P<v>avstyrk(?:er|s|a|t|te|es|ande)?)\b(?=.{{0,80}}\b{_REJECTED})"),
    ("reject", rf"\b{_REJECTED}\b[^.;]{{0,60}}?\b(?P<v>avstyrk\w*)"),
    ("reject", rf"\b{_MOTION}\b.{{0,40}}?\b(?P<v>avslå(?:s|tt|r)?)\b"),
    ("reject", rf"\b(?P<v>avslå(?:r|s)?|avslag på)\s+{_MOTION}"),
    ("support", rf"\b(?P<v>tillstyrk(?:er|s|a|t|te|es|ande)?)\b(?=.{{0,80}}\b{_MOTION})"),
    ("support", rf"\b{_MOTION}\b[^.;]{{0,60}}?\b(?P<v>tillstyrk\w*)"),
    ("support", rf"\b{_MOTION}\b.{{0,40}}?\b(?P<v>bifall(?:as|s|es|er|a|en)?)\b"),
    ("support", rf"\b(?P<v>bifall(?:er|a)|bifall till|ställ(?:er|a) sig bakom)\s+{_MOTION}"),
    # A referral that is answered ("remissen anses besvarad") says nothing of the motion.
    ("considered-answered", r"\b(?:motion(?!är)\w*|att-sats\w*|yrkande\w*)\b.{0,40}?\b(?P<v>anses?|betraktas?)\b.{0,20}?\bbesvara(?:d|t|de)\b"),
    ("considered-answered", r"\b(?:anser|bedömer)\b.{0,20}\bmotionen\s+(?P<v>är|vara)\s+besvarad\b"),
    ("considered-answered", r"\b(?P<v>anser?|betraktar?)\s+motionen\s+(?:som\s+|vara\s+)?besvarad\b"),
    ("already-met", rf"\b{_MOTION}\b.{{0,120}}?\b(?P<v>(?:redan\s+)?(?:är\s+)?tillgodose(?:s|dd|tt|dda|ddes)?)\b"),
    ("already-met", rf"\b(?P<v>(?:redan\s+)?tillgodose(?!r)\w*)\b.{{0,60}}\b{_MOTION}"),
    ("no-position", r"(?:\b(?P<v>tar)\s+(?:\w+\s+){0,2}?inte ställning\b|\b(?:inte|ej)\s+(?:att\s+)?ta(?:r)? ställning\b"
     rf"|\bavstår från att ta ställning\b){_TO_ALL}|\butan eget ställningstagande\b|\bingen ståndpunkt\b"),
    ("declined", r"\bavstår\s+(?:\w+\s+)?från (?:att )?(?:yttra(?:nde| sig)?|svara|besvara|avge|lämna)\b|\bavböjer (?:att|yttrande)\b"
     r"|\bhar inget att (?:yttra|anföra)\b|\bbeslutar?\s+att\s+(?:inte|ej)\s+(?:yttra sig|svara|besvara|avge|lämna)\b"),
)  # fmt: skip
_COMPILED = tuple((stance, re.compile(pattern, re.IGNORECASE)) for stance, pattern in FORMULAS)
_NEGATED = re.compile(r"\b(?:inte|icke|ej|varken|aldrig|vare sig)\b", re.IGNORECASE)
_NEGATED_AFTER = re.compile(r"^(?:\s+(?:\w*nämnden|den|det|motionen))?\s+(?:inte|icke|ej)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.]|\b(?:men|och|utan|dock)\b", re.IGNORECASE)
_WINDOW = 40  # characters before the word that takes the stand in which a "not" belongs to it
_DEALT_WITH = frozenset({"no-position", "declined"})  # formulas that hold their own negation
_MODAL = re.compile(r"\b(?:kan|bör|ska|skall|skulle|behöver|måste|komm(?:er|a) att)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)  # before "tillgodoses"
_SUPPOSED = re.compile(r"\b(?:ett|vid|efter|av)\s+$", re.IGNORECASE)  # "ett bifall till motionen skulle …"
# An infinitive is a stand only after words that propose: "föreslår att avslå", not "ingen anledning att avslå".
_INFINITIVE = re.compile(r"(?:avstyrka|tillstyrka|avslå|bifalla|ställa)\b", re.IGNORECASE)
_TO = re.compile(r"\batt\s+(?:\w+\s+)?$", re.IGNORECASE)
_PROPOSED = re.compile(
    r"(?:^|[,:;.]|\b(?:och|samt|dels|föreslå\w*|beslut\w*|hemställ\w*|rekommender\w*|förord\w*|förslag\w*|anhåll\w*|(?:kommun)?fullmäktige|"
    r"kommunstyrelsen|\w*nämnden|följande|därmed|därför|är|blir))\s*(?:[\d•–-]+[.)]?)?\s*att\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_WEIGHED = re.compile(r"\bskulle\s+(?:kunna\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_CAN = re.compile(r"\bkan\s+(?:\w+\s+)?$", re.IGNORECASE)
_ONLY_IF = re.compile(r"\b(?:först|endast|bara|enbart|om|när|ifall|förutsatt)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:tidigare|förut|förra|i fjol)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:om|ifall|såvida|därest|skulle|innan|huruvida)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SPEAKER = re.compile(
    r"\b(?:\w*nämnd(?:en|erna)?|\w*förvaltning(?:en|arna)?|\w*kontore[tn]|\w*bolaget|\w*styrelsen|\w*rådet|\w*förbundet|\w*föreningen|AB|"
    r"bedömningen är)\b|^(?:därför\s+|därmed\s+)?motionen\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\bvi\b", re.IGNORECASE)
# Someone else speaks: the motion itself, a party that moves or reserves itself; or it is another motion that is spoken of.
_OTHERS = re.compile(
    r"\b(?:motionären|motionärerna|skribenterna|enligt motionen|i motionen (?:föreslås|efterfrågas|anges|sägs|påstås|hävdas|framförs|framhålls|står|yrkas|pekas))\b"
    r"|\byrka(?:r|de|t)\b|\byrkande\w*\s+(?:från|av|om\s+(?:avslag|bifall|återremiss))\b|\b(?:eget|sitt) yrkande\b"
    r"|\b(?:ledamoten|ersättaren|ordföranden)\b.{0,60}\bföreslår\b|\([A-ZÅÄÖ][A-Za-zåäö]{0,2}\)\s+(?:m\.?\s?fl\.?\s+)?(?:föreslår|anser|vill)\b"
    r"|\b(?:(?:social|krist|sverige)demokraterna|(?:vänster|center|miljö)partiet|moderaterna|liberalerna)\b"
    r"|\breserver(?:ar|ade|at)\b|\breservation|\bproposition|\b(?:om)?röst(?:ning|er|ar)\b|\bvotering|\bmotförslag"
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
    r"(?:(?:[Rr]ådet|[Nn]ämnden|[Ss]tyrelsen)(?=\s+(?:i\s+[A-ZÅÄÖ]|(?:för|mot)\s+(?!närvarande)[\wåäö-]{6,}))|[\wåäö]+(?:ska|la)\s+nämnden|[\wÅÄÖåäö-]+(?:nämnden|nämnd|styrelsen|förvaltningen|förvaltning|kontoret|rådet|förbundet|bolaget))"
    r"(?:\s+i\s+[A-ZÅÄÖ][\wåäö-]+|\s+(?:för|mot)\s+(?!närvarande)[\wåäö-]{6,}|\s+[A-ZÅÄÖ][\wåäö-]+)?"
)
_SUBJECT_BEFORE = re.compile(rf"(?P<who>{_NAMED})\s+(?:(?!att\b)[\wåäö]+\s+){{0,2}}$")
_IS_ASKED = re.compile(r"^(?:\d+[.)]\s*)?(?:Kommunstyrelsen|Kommunfullmäktige)\s+föreslås\b")
_ACCORDING = re.compile(rf"\b[Ee]nligt\s+(?P<who>(?:[A-ZÅÄÖ][\wåäö-]+\s+){{0,3}}?{_NAMED})")
_SUBJECT_AFTER = re.compile(rf"^\s+(?P<who>{_NAMED})\b")
_SUBJECT_FIRST = re.compile(rf"^(?P<who>(?:[A-ZÅÄÖ][\wåäö-]+\s+)?{_NAMED})\b")
# "Hamn AB har meddelat att bolaget avstår": the body without a name is the one that told.
_HAS_TOLD = re.compile(
    r"(?P<who>[A-ZÅÄÖ][\wåäö-]*(?:\s[\wÅÄÖåäö-]+){0,4}?)\s+har\s+(?:till\s+\w+\s+)?(?:meddelat|uppgett|uppgivit|framfört)(?:\s+kommunstyrelsen)?,?\s+att\s+"
    r"(?:nämnden|bolaget|styrelsen|förvaltningen|kontoret|rådet|den|de|man|det)\s+(?:\w+\s+)?$"
)
_RELATIVE = re.compile(r"\bsom\s+(?:(?:också|då|nu|redan|själv|tidigare)\s+)?$", re.IGNORECASE)
_OWN_SECTION = re.compile(r"^(?P<who>[A-ZÅÄÖ][\wåäö-]+?):?s\s+(?:synpunkter|bedömning|ställningstagande)")
_UNNAMED = re.compile(r"^(?:stadsdels|kommundels)?(?:nämnden|styrelsen|förvaltningen|kontoret|rådet|förbundet|bolaget)$", re.IGNORECASE)
_CITY_COMPANY = re.compile(r"^[A-ZÅÄÖ][\wåäö]+s\s.*\bAB$")
_STEM = 5  # letters by which a board and its office are known to belong together: trafiknämnden, trafikkontoret
_PREPARER = "förvaltningen som berett ärendet"
_ONE_DEMAND = re.compile(r"\b(?:första|andra|tredje|fjärde|femte|sjätte)\s+(?:att-sats|yrkande|punkt|förslag)", re.IGNORECASE)
_SPLIT_BY_DEMAND = re.compile(r"\b(?:första|andra|tredje|fjärde|punkt|att-sats|yrkande|i övrigt|övriga?|de delar)\w*", re.IGNORECASE)


def stance(reading: Reading, draft: Draft) -> Draft:
    """Set ``stance`` of an answer; "unclear" with no quote where no formula stands or two disagree."""
    if draft.kind != "response" or draft.role == "preparation":
        return draft
    for kinds in (("decision",), ("summary", "assessment", "preface")):
        read = list(_found(reading, draft, kinds))
        found = [(value, sentence) for value, sentence, spoken in read if spoken]
        # What stands without a speaker cannot make a stance; but it can unmake one.
        against = {"support": "reject", "reject": "support"}
        if any(against.get(value) == other for value, _ in found for other, _, spoken in read if not spoken):
            found = [(value, sentence) for value, sentence, _ in read]
        made = _settled(found)
        if made and made.value != "partly" and _ONE_DEMAND.search(made.quote):
            break  # a stand on one of the demands is none on the motion
        if made:
            return replace(draft, stance=made)
        if found:
            break
    return replace(draft, stance=StanceFact("unclear"))


def stances_in(text: str) -> tuple[tuple[Stance, int], ...]:
    """Every stance that a formula in ``text`` states, with the offset of the word that states it.

    Negated and conditional formulas are passed over, and so is one in a clause told of an earlier noun ("som avstyrkte …").
    """
    found: list[tuple[Stance, int]] = []
    for value, pattern in _COMPILED:
        for match in pattern.finditer(text):
            at = match.start("v") if "v" in pattern.groupindex and match["v"] else match.start()
            if value not in _DEALT_WITH and _undone(text, match, at):
                continue
            found.append((value, at))
            break
    values = {value for value, _ in found}
    if "partly" in values:
        found = [pair for pair in found if pair[0] not in {"support", "reject", "considered-answered"}]
    return tuple(dict(reversed(found)).items())[::-1]


def _undone(text: str, match: re.Match[str], at: int) -> bool:
    """Whether the formula is negated, conditional or a relative clause about somebody else."""
    before = text[max(0, at - _WINDOW) : at]
    cuts = [cut.end() for cut in _CLAUSE.finditer(before)]
    if _NEGATED.search(before[cuts[-1] :] if cuts else before) or _NEGATED_AFTER.match(text[match.end("v") :]):
        return True
    if _EARLIER.search(before) and match["v"].lower().endswith(("styrkt", "styrkte", "slagit", "fallit")):
        return True
    if match["v"].lower().endswith("tillgodoses") and _MODAL.search(text[:at]):
        return True
    if match["v"].lower().startswith(("bifall till", "avslag")) and _SUPPOSED.search(text[:at]):
        return True
    if _INFINITIVE.match(match["v"]) and (_WEIGHED.search(text[:at]) or (_CAN.search(text[:at]) and _ONLY_IF.search(text[at:]))):
        return True
    if _INFINITIVE.match(match["v"]) and _TO.search(text[:at]) and not _PROPOSED.search(text[:at]):
        return True
    return bool(_CONDITION.search(text[: match.start()]) or _CONDITION.search(text[:at]) or _RELATIVE.search(text[:at]))


def _found(reading: Reading, draft: Draft, kinds: tuple[str, ...]) -> Iterator[tuple[Stance, Sentence, bool]]:
    """Each stance with its sentence, and whether the answering body or its office is heard in it."""
    partisan = any(_PARTISAN.match(block.text) for _, block in reading.blocks()) or any(
        part.heading and _PARTISAN.match(part.heading.text) for part in reading.parts
    )
    names = _sender_names(draft)
    selves = _selves(reading)
    for sentence in reading.sentences(*kinds):
        if _OTHERS.search(sentence.text):
            continue
        spoken = "decision" in kinds or sentence.text.startswith(selves) or bool(_SPEAKER.search(sentence.text)) or bool(not partisan and _WE.search(sentence.text))
        for value, at in stances_in(sentence.text):
            if not _told_of_another(sentence.text, at, names):
                yield value, sentence, spoken


def _selves(reading: Reading) -> tuple[str, ...]:
    """What the author calls itself over its own assessment: "SISAB:s synpunkter" → "SISAB "."""
    heads = (_OWN_SECTION.match(part.heading.text) for part in reading.parts if part.kind == "assessment" and part.heading)
    return tuple(f"{found['who']} " for found in heads if found)


def _sender_names(draft: Draft) -> tuple[str, ...]:
    """The names the answer's sender goes by, in lower case: those that are stated and the office that prepared it."""
    sure = [clue for clue in draft.senders if clue.strength == 3 or clue.sort == _PREPARER]
    return tuple(clue.mention.full.lower() for clue in sure or draft.senders)


def _told_of_another(text: str, at: int, names: tuple[str, ...]) -> bool:
    """Whether the subject of the word at ``at`` is a body by name, and not one of ``names``; unnamed bodies are the sender."""
    if _IS_ASKED.match(text):
        return False  # "Kommunstyrelsen föreslås besluta …": whoever proposes it is the author
    told = _HAS_TOLD.search(text[:at]) or _ACCORDING.search(text[:at])
    if told:
        return _is_another(told["who"], names)
    before = _SUBJECT_BEFORE.search(text[:at])
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


def _settled(found: list[tuple[Stance, Sentence]]) -> StanceFact | None:
    if not found:
        return None
    values = {value for value, _ in found}
    if values == {"support", "reject"}:
        # "avstyrker den första att-satsen och tillstyrker den andra": an answer split by demand.
        split = [sentence for _, sentence in found if _SPLIT_BY_DEMAND.search(sentence.text)]
        if not split:
            return None
        return _fact("partly", split[0])
    if values == {"considered-answered", "already-met"}:
        values = {"considered-answered"}
    if len(values) > 1:
        return None
    value = values.pop()
    return _fact(value, next(sentence for said, sentence in found if said == value))


def _fact(value: Stance, sentence: Sentence) -> StanceFact:
    return StanceFact(value, Status.STATED, sentence.text, sentence.place, sentence.passage)
