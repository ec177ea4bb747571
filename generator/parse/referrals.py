"""Who was asked, as one document tells it, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import Draft, Fact, Mention, ReferralList, Status
from generator.parse.bodynames import Named, generic_kind, is_generic, names_in_list
from generator.parse.dates import dates
from generator.parse.reading import Reading, Sentence, without_label

_ASKED = re.compile(
    r"\b(?:remitterat|remitterats|remitterad|remitterade|remitterades|remitteras|på remiss|som remiss|för remiss|"
    r"skickats ut|(?:motionen|remissen|ärendet) har (?:även |också )?skickats|sänts ut|remiss till)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:till|hos)\s+(?:följande(?: instanser)?:?\s+)?(?=\S)|\bför yttrande\s+(?=[\wåäö-]*nämnd)")
_ALSO = re.compile(r"\b(?:även|också|dessutom|därutöver)\b", re.IGNORECASE)
_LIST_HEADING = re.compile(r"^(?:remissinstanser|remissen|remitterat till|tillfrågade(?: instanser)?)$", re.IGNORECASE)
# A paragraph with one of these under the heading tells of the bodies; it does not list them.
_TELLS = re.compile(rf"{_ASKED.pattern}|\b(?:har|hade|avstår|avstod|svarade|lämnade|inkom)\b", re.IGNORECASE)
_TABLE_HEAD = re.compile(r"^remissinstans(?:er)?\s+(?:beslut|ställningstagande|svar|yttrande|kommentar)", re.IGNORECASE)
_LIST_LABELS = {"remissinstanser", "remitterad till", "remitterat till", "tillfrågade", "remiss till"}
_UNTIL = re.compile(
    r"\b(?:remisstid(?:en)?|svarstid(?:en)?|sista (?:svars)?dag|senast|yttra sig|besvaras|svar(?:et)? ska)\b", re.IGNORECASE
)
_ABOUT_ANSWER = re.compile(r"\b(?:remiss|yttrande|svar|yttra|besvara)", re.IGNORECASE)
_DATE_LABELS = {"svar senast", "sista svarsdag", "remisstid", "svarstid", "sista dag", "remisstid till", "svarsdatum"}


def referrals(reading: Reading, draft: Draft) -> Draft:
    """Fill ``referrals`` (each list as it stands), ``asked_kind`` (an unnamed addressee) and ``deadlines``."""
    lists: list[ReferralList] = []
    kind: Fact | None = draft.asked_kind
    for sentence in reading.sentences():
        names, start = _asked(sentence)
        named = [name for name in names if not is_generic(name.full)]
        if named:
            also = bool(_ALSO.search(sentence.text[:start]))
            lists.append(_list(named, sentence.text, sentence, also=also))
        for name in names:
            unnamed = generic_kind(name.name)
            if unnamed and kind is None and not named:
                kind = sentence.fact(unnamed, start)
    lists.extend(_labelled(reading))
    return replace(
        draft,
        referrals=tuple(dict.fromkeys(lists)),
        asked_kind=kind,
        deadlines=_deadlines(reading),
    )


def _asked(sentence: Sentence) -> tuple[tuple[Named, ...], int]:
    """The bodies named after "till" in a sentence about referral, with the offset of the list; empty if there are none."""
    trigger = _ASKED.search(sentence.text)
    if not trigger:
        return (), 0
    best: tuple[tuple[Named, ...], int] = ((), 0)
    for to in _TO.finditer(sentence.text, trigger.start()):
        names = names_in_list(sentence.text[to.end() :], to.end())
        if len(names) > len(best[0]):
            best = names, to.end()
    return best


def _list(named: list[Named], quote: str, sentence: Sentence, *, also: bool) -> ReferralList:
    mentions = tuple(
        Mention(name.name, name.full, sentence.block.place_at(sentence.start + name.start)) for name in named
    )
    return ReferralList(mentions, quote, sentence.place, besides_sender=also)


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


