"""What a document says that other bodies did: answered, declined to answer, or sent no answer.

Silence is only what is said of the answer to this referral. "En instans svarade inte" is kept as a count: which body it was
is not said, and nobody works it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from generator.model import BodyClaim, Draft, Fact, Mention, Status
from generator.parse.bodynames import Named, is_generic
from generator.parse.reading import Reading, Sentence
from generator.parse.receivers import receivers, subjects

State = Literal["declined", "silent", "answered"]

_NO = r"(?:inte|ej|aldrig|icke)"
# What may stand between "har" and "inte": that time passed, or that somebody was reminded.
_STILL = (
    r"(?:ännu|dock|heller|fortfarande|till dags dato|i skrivande stund|trots\s+(?:\w+\s+)?(?:påminnelse|påstötning)(?:n|r|ar|arna)?|"
    r"(?:vid|efter)\s+(?:den\s+)?\w*tidens\s+(?:utgång|slut)),?"
)
_CAME = r"(?:svarat|inkommit|besvarat|yttrat sig|lämnat|avgett|avgivit|avlämnat|återkommit|hörts? av(?: sig)?|kommit in|skickat in|lämnat in)"
_PAST = r"(?:svarade|inkom|besvarade|yttrade sig|lämnade|avgav|hörde av sig|återkom)"
_ANSWER = r"(?:remissvar|svar|yttrande|remissyttrande|synpunkter)"
_PAPER = r"(?:remissvar|svar|yttrande|remissyttrande)"  # "lämnade inga synpunkter" may be an answer that has none
_SUBJECT: tuple[tuple[State, str], ...] = (
    ("declined", r"\b(?:har\s+)?(?:avstått|avstår|avböjt|avböjer|avstod|avböjde|tackat nej till|tackade nej till|valt att inte|valde att inte|avsagt sig)"
                 r"(?:\b.{0,30}\b(?:svara|yttra|yttrande|besvara|svar|remiss)\w*|\s*(?=[.,;]|$|och\b))"),
    ("declined", r"\b(?:har|hade)\s+(?:meddelat|uppgett|förklarat|svarat|angett)(?:\s+kommunstyrelsen)?,?\s+att\s+(?:nämnden|bolaget|styrelsen|rådet|den|de|man|förbundet)\s+"
                 r"(?:inte|ej)\s+(?:avser|kommer|önskar|vill|har för avsikt)\s+(?:att\s+)?(?:att\s+)?(?:svara|yttra|lämna|besvara)\w*"),
    ("silent", rf"\bhar,?\s+(?:{_STILL}\s+){{0,3}}{_NO}\s+(?:{_STILL}\s+)?(?:{_CAME}|gett|gjort)\b|\b{_PAST},?\s+(?:{_STILL}\s+){{0,3}}{_NO}\b"
               rf"|\b(?:har\s+)?(?:lämnat|lämnade|inkom(?:mit)?(?:\s+med)?|avgett|avgav|skickat|gett)\s+(?:dock\s+)?(?:inget|inga|något)\s+{_PAPER}\b"
               rf"|\bsaknar\s+{_ANSWER}|\b(?:är|var)\s+(?:den|de)\s+end[ae](?:\s+\w+)?\s+som\s+{_NO}\s+(?:har\s+)?(?:svarat|inkommit|besvarat|yttrat)"
               rf"|\bhar\s+(?:varit tyst|förblivit tyst|uteblivit)|\bsom\s+(?:har\s+)?{_NO}\s+(?:har\s+)?(?:svarat|inkommit|besvarat|yttrat)\b"),
    ("answered", rf"\b(?:har\s+)?(?:svarat på (?:remiss|motion)\w*|besvarat (?:remissen|motionen)|besvarade (?:remissen|motionen)|yttrat sig(?:\s+över)?|inkommit med (?:sitt\s+|ett\s+)?{_ANSWER}|"
                 rf"inkom med (?:sitt\s+|ett\s+)?{_ANSWER}|lämnat (?:sitt\s+|ett\s+)?{_ANSWER}|avgett (?:sitt\s+|ett\s+)?{_ANSWER})"),
)  # fmt: skip
# The bodies stand after "från"/"av", or last: "Svar saknas från A och B", "Endast A har inte svarat" is a subject again.
_FROM: tuple[tuple[State, str], ...] = (
    ("silent", rf"\b(?:inget|inga|något|några)\s+{_ANSWER}\s+(?:har\s+)?(?:\w+\s+){{0,2}}?(?:inkommit|kommit|erhållits|lämnats|inkom|kom)(?:\s+in)?\s+från\s+"),
    ("silent", rf"\b{_ANSWER}(?:et|en|na)?\s+(?:saknas|fattas|uteblev|har uteblivit|har inte inkommit|har ej inkommit|har inte kommit(?: in)?)\s+(?:dock\s+|ännu\s+)?från\s+"),
    ("silent", rf"\bfrån\s+(?=[^.;]*\b(?:har|finns|föreligger|saknas|kom|inkom)\s+(?:dock\s+|ännu\s+)?(?:inget|inga|{_ANSWER}|{_NO}|något)\b[^.;]*)(?=[^.;]*(?:\b(?:inkommit|kommit|lämnats|erhållits|{_ANSWER})\b))"),
    ("silent", rf"\b(?:{_ANSWER}|(?:inget|något)\s+{_ANSWER})\s+från\s+(?=[^.;]*\b(?:saknas|fattas|uteblev|har\s+(?:ännu\s+)?{_NO}\s+(?:inkommit|kommit|erhållits))\b)"),
    ("silent", rf"\bsom\s+(?:har\s+)?{_NO}\s+(?:har\s+)?(?:svarat|inkommit|besvarat|yttrat sig|svarade|lämnat)(?:\s+\w+){{0,4}}?\s+(?:är|var):?\s+"),
    ("silent", r"\b(?:inte|ej) heller\s+(?:svarade|inkom|har)\s+"),
    ("silent", rf"\bhar\s+(?=\S.{{2,90}}?,?\s(?:{_STILL}\s+)*{_NO}\s+(?:{_STILL}\s+)?(?:{_CAME})\b)"),
    ("silent", rf"^(?:{_NO} svarat|inget svar|ej inkommit|inga svar|uteblivna svar|svar saknas|har {_NO} svarat|utan svar)\s*(?:från)?\s*:\s*"),
    ("declined", r"^(?:avstår|har avstått|avstått|avböjt|har avböjt|avstått från att svara|avstår från yttrande)\s*:\s*"),
    ("answered", rf"\b(?:{_ANSWER})\s+(?:har\s+)?(?:inkommit|kommit in|lämnats|erhållits|inkom)\s+från\s+"),
)  # fmt: skip
_SUBJECTS = tuple((state, re.compile(pattern, re.IGNORECASE)) for state, pattern in _SUBJECT)
_FROMS = tuple((state, re.compile(pattern, re.IGNORECASE)) for state, pattern in _FROM)
# Silence on something else than the referral is no silence: "har inte svarat på frågan om reservkraft".
_ABOUT_ELSE = re.compile(
    r"^\s*(?:\w*nämnden\s+|\w*styrelsen\s+|\w*bolaget\s+)?(?:(?:på|till|om|över|för|med|in med)\s+(?!(?:något|några|ett|sitt|sina|remiss|motion(?!är)|kommunstyrelsens|yttrand|svar|synpunkt|tid)\w*)\w+"
    r"|(?:med|in med)\s+(?:något|några|ett)\s+(?:\w+\s+)?(?!remissvar|svar|yttrande|remissyttrande|synpunkt)\w*(?:förslag|underlag|uppgift|bidrag|ansökan|handling)\w*"
    r"|(?:några|någon|något|ett|en)\s+(?!remissvar|svar|yttrande|remissyttrande)\w+)",
    re.IGNORECASE,
)
_IN_PART = re.compile(r"^[^.;]{0,40}\b(?:i den delen|i denna del|i den frågan|den delen|av frågorna)\b", re.IGNORECASE)
_MAYBE = re.compile(r"svar|yttra|avst|avböj|avsag|inkom|hör|lämna|tackat|avge|avgav|återkom|saknas|valt|valde|tyst|uteb", re.IGNORECASE)  # no claim is without one of these
_EARLIER = re.compile(r"\b(?:förra|tidigare|föregående|förut)\s+(?:remiss|motion|gång|omgång)|\benkät|\binterpellation|\bfråge", re.IGNORECASE)
_WHOLE = r"(?:samtliga|alla)(?:\s+(?:\w*instanser(?:na)?|tillfrågade|\w*nämnder(?:na)?|de|dessa|svarande|övriga|som\s+\w+|har|ha|tillfrågats|remissinstanser|och|bolag))*"
_EXCEPT = re.compile(
    rf"\b{_WHOLE}[^.;]{{0,60}}?\b(?:utom|förutom|med undantag (?:av|för)|bortsett från|undantaget)\s+(?=\S)", re.IGNORECASE
)
# "Samtliga som svarat är positiva utom …" says nothing of who answered: there the verb only tells which bodies are meant.
_DONE = re.compile(r"(?<!som )(?<!som har )(?<!de )\b(?:svarat|svarade|inkommit|inkom|yttrat|besvarat|lämnat)\b", re.IGNORECASE)
# "A har meddelat att nämnden avstår": nämnden is A.
_TOLD = re.compile(
    r"\s+(?:har\s+)?(?:meddela[tr]|meddelade|uppge(?:r|tt)|uppgav|uppgivit|angett|svarat)(?:\s+kommunstyrelsen)?,?\s+att\s+(?:nämnden|bolaget|styrelsen|rådet|förbundet|den|de|man)\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ&-]+(?: (?:[A-ZÅÄÖ&][\wåäöÅÄÖ&-]*|i|och(?= [A-ZÅÄÖ])))*)(?:\s+har\b.*|\s*)$", re.DOTALL)
_NO_NAMES = frozenset(
    ["vi", "jag", "de", "den", "det", "han", "hon", "man", "motionären", "motionärerna", "ingen", "inga", "någon", "många", "flera", "alla", "samtliga", "kommunen",
     "staden", "regionen", "partiet", "motionen", "remissen", "fullmäktige", "kommunfullmäktige", "nämnden", "förvaltningen", "bolaget", "styrelsen", "denna", "dessa", "övriga"]
)  # fmt: skip
_VERB = re.compile(r"\s(?:saknas|fattas|uteblev|har|hade|kom|inkom|finns|föreligger|ännu|dock|heller|fortfarande|trots|vid\s+\w*tidens|inte|ej)\b", re.IGNORECASE)
_NUMBERS = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12}
_COUNT = rf"(?P<count>{'|'.join(_NUMBERS)}|\d{{1,2}})"
_SORT = r"(?:av\s+)?(?:de\s+|dem\b|stadens\s+|kommunens\s+)?(?:\w+\s+)?(?:\w*instans(?:er|erna|en)?|\w*nämnd(?:er|erna)?|bolag(?:en)?|tillfrågade|av dem|svar)"
_UNNAMED: tuple[re.Pattern[str], ...] = (
    re.compile(rf"\b{_COUNT}\s+{_SORT}\b(?:\s+som\s+tillfrågades|\s+har|\s+hade)?\s+(?:dock\s+|ännu\s+)?(?:{_NO}\s+(?:ännu\s+)?{_CAME}|{_PAST}\s+(?:dock\s+)?{_NO}|(?:har\s+)?(?:inte|ej)\s+{_CAME})\b", re.IGNORECASE),
    re.compile(rf"\b(?:från\s+{_COUNT}\s+{_SORT}\b[^.;]{{0,20}}(?:inget|inga|{_NO})\b[^.;]{{0,20}}(?:svar|yttrande|inkommit))", re.IGNORECASE),
    re.compile(rf"\b(?:{_ANSWER})\s+(?:saknas|har inte inkommit|har ej inkommit|uteblev|fattas)\s+från\s+{_COUNT}\b", re.IGNORECASE),
    re.compile(rf"\b(?:inget|inga)\s+{_ANSWER}\s+(?:har\s+)?(?:inkommit|kommit|kom|inkom)(?:\s+in)?\s+från\s+{_COUNT}\b", re.IGNORECASE),
    re.compile(rf"\b(?:samtliga|alla)\b[^.;]{{0,60}}\b(?:utom|förutom)\s+{_COUNT}\b(?=[^.;]*$|\s+(?:har|svarade))", re.IGNORECASE),
)  # fmt: skip
_OF = re.compile(
    rf"\b{_COUNT}\s+av\s+(?:de\s+|totalt\s+)?(?P<all>{'|'.join(_NUMBERS)}|\d{{1,2}})\s+(?:\w+\s+)?(?:\w*instanser(?:na)?|\w*nämnder(?:na)?|tillfrågade|bolag(?:en)?)\b[^.;]{{0,20}}?\b(?:har\s+)?(?:svarat|inkommit|besvarat|svarade|inkom|yttrat|besvarade)\b",
    re.IGNORECASE,
)


def claims(reading: Reading, draft: Draft) -> Draft:
    """Fill ``body_claims`` from sentences that name bodies, and ``unnamed_silent`` (value: how many) from those that count them."""
    made: list[BodyClaim] = []
    unnamed: Fact | None = None
    for sentence in reading.sentences():
        if not _MAYBE.search(sentence.text) or _EARLIER.search(sentence.text):
            continue
        named = tuple(_named(sentence))
        made.extend(named)
        if unnamed is None and draft.kind == "response" and not any(one.state == "silent" for one in named):
            unnamed = _unnamed(sentence)
    return replace(draft, body_claims=tuple(dict.fromkeys([*draft.body_claims, *made])), unnamed_silent=unnamed)


def all_but(quote: str) -> bool:
    """Whether ``quote`` says that all who were asked have answered but those it names."""
    return bool(_EXCEPT.search(quote) and _DONE.search(quote))


def _named(sentence: Sentence) -> Iterator[BodyClaim]:
    text = sentence.text
    exception = _EXCEPT.search(text)
    if exception and _DONE.search(text):
        yield from _claims(sentence, receivers(text[exception.end() :], exception.end()).names, "silent")
        return
    for state, pattern in _FROMS:
        match = pattern.search(text)
        names = receivers(_VERB.split(text[match.end() :])[0], match.end()).names if match else ()
        if names and not _else(text, max(one.start + len(one.name) for one in names)):
            yield from _claims(sentence, names, state)
            return
    for state, pattern in _SUBJECTS:
        match = pattern.search(text)
        if not match or not match.start() or _ABOUT_ELSE.match(text[match.end() :]) or _IN_PART.match(text[match.end() :]):
            continue
        if state != "silent" and re.search(rf"\b{_NO}\s+$", text[: match.start()], re.IGNORECASE):
            continue
        subject = text[: match.start()]
        told = _TOLD.search(subject)
        names = subjects(_apposed(subject[: told.start()] if told else subject)).names
        if not names:
            # "Västtrafik har fått möjlighet till yttrande men avstått": the subject stands first, perhaps under a bare name.
            names = _begun(subject)
        yield from _claims(sentence, names, state)
        return


def _else(text: str, end: int) -> bool:
    """Whether what was not answered, told after position ``end``, is something else than the referral."""
    came = re.compile(rf"{_CAME}|{_PAST}", re.IGNORECASE).search(text, end)
    return bool(came and _ABOUT_ELSE.match(text[came.end() :]))


def _begun(subject: str) -> tuple[Named, ...]:
    """The bodies with which a sentence begins; a proper name alone is one where its sentence says what it answered."""
    names = receivers(subject).names
    if names:
        return names
    bare = _BARE.match(subject)
    return (Named(bare["name"], bare["name"], 0),) if bare and bare["name"].lower() not in _NO_NAMES else ()


def _apposed(subject: str) -> str:
    """A subject with "En instans, " before the name that it is taken off by blanks, so that positions stay."""
    lead = re.search(rf"\b(?:endast|bara|enbart|däremot|dock|{'|'.join(_NUMBERS)})\s+(?:\w*instans(?:er)?|\w*nämnd(?:er)?|av \w+)?[,:]?\s+(?=[\wÅÄÖ])", subject, re.IGNORECASE)
    if lead and (lead.group().rstrip().endswith((",", ":")) or re.match(r"endast|bara|enbart|däremot", lead.group(), re.IGNORECASE)):
        return " " * lead.end() + subject[lead.end() :].rstrip(" ,")
    return subject.rstrip(" ,")


def _claims(sentence: Sentence, names: tuple[Named, ...], state: State) -> Iterator[BodyClaim]:
    for name in names:
        if not is_generic(name.full) and not re.match(rf"(?:{'|'.join(_NUMBERS)}|\d+)\b", name.name, re.IGNORECASE):
            place = sentence.block.place_at(sentence.start + name.start)
            yield BodyClaim(Mention(name.name, name.full, place), state, sentence.text)


def _unnamed(sentence: Sentence) -> Fact | None:
    """How many bodies, none of them named, a sentence says sent no answer; inferred where it counts those that did."""
    for pattern in _UNNAMED:
        match = pattern.search(sentence.text)
        if match and not _ABOUT_ELSE.match(sentence.text[match.end() :]):
            return sentence.fact(str(_number(match["count"])), match.start())
    some = _OF.search(sentence.text)
    missing = _number(some["all"]) - _number(some["count"]) if some else 0
    # "Fem av sju har svarat att de …": the others may have answered another thing.
    other = some and re.match(r"\s+(?:att|ja|nej|positivt|negativt|likalydande|utan|med)\b", sentence.text[some.end() :], re.IGNORECASE)
    if some and not other and missing > 0 and not re.search(rf"\b{_NO}\b", some.group(), re.IGNORECASE):
        return sentence.fact(str(missing), some.start(), Status.INFERRED)
    return None


def _number(word: str) -> int:
    return _NUMBERS.get(word.lower()) or int(word)
