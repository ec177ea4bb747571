"""Which of the motion's demands words point out by number: "första och tredje att-satsen", "yrkande 1–3", "i övrigt"."""

from __future__ import annotations

import re

OTHERS = 0  # "i övrigt": all the demands that are not pointed out
_ORDINALS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde")
_COUNTS = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
_MOST = 30  # demands of a motion; a higher number is something else's

# What a demand is called. "Förslag 2" may be the office's, and is the motion's only where nobody else is named.
_UNIT = (
    r"(?:(?:att|besluts?)-?\s?sats\w*|beslutsförslag(?:et|en)?|(?:del)?yrkande(?:t|na|n|ts)?|(?:hemställans|förslags|besluts|att-)?punkt(?:en|er|erna|ens)?|(?:del)?förslag(?:et|en|ets)?"
    r"|hemställan|krav(?:et|en)?|attsats\w*|sats(?:en|erna)?)"
)
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}\s?:\s?(?:a|e)|(?:sist|senar)e\b)"
_NUMBER = rf"(?:\d{{1,2}}(?![\d/:.-]\d|\s?%|\s\d{{3}}\b)|{'|'.join(_COUNTS)})"
_AND = r"(?:\s*,\s*(?:och\s+|samt\s+)?|\s+och\s+|\s+samt\s+|\s*&\s*)(?:den\s+|det\s+)?"
_TO = r"\s*(?:[–—-]|till(?:\s+och\s+med)?|t\.?o\.?m\.?)\s*"
_SERIES = rf"(?:{_NUMBER}(?:{_TO}{_NUMBER})?)(?:(?:{_AND})(?:{_NUMBER}(?:{_TO}{_NUMBER})?))*"
_ORDINAL_SERIES = rf"{_ORDINAL}(?:{_AND}{_ORDINAL})*"
_OTHERS_PROPOSAL = r"(?<!motionens )(?<!motionärens )(?<!motionärernas )"
_NAMED = re.compile(
    rf"\b(?P<counted>(?:de|motionens)\s+(?P<many>{'|'.join(_COUNTS)})\s+(?P<end>första|sista)\s+{_UNIT})"
    rf"|\b(?P<ordinals>{_ORDINAL_SERIES})\s+(?:av\s+)?(?:motionens\s+)?(?P<unit1>{_UNIT})\b"
    rf"|\b(?P<unit3>{_UNIT})\s+(?P<letters>[a-h]\)?(?:{_AND}[a-h]\)?)*)(?![\wåäö.-])"
    rf"|\b(?P<unit2>{_UNIT})\s*(?:nr|nummer|numro)?\.?\s*(?P<numbers>{_SERIES})\b(?!\s*(?:kronor|mkr|mnkr|miljoner|procent|år\b|kap|§))",
    re.IGNORECASE,
)
# After a demand by its number, the unit may be left out: "att-sats 1 bifalls, 2 avslås", "tillstyrker den första … den andra".
_ELLIPTIC = re.compile(
    rf"(?:^|\b(?:den|det|och|men|,)\s+)(?P<ordinals>{_ORDINAL_SERIES})(?!\s+\w+(?:en|et)\b)(?=\s*(?:[.,;]|$|avsl|avst|bifall|tillst|anses|är))",
    re.IGNORECASE,
)
_ELLIPTIC_NUMBERS = re.compile(
    rf"^\W*(?:och\s+|men\s+|att\s+)*(?P<numbers>(?:\d{{1,2}})(?:(?:{_AND}|{_TO})\d{{1,2}})*)\s+(?=avsl|avst|bifall|tillst|anses)",
    re.IGNORECASE,
)
_REST = re.compile(
    rf"\bi\s+övrigt\b|\b(?:övriga|resterande|återstående)\s+(?:{_UNIT}|delar)|\bresten\s+av\s+motionen\b|\bmotionens\s+övriga\b",
    re.IGNORECASE,
)
_ALL = re.compile(rf"\b(?:samtliga|alla|båda|bägge)\s+(?:de\s+|motionens\s+)?(?:{_UNIT})", re.IGNORECASE)
# "Punkt 2 i verksamhetsplanen", "kommunstyrelsens förslag 1": not the motion's.
_ELSEWHERE = re.compile(
    r"^\s+(?:i|ur|på|under|enligt)\s+(?!motion|övrigt|sin\b|dess\b|remiss|den\s+del)\w+", re.IGNORECASE
)
_WHOSE = re.compile(r"\b(?!motion)[\wåäö]+(?:ens|ets|ers|arnas|gets)\s+$", re.IGNORECASE)
_PROPOSAL = re.compile(r"(?:del)?förslag|krav|punkt|sats", re.IGNORECASE)
# A heading over what is said of one demand: "Att-sats 1", "Yrkande 2: fler bryggor", "Första att-satsen".
_HEADING = re.compile(
    rf"(?:\d+(?:\.\d+)*\.?\s+)?(?:motionens\s+)?(?:(?P<unit>att-?\s?sats(?:en)?|attsats|yrkande|punkt|förslag|krav)\s*(?:nr|nummer)?\.?\s*(?P<number>\d{{1,2}})"
    rf"|(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?:att-?\s?satsen|yrkandet|punkten|förslaget))\b\s*(?:[:–—.-]\s*(?P<rest>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_HEADING = 220  # characters: the demand's own words may stand in it


def numbers(text: str, *, told: bool = False) -> tuple[int, ...]:
    """The demands that ``text``, a clause, points out by number, sorted; 0 for all the others; none where it points out none.

    ``told``: a demand has been pointed out before in the sentence, so that the next may be just "den andra".
    """
    found: set[int] = set()
    for match in _NAMED.finditer(text):
        if _ELSEWHERE.match(text[match.end() :]) or _WHOSE.search(text[: match.start()]):
            continue
        if match["counted"]:
            if match["end"].lower() == "första":
                found |= set(range(1, _COUNTS.index(match["many"].lower()) + 2))
        elif match["letters"]:
            found |= {ord(letter) - ord("a") + 1 for letter in re.findall(r"\b[a-h]\b", match["letters"].lower())}
        elif match["ordinals"]:
            found |= _ordinals(match["ordinals"])
        else:
            found |= _series(match["numbers"])
    if told and not found:
        bare = _ELLIPTIC_NUMBERS.search(text)
        elliptic = _ELLIPTIC.search(text)
        found |= _series(bare["numbers"]) if bare else _ordinals(elliptic["ordinals"]) if elliptic else set()
    if _REST.search(text):
        found.add(OTHERS)
    return tuple(sorted(number for number in found if number <= _MOST))


def speaks_of_all(text: str) -> bool:
    """Whether ``text`` says "samtliga att-satser": the whole motion."""
    return bool(_ALL.search(text))


def heading_number(text: str) -> tuple[int, str] | None:
    """The demand that a heading stands over, and what follows its number in the heading; None for any other text."""
    found = _HEADING.fullmatch(" ".join(text.split())) if len(text) <= _LONGEST_HEADING else None
    if found is None:
        return None
    number = int(found["number"]) if found["number"] else _ORDINALS.index(found["ordinal"].lower()) + 1
    return (number, found["rest"] or "") if 0 < number <= _MOST else None


def _ordinals(text: str) -> set[int]:
    words = re.findall(rf"{'|'.join(_ORDINALS)}|\d{{1,2}}(?=\s?:)", text.lower())
    return {int(word) if word.isdigit() else _ORDINALS.index(word) + 1 for word in words}


def _series(text: str) -> set[int]:
    """The numbers of "1, 2 och 4–6"; an interval that runs backwards counts as its ends."""
    made: set[int] = set()
    for one in re.finditer(rf"(?P<first>{_NUMBER})(?:{_TO}(?P<last>{_NUMBER}))?", text, re.IGNORECASE):
        first = _count(one["first"])
        last = _count(one["last"]) if one["last"] else first
        made |= set(range(first, last + 1)) if first <= last <= _MOST else {first, last}
    return made - {0}


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS.index(word.lower()) + 1
