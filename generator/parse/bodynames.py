"""How documents name bodies, alone and in lists with elided heads.

"Bromma, Kungsholmens och Skärholmens stadsdelsnämnder" names three bodies; "exploaterings- och trafiknämnderna" two. What is
written is kept as it is (``Mention.name``); the elided head is put back in ``Mention.full``. Which body is meant is
settled later, against the register.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Heads that make a name a body's. Plurals are given with their singular.
_HEADS = (
    r"(?:stadsdels|kommundels)?nämnd(?:en)?|styrelsen?|förvaltning(?:en)?|kontoret|råd(?:et)?|bolag(?:et)?|fullmäktige|"
    r"utskott(?:et)?|beredning(?:en)?|myndighet(?:en)?|verket|museet|muséet|stiftelse(?:n)?|förening(?:en)?|förbund(?:et)?|AB|"
    r"avdelning(?:en)?"
)
_HEAD = re.compile(rf"(?:{_HEADS})$", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?P<stem>\w*)(?P<head>nämnderna|nämnder|förvaltningarna|förvaltningar|styrelserna|styrelser|kontoren)$", re.IGNORECASE
)
_SINGULAR = {
    "nämnder": "nämnd", "nämnderna": "nämnd", "förvaltningar": "förvaltning", "förvaltningarna": "förvaltning",
    "styrelser": "styrelse", "styrelserna": "styrelse", "kontoren": "kontoret",
}  # fmt: skip
_HYPHENATED_HEAD = re.compile(r"^(?P<stem>.+?)(?P<head>nämnden|nämnderna|nämnder|nämnd|kontoret|förvaltningen|styrelsen)$", re.IGNORECASE)
# A body spoken of without a name: it says what kind it is, not which.
_GENERIC = re.compile(
    r"^(?:den |denna |berörda |respektive |samtliga |aktuella |övriga |alla )*"
    r"(?:(?P<district>stadsdels|kommundels)?(?:nämnd(?:en|er|erna|ens)?|förvaltning(?:en|ar|arna|ens)?)|"
    r"bolag(?:et)?|förbund(?:et)?|förening(?:en)?|råd(?:et)?|kontor(?:et|ets)?|styrelse(?:n|ns)?|remissinstans(?:er|erna)?|nämnder och bolag|myndighet(?:en|er)?)$",
    re.IGNORECASE,
)
# A list ends where the sentence turns to something else.
_END = re.compile(
    r"\s+(?:(?:(?:och|samt) )?för (?:yttrande|kännedom|synpunkter|svar|besvarande|remiss|möjlighet|eventuellt|att)|med|senast|som|vilka|vilket|men|där|samtidigt|under|inom|har|ska|skall|kan|är|var|fick|på remiss|den \d+|att|om|över|gällande|angående|avseende|rörande|beträffande|motion(?:en)?|dnr)(?=[\s.,;:]|$)"
    r"|\s*\(|[.;:](?:\s|$)|,\s+(?:som|vilka|varav|med|dock|men)\s",
    re.IGNORECASE,
)
# Two boards may stand in a row without a comma, as where the rows of a list have run together.
_SPLIT = re.compile(r"(?<=nämnden)\s+(?=[A-ZÅÄÖ][\wåäö-]*nämnden\b)|,\s+(?:samt\s+|och\s+)?(?:(?:även\s+)?till\s+)?|(?<!-)\s+(?:och|samt|respektive|&(?!\s+Co\b))\s+(?:(?:även\s+)?till\s+)?")
_PAIR = re.compile(r"^(?P<one>\S+-)\s+(?:och|samt|&)\s+(?P<other>\S.*)$")
_LEAD = re.compile(r"^(?:till|från|hos|av|dels|även|samt|och|följande(?: instanser)?:?)\s+", re.IGNORECASE)
_INNER = re.compile(r"(?:nämnden|styrelsen|rådet|föreningen|stiftelsen|myndigheten|förbundet) (?:för|till|mot)\s\w", re.IGNORECASE)
# "Socialnämnd Nordost", "Koloniträdgårdsförbundet i Stor-Stockholm": a head with the place it serves.
_PLACED = re.compile(
    r"\w+nämnd(?:en)? [A-ZÅÄÖ][\wåäö-]+$"
    r"|(?:[\wåäö-]+ )?\w*(?:förbundet|föreningen|rådet|bolaget|AB)(?: i)? [A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)?(?: AB)?$"
)
# "Valnämnden i Ekviks kommun", "Miljönämnden i Norrby": the place says whose the board is.
_IN_PLACE = re.compile(r"(?:(?<=nämnden)|(?<=kontoret)|(?<=nämnd)|(?<=förvaltningen)|(?<=styrelsen)) i [A-ZÅÄÖ][\wåäö-]+(?: (?:kommun|stad))?$")
# "ett antal nämnder", "beslut i nämnden": words about bodies that name none.
_COUNTED = re.compile(r"^(?:(?:ett antal|flera|några|vissa|andra|olika|de|dessa|stadens|kommunens) |(?:beslut|yttrande|svar|förslag) (?:i|från|av) )", re.IGNORECASE)
_SMALL = frozenset({"i", "för", "av", "och", "samt", "till", "på", "de", "stad", "stads", "stadens", "kommun", "kommuns", "kommunens", "region"})
_GENITIVE = re.compile(r"(?:nämndens|styrelsens|fullmäktiges|förvaltningens)$")
_LOW_WORD = re.compile(r"(?!följande|bland|annat|berörda|samtliga|övriga)[a-zåäö]{4,}")
# "socialnämnderna Centrum, Hisingen och Sydväst": one board for each place.
_PLURAL_PLACED = re.compile(r"^(?P<stem>[\wåäö]+)(?P<head>nämnderna|nämnder|förvaltningarna|förvaltningar) (?P<place>[A-ZÅÄÖ][\wåäö-]+)$")
_PLACE = re.compile(r"[A-ZÅÄÖ][\wåäö-]+")
_SERVES = re.compile(r"^(?:nämnden|förvaltningen) för \w+$", re.IGNORECASE)
_LONGEST = 90  # characters of a body's name
# A heading that layout has joined to the name after it: "Bakgrund Ekviks Hamn AB har fått motionen".
_GLUED = re.compile(r"^(?:Bakgrund|Sammanfattning|Inledning|Ärendet|Remissinstans(?:er)?|Bedömning|Yttrande|Beslut)\s+(?=[A-ZÅÄÖ])")
# What led on to words that the list has lost: "Sjömanskyrkan för".
_LEFT_OVER = re.compile(r"\s+(?:för|till|av|hos|från|om|på)$")


@dataclass(frozen=True, slots=True)
class Named:
    """A body as written at an offset, and with its elided head put back."""

    name: str
    full: str
    start: int


def is_body(text: str) -> bool:
    """Whether ``text`` is a body's name by its head: "Bromma stadsdelsnämnd", "trafiknämnden", "Göteborg Energi AB"."""
    if not text or len(text) > _LONGEST:
        return False
    text = _IN_PLACE.sub("", text)
    # A sentence may end in a body's name; a name holds few words in lower case after its first.
    low = [word for word in text.split()[1:] if word[0].islower() and word not in _SMALL and not word.endswith("-") and not _GENITIVE.search(word)]
    return _inner_head(text) or (len(low) <= 1 and bool(_HEAD.search(text) or _PLURAL.search(text)))


