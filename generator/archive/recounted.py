"""Numbers and days that documents tell again, held against what they tell of. Part of the room ``archive``.

Each rule gives the values side by side, or nothing; see ``discrepancies``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model import Draft, Fact, Passage, Status
from generator.parse.dates import UNKNOWN_YEAR, dates
from generator.parse.receivers import is_group
from generator.swedish.words import sentences

_WORDS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_COUNT = rf"(?P<count>{'|'.join(_WORDS[2:])}|\d{{1,2}})"
# "Motionen har remitterats till sju instanser", "de sju remissinstanserna", "sju nämnder har tillfrågats"
_ASKED = (
    re.compile(rf"\b(?:remitterats|remitterades|skickats|skickades|sänts|på remiss|remiss) till (?:totalt |sammanlagt )?{_COUNT} (?:\w+ )?(?:\w*instanser|nämnder(?: och \w+)?|bolag)\b", re.IGNORECASE),
    re.compile(rf"\b(?:de|samtliga|alla|av)\s+{_COUNT}\s+(?:tillfrågade\s+|utvalda\s+)?(?:remissinstanser(?:na)?|tillfrågade\b|tillfrågade instanser(?:na)?)", re.IGNORECASE),
    re.compile(rf"\b{_COUNT}\s+(?:\w*instanser|nämnder(?: och \w+)?)\s+(?:har\s+)?(?:tillfrågats|tillfrågades|fått (?:motionen|möjlighet|tillfälle)|beretts|getts|ombetts)", re.IGNORECASE),
)  # fmt: skip
_DEMANDS = re.compile(
    rf"\bmotion\w*\b[^.;]{{0,60}}?\b{_COUNT}\s+(?:\w+\s+)?(?:yrkanden(?:a)?|att-satser(?:na)?|hemställanspunkter|förslag till beslut|förslag(?:en)?|punkter)\b", re.IGNORECASE
)
_NOT_ALL = re.compile(r"\b(?:av|första|sista|senare|andra|minst|två första)\s*$", re.IGNORECASE)
_FILED = re.compile(
    r"\bmotion\w*\b[^.;]{0,120}?\b(?:lämnades in|lämnats in|inlämnades|inlämnad|väcktes|väckt|väckte|inkom|ingavs|anmäldes|lade fram)\b[^.;]{0,50}?(?=\d|den \d)",
    re.IGNORECASE,
)
_BARE_COUNT = re.compile(rf"(?:{'|'.join(_WORDS[2:])}|\d{{1,2}})\s", re.IGNORECASE)
_FAR = 40  # characters after the verb in which its day stands


def asked_count(drafts: Sequence[Draft]) -> tuple[Fact, ...]:
    """How many a document says were asked, where it names another number of bodies itself (or the one other list does)."""
    lists = {draft.document.key: _listed(draft) for draft in drafts if _listed(draft)}
    made: list[Fact] = []
    for draft in drafts:
        if draft.kind == "motion":
            continue
        own = lists.get(draft.document.key) or (next(iter(lists.values())) if len(lists) == 1 else None)
        for passage, text, start in _sentences(draft):
            match = next((found for pattern in _ASKED if (found := pattern.search(text))), None)
            if not match or not own or any(one.again for one in draft.referrals):
                continue
            names, source = own
            if _number(match["count"]) != len(names):
                named = f"{_word(len(names))} namngivna: {', '.join(names)}"
                made += [
                    Fact(f"{_word(_number(match['count']))} tillfrågade", Status.STATED, text, passage.place_at(start + match.start("count"))),
                    Fact(named, Status.STATED, source.quote, source.place),
                ]
                return tuple(made)
    return ()


def demand_count(drafts: Sequence[Draft]) -> tuple[Fact, ...]:
    """How many demands a document says the motion has, where the motion itself has another number of them."""
    motion = next((draft for draft in drafts if draft.kind == "motion" and draft.demands), None)
    if motion is None:
        return ()
    made = []
    for draft in drafts:
        if draft.kind != "response":
            continue
        for passage, text, start in _sentences(draft):
            match = _DEMANDS.search(text)
            if match and not _NOT_ALL.search(text[: match.start("count")]) and _number(match["count"]) != len(motion.demands):
                made.append(Fact(_demands(_number(match["count"])), Status.STATED, text, passage.place_at(start + match.start("count"))))
                break
    first = motion.demands[0]
    return (Fact(_demands(len(motion.demands)), Status.STATED, first.text, first.place), *made) if made else ()


def filed_on(drafts: Sequence[Draft]) -> tuple[Fact, ...]:
    """When the motion was filed, as it has it and as the others tell it, where the days differ."""
    facts = [draft.filed for draft in drafts if draft.kind == "motion" and draft.filed]
    for draft in drafts:
        if draft.kind != "response":
            continue
        for passage, text, start in _sentences(draft):
            match = _FILED.search(text)
            day = next(((day, at) for day, at in dates(text) if match and match.end() - 4 <= at <= match.end() + _FAR), None)
            if day and not re.search(r"\b(?:tidigare|liknande|förra|annan)\s+motion", text, re.IGNORECASE):
                facts.append(Fact(day[0], Status.STATED, text, passage.place_at(start + day[1])))
                break
    # A day without its year disagrees only with another day.
    days = {fact.value.removeprefix(UNKNOWN_YEAR)[-5:] for fact in facts}
    years = {fact.value[:4] for fact in facts if not fact.value.startswith(UNKNOWN_YEAR)}
    return tuple(facts) if len(days) > 1 or len(years) > 1 else ()


def _listed(draft: Draft) -> tuple[list[str], Fact] | None:
    """The bodies that a document names as asked, where its lists are whole; None where it names none or leaves it open."""
    lists = [one for one in draft.referrals if one.names]
    lists = [one for one in lists if any(not is_group(mention.full) for mention in one.names)]
    mentions = [mention for one in lists for mention in one.names]
    if not lists or any(is_group(mention.full) and not _BARE_COUNT.match(mention.full) for mention in mentions) or any(one.besides_sender for one in lists):
        return None
    names = {mention.full.lower(): mention.full[:1].upper() + mention.full[1:] for mention in mentions if not is_group(mention.full)}
    return list(names.values()), Fact("", Status.STATED, lists[0].quote, lists[0].place)


def _sentences(draft: Draft) -> Iterator[tuple[Passage, str, int]]:
    for section in draft.sections:
        for passage in section.passages:
            for found in sentences(passage.text) if passage.style not in {"table", "note"} else ():
                yield passage, found.text, found.start


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.index(word.lower())


def _demands(count: int) -> str:
    return "ett förslag" if count == 1 else f"{_word(count)} förslag"


def _word(count: int) -> str:
    return _WORDS[count] if count < len(_WORDS) else str(count)
