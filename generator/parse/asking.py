"""How a sentence tells that the motion was sent to somebody for an opinion, that it was not, or that it was sent once more.

A sentence counts only where it tells of something done to this matter. What ought to be done, what was not done, what was
done to a plan or to an earlier motion, and the council's handing over of the motion for preparation ask nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Form = Literal["to", "subject", "from", "object", "self"]

_MATTER = r"(?:motion(?:en|er|erna)?|ärende[nt]?|remiss(?:en)?|förslage[nt]|skrivelsen|frågan|begäran)"
_SEND = r"(?:skick|sän[dt]|översän[dt]|utsän[dt]|över?lämn|delge|tillställ|hänskj|hänvis)\w*"
# (where the bodies stand, trigger): "to" after till/hos behind the trigger, "from" right after it, "subject" before it,
# "object" right after it and before what they were given; "self": whoever writes was asked.
_FORMS: tuple[tuple[Form, str], ...] = (
    ("to", r"\b(?:under)?remitter(?:at|ats|ad|ade|ades|as)\b|\bremitterar\s+(?:[”\"'’]\s*)?(?:\w+\s+)?(?:motion|ärendet|förslaget|remissen|skrivelsen|frågan)|\bpå (?:\w+ )?(?:remiss|yttrande)\b(?! av)|\b(?:som|för) remiss\b|\bskickats ut|\bsänts ut|^remiss till\b|\bremiss(?:en)? (?:har|är) (?:även |också )?(?:skicka[dt]s?|sänts?|sänd|utsänd|gått|översänts?)\b"
           r"|\b(?:motionen|remissen|ärendet) har (?:även |också )?(?:skickats|sänts|översänts|tillställts)\b"
           r"|\bbeslut(?:ade|at|ar)? (?:\w+ ){0,3}?(?:att )?(?:remittera|skicka|sända|översända)\b|\b(?:remissen|förfrågan) (?:har |är )?(?:gått|gick|skickades|översändes|riktad)\b"),
    # To send a motion to a body is to ask it only where the sentence says what for.
    ("to", rf"\b{_SEND}\b(?=.*\b(?:för|begäran om|inhämtande av)\s+(?:\w+\s+)?(?:yttrande|synpunkter|svar|besvarande|remiss))|(?<=begäran om yttrande )(?=till)|\bför (?:yttrande|synpunkter) (?:\w+ )?{_SEND}\b"),
    ("from", r"\b(?:yttranden?|remissvar|synpunkter|remissyttranden?)\s+(?:har\s+|hade\s+)?(?:även\s+|också\s+)?(?:begärts|inhämtats|infordrats|begärdes|inhämtades)(?:\s+in)?\s+(?:från|av|hos)\b"
             r"|\b(?:har|hade)?\s*(?:begärt|inhämtat|infordrat|begärde|inhämtade)(?:\s+in)?\s+(?:yttranden?|remissvar|synpunkter|svar)\s+(?:från|av|hos)\b"
             r"|\b(?:remissinstanser(?:na)?|tillfrågade)\s+(?:har varit|är|var)\b:?|\bföljande (?:\w*instanser|\w*nämnder(?: och \w+)?)\s+(?:har (?:tillfrågats|fått|getts|beretts|ombetts)[^:]*|är remissinstanser|tillfrågades):"
             r"|\bföljande (?:\w*instanser|\w*nämnder(?: och \w+)?)\s+har (?:svarat|besvarat|inkommit|yttrat|lämnat)[^:]*:"),
    ("subject", r"\b(?:har|hade|är|blev|blivit)\s+(?:även\s+|också\s+)?(?:\w+\s+){0,2}?(?:beretts|beredda?|getts|givits|fått|erbjudits|erbjuden|haft)\s+(?:\w+\s+)?(?:tillfälle|möjlighet|möjligheten)\s+(?:att|till)\b"
                r"|\b(?:bereddes|gavs|fick|erbjöds|ges|bereds|får)\s+(?:\w+\s+)?(?:tillfälle|möjlighet)\s+(?:att|till)\b"
                r"|\b(?:har|hade)\s+(?:även\s+|också\s+)?(?:av\s+\w+\s+)?(?:ombetts|ombedits|anmodats|tillfrågats|uppmanats|erbjudits att (?:yttra|lämna|svara|inkomma)\w*)\b|\b(?:tillfrågades|ombads|anmodades)\b"
                r"|\b(?:är|var|har varit)\s+(?:en av\s+|även\s+)?remissinstans(?:er|erna)?\b(?!:|\s+(?:är|var))"
                r"|\bska(?:ll)?\s+(?:\w+\s+)?(?:yttra sig|lämna (?:sitt |ett )?(?:yttrande|svar|remissvar)|avge (?:sitt |ett )?yttrande|besvara remissen)\b"
                r"|\b(?:har\s+)?(?:fått|fick|mottagit|mottog|erhållit|erhöll|tagit emot)\s+(?:\w+\s+)?(?:rubricerad\s+|föreliggande\s+|nämnda\s+)?(?:motionen?|remissen|ärendet|rubricerad motion|en motion|en remiss)\b(?!\w*\s+(?:avslagen|bifallen))"),
    ("object", r"\b(?:har\s+)?(?:berett|beredde|gett|givit|gav|erbjudit|erbjöd|bett|bad|ombett|anmodat|tillfrågat)\s+"),
    ("self", r"\b(?:inkommit|kommit)\s+(?:in\s+)?med\s+(?:en\s+)?remiss\b|\bhar\s+(?:\w+\s+){0,3}?remitterat\s+(?:en\s+|ovanstående\s+|rubricerade?\s+|denna\s+)?(?:motion|ärende)\w*(?=[^.]{0,250}$)(?!.*\btill\b)"
             r"|^remiss från kommun(?:styrelsen|ledningskontoret)"),
)  # fmt: skip
_COMPILED = tuple((form, re.compile(pattern, re.IGNORECASE)) for form, pattern in _FORMS)
_MAYBE = re.compile(r"remi|skick|sän|yttra|tillfälle|möjlighet|synpunkt|svar|ombe|ombads|anmod|fråga|lämn|delge|tillställ|hänsk|begär|infordra|inhämt|mottog|mottag|fått|fick", re.IGNORECASE)
# An opportunity to do something else than to answer is no question: "beretts tillfälle att ta del av".
_TO_ANSWER = re.compile(
    r"^\s*(?:\w+\s+)?(?:(?:inkomma|komma in|återkomma) med\s+)?(?:\w+\s+){0,2}?(?:yttra|yttrande|lämna|avge|svar|remissvar|besvara|synpunkter|komma|inkomma|remiss)\w*",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\s(?:tillfälle|möjlighet|möjligheten|att (?:yttra|svara|lämna|inkomma|besvara|avge)|om (?:yttrande|svar|synpunkter))", re.IGNORECASE)
_RECEIVED = re.compile(r"(?:mottagit|mottog|erhållit|erhöll|tagit emot|fått|fick)\b", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:bör|borde|skulle|kunde|kunnat|kan|ska|skall|hade (?:kunnat|bort|behövt)|önskar|vill|måste|behöver)\s+(?:\w+\s+){0,3}$"
    r"|\b(?:föreslår|föreslås|föreslog|yrkar|yrkade|önskar|begär|vill|anser|kräver)\b[^.;]*\batt\b[^.;]*$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"(?:remitteras|skickas|sänds|översänds|ges|bereds|får)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:inte|ej|aldrig|icke|varken)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_NOT_AFTER = re.compile(r"^(?:\s+\w+)?\s+(?:inte|ej)\b(?!\s+(?:bara|enbart|endast))", re.IGNORECASE)
# What else municipalities send out: the noun right before the verb, or right after it.
_ELSE = (
    r"(?:\w*planen|\w*programme[tn]|\w*policyn|\w*strategin|\w*utredningen|\w*rapporten|\w*budgeten|\w*riktlinjer(?:na)?|\w*riktlinjen|"
    r"lagförslage[tn]|\w*betänkande[tn]?|promemorian|\w*överenskommelsen|reglementet|\w*enkäten|\w*förordningen|interpellationen|medborgarförslaget)"
)
_ELSE_BEFORE = re.compile(rf"\b{_ELSE}\s+(?:som\s+)?(?:\w+\s+)?(?:har|hade|är|var|blev|gick|skickades|sändes|remitterades|remitteras|ska)?\s*(?:\w+\s+){{0,2}}$", re.IGNORECASE)
_ELSE_AFTER = re.compile(rf"^\s+(?:ut\s+)?(?:\w+\s+)?{_ELSE}\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:tidigare|liknande|annan|andra|snarlik|motsvarande|förra|föregående)\s+motion", re.IGNORECASE)
# The council hands every motion to its board for preparation: nobody is asked what they think.
_PREPARING = re.compile(r"\bför (?:vidare )?(?:beredning|handläggning)\b|\bberedas\b", re.IGNORECASE)
# What a body sends back to the board that asked it: "översänder tjänsteutlåtandet som eget yttrande till kommunstyrelsen".
_OUTGOING = re.compile(r"\b(?:översänd|överlämn|skick|sänd)\w*\b[^.]*\bsom\s+(?:\w+\s+){0,2}(?:yttrande|svar|remissvar|remissyttrande)\b", re.IGNORECASE)
_AGAIN = re.compile(
    r"\bpå nytt\b(?=.{0,60}(?:remi|skick|sän|yttra))|\b(?:remitter|skick|sän|översän)\w*\s+(?:\w+\s+){0,4}?(?:på nytt|ånyo|igen|en andra gång|ytterligare en gång|en gång till)\b"
    r"|\b(?:ny|förnyad|kompletterande|andra|ytterligare en|en andra)\s+(?:remiss\b|remissomgång|remissrunda|remissbehandling|remittering)\w*|\bandra omgångens? remiss|\bremissomgång (?:2|två)\b"
    r"|\bpå (?:ny|förnyad|kompletterande) remiss\b|\bkompletterande (?:yttrande|remissvar|svar|remissyttrande)\b|\bförnyat (?:yttrande|remissvar|svar|remissyttrande)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    rf"\b{_MATTER}\s+har\s+(?:dock\s+)?(?:inte|ej|aldrig)\s+(?:\w+\s+)?(?:remitterats|skickats(?:\s+ut)?\s+på\s+remiss|sänts(?:\s+ut)?\s+på\s+remiss|varit(?:\s+ute)?\s+på\s+remiss|gått\s+(?:ut\s+)?på\s+remiss|skickats ut|varit föremål för remiss)"
    rf"|\b{_MATTER}\s+(?:remitterades|skickades|sändes|remitteras)\s+(?:inte|ej|aldrig)\b(?!\s+till\s+\w*(?:rådet|nämnden|nämnderna|AB))"
    rf"|\b{_MATTER}\s+är\s+(?:inte|ej)\s+remittera[dt]\b|\b(?:ingen|någon)\s+(?:remittering|remiss|remissbehandling)\s+(?:av \w+\s+)?(?:har\s+(?:inte\s+)?(?:skett|gjorts|ägt rum|skickats|genomförts)|skedde)"
    r"|\binga\s+(?:remissinstanser|nämnder|yttranden|remisser)\s+(?:har\s+)?(?:\w+\s+)?(?:hörts|tillfrågats|remitterats|inhämtats|skickats|tillfrågades|finns|begärts)"
    r"|\butan\s+(?:under|föregående\s+)?remi(?:ttering|ss|ssförfarande|ssbehandling)\b|\bhar (?:inte|ej) remissbehandlats\b|\b(?:inga|saknar) remissinstanser\b",
    re.IGNORECASE,
)
# To leave out one body ("inte skickats på remiss till råden") is not to leave out all.
_SOME = re.compile(r"^[^.;]{0,40}?\b(?:till|hos)\s+(?!(?:någon|några|andra|fler|annan|berörda)\b)", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:vidare|internt|inom förvaltningen|ytterligare|underremi)\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asking:
    """That a sentence tells of a question: where its bodies stand, and the span of the words that say so."""

    form: Form
    start: int
    end: int


def asking(text: str) -> Asking | None:
    """The first telling of a question in a sentence that counts; None where it tells of none."""
    found: list[tuple[int, Asking]] = []
    for form, pattern in _COMPILED if _MAYBE.search(text) else ():
        for match in pattern.finditer(text):
            one = Asking(form, match.start(), match.end())
            if _counts(text, one):
                found.append((match.start(), one))
                break
    return min(found, key=lambda pair: pair[0])[1] if found else None


def again(text: str) -> bool:
    """Whether a sentence says that the motion was sent out, or is answered, once more."""
    return bool(_AGAIN.search(text))


def nobody(text: str, *, preparing: bool) -> bool:
    """Whether a sentence says that nobody was asked; an answer's own "utan underremiss" tells of its inner work only."""
    match = _NOBODY.search(text)
    if not match or _SOME.match(text[match.end() :]) or _EARLIER.search(text[: match.end()]):
        return False
    # "finner det anmärkningsvärt att motionen inte har remitterats" still says it; what it wishes for does not.
    if re.search(r"\b(?:bör|borde|om|skulle)\s+(?:\w+\s+){0,3}$", text[: match.start()], re.IGNORECASE):
        return False
    return preparing or not _FURTHER.search(text)