def is_generic(text: str) -> bool:
    """Whether ``text`` speaks of a body without naming it: "stadsdelsnämnden", "förvaltningen"."""
    return bool(_GENERIC.match(text.strip()))


def generic_kind(text: str) -> str | None:
    """The kind that an unnamed body has: "stadsdelsnämnden" → "stadsdelsnamnd"; None if nothing can be told."""
    found = _GENERIC.match(text.strip())
    return "stadsdelsnamnd" if found and found["district"] else None


def names_in_list(text: str, offset: int = 0) -> tuple[Named, ...]:
    """The bodies that the list at the beginning of ``text`` names; empty if it does not begin with one.

    An item counts if its head is a body's, or if it begins with a capital and others of the list are bodies.
    """
    end = _END.search(text)
    listed = text[: end.start()] if end else text
    pieces: list[tuple[str, int]] = []
    position = split_before = 0
    for split in [*_SPLIT.finditer(listed), None]:
        stop = split.start() if split else len(listed)
        piece = listed[position:stop]
        lead = _LEAD.match(piece.lstrip())
        skipped = len(piece) - len(piece.lstrip()) + (lead.end() if lead else 0)
        glued = _GLUED.match(piece[skipped:])
        skipped += glued.end() if glued else 0
        bare = _LEFT_OVER.sub("", piece[skipped:].rstrip())
        pair = _PAIR.match(bare)
        if pair and (_PLURAL.search(bare) or (pieces and pieces[-1][0].endswith("-"))):
            # In the singular and alone it may be the name of one body: Miljö- och hälsoskyddsnämnden.
            pieces.append((pair["one"], offset + position + skipped))
            pieces.append((pair["other"], offset + position + skipped + pair.start("other")))
        elif bare and pieces and listed[split_before:position].strip() in {"och", "samt"} and _SERVES.match(pieces[-1][0]) and _goes_on(bare):
            first, start = pieces[-1]
            pieces[-1] = text[start - offset : start - offset + len(first)] + listed[split_before:position] + bare, start
        elif bare and pieces and listed[split_before:position].strip() in {"och", "samt"} and _is_low(pieces[-1][0]) and bare[0].islower() and is_body(bare):
            # "kretslopp och vattennämnden": a word in lower case without a head is no body of its own.
            start = pieces[-1][1]
            pieces[-1] = text[start - offset : position + skipped + len(bare)], start
        elif bare:
            pieces.append((bare, offset + position + skipped))
        split_before = split.start() if split else stop
        position = split.end() if split else stop
    kept: list[tuple[str, int]] = []
    for bare, start in pieces:
        if len(bare) > _LONGEST or _COUNTED.match(bare) or not (_PLURAL_PLACED.match(bare) or is_body(bare) or is_generic(bare) or bare[0].isupper() or bare.endswith("-")):
            break
        kept.append((bare, start))
    if not any(is_body(bare) or is_generic(bare) or _PLURAL_PLACED.match(bare) for bare, _ in kept):
        return ()
    if any(_is_prose(bare) for bare, _ in kept):
        return ()
    return tuple(_with_heads(kept))


