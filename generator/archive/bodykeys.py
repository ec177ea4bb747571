"""The forms of a body's name, and the keys under which two forms of one name meet.

Part of the room ``archive``. A key takes off what inflection and habit add: case, the definite form, a genitive, the city
before the name, "aktiebolag" for AB, "&" for och, the hyphen of a wrapped line. What a key leaves apart are two names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.addresses import slug
from generator.model import Body, BodyKind

_BOARD = r"(?:nämnd|förvaltning|kontor|styrelse|beredning|råd|utskott|fullmäktige|avdelning)"
# "Ekviks Stads Leasing AB" has the city in its name; "Ekviks stads skolnämnd" is the city's own board.
_CITY = re.compile(r"^[\wåäö]+s (?:stads?|kommuns?) (?=\w)(?!.*\b(?:AB|Aktiebolag)\b)", re.IGNORECASE)
_FORMS = (
    (re.compile(r"(nämnd|förvaltning|beredning|stiftelse|styrelse|avdelning|myndighet)(?:en|n)?s?$"), r"\1"),
    (re.compile(r"(kontor|råd|bolag|utskott|förbund)(?:et)?s?$"), r"\1"),
    (re.compile(r"mus(?:é|e)et$"), "museum"),
)
_KINDS: tuple[tuple[str, BodyKind], ...] = (
    (r"(?:stadsdels|kommundels)nämnd", "stadsdelsnamnd"),
    (r"nämnd(?:en)?\b", "namnd"),
    (r"(?:förvaltning(?:en)?|kontoret)\b", "forvaltning"),
    (r"\bAB\b|\baktiebolag|bolag(?:et)?\b", "bolag"),
    (r"styrelse(?:n)?\b", "styrelse"),
    (r"fullmäktige\b", "fullmaktige"),
)
# "Grundskolenämnd" over a letter and "grundskolenämnden" in its text are one; a district's board is never written with -en.
_OWN_CITY = re.compile(r"^[A-ZÅÄÖ][\wåäö]+ (?:[Ss]tads?|[Kk]ommuns?) (?=[a-zåäö])")
_INDEFINITE = re.compile(r"((?<!dels)nämnd|(?<!dels)förvaltning)\b")
_WRAPPED = re.compile(r"(?<=\w)- (?!och\b|samt\b|eller\b|respektive\b)(?=[a-zåäö])")
_COMPANY = re.compile(r"\baktiebolag(?:et)?\b", re.IGNORECASE)
# What may stand around a board's name and says only whose it is: "kommunens valnämnd", "Valnämnden i Ekviks kommun".
_OWNED = re.compile(r"^(?:kommunens|stadens|regionens|vår|i)\s+(?=\w)", re.IGNORECASE)
_TAIL = re.compile(rf"^(?P<body>.*\w*{_BOARD}(?:en|et|n)?\b.*?),?\s+(?:i\s+)?(?P<place>[A-ZÅÄÖ][\wåäö-]+?)s?(?:\s+(?:kommun|stad|Kommun|Stad))?$")
_IN_PLACE = re.compile(r"\si\s+[A-ZÅÄÖ][\wåäö-]+(?:\s+(?:kommun|stad))?$|\s(?:kommun|stad|Kommun|Stad)$")
_BOARD_OF = re.compile(r"^styrelsen (?:för|i) (?=[A-ZÅÄÖ])", re.IGNORECASE)
_FIRM_BOARD = re.compile(r"^(?P<firm>.*\bAB) styrelse$")
_BOARD_TWICE = re.compile(r"^nämnden för (?=.*\wnämnd(?:en)?$)", re.IGNORECASE)  # "Nämnden för miljönämnden"
_OFFICE_HEAD = re.compile(r"(?:förvaltning|kontor)(?=$|\s)")
_BOARD_HEAD = re.compile(r"nämnd(?=$|\s)")
_DISTRICTS = {"stadsdelsnämnd": "stadsdelsnämnd", "sdn": "stadsdelsnämnd", "stadsdelsförvaltning": "stadsdelsförvaltning", "kommundelsnämnd": "kommundelsnämnd"}
_SHORTEST = 3  # letters of a word that keeps its s: "ABS", "oss"
_NO_STEM = frozenset({"", "stadsdels", "kommundels", "kommunstyrelsens", "fack"})


def name_key(name: str) -> str:
    """The key under which forms of one name meet: "Socialnämnd Centrum" and "socialnämnden Centrums" have the same."""
    return _key(_CITY.sub("", " ".join(name.split())))


def _key(name: str) -> str:
    text = _WRAPPED.sub("", name)
    text = _COMPANY.sub("AB", text).removesuffix(":s").replace("&", "och")
    words = [_word(word) for word in text.lower().split(" ")]
    if len(words) > 1 and words[0] in _DISTRICTS:
        words = [*words[1:], _DISTRICTS[words[0]]]  # "Stadsdelsnämnden Lundby", "Lundby stadsdelsnämnd"
    return " ".join(words)


def _word(word: str) -> str:
    """A word of a key: a head in its indefinite form, any other without the s of a genitive and the hyphen of a shared head."""
    for pattern, form in _FORMS:
        word, changed = pattern.subn(form, word)
        if changed:
            return word
    bare = word.removesuffix("-")
    return bare.removesuffix("s") if len(bare) > _SHORTEST else bare


def looser_keys(name: str) -> Iterator[str]:
    """The keys of ``name`` without what says only whose it is, for a search among names that are known; nearest first."""
    text = " ".join(name.split())
    bare = _OWNED.sub("", text)
    if bare != text:
        yield name_key(bare)
    tail = _TAIL.match(bare) if _IN_PLACE.search(bare) else None
    if tail:
        yield name_key(tail["body"])
    of = _BOARD_OF.sub("", text)
    if of != text:
        yield name_key(of)
    board = _FIRM_BOARD.match(text)
    if board:
        yield name_key(board["firm"])
    once = _BOARD_TWICE.sub("", text)
    if once != text:
        yield name_key(once)


def place_in(name: str) -> str:
    """The municipality that a board's name ends with: "Valnämnden i Ekviks kommun" → "ekvik"; "" where it names none."""
    tail = _TAIL.match(" ".join(name.split())) if _IN_PLACE.search(name) else None
    return tail["place"].lower() if tail else ""