def _counts(text: str, one: Asking) -> bool:
    before, said, after = text[: one.start], text[one.start : one.end], text[one.end :]
    if _EARLIER.search(before + said) and not again(text):
        return False
    if _PREPARING.search(text) and not re.search(r"\b(?:yttrande|synpunkter|remissinstans)", text, re.IGNORECASE):
        return False
    if _OUTGOING.search(text):
        return False
    if _NOT.search(before) or _NOT_AFTER.search(after):
        return False
    supposed = _SUPPOSED.search(before)
    if supposed and not re.match(r"beslut", said, re.IGNORECASE) and (supposed.group().split(" ")[0].lower() not in {"föreslår", "föreslås", "föreslog", "anser"} or _PASSIVE.search(said)):
        return False
    if _ELSE_BEFORE.search(before) or _ELSE_AFTER.search(after):
        return False
    if one.form == "subject" and re.search(r"(?:tillfälle|möjlighet\w*)\s+(?:att|till)$", said, re.IGNORECASE):
        return bool(_TO_ANSWER.match(after))
    if one.form == "subject" and _RECEIVED.search(said):
        return bool(re.search(r"\b(?:remiss|yttra|synpunkter)", text, re.IGNORECASE))
    if one.form == "object":
        given = _GIVEN.search(after)
        return bool(given and given.start() < 160 and (given.group().strip()[:3].lower() in {"att", "om "} or _TO_ANSWER.match(after[given.end() :].removeprefix(" att"))))
    return True
