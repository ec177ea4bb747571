"""Where a body stands by the few words that a table's cell or a heading gives it: "Avstyrker", "Anses besvarad", "Avstår".

A cell says what the body decided, and after it what else happened: whose paper it sends on, which party moved what. Those are
no stance and are set apart first. What the words left do not state, or state two ways, is "unclear".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Stance

_PARTY = r"\(?(?:[A-ZÅÄÖ]{1,3}|Fi|Mp)\)?(?![\wåäö])"
_PARTIES = rf"{_PARTY}(?:\s?(?:,|/|&|och|samt)\s?{_PARTY})*"
# What a party did inside the body; its name may follow, or a sentence about it.
REMARK = re.compile(
    r"(?:(?:Tilläggs|Återremiss|Avslags|Bifalls|Ändrings)?[Yy]rkande[nt]?(?![a-zåäö])|Särskil[dt]a? (?:yttranden?|uttalanden?)|Omröstning|"
    r"Votering|Reservation(?:er)?(?![a-zåäö])|Protokollsanteckning(?:ar)?|Ersättaryttrande|Jäv\b|"
    rf"Yttrande(?=\s+(?:från |av )?{_PARTIES}))"
)
_REMARK_BY = rf"(?:\s+(?:från|av)(?=\s+{_PARTY}))?\s+{_PARTIES}(?:,?\s+med\s+(?:instämmande|hänvisning|särskilt yttrande)\b[^.]*)?"
_REMARK_WHOLE = re.compile(rf"(?:{REMARK.pattern})(?:{_REMARK_BY})?[^.A-ZÅÄÖ]*\.?")
# "Översänder förvaltningens tjänsteutlåtande som eget yttrande till kommunstyrelsen": whose words these are, not a stance.
FORWARDS = re.compile(
    r"(?:\b(?:och|samt)\s+)?\b(?:översänder|överlämnar|översänds|överlämnas|hänvisar till|ställer sig bakom|antar|godkänner|åberopar)\s+"
    r"(?:(?!\b(?:avstyrk|tillstyrk|motion))\S+\s+){0,6}?(?:tjänste-?utlåtandet?|yttrandet?|skrivelsen?|utlåtandet?|svaret|tjänsteskrivelsen?)"
    r"(?:\s+och\s+yttrande)?(?:\s+som\s+(?:\S+\s+){0,2}(?:yttrande|svar|remissvar))?"
    r"(?:\s+(?:till|över|på)\s+(?:kommunstyrelsen|stadsledningskontoret|kommunledningskontoret|remissen|motionen))?\.?",
    re.IGNORECASE,
)
_NO_ANSWER = re.compile(
    r"^(?:inget (?:svar|yttrande|remissvar)(?: (?:har )?(?:inkommit|inkom|lämnats?|har lämnats))?|svar (?:saknas|har (?:inte|ej) inkommit|ej inkommet)|"
    r"(?:har )?(?:inte|ej) (?:svarat|inkommit(?: med (?:svar|yttrande))?|besvarat(?: remissen)?|yttrat sig|lämnat (?:svar|yttrande)|hörts av)|"
    r"(?:svarade|inkom|yttrade sig) (?:inte|ej)|uteblivet svar|ej svar)\b",
    re.IGNORECASE,
)
_V = r"(?:tillstyrk|avstyrk|bifall|avslå|avslag|besvara)\w*"
_PARTLY = re.compile(rf"\b(?:delvis|i delar|i vissa delar|till viss del|i huvudsak)\s+(?:\w+\s+)?{_V}|\b{_V}\s+(?:\w+\s+){{0,2}}?(?:delvis|i delar|i vissa delar|till viss del)\b", re.IGNORECASE)
_WORDED: tuple[tuple[Stance, str], ...] = (
    ("reject", r"\bavstyrk(?:er|s|t|a|an|ande|te|es)?\b|\bavslå(?:r|s|tt)?\b|\bavslag\b|^(?:nej|avvisar|avvisas|säger nej)\b"),
    ("support", r"\btillstyrk(?:er|s|t|a|an|ande|te|es)?\b|\bbifall(?:er|s|a|es|as)?\b|^(?:ja|säger ja)\b|\bställer sig bakom motion\w*"),
    ("considered-answered", r"\bbesvara(?:d|t|de|s|s genom)\b"),
    ("already-met", r"\bredan (?:\w+ )?(?:tillgodosed?d|tillgodosett|tillgodoses|uppfylld|uppfyllt|genomförd|genomfört)\b|\btillgodosedd\b"),
    (
        "no-position",
        r"\b(?:tar|tog)\s+(?:\w+\s+)?(?:inte|ej|ingen|inget)\s+ställning|\b(?:avstår|avstod|avstått)\s+(?:\w+\s+)?(?:från\s+)?(?:att\s+)?(?:ta\s+|eget\s+)?ställning|\bavstår från att ta$"
        r"|\b(?:inget|utan)\s+(?:eget\s+)?ställningstagande|\bingen\s+(?:ståndpunkt|ställning)|\bneutral\b",
    ),
    (
        "declined",
        r"\b(?:avstår|avstod|avstått)\s+(?:\w+\s+)?från\s+(?:att\s+)?(?:yttra|svar|besvara|avge|lämna|remiss|inkomma)|\bavböj(?:er|de|t|s)?\b"
        r"|^(?:yttrar sig (?:inte|ej)|avger inget yttrande|lämnar inget (?:yttrande|svar)|vill (?:inte|ej) yttra sig)\b",
    ),
)  # fmt: skip
_FORMS = tuple((stance, re.compile(pattern, re.IGNORECASE)) for stance, pattern in _WORDED)
_LONE = re.compile(r"^(?:avstår|avstått|avstod)[\s.,]*$", re.IGNORECASE)
# Beside a lone "Avstår": the matter is none of the body's, so that it gave no opinion on the motion and none of its own on anything.
_UNTOUCHED = re.compile(
    r"\b(?:berörs|omfattas|påverkas)\s+(?:\w+\s+)?(?:inte|ej)\b|\b(?:inte|ej)\s+(?:\w+\s+)?(?:berörd|berört|berörda)\b"
    r"|\b(?:berör|rör)\s+(?:inte|ej)\s+(?:\w*nämnden|bolaget|styrelsen|rådet|förvaltningen|verksamheten)|\b(?:ligger\s+)?utanför\s+(?:\w+\s+)?(?:verksamhets|ansvars)område\w*",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:inte|ej|icke|varken|vare sig|hellre än|i stället för|snarare än)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NEGATED_AFTER = re.compile(r"^\s+(?:inte|ej|icke|varken)\b", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:om|ifall|innan|huruvida|därest|möjligheten att|skulle kunna)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
# What a text says of another motion, or of a party's proposal, is no stand on this one.
_ELSE = re.compile(r"^\s+(?:(?:\w+\s+)?yrkande\w*\s+från|förslag(?:et)? från)\b", re.IGNORECASE)
# "Avslår Moderaternas yrkande om att avstyrka motionen", "Yrkandet om bifall till motionen avslås": a move that fell is no stand,
# for what was decided in its place is not told. Of what the motion itself proposes the words hold.
_FATE = r"(?:bifall|avslag|avslå|avstyrk|tillstyrk)\w*"
_MOVE = (
    r"(?<!motionens )(?<!motionärens )(?<!motionärernas )(?<!första )(?<!andra )(?<!tredje )(?<!fjärde )(?<!femte )(?<!sista )"
    r"\b(?:\w*yrkande\w*|(?:mot|ändrings|tilläggs)?förslag(?:et|en)?)\b(?!\s+(?:nr\s+)?\d)"
)
_MOVED_TO = rf"{_MOVE}\s+(?:(?!och\b|men\b|samt\b)[^\s,;.]+\s+){{0,8}}?(?:om|att|på|till)\s+(?:(?!och\b|men\b|samt\b)[^\s,;.]+\s+){{0,4}}?{_FATE}"
_FELL = re.compile(
    # In a cell "Avstyrker Yrkande S om bifall" is two things: the capital tells.
    rf"\b(?:avslå\w*|avslog\w*|avvisa\w*|avstyrk\w*|(?:inte|ej)\s+bifall\w*|bifaller\s+(?:inte|ej))\s+(?:(?!motion|och\b|men\b|(?-i:[A-ZÅÄÖ]\w*yrkande|Yrkande))[^\s,;.]+\s+){{0,6}}?(?-i:(?=[a-zåäö])){_MOVED_TO}[^,;.]*"
    rf"|{_MOVED_TO}\b(?:(?!och\b|men\b)[^;.]){{0,160}}?\b(?:avslås|avslogs?|avslagits|avvisas|avvisades|avstyrks|faller|föll)\b",
    re.IGNORECASE,
)
# "Bifaller yrkandet om avslag på motionen": the first word is said of the move, only the last of the motion.
_AGAINST = re.compile(
    rf"\b(?:bifall\w*|biföll|tillstyrk\w*|antar|stöd(?:er|jer)|ställer\s+sig\s+bakom)\s+(?:(?!motion|och\b|men\b)[^\s,;.]+\s+){{0,6}}?"
    rf"{_MOVE}\s+(?:(?!och\b|men\b|samt\b)[^\s,;.]+\s+){{0,8}}?(?:om|att|på|till)\s+(?:(?!och\b|men\b|samt\b)[^\s,;.]+\s+){{0,2}}?(?=avslag|avslå|avstyrk)",
    re.IGNORECASE,
)


def fallen(text: str) -> tuple[tuple[int, int], ...]:
    """Where ``text`` tells what became of a move on the motion, not of the motion: the spans whose words take no stand."""
    return tuple(match.span() for form in (_FELL, _AGAINST) for match in form.finditer(text))


def _without_moves(text: str) -> str:
    for start, end in fallen(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@dataclass(frozen=True, slots=True)
class Verdict:
    """A stance with the words that state it, and what else the cell says. ``silent``: it says that no answer came."""

    value: Stance
    words: str
    rest: str = ""
    silent: bool = False


def verdict(cell: str, comment: str = "") -> Verdict:
    """Where a body stands by its ``cell``; a lone "Avstår" is told by ``comment``. "unclear" where neither says so."""
    text = " ".join(cell.split())
    if _NO_ANSWER.match(text):
        return Verdict("unclear", text, silent=True)
    words, rest = apart(text)
    values = stands(apart(_without_moves(text))[0])
    if _LONE.match(words):
        values = {value for value in stands(comment) if value in {"no-position", "declined"}}
        if not values and _UNTOUCHED.search(comment):
            values = {"declined"}
    return Verdict(settled(values), words or text, rest)


def apart(text: str) -> tuple[str, str]:
    """The words of a cell that may state a stance, and those that tell what else happened, each in their order."""
    taken: list[tuple[int, int]] = []
    for pattern in (FORWARDS, _REMARK_WHOLE):
        taken += [match.span() for match in pattern.finditer(text)]
    words, rest, position = [], [], 0
    for start, end in sorted(taken):
        if start < position:
            continue
        words.append(text[position:start])
        rest.append(text[start:end].strip())
        position = end
    words.append(text[position:])
    said = " ".join(" ".join(words).split())
    return said, " ".join(" ".join(rest).split())


def stands(text: str) -> set[Stance]:
    """Every stance that ``text`` states; none that it denies or only supposes."""
    text = _without_moves(text)
    if _PARTLY.search(text):
        return {"partly"}
    return {value for value, form in _FORMS for match in form.finditer(text) if _counts(text, match, value)}


def settled(values: set[Stance]) -> Stance:
    """The one stance that ``values`` come to: support of one thing with rejection of another is "partly", else two are unclear.

    Who lets the motion count as answered without a position of its own has said what should become of it.
    """
    if values == {"support", "reject"}:
        return "partly"
    if values == {"considered-answered", "no-position"}:
        return "considered-answered"  # "anses besvarad … utan eget ställningstagande"
    return next(iter(values)) if len(values) == 1 else "unclear"


def _counts(text: str, match: re.Match[str], value: Stance) -> bool:
    if value in {"no-position", "declined"}:
        return True
    before, after = text[: match.start()], text[match.end() :]
    return not (_NEGATED.search(before) or _SUPPOSED.search(before) or _NEGATED_AFTER.match(after) or _ELSE.match(after))