def firm_key(name: str) -> str:
    """The key of a company's name, which keeps its city, without its AB, wherever that stands; "" if nothing is left."""
    text = _BOARD_OF.sub("", " ".join(name.split()))
    return " ".join(word for word in _key(text).split(" ") if word != "ab")


def office_stem(name: str) -> str:
    """What an office looks after, as its name has it: "Miljökontoret" → "miljö"; "" for no office, or one without a name."""
    stem, changed = _OFFICE_HEAD.subn("", name_key(name), count=1)
    return stem.strip() if changed and stem.strip() not in _NO_STEM else ""


def board_stem(name: str) -> str:
    """What a board looks after: "Miljönämnden" → "miljö"; "" for no board, or one without a name."""
    stem, changed = _BOARD_HEAD.subn("", name_key(name), count=1)
    return stem.strip() if changed and stem.strip() not in _NO_STEM else ""


def unregistered(name: str) -> Body:
    """A body that only the documents name, under the name they use."""
    shown = _OWN_CITY.sub("", _WRAPPED.sub("", " ".join(name.split()))).rstrip(" ,;:")
    board = _FIRM_BOARD.match(shown)
    shown = board["firm"] if board else _BOARD_TWICE.sub("", shown)
    shown = shown[:1].upper() + shown[1:]
    return Body(slug(_INDEFINITE.sub(r"\1en", shown)), shown, kind_of(shown), registered=False)


def kind_of(name: str) -> BodyKind:
    """The kind of body that a name tells by its head; "other" where it tells none."""
    return next((kind for pattern, kind in _KINDS if re.search(pattern, name, re.IGNORECASE)), "other")


def bare(municipality: str) -> str:
    """A municipality's name without its kind and its genitive, in lower case: "Stockholms stad" → "stockholm"."""
    return re.sub(r"\s+(?:stad|kommun)$", "", municipality.strip().lower()).removesuffix("s")
