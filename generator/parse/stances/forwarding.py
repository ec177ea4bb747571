"""Whose words a body makes its own: it sends on its office's paper, decides as somebody proposed, or takes over a party's.

None of that is a stand in itself. Where the same document holds the words it points at, they can be read there; else the
other paper of the same body has them.
"""

from __future__ import annotations

import re

from generator.model import Fact, Place
from generator.parse.reading import Part, Reading, Sentence

_SENDS = (
    r"(?:översänd(?:er|a|s|es)?|överlämna[rs]?|(?:skicka[rs]?|sänd(?:er|a|s))(?:\s+över)?|lämna[rs]?|avge[rs]?|avlämna[rs]?|insänd(?:er|a|s)|tillställ(?:er|a|s)|"
    r"expediera[rs]?|besvara[rs]?|åberopa[rs]?|hänvisa[rs]?\s+till)"
)
_TAKES_OVER = r"(?:anta[rs]?|godkänn(?:er|a|s|de|des)|fastställ(?:er|a|s|de|des|des)|ställ(?:er|a)\s+sig\s+bakom|instämm(?:er|a)\s+i|ansluter\s+sig\s+till|tillstyrker|bifall(?:er|a|s)|har\s+inget\s+att\s+erinra\s+mot|ingen\s+erinran\s+mot)"
_OFFICE = r"(?:[\wåäöÅÄÖ-]*(?:förvaltning(?:en|ar(?:na)?)?s|kontorets?|kansliets|avdelningens|enhetens|bolagets|tjänstepersonernas|tjänstemännens|direktörens|chefens)|VD:?s|vd:?s)"
_PAPER = (
    r"(?:tjänsteutlåtande[nt]?|tjänsteskrivelse[nr]?|utlåtande[nt]?|skrivelse[nr]?|(?:remiss)?yttrande[nt]?|remissvar(?:et)?|svar(?:et)?|bedömning|synpunkter|"
    r"förslag(?:et)?\s+(?:till|på)\s+(?:(?:remiss)?yttrande|(?:remiss)?svar|skrivelse))"
)
_ITS_PAPER = rf"(?:{_OFFICE}\s+(?:\w+\s+){{0,2}}?(?:{_PAPER}|förslag)|(?:bifogat|bilagt|bifogade|upprättat|upprättade|föreliggande|framlagt)\s+(?:\w+\s+)?{_PAPER}|tjänsteutlåtande[nt]?|tjänsteskrivelse[nr]?|förslag(?:et)?\s+(?:till|på)\s+(?:remiss)?(?:yttrande|svar|skrivelse))"
_AS_ANSWER = r"\bsom\s+(?:ett\s+)?(?:(?:sitt|eget|egna|nämndens|styrelsens|rådets|bolagets|[\wåäö-]+(?:nämndens|styrelsens|rådets))\s+){0,2}?(?:eget|egna)?\s*(?:remiss)?(?:yttrande|svar|eget|egna|remissvar)\b"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_SENDS}\b.{{0,80}}?\b{_ITS_PAPER}\b",
        rf"\b{_TAKES_OVER}\b\s+(?:\w+\s+){{0,3}}?{_ITS_PAPER}\b",
        rf"\b{_ITS_PAPER}\b.{{0,120}}?\b(?:{_SENDS}|godkänns|antas|fastställs|utgör|får\s+utgöra|blir)\b",
        rf"\b{_PAPER}\b.{{0,160}}?\b(?:godkänns|antas|fastställs)\b",
        rf"\b(?:remissen|motionen)\b.{{0,60}}?\b(?:besvaras|besvarar)\b.{{0,40}}?\b{_ITS_PAPER}\b",
        rf"\benligt\s+(?:{_OFFICE}\s+(?:\w+\s+)?förslag|(?:utsänt|utskickat|upprättat|liggande|föreliggande)\s+förslag)\b|\bi\s+enlighet\s+med\s+{_OFFICE}\s+(?:\w+\s+)?(?:förslag|bedömning)\b",
        rf"\b(?:bifall(?:er|a|s)|besluta[rd]?e?)\b.{{0,30}}?\b{_OFFICE}\s+(?:\w+\s+)?förslag\b",
        rf"\b{_PAPER}\b.{{0,120}}?\b{_SENDS}\b.{{0,80}}?{_AS_ANSWER}",
    )
)
_ABBREVIATION = r"(?<![\wåäö])(?:S|M|SD|C|V|KD|L|MP|D|FI|Fi|FP|Mp|Kd|Sd|Fp)(?![\wåäö])"
PARTIES: dict[str, str] = {
    "socialdemokrat": "S", "moderat": "M", "sverigedemokrat": "SD", "centerpartiet": "C", "vänsterpartiet": "V", "kristdemokrat": "KD",
    "liberalerna": "L", "miljöpartiet": "MP", "demokraterna": "D", "feministiskt initiativ": "FI",
}  # fmt: skip
_PARTY_NAME = re.compile("|".join(rf"\b{name}" for name in PARTIES), re.IGNORECASE)
_A_PARTY = rf"(?:\(?{_ABBREVIATION}\)?|\b(?i:{'|'.join(PARTIES)})\w*)"
_PARTYS = re.compile(
    rf"\b(?:gemensamma\s+)?(?:tilläggs|ändrings)?(?:yrkande\w*|yttrande\w*|skrivelse\w*|förslag\w*)\s+(?:från|av)\s+(?:[A-ZÅÄÖ][\w.-]+\s+){{0,4}}?{_A_PARTY}"
    rf"|{_A_PARTY}(?::?s)?(?:(?:\s*,\s*|\s+och\s+|\s+samt\s+){_A_PARTY}(?::?s)?)*\s+(?:gemensamma\s+)?(?:yrkande|skrivelse|förslag|yttrande)\b"
    r"|\b(?:ordförandens|presidiets|majoritetens|partiernas)\s+(?:gemensamma\s+)?yrkande\b"
    rf"|\benligt\s+(?:[A-ZÅÄÖ][\wåäöÅÄÖ.-]+\s+){{1,3}}(?:\({_ABBREVIATION}\)\s+)?(?:m\.?\s?fl\.?\s+)?(?:yrkande|förslag)\b"
)
_LINE = 100  # characters: parties alone take no more
_TAKEN_UP = re.compile(rf"\b(?:{_SENDS}|{_TAKES_OVER}|besluta[rd]?e?|enligt|i\s+enlighet\s+med)\b", re.IGNORECASE)
# "avslår Moderaternas yrkande": a party's words that were turned down are not the body's.
_TURNED_DOWN = re.compile(
    r"\b(?:avslå\w*|avslog\w*|avvisa\w*|avstyrk\w*)\s+(?:(?!motion)[^\s,;.]+\s+){0,6}?\w*(?:yrkande|förslag|skrivelse)\w*|\w*(?:yrkande|förslag|skrivelse)\w*\b[^;.]{0,120}?\b(?:avslås|avslogs?|avvisas)\b",
    re.IGNORECASE,
)
_REMITTED = re.compile(
    r"\bhar\s+(?:remitterat|översänt|skickat|överlämnat)|\b(?:kommunstyrelsen|stadsledningskontoret)\s+har\b",
    re.IGNORECASE,
)


