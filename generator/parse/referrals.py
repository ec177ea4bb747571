"""Who was asked, as one document tells it, and until when; or that nobody was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import BodyKind, Draft, Fact, Mention, ReferralList, Status
from generator.parse.asking import again, asking, nobody
from generator.parse.bodynames import Named, generic_kind, is_generic, names_in_list
from generator.parse.dates import dates
from generator.parse.reading import Reading, Sentence, without_label
from generator.parse.receivers import MORE, Receivers, receivers, subjects

_TO = re.compile(r"\b(?:till|hos)\s+(?=\S)|\bför yttrande\s+(?=[\wåäö-]*nämnd)", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:även|också|dessutom|därutöver|utöver|förutom)\b", re.IGNORECASE)
_LIST_HEADING = re.compile(r"^(?:remissinstanser|remissen|remitterat till|tillfrågade(?: instanser)?)$", re.IGNORECASE)
# A paragraph with one of these under the heading tells of the bodies; it does not list them.
_TELLS = re.compile(r"\bremitter(?:at|ats|ad|ade|ades|as)\b|\b(?:på|som|för) remiss\b|\bskickats ut|\bsänts ut|\b(?:har|hade|avstår|avstod|svarade|lämnade|inkom)\b", re.IGNORECASE)
_TABLE_HEAD = re.compile(r"^remissinstans(?:er)?\s+(?:beslut|ställningstagande|svar|yttrande|kommentar)", re.IGNORECASE)
_LIST_LABELS = {"remissinstanser", "remitterad till", "remitterat till", "tillfrågade", "remiss till"}
_UNTIL = re.compile(
    r"\b(?:remisstid(?:en)?|svarstid(?:en)?|sista (?:svars)?dag|senast|yttra sig|besvaras|svar(?:et)? ska)\b", re.IGNORECASE
)
_ABOUT_ANSWER = re.compile(r"\b(?:remiss|yttrande|svar|yttra|besvara)", re.IGNORECASE)
_DATE_LABELS = {"svar senast", "sista svarsdag", "remisstid", "svarstid", "sista dag", "remisstid till", "svarsdatum"}


# Another council's motion, or another one of this council's, told of right before.
_ANOTHER = re.compile(r"\b(?:liknande|snarlik|motsvarande|annan) motion\b|\bregionfullmäktige\b[^.]*\bmotion\b", re.IGNORECASE)
_THE_MOTION = re.compile(r"(?:Motionen|Den|Denna)\b")
# Whom the author of an answer spoke with while writing it: no question of the board that prepares the matter.
_CONSULTED = re.compile(
    r"\b(?:I|Under|Inför) (?:arbetet med|beredningen av|framtagandet av) (?:\w+ )?(?:yttrande|svar|remissvar|tjänsteutlåtande)\w*\b"
    r"|\b(?:förvaltningen|kontoret|bolaget|nämnden|vi) har [^.]{0,40}?\b(?:inhämtat|begärt in|tagit in) synpunkter från\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?:förvaltning(?:en)?|kontoret)$", re.IGNORECASE)
_GIVEN = re.compile(r"^även\s", re.IGNORECASE)  # "Även parknämnden har getts …" adds to those just named
_GOT = re.compile(r"\b(?:fått|fick|mottagit|erhållit|får)\b", re.IGNORECASE)
_FROM_BOARD = re.compile(r"\b(?:från|av)\s+(?:\w+s )?(?:kommunstyrelsen|stadsledningskontoret|kommunledningskontoret|kommunledningsförvaltningen|kommunkansliet|stadskansliet|regionstyrelsen)\b", re.IGNORECASE)
_FOR_OPINION = re.compile(r"\b(?:yttrande|yttra sig|synpunkter|remissinstans)", re.IGNORECASE)
_HEADED = re.compile(r"^(?:svar på remiss|remissvar\b|remissyttrande\b|yttrande (?:över|på|angående|till) remiss|remiss (?:från|av|angående|avseende|gällande|om)\b)", re.IGNORECASE)
_KINDS: tuple[tuple[str, BodyKind], ...] = (
    (r"(?:den |denna )?nämnden", "namnd"),
    (r"(?:den |denna )?styrelsen", "styrelse"),
    (r"(?:det |detta )?bolaget", "bolag"),
    (r"(?:förvaltningen|kontoret)", "forvaltning"),
    (r"(?:oss|rådet|förbundet|föreningen)", "other"),
)


def referrals(reading: Reading, draft: Draft) -> Draft:
    """Fill ``referrals`` (each list as it stands), ``asked_kind``, ``deadlines`` and ``not_referred``.

    ``asked_kind`` is an unnamed addressee ("stadsdelsnämnden"): whoever writes was asked itself. It is inferred where only
    the document's heading says that it answers a referral. A motion cannot tell of its own referral but in a label.
    """
    lists: list[ReferralList] = []
    own: Fact | None = draft.asked_kind
    none: Fact | None = None
    before = ""
    for sentence in reading.sentences() if draft.kind != "motion" else ():
        earlier, before = before, sentence.text
        if none is None and draft.kind == "response" and nobody(sentence.text, preparing=draft.role == "preparation"):
            none = sentence.fact("", 0)
        asked, start, self_asked = _asked(sentence, draft)
        if asked.names and (_others_motion(earlier, sentence.text) or (draft.role == "answer" and _CONSULTED.search(sentence.text))):
            continue
        names = [name for name in asked.names if not is_generic(name.full)]
        if names or asked.groups:
            lists.append(_list(names, asked, sentence, also=bool(_ALSO.search(sentence.text[:start]) and not _GIVEN.match(sentence.text))))
        elif own is None:
            own = next((sentence.fact(kind, start) for name in asked.names if (kind := _kind(name.name))), None)
            own = own or (sentence.fact("other", start) if self_asked else None)
    lists.extend(_labelled(reading))
    if own is None and draft.kind == "response" and draft.role == "answer":
        own = next((Fact("other", Status.INFERRED, block.text, block.place) for block in reading.preface[:8] if _HEADED.match(block.text)), None)
    return replace(
        draft,
        referrals=tuple(dict.fromkeys(lists)),
        asked_kind=own,
        deadlines=_deadlines(reading),
        not_referred=none or (_listed_nobody(reading) if draft.kind == "response" else None),
    )


def _others_motion(earlier: str, text: str) -> bool:
    """Whether "Motionen har skickats till …" goes on about a motion that the sentence before tells of as another."""
    return bool(_THE_MOTION.match(text) and _ANOTHER.search(earlier))


def _asked(sentence: Sentence, draft: Draft) -> tuple[Receivers, int, bool]:
    """The bodies a sentence says were asked, the offset of their list, and whether it says so of whoever writes."""
    found = asking(sentence.text)
    if found is None:
        return Receivers(), 0, False
    text = sentence.text
    if found.form == "self":
        return Receivers(), found.start, True
    if found.form == "subject":
        made = subjects(text[: found.start])
        if not made.names and not made.groups:
            made = receivers(text[found.end :].lstrip(), found.end + len(text[found.end :]) - len(text[found.end :].lstrip()))
        if made.names and draft.role == "answer" and all(_OFFICE.search(name.full) for name in made.names):
            return Receivers(), found.start, True  # its own office has received it
        return (Receivers() if _only_board(made) else made), found.start, False
    if found.form in {"from", "object"}:
        return receivers(text[found.end :], found.end), found.end, False
    best, at = Receivers(), 0
    for to in _TO.finditer(text, found.start):
        made = receivers(text[to.end() :], to.end())
        if any(re.search(r"^[a-zåäö]\w* till\b", name.full) for name in made.names):
            continue  # "… lokalbidrag till föreningar till kulturnämnden": the list begins at the next "till"
        if len(made.names) + len(made.groups) > len(best.names) + len(best.groups):
            best, at = made, to.end()
    if not best.names and not best.groups:
        # "Till kulturnämnden har motionen skickats på remiss", "på remiss från kommunstyrelsen" to whoever writes.
        made = subjects(text[: found.start]) if _GOT.search(text[: found.start + 1]) else Receivers()
        return (made, found.start, False) if made.names else (Receivers(), found.start, draft.role == "answer" and bool(_FROM_BOARD.search(text)))
    if _only_board(best) and not _FOR_OPINION.search(text):
        return Receivers(), 0, False  # the council's own board prepares the matter
    return best, at, False


def _only_board(found: Receivers) -> bool:
    return bool(found.names) and not found.groups and all(re.fullmatch(r"kommunstyrelsen?s?|regionstyrelsen", name.full, re.IGNORECASE) for name in found.names)


def _kind(name: str) -> BodyKind | None:
    """The kind of an unnamed addressee; None for a plural, which may be anybody."""
    if generic_kind(name) == "stadsdelsnamnd":
        return "stadsdelsnamnd"
    return next((kind for pattern, kind in _KINDS if re.fullmatch(pattern, name.strip(), re.IGNORECASE)), None)


def _list(names: list[Named], asked: Receivers, sentence: Sentence, *, also: bool) -> ReferralList:
    spots = [(name.name, _whose_board(name.full), name.start) for name in names] + [(words, words, at) for words, at in asked.groups]
    if asked.open:
        spots.append((MORE, MORE, spots[-1][2]))
    mentions = tuple(Mention(name, full, sentence.block.place_at(sentence.start + at)) for name, full, at in spots)
    return ReferralList(mentions, sentence.text, sentence.place, besides_sender=also, again=again(sentence.text))


def _whose_board(name: str) -> str:
    """A company under its own name where its board is written: "styrelsen för Hamn AB", "Hamnbolagets styrelse"."""
    led = re.match(r"styrelsen (?:för|i|till) (?=\S.*\bAB\b|AB\b)", name, re.IGNORECASE)
    if led:
        return name[led.end() :]
    owned = re.fullmatch(r"(?P<company>[A-ZÅÄÖ].*?)s styrelse", name)
    return owned["company"] if owned and not re.search(r"(?:kommun|region|stad|landsting)$", owned["company"]) else name


def _listed_nobody(reading: Reading) -> Fact | None:
    """Where a heading for the bodies asked has nothing under it but a word that there were none."""
    for part in reading.parts:
        if part.heading and _LIST_HEADING.match(part.heading.text.strip().rstrip(":")) and part.blocks:
            block = part.blocks[0]
            if re.fullmatch(r"(?:inga|ingen|-|–|inga remissinstanser|ej aktuellt|har inte remitterats)\.?", block.text.strip(), re.IGNORECASE):
                return Fact("", Status.STATED, f"{part.heading.text} {block.text}", block.place)
    return None


def _labelled(reading: Reading) -> Iterator[ReferralList]:
    """Lists under a heading (Remissinstanser) or after a label."""
    for part in reading.parts:
        if part.heading and _LIST_HEADING.match(part.heading.text.strip().rstrip(":")):
            mentions: list[Mention] = []
            for block in part.blocks:
                if _TABLE_HEAD.match(block.text):
                    break  # what follows is what they answered, in columns that the lines run together
                text = re.sub(r"^[•●▪–—*-]\s*", "", block.text)
                shift = len(block.text) - len(text)
                rows = names_in_list(text, shift) if not _TELLS.search(text) else ()
                if not rows and block.kind == "item" and len(text) < 80:
                    rows = (Named(text, text, shift),)
                mentions.extend(
                    Mention(row.name, row.full, block.place_at(row.start)) for row in rows if not is_generic(row.full)
                )
            if mentions:
                yield ReferralList(tuple(mentions), " ".join(block.text for block in part.blocks)[:600], part.heading.place)
    for block in reading.preface:
        label, value = without_label(block.text)
        if label in _LIST_LABELS:
            rows = names_in_list(value, block.text.find(value))
            if rows:
                yield ReferralList(
                    tuple(Mention(row.name, row.full, block.place_at(row.start)) for row in rows), block.text, block.place
                )


def _deadlines(reading: Reading) -> tuple[Fact, ...]:
    found: dict[str, Fact] = {}
    for block in reading.preface:
        label, value = without_label(block.text)
        if label in _DATE_LABELS:
            for date, _ in dates(value):
                found.setdefault(date, Fact(date, Status.STATED, block.text, block.place))
    for sentence in reading.sentences():
        trigger = _UNTIL.search(sentence.text)
        if not trigger or not _ABOUT_ANSWER.search(sentence.text):
            continue
        for date, at in dates(sentence.text):
            if at > trigger.start() and at - trigger.end() < 60:
                found.setdefault(date, sentence.fact(date, at))
                break
    return tuple(fact for date, fact in found.items() if not date.startswith("XXXX"))