def _is_low(text: str) -> bool:
    """Whether a piece is a single word in lower case that names no body."""
    return bool(_LOW_WORD.fullmatch(text)) and not is_body(text) and not is_generic(text)


def _goes_on(text: str) -> bool:
    """Whether a piece after "och" goes on with what the board before serves: "nämnden för arbetsmarknad och vuxenutbildning"."""
    return text[0].islower() and " " not in text and not is_body(text) and not is_generic(text)


def _is_prose(text: str) -> bool:
    """Whether a piece without a head is a sentence that happens to stand before a body's name: its words are in lower case."""
    if is_body(text) or is_generic(text) or text.endswith("-") or _PLURAL_PLACED.match(text):
        return False
    return sum(word[0].islower() and word not in _SMALL for word in text.split()) > 1


def _with_heads(pieces: list[tuple[str, int]]) -> list[Named]:
    made: list[Named] = []
    each = ""  # the head that the places after it share
    for index, (bare, start) in enumerate(pieces):
        full = bare
        placed = _PLURAL_PLACED.match(bare)
        if placed:
            each = placed["stem"] + _SINGULAR[placed["head"]]
        elif not _PLACE.fullmatch(bare) or is_body(bare):
            each = ""
        if each:
            made.append(Named(bare, f"{each} {placed['place'] if placed else bare}", start))
            continue
        if bare.endswith("-"):
            # "exploaterings-, stadsbyggnads- och trafiknämnden": the next whole word gives the head.
            following = next((piece for piece, _ in pieces[index + 1 :] if not piece.endswith("-")), "")
            head = _HYPHENATED_HEAD.match(following.split(" ")[0])
            full = bare[:-1] + (_SINGULAR.get(head["head"].lower(), head["head"]) if head else "")
        elif not is_body(bare):
            full = _headless(bare, [piece for piece, _ in pieces[index + 1 :]])
        else:
            plural = _PLURAL.search(bare)
            if plural and not is_generic(bare):
                full = bare[: plural.start("head")] + _SINGULAR[plural["head"].lower()]
        made.append(Named(bare, full, start))
    return made


def _headless(bare: str, following: list[str]) -> str:
    """A name without a head takes that of the first plural after it, if nothing with a head of its own comes between."""
    for piece in following:
        plural = _PLURAL.search(piece)
        if plural:
            return f"{bare} {plural['stem'].lower()}{_SINGULAR[plural['head'].lower()]}"
        if is_body(piece):
            return bare
    return bare


def _inner_head(text: str) -> bool:
    """Names with their head first: "Nämnden för demokrati", "Rådet till skydd för Stockholms skönhet"."""
    return bool(_INNER.match(text) or _PLACED.match(text))