def forwards(sentence: Sentence) -> Fact | None:
    """Whose words ``sentence``, of a decision, makes the body's own: value "office" or "party"; None where it does no such thing."""
    text = sentence.text
    if _REMITTED.search(text):
        return None
    party = _PARTYS.search(text)
    if party and _TURNED_DOWN.search(text):
        return None
    if party and _TAKEN_UP.search(text):
        return sentence.fact("party", party.start())
    for form in _FORMS:
        found = form.search(text)
        if found:
            return sentence.fact("office", found.start())
    return None


def sends_on(sentences: tuple[Sentence, ...]) -> Fact | None:
    """What a decision makes the body's own; a party's words before the office's, for they were moved against them."""
    found = [fact for sentence in sentences if (fact := forwards(sentence))]
    return next((fact for fact in found if fact.value == "party"), found[0] if found else None)


def parties(text: str) -> frozenset[str]:
    """The parties that ``text`` names, by their letters."""
    named = {PARTIES[match.group().lower()] for match in _PARTY_NAME.finditer(text)}
    return frozenset(named | {match.group().upper() for match in re.finditer(_ABBREVIATION, text)})


def people(text: str) -> frozenset[str]:
    """The surnames of those by whose yrkande something was decided ("enligt Per Ros yrkande": "Ro", "Ros")."""
    found = re.search(r"\benligt\s+(?P<who>(?:[A-ZÅÄÖ][\wåäöÅÄÖ.-]+\s+){1,3})", text)
    last = found["who"].split()[-1] if found else ""
    return frozenset({last, last.removesuffix("s")} - {""})


def party_words(reading: Reading, fact: Fact, decided: frozenset[Place]) -> tuple[Sentence, ...]:
    """The sentences of ``reading`` in which those speak whose words ``fact`` makes the body's own; none where it holds none.

    ``decided`` are the places of the decision's own sentences. Whose a sentence is, is said by the sentence itself, by the heading over it, or by a line of nothing but parties.
    """
    wanted, names = parties(fact.quote), people(fact.quote)
    owner: frozenset[str] = frozenset()
    made: list[Sentence] = []
    over: Part | None = None
    heads = {id(part): parties(part.heading.text) for part in reading.parts if part.heading and part.kind == "other"}
    belongs = {id(block): part for part, block in reading.blocks()}
    for sentence in reading.sentences():
        if sentence.place in decided:
            continue
        part = belongs[id(sentence.block)]
        if over is not part:
            owner, over = heads.get(id(part), frozenset()), part
        if _is_owner(sentence.text):
            owner = parties(sentence.text)
            continue
        own = parties(sentence.text) if re.search(r"\byrka|\bföreslår\b", sentence.text) else frozenset()
        whose = own or owner
        by_name = (
            bool(names)
            and any(re.search(rf"\b{re.escape(name)}\b", sentence.text) for name in names)
            and "yrka" in sentence.text
        )
        if by_name or (wanted and whose and whose <= wanted):
            made.append(sentence)
    return tuple(made)


def _is_owner(text: str) -> bool:
    """Whether a line holds parties and nothing else: whose the words under it are."""
    rest = re.sub(
        rf"{_A_PARTY}|\b(?:och|samt|från|av|yrkande\w*|yttrande)\b|[\s,()&/:.]", "", text, flags=re.IGNORECASE
    )
    return len(text) < _LINE and not rest and bool(parties(text))
