"""Whether a word that takes a stand is taken back where it stands: negated, conditional, weighed, or told of an earlier day."""

from __future__ import annotations

import re

from generator.parse.stances.formulas import NEGATIVE
from generator.parse.stances.objects import Stand
from generator.parse.verdicts import fallen

_NEGATED = re.compile(r"\b(?:inte|icke|ej|varken|aldrig|vare sig|knappast)\b", re.IGNORECASE)
_NEGATED_AFTER = re.compile(
    r"^(?:\s+(?:\w*nämnden|\w*styrelsen|\w*förvaltningen|bolaget|rådet|den|det|motionen))?\s+(?:inte|icke|ej)\b",
    re.IGNORECASE,
)
_ONLY_NOT = re.compile(r"\binte\s+(?:bara|endast|enbart|minst)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.]|\b(?:men|och|utan|dock|eftersom|då|därför)\b", re.IGNORECASE)
_WINDOW = 40  # characters before the word in which a "not" belongs to it
# "kan/bör/ska … tillgodoses": not yet met.
_MODAL = re.compile(
    r"\b(?:kan|bör|ska|skall|skulle|behöver|måste|komm(?:er|a) att|för att)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_SUPPOSED = re.compile(
    r"\b(?:ett|vid|efter|av|oavsett|innebär(?:\s+ett)?)\s+$", re.IGNORECASE
)  # "ett bifall till motionen skulle …"
# An infinitive is a stand only after words that propose: "föreslår att avslå", not "ingen anledning att avslå".
_INFINITIVE = re.compile(
    r"(?:avstyrka|tillstyrka|avslå|bifalla|ställa|ta|avstå|avböja)\b(?!\s+ställning\b.*\binte\b)", re.IGNORECASE
)
_TO = re.compile(r"\batt\s+(?:(?!inte|ej)\w+\s+)?$", re.IGNORECASE)
_PROPOSED = re.compile(
    r"(?:^|[,:;.]|\b(?:och|samt|dels|väljer|valt|avser|tillstyrk\w*|(?:kommun|kyrko|region)?fullmäktige|kommunstyrelsen|regionstyrelsen|stadsledningskontoret|"
    r"\w*nämnden|styrelsen|följande|därmed|därför|är|blir|AB|bolaget)"
    # "beslutar för egen del att", "föreslår kommunstyrelsen att"; but not "beslutar att det saknas skäl att".
    r"|\b(?:föreslå\w*|beslut\w*|hemställ\w*|rekommender\w*|förord\w*|förslag\w*|anhåll\w*)(?:\s+(?!att\b|skäl|anledning|möjlig|behov|inte\b|om\b)[\wåäö(),-]+){0,6}?)"
    r"\s*(?:[\d•–-]+[.)]?)?\s*att\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# Points without a mark of their own, run together: "att avslå första yrkandet att bifalla andra yrkandet".
_LISTED = re.compile(
    r"^\W*(?:\d+[.)]\s*)?att\s+(?:avslå|bifalla|avstyrka|tillstyrka|anse|föreslå)\b.*\satt\s+$", re.IGNORECASE
)
_REASONED = re.compile(r"\b(?:skäl|anledning|möjligt|överväg\w*|både|antingen)\b[^.;]*$", re.IGNORECASE)
_AND_TO = re.compile(r"\b(?:och|eller|samt)\s+att\s+(?:\w+\s+)?$", re.IGNORECASE)
_WEIGHED = re.compile(
    r"\b(?:skulle|övervägt|överväga|överväger|diskuterat|prövat)\s+(?:kunna\s+)?(?:att\s+)?(?:\w+\s+)?$", re.IGNORECASE
)
_CAN = re.compile(r"\b(?:kan|kunna|kunde)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ONLY_IF = re.compile(r"\b(?:först|endast|bara|enbart|om|när|ifall|förutsatt|under\s+förutsättning)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:tidigare|förut|förra|i fjol|redan\s+(?:19|20)\d\d|(?:år|hösten|våren|sommaren|den\s+\d+\s+\w+)\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:styrkt|styrkte|styrktes|styrkts|slagit|slogs?|slagits|fallit|föll|fölls|fallits)$", re.IGNORECASE
)
_CONDITION = re.compile(
    r"\b(?:om|ifall|såvida|därest|skulle|innan|huruvida|när|ifråga\s+om|avgör\s+om)\s+(?:(?:motionen|nämnden|förslaget|kommunfullmäktige|fullmäktige|den|det)\s+)?(?:(?:ska|bör|skulle|kan)\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_MOTION_ABOUT = re.compile(r"\bmotion(?!är)\w*\s+(?:[^,;:]*\s)?$", re.IGNORECASE)
# A sentence that begins with a condition: "Om motionen bifalls krävs …".
_IF_FIRST = re.compile(r"^(?:om|ifall|såvida|därest|skulle|när)\s+[\wåäö]", re.IGNORECASE)
_GOES_ON = re.compile(
    r"^\s+motionen\s+(?!med\b|enligt|i\b|då\b|eftersom|utifrån|genom|för\b|så\b)[\wåäö]", re.IGNORECASE
)
_SIMPLE_PAST = re.compile(r"(?:styrkte|styrktes|slogs?|föll|fölls)$", re.IGNORECASE)
_MARKS = re.compile(r"[”“„\"»«]")
_QUESTION = re.compile(r"\?\W*$")
_RELATIVE = re.compile(r"\bsom\s+(?:(?:också|då|nu|redan|själv|tidigare)\s+)?$", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:antingen|vare\s+sig|huruvida|om)\b.{0,40}$", re.IGNORECASE)
_OR = re.compile(r"^\s*(?:\w+\s+)?eller\s+(?:\w+\s+){0,2}?(?:avsl|avst|bifall|tillst)", re.IGNORECASE)
# "För att motionen ska kunna bifallas krävs …", "En förutsättning för att …", "Konsekvensen av att motionen bifalls".
_PREMISE = re.compile(
    r"\b(?:för|förutsättning\w*|skäl|anledning|konsekvens\w*|följd\w*|innebär(?!ande)\w*|risk\w*|effekt\w*|kostnad\w*)\s+(?:för\s+|av\s+|till\s+|till\s+)?att\s+(?:\w+\s+){0,6}$",
    re.IGNORECASE,
)
_WOULD = re.compile(r"^.{0,80}?\b(?:skulle|vore|hade)\b", re.IGNORECASE)


def undone(text: str, stand: Stand, *, decision: bool = True) -> bool:
    """Whether ``stand``, found in ``text``, takes no stand after all: the words before and after it take it back.

    Outside a ``decision`` what was done ("avstyrkte", "avslogs") is told of another day.
    """
    word = text[stand.at : stand.end].lower()
    before, after = text[: stand.at], text[stand.end :]
    if any(start <= stand.at < end for start, end in fallen(text)):
        return True
    if _QUESTION.search(text) or _IF_FIRST.match(text) or _is_quoted(before, after):
        return True
    if stand.formula.voice == "passive" and not before.strip() and _GOES_ON.match(after):
        return True  # "Avslås motionen fortsätter arbetet": a condition by its order
    if not decision and _SIMPLE_PAST.search(word.split()[0]):
        return True
    if stand.formula.stance in NEGATIVE:
        return _is_conditional(before) or bool(_RELATIVE.search(before))
    if _is_negated(before, after, stand):
        return True
    if _PAST.search(word.split()[0]) and (_EARLIER.search(text) or _RELATIVE.search(before)):
        return True
    if word.endswith("tillgodoses") and _MODAL.search(before):
        return True
    if word.startswith(("bifall till", "avslag")) and (
        _SUPPOSED.search(before) or (_WOULD.search(after) and not re.search(r"\bföreslå|\bförord", before))
    ):
        return True
    if _INFINITIVE.match(word) and _supposed_infinitive(text, stand):
        return True
    if (
        _is_conditional(before)
        or _is_conditional(text[: stand.start])
        or (stand.formula.voice != "either" and _RELATIVE.search(before))
        or _PREMISE.search(text[stand.start : stand.at])
    ):
        return True
    return bool(
        _OR.search(after) and (_EITHER.search(before) or _CAN.search(before) or re.search(r"\bska(?:ll)?\s+$", before))
    )


def _is_quoted(before: str, after: str) -> bool:
    """Whether the word stands within quotation marks: somebody else's words, or a title."""
    return len(_MARKS.findall(before)) % 2 == 1 and bool(_MARKS.search(after))


def _is_conditional(before: str) -> bool:
    """Whether the words before make a condition; "motion om isbana avslås" names the motion and makes none."""
    found = _CONDITION.search(before)
    return bool(
        found and not (found.group().lower().startswith("om ") and _MOTION_ABOUT.search(before[: found.start()]))
    )


def _is_negated(before: str, after: str, stand: Stand) -> bool:
    """Whether a "not" belongs to the word; a formula that holds its own negation has none besides."""
    if stand.formula.denies:
        return False
    window = before[-_WINDOW:]
    cuts = [cut.end() for cut in _CLAUSE.finditer(window)]
    near = window[cuts[-1] :] if cuts else window
    return bool((_NEGATED.search(near) and not _ONLY_NOT.search(near)) or _NEGATED_AFTER.match(after))


def _supposed_infinitive(text: str, stand: Stand) -> bool:
    """Whether an infinitive weighs the stand instead of taking it."""
    before, after = text[: stand.at], text[stand.end :]
    if _WEIGHED.search(before) or (_CAN.search(before) and _ONLY_IF.search(after)):
        return True
    if not _TO.search(before):
        return False
    if _LISTED.match(before) and not _REASONED.search(before):
        return False
    if not _PROPOSED.search(before):
        return True
    if re.match(r"^\W*att\s+(?:\w+\s+)?$", before, re.IGNORECASE):
        return bool(_WOULD.search(after))  # "Att avslå motionen vore olyckligt"
    # "skäl både att tillstyrka och att avstyrka": the infinitive before it was weighed as well.
    return bool(_AND_TO.search(before) and _REASONED.search(before))
